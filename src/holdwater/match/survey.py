"""A survey: all texts pass by once, and what runs of the quotations stand in them says where the quotations may be.

What was found stays with the survey. The next pass is often for some of the same quotations with runs of the same
length, and need not go through the texts again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from holdwater.match.index import Index, Integers
from holdwater.match.library import Library
from holdwater.match.votes import Hits, Votes, votes

MOST_PLACES = 6
"""Places in all texts that are looked at for one segment in one pass."""
MOST_WAITING = 4_000_000
"""Runs found that wait for the rest of the texts to be counted with them; it says how much memory they may take."""

_Passed = tuple[Integers, Integers, Integers, Integers]
"""Of one stretch: the words where runs stand, which runs, the first word of each text, and the texts' numbers."""


@dataclass
class Surveyor:
    """Surveys a library for one index after another.

    `passed` is all that was found of the runs of `index`, a stretch each; empty where it was too much to be kept.
    """

    library: Library
    index: Index | None = None
    passed: list[_Passed] = field(default_factory=list)

    def survey(self, index: Index, owners: Integers, most_places: int) -> Votes:
        """Where in the library the quotations may stand; `owners` says which segments are of one quotation."""
        found: list[Votes] = []
        waiting: list[tuple[Hits, Integers]] = []
        places = np.zeros(len(index.runs), np.int64)
        for words, runs, first, numbers in self._found(index):
            hits = Hits.of(index, words, runs, first, most_places)
            waiting.append((hits, numbers))
            places += hits.places(index)
            if sum(len(one.words) for one, _ in waiting) > MOST_WAITING:
                found.append(_counted(index, owners, waiting, places))
                waiting = []
        return Votes.together([*found, _counted(index, owners, waiting, places)], MOST_PLACES)

    def _found(self, index: Index) -> Iterator[_Passed]:
        """What stands in each stretch of the library."""
        known = self.index.which(index) if self.index else None
        if known is None:
            yield from self._pass_through(index)
            return
        for words, runs, first, numbers in self.passed:
            which = known[runs]
            kept = which >= 0
            yield words[kept], which[kept], first, numbers

    def _pass_through(self, index: Index) -> Iterator[_Passed]:
        self.index, self.passed = None, []
        kept: list[_Passed] = []
        size = 0
        for stretch in self.library.stretches():
            hashes = [words.hashes for _, words in stretch]
            first = np.cumsum([0, *(len(one) for one in hashes[:-1])])
            numbers = np.array([number for number, _ in stretch], np.int64)
            passed = (*index.pass_through(np.concatenate(hashes)), first, numbers)
            size += len(passed[0]) + len(first)
            kept = [*kept, passed] if size <= MOST_WAITING else []
            yield passed
        if size <= MOST_WAITING:
            self.index, self.passed = index, kept


def _counted(index: Index, owners: Integers, waiting: Sequence[tuple[Hits, Integers]], places: Integers) -> Votes:
    """The votes of some stretches, whose sources have these numbers; a run counts by its places in all of them."""
    found = [(votes(index, hits, places, owners=owners), numbers) for hits, numbers in waiting]
    return Votes.together([replace(one, source=numbers[one.source]) for one, numbers in found], MOST_PLACES)
