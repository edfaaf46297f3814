"""The end of the terminal report: what was checked, what was not and what it would take."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.findings.model import Level
from holdwater.findings.report import Report
from holdwater.report.cells import wrap_text
from holdwater.report.paint import paint
from holdwater.report.summary import Gap, Summary, Work, summarise
from holdwater.report.visible import one_line
from holdwater.report.wording import count, listed

COLUMN = 15
"""Cells of the names in the left column."""

MOST = 12
"""Works or reasons listed under one gap."""

FEW = 3
"""Works listed where less than half of those that are named are in hand."""


def summary_lines(report: Report, width: int, colour: bool) -> list[str]:
    """The counts at the end of the full report: one line where there is nothing but a clean check to tell."""
    summary = summarise(report)
    if not (_found(summary) or summary.unchecked or summary.unread or summary.figure_gaps):
        lines = wrap_text(closing_line(report, summary), width)
    else:
        lines = wrap_text(_opening(report, summary), width)
        lines += _row("checked", summary.tally, width, colour)
    for name, text in _rows(summary):
        lines += _row(name, text, width, colour)
    return lines


def closing_line(report: Report, summary: Summary) -> str:
    """One line that says what was found, what was checked and what was not."""
    name = one_line(report.document.name) or "the document"
    found = _found(summary)
    opening = f"Found {found} in {name}" if found else f"No findings in {name}"
    return f"{opening}: {summary.sentence}."


def _opening(report: Report, summary: Summary) -> str:
    name, found = one_line(report.document.name) or "the document", _found(summary)
    return f"Found {found} in {name}." if found else f"No findings in {name}, but not all of it was checked."


def _found(summary: Summary) -> str:
    """The findings in words; what could not be checked is counted by quotations, not here."""
    levels = dict(summary.findings)
    return listed([count(levels[level], str(level)) for level in (Level.ERROR, Level.WARNING) if levels.get(level)])


def _rows(summary: Summary) -> Iterator[tuple[str, str]]:
    """The rows under the closing line: a name, then its text; rows without a name go on with the one before."""
    if summary.unchecked:
        yield "not checked", f"{summary.unchecked:,} of {count(summary.quotations, 'quotation')}:"
    for gap in summary.gaps:
        yield "", f"  {gap.text}" + (":" if any(_details(gap)) else "")
        yield from (("", f"    {text}") for text in _details(gap))
    yield from _figures(summary)
    for number, line in enumerate(summary.unread[:MOST]):
        yield "" if number else "not read", one_line(line)
    if len(summary.unread) > MOST:
        yield "", f"… and {len(summary.unread) - MOST:,} more"
    yield from _references(summary)
    if summary.set_aside:
        counts = ", ".join(f"{number:,} {reason}" for reason, number in summary.set_aside)
        yield "set aside", f"{sum(number for _, number in summary.set_aside):,} not taken for quotations: {counts}"
    if summary.suppressed:
        yield "suppressed", f"{count(summary.suppressed, 'finding')} answered in the document"


def _figures(summary: Summary) -> Iterator[tuple[str, str]]:
    if not summary.figures:
        return
    yield "figures", summary.figure_tally
    for number, (reason, times) in enumerate(summary.figure_gaps[:MOST]):
        yield "" if number else "not checked", f"{times:,} because {one_line(reason)}"
    if len(summary.figure_gaps) > MOST:
        yield "", f"… and {len(summary.figure_gaps) - MOST:,} more reasons"


def _references(summary: Summary) -> Iterator[tuple[str, str]]:
    """How many references lead to a source in hand, and which do not: a few of them where most do not."""
    if not summary.references:
        return
    line = f"{summary.tied:,} of {summary.references:,} lead to a source in hand"
    if not summary.untied:
        yield "references", line
        return
    others = any(gap.works for gap in summary.gaps)
    yield "references", f"{line}; besides those above, these do not:" if others else f"{line}; these do not:"
    most = MOST if 2 * summary.tied >= summary.references else FEW
    yield from (("", f"  {label}") for label in summary.untied[:most])
    if len(summary.untied) > most:
        yield "", f"  … and {len(summary.untied) - most:,} more"


def _details(gap: Gap) -> Iterator[str]:
    """What would be needed to close a gap."""
    yield from map(_work, gap.works[:MOST])
    yield from (f"{one_line(file)}: {one_line(why)}" for file, why in gap.files[:MOST])
    reasons = gap.reasons if len(gap.reasons) > 1 and not gap.works and not gap.files else ()
    yield from (f"{number:,} because {one_line(reason)}" for reason, number in reasons[:MOST])
    rest = max(len(gap.works), len(gap.files), len(reasons)) - MOST
    if rest > 0:
        yield f"… and {rest:,} more"


def _work(work: Work) -> str:
    near = f"; nearest in hand: {one_line(work.nearest)} ({work.nearest_score:.0%} alike)" if work.nearest else ""
    return f"{work.label} ({count(work.quotations, 'quotation')}{near})"


def _row(name: str, text: str, width: int, colour: bool) -> Iterator[str]:
    indent = len(text) - len(text.lstrip()) + 2
    body = wrap_text(text, width - COLUMN - 2 - indent)
    for index, line in enumerate(body):
        left = paint(f"  {name:<{COLUMN - 2}}", "strong", colour) if not index else " " * COLUMN
        yield f"{left}{' ' * (indent - 2 if not index else indent)}{line}".rstrip()
