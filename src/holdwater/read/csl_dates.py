"""Dates as lists of references write them, in CSL-JSON's form."""

from __future__ import annotations

import re

from holdwater.extract.reference.dates import date_parts
from holdwater.patterns import waiting

_DAY = r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.]{1,15}(?:Z|[+-]\d\d:?\d\d)?)?([~?%]?)"
_RANGE = waiting(rf"{_DAY}(?:\s{{0,3}}/\s{{0,3}}(?:{_DAY}|\.\.)?)?", re.ASCII)
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
"""EDTF writes spring to winter as months 21 to 24 (ISO 8601-2:2019, level 1), CSL as seasons 1 to 4."""
_ABOUT = waiting(r"\s*(?:c|ca|circa|about|um|vers)\b\.?\s*", re.IGNORECASE)
_NAMED_SEASON = waiting(
    r"\b(?:(?P<s1>spring|frühling|printemps)|(?P<s2>summer|sommer|été)|(?P<s3>autumn|fall|herbst|automne)"
    r"|(?P<s4>winter|hiver))\b",
    re.IGNORECASE,
)
_YEAR = waiting(r"(?<!\d)(\d{4})(?!\d)", re.ASCII)
_LONGEST = 200


def date_said(written: str) -> dict[str, object]:
    """The CSL date that a text gives: EDTF, words ("3 May 2019", "Spring 2019", "c. 1890"), or else the text itself."""
    written = written[:_LONGEST].strip()
    if date := edtf_date(written):
        return date
    about = _ABOUT.match(written)
    words = written[about.end() :] if about and about.end() else written
    season = _NAMED_SEASON.search(words)
    if season:
        words = words.replace(season[0], " ", 1)
    parts = [part for part in date_parts(words) if part]
    if not parts and (year := _YEAR.search(words)):
        parts = [int(year[1])]
    if not parts:
        return {"literal": written} if written else {}
    date = {"date-parts": [parts[:1] if season else parts]}
    if season and season.lastgroup:
        date["season"] = int(season.lastgroup[1])
    return date | ({"circa": True} if about else {})


def edtf_date(written: str) -> dict[str, object]:
    """The CSL date that an ISO 8601 date, or an EDTF range, season or approximate date, says; empty if it is none.

    "2019-05-03", "2019/2020", "2019-21" (spring), "1890~" (about), "-0043". A range without an end is its beginning.
    """
    found = _RANGE.fullmatch(written.strip())
    if not found:
        return {}
    first, last = _day(*found.group(1, 2, 3)), _day(*found.group(5, 6, 7)) if found[5] else []
    date: dict[str, object] = {}
    if first and len(first) > 1 and first[1] in _SEASONS:
        date["season"] = _SEASONS[first[1]]
        first, last = first[:1], last[:1] if last[:1] != first[:1] else []
    if not first:
        return {}
    date["date-parts"] = [first, last] if last else [first]
    if found[4] or found[8]:
        date["circa"] = True
    return date


def _day(year: str, month: str | None, day: str | None) -> list[int]:
    """Year, month, day; what no calendar has is left out with what follows it."""
    parts = [int(year)]
    if month and (1 <= int(month) <= 12 or int(month) in _SEASONS):
        parts.append(int(month))
        if day and 1 <= int(day) <= 31 and int(month) <= 12:
            parts.append(int(day))
    return parts
