"""One quotation put to the whole product: a document that quotes and cites, its sources, and what the report says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from holdwater.config import Config
from holdwater.document import Document, PageBreak, Span
from holdwater.extract.model import Citation, CitationKind, Extraction, Locator, Quotation, QuotationKind, Reference
from holdwater.findings.consult import consult
from holdwater.findings.model import CLEAN, Level, Status, Verdict
from holdwater.rules.registry import Facts
from holdwater.rules.running import run
from holdwater.rules.selection import selected
from holdwater.sources.model import Tie, TieStatus
from holdwater.sources.shelf import Shelf


@dataclass(frozen=True)
class Outcome:
    """What became of one quotation: the verdict, and the codes of the findings it raised (unchecked ones left out)."""

    verdict: Verdict
    codes: tuple[str, ...]

    @property
    def verified(self) -> bool:
        """Whether the words were found as they are quoted."""
        return self.verdict.status in CLEAN

    @property
    def flagged(self) -> bool:
        """Whether the reader is told that something is wrong."""
        return bool(self.codes)

    @property
    def said(self) -> str:
        """The status and codes in a few words."""
        changes = self.verdict.alignment.changes() if self.verdict.alignment else frozenset()
        return " ".join([self.verdict.status.value, *self.codes, *sorted(change.value for change in changes)])


def paged(name: str, text: str, pages: Sequence[Sequence[int]]) -> Document:
    """A source's document with its printed pages, given as [offset, page] pairs."""
    return Document(text, name=name, pages=tuple(PageBreak(offset, str(page)) for offset, page in pages))


def put(quote: str, sources: Mapping[str, Document], *, pages: Sequence[int] | None = None, after: str = "") -> Outcome:
    """Quote `quote`, cite all of `sources` for it (on `pages`, first and last), and ask for the report's findings."""
    text = f"{quote}\N{RIGHT DOUBLE QUOTATION MARK}{after}"
    document = Document(text, name="trial")
    locator = Locator("page", f"{pages[0]}-{pages[1]}") if pages else None
    span = Span(0, len(quote))
    extraction = Extraction(
        citations=(
            Citation(0, Span(len(quote) + 1, len(quote) + 1), CitationKind.NOTE, "1", tuple(sources), locator=locator),
        ),
        references=tuple(Reference(name, Span(0, 0), name) for name in sources),
        # That these words are quoted is given (telling a quotation from a term is extraction's work): somebody speaks.
        quotations=(Quotation(0, span, QuotationKind.MARKED, (span,), citations=(0,), speaker="the source"),),
    )
    ties = {name: Tie(name, TieStatus.TIED, name, "the trial says so", 1.0) for name in sources}
    shelf = Shelf.from_documents(sources)
    (verdict,) = consult(document, extraction, ties, shelf)
    facts = Facts(document, extraction, (verdict,), ties, shelf.sources, shelf.unreadable)
    findings = run(selected(Config(select=("QUO", "CIT203")), "trial"), facts)
    codes = {finding.code for finding in findings if finding.level is not Level.UNCHECKED}
    return Outcome(verdict, tuple(sorted(codes)))


__all__ = ["Outcome", "Status", "paged", "put"]
