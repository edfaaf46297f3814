"""Sex and age: whom a title or a sentence speaks of, and how its unit is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from holdwater.patterns import waiting
from holdwater.tables.model import Dimension, Measure
from holdwater.tables.terms import fold

Ages = tuple[int, int] | tuple[()]

_FEMALE = waiting(r"\b(?:females?|girls?|wom[ae]n)(?:['’]s)?\b")
_MALE = waiting(r"\b(?:males?|boys?|m[ae]n)(?:['’]s)?\b")
_PER_WOMAN = waiting(r"\b(?:per|each|every|average|a) wom[ae]n\b|\bwom[ae]n (?:ha[ds]|have|gave|bore|died|die|dying)\b")
_BETWEEN = waiting(r"\b(?:age[sd]?|between)?\s*(\d{1,2})\s*(?:-|–|to|and)\s*(\d{1,2})\b")
_AGED = waiting(r"\bage[sd]?\b")
_FROM = waiting(r"\b(\d{1,2})\s*(?:\+|plus|and (?:above|over|older)|or (?:above|over|older))")
_UNDER = waiting(r"\bunder (?:the age of )?(\d{1,2}|five)\b")
_YOUTH = waiting(r"\b(?:youths?|young (?:people|persons?|adults?|wom[ae]n|m[ae]n|females?|males?|literate))\b")
_ADULT = waiting(r"\badults?\b")

ADULT: Ages = (15, -1)
YOUTH: Ages = (15, 24)


def sex_in(text: str) -> str:
    """ "female", "male", or "" where neither or both are named; "children per woman" names none."""
    folded = _PER_WOMAN.sub(" ", fold(text))
    female, male = bool(_FEMALE.search(folded)), bool(_MALE.search(folded))
    return ("female" if female else "male") if female != male else ""


def ages_in(text: str) -> Ages:
    """The first and last year of the age group that a text names, -1 for an open end; () if it names none."""
    folded = fold(text)
    if _YOUTH.search(folded):
        return YOUTH
    if found := _UNDER.search(folded):
        return (0, 5 if found[1] == "five" else int(found[1]))
    for found in _BETWEEN.finditer(folded):
        before = folded[max(found.start() - 12, 0) : found.end() + 10]
        if (_AGED.search(before) or "year" in before) and int(found[1]) < int(found[2]):
            return (int(found[1]), int(found[2]))
    if found := _FROM.search(folded):
        return (int(found[1]), -1)
    return ADULT if _ADULT.search(folded) else ()


_RATE = waiting(r"\bper (?P<number>\d+|million|thousand)?\s*(?P<of>[\w ]*)")
_NUMBERS = {"million": 1_000_000.0, "thousand": 1_000.0}
_PHYSICAL: Sequence[tuple[str, str, float]] = (
    (r"mt co2", "kilogram", 1e9),
    (r"t(?:onnes?)? co2|tonnes?", "kilogram", 1e3),
    (r"kilograms?|kg", "kilogram", 1.0),
    (r"kcal|kilocalories", "joule", 4184.0),
    (r"gwh", "joule", 3.6e12),
    (r"twh", "joule", 3.6e15),
    (r"kwh", "joule", 3.6e6),
    (r"toe", "joule", 4.1868e10),  # IEA: 41.868 GJ
    (r"km2|sq\.? km|square kilomet(?:re|er)s?", "square metre", 1e6),
    (r"hectares?|ha", "square metre", 1e4),
    (r"litres?|liters?", "cubic metre", 1e-3),
    (r"kilomet(?:re|er)s?|km", "metre", 1e3),
    (r"met(?:re|er)s?|m", "metre", 1.0),
)
_TIMES = {"years": 31556952.0, "year": 31556952.0, "hours": 3600.0, "days": 86400.0}
"""Seconds; a year is the mean Gregorian year of 365.2425 days."""

_MONEY = waiting(r"\b(?:dollars?|euros?|pounds?|usd|eur|gbp|international)\b")


def measure_of(unit: str) -> Measure:
    """What a series' unit says, as far as figures must be converted: "%", "per 1,000 live births", "constant US$"."""
    folded = fold(unit).strip()
    if not folded:
        return Measure(Dimension.NUMBER)
    if _MONEY.search(folded):
        return Measure(Dimension.MONEY)
    if folded.startswith("index"):
        return Measure(Dimension.INDEX)
    if folded.startswith("percent"):
        return Measure(Dimension.PERCENT, 100.0)
    physical = _physical(folded)
    if physical:
        return physical
    if rate := _RATE.search(folded):
        return _rate(rate["number"] or "", rate["of"].strip())
    if folded in _TIMES:
        return Measure(Dimension.TIME, base="second", factor=_TIMES[folded])
    return Measure(Dimension.COUNT, of=folded)


