"""Lay a segment by the whole table, a row of it at a time: for what the search in `sparse` would not get through.

Gotoh's recurrences (1982, J. Mol. Biol. 162:705) over numpy rows. A run of words left out costs a sum that grows from
left to right, so the best place where it began is a running minimum of the costs less that sum.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

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
from holdwater.match.quoted import BRACKET
from holdwater.match.steps import Ends, Step

Row = NDArray[np.int64]

_NEVER = 1 << 40
_REPLACE, _NOISE, _OPEN, _MORE = (round(UNIT * price) for price in (REPLACE, NOISE, OMIT_OPEN, OMIT_MORE))
_STANDS, _FIRST, _OWN = (round(UNIT * price) for price in (BRACKET_MORE, BRACKET_OPEN, BRACKET_OWN))


class Table:
    """The table of one segment against one window.

    Attributes:
        cost: the cheapest alignment's cost in 1/10,000 of a changed word.
        end: the word behind its last, of equally cheap ones the first.
    """

    def __init__(self, prices: Prices, ends: Ends) -> None:
        self._prices, self._start_free = prices, ends.start
        width = len(prices.keys)
        passed = np.array(prices.passed if prices.passed else [False] * width, dtype=bool)
        self._real = np.concatenate(([0], np.cumsum(~passed)))
        self._passed = np.concatenate(([0], np.cumsum(passed)))
        self._onward = _MORE * self._real + _NOISE * self._passed
        self._opened = self._onward + (_OPEN - _MORE)
        self._any_passed = bool(passed.any())
        # The cheapest cost of every cell; the cheapest without words left out, or not taken up by a bracket, last.
        self._cells: list[Row] = []
        self._settled: list[Row] = []
        self._fill(width)
        last = self._cells[-1]
        self.end = int(last.argmin()) if ends.end else width
        self.cost = int(last[self.end])

    def _fill(self, width: int) -> None:
        row = np.zeros(width + 1, np.int64)
        if not self._start_free:
            row[1:] = _NEVER
        self._settled.append(row)
        self._cells.append(row if self._start_free else self._with_left_out(row))
        exchanges = self._exchanges(width)
        for index, element in enumerate(self._prices.elements):
            above = self._cells[-1]
            row = above + self._prices.inserts[index]
            if element.kind is BRACKET:
                self._settled.append(row)
                self._cells.append(self._with_standing(row, index))
            else:
                np.minimum(row[1:], above[:-1] + exchanges[index], out=row[1:])
                if self._prices.joins:
                    self._join(row, index)
                self._settled.append(row)
                self._cells.append(self._with_left_out(row))

    def _exchanges(self, width: int) -> Row:
        """What each element costs against each word of the window."""
        rows, columns, found = [], [], []
        for index in range(len(self._prices.elements)):
            for at, price, elements, words in self._prices.hits(index):
                if elements == words == 1:
                    rows.append(index)
                    columns.append(at)
                    found.append(price)
        exchanges = np.full((len(self._prices.elements), width), _REPLACE, np.int64)
        exchanges[rows, columns] = found
        return exchanges

    def _join(self, row: Row, index: int) -> None:
        """Lower a row's costs where its element stands against two words, or with the one before it against one."""
        above = self._cells[-1]
        for start, joined, elements, words in self._prices.hits(index):
            if elements == 1 and words == 2:
                row[start + 2] = min(row[start + 2], above[start] + joined)
        for start, joined, elements, _ in self._prices.joins.get(index - 1, ()):
            if elements == 2:
                row[start + 1] = min(row[start + 1], self._cells[-2][start] + joined)

    def _with_left_out(self, row: Row) -> Row:
        """A row, with words left out behind its cells."""
        best: Row = row - self._onward
        np.minimum.accumulate(best, out=best)
        best += self._opened
        if self._any_passed:  # from the last word that counts on, only what is passed over
            level = _NOISE * self._passed + _NEVER * self._real
            np.minimum(best, np.minimum.accumulate(row - level) + level, out=best)
        np.minimum(best, row, out=best)
        return best

    def _with_standing(self, row: Row, index: int) -> Row:
        """A bracket's row, with the words that it stands for behind its cells."""
        opening, prices = self._bracket(index)
        best = np.full_like(row, _NEVER)
        best[1:] = np.minimum.accumulate(row[:-1] + opening - prices[:-1]) + prices[1:]
        return np.minimum(best, row, out=best)

    def _bracket(self, index: int) -> tuple[Row, Row]:
        """What it costs to open a bracket at each word, and the sum of what it costs to take in the words before."""
        own = set(self._prices.elements[index].key.split())
        theirs = np.array([key.strip("[]") in own for key in self._prices.keys], dtype=bool)
        prices = np.concatenate(([0], np.cumsum(np.where(theirs, _OWN, _STANDS))))
        return np.where(theirs, 0, _FIRST), prices

    def path(self, offset: int) -> list[Step]:
        """The steps of the cheapest alignment; `offset` is the source's index of the window's first word."""
        steps: list[Step] = []
        i, j = len(self._prices.own), self.end
        while i > 0 or (j > 0 and not self._start_free):
            if self._cells[i][j] < self._settled[i][j]:
                begun = self._begun(i, j)
                steps += [Step(i, i, offset + at, offset + at + 1) for at in range(j - 1, begun - 1, -1)]
                j = begun
            if i > 0:
                elements, words = self._step(i, j)
                steps.append(Step(i - elements, i, offset + j - words, offset + j))
                i, j = i - elements, j - words
        steps.reverse()
        return steps

    def _begun(self, i: int, j: int) -> int:
        """Where the words left out before word j begin, or those that a bracket stands for; as late as may be."""
        row, cost = self._settled[i][:j], self._cells[i][j]
        if i and self._prices.elements[i - 1].kind is BRACKET:
            opening, prices = self._bracket(i - 1)
            ways = row + opening[:j] + (prices[j] - prices[:j])
        else:
            real = self._real[j] - self._real[:j]
            ways = row + (self._onward[j] - self._onward[:j]) + np.where(real > 0, _OPEN - _MORE, 0)
        return int(np.flatnonzero(ways == cost)[-1])

    def _step(self, i: int, j: int) -> tuple[int, int]:
        """How many elements and words the step before element i and word j takes."""
        cost, above = self._settled[i][j], self._cells[i - 1]
        if self._prices.elements[i - 1].kind is BRACKET:
            return 1, 0
        singles = [hit for hit in self._prices.hits(i - 1) if hit[2] == 1]
        doubles = [hit for hit in self._prices.joins.get(i - 2, ()) if hit[2] == 2]
        for at, price, elements, words in [*singles, *doubles, (j - 1, _REPLACE, 1, 1)]:
            if 0 <= at == j - words and self._cells[i - elements][at] + price == cost:
                return elements, words
        assert above[j] + self._prices.inserts[i - 1] == cost
        return 1, 0
