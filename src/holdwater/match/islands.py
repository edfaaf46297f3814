"""Lay a segment by the pairs that stand in a window: from one to the next, with nothing in between.

    segment   a b THE c d OF e f      words of another text: a "the" and an "of" stand by chance, and nothing else
    window    p THE q r s t OF u v    the cheapest way over them is that of a few pairs, not of a whole table

Between two pairs the cheapest way is known beforehand: few words are exchanged, many left out and the elements put in.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match.prices import INSERT, NOISE, OMIT_MORE, OMIT_OPEN, REPLACE, UNIT, Prices
from holdwater.match.steps import Ends, Step

MOST = 400
"""Pairs: to go over more of them may take longer than the search or the table."""
EXCHANGED = 10
"""Words between two pairs: so many are exchanged where there are elements for each; of more, all are left out."""
_REPLACE, _INSERT, _OPEN, _MORE = (round(UNIT * price) for price in (REPLACE, INSERT, OMIT_OPEN, OMIT_MORE))
_NOISE, _EXCHANGE = round(UNIT * NOISE), _REPLACE - _INSERT
_NEVER = 1 << 60

_Pair = tuple[int, int, int, int, int]
"""An element, a word that it stands for, what that costs, the element and the word behind the pair."""


class Islands:
    """The cheapest alignment of a segment by the pairs that stand.

    Attributes:
        cost: what it costs in 1/10,000 of a changed word.
        end: the word behind its last, of equally cheap ones the first.
        sure: whether no other is as cheap.
    """

    def __init__(self, cost: int, end: int, pairs: list[_Pair], prices: Prices, ends: Ends, *, sure: bool) -> None:
        self.cost, self.end, self.sure = cost, end, sure
        self._pairs, self._ends, self._passed = pairs, ends, prices.passed
        self._count, self._width = len(prices.own), len(prices.keys)

    def path(self, offset: int) -> list[Step]:
        """The steps of the alignment; `offset` is the source's index of the window's first word."""
        first = self._pairs[0][1] if self._pairs else self.end
        i, j = 0, first if self._ends.start else 0
        steps: list[Step] = []
        for element, word, _, last, end in [*self._pairs, (self._count, self.end, 0, 0, 0)]:
            if i < element or j < word:
                steps += _between(i, element, j, word, offset, self._passed)
            if element < self._count:
                steps.append(Step(element, last, offset + word, offset + end))
            i, j = last, end
        return steps


def by_islands(prices: Prices, ends: Ends) -> Islands | None:
    """The cheapest alignment, of equally cheap ones that of the table (`dense`).

    None where much stands, where brackets are, or where the preset passes over words.
    """
    if prices.brackets or prices.preset.passable:
        return None
    pairs: list[_Pair] = []
    for index in range(len(prices.own)):
        pairs += [(index, at, price, index + elements, at + words) for at, price, elements, words in prices.hits(index)]
        if len(pairs) > MOST:
            return None
    return _cheapest(pairs, prices, ends)


def _cheapest(pairs: list[_Pair], prices: Prices, ends: Ends) -> Islands:
    count, width = len(prices.own), len(prices.keys)
    real = prices.real or range(width + 1)
    costs, before = _chained(pairs, real, ends)
    best, end, last = _INSERT * count, 0 if ends.end else width, [-1]
    if not (ends.start or ends.end):
        best = _cost(count, width, real[width])
    for number, (_, _, _, element, word) in enumerate(pairs):
        at = word if ends.end else width
        cost = costs[number] + _cost(count - element, at - word, real[at] - real[word])
        if cost < best or (cost == best and at < end):
            best, end, last = cost, at, [number]
        elif cost == best and at == end:
            last.append(number)
    chain: list[_Pair] = []
    i, j, sure = count, end, True
    while True:
        sure = sure and len(last) == 1
        number = last[0] if len(last) == 1 else max(last, key=lambda one: _rank(one, pairs, i, j, ends, prices.passed))
        if number < 0:
            break
        chain.append(pairs[number])
        i, j, last = *pairs[number][:2], before[number]
    return Islands(best, end, chain[::-1], prices, ends, sure=sure)


def _chained(pairs: list[_Pair], real: Sequence[int], ends: Ends) -> tuple[list[int], list[list[int]]]:
    """For each pair what the cheapest way up to it costs, and the pairs before it on such a way; -1 for none.

    `real` counts the words before each that are not passed over. From one pair to the next, each element between costs
    a word put in at least: a way over a pair costs less than to put all elements in by what it has `spared` at most.
    """
    costs: list[int] = []
    before: list[list[int]] = []
    behind: list[tuple[int, int, int, int, int, int]] = []
    most = -_NEVER
    for number, (i, j, price, last, end) in enumerate(pairs):
        put_in, here = _INSERT * i, real[j]
        best, previous = put_in if ends.start else _cost(i, j, here), [-1]
        for other, element, word, counted, spared, at_most in reversed(behind):
            if put_in - at_most > best:  # neither a way over this pair nor over those before it is as cheap
                break
            if put_in - spared > best or element > i or word > j:
                continue
            cost, left_out = put_in - spared, here - counted
            if left_out:  # the same as in `_cost`, which a call of it would double
                if left_out <= i - element and left_out <= EXCHANGED:
                    cost += _EXCHANGE * left_out
                else:
                    cost += _OPEN + _MORE * (left_out - 1)
            cost += _NOISE * (j - word - left_out)
            if cost < best:
                best, previous = cost, [other]
            elif cost == best:
                previous.append(other)
        best += price
        costs.append(best)
        before.append(previous)
        most = max(most, _INSERT * last - best)
        behind.append((number, last, end, real[end], _INSERT * last - best, most))
    return costs, before


def _rank(number: int, pairs: list[_Pair], i: int, j: int, ends: Ends, passed: Sequence[bool] | None) -> str:
    """The steps back from element i and word j to a pair and over it; of two that cost the same the greater is taken.

    As in the table: rather a pair, of two elements last, than an exchange, rather that than an element put in, rather
    that than a word left out.
    """
    if number < 0:
        element, word, pair = 0, j if ends.start else 0, ""
    else:
        first, start, _, element, word = pairs[number]
        pair = "3" if element - first > 1 else "5" if word - start > 1 else "4"
    back = reversed(_between(element, i, word, j, 0, passed))
    return "".join(["0" if one.first == one.last else "1" if one.start == one.end else "2" for one in back]) + pair


def _cost(elements: int, words: int, real: int) -> int:
    """What it costs at least to lay elements against words of which no two stand for one another.

    All but `real` of the words are passed over for next to nothing.
    """
    noise = _NOISE * (words - real)
    if not real:
        return _INSERT * elements + noise
    if real <= elements and real <= EXCHANGED:
        return _REPLACE * real + _INSERT * (elements - real) + noise
    return _INSERT * elements + _OPEN + _MORE * (real - 1) + noise


def _between(first: int, last: int, start: int, end: int, offset: int, passed: Sequence[bool] | None) -> list[Step]:
    """The steps for elements first..last against words start..end of the window, of which none stand.

    Words are exchanged as late as may be; the elements that are too many are put in before them, or behind the last
    word that is passed over.
    """
    real = end - start - (sum(passed[start:end]) if passed else 0)
    if not real or real > last - first or real > EXCHANGED:
        return [
            *(Step(first, first, offset + at, offset + at + 1) for at in range(start, end)),
            *(Step(at, at + 1, offset + end, offset + end) for at in range(first, last)),
        ]
    steps: list[Step] = []
    put_in = last - first - real
    for at in range(end - 1, start - 1, -1):
        if passed and passed[at]:
            steps += [Step(last - by, last - by + 1, offset + at + 1, offset + at + 1) for by in range(1, put_in + 1)]
            last, put_in = last - put_in, 0
            steps.append(Step(last, last, offset + at, offset + at + 1))
        else:
            steps.append(Step(last - 1, last, offset + at, offset + at + 1))
            last -= 1
    steps += [Step(at, at + 1, offset + start, offset + start) for at in range(last - 1, first - 1, -1)]
    steps.reverse()
    return steps
