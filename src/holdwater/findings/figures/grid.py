"""The rows and columns of a source's tables, told from the run of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdwater.document import BlockKind, Document, Span
from holdwater.patterns import waiting

WIDEST = 16
"""Columns: a wider table is left alone."""
MOST_CELLS = 4_000

_NUMBER = waiting(r"[^\w]*\d[\d.,\s\u00a0]*\s?\S{0,12}")


@dataclass(frozen=True)
class Grid:
    """A table: the spans of its cells, `width` to a row; the first row is its head, the first column names the rows."""

    cells: tuple[Span, ...]
    width: int

    def cell(self, at: int) -> int:
        """The index of the cell that holds an offset; -1 if none does."""
        return next((index for index, span in enumerate(self.cells) if span.start <= at < span.end), -1)

    def row(self, index: int) -> tuple[Span, ...]:
        """The cells of the row that a cell stands in."""
        first = index - index % self.width
        return self.cells[first : first + self.width]

    def heads(self, index: int) -> tuple[Span, Span]:
        """The cell that names a cell's row, and the one that names its column."""
        return self.cells[index - index % self.width], self.cells[index % self.width]


def grids_of(document: Document) -> tuple[Grid, ...]:
    """The tables of a document whose width can be told: all of whose rows begin with a name and go on with numbers."""
    return tuple(grid for cells in _runs(document) if (grid := _grid(document.text, cells)))


def _runs(document: Document) -> Iterator[list[Span]]:
    run: list[Span] = []
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            run.append(block.span)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _grid(text: str, cells: Sequence[Span]) -> Grid | None:
    if not 4 <= len(cells) <= MOST_CELLS:
        return None
    numeric = [bool(_NUMBER.fullmatch(cell.of(text))) for cell in cells]
    for width in range(2, WIDEST + 1):
        if len(cells) % width == 0 and len(cells) > width and _fits(numeric, width):
            return Grid(tuple(cells), width)
    return None


def _fits(numeric: Sequence[bool], width: int) -> bool:
    """Whether every row but the first begins with a name, and most of its other cells are numbers."""
    rows = [numeric[at : at + width] for at in range(width, len(numeric), width)]
    named = [not row[0] for row in rows]
    if numeric[0] or not all(named):
        return False
    others = [one for row in rows for one in row[1:]]
    return sum(others) >= 0.7 * len(others)
