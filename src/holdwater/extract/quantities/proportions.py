"""One number to another: "1 in 3", "two out of five", "3:1", "a ratio of 10 to 1"."""

from __future__ import annotations

from dataclasses import dataclass

from holdwater.document import Span
from holdwater.extract.quantities.hits import HIT
from holdwater.extract.quantities.masks import Masks
from holdwater.extract.quantities.model import Dimension, QuantityKind, Unit
from holdwater.extract.quantities.nouns import noun_behind
from holdwater.extract.quantities.numerals import Form, Numeral, read_numeral
from holdwater.extract.quantities.units import PERCENT, unit_behind
from holdwater.patterns import waiting

_IN = waiting(r"\s(?P<how>in|out\sof|of\severy)\s(?:every\s|each\s)?(?=[\dA-Za-z])")
_OVER = waiting(r"\sover\s(?=(?:\d+|[a-z -]+)[.,;:)?!]?(?:\s|$))")
_COLON = waiting(r":(\d{1,4})(?![\d:]|\.\d)")
_RATIO_TO = waiting(r"(?:\sto\s|-to-)(\d{1,4}|one|two)(?!\w|[.,]\d)")
_SAYS_RATIO = waiting(r"\b(?:ratio|odds|outnumber\w*)\b")
_TENTH = 10
""" "Seven in ten" is written to the nearest tenth: half of one, five percent, may be rounded off."""
_ONES = {"one": 1.0, "two": 2.0}


@dataclass(frozen=True, slots=True)
class Proportion:
    """The value of one number to another, where the second ends, and what it is a share of."""

    value: float
    end: int
    unit: Unit
    kind: QuantityKind
    noun: str = ""
    half_steps: tuple[float, ...] = ()


def proportion(text: str, numeral: Numeral, span: Span, masks: Masks) -> Proportion | None:
    """ "1 in 3", "two out of five", "3:1"; None if it is neither. `span` is the paragraph."""
    if numeral.form not in (Form.DIGITS, Form.WORDS) or numeral.value < 1:
        return None
    if text[numeral.end : numeral.end + 1] == ":" or _RATIO_TO.match(text, numeral.end):
        return _ratio(text, numeral, span)
    if not numeral.value.is_integer():
        return None
    end = numeral.end
    if numeral.value == 1 and (measured := unit_behind(text, numeral, span.end)):
        end = measured.end  # "one mile in ten"
    match = _IN.match(text, end, span.end)
    if match is None and numeral.value == 1:
        match = _OVER.match(text, numeral.end, span.end)
    if match is None or masks.covered(match.end(), match.end() + 1) >= 0:
        return None
    below = read_numeral(text, match.end()) if HIT.match(text, match.end()) else None
    if below is None or below.form not in (Form.DIGITS, Form.WORDS) or not numeral.value < below.value:
        return None
    if 1500 <= below.value < 2100 and below.end - below.start == 4:
        return None
    how = match.group().split()[0]
    if (how == "in" and unit_behind(text, below, span.end)) or text[below.end : below.end + 1] in ("-", "–"):
        return None
    if not below.value.is_integer() or (how == "over" and noun_behind(text, below.end, span.end)):
        return None
    noun = noun_behind(text, below.end, span.end)
    share = numeral.value / below.value * 100
    steps = (_TENTH / 2,) if below.value == _TENTH else ()
    return Proportion(share, below.end, PERCENT, QuantityKind.SHARE, noun.word if noun else "", steps)


def _ratio(text: str, numeral: Numeral, span: Span) -> Proportion | None:
    """ "3:1", and "10 to 1" behind "ratio" or "odds"."""
    match = _COLON.match(text, numeral.end)
    if match is None and _SAYS_RATIO.search(text, max(span.start, numeral.start - 40), numeral.start):
        match = _RATIO_TO.match(text, numeral.end)
    below = _ONES.get(match.group(1)) or float(match.group(1)) if match else 0.0
    if match is None or not below:
        return None
    return Proportion(numeral.value / below, match.end(), Unit(Dimension.TIMES, "times"), QuantityKind.RATIO)
