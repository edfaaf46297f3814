"""The row and the column of each cell of a table, told as its rows and cells come up."""

from __future__ import annotations

MOST_ROWS, MOST_COLUMNS = 1_000, 100
"""Rows and columns that a cell may reach over; a wider table is none that anybody reads."""


class CellPlaces:
    """Counts the rows of one table and the cells of each row; a cell may cover several columns or rows."""

    def __init__(self) -> None:
        self._row = self._column = 0
        self._covered: dict[int, int] = {}  # the column, and the last row, that a cell of an earlier row reaches into

    def next_row(self) -> None:
        """Begin a row."""
        self._row, self._column = self._row + 1, 0

    def next_cell(self, columns: int = 1, rows: int = 1) -> tuple[int, int]:
        """The row and column, from 1, of the next cell of the row, which covers so many columns and rows."""
        if not self._row:
            self.next_row()
        columns = min(columns, MOST_COLUMNS)
        while self._covered.get(self._column + 1, 0) >= self._row:
            self._column += 1
        first = self._column + 1
        if rows > 1 and first <= MOST_COLUMNS:
            last = self._row + min(rows, MOST_ROWS) - 1
            self._covered |= dict.fromkeys(range(first, first + columns), last)
        self._column += columns
        return self._row, first
