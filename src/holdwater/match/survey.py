"""A survey: all texts pass by once, and what runs of the quotations stand in them says where the quotations may be.

What was found stays with the survey. The next pass is often for some of the same quotations with runs of the same
length, and need not go through the texts again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from holdwater.match.ceiling import Elsewhere
from holdwater.match.index import ANY, Index, Integers
from holdwater.match.library import Library
from holdwater.match.runs import LEAST
from holdwater.match.votes import Hits, Votes, votes

MOST_PLACES = 6
"""Places in all texts that are looked at for one segment in one pass."""
MOST_WAITING = 4_000_000
"""Runs found that wait for the rest of the texts to be counted with them; it says how much memory they may take."""

SPARE = 1 << 15
"""Words more than a stretch has that there is room for; the next one may have a few more."""

_Passed = tuple[Integers, Integers, Integers, Integers]
"""Of one stretch: the words where runs stand, which runs, the first word of each text, and the texts' numbers."""


@dataclass
class Surveyor:
    """Surveys a library for one index after another.

    `passed` is all that was found of the runs of `index`, a stretch each; empty where it was too much to be kept.
    `elsewhere` are the rows of words that stand in the texts, as the first survey by runs of three finds them; None
    before it.
    """

    library: Library
    index: Index | None = None
    passed: list[_Passed] = field(default_factory=list)
    elsewhere: Elsewhere | None = None

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
        rows: list[tuple[Integers, Integers]] = []
        room = np.empty(0, np.uint32)
        size = 0
        for stretch in self.library.stretches():
            hashes = [words.hashes for _, words in stretch]
            first = np.cumsum([0, *map(len, hashes)])
            numbers = np.array([number for number, _ in stretch], np.int64)
            if int(first[-1]) > len(room):
                room = np.empty(int(first[-1]) + SPARE, np.uint32)  # fresh memory for each stretch would cost more
            joined = np.concatenate(hashes, out=room[: first[-1]])
            passed = (*index.pass_through(joined), first[:-1], numbers)
            size += len(passed[0]) + len(first)
            kept = [*kept, passed] if size <= MOST_WAITING else []
            if index.length == LEAST and self.elsewhere is None:
                rows.append(_in_rows(index, passed))
            yield passed
        if size <= MOST_WAITING:
            self.index, self.passed = index, kept
        if index.length == LEAST and self.elsewhere is None:
            self.elsewhere = Elsewhere([source for source, _ in rows], [index.runs[which] for _, which in rows])


def _counted(index: Index, owners: Integers, waiting: Sequence[tuple[Hits, Integers]], places: Integers) -> Votes:
    """The votes of some stretches, whose sources have these numbers; a run counts by its places in all of them."""
    found = [(votes(index, hits, places, owners=owners), numbers) for hits, numbers in waiting]
    return Votes.together([replace(one, source=numbers[one.source]) for one, numbers in found], MOST_PLACES)


def _in_rows(index: Index, passed: _Passed) -> tuple[Integers, Integers]:
    """The runs that stand beside those that they stand beside in a quotation: the numbers of the texts, which runs."""
    words, runs, first, numbers = passed
    beside = np.flatnonzero(np.diff(words) == 1)
    follows = index.followers
    # What follows in several ways may be followed by anything.
    beside = beside[(follows[runs[beside]] == runs[beside + 1]) | (follows[runs[beside]] == ANY)]
    marked = np.zeros(len(words), np.bool_)
    marked[beside] = marked[beside + 1] = True
    row = np.flatnonzero(marked)
    return numbers[np.searchsorted(first, words[row], "right") - 1], runs[row]
