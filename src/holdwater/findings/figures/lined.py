"""Tables set in lines of plain text: each line is a row, whose cells stand under one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from holdwater.document import Span
from holdwater.patterns import waiting

MOST_LINES = 1_000
LEAST_ROWS = 2
MOST_HEAD_LINES = 3

_CELL = waiting(r"[^\s|]+(?: [^\s|]+)*")
_RULE = waiting(r"[\s|+=_.:*~-]*")
_NUMBER = waiting(r"[^\w\s]*\s?\d[\d.,\u00a0]*(?: ?\d{3}\b)*\s?\S{0,12}(?: \(?\d[\d.,%]*\)?)?")
_NONE = waiting(r"[-–—.*…]+|n/?a|nil", re.IGNORECASE)
_WORD = waiting(r"[^\W\d_]{2}|(?:1[5-9]|20)\d\d")

Cells = list[tuple[Span, tuple[int, int]]]


def lined_cells(text: str, block: Span) -> Cells:
    """The cells of a table that a block's lines draw, each with its row and column from 1; none if they draw none.

    A row is a label and then numbers, parted by two blanks or more, tabs or bars. The lines over the rows are their
    columns' heads; what stands in no column of theirs is left out.
    """
    lines = list(_lines(text, block)) if has_gaps(block.of(text)) else []
    rows = [index for index, (_, cells) in enumerate(lines) if _is_row(text, cells)]
    if len(lines) > MOST_LINES or len(rows) < LEAST_ROWS:
        return []
    counts = Counter(len(lines[index][1]) for index in rows)
    width, often = max(counts.items(), key=lambda item: (item[1], item[0]))
    if 2 * often <= len(rows):
        return []
    columns = _columns([lines[index] for index in rows if len(lines[index][1]) == width])
    found: Cells = []
    number = 0
    for index in range(max(0, rows[0] - MOST_HEAD_LINES), rows[-1] + 1):
        start, cells = lines[index]
        is_head = index < rows[0]
        placed = _placed(cells, start, columns, is_head=is_head) if is_head or index in rows else []
        if placed and (not is_head or any(column > 1 for _, column in placed)):
            number += 1
            found += [(cell, (number, column)) for cell, column in placed]
    return found


def has_gaps(words: str) -> bool:
    """Whether there is anything in these words that could part cells: prose is let go at this."""
    return "  " in words or "\t" in words or "|" in words


def rows_of(text: str, block: Span) -> list[Span]:
    """The lines of a block, if some of them look like rows of a table; else none."""
    lines = list(_lines(text, block)) if has_gaps(block.of(text)) else []
    drawn = sum(_is_row(text, cells) for _, cells in lines)
    if len(lines) > MOST_LINES or drawn < LEAST_ROWS or 2 * drawn < len(lines) - MOST_HEAD_LINES:
        return []
    return [Span(cells[0].start, cells[-1].end) for _, cells in lines]


def _lines(text: str, block: Span) -> Iterator[tuple[int, list[Span]]]:
    """Where each line begins that is more than a rule, and its cells."""
    start = block.start
    for line in block.of(text).split("\n"):
        if not _RULE.fullmatch(line):
            start_of_line = text.rfind("\n", 0, start) + 1
            yield start_of_line, [Span(start + one.start(), start + one.end()) for one in _CELL.finditer(line)]
        start += len(line) + 1


def _is_row(text: str, cells: Sequence[Span]) -> bool:
    """Whether a line is a label with numbers behind it."""
    if len(cells) < 2 or not _WORD.search(cells[0].of(text)):
        return False
    words = [cell.of(text) for cell in cells[1:]]
    numbers = sum(bool(_NUMBER.fullmatch(one)) for one in words)
    return numbers > 0 and 2 * sum(bool(_NUMBER.fullmatch(one) or _NONE.fullmatch(one)) for one in words) > len(words)


def _columns(lines: Sequence[tuple[int, list[Span]]]) -> list[tuple[int, int]]:
    """From where to where in their lines the cells of each column stand."""
    return [
        (min(cell.start - start for start, cell in column), max(cell.end - start for start, cell in column))
        for column in zip(*([(start, cell) for cell in cells] for start, cells in lines), strict=True)
    ]


def _placed(
    cells: Sequence[Span], start: int, columns: Sequence[tuple[int, int]], *, is_head: bool
) -> list[tuple[Span, int]]:
    """The column of each cell of a line; none where one of them stands in no column or in several."""
    if len(cells) == len(columns):
        return list(zip(cells, range(1, len(cells) + 1), strict=True))
    if is_head and len(cells) == len(columns) - 1 and cells[0].start - start >= columns[0][1]:
        return list(zip(cells, range(2, len(columns) + 1), strict=True))
    found: list[tuple[Span, int]] = []
    for cell in cells:
        reach = cell.start - start, cell.end - start
        over = [at for at, (low, high) in enumerate(columns, 1) if reach[0] < high and low < reach[1]]
        if len(over) != 1:
            return []
        found.append((cell, over[0]))
    return found
