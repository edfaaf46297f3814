"""Where a quantity may begin: digits, number words, "doubled", "twice", "tenfold", "the highest", "no country".

One compiled expression finds these places; all other work is done only there. Its words are grouped by their first
letters, so that most positions of a text are passed over after one or two comparisons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from holdwater.extract.quantities import number_words as words
from holdwater.extract.quantities.changes import FOLDS, MOST, MULTIPLES, SUPERLATIVES
from holdwater.patterns import waiting

CURRENCY_CODES = frozenset(["usd", "eur", "gbp", "inr", "rs", "rmb"])
TWICE = {"twice": 2.0, "double": 2.0, "thrice": 3.0, "triple": 3.0}

_WORDS = [*words.UNITS, *words.TENS, "hundred", "half", "quarter", *words.ORDINALS, *words.ORDINAL_SCALES]
_COUNTED = [*words.SCALES, "hundred", "dozen", "half", "quarter", *words.ORDINALS, *words.ORDINAL_SCALES]
# What a hit may be, in lower case, when it begins a numeral.
STARTS = frozenset([*_WORDS, *words.VULGAR, "a", "an"])


def _grouped(listed: Iterable[str], *, capital: bool) -> list[str]:
    """The words as alternatives that each begin with another letter; with `capital` it may be a capital."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(listed), key=lambda each: (-len(each), each)):
        by_letter.setdefault(word[0], []).append(word[1:])
    return [
        f"{f'[{letter.upper()}{letter}]' if capital else letter}(?:{'|'.join(_nested(rest))})"
        for letter, rest in sorted(by_letter.items())
    ]


def _nested(rest: list[str]) -> list[str]:
    """The rests of words that share their first letter, grouped by their second."""
    single = [word for word in rest if len(word) < 2]
    return [*_grouped([word for word in rest if len(word) >= 2], capital=False), *(re.escape(word) for word in single)]


_ENDED = "|".join(
    _grouped(
        [
            *_WORDS,
            *MULTIPLES,
            "twice",
            "thrice",
            *(f"{fold}fold" for fold in FOLDS),
            *(f"{fold}-fold" for fold in FOLDS),
        ],
        capital=True,
    )
)
_TOP = "|".join(_grouped([*SUPERLATIVES, *MOST], capital=False))
OWNERS = r"(?:(?<=['’])s|[Ii]ts|[Tt]heir|[Hh](?:is|er)|[Oo]ur|[Mm]y)"
"""What may stand for "the" before a superlative: "the country's highest", "her lowest"."""
_BEHIND_A = "|".join(_grouped(_COUNTED, capital=False))
_MEASURED = "second|minute|hour|day|week|month|year|decade|century|mile|kilometre|kilometer|metre|litre|tonne|ton|kilo"
HIT = waiting(
    rf"\b(?:\d|[{''.join(words.VULGAR)}]|(?:{_ENDED})(?![A-Za-z])|(?:[Tt]he|{OWNERS})\s(?=(?:{_TOP})(?![A-Za-z]))|[Nn]o\s(?=[a-z])"
    rf"|[Aa]n?(?=[\s-]{{1,2}}(?:{_BEHIND_A})(?![A-Za-z]))"
    rf"|(?<=[nrylt]\s)an?(?=\s(?:{_MEASURED})\b)"
    r"|(?:[Dd]ouble|[Tt]riple)(?=\s(?:the|that|its|their|what)\b)"
    r"|(?:USD|EUR|GBP|INR|Rs|RMB)(?=\d))"
)
