"""One claimed quantity against one source: which of its figures speaks of the same, and what that says of the claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Hedge, Quantity, QuantityKind
from holdwater.findings.figures.bind import AGE, NOUN, PER, PLACE, SEX, WAY, YEAR, Binder, Bound
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.compare import DECIMAL_STEPS, compare, scale
from holdwater.findings.figures.derive import could_follow, denied_change, derived, is_worked_out
from holdwater.findings.figures.model import DENYING, PASSING, Relation
from holdwater.findings.figures.written import forms_of

SURE = 0.45
"""Of the claim's words, so much must speak for a figure of the source before another number contradicts it."""
SPOKEN = 0.6
"""Of the claim's words, so much must stand in one sentence before a number is called missing from the source."""
SPOKEN_WHOLE = 0.25
"""The same for a source that is so short that every number of it was read."""
LEAST_WORDS = 2
"""Telling words of the claim that the source must have, for anything to follow from a number that it does not have."""
MARGIN = 0.2
"""A figure whose score is this much lower is another one's rival no more."""
APART = 0.3
"""A figure that so much less speaks for is of something else, though nothing it names says so."""
OWN = 0.15
"""Of the claim's words, so much must stand with one figure of a sentence alone for the other to be of other things."""
_SMALL = 12
"""Up to here a bare number ("two reasons") is seldom a figure that a source must have."""
_RIVAL, _CLOSE = 0.6, 0.75
_EXACT_DIGITS = 3
LEAD = 24
"""Characters shown before a figure whose verb is what differs: "rose by 4.5 per cent"."""
_COUNTED = {Dimension.COUNT, Dimension.NUMBER, Dimension.TIME}
_BOUNDS = {Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST}
_MISTAKEN = ({Dimension.MONEY}, {Dimension.PERCENT, Dimension.POINT})
_LONG_NUMBER = 16
"""Characters: what is longer is written in words, or as "165 of the 220"."""
_PLAIN = {"$", "USD", "EUR", "GBP", "JPY", "CHF", "percent", "percentage point"}
"""Units whose names leave no doubt; a franc or a crown may be that of several countries."""
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
        return _passed(claim, binder, passing, answers, wording)
    worked = derived(claim, binder, wording)
    if worked:
        return Judged(Relation.DERIVED, (worked.sentence,), formula=worked.formula)
    if best and _sure(claim, best, binder):
        return _other(claim, best, answers, binder, wording)
    unlike = _other_unit(claim, binder)
    if unlike:
        return unlike
    denied = denied_change(claim, binder)
    if denied and not any(one.fits and one.affinity >= SURE for one in answers):
        return Judged(denied.relation, (denied.sentence,), formula=denied.formula)
    return _missing(claim, binder, wording)


def _passed(claim: Claim, binder: Binder, passing: Sequence[Bound], answers: Sequence[Bound], wording: str) -> Judged:
    """The source has the number: for the same thing, or for another."""
    value = passing[0]
    instead = [one for one in answers if one.relation in DENYING and _answers_instead(claim, value, one, binder)]
    if (
        value.conflicts == {WAY}
        and value.affinity >= SURE
        and len(passing) == 1
        and not derived(claim, binder, wording)
    ):
        return Judged(Relation.CONTRADICTED, (value.sentence,), _words(value, binder, before=LEAD))
    if not instead or any(one.score >= instead[0].score for one in passing[1:]):
        return Judged(value.relation, (value.sentence,), _words(value, binder))
    worked = derived(claim, binder, wording)
    if worked:
        return Judged(Relation.DERIVED, (worked.sentence,), formula=worked.formula)
    best = instead[0]
    relation = Relation.OTHER_YEAR if value.conflicts & {YEAR} else Relation.OTHER_SUBJECT
    if value.conflicts == {WAY} or _is_loose(claim, value):
        relation = best.relation
    return Judged(relation, (best.sentence, value.sentence), _words(best, binder))


