"""What stands over the text: blocks, inline marks, notes, page breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from holdwater.document.span import Span


class BlockKind(StrEnum):
    """What a stretch of text is set as."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"  # a paragraph of a block quotation
    LIST_ITEM = "list-item"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"
    NOTE = "note"  # a paragraph of a footnote or endnote
    REFERENCE = "reference"  # an entry of a bibliography
    FURNITURE = "furniture"  # running heads, page numbers, a table of contents


class Part(StrEnum):
    """Which part of the file a block belongs to."""

    BODY = "body"
    NOTES = "notes"
    REFERENCES = "references"
    FRONT = "front matter"
    COMMENTS = "comments"
    NAVIGATION = "navigation"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-sized stretch of the text. Blocks do not overlap and come in the text's order.

    `group` is the same non-zero number for the blocks that one container holds together (a block quotation of three
    paragraphs, a list, a note); `quoted` is how many block quotations it stands in; `level` is a heading's or a
    list's depth; `cell` is the row and the column of a table's cell, counted from 1, (0, 0) where they are not known.
    """

    span: Span
    kind: BlockKind
    part: Part = Part.BODY
    level: int = 0
    quoted: int = 0
    group: int = 0
    cell: tuple[int, int] = (0, 0)


class MarkKind(StrEnum):
    """What an inline mark says of its span."""

    NOTE = "note mark"  # zero width: the digits are not in the text
    LINK = "link"
    CITATION = "citation"  # the format's own citation, such as [@doe, p. 4] or \\cite: one mark for each work
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    QUOTE = "quote"  # <q>, a format's own inline quotation
    TITLE = "title"  # <cite>, the name of a work
    COMMENT = "comment"  # zero width: a comment of the format's own, its words in `label`


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline mark over the text.

    `label` is what the reader of the file sees ("67", a comment's words), or a citation's locator ("p. 4"); `target`
    is where it leads (a note's id, an address, a citation key or a record's id); `ambiguous` says that the reader of
    the format could not be sure that it is a mark.
    """

    span: Span
    kind: MarkKind
    label: str = ""
    target: str = ""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its number or label as printed, and the span of its words in the text.

    `id` is what the marks that lead to it name in `target`; unique in the document even where two notes share a label.
    """

    id: str
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class PageBreak:
    """From `offset` of the text on, the printed page is `label`; `number` is the file's own count from 1, 0 if none."""

    offset: int
    label: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A work that the file describes field by field: a `.bib` entry, a citation field of Word, a cite template.

    `id` is what the citation marks that lead to it name in `target` ("" if none can); `csl` is CSL-JSON. `span` is the
    words that print it (an entry of the bibliography, a stretch of a note); zero width where the text does not show it.
    """

    id: str
    span: Span
    csl: Mapping[str, object] = field(default_factory=dict)
