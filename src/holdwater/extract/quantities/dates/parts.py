"""The days of a part of a month, year or century: its first week, third quarter, last Friday, 21st day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from holdwater.extract.quantities.dates.vocabulary import WEEKDAYS
from holdwater.extract.quantities.model import Grain

Days = tuple[date | None, date | None]

NO_DAYS: Days = (None, None)
_GRAINS = {
    "week": Grain.WEEK,
    "quarter": Grain.QUARTER,
    "half": Grain.QUARTER,
    "month": Grain.MONTH,
    "decade": Grain.DECADE,
}
_MONTHS = {"month": 1, "decade": 120}
_FINER = {Grain.CENTURY: Grain.DECADE, Grain.DECADE: Grain.YEAR, Grain.MONTH: Grain.WEEK}
_SHARES = {"half": 2, "quarter": 4}


@dataclass(frozen=True, slots=True)
class Part:
    """So many (`count`) of what `named` says, from the `which`-th on, -1 being the last. "week" of no number is the one
    that the day lies in."""

    named: str
    which: int = 0
    count: int = 1

    def grain(self, whole: Grain) -> Grain:
        """How exactly the part of a whole is given; half a century counts as decades, half a decade as years."""
        if self.named in _SHARES and whole in _FINER:
            return _FINER[whole]
        return _GRAINS.get(self.named, Grain.DAY)

    def of(self, first: date, last: date) -> Days:
        """Its days in the whole from `first` to `last`, none where the whole has no such part."""
        try:
            if not self.which:
                return week_days(first - timedelta(days=first.weekday()))
            in_months = self.named in _MONTHS or self.named in _SHARES
            return self._of_months(first, last) if in_months else self._of_days(first, last)
        except OverflowError:
            return NO_DAYS

    def _of_months(self, first: date, last: date) -> Days:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        size = months // _SHARES[self.named] if self.named in _SHARES else _MONTHS[self.named]
        if not size:
            return self._half_of_days(first, last)
        whole = months // size
        index = whole - self.count + 1 if self.which < 0 else self.which
        if not 1 <= index <= index + self.count - 1 <= whole:
            return NO_DAYS
        return months_days(first.year, first.month + (index - 1) * size, size * self.count)

    def _half_of_days(self, first: date, last: date) -> Days:
        if self.named != "half" or self.which not in (1, 2, -1):
            return NO_DAYS
        middle = first + timedelta(days=(last - first).days // 2)
        return (first, middle) if self.which == 1 else (middle + timedelta(days=1), last)

    def _of_days(self, first: date, last: date) -> Days:
        if self.named == "day":
            begin = last - timedelta(days=self.count - 1) if self.which < 0 else first + timedelta(days=self.which - 1)
            end = begin + timedelta(days=self.count - 1)
            return (begin, end) if first <= begin and end <= last else NO_DAYS
        # The week of a month or year is the one whose Thursday lies in it (ISO 8601), a weekend that of its Saturday.
        weekday = {"week": 3, "weekend": 5}.get(self.named, WEEKDAYS.get(self.named, 0))
        day = _nth(first, last, weekday, self.which)
        if day is None:
            return NO_DAYS
        if self.named == "week":
            monday = day - timedelta(days=3)
            earlier = self.count - 1 if self.which < 0 else 0
            return week_days(monday - timedelta(days=7 * earlier), self.count)
        return day, day + timedelta(days=1 if self.named == "weekend" else 0)


def _nth(first: date, last: date, weekday: int, which: int) -> date | None:
    if which < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return day if day <= last else None


def month_days(year: int, month: int) -> Days:
    """The days of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_days(year: int, years: int = 1) -> Days:
    """The days of a year, or of so many from it; none beyond the calendar."""
    if not MINYEAR <= year <= year + years - 1 <= MAXYEAR:
        return NO_DAYS
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def months_days(year: int, month: int, months: int) -> Days:
    """The days of so many months; `month` may lie outside 1 to 12 and is then carried into the years."""
    first, last = _carry(year, month), _carry(year, month + months - 1)
    if not (first[0] >= MINYEAR and last[0] <= MAXYEAR):
        return NO_DAYS
    return month_days(*first)[0], month_days(*last)[1]


def week_days(monday: date, weeks: int = 1) -> Days:
    """The days of so many weeks from a Monday; none beyond the calendar."""
    sunday = add_days(monday, 7 * weeks - 1)
    return (monday, sunday) if sunday else NO_DAYS


def add_months(day: date, months: int) -> date | None:
    """The same day so many months on, or the month's last day where it has no such day; None beyond the calendar."""
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
