"""Figures that a claim's sentence and a sentence of its source both have: which of them is of what is told by several.

A writer who takes two numbers of one sentence over has read it. Where a third one of that sentence has more of the
words, the pairing is unsure.
"""

from __future__ import annotations

import re

from holdwater.extract.quantities.model import Dimension, Quantity, QuantityKind
from holdwater.findings.figures.bind import NOUN, PER, YEAR, Binder, Bound, ends_of, overlap
from holdwater.findings.figures.claim import FROM, Claim, digits
from holdwater.findings.figures.compare import compare
from holdwater.findings.figures.contrast import speaks_of_earlier
from holdwater.findings.figures.model import PASSING
from holdwater.patterns import waiting

_RIGHT_BEHIND = waiting(r"\s*(?:[^\W\d]+\s){0,3}\(?(?:in|for|of|during|as of|by)?\s*", re.IGNORECASE)
"""What stands between a figure and its year: "41,300 tons in 1932"."""
_ORDER = 20
"""A number so many times as large, or as small, as a count is no rival of it."""


def is_taken(claim: Claim, one: Bound, binder: Binder) -> bool:
    """Whether the claim's sentence gives a figure of the source with another of its numbers."""
    return _is_given(claim, one.quantity, binder)


def stand_together(claim: Claim, value: Bound, instead: Bound, binder: Binder, wording: str) -> bool:
    """Whether another number of the claim's sentence stands in the source's paragraph that has the claimed one.

    Where the two figures of the source are told apart by their years alone, only a number of their own sentences leaves
    it open which of them is meant.

    Args:
        claim: the claim.
        value: the source's figure with the claimed number.
        instead: the one that may be of what is claimed; whether it is repeated has been asked before.
        binder: the source.
        wording: the claim's sentence.
    """
    around = [value.sentence, instead.sentence]
    if not (_are_of_two_years(value, instead) and _is_dated(claim, wording)):
        around = [binder.searched.paragraph(value.sentence.start)]
    near = [listed for span, listed in binder.sentences() if any(span.start in one for one in around)]
    others = (one for listed in near for one in listed if one.span not in (value.quantity.span, instead.quantity.span))
    return any(_is_given(claim, one, binder) for one in others if not _is_age(claim, one))


def _are_of_two_years(value: Bound, instead: Bound) -> bool:
    """Whether both figures are given for the same thing, and only the second one for the claimed year."""
    alike = NOUN in instead.agrees or value.sentence == instead.sentence
    told = value.conflicts == {YEAR} and YEAR in instead.agrees and not instead.conflicts
    return alike and told and value.agrees - {NOUN} <= instead.agrees


def _is_dated(claim: Claim, wording: str) -> bool:
    """Whether a claim's figure is given for its year beyond doubt: "41,300 tons in 1932".

    So it is as well where its sentence (`wording`) has no word of an earlier time.
    """
    own = claim.quantity
    for period in claim.periods:
        between = wording[own.span.end - own.sentence.start : period.span.start - own.sentence.start]
        behind = period.span.start >= own.span.end and claim.role != FROM
        if behind and _RIGHT_BEHIND.fullmatch(between) and not speaks_of_earlier(between):
            return True
    return not speaks_of_earlier(wording)


def may_be_earlier(claim: Claim, value: Bound, binder: Binder, wording: str) -> bool:
    """Whether a source's figure that is for another year may be what the claim gives it for all the same.

    Its sentence names that year as well, or, of a table, speaks of an earlier time without its year: "28.6% before".
    """
    if YEAR not in value.conflicts:
        return False
    of_table = binder.searched.in_grid(value.quantity.span.start) is not None
    return _names_year(claim, value, binder) or (of_table and not _is_dated(claim, wording))


def _names_year(claim: Claim, value: Bound, binder: Binder) -> bool:
    """Whether the claim's sentence names the year of a source's figure besides the one that the claim is taken for."""
    if len(claim.named) < 2:
        return False
    others = [one for one in claim.named if one not in claim.periods]
    return any(overlap(ends_of(one), given) for one in others for given in binder.times_of(value.quantity))


def is_far_off(claim: Claim, value: Bound, one: Bound) -> bool:
    """Whether a number is of another order than a count whose noun the source has another word for.

    "2,600 workers took part": beside "2,610 people" the 57 that took part are no rival.
    """
    counted = claim.quantity.unit.dimension is Dimension.COUNT and NOUN in value.conflicts
    if not counted or one.agrees - {NOUN, PER}:
        return False
    low, high = sorted((abs(claim.quantity.value), abs(one.quantity.value)))
    return high > _ORDER * low


def _is_age(claim: Claim, one: Quantity) -> bool:
    """Whether a figure is the age of a group that the claim names: "of voters over 65"."""
    ages = {*claim.quantity.frame.ages, *(each.value for each in claim.beside if each.kind is QuantityKind.AGE)}
    return one.kind is QuantityKind.AGE or one.value in ages


def _is_given(claim: Claim, one: Quantity, binder: Binder) -> bool:
    if digits(one.number.of(binder.searched.text)) in claim.numerals:
        return True
    return any(compare(other, one) in PASSING for other in claim.beside)
