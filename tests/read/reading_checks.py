"""What the tests of the readers ask of a document again and again."""

from __future__ import annotations

import os
from pathlib import Path

from holdwater.document import Document, Mark, MarkKind, Span

DATA = Path(os.environ.get("HOLDWATER_DATA", Path(__file__).parents[2].parent / "shared" / "data"))


def blocks(document: Document) -> list[str]:
    """The words of each block."""
    return [block.span.of(document.text) for block in document.blocks]


def kinds(document: Document) -> list[str]:
    return [block.kind.value for block in document.blocks]


def marks(document: Document, kind: MarkKind) -> list[tuple[str, str, str]]:
    """Words, label and target of each mark of a kind."""
    return [(mark.span.of(document.text), mark.label, mark.target) for mark in document.marks_of(kind)]


def note_marks(document: Document) -> list[Mark]:
    return list(document.marks_of(MarkKind.NOTE))


def notes(document: Document) -> dict[str, str]:
    """The words of each note by its id."""
    return {note.id: note.span.of(document.text) for note in document.notes}


def written(document: Document, raw: str, span: Span) -> str:
    """What stands in the file where a span of the text has its origin."""
    assert document.origins is not None
    return document.origins.raw_span(span).of(raw)


def misplaced(document: Document, raw: str) -> list[tuple[int, str, str]]:
    """Characters of the blocks whose origin is another character.

    White space may be written as other white space or as a <br>; what the file writes as an entity stands at its "&".
    """
    found: list[tuple[int, str, str]] = []
    for block in document.blocks:
        for at in range(block.span.start, block.span.end):
            char, there = document.text[at], written(document, raw, Span(at, at + 1))[:1]
            blank = char.isspace() and (there.isspace() or there in ("", "<"))
            if char != there and not blank and there != "&":
                found.append((at, char, there))
    return found


def assert_sound(document: Document) -> None:
    """The laws of every document: blocks and notes in order and apart, spans inside, note marks with known targets."""
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.end
        assert block.span.of(document.text).strip()
    ids = [note.id for note in document.notes]
    known = set(ids)
    assert len(ids) == len(known)
    starts = [mark.span.start for mark in document.marks]
    assert starts == sorted(starts)
    for mark in document.marks:
        assert mark.span.end <= len(document.text)
        if mark.kind is MarkKind.NOTE:
            assert len(mark.span) == 0
            assert mark.target == "" or mark.target in known
    assert not any("\ud800" <= char <= "\udfff" for char in document.text)
