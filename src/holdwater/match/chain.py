"""Stage 3: choose the few windows of the source that are worth aligning.

Places that agree on where the segment begins (their diagonals lie close) vote for one window. Two windows near each
other are tried as one as well, so that words left out between them without a mark come out as an omission.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from holdwater.match.index import Index
from holdwater.match.quoted import Element
from holdwater.match.runs import Run
from holdwater.match.votes import Hits, Place, votes
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
    for length, letters in ((3, 0), (2, 0), (1, RARE_LETTERS)):
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
