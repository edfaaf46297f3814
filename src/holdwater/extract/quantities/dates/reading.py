"""Reads the dates and periods of a text.

One regular expression finds where a date may be; only there is the text looked at closely. What stands beside it then
makes it a range, a part or an open end, and years that are not written are taken from the date before it in the same
paragraph, or from the document's own date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from holdwater.document import Span
from holdwater.extract.quantities.dates.joining import (
    hedged,
    hedged_days,
    joined,
    with_narrowing,
    with_part,
    with_weekday,
)
from holdwater.extract.quantities.dates.setting import Setting
from holdwater.extract.quantities.dates.triggers import RULES, TOKEN, Rules
from holdwater.extract.quantities.dates.written import Found, Written
from holdwater.extract.quantities.model import Hedge, Period
from holdwater.extract.sentences import Sentences
from holdwater.patterns import waiting

_MONTHS_COMPANY = waiting(
    r"\b(?:in|during|since|until|till|by|from|of|between|through|throughout|before|after|each|following)\s+"
    r"(?:the\s+(?:month\s+of\s+)?)?$",
    re.IGNORECASE,
)
_DAYS_COMPANY = waiting(r"\b(?:on|since|until|till|by|from|before|after)\s+$", re.IGNORECASE)
_NAME_BEHIND = waiting(r"\.?(?:['’]s\b|\s+(?!I\b)[A-Z][a-z]|\w)")
_HALF_A_YEAR = 183


def read_periods(
    text: str,
    *,
    within: Sequence[Span] | None = None,
    masked: Sequence[Span] = (),
    today: date | None = None,
) -> tuple[Period, ...]:
    """The dates and periods of `text`, in its order, none overlapping another.

    `within` are the paragraphs to read, the whole text where it is None; what touches a span of `masked` is left out.
    `today` is the document's own date: what is counted from it ("last year") has no days without it. A period's span
    covers its hedge and the "from" or "between" of a range. A hedge leaves an end open: "since 2005" (AT_LEAST) and
    "after 2005" (OVER, from 2006 on) have no last day, "by 2012", "until 2012" (AT_MOST) and "before 2012" (UNDER, to
    the end of 2011) no first; ABOUT changes nothing. A year that was not written but taken from the date before it, or
    from `today`, makes a period `relative`. Halves of a year have the grain QUARTER.
    """
    text = _folded(text)
    setting = Setting(text, today)
    hidden = _Hidden(masked)
    periods: list[Period] = []
    for paragraph in _paragraphs(text) if within is None else within:
        setting.turn_to(paragraph.of(text))
        at = paragraph.start
        found = [each for each in _found(setting) if not hidden.touches(at + each.start, at + each.end)]
        if found:
            periods += _periods(setting, at, found)
    return tuple(periods)


class _Hidden:
    """The masked spans."""

    def __init__(self, masked: Sequence[Span]) -> None:
        spans = sorted(masked)
        self._starts = [each.start for each in spans]
        self._ends = list(accumulate((each.end for each in spans), max))

    def touches(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with these."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and self._ends[index] > start


def _folded(text: str) -> str:
    """With the letters in ASCII that a search without regard to case takes for ASCII letters, each for one."""
    for odd, plain in (("\u017f", "s"), ("\u212a", "k"), ("\u0131", "i"), ("\u0130", "i")):
        if odd in text:
            text = text.replace(odd, plain)
    return text


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for gap in re.finditer(r"\n[ \t]*\n\s*", text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _found(setting: Setting) -> list[Found]:
    """The dates of a paragraph, ranges joined, with what stands before and behind them."""
    parts = _apart(
        with_narrowing(setting, with_weekday(setting, with_part(setting, each))) for each in _single(setting)
    )
    ranges = [hedged(setting, each) for each in joined(setting, parts)]
    return [each for each in _apart(ranges) if _in_company(setting, each)]


def _single(setting: Setting) -> list[Found]:
    result: list[Found] = []
    for token in TOKEN.finditer(setting.text):
        rules = RULES.get(token[0])
        if rules is None or (setting.previous and token.start() < setting.previous.end):
            continue
        found = _first_found(setting, token.start(), rules)
        if found is None:
            continue
        while result and result[-1].end > found.start:
            result.pop()
        result.append(found)
        setting.previous = found
    return result


def _first_found(setting: Setting, offset: int, rules: Rules) -> Found | None:
    for pattern, reader in rules:
        match = pattern.match(setting.text, offset)
        found = reader(setting, match) if match else None
        if found is not None:
            return found
    return None


def _apart(all_found: Iterable[Found]) -> list[Found]:
    """Without those that another has taken in ("Monday" of "Monday, 5 May" and of "5 May, a Monday")."""
    result: list[Found] = []
    for found in all_found:
        if result and found.end <= result[-1].end:
            continue
        while result and result[-1].end > found.start:
            result.pop()
        result.append(found)
    return result


def _in_company(setting: Setting, found: Found) -> bool:
    """Whether a word that may be a month's or a man's name stands where only a month can; "now" only ends a range."""
    if not found.lone:
        return True
    if (found.low.relative and found.low.weekday < 0) or _NAME_BEHIND.match(setting.text, found.end):
        return False
    company = _MONTHS_COMPANY if found.low.weekday < 0 else _DAYS_COMPANY
    return found.hedge is not Hedge.NONE or company.search(setting.before(found.start, 32)) is not None


def _periods(setting: Setting, at: int, all_found: list[Found]) -> Iterator[Period]:
    sentences = Sentences(setting.text, Span(0, len(setting.text)))
    year = 0
    for found in all_found:
        low = _dated(setting.today, found.low, year)
        high = found.high
        first = low.bounds()[0]
        if high is not None and high.yearless and first:
            same = high.with_year(first.year, relative=True)
            high = same if (same.bounds()[1] or first) >= first else high.with_year(first.year + 1, relative=True)
        elif high is not None:
            high = _dated(setting.today, high, year)
        year = found.last_part.year or year
        dated = _period(replace(found, low=low, high=high), sentences.around(found.start), at)
        yield replace(dated, yearless=_yearless(found))


def _yearless(found: Found) -> tuple[tuple[int, int], ...]:
    """The month and the day of a day, or of both ends of a range of days, that are written without a year."""
    written = [found.low, found.high] if found.high is not None else [found.low]
    days = [each for each in written if each and each.yearless and each.month and each.day and each.part is None]
    return tuple((each.month, each.day) for each in days) if len(days) == len(written) else ()


def _period(found: Found, sentence: Span, at: int) -> Period:
    low, last = found.low, found.last_part
    impossible = low.impossible or last.impossible
    first_day, last_day = low.bounds()[0], last.bounds()[1]
    if first_day and last_day and first_day > last_day:
        first_day = last_day = None
    first_day, last_day = hedged_days(first_day, last_day, found)
    return Period(
        span=Span(at + found.start, at + found.end),
        first=None if impossible else first_day,
        last=None if impossible else last_day,
        grain=last.grain,
        sentence=sentence.shift(at),
        hedge=found.hedge,
        is_range=found.high is not None,
        weekday=low.weekday,
        relative=low.relative or last.relative,
        impossible=impossible,
        opening=low.grain if found.high is not None and low.grain is not last.grain else None,
    )


def _dated(today: date | None, written: Written, year: int) -> Written:
    """With the year of the date before it or, without one, with the document's: the last such day, unless it lies in
    the half year ahead."""
    if not written.yearless or written.impossible:
        return written
    if not year and today is None:
        return written
    if not year and today is not None:
        first = written.with_year(today.year).bounds()[0]
        year = today.year - 1 if first and (first - today).days > _HALF_A_YEAR else today.year
        while written.day == 29 and written.month == 2 and not isleap(year):
            year -= 1
    dated = written.with_year(year, relative=True)
    return written if dated.impossible else dated
