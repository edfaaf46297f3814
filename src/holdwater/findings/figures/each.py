"""Amounts for each of what is counted: "£20 per pupil" of £20,000 for 1,000 pupils, "about 60 marks a head"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.extract.quantities.model import Dimension, Quantity
from holdwater.extract.quantities.unit_table import TIMES
from holdwater.findings.figures.claim import Claim, noun_of
from holdwater.findings.figures.compare import scale
from holdwater.findings.figures.formulas import Worked, in_unit, shown, written
from holdwater.findings.figures.stems import akin, stem
from holdwater.patterns import waiting

_SAID_BEHIND = waiting(
    r"(?:\s+of(?:\s+[a-z]{1,20}){1,2}?|\s+[a-z]{1,20})?\s+(?:an?|per|each|every|for (?:each|every))\s+"
    r"(?:(?:single|average)\s+)?(?P<noun>[a-z]{3,20})\b(?!\s+(?:ago|before|earlier|later|after)\b)"
)
"""What an amount is for each of, where it was not read with its unit: "60 crowns a child", "30 sacks a mill"."""


def each_of(quantity: Quantity, wording: str) -> str:
    """The stem of what an amount is for each of; "" where it is for none, or for a time.

    Args:
        quantity: the amount.
        wording: its sentence.
    """
    per = quantity.unit.per
    if not per:
        said = _SAID_BEHIND.match(wording, quantity.span.end - quantity.sentence.start)
        per = said["noun"] if said else ""
    return "" if not per or per.isdigit() or per in TIMES else stem(per.lower())


def for_each(claim: Claim, group: Sequence[Quantity], text: str, wording: str) -> Iterator[Worked]:
    """An amount of these figures by how many it is for, where the claim is one for each of them."""
    per = each_of(claim.quantity, wording)
    for many in group if per else ():
        if many.unit.dimension is not Dimension.COUNT or not many.value or not akin(per, noun_of(many)):
            continue
        for one in group:
            if one is not many and _is_amount(claim, one):
                value = in_unit(claim.quantity, one) / many.value
                yield Worked(value, f"{written(text, one)} / {written(text, many)} = {shown(value)}")


def _is_amount(claim: Claim, one: Quantity) -> bool:
    """Whether a figure is of what is claimed for each: in its unit, of counts of its noun, and for each of nothing."""
    mine = claim.quantity.unit
    if one.unit.per or scale(mine, one.unit) is None:
        return False
    counts = mine.dimension is one.unit.dimension is Dimension.COUNT
    return not counts or akin(claim.noun, noun_of(one))
