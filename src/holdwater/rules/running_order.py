"""Whether numbers run in order: the fewest that would have to move."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def strays(numbers: Sequence[int]) -> list[int]:
    """The indexes of the numbers that stand out of order, as few as can be.

    What is left without them is a longest increasing subsequence (patience sorting, n log n), so that one mark put in
    the wrong place is one stray, not as many as there are marks between its place and where it stands. Where several
    choices are as good, the later numbers stay.
    """
    tails: list[int] = []  # the smallest last number of an increasing run of each length
    tail_at: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(tail_at[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            tail_at.append(index)
        else:
            tails[length], tail_at[length] = number, index
    kept = set()
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return [index for index in range(len(numbers)) if index not in kept]


def runs_from_one(numbers: Sequence[int]) -> list[range]:
    """The index ranges of the runs that start over at 1, as notes numbered chapter by chapter do.

    A 1 starts a new run only where the run already has one, so that "2, 1, 3" stays one run, out of order.
    """
    starts = [0]
    has_one = False
    for index, number in enumerate(numbers):
        if number == 1 and has_one:
            starts.append(index)
        has_one = has_one or number == 1
    ends = [*starts[1:], len(numbers)]
    return [range(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
