"""Numbers that were miscopied: the source's own digits in another order, or with one of them changed."""

from __future__ import annotations

from collections import Counter

LEAST = 3
"""Digits that a number must have for one other digit to be a slip; in two digits only their order can be one."""


def is_slip(claimed: float, given: float) -> bool:
    """Whether two numbers have the same number of digits, and differ by one digit or by the order of some.

    Typing and copying mistakes in figures are mostly of these two sorts: transposed digits, and one digit for another.
    """
    mine, its = _digits(claimed), _digits(given)
    if mine == its or len(mine) != len(its) or len(mine) < 2 or not _same_size(claimed, given):
        return False
    apart = sum(one != other for one, other in zip(mine, its, strict=True))
    if len(mine) >= LEAST and apart == 1:
        return True
    return apart == 2 and Counter(mine) == Counter(its)


def _digits(value: float) -> str:
    """The digits of a number that are not zeros behind the others: 19,600,000,000 has "196", as has 1.96."""
    return f"{abs(value):.10g}".partition("e")[0].replace(".", "").strip("0")


def _same_size(claimed: float, given: float) -> bool:
    low, high = sorted((abs(claimed), abs(given)))
    return low > 0 and high < 10 * low
