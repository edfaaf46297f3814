"""The rows and columns of a source's tables: as its format gives them, or told from the run of their cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from holdwater.document import Block, BlockKind, Document, Span
from holdwater.findings.figures.lined import lined_cells
from holdwater.patterns import waiting

WIDEST = 16
"""Columns: a wider table is left alone where its width has to be told from its cells."""
MOST_CELLS = 4_000
READ_WHOLE = 400
"""Cells: a table this small is read as a whole wherever one of its cells is."""
MOST_HEADS = 3
"""Rows of a table's head."""

_NUMBER = waiting(r"[^\w]*\d[\d.,\s\u00a0]*\s?\S{0,12}(?: [^\d\n]{0,30})?(?:\[[\w ]{1,12}\])?")
_YEAR = waiting(r"(?:(?:FY|fiscal|year)\s?)?(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?", re.IGNORECASE)
_NAMING = waiting(
    r"(?:under |over |aged? )?\d{1,3}(?:\s?(?:[-–]|to|and)\s?(?:\d{1,3}|over|under|older|above)|\+)(?: years)?|"
    r"\d{1,2}(?:st|nd|rd|th)?\.? ?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[^\W\d]*\.?,?(?: \d{4})?",
    re.IGNORECASE,
)
LINED = frozenset({BlockKind.CODE, BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.QUOTE})
"""Blocks whose lines may be a table's rows."""

Place = tuple[int, int]
"""A row and a column, counted from 1."""


