"""One claimed quantity against one source: which of its figures speaks of the same, and what that says of the claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, QuantityKind
from holdwater.findings.figures.bind import NOUN, WAY, YEAR, Binder, Bound
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.compare import scale
from holdwater.findings.figures.derive import denied_change, derived
from holdwater.findings.figures.model import PASSING, Relation
from holdwater.findings.figures.written import forms_of, places_written

SURE = 0.5
"""Of the claim's words, so much must speak for a figure of the source before another number contradicts it."""
SPOKEN = 0.6
"""Of the claim's words, so much must stand in one sentence before a number is called missing from the source."""
LEAST_WORDS = 2
"""Telling words of the claim that the source must have, for anything to follow from a number that it does not have."""
MARGIN = 0.2
"""A figure whose score is this much lower is another one's rival no more."""
APART = 0.35
"""A figure that so much less speaks for is of something else, though nothing it names says so."""
_SMALL = 12
"""Up to here a bare number ("two reasons") is seldom a figure that a source must have."""
_CHANGING = {QuantityKind.CHANGE, QuantityKind.RELATIVE_CHANGE, QuantityKind.POINT_CHANGE, QuantityKind.RATIO}


@dataclass(frozen=True)
class Judged:
    """What one source says of a claim: the relation, the sentences it rests on (the first shown first), the words."""

    relation: Relation
    sentences: tuple[Span, ...] = ()
    found: str = ""
    formula: str = ""
    reason: str = ""


def judge(claim: Claim, binder: Binder, wording: str) -> Judged:
    """What a source says of a claimed quantity; `wording` is the claim's sentence."""
    if claim.quantity.kind is QuantityKind.SUPERLATIVE or claim.quantity.unit.dimension is Dimension.ORDINAL:
        return Judged(Relation.UNSURE, reason="a rank or a superlative")
    answers = sorted(binder.answers(claim), key=lambda one: -one.score)
    passing = [one for one in answers if one.relation in PASSING]
    best = next((one for one in answers if one.fits), None)
    if passing:
        return _passed(claim, binder, passing, answers, best, wording)
    worked = derived(claim, binder, wording)
    if worked:
        return Judged(Relation.DERIVED, (worked.sentence,), formula=worked.formula)
    if best and _sure(claim, best, binder):
        return _other(claim, best, answers, binder)
    denied = denied_change(claim, binder)
    if denied and not any(one.fits and one.score > 0 for one in answers):
        return Judged(denied.relation, (denied.sentence,), formula=denied.formula)
    return _missing(claim, binder)


def _passed(
    claim: Claim, binder: Binder, passing: Sequence[Bound], answers: Sequence[Bound], best: Bound | None, wording: str
) -> Judged:
    """The source has the number: for the same thing, or for another."""
    value = passing[0]
    if best is None or best.relation in PASSING or not _answers_instead(claim, value, best, binder):
        return Judged(value.relation, (value.sentence,), _words(value, binder))
    if best.relation is Relation.UNSURE or _rivals(best, answers, but=value):
        return Judged(Relation.UNSURE, reason="its source has several figures that may be meant")
    worked = derived(claim, binder, wording)
    if worked:
        return Judged(Relation.DERIVED, (worked.sentence,), formula=worked.formula)
    relation = Relation.OTHER_YEAR if value.conflicts & {YEAR} else Relation.OTHER_SUBJECT
    if value.conflicts == {WAY}:
        relation = Relation.CONTRADICTED
    return Judged(relation, (best.sentence, value.sentence), _words(best, binder))


def _answers_instead(claim: Claim, value: Bound, best: Bound, binder: Binder) -> bool:
    """Whether the source gives another number for the very thing, so that the claimed one is of something else."""
    if not _sure(claim, best, binder) or best.score - value.score < MARGIN:
        return False
    if value.conflicts:
        return best.agrees >= (value.conflicts - {NOUN, WAY}) or not value.conflicts - {NOUN}
    return value.fits and best.affinity - value.affinity >= APART and NOUN in best.agrees


def _sure(claim: Claim, best: Bound, binder: Binder) -> bool:
    """Whether a figure of the source is of the very thing that is claimed."""
    if best.conflicts or best.affinity < SURE:
        return False
    words = [one for one in claim.telling if binder.searched.places(one)]
    same_noun = NOUN in best.agrees or best.affinity >= SPOKEN
    return same_noun and len(words) >= min(LEAST_WORDS, len(claim.telling)) and bool(words)


def _rivals(best: Bound, answers: Sequence[Bound], but: Bound | None = None) -> list[Bound]:
    """Other figures with other values that may be meant as well."""
    return [
        one
        for one in answers
        if one is not best
        and one is not but
        and one.fits
        and not one.conflicts
        and best.score - one.score < MARGIN
        and not isclose(one.quantity.value, best.quantity.value, rel_tol=0.02)
    ]


def _other(claim: Claim, best: Bound, answers: Sequence[Bound], binder: Binder) -> Judged:
    """The source has another number for the thing."""
    rivals = _rivals(best, answers)
    if best.relation is Relation.UNSURE or any(one.relation is Relation.UNSURE for one in rivals):
        return Judged(Relation.UNSURE, (best.sentence,), reason="its source says it less exactly")
    if rivals:
        missing = _missing(claim, binder)
        return (
            missing
            if missing.relation is Relation.NOT_IN_SOURCE
            else Judged(Relation.UNSURE, reason="its source has several figures that may be meant")
        )
    return Judged(best.relation, (best.sentence,), _words(best, binder))


def _missing(claim: Claim, binder: Binder) -> Judged:
    """The number stands nowhere in the source: something follows only if the source speaks of the matter."""
    quantity = claim.quantity
    small = abs(quantity.value) <= _SMALL and quantity.unit.dimension in (Dimension.COUNT, Dimension.NUMBER)
    if small or quantity.kind in _CHANGING or places_written(binder.searched.lower, forms_of(quantity)):
        return Judged(Relation.UNSURE, reason="nothing in its source can be told to be of the same thing")
    known = [one for one in claim.telling if binder.searched.places(one)]
    where = _spoken_of(claim, binder)
    if where is None or len(known) <= LEAST_WORDS or _converts(claim, binder):
        return Judged(Relation.UNSURE, reason="its source does not speak of the same thing")
    return Judged(Relation.NOT_IN_SOURCE, (where,))


def _converts(claim: Claim, binder: Binder) -> bool:
    """Whether the source has figures in another unit of the same dimension, from which the claimed one may be had."""
    unit = claim.quantity.unit
    if unit.dimension in (Dimension.COUNT, Dimension.NUMBER, Dimension.PERCENT):
        return False
    return any(
        one.unit.dimension is unit.dimension and scale(unit, one.unit) is None
        for one in binder.searched.measured.quantities
    )


def _spoken_of(claim: Claim, binder: Binder) -> Span | None:
    """The sentence that holds most of the claim's words, if it holds enough of them."""
    spans = binder.searched.spoken(list(claim.stems))
    best = max(spans, key=lambda span: binder.coverage(claim, span), default=None)
    return best if best and binder.coverage(claim, best) >= SPOKEN else None


def _words(one: Bound, binder: Binder) -> str:
    return " ".join(one.quantity.span.of(binder.searched.text).split())
