"""One claimed quantity against one source: which of its figures speaks of the same, and what that says of the claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import isclose

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Hedge, Quantity, QuantityKind
from holdwater.findings.figures.bind import AGE, NOUN, PER, PLACE, ROW, SEX, WAY, YEAR, Binder, Bound
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.compare import scale
from holdwater.findings.figures.contrast import is_of_other
from holdwater.findings.figures.derive import denied_change, derived, is_worked_out
from holdwater.findings.figures.doubtful import doubt, other_rate
from holdwater.findings.figures.missing import CHANGING, LEAST_WORDS, SPOKEN, is_small, missing
from holdwater.findings.figures.model import DENYING, PASSING, Judged, Relation
from holdwater.findings.figures.possible import could_follow
from holdwater.findings.figures.repeated import is_reckoned
from holdwater.findings.figures.reserve import reserve
from holdwater.findings.figures.rows import is_in_column_with, is_in_line_with, is_of_column
from holdwater.findings.figures.slips import is_slip
from holdwater.findings.figures.together import is_far_off, is_taken, may_be_earlier, stand_together
from holdwater.findings.figures.wholes import is_whole
from holdwater.findings.figures.written import digit_count, forms_of
from holdwater.patterns import waiting

SURE = 0.45
"""Of the claim's words, so much must speak for a figure of the source before another number contradicts it."""
SLIP = 0.35
"""So much must speak for a figure whose digits the claim has in another order, or all but one."""
SOLE = 0.25
"""So much must speak for the only figure of its unit that a short source has."""
MARGIN = 0.2
"""A figure whose score is this much lower is another one's rival no more."""
APART = 0.3
"""A figure that so much less speaks for is of something else, though nothing it names says so."""
OWN = 0.15
"""Of the claim's words, so much must stand with one figure of a sentence alone for the other to be of other things."""
_RIVAL, _CLOSE = 0.6, 0.75
_EXACT_DIGITS = 3
LEAD = 24
"""Characters shown before a figure whose verb is what differs: "rose by 4.5 per cent"."""
_BOUNDS = {Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST}
_BEFORE = 40
_OUT_OF = waiting(
    r"\b(?:of|among)\s(?:(?:the|these|those|his|her|its|their|our|my|all|some|about|first|last|next|only|other)\s){0,3}$",
    re.IGNORECASE,
)
"""Before the number of a whole: "of her first 300 patients"."""
_MISTAKEN = ({Dimension.MONEY}, {Dimension.PERCENT, Dimension.POINT})
_PLAIN = {"$", "USD", "EUR", "GBP", "JPY", "CHF", "percent", "percentage point"}
"""Units whose names leave no doubt; a franc or a crown may be that of several countries."""


def judge(claim: Claim, binder: Binder, wording: str) -> Judged:
    """What a source says of a claimed quantity; `wording` is the claim's sentence."""
    if claim.quantity.kind is QuantityKind.SUPERLATIVE or claim.quantity.unit.dimension is Dimension.ORDINAL:
        return Judged(Relation.UNSURE, reason="a rank or a superlative")
    wording = _without(claim, wording)
    answers = sorted(binder.answers(claim), key=lambda one: -one.score)
    passing = [one for one in answers if one.relation in PASSING]
    best = next((one for one in answers if one.fits), None)
    if claim.is_confidence and not passing:
        return Judged(Relation.UNSURE, reason="a confidence level")
    if passing:
        return _passed(claim, binder, passing, answers, wording)
    worked = derived(claim, binder, wording)
    if worked:
        return Judged(Relation.DERIVED, (worked.sentence,), formula=worked.formula)
    if is_reckoned(wording):
        return Judged(Relation.UNSURE, reason="its writer has worked it out, and it is not told from what")
    slip = _slip(claim, answers, binder, wording)
    if slip:
        return _told(slip.relation, slip, binder)
    if best and (_sure(claim, best, binder) or _is_sole(claim, best, answers, binder)):
        return _other(claim, best, answers, binder, wording)
    unlike = _other_unit(claim, binder)
    if unlike:
        return unlike
    denied = denied_change(claim, binder)
    if denied and not any(one.fits and one.affinity >= SURE for one in answers):
        return Judged(denied.relation, (denied.sentence,), formula=denied.formula)
    return missing(claim, binder, wording)


def _without(claim: Claim, wording: str) -> str:
    """A claim's sentence with its figure blanked out: the "fewer" of "fewer than 200" says nothing of the rest."""
    own = claim.quantity.span
    at = own.start - claim.quantity.sentence.start
    return f"{wording[:at]}{' ' * len(own)}{wording[at + len(own) :]}"


