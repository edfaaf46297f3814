"""The shape of the JSON report, version 1; `docs/report.schema.json` is generated from it.

Spans are offsets in Unicode code points, from 0, the end left out; lines and columns count from 1. Fields may be added
within one version; none is taken away or given another meaning.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from holdwater.extract.model import AsideReason, CitationKind, QuotationKind
from holdwater.findings.figures.model import Relation
from holdwater.findings.model import Level, Status
from holdwater.match.model import Change, EditKind
from holdwater.sources.model import TieStatus

NAME = "holdwater-report/1"
ID = "urn:holdwater:report:1"

Count = Annotated[int, Meta(ge=0)]
Share = Annotated[float, Meta(ge=0, le=1)]


FigureKind = Literal["number", "date"]


class Shape(Struct, frozen=True, rename="camel"):
    """What all parts of the report have in common: names in camel case."""


class SpanShape(Shape, frozen=True):
    """A half-open range of code points of a text."""

    start: Count
    end: Count


class OriginShape(Shape, frozen=True):
    """The place of a span in its file; lines and columns count from 1, columns in code points.

    `part` is the path of the file within or beside the document's file that the lines are counted in (an e-book's
    chapter, a LaTeX input), null for the document's file itself.
    """

    line: Count
    column: Count
    end_line: Count
    end_column: Count
    part: str | None


class ToolShape(Shape, frozen=True):
    """What wrote the report."""

    name: str
    version: str


class DocumentShape(Shape, frozen=True):
    """The document under check; `sha256` is the digest of its extracted text in UTF-8.

    `unread` says, an entry each, what of its file could not be read.
    """

    name: str
    format: str
    sha256: str
    characters: Count
    words: Count
    unread: list[str]


class LocatorShape(Shape, frozen=True):
    """The place in the source that a citation gives."""

    label: str
    value: str


class CitationShape(Shape, frozen=True):
    """One mark in the text that names a source; `references` are ids of `references`, `note` the id of its note."""

    id: Count
    kind: CitationKind
    label: str
    span: SpanShape
    origin: OriginShape
    references: list[str]
    note: str | None
    locator: LocatorShape | None
    ambiguous: bool


class TieShape(Shape, frozen=True):
    """Whether a reference leads to a source in hand, and why; `nearest` is the best candidate where none was good."""

    status: TieStatus
    source: str | None
    reason: str
    score: Share
    nearest: str | None
    nearest_score: Share


class ReferenceShape(Shape, frozen=True):
    """One work that the document names, as the document writes it (`raw`) and as CSL-JSON."""

    id: str
    raw: str
    span: SpanShape
    csl: dict[str, Any]
    identifiers: list[str]
    tie: TieShape | None


class EditShape(Shape, frozen=True):
    """One difference: a span of the document's text, a span of the source's text, and the words on both sides."""

    kind: EditKind
    change: Change
    quotation: SpanShape
    passage: SpanShape
    quoted: str
    source: str


class CutShape(Shape, frozen=True):
    """The source goes on, where the quotation stops, with words that limit what it says; `span` is in the source."""

    span: SpanShape
    word: str


class EvidenceShape(Shape, frozen=True):
    """A passage of a source: `span` in its text, the words, their neighbours, and how the quotation fits.

    `score` is the share of the quotation's words that stand there; `confidence` how sure it is that this is the place.
    `line` is null where the source has no lines.
    """

    source: str
    title: str
    file: str
    span: SpanShape
    text: str
    before: str
    after: str
    place: str
    line: int | None
    score: Share | None
    confidence: Share | None
    runner_up: bool
    edits: list[EditShape]
    cut: CutShape | None


class TableRowShape(Shape, frozen=True):
    """One figure of a table of statistics; `rank` is null where the reading ranks nothing."""

    place: str
    year: int
    value: float
    rank: int | None


class ClaimedShape(Shape, frozen=True):
    """What the document says, in the series' unit, at a year."""

    year: int
    value: float


