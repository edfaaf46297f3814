"""What holds of every document that a reader returns."""

from __future__ import annotations

from holdwater.document import Document, MarkKind, Span


def faults(document: Document) -> list[str]:
    """What is wrong with a document, a line each; nothing where it is sound."""
    return [*_blocks(document), *_marks(document), *_places(document)]


def _blocks(document: Document) -> list[str]:
    found, end = [], 0
    for block in document.blocks:
        if not end <= block.span.start <= block.span.end <= len(document.text):
            found.append(f"a block out of order or out of the text: {block.span}")
        end = block.span.end
    if any("\ud800" <= character <= "\udfff" for character in document.text):
        found.append("a lone surrogate in the text")
    return found


def _marks(document: Document) -> list[str]:
    found = []
    notes = {note.id for note in document.notes}
    if len(notes) < len(document.notes):
        found.append("two notes with one id")
    for mark in document.marks:
        if mark.span.end > len(document.text):
            found.append(f"a mark out of the text: {mark.span}")
        if mark.kind is MarkKind.NOTE and mark.target and mark.target not in notes:
            found.append(f"a note mark that leads to no note: {mark.target!r}")
    starts = [mark.span.start for mark in document.marks]
    if starts != sorted(starts):
        found.append("marks out of order")
    ends = (*document.notes, *document.records)
    found += [f"out of the text: {one.span}" for one in ends if one.span.end > len(document.text)]
    return found


def _places(document: Document) -> list[str]:
    """The first and the last word have a place, and its line can be shown."""
    found = []
    for block in (*document.blocks[:1], *document.blocks[-1:]):
        origin = document.origin(Span(block.span.start, block.span.end))
        if min(origin.line, origin.column, origin.end_line) < 1 or origin.end_line < origin.line:
            found.append(f"a place that is none: {origin}")
        document.line_text(origin.line, origin.part)
    return found
