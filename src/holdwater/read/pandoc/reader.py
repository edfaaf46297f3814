"""The reader of formats that an installed pandoc reads."""

from __future__ import annotations

from dataclasses import replace

from holdwater.document import Document, FileOrigins, Part, Span
from holdwater.errors import UnreadableError
from holdwater.read.chaining import chained
from holdwater.read.pandoc.metadata import metadata_of, records_of
from holdwater.read.pandoc.places import Places
from holdwater.read.pandoc.process import tree
from holdwater.read.pandoc.text import Writer
from holdwater.read.pandoc.tree import nodes
from holdwater.read.pandoc.views import View, view


def read(data: bytes, name: str, format: str) -> Document:  # noqa: A002 - Document's own word
    """Read a document through pandoc.

    Args:
        data: the file's bytes.
        name: what reports call it.
        format: pandoc's name of its format, one of `holdwater.read.formats.PANDOC_FORMATS`.

    Returns:
        The document. Places are found again by its words; in an OpenDocument text, a line is a paragraph.

    Raises:
        UnreadableError: there is no pandoc, or it does not know the format, or the document has no words.
        ReadError: the file is damaged, or pandoc cannot read it, or takes too long.
    """
    seen, given = view(data, format, name)
    found = tree(given, format, name)
    writer = Writer(name, joins=format in ("odt", "rtf"))
    writer.blocks(nodes(found.get("blocks")))
    writer.assembly.close_block()
    body_end = writer.assembly.length
    writer.notes()
    meta = found.get("meta")
    writer.assembly.records.extend(records_of(meta))
    document = writer.assembly.document(seen.raw, name, format, metadata_of(meta))
    if not document.text.strip() and seen.text.strip() and format in ("odt", "rtf"):
        raise UnreadableError("it has no words", where=name, mend="save it as DOCX or HTML")
    return replace(document, origins=_origins(document, seen, writer, body_end))


def _origins(document: Document, seen: View, writer: Writer, body_end: int) -> FileOrigins:
    """Where the words stand: those of the body in the file's order, those of each note near its mark or after it."""
    places = Places(document.text, seen.text)
    places.follow(Span(0, body_end), 0)
    body = list(places.found)
    for note in document.notes:
        mark = writer.places[int(note.label) - 1]
        places.found = body
        cursor = places.first(note.span, places.word_after(mark))
        places.found = []
        places.follow(note.span, cursor)
        body.extend(places.found)
    places.found = body
    runs = places.runs(block.span for block in document.blocks if block.part is not Part.COMMENTS)
    return FileOrigins(seen.raw, chained(runs, seen.runs))
