"""The table of docs/numbers.md: each line is read as the page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdwater.extract.quantities.model import Unit
from holdwater.extract.quantities.reading import read_measured

PAGE = Path(__file__).parents[3] / "docs" / "numbers.md"


def rows() -> list[list[str]]:
    table = PAGE.read_text(encoding="utf-8").split("| written |")[1].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def shown(unit: Unit) -> str:
    return f"per {unit.per}" if unit.per else unit.name


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_what_is_written_is_read_as_the_page_says(row: list[str]) -> None:
    written, value, hedge, unit, kind = row
    (found,) = read_measured(f"It was {written}, he said.").quantities
    assert round(found.value, 2) == float(value.replace(",", ""))
    assert (found.hedge.value, shown(found.unit), found.kind.value) == (hedge, unit, kind)


def test_the_page_has_its_table() -> None:
    assert len(rows()) == 8
