"""Numbers that were miscopied: the source's own digits in another order, or with one of them changed."""

from __future__ import annotations

from collections import Counter
from math import floor, log10

LEAST = 3
"""Digits that a number must have for one other digit to be a slip; in two digits only their order can be one."""


def is_slip(claimed: float, given: float) -> bool:
    """Whether two numbers have the same number of digits, and differ by one digit or by the order of some.

    Typing and copying mistakes in figures are mostly of these two sorts: transposed digits, and one digit for another.
    """
    mine, its = _digits(claimed, given), _digits(given, claimed)
    if mine == its or len(mine) < 2 or "0" in (mine[0], its[0]):
        return False
    apart = sum(one != other for one, other in zip(mine, its, strict=True))
    if len(mine) >= LEAST and apart == 1:
        return True
    return apart == 2 and Counter(mine) == Counter(its)


def _digits(value: float, other: float) -> str:
    """A number's digits from the first one of the larger of two to the last one that either needs.

    19,600,000,000 beside 19,900,000,000 gives "196", 480 beside 408 "480", and 12 beside 1,200 "0012".
    """
    size = max(abs(value), abs(other))
    if not size:
        return ""
    exponent = floor(log10(size))
    written = [f"{abs(one) / 10**exponent:.8f}".replace(".", "") for one in (value, other)]
    return written[0][: max(len(each.rstrip("0")) for each in written)]
