"""The dates and periods of Microsoft's Recognizers-Text specifications (MIT), as far as a finished document has them.

Each case is a sentence, the moment at which it is said, and what it resolves to. A case is right if every date that the
specification names is read with its days, and nothing else is read. Three conventions differ and are converted, not
counted as wrong: the end of a range is its last day here, and there the first day of what it ends with, or the day
after; "early" and "late" narrow nothing here; "two years ago" is a year here, and there a day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from eval.data import root
from eval.measure import Measure, Miss
from holdwater.extract.quantities.dates.reading import read_periods
from holdwater.extract.quantities.model import Grain, Period

_FOLDER = "number-date-specs/recognizers/Specs/DateTime/English"
# The other files of the folder are about clock times, durations and recurring dates alone, or are the same sentences
# read in another mode (as a calendar, as a list of tasks, with experimental types).
_RESOLVED = ("DateTimeModel", "DateParser", "DatePeriodParser", "MergedParser")
_LOCATED = ("DateExtractor", "DatePeriodExtractor", "MergedExtractor")
_KINDS = {"date", "daterange"}

_UNITS = r"(?:days?|weeks?|fortnights?|months?|quarters?|years?|decades?|weekends?|hours?|minutes?|seconds?)"
_HOLIDAYS = (
    r"christmas|xmas|easter|thanksgiving|new year|labou?r day|independence|halloween|valentine|mother'?s day|"
    r"father'?s day|memorial day|martin luther|mlk|juneteenth|black friday|cyber monday|good friday|ramadan|eid|"
    r"ash wednesday|lent\b|palm sunday|boxing day|st\.? ?patrick|saint patrick|columbus day|veterans? day|"
    r"president'?s'? day|earth day|groundhog|april fool|cinco de mayo|singles|women'?s day|children'?s day|"
    r"teachers?'? day|guy fawkes|all saints|all hallow|yuandan|holiday|workers|inauguration"
)
_WEEKDAYS = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_NUMBERED = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?|(?:(?:twenty|thirty)[- ]?)?(?:first|second|third|fourth|fifth|sixth|seventh|"
    r"eighth|ninth|tenth|eleventh|(?:twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)th|twentieth|thirtieth)"
    r"|fifteen|twenty|thirty)"
)
_COUNTED = rf"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten) {_UNITS}"
# Why a date of a specification is none that a finished document has, and the pattern of its words.
_LEFT_OUT_WORDS = (
    ("holidays are not read", _HOLIDAYS),
    ("a count that says no number (a few months ago)", r"\b(?:few|several|some|couple)\b.*" + _UNITS),
    ("business days and working weeks", r"\b(?:business|working|work)\b|workweek"),
    ("numbered weeks (week 31)", r"\bweeks?\s*#?\d|\bw\d|\b\d\dth week\b|\bcw\b"),
    (
        "fiscal and school years, whose days the words do not say",
        r"\b(?:fiscal|school|fy|sy|cy|calendar)\s*\d*\b|\bfy|\bsy|\bcy",
    ),
    ("comparisons of a query (>= 2019, greater than 2012)", r"[<>=≥≤]|greater than|equal to"),
    (
        "counted on from a moment in the telling (in two weeks, within 3 days, a month later): durations in a document",
        rf"^(?:in|within|for)\b.*{_UNITS}|\b(?:{_UNITS}|{_WEEKDAYS}) later$|\bhence\b|in (?:the )?future|\bafter next$"
        rf"|{_COUNTED} (?:from|after|before|prior|since|past|ahead|earlier|back)\b(?! (?:now|today|tomorrow|yesterday))"
        rf"|{_COUNTED},? (?:starting|beginning|commencing)|\bfrom tmrw"
        rf"|\b(?:within|less than|more than)\b.*{_UNITS}",
    ),
    (
        "what is left of a period (rest of the week, to date)",
        r"\brest\b|\bremain|\bto date\b|\btodate\b|\bytd\b|\bso far\b",
    ),
    (
        "figures run together, or with dashes and a short year (20161016, 9-18-15): identifiers in a document",
        r"\d{8}|\d{4} \d\d \d\d|\b\d{1,2}-\d{1,2}-\d\d$",
    ),
    (
        "a day or a weekday counted in no named month (the 21st, Friday the 15th, second Sunday)",
        rf"^(?:on |the |for )*(?:{_WEEKDAYS} )?(?:the |of )*(?:{_NUMBERED}|{_NUMBERED} {_WEEKDAYS})[.!?]?$"
        rf"|(?:week of|before) the {_NUMBERED}|^(?:from )?(?:{_WEEKDAYS} )(?:the )?{_NUMBERED} (?:until|to)"
        r"|\bday of the month",
    ),
    ("a season alone, of no year", r"^(?:the |mid |by |late |early )*(?:spring|summer|autumn|fall|winter)$"),
    (
        "years of two figures without a sign of it, and messages' short forms (aug 99, of 87, otd)",
        r"\botd\b|till date|\bof \d\d$|\b[a-z]+ (?:3[2-9]|[4-9]\d)$",
    ),
    (
        "a period named by its noun alone (the week, my weekend, same month)",
        r"^(?:(?:the|my|our|your|same|that|a|any|all|whole|in|of|on|for|by|end|start|beginning|middle|eo[dmy])\s*)*"
        r"(?:day|week|month|year|weekend|fortnight|quarter|decade|century|eo[dmwy]|thereof)$|\bsame\b|\beo[dmwy]\b"
        r"|\b(?:end|start|beginning|middle) of (?:the )?(?:day|week|month|year)$|"
        r"(?:quarter|in) (?:of )?the (?:week|year)$|^earlier in the|the day (?:before|after|of)$|\bthat\b",
    ),
    (
        "a day and month in figures without a year (4/22): a fraction in a document",
        r"^\D*\d{1,2}\s?[-/.\\]\s?\d{1,2}\D*$|"
        r"(?<![\d/.-])\d{1,2}[-/.]\d{1,2}(?![\d/.])(?!-\d\d(?:\d\d)?\b)",
    ),
    (
        "months and years in figures with dots, dashes or spaces (2016 - 11): sections and dockets in a document",
        r"^\d{4}(?:\s?-\s\d|\s-\s?\d|\.\d|-\d$|\s?/\s\d|\s/\s?\d)|^\d{1,2}\s?[-.]\s?\d{4}$|^\d{1,2}(?:\s/\s?|\s?/\s)\d{4}$",
    ),
    (
        "words run together or cut short as in messages (october2, 3days, tmr, weds)",
        r"[a-z]{3,}\d|\btmrw\b|\d(?:year|month|week|day|[ap]m\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\btmr\b",
    ),
)
_LEFT_OUT = [(reason, re.compile(words, re.IGNORECASE)) for reason, words in _LEFT_OUT_WORDS]
_BARE_DAY = re.compile(r"XXXX-XX-\d\d|XXXX-WXX-\d-?\d")
_TOLD = re.compile(
    r"\bthe (?:following|next|previous|preceding|coming|upcoming)\b|\bthe \w+ after the next", re.IGNORECASE
)
_NARROWED = re.compile(r"\b(?:end|middle|beginning|start) of\b", re.IGNORECASE)
_EDGE_WORDS = re.compile(
    r"^(?:(?:the|on|in|from|between|of|at|for|during|by|before|after|since|until|till|around|about|as|a|an|prior|to|"
    r"starting|beginning|early|late|mid|later|than|earlier|no|year|not|through|month|or)\b[\s-]*)+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Expected:
    """One date of a case: where it stands, and the days of each way that it may be resolved."""

    start: int
    end: int
    text: str
    timexes: tuple[str, ...]
    days: tuple[tuple[date | None, date | None, str], ...]
    invalid: bool = False


def measure_date_specs() -> list[Measure]:
    """Two measures: dates resolved, and (of the cases that resolve nothing) dates found."""
    resolved = Measure("date_specs", "Recognizers-Text dates and periods resolved")
    for name in _RESOLVED:
        _measure(resolved, name, _is_right)
    located = Measure("date_specs_found", "Recognizers-Text dates and periods found, to the word")
    for name in _LOCATED:
        _measure(located, name, _is_found)
    return [resolved, located]


def _measure(measure: Measure, name: str, right: Any) -> None:
    for index, case in enumerate(_cases(name)):
        reason = _left_out(case)
        if reason:
            measure.excluded[reason] += 1
            continue
        periods = read_periods(case["Input"], today=_today(case))
        expected = [_expected(result) for result in case["Results"]]
        wrong = right(expected, periods, case)
        measure.count(not wrong, Miss(f"{name} {index}", f"{case['Input']!r} @{_today(case)}", wrong))


@cache
def _cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((root() / _FOLDER / f"{name}.json").read_text("utf-8-sig"))
    return loaded


def _today(case: dict[str, Any]) -> date | None:
    said = (case.get("Context") or {}).get("ReferenceDateTime")
    return date.fromisoformat(said[:10]) if said else None


def _left_out(case: dict[str, Any]) -> str:
    kinds = {_kind(result) for result in case["Results"]}
    if kinds & {"time", "timerange", "datetime", "datetimerange", "timezone", "datetimealt"}:
        return "clock times and time zones"
    if "set" in kinds:
        return "recurring dates (every Monday)"
    if "duration" in kinds:
        return "durations: they are quantities"
    if not kinds <= _KINDS:
        return "of no kind"
    if any(_TOLD.search(case["Input"][: _expected(result).end]) for result in case["Results"]):
        return "the next, the following, the previous year: in a document, counted from what was told before"
    for result in case["Results"]:
        if any(_BARE_DAY.fullmatch(timex) for timex in _timexes(result)) and re.search(
            r"\d|[a-z]{3,}(?:st|nd|rd|th)\b|fifteen", result["Text"], re.I
        ):
            return "a day without a month (the 21st)"
        for reason, words in _LEFT_OUT:
            if words.search(result["Text"].strip()):
                return reason
    return ""


def _kind(result: dict[str, Any]) -> str:
    return str(result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")


def _timexes(result: dict[str, Any]) -> Iterator[str]:
    for value in _values(result):
        yield value.get("timex", "")


def _values(result: dict[str, Any]) -> list[dict[str, str]]:
    """The ways in which a date may be resolved, in the one form that the model's cases have."""
    if result.get("Resolution"):
        return list(result["Resolution"]["values"])
    value = result.get("Value") or {}
    if "values" in value:
        return list(value["values"])
    timex = value.get("Timex", "")
    found = []
    for way in ("FutureResolution", "PastResolution"):
        given = value.get(way) or {}
        found.append(
            {
                "timex": timex,
                "value": given.get("date", ""),
                "start": given.get("startDate", ""),
                "end": given.get("endDate", ""),
                "Mod": value.get("Mod", ""),
            }
        )
    return found


