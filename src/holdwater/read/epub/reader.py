"""EPUB 2 and 3: the chapters in the order of the spine as one text, notes of whatever chapter tied to their marks.

The chapters' trees are joined under one root, links between chapters become links within it, and what finds and
writes notes in an HTML page then finds and writes those of the book.
"""

from __future__ import annotations

from holdwater.document import BlockKind, Document, FilePart, Note, Part, Span
from holdwater.errors import ReadError
from holdwater.read.archive import Archive
from holdwater.read.assembly import Setting
from holdwater.read.epub.book import Book
from holdwater.read.epub.metadata import metadata_of
from holdwater.read.epub.notes import find_notes
from holdwater.read.epub.package import open_package
from holdwater.read.html.marks import NoteBody
from holdwater.read.html.text import Held, Writer

_HEAD = 100_000
"""How many characters of chapters are read where only the beginning is wanted."""

MAX_BOOK = 32 * 1024 * 1024
"""The most characters that are read of all chapters: a Bible with commentary has a quarter of that."""


def read(data: bytes, name: str, head: bool = False) -> Document:
    """Read a book.

    Args:
        data: the file's bytes.
        name: what reports call it; its chapters are the parts `name/path/in/the/archive`.
        head: only the beginning is wanted.

    Returns:
        The document: all chapters in the order of the spine, those out of line (`linear="no"`) last, then the notes'
        texts. Chapters that are missing or damaged are named in `unread`.

    Raises:
        ReadError: no EPUB, or none of its chapters can be read.
        UnreadableError: its chapters are encrypted.
    """
    archive = Archive(data, name)
    package = open_package(archive, name)
    book = Book(archive, package, name)
    book.open_all(_HEAD if head else MAX_BOOK)
    if not book.chapters:
        raise ReadError(book.unread[0] if book.unread else "a book without chapters", where=name, mend="fetch it again")
    book.join()
    findings = find_notes(book)
    writer = Writer(book.source(), findings)
    for chapter in book.chapters:
        writer.write([chapter.root], Held(Setting(part=chapter.part or Part.BODY)))
    for body in sorted(findings.bodies, key=lambda one: one.order):
        _write_note(writer, body)
    writer.assembly.unread += book.unread
    parts = [FilePart(f"{name}/{chapter.path}", chapter.start) for chapter in book.chapters]
    return writer.assembly.document(book.raw(), name, "epub", metadata_of(package), parts)


def _write_note(writer: Writer, body: NoteBody) -> None:
    first = len(writer.assembly.blocks)
    writer.write(body.nodes, Held(Setting(BlockKind.NOTE, Part.NOTES, group=writer.new_group())), lead=body.label)
    blocks = writer.assembly.blocks[first:]
    at = writer.assembly.length
    span = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(at, at)
    writer.assembly.notes.append(Note(body.id, body.label, span))
