"""Stage 3: the runs that a source shares with the quotations vote for where each quotation stands.

A run at word `w` of the source that is the quotation's from its word `e` on speaks for a beginning at `w - e`, its
diagonal. Runs that agree within a few words vote together, and a run counts the more the fewer places it stands at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from holdwater.match.folding import Numbers
from holdwater.match.index import Index, Integers

BUCKET = 8
"""Words: diagonals are counted in steps of so many; two steps that touch count together."""
WORTH = 0.2
"""A place with less than this share of the best one's votes is not kept."""
NEARLY = 0.8
"""A place with this share of the best one's votes is nearly as good; stray runs make such a difference."""
FAIR = 0.5
"""Where enough places have this share of the best one's votes, less than `NEARLY`, none with less is among the best."""
FEW = 1_000
"""Places that are sorted as they are."""
MOST_KEPT = 5
"""Places that are kept for each segment of a quotation in each stretch of text."""
LEAST_VOTES, VOTES_A_WORD = 4_000_000, 8
"""Votes that are counted in a stretch: so many, or so many a word of the quotations where that is more. Of what is
beyond them the runs with most votes are left out; only very many quotations that are much alike come near so many."""
MOST_TOGETHER = 2_000_000
"""Votes of different segments that are counted together: it says how much memory they take."""

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

    `jointly` is how much all segments of the same quotation speak for the source; 0 where a segment is the only one.
    `common` are the segments of which many runs stand at so many places that they say nothing.
    """

    segment: Integers
    source: Integers
    diagonal: Integers
    weight: Floats
    jointly: Floats
    common: Integers

    def __len__(self) -> int:
        return len(self.segment)

    @classmethod
    def none(cls) -> Votes:
        """No places at all."""
        nothing = np.zeros(0, np.int64)
        return cls(nothing, nothing, nothing, np.zeros(0), np.zeros(0), nothing)

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
            np.concatenate([one.jointly for one in votes]),
            np.unique(np.concatenate([one.common for one in votes])),
        )
        return joined.best(most)

    def best(self, most: int) -> Votes:
        """For each segment the places that most speaks for, no more than `most`; in order of segments and weights.

        Of places for which nearly as much speaks as for the best one, those go first in whose source the quotation's
        other segments stand too.
        """
        fair = self._fair(most)
        if len(fair) < len(self):
            return self.only(fair).best(most)
        order = np.lexsort((-self.weight, -self._among_the_best(), self.segment))
        segment = self.segment[order]
        rank = np.arange(len(order)) - np.searchsorted(segment, segment, "left")
        return self.only(order[rank < most])

    def _fair(self, most: int) -> Integers:
        """Without the places that surely have `most` better ones, in the same order."""
        if len(self) <= FEW:
            return np.arange(len(self))
        best = np.zeros(int(self.segment.max()) + 1)
        np.maximum.at(best, self.segment, self.weight)
        fair = self.weight >= FAIR * best[self.segment]
        many = np.bincount(self.segment[fair], minlength=len(best)) >= most
        return np.flatnonzero(fair | ~many[self.segment])

    def only(self, which: Integers) -> Votes:
        """Some of the places, in this order."""
        return replace(
            self,
            segment=self.segment[which],
            source=self.source[which],
            diagonal=self.diagonal[which],
            weight=self.weight[which],
            jointly=self.jointly[which],
        )

    def _among_the_best(self) -> Floats:
        """What a quotation's segments speak for together, at the places nearly as good as their segment's best."""
        if not self.jointly.any():
            return self.jointly
        best = np.zeros(int(self.segment.max()) + 1)
        np.maximum.at(best, self.segment, self.weight)
        return np.where(self.weight >= NEARLY * best[self.segment], self.jointly, 0.0)

    def fair_sources(self, owners: Integers, halves: int, share: float) -> Integers:
        """The places in the sources for which a quotation's votes are a fair share of those for its best one.

        Args:
            owners: the quotation of each segment.
            halves: how many places of one segment count for a source.
            share: what is fair; a rounding's breadth below it is let be.
        """
        if not len(self):
            return np.zeros(0, np.int64)
        sources = int(self.source.max()) + 1
        asking = owners[self.segment]
        group = self.segment * sources + self.source
        order = np.lexsort((-self.weight, group))
        rank = np.arange(len(order)) - np.searchsorted(group[order], group[order])
        counted = order[rank < halves]
        texts, text = np.unique(asking * sources + self.source, return_inverse=True)
        total = np.bincount(text[counted], weights=self.weight[counted])
        begin = _begins(texts // sources)
        best = np.repeat(np.maximum.reduceat(total, begin), np.diff(np.append(begin, len(texts))))
        fair: npt.NDArray[np.bool_] = total >= (share - 1e-6) * best
        return np.flatnonzero(fair[text])

    def joined(self, owners: Integers) -> Votes:
        """With what all segments of a quotation speak for in a source: the best place of each.

        These votes must be in order of segments and sources.

        Args:
            owners: the quotation of each segment; a quotation's segments follow one another.
        """
        several = np.diff(owners, prepend=-1) * np.diff(owners, append=-1) == 0
        at = np.flatnonzero(several[self.segment])
        if not len(at):
            return self
        sources = int(self.source[at].max()) + 1
        begin = _begins(self.segment[at] * sources + self.source[at])
        best = np.maximum.reduceat(self.weight[at], begin)
        first = at[begin]
        _, pair = np.unique(owners[self.segment[first]] * sources + self.source[first], return_inverse=True)
        total = np.bincount(pair, weights=best)[pair]
        jointly = self.jointly.copy()
        jointly[at] = np.repeat(total, np.diff(np.append(begin, len(at))))
        return replace(self, jointly=jointly)


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
        return cls.of(index, *index.pass_through(hashes), first, most_places)

    @classmethod
    def of(cls, index: Index, words: Integers, runs: Integers, first: Integers, most_places: int) -> Hits:
        """The same of all runs of the index that stand in a stretch: at these words, these runs."""
        telling = _telling(index, np.bincount(runs, minlength=len(index.runs)), most_places)
        if not telling.all():
            kept = telling[runs]
            words, runs = words[kept], runs[kept]
        return cls(words, runs, first, index.mostly(~telling))

    def places(self, index: Index) -> Integers:
        """At how many words each run of the index stands."""
        return np.bincount(self.runs, minlength=len(index.runs))


def _telling(index: Index, places: Integers, most_places: int) -> npt.NDArray[np.bool_]:
    """Which runs stand at few enough places to say something, and have votes that may all be counted."""
    telling = places <= most_places
    cast = np.where(telling, places * np.diff(index.first), 0)
    most = max(LEAST_VOTES, VOTES_A_WORD * len(index.segment))
    if int(cast.sum()) > most:
        order = np.argsort(cast, kind="stable")
        telling[order[np.cumsum(cast[order]) > most]] = False
    return telling


def votes(
    index: Index, hits: Hits, places: Integers, most_kept: int = MOST_KEPT, owners: Integers | None = None
) -> Votes:
    """The places that the runs found in a stretch of text speak for.

    Args:
        index: the quotations' runs.
        hits: where some of them were found.
        places: at how many words each run stands in all texts.
        most_kept: how many places are kept for each segment.
        owners: the quotation of each segment; None where each is a quotation of its own.
    """
    if not len(hits.words):
        return replace(Votes.none(), common=hits.common)
    weight = 1.0 / np.log2(1.0 + np.maximum(places, 1))
    # A quotation that is parted here, as two of the parts have some of its segments, is rare, and loses little by it.
    found = [_counted(part, hits, weight) for part in _parts(index, hits)]
    found = [(one if owners is None else one.joined(owners)).best(most_kept) for one in found]
    return replace(Votes.together(found, most_kept), common=hits.common) if len(found) > 1 else found[0]


def places_of(words: Integers, elements: Integers, weight: Floats) -> list[Place]:
    """The places that some runs of one segment speak for in one source, best first; as `votes` counts them.

    Run `i` stands at `words[i]` of the source, begins with the segment's word `elements[i]` and weighs `weight[i]`.
    """
    order = np.lexsort((elements, words))
    ahead = BUCKET * (int(elements.max()) // BUCKET + 1)
    steps, total = _summed((words - elements + ahead)[order] // BUCKET, weight[order])
    kept = np.flatnonzero(total >= WORTH * total.max())
    best = kept[np.argsort(-total[kept], kind="stable")].tolist()
    return [Place.near(int(steps[at]) * BUCKET - ahead, float(total[at])) for at in best]


def _parts(index: Index, hits: Hits) -> Iterator[Index]:
    """The index, in parts where all of its votes would be too many to be counted together."""
    cast = hits.places(index)
    times = np.diff(index.first)
    if int((cast * times).sum()) <= MOST_TOGETHER:
        yield index
        return
    total = np.cumsum(np.bincount(index.segment, weights=np.repeat(cast, times)))
    low = 0
    while low < len(total):
        counted = total[low - 1] if low else 0
        high = max(low + 1, int(np.searchsorted(total, counted + MOST_TOGETHER, "right")))
        yield index.part(low, high)
        low = high


def _counted(index: Index, hits: Hits, weight: Floats) -> Votes:
    """All places that are voted for, with the weights of their votes; a run has one of these weights."""
    # A run that stands twice in the quotations speaks for both.
    times = index.first[hits.runs + 1] - index.first[hits.runs]
    hit = np.repeat(np.arange(len(hits.runs)), times)
    if not len(hit):
        return replace(Votes.none(), common=hits.common)
    within = np.arange(len(hit)) - np.repeat(np.cumsum(times) - times, times)
    entry = index.first[hits.runs[hit]] + within
    source = np.searchsorted(hits.first, hits.words[hit], "right") - 1
    # What is added to diagonals makes them positive, and begins with a step.
    ahead = BUCKET * (int(index.element.max()) // BUCKET + 1)
    steps = (hits.words[hit] - hits.first[source] - index.element[entry] + ahead) // BUCKET
    key = _Key(len(hits.first), int(steps.max()) + 2)
    keys, total = _summed(key.of(index.segment[entry], source, steps), weight[hits.runs[hit]])
    kept = _worthwhile(keys // (key.sources * key.steps), total)
    segment, source, steps = key.parts(keys[kept])
    total = total[kept]
    return Votes(segment, source, steps * BUCKET - ahead, total, np.zeros(len(total)), hits.common)


@dataclass(frozen=True)
class _Key:
    """Segment, source and step of a diagonal as one number; behind a source's last step there is room for another.

    63 bits are enough for four million segments, a stretch's 32,768 sources and sources of half a billion words.
    """

    sources: int
    steps: int

    def of(self, segment: Integers, source: Integers, step: Integers) -> Integers:
        return (segment * self.sources + source) * self.steps + step

    def parts(self, keys: Integers) -> tuple[Integers, Integers, Integers]:
        rest, step = np.divmod(keys, self.steps)
        segment, source = np.divmod(rest, self.sources)
        return segment, source, step


def _summed(keys: Integers, weight: Floats) -> tuple[Integers, Floats]:
    """Each key once, in order, with the weights of its votes and of those one step on."""
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
    return keys[kept], total[kept]


def _worthwhile(segment: Integers, weight: Floats) -> npt.NDArray[np.bool_]:
    """Which places have a fair share of the votes that their segment's best one has; in order of segments."""
    begin = _begins(segment)
    best = np.maximum.reduceat(weight, begin)
    fair: npt.NDArray[np.bool_] = weight >= WORTH * np.repeat(best, np.diff(np.append(begin, len(segment))))
    return fair


def _begins(values: Integers) -> Integers:
    """Where each run of equal values begins."""
    return np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
