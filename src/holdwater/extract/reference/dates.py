"""The day that a description gives: "5 June 2020", "June 5, 2020", "2020-06-05", "5 juin 2020"."""

from __future__ import annotations

from holdwater.patterns import waiting

_MONTHS = (
    "jan",
    "feb fév fev",
    "mar mär mrz",
    "apr avr abr",
    "may mai mag mayo",
    "jun juin giu",
    "jul juil lug",
    "aug aoû ago",
    "sep set",
    "oct okt ott out",
    "nov",
    "dec déc dez dic",
)
_NUMBER = {start: number for number, starts in enumerate(_MONTHS, 1) for start in starts.split()}
_ISO = waiting(r"\b((?:1[4-9]|20)\d\d)-(\d\d)(?:-(\d\d))?\b")
_YEAR = waiting(r"\b(?:1[4-9]|20)\d\d\b")
_DAY = waiting(r"(?<![\d.])([0-3]?\d)(?:st|nd|rd|th|er|\.)?(?!\d)")
_MONTH = waiting(r"[^\W\d_]{3,12}")


def date_parts(text: str) -> list[int]:
    """Year, month and day as far as `text` gives them; empty without a year."""
    iso = _ISO.search(text)
    if iso:
        return [int(part) for part in iso.groups() if part]
    year = _YEAR.search(text)
    if year is None:
        return []
    month = next((number for word in _MONTH.findall(text) if (number := _month(word.lower()))), 0)
    day = _DAY.search(_YEAR.sub(" ", text))
    return [
        int(year[0]),
        *([month] if month else []),
        *([int(day[1])] if month and day and 0 < int(day[1]) < 32 else []),
    ]


def _month(word: str) -> int:
    return _NUMBER.get(word[:4]) or _NUMBER.get(word[:3]) or 0
