"""The report as JSON, in the shape that `schema.py` sets down."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import msgspec

from holdwater.document import Document, Origin, Span
from holdwater.extract.model import Citation, Quotation, Reference, SetAside
from holdwater.findings.figures.model import FigureVerdict
from holdwater.findings.model import Evidence, Finding, TableEvidence, TableRow, Verdict
from holdwater.findings.report import Report, Suppressed
from holdwater.match.model import Edit, EditKind
from holdwater.patterns import waiting
from holdwater.report import schema as shape
from holdwater.report.lookup import Lookup, is_unchecked
from holdwater.report.summary import summarise
from holdwater.sources.model import Tie

_ACTING = waiting("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_HALF = waiting("[\ud800-\udfff]")


def render(report: Report) -> str:
    """The whole report as one JSON object, indented, with a line feed at its end."""
    return as_json(report_shape(report), indent=2) + "\n"


def as_json(value: object, indent: int | None = None) -> str:
    """`value` as JSON in which no character can act on a terminal; half surrogates, which no file can hold, are lost.

    What acts is written as an escape, so that nothing else of the text is lost.
    """
    plain = msgspec.to_builtins(value, str_keys=True, enc_hook=str)
    text = json.dumps(plain, ensure_ascii=False, indent=indent)
    return _ACTING.sub(lambda match: f"\\u{ord(match.group()):04x}", _HALF.sub("\ufffd", text))


@cache
def tool_version() -> str:
    """The version of the installed package; "0" where it runs without being installed."""
    try:
        return version("holdwater")
    except PackageNotFoundError:
        return "0"


def report_shape(report: Report) -> shape.ReportShape:
    """The report as the typed parts of its JSON form."""
    document, extraction = report.document, report.extraction
    return shape.ReportShape(
        schema=shape.NAME,
        tool=shape.ToolShape(name="holdwater", version=tool_version()),
        document=_document(document),
        summary=_summary(report),
        findings=[finding_shape(document, finding) for finding in report.findings],
        quotations=_quotations(report),
        figures=[_figure(report, one) for one in report.figures],
        citations=[_citation(document, citation) for citation in extraction.citations],
        references=[_reference(reference, report.ties.get(reference.id)) for reference in extraction.references],
        sources=[_source(report, name) for name in Lookup(report).sources_named],
        suppressed=[_suppressed(document, one) for one in report.suppressed],
        set_aside=[_set_aside(document, one) for one in extraction.set_aside],
    )


def finding_shape(document: Document, finding: Finding) -> shape.FindingShape:
    """One finding as it stands in the report."""
    return shape.FindingShape(
        code=finding.code,
        name=finding.name,
        level=finding.level,
        status=finding.status,
        message=finding.message,
        advice=finding.advice,
        span=_span(finding.span),
        origin=_origin(document.origin(finding.span)),
        text=finding.span.of(document.text),
        quotation=finding.quotation,
        fingerprint=finding.fingerprint,
        evidence=[_evidence(document, one) for one in finding.evidence],
        tables=[_table(one) for one in finding.tables],
    )


def _table(table: TableEvidence) -> shape.TableShape:
    return shape.TableShape(
        series=table.series,
        title=table.title,
        unit=table.unit,
        source=table.source,
        licence=table.licence,
        edition=table.edition,
        definition=table.definition,
        says=table.says,
        holds=table.holds,
        rows=list(map(_row, table.rows)),
        query=table.query,
        line=list(map(_row, table.line)),
        claimed=[shape.ClaimedShape(year=year, value=value) for year, value in table.claimed],
    )


def _row(row: TableRow) -> shape.TableRowShape:
    return shape.TableRowShape(place=row.place, year=row.year, value=row.value, rank=row.rank or None)


def _document(document: Document) -> shape.DocumentShape:
    digest = hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest()
    return shape.DocumentShape(
        name=document.name,
        format=document.format,
        sha256=digest,
        characters=len(document.text),
        words=len(document.text.split()),
        unread=list(document.unread),
    )


def _summary(report: Report) -> shape.SummaryShape:
    summary = summarise(report)
    missing = Counter((verdict.status, verdict.reason) for verdict in report.verdicts if is_unchecked(verdict))
    return shape.SummaryShape(
        quotations=summary.quotations,
        checked=summary.checked,
        statuses={str(status): number for status, number in report.statuses.most_common()},
        unchecked=[
            shape.UncheckedShape(status=status, reason=reason, quotations=number)
            for (status, reason), number in missing.most_common()
        ],
        set_aside={str(reason): number for reason, number in summary.set_aside},
        findings={str(level): number for level, number in summary.findings},
        suppressed=summary.suppressed,
        citations=summary.citations,
        references=summary.references,
        references_tied=summary.tied,
        sources_in_hand=len(report.sources),
        figures=summary.figures,
        figure_statuses={str(status): number for status, number in summary.figure_statuses},
        unchecked_figures=[
            shape.UncheckedFiguresShape(reason=reason, figures=number) for reason, number in summary.figure_gaps
        ],
    )


def _quotations(report: Report) -> list[shape.QuotationShape]:
    known = Lookup(report).quotations
    return [_quotation(report.document, known[one.quotation], one) for one in report.verdicts]


def _figure(report: Report, verdict: FigureVerdict) -> shape.FigureShape:
    measured, document = report.extraction.measured, report.document
    span = (measured.periods if verdict.is_period else measured.quantities)[verdict.index].span
    return shape.FigureShape(
        kind="date" if verdict.is_period else "number",
        status=verdict.status,
        relation=verdict.relation,
        reason=verdict.reason or None,
        text=span.of(document.text),
        span=_span(span),
        origin=_origin(document.origin(span)),
        found=verdict.found or None,
        formula=verdict.formula or None,
        tied=list(verdict.tied),
        looked_in=list(verdict.looked_in),
        evidence=[_evidence(document, one) for one in verdict.evidence],
    )


def _quotation(document: Document, quotation: Quotation, verdict: Verdict) -> shape.QuotationShape:
    return shape.QuotationShape(
        id=quotation.id,
        kind=quotation.kind,
        status=verdict.status,
        checked=not is_unchecked(verdict),
        reason=verdict.reason or None,
        text=quotation.span.of(document.text),
        span=_span(quotation.span),
        spans=[_span(one) for one in quotation.spans],
        origin=_origin(document.origin(quotation.span)),
        speaker=quotation.speaker or None,
        citations=list(quotation.citations),
        tied=list(verdict.tied),
        looked_in=list(verdict.looked_in),
        page_given=verdict.page_given or None,
        page_found=verdict.page_found or None,
        evidence=[_evidence(document, one) for one in verdict.evidence],
    )


def _evidence(document: Document, evidence: Evidence) -> shape.EvidenceShape:
    alignment = evidence.alignment
    cut = alignment.cut if alignment else None
    return shape.EvidenceShape(
        source=evidence.source,
        title=evidence.title,
        file=evidence.file,
        span=_span(evidence.span),
        text=evidence.text,
        before=evidence.before,
        after=evidence.after,
        place=evidence.place,
        line=evidence.line or None,
        score=_share(alignment.score) if alignment else None,
        confidence=_share(alignment.confidence) if alignment else None,
        runner_up=evidence.runner_up,
        edits=[_edit(document, evidence, edit) for edit in evidence.edits if edit.kind is not EditKind.EQUAL],
        cut=shape.CutShape(span=_span(cut.span), word=cut.word) if cut else None,
    )


def _edit(document: Document, evidence: Evidence, edit: Edit) -> shape.EditShape:
    start, end = (max(offset - evidence.span.start, 0) for offset in (edit.passage.start, edit.passage.end))
    return shape.EditShape(
        kind=edit.kind,
        change=edit.change,
        quotation=_span(edit.quotation),
        passage=_span(edit.passage),
        quoted=edit.quotation.of(document.text),
        source=evidence.text[start:end],
    )


def _citation(document: Document, citation: Citation) -> shape.CitationShape:
    locator = citation.locator
    return shape.CitationShape(
        id=citation.id,
        kind=citation.kind,
        label=citation.label,
        span=_span(citation.span),
        origin=_origin(document.origin(citation.span)),
        references=list(citation.references),
        note=citation.note or None,
        locator=shape.LocatorShape(label=locator.label, value=locator.value) if locator else None,
        ambiguous=citation.ambiguous,
    )


def _reference(reference: Reference, tie: Tie | None) -> shape.ReferenceShape:
    return shape.ReferenceShape(
        id=reference.id,
        raw=reference.raw,
        span=_span(reference.span),
        csl=dict(reference.csl),
        identifiers=list(reference.identifiers),
        tie=_tie(tie) if tie else None,
    )


def _tie(tie: Tie) -> shape.TieShape:
    return shape.TieShape(
        status=tie.status,
        source=tie.source or None,
        reason=tie.reason,
        score=_share(tie.score),
        nearest=tie.nearest or None,
        nearest_score=_share(tie.nearest_score),
    )


def _source(report: Report, name: str) -> shape.SourceShape:
    source, snapshot = report.sources.get(name), report.snapshots.get(name)
    return shape.SourceShape(
        id=name,
        title=source.title if source else name,
        file=source.file if source else "",
        sha256=snapshot.sha256 if snapshot else None,
        bytes=snapshot.size if snapshot else None,
        captured=source.captured.isoformat() if source and source.captured else None,
        unreadable=report.unreadable.get(name),
    )


def _suppressed(document: Document, one: Suppressed) -> shape.SuppressedShape:
    return shape.SuppressedShape(finding=finding_shape(document, one.finding), reason=one.reason, line=one.line)


def _set_aside(document: Document, one: SetAside) -> shape.SetAsideShape:
    return shape.SetAsideShape(
        reason=one.reason,
        text=one.span.of(document.text),
        span=_span(one.span),
        origin=_origin(document.origin(one.span)),
    )


def _span(span: Span) -> shape.SpanShape:
    return shape.SpanShape(start=span.start, end=span.end)


def _origin(origin: Origin) -> shape.OriginShape:
    return shape.OriginShape(
        line=origin.line,
        column=origin.column,
        end_line=origin.end_line,
        end_column=origin.end_column,
        part=origin.part or None,
    )


def _share(number: float) -> float:
    """A share between 0 and 1, with as many digits as are meant."""
    return round(min(max(number, 0.0), 1.0), 4)
