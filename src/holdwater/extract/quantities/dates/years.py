"""Years, and what is made of them: 1990-2000, 2008/09, the 1990s, the 19th century, Q3 2010, summer 2016, 44 BC."""

from __future__ import annotations

import re
from dataclasses import replace

from holdwater.extract.quantities.dates.days import full_year
from holdwater.extract.quantities.dates.parts import NO_DAYS, Part, year_days
from holdwater.extract.quantities.dates.setting import Setting
from holdwater.extract.quantities.dates.vocabulary import (
    DASH,
    DECADE_WORDS,
    LONGEST_LINK,
    ORDINALS,
    UNITS,
    YEAR_WORDS,
    year_in_words,
)
from holdwater.extract.quantities.dates.written import Found, Written
from holdwater.extract.quantities.dates.year_syntax import after_year, before_year, is_year, may_be_year
from holdwater.extract.quantities.model import Grain
from holdwater.patterns import waiting

_SPAN = waiting(
    rf"(?P<low>[12]\d\d\d)(?:\s?(?:{DASH}|~)\s?|(?P<slash>/)|\s(?:to|through|until)\s(?=\d{{4}}))(?P<high>\d{{4}}|\d\d)(?!\d|[.,]\d|{DASH}\d)"
)
_MONTH_BEHIND = waiting(r"(?:/(?P<slashed>1[0-2]|0?[1-9])|-(?P<dashed>1[0-2]|0[1-9]))(?![\w/%-]|[.,]\d)")
_QUARTER_BEHIND = waiting(r"[\s-]*(?P<which>[QqH])(?P<number>[1-4])\b")
_ERA_BEHIND = waiting(r"\s?(?P<bc>BCE?|B\.\s?C\.(?:\s?E\.)?)(?!\w)")
_CHAIN = waiting(
    rf"\s*(?:{DASH}|/|,|,?\s(?:to|and|or|until|till|through|(?:but|and) not|versus|vs\.?)\s)\s*(?:in\s|the\s)?"
)
_GOES_ON = waiting(r"[\w/%-]|[.,]\d")
_WORDS = waiting(YEAR_WORDS, re.IGNORECASE)
_BEFORE_CHRIST = waiting(r"\s(?:BCE?|B\.\s?C\.)")
_COUNTED_BEHIND = waiting(r"\s+[a-z]+s\b|[-\s](?:year|day|hundred|thousand|million|people|men|women|per)\b")
_APOSTROPHES = ("'", "’", "‘")
_SHORT_BEFORE = waiting(r"\b(?:in|of|since)\s['’‘]$", re.IGNORECASE)
_CENTURY_BEFORE = waiting(
    rf"(?:(?P<other>\b(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)}))\s+(?:and|or|to|{DASH})\s+(?:the\s+)?)?"
    rf"(?P<number>\b(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))(?:-|\s+)$",
    re.IGNORECASE,
)


def year_date(setting: Setting, match: re.Match[str]) -> Found | None:
    """The year, range of years, year and month, or year and quarter that begins with four digits."""
    text, start = setting.text, match.start()
    if before_year(text, start):
        return None
    return (
        _year_span(text, start)
        or _with_month(text, start)
        or _with_quarter(text, start)
        or _plain_year(text, start, setting.previous)
    )


def _plain_year(text: str, start: int, previous: Found | None) -> Found | None:
    year, end = int(text[start : start + 4]), start + 4
    if _ERA_BEHIND.match(text, end):
        return None
    follows = previous is not None and _continues(text, previous, start) and may_be_year(text, year, end)
    if follows or is_year(text, start, end, year):
        return Found(start, end, Written(Grain.YEAR, year))
    return None


def _continues(text: str, previous: Found, start: int) -> bool:
    """Whether the number goes on what the date before it began: 2008 and 2009, from May 2015 to 2018."""
    if start - previous.end > LONGEST_LINK or not _CHAIN.fullmatch(text, previous.end, start):
        return False
    if previous.last_part.grain is Grain.YEAR:
        return True
    gap = text[previous.end : start].strip().lower()
    return previous.low.year > 0 and (
        gap in ("to", "until", "till", "through")
        or (gap == "and" and text[max(0, previous.start - 9) : previous.start].rstrip()[-7:].lower() == "between")
    )


