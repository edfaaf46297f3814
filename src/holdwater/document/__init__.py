"""What a text is: one string, and stand-off spans over it, each with the place it came from."""

from holdwater.document.document import Document
from holdwater.document.marks import Block, BlockKind, Mark, MarkKind, Note, PageBreak, Part, Record
from holdwater.document.origin import FileOrigins, FilePart, Origin, Origins, Run, RunBuilder
from holdwater.document.span import Span

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "FileOrigins",
    "FilePart",
    "Mark",
    "MarkKind",
    "Note",
    "Origin",
    "Origins",
    "PageBreak",
    "Part",
    "Record",
    "Run",
    "RunBuilder",
    "Span",
]
