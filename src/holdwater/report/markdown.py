"""The report as Markdown, for a comment on a change or the summary of a run."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.findings.model import Evidence, Finding, Level, TableEvidence
from holdwater.findings.report import Report
from holdwater.match.model import EditKind
from holdwater.patterns import waiting
from holdwater.report.difference import Passage, Piece, in_context
from holdwater.report.summary import Gap, Summary, summarise
from holdwater.report.visible import one_line
from holdwater.report.wording import count, line_of, place, reading_of, row_line, series_source, to_show

CONTEXT = 80
KEEP = 300
MOST = 200
"""Findings shown in full; a comment has a size that hosts refuse to go beyond."""

MOST_TABLES = 2
"""Readings of tables shown for one finding."""

_ACTIVE = waiting(r"([\\`*_{}\[\]()#+\-!|~=$^])")
_ORDINAL = waiting(r"^(\d{1,9})([.)])")
_BLANKS = waiting(r"\s+")


def render(report: Report) -> str:
    """Counts, then each finding with its passage, then what was not checked and what it would take."""
    summary = summarise(report)
    loud = [finding for finding in report.findings if finding.level is not Level.UNCHECKED]
    blocks = [f"## Holdwater: {escaped(report.document.name)}", f"{_capital(escaped(summary.sentence))}."]
    if summary.statuses or summary.gaps:
        blocks.append(_table(report))
    if loud:
        blocks.append(f"### Worth a look: {count(len(loud), 'finding')}")
        blocks.extend(_finding(report, finding) for finding in loud[:MOST])
    if len(loud) > MOST:
        blocks.append(f"… and {count(len(loud) - MOST, 'more finding')}.")
    if summary.gaps or summary.unread:
        blocks.append("\n".join(_gaps(summary)))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text from outside on one line, of which nothing acts as Markdown, HTML or a mention."""
    return _ORDINAL.sub(r"\1\\\2", _inert(one_line(text)))


def _inert(text: str) -> str:
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ACTIVE.sub(r"\\\1", plain).replace("@", "@\u2060").replace("://", ":\u2060//")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(report: Report) -> str:
    rows = [f"| {status} | {number:,} |" for status, number in report.statuses.most_common()]
    return "\n".join(["| status | quotations |", "|---|---:|", *rows])


def _finding(report: Report, finding: Finding) -> str:
    where = line_of(report.document, finding.span)
    head = f"**{finding.code}** {escaped(where)}: {escaped(finding.message)}"
    parts = [head, *(_passage(report, one) for one in to_show(finding.evidence))]
    parts += [*map(_table_of, finding.tables[:MOST_TABLES]), escaped(finding.advice)]
    return "\n\n".join(part for part in parts if part)


def _passage(report: Report, evidence: Evidence) -> str:
    passage = in_context(evidence, report.document.text, context=CONTEXT, keep=KEEP)
    where = place(evidence)
    name = escaped(evidence.title) + (f" ({escaped(where)})" if where else "")
    nearly = "Nearly as good: " if evidence.runner_up else ""
    return f"> {_pieces(passage)}\n>\n> {nearly}{name}"


def _table_of(evidence: TableEvidence) -> str:
    """A reading of a series: what it has, its rows, and where they are from."""
    rows = [f"> - {escaped(row_line(row, evidence.unit))}" for row in evidence.rows]
    name = f"> {escaped(evidence.title)} ({escaped(series_source(evidence))})"
    query = f"> {escaped(evidence.query)}"
    return "\n".join([f"> {escaped(reading_of(evidence))}", ">", *rows, ">", name, ">", query])


def _pieces(passage: Passage) -> str:
    pieces = (Piece(passage.before), *passage.pieces, *passage.after)
    return _BLANKS.sub(" ", "".join(map(_piece, pieces))).strip()


def _piece(piece: Piece) -> str:
    words = _inert(_BLANKS.sub(" ", one_line(f"|{piece.text}|")[1:-1]))
    if not piece.loud:
        return "" if piece.kind is EditKind.INSERT else words
    return f"<del>{words}</del>" if piece.kind is EditKind.OMIT else f"<ins>{words}</ins>"


def _gaps(summary: Summary) -> Iterator[str]:
    what = count(summary.unchecked, "quotation") if summary.gaps else "a part of the file"
    yield f"### Not checked: {what}\n"
    yield from (f"- Not read: {escaped(line)}" for line in summary.unread)
    for gap in summary.gaps:
        yield f"- {escaped(gap.text)}"
        yield from (f"  - {line}" for line in _details(gap))


def _details(gap: Gap) -> Iterator[str]:
    for work in gap.works[:MOST]:
        near = f"; nearest in hand: {escaped(work.nearest)}" if work.nearest else ""
        yield f"{escaped(work.label)} ({count(work.quotations, 'quotation')}{near})"
    for file, why in gap.files[:MOST]:
        yield f"{escaped(file)}: {escaped(why)}"
