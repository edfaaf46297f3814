"""Stage 3: choose the few windows of the source that are worth aligning.

Seeds that agree on where the segment begins (their diagonals lie close) vote for one window. Two windows near each
other are tried as one as well, so that words left out between them without a mark come out as an omission.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.match.seed import Seed

MOST_WINDOWS = 6
WORTH = 0.25
"""A window with less than this share of the best one's weight is not worth aligning."""
JOIN_WITHIN = 160
"""Words: pieces further apart than this are two passages, not one with something left out."""


@dataclass(frozen=True, slots=True)
class Window:
    """Source words start..end, and how much speaks for them."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Place:
    """A segment may begin at source words low..high; so much speaks for it."""

    low: int
    high: int
    weight: float


@dataclass(frozen=True, slots=True)
class _Cluster:
    low: int
    high: int
    weights: dict[int, float]

    @property
    def weight(self) -> float:
        return sum(self.weights.values())


def windows(seeds: Sequence[Seed], length: int, start: int, end: int) -> list[Window]:
    """The windows of source words start..end that a segment of `length` elements may stand in, best first."""
    return _chosen(_clusters(seeds, _slack(length)), length, start, end)


def windows_at(places: Sequence[Place], length: int, end: int) -> list[Window]:
    """The same from places that were voted for, in a source of `end` words."""
    return _chosen([_Cluster(one.low, one.high, {one.low: one.weight}) for one in places], length, 0, end)


def _slack(length: int) -> int:
    return max(8, length // 3)


def _chosen(clusters: Sequence[_Cluster], length: int, start: int, end: int) -> list[Window]:
    slack = _slack(length)
    clusters = sorted(clusters, key=lambda cluster: -cluster.weight)[:MOST_WINDOWS]
    singles = [_window(cluster, cluster.weight, length, start, end) for cluster in clusters]
    joined = [
        _window(_Cluster(first.low, second.high, {}), weight, length, start, end)
        for first in clusters
        for second in clusters
        if slack < second.low - first.low <= JOIN_WITHIN + slack
        and (weight := _together(first, second)) > 1.3 * max(first.weight, second.weight)
    ]
    best = sorted(singles + joined, key=lambda window: -window.weight)[: MOST_WINDOWS + 2]
    return [window for window in best if window.weight >= WORTH * best[0].weight]


def _together(first: _Cluster, second: _Cluster) -> float:
    """The weight of two clusters as one: each element counts once."""
    return sum((first.weights | second.weights).values())


def _clusters(seeds: Sequence[Seed], slack: int) -> list[_Cluster]:
    """Group seeds whose diagonals lie within `slack` of the group's first."""
    clusters: list[_Cluster] = []
    for seed in sorted(seeds, key=lambda seed: seed.diagonal):
        if not clusters or seed.diagonal - clusters[-1].low > slack:
            clusters.append(_Cluster(seed.diagonal, seed.diagonal, {}))
        last = clusters[-1]
        last.weights[seed.element] = max(seed.weight, last.weights.get(seed.element, 0.0))
        clusters[-1] = _Cluster(last.low, seed.diagonal, last.weights)
    return clusters


def _window(cluster: _Cluster, weight: float, length: int, start: int, end: int) -> Window:
    margin = 6 + length // 8
    low = max(start, cluster.low - margin)
    high = min(end, cluster.high + length + margin)
    return Window(low, max(low, high), weight)
