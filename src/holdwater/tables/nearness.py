"""How near a claimed number must come to a table's: what the words allow, and how far editions are apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from holdwater.tables.model import Claim, Figure

HOUSE = 0.05
"""The tolerance where one edition is all there is, as a share of its figure. Of fifteen indicators that the packaged
tables have in two editions, three quarters of all figures differ by less than this in ten."""

SMALL_STEP = 0.05
"""A rounding coarser than the last digit written is allowed up to this share of the number: 300 may be 295 to 305."""

NEIGHBOURS = 1
"""Years before and after in which a figure still counts as near: editions date one survey differently."""


def bounds(claim: Claim) -> tuple[float, float]:
    """The claim's interval, widened by what its digits leave open."""
    middle = claim.low if claim.high == inf else claim.high if claim.low == -inf else (claim.low + claim.high) / 2
    allowed = [step for step in claim.half_steps if step <= abs(middle) * SMALL_STEP]
    step = max([*allowed, *claim.half_steps[:1]], default=0.0)
    return claim.low - step, claim.high + step


def distance(claim: Claim, value: float) -> float:
    """How far a table's figure lies outside the claim's interval, in the claim's unit; 0.0 within it."""
    low, high = bounds(claim)
    slack = 1e-9 * max(abs(value), 1.0)
    return max(low - value - slack, value - high - slack, 0.0)


def spread(values: Sequence[float]) -> float:
    """How far the figures of several editions lie apart."""
    return max(values) - min(values) if len(values) > 1 else 0.0


def within(claim: Claim, values: Iterable[float]) -> bool:
    """Whether the claim's interval meets the range of these figures."""
    listed = list(values)
    if not listed:
        return False
    low, high = bounds(claim)
    return low <= max(listed) and min(listed) <= high


def at(line: Sequence[Figure], year: int, reach: int = 0) -> Figure | None:
    """The figure of a year, or of the nearest within `reach` years, the later one of two."""
    near = [figure for figure in line if abs(figure.year - year) <= reach]
    return min(near, key=lambda figure: (abs(figure.year - year), -figure.year)) if near else None
