"""HTML and XHTML, with notes cut out of the running text before it is joined, and every part of the page labelled."""

from __future__ import annotations

from collections.abc import Callable

from holdwater.document import BlockKind, Document, Note, Part, Span
from holdwater.read.assembly import Setting
from holdwater.read.html.finding import find_notes, notes_elsewhere
from holdwater.read.html.marks import NoteBody
from holdwater.read.html.metadata import metadata_of
from holdwater.read.html.stream import Stream
from holdwater.read.html.text import Held, Writer
from holdwater.read.html.tree import grow


def read(raw: str, name: str, beside: Callable[[str], str | None] | None = None) -> Document:
    """Read HTML.

    Args:
        raw: the file's decoded content.
        name: what reports call it.
        beside: gives the content of a file in the document's own folder. With it, notes that stand in another file
            (an e-book's `endnotes.xhtml`) and that this file's marks lead to are read in.

    Returns:
        The document: the page's text in its order, then the notes' texts. Text of another file is placed where the
        mark stands that leads to it.

    Raises:
        ReadError: tags are nested deeper than any page nests them.
    """
    stream = Stream(raw, name)
    root = grow(raw, stream)
    findings = find_notes(root, name)
    elsewhere = notes_elsewhere(findings, beside) if beside is not None else []
    writer = Writer(stream.source, findings)
    writer.write([root], Held())
    for body in sorted(findings.bodies, key=lambda one: one.order):
        _write_note(writer, body)
    for other in elsewhere:
        _write_note(writer, other.body, anchor=other.mark.place)
    return writer.assembly.document(raw, name, "html", metadata_of(root))


def _write_note(writer: Writer, body: NoteBody, anchor: int | None = None) -> None:
    first = len(writer.assembly.blocks)
    held = Held(Setting(BlockKind.NOTE, Part.NOTES, group=writer.new_group()))
    writer.write(body.nodes, held, lead=body.label, anchor=anchor)
    blocks = writer.assembly.blocks[first:]
    at = writer.assembly.length
    span = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(at, at)
    writer.assembly.notes.append(Note(body.id, body.label, span))
