"""A made-up draft, its quotations and citations by hand, and the sources it cites."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from holdwater.document import Document, PageBreak, Span
from holdwater.extract.model import Citation, CitationKind, Extraction, Locator, Quotation, QuotationKind, Reference
from holdwater.findings.consult import consult
from holdwater.findings.model import Verdict
from holdwater.sources.model import Source, Tie, TieStatus
from holdwater.sources.shelf import Shelf

WALL = "The harbour board met late in March, and the engineer spoke of the old quay wall for an hour."
LAMPS = "The lamps of the lower town were lit by hand until the autumn of that year, when the gas came."


def paged(text: str, *pages: tuple[str, str]) -> Document:
    """A source whose printed page changes to a label where some words begin."""
    return Document(text, name="paged.txt", pages=tuple(PageBreak(text.index(words), label) for label, words in pages))


@dataclass
class Desk:
    """A draft under check. References are called by their sources' names; a name without a source is missing."""

    text: str
    sources: dict[str, str | Document] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
    citations: list[Citation] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)

    def cite(self, *references: str, page: str = "") -> int:
        number, end = len(self.citations), Span(len(self.text), len(self.text))
        locator = Locator("page", page) if page else None
        self.citations.append(Citation(number, end, CitationKind.NOTE, str(number), references, locator=locator))
        return number

    def quote(
        self,
        *pieces: str,
        citations: Sequence[int] = (),
        kind: QuotationKind = QuotationKind.MARKED,
        presumed: bool = False,
    ) -> None:
        spans = tuple(Span(self.text.index(piece), self.text.index(piece) + len(piece)) for piece in pieces)
        whole = Span(spans[0].start, spans[-1].end)
        self.quotations.append(
            Quotation(
                len(self.quotations),
                whole,
                kind,
                spans,
                tuple(citations),
                "" if presumed else "Wray",
                presumed=presumed,
            )
        )

    def verdicts(self, *, own_digest: bool = False) -> tuple[Verdict, ...]:
        names = dict.fromkeys(name for one in self.citations for name in one.references)
        extraction = Extraction(
            tuple(self.citations), tuple(Reference(name, Span(0, 0), name) for name in names), tuple(self.quotations)
        )
        metadata = {"sha256": hashlib.sha256(self.text.encode()).hexdigest()} if own_digest else {}
        return consult(Document(self.text, "draft", metadata=metadata), extraction, self._ties(names), self._shelf())

    def verdict(self, **kept: bool) -> Verdict:
        (one,) = self.verdicts(**kept)
        return one

    def _ties(self, names: Sequence[str] | dict[str, None]) -> dict[str, Tie]:
        ties = {}
        for name in names:
            in_hand = name in self.sources or name in self.unreadable
            status = TieStatus.AMBIGUOUS if name in self.torn else TieStatus.TIED if in_hand else TieStatus.MISSING
            ties[name] = Tie(name, status, name if status is TieStatus.TIED else "")
        return ties

    def _shelf(self) -> Shelf:
        given = {
            name: one if isinstance(one, Document) else Document(one, name=f"{name}.txt")
            for name, one in self.sources.items()
        }
        return _Shelf(given, self.unreadable) if self.unreadable else Shelf.from_documents(given)


class _Shelf(Shelf):
    """A shelf with some sources that cannot be read."""

    def __init__(self, given: dict[str, Document], unreadable: Sequence[str]) -> None:
        names = [*given, *unreadable]
        super().__init__(
            {name: Source(name, f"{name}.txt") for name in names},
            {name: (Path(f"{name}.txt"),) for name in names},
            unreadable=dict.fromkeys(unreadable, "it is a scan"),
        )
        self._given.update(given)
