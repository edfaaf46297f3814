"""The reader of formats that an installed pandoc reads."""

from __future__ import annotations

from dataclasses import replace

from holdwater.document import Document, FileOrigins, Part, Span
from holdwater.errors import UnreadableError
from holdwater.read.chaining import chained
from holdwater.read.pandoc.comments import marks
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
    origins = _origins(document, seen, writer, body_end)
    comments = marks(seen.comments, origins.runs, len(document.text))
    together = sorted([*document.marks, *comments], key=lambda mark: (mark.span.start, -mark.span.end))
    return replace(document, marks=tuple(together), origins=origins)


def _origins(document: Document, seen: View, writer: Writer, body_end: int) -> FileOrigins:
    """Where the words stand: those of the body in the file's order, those of a note at its mark or after the last."""
    breaks = [*(block.span.end for block in document.blocks), *writer.places]
    places = Places(document.text, seen.text, breaks)
    places.follow(Span(0, body_end), 0)
    body = places.found
    found = list(body)
    cursor = 0
    for note in document.notes:
        places.found = body
        mark = places.word_after(writer.places[int(note.label) - 1])
        places.found = []
        cursor = places.follow(note.span, places.first(note.span, mark, cursor))
        found.extend(places.found)
    places.found = found
    runs = places.runs(block.span for block in document.blocks if block.part is not Part.COMMENTS)
    return FileOrigins(seen.raw, chained(runs, seen.runs))
