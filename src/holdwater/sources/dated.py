"""Dates and numbered labels in a reference and at the head of a text: what tells two issues of one series apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from holdwater.patterns import waiting
from holdwater.sources.words import ROMAN, is_year
from holdwater.sources.works import MONTHS

_SHORT = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9} | MONTHS
_REPORTED = waiting(r"(?<!\d)(\d{1,4})\s((?:[A-Z][A-Za-z]{0,6}\.\s?){1,4}(?:\dd\s?)?)\s?(\d{1,5})(?!\d)")
_ORDINAL = waiting(r"(?<=\d)(?:st|nd|rd|th|d)\Z")
OF_A_PLACE = frozenset(
    "p pp page pages para paras paragraph paragraphs line lines fol folio fols f ff at n note notes sec section "
    "sections s ss art col columns fig figure table map plate slide minute pt".split()
)
"""Words before a number that say where in a work a passage stands, and not which work it is."""
_LABELS = {"ch": "chapter", "chs": "chapter", "chap": "chapter", "vol": "volume", "no": "number", "nr": "number"}
_VOLUME = waiting(r"(?i)\bvol(?:ume|\.)?\s?(\d{1,3}|[ivx]{1,6})\b")
_VOLUMES = waiting(r"(?i)\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s(?:vols?\b|volumes\b)")
_ROMAN = {
    numeral: str(at) for at, numeral in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split(), 1)
}

Date = tuple[int, int, int]
"""Year, month and day; 0 where no day is given."""


def dates_in(texts: Sequence[str]) -> set[Date]:
    """The dates among folded words: "3 May 2019", "May 3rd 2019", "May 2019", "2019 05 03"."""
    return {*_named_months(texts), *_month_of_days(texts), *_numbered_months(texts)}


def _named_months(texts: Sequence[str]) -> Iterator[Date]:
    for index, word in enumerate(texts):
        month = _SHORT.get(word)
        after = texts[index + 1 : index + 3]
        year = next((one for one in after if is_year(one) and len(one) == 4), "")
        if month and year:
            beside = (*texts[max(0, index - 1) : index], *after[: after.index(year)])
            days = (_ORDINAL.sub("", one) for one in beside)
            yield int(year), month, next((int(one) for one in days if one.isdigit() and 1 <= int(one) <= 31), 0)


def _month_of_days(texts: Sequence[str]) -> Iterator[Date]:
    """The month of "3–9 June 2016" with the days behind it, "June 3–9, 2016"."""
    for month, first, last, year in zip(texts, texts[1:], texts[2:], texts[3:], strict=False):
        days = first.isdigit() and last.isdigit() and int(first) < int(last) <= 31
        if month in _SHORT and days and is_year(year) and len(year) == 4:
            yield int(year), _SHORT[month], 0


def _numbered_months(texts: Sequence[str]) -> Iterator[Date]:
    for year, month, day in zip(texts, texts[1:], texts[2:], strict=False):
        written = is_year(year) and all(len(one) == 2 and one.isdigit() for one in (month, day))
        if written and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            yield int(year), int(month), int(day)


def dates_differ(ours: set[Date], theirs: set[Date]) -> bool:
    """Whether both sides give dates, and none of one side can be one of the other's."""
    alike = (
        one[:2] == other[:2] and (one[2] == other[2] or not one[2] or not other[2]) for one in ours for other in theirs
    )
    return bool(ours and theirs) and not any(alike)


def numbers_differ(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """The label that has one number on one side and another on the other ("report 14", "report 15"); "" if none."""
    labelled, other = _labelled(ours), _labelled(theirs)
    return next((label for label, numbers in labelled.items() if label in other and not numbers & other[label]), "")


def _labelled(texts: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word, number in pairwise(texts):
        number = ROMAN.get(number, number)
        plain = number.isdigit() and not is_year(number) and word.isalpha() and len(word) > 1
        if plain and word not in _SHORT and word not in OF_A_PLACE:
            found.setdefault(_LABELS.get(word, word), set()).add(number.lstrip("0"))
    return found


def volumes_in(text: str) -> set[str]:
    """The numbers of the volumes that a text gives, "VOL. I" as "1"."""
    return {_ROMAN.get(number.lower(), number.lstrip("0")) for number in _VOLUME.findall(text)}


def is_whole(text: str) -> bool:
    """Whether a reference is to all the volumes of a work: "2 vols.", without the number of one."""
    return bool(_VOLUMES.search(text)) and not volumes_in(text)


def reporters_in(text: str) -> set[tuple[str, str, str]]:
    """The places in law reports that a text gives ("456 W.D. 444"): volume, series, page."""
    found = (
        (volume, "".join(filter(str.isalnum, series.lower())), page) for volume, series, page in _REPORTED.findall(text)
    )
    return {place for place in found if place[1] not in _SHORT}
