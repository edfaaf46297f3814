"""Dates as people write them, as CSL's dates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from holdwater.patterns import waiting

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

_NAMES = (
    "january jan januar jänner janvier enero gennaio januari janeiro stycznia styczeń января",
    "february feb februar février febrero febbraio februari fevereiro lutego luty февраля",
    "march mar märz mars marzo maart março marca marzec марта",
    "april apr avril abril aprile kwietnia kwiecień апреля",
    "may mai mayo maggio mei maio maja maj мая",
    "june jun juni juin junio giugno junho czerwca czerwiec июня",
    "july jul juli juillet julio luglio julho lipca lipiec июля",
    "august aug août agosto augustus sierpnia sierpień августа",
    "september sep sept septembre septiembre settembre setembro września wrzesień сентября",
    "october oct okt oktober octobre octubre ottobre outubro października październik октября",
    "november nov novembre noviembre novembro listopada listopad ноября",
    "december dec dez dezember décembre diciembre dicembre dezembro grudnia grudzień декабря",
)
_MONTH = {name: number for number, line in enumerate(_NAMES, 1) for name in line.split()}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

_ISO = waiting(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:T.*)?")
_NUMERIC = waiting(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_YEAR = waiting(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)")
_DAY = waiting(r"(?<![\d–-])(\d{1,2})(?:st|nd|rd|th|er|º)?(?![\d])")
_WORD = waiting(r"[^\W\d_]+")


def csl_date(words: str) -> Mapping[str, object]:
    """A date of CSL-JSON: `date-parts` as far as year, month and day can be told, or else the words as `literal`."""
    iso = _ISO.fullmatch(words)
    if iso:
        return _parts(iso[1], int(iso[2]), iso[3])
    numeric = _NUMERIC.fullmatch(words)
    if numeric:
        return _parts(numeric[3], int(numeric[2]), numeric[1])
    years = _YEAR.findall(words[:100])
    if not years:
        return {"literal": words[:100]}
    names = [word.lower() for word in _WORD.findall(words[:100])]
    month = next((_MONTH[name] for name in names if name in _MONTH), 0)
    if len(years) == 2 and not month and int(years[1]) > int(years[0]):
        return {"date-parts": [[int(years[0])], [int(years[1])]]}
    day = _DAY.search(words[:100].replace(years[0], " ", 1)) if month else None
    date = dict(_parts(years[0], month, day[1] if day else None))
    season = next((_SEASONS[name] for name in names if name in _SEASONS), 0)
    if season and not month:
        date["season"] = season
    if any(name in ("c", "ca", "circa", "um", "vers") for name in names):
        date["circa"] = True
    return date


def _parts(year: str, month: int, day: str | None) -> dict[str, object]:
    parts = [int(year)]
    if 1 <= month <= 12:
        parts.append(month)
        if day is not None and 1 <= int(day) <= 31:
            parts.append(int(day))
    return {"date-parts": [parts]}


def year_of(words: str) -> str:
    """The year as a short citation names it: with the letter after it, if it has one (1999a); "" if there is none."""
    found = re.search(r"(?<!\d)(?:1\d{3}|20\d{2})[a-z]?(?![\w])", words[:100])
    return found[0] if found else ""
