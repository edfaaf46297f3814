"""Stage 3: the runs that a source shares with the quotations vote for where each quotation stands.

A run at word `w` of the source that is the quotation's from its word `e` on speaks for a beginning at `w - e`, its
diagonal. Runs that agree within a few words vote together, and a run counts the more the fewer places it stands at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from holdwater.match.folding import Numbers
from holdwater.match.index import Index, Integers

BUCKET = 8
"""Words: diagonals are counted in steps of so many; two steps that touch count together."""
AHEAD = 1 << 20
"""Words: what is added to a diagonal, that it be positive; a segment's later words are not indexed."""
WORTH = 0.2
"""A place with less than this share of the best one's votes is not kept."""
MOST_KEPT = 5
"""Places that are kept for each segment of a quotation in each stretch of text."""

_SOURCE, _PLACE = 1 << 20, 1 << 27
"""What a vote's key has room for: sources in a stretch of text, and steps of diagonals in a source."""

Floats = npt.NDArray[np.float64]


class Place(NamedTuple):
    """A segment may begin at source words low..high; so much speaks for it."""

    low: int
    high: int
    weight: float

    @classmethod
    def near(cls, diagonal: int, weight: float) -> Place:
        """The place of votes that were counted together from a diagonal on."""
        return cls(diagonal, diagonal + 2 * BUCKET - 1, weight)


@dataclass(frozen=True)
class Votes:
    """Places for segments of quotations: which source, near which diagonal, and how much speaks for it.

    `common` are the segments of which many runs stand at so many places that they say nothing.
    """

    segment: Integers
    source: Integers
    diagonal: Integers
    weight: Floats
    common: Integers

    def __len__(self) -> int:
        return len(self.segment)

    @classmethod
    def none(cls) -> Votes:
        """No places at all."""
        nothing = np.zeros(0, np.int64)
        return cls(nothing, nothing, nothing, np.zeros(0), nothing)

    @classmethod
    def together(cls, votes: list[Votes], most: int) -> Votes:
        """The places of several stretches of text, for each segment the `most` that most speaks for."""
        if not votes:
            return cls.none()
        joined = cls(
            np.concatenate([one.segment for one in votes]),
            np.concatenate([one.source for one in votes]),
            np.concatenate([one.diagonal for one in votes]),
            np.concatenate([one.weight for one in votes]),
            np.unique(np.concatenate([one.common for one in votes])),
        )
        return joined.best(most)

    def best(self, most: int) -> Votes:
        """For each segment the places that most speaks for, no more than `most`; in order of segments and weights."""
        order = np.lexsort((-self.weight, self.segment))
        segment = self.segment[order]
        rank = np.arange(len(order)) - np.searchsorted(segment, segment, "left")
        order = order[rank < most]
        return replace(
            self,
            segment=self.segment[order],
            source=self.source[order],
            diagonal=self.diagonal[order],
            weight=self.weight[order],
        )


@dataclass(frozen=True)
class Hits:
    """Runs found in a stretch of text: at which words they stand, and which they are.

    `first` is the first word of each source in the stretch; `common` are the segments of which many runs were
    left out, as they stand at so many places that they say nothing.
    """

    words: Integers
    runs: Integers
    first: Integers
    common: Integers

    @classmethod
    def in_stretch(cls, index: Index, hashes: Numbers, first: Integers, most_places: int) -> Hits:
        """The runs of an index that stand in a stretch, without those that stand at more places than `most_places`."""
        words, runs = index.pass_through(hashes)
        places = np.bincount(runs, minlength=len(index.runs))
        common = np.flatnonzero(places > most_places)
        if len(common):
            telling = places[runs] <= most_places
            words, runs = words[telling], runs[telling]
        return cls(words, runs, first, index.mostly(common))

    def places(self, index: Index) -> Integers:
        """At how many words each run of the index stands."""
        return np.bincount(self.runs, minlength=len(index.runs))


def votes(index: Index, hits: Hits, places: Integers, most_kept: int = MOST_KEPT) -> Votes:
    """The places that the runs found in a stretch of text speak for.

    Args:
        index: the quotations' runs.
        hits: where some of them were found.
        places: at how many words each run stands in all texts.
        most_kept: how many places are kept for each segment.
    """
    if not len(hits.words):
        return replace(Votes.none(), common=hits.common)
    weight = 1.0 / np.log2(1.0 + np.maximum(places, 1))
    # A run that stands twice in the quotations speaks for both.
    times = index.first[hits.runs + 1] - index.first[hits.runs]
    hit = np.repeat(np.arange(len(hits.runs)), times)
    within = np.arange(len(hit)) - np.repeat(np.cumsum(times) - times, times)
    entry = index.first[hits.runs[hit]] + within
    source = np.searchsorted(hits.first, hits.words[hit], "right") - 1
    diagonal = hits.words[hit] - hits.first[source] - index.element[entry] + AHEAD
    counted = _counted(index.segment[entry], source, diagonal, weight[hits.runs[hit]])
    return replace(counted, common=hits.common).best(most_kept)


def _counted(segment: Integers, source: Integers, diagonal: Integers, weight: Floats) -> Votes:
    keys = (segment * _SOURCE + source) * _PLACE + diagonal // BUCKET
    order = np.argsort(keys)
    keys, weight = keys[order], weight[order]
    begin = _begins(keys)
    keys, weight = keys[begin], np.add.reduceat(weight, begin)
    touching = np.flatnonzero(keys[1:] - keys[:-1] == 1)
    total = weight.copy()
    total[touching] += weight[touching + 1]
    # Of two steps that touch, the later one alone adds nothing to both together.
    kept = np.ones(len(keys), np.bool_)
    kept[touching + 1] = total[touching + 1] >= total[touching]
    keys, total = keys[kept], total[kept]
    kept = _worthwhile(keys // (_PLACE * _SOURCE), total)
    keys, total = keys[kept], total[kept]
    places = keys % _PLACE * BUCKET - AHEAD
    return Votes(keys // _PLACE // _SOURCE, keys // _PLACE % _SOURCE, places, total, np.zeros(0, np.int64))


def _worthwhile(segment: Integers, weight: Floats) -> npt.NDArray[np.bool_]:
    """Which places have a fair share of the votes that their segment's best one has; in order of segments."""
    begin = _begins(segment)
    best = np.maximum.reduceat(weight, begin)
    fair: npt.NDArray[np.bool_] = weight >= WORTH * np.repeat(best, np.diff(np.append(begin, len(segment))))
    return fair


def _begins(values: Integers) -> Integers:
    """Where each run of equal values begins."""
    return np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
