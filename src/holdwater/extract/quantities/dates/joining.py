"""What the words around a date make of it: ranges, parts of a month or year, the weekday beside it, hedges."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from holdwater.extract.quantities.dates.setting import Setting
from holdwater.extract.quantities.dates.vocabulary import DASH, ORDINALS, WEEKDAY, WEEKDAYS, alternatives
from holdwater.extract.quantities.dates.written import NO_DAYS, Days, Found, Written, months_days, week_days
from holdwater.extract.quantities.model import Grain, Hedge

_ORDINAL = rf"(?P<which>{alternatives(list(ORDINALS)[:12])}|\d{{1,2}}(?:st|nd|rd|th)|last|final)"
_PART_BEFORE = re.compile(
    rf"(?:\bthe\s+)?\b{_ORDINAL}\s+(?P<part>weekend|week|quarter|half|day|month|decade|{WEEKDAY})\s+(?:(?:of|in)\s+)?(?:the\s+)?"
    r"(?:year\s+)?$",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(r"(?:\bthe\s+)?\bweek\s+(?:of|beginning|starting)\s+$", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(rf"\b(?P<weekday>{WEEKDAY})\b\.?,?\s+(?:(?:the|on)\s+)?$", re.IGNORECASE)
_WEEKDAY_BEHIND = re.compile(rf"(?:,\s+|\s+\()(?:an?\s+)?(?P<weekday>{WEEKDAY})\b(?!\s+\d)", re.IGNORECASE)
_NARROWED = re.compile(
    r"\b(?:(?:very\s+)?(?:early|late|mid|middle|earlier|later)(?:\s+(?:in|of|on)(?:\s+the)?|-|\s)\s*|"
    r"(?:the\s+)?(?:beginning|start|end|middle|close|turn|rest|course)\s+(?:of|in)\s+(?:the\s+)?)(?:the\s+year\s+|the\s+)?$",
    re.IGNORECASE,
)
_LINK = re.compile(rf"\s*(?:{DASH}|,?\s(?:to|through|thru|until|till|up\s+to)\s)\s*(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)

_HEDGES = (
    (Hedge.ABOUT, r"about|around|circa|roughly|approximately|c\.|ca\.|ca|c|~|some\s+time\s+in"),
    (Hedge.AT_LEAST, r"ever\s+since|since|as\s+of|starting\s+(?:in|on|from)|beginning\s+(?:in|on|from)|from"),
    (Hedge.OVER, r"after|later\s+than|following"),
    (Hedge.UNDER, r"before|prior\s+to|earlier\s+than|preceding"),
    (Hedge.AT_MOST, r"(?:up\s+)?until|till|up\s+to|by|no\s+later\s+than|not\s+later\s+than"),
)
_HEDGED = [
    (hedge, re.compile(rf"(?:(?<=\W)|^)(?:{words})\s*(?:in\s+|on\s+)?(?:the\s+(?:year\s+)?)?$", re.IGNORECASE))
    for hedge, words in _HEDGES
]
_OPEN_BEHIND = re.compile(
    r"\s*(?:,?\s(?:or|and)\s(?:later|after|onwards?|since|thereafter)|\sonwards?|\s(?:to|till|until)\s(?:date|now|"
    r"(?:the\s)?present))\b",
    re.IGNORECASE,
)
_SINCE_SAID = (Hedge.AT_LEAST, Hedge.OVER)


def with_part(setting: Setting, found: Found) -> Found:
    """The first week of October, the third quarter of 2010, the last Friday in this month, the week of 16 May."""
    left = setting.before(found.start, 48)
    week = _WEEK_OF.search(left)
    first, last = found.low.bounds()
    if week and found.low.grain is Grain.DAY and found.high is None:
        days = NO_DAYS if first is None else week_days(first - timedelta(days=first.weekday()))
        return replace(
            found, start=found.start - len(left) + week.start(), low=replace(found.low, grain=Grain.WEEK, days=days)
        )
    part = _PART_BEFORE.search(left)
    if not part or found.high or found.low.grain not in (Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY):
        return found
    named = part["part"].lower()
    grain, days = Grain.DAY, NO_DAYS
    which = _ordinal(part["which"])
    if first is not None and last is not None:
        found_part = _part_days(first, last, which, named)
        if found_part is None:
            return found
        days = found_part
    grain = _PART_GRAINS.get(named, Grain.DAY)
    weekday = WEEKDAYS.get(named, -1)
    return replace(
        found,
        start=found.start - len(left) + part.start(),
        low=replace(found.low, grain=grain, days=days, weekday=weekday),
        lone=False,
    )


_PART_GRAINS = {
    "week": Grain.WEEK,
    "quarter": Grain.QUARTER,
    "half": Grain.QUARTER,
    "month": Grain.MONTH,
    "decade": Grain.DECADE,
}


def _ordinal(written: str) -> int:
    if written.lower() in ("last", "final"):
        return -1
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else ORDINALS[written.lower()]


def _part_days(first: date, last: date, which: int, named: str) -> Days | None:
    """The days of a part, None where the whole has none such (a fifth quarter)."""
    if named in ("quarter", "half", "month", "decade"):
        return _part_months(first, last, which, {"quarter": 3, "half": 6, "month": 1, "decade": 120}[named])
    if named == "week":
        # The week of a month or year is the one whose Thursday lies in it (ISO 8601).
        thursday = _nth(first, last, 3, which)
        return week_days(thursday - timedelta(days=3)) if thursday else None
    if named == "weekend":
        saturday = _nth(first, last, 5, which)
        return (saturday, saturday + timedelta(days=1)) if saturday else None
    day = _nth(first, last, WEEKDAYS[named], which) if named in WEEKDAYS else _nth_day(first, last, which)
    return (day, day) if day else None


def _part_months(first: date, last: date, which: int, months: int) -> Days | None:
    whole = (last.year - first.year) * 12 + last.month - first.month + 1
    count = whole // months
    index = count if which < 0 else which
    return months_days(first.year, first.month + (index - 1) * months, months) if 1 <= index <= count else None


def _nth(first: date, last: date, weekday: int, which: int) -> date | None:
    if which < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return day if day <= last else None


def _nth_day(first: date, last: date, which: int) -> date | None:
    day = last if which < 0 else first + timedelta(days=which - 1)
    return day if day <= last else None


def with_weekday(setting: Setting, found: Found) -> Found:
    """The weekday written beside a day: Monday, 5 May 2008; 5 May 2008, a Monday."""
    if found.low.grain is not Grain.DAY or not found.low.day:
        return found
    left = setting.before(found.start, 24)
    before = _WEEKDAY_BEFORE.search(left)
    if before:
        weekday = WEEKDAYS[before["weekday"].lower()]
        start = found.start - len(left) + before.start()
        return replace(found, start=start, low=replace(found.low, weekday=weekday))
    behind = _WEEKDAY_BEHIND.match(setting.text, found.end) if found.high is None else None
    if behind and len(behind["weekday"]) > 5:
        weekday = WEEKDAYS[behind["weekday"].lower()]
        return replace(found, end=behind.end(), low=replace(found.low, weekday=weekday))
    return found


def with_narrowing(setting: Setting, found: Found) -> Found:
    """Early, mid and late narrow nothing: they are kept as part of what is written."""
    left = setting.before(found.start, 40)
    narrowed = _NARROWED.search(left)
    if not narrowed:
        return found
    return replace(found, start=found.start - len(left) + narrowed.start(), lone=False)


def joined(setting: Setting, all_found: list[Found]) -> list[Found]:
    """Two dates with "to" or a dash between them, or between "between" and "and", made one range."""
    result: list[Found] = []
    for found in all_found:
        before = result[-1] if result else None
        if before is not None and _is_range(setting, before, found):
            result[-1] = _range(before, found)
        else:
            result.append(found)
    return [_with_opening(setting, found) for found in result]


def _is_range(setting: Setting, before: Found, found: Found) -> bool:
    if before.high or found.high or found.start <= before.end:
        return False
    linked = _LINK.fullmatch(setting.text, before.end, found.start)
    if not linked:
        linked = _AND.fullmatch(setting.text, before.end, found.start)
        if not linked or not _BETWEEN.search(setting.before(before.start, 16)):
            return False
    low, high = _same_year(before.low, found.low)
    first, last = low.bounds()[0], high.bounds()[1]
    return first is None or last is None or first < last


def _range(before: Found, found: Found) -> Found:
    low, high = _same_year(before.low, found.low)
    return Found(before.start, found.end, low, high)


def _same_year(low: Written, high: Written) -> tuple[Written, Written]:
    """Both ends with the year that only one of them names; the end may lie in the year after the start."""
    if low.yearless and high.year:
        year = high.year - (1 if (low.month, low.day) > (high.month, high.day or 31) else 0)
        return low.with_year(year), high
    if high.yearless and low.year:
        year = low.year + (1 if (high.month, high.day or 31) < (low.month, low.day) else 0)
        return low, high.with_year(year)
    return low, high


def _with_opening(setting: Setting, found: Found) -> Found:
    if not found.high:
        return found
    left = setting.before(found.start, 16)
    opening = _FROM.search(left) or _BETWEEN.search(left)
    return replace(found, start=found.start - len(left) + opening.start()) if opening else found


def hedged(setting: Setting, found: Found) -> Found:
    """With the hedge before it ("since", "before", "about") or behind it ("2012 or later")."""
    behind = _OPEN_BEHIND.match(setting.text, found.end)
    if behind and not found.high:
        left = setting.before(found.start, 8)
        opening = _FROM.search(left)
        start = found.start - len(left) + opening.start() if opening else found.start
        return replace(found, start=start, end=behind.end(), hedge=Hedge.AT_LEAST, lone=False)
    if found.high and found.start and _FROM.match(setting.text, found.start):
        return found
    left = setting.before(found.start, 32)
    for hedge, pattern in _HEDGED:
        match = pattern.search(left)
        if match and not (found.high and hedge is not Hedge.ABOUT):
            return replace(found, start=found.start - len(left) + match.start(), hedge=hedge, lone=False)
    return found


def hedged_days(first: date | None, last: date | None, hedge: Hedge) -> Days:
    """What the hedge leaves open: since 2005 has no last day, before 1999 ends with 31 December 1998."""
    if hedge is Hedge.AT_LEAST:
        return first, None
    if hedge is Hedge.OVER:
        return (last + timedelta(days=1) if last and last < date.max else None), None
    if hedge is Hedge.UNDER:
        return None, (first - timedelta(days=1) if first and first > date.min else None)
    return (None, last) if hedge is Hedge.AT_MOST else (first, last)
