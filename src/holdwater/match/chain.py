"""Stage 3: choose the few windows of the source that are worth aligning.

Places that agree on where the segment begins (their diagonals lie close) vote for one window. Two windows near each
other are tried as one as well, so that words left out between them without a mark come out as an omission.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from holdwater.match.folding import Numbers
from holdwater.match.index import Index, Integers, Spelt
from holdwater.match.quoted import Element
from holdwater.match.runs import LEAST, Run
from holdwater.match.votes import Hits, Place, places_of, votes
from holdwater.match.words import Words

MOST_WINDOWS = 6
WORTH = 0.25
"""A window with less than this share of the best one's weight is not worth aligning."""
JOIN_WITHIN = 160
"""Words: pieces further apart than this are two passages, not one with something left out."""
MOST_PLACES = 48
"""A run that stands in more places of one text than this says little about where."""
RARE_LETTERS = 5
"""A single word of fewer letters says little about where."""
LENGTHS = ((3, 0), (2, 0), (1, RARE_LETTERS))
"""Words of the runs that vote for the windows of one segment in one text, and their least letters, in turn."""
MOST_THREES = 64
"""Runs of three words in a text that are told by the windows they stand in; more are looked for there again."""
MOST_CELLS = 1 << 19
"""A segment's words times those of a text: up to here it is quicker to compare each with each than to make an index."""


@dataclass(frozen=True, slots=True)
class Window:
    """Source words start..end, and how much speaks for them.

    `runs` are the runs of the segment that stand there by their hashes; None where they were not looked for.
    """

    start: int
    end: int
    weight: float
    runs: Sequence[Run] | None = None


def windows(places: Sequence[Place], length: int, start: int, end: int) -> list[Window]:
    """The windows of source words start..end that a segment of `length` elements may stand in, best first."""
    slack = max(8, length // 3)
    clusters = sorted(_clusters(places, slack), key=lambda cluster: -cluster.weight)[:MOST_WINDOWS]
    joined = [
        Place(first.low, second.high, first.weight + second.weight)
        for first in clusters
        for second in clusters
        if slack < second.low - first.low <= JOIN_WITHIN + slack
        and first.weight + second.weight > 1.3 * max(first.weight, second.weight)
    ]
    best = sorted([*clusters, *joined], key=lambda cluster: -cluster.weight)[: MOST_WINDOWS + 2]
    return [_window(one, length, start, end) for one in best if one.weight >= WORTH * best[0].weight]


def windows_in(segment: Sequence[Element], words: Words, start: int, end: int) -> list[Window]:
    """The windows of source words start..end for a segment: by runs of three words, else of two, else rare words."""
    hashes = words.hashes[start:end]
    if len(segment) * len(hashes) > MOST_CELLS:
        return _by_index(segment, hashes, start, end)
    equal = Spelt.of([segment]).hashes[:, None] == hashes
    threes = np.flatnonzero(three := _runs(equal, LEAST))
    for length, letters in LENGTHS:
        stand = three if length == LEAST else _runs(equal, length)
        places = _places(segment, stand, letters)
        if places:
            moved = [Place(one.low + start, one.high + start, one.weight) for one in places]
            found = windows(moved, len(segment), start, end)
            return _with_runs(found, threes, three.shape[1], start) if len(threes) <= MOST_THREES else found
    return []


def _with_runs(found: Sequence[Window], threes: Integers, width: int, start: int) -> list[Window]:
    """Windows with the runs that stand in each, made of the runs of three words, which are cells of a table."""
    cells = list(zip(*(part.tolist() for part in np.divmod(threes, width)), strict=True))
    return [replace(one, runs=_within(cells, one.start - start, one.end - start)) for one in found]


def _within(cells: Sequence[tuple[int, int]], start: int, end: int) -> list[Run]:
    """The runs that lie in words start..end; from these on they are counted."""
    inside = {(element, word) for element, word in cells if start <= word <= end - LEAST}
    found = []
    for element, word in cells:
        if (element, word) in inside and (element - 1, word - 1) not in inside:
            more = 1
            while (element + more, word + more) in inside:
                more += 1
            found.append((element, word - start, more + LEAST - 1))
    return found


def _runs(equal: npt.NDArray[np.bool_], length: int) -> npt.NDArray[np.bool_]:
    """Where a run of so many equal words begins."""
    high, wide = (max(0, size - length + 1) for size in equal.shape)
    found = equal[:high, :wide].copy()  # lies in one piece
    for step in range(1, length):
        found &= equal[step : high + step, step : wide + step]
    return found


def _places(segment: Sequence[Element], stand: npt.NDArray[np.bool_], least_letters: int) -> list[Place]:
    """What the runs vote for that stand so, but for those of shorter words and those that stand at too many places."""
    cells = np.flatnonzero(stand)
    if not len(cells):
        return []
    element, word = np.divmod(cells, stand.shape[1])
    places = np.bincount(element)
    telling = places <= MOST_PLACES
    if least_letters:
        telling &= np.array([len(one.key) >= least_letters for one in segment[: len(places)]], np.bool_)
    kept = telling[element]
    element, word = element[kept], word[kept]
    return places_of(word, element, 1.0 / np.log2(1.0 + places[element]))[:MOST_WINDOWS] if len(word) else []


def _by_index(segment: Sequence[Element], hashes: Numbers, start: int, end: int) -> list[Window]:
    """The windows of a segment that is too long to be laid against all words."""
    for length, letters in LENGTHS:
        index = Index.of([segment], length, least_letters=letters)
        if not len(index.runs):
            continue
        hits = Hits.in_stretch(index, hashes, np.zeros(1, np.int64), MOST_PLACES)
        found = votes(index, hits, hits.places(index), MOST_WINDOWS)
        if len(found):
            pairs = zip(found.diagonal.tolist(), found.weight.tolist(), strict=True)
            places = [Place.near(diagonal + start, weight) for diagonal, weight in pairs]
            return windows(places, len(segment), start, end)
    return []


def _clusters(places: Sequence[Place], slack: int) -> list[Place]:
    """Places whose diagonals lie within `slack` of a cluster's first are one."""
    clusters: list[Place] = []
    for place in sorted(places, key=lambda place: place.low):
        if clusters and place.low - clusters[-1].low <= slack:
            last = clusters.pop()
            place = Place(last.low, max(last.high, place.high), last.weight + place.weight)
        clusters.append(place)
    return clusters


def _window(cluster: Place, length: int, start: int, end: int) -> Window:
    margin = 6 + length // 8
    low = max(start, cluster.low - margin)
    high = min(end, cluster.high + length + margin)
    return Window(low, max(low, high), cluster.weight)
