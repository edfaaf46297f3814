"""Tables under a heading of notes or works: each row below the head is an entry, its first cell the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.assembly import Setting
from holdwater.read.listed import is_work
from holdwater.read.markdown.blocks import Leaf
from holdwater.read.markdown.parts import opened_part
from holdwater.read.source import Source

_NUMBER = waiting(r"\\?\[?(\d{1,3})\\?\]?[.)]?\Z")
_BETWEEN = ", "


def rows_as_entries(raw: str, leaves: Sequence[Leaf]) -> list[Leaf]:
    """The leaves of a file, with the rows of a table that lists works as items of a list."""
    settled: list[Leaf] = []
    part, level = Part.BODY, 0
    for is_table, run in groupby(leaves, key=_is_cell):
        together = list(run)
        if is_table:
            settled += _entries(raw, together) if part is not Part.BODY else together
            continue
        for leaf in together:
            opened = opened_part(leaf)
            if opened is not None:
                part, level = opened
            elif leaf.setting.kind is BlockKind.HEADING and leaf.setting.level <= level:
                part = Part.BODY
            settled.append(leaf)
    return settled


def _is_cell(leaf: Leaf) -> bool:
    return leaf.setting.kind is BlockKind.TABLE and leaf.note is None and not leaf.setting.quoted


def _entries(raw: str, cells: list[Leaf]) -> list[Leaf]:
    """The head of a table and an item for each row; the cells as they are where not every row is an entry."""
    head, *rows = list(_rows(raw, cells))
    if not rows or not all(_is_entry(row) for row in rows):
        return cells
    return [*head, *map(_entry, rows)]


def _rows(raw: str, cells: list[Leaf]) -> Iterator[list[Leaf]]:
    """The cells by the lines of the file."""
    row: list[Leaf] = []
    for cell in cells:
        if row and "\n" in raw[row[-1].source.place(0) : cell.source.place(0)]:
            yield row
            row = []
        row.append(cell)
    yield row


def _is_entry(row: list[Leaf]) -> bool:
    words = [cell.source.text.strip() for cell in row]
    if _NUMBER.match(words[0]):
        return any(map(str.isalpha, "".join(words[1:])))
    return len(words) > 1 and is_work(_BETWEEN.join(words))


def _entry(row: list[Leaf]) -> Leaf:
    number = _NUMBER.match(row[0].source.text.strip())
    first = row[0].source
    label = Source(number[1] + ".", [0], [first.place(number.start(1))]) if number else None
    cells = [cell.source for cell in (row[1:] if number else row) if cell.source.text.strip()]
    return replace(row[0], setting=Setting(BlockKind.LIST_ITEM), source=_joined(cells), number=label)


def _joined(cells: Sequence[Source]) -> Source:
    texts: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    length = 0
    for cell in cells:
        starts += [length + start for start in cell.starts]
        places += cell.places
        texts.append(cell.text)
        length += len(cell.text) + len(_BETWEEN)
    return Source(_BETWEEN.join(texts), starts, places)
