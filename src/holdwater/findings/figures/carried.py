"""What a figure carries on from the one before it in its sentence: "214 euros for schools, 96 for roads"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from holdwater.extract.quantities.model import Dimension, Hedge, Quantity, QuantityKind
from holdwater.findings.figures.confidence import is_confidence, is_interval
from holdwater.patterns import waiting

_PLAIN_KINDS = {QuantityKind.LEVEL, QuantityKind.TOTAL, QuantityKind.AGE}
_WHOLE = 100.0
_BEFORE = 16
_BY = waiting(r"\bby\s$")
_CHANGED = {QuantityKind.CHANGE, QuantityKind.RELATIVE_CHANGE, QuantityKind.POINT_CHANGE}
_BOUNDS = {Hedge.UNDER, Hedge.AT_MOST, Hedge.OVER, Hedge.AT_LEAST}
_INHERITED = {Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL, Dimension.PERCENT, Dimension.RATE, Dimension.TIME}


def with_unit(text: str, one: Quantity, before: Sequence[Quantity]) -> Quantity:
    """A bare number with the unit of the one before it in its sentence, which `text` is that of."""
    last = next((each for each in reversed(before) if _has_unit(text, each)), None)
    if last and last.unit.per and not one.unit.per and last.unit.name == one.unit.name:
        return replace(one, unit=last.unit)
    if one.unit.dimension is not Dimension.NUMBER or last is None or last.unit.dimension not in _INHERITED:
        return one
    if is_interval(text, one):
        return one  # its ends are of the unit that either side gives them, or none
    is_percent = last.unit.dimension is Dimension.PERCENT
    grouping = is_percent and one.hedge in _BOUNDS  # "57 percent were under 18"
    if is_percent and abs(one.value) > _WHOLE >= abs(last.value):
        return one  # "a cover of 30% could prevent 2,030"
    return replace(one, unit=last.unit) if one.kind in _PLAIN_KINDS and not grouping else one


def _has_unit(text: str, one: Quantity) -> bool:
    """Whether what follows may be of a figure's unit; not of an ordinal's, a confidence level's or an interval's."""
    return one.unit.dimension is not Dimension.ORDINAL and not is_confidence(text, one) and not is_interval(text, one)


def with_kind(text: str, one: Quantity, before: Sequence[Quantity]) -> Quantity:
    """A level behind "by" as the change that the one before it is: "by 11.4 mm Hg, the old one by 8.2 mm Hg"."""
    last = before[-1] if before else None
    changes = last and last.kind in _CHANGED and one.kind is QuantityKind.LEVEL and last.unit.name == one.unit.name
    if last is None or not changes or not _BY.search(text, max(0, one.span.start - _BEFORE), one.span.start):
        return one
    return replace(one, kind=last.kind, frame=replace(one.frame, direction=last.frame.direction))
