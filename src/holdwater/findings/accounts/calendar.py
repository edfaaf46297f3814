"""Times between dates: how many years, months or days lie between two periods, however exactly each is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from holdwater.extract.quantities.dates.reading import read_periods
from holdwater.extract.quantities.model import Grain, Hedge, Period, Quantity
from holdwater.patterns import waiting

DAY = 86_400.0
_WEEK = 7.0
_EXPLICIT = waiting(r"\d{4}")
_MONTH = waiting(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_FINE = frozenset({Grain.DAY, Grain.WEEK})
_ROUGH = 0.2


def is_dated(period: Period, text: str) -> bool:
    """Whether a period is known to the year by its own words, neither hedged nor counted from the document's date."""
    known = period.first is not None and period.last is not None and period.hedge is Hedge.NONE
    return known and not period.relative and _EXPLICIT.search(period.span.of(text)) is not None


def of_year(start: Period, end: Period, text: str) -> Period | None:
    """A date that is known to the year, its year that of the date it leads to if it has none itself.

    "On 5 May … on 9 May 1980" begins on 5 May 1980. None where the year cannot be known.
    """
    words = start.span.of(text)
    if is_dated(start, text):
        return start
    if start.is_range or not is_dated(end, text) or not _MONTH.search(words):
        return None
    read = read_periods(f"{words.strip()} {ends(end)[1].year}")
    known = len(read) == 1 and read[0].first is not None
    return replace(start, first=read[0].first, last=read[0].last, grain=read[0].grain) if known else None


def fits(length: Quantity, first: tuple[date, date], last: tuple[date, date]) -> bool:
    """Whether a stated length of time may lie between two dates, each given as its earliest and latest day.

    Counting both ends, whole units only, and rounding are all allowed for.
    """
    unit = length.unit.factor / DAY
    low, high = span_of(length)
    if length.unit.name == "year" and _is_year(first, last):
        years = last[0].year - first[0].year
        return low <= years + 1 and high >= years - 1
    least = max((last[0] - first[1]).days, 0)
    most = max((last[1] - first[0]).days, 0) + 1
    # What has begun may be counted as a whole unit from its half on, and what is not full may be left out.
    rounded, cut = (1.0, 1.0) if unit < _WEEK else (unit * 0.5, unit)
    return low * unit - rounded <= most and least <= high * unit + cut


def is_longer(length: Quantity, first: tuple[date, date], last: tuple[date, date]) -> bool:
    """Whether a length of time is more than what lies between two dates."""
    return span_of(length)[0] * length.unit.factor / DAY > (last[1] - first[0]).days


def _is_year(first: tuple[date, date], last: tuple[date, date]) -> bool:
    """Whether both dates are given to the year only, so that a year may be counted more or less."""
    return (first[1] - first[0]).days > 300 and (last[1] - last[0]).days > 300


def span_of(length: Quantity) -> tuple[float, float]:
    """The least and the most units that a length of time may stand for, as it is hedged."""
    value = length.value
    rough = max(1.0, value * _ROUGH)
    match length.hedge:
        case Hedge.NONE:
            low, high = (length.interval.low, length.interval.high) if length.is_range else (value, value)
        case Hedge.ABOUT:
            low, high = value - rough, value + rough
        case Hedge.NEARLY | Hedge.UNDER | Hedge.AT_MOST:
            low, high = value - 2 * rough, value
        case Hedge.OVER | Hedge.AT_LEAST | Hedge.JUST_OVER:
            low, high = value, value + 2 * rough
    return low, high


def ends(period: Period) -> tuple[date, date]:
    """The first and last day of a period that has both. Raises ValueError otherwise."""
    if period.first is None or period.last is None:
        raise ValueError(f"a period without its days: {period}")
    return period.first, period.last


def start_of(period: Period) -> tuple[date, date]:
    """The earliest and the latest day on which a range of this grain begins."""
    first, _ = ends(period)
    return first, grain_end(first, period.grain)


def end_of(period: Period) -> tuple[date, date]:
    """The earliest and the latest day on which a range of this grain ends."""
    _, last = ends(period)
    return grain_start(last, period.grain), last


def grain_end(day: date, grain: Grain) -> date:
    """The last day of the day, month or year that a day lies in."""
    if grain in _FINE:
        return day
    if grain is Grain.MONTH:
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1) if day.year < 9999 else day
        return following - timedelta(days=1)
    return date(day.year, 12, 31)


def grain_start(day: date, grain: Grain) -> date:
    """The first day of the day, month or year that a day lies in."""
    if grain in _FINE:
        return day
    return date(day.year, day.month, 1) if grain is Grain.MONTH else date(day.year, 1, 1)


def between(first: tuple[date, date], last: tuple[date, date], unit: str) -> str:
    """How much time lies between two dates, in words: "10 years", "7 days"."""
    if unit == "year" or (_is_year(first, last)):
        count = last[0].year - first[0].year
        if not _is_year(first, last) and (last[1].month, last[1].day) < (first[0].month, first[0].day):
            count -= 1
        return f"{count} year" if count == 1 else f"{count} years"
    days = (last[0] - first[0]).days
    if unit == "month":
        months = (last[0].year - first[0].year) * 12 + last[0].month - first[0].month
        return f"{months} month" if months == 1 else f"{months} months"
    if unit == "week":
        return f"{days / 7:.1f}".removesuffix(".0") + " weeks"
    return f"{days} day" if days == 1 else f"{days} days"
