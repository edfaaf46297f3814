"""Chains of candidates that run through the notes' order, and the best one through each of them.

A chain of candidates in the text's order is worth the sum of its weights, less a toll for each number that it misses.
The best one is found by dynamic programming over (candidate, place in the notes' order), once from the front and once
from the back, so that for each candidate the worth of the best chain through it is known as well. With a tree of prefix
maxima that takes n log n steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from holdwater.read.plain.glue import GOOD, STRONG
from holdwater.read.plain.marks import Candidate

_NEAR = 1.2  # two readings whose chains differ by less are a doubt
_TOLL_LISTED = 1.0  # for a number that has a note and no mark
_TOLL_UNLISTED = 1.5  # for a number missing in a text without notes
_BEYOND = 3  # numbers after the last note that a mark may show although it has no note
_WIDEST_GAP = 5  # numbers missing between two notes that marks may show
_MOST_LINKS = 400_000


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in the notes' order: its number, and whether a note with that number is in hand."""

    label: int
    listed: bool


class Chains:
    """The best chains through every link; a link is a candidate at a place in the notes' order."""

    def __init__(self, found: Sequence[Candidate], labels: Sequence[int] | None) -> None:
        self._found = found
        self._closing = labels is not None
        places = _listed_places(labels) if labels is not None else _counted_places(len(found))
        toll = _TOLL_UNLISTED if labels is None else _TOLL_LISTED
        self._count = len(places)
        self._passed = list(accumulate((toll if place.listed else 0.0 for place in places), initial=0.0))
        self._owner: list[int] = []
        self._place: list[int] = []
        self._link(places)
        self._front, self._before = self._sweep_forward()
        self._back = self._sweep_back()

    def _link(self, places: Sequence[_Place]) -> None:
        by_label: dict[int, list[int]] = {}
        for index, place in enumerate(places):
            if not index or place.label != places[index - 1].label:  # of two notes with one number, the first
                by_label.setdefault(place.label, []).append(index)
        for index, each in enumerate(self._found):
            for at in by_label.get(each.value, ()):
                if places[at].listed or each.weight >= GOOD:
                    self._owner.append(index)
                    self._place.append(at)
        if len(self._owner) > _MOST_LINKS:
            self._owner, self._place = [], []

    def candidate(self, link: int) -> Candidate:
        """The candidate of a link."""
        return self._found[self._owner[link]]

    def weight(self, link: int) -> float:
        """The weight of a link's candidate."""
        return self.candidate(link).weight

    def worth(self, link: int) -> float:
        """The worth of the best chain through a link."""
        return self._front[link] + self._back[link] - self.weight(link)

    def best(self) -> list[int]:
        """The links of the best chain; empty where none is worth more than nothing."""
        if not self._owner:
            return []
        ends = [self._front[link] - self._ending(link) for link in range(len(self._owner))]
        link = max(range(len(ends)), key=ends.__getitem__)
        if ends[link] + self._ending(link) <= 0:
            return []
        chain = []
        while link >= 0:
            chain.append(link)
            link = self._before[link]
        return chain[::-1]

    def rivals(self, best: Sequence[int], *, again: bool = False) -> set[int]:
        """Links whose chain is nearly as good as the best one and reads a number or its digits otherwise, and the
        links of the best chain that they rival; with `again`, strong marks may show one number several times."""
        top = max(self.worth(link) for link in best)
        by_place = {self._place[link]: link for link in best}
        by_end = {self.candidate(link).end: link for link in best}
        chosen = set(best)
        doubtful: set[int] = set()
        for link in range(len(self._owner)):
            if link in chosen or self.worth(link) < top - _NEAR:
                continue
            rivalled = {by_place.get(self._place[link], -1), by_end.get(self.candidate(link).end, -1)} - {-1}
            rivalled = {each for each in rivalled if not self._agree(each, link, again)}
            if rivalled:
                doubtful |= rivalled | {link}
        return doubtful

    def _agree(self, one: int, other: int, again: bool) -> bool:
        """Whether two links do not speak against each other: one candidate, or marks by their looks ("[2] … [2]")."""
        first, second = self.candidate(one), self.candidate(other)
        if first == second or (first.plain and second.plain):
            return True
        return again and first.value == second.value and min(first.weight, second.weight) >= STRONG

    def _ending(self, link: int) -> float:
        """The toll for the numbers after a link."""
        return self._passed[-1] - self._passed[self._place[link] + 1] if self._closing else 0.0

    def _sweep_forward(self) -> tuple[list[float], list[int]]:
        """For each link the worth of the best chain that ends with it, and the link before it there."""
        worth = [0.0] * len(self._owner)
        before = [-1] * len(self._owner)
        tree = _BestBelow(self._count)
        for links in self._by_token(range(len(self._owner))):
            for link in links:
                place = self._place[link]
                value, neighbour = tree.below(place)
                start = -self._passed[place]
                joined = value + start if neighbour >= 0 else start - 1.0
                worth[link] = self.weight(link) + max(start, joined)
                before[link] = neighbour if joined >= start else -1
            for link in links:
                place = self._place[link]
                tree.put(place, worth[link] + self._passed[place + 1], link)
        return worth, before

    def _sweep_back(self) -> list[float]:
        """For each link the worth of the best chain that begins with it."""
        worth = [0.0] * len(self._owner)
        tree = _BestBelow(self._count)
        for links in self._by_token(range(len(self._owner) - 1, -1, -1)):
            for link in links:
                place = self._place[link]
                value, _ = tree.below(self._count - 1 - place)
                worth[link] = self.weight(link) + max(-self._ending(link), value + self._passed[place + 1])
            for link in links:
                place = self._place[link]
                tree.put(self._count - 1 - place, worth[link] - self._passed[place], link)
        return worth

    def _by_token(self, links: range) -> Iterator[list[int]]:
        """The links together that read the same digits: no two of them are in one chain."""
        together: list[int] = []
        for link in links:
            if together and self.candidate(together[0]).end != self.candidate(link).end:
                yield together
                together = []
            together.append(link)
        if together:
            yield together


def _counted_places(candidates: int) -> list[_Place]:
    """Without notes in hand: 1, 2, 3 … as far as there may be marks."""
    return [_Place(label, True) for label in range(1, min(999, candidates + 10) + 1)]


def _listed_places(labels: Sequence[int]) -> list[_Place]:
    """The notes in hand, and between and after them the numbers that marks may show although they have no note."""
    places: list[_Place] = []
    before = 0
    for label in labels:
        if 1 < label - before <= _WIDEST_GAP + 1:
            places.extend(_Place(missing, False) for missing in range(before + 1, label))
        places.append(_Place(label, True))
        before = label
    places.extend(_Place(before + step, False) for step in range(1, _BEYOND + 1))
    return places


class _BestBelow:
    """A Fenwick tree of prefix maxima: the best value put at any place below another."""

    def __init__(self, size: int) -> None:
        self._values = [float("-inf")] * (size + 2)
        self._links = [-1] * (size + 2)

    def put(self, place: int, value: float, link: int) -> None:
        """Keep `value` at `place` if it is the best there."""
        index = place + 1
        while index < len(self._values):
            if value > self._values[index]:
                self._values[index], self._links[index] = value, link
            index += index & -index

    def below(self, place: int) -> tuple[float, int]:
        """The best value at a place below `place`, and its link; -1 where there is none."""
        best, link = float("-inf"), -1
        index = place
        while index > 0:
            if self._values[index] > best:
                best, link = self._values[index], self._links[index]
            index -= index & -index
        return best, link
