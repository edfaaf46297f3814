"""The cells of a document's tables that cite a work, and where each finds its citation."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from holdwater.document import Block, BlockKind, Document, Part, Span
from holdwater.extract.source_lines import SourceLine
from holdwater.patterns import waiting

MOST_CELLS = 2_000
_PARTS = frozenset({Part.BODY, Part.FRONT})
_FIGURE = waiting(r"[^\w]{0,4}(?:(?:about|some|over|nearly|c\.|ca\.) ?)?(?:US|GBP|USD|EUR)?\s?[$£€]?\s?\d")


def citing_cells(
    document: Document, citations: Sequence[Span], lines: Sequence[SourceLine], *, figures: bool = True
) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """The cells that cite a work, in the text's order, each with the stretches that hold its citations.

    That is the cell itself; else the cells of its row that hold no number ("Source", or the name of the row); else the
    head of its column; else the table's caption, or the line below it that gives its source.

    Args:
        document: the document under check.
        citations: the spans of its citations, in order.
        lines: the lines that give a source of what stands above them.
        figures: whether only the cells with numbers are asked for.
    """
    starts = [one.start for one in citations]

    def cites(span: Span) -> bool:
        at = bisect_left(starts, span.start)
        return at < len(starts) and starts[at] <= span.end

    below = {span: one.line for one in lines for span in one.of}
    for caption, table in tables_of(document):
        if len(table) > MOST_CELLS:
            continue
        gaps = _gaps(document.text, table)
        beside = _beside(document.text, table, {block: gap for block, gap in gaps.items() if cites(gap)})
        for block in table:
            if not figures or is_figure(document.text, block):
                given = [span for span in (block.span, *beside.get(block, ()), *caption) if cites(span)]
                line = below.get(block.span)
                found = given[:1] or ([line] if line and cites(line) else [])
                if found:
                    yield block.span, tuple(found)


def is_figure(text: str, block: Block) -> bool:
    """Whether a cell begins with a number."""
    return bool(_FIGURE.match(text, block.span.start, block.span.end))


def tables_of(document: Document) -> Iterator[tuple[tuple[Span, ...], list[Block]]]:
    """The cells of each table of the text, with its caption if one stands right above or below it."""
    table: list[Block] = []
    caption: tuple[Span, ...] = ()
    before: Block | None = None
    for block in [*document.blocks, None]:
        follows = block is not None and block.kind is BlockKind.TABLE and block.part in _PARTS
        if table and (not follows or (block is not None and block.cell < table[-1].cell)):
            behind = (block.span,) if block is not None and block.kind is BlockKind.CAPTION else ()
            yield (*caption, *behind), table
            table = []
        if follows and block is not None:
            if not table:
                caption = (before.span,) if before is not None and before.kind is BlockKind.CAPTION else ()
            table.append(block)
        before = block


def _gaps(text: str, table: Sequence[Block]) -> dict[Block, Span]:
    """What stands between each cell and the next: cells that hold a note mark alone are no blocks."""
    ends = [block.span.start for block in table[1:]]
    last = table[-1].span.end
    ends.append(last + len(text[last:]) - len(text[last:].lstrip()))
    return {
        block: Span(block.span.end + 1, end - 1)
        for block, end in zip(table, ends, strict=True)
        if block.span.end + 1 < end
    }


def _beside(text: str, table: Sequence[Block], marks: Mapping[Block, Span]) -> dict[Block, list[Span]]:
    """Of each cell, the other cells of its row without a number, the last first, and the head of its column.

    `marks` are cells that hold note marks alone, by the cell before them.
    """
    rows: dict[int, list[Block]] = defaultdict(list)
    heads: dict[int, Block] = {}
    for block in table:
        row, column = block.cell
        if row:
            rows[row].append(block)
            heads.setdefault(column, block)
    found: dict[Block, list[Span]] = {}
    for cells in rows.values():
        named = [one.span for one in reversed(cells) if not is_figure(text, one)]
        alone = [marks[one] for one in reversed(cells) if one in marks]
        for one in cells:
            head = heads[one.cell[1]]
            others = [span for span in named if span is not one.span]
            found[one] = [*others, *alone, *([head.span] if head is not one else [])]
    return found
