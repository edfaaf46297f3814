"""From an alignment to evidence that a report can show: the passage, its neighbours, and where it sits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from holdwater.document import Document, Part, Span
from holdwater.findings.model import Evidence
from holdwater.match.model import Alignment, EditKind
from holdwater.sources.model import Source

AROUND = 160
"""Characters of the source shown before and after a passage, cut at a word."""


@dataclass(frozen=True)
class Wording:
    """The words of a quotation as one string, and the way back to the document.

    `pieces` pairs each offset of `text` at which a piece begins with the piece's start in the document.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, document: Document, spans: tuple[Span, ...]) -> Wording:
        """The words in `spans` of the document, one blank between two pieces."""
        text, pieces = "", []
        for span in spans:
            text += " " if text else ""
            pieces.append((len(text), span.start))
            text += span.of(document.text)
        return cls(text, tuple(pieces))

    def absolute(self, span: Span) -> Span:
        """A span of `text` as a span of the document."""
        start = self._offset(span.start)
        end = self._offset(span.end - 1) + 1 if len(span) else start
        return Span(start, max(start, end))

    def _offset(self, offset: int) -> int:
        begin, document_start = max(piece for piece in self.pieces if piece[0] <= offset)
        return document_start + offset - begin


def shifted(alignment: Alignment, wording: Wording) -> Alignment:
    """The alignment with its quotation spans over the document instead of over the quotation alone."""
    edits = tuple(replace(edit, quotation=wording.absolute(edit.quotation)) for edit in alignment.edits)
    elsewhere = tuple((wording.absolute(mine), passage) for mine, passage in alignment.elsewhere)
    runner_up = shifted(alignment.runner_up, wording) if alignment.runner_up else None
    return replace(alignment, edits=edits, elsewhere=elsewhere, runner_up=runner_up)


def evidence_of(alignment: Alignment, source: Source, document: Document) -> tuple[Evidence, ...]:
    """The passage of an alignment, and the runner-up's where it is nearly as good."""
    shown = [_evidence(alignment, source, document, runner_up=False)]
    if alignment.runner_up and alignment.runner_up.spans:
        shown.append(_evidence(alignment.runner_up, source, document, runner_up=True))
    return tuple(shown)


def _evidence(alignment: Alignment, source: Source, document: Document, *, runner_up: bool) -> Evidence:
    span = _shown(alignment)
    if span is None:
        raise ValueError("an alignment without a passage is no evidence")
    return replace(passage_of(span, source, document), alignment=alignment, runner_up=runner_up)


def passage_of(span: Span, source: Source, document: Document) -> Evidence:
    """The words in a span of a source, with their neighbours and where they sit; nothing is aligned with them."""
    origin = document.origin(span)
    return Evidence(
        source=source.id,
        title=source.title,
        file=origin.part or source.file,
        span=span,
        text=span.of(document.text),
        before=_before(document.text, span.start),
        after=_after(document.text, span.end),
        place=_place(document, span),
        line=origin.line,
    )


def _shown(alignment: Alignment) -> Span | None:
    """The passage, and the words that deny it and were cut off before its start."""
    span = alignment.span
    if span is None or not alignment.edits:
        return span
    first = alignment.edits[0]
    cut_off = first.kind is EditKind.OMIT and len(first.passage) and first.passage.end <= span.start
    return Span(first.passage.start, span.end) if cut_off else span


def _before(text: str, end: int) -> str:
    start = max(0, end - AROUND)
    if start:
        blank = text.find(" ", start, end - 1)
        start = blank + 1 if blank >= 0 else start
    return text[start:end]


def _after(text: str, start: int) -> str:
    end = min(len(text), start + AROUND)
    if end < len(text):
        blank = text.rfind(" ", start, end)
        end = blank if blank > start else end
    return text[start:end]


def pages_of(document: Document, span: Span) -> str:
    """The printed pages that a span stands on ("12", "12-13"); "" where the document shows none."""
    first = document.page_at(span.start)
    last = document.page_at(max(span.start, span.end - 1))
    if first is None:
        return ""
    if last in (None, first):
        return first
    return f"{first.partition('–')[0]}-{last.rpartition('–')[2]}"  # of two ranges ("12–14", "15–19") from end to end


def _place(document: Document, span: Span) -> str:
    block = document.block_at(span.start)
    part = block.part.value if block and block.part is not Part.BODY else ""
    pages = pages_of(document, span)
    page = f"page {pages}" if pages else ""
    number = document.page_number_at(span.start)
    counted = f"page {number} of the file" if number and str(number) != pages.partition("-")[0] else ""
    return ", ".join(piece for piece in (page, counted, part) if piece)