def _year_span(text: str, start: int) -> Found | None:
    span = _SPAN.match(text, start)
    if not span or after_year(text, span.end()):
        return None
    low = int(span["low"])
    short = len(span["high"]) == 2
    high = low - low % 100 + int(span["high"]) if short else int(span["high"])
    if short and low % 100 == 99 and high % 100 == 0:
        high += 100
    if not low < high <= 2200 or high - low > 300:
        return None
    if span["slash"] and high != low + 1:
        return None
    sure = is_year(text, start, span.end(), low) or high == low + 1
    if not sure and (low < 1700 or high > 2100 or low % 100 == high % 100 == 0 or (short and high - low > 10)):
        return None
    return Found(start, span.end(), Written(Grain.YEAR, low), Written(Grain.YEAR, high))


def _with_month(text: str, start: int) -> Found | None:
    month = _MONTH_BEHIND.match(text, start + 4)
    year = int(text[start : start + 4])
    if not month or not 1900 <= year <= 2100:
        return None
    return Found(start, month.end(), Written(Grain.MONTH, year, int(month["slashed"] or month["dashed"])))


def _with_quarter(text: str, start: int) -> Found | None:
    quarter = _QUARTER_BEHIND.match(text, start + 4)
    if not quarter:
        return None
    return _part_of_year(
        start, quarter.end(), int(text[start : start + 4]), quarter["which"].upper(), int(quarter["number"])
    )


def _part_of_year(start: int, end: int, year: int, which: str, number: int) -> Found | None:
    if which == "H" and number > 2:
        return None
    part = Part("quarter" if which == "Q" else "half", number)
    return Found(start, end, Written(Grain.YEAR, year).with_part(part))


def quarter_date(setting: Setting, match: re.Match[str]) -> Found | None:
    """Q3 2010, H1 of 2016, Q3."""
    which = match["which"].upper()
    if not match["q_year"] and which == "H":
        return None
    return _part_of_year(match.start(), match.end(), int(match["q_year"] or 0), which, int(match["number"]))


def month_year(setting: Setting, match: re.Match[str]) -> Found | None:
    """10/2016, a month and a year."""
    text = setting.text
    if before_year(text, match.start()) or _GOES_ON.match(text, match.end()):
        return None
    return Found(match.start(), match.end(), Written(Grain.MONTH, int(match["my_year"]), int(match["my_month"])))


def era_year(setting: Setting, match: re.Match[str]) -> Found | None:
    """44 BC (no days: the calendar of this programme begins with the year 1), 70 CE."""
    left = setting.before(match.start(), 8)
    number = re.search(r"(?<![\d.,$-])(\d{1,4})\s?$", left)
    if not number:
        return None
    start = match.start() - len(left) + number.start()
    if not int(number[1]):
        return None
    if match[0].startswith("B"):
        return Found(start, match.end(), Written(Grain.YEAR, days=NO_DAYS))
    return Found(start, match.end(), Written(Grain.YEAR, int(number[1])))


def year_of_our_lord(setting: Setting, match: re.Match[str]) -> Found | None:
    """AD 70."""
    year = int(match["ad_year"])
    return Found(match.start(), match.end(), Written(Grain.YEAR, year)) if year else None


def named_year(setting: Setting, match: re.Match[str]) -> Found | None:
    """ "the year 79", "year two hundred": a year because the word stands before it."""
    return Found(match.start(), match.end(), Written(Grain.YEAR, int(match["the_year"])))


def worded_year(setting: Setting, match: re.Match[str]) -> Found | None:
    """A year in words, where a preposition before it says that it is one: "in nineteen eighty-four"."""
    words = _WORDS.match(setting.text, match.start())
    if not words:
        return None
    year = year_in_words(words[0])
    left = setting.before(match.start(), 16)
    if not re.search(r"\b(?:in|since|until|by|of|during|year)\s+$", left, re.IGNORECASE) or not 1000 <= year <= 2100:
        return None
    if _COUNTED_BEHIND.match(setting.text, words.end()):
        return None
    return Found(match.start(), words.end(), Written(Grain.YEAR, year))