class TableShape(Shape, frozen=True):
    """One reading of one series: what was worked out (`definition`), what the table has (`says`), and the rows.

    `holds` says whether that bears the document out. `query` is the SQL that was run over `figures(series, iso3, year,
    value)`. `line` is the place's whole series, `claimed` what the document says, both for a plot.
    """

    series: str
    title: str
    unit: str
    source: str
    licence: str
    edition: str
    definition: str
    says: str
    holds: bool
    rows: list[TableRowShape]
    query: str
    line: list[TableRowShape]
    claimed: list[ClaimedShape]


class FindingShape(Shape, frozen=True):
    """One line of the report; `quotation` is the id of the quotation it speaks of."""

    code: str
    name: str
    level: Level
    status: Status
    message: str
    advice: str
    span: SpanShape
    origin: OriginShape
    text: str
    quotation: int | None
    fingerprint: str
    evidence: list[EvidenceShape]
    tables: list[TableShape]


class SuppressedShape(Shape, frozen=True):
    """A finding that the document's author has answered, with the reason and the line of the answer."""

    finding: FindingShape
    reason: str
    line: Count


class QuotationShape(Shape, frozen=True):
    """One quotation with its verdict; `reason` says why it could not be checked, null where it was."""

    id: Count
    kind: QuotationKind
    status: Status
    checked: bool
    reason: str | None
    text: str
    span: SpanShape
    spans: list[SpanShape]
    origin: OriginShape
    speaker: str | None
    citations: list[int]
    tied: list[str]
    looked_in: list[str]
    page_given: str | None
    page_found: str | None
    evidence: list[EvidenceShape]


class FigureShape(Shape, frozen=True):
    """One number or date of the prose that cites a work; `reason` says why it could not be checked, null where it was.

    `found` is what the source says of the same thing, as written there, `formula` how the number follows from others of
    the source; both null where there is none.
    """

    kind: FigureKind
    status: Status
    relation: Relation
    reason: str | None
    text: str
    span: SpanShape
    origin: OriginShape
    found: str | None
    formula: str | None
    tied: list[str]
    looked_in: list[str]
    evidence: list[EvidenceShape]


class SourceShape(Shape, frozen=True):
    """A source that the report speaks of.

    `captured` is when it was put into the archive (UTC), if it comes from there; `unreadable` says why no text could be
    had of it.
    """

    id: str
    title: str
    file: str
    sha256: str | None
    bytes: int | None
    captured: str | None
    unreadable: str | None


class SetAsideShape(Shape, frozen=True):
    """Words between quotation marks, or set as a block, that were not taken for a quotation to check."""

    reason: AsideReason
    text: str
    span: SpanShape
    origin: OriginShape


class UncheckedFiguresShape(Shape, frozen=True):
    """Numbers and dates that cite a work and were not checked for one reason."""

    reason: str
    figures: Count


class UncheckedShape(Shape, frozen=True):
    """Quotations that were not checked for one reason."""

    status: Status
    reason: str
    quotations: Count


class SummaryShape(Shape, frozen=True):
    """The counts: `statuses` of all quotations, `findings` by level, `set_aside` by reason.

    `figures` are the numbers and dates that cite a work, or stand in a sentence before a mark that may be for them;
    `figure_statuses` those of the checked ones among them.
    """

    quotations: Count
    checked: Count
    statuses: dict[str, int]
    unchecked: list[UncheckedShape]
    set_aside: dict[str, int]
    findings: dict[str, int]
    suppressed: Count
    citations: Count
    references: Count
    references_tied: Count
    sources_in_hand: Count
    figures: Count
    figure_statuses: dict[str, int]
    unchecked_figures: list[UncheckedFiguresShape]


class ReportShape(Shape, frozen=True):
    """Everything one check found, and everything it could not check."""

    schema: Annotated[str, Meta(pattern=f"^{NAME}$")]
    tool: ToolShape
    document: DocumentShape
    summary: SummaryShape
    findings: list[FindingShape]
    quotations: list[QuotationShape]
    figures: list[FigureShape]
    citations: list[CitationShape]
    references: list[ReferenceShape]
    sources: list[SourceShape]
    suppressed: list[SuppressedShape]
    set_aside: list[SetAsideShape]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the report."""
    (top,), parts = msgspec.json.schema_components([ReportShape], ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": ID, "title": "Holdwater report"}
    return {**head, **top, "$defs": dict(parts)}


def schema_text() -> str:
    """The schema as `docs/report.schema.json` holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