def _expected(result: dict[str, Any]) -> Expected:
    start = result.get("Start", 0)
    end = start + result["Length"] if "Length" in result else result.get("End", start) + 1
    values = _values(result)
    days = []
    for value in values:
        if value.get("value", "").startswith(("0", "1", "2")):
            day = _day(value["value"])
            days.append((day, day, value.get("Mod", "")))
        else:
            days.append((_day(value.get("start", "")), _day(value.get("end", "")), value.get("Mod", "")))
    invalid = any(
        "0001-01-01" in (value.get("value", ""), value.get("start", "")) or value.get("value") == "not resolved"
        for value in values
    )
    return Expected(start, end, result["Text"], tuple(_timexes(result)), tuple(days), invalid)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _is_right(expected: list[Expected], periods: tuple[Period, ...], case: dict[str, Any]) -> str:
    """What is wrong, nothing if all is right."""
    if len(expected) != len(periods):
        return f"{len(expected)} expected, {len(periods)} read: {_shown(periods, case)}"
    for one, period in zip(sorted(expected, key=lambda each: each.start), periods, strict=True):
        if period.span.end <= one.start or one.end <= period.span.start:
            return f"elsewhere: {_shown(periods, case)}"
        if not _same_days(one, period):
            return (
                f"expected {one.timexes[:1]} {[(str(a), str(b), c) for a, b, c in one.days]}: {_shown(periods, case)}"
            )
    return ""


