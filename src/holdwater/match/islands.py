"""Lay a segment by the pairs that stand in a window: from one to the next, with nothing in between.

    segment   a b THE c d OF e f      words of another text: a "the" and an "of" stand by chance, and nothing else
    window    p THE q r s t OF u v    the cheapest way over them is that of a few pairs, not of a whole table

Between two pairs the cheapest way is known beforehand: few words are exchanged, many left out and the elements put in.
Where two ways are equally cheap nothing is said, and the search (`sparse`) or the table (`dense`) decides.
"""

from __future__ import annotations

from holdwater.match.prices import INSERT, OMIT_MORE, OMIT_OPEN, REPLACE, UNIT, Prices
from holdwater.match.steps import Ends, Step

MOST = 100
"""Pairs: to go over more of them takes longer than the search or the table."""
EXCHANGED = 10
"""Words between two pairs: so many are exchanged where there are elements for each; of more, all are left out."""
_REPLACE, _INSERT, _OPEN, _MORE = (round(UNIT * price) for price in (REPLACE, INSERT, OMIT_OPEN, OMIT_MORE))

_Pair = tuple[int, int, int]
"""An element, a word that it stands for, and what that costs."""


class Islands:
    """The cheapest alignment of a segment by the pairs that stand.

    Attributes:
        cost: what it costs in 1/10,000 of a changed word.
        end: the word behind its last, of equally cheap ones the first.
    """

    def __init__(self, cost: int, end: int, pairs: list[_Pair], prices: Prices, ends: Ends) -> None:
        self.cost, self.end = cost, end
        self._pairs, self._ends = pairs, ends
        self._count, self._width = len(prices.own), len(prices.keys)

    def path(self, offset: int) -> list[Step]:
        """The steps of the alignment; `offset` is the source's index of the window's first word."""
        first = self._pairs[0][1] if self._pairs else self.end
        i, j = 0, first if self._ends.start else 0
        steps: list[Step] = []
        for element, word, _ in [*self._pairs, (self._count, self.end, 0)]:
            steps += _between(i, element, j, word, offset)
            if element < self._count:
                steps.append(Step(element, element + 1, offset + word, offset + word + 1))
            i, j = element + 1, word + 1
        return steps


def by_islands(prices: Prices, ends: Ends) -> Islands | int | None:
    """The cheapest alignment; its cost alone where another is as cheap.

    None where much stands, or where words may be passed over.
    """
    if prices.brackets or prices.joins or prices.passed or prices.preset.passable:
        return None
    pairs: list[_Pair] = []
    for index in range(len(prices.own)):
        pairs += [(index, at, price) for at, price, _, _ in prices.hits(index)]
        if len(pairs) > MOST:
            return None
    return _cheapest(pairs, prices, ends)


def _cheapest(pairs: list[_Pair], prices: Prices, ends: Ends) -> Islands | int:
    count, width = len(prices.own), len(prices.keys)
    costs, before, unsure = _chained(pairs, ends)
    best, end, last = _INSERT * count, 0 if ends.end else width, -1
    if not (ends.start or ends.end):
        best = _cost(count, width)
    doubtful = False
    for number, (element, word, _) in enumerate(pairs):
        rest = 0 if ends.end else width - word - 1
        cost, at = costs[number] + _cost(count - element - 1, rest), word + 1 if ends.end else width
        if cost < best or (cost == best and at < end):
            best, end, last, doubtful = cost, at, number, False
        elif cost == best and at == end:
            doubtful = True
    if doubtful or (last >= 0 and unsure[last]):
        return best
    chain = []
    while last >= 0:
        chain.append(pairs[last])
        last = before[last]
    return Islands(best, end, chain[::-1], prices, ends)


def _chained(pairs: list[_Pair], ends: Ends) -> tuple[list[int], list[int], list[bool]]:
    """For each pair what the cheapest way up to it costs, the pair before it there, and whether there is another."""
    costs: list[int] = []
    before: list[int] = []
    unsure: list[bool] = []
    for number, (i, j, price) in enumerate(pairs):
        best, previous, doubtful = _INSERT * i if ends.start else _cost(i, j), -1, False
        for other in range(number - 1, -1, -1):
            element, word, _ = pairs[other]
            di, dj = i - element - 1, j - word - 1
            if _INSERT * di > best:  # the others are further off still
                break
            cost = costs[other]
            if di < 0 or dj < 0 or cost > best:
                continue
            if not dj:
                cost += _INSERT * di
            elif dj <= di and dj <= EXCHANGED:
                cost += _REPLACE * dj + _INSERT * (di - dj)
            else:
                cost += _INSERT * di + _OPEN + _MORE * (dj - 1)
            if cost < best:
                best, previous, doubtful = cost, other, unsure[other]
            elif cost == best:
                doubtful = True
        costs.append(best + price)
        before.append(previous)
        unsure.append(doubtful)
    return costs, before, unsure


def _cost(elements: int, words: int) -> int:
    """What it costs at least to lay elements against words of which no two stand for one another."""
    if not words:
        return _INSERT * elements
    if words <= elements and words <= EXCHANGED:
        return _REPLACE * words + _INSERT * (elements - words)
    return _INSERT * elements + _OPEN + _MORE * (words - 1)


def _between(first: int, last: int, start: int, end: int, offset: int) -> list[Step]:
    """The steps for elements first..last against words start..end of the window, of which none stand."""
    elements, words = last - first, end - start
    if 0 < words <= elements and words <= EXCHANGED:
        put_in = elements - words
        return [
            *(Step(at, at + 1, offset + start, offset + start) for at in range(first, first + put_in)),
            *(
                Step(first + put_in + by, first + put_in + by + 1, offset + start + by, offset + start + by + 1)
                for by in range(words)
            ),
        ]
    return [
        *(Step(first, first, offset + at, offset + at + 1) for at in range(start, end)),
        *(Step(at, at + 1, offset + end, offset + end) for at in range(first, last)),
    ]
