"""What each character is to the normaliser, as one number: a folded letter, or a kind of mark."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from holdwater.match.normalise import APOSTROPHES, COMBINING, INVISIBLE, SYMBOLS, UNSPACED, fold
from holdwater.patterns import waiting

APART, POINT, COMMA, APOSTROPHE, OPEN, CLOSE, HYPHEN, MINUS, SYMBOL, EXOTIC = range(10)
"""The kinds of character that are no letters. APART parts words; EXOTIC ones are left to the regular expression.
POINT and COMMA, the commonest marks, mean something between digits only."""
LETTER = 31
"""From here on, letters: the code point of the folded letter. This number itself is a letter that folds to several."""

_LAST = 0xFFFF
_BYTES = range(256)
MINUSES = "-−"
"""What may be the sign of a number."""
_ALONE = waiting(f"[{UNSPACED}]")
_EXOTIC = waiting(rf"[{COMBINING}{INVISIBLE}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uffff]")
"""Accents and the like, invisible characters, and Korean letters, which compose with one another."""
_OWN = (range(0x4E00, 0xA000), range(0x3400, 0x4DC0), range(0xAC00, 0xD7A4))
"""Chinese characters and Korean syllables, most of all letters: they fold to themselves."""
_MARKS = {"[": OPEN, "]": CLOSE, ".": POINT, ",": COMMA, "-": HYPHEN, "\u2010": HYPHEN, "−": MINUS}


Points = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]


@dataclass(frozen=True)
class Codes:
    """A text's characters: their code points (65535 for those beyond), their codes, and which are words by themselves.

    `alone` is None where there are none.
    """

    raw: Points
    folded: Points
    alone: npt.NDArray[np.bool_] | None


def codes_of(text: str) -> Codes:
    """The codes of a text's characters, one each: bytes where that will do."""
    try:
        narrow = text.encode("latin-1")
    except UnicodeEncodeError:
        return _wide_codes(text)
    folded = np.frombuffer(bytearray(narrow).translate(_byte_table()), np.uint8)
    return Codes(np.frombuffer(narrow, np.uint8), folded, None)


def _wide_codes(text: str) -> Codes:
    wide = text.encode("utf-16-le", "surrogatepass")
    if len(wide) == 2 * len(text):
        raw = np.frombuffer(wide, np.uint16)
    else:
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        raw = np.minimum(points, _LAST).astype(np.uint16)
    table, alone = _table()
    folded = table.take(raw)
    codes = folded.astype(np.uint8) if int(folded.max()) < len(_BYTES) else folded
    return Codes(raw, codes, alone.take(raw) if raw.max() >= 0x0E00 else None)


def sign_codes(points: Points, like: Points) -> Points:
    """The codes of some signs that are words by themselves, of the same kind of number as others."""
    codes = _signs().take(points)
    return codes if like.dtype == codes.dtype else np.where(codes < len(_BYTES), codes, LETTER).astype(np.uint8)


def stands_alone(character: str) -> bool:
    """Whether a character is a word by itself, as in scripts that put no blanks between words."""
    return bool(_ALONE.match(character))


@lru_cache(maxsize=1)
def _byte_table() -> bytes:
    """The codes of the first 256 characters; one that folds beyond them counts as a letter that folds to several."""
    codes = [_code(chr(point)) for point in _BYTES]
    return bytes(code if code in _BYTES else LETTER for code in codes)


@lru_cache(maxsize=1)
def _signs() -> npt.NDArray[np.uint16]:
    """The code that a sign has as a word, by its code point."""
    codes = np.zeros(_LAST + 1, np.uint16)
    for sign in f"{SYMBOLS}{MINUSES}":
        codes[ord(sign)] = _letter(sign)
    return codes


@lru_cache(maxsize=1)
def _table() -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.bool_]]:
    """The code of every character up to 65535, and whether it stands alone."""
    folded = np.arange(_LAST + 1, dtype=np.uint16)
    own = set[int]().union(*_OWN)
    for point in range(_LAST + 1):
        if point not in own:
            folded[point] = _code(chr(point))
    alone = np.fromiter((stands_alone(chr(point)) for point in range(_LAST + 1)), np.bool_, _LAST + 1)
    return folded, alone


def _code(character: str) -> int:
    if _EXOTIC.match(character):
        return EXOTIC
    if character in _MARKS:
        return _MARKS[character]
    if character in SYMBOLS:
        return SYMBOL
    if character == "\u02bc":
        return ord("'")
    if character in APOSTROPHES:
        return APOSTROPHE
    if stands_alone(character) or character.isalnum():
        return _letter(character)
    return APART


def _letter(character: str) -> int:
    folded = fold(character)
    if character.isdecimal() and not folded.isascii():
        return EXOTIC
    plain = unicodedata.normalize("NFKC", character).casefold() == folded
    circled = folded.isdecimal() and not character.isdecimal()
    simple = len(folded) == 1 and plain and not circled
    return ord(folded) if simple and LETTER < ord(folded) < _LAST else LETTER
