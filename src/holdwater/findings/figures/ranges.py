"""A claimed range against the figures of a source: "between 90 and 1,020" is not borne out by any 188."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import isclose

from holdwater.extract.quantities.model import Dimension, Quantity
from holdwater.findings.figures.compare import FAR, compare, scale
from holdwater.findings.figures.model import PASSING, Relation


def is_wide(claimed: Quantity) -> bool:
    """Whether a range has room for numbers of many things: "90 to 1,020", and not "10 to 15"."""
    return claimed.is_range and abs(claimed.interval.high) > FAR * abs(claimed.interval.low)


def bears_out_range(claimed: Quantity, one: Quantity, beside: Iterable[Quantity]) -> bool:
    """Whether a figure within a claimed range says anything for it.

    Args:
        claimed: the range of the document.
        one: the source's figure, which lies in it.
        beside: the figures of the source's sentence, or of the table.

    Returns:
        True where the source's figure is a range, where the claimed one is narrow ("10 to 15" of 12), and where one of
        its ends is the figure and the other one stands beside it.
    """
    low, high = claimed.interval.low, claimed.interval.high
    if one.is_range or not is_wide(claimed):
        return True
    ends = {at for at, end in enumerate((low, high)) if _is(claimed, one, end)}
    return any(ends and _is(claimed, other, (low, high)[1 - at]) for other in beside for at in ends)


def of_interval(claimed: Quantity, one: Quantity) -> Relation | None:
    """How a claimed confidence interval stands to a figure of the source; None where that is no range.

    The wider of two does not follow from the other; where they have one end alone in common, the other end differs. An
    interval without a unit is of the one that the other has: "0.34 hours (95% CI 0.21 to 0.47)".
    """
    if not one.is_range:
        return None
    if Dimension.NUMBER in (claimed.unit.dimension, one.unit.dimension):
        one = replace(one, unit=claimed.unit)
    found = compare(claimed, one)
    step = claimed.half_steps[0] * (1 + 1e-9) if claimed.half_steps else 0.0
    lows, highs = (claimed.interval.low, one.interval.low), (claimed.interval.high, one.interval.high)
    alike = sum(abs(mine - its) <= step for mine, its in (lows, highs))
    if found is not None and alike == 1:
        return Relation.CONTRADICTED
    return found if alike or found not in PASSING else Relation.UNSURE


def _is(claimed: Quantity, one: Quantity, end: float) -> bool:
    factor = scale(claimed.unit, one.unit)
    return factor is not None and isclose(one.value * factor, end, rel_tol=1e-6)
