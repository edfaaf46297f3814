"""Stage 1 on a long text: the normaliser's words, found by arithmetic on arrays instead of a word at a time.

The result is that of `normalise.WORD` and `normalise.fold`, word for word. A piece of text becomes an array of codes,
one a character: the folded letter, or a small number for what may stand inside a word or be one of its own. Plain words
are the runs of letter codes. The few places that take more (an apostrophe, a line-end hyphen, `[12]`, a sign) are gone
through one kind at a time; characters that only a regular expression takes apart rightly (accents that are characters
of their own, soft hyphens) send the words around them to it.

Every word gets a hash of its folded letters, so that runs of words can be looked up without a string being made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from holdwater.match.codes import (
    APOSTROPHE,
    BANG,
    CLOSE,
    COMMA,
    EXOTIC,
    HYPHEN,
    LETTER,
    MINUS,
    OPEN,
    POINT,
    SYMBOL,
    Codes,
    codes_of,
    stands_alone,
)
from holdwater.match.normalise import LINE_END, MARKED_NUMBER, MOST_KEPT, WORD, fold, fold_afresh

Numbers = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]

FOLDING_VERSION = 1
"""Goes up when the same text would give other words or hashes; kept ones are then void."""

PIECE = 1 << 17
"""Characters that are folded at a time: what is made of them fits in a processor's second-level cache."""
USUAL = 64
"""Letters: the hashes of longer words are not kept, as such words may be of any length."""
LOOK_BACK = 1 << 12
"""Characters: how far from a piece's end a place is looked for where no word stands across it."""
MOST_EXOTIC = 24
"""A piece of which one character in so many is exotic goes to the regular expression as a whole."""

# A polynomial in the letters' codes modulo 2^32, by an odd multiplier (the golden ratio's; Knuth, TAOCP 6.4), and a
# mixing of its bits, as the low bits of such a polynomial know little of the first letters.
_BASE = 0x9E3779B1
_INVERSE = pow(_BASE, -1, 1 << 32)
_MIX = 0x85EBCA6B


@dataclass(frozen=True)
class Tokens:
    """The words of a text: word `i` stands at `starts[i]:ends[i]` and has `hashes[i]`."""

    starts: Numbers
    ends: Numbers
    hashes: Numbers

    def __len__(self) -> int:
        return len(self.starts)


def fold_text(text: str) -> Tokens:
    """The words of a text, in order, with their offsets and hashes.

    Time grows with the text; besides the result, the memory taken is that of a piece.
    """
    pieces = [_fold_piece(text[start:end], start) for start, end in _pieces(text)]
    if not pieces:
        nothing = np.zeros(0, np.uint32)
        return Tokens(nothing, nothing, nothing)
    return Tokens(
        *(np.concatenate([getattr(piece, name) for piece in pieces]) for name in ("starts", "ends", "hashes"))
    )


def hash_of(key: str) -> int:
    """The hash of a folded word."""
    return _hash_kept(key) if len(key) <= USUAL else _hash_of_long(key)


@lru_cache(maxsize=1 << 16)
def _hash_kept(key: str) -> int:
    value, power = 0, 1
    for character in key:
        value += ord(character) * power
        power = power * _BASE & 0xFFFFFFFF
    value &= 0xFFFFFFFF
    value ^= value >> 15
    return value * _MIX & 0xFFFFFFFF


def _hash_of_long(key: str) -> int:
    codes = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), np.uint32)
    total = np.multiply(codes, _series_of(_BASE, len(codes)), dtype=np.uint32).sum(dtype=np.uint32, keepdims=True)
    return int(_mixed(total)[0])


def _folded(word: str) -> str:
    return fold(word) if len(word) <= MOST_KEPT else fold_afresh(word)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = _cut(text, start + PIECE) if start + PIECE < len(text) else len(text)
        yield start, end
        start = end


def _cut(text: str, near: int) -> int:
    """A place at or shortly before `near` where no word can stand across; failing that, the first one after it."""
    at = near
    while at > near - LOOK_BACK:
        if is_between(text, at):
            return at
        at -= 1
    at = near
    while at < len(text) and not is_between(text, at):
        at += 1
    return at


def is_between(text: str, at: int) -> bool:
    """Whether surely no word stands across offset `at`: behind a blank that follows a letter or a full stop.

    Words that have a blank in them have a hyphen or a digit's comma before it. In scripts without blanks, every
    character is a word.
    """
    if not 0 < at < len(text):
        return True
    before = text[at - 2] if at > 1 else "."
    if text[at - 1] in " \n" and (before in ".;:" or before.isalpha()):
        return True
    return stands_alone(text[at]) and stands_alone(text[at - 1])


