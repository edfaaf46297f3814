"""A number worked out from others, and how it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from holdwater.extract.quantities.model import Quantity
from holdwater.findings.figures.compare import scale


@dataclass(frozen=True)
class Worked:
    """A number that figures of a source make, with the formula.

    `names_terms` says of a sum that the claim names what each of its terms counts.
    """

    value: float
    formula: str
    names_terms: bool = False


def in_unit(unit_of: Quantity, one: Quantity) -> float:
    """A quantity's value in the unit of another that it can be compared with."""
    return one.value * (scale(unit_of.unit, one.unit) or 1.0)


def written(text: str, one: Quantity) -> str:
    """A quantity's number as it stands in its text, without its unit."""
    return " ".join(one.number.of(text).split())


def shown(value: float) -> str:
    """A result: whole from a thousand on, else with three figures."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
