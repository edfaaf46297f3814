"""One date as it is written, and the days that it stands for."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from holdwater.extract.quantities.dates.parts import NO_DAYS, Days, Part, month_days, months_days, year_days
from holdwater.extract.quantities.dates.vocabulary import SEASONS
from holdwater.extract.quantities.model import Grain, Hedge

_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Written:
    """The parts of a date: 0 for one that is not written. `days`, if any, are the days themselves, for what is not a
    plain day, month or year; `part` is taken of them, or of what year, month and day say."""

    grain: Grain
    year: int = 0
    month: int = 0
    day: int = 0
    days: Days | None = None
    weekday: int = -1
    relative: bool = False
    season: str = ""
    part: Part | None = None

    @property
    def yearless(self) -> bool:
        """Whether it takes a year to know the days."""
        return self.days is None and not self.year

    @property
    def impossible(self) -> bool:
        """Whether there is no such day, in this year or, without a year, in any."""
        if self.part and self.part.named == "day":
            whole = self._whole()
            return whole[0] is not None and self.bounds() == NO_DAYS
        return bool(self.month and self.day) and self.day > monthrange(self.year or _LEAP_YEAR, self.month)[1]

    def bounds(self) -> Days:
        """The first and the last day, None for those that the words do not say."""
        whole = self._whole()
        if self.part is None:
            return whole
        first, last = whole
        return self.part.of(first, last) if first and last else NO_DAYS

    def _whole(self) -> Days:
        if self.days is not None:
            return self.days
        if not MINYEAR <= self.year <= MAXYEAR:
            return NO_DAYS
        if self.season:
            return season_days(self.season, self.year)
        if not self.day:
            return month_days(self.year, self.month) if self.month else year_days(self.year)
        if self.day > monthrange(self.year, self.month)[1]:
            return NO_DAYS
        day = date(self.year, self.month, self.day)
        return day, day

    def with_year(self, year: int, *, relative: bool = False) -> Written:
        """The same in the year `year`."""
        return replace(self, year=year, relative=relative or self.relative)

    def with_part(self, part: Part, weekday: int = -1) -> Written:
        """A part of it."""
        return replace(self, grain=part.grain(self.grain), part=part, weekday=weekday)


@dataclass(frozen=True, slots=True)
class Found:
    """A date, or two that a range runs between, with where it stands in the text."""

    start: int
    end: int
    low: Written
    high: Written | None = None
    hedge: Hedge = Hedge.NONE
    # A word that is a date only in company ("May", "Sat", "now"): alone, it is none.
    lone: bool = False
    # "Early", "the end of" and the like stand before it.
    narrowed: bool = False

    @property
    def last_part(self) -> Written:
        """What the range ends with, or the one date."""
        return self.high or self.low


def season_days(season: str, year: int) -> Days:
    """The days of a season. The winter of a year may be the one that it began or ended with: both are in."""
    first, last = SEASONS[season]
    if first < last:
        return months_days(year, first, last - first + 1)
    return months_days(year, first - 12, 15)