@dataclass(frozen=True)
class Grid:
    """A table: the spans of its cells, in the text's order, and the place of each.

    The first `head` rows name its columns, and the columns `labels` its rows.
    """

    cells: tuple[Span, ...]
    places: tuple[Place, ...]
    head: int
    labels: frozenset[int]

    def cell(self, at: int) -> int:
        """The index of the cell that holds an offset; -1 if none does."""
        index = bisect_right(self._starts, at) - 1
        return index if index >= 0 and at < self.cells[index].end else -1

    def row(self, index: int) -> tuple[Span, ...]:
        """The cells of the row that a cell stands in."""
        return tuple(self.cells[one] for one in self._rows[self.places[index][0]])

    def told_with(self, index: int) -> tuple[Span, ...]:
        """The cells that a cell is read with: the table; of a large one its row and the heads, or a head's column."""
        if len(self.cells) <= READ_WHOLE:
            return self.cells
        row, column = self.places[index]
        if row > self.head:
            return (*self.row(index), *self._head_cells)
        below = (one for one, place in enumerate(self.places) if place[1] == column and column not in self.labels)
        return (*self._head_cells, *(self.cells[one] for one in below))

    def label(self, index: int) -> tuple[Span, ...]:
        """The cells that name the row of a cell of the body."""
        row, column = self.places[index]
        if row <= self.head:
            return ()
        own = [one for one in self._rows[row] if self.places[one][1] in self.labels and self.places[one][1] != column]
        return tuple(self.cells[one] for one in own)

    def columns_head(self, index: int) -> tuple[Span, ...]:
        """The cells that name the column of a cell of the body, the lowest last."""
        row, column = self.places[index]
        if row <= self.head:
            return ()
        found: list[int] = []
        for above in range(1, self.head + 1):
            before = [one for one in self._rows.get(above, ()) if self.places[one][1] <= column]
            if before and (self.places[before[-1]][1] == column or (above < self.head and self._reaches(before[-1]))):
                found.append(before[-1])
        return tuple(self.cells[one] for one in found)

    def _reaches(self, index: int) -> bool:
        """Whether a cell of an upper row of the head may stand over several columns."""
        return self.places[index][1] not in self.labels

    def corner(self) -> tuple[Span, ...]:
        """The cells that say what the rows are ("Region", "Fiscal year")."""
        return tuple(self.cells[one] for one in self._heads if self.places[one][1] in self.labels)

    def heads(self, index: int) -> tuple[Span, ...]:
        """All cells that say what a cell of the body is of: those of its row, of its column, and the corner."""
        return (*self.label(index), *self.columns_head(index), *self.corner())

    def column(self, index: int) -> int:
        """The column that a cell stands in."""
        return self.places[index][1]

    @cached_property
    def row_labels(self) -> Mapping[int, tuple[Span, ...]]:
        """The cells that name each row of the body, by the row's number."""
        return {row: named for row, cells in self._rows.items() if (named := self._named(cells)) and row > self.head}

    def _named(self, cells: Sequence[int]) -> tuple[Span, ...]:
        return tuple(self.cells[one] for one in cells if self.places[one][1] in self.labels)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.cells]

    @cached_property
    def _rows(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for index, (row, _) in enumerate(self.places):
            found[row].append(index)
        return found

    @cached_property
    def _heads(self) -> list[int]:
        return [index for index, (row, _) in enumerate(self.places) if row <= self.head]

    @property
    def _head_cells(self) -> tuple[Span, ...]:
        return tuple(self.cells[one] for one in self._heads)


def grids_of(document: Document) -> tuple[Grid, ...]:
    """The tables of a document whose rows and columns can be told and that hold numbers, in the text's order."""
    text = document.text
    found = [grid for run in _runs(document) if (grid := _of_run(text, run))]
    for block in document.blocks:
        if block.kind in LINED and not block.cell[0] and "\n" in block.span.of(text):
            cells = lined_cells(text, block.span)
            grid = _grid(text, [span for span, _ in cells], [place for _, place in cells])
            found += [grid] if grid else []
    return tuple(sorted(found, key=lambda grid: grid.cells[0]))


def _runs(document: Document) -> Iterator[list[Block]]:
    """The cells of each table: those that follow one another, up to where the rows begin anew."""
    run: list[Block] = []
    for block in document.blocks:
        follows = block.kind is BlockKind.TABLE and (not run or block.cell >= run[-1].cell)
        if run and not follows:
            yield run
            run = []
        if block.kind is BlockKind.TABLE:
            run.append(block)
    if run:
        yield run


def _of_run(text: str, run: Sequence[Block]) -> Grid | None:
    if not 3 <= len(run) <= MOST_CELLS:
        return None
    cells = [block.span for block in run]
    if all(block.cell[0] for block in run):
        return _grid(text, cells, [block.cell for block in run])
    width = _width(text, cells)
    places = [(index // width + 1, index % width + 1) for index in range(len(cells))] if width else []
    return _grid(text, cells, places)


def _width(text: str, cells: Sequence[Span]) -> int:
    """How many cells a row has: each but the first begins with a name, or a year, and goes on with numbers."""
    numeric = [is_number(cell.of(text)) for cell in cells]
    naming = [_names(cell.of(text)) for cell in cells]
    if len(cells) < 4 or numeric[0]:
        return 0
    for width in range(2, WIDEST + 1):
        if len(cells) % width == 0 and len(cells) > width and _fits(numeric, naming, width):
            return width
    return 0


def _fits(numeric: Sequence[bool], naming: Sequence[bool], width: int) -> bool:
    """Whether every row but the first begins with a name or a year, and most of its other cells are numbers."""
    rows = range(width, len(numeric), width)
    named = all(not numeric[at] for at in rows) or (len(rows) > 1 and all(naming[at] for at in rows))
    if not named or any(numeric[at] and not naming[at] for at in range(1, width)):
        return False
    others = [numeric[at + one] for at in rows for one in range(1, width)]
    return sum(others) >= 0.7 * len(others)


def is_number(words: str) -> bool:
    """Whether a cell holds a number and little else."""
    return bool(_NUMBER.fullmatch(words.strip()))


def is_year(words: str) -> bool:
    """Whether a cell holds a year, or a fiscal year, alone."""
    return bool(_YEAR.fullmatch(words.strip()))


def _names(words: str) -> bool:
    """Whether a number is one that rows are named by: a year, a day, an age group."""
    return is_year(words) or bool(_NAMING.fullmatch(words.strip()))


def _grid(text: str, cells: Sequence[Span], places: Sequence[Place]) -> Grid | None:
    """A table of these cells, if some of its columns hold numbers and the others say what they are of."""
    if not 3 <= len(cells) <= MOST_CELLS or len(places) != len(cells):
        return None
    words = [cell.of(text) for cell in cells]
    head = _head_rows(words, places)
    numeric: dict[int, list[bool]] = defaultdict(list)
    naming: dict[int, list[bool]] = defaultdict(list)
    for one, (row, column) in zip(words, places, strict=True):
        if row > head:
            numeric[column].append(is_number(one))
            naming[column].append(_names(one))
    columns = sorted(numeric)
    first = next((at for at in columns if 2 * sum(numeric[at]) <= len(numeric[at]) or all(naming[at])), 0)
    data = {at for at in columns if 2 * sum(numeric[at]) > len(numeric[at]) and at != first}
    labels = [first] if first else []
    for at in columns:
        if (
            labels
            and at > first
            and at == labels[-1] + 1
            and (at not in data or (all(naming[at]) and at < max(data, default=0)))
        ):
            labels.append(at)
    if not first or not data - set(labels):
        return None
    return Grid(tuple(cells), tuple(places), head, frozenset(labels))


def _head_rows(words: Sequence[str], places: Sequence[Place]) -> int:
    """How many rows at a table's top hold no numbers but years, and age groups beside names."""
    rows: dict[int, list[str]] = defaultdict(list)
    for one, (row, column) in zip(words, places, strict=True):
        rows[row] += [one] if column > 1 else []
    found = 0
    for row in sorted(rows)[:MOST_HEADS]:
        named = any(not is_number(one) for one in rows[row])
        naming = _names if named else is_year
        figures = [one for one in rows[row] if is_number(one) and (found or not naming(one))]
        if figures or (found and not rows[row]):
            break
        found = row
    return found
