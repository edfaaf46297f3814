"""A claimed quantity against one of the source's: as intervals, each with its own hedge and precision."""

from __future__ import annotations

from math import isclose

from holdwater.extract.quantities.model import Dimension, Hedge, Quantity, QuantityKind, Unit
from holdwater.findings.figures.model import Relation

NEAR = 0.05
"""Two numbers this much apart, as a part of the claimed one, are "about the same"."""
POINTS_NEAR = 2.0
"""The same for shares, in percentage points."""
ABOUT = 0.15
"""How far rounding to few digits may go where the claim says "about"."""
FAR = 1.5
""" "Over 300" is said of 310, not of 5,000: beyond this factor it may be another thing."""
LITTLE = 0.1
""" "Nearly" and "just over" leave a tenth at most."""
_DOUBLE = 100.0
_PART_OF_STEP = 0.6
""" "Nearly two years" may be a little more than half a year short of it if the number is so small."""
_HEDGED_APART = 0.15
"""Up to here a number on the wrong side of a hedge is a hedge the wrong way, and beyond it another number."""

DECIMAL_STEPS = (0.5, 0.05, 0.005, 0.0005)
_DOLLARS = {"$", "USD"}
_LOWER = {Hedge.OVER, Hedge.AT_LEAST, Hedge.JUST_OVER}
_UPPER = {Hedge.UNDER, Hedge.AT_MOST, Hedge.NEARLY}
_CHANGES = {QuantityKind.RELATIVE_CHANGE, QuantityKind.CHANGE, QuantityKind.POINT_CHANGE}
_RATIOS = {QuantityKind.RATIO, QuantityKind.TIMES_MORE}
_RANKS = {QuantityKind.RANK, QuantityKind.SUPERLATIVE}


def scale(claimed: Unit, source: Unit) -> float | None:
    """What a number in the source's unit is to be multiplied with to be in the claimed one; None if it cannot be.

    What a number is per ("a day", "per inmate") is often told by other words, so only rates per 1,000 and the like
    differ by it. A bare number may be a count: its noun is then found by its other words. Percent and percentage points
    are two units, as are two currencies and the dollars of two years.
    """
    if {claimed.dimension, source.dimension} <= {Dimension.COUNT, Dimension.NUMBER}:
        return 1.0
    if claimed.dimension is not source.dimension:
        return None
    if claimed.dimension is Dimension.RATE:
        return _per(claimed, source)
    if claimed.dimension is Dimension.MONEY:
        return 1.0 if _same_money(claimed, source) else None
    if claimed.dimension in (Dimension.PHYSICAL, Dimension.TIME):
        return _converted(claimed, source)
    return 1.0


def _per(claimed: Unit, source: Unit) -> float | None:
    if claimed.per == source.per:
        return 1.0
    if claimed.per.isdigit() and source.per.isdigit() and int(source.per):
        return int(claimed.per) / int(source.per)
    return None


def _same_money(claimed: Unit, source: Unit) -> bool:
    if claimed.year and source.year and claimed.year != source.year:
        return False
    # "Francs" and "crowns" may be those of any country.
    unnamed = claimed.name.islower() or source.name.islower()
    return claimed.name == source.name or {claimed.name, source.name} <= _DOLLARS or unnamed


def _converted(claimed: Unit, source: Unit) -> float | None:
    if claimed.name == source.name:
        return 1.0
    # Degrees Celsius and Fahrenheit have zeros of their own: no factor takes one to the other.
    if not claimed.base or claimed.base != source.base or claimed.base == "kelvin" or not claimed.factor:
        return None
    return source.factor / claimed.factor


def alike(claimed: QuantityKind, source: QuantityKind) -> bool:
    """Whether two kinds say the same sort of thing: a level, a change, a ratio, a rank; an age is no duration."""
    for group in (_CHANGES, _RATIOS, _RANKS):
        if claimed in group or source in group:
            return claimed in group and source in group
    return {claimed, source} != {QuantityKind.AGE, QuantityKind.DURATION}


