"""Stage 2: find where a segment of a quotation could stand.

Runs of three of its words that stand in the source are seeds; where there are none, runs of two, then single rare
words. A seed weighs the more the rarer it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from holdwater.match.quoted import Element, ElementKind
from holdwater.match.words import Words

MOST_PLACES = 48
"""A run that stands in more places than this says little about where; the first places serve."""
MOST_SEEDS = 240
"""How many runs of a long segment are looked up; they are taken evenly from all of it."""
RARE_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Seed:
    """Element `element` of the segment stands at word `word` of the source, as part of an exact run."""

    element: int
    word: int
    weight: float

    @property
    def diagonal(self) -> int:
        """Where the segment would begin if nothing were changed before this seed."""
        return self.word - self.element


def seeds(segment: Sequence[Element], words: Words, start: int, end: int) -> list[Seed]:
    """The seeds of a segment in source words start..end: from runs of three, else of two, else rare single words."""
    for length in (3, 2):
        found = _look_up(_runs(segment, length), words, start, end, MOST_PLACES)
        if found:
            return found
    rare = [(index, key) for index, key in _runs(segment, 1) if len(key) >= RARE_LETTERS]
    return _look_up(rare, words, start, end, 8)


def _runs(segment: Sequence[Element], length: int) -> list[tuple[int, str]]:
    """Every run of `length` whole words: where it begins in the segment, and its words joined by blanks."""
    runs = []
    for index in range(len(segment) - length + 1):
        run = segment[index : index + length]
        if all(element.kind is ElementKind.WORD for element in run):
            runs.append((index, " ".join(element.key for element in run)))
    stride = -(-len(runs) // MOST_SEEDS) or 1
    return runs[::stride]


def _look_up(runs: list[tuple[int, str]], words: Words, start: int, end: int, most: int) -> list[Seed]:
    found = []
    for index, keys in runs:
        places = words.find_all(keys, most, start, end)
        weight = 1.0 / log2(1 + len(places)) if places else 0.0
        found += [Seed(index, place, weight) for place in places]
    return found
