"""Years: a work may bear that of its first day online, of its issue, of its preprint; any other is a difference."""

from __future__ import annotations

from collections.abc import Mapping

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.outcome import LACKING, SAME, Outcome, different, variant
from holdwater.sources.records.comparing.written import text_of
from holdwater.sources.records.model import Record

_YEAR = waiting(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_SPAN = waiting(r"(?<!\d)(\d{4})\s?[-–/]\s?(\d{2}|\d{4})(?!\d)")
TURN_OF_YEAR = frozenset((11, 12, 1))
"""Months in which what goes online is printed in another year as often as not."""
PREPRINT_AHEAD = 5
"""Years by which a preprint is ahead of the publication at most, if nothing but their titles says that they are one."""
_LONGEST_WAY = 15
"""Years that a working paper has taken on its way into print, where the record itself links the two."""


def years_of(csl: Mapping[str, object]) -> tuple[int, ...]:
    """All years that a CSL-JSON item gives for itself: of its issue, first printing, posting or meeting."""
    found: dict[int, None] = {}
    for field in ("issued", "original-date", "available-date", "event-date", "published-online", "published-print"):
        for year in _of_date(csl.get(field)):
            found[year] = None
    return tuple(found)


def _of_date(date: object) -> list[int]:
    if isinstance(date, Mapping):
        parts = date.get("date-parts")
        if isinstance(parts, list) and parts:
            firsts = [part[0] for part in parts[:2] if isinstance(part, list) and part]
            years = [year for first in firsts for year in _of_text(str(first))]
            return list(range(years[0], years[-1] + 1)) if len(years) == 2 and 0 <= years[1] - years[0] < 30 else years
        date = date.get("raw") or date.get("literal")
    return _of_text(str(date)) if isinstance(date, str | int) else []


def _of_text(text: str) -> list[int]:
    if span := _SPAN.search(text[:80]):
        start, end = int(span[1]), int(span[2])
        end = end if end > 99 else start - start % 100 + end
        if 0 <= end - start < 30:
            return list(range(start, end + 1))
    return [int(found) for found in _YEAR.findall(text[:80])]


def month_of(csl: Mapping[str, object]) -> int | None:
    """The month of a CSL-JSON item's `issued`, 1 to 12."""
    issued = csl.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    month = first[1] if isinstance(first, list) and len(first) > 1 else None
    return month if isinstance(month, int) and 1 <= month <= 12 else None


def compare_years(ours: Mapping[str, object], record: Record, versions: bool, linked: bool = False) -> Outcome:
    """How the year of a reference stands to all years of the record.

    `versions` says that one of the two is a preprint of the other, `linked` that the record says so.
    """
    mine = years_of(ours)
    issued = years_of(record.csl)
    theirs = dict.fromkeys((*issued, *record.years))
    if not mine or not theirs:
        return LACKING
    if mine[0] == next(iter(theirs)):
        return SAME
    if any(year in theirs for year in mine):
        return variant("another of its years: first online, printed, or of another printing")
    if min(theirs) < mine[0] < max(theirs) and max(theirs) - min(theirs) <= PREPRINT_AHEAD:
        return variant("between its first day online and its issue")
    apart = min(abs(year - other) for year in mine for other in theirs)
    if versions and apart <= (_LONGEST_WAY if linked else PREPRINT_AHEAD):
        return variant("one is the year of the preprint")
    if apart == 1 and _may_be_ahead(ours, record):
        return variant("a year apart: online first, and in an issue of another year")
    return different(f"{apart} years apart" if apart > 1 else "a year apart", 0.5 if apart == 1 else 0.0)


def _may_be_ahead(ours: Mapping[str, object], record: Record) -> bool:
    """Whether the record knows one day only, which may be the day online of a later issue, or the reverse."""
    if len(set(record.years)) > 1 or text_of(record.csl, "type") not in (
        "article-journal",
        "article",
        "paper-conference",
        "",
    ):
        return False
    ahead = text_of(ours, "volume") and not text_of(record.csl, "volume") and not text_of(record.csl, "page")
    theirs, mine = (years_of(record.csl) or record.years)[0], years_of(ours)[0]
    month = month_of(record.csl)
    at_the_turn = month in TURN_OF_YEAR and (mine < theirs if month == 1 else mine > theirs)
    return bool(ahead) or at_the_turn
