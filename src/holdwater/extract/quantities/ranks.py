"""Ranks ("third-largest", "ranked 5th of 142", "in second place") and superlatives ("the highest", "no country … "
"more")."""

from __future__ import annotations

import re

from holdwater.document import Span
from holdwater.extract.quantities.changes import MEASURED_BY, MOST, SUPERLATIVES
from holdwater.extract.quantities.hits import OWNERS
from holdwater.extract.quantities.nouns import is_plural
from holdwater.extract.quantities.numerals import Numeral
from holdwater.patterns import waiting

_TOP = "|".join(sorted(SUPERLATIVES | MOST | {"best", "worst"}))
_BEHIND = waiting(
    r"-(?:placed|ranked|seeded|rated)\b"
    rf"|(?:\s|-|\s?‑\s?)(?P<top>{_TOP})(?:\s(?P<by>{'|'.join(sorted(MEASURED_BY))}))?\b"
    r"|\s(?:in\sthe\s(?:world|list|ranking|table|league)|place\b|position\b|spot\b|rank\b|out\sof\s\d"
    r"|of\s\d+\s(?:countries|states|nations|schools|cities|regions))"
    r"|\s(?:from|to)\s(?:the\s)?(?:last|bottom|top)\b"
)
_BEFORE = waiting(
    r"(?:\b(?:rank(?:s|ed|ing)?|place[sd]?|came|come|comes|finish(?:es|ed)?)\s(?:[a-z]+\s)?(?:as\s|at\s|the\s|in\s"
    r"|only\s){0,2}|\bnumber\s)$",
    re.IGNORECASE,
)
_THE = waiting(rf"(?:[Tt]he|(?P<owner>{OWNERS}))\s(?P<top>{_TOP})(?![A-Za-z])(?:\s(?P<next>[a-z-]+))?")
_NO = waiting(
    r"[Nn]o\s(?:other\s)?(?:single\s)?(?:country|nation|state|region|city|district|province|county|school|company"
    r"|firm|group|government|person|people|team|"
    r"bank|party|university|sector|continent|economy|year|decade|one|place|town|village"
    r"|[a-z]+)\b[^.;:?!,]{2,90}?\b(?P<more>so\s(?:many|much|few|often)|as\s(?:many|much|few|often)|more|less|faster"
    r"|higher|lower|larger|further|fewer|longer|greater)\b"
)
_NO_HEAD = waiting(r"[Nn]o\s(?:other\s|single\s)")
_NO_PLACE = waiting(
    r"[Nn]o\s(?:country|nation|state|region|city|district|province|county|school|company|firm|government|economy"
    r"|team|party|university|continent)\b"
)


def rank_at(text: str, numeral: Numeral, floor: int, limit: int) -> int | None:
    """Where the words that make an ordinal a rank end; None if it is none ("the third time")."""
    if behind := _BEHIND.match(text, numeral.end, limit):
        return behind.end()
    if _BEFORE.search(text, max(floor, numeral.start - 36), numeral.start):
        return numeral.end
    return None


def superlative_at(text: str, start: int, limit: int) -> Span | None:
    """The superlative that begins with "the" or "no" at `start`; None if it is none ("the most part", "no more")."""
    if text[start] in "nN":
        match = _NO.match(text, start, limit)
        named = _NO_PLACE.match(text, start) or _NO_HEAD.match(text, start)
        return Span(start, match.end()) if match and named else None
    match = _THE.match(text, start, limit)
    if match is None:
        return None
    top, follow = match["top"], match["next"] or ""
    if top in ("best", "worst"):
        return None
    begin = match.start("top") if match["owner"] else start
    if top in MOST:
        if follow in MEASURED_BY:
            return Span(begin, match.end())
        return Span(begin, match.end("top")) if is_plural(follow) and begin == start else None
    return Span(begin, match.end("top"))
