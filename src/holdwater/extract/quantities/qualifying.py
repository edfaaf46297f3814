"""What qualifies a number besides its unit: hedges before and behind it, "times", and the words that make it an age."""

from __future__ import annotations

import re

from holdwater.extract.quantities.drafts import Draft
from holdwater.extract.quantities.hedges import hedge_before, hedge_behind
from holdwater.extract.quantities.model import Dimension, Hedge, QuantityKind, Unit
from holdwater.extract.quantities.naming import is_aged_name
from holdwater.extract.quantities.numerals import Form, Numeral
from holdwater.extract.quantities.unit_table import MEASURES
from holdwater.patterns import waiting

_TIMES = waiting(
    r"(?:-|\s)times(?![A-Za-z])(?:\s(?:(?P<as>as\s[a-z]+(?!\s(?:a|per)\b))|(?P<more>(?:more|less|fewer"
    r"|[a-z]{2,7}er)\b(?!\s(?:a|per)\b))|(?P<the>[A-Z]\w*|the|that|its|their|what|those|his|her|our)\b))?"
)
_FOLD = waiting(r"[-‐‑ ]?fold(?![A-Za-z])")
_HYPHENED_FOLD = waiting(r"[-‐‑]fold(?![A-Za-z])")
_AGE_BEFORE = waiting(r"\b(?:aged?|ages)\s(?:between\s|from\s|over\s|under\s|at least\s|about\s|of\s)?$", re.IGNORECASE)
_OLD = waiting(r"(?:\s|-)(?:olds?(?![a-z])|of\sage\b)|\s?(?:y/?o\b)")
_PEOPLE_BEFORE = waiting(
    r"\b(?:children|kids|adults|woman|man|person|people|those|women|men|girls|boys|pupils|persons|mortality|anyone"
    r"|everyone|infants|drivers|males|females|teenagers|workers|patients|population|whom|residents|voters|migrants)"
    r"\s(?:aged\s|(?:who\s|that\s)?(?:are|were|is|was)\s)?$"
)
_AGE_AT = waiting(r"\b[Aa]t\s$")
_AGE_WHO = waiting(r",?\s(?:s?he|I|they|who)\b|,\sthe\s(?:oldest|youngest|eldest)")
_WHEN = waiting(r"\s(?:when|at\sthe\stime|that\s(?:year|summer))\b")
_WAS = waiting(r"\b(?:was|is|turned|were|just|only)\s$")
_LIVED = waiting(
    r"\b(?:live[sd]?\sto(?:\sbe)?|(?:until|till|before|since|when|once)\s(?:s?he|they)\s(?:was|were|turned))\s$"
)
_NAMED = waiting(
    r"(?:[A-Z][a-z]+\s[A-Z][a-z]+|candidate|victim|driver|suspect|author|teacher|farmer|widow|mother|father),\s$"
)
_AGE_IS = waiting(
    r"(?:\b(?:who|he|she|[Mm]other|[Ff]ather|wife|husband|son|daughter|farmer|member|sister|brother|resident|woman"
    r"|man|child)\s(?:is|was|turned)|"
    r"\bI\s(?:am|was)|\b(?:[Hh]e|[Ss]he|they|twins|I)\s(?:turned|turns|were|was|is|are))\s$"
)
_GROWN = frozenset(
    "risen rose grown grew increased multiplied climbed jumped surged soared expanded swelled swollen".split()
)
_SPANS = frozenset(
    "seasons terms sessions series innings weekends nights generations quarters semesters parliaments".split()
)
_YO = waiting(r"\s?y/?o\b")


def add_hedge(text: str, draft: Draft, floor: int, limit: int) -> None:
    """Give a draft the hedge of the words before it (not before `floor`) or behind it."""
    first = max(floor, draft.words.span.start)
    draft.hedge, draft.start = hedge_before(text, draft.start, first)
    if draft.hedge is Hedge.OVER and _lasts(draft) and _is_during(text, draft):
        draft.hedge, draft.start = Hedge.NONE, draft.number[0]
    after, until = hedge_behind(text, draft.number[1], limit)
    if after is Hedge.NONE and draft.end > draft.number[1]:
        after, until = hedge_behind(text, draft.end, limit)
    if after is not Hedge.NONE and (draft.hedge in (Hedge.NONE, Hedge.ABOUT) or after is Hedge.ABOUT):
        draft.hedge = after if draft.hedge is Hedge.NONE or after is not Hedge.ABOUT else draft.hedge
        draft.end = max(draft.end, until)


