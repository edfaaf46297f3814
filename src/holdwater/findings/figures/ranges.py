"""A claimed range against single figures of a source: "between 90 and 1,020" is not borne out by any 188."""

from __future__ import annotations

from collections.abc import Iterable
from math import isclose

from holdwater.extract.quantities.model import Quantity
from holdwater.findings.figures.compare import FAR, scale


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
    if one.is_range or abs(high) <= FAR * abs(low):
        return True
    ends = {at for at, end in enumerate((low, high)) if _is(claimed, one, end)}
    return any(ends and _is(claimed, other, (low, high)[1 - at]) for other in beside for at in ends)


def _is(claimed: Quantity, one: Quantity, end: float) -> bool:
    factor = scale(claimed.unit, one.unit)
    return factor is not None and isclose(one.value * factor, end, rel_tol=1e-6)
