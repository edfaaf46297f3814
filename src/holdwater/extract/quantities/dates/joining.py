"""What the words around a date make of it: ranges, parts of a month or year, the weekday beside it, hedges."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from holdwater.extract.quantities.dates.days import DAYS_BEFORE
from holdwater.extract.quantities.dates.parts import NO_DAYS, Days, Part, add_days
from holdwater.extract.quantities.dates.setting import Setting
from holdwater.extract.quantities.dates.vocabulary import (
    COUNT,
    DASH,
    LONGEST_LINK,
    ORDINALS,
    WEEKDAY,
    WEEKDAYS,
    alternatives,
    day_number,
    small_number,
)
from holdwater.extract.quantities.dates.written import Found, Written
from holdwater.extract.quantities.model import Grain, Hedge
from holdwater.patterns import waiting

_ORDINAL = rf"(?P<which>{alternatives(list(ORDINALS)[:12])}|\d{{1,2}}(?:st|nd|rd|th)|last|final)"
_PART_BEFORE = waiting(
    rf"(?:\bthe\s+)?\b{_ORDINAL}[\s-]+(?:(?P<count>{COUNT})\s+)?(?P<part>weekend|week|quarter|half|day|month|decade|{WEEKDAY})"
    r"s?\s+(?:(?:of|in)\s+)?(?:the\s+)?(?:year\s+)?$",
    re.IGNORECASE,
)
_PART_BEHIND = waiting(rf"(?:['’]s|,|\s+the)\s+{_ORDINAL}[\s-]+(?P<part>quarter|half)\b", re.IGNORECASE)
_WEEK_OF = waiting(
    r"(?:(?:\bthe\s+)?\bweek\s+(?:of|beginning|starting|commencing)\s+(?:on\s+)?(?:the\s+)?|\bw/c\s+)$", re.IGNORECASE
)
_WEEKDAY_BEFORE = waiting(
    rf"\b(?:(?:this|last|next)\s+)?(?P<weekday>{WEEKDAY})\b(?:\.?,?\s+|-|\s?\()(?:(?:the|on)\s+)?$", re.IGNORECASE
)
_WEEKDAY_BEHIND = waiting(rf"(?:,\s+|\s+\()(?:an?\s+)?(?P<weekday>{WEEKDAY})\b(?!\s+\d)", re.IGNORECASE)
_NARROWED = waiting(
    r"\b(?:(?:very\s+)?(?:early|late|mid|middle|earlier|later)(?:\s+(?:in|of|on)(?:\s+the)?|-|\s)\s*|"
    r"(?:the\s+)?(?:beginning|start|end|middle|close|turn|rest|course|month)\s+(?:of|in)\s+(?:the\s+)?)(?:the\s+year\s+|the\s+)?$",
    re.IGNORECASE,
)
_LINK = waiting(rf"\s*(?:{DASH}|~|/|,?\s(?:to|through|thru|until|till|up\s+to)\s)\s*(?:the\s+)?", re.IGNORECASE)
_WITHIN = waiting(r"(?:\s*,)?\s+(?:(?:on|of|in)\s+)?(?:-\s+)?", re.IGNORECASE)
_AND = waiting(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_FROM = waiting(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = waiting(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)

_HEDGES = {
    Hedge.ABOUT: r"about|around|circa|roughly|approximately|ca?\.|ca?|~|some\s+time\s+in",
    Hedge.AT_LEAST: r"(?:ever\s+)?since|as\s+of|(?:starting|beginning|commencing)(?:\s+from)?|on\s+or\s+after|"
    r"after\s+or",
    Hedge.OVER: r"after|later\s+than|following",
    Hedge.UNDER: r"before|prior\s+to|(?:earlier|sooner)\s+than|preceding",
    Hedge.AT_MOST: r"(?:up\s+)?(?:until|till)|up\s+to|by|not?\s+later\s+than|on\s+or\s+before|before\s+or",
}
_HEDGED = waiting(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{hedge.name}>{words})' for hedge, words in _HEDGES.items())})"
    r"\s*(?:(?:in|on)\s+)?(?:the\s+(?:year\s+)?)?$",
    re.IGNORECASE,
)
_OPEN_BEHIND = waiting(
    r"\s*(?:,?\s(?:or|and)\s(?:later|after|onwards?|since|thereafter)|\sonwards?|\s(?:to|till|until)\s(?:date|now|"
    r"(?:the\s)?present))\b(?!\s+(?:\d|[A-Z]|my\b|the\b))",
    re.IGNORECASE,
)


def with_part(setting: Setting, found: Found) -> Found:
    """The first week of October, the third quarter of 2010, the last Friday in this month, the week of 16 May."""
    if found.high or found.low.part:
        return found
    left = setting.before(found.start, 48)
    begin = found.start - len(left)
    if found.low.grain is Grain.DAY:
        week = _WEEK_OF.search(left)
        return replace(found, start=begin + week.start(), low=found.low.with_part(Part("week"))) if week else found
    if found.low.grain not in (Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY):
        return found
    part = _PART_BEFORE.search(left)
    if part:
        named, count = part["part"].lower(), small_number(part["count"]) if part["count"] else 1
        low = found.low.with_part(Part(named, _ordinal(part["which"]), count), WEEKDAYS.get(named, -1))
        return replace(found, start=begin + part.start(), low=low, lone=False)
    behind = _PART_BEHIND.match(setting.text, found.end) if found.low.grain is Grain.YEAR else None
    if behind:
        return replace(
            found, end=behind.end(), low=found.low.with_part(Part(behind["part"].lower(), _ordinal(behind["which"])))
        )
    return _with_day_of(setting, found) if found.low.grain is Grain.MONTH and found.low.relative else found


def _with_day_of(setting: Setting, found: Found) -> Found:
    """The 21st of this month, 4 to 22 next month."""
    left = setting.before(found.start, 64)
    days = DAYS_BEFORE.search(left)
    if not days or not (days["from"] or days["of"] or days["day"][-2:].lower() in ("st", "nd", "rd", "th")):
        return found
    day = found.low.with_part(Part("day", day_number(days["day"])))
    start = found.start - len(left) + days.start()
    if not days["from"]:
        return replace(found, start=start, low=day)
    return replace(found, start=start, low=found.low.with_part(Part("day", day_number(days["from"]))), high=day)


def _ordinal(written: str) -> int:
    if written.lower() in ("last", "final"):
        return -1
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else ORDINALS[written.lower()]


def with_weekday(setting: Setting, found: Found) -> Found:
    """The weekday written beside a day: Monday, 5 May 2008; 5 May 2008, a Monday."""
    if found.low.grain is not Grain.DAY or not found.low.day:
        return found
    left = setting.before(found.start, 24)
    before = _WEEKDAY_BEFORE.search(left)
    if before:
        weekday = WEEKDAYS[before["weekday"].lower()]
        start = found.start - len(left) + before.start()
        closed = "(" in before[0] and setting.text[found.end : found.end + 1] == ")"
        return replace(found, start=start, end=found.end + closed, low=replace(found.low, weekday=weekday))
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
    return replace(found, start=found.start - len(left) + narrowed.start(), lone=False, narrowed=True)


def joined(setting: Setting, all_found: list[Found]) -> list[Found]:
    """Two dates with "to" or a dash between them, or between "between" and "and", made one range; a weekday and its
    week, a month and its year made one date."""
    result: list[Found] = []
    for found in all_found:
        before = result[-1] if result else None
        whole = _one_date(setting, before, found) if before else None
        if whole is not None:
            result[-1] = whole
        elif before is not None and _is_range(setting, before, found):
            result[-1] = _range(before, found)
        else:
            result.append(found)
    return [_with_opening(setting, found) for found in result]


def _one_date(setting: Setting, before: Found, found: Found) -> Found | None:
    """Friday next week, this week on Friday, June next year, Q3 of this year."""
    if before.high or found.high or found.start - before.end > LONGEST_LINK:
        return None
    if not _WITHIN.fullmatch(setting.text, before.end, found.start):
        return None
    for whole, part in ((before.low, found.low), (found.low, before.low)):
        if not whole.relative or whole.part:
            continue
        first = whole.bounds()[0]
        if whole.grain is Grain.WEEK and part.relative and part.weekday >= 0 and not part.day:
            day = (add_days(first, part.weekday),) * 2 if first else NO_DAYS
            return replace(before, end=found.end, low=replace(part, days=day), lone=False)
        if whole.grain is Grain.YEAR and part.yearless and part is before.low:
            dated = part.with_year(first.year, relative=True) if first else replace(part, days=NO_DAYS, relative=True)
            return replace(before, end=found.end, low=dated, lone=False)
    return None


def _is_range(setting: Setting, before: Found, found: Found) -> bool:
    if before.high or found.high or not 0 < found.start - before.end <= LONGEST_LINK:
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
    """Both ends with the year that only one of them names; the end may lie in the year after the start, and a weekday
    is the next of its name."""
    first = low.bounds()[0]
    if high.relative and high.weekday >= 0 and not high.day and first and low.grain is Grain.DAY:
        end = add_days(first, (high.weekday - first.weekday()) % 7)
        return low, replace(high, days=(end, end))
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
    match = _HEDGED.search(left)
    hedge = Hedge[match.lastgroup] if match and match.lastgroup else Hedge.NONE
    if match is None or (found.high and hedge is not Hedge.ABOUT):
        return found
    return replace(found, start=found.start - len(left) + match.start(), hedge=hedge)


def hedged_days(first: date | None, last: date | None, found: Found) -> Days:
    """What the hedge leaves open: since 2005 has no last day, before 1999 ends with 31 December 1998. "After mid-May"
    and "before the end of May" begin or end somewhere in it."""
    if found.hedge is Hedge.AT_LEAST or (found.hedge is Hedge.OVER and found.narrowed):
        return first, None
    if found.hedge is Hedge.OVER:
        return (add_days(last, 1) if last else None), None
    if found.hedge is Hedge.AT_MOST or (found.hedge is Hedge.UNDER and found.narrowed):
        return None, last
    return (None, add_days(first, -1) if first else None) if found.hedge is Hedge.UNDER else (first, last)
