"""The runs of many segments that stand in their windows, looked for all together.

Each segment is laid against its window as a table of equal hashes. Three equal ones in a diagonal are a run's: all
tables lie one behind the other in one array, and a diagonal is a step of the same width in each.

    a b c X d      window  p a b c q        a . 1 . . . |
                                            b . . 1 . . |   the blank behind each row and below each table parts
                                            c . . . 1 . |   what does not belong together
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from holdwater.match.folding import Numbers

LEAST = 3
"""Words: shorter runs meet by chance beside their place."""
MOST_CELLS = 1 << 19
"""Cells of the tables that are filled at a time; they stay in the processor's cache."""
BLANK = 0x51ED270B
"""In place of a hash of what is no whole word; should a word have it, its letters tell."""
_NOTHING = 0xA4D1C5E9

Integers = npt.NDArray[np.int64]

Run = tuple[int, int, int]
"""Its first element, its first word of the window, its length."""


class Compared(NamedTuple):
    """The hashes of a segment's elements, `BLANK` for what is no whole word, and those of a window's words."""

    own: Numbers
    theirs: Numbers


def standing(pairs: Sequence[Compared]) -> list[list[Run]]:
    """For each pair the runs of at least `LEAST` equal hashes, in order of their elements, then of their words.

    Hashes decide nothing: whoever takes a run compares its letters.
    """
    found: list[list[Run]] = [[] for _ in pairs]
    for some in _tables(pairs):
        _fill(pairs, some, found)
    return found


def _tables(pairs: Sequence[Compared]) -> Iterator[list[int]]:
    """The pairs, those of about the same size together, by their numbers."""
    some: list[int] = []
    width = 0
    for number in sorted(range(len(pairs)), key=lambda number: len(pairs[number].own)):
        own, theirs = pairs[number]
        width = max(width, len(theirs))
        if some and (len(own) + 1) * (width + 1) * (len(some) + 1) > MOST_CELLS:
            yield some
            some, width = [], len(theirs)
        some.append(number)
    if some:
        yield some


def _fill(pairs: Sequence[Compared], some: Sequence[int], found: list[list[Run]]) -> None:
    height = 1 + max(len(pairs[number].own) for number in some)
    width = 1 + max(len(pairs[number].theirs) for number in some)
    own = np.full((len(some), height, 1), BLANK, np.uint32)
    theirs = np.full((len(some), 1, width), _NOTHING, np.uint32)
    for row, number in enumerate(some):
        pair = pairs[number]
        own[row, : len(pair.own), 0] = pair.own
        theirs[row, 0, : len(pair.theirs)] = pair.theirs
    begin, length = _diagonals((own == theirs).ravel(), width + 1, height * width)
    table, cell = np.divmod(begin, height * width)
    first, at = np.divmod(cell, width)
    columns = (column.tolist() for column in (table, first, at, length))
    for row, *run in zip(*columns, strict=True):
        found[some[row]].append((run[0], run[1], run[2]))


def _diagonals(equal: npt.NDArray[np.bool_], step: int, size: int) -> tuple[Integers, Integers]:
    """Where the runs of equal cells begin that lie `step` apart, in order, and how long each is; tables of `size`."""
    three = equal[: -2 * step] & equal[step:-step] & equal[2 * step :]
    begins, ends = three.copy(), three
    begins[step:] &= ~equal[: max(0, len(three) - step)]
    ends[: max(0, len(equal) - 3 * step)] &= ~equal[3 * step :]
    begin, end = np.flatnonzero(begins), np.flatnonzero(ends)
    # In one table the cells of one remainder are a chain; along it begins and ends alternate.
    order = np.lexsort((begin % step, begin // size))
    last = end[np.lexsort((end % step, end // size))]
    length = np.empty_like(begin)
    length[order] = (last - begin[order]) // step + LEAST
    return begin, length
