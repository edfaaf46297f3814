"""Marks that the running order asks for and that are glued to a number: "188 to 14111." between the marks 10 and 12.

Digits behind digits look like nothing but a number, so only the order can tell: a note has no mark, and between the
marks of its neighbours one number alone ends in its digits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from holdwater.patterns import waiting
from holdwater.read.plain.glue import SURE
from holdwater.read.plain.marks import Candidate
from holdwater.read.plain.order import Order

_NUMBER = waiting(r"(?<![\w.,/:–-])[$£€¥]?(?P<digits>\d{1,6}\.\d{2,5}|\d{2,8})(?=[.,;:!?)\]”\"’»]{0,3}(?:\s|\Z))")
_YEAR = waiting(r"(?:1[5-9]|20)\d\d")
_STOPPED = frozenset('.,;:!?)]”"’»')
_MOST = 2  # numbers in one gap of which each may hold the mark
_SURE = 2  # digits of a note's number from which on no other number is likely to end in them


def with_gaps(raw: str, ranges: Iterable[tuple[int, int]], labels: Sequence[int] | None, order: Order) -> Order:
    """The order with the marks that stand in its gaps: settled where one number alone can hold the mark, else in doubt.

    Args:
        raw: the file's decoded content.
        ranges: where marks may stand.
        labels: the numbers of the notes in hand; None where there are none.
        order: what the candidates' own looks have settled.
    """
    if not labels or not order.marks or len(set(labels)) < len(labels):
        return order
    known = {each.value for each in (*order.marks, *order.doubts)}
    missing = [label for label in labels if label not in known]
    if not missing:
        return order
    numbers = [match.span("digits") for start, end in ranges for match in _NUMBER.finditer(raw, start, end)]
    numbers.sort()
    marks, doubts = list(order.marks), list(order.doubts)
    for label in missing:
        found = list(_in_gap(raw, numbers, order.marks, label))
        sure = len(found) == 1 and len(str(label)) >= _SURE and raw[found[0].end] in _STOPPED
        if sure:
            marks += found
        elif len(found) <= _MOST:
            doubts += found
    return Order(tuple(sorted(marks, key=lambda each: each.end)), tuple(sorted(doubts)))


def _in_gap(
    raw: str, numbers: Sequence[tuple[int, int]], marks: Sequence[Candidate], label: int
) -> Iterator[Candidate]:
    """The numbers that end in a note's own, between the marks of the notes before and after it."""
    before = max((each.end for each in marks if each.value < label), default=0)
    after = min((each.start for each in marks if each.value > label), default=len(raw))
    for start, end in numbers[bisect_left(numbers, (before, 0)) :]:
        if start >= after:
            return
        digits = raw[start:end]
        cut = end - len(str(label))
        own = digits.endswith(str(label)) and cut > start and raw[cut - 1] != "." and digits[0] != "0"
        if own and not _YEAR.fullmatch(digits) and end < len(raw):
            yield Candidate(cut, end, label, SURE)
