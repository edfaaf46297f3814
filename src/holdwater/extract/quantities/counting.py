"""What a number without a unit counts: its noun, what it is per, the whole that it is a part of."""

from __future__ import annotations

from holdwater.extract.quantities.drafts import Draft
from holdwater.extract.quantities.hits import HIT
from holdwater.extract.quantities.masks import Masks
from holdwater.extract.quantities.model import Dimension, QuantityKind, Unit
from holdwater.extract.quantities.nouns import Noun, noun_behind
from holdwater.extract.quantities.numerals import Form, Numeral, read_numeral
from holdwater.extract.quantities.unit_table import MEASURES
from holdwater.extract.quantities.units import PERCENT, UnitRead, with_per
from holdwater.patterns import waiting

_AS = waiting(r"\s(?:as\s(?!a\b|the\b|an\b|if\b|though\b|it\b|they\b|of\b)[a-z]+|(?P<more>(?:more|less|fewer)\b))")
_APPENDED = waiting(r"(?:-odd|-plus|\+|-?ish|\sor\s(?:more|so|fewer|less))(?=\s[a-z])")
_ONE_IN = waiting(r"\s(?:in|out\sof)\s(?:every\s)?(?=[\da-z])")
_WHOLE = waiting(r"\s(?:(?P<of>of\b)|(?P<the>the|its|their|his|her|our|that|all|these|those)\b)")


def add_noun(text: str, draft: Draft, numeral: Numeral, limit: int, masks: Masks) -> int:
    """Give the draft the noun that it counts; return where the noun ends (the next number begins behind it)."""
    if numeral.form is Form.PART:
        return _part(text, draft, numeral, limit)
    per = with_per(text, UnitRead(Unit(), numeral.end), limit)
    if per.unit.per:
        draft.unit, draft.end = per.unit, per.end
        return per.end
    appended = _APPENDED.match(text, numeral.end, limit)
    end = appended.end() if appended else numeral.end
    noun = noun_behind(text, end, limit, one=abs(numeral.value) == 1)
    if noun is None or masks.covered(noun.end - 1, noun.end) >= 0:
        return numeral.end
    draft.noun = noun.word
    return _one_in(text, draft, numeral, noun) or _with_noun(text, draft, noun, limit)


def _one_in(text: str, draft: Draft, numeral: Numeral, noun: Noun) -> int:
    """ "one farm in six" is a share; 0 if it is none."""
    match = _ONE_IN.match(text, noun.end) if numeral.value == 1 else None
    below = read_numeral(text, match.end()) if match and HIT.match(text, match.end()) else None
    if below is None or not 1 < below.value < 1000 or below.form not in (Form.DIGITS, Form.WORDS):
        return 0
    draft.value = draft.low = draft.high = 100 / below.value
    draft.half_steps, draft.form = (draft.value / 100, draft.value / 20), Form.PART
    draft.unit, draft.kind, draft.end = PERCENT, QuantityKind.SHARE, below.end
    draft.number = (draft.number[0], below.end)
    return below.end


def _with_noun(text: str, draft: Draft, noun: Noun, limit: int) -> int:
    unit = Unit(Dimension.COUNT, noun.singular)
    if noun.singular == "point" and _has_percent(text, draft):
        unit = Unit(Dimension.POINT, "percentage point")
    if noun.singular in MEASURES and MEASURES[noun.singular].dimension is Dimension.TIME:
        unit = MEASURES[noun.singular]
    read = with_per(text, UnitRead(unit, noun.end), limit)
    draft.unit, draft.end = read.unit, read.end
    return draft.number[1] if read.end == noun.end else read.end


def _part(text: str, draft: Draft, numeral: Numeral, limit: int) -> int:
    """A part of a whole is a percentage; "half as many" is a ratio."""
    if _AS.match(text, numeral.end, limit) and text[numeral.end : numeral.end + 3] == " as":
        draft.unit, draft.kind = Unit(Dimension.TIMES, "times"), QuantityKind.RATIO
        return numeral.end
    draft.unit = PERCENT
    draft.value, draft.low, draft.high = draft.value * 100, draft.low * 100, draft.high * 100
    draft.half_steps = tuple(step * 100 for step in draft.half_steps)
    if match := _WHOLE.match(text, numeral.end, limit):
        draft.kind = QuantityKind.SHARE
        noun = noun_behind(text, match.end() if match["the"] else numeral.end, limit)
        draft.noun = noun.word if noun else ""
    return numeral.end


_PERCENT = waiting(r"%|\bper\s?cent")


def _has_percent(text: str, draft: Draft) -> bool:
    """Whether percentages stand in the sentence or the words around it."""
    return _PERCENT.search(text, max(0, draft.words.span.start - 200), draft.words.span.end + 100) is not None
