"""Tables of wikitext ({| … |}): their caption and their cells, a block each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from holdwater.document import BlockKind
from holdwater.patterns import waiting
from holdwater.read.cell_places import CellPlaces
from holdwater.read.wikitext.pieces import Piece, PieceKind
from holdwater.read.wikitext.writing import Writing

_TOKEN = waiting(r"\n[ \t]{0,40}(?:\|-|\|\+|\|(?!\})|!)|\n|\|\||!!|\[\[|\{\{|<!--|<[A-Za-z]")
_REACH = waiting(r"\b(colspan|rowspan)\s*=\s*[\"']?([1-9]\d{0,2})\b", re.IGNORECASE)
_BAR = waiting(r"\||\[\[|\{\{|<!--|<[A-Za-z]")

Cell = tuple[BlockKind, int, int, bool]


def table(writer: Writing, piece: Piece) -> None:
    """Write the cells of a table, one block each, and its caption."""
    group = next(writer.groups)
    inside = writer.held[-1].fixed
    places = CellPlaces()
    for kind, start, end, begins_row in list(_cells(writer, piece)):
        if begins_row:
            places.next_row()
        words = _past_attributes(writer, start, end)
        setting = writer.setting(kind, group=group) if inside else replace(writer.setting(kind), group=group)
        if kind is BlockKind.TABLE:
            setting = replace(setting, cell=places.next_cell(*_reach(writer.raw[start:words])))
        writer.block_within(words, end, setting)


def _reach(attributes: str) -> tuple[int, int]:
    """How many columns and rows a cell covers that has these attributes."""
    reach = {found[1].lower(): int(found[2]) for found in _REACH.finditer(attributes)}
    return reach.get("colspan", 1), reach.get("rowspan", 1)


def _cells(writer: Writing, piece: Piece) -> Iterator[Cell]:
    """The kinds and stretches of the cells, in the file's order, and whether each begins a row."""
    raw, at, end = writer.raw, piece.inner, piece.inner_end
    cell: tuple[BlockKind, int] | None = None
    heading = begins_row = False
    while (token := _TOKEN.search(raw, at, end)) is not None:
        words = token[0].strip()
        nested = writer.pieces.get(token.start() + 1) if token[0][0] == "\n" else writer.pieces.get(token.start())
        if nested is not None and nested.end <= end and (words == "" or nested.kind is not PieceKind.TABLE):
            at = nested.end
            continue
        at = token.end()
        if words in ("", "[[", "{{", "<!--") or words[0] == "<" or (words == "!!" and not heading):
            continue
        if words == "||" and cell is None:
            continue
        if cell is not None:
            yield (*cell, token.start(), begins_row)
            begins_row = False
        begins_row = begins_row or words == "|-"
        heading = words == "!" or (heading and words in ("||", "!!"))
        cell = None if words == "|-" else (BlockKind.CAPTION if words == "|+" else BlockKind.TABLE, token.end())
    if cell is not None:
        yield (*cell, end, begins_row)


def _past_attributes(writer: Writing, start: int, end: int) -> int:
    """Where a cell's words begin: after the first bar that stands alone, if there is one on its first line."""
    at = start
    line = writer.raw.find("\n", start, end)
    stop = line if line >= 0 else end
    while (token := _BAR.search(writer.raw, at, stop)) is not None:
        if token[0] == "|":
            return token.end()
        if token[0] == "[[":
            return start
        at = writer.past(token)
    return start