def _is_found(expected: list[Expected], periods: tuple[Period, ...], case: dict[str, Any]) -> str:
    """What is wrong with the places of the dates, nothing if all is right."""
    wanted = [_bare(one.text) for one in sorted(expected, key=lambda each: each.start)]
    read = [_bare(period.span.of(case["Input"])) for period in periods]
    return "" if wanted == read else f"expected {wanted}, read {read}"


def _bare(text: str) -> str:
    return _EDGE_WORDS.sub("", " ".join(text.lower().split())).strip(" .,")


def _shown(periods: tuple[Period, ...], case: dict[str, Any]) -> str:
    return "; ".join(f"{each.span.of(case['Input'])!r} {each.first}..{each.last} {each.grain}" for each in periods)


def _same_days(one: Expected, period: Period) -> bool:
    season = re.fullmatch(r"(?:(\d{4})-)?(SP|SU|FA|WI)", one.timexes[0]) if one.timexes else None
    if season:
        return period.grain is Grain.SEASON and (not season[1] or _touches(period, int(season[1])))
    if one.invalid:
        return period.impossible
    return any(_agrees(one, each, period, timex) for each, timex in zip(one.days, one.timexes, strict=True))


def _touches(period: Period, year: int) -> bool:
    return bool(period.first and period.last and period.first.year <= year <= period.last.year)


