"""A source's figure that has the claimed number and may be of something else all the same: then nothing follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Hedge, Quantity
from holdwater.findings.figures.attribution import ACROSS, WHOLE, shares
from holdwater.findings.figures.bind import PER, WAY, YEAR, Binder, Bound, ends_of, overlap
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.compare import compare
from holdwater.findings.figures.model import DENYING, PASSING, Relation
from holdwater.findings.figures.parts import is_of_unnamed_group
from holdwater.findings.figures.stems import stems_in
from holdwater.findings.figures.written import digit_count

LITTLE = 0.25
"""Of the claim's words, less than this speaks for a figure that is of the matter by accident only."""
SURE = 0.45
"""So much must speak for a rate for another time to be called another one."""
_TELLING_DIGITS = 3
"""A number of so many digits hardly stands in its source by accident."""
_LOOSE = {Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST}
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year"})


def doubt(claim: Claim, passing: Sequence[Bound], answers: Iterable[Bound], binder: Binder, wording: str) -> str:
    """Why the figures of a source that have the claimed number do not bear it out; "" where one does.

    Args:
        claim: the claim.
        passing: the source's figures with the claimed number, the best first.
        answers: all of its figures that can be compared.
        binder: the source.
        wording: the claim's sentence.
    """
    value = passing[0]
    if all(is_of_other_year(claim, one, binder) for one in passing):
        return "its source has the number for another year"
    if all(PER in one.conflicts for one in passing):
        return "its source has the number per something else"
    if all(WAY in one.conflicts for one in passing):
        return "its source has the number the other way"
    told = [one for one in passing if not _is_accidental(claim, one)]
    if all(is_of_unnamed_group(claim, one.quantity, binder) for one in told or passing):
        return "its source has the number of one group of several"
    if not told:
        return "its source has the number of what cannot be told"
    if any(one.relation in DENYING and _is_crossed(claim, value, one, binder, wording) for one in answers):
        return "its source has the number beside other words"
    return ""


def _is_crossed(claim: Claim, value: Bound, rival: Bound, binder: Binder, wording: str) -> bool:
    """Whether two numbers of a claim have changed places: its words are with the other one in the source's sentence.

    "Boys (20%), girls (11%)" of a source that has "girls (20%), boys (11%)".
    """
    other = next((one for one in claim.beside if compare(one, rival.quantity) in PASSING), None)
    if other is None or rival.sentence != value.sentence:
        return False
    mine, its = claim.quantity, other
    return _stands_with(rival, value, _own_words(claim, mine, its, wording), binder) or _stands_with(
        value, rival, _own_words(claim, its, mine, wording), binder
    )


def _stands_with(one: Bound, other: Bound, words: Iterable[str], binder: Binder) -> bool:
    """Whether some of these words stand in a sentence of the source with one of its figures, and none with another."""
    found = False
    for word in words:
        given = binder.shares_of(one, other, word)
        if any(rest > own for own, rest in given):
            return False
        found = found or any(own > rest for own, rest in given)
    return found


def _own_words(claim: Claim, one: Quantity, other: Quantity, wording: str) -> Iterator[str]:
    """The stems of a claim's sentence that stand with one of its figures, and not with another."""
    start = claim.quantity.sentence.start
    figures = sorted([claim.quantity, *claim.beside], key=lambda each: each.span.start)
    spans = [
        Span(each.span.start - start, each.span.end - start)
        for each in figures
        if each.unit.dimension is not Dimension.ORDINAL
    ]
    mine, its = (spans.index(Span(each.span.start - start, each.span.end - start)) for each in (one, other))
    for match in re.finditer(r"[^\W\d_]{3,}", wording):
        given = shares(wording, spans, match.start())
        if given[mine] == WHOLE and given[its] <= ACROSS:
            yield from stems_in(match.group())


def other_rate(claim: Claim, passing: Sequence[Bound]) -> Bound | None:
    """The one figure with the claimed number, where it is for another stretch of time: "85 marks a year"."""
    value = passing[0]
    apart = {claim.quantity.unit.per, value.quantity.unit.per} <= _TIMES and value.conflicts == {PER}
    alone = len(passing) == 1 and value.relation is Relation.ENTAILED and claim.quantity.hedge not in _LOOSE
    return value if apart and alone and value.affinity >= SURE else None


def is_of_other_year(claim: Claim, one: Bound, binder: Binder) -> bool:
    """Whether a source's sentence says of what time a figure is, and names none that overlaps the claim's."""
    if YEAR not in one.conflicts or not claim.periods or binder.period_of(one.quantity) is None:
        return False
    wanted = ends_of(claim.periods[0])
    return not any(overlap(wanted, ends_of(period)) for period in binder.periods_of(one.sentence))


def _is_accidental(claim: Claim, one: Bound) -> bool:
    """Whether a figure has next to nothing of the claim but a number that many things have: a half, twenty, four."""
    if one.agrees - {YEAR, PER} or claim.is_confidence:
        return False
    loose = claim.quantity.hedge in _LOOSE and one.quantity.value != claim.quantity.value
    return one.affinity < LITTLE and (loose or _digits(claim.quantity) < _TELLING_DIGITS)


def _digits(quantity: Quantity) -> int:
    """How many digits a number has; of a share in words ("two thirds") one."""
    if quantity.unit.dimension is Dimension.PERCENT and not float(quantity.value).is_integer():
        return _TELLING_DIGITS if quantity.half_steps and quantity.half_steps[0] in (0.05, 0.005) else 1
    return digit_count(quantity)
