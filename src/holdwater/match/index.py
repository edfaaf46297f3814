"""Stage 2: the quotations are indexed, and the sources' words pass through the index.

Each run of a few words of a quotation has a hash, made of its words' hashes. The runs of all quotations together are
kept in order, beside a table of bits: a run of the source whose bit is not set is none of theirs, and nearly all are
sorted out by that one look.

    quotation   the harbour board met          runs of three:  the·harbour·board  harbour·board·met
    source      … then the harbour board sat …                 the·harbour·board
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from holdwater.match.folding import Numbers, hash_of
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.runs import BLANK

Integers = npt.NDArray[np.int64]

STEP = np.uint32(0x9E3779B1)
"""The multiplier that makes a run's hash of its words' (see `folding`); it is odd, so that no word's bits are lost."""
BITS_A_RUN = 6
"""The table has 2 to this power bits for every run: of the source's other runs one in so many gets through."""
LEAST_BITS, MOST_BITS = 12, 24
FAIR = 0.1
"""The part of a segment's runs that is a fair one."""
MOST_STEPS = 16
"""Runs of the quotations that may begin with the same bits, to be gone through one by one; more are hardly chance."""
ANY = -2
"""In place of a run's number: it may be any."""
SLICE = 1 << 15
"""Words that pass at a time: their hashes stay in the processor's cache."""


@dataclass(frozen=True)
class Spelt:
    """Some segments as hashes: that of each element, `BLANK` where it is no whole word; segment `i` begins at
    `first[i]`, and behind the last one is where they end."""

    hashes: Numbers
    first: Integers
    blanks: Integers

    @classmethod
    def of(cls, segments: Sequence[Sequence[Element]]) -> Spelt:
        """The hashes of all elements of some segments."""
        every = [one for segment in segments for one in segment]
        keys = [one[1] for one in every]  # by number is quicker than by name
        known = {key: hash_of(key) for key in set(keys)}
        hashes = np.fromiter(map(known.__getitem__, keys), np.uint32, len(keys))
        blanks = np.array([at for at, one in enumerate(every) if one[0] is not PLAIN], np.int64)
        hashes[blanks] = BLANK
        return cls(hashes, np.cumsum([0, *map(len, segments)]), blanks)

    def segment(self, number: int) -> Numbers:
        """The hashes of one segment."""
        return self.hashes[self.first[number] : self.first[number + 1]]

    def places(self) -> tuple[Integers, Integers]:
        """Of each element the number of its segment and its place in it."""
        counts = np.diff(self.first)
        return np.repeat(np.arange(len(counts)), counts), np.arange(len(self.hashes)) - np.repeat(
            self.first[:-1], counts
        )


