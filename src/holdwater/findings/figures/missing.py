"""What follows where a source has no figure for a claim: that its number is missing there, or nothing."""

from __future__ import annotations

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Grain, Quantity, QuantityKind
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.compare import DECIMAL_STEPS, scale
from holdwater.findings.figures.derive import is_worked_out
from holdwater.findings.figures.model import Judged, Relation
from holdwater.findings.figures.possible import could_follow
from holdwater.findings.figures.written import bare_forms_of, forms_of

SPOKEN = 0.6
"""Of the claim's words, so much must stand in one sentence before a number is called missing from the source."""
LEAST_WORDS = 2
"""Telling words of the claim that the source must have, for anything to follow from a number that it does not have."""
_LONG_NUMBER = 16
"""Characters: what is longer is written in words, or as "165 of the 220"."""
_SMALL = 12
"""Up to here a bare number ("two reasons") is seldom a figure that a source must have."""
_COUNTED = {Dimension.COUNT, Dimension.NUMBER, Dimension.TIME}
CHANGING = {
    QuantityKind.CHANGE,
    QuantityKind.RELATIVE_CHANGE,
    QuantityKind.POINT_CHANGE,
    QuantityKind.RATIO,
    QuantityKind.TIMES_MORE,
}
"""Quantities that may follow from two others."""


def missing(claim: Claim, binder: Binder, wording: str) -> Judged:
    """The number stands nowhere in the source: something follows only if the source speaks of the matter."""
    quantity = claim.quantity
    worded = quantity.unit.dimension is Dimension.PERCENT and quantity.half_steps[0] not in DECIMAL_STEPS
    worded = worded or len(quantity.number) > _LONG_NUMBER
    if (
        is_small(quantity)
        or quantity.kind is QuantityKind.AGE
        or quantity.unit.dimension is Dimension.POINT
        or (quantity.unit.dimension is Dimension.TIME and _may_be_dated(claim, binder))
        or could_follow(claim, binder, wording, within=True)
        or worded
        or quantity.kind in CHANGING
        or (quantity.is_range and any(one.relation is Relation.UNSURE for one in binder.answers(claim)))
        or (is_worked_out(wording) and bool(binder.answers(claim)))
        or binder.searched.written(forms_of(quantity))
        or binder.searched.tabled(bare_forms_of(quantity))
    ):
        return Judged(Relation.UNSURE, reason="nothing in its source can be told to be of the same thing")
    if binder.searched.is_whole:
        return _nowhere(claim, binder)
    known = [one for one in claim.telling if binder.searched.places(one)]
    where = _spoken_of(claim, binder, SPOKEN)
    if where is None or len(known) <= LEAST_WORDS or _converts(claim, binder):
        return Judged(Relation.UNSURE, reason="its source does not speak of the same thing")
    return Judged(Relation.NOT_IN_SOURCE, (where,))


def is_small(quantity: Quantity) -> bool:
    """Whether a number is one of the small ones that sources seldom must have."""
    return abs(quantity.value) <= _SMALL and quantity.unit.dimension in _COUNTED


def _may_be_dated(claim: Claim, binder: Binder) -> bool:
    """Whether a duration may be the time between two dates of its source; always, where not all of it was read."""
    periods = [one for one in binder.searched.measured.periods if one.first]
    if claim.quantity.unit.name != "year":
        periods = [one for one in periods if one.grain in (Grain.DAY, Grain.MONTH)]
    return not binder.searched.is_whole or len(periods) > 1 or any(one.is_range for one in periods)


def _nowhere(claim: Claim, binder: Binder) -> Judged:
    """All of a short source was read: that the number is not in it, nor follows from what is, needs no other words."""
    where = _spoken_of(claim, binder, 0.0) or next((span for span, _ in binder.sentences()), None)
    if where is None or _converts(claim, binder):
        return Judged(Relation.UNSURE, reason="its source has no number that could be compared")
    return Judged(Relation.NOT_IN_SOURCE, (where,))


def _converts(claim: Claim, binder: Binder) -> bool:
    """Whether the source has figures in another unit of the same dimension, from which the claimed one may be had."""
    unit = claim.quantity.unit
    if unit.dimension in (Dimension.COUNT, Dimension.NUMBER, Dimension.PERCENT):
        return False
    return any(
        one.unit.dimension is unit.dimension and one.unit.base == unit.base and scale(unit, one.unit) is None
        for one in binder.searched.measured.quantities
    )


def _spoken_of(claim: Claim, binder: Binder, least: float) -> Span | None:
    """The sentence that holds most of the claim's words, if it holds enough of them."""
    spans = binder.searched.spoken(list(claim.stems))
    best = max(spans, key=lambda span: binder.coverage(claim, span), default=None)
    covered = binder.coverage(claim, best) if best else 0.0
    return best if covered and covered >= least else None