def compare(claimed: Quantity, source: Quantity) -> Relation | None:
    """How a claimed quantity stands to one of the source's; None where their units cannot be compared."""
    factor = scale(claimed.unit, source.unit)
    if factor is None:
        return None
    low, high = sorted(
        (_end(source.interval.low, source.value) * factor, _end(source.interval.high, source.value) * factor)
    )
    converted = not isclose(factor, 1.0)
    return related(
        claimed, source.value * factor, source.hedge, (low, high) if source.is_range else None, converted=converted
    )


def _end(end: float, value: float) -> float:
    return end if abs(end) != float("inf") else value


def related(
    claimed: Quantity,
    value: float,
    hedge: Hedge = Hedge.NONE,
    ends: tuple[float, float] | None = None,
    *,
    converted: bool = False,
) -> Relation:
    """How a claimed quantity stands to a number in the same unit.

    Args:
        claimed: the quantity of the document.
        value: the source's number; of a range its middle.
        hedge: the source's own hedge.
        ends: the ends of a range.
        converted: the number was turned from another unit, and so is exact to no digit.
    """
    if claimed.is_range:
        return _of_range(claimed, value, ends)
    if claimed.hedge in (Hedge.OVER, Hedge.AT_LEAST):
        return _of_bound(claimed.value, value, hedge, ends, strict=claimed.hedge is Hedge.OVER, up=True)
    if claimed.hedge in (Hedge.UNDER, Hedge.AT_MOST):
        return _of_bound(claimed.value, value, hedge, ends, strict=claimed.hedge is Hedge.UNDER, up=False)
    if claimed.hedge in (Hedge.NEARLY, Hedge.JUST_OVER):
        return _of_side(claimed, value, hedge)
    return _of_point(claimed, value, hedge, ends, converted=converted)


def _same(left: float, right: float) -> bool:
    return isclose(left, right, rel_tol=1e-6, abs_tol=1e-9)


def _finest(claimed: Quantity) -> float:
    return claimed.half_steps[0] if claimed.half_steps else 0.0


def _rounds_to(claimed: Quantity, value: float, *, converted: bool) -> bool:
    """Whether the claimed number is `value` rounded, as exactly as the claim is written."""
    apart, size = abs(claimed.value - value), abs(claimed.value)
    finest = _finest(claimed)
    whole = claimed.unit.dimension is Dimension.COUNT and float(value).is_integer() and size < 100
    if apart <= finest * (1 + 1e-9) and apart <= ABOUT * size + 0.5 * (finest < 1) and not whole:
        return True
    if claimed.hedge is Hedge.ABOUT:
        return apart <= max(NEAR * size, min(max(claimed.half_steps, default=0.0), ABOUT * size))
    if converted and apart <= NEAR / 2 * size:
        return True
    if claimed.unit.dimension is Dimension.PERCENT and finest in DECIMAL_STEPS:
        return False
    return apart <= NEAR * size and any(apart <= step for step in claimed.half_steps)


def _leeway(claimed: Quantity) -> float:
    """How far from its number a hedge may point: one of the units that it is round in, 1 for 64, 5 for 65, 100 for 300.

    Who says "nearly 64" has counted in ones; "nearly 300" is said of 270 as well.
    """
    unit = 2 * max(claimed.half_steps, default=0.0)
    fives = abs(claimed.value) / (5 * unit) if unit else 0.0
    is_round_in_fives = fives >= 1 and isclose(fives, round(fives), rel_tol=1e-6)
    return (5 * unit if is_round_in_fives else unit) * (1 + 1e-9)


def _of_point(
    claimed: Quantity, value: float, hedge: Hedge, ends: tuple[float, float] | None, *, converted: bool
) -> Relation:
    if ends:
        if ends[0] <= claimed.value <= ends[1]:
            return Relation.ROUNDED if claimed.hedge is Hedge.ABOUT else Relation.UNSURE
        value = min(ends, key=lambda end: abs(end - claimed.value))
    if _same(claimed.value, value):
        return Relation.ENTAILED
    if _rounds_to(claimed, value, converted=converted):
        return Relation.ROUNDED
    beyond = (hedge in _LOWER and claimed.value > value) or (hedge in _UPPER and claimed.value < value)
    return Relation.NEAR if beyond and _apart(claimed, value) < 4 * NEAR else _denied(claimed, value)