def _agrees(one: Expected, days: tuple[date | None, date | None, str], period: Period, timex: str) -> bool:
    first, last, _ = days
    whole = _whole(timex, (first or last or date.min).year)
    if whole and (period.first, period.last) == whole:
        return True
    if (
        re.search(
            r"\bago\b|\bfrom (?:now|today|tomorrow)|(?:before|after) (?:yesterday|tomorrow|today)",
            one.text,
            re.IGNORECASE,
        )
        and first == last
        and first
    ):
        return bool(period.first and period.last and period.first <= first <= period.last)
    if first is None and last is not None:
        return period.first is None and period.last in {last, last - timedelta(days=1), *(whole or ())[1:]}
    if last is None and first is not None:
        return period.last is None and period.first in {first, first + timedelta(days=1), *(whole or ())[:1]}
    if first is None or last is None:
        return False
    narrowed = period.is_range and _NARROWED.search(one.text)
    if narrowed and period.first and period.last:
        return period.first <= first and last - timedelta(days=1) <= period.last
    if period.first != first:
        return False
    if first == last or period.last == last - timedelta(days=1):
        return period.last in (last, last - timedelta(days=1))
    return period.is_range and (period.last == last or _begins(last, period))


def _begins(day: date, period: Period) -> bool:
    """Whether `day` is the first of the month, quarter, year … that the period ends with."""
    if period.last is None or day.day != 1 or (period.last + timedelta(days=1)).day != 1:
        return False
    months = (period.last.year - day.year) * 12 + period.last.month - day.month + 1
    return months == {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12, Grain.DECADE: 120, Grain.CENTURY: 1200}.get(
        period.grain
    )


def _whole(timex: str, year: int) -> tuple[date, date] | None:
    """The days of a year, month or week that a TIMEX names."""
    named = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d)|-W(\d\d))?", timex)
    if not named:
        return None
    year = year if named[1] == "XXXX" else int(named[1])
    if named[3]:
        monday = date.fromisocalendar(year, int(named[3]), 1)
        return monday, monday + timedelta(days=6)
    if named[2]:
        following = date(year + int(named[2]) // 12, int(named[2]) % 12 + 1, 1)
        return date(year, int(named[2]), 1), following - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)
