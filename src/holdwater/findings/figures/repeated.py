"""What a claim's sentence makes of the figures that it takes from its source: "412 teams for 640,000 children, i.e. …".

The figures may stand anywhere in the source: that the sentence gives them says that the number is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import isclose

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Quantity, QuantityKind
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.claim import Claim, noun_of
from holdwater.findings.figures.compare import compare, related, scale
from holdwater.findings.figures.each import each_of, for_each
from holdwater.findings.figures.formulas import Worked, in_unit, shown, written
from holdwater.findings.figures.model import PASSING, Relation
from holdwater.findings.figures.stems import akin
from holdwater.findings.figures.written import digit_count
from holdwater.patterns import waiting

MOST = 8
"""A sentence that gives more figures of its source than this yields some number or other."""
_TELLING_DIGITS = 3
"""A number of so many digits is hardly made by two figures by accident."""
_PARTED = waiting(r"\bof (?:this|that|these|which|whom|it|the)\b|\bthe (?:rest|remainder|balance)\b|[:;(]|,")
_RECKONED = waiting(
    r"\b(?:own|our|my|authors?['’]s?|author|editors?['’]s?|writers?['’]s?)\s(?:\w{1,16}\s)?"
    r"(?:calculations?|computations?|arithmetic|reckoning)\b|"
    r"\b(?:calculat(?:ed|ions?)|comput(?:ed|ations?)|worked out)\s(?:here\s)?(?:from|on|by|after|based on|using)\s"
    r"(?=[\[(]|(?:the\s)?(?:data|figures?|tables?|numbers)\s(?:in|of|from)\s)",
    re.IGNORECASE,
)
_LEVELS = {QuantityKind.LEVEL, QuantityKind.TOTAL, QuantityKind.SHARE}


def is_reckoned(wording: str) -> bool:
    """Whether a sentence says that its writer worked a number out: "own calculation from [4]"."""
    return bool(_RECKONED.search(wording))


def repeated(claim: Claim, binder: Binder) -> list[Quantity]:
    """The source's figures that the claim's sentence gives besides the claimed one, in the source's order."""
    found: dict[Span, Quantity] = {}
    for other in claim.beside:
        if other.unit.dimension is Dimension.ORDINAL or other.kind is QuantityKind.AGE:
            continue
        same = [one for one in binder.quantities() if compare(other, one) is Relation.ENTAILED and not other.is_range]
        best = max(same, key=lambda one: _alike(other, one), default=None)
        if best is not None:
            found[best.span] = best
    return sorted(found.values(), key=lambda one: one.span) if len(found) <= MOST else []


def _alike(other: Quantity, one: Quantity) -> tuple[bool, bool]:
    return other.unit == one.unit, akin(noun_of(other), noun_of(one))


def of_typed(claim: Claim, binder: Binder, wording: str) -> Iterator[tuple[Span, Worked]]:
    """Numbers that a repeated figure makes with another one of its source which the claim's own unit names.

    An amount by what it is for each of, and a share of what is claimed: "95% coverage, i.e. 608,000 children" of
    640,000 children. Two figures of sentences that follow one another need not be repeated, nor two anywhere of whose
    nouns both the claim speaks: "1,553 children per team".
    """
    text, given = binder.searched.text, repeated(claim, binder)
    per = each_of(claim.quantity, wording)
    figures = list(binder.quantities()) if given or per else []
    for one in given:
        for other in figures:
            pair = [one, other]
            if other is not one:
                yield from ((one.sentence, made) for made in for_each(claim, pair, text, wording))
                yield from ((other.sentence, made) for made in _shares(claim, one, other, text))
    if claim.quantity.unit.dimension is Dimension.COUNT and digit_count(claim.quantity) >= _TELLING_DIGITS:
        for many in (one for one in figures if per and akin(per, noun_of(one))):
            made_of = ([one, many] for one in figures if one is not many)
            yield from ((many.sentence, made) for pair in made_of for made in for_each(claim, pair, text, wording))
    for before, behind in pairwise(binder.sentences()) if per else ():
        yield from ((behind[0], made) for made in for_each(claim, [*before[1], *behind[1]], text, wording))


def could_be_each(claim: Claim, binder: Binder, wording: str) -> bool:
    """Whether any two figures of the source make an amount for each that is the claimed one."""
    made = for_each(claim, list(binder.quantities()), binder.searched.text, wording)
    return any(related(claim.quantity, one.value) in PASSING for one in made)


def _shares(claim: Claim, share: Quantity, whole: Quantity, text: str) -> Iterator[Worked]:
    """A share of a number of the claim's noun or money, exactly."""
    mine = claim.quantity.unit
    if share.unit.dimension is not Dimension.PERCENT or share.kind not in _LEVELS or scale(mine, whole.unit) is None:
        return
    same = mine.dimension is Dimension.COUNT and akin(claim.noun, noun_of(whole))
    if same or mine.dimension is Dimension.MONEY:
        value = share.value / 100 * in_unit(claim.quantity, whole)
        yield Worked(value, f"{written(text, share)} of {written(text, whole)} = {shown(value)}")


def accounted(claim: Claim, given: list[Quantity], text: str, wording: str) -> Iterator[Worked]:
    """What is left of the largest of these figures when the others are taken from it, where there are several."""
    level = claim.quantity.kind in _LEVELS or claim.quantity.kind is QuantityKind.CHANGE
    terms = [one for one in given if scale(claim.quantity.unit, one.unit) is not None]
    if len(terms) < 3 or not level or not _PARTED.search(wording):
        return
    whole, *parts = sorted(terms, key=lambda one: -in_unit(claim.quantity, one))
    value = in_unit(claim.quantity, whole) - sum(in_unit(claim.quantity, one) for one in parts)
    if value > 0 and isclose(value, claim.quantity.value, rel_tol=1e-6):
        taken = " − ".join(written(text, one) for one in sorted(parts, key=lambda one: one.span))
        yield Worked(value, f"{written(text, whole)} − {taken} = {shown(value)}")
