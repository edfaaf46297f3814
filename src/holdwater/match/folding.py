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
    CLOSE,
    COMMA,
    EXOTIC,
    HYPHEN,
    LETTER,
    MINUS,
    MINUSES,
    OPEN,
    POINT,
    SYMBOL,
    Codes,
    codes_of,
    sign_codes,
    stands_alone,
)
from holdwater.match.normalise import LINE_END, MARKED_NUMBER, MOST_KEPT, WORD, fold, fold_afresh

Numbers = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]

FOLDING_VERSION = 2
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
_UNMIX = pow(_MIX, -1, 1 << 32)


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
    if len(pieces) == 1:
        return pieces[0]
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


def hashes_joined(first: Numbers, lengths: Places, second: Numbers) -> Numbers:
    """The hashes of words made of two, of whose hashes the first ones' letters are `lengths`, 255 at most."""
    powers = _series(_BASE, 1 << 8)
    return _mixed(_unmixed(first) + powers.take(lengths) * _unmixed(second))


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
    piece = _Piece(text, codes)
    if len(piece.exotic) * MOST_EXOTIC > len(text):
        tokens = _by_expression(text, [(0, len(text))])
    else:
        tokens = piece.tokens(_stretches(text, piece.exotic.tolist()))
    if not offset:
        return tokens
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
    """One piece under work. `codes` is changed: what belongs inside a word gets a letter's code.

    `inside` says of each character whether it is in a word of several. It lies in `_padded`, a blank at either end, so
    that all neighbours are the same array a place on.
    """

    def __init__(self, text: str, codes: Codes) -> None:
        self.text, self.raw, self.codes, self.alone = text, codes.raw, codes.folded, codes.alone
        self._padded = np.zeros(len(text) + 2, np.bool_)
        self.inside = self._padded[1:-1]
        np.greater_equal(self.codes, LETTER, out=self.inside)
        if self.alone is not None:
            self.inside &= ~self.alone
        self._digits = np.zeros(len(text) + 2, np.bool_)
        np.less(self.codes - self.codes.dtype.type(ord("0")), 10, out=self._digits[1:-1])
        # What is a mark for other reasons than to stand between digits.
        first = self.codes.dtype.type(COMMA + 1)
        self._marks = np.flatnonzero(self.codes - first < LETTER - first)
        self._kinds = self.codes[self._marks]
        self.exotic = self._marks[self._kinds == EXOTIC]
        self.special: list[int] = []  # where words begin, or have characters, whose hash is that of their folded form
        self.single: list[Places] = [] if self.alone is None else [np.flatnonzero(self.alone)]
        self.longer: list[tuple[int, int]] = []  # words that are no run of letters, of several characters

    def tokens(self, stretches: Sequence[tuple[int, int]]) -> Tokens:
        """The piece's words; those of the stretches are asked of the regular expression."""
        self._join()
        starts, ends = self._bounds()
        hashes = self._hashes(starts, ends)
        self._set_special(starts, ends, hashes)
        tokens = Tokens(starts.astype(np.uint32), ends.astype(np.uint32), hashes)
        if not stretches:
            return tokens
        return _in_order([_without(tokens, stretches), _by_expression(self.text, stretches)])

    def _join(self) -> None:
        """Take what stands inside words into them, and note the words that are no run of letters."""
        joined = [*self._in_numbers()]
        marks, kinds = self._marks, self._kinds
        if len(marks):
            before, after = self._padded[marks], self._padded[marks + 2]
            digit_before, digit_after = self._digits[marks], self._digits[marks + 2]
            both = before & after
            in_word = both & ~(digit_before | digit_after)
            joined += [
                (marks[(kinds == APOSTROPHE) & both], ord("'")),
                (marks[((kinds == OPEN) | (kinds == CLOSE)) & in_word], LETTER),
            ]
            hyphens = (kinds == HYPHEN) | (kinds == MINUS)
            line_ends = marks[(kinds == HYPHEN) & before & ~(digit_before | after)]
            signs = marks[hyphens & ~before]
        for places, code in joined:
            self.codes[places] = code
            self.inside[places] = True
        if len(marks):
            self._join_lines(line_ends)
            self._take_signs(signs)
            self._take_symbols(marks[kinds == SYMBOL])
            self._take_marked_numbers(marks[kinds == OPEN])

    def _in_numbers(self) -> Iterator[tuple[Places, int]]:
        """The points and commas between digits."""
        between = self._digits[:-2] & self._digits[2:]
        between &= self.codes - self.codes.dtype.type(POINT) < COMMA + 1 - POINT
        places = np.flatnonzero(between)
        if len(places):
            points = self.codes[places] == POINT
            yield places[points], ord(".")
            yield places[~points], LETTER

    def _join_lines(self, hyphens: Places) -> None:
        """A word that a hyphen parts at a line's end is one word."""
        following = self.raw[np.minimum(hyphens + 1, len(self.raw) - 1)]
        blank = (following == ord("\n")) | (following == ord(" ")) | (following == ord("\r")) | (following == ord("\t"))
        for at in hyphens[blank].tolist():
            seam = LINE_END.match(self.text, at)
            if seam and seam.end() < len(self.text) and self.inside[seam.end()]:
                self.inside[at : seam.end()] = True
                self.special.append(at)

    def _take_signs(self, places: Places) -> None:
        """A minus before a digit or a decimal point, where no word stands before it."""
        following = self._digits[places + 2]
        following |= (places + 1 < len(self.codes)) & (self.codes[np.minimum(places + 1, len(self.codes) - 1)] == POINT)
        signs = [
            at
            for at in places[following].tolist()
            if self.text[at] in MINUSES and not (at and (self.text[at - 1].isalnum() or self.text[at - 1] in "_)]–—-"))
        ]
        self._take_single(np.array(signs, np.intp))

    def _take_symbols(self, places: Places) -> None:
        """Signs, but for the second of "!=", which is one word."""
        second = (self.raw[places] == ord("=")) & (places > 0)
        second[second] = self.raw[places[second] - 1] == ord("!")
        if second.any():
            self.longer += [(at - 1, at + 1) for at in places[second].tolist()]
            places = places[~second]
        self._take_single(places)

    def _take_single(self, places: Places) -> None:
        if len(places):
            self.codes[places] = sign_codes(self.raw[places], self.codes)
            self.single.append(places)

    def _take_marked_numbers(self, brackets: Places) -> None:
        following = self.raw[np.minimum(brackets + 1, len(self.raw) - 1)]
        for at in brackets[self._digits[brackets + 2] | (following == ord("*"))].tolist():
            number = MARKED_NUMBER.match(self.text, at)
            if number:
                self.longer.append(number.span())
                self.inside[at : number.end()] = False

    def _bounds(self) -> tuple[Places, Places]:
        """Where the words begin and end: runs of characters inside words, and the others."""
        begins = self._padded[1:] > self._padded[:-1]
        ends = self._padded[1:] < self._padded[:-1]
        for places in self.single:
            begins[places] = True
            ends[places + 1] = True
        for start, end in self.longer:
            begins[start] = ends[end] = True
            self.special.append(start)
        return np.flatnonzero(begins), np.flatnonzero(ends)

    def _hashes(self, starts: Places, ends: Places) -> Numbers:
        powers, inverses = _powers(len(self.codes))
        sums = np.zeros(len(self.codes) + 1, np.uint32)
        np.cumsum(np.multiply(self.codes, powers, dtype=np.uint32), dtype=np.uint32, out=sums[1:])
        hashes = sums.take(ends)
        hashes -= sums.take(starts)
        hashes *= inverses.take(starts)
        return _mixed(hashes)

    def _set_special(self, starts: Places, ends: Places, hashes: Numbers) -> None:
        """Words of which the hash of their codes is not that of their folded form."""
        special = np.concatenate([np.array(self.special, np.intp), np.flatnonzero(self.codes == LETTER)])
        if not len(special):
            return
        words = list(set((np.searchsorted(starts, special, "right") - 1).tolist()) - {-1})  # a word may have many
        spans = zip(starts[words].tolist(), ends[words].tolist(), strict=True)
        hashes[words] = np.array([hash_of(_folded(self.text[start:end])) for start, end in spans], np.uint32)


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


@lru_cache(maxsize=4)
def _series(base: int, length: int) -> Numbers:
    return _series_of(base, length)


def _series_of(base: int, length: int) -> Numbers:
    steps = np.full(length, base, np.uint32)
    steps[0] = 1
    return np.cumprod(steps, dtype=np.uint32)


def _mixed(values: Numbers) -> Numbers:
    values = values ^ (values >> np.uint32(15))
    return values * np.uint32(_MIX)


def _unmixed(values: Numbers) -> Numbers:
    values = values * np.uint32(_UNMIX)
    unmixed: Numbers = values ^ (values >> np.uint32(15)) ^ (values >> np.uint32(30))
    return unmixed
