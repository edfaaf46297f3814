"""The words and numbers at which a date may begin, with the patterns to try there and what reads them.

A text is walked through word by word, and each word looked up in one table: most are not in it. That is several times
faster than one large alternation, whose branches are tried at every letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from holdwater.extract.quantities.dates import days, relative, years
from holdwater.extract.quantities.dates.setting import Setting
from holdwater.extract.quantities.dates.vocabulary import (
    COUNT,
    DECADE_WORDS,
    MONTH,
    MONTHS,
    SEASON,
    SEASONS,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    YEAR_WORDS,
    alternatives,
)
from holdwater.extract.quantities.dates.written import Found
from holdwater.patterns import waiting

Reader = Callable[[Setting, re.Match[str]], Found | None]
Rules = tuple[tuple[re.Pattern[str], Reader], ...]

TOKEN = waiting(r"[A-Za-z]+|\d+")
_UNIT = r"(?:days?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))"


def _rule(pattern: str, reader: Reader) -> tuple[re.Pattern[str], Reader]:
    return re.compile(pattern, re.IGNORECASE), reader


_DECADE = _rule(rf"(?P<decade>[12]\d\d0\s?['’‘]?s|[0-9]0\s?['’‘]?s|{alternatives(DECADE_WORDS)})\b", years.decade)
_WORD_RULES: dict[tuple[str, ...], Rules] = {
    tuple(MONTHS): (_rule(MONTH, days.month_date),),
    tuple(WEEKDAYS): (_rule(WEEKDAY, relative.lone_weekday),),
    tuple(DECADE_WORDS): (_DECADE,),
    ("last", "past", "previous", "preceding", "this", "current", "next", "coming", "upcoming", "following"): (
        _rule(
            rf"(?P<which>[a-z]+)\s+(?:(?P<count>{COUNT})\s+)?"
            rf"(?P<named>{_UNIT}|{WEEKDAY}|(?:{SEASON}|{MONTH})(?!\.?(?:\s+of|,)?\s+\d))\b",
            relative.neighbour,
        ),
    ),
    ("yesterday", "today", "tomorrow", "now"): (_rule("[a-z]+", relative.named_day),),
    ("ago",): (_rule("[a-z]+", relative.counted),),
    tuple(SEASONS): (
        _rule(
            rf"(?P<season>{SEASON})(?:\s+of)?\s+(?:(?P<s_year>[12]\d\d\d)(?:[-/\u2013]\d\d(?:\d\d)?)?|(?P<s_words>{YEAR_WORDS}))\b(?![.,]\d)",
            years.season_date,
        ),
    ),
    ("century", "centuries"): (_rule("[a-z]+", years.century),),
    ("year",): (_rule(r"year\s(?P<the_year>\d{2,3})\b(?![,.]\d)", years.named_year),),
    ("one", "two", *list(UNITS)[11:], "twenty"): (
        _rule("(?:(?:one|two) thousand|[a-z]{6,}[- ][a-z])", years.worded_year),
    ),
}
_YEAR_RULES: Rules = (
    _rule(
        r"(?P<iso_year>\d{4})(?P<iso_mark>[-/.])(?P<iso_month>\d\d?)(?P=iso_mark)(?P<iso_day>\d\d?)(?!\d)",
        days.iso_date,
    ),
    _DECADE,
    _rule(r"\d{4}", years.year_date),
)
_SMALL_RULES: Rules = (
    _rule(r"(?P<one>\d\d?)(?P<mark>[-/.])(?P<two>\d\d?)(?P=mark)(?P<tail>\d{4}|\d\d)(?!\d)", days.numeric_date),
    _rule(r"(?P<my_month>1[0-2]|0?[1-9])/(?P<my_year>(?:19|20)\d\d)(?!\d)", years.month_year),
    _DECADE,
    _rule(r"\d\d\b", years.short_year),
)
_EXACT_RULES: dict[tuple[str, ...], Rules] = {
    ("Q", "H", "q"): (
        _rule(
            r"(?P<which>[QH])(?P<number>[1-4])\b(?:(?:,?\s+(?:of\s+)?|-)(?:(?:FY|fiscal)\s?)?(?P<q_year>[12]\d\d\d)\b)?",
            years.quarter_date,
        ),
    ),
    ("BC", "BCE", "CE", "AD", "B"): (
        _rule(r"AD\s(?P<ad_year>\d{1,4})\b(?![,.]\d)", years.year_of_our_lord),
        _rule(r"(?P<era>BCE?|CE|AD)\b|B\.\s?C\.(?:\s?E\.)?", years.era_year),
    ),
}


def _table() -> dict[str, Rules]:
    table: dict[str, Rules] = {}
    for words, rules in _WORD_RULES.items():
        for word in words:
            for spelling in (word, word.capitalize(), word.upper()):
                table[spelling] = rules
    for words, rules in _EXACT_RULES.items():
        table |= dict.fromkeys(words, rules)
    table |= dict.fromkeys(_numbers(range(1000, 2200)), _YEAR_RULES)
    return table | dict.fromkeys([*_numbers(range(100)), *(f"0{digit}" for digit in range(10))], _SMALL_RULES)


def _numbers(values: Iterable[int]) -> list[str]:
    return [str(value) for value in values]


RULES = _table()