def is_multiple(text: str, draft: Draft, numeral: Numeral, limit: int) -> bool:
    """ "three times as many", "three times more than", "three times the"; "four times a week" counts times."""
    folds = _FOLD if numeral.form is Form.DIGITS else _HYPHENED_FOLD
    if numeral.form in (Form.DIGITS, Form.WORDS) and (fold := folds.match(text, numeral.end, limit)):
        draft.kind, draft.unit, draft.noun = QuantityKind.RATIO, Unit(Dimension.TIMES, "times"), ""
        draft.end = fold.end()
        return True
    match = _TIMES.match(text, numeral.end, limit)
    if match is None or draft.unit.name not in ("time", ""):
        return False
    if not (match["as"] or match["more"] or match["the"] or _has_grown(draft)):
        return False
    draft.kind = QuantityKind.TIMES_MORE if match["more"] else QuantityKind.RATIO
    draft.unit, draft.noun = Unit(Dimension.TIMES, "times"), ""
    draft.end = numeral.end + len(" times")
    return True


def _has_grown(draft: Draft) -> bool:
    """Whether a word of change stands right before "3.5 times"."""
    words = draft.words
    at = words.first_from(draft.start)
    return words.lower[at - 1 : at] != [] and words.lower[at - 1] in _GROWN


def note_age(text: str, draft: Draft, numeral: Numeral, floor: int) -> None:
    """Make a draft an age where the words beside it say so; nothing before `floor` is read."""
    if draft.unit.dimension is Dimension.TIME:
        if match := _OLD.match(text, draft.end):
            draft.kind, draft.end = QuantityKind.AGE, match.end()
        elif _says_age(text, draft.start):
            draft.kind = QuantityKind.AGE
        return
    if draft.unit.dimension is not Dimension.NUMBER or not 0 < numeral.value < 130:
        return
    limited = draft.hedge in (Hedge.UNDER, Hedge.OVER)
    of_people = limited and _PEOPLE_BEFORE.search(text, max(0, draft.start - 24), draft.start) is not None
    said = _says_age(text, draft.start) or _YO.match(text, numeral.end) is not None
    if of_people or said or _is_bare_age(text, draft, numeral, floor):
        draft.unit, draft.kind, draft.noun = MEASURES["year"], QuantityKind.AGE, ""


def _says_age(text: str, start: int) -> bool:
    """Whether "aged", "at the age of" stands before."""
    left = max(0, start - 20)
    return text.find("age", left, start) >= 0 and _AGE_BEFORE.search(text, left, start) is not None


def _is_bare_age(text: str, draft: Draft, numeral: Numeral, floor: int) -> bool:
    """ "who is 61", "Mother is 91 and", "Ilse Brandt, 24,", "at 17 she", "older than 55"."""
    if not numeral.value.is_integer() or numeral.scaled or draft.is_range:
        return False
    if text[draft.start : draft.start + 12].lower().startswith(("older than", "younger than")):
        return True
    left = text[max(floor, numeral.start - 24) : numeral.start]
    if _LIVED.search(left) or (_WAS.search(left) and _WHEN.match(text, numeral.end)):
        return True
    if text[numeral.start - 1 : numeral.start] == "(" and is_aged_name(text, numeral.start - 1, numeral.end + 1):
        return True
    if _AGE_AT.search(left) and _AGE_WHO.match(text, numeral.end):
        return True
    closes = text[numeral.end : numeral.end + 1] in (".", ",", ";", ")") or text.startswith(
        (" and ", " on "), numeral.end
    )
    if numeral.form is Form.DIGITS and text[numeral.end : numeral.end + 1] == "," and _NAMED.search(left):
        return True
    return closes and _AGE_IS.search(left) is not None


def _lasts(draft: Draft) -> bool:
    """Whether a quantity is of a stretch of time, or of what follows one another in time."""
    return draft.unit.dimension is Dimension.TIME or draft.noun in _SPANS


def _is_during(text: str, draft: Draft) -> bool:
    """Whether "over" before a time means during it: "over three years", but not "for over three years"."""
    word = text[draft.start : draft.start + 4].lower()
    before = text[max(0, draft.start - 12) : draft.start].lower().split()
    return word == "over" and not (
        before and before[-1] in ("for", "lasted", "took", "is", "was", "just", "well", "takes", "after", "of")
    )