def decade(setting: Setting, match: re.Match[str]) -> Found | None:
    """The 1990s, the '90s, the nineteen-seventies, the nineties; the 1800s, but not the 2000s, are a century."""
    written = match["decade"].lower()
    digits = re.search(r"\d+", written)
    if digits is None:
        return _decade_in_words(setting, match)
    year = int(digits[0])
    if len(digits[0]) == 2:
        if not re.search(r"(?:^|\W)['’‘]$|\b(?:the|early|late|mid)[- ]$", setting.before(match.start(), 8)):
            return None
        year += 1900 if year >= 20 else 2000
    if year % 100 == 0 and year != 2000:
        return _years(match, Grain.CENTURY, year, 100)
    quoted = setting.before(match.start(), 1) in _APOSTROPHES and len(digits[0]) == 2
    found = _years(match, Grain.DECADE, year, 10)
    return replace(found, start=found.start - 1) if quoted else found


def _decade_in_words(setting: Setting, match: re.Match[str]) -> Found | None:
    """His nineties are an age: "the" or "nineteen" must stand before the word."""
    ten = DECADE_WORDS[match["decade"].lower()]
    left = setting.before(match.start(), 24)
    spoken = re.search(r"\b(seventeen|eighteen|nineteen|twenty)[- ]$", left, re.IGNORECASE)
    if spoken:
        hundred = {"twenty": 20}.get(spoken[1].lower()) or UNITS[spoken[1].lower()]
        start = match.start() - len(left) + spoken.start()
        return Found(start, match.end(), Written(Grain.DECADE, days=year_days(hundred * 100 + ten, 10)))
    if not re.search(r"\b(?:the|early|late|mid|in)[- ]$", left, re.IGNORECASE) or match["decade"].lower() == "tens":
        return None
    return _years(match, Grain.DECADE, (2000 if ten < 20 else 1900) + ten, 10)


def _years(match: re.Match[str], grain: Grain, first: int, years: int) -> Found:
    return Found(match.start(), match.end(), Written(grain, days=year_days(first, years)))


def century(setting: Setting, match: re.Match[str]) -> Found | None:
    """The 19th century is 1800 to 1899 (as ISO 8601:2019 and most writers count), one before Christ has no days."""
    left = setting.before(match.start(), 48)
    before = _CENTURY_BEFORE.search(left)
    if not before:
        return None
    era = _BEFORE_CHRIST.match(setting.text, match.end())
    start = match.start() - len(left) + before.start()
    if era:
        return Found(start, era.end(), Written(Grain.CENTURY, days=NO_DAYS))
    last = _century(before["number"])
    both = before["other"] and match[0].lower() == "centuries"
    if both:
        return Found(start, match.end(), _century(before["other"]), last)
    return Found(match.start() - len(left) + before.start("number"), match.end(), last)


def _century(written: str) -> Written:
    digits = re.match(r"\d+", written)
    number = int(digits[0]) if digits else ORDINALS[written.lower()]
    return Written(Grain.CENTURY, days=year_days(max(1, number * 100 - 100), 100 if number > 1 else 99))


def season_date(setting: Setting, match: re.Match[str]) -> Found | None:
    """Summer 2016, the winter of 2008-09."""
    year = int(match["s_year"]) if match["s_year"] else year_in_words(match["s_words"])
    season = "autumn" if match["season"].lower() == "fall" else match["season"].lower()
    return Found(match.start(), match.end(), Written(Grain.SEASON, year, season=season))


def short_year(setting: Setting, match: re.Match[str]) -> Found | None:
    """In '08."""
    if setting.before(match.start(), 1) not in _APOSTROPHES:
        return None
    if not _SHORT_BEFORE.search(setting.before(match.start(), 8)):
        return None
    return Found(match.start() - 1, match.end(), Written(Grain.YEAR, full_year(setting, int(match[0]))))
