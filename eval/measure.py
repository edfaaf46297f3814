"""A measure: how many of how many, the floor it may not fall below, and every miss with its reason."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True)
class Miss:
    """One item that went wrong: which, and why."""

    item: str
    reason: str
    detail: str = ""


@dataclass
class Measure:
    """A share of items that went right (or, with `ceiling`, of items that went wrong and should not have)."""

    name: str
    says: str
    ceiling: bool = False
    total: int = 0
    misses: list[Miss] = field(default_factory=list)
    excluded: Counter[str] = field(default_factory=Counter)

    def count(self, right: bool, miss: Miss) -> None:
        """Count one item; a wrong one is kept with its reason."""
        self.total += 1
        if not right:
            self.misses.append(miss)

    @property
    def value(self) -> float:
        """The share right; of a ceiling, the share wrong."""
        wrong = len(self.misses) / self.total if self.total else 1.0
        return wrong if self.ceiling else 1.0 - wrong

    def holds(self, bound: float) -> bool:
        """Whether the value keeps to its bound."""
        return self.value <= bound if self.ceiling else self.value >= bound


def bounds(section: str) -> dict[str, float]:
    """The pinned floors and ceilings of one evaluation."""
    with FLOORS.open("rb") as file:
        return {str(name): float(bound) for name, bound in tomllib.load(file)[section].items()}


def table(measures: list[Measure], pinned: dict[str, float]) -> str:
    """One line a measure: its value, its bound, whether it holds."""
    lines = []
    for one in measures:
        bound = pinned[one.name]
        sign = "≤" if one.ceiling else "≥"
        wrong = f"{len(one.misses)} of {one.total} wrong"
        verdict = "ok" if one.holds(bound) else "BELOW ITS FLOOR"
        lines.append(f"{one.says:<66} {one.value:8.3%}  {sign} {bound:.2%}  {wrong:<22} {verdict}")
        lines += [f"    left out: {number} × {reason}" for reason, number in one.excluded.most_common()]
    return "\n".join(lines)


def conclude(measures: list[Measure], section: str, about: str, *, quiet: bool) -> bool:
    """Print the misses unless `quiet`, what was measured (`about`), and the table; whether every bound is kept."""
    pinned = bounds(section)
    if not quiet:
        print(misses(measures), end="\n\n")
    print(about)
    print(table(measures, pinned))
    return all(one.holds(pinned[one.name]) for one in measures)


def misses(measures: list[Measure]) -> str:
    """Every miss with its reason, a measure at a time."""
    lines = []
    for one in measures:
        if one.misses:
            lines.append(f"\n## {one.says}: {len(one.misses)} of {one.total}")
            lines += [
                f"- {miss.item}: {miss.reason}" + (f"\n    {miss.detail}" if miss.detail else "") for miss in one.misses
            ]
    return "\n".join(lines)