def _answers_instead(claim: Claim, value: Bound, best: Bound, binder: Binder) -> bool:
    """Whether a figure is of the very thing that is claimed, so that the one with the claimed value is of another."""
    if not best.fits or best.conflicts or value.agrees - best.agrees - {NOUN, PER} or _is_taken(claim, best):
        return False
    in_one = best.sentence == value.sentence
    if in_one and YEAR in best.agrees - value.agrees and best.affinity >= _CLOSE * value.affinity:
        return True
    told = value.conflicts & {YEAR, PLACE, SEX, AGE}
    if told and best.agrees >= told:
        return NOUN in best.agrees or best.affinity >= min(SURE, value.affinity)
    if not _sure(claim, best, binder):
        return False
    if value.conflicts - {NOUN}:
        return best.score - value.score >= MARGIN and not told
    if binder.own_words(claim, best, value) >= OWN > 2 * binder.own_words(claim, value, best):
        return True
    clear = (NOUN in best.agrees or NOUN not in value.agrees) and not _is_small(claim.quantity)
    if _is_loose(claim, value):
        return best.affinity - value.affinity >= APART / 2
    if value.conflicts and _is_distinctive(claim.quantity) and value.relation is Relation.ENTAILED:
        return False
    return value.fits and clear and best.affinity >= SPOKEN and best.affinity - value.affinity >= APART


def _is_distinctive(quantity: Quantity) -> bool:
    """Whether a number has so many digits that it hardly stands in its source by accident."""
    return len(f"{abs(quantity.value):.10g}".replace(".", "")) >= _EXACT_DIGITS


def _is_loose(claim: Claim, value: Bound) -> bool:
    """Whether a figure bears a claim out only by being on the right side of it: "over 300" is said of many numbers."""
    return claim.quantity.hedge in _BOUNDS and value.quantity.value != claim.quantity.value


def _sure(claim: Claim, best: Bound, binder: Binder) -> bool:
    """Whether a figure of the source is of the very thing that is claimed."""
    few = claim.quantity.unit.dimension is Dimension.NUMBER or _is_small(claim.quantity)
    counts = claim.quantity.unit.dimension is best.quantity.unit.dimension is Dimension.COUNT
    if counts and NOUN not in best.agrees:
        return False
    if bool(claim.quantity.unit.per) is not bool(best.quantity.unit.per):
        return False
    if best.conflicts or best.affinity < (SPOKEN if few else SURE) or _is_taken(claim, best):
        return False
    words = [one for one in claim.telling if binder.searched.places(one)]
    same_noun = NOUN in best.agrees or best.affinity >= SPOKEN or len(best.agrees) > 1
    told = len(words) + len(best.agrees - {NOUN})
    return same_noun and told >= min(LEAST_WORDS, len(claim.telling)) and bool(words)


def _is_small(quantity: Quantity) -> bool:
    return abs(quantity.value) <= _SMALL and quantity.unit.dimension in _COUNTED


def _is_taken(claim: Claim, one: Bound) -> bool:
    """Whether the claim's sentence gives a figure of the source with another of its numbers."""
    return any(compare(other, one.quantity) in PASSING for other in claim.beside)


def _rivals(best: Bound, answers: Sequence[Bound], but: Bound | None = None) -> list[Bound]:
    """Other figures with other values that may be meant as well."""
    return [
        one
        for one in answers
        if one is not best
        and one is not but
        and one.fits
        and not one.conflicts
        and not best.agrees - one.agrees - {NOUN, PER}
        and one.affinity > _RIVAL * best.affinity
        and best.score - one.score < MARGIN
        and not isclose(one.quantity.value, best.quantity.value, rel_tol=0.02)
    ]


def _other(claim: Claim, best: Bound, answers: Sequence[Bound], binder: Binder, wording: str) -> Judged:
    """The source has another number for the thing."""
    rivals = _rivals(best, answers)
    if _is_of_two(claim, wording):
        return Judged(Relation.UNSURE, reason="it may be worked out from several figures of its source")
    if _stands_unread(claim, binder):
        return Judged(Relation.UNSURE, reason="its source has the number where it could not be read as one")
    if best.relation is Relation.UNSURE:
        return Judged(Relation.UNSURE, (best.sentence,), reason="its source says it less exactly")
    if rivals:
        missing = _missing(claim, binder, wording)
        return (
            missing
            if missing.relation is Relation.NOT_IN_SOURCE
            else Judged(Relation.UNSURE, reason="its source has several figures that may be meant")
        )
    return Judged(best.relation, (best.sentence,), _words(best, binder))


