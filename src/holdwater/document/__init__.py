"""What a text is: one string, and stand-off spans over it, each with the place it came from."""

from holdwater.document.document import Document
from holdwater.document.marks import Block, BlockKind, Mark, MarkKind, Note, PageBreak, Part
from holdwater.document.origin import FileOrigins, Origin, Origins, Run, RunBuilder
from holdwater.document.span import Span

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "FileOrigins",
    "Mark",
    "MarkKind",
    "Note",
    "Origin",
    "Origins",
    "PageBreak",
    "Part",
    "Run",
    "RunBuilder",
    "Span",
]