def _passed(claim: Claim, binder: Binder, passing: Sequence[Bound], answers: Sequence[Bound], wording: str) -> Judged:
    """The source has the number: for the same thing, or for another."""
    value = passing[0]
    instead = [
        one for one in answers if one.relation in DENYING and _answers_instead(claim, value, one, binder, wording)
    ]
    if YEAR in value.conflicts:  # of a table, the right figure stands where the other one does, under another year
        instead = [one for one in instead if is_in_line_with(binder.searched, value.quantity, one.quantity)]
    told = value.affinity >= SURE or ROW in value.agrees
    if value.conflicts == {WAY} and told and len(passing) == 1 and not derived(claim, binder, wording):
        return _told(Relation.CONTRADICTED, value, binder, lead=LEAD)
    rate = other_rate(claim, passing)
    if rate:
        return _told(Relation.CONTRADICTED, rate, binder)
    if not instead or any(_as_good(claim, one, instead[0], binder, wording) for one in passing[1:]):
        doubtful = doubt(claim, passing, answers, binder, wording)
        worked = derived(claim, binder, wording) if doubtful else None
        if worked:
            return Judged(Relation.DERIVED, (worked.sentence,), formula=worked.formula)
        if doubtful:
            return Judged(Relation.UNSURE, reason=doubtful)
        return _told(value.relation, value, binder)
    worked = derived(claim, binder, wording)
    if worked:
        return Judged(Relation.DERIVED, (worked.sentence,), formula=worked.formula)
    best = instead[0]
    if stand_together(claim, value, best, binder, wording) or may_be_earlier(claim, value, binder, wording):
        return Judged(Relation.UNSURE, reason="which of two figures of its source's sentence it is cannot be told")
    relation = Relation.OTHER_YEAR if value.conflicts & {YEAR} else Relation.OTHER_SUBJECT
    if value.conflicts == {WAY} or _is_loose(claim, value):
        relation = best.relation
    return _told(relation, best, binder, value.sentence)


def _answers_instead(claim: Claim, value: Bound, best: Bound, binder: Binder, wording: str) -> bool:
    """Whether a figure is of the very thing that is claimed, so that the one with the claimed value is of another."""
    wholes = _is_of_whole(claim, value, best, binder, wording) or _is_its_whole(claim, value, best, binder)
    if is_far_off(claim, value, best) or wholes:
        return False
    bare = is_small(claim.quantity) and (NOUN not in best.agrees or not claim.quantity.value)
    settled = None if bare or is_taken(claim, best, binder) else is_of_other(claim, value, best, binder, wording)
    if settled is not None:
        return settled
    if (
        ROW in best.agrees
        and ROW in value.conflicts
        and is_in_column_with(binder.searched, best.quantity, value.quantity)
    ):
        return not bare and best.fits and not best.conflicts and _is_told(claim, best, binder)
    if not best.fits or best.conflicts or value.agrees - best.agrees - {NOUN, PER} or is_taken(claim, best, binder):
        return False
    in_one = best.sentence == value.sentence
    if in_one and YEAR in best.agrees - value.agrees and best.affinity >= _CLOSE * value.affinity:
        return True
    told = value.conflicts & {YEAR, PLACE, SEX, AGE}
    if told and best.agrees >= told:
        several = len(best.agrees) > 1 and best.affinity >= SLIP
        close = best.affinity >= min(SURE, value.affinity)
        return several or (best.affinity >= SOLE and (NOUN in best.agrees or close))
    if not _sure(claim, best, binder):
        return False
    if value.conflicts - {NOUN}:
        return best.score - value.score >= MARGIN and not told
    if binder.own_words(claim, best, value) >= OWN > 2 * binder.own_words(claim, value, best):
        return True
    clear = (NOUN in best.agrees or NOUN not in value.agrees) and not is_small(claim.quantity)
    if _is_loose(claim, value):
        return best.affinity - value.affinity >= APART / 2
    if value.conflicts and _is_distinctive(claim.quantity) and value.relation is Relation.ENTAILED:
        return False
    return value.fits and clear and best.affinity >= SPOKEN and best.affinity - value.affinity >= APART


def _is_of_whole(claim: Claim, value: Bound, best: Bound, binder: Binder, wording: str) -> bool:
    """Whether the claimed number and the source's are each the whole that others are parts of: "of the first 300"."""
    if value.relation is not Relation.ENTAILED or value.sentence != best.sentence:
        return False
    text, at = binder.searched.text, claim.quantity.span.start - claim.quantity.sentence.start
    mine, its, rest = (
        bool(_OUT_OF.search(words[max(0, start - _BEFORE) : start]))
        for words, start in ((wording, at), (text, value.quantity.span.start), (text, best.quantity.span.start))
    )
    return mine and its and not rest


def _is_its_whole(claim: Claim, value: Bound, best: Bound, binder: Binder) -> bool:
    """Whether `best` is the whole of which a claim, and the source, give `value` as a part."""
    return (
        claim.is_part
        and best.sentence == value.sentence
        and is_whole(binder.searched.text, best.quantity, best.sentence)
    )


def _is_told(claim: Claim, best: Bound, binder: Binder) -> bool:
    """Whether a claim speaks of the column that a figure of a table stands in, and gives it with no other number."""
    of_column = is_of_column(binder.searched, claim, best.quantity)
    return of_column and best.affinity >= SURE and not is_taken(claim, best, binder)


def _as_good(claim: Claim, other: Bound, instead: Bound, binder: Binder, wording: str) -> bool:
    """Whether another figure of the source bears the claim out as well as the one that is taken for its subject's."""
    return other.score >= instead.score and not is_of_other(claim, other, instead, binder, wording)