def _fold_piece(text: str, offset: int) -> Tokens:
    codes = codes_of(text)
    exotic = np.flatnonzero(codes.folded == EXOTIC)
    if len(exotic) * MOST_EXOTIC > len(text):
        tokens = _by_expression(text, [(0, len(text))])
    else:
        tokens = _Piece(text, codes).tokens(_stretches(text, exotic.tolist()))
    shift = np.uint32(offset)
    return Tokens(tokens.starts + shift, tokens.ends + shift, tokens.hashes)


def _by_expression(text: str, stretches: Sequence[tuple[int, int]]) -> Tokens:
    """The words of some stretches by the regular expression: the slow way, right for everything."""
    found = [match for low, high in stretches for match in WORD.finditer(text, low, high)]
    hashes = np.array([hash_of(_folded(match.group())) for match in found], np.uint32)
    spans = np.array([match.span() for match in found], np.uint32).reshape(-1, 2)
    return Tokens(spans[:, 0], spans[:, 1], hashes)


def _stretches(text: str, exotic: list[int]) -> list[tuple[int, int]]:
    """The stretches around exotic characters, up to where surely no word stands across."""
    found: list[tuple[int, int]] = []
    high = 0
    for at in exotic:
        if at < high:
            continue
        low, high = at, at + 1
        while not is_between(text, low):
            low -= 1
        while not is_between(text, high):
            high += 1
        found.append((low, high))
    return found


class _Piece:
    """One piece under work. `codes` is changed: what belongs inside a word gets a letter's code."""

    def __init__(self, text: str, codes: Codes) -> None:
        self.text, self.raw, self.codes, self.alone = text, codes.raw, codes.folded, codes.alone
        self.inside = self.codes >= LETTER  # characters of words of several characters
        if self.alone is not None:
            self.inside &= ~self.alone
        self.parted: list[int] = []  # where a word is parted by a line's end
        self.single: list[Places] = [] if self.alone is None else [np.flatnonzero(self.alone)]
        self.longer: list[tuple[int, int]] = []  # words that are no run of letters, of several characters

    def tokens(self, stretches: Sequence[tuple[int, int]]) -> Tokens:
        """The piece's words; those of the stretches are asked of the regular expression."""
        self._join()
        starts, ends = self._runs()
        hashes = self._hashes(starts, ends)
        self._set_special(starts, ends, hashes)
        parts = [Tokens(starts.astype(np.uint32), ends.astype(np.uint32), hashes), *self._others()]
        if stretches:
            parts = [*(_without(part, stretches) for part in parts), _by_expression(self.text, stretches)]
        return _in_order(parts)

    def _join(self) -> None:
        """Take what stands inside words into them, and note the words that are no run of letters."""
        marks = np.flatnonzero((self.codes > 0) & (self.codes < LETTER))
        if not len(marks):
            return
        kinds = self.codes[marks]
        before, after = self._at(self.inside, marks - 1), self._at(self.inside, marks + 1)
        digits = (self.codes >= ord("0")) & (self.codes <= ord("9"))
        digit_before, digit_after = self._at(digits, marks - 1), self._at(digits, marks + 1)
        between_digits = digit_before & digit_after
        in_word = before & after & ~digit_before & ~digit_after
        joined = [
            (marks[(kinds == APOSTROPHE) & before & after], ord("'")),
            (marks[(kinds == POINT) & between_digits], ord(".")),
            (marks[(kinds == COMMA) & between_digits], LETTER),
            (marks[((kinds == OPEN) | (kinds == CLOSE)) & in_word], LETTER),
        ]
        for places, code in joined:
            self.codes[places] = code
            self.inside[places] = True
        self._join_lines(marks[(kinds == HYPHEN) & before & ~digit_before & ~after])
        self._take_signs(marks[((kinds == HYPHEN) | (kinds == MINUS)) & ~before])
        self._take_symbols(marks[kinds == SYMBOL], marks[kinds == BANG])
        self._take_marked_numbers(marks[kinds == OPEN])

    def _at(self, mask: npt.NDArray[np.bool_], places: Places) -> npt.NDArray[np.bool_]:
        """What a mask says of some places; not so beyond the piece's ends."""
        within = (places >= 0) & (places < len(mask))
        return mask[np.where(within, places, 0)] & within

    def _join_lines(self, hyphens: Places) -> None:
        """A word that a hyphen parts at a line's end is one word."""
        following = self.raw[np.minimum(hyphens + 1, len(self.raw) - 1)]
        blank = (following == ord("\n")) | (following == ord(" ")) | (following == ord("\r")) | (following == ord("\t"))
        for at in hyphens[blank].tolist():
            seam = LINE_END.match(self.text, at)
            if seam and seam.end() < len(self.text) and self.inside[seam.end()]:
                self.inside[at : seam.end()] = True
                self.parted.append(at)

    def _take_signs(self, places: Places) -> None:
        """A minus before a digit or a decimal point, where no word stands before it."""
        following = self._at((self.codes >= ord("0")) & (self.codes <= ord("9")), places + 1)
        following |= self._at(self.codes == POINT, places + 1)
        signs = [
            at
            for at in places[following].tolist()
            if self.text[at] in "-−" and not (at and (self.text[at - 1].isalnum() or self.text[at - 1] in "_)]–—-"))
        ]
        self.single.append(np.array(signs, np.intp))

    def _take_symbols(self, symbols: Places, bangs: Places) -> None:
        unequal = bangs[self._at(self.raw == ord("="), bangs + 1)]
        self.longer += [(at, at + 2) for at in unequal.tolist()]
        self.single.append(symbols[~np.isin(symbols, unequal + 1)])

    def _take_marked_numbers(self, brackets: Places) -> None:
        for at in brackets.tolist():
            number = MARKED_NUMBER.match(self.text, at)
            if number:
                self.longer.append(number.span())
                self.inside[at : number.end()] = False

    def _runs(self) -> tuple[Places, Places]:
        """Where the runs of characters inside words begin and end."""
        padded = np.zeros(len(self.inside) + 2, np.bool_)
        padded[1:-1] = self.inside
        edges = np.flatnonzero(padded[1:] != padded[:-1])
        return edges[::2], edges[1::2]

    def _hashes(self, starts: Places, ends: Places) -> Numbers:
        powers, inverses = _powers(len(self.codes))
        sums = np.zeros(len(self.codes) + 1, np.uint32)
        np.cumsum(np.multiply(self.codes, powers, dtype=np.uint32), dtype=np.uint32, out=sums[1:])
        return _mixed((sums[ends] - sums[starts]) * inverses[starts])

    def _set_special(self, starts: Places, ends: Places, hashes: Numbers) -> None:
        """Words of which the hash of their codes is not that of their folded form."""
        special = np.concatenate([np.array(self.parted, np.intp), np.flatnonzero(self.codes == LETTER)])
        words = np.unique(np.searchsorted(starts, special, "right") - 1)
        for word in words[words >= 0].tolist():
            hashes[word] = hash_of(_folded(self.text[starts[word] : ends[word]]))

    def _others(self) -> Iterator[Tokens]:
        """The words that are no run of letters: single characters, and a few longer ones."""
        single = np.concatenate(self.single) if self.single else np.zeros(0, np.intp)
        if len(single):
            kinds, which = np.unique(self.raw[single], return_inverse=True)
            hashes = np.array([hash_of(_folded(chr(kind))) for kind in kinds.tolist()], np.uint32)
            yield Tokens(single.astype(np.uint32), (single + 1).astype(np.uint32), hashes[which])
        if self.longer:
            spans = np.array(self.longer, np.uint32)
            added = [hash_of(_folded(self.text[start:end])) for start, end in self.longer]
            yield Tokens(spans[:, 0], spans[:, 1], np.array(added, np.uint32))