@dataclass(frozen=True)
class Index:
    """The runs of `length` words of some segments: `runs` are their hashes, in order and each once.

    Run `i` stands at the places `first[i]:first[i + 1]` of `segment` and `element`. `bits` says for the first bits of a
    hash whether a run begins with them, and `slots` which is the first of those; there are `most` of them at most.
    `spelt` are the segments themselves.
    """

    length: int
    runs: Numbers
    first: Integers
    segment: Integers
    element: Integers
    bits: npt.NDArray[np.bool_]
    slots: npt.NDArray[np.int32]
    most: int
    spelt: Spelt

    @classmethod
    def of(cls, segments: Sequence[Sequence[Element]], length: int, *, least_letters: int = 0) -> Index:
        """Index all runs of whole words in some segments; of single words, those of at least so many letters."""
        spelt = Spelt.of(segments)
        owner, place = spelt.places()
        runs = runs_of(spelt.hashes, length)
        count = len(runs)
        kept = owner[:count] == owner[length - 1 :]
        for blank in range(length):
            behind = spelt.blanks - blank
            kept[behind[(behind >= 0) & (behind < count)]] = False
        if least_letters:
            letters = np.array([len(one[1]) for segment in segments for one in segment], np.int64)
            for step in range(length):
                kept &= letters[step : count + step] >= least_letters
        runs, segment, element = runs[kept], owner[:count][kept], place[:count][kept]
        order = np.argsort(runs, kind="stable")
        runs = runs[order]
        first = _begins(runs)
        distinct = runs[first]
        width = min(MOST_BITS, max(LEAST_BITS, len(distinct).bit_length() + BITS_A_RUN))
        beginning = distinct >> np.uint32(32 - width)
        at = _begins(beginning)
        bits, slots = np.zeros(1 << width, np.bool_), np.zeros(1 << width, np.int32)
        bits[beginning[at]], slots[beginning[at]] = True, at
        most = int(np.diff(at, append=len(distinct)).max(initial=0))
        first = np.append(first, len(order))
        return cls(length, distinct, first, segment[order], element[order], bits, slots, most, spelt)

    @cached_property
    def followers(self) -> Integers:
        """Of each run the one that begins at its next word; `ANY` where it stands several times, -1 where none does."""
        run_at = np.full(len(self.spelt.hashes) + 1, -1, np.int64)
        at = self.spelt.first[self.segment] + self.element
        run_at[at] = np.repeat(np.arange(len(self.runs)), np.diff(self.first))
        follows = run_at[at[self.first[:-1]] + 1]
        return np.where(np.diff(self.first) > 1, ANY, follows)

    def mostly(self, runs: npt.NDArray[np.bool_]) -> Integers:
        """The segments of which the runs marked are a fair part of all."""
        if not runs.any():
            return np.zeros(0, np.int64)
        marked = np.bincount(self.segment, weights=np.repeat(runs, np.diff(self.first)))
        return np.flatnonzero(marked > FAIR * np.bincount(self.segment))

    def part(self, low: int, high: int) -> Index:
        """The index of segments low..high, with the same runs, of which some may stand nowhere in them."""
        within = (self.segment >= low) & (self.segment < high)
        before = np.concatenate([[0], np.cumsum(within)])
        return replace(self, first=before[self.first], segment=self.segment[within], element=self.element[within])

    def which(self, other: Index) -> Integers | None:
        """For each run its number in another index; -1 for those that are not in it, None where it has others too."""
        if other.length != self.length or not len(self.runs):
            return None
        at = np.minimum(np.searchsorted(self.runs, other.runs), len(self.runs) - 1)
        if not (self.runs[at] == other.runs).all():
            return None
        which = np.full(len(self.runs), -1, np.int64)
        which[at] = np.arange(len(other.runs))
        return which

    def pass_through(self, hashes: Numbers) -> tuple[Integers, Integers]:
        """Where the indexed runs stand among a source's words: the word, and which run; in order of the words."""
        shift = np.uint32(32 - (len(self.bits).bit_length() - 1))
        words, which = [], []
        for start in range(0, max(0, len(hashes) - self.length + 1), SLICE):
            runs = runs_of(hashes[start : start + SLICE + self.length - 1], self.length)
            slots = runs >> shift
            likely = np.flatnonzero(self.bits.take(slots, mode="clip"))
            if len(likely):
                found = self._looked_up(runs[likely], slots[likely])
                words.append(likely[found >= 0] + start)
                which.append(found[found >= 0])
        if not words:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        return np.concatenate(words), np.concatenate(which)

    def _looked_up(self, runs: Numbers, slots: Numbers) -> Integers:
        """Which indexed runs some runs are; -1 for those that only begin like one."""
        if self.most > MOST_STEPS:
            at = np.minimum(np.searchsorted(self.runs, runs), len(self.runs) - 1)
            return np.where(self.runs[at] == runs, at, -1)
        last = len(self.runs) - 1
        at = self.slots[slots].astype(np.int64)
        for _ in range(self.most - 1):
            at += self.runs[np.minimum(at, last)] < runs
        at = np.minimum(at, last)
        return np.where(self.runs[at] == runs, at, -1)


def runs_of(hashes: Numbers, length: int) -> Numbers:
    """The hash of the run that begins at each word."""
    count = max(0, len(hashes) - length + 1)
    runs = hashes[:count].copy()
    for step in range(1, length):
        runs *= STEP
        runs += hashes[step : count + step]
    runs *= STEP
    return runs


def _begins(values: npt.NDArray[np.uint32]) -> Integers:
    """Where each run of equal values begins."""
    return np.flatnonzero(np.concatenate([[len(values) > 0], values[1:] != values[:-1]])[: len(values)])
