"""Floors and ceilings, and how a run is printed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True)
class Bound:
    """A measured value and the floor (`at_least`) or ceiling that it has to keep."""

    name: str
    value: float
    bound: float
    unit: str
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the value keeps its bound."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def line(self) -> str:
        """One line of the verdict."""
        sign = "≥" if self.at_least else "≤"
        verdict = "ok" if self.holds else "MISSED"
        return f"{self.name:<58} {self.value:8.2f} {self.unit:<16} {sign} {self.bound:5.1f}  {verdict}"


@dataclass(frozen=True)
class Report:
    """What one part of the benchmark says: lines to read, and bounds."""

    title: str
    lines: tuple[str, ...]
    bounds: tuple[Bound, ...]

    def show(self) -> None:
        """Print it."""
        print(f"\n{self.title}")
        for line in self.lines:
            print(f"  {line}")
        for bound in self.bounds:
            print(f"  {bound.line()}", flush=True)


def columns(rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Rows set in columns, the first to the left, the others to the right."""
    cells = [list(row) for row in rows]
    widths = [max(len(row[at]) for row in cells) for at in range(len(cells[0]))]
    return tuple("  ".join(_set(row, widths)) for row in cells)


def _set(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.rjust(width) if at else cell.ljust(width)


def load() -> str:
    """How busy the machine is: the mean number of processes that want to run, over one, five and fifteen minutes."""
    return " ".join(f"{one:.2f}" for one in os.getloadavg()) + f" on {os.cpu_count()} cores"


def say(line: str) -> None:
    """Say how far the run is, on the error stream."""
    print(f"  … {line}", file=sys.stderr, flush=True)
