"""Lines that give the source of what stands above them: "Source: Board, School Meals (2023)" below a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdwater.document import Block, BlockKind, Document, Span
from holdwater.patterns import waiting

LONGEST = 400
"""Characters of such a line."""
_LINE = waiting(r"(?:\A|(?<=[\n.!?”\"’)]))\s*(?:\(\s*)?(?:data\s)?sources?\s?:\s*(?=\S)", re.IGNORECASE)
_OWN_WORK = waiting(
    r"\b(?:calculat\w+|comput\w+|own|authors?[’']s?|based on|adapted|compiled|estimat\w+|deriv\w+|analysis)\b",
    re.IGNORECASE,
)
_GOVERNED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.TABLE, BlockKind.QUOTE})


@dataclass(frozen=True)
class SourceLine:
    """A line that names the source of other stretches of the text: its span, and theirs."""

    line: Span
    of: tuple[Span, ...]
    is_of_table: bool = False


def source_lines(document: Document) -> Iterator[SourceLine]:
    """The lines that give a source, in the text's order, each with what it is the source of.

    That is what stands before it in its own paragraph or list item; for a line alone the paragraph, the list or the
    table right above it. A line that tells of the writer's own reckoning is left out.
    """
    blocks = document.blocks
    for index, block in enumerate(blocks):
        match = _LINE.search(document.text, block.span.start, block.span.end) if block.kind in _LINES else None
        if match is None or not _is_last(document.text, block, match.end()):
            continue
        line = Span(match.start(), block.span.end)
        if len(line) > LONGEST or _OWN_WORK.search(document.text, line.start, line.end):
            continue
        if document.text[block.span.start : match.start()].strip(" *_(—-"):
            yield SourceLine(line, (Span(block.span.start, match.start()),), block.kind is BlockKind.TABLE)
        elif index:
            above = _above(blocks, index)
            if above:
                of_table = blocks[index - 1].kind in (BlockKind.TABLE, BlockKind.CAPTION)
                yield SourceLine(line, tuple(one.span for one in above), of_table)


def _is_last(text: str, block: Block, start: int) -> bool:
    """Whether nothing but the source stands from here to the block's end: no sentence that goes on in small letters."""
    return not re.search(r"[.!?]\s+(?:The|It|This|In|A|We|They)\s", text[start : block.span.end])


def _above(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """The paragraph right above a block; of a list all its items, of a table its cells."""
    last = index - 1
    if blocks[last].kind is BlockKind.CAPTION and last and blocks[last - 1].kind is BlockKind.TABLE:
        last -= 1
    if blocks[last].kind is not BlockKind.TABLE and blocks[last].kind not in _GOVERNED:
        return ()
    if blocks[last].part is not blocks[index].part or blocks[last].kind is BlockKind.PARAGRAPH:
        return blocks[last : last + 1] if blocks[last].part is blocks[index].part else ()
    first = last
    while first and blocks[first - 1].kind is blocks[last].kind and blocks[first - 1].group == blocks[last].group:
        if blocks[last].kind is BlockKind.TABLE and blocks[first - 1].cell > blocks[first].cell:
            break
        first -= 1
    return blocks[first : last + 1]
