"""The report in a terminal: each finding with its line, its carets and the source's own passage, then the counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from holdwater.document import Origin
from holdwater.findings.model import Evidence, Finding, Level, TableEvidence
from holdwater.findings.report import Report
from holdwater.report.cells import TAB, Styled, wrap, wrap_text
from holdwater.report.difference import in_context
from holdwater.report.excerpt import ExcerptLine, Excerpts
from holdwater.report.lookup import Lookup
from holdwater.report.paint import LEVEL_STYLE, marked, paint, painted
from holdwater.report.summary import summarise
from holdwater.report.terminal_summary import closing_line, summary_lines
from holdwater.report.visible import one_line
from holdwater.report.wording import at, place, reading_of, row_line, runner_up_is_near, series_source, to_show

CONTEXT = 60
"""Characters of the source shown on each side of a passage."""

KEEP = 240
"""Characters kept of a long stretch that is the same in both."""

MOST_LINES = 14
"""Lines of one passage."""

MOST_TABLES = 2
"""Readings of tables shown here; the JSON and the page have all that were kept."""

LEGEND = "[-only in the source-] {+only in the document+}"


def render_concise(report: Report, *, width: int = 100, colour: bool = False) -> str:
    """One line a finding, `path:line:col: CODE message`, and one line of counts.

    Args:
        report: what `check` returned.
        width: columns of the terminal; a diagnostic is never broken, so that other programs can read it.
        colour: whether to use ANSI colours.
    """
    lines = [_head(report, finding, colour) for finding in report.findings]
    return "\n".join([*lines, closing_line(report, summarise(report))]) + "\n"


def render_full(report: Report, *, width: int = 100, colour: bool = False) -> str:
    """Every finding with its line in the document, the source's passage and the advice; then what was not checked.

    Args: as for `render_concise`; nothing but a diagnostic's own path stands beyond `width` columns.
    """
    page = _Page(report, Lookup(report), max(width, 40), colour, Excerpts(report.document, max(width, 40) - 10))
    loud = [finding for finding in report.findings if finding.level is not Level.UNCHECKED]
    quiet = [finding for finding in report.findings if finding.level is Level.UNCHECKED]
    blocks = ["\n".join(page.finding(finding)) for finding in loud]
    if quiet:
        blocks.append("\n".join(page.unchecked(quiet)))
    legend = wrap_text(LEGEND, page.width) if any("[-" in block or "{+" in block for block in blocks) else []
    blocks.append("\n".join([*legend, *summary_lines(report, page.width, colour)]))
    return "\n\n".join(blocks) + "\n"


@dataclass
class _Page:
    """One terminal page: its width, its colours, and the document's lines."""

    report: Report
    lookup: Lookup
    width: int
    colour: bool
    excerpts: Excerpts

    def finding(self, finding: Finding) -> Iterator[str]:
        """A finding in full."""
        yield from self._diagnostic(finding)
        lines = self.excerpts.at(finding.span, self.lookup.changed(finding))
        gutter = max(len(str(line.number)) for line in lines) + 1 if lines else 2
        yield self._soft(f"{'':{gutter}} |")
        for line in lines:
            yield from self._excerpt(line, gutter, LEVEL_STYLE[finding.level])
        for evidence in to_show(finding.evidence):
            yield self._soft(f"{'':{gutter}} |")
            yield from self._evidence(evidence, finding, gutter)
        for table in finding.tables[:MOST_TABLES]:
            yield self._soft(f"{'':{gutter}} |")
            yield from self._table(table, gutter)
        if finding.tables:
            yield from self._entry("query", one_line(finding.tables[0].query), gutter)
        if finding.advice:
            yield from self._entry("advice", one_line(finding.advice), gutter)

    def unchecked(self, findings: list[Finding]) -> Iterator[str]:
        """Findings that say what could not be checked: a line each, under their rule."""
        yield paint("Not checked", "strong", self.colour)
        by_rule: dict[tuple[str, str], list[Finding]] = {}
        for finding in findings:
            by_rule.setdefault((finding.code, finding.name), []).append(finding)
        for (code, name), group in by_rule.items():
            yield f"  {paint(code, 'unchecked', self.colour)} {one_line(name)} ({len(group)})"
            yield from self._places(group)

    def _places(self, group: list[Finding]) -> Iterator[str]:
        """One entry for each message, with all the places that it holds for."""
        places: dict[str, list[Origin]] = {}
        for finding in group:
            origin = self.report.document.origin(finding.span)
            places.setdefault(one_line(finding.message), []).append(origin)
        for message, where in places.items():
            others = ", ".join(self._also(one, where[0]) for one in where[1:8])
            more = f" (and at {others}{' …' if len(where) > 8 else ''})" if others else ""
            yield from _hanging(f"{at(self.report.document, where[0])}: {message}{more}", self.width, 4, 6)

    def _also(self, origin: Origin, first: Origin) -> str:
        """A further place, without the file's name where it is the first one's."""
        return f"{origin.line}:{origin.column}" if origin.part == first.part else at(self.report.document, origin)

    def _diagnostic(self, finding: Finding) -> Iterator[str]:
        first, *rest = wrap([("", ""), *_head_pieces(self.report, finding)], self.width) or [[]]
        yield painted(first, self.colour)
        yield from (TAB + line for line in self._rewrapped(rest))

    def _rewrapped(self, lines: list[list[Styled]]) -> list[str]:
        """What did not fit a diagnostic's first line, wrapped again for its indent."""
        pieces = [piece for line in lines for piece in (*line, (" ", ""))]
        return [painted(line, self.colour) for line in wrap(pieces, self.width - len(TAB))]

    def _excerpt(self, line: ExcerptLine, gutter: int, style: str) -> Iterator[str]:
        number = str(line.number) if line.number else "…"
        bar = self._soft(f"{number:>{gutter}} |")
        yield f"{bar} {line.text}".rstrip() if line.number else self._soft(f"{number:>{gutter}}")
        if line.carets:
            yield f"{self._soft(f'{chr(32):{gutter}} |')} {paint(line.carets, style, self.colour)}"

    def _evidence(self, evidence: Evidence, finding: Finding, gutter: int) -> Iterator[str]:
        word = "nearly as good" if evidence.runner_up else "source"
        if evidence.runner_up and not runner_up_is_near(finding.evidence):
            word = "nearest"
        title, where = one_line(evidence.title), place(evidence)
        yield from self._entry(word, f"{title} ({where})" if where else title, gutter)
        pieces = in_context(evidence, self.report.document.text, context=CONTEXT, keep=KEEP)
        lines = wrap(marked(pieces), self.width - gutter - 5)
        bar = self._soft(f"{'':{gutter}} |")
        for line in lines[:MOST_LINES]:
            yield f"{bar}   {painted(line, self.colour)}"
        if len(lines) > MOST_LINES:
            yield f"{bar}   … {len(lines) - MOST_LINES} more lines"

    def _table(self, table: TableEvidence, gutter: int) -> Iterator[str]:
        yield from self._entry("table", one_line(f"{table.title} ({series_source(table)})"), gutter)
        bar = self._soft(f"{'':{gutter}} |")
        for text in (reading_of(table), *(f"  {row_line(row, table.unit)}" for row in table.rows)):
            yield from (f"{bar}   {line}" for line in wrap_text(one_line(text), self.width - gutter - 5))

    def _entry(self, word: str, text: str, gutter: int) -> Iterator[str]:
        """A labelled line: `= source: …`, wrapped under its own text."""
        first, *rest = wrap_text(f"{word}: {text}", self.width - gutter - 3) or [""]
        label = paint(first[: len(word)], "strong", self.colour)
        yield f"{self._soft(f'{chr(32):{gutter}} =')} {label}{first[len(word) :]}"
        for line in wrap_text(" ".join(rest), self.width - gutter - 5):
            yield f"{'':{gutter}}     {line}"

    def _soft(self, text: str) -> str:
        return paint(text, "soft", self.colour)


def _head_pieces(report: Report, finding: Finding) -> list[Styled]:
    origin = report.document.origin(finding.span)
    return [
        (f"{at(report.document, origin)}:", ""),
        (" ", ""),
        (finding.code, LEVEL_STYLE[finding.level]),
        (f" {one_line(finding.message)}", ""),
    ]


def _head(report: Report, finding: Finding, colour: bool) -> str:
    return painted(_head_pieces(report, finding), colour)


def _hanging(text: str, width: int, indent: int, hang: int) -> Iterable[str]:
    """`text` wrapped, its first line indented by `indent` and the others by `hang`."""
    lines = wrap_text(text, width - hang)
    return [" " * (hang if index else indent) + line for index, line in enumerate(lines)]
