"""A source that stands in several files: its parts read as one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from holdwater.document import Document, FileOrigins, Mark, Note, Origin, Span

_BREAK = "\n\n"


def kind(name: str) -> str:
    """The suffix that tells parts ("ch1.html", "ch2.html") from other copies of the same work ("doe.pdf")."""
    return PurePath(name.lower().removesuffix(".gz")).suffix


def joined(documents: Sequence[Document]) -> Document:
    """The documents one after the other, a blank line between two; each span keeps its origin in its own file."""
    if len(documents) == 1:
        return documents[0]
    starts = [0]
    for document in documents[:-1]:
        starts.append(starts[-1] + len(document.text) + len(_BREAK))
    moved = [
        _moved(document, start, f"{n}:") for n, (document, start) in enumerate(zip(documents, starts, strict=True))
    ]
    return replace(
        documents[0],
        text=_BREAK.join(document.text for document in documents),
        blocks=tuple(block for one in moved for block in one.blocks),
        marks=tuple(mark for one in moved for mark in one.marks),
        notes=tuple(note for one in moved for note in one.notes),
        pages=tuple(page for one in moved for page in one.pages),
        records=tuple(record for one in moved for record in one.records),
        unread=tuple(dict.fromkeys(line for one in moved for line in one.unread)),
        origins=JoinedOrigins(tuple(starts), tuple(documents)),
    )


def parts_of(document: Document) -> tuple[Document, ...]:
    """The documents that `joined` put together; the document itself where it is of one piece."""
    origins = document.origins
    return origins.documents if isinstance(origins, JoinedOrigins) else (document,)


def _moved(document: Document, by: int, prefix: str) -> Document:
    """`document` with its spans `by` further on; `prefix` keeps its notes' ids its own."""
    own = {note.id for note in document.notes}
    return replace(
        document,
        blocks=tuple(replace(block, span=block.span.shift(by)) for block in document.blocks),
        marks=tuple(_moved_mark(mark, by, prefix if mark.target in own else "") for mark in document.marks),
        notes=tuple(Note(prefix + note.id, note.label, note.span.shift(by)) for note in document.notes),
        pages=tuple(replace(page, offset=page.offset + by) for page in document.pages),
        records=tuple(replace(record, span=record.span.shift(by)) for record in document.records),
    )


def _moved_mark(mark: Mark, by: int, prefix: str) -> Mark:
    return replace(mark, span=mark.span.shift(by), target=prefix + mark.target)


@dataclass(frozen=True)
class JoinedOrigins:
    """Origins of parts read as one text: a span stands where its first character stands, in the file of that part."""

    starts: tuple[int, ...]
    documents: tuple[Document, ...]

    @property
    def counts(self) -> str:
        """What the lines of the first file are."""
        return self.documents[0].counted

    def _part(self, span: Span) -> tuple[Document, Span]:
        index = bisect_right(self.starts, span.start) - 1
        document, start = self.documents[index], self.starts[index]
        length = len(document.text)
        return document, Span(min(span.start - start, length), min(span.end - start, length))

    def locate(self, span: Span) -> Origin:
        """The place of `span` in the file that it stands in, which is the origin's part."""
        document, within = self._part(span)
        origin = document.origin(within)
        return replace(origin, part=origin.part or document.name)

    def line_text(self, line: int, part: str = "") -> str:
        """Line `line` of one of the files, or of a part of it; of the first file without `part`."""
        for document in self.documents:
            if document.name == part:
                return document.line_text(line)
        lines = (document.line_text(line, part) for document in self.documents)
        return next((text for text in lines if text), "")

    def raw_span(self, span: Span) -> Span:
        """The range of `span` in the decoded file of its part."""
        document, within = self._part(span)
        origins = document.origins or FileOrigins.identity(document.text)
        return origins.raw_span(within)
