"""Dates counted from the document's own: yesterday, last year, this spring, three years ago, next Monday.

Weeks begin on Monday; "last Friday" is the Friday of last week and "next Friday" that of next week, as Microsoft's
Recognizers-Text specifications read them. Without a date of the document all of these are kept, without days.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from holdwater.extract.quantities.dates.parts import (
    NO_DAYS,
    Days,
    add_days,
    add_months,
    month_days,
    months_days,
    week_days,
    year_days,
)
from holdwater.extract.quantities.dates.setting import Setting
from holdwater.extract.quantities.dates.vocabulary import COUNT, MONTHS, SEASONS, WEEKDAYS, small_number
from holdwater.extract.quantities.dates.written import Found, Written, season_days
from holdwater.extract.quantities.model import Grain
from holdwater.patterns import waiting

GRAINS = {
    "day": Grain.DAY,
    "weekend": Grain.DAY,
    "week": Grain.WEEK,
    "fortnight": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_UNIT = r"(?:days?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))"
_PART = rf"({COUNT})[\s-]+({_UNIT})\b"
_COUNT_BEFORE = waiting(rf"(?:{_PART},?\s+(?:and\s+)?)?(?:{_PART},?\s+(?:and\s+)?)?\b{_PART}\s+$", re.IGNORECASE)
_ONE_COUNT_BEFORE = waiting(rf"\b({COUNT})\s+$", re.IGNORECASE)
_TOLD_BEFORE = waiting(r"\bthe\s+$", re.IGNORECASE)
_AND_A_HALF = waiting(r"\band\s+a\s+half\b|\bhalf\b", re.IGNORECASE)
_PLURALS = ("days", "weekends", "weeks", "fortnights", "months", "quarters", "years", "decades", "centuries")
_BACK = ("last", "past", "previous", "preceding")
_ON = ("next", "coming", "upcoming", "following")
_NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "now": 0}
_DAY_BEFORE = waiting(r"(?:\bthe\s+)?\bday\s+(?P<way>before|after)\s+$", re.IGNORECASE)
_WAY_BEFORE = waiting(r"\b(?P<way>from|after|before)\s+$", re.IGNORECASE)


def named_day(setting: Setting, match: re.Match[str]) -> Found | None:
    """Yesterday, the day after tomorrow, two days before yesterday."""
    far = counted(setting, match)
    if far is not None:
        return far
    if match[0].lower() == "now":
        return Found(match.start(), match.end(), _relative(Grain.DAY, _day(setting.today, 0)), lone=True)
    start, shift = match.start(), _NAMED_DAYS[match[0].lower()]
    left = setting.before(start, 24)
    beside = _DAY_BEFORE.search(left)
    if beside:
        start -= len(left) - beside.start()
        shift += -1 if beside["way"].lower() == "before" else 1
    return Found(start, match.end(), _relative(Grain.DAY, _day(setting.today, shift)))


def counted(setting: Setting, match: re.Match[str]) -> Found | None:
    """Three years ago, a month and 21 days ago, two weeks from now: the unit says how exactly the date is given."""
    left, word = setting.before(match.start(), 90), match[0].lower()
    if setting.previous is not None and setting.previous.end > match.start() - len(left):
        left = setting.text[setting.previous.end : match.start()]
    begin, sign = match.start() - len(left), -1
    if word != "ago":
        way = _WAY_BEFORE.search(left)
        if not way:
            return None
        sign, left = -1 if way["way"].lower() == "before" else 1, left[: way.start()]
    number = _COUNT_BEFORE.search(left)
    if not number or _AND_A_HALF.search(left):
        return None
    parts = [(small_number(number[i]), _singular(number[i + 1])) for i in (1, 3, 5) if number[i]]
    anchor = _day(setting.today, _NAMED_DAYS.get(word, 0))[0]
    grain = GRAINS[parts[-1][1]]
    return Found(begin + number.start(), match.end(), _relative(grain, _around(_shifted(anchor, parts, sign), grain)))


def _shifted(day: date | None, parts: list[tuple[int, str]], sign: int) -> date | None:
    for count, unit in parts:
        if day is None:
            return None
        if unit in _DAYS_IN:
            day = add_days(day, sign * count * _DAYS_IN[unit])
        else:
            day = add_months(day, sign * count * _MONTHS_IN[unit])
    return day


def _around(day: date | None, grain: Grain) -> Days:
    """The week, month, year … that a counted day lies in: "three years ago" says a year, no day."""
    if day is None:
        return NO_DAYS
    if grain is Grain.WEEK:
        return week_days(day - timedelta(days=day.weekday())) if day.toordinal() > 7 else NO_DAYS
    if grain is Grain.MONTH:
        return month_days(day.year, day.month)
    if grain is Grain.QUARTER:
        return months_days(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    return (day, day) if grain is Grain.DAY else _years_around(day.year, grain)


def _years_around(year: int, grain: Grain) -> Days:
    size = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}[grain]
    return year_days(max(1, year - year % size), size)


def neighbour(setting: Setting, match: re.Match[str]) -> Found | None:
    """Last year, this spring, next Monday, the past three years."""
    which, count, named = match["which"].lower(), match["count"], _singular(match["named"])
    shift = -1 if which in _BACK else 1 if which in _ON else 0
    start, left = match.start(), setting.before(match.start(), 24)
    if match["named"] in ("may", "march", "mar"):
        return None
    before = None if count else _ONE_COUNT_BEFORE.search(left)
    if before and match["named"].lower().endswith("s"):
        count, start = before[1], start - len(left) + before.start()
    if match["named"].lower() in _PLURALS and not count:
        return None
    if _TOLD_BEFORE.search(left) and which in ("next", "following", "previous", "preceding"):
        # "The next year" is the one after what was told before.
        return Found(start, match.end(), _relative(GRAINS.get(named, Grain.DAY), NO_DAYS))
    if not count and which == "past" and named in ("decade", "century"):
        count = "1"  # the past decade is the ten years up to today, the last decade may be that of the calendar
    if count:
        return _several(
            setting, Found(start, match.end(), _relative(Grain.DAY, NO_DAYS)), shift, small_number(count), named
        )
    if named in WEEKDAYS:
        written = _relative(Grain.DAY, _weekday(setting.today, shift, WEEKDAYS[named], which), WEEKDAYS[named])
    elif named in MONTHS:
        written = _named_month(setting.today, shift, MONTHS[named])
    elif named in SEASONS:
        written = _named_season(setting.today, shift, named)
    else:
        written = _relative(GRAINS[named], _next_to(setting.today, shift, named))
    return Found(start, match.end(), written)


def _several(setting: Setting, found: Found, shift: int, count: int, named: str) -> Found | None:
    """The last three years run from today three years back; quarters are counted whole."""
    if not shift or named not in GRAINS or named == "weekend":
        return None
    grain = GRAINS[named]
    if setting.today is None:
        return replace(found, low=_relative(grain, NO_DAYS))
    if grain is Grain.QUARTER:
        months = _MONTHS_IN[named]
        here = _around(setting.today, grain)[0]
        assert here is not None
        begin = here.month - count * months if shift < 0 else here.month + months
        return replace(found, low=_relative(grain, months_days(here.year, begin, count * months)))
    other = _shifted(setting.today, [(count, named)], shift)
    yesterday, tomorrow = _day(setting.today, -1)[0], _day(setting.today, 1)[0]
    days = (other, yesterday) if shift < 0 else (tomorrow, other)
    return replace(found, low=_relative(grain, days))


def _next_to(today: date | None, shift: int, named: str) -> Days:
    if today is None:
        return NO_DAYS
    if named == "weekend":
        return _weekend(today, shift)
    if named in _DAYS_IN:
        return _around(add_days(today, shift * _DAYS_IN[named]), GRAINS[named])
    return _around(add_months(today.replace(day=1), shift * _MONTHS_IN[named]), GRAINS[named])


def _weekend(today: date, shift: int) -> Days:
    saturday = add_days(today, 5 - today.weekday() + 7 * shift)
    return NO_DAYS if saturday is None else (saturday, add_days(saturday, 1))


def _weekday(today: date | None, shift: int, weekday: int, which: str = "") -> Days:
    if today is None:
        return NO_DAYS
    if which in ("past", "coming", "upcoming"):
        ahead = (weekday - today.weekday()) % 7
        return _day(today, (ahead or 7) - (7 if which == "past" and ahead else 14 if which == "past" else 0))
    return _day(today, weekday - today.weekday() + 7 * shift)


def _named_month(today: date | None, shift: int, month: int) -> Written:
    """Last May is the latest that has been, next May the first to come, this May that of the year."""
    if today is None:
        return _relative(Grain.MONTH, NO_DAYS)
    year = today.year
    if shift < 0 and month >= today.month:
        year -= 1
    if shift > 0 and month <= today.month:
        year += 1
    return replace(_relative(Grain.MONTH, months_days(year, month, 1)), days=None, year=year, month=month)


def _named_season(today: date | None, shift: int, season: str) -> Written:
    season = "autumn" if season == "fall" else season
    if today is None:
        return _relative(Grain.SEASON, NO_DAYS)
    first, last = SEASONS[season]
    year = today.year
    if shift < 0 and today.month <= max(first, last):
        year -= 1
    if shift > 0 and today.month >= first:
        year += 1
    return _relative(Grain.SEASON, season_days(season, year))


def lone_weekday(setting: Setting, match: re.Match[str]) -> Found | None:
    """A weekday alone is the last one up to the document's own date."""
    weekday = WEEKDAYS[match[0].lower()]
    back = 0 if setting.today is None else (setting.today.weekday() - weekday) % 7
    found = Found(match.start(), match.end(), _relative(Grain.DAY, _day(setting.today, -back), weekday))
    return found if match[0].lower().endswith("day") else replace(found, lone=True)


def _relative(grain: Grain, days: Days, weekday: int = -1) -> Written:
    return Written(grain, days=days, weekday=weekday, relative=True)


def _day(today: date | None, shift: int) -> Days:
    if today is None:
        return NO_DAYS
    day = add_days(today, shift)
    return day, day


def _singular(word: str) -> str:
    word = word.lower()
    if word == "centuries":
        return "century"
    return word if word in MONTHS or word in WEEKDAYS or word in SEASONS else word.removesuffix("s")
