"""Which candidates are note marks: those that run 1, 2, 3 … through the text, weighed together.

A chain of candidates in the text's order is worth the sum of its weights, less a toll for each number that it misses.
The best chain is found by dynamic programming over (candidate, place in the notes' order), once from the front and
once from the back, so that for each candidate the worth of the best chain through it is known. Where another reading
is nearly as good as the best one, neither is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.read.plain_marks import DOUBTFUL, GOOD, Candidate

_NEAR = 1.2  # two readings whose chains differ by less are a doubt
_TOLL_LISTED = 1.0  # for a number that has a note and no mark
_TOLL_UNLISTED = 1.5  # for a number missing in a text without notes
_MOST_LINKS = 400_000
_LEAST_SHARE = 0.5  # of the notes listed that must have a mark for the order to count
_MOST_MISSING = 0.2  # of the numbers, in a text without notes


@dataclass(frozen=True, slots=True)
class Order:
    """The marks that the running order settles, and those that it leaves in doubt."""

    marks: tuple[Candidate, ...] = ()
    doubts: tuple[Candidate, ...] = ()


def settle(found: Sequence[Candidate], labels: Sequence[int] | None) -> Order:
    """Choose the note marks among the candidates.

    Args:
        found: candidates in order of their ends.
        labels: the numbers of the notes in hand, in their order; None where the text has no list of notes.

    Returns:
        The settled marks and the doubtful ones; both empty where no order holds.
    """
    chains = _Chains(found, labels)
    best = chains.best()
    if not best:
        return Order()
    strong = [link for link in best if chains.weight(link) >= GOOD]
    sure = [link for link in best if chains.weight(link) > DOUBTFUL]
    holds = _holds_listed(sure, labels) if labels is not None else _holds_unlisted(sure, strong, chains)
    if not holds:
        return Order(doubts=_single_doubt(best, strong, chains, labels))
    rivals = chains.rivals(best)
    doubtful = {link for link in best if chains.weight(link) <= DOUBTFUL} | rivals
    marks = tuple(chains.candidate(link) for link in best if link not in doubtful)
    doubts = {chains.candidate(link) for link in doubtful}
    return Order(marks, tuple(sorted(doubts)))


def _holds_listed(sure: Sequence[int], labels: Sequence[int]) -> bool:
    return len(sure) >= max(1.0, _LEAST_SHARE * len(set(labels)))


def _holds_unlisted(sure: Sequence[int], strong: Sequence[int], chains: _Chains) -> bool:
    if len(strong) < 2 or 5 * len(strong) < 3 * len(sure):
        return False
    last = chains.candidate(sure[-1]).value
    return chains.candidate(sure[0]).value == 1 and len(sure) >= (1 - _MOST_MISSING) * last


def _single_doubt(
    best: Sequence[int], strong: Sequence[int], chains: _Chains, labels: Sequence[int] | None
) -> tuple[Candidate, ...]:
    """One mark alone, without notes, has no order to be told by: it is a doubt."""
    if labels is None and len(best) == 1 and strong:
        return (chains.candidate(best[0]),)
    return ()


class _Chains:
    """The best chains through every link; a link is a candidate at a place in the notes' order."""

    def __init__(self, found: Sequence[Candidate], labels: Sequence[int] | None) -> None:
        self._found = found
        self._toll = _TOLL_UNLISTED if labels is None else _TOLL_LISTED
        highest = min(999, len(found) + 10)
        places = _places(range(1, highest + 1) if labels is None else labels)
        self._count = highest if labels is None else len(labels)
        self._owner: list[int] = []
        self._place: list[int] = []
        for index, each in enumerate(found):
            for place in places.get(each.value, ()):
                self._owner.append(index)
                self._place.append(place)
        if len(self._owner) > _MOST_LINKS:
            self._owner, self._place = [], []
        self._closing = labels is not None
        self._front, self._before = self._sweep(range(len(self._owner)), forward=True)
        self._back, _ = self._sweep(range(len(self._owner) - 1, -1, -1), forward=False)

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

    def rivals(self, best: Sequence[int]) -> set[int]:
        """Links whose chain is nearly as good as the best one and reads a number or its digits otherwise, and the
        links of the best chain that they rival."""
        top = max(self.worth(link) for link in best)
        by_place = {self._place[link]: link for link in best}
        by_end = {self.candidate(link).end: link for link in best}
        chosen = set(best)
        doubtful: set[int] = set()
        for link in range(len(self._owner)):
            if link in chosen or self.worth(link) < top - _NEAR:
                continue
            rivalled = {by_place.get(self._place[link], -1), by_end.get(self.candidate(link).end, -1)} - {-1}
            rivalled = {each for each in rivalled if self.candidate(each) != self.candidate(link)}
            if rivalled:
                doubtful |= rivalled | {link}
        return doubtful

    def _ending(self, link: int) -> float:
        return self._toll * (self._count - 1 - self._place[link]) if self._closing else 0.0

    def _sweep(self, links: range, *, forward: bool) -> tuple[list[float], list[int]]:
        """For each link the worth of the best chain that ends (or begins) with it, and the link next to it there."""
        worth = [0.0] * len(self._owner)
        beside = [-1] * len(self._owner)
        tree = _BestBelow(self._count)
        waiting: list[int] = []
        for link in links:
            if waiting and self.candidate(waiting[0]).end != self.candidate(link).end:
                self._enter(tree, waiting, worth, forward)
                waiting = []
            place = self._place[link] if forward else self._count - 1 - self._place[link]
            value, neighbour = tree.below(place)
            alone = -self._toll * place if forward or self._closing else 0.0
            joined = value - self._toll * place if neighbour >= 0 else alone - 1.0
            worth[link] = self.weight(link) + max(alone, joined)
            beside[link] = neighbour if joined >= alone else -1
            waiting.append(link)
        return worth, beside

    def _enter(self, tree: _BestBelow, links: Sequence[int], worth: Sequence[float], forward: bool) -> None:
        for link in links:
            place = self._place[link] if forward else self._count - 1 - self._place[link]
            tree.put(place, worth[link] + self._toll * (place + 1), link)


def _places(labels: Sequence[int]) -> dict[int, list[int]]:
    """Where in the notes' order each number stands; of two notes side by side with one number, the first."""
    places: dict[int, list[int]] = {}
    before = 0
    for place, label in enumerate(labels):
        if label != before:
            places.setdefault(label, []).append(place)
        before = label
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
