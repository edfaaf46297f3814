"""Paragraphs as their writer wrote them: blocks, rejoined where only a page break has torn them apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from holdwater.document import Block, BlockKind, Document, Part, Span
from holdwater.patterns import waiting

_BLANK_LINES = waiting(r"\n[ \t]*\n")
_RUNS_ON = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NOTE, BlockKind.QUOTE, BlockKind.REFERENCE})
_ENDS = ".!?:;…”’\"')]»"


@dataclass(frozen=True)
class Flow:
    """One paragraph: its pieces in the text's order, and what its first block says of it.

    `group` and `quoted` are the block's; `first` is the index of its first block among the document's blocks.
    """

    pieces: tuple[Span, ...]
    kind: BlockKind
    part: Part = Part.BODY
    group: int = 0
    quoted: int = 0
    first: int = 0

    @property
    def span(self) -> Span:
        """From the first to the last character, what stands between the pieces included."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    def clip(self, span: Span) -> tuple[Span, ...]:
        """The parts of `span` that lie in this paragraph's pieces."""
        if len(self.pieces) == 1:
            return (span,)
        parts = (Span(max(p.start, span.start), min(p.end, span.end)) for p in self.pieces if p.overlaps(span))
        return tuple(parts)


@dataclass(frozen=True)
class Flows:
    """The paragraphs of one document, found by offset."""

    all: tuple[Flow, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [flow.pieces[0].start for flow in self.all]

    def index(self, offset: int) -> int:
        """The index of the paragraph that holds `offset` (its end included) or is the last before it; -1 for none."""
        return bisect_right(self._starts, offset) - 1

    def at(self, offset: int) -> Flow | None:
        """The paragraph that holds `offset`, its end included."""
        index = self.index(offset)
        if index < 0 or offset > self.all[index].span.end:
            return None
        return self.all[index]


def flows_of(document: Document) -> Flows:
    """The document's paragraphs, running heads left out; blank lines part them where it has no blocks."""
    blocks = document.blocks or tuple(_plain_blocks(document.text))
    joined: list[Flow] = []
    torn = False
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.FURNITURE or block.part is Part.NAVIGATION:
            torn = True
            continue
        last = joined[-1] if joined else None
        if last is not None and (torn or _page_between(document, last, block)) and _runs_on(document.text, last, block):
            joined[-1] = _longer(last, block)
        elif len(block.span):
            joined.append(Flow((block.span,), block.kind, block.part, block.group, block.quoted, index))
        torn = False
    return Flows(tuple(joined))


def _plain_blocks(text: str) -> Iterator[Block]:
    start = 0
    for blank in _BLANK_LINES.finditer(text):
        if text[start : blank.start()].strip():
            yield Block(Span(start, blank.start()), BlockKind.PARAGRAPH)
        start = blank.end()
    if text[start:].strip():
        yield Block(Span(start, len(text)), BlockKind.PARAGRAPH)


def _page_between(document: Document, flow: Flow, block: Block) -> bool:
    before = document.page_at(max(flow.span.end - 1, 0))
    return before != document.page_at(block.span.start)


def _runs_on(text: str, flow: Flow, block: Block) -> bool:
    """Whether `block` goes on with the sentence that `flow` leaves open."""
    if block.kind not in _RUNS_ON or flow.kind is not block.kind or flow.part is not block.part:
        return False
    last = text[flow.pieces[-1].start : flow.pieces[-1].end].rstrip()[-1:]
    first = text[block.span.start : block.span.end].lstrip()[:1]
    return bool(last) and last not in _ENDS and (first.islower() or (last == "," and first.isalnum()))


def _longer(flow: Flow, block: Block) -> Flow:
    return Flow((*flow.pieces, block.span), flow.kind, flow.part, flow.group, flow.quoted, flow.first)
