"""Which citations belong to a quotation that stands in a paragraph of its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from holdwater.document import BlockKind, Document, Span
from holdwater.extract.attach import MOST
from holdwater.extract.drafts import Draft
from holdwater.extract.flows import Flows
from holdwater.extract.model import CitationKind

_TAIL = 60  # characters from the end of a block in which a citation counts as standing at its end
_OWN_KINDS = frozenset({CitationKind.NOTE, CitationKind.KEY})


class BlockAttacher:
    """Ties block quotations to the citation at their end, in the words that introduce them, or right after."""

    def __init__(self, document: Document, flows: Flows, drafts: Sequence[Draft], starts: Sequence[int]) -> None:
        self._document, self._flows, self._drafts, self._starts = document, flows, drafts, starts

    def citations(
        self, whole: Span, first: int, last: int, introduction: Span | None, attribution: Span | None
    ) -> tuple[int, ...]:
        """The citations of the block `whole` (paragraphs `first` to `last`), best first."""
        ranked = list(self._in(attribution)) if attribution is not None else []
        ranked.extend(self._at_end(whole))
        if introduction is not None:
            ranked.extend(reversed(list(self._in(introduction))))
        if not ranked:
            ranked.extend(self._after(last))
        if not ranked:
            ranked.extend(index for index in self._in(whole) if self._drafts[index].kind in _OWN_KINDS)
        if not ranked and introduction is not None:
            ranked.extend(self._only_one(first - 1))
        return tuple(dict.fromkeys(ranked))[:MOST]

    def is_own(self, index: int, whole: Span, last: int) -> bool:
        """Whether a citation stands in the block itself or opens the paragraph after it, and not just before it."""
        return index in self._in(whole) or index in self._after(last)

    def _in(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_right(self._starts, span.end))

    def _at_end(self, whole: Span) -> Iterator[int]:
        for index in reversed(self._in(Span(max(whole.start, whole.end - _TAIL), whole.end))):
            draft = self._drafts[index]
            rest = self._document.text[draft.span.end : whole.end].strip(' \n\t.,;:()[]"”’»')
            if not rest:
                yield index

    def _after(self, last: int) -> Iterator[int]:
        """A citation that opens the paragraph after the block: "(Doe 2019, p. 4)" on a line of its own."""
        if last + 1 >= len(self._flows.all):
            return
        start = self._flows.all[last + 1].span.start
        index = bisect_left(self._starts, start)
        if index < len(self._drafts) and self._drafts[index].start <= start + 2:
            draft = self._drafts[index]
            if draft.kind is CitationKind.NOTE or self._document.text[start : start + 1] in ("(", "["):
                yield index

    def _only_one(self, flow: int) -> Iterator[int]:
        if flow < 0 or self._flows.all[flow].kind is BlockKind.HEADING:
            return
        inside = self._in(self._flows.all[flow].span)
        if len({self._drafts[index].references for index in inside}) == 1:
            yield inside[0]
