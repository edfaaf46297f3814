"""Whether a number might be had from two figures of a source: too loose to bear it out, enough not to miss it there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise, product
from math import isclose

from holdwater.extract.quantities.model import Dimension, Quantity
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.compare import related, scale
from holdwater.findings.figures.model import PASSING
from holdwater.findings.figures.rates import Rate, rate_of, worked_rates
from holdwater.findings.figures.remainders import could_be_left
from holdwater.findings.figures.repeated import could_be_each

_FEW = 8
"""A sentence with more figures than this yields some number or other for every claim."""


def could_follow(claim: Claim, binder: Binder, wording: str = "", *, within: bool = False) -> bool:
    """Whether a number might be had from figures of two sentences that follow one another; a share, a difference, a
    sum, a ratio, or an amount by how many it is for.

    Args:
        claim: the claim.
        binder: the source.
        wording: the claim's sentence.
        within: two figures of one sentence may yield it as well.
    """
    claimed = claim.quantity
    shares = [one.value for one in binder.searched.measured.quantities if one.unit.dimension is Dimension.PERCENT]
    if claimed.unit.dimension is Dimension.PERCENT and any(isclose(claimed.value, 100 - share) for share in shares):
        return True
    if could_be_left(claim, binder) or could_be_each(claim, binder, wording):
        return True
    rate = rate_of(claimed, wording)
    return any(
        _could_be_of(claimed, *pair) or (rate is not None and _could_be_rate(claimed, rate, pair))
        for pair in _pairs(binder, within=within)
    )


def _pairs(binder: Binder, *, within: bool) -> Iterator[tuple[Quantity, Quantity]]:
    listed = list(binder.sentences())
    for _, figures in listed:
        if within and len(figures) <= _FEW:
            yield from combinations(figures, 2)
    yield from (pair for (_, first), (_, last) in pairwise(listed) for pair in product(first, last))
    yield from _of_one_noun(binder)


def _of_one_noun(binder: Binder) -> Iterator[tuple[Quantity, Quantity]]:
    """The figures of a short source that count the same, wherever they stand: of 214 hives mites were in 177."""
    if binder.searched.is_whole:
        figures = [one for one in binder.searched.measured.quantities if one.unit.dimension is Dimension.COUNT]
        yield from ((one, other) for one, other in combinations(figures, 2) if one.unit.name == other.unit.name)


def _could_be_rate(claimed: Quantity, rate: Rate, pair: tuple[Quantity, Quantity]) -> bool:
    return any(related(claimed, value) in PASSING for value, _ in worked_rates(rate, pair))


def _could_be_of(claimed: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether a number is a share of, a difference of, a sum of or a ratio of two figures."""
    low, high = sorted((one, other), key=lambda each: abs(each.value))
    if not high.value or not low.value:
        return False
    factor = scale(high.unit, low.unit)
    if factor is None:
        return bool(claimed.unit.per) and related(claimed, high.value / low.value) in PASSING
    part = low.value * factor
    if claimed.unit.dimension is Dimension.PERCENT:
        both = part + high.value
        shares = (part / high.value, part / both, high.value / both)
        return any(related(claimed, 100 * share) in PASSING for share in shares if both)
    if claimed.unit.dimension is Dimension.TIMES:
        return related(claimed, high.value / part) in PASSING
    return any(isclose(claimed.value, made) for made in (high.value - part, high.value + part))
