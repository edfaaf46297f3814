"""Small documents to extract from."""

from __future__ import annotations

from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Note, Part, Span
from holdwater.extract import extract
from holdwater.extract.model import AsideReason, Citation, Extraction, Quotation

_KINDS = {
    "> ": BlockKind.QUOTE,
    "# ": BlockKind.HEADING,
    "- ": BlockKind.LIST_ITEM,
    "~ ": BlockKind.CODE,
    "= ": BlockKind.REFERENCE,
    "| ": BlockKind.FURNITURE,
}


def document(text: str, layout: str = "html") -> Document:
    """A document of the paragraphs of `text`: a sign before one says what it is ("> " a quotation, "= " a reference).

    `{7}` sets a note mark, and a paragraph "{7}: words" is the note it leads to. Quotation blocks that follow one
    another belong together.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    marks: list[Mark] = []
    notes: list[Note] = []
    length = 0
    group = 0
    for paragraph in text.strip().split("\n\n"):
        kind, label, body = _read(paragraph)
        group = group if blocks and kind is BlockKind.QUOTE and blocks[-1].kind is kind else len(blocks) + 1
        words, found = _marks(body, length)
        span = Span(length, length + len(words))
        part = {BlockKind.NOTE: Part.NOTES, BlockKind.REFERENCE: Part.REFERENCES}.get(kind, Part.BODY)
        blocks.append(Block(span, kind, part, group=group if kind in (BlockKind.QUOTE, BlockKind.NOTE) else 0))
        marks.extend(found)
        if label:
            notes.append(Note(f"n{label}", label, span))
        pieces.append(words)
        length += len(words) + 2
    return Document("\n\n".join(pieces), format=layout, blocks=tuple(blocks), marks=tuple(marks), notes=tuple(notes))


def _read(paragraph: str) -> tuple[BlockKind, str, str]:
    if paragraph.startswith("{") and "}: " in paragraph:
        label, body = paragraph[1:].split("}: ", 1)
        return BlockKind.NOTE, label, body
    kind = _KINDS.get(paragraph[:2])
    return (kind, "", paragraph[2:]) if kind else (BlockKind.PARAGRAPH, "", paragraph)


def _marks(body: str, start: int) -> tuple[str, list[Mark]]:
    words = ""
    marks: list[Mark] = []
    for index, piece in enumerate(body.split("{")):
        if index:
            label, piece = piece.split("}", 1)
            at = start + len(words)
            marks.append(Mark(Span(at, at), MarkKind.NOTE, label, f"n{label}"))
        words += piece
    return words, marks


class Read:
    """What is extracted from a text, in words."""

    def __init__(self, text: str, layout: str = "html", doc: Document | None = None) -> None:
        self.document = doc if doc is not None else document(text, layout)
        self.extraction: Extraction = extract(self.document)

    def words(self, span: Span) -> str:
        return " ".join(span.of(self.document.text).split())

    @property
    def quoted(self) -> list[str]:
        """Every quotation's words, its pieces parted by " / "."""
        return [" / ".join(self.words(span) for span in each.spans) for each in self.extraction.quotations]

    @property
    def cited(self) -> list[str]:
        """The label of every citation."""
        return [" ".join(each.label.split()) for each in self.extraction.citations]

    @property
    def references(self) -> list[tuple[str, ...]]:
        """The references of every citation."""
        return [each.references for each in self.extraction.citations]

    def aside(self, reason: AsideReason) -> list[str]:
        """The words set aside for `reason`."""
        return [self.words(each.span) for each in self.extraction.set_aside if each.reason is reason]

    def quotation(self, index: int = 0) -> Quotation:
        return self.extraction.quotations[index]

    def citations_of(self, index: int = 0) -> list[Citation]:
        return [self.extraction.citation(each) for each in self.quotation(index).citations]

    def labels_of(self, index: int = 0) -> list[str]:
        """The labels of the citations of a quotation, best first."""
        return [" ".join(each.label.split()) for each in self.citations_of(index)]

    def first(self, index: int = 0) -> str:
        """The label of the best citation of a quotation, "" where it has none."""
        return next(iter(self.labels_of(index)), "")