def _apart(claimed: Quantity, value: float) -> float:
    return abs(claimed.value - value) / max(abs(claimed.value), 1e-9)


def _denied(claimed: Quantity, value: float) -> Relation:
    near = _apart(claimed, value) <= NEAR
    if claimed.unit.dimension is Dimension.PERCENT and claimed.value >= 20:
        near = near or abs(claimed.value - value) <= POINTS_NEAR
    return Relation.NEAR if near else Relation.CONTRADICTED


def _of_range(claimed: Quantity, value: float, ends: tuple[float, float] | None) -> Relation:
    low, high = claimed.interval.low, claimed.interval.high
    step = _finest(claimed)
    first, last = ends or (value, value)
    if low - step <= first and last <= high + step:
        return Relation.ENTAILED
    if first <= high and low <= last:
        return Relation.NEAR if ends else Relation.UNSURE
    nearest = low if last < low else high
    other = last if last < low else first
    return Relation.NEAR if abs(nearest - other) <= NEAR * abs(nearest) else Relation.CONTRADICTED


def _of_bound(
    bound: float, value: float, hedge: Hedge, ends: tuple[float, float] | None, *, strict: bool, up: bool
) -> Relation:
    """ "Over 300", "at least 300" (`up`), "under 300", "at most 300"; `strict` without the number itself."""
    worst = (min(ends) if up else max(ends)) if ends else value
    best = (max(ends) if up else min(ends)) if ends else value
    held, against = (_LOWER, _UPPER) if up else (_UPPER, _LOWER)
    if _same(worst, bound):
        against = against | ({Hedge.NONE, Hedge.ABOUT} if strict else set())
        return Relation.HEDGE if hedge in against and not ends else Relation.ENTAILED
    beyond = worst > bound if up else worst < bound
    if beyond:
        if hedge in against and hedge not in (Hedge.NEARLY, Hedge.JUST_OVER):
            return Relation.UNSURE
        far = max(abs(worst), abs(bound)) > FAR * min(abs(worst), abs(bound))
        return Relation.UNSURE if far else Relation.ENTAILED
    apart = abs(worst - bound) / max(abs(bound), 1e-9)
    if hedge in held:
        return Relation.NEAR if apart <= NEAR else Relation.CONTRADICTED
    if best > bound if up else best < bound:
        return Relation.UNSURE
    return Relation.HEDGE if apart <= _HEDGED_APART else Relation.CONTRADICTED


def _of_side(claimed: Quantity, value: float, hedge: Hedge) -> Relation:
    """ "Nearly 300", "just over 300"."""
    below = claimed.hedge is Hedge.NEARLY
    apart = (claimed.value - value) if below else (value - claimed.value)
    size = max(abs(claimed.value), 1e-9)
    if claimed.kind is QuantityKind.RELATIVE_CHANGE and claimed.value >= _DOUBLE:
        size += _DOUBLE  # "nearly doubled" compares what there is now with twice what there was
    if abs(apart) <= 1e-9 * size:
        return Relation.HEDGE if hedge in (_LOWER if below else _UPPER) else Relation.ROUNDED
    little = LITTLE if below else LITTLE / 2
    if 0 < apart <= max(little * size, _PART_OF_STEP * _finest(claimed)):
        return Relation.ENTAILED if apart <= _leeway(claimed) else Relation.UNSURE
    if apart < 0:
        if -apart <= _finest(claimed) and claimed.unit.dimension is not Dimension.COUNT:
            return Relation.ROUNDED
        return Relation.HEDGE if -apart <= _HEDGED_APART * size else Relation.CONTRADICTED
    return Relation.NEAR if apart <= 2 * LITTLE * size else Relation.CONTRADICTED
