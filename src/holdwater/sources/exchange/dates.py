"""CSL dates in one form, and as BibLaTeX and RIS write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from holdwater.patterns import waiting
from holdwater.read.csl_dates import date_said, edtf_date

SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_NAMED = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_RIS = waiting(r"(-?\d{1,4})(?:/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?)?", re.ASCII | re.DOTALL)
_ABOUT = "circa"
_UNTIL = "to "


@dataclass(frozen=True, slots=True)
class Date:
    """A CSL date: first and last day as far as they are given, season (1 to 4, 0 for none), or its own words."""

    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    season: int = 0
    about: bool = False
    literal: str = ""


def date_of(value: object) -> Date:
    """What a CSL-JSON date says, in whichever of the schema's shapes it is written (numbers as text, raw, EDTF)."""
    if not isinstance(value, Mapping):
        value = date_said(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else {}
    about = value.get("circa") not in (None, False, 0, "", "0", "false")
    days = [_numbers(day) for day in parts[:2]] if isinstance(parts := value.get("date-parts"), list) else []
    days = [day for day in days if day]
    if days:
        return Date(days[0], days[1] if len(days) > 1 else (), _season(value.get("season")), about)
    for name in ("edtf", "raw"):
        if isinstance(written := value.get(name), str) and written.strip():
            said = date_of(date_said(written))
            return Date(said.first, said.last, said.season, said.about or about, said.literal)
    literal = value.get("literal")
    return Date(about=about, literal=" ".join(literal.split())) if isinstance(literal, str) else Date()


def csl_date(date: Date) -> dict[str, object]:
    """A date as CSL-JSON; empty if it says nothing."""
    if not date.first:
        return {"literal": date.literal} if date.literal else {}
    found: dict[str, object] = {"date-parts": [list(date.first), *([list(date.last)] if date.last else [])]}
    if date.season:
        found["season"] = date.season
    return found | ({"circa": True} if date.about else {})


def _numbers(day: object) -> tuple[int, ...]:
    """Year, month and day as numbers; what no calendar has, and what follows it, is left out."""
    numbers: list[int] = []
    for value, most in zip(day if isinstance(day, list) else [], (9999, 12, 31), strict=False):
        number = value if isinstance(value, int) and not isinstance(value, bool) else _number(value)
        if number is None or abs(number) > most or (numbers and number < 1):
            break
        numbers.append(number)
    return tuple(numbers)


def _number(value: object) -> int | None:
    text = value.strip() if isinstance(value, str) else ""
    return int(text) if re.fullmatch(r"-?\d{1,4}", text, re.ASCII) else None


def _season(value: object) -> int:
    number = _number(str(value)) if isinstance(value, int | str) and not isinstance(value, bool) else None
    named = _NAMED.get(str(value).strip().lower(), 0)
    return named or (number if number in (1, 2, 3, 4) else 0) or 0


def edtf_of(date: Date) -> str:
    """A date as ISO 8601 or EDTF (BibLaTeX's `date`, manual 2.3.8): "2019-05", "2019/2020", "2019-21", "1890~"."""
    first = date.first[:1] if date.season else date.first
    about = "~" if date.about else ""
    begin = _iso(first) + (f"-{20 + date.season}" if date.season else "") + about
    return f"{begin}/{_iso(date.last)}{about}" if date.last and not date.season else begin


def _iso(day: tuple[int, ...]) -> str:
    year = f"{'-' if day[0] < 0 else ''}{abs(day[0]):04}"
    return "-".join([year, *(f"{part:02}" for part in day[1:])])


def ris_of(date: Date) -> str:
    """A date as RIS has it: YYYY/MM/DD/other (Research Information Systems' format, tags Y1, DA and Y2)."""
    if not date.first:
        return date.literal
    other = [SEASONS[date.season - 1]] if date.season else []
    other += [_ABOUT] if date.about else []
    other += [f"{_UNTIL}{_iso(date.last)}"] if date.last else []
    year, *rest = date.first
    day = [f"{'-' if year < 0 else ''}{abs(year):04}", *(f"{part:02}" for part in rest), "", ""][:3]
    return "/".join([*day, "; ".join(other)])


def date_of_ris(written: str) -> Date:
    """The date that a value of a RIS date tag says, in its own form or any other."""
    found = _RIS.fullmatch(written.strip())
    if not found:
        return date_of(date_said(written))
    first = _numbers([part for part in found.groups()[:3] if part])
    if not first:
        return Date()
    date = Date(first)
    for other in (found[4] or "").split(";"):
        date = _with(date, other.strip())
    return date


def _with(date: Date, other: str) -> Date:
    last = date_of(edtf_date(other.removeprefix(_UNTIL))).first if other.startswith(_UNTIL) else ()
    season = _NAMED.get(other.lower(), 0)
    about = other.lower().rstrip(".") in (_ABOUT, "ca", "c")
    return Date(date.first, last or date.last, season or date.season, about or date.about)