def _rate(number: str, of: str) -> Measure:
    per = _NUMBERS.get(number) or (float(number) if number else 0.0)
    return Measure(Dimension.RATE, per, of)


def _physical(folded: str) -> Measure | None:
    for pattern, base, factor in _PHYSICAL:
        if re.match(rf"(?:{pattern})\b", folded):
            return Measure(Dimension.PHYSICAL, base=base, factor=factor)
    return None


def ratio_of_units(claim: Measure, series: Measure) -> float:
    """By what a series' figure is multiplied to have it in a claim's unit; 0.0 if the two measure different things.

    A share and a rate are the same thing in other words: 4.5 percent of children and 45 per 1,000.
    """
    shares = {Dimension.PERCENT, Dimension.RATE}
    if claim.dimension in shares and series.dimension in shares:
        if claim.per and series.per:
            return claim.per / series.per
        return 1.0 if claim.per == series.per else 0.0
    if claim.dimension is Dimension.PHYSICAL or series.dimension is Dimension.PHYSICAL:
        same = claim.base and claim.base == series.base
        return series.factor / claim.factor if same else float(claim.dimension is Dimension.ANY)
    if claim.dimension is Dimension.TIME and series.dimension is Dimension.TIME:
        return series.factor / claim.factor
    if claim.dimension is Dimension.COUNT and series.dimension is Dimension.RATE:
        return float(not series.per)  # "5.3 children" per woman, never 60 deaths per 1,000
    return float(series.dimension in _AGREES.get(claim.dimension, {claim.dimension}))


_AGREES = {
    Dimension.ANY: frozenset(Dimension),
    Dimension.NUMBER: frozenset({Dimension.NUMBER, Dimension.RATE, Dimension.TIME, Dimension.INDEX, Dimension.COUNT}),
    Dimension.COUNT: frozenset({Dimension.COUNT, Dimension.RATE}),
    Dimension.INDEX: frozenset({Dimension.INDEX, Dimension.NUMBER}),
}
"""What may be meant by a unit: a bare number may be years or deaths per 1,000, a counted noun the count in a rate."""


_EVERY = waiting(r"\b(?:per|(?:in|out of|for|of) every)\s+(?P<number>\d+|million|thousand|hundred)\b")
_PERCENT = waiting(r"\bpercent\b|\b(?:half|a third|a quarter|two thirds|three quarters|a fifth) of\b")
_YEARS = waiting(r"\b(?:1[89]|20)\d\d\b")
_MANY = waiting(
    r"\bnumber of\b|\bhow many\b|\b(?:\d{4,}|million|billion|thousand)s? (?!dollar|euro|pound|tonne|k)[a-z]{4,}"
)
_BY = waiting(r"\b(?:by|another|further) (?:\w+ ){0,2}[\d.]+ percent\b")
_DOLLARS = waiting(r"\bdollar\b(?!\s*[\d.]+ (?:a|per) day)")


def measure_in(text: str) -> Measure:
    """The unit that a sentence gives its figures in, as far as it can be told; "fell by 40%" gives none."""
    folded = fold(text)
    if found := _EVERY.search(folded):
        number = found["number"]
        return Measure(Dimension.RATE, {"hundred": 100.0, **_NUMBERS}.get(number) or float(number or 0) or 1.0)
    if _PERCENT.search(_BY.sub(" ", folded)):
        return Measure(Dimension.PERCENT, 100.0)
    if _DOLLARS.search(folded):
        return Measure(Dimension.MONEY)
    return Measure(Dimension.COUNT) if _MANY.search(_YEARS.sub(" ", folded)) else Measure()
