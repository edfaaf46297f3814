"""Dates that are one end of a period ("until May 2023", "since 2019", "by 2040"): whether the source names the same.

Another date in the source contradicts none of these: what held until May held in March, and "by 2040" is true of 2035.
"""

from __future__ import annotations

from datetime import date, timedelta

from holdwater.extract.quantities.model import Grain, Hedge, Period
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.dated import Dating
from holdwater.findings.figures.model import Judged, Relation

_DAY = timedelta(days=1)
_PARTS = {Grain.DAY: 3, Grain.MONTH: 2, Grain.YEAR: 1}
"""Of a date's year, month and day, how many are named."""


def is_bound(period: Period) -> bool:
    """Whether a period names one of its ends alone, as a day, a month or a year."""
    return bool(_named(period)) and not period.relative and not period.impossible


def judge_bound(dating: Dating, binder: Binder) -> Judged:
    """Whether a source names the end that a date of the document names."""
    claimed = _named(dating.period)
    for one in binder.searched.measured.periods:
        given = [_named(one)] if _named(one) else [_parts(end, one.grain) for end in (one.first, one.last) if end]
        if any(end[: len(claimed)] == claimed for end in given):
            return Judged(Relation.ENTAILED, (one.sentence,))
    return Judged(Relation.UNSURE, reason="nothing in its source can be told to be of the same event")


def _named(period: Period) -> tuple[int, ...]:
    """The year, month and day of the end that an open period names, as many as it names; () if it is not open."""
    if period.grain not in _PARTS or (period.first is None) is (period.last is None):
        return ()
    if period.first is not None:
        after = period.hedge is Hedge.OVER and period.first > date.min
        return _parts(period.first - _DAY if after else period.first, period.grain)
    last = period.last or date.max
    before = period.hedge is Hedge.UNDER and last < date.max
    return _parts(last + _DAY if before else last, period.grain)


def _parts(day: date, grain: Grain) -> tuple[int, ...]:
    return (day.year, day.month, day.day)[: _PARTS.get(grain, 1)]
