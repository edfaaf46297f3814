"""Periods that are given by their two ends ("from 3 May to 2 August 1921"): each end is held against its like."""

from __future__ import annotations

from datetime import date, timedelta

from holdwater.extract.quantities.model import Grain, Hedge, Period

_DAY = timedelta(days=1)
_PARTS = {Grain.DAY: 3, Grain.MONTH: 2, Grain.YEAR: 1}
"""Of a date's year, month and day, how many are named."""
_EXACT = frozenset({Grain.DAY, Grain.MONTH})

Parts = tuple[int, ...]
"""The year, month and day of a date, as many of them as are named."""


def is_stretch(period: Period) -> bool:
    """Whether a period is given by two ends that are both known, and not hedged."""
    known = period.first is not None and period.last is not None
    return period.is_range and known and period.hedge is Hedge.NONE


def is_same_stretch(claimed: Period, given: Period) -> bool:
    """Whether a stretch begins and ends with another, or with a date, as exactly as the coarser of them is written."""
    return names_start(claimed, given) and names_end(claimed, given) and named_end(given) == ()


def has_other_end(claimed: Period, given: Period) -> bool:
    """Whether of two stretches one end is the same and the other is not, both ends written with their months.

    Of years, what holds of the longer stretch is told of a part of it too: there the claimed one must be the longer.
    """
    mine, its = _ends(claimed), _ends(given)
    if _meet(mine[0], its[0]) is _meet(mine[1], its[1]):
        return False
    exact = {claimed.grain, given.grain, claimed.opening or claimed.grain, given.opening or given.grain} <= _EXACT
    return exact or len(_days(claimed)) > len(_days(given))


def is_on_one_day(claimed: Period, given: Period) -> bool:
    """Whether the end that two stretches share is a day in both."""
    mine, its = _ends(claimed), _ends(given)
    return any(one == other and len(one) == _PARTS[Grain.DAY] for one, other in zip(mine, its, strict=True))


def lie_within(claimed: Period, given: Period) -> bool:
    """Whether one of two stretches lies in the other, of which nothing follows."""
    mine, its = _days(claimed), _days(given)
    return (mine[0] in its and mine[-1] in its) or (its[0] in mine and its[-1] in mine)


def names_start(claimed: Period, given: Period) -> bool:
    """Whether a period of a source, alone or as its own start, names the day, month or year that a stretch begins."""
    return any(_meet(_ends(claimed)[0], one) for one in named_ends(given)[:1])


def names_end(claimed: Period, given: Period) -> bool:
    """Whether a period of a source, alone or as its own end, names the day, month or year that a stretch ends."""
    return any(_meet(_ends(claimed)[1], one) for one in named_ends(given)[-1:])


def named_ends(period: Period) -> list[Parts]:
    """The dates that a period names: the two ends of a stretch, the one end of an open period, or itself."""
    open_end = named_end(period)
    if open_end:
        return [open_end]
    if period.is_range:
        return [
            parts(end, grain)
            for end, grain in ((period.first, period.opening or period.grain), (period.last, period.grain))
            if end
        ]
    return [parts(end, period.grain) for end in (period.first, period.last) if end]


def named_end(period: Period) -> Parts:
    """What an open period names of its end: "since 5 May 2010"; () if it is not open, or not by day, month or year."""
    if period.grain not in _PARTS or (period.first is None) is (period.last is None):
        return ()
    if period.first is not None:
        after = period.hedge is Hedge.OVER and period.first > date.min
        return parts(period.first - _DAY if after else period.first, period.grain)
    last = period.last or date.max
    before = period.hedge is Hedge.UNDER and last < date.max
    return parts(last + _DAY if before else last, period.grain)


def parts(day: date, grain: Grain) -> Parts:
    """A day's year, month and day, as many of them as a date of this grain names."""
    return (day.year, day.month, day.day)[: _PARTS.get(grain, 1)]


def _ends(period: Period) -> tuple[Parts, Parts]:
    first, last = period.first or date.min, period.last or date.max
    return parts(first, period.opening or period.grain), parts(last, period.grain)


def _days(period: Period) -> range:
    first, last = period.first or date.min, period.last or date.max
    return range(first.toordinal(), last.toordinal() + 1)


def _meet(mine: Parts, its: Parts) -> bool:
    """Whether two dates are the same as far as both of them are named."""
    named = min(len(mine), len(its))
    return mine[:named] == its[:named]