def _is_distinctive(quantity: Quantity) -> bool:
    """Whether a number has so many digits that it hardly stands in its source by accident."""
    return digit_count(quantity) >= _EXACT_DIGITS


def _is_loose(claim: Claim, value: Bound) -> bool:
    """Whether a figure bears a claim out only by being on the right side of it: "over 300" is said of many numbers."""
    return claim.quantity.hedge in _BOUNDS and value.quantity.value != claim.quantity.value


def _sure(claim: Claim, best: Bound, binder: Binder) -> bool:
    """Whether a figure of the source is of the very thing that is claimed."""
    few = claim.quantity.unit.dimension is Dimension.NUMBER or is_small(claim.quantity)
    counts = claim.quantity.unit.dimension is best.quantity.unit.dimension is Dimension.COUNT
    if counts and NOUN not in best.agrees:
        return False
    if bool(claim.quantity.unit.per) is not bool(best.quantity.unit.per):
        return False
    if best.conflicts or best.affinity < (SPOKEN if few else SURE) or is_taken(claim, best, binder):
        return False
    if not is_of_column(binder.searched, claim, best.quantity) or _is_beside(claim, best, binder):
        return False
    words = [one for one in claim.telling if binder.searched.places(one)]
    same_noun = NOUN in best.agrees or best.affinity >= SPOKEN or len(best.agrees) > 1
    told = len(words) + len(best.agrees - {NOUN})
    return same_noun and told >= min(LEAST_WORDS, len(claim.telling)) and bool(words)


def _is_beside(claim: Claim, best: Bound, binder: Binder) -> bool:
    """Whether the claimed number stands in the other figure's sentence, though nothing could be read of it."""
    if is_small(claim.quantity):
        return False
    return any(at in best.sentence for at in binder.searched.written(forms_of(claim.quantity)))


def _slip(claim: Claim, answers: Sequence[Bound], binder: Binder, wording: str) -> Bound | None:
    """The one figure of the claim's unit and words whose digits the claim has in another order, or all but one."""
    claimed = claim.quantity
    found = [
        one
        for one in answers
        if one.relation in (Relation.CONTRADICTED, Relation.NEAR)
        and one.fits
        and not one.conflicts
        and one.affinity >= SLIP
        and _is_of_unit(claim, one)
        and is_slip(claimed.value, one.quantity.value)
        and not is_taken(claim, one, binder)
    ]
    if claimed.hedge is not Hedge.NONE or len(found) != 1 or binder.searched.written(forms_of(claimed)):
        return None
    may_follow = claimed.kind in CHANGING or claimed.unit.dimension is Dimension.PERCENT or is_worked_out(wording)
    return None if may_follow and could_follow(claim, binder) else found[0]


def _is_of_unit(claim: Claim, one: Bound) -> bool:
    """Whether a figure counts the same noun, or is in the claim's own unit."""
    mine, its = claim.quantity.unit, one.quantity.unit
    if mine.dimension is Dimension.NUMBER or mine.dimension is not its.dimension:
        return False
    return NOUN in one.agrees if mine.dimension is Dimension.COUNT else mine.name == its.name


def _is_sole(claim: Claim, best: Bound, answers: Sequence[Bound], binder: Binder) -> bool:
    """Whether a short source has one figure only of the claim's unit, which speaks of some of its words."""
    if not binder.searched.is_whole or best.conflicts or best.affinity < SOLE or not _is_of_unit(claim, best):
        return False
    if bool(claim.quantity.unit.per) is not bool(best.quantity.unit.per):
        return False
    alone = all(one is best or not one.fits or not _is_of_unit(claim, one) for one in answers)
    counted = NOUN in best.agrees and best.affinity >= SLIP
    return (
        alone
        and (counted or not is_small(claim.quantity))
        and not is_taken(claim, best, binder)
        and not could_follow(claim, binder)
    )


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
    undenied = reserve(claim, best, binder, wording)
    if undenied:
        return Judged(Relation.UNSURE, reason=undenied)
    if best.relation is Relation.UNSURE:
        return Judged(Relation.UNSURE, (best.sentence,), reason="its source says it less exactly")
    if rivals:
        absent = missing(claim, binder, wording)
        return (
            absent
            if absent.relation is Relation.NOT_IN_SOURCE
            else Judged(Relation.UNSURE, reason="its source has several figures that may be meant")
        )
    return _told(best.relation, best, binder)


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
                words = " ".join(one.span.of(binder.searched.text).split())
                return Judged(Relation.CONTRADICTED, (sentence,), words, one.span)
    return None


def _told(relation: Relation, one: Bound, binder: Binder, *also: Span, lead: int = 0) -> Judged:
    """A figure as the source writes it, with `lead` characters before it, cut at a word; `also` are shown after it."""
    span, text = one.quantity.span, binder.searched.text
    start = max(one.sentence.start, span.start - lead)
    before = text[start : span.start] if start == one.sentence.start else text[start : span.start].partition(" ")[2]
    return Judged(relation, (one.sentence, *also), " ".join(f"{before}{span.of(text)}".split()), span)
