"""Traps that six examiners set who had not seen the engine: the sets, what leaks, and how much may.

Each is a file of invented sources with four quotations each, two that turn their source and two that keep to it:
`{"source", "items": [{"quotation", "verdict": "refuse" or "pass", "kind", "why"}]}`. An item with `"told": "cut"`
stops before its condition, which is told beside its fit; one with `"leak": true` is judged otherwise than its examiner
says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from holdwater.match import locate
from holdwater.match.model import Alignment, Fit

FOLDER = Path(__file__).parent / "examined"
FAITHFUL = (Fit.VERBATIM, Fit.EDITED)


class Trap(NamedTuple):
    """One quotation, its source, and what it must come to."""

    name: str
    source: str
    quotation: str
    verdict: str
    told: str
    leak: bool


def traps() -> Iterator[Trap]:
    """All traps of all sets."""
    for path in sorted(FOLDER.glob("*.json")):
        for number, paper in enumerate(json.loads(path.read_text(encoding="utf-8")), 1):
            for item in paper["items"]:
                name = f"{path.stem}-{number}-{item['kind']}"
                more = item["verdict"], item.get("told", ""), item.get("leak", False)
                yield Trap(name, paper["source"], item["quotation"], *more)


ALL = tuple(traps())


def is_told(trap: Trap, alignment: Alignment) -> bool:
    """Whether a trap is refused, or told as stopping before its condition where that is how it is told."""
    return alignment.fit not in FAITHFUL or (trap.told == "cut" and alignment.cut is not None)


@pytest.mark.parametrize("trap", [one for one in ALL if not one.leak], ids=lambda one: one.name)
def test_an_examiners_trap_is_judged_as_the_examiner_says(trap: Trap) -> None:
    after = "." if trap.told == "cut" else ""
    assert is_told(trap, locate(trap.quotation, trap.source, after=after)) == (trap.verdict == "refuse")


@pytest.mark.parametrize("trap", [one for one in ALL if one.leak], ids=lambda one: one.name)
def test_a_trap_that_is_listed_as_a_leak_still_is_one(trap: Trap) -> None:
    assert is_told(trap, locate(trap.quotation, trap.source)) == (trap.verdict == "pass"), "mended: take its mark away"
