"""What a written number may stand for, and how a computed one is written beside it."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from holdwater.extract.quantities.model import Dimension, Hedge, Quantity, QuantityKind
from holdwater.patterns import waiting

_COUNTED = frozenset({Dimension.COUNT, Dimension.NUMBER, Dimension.MONEY})
_BARE = frozenset({Dimension.COUNT, Dimension.NUMBER})
_KNOWN_DIGITS = 3
"""Digits of a round number that are taken as meant: 20,000 may be 19,950 to 20,050, but not 19,500."""
_EXACT_BELOW = 1000
"""Counts below it are taken as counted, round or not."""
_ABOUT = 0.1
"""How far off, as a part of it, a number may be that is hedged with "about"; "nearly" allows it on one side, twice."""
_DOLLARS = frozenset({"$", "USD"})
_MAGNITUDES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "m": 1e6}
_MAGNITUDE = waiting(r"(?i)\d\s?(thousand|million|billion|trillion|bn|m)\b")


def like(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be added and subtracted: counts of whatever, shares, one currency, one dimension."""
    a, b = one.unit, other.unit
    if a.per and b.per and a.per != b.per:
        return False
    if a.dimension in _BARE and b.dimension in _BARE:
        return True
    if a.dimension is not b.dimension:
        return False
    if a.dimension is Dimension.MONEY:
        return a.name == b.name or {a.name, b.name} <= _DOLLARS
    if a.dimension in (Dimension.PHYSICAL, Dimension.TIME):
        return a.base == b.base
    return True


def ends_alike(start: Quantity, end: Quantity, text: str) -> tuple[Quantity, Quantity]:
    """The two ends of a change, the first with the unit and magnitude that only the second names.

    "From 40 to 120 million dollars" begins at 40 million dollars, "from 50 to 40 per 1,000" at 50 per 1,000; a bare
    number before "£120" is no money.
    """
    signed = end.unit.dimension is Dimension.MONEY and not end.span.of(text).strip()[:1].isdigit()
    if signed and start.unit.dimension is Dimension.NUMBER:
        return start, end
    if start.unit.dimension is not Dimension.NUMBER or end.unit.dimension is Dimension.NUMBER:
        return _same_magnitude(start, end, text), end
    return _same_magnitude(replace(start, unit=end.unit), end, text), end


def _same_magnitude(start: Quantity, end: Quantity, text: str) -> Quantity:
    named = _MAGNITUDE.search(end.span.of(text))
    if named is None or _MAGNITUDE.search(start.span.of(text)) or abs(start.value) >= _EXACT_BELOW:
        return start
    if start.unit.dimension is Dimension.MONEY and not start.span.of(text).strip()[:1].isdigit():
        return start
    times = _MAGNITUDES[named[1].lower()]
    ends = replace(start.interval, low=start.interval.low * times, high=start.interval.high * times)
    steps = tuple(step * times for step in start.half_steps)
    return replace(start, value=start.value * times, interval=ends, half_steps=steps)


def scaled(quantity: Quantity) -> float:
    """The value in the base unit of its dimension."""
    return quantity.value * quantity.unit.factor


def slack(quantity: Quantity) -> float:
    """How far to either side of an unhedged number its true value may lie, in the base unit: 0 for what is counted."""
    steps = quantity.half_steps
    if not steps:
        return 0.0
    if quantity.unit.dimension in _COUNTED and steps[0] == 0.5:
        if abs(quantity.value) < _EXACT_BELOW or len(steps) == 1:
            return 0.0
        digits = len(str(int(abs(quantity.value))))
        zeros = min(len(steps) - 1, digits - _KNOWN_DIGITS)
        return steps[zeros] if zeros >= 2 else 0.0
    # "$5 million" is hardly ever 5.4: of whole millions below ten, half as much is taken as rounding.
    whole = quantity.unit.dimension in _COUNTED and steps[0] >= _EXACT_BELOW / 2 and abs(quantity.value) < 20 * steps[0]
    return steps[0] * abs(quantity.unit.factor) * (0.5 if whole else 1.0)


def reach(quantity: Quantity) -> tuple[float, float]:
    """The least and the greatest value, in the base unit, that a number as it is hedged and written may stand for."""
    factor = quantity.unit.factor
    value, off = scaled(quantity), slack(quantity)
    if quantity.is_range:
        return quantity.interval.low * factor - off, quantity.interval.high * factor + off
    rough = abs(value) * _ABOUT + off
    match quantity.hedge:
        case Hedge.NONE:
            return value - off, value + off
        case Hedge.ABOUT:
            return value - rough, value + rough
        case Hedge.NEARLY:
            return value - 2 * rough, value + off
        case Hedge.JUST_OVER:
            return value - off, value + 2 * rough
        case Hedge.OVER | Hedge.AT_LEAST:
            return value - off, inf
        case Hedge.UNDER | Hedge.AT_MOST:
            return -inf, value + off


def is_hedged(quantity: Quantity) -> bool:
    """Whether it is written as less than exact: a hedge or a range."""
    return quantity.is_range or quantity.hedge is not Hedge.NONE


def factor_of(quantity: Quantity) -> float:
    """How many times as much is meant: 3 for "three times" and "threefold", 2 for "doubled", 0.5 for "halved"."""
    if quantity.unit.dimension is Dimension.TIMES:
        return quantity.value
    if quantity.kind is QuantityKind.RATIO:
        return quantity.value / 100
    down = quantity.frame.direction == "down"
    return 1 - quantity.value / 100 if down else 1 + quantity.value / 100


def written(value: float, model: Quantity, text: str) -> str:
    """A computed value as the document would write it, with the unit and the magnitude of `model`.

    Args:
        value: the value in the base unit of the model's dimension.
        model: the quantity that it is compared with.
        text: the document's text.
    """
    unit = model.unit
    value /= unit.factor or 1.0
    magnitude = _MAGNITUDE.search(model.span.of(text))
    word = magnitude[1] if magnitude else ""
    digits = plain(value / _MAGNITUDES[word.lower()] if word else value)
    tail = f" {word}" if word else ""
    if unit.dimension is Dimension.MONEY:
        sign = "" if unit.name.isalpha() else unit.name
        return f"{sign}{digits}{tail}" + ("" if sign else f" {unit.name}")
    return f"{digits}{tail}{_unit_word(model, value)}"


def _unit_word(model: Quantity, value: float) -> str:
    unit = model.unit
    if unit.dimension is Dimension.PERCENT:
        return "%"
    if unit.dimension in _BARE or not unit.name:
        return ""
    return f" {unit.name}" if abs(value) == 1 or unit.dimension is Dimension.PHYSICAL else f" {unit.name}s"


def plain(value: float) -> str:
    """A number in figures, grouped, with as many decimals as it needs up to one (two below ten): 1,250, 58.3, 0.25."""
    if abs(value - round(value)) < 1e-6 * max(1.0, abs(value)):
        return f"{round(value):,}"
    decimals = 1 if abs(value) >= 10 else 2
    return f"{value:,.{decimals}f}".rstrip("0").rstrip(".")


def shown(quantity: Quantity, text: str) -> str:
    """A quantity's words on one line."""
    return " ".join(quantity.span.of(text).split())
