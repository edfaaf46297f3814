"""Rates of time that a document works out from its source: "two tons a week" of 60 tons in thirty weeks, "£3 a month"
of £36 a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from holdwater.extract.quantities.model import Dimension, Quantity, Unit
from holdwater.extract.quantities.unit_table import TIMES
from holdwater.findings.figures.compare import scale
from holdwater.patterns import waiting

_AMOUNTS = {Dimension.COUNT, Dimension.NUMBER, Dimension.MONEY, Dimension.PHYSICAL}
_SAID_BEHIND = waiting(
    r"(?:\s+of(?:\s+[a-z]{1,20}){1,3}?|\s+[a-z]{1,20})?\s+(?:an?|per|each|every)\s+"
    r"(?P<time>hour|day|night|week|fortnight|month|quarter|year|decade)\b(?!\s+(?:ago|before|earlier|later|after))"
)
"""What an amount is per, where its noun stands between: "5 tons of coal a week"."""


@dataclass(frozen=True)
class Rate:
    """An amount's unit, and how many seconds it is for."""

    unit: Unit
    seconds: float


def rate_of(quantity: Quantity, wording: str = "") -> Rate | None:
    """What a quantity is a rate of and for how long; None where it is none.

    Args:
        quantity: any quantity.
        wording: its sentence, where that may say the time behind the noun.
    """
    unit = quantity.unit
    if unit.per in TIMES and unit.dimension in _AMOUNTS:
        return Rate(replace(unit, per=""), TIMES[unit.per].factor)
    amount, _, time = unit.name.rpartition(" per ")
    if amount and time in TIMES and unit.base.endswith(" per second"):
        seconds = TIMES[time].factor
        base = unit.base.removesuffix(" per second")
        return Rate(replace(unit, name=amount, base=base, factor=unit.factor * seconds), seconds)
    if unit.dimension not in _AMOUNTS or unit.per:
        return None
    said = _SAID_BEHIND.match(wording, quantity.span.end - quantity.sentence.start)
    return Rate(unit, TIMES[said["time"]].factor) if said else None


def worked_rates(rate: Rate, group: Sequence[Quantity]) -> Iterator[tuple[float, tuple[Quantity, ...]]]:
    """The rates, in the unit of `rate`, that figures make, with the figures: an amount and its time, or another rate.

    A rate for the very time is none that anybody worked out.
    """
    times = [one for one in group if one.unit.dimension is Dimension.TIME and one.unit.factor and one.value]
    for one in group:
        given = rate_of(one)
        level = scale(rate.unit, given.unit if given else one.unit)
        if level is None or one.unit.dimension is Dimension.TIME:
            continue
        if given and given.seconds != rate.seconds:
            yield one.value * level * rate.seconds / given.seconds, (one,)
        for time in () if given else times:
            yield one.value * level * rate.seconds / (time.value * time.unit.factor), (one, time)
