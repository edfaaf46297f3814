"""The quantities and periods of a document's own prose, without what cites, names a work or is code, and of its
tables the numbers that cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from holdwater.document import BlockKind, Document, MarkKind, Part, Span
from holdwater.extract.drafts import Draft
from holdwater.extract.flows import Flows
from holdwater.extract.linked_words import says_something, unread_in
from holdwater.extract.model import CitationKind, SetAside
from holdwater.extract.quantities.cells import read_cells
from holdwater.extract.quantities.model import Measured
from holdwater.extract.quantities.reading import read_measured
from holdwater.extract.source_lines import source_lines
from holdwater.extract.tabled import citing_cells
from holdwater.patterns import waiting

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION})
_PARTS = frozenset({Part.BODY, Part.FRONT})
_DATE = waiting(r"\s*(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")


def measured_in(document: Document, flows: Flows, drafts: Iterable[Draft], asides: Iterable[SetAside]) -> Measured:
    """What a document says of how much and of when.

    Args:
        document: the document.
        flows: its paragraphs.
        drafts: its citations; their numbers are none of the text's.
        asides: words between marks that are titles, code or terms.

    Returns:
        The quantities and periods of its prose in the text's order, and behind them those of its tables that cite.
    """
    drafts = list(drafts)
    within = [piece for flow in flows.all if flow.kind in PROSE and flow.part in _PARTS for piece in flow.pieces]
    masked = sorted(_masked(document, drafts, asides))
    prose = read_measured(document.text, within=within, masked=masked, today=own_date(document))
    cited = sorted(draft.span for draft in drafts)
    cells = [cell for cell, _ in citing_cells(document, cited, tuple(source_lines(document)))]
    return read_cells(document.text, cells, prose, masked) if cells else prose


def _masked(document: Document, drafts: Iterable[Draft], asides: Iterable[SetAside]) -> Iterator[Span]:
    for draft in drafts:
        if draft.kind is CitationKind.LINK and says_something(document.text, draft.span):
            yield from unread_in(document.text, draft.span)
        elif len(draft.span):
            yield Span(draft.start, draft.span.end)
    yield from (one.line for one in source_lines(document))
    yield from (aside.span for aside in asides)
    yield from (mark.span for mark in document.marks_of(MarkKind.CODE, MarkKind.TITLE, MarkKind.CITATION))


def own_date(document: Document) -> date | None:
    """The day that a document says it is from, where it is given to the month at least; of a month, the first."""
    found = _DATE.match(document.metadata.get("date", ""))
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None
