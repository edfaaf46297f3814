"""One date as it is written, and the days that it stands for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from holdwater.extract.quantities.dates.vocabulary import SEASONS
from holdwater.extract.quantities.model import Grain, Hedge

Days = tuple[date | None, date | None]

NO_DAYS: Days = (None, None)
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Written:
    """The parts of a date: 0 for one that is not written. `days`, if any, are the days themselves, for what is not a
    plain day, month or year. `loose` is a year that was not written but taken from elsewhere."""

    grain: Grain
    year: int = 0
    month: int = 0
    day: int = 0
    days: Days | None = None
    weekday: int = -1
    relative: bool = False
    season: str = ""

    @property
    def yearless(self) -> bool:
        """Whether it takes a year to know the days."""
        return self.days is None and not self.year

    @property
    def impossible(self) -> bool:
        """Whether there is no such day, in this year or, without a year, in any."""
        return bool(self.month and self.day) and self.day > monthrange(self.year or _LEAP_YEAR, self.month)[1]

    def bounds(self) -> Days:
        """The first and the last day, None for those that the words do not say."""
        if self.days is not None:
            return self.days
        if self.impossible or not MINYEAR <= self.year <= MAXYEAR:
            return NO_DAYS
        if self.season:
            return season_days(self.season, self.year)
        if self.grain is Grain.DAY:
            day = date(self.year, self.month, self.day)
            return day, day
        return month_days(self.year, self.month) if self.month else year_days(self.year)

    def with_year(self, year: int, *, relative: bool = False) -> Written:
        """The same in the year `year`."""
        return replace(self, year=year, relative=relative or self.relative)


@dataclass(frozen=True, slots=True)
class Found:
    """A date, or two that a range runs between, with where it stands in the text."""

    start: int
    end: int
    low: Written
    high: Written | None = None
    hedge: Hedge = Hedge.NONE
    # A word that is a date only in company ("May", "Sat"): alone, it is none.
    lone: bool = False

    @property
    def last_part(self) -> Written:
        """What the range ends with, or the one date."""
        return self.high or self.low


def day_days(year: int, month: int, day: int) -> Days:
    """That day, or no days where there is none."""
    return Written(Grain.DAY, year, month, day).bounds()


def month_days(year: int, month: int) -> Days:
    """The days of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_days(year: int, years: int = 1) -> Days:
    """The days of a year, or of so many from it."""
    if not MINYEAR <= year <= year + years - 1 <= MAXYEAR:
        return NO_DAYS
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def months_days(year: int, month: int, months: int) -> Days:
    """The days of so many months; `month` may lie outside 1 to 12 and is then carried into the years."""
    first, last = _carry(year, month), _carry(year, month + months - 1)
    if not (first[0] >= MINYEAR and last[0] <= MAXYEAR):
        return NO_DAYS
    return month_days(*first)[0], month_days(*last)[1]


def season_days(season: str, year: int) -> Days:
    """The days of a season. The winter of a year may be the one that it began or ended with: both are in."""
    first, last = SEASONS[season]
    if first < last:
        return months_days(year, first, last - first + 1)
    return months_days(year, first - 12, 15)


def week_days(monday: date, weeks: int = 1) -> Days:
    """The days of so many weeks from a Monday."""
    return monday, monday + timedelta(days=7 * weeks - 1)


def add_months(day: date, months: int) -> date | None:
    """The same day so many months on, or the month's last day where it has no such day."""
    year, month = _carry(day.year, day.month + months)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date | None:
    """The day so many days on, None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _carry(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1
