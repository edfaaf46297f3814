"""What is seen at each token of a description: the token, its neighbours, and the piece and sentence it stands in.

The names of features are the keys of the table of weights. None holds a word: a token counts by its shape, its
punctuation and the classes of the lexicon alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from holdwater.extract.reference.words import Word

_NUMBERS = ("year", "years", "range", "part", "num", "digits")
_TELLING = frozenset(
    "month editor translator director volume issue page edition journal meeting collection book publisher institute "
    "genre online note place region in etal nodate noplace".split()
)


class Stretch(NamedTuple):
    """Some tokens between two boundaries: a piece (any stop) or a sentence (a full stop, or an end of quotation)."""

    start: int
    end: int
    kind: str
    classes: frozenset[str]


def boundary(left: Word, right: Word) -> str:
    """What parts two neighbouring tokens."""
    if right.lead == "q":
        return "q(" + left.stop
    if left.trail[:1] == "q":
        return "q)" + left.stop
    if left.shape == "dash" or right.shape == "dash":
        return "dash"
    if right.lead == "p":
        return "p(" + left.stop
    if left.trail[:1] == "p":
        return "p)" + left.stop
    if left.stop == ".":
        return "." + _abbreviation(left)
    if left.shape in _NUMBERS:
        return "n" + left.stop
    if left.stop:
        return left.stop
    return "n(" if right.shape in _NUMBERS else "-"


def _abbreviation(word: Word) -> str:
    """Whether a full stop after `word` ends an initial ("i"), another abbreviation ("a") or perhaps more."""
    if word.shape in ("I", "i"):
        return "i"
    if word.shape in _NUMBERS:
        return "n"
    if word.shape == "II" or (word.capital and len(word.plain) <= 4) or word.classes[:1] in (("editor",), ("volume",)):
        return "a"
    return ""


def stretches(words: Sequence[Word], bounds: Sequence[str], sentences: bool) -> list[Stretch]:
    """The pieces or sentences of a description; `bounds[i]` parts tokens i-1 and i."""
    found: list[Stretch] = []
    start = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or _parts(bounds[index], words, index, sentences):
            found.append(_stretch(words, start, index, bounds))
            start = index
    return found


def _parts(bound: str, words: Sequence[Word], index: int, sentences: bool) -> bool:
    if bound in (".i", "-", "n", "n("):
        return bound == ".i" and sentences and _opens_sentence(words, index)
    if not sentences:
        return True
    if bound[:2] in ("q(", "q)"):
        return True
    stop = words[index - 1].stop
    if bound == ".a":
        return words[index].capital and not words[index - 1].classes
    return stop in (".", "?") and bound != ".i"


def _opens_sentence(words: Sequence[Word], index: int) -> bool:
    """After an initial's full stop a title begins with a word that no name has."""
    word = words[index]
    return word.capital and ("small" in word.classes or "in" in word.classes)


@lru_cache(maxsize=65536)
def _kind_sign(word: Word) -> str:
    if word.shape in ("I", "II"):
        return "i"
    if "and" in word.classes or "particle" in word.classes or "etal" in word.classes or "suffix" in word.classes:
        return "a"
    if word.capital:
        return "s" if "small" in word.classes else "c"
    if word.shape in ("year", "years"):
        return "y"
    if word.shape in _NUMBERS or word.shape in ("ord", "roman"):
        return "d"
    if word.shape == "low":
        return "s" if "small" in word.classes else "l"
    return "o"


def _stretch(words: Sequence[Word], start: int, end: int, bounds: Sequence[str]) -> Stretch:
    signs = [_kind_sign(words[index]) for index in range(start, end)]
    classes = frozenset(name for index in range(start, end) for name in words[index].classes if name in _TELLING)
    return Stretch(start, end, _kind(signs, classes), classes)


def _kind(signs: list[str], classes: frozenset[str]) -> str:
    size = len(signs)
    has = set(signs)
    if has <= {"y", "d"}:
        return "year" if "y" in has else "num"
    if "y" in has and "month" in classes and size <= 5:
        return "date"
    if "month" in classes and size <= 2:
        return "month"
    if "i" in has and has <= {"i", "c", "a"} and "c" in has:
        return "name" if size <= 5 else "names"
    if has == {"i"}:
        return "initials"
    if has <= {"c", "a"}:
        return f"cap{min(size, 4)}"
    lower = signs.count("l")
    capitals = signs.count("c") + signs.count("i")
    long = "+" if size > 6 else ""
    if lower == 0:
        return "caps" + long
    return ("lower" if lower >= capitals else "mixed") + long


def nameish(stretch: Stretch) -> bool:
    """Whether a piece can be one of a list of people."""
    return stretch.kind in ("name", "names", "initials", "cap1", "cap2", "cap3") and not (
        stretch.classes & {"journal", "meeting", "genre", "volume", "page", "month"}
    )
