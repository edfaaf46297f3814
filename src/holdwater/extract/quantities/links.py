"""Drafts that belong to one another although words stand between them.

"5 feet 2 inches", "more than 10 and less than 20", "from 36% in 1976 to 96% in 2012", "45 and 50 mg".
"""

from __future__ import annotations

from dataclasses import replace

from holdwater.extract.quantities.changes import CHANGE, NOUNS
from holdwater.extract.quantities.drafts import Draft
from holdwater.extract.quantities.halves import add_part
from holdwater.extract.quantities.model import Dimension, Hedge, QuantityKind, Unit
from holdwater.extract.quantities.numerals import Form
from holdwater.patterns import waiting

_COMPOUND = waiting(r"\s(?:and\s)?|,\s")
_IN = waiting(r"\s(?:in|out of)\s(?:every\s)?")
_BOUNDS = waiting(r"\s?(?:,|,?\s?(?:and|but))\s(?:also\s|is\s|are\s|was\s)?")
_LIST = waiting(r"\s(?:and|or)\s|\s?/\s?")  # a comma as often as not begins another clause
_FROM = waiting(r"\bfrom\s(?:(?:a|an|the|just|only|some)\s)?(?:[a-z]+\sof\s)?$")
_TO = waiting(r"\b(?:to|at|reaching|reached)\s(?:(?:a|an|the|just|only|some)\s)?(?:[a-z]+\sof\s)?$")
_SMALLER = {
    ("foot", "inch"): 1 / 12,
    ("hour", "minute"): 1 / 60,
    ("minute", "second"): 1 / 60,
    ("year", "month"): 1 / 12,
    ("$", "cent"): 0.01,
    ("USD", "cent"): 0.01,
    ("EUR", "cent"): 0.01,
    ("GBP", "penny"): 0.01,
}
_LOWER, _UPPER = (Hedge.OVER, Hedge.AT_LEAST), (Hedge.UNDER, Hedge.AT_MOST)
_FURTHEST = 70  # characters between the two ends of a change
_WHOLE = 100  # percent
_SHARED = (Dimension.PERCENT, Dimension.PHYSICAL, Dimension.POINT)


def link(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a text in order, with those made one that are one quantity, and the ends of each change tied."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept and kept[-1].words is draft.words else None
        if add_part(text, last, draft):
            continue
        if last is None or not (
            _one_in(text, last, draft) or _compound(text, last, draft) or _between(text, last, draft)
        ):
            kept.append(draft)
            if last is not None:
                _share_unit(text, last, draft)
                _tie(text, last, draft)
    return kept


def _one_in(text: str, first: Draft, second: Draft) -> bool:
    """Whether both are one share: "one woman in ten"."""
    bare = first.unit.dimension is Dimension.COUNT and second.unit.dimension is Dimension.NUMBER
    if not bare or not _IN.fullmatch(text, first.end, second.start) or not 0 < first.value < second.value:
        return False
    share = first.value / second.value * 100
    first.value = first.low = first.high = share
    first.half_steps, first.form = (share / 100, share / 20), Form.PART
    first.unit, first.kind = Unit(Dimension.PERCENT, "percent"), QuantityKind.SHARE
    first.end, first.number, first.behind = second.end, (first.number[0], second.number[1]), second.behind
    return True


def _compound(text: str, first: Draft, second: Draft) -> bool:
    """Whether the second is the smaller part of the first, "5 feet 2 inches", and is now added to it."""
    size = _SMALLER.get((first.unit.name, second.unit.name))
    whole = size is not None and not first.is_range and not second.is_range and second.hedge is Hedge.NONE
    if first.unit.dimension is not Dimension.PHYSICAL and (first.unit.per or not first.value.is_integer()):
        return False
    if first.unit.dimension is Dimension.TIME and text[first.end : second.start] != " ":
        return False
    if not whole or size is None or not _COMPOUND.fullmatch(text, first.end, second.start) or second.value * size >= 1:
        return False
    value = first.value + second.value * size
    first.value = first.low = first.high = value
    first.half_steps = tuple(step * size for step in second.half_steps)
    first.end, first.number, first.behind = second.end, (first.number[0], second.number[1]), second.behind
    return True


def _between(text: str, first: Draft, second: Draft) -> bool:
    """Whether two hedged numbers give the two ends of one interval, which the first then holds."""
    low, high = (first, second) if first.hedge in _LOWER else (second, first)
    if low.hedge not in _LOWER or high.hedge not in _UPPER or not low.value < high.value:
        return False
    same = first.unit == second.unit or Dimension.NUMBER in (first.unit.dimension, second.unit.dimension)
    if not same or not _BOUNDS.fullmatch(text, first.end, second.start):
        return False
    first.ends = (low.value, high.value, low.hedge is Hedge.AT_LEAST, high.hedge is Hedge.AT_MOST)
    first.value, first.low, first.high = (low.value + high.value) / 2, low.value, high.value
    first.is_range, first.hedge = True, Hedge.NONE
    if first.unit.dimension is Dimension.NUMBER:
        first.unit, first.noun = second.unit, second.noun
    first.end, first.number, first.behind = second.end, (first.number[0], second.number[1]), second.behind
    return True


def _share_unit(text: str, first: Draft, second: Draft) -> None:
    """ "45 and 50 mg": the first number has the unit of the second."""
    if first.unit.dimension is not Dimension.NUMBER or second.unit.dimension not in _SHARED or first.kind is not None:
        return
    if second.unit.dimension is Dimension.PERCENT and first.value > _WHOLE >= second.value:
        return
    if _LIST.fullmatch(text, first.end, second.start) and second.form is first.form:
        first.unit = replace(second.unit)


def _tie(text: str, first: Draft, second: Draft) -> None:
    """Tie the two ends of a change: "rose from 36% in 1976 to 96% in 2012", "rose to 96% in 2012 from 36%"."""
    if first.ends_at is not None or second.start - first.end > _FURTHEST or not _alike(first.unit, second.unit):
        return
    if text.find("from", max(0, first.start - 24), second.start) < 0:
        return
    floor = first.words.span.start
    one, two = (
        text[max(floor, first.start - 24) : first.start].lower(),
        text[max(floor, second.start - 24) : second.start].lower(),
    )
    if _FROM.search(one) and _TO.search(two):
        start, end = first, second
    elif _TO.search(one) and _FROM.search(two):
        start, end = second, first
    else:
        return
    if ";" in text[first.end : second.start] or not _changes(first):
        return
    first.starts_at = second.starts_at = start
    first.ends_at = second.ends_at = end
    if first.unit.dimension is Dimension.NUMBER:
        first.unit, first.noun = second.unit, second.noun
    elif second.unit.dimension is Dimension.NUMBER:
        second.unit, second.noun = first.unit, first.noun


def _alike(one: Unit, two: Unit) -> bool:
    bare = Dimension.NUMBER in (one.dimension, two.dimension)
    return (one.dimension is two.dimension and one.name == two.name) or (
        bare and Dimension.TIME not in (one.dimension, two.dimension)
    )


def _changes(draft: Draft) -> bool:
    words = draft.words.lower[max(0, draft.before - 16) : draft.before]
    return any(word in CHANGE or word in NOUNS for word in words)
