"""HTML and XHTML, with notes cut out of the running text before it is joined, and every part of the page labelled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

from holdwater.document import BlockKind, Document, FilePart, Note, Part, Record, Span
from holdwater.read.assembly import Setting
from holdwater.read.html.citations import find_citations
from holdwater.read.html.finding import Elsewhere, find_notes, index_of, notes_elsewhere
from holdwater.read.html.marks import File, NoteBody
from holdwater.read.html.metadata import metadata_of
from holdwater.read.html.pages import loose_pages
from holdwater.read.html.saved import saved_from
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
        The document: the page's text in its order, then the notes' texts. Text of another file has its place there.

    Raises:
        ReadError: tags are nested deeper than any page nests them.
    """
    stream = Stream(raw, name)
    root = grow(stream)
    index = index_of(root, stream)
    findings = find_notes(index, name, stream)
    elsewhere = notes_elsewhere(findings, beside) if beside is not None else []
    everything, parts = _joined(raw, name, elsewhere)
    citations = find_citations(index, findings, beside)
    writer = Writer(stream.source, findings, citations, loose_pages(root, index, findings))
    writer.write([root], Held())
    for body in sorted(findings.bodies, key=lambda one: one.order):
        _write_note(writer, body)
    for other in elsewhere:
        _write_note(writer, other.body, other.file)
    at = Span(writer.assembly.length, writer.assembly.length)
    writer.assembly.records += [Record(str(csl.get("id", "")), at, csl) for csl in citations.unprinted]
    writer.assembly.unread += citations.unread
    return writer.assembly.document(everything, name, "html", metadata_of(index, saved_from(root)), parts)


def _write_note(writer: Writer, body: NoteBody, beside: File | None = None) -> None:
    first = len(writer.assembly.blocks)
    held = Held(Setting(BlockKind.NOTE, Part.NOTES, group=writer.new_group()))
    writer.write(body.nodes, held, lead=body.label, beside=beside)
    blocks = writer.assembly.blocks[first:]
    at = writer.assembly.length
    span = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(at, at)
    writer.assembly.notes.append(Note(body.id, body.label, span))


def _joined(raw: str, name: str, elsewhere: Sequence[Elsewhere]) -> tuple[str, list[FilePart]]:
    """The file and those that its notes stand in, one after the other, and where each begins."""
    files = list({other.file.path: other.file for other in elsewhere}.values())
    if not files:
        return raw, []
    pieces, parts, length = [raw], [FilePart("", 0)], len(raw)
    for file in files:
        if not pieces[-1].endswith("\n"):
            pieces.append("\n")
            length += 1
        file.start = length
        parts.append(FilePart(str(PurePath(name).parent / file.path), length))
        pieces.append(file.raw)
        length += len(file.raw)
    return "".join(pieces), parts
