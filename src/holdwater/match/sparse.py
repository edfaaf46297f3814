"""Lay a segment by best-first search: only the cells that a cheapest alignment may run through are looked at.

An A* search (Hart, Nilsson and Raphael 1968, IEEE Trans. Syst. Sci. Cybern. 4:100) over cells (element, word). What
the elements still to come cost at least is known beforehand: a word that the window does not have must cost something.
Where quotation and window agree the search runs on without looking left or right, as the wavefront alignment does
(Marco-Sola and others 2021, Bioinformatics 37:456): to take a pair of equal words is never dearer than to leave it, as
long as neither word may be joined or passed over.

    quotation  the board never paid the men
    source     the board did not pay the men     runs: "the board", "the men"; only between them are cells looked at

Orders of steps that cost the same are looked at once: words are left out only straight before a pair that stands, and
with a free start the search sets in at such pairs.
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush

from holdwater.match.prices import (
    BRACKET_MORE,
    BRACKET_OPEN,
    BRACKET_OWN,
    NOISE,
    OMIT_MORE,
    OMIT_OPEN,
    REPLACE,
    UNIT,
    Prices,
)
from holdwater.match.steps import Ends, Step

_REPLACE, _NOISE, _OPEN = round(UNIT * REPLACE), round(UNIT * NOISE), round(UNIT * BRACKET_OPEN)
_MORE, _OWN = round(UNIT * BRACKET_MORE), round(UNIT * BRACKET_OWN)
_OMIT, _OMIT_MORE = round(UNIT * OMIT_OPEN) - round(UNIT * OMIT_MORE), round(UNIT * OMIT_MORE)

# What a node is: between steps, straight behind a bracket, behind a word that a bracket stands for, an end of the
# search (its element is the last) or a beginning of it.
_AMID, _BEHIND, _STANDING, _BORDER = range(4)
_WORD_BITS, _ELEMENT_BITS = 22, 20
_WORD_MASK, _ELEMENT_MASK = (1 << _WORD_BITS) - 1, (1 << _ELEMENT_BITS) - 1
_NODE_BITS = 2 + _WORD_BITS + _ELEMENT_BITS

# Cost, node before, the element and word where its run ends, and how many of each the step from there to here takes.
_Reached = tuple[int, int, int, int, int, int]


class Search:
    """One search; `run` says what it found.

    Attributes:
        cost: the cheapest alignment's cost in 1/10,000 of a changed word, once found.
        end: the word behind its last, of equally cheap ones the first.
    """

    def __init__(self, prices: Prices, floors: list[int], ends: Ends, most: int) -> None:
        self._prices, self._floors, self._ends, self._most = prices, floors, ends, most
        self._count, self._width = len(prices.own), len(prices.keys)
        self._brackets, self._refunds, self._runs = prices.brackets, prices.refunds, prices.runs()
        self._queue: list[int] = []
        self._reached: dict[int, _Reached] = {}
        self._run_ends: set[int] = set()
        self._push = self._pusher(most)
        self.cost, self.end, self._last = -1, -1, -1

    def _pusher(self, most: int) -> Callable[[int, int, int, int, int, int, int, int, int], None]:
        """A function that notes a way to a node, if it is the cheapest yet and may cost no more than `most`."""
        count, floors, refunds, reached, queue = self._count, self._floors, self._refunds, self._reached, self._queue

        def push(
            i: int, j: int, mode: int, cost: int, before: int, at_i: int, at_j: int, elements: int, words: int
        ) -> None:
            total = cost + floors[i] + refunds[j] if mode != _BORDER or i < count else cost
            if total > most:
                return
            node = count - i << _WORD_BITS + 2 | j << 2 | mode
            known = reached.get(node)
            if known is None or cost < known[0]:
                reached[node] = (cost, before, at_i, at_j, elements, words)
                heappush(queue, total << _NODE_BITS | node)

        return push

    def run(self, pops: int) -> bool | None:
        """True where the cheapest alignment was found, false where all cost too much, None after `pops` nodes."""
        first = _BORDER if self._ends.start and self._count else _AMID
        self._push(0, 0, first, 0, -1, 0, 0, 0, 0)
        queue, reached, floors, refunds, count = self._queue, self._reached, self._floors, self._refunds, self._count
        while queue:
            item = heappop(queue)
            total, mode, j = item >> _NODE_BITS, item & 3, item >> 2 & _WORD_MASK
            i = count - (item >> 2 + _WORD_BITS & _ELEMENT_MASK)
            node = item & (1 << _NODE_BITS) - 1
            if self._last >= 0 and (total > self.cost or not self._ends.end):
                break
            if mode == _BORDER and i == count:
                if self._last < 0 or j < self.end:
                    self.cost, self.end, self._last = total, j, node
                continue
            cost = reached[node][0]
            if total != cost + floors[i] + refunds[j] or (self._last >= 0 and j >= self.end):
                continue
            if pops <= 0:
                return None
            pops -= 1
            if mode == _AMID:
                self._from_amid(node, i, j, cost)
            elif mode == _BORDER:
                self._from_border(node, i, cost)
            else:
                self._from_bracket(node, i, j, cost, mode)
        return self._last >= 0

    def _from_amid(self, node: int, i: int, j: int, cost: int) -> None:
        """Run on while the words are equal, then take every step there is."""
        prices = self._prices
        own, theirs = self._runs
        begun = j
        while own[i] == theirs[j]:
            i, j = i + 1, j + 1
        if self._refunds[begun] != self._refunds[j]:  # the rest is dearer than it was thought: others may come first
            self._push(i, j, _AMID, cost, node, i, j, 0, 0)
            return
        spot = i << _WORD_BITS | j
        if spot in self._run_ends:
            return
        self._run_ends.add(spot)
        push = self._push
        if i == self._count:
            self._finish(node, i, j, cost, prices.left_out(j, self._width))
            return
        if i not in self._brackets:
            floors, refunds, most, real = self._floors, self._refunds, self._most, prices.real
            for at, price, elements, words in prices.hits(i):
                if at < j:
                    continue
                here = cost + price
                if at > j:
                    here += _OMIT + _OMIT_MORE * (at - j) if real is None else prices.left_out(j, at)
                if here + floors[i + elements] + refunds[at + words] <= most:
                    push(i + elements, at + words, _AMID, here, node, i, j, elements, words)
            if j < self._width:
                push(i + 1, j + 1, _AMID, cost + _REPLACE, node, i, j, 1, 1)
        push(i + 1, j, _AMID if i not in self._brackets else _BEHIND, cost + prices.inserts[i], node, i, j, 1, 0)
        if prices.passed and j < self._width and prices.passed[j]:
            push(i, j + 1, _AMID, cost + _NOISE, node, i, j, 0, 1)

    def _from_bracket(self, node: int, i: int, j: int, cost: int, mode: int) -> None:
        """A bracket may stand for one word more; or the next element comes."""
        prices, push = self._prices, self._push
        if j < self._width:
            own = self._brackets[i - 1]
            opened = _MORE if mode == _STANDING else _MORE + _OPEN
            price = _OWN if prices.keys[j].strip("[]") in own else opened
            push(i, j + 1, _STANDING, cost + price, node, i, j, 0, 1)
        if i == self._count:
            if self._ends.end or j == self._width:
                self._finish(node, i, j, cost, 0)
            return
        if i not in self._brackets:
            for at, price, elements, words in prices.hits(i):
                if at == j:
                    push(i + elements, j + words, _AMID, cost + price, node, i, j, elements, words)
            if j < self._width:
                push(i + 1, j + 1, _AMID, cost + _REPLACE, node, i, j, 1, 1)
        push(i + 1, j, _AMID if i not in self._brackets else _BEHIND, cost + prices.inserts[i], node, i, j, 1, 0)

    def _from_border(self, node: int, i: int, cost: int) -> None:
        """With a free start, the elements before the first that stands are put in; words cost nothing until then."""
        own = self._brackets.get(i)
        if own is None:
            for at, price, elements, words in self._prices.hits(i):
                self._push(i + elements, at + words, _AMID, cost + price, node, i, at, elements, words)
        else:
            for at in [at for at, key in enumerate(self._prices.keys) if key.strip("[]") in own]:
                price = self._prices.inserts[i] + _OWN
                self._push(i + 1, at + 1, _STANDING, cost + price, node, i, at, 1, 1)
        end = 0 if self._ends.end or i + 1 < self._count else self._width
        self._push(i + 1, end, _BORDER, cost + self._prices.inserts[i], node, i, end, 1, 0)

    def _finish(self, node: int, i: int, j: int, cost: int, rest: int) -> None:
        """The last element is laid; with a closed end, the rest of the window is left out."""
        if self._ends.end:
            self._push(i, j, _BORDER, cost, node, i, j, 0, 0)
        else:
            self._push(i, self._width, _BORDER, cost + rest, node, i, j, 0, 0)

    def path(self, offset: int) -> list[Step]:
        """The steps of the alignment found; `offset` is the source's index of the window's first word."""
        steps: list[Step] = []
        node = self._last
        while True:
            _, before, i, j, elements, words = self._reached[node]
            if before < 0:
                break
            last, end, mode = self._place(node)
            first, start = last - elements, offset + end - words
            i_before, _, mode_before = self._place(before)
            if mode_before == _BORDER and mode == _STANDING:  # a bracket that opens the segment, and a word of its own
                steps += [Step(last, last, start, start + 1), Step(first, last, start, start)]
            elif elements or words:
                steps.append(Step(first, last, start, offset + end))
            if mode_before == _BORDER:
                steps += [Step(at, at + 1, start, start) for at in range(first - 1, -1, -1)]
                break
            steps += [Step(i, i, at, at + 1) for at in range(start - 1, offset + j - 1, -1)]
            run = j - i + offset
            steps += [Step(at, at + 1, at + run, at + run + 1) for at in range(i - 1, i_before - 1, -1)]
            node = before
        steps.reverse()
        return steps

    def _place(self, node: int) -> tuple[int, int, int]:
        """A node's element, word and mode."""
        return self._count - (node >> 2 + _WORD_BITS), node >> 2 & _WORD_MASK, node & 3