def _without(tokens: Tokens, stretches: Sequence[tuple[int, int]]) -> Tokens:
    """The words that do not begin in one of the stretches, which are in order and apart."""
    bounds = np.array(stretches, np.int64).ravel()
    kept = np.searchsorted(bounds, tokens.starts, "right") % 2 == 0
    return Tokens(tokens.starts[kept], tokens.ends[kept], tokens.hashes[kept])


def _in_order(parts: Sequence[Tokens]) -> Tokens:
    if len(parts) == 1:
        return parts[0]
    starts = np.concatenate([part.starts for part in parts])
    order = np.argsort(starts, kind="stable")
    ends = np.concatenate([part.ends for part in parts])
    hashes = np.concatenate([part.hashes for part in parts])
    return Tokens(starts[order], ends[order], hashes[order])


@lru_cache(maxsize=2)
def _powers(length: int) -> tuple[Numbers, Numbers]:
    """The multiplier's powers and their inverses, for at least the length of a usual piece."""
    if length > PIECE:
        return _series_of(_BASE, length), _series_of(_INVERSE, length)
    return _series(_BASE, PIECE)[:length], _series(_INVERSE, PIECE)[:length]


@lru_cache(maxsize=2)
def _series(base: int, length: int) -> Numbers:
    return _series_of(base, length)


def _series_of(base: int, length: int) -> Numbers:
    steps = np.full(length, base, np.uint32)
    steps[0] = 1
    return np.cumprod(steps, dtype=np.uint32)


def _mixed(values: Numbers) -> Numbers:
    values = values ^ (values >> np.uint32(15))
    return values * np.uint32(_MIX)