def _other_unit(claim: Claim, binder: Binder) -> Judged | None:
    """The source has the very number in a unit that is easily taken for the claimed one: points, another currency."""
    mine = claim.quantity
    for sentence, quantities in binder.sentences():
        for one in quantities:
            if one.unit.per != mine.unit.per or not {mine.unit.name, one.unit.name} <= _PLAIN:
                continue
            mistaken = {mine.unit.dimension, one.unit.dimension} in _MISTAKEN and scale(mine.unit, one.unit) is None
            if (
                mistaken
                and isclose(one.value, mine.value)
                and binder.credit(claim, sentence, quantities)[one.span] >= SURE
            ):
                return Judged(Relation.CONTRADICTED, (sentence,), " ".join(one.span.of(binder.searched.text).split()))
    return None


def _stands_unread(claim: Claim, binder: Binder) -> bool:
    """Whether the claimed number stands by the claim's words in a way that nothing was made of: "bears (31)"."""
    measured = binder.searched.measured
    read = [*(one.span for one in measured.quantities), *(one.span for one in measured.periods)]
    for at in binder.searched.written(forms_of(claim.quantity)):
        sentence = binder.searched.sentence(at)
        if not any(span.start <= at < span.end for span in read) and binder.coverage(claim, sentence) > 0:
            return True
    return False


def _is_of_two(claim: Claim, wording: str) -> bool:
    """Whether a claim is of two figures together ("longer by", "combined"): one of them alone does not deny it."""
    own = claim.quantity.span
    at = own.start - claim.quantity.sentence.start
    return is_worked_out(f"{wording[:at]} {wording[at + len(own) :]}") and claim.quantity.kind not in _CHANGING


def _missing(claim: Claim, binder: Binder, wording: str) -> Judged:
    """The number stands nowhere in the source: something follows only if the source speaks of the matter."""
    quantity = claim.quantity
    worded = quantity.unit.dimension is Dimension.PERCENT and quantity.half_steps[0] not in DECIMAL_STEPS
    worded = worded or len(quantity.number) > _LONG_NUMBER
    if (
        _is_small(quantity)
        or quantity.kind is QuantityKind.AGE
        or quantity.unit.dimension in (Dimension.TIME, Dimension.POINT)
        or could_follow(claim, binder)
        or worded
        or quantity.kind in _CHANGING
        or is_worked_out(wording)
        or binder.searched.written(forms_of(quantity))
    ):
        return Judged(Relation.UNSURE, reason="nothing in its source can be told to be of the same thing")
    known = [one for one in claim.telling if binder.searched.places(one)]
    whole = binder.searched.is_whole
    where = _spoken_of(claim, binder, SPOKEN_WHOLE if whole else SPOKEN)
    if where is None or len(known) < (1 if whole else LEAST_WORDS + 1) or _converts(claim, binder):
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


def _spoken_of(claim: Claim, binder: Binder, least: float) -> Span | None:
    """The sentence that holds most of the claim's words, if it holds enough of them."""
    spans = binder.searched.spoken(list(claim.stems))
    best = max(spans, key=lambda span: binder.coverage(claim, span), default=None)
    return best if best and binder.coverage(claim, best) >= least else None


def _words(one: Bound, binder: Binder, before: int = 0) -> str:
    """A figure as the source writes it, with so many characters before it, cut at a word."""
    span, text = one.quantity.span, binder.searched.text
    start = max(one.sentence.start, span.start - before)
    lead = text[start : span.start] if start == one.sentence.start else text[start : span.start].partition(" ")[2]
    return " ".join(f"{lead}{span.of(text)}".split())
