"""Sums of a table's column: of all its rows, where no row says the sum itself, or of those that a claim names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Quantity, QuantityKind
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.compare import scale
from holdwater.findings.figures.formulas import Worked, in_unit, shown, written
from holdwater.findings.figures.grid import Grid, is_number
from holdwater.findings.figures.stems import akin, stems_of
from holdwater.patterns import waiting

MOST = 60
"""Rows: a column with more is not summed by hand."""
_SUM = waiting(r"\b(?:total|sum|all|overall|altogether|subtotal|average|mean|median)\b", re.IGNORECASE)
_ADDED = {Dimension.COUNT, Dimension.NUMBER, Dimension.MONEY, Dimension.PHYSICAL, Dimension.TIME}

_Rows = Mapping[int, Quantity]
"""The figures of a column, by their rows."""


def column_sums(claim: Claim, binder: Binder) -> Iterator[tuple[Span, Worked]]:
    """The sums of the columns whose heads the claim has a word of: of all rows, and of the rows that it names.

    Args:
        claim: the claim, whose unit the figures have.
        binder: the source.

    Returns:
        Each sum with the column's first figure; none of a column that has a figure which was not read.
    """
    if claim.quantity.unit.dimension not in _ADDED or claim.quantity.unit.per:
        return
    by_cell = _by_cell(claim, binder)
    for grid in binder.searched.grids if by_cell else ():
        for rows in _columns(claim, grid, binder, by_cell):
            for told in (rows, *_named(claim, grid, binder, rows)):
                terms = list(told.values())
                value = sum(in_unit(claim.quantity, one) for one in terms)
                shape = " + ".join(written(binder.searched.text, one) for one in terms)
                yield terms[0].sentence, Worked(value, f"{shape} = {shown(value)}")


def _by_cell(claim: Claim, binder: Binder) -> dict[int, Quantity]:
    """The figures of tables that can be added to what is claimed, by where their cells begin."""
    found: dict[int, Quantity] = {}
    for one in binder.quantities():
        placed = binder.searched.in_grid(one.span.start)
        levels = one.kind in (QuantityKind.LEVEL, QuantityKind.TOTAL)
        if placed and levels and scale(claim.quantity.unit, one.unit) is not None:
            found.setdefault(placed[0].cells[placed[1]].start, one)
    return found


def _columns(claim: Claim, grid: Grid, binder: Binder, by_cell: Mapping[int, Quantity]) -> Iterator[_Rows]:
    """The columns that can be summed and that the claim names, without the rows that are sums themselves."""
    text, lower = binder.searched.text, binder.searched.lower
    sums = {row for row, cells in grid.row_labels.items() if any(_SUM.search(cell.of(text)) for cell in cells)}
    columns: dict[int, dict[int, Quantity | None]] = defaultdict(dict)
    heads: dict[int, tuple[Span, ...]] = {}
    for index, (cell, (row, column)) in enumerate(zip(grid.cells, grid.places, strict=True)):
        if row > grid.head and row not in sums and column not in grid.labels and is_number(cell.of(text)):
            columns[column][row] = by_cell.get(cell.start)
            heads[column] = grid.columns_head(index)
    for column, rows in columns.items():
        figures = {row: one for row, one in rows.items() if one is not None}
        if 1 < len(rows) <= MOST and len(figures) == len(rows) and _speaks(claim, _words(heads[column], lower)):
            yield figures


def _named(claim: Claim, grid: Grid, binder: Binder, rows: _Rows) -> Iterator[_Rows]:
    """The rows that a word of the claim's stands in ("Open"), where it stands in several and not in all."""
    found: dict[str, dict[int, Quantity]] = defaultdict(dict)
    for cell, (row, _) in zip(grid.cells, grid.places, strict=True):
        for word in _words((cell,), binder.searched.lower) if row in rows else ():
            if _speaks(claim, (word,)):
                found[word][row] = rows[row]
    yield from (told for told in found.values() if 1 < len(told) < len(rows))


def _words(cells: Sequence[Span], lower: str) -> tuple[str, ...]:
    return stems_of(cell.of(lower) for cell in cells)


def _speaks(claim: Claim, words: Sequence[str]) -> bool:
    return any(akin(word, mine) for word in words for mine in claim.stems)
