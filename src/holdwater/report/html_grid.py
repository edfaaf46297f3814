"""A table of the document as a table of the page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from holdwater.document import Block, BlockKind
from holdwater.report.html_text import element

MOST_COLUMNS = 40
"""Columns that are drawn at their place; cells further out follow one another: no file can ask for a million."""

Cell = tuple[int, int, str]
"""The row, the column and the HTML of a cell, or of one of several blocks in one."""


def goes_on(here: Block, there: Block) -> bool:
    """Whether two neighbouring blocks are cells, or blocks of a cell, of one table; a table begins above or left."""
    cells = here.kind is there.kind is BlockKind.TABLE and here.cell != (0, 0)
    return cells and here.cell <= there.cell and here.part is there.part


def grid(cells: Iterable[Cell]) -> str:
    """The table of these cells, in the order of rows and columns; what is not there is left empty."""
    rows = [_row(row) for _, row in groupby(cells, key=itemgetter(0))]
    width = max(map(len, rows), default=0)
    drawn = (row + [""] * (width - len(row)) for row in rows)
    lines = (element("tr", "".join(element("td", html) for html in row)) for row in drawn)
    return element("div", element("table", "".join(lines)), class_="grid", tabindex="0")


def _row(cells: Iterable[Cell]) -> list[str]:
    drawn: list[str] = []
    for column, blocks in groupby(cells, key=itemgetter(1)):
        drawn += [""] * (min(column, MOST_COLUMNS) - 1 - len(drawn))
        drawn.append("<br>".join(html for _, _, html in blocks))
    return drawn
