"""The cells of Markdown's tables: pipe tables row by row, grid tables drawn with `+`, `-` and `|`."""

from __future__ import annotations

from itertools import pairwise

from holdwater.read.markdown.blocks import cut
from holdwater.read.markdown.openings import row_cells
from holdwater.read.source import Source


def pipe_cells(row: Source, columns: int) -> list[Source]:
    """The cells of a pipe table's row, at most as many as the table has columns; a bar may be written `\\|`."""
    return [_unescaped(_stripped(row, start, end)) for start, end in row_cells(row.text)[:columns]]


def _unescaped(cell: Source) -> Source:
    if "\\|" not in cell.text:
        return cell
    texts: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    length = at = 0
    for piece in cell.text.split("\\|"):
        for part, place in cut(cell, at, at + len(piece)).pieces(0, len(piece)):
            starts.append(length)
            places.append(place)
            texts.append(part)
            length += len(part)
        at += len(piece)
        if at < len(cell.text):
            starts.append(length)
            places.append(cell.place(at + 1))
            texts.append("|")
            length += 1
            at += 2
    return Source("".join(texts), starts, places)


def _stripped(source: Source, start: int, end: int) -> Source:
    words = source.text[start:end]
    left = start + len(words) - len(words.lstrip(" \t"))
    return cut(source, left, max(left, start + len(words.rstrip(" \t"))))


def grid_cells(table: Source) -> list[Source]:
    """The cells of a grid table: the stretches between its bars, all lines between two rules together."""
    found: list[Source] = []
    edges: list[int] = []
    waiting: list[tuple[int, str]] = []
    at = 0
    for line in table.text.split("\n"):
        if line.startswith("+"):
            found += _grid_row(table, waiting, edges)
            waiting = []
            edges = edges or [index for index, char in enumerate(line) if char == "+"]
        else:
            waiting.append((at, line))
        at += len(line) + 1
    return found + _grid_row(table, waiting, edges)


def _grid_row(table: Source, lines: list[tuple[int, str]], edges: list[int]) -> list[Source]:
    cells = []
    for left, right in pairwise(edges):
        parts = [_stripped(table, at + min(left + 1, len(line)), at + min(right, len(line))) for at, line in lines]
        cells.append(_joined([part for part in parts if part.text]))
    return [cell for cell in cells if cell.text]


def _joined(parts: list[Source]) -> Source:
    starts: list[int] = []
    places: list[int] = []
    length = 0
    for part in parts:
        starts += [length + start for start in part.starts]
        places += part.places
        length += len(part.text) + 1
    return Source("\n".join(part.text for part in parts), starts, places)
