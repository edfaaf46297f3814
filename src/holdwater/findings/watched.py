"""The passages that a document relies on, in an earlier capture of their source and in the one in hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from holdwater.document import Document, Span
from holdwater.errors import ReadError
from holdwater.extract.model import Extraction
from holdwater.findings.figures.model import FigureVerdict
from holdwater.findings.model import Status, Verdict
from holdwater.match import locate
from holdwater.match.model import Fit
from holdwater.sources.known import Captured, Known
from holdwater.sources.shelf import Shelf
from holdwater.sources.standing.model import Fate, PassageChange
from holdwater.sources.standing.watch import compare

IN_PLACE = (Fit.VERBATIM, Fit.EDITED)


@dataclass(frozen=True)
class Watched:
    """A passage that changed between two captures.

    `span` is what in the document relies on it, `quotation` its id where that is a quotation; `earlier` is when the
    earlier capture was made (UTC). `change` goes from there to the capture in hand.
    """

    span: Span
    source: str
    earlier: datetime
    change: PassageChange
    quotation: int | None = None


@dataclass(frozen=True)
class _Relied:
    """What in the document relies on which passage of a source; without a passage, what is no longer in it."""

    span: Span
    source: str
    passage: Span | None
    quotation: int | None = None


def watched(
    document: Document,
    extraction: Extraction,
    verdicts: Sequence[Verdict],
    figures: Sequence[FigureVerdict],
    shelf: Shelf,
    known: Known | None,
) -> tuple[Watched, ...]:
    """The passages that the document relies on and that are not as an earlier capture had them.

    Args:
        document: the document under check.
        extraction: what was extracted from it.
        verdicts: on its quotations, against the sources in hand.
        figures: on its numbers and dates, likewise.
        shelf: the sources in hand.
        known: has the earlier captures; without it nothing can have changed.

    Returns:
        Each passage once, against the oldest capture that differs, in the order of the document.
    """
    if known is None:
        return ()
    found: dict[tuple[str, Span], Watched] = {}
    for relied in (*_of_quotations(extraction, verdicts), *_of_figures(extraction, figures)):
        if told := _only_before(relied, shelf):
            found.setdefault((told.source, told.change.before), told)
            continue
        for captured in sorted(known.captures(relied.source), key=lambda one: one.at):
            change = _change(document, relied, captured, shelf)
            if change is not None:
                found.setdefault((relied.source, change.before), _told(relied, captured, change))
                break
    return tuple(sorted(found.values(), key=lambda one: one.span))


def _only_before(relied: _Relied, shelf: Shelf) -> Watched | None:
    """What became of a passage that was found in an earlier capture, as the one in hand has it no more so."""
    earlier = shelf.sources.get(relied.source)
    latest = shelf.sources.get(earlier.of) if earlier else None
    if relied.passage is None or earlier is None or latest is None:
        return None
    if earlier.captured is None or latest.captured is None or earlier.captured >= latest.captured:
        return None
    try:
        before, now = shelf.document(earlier.id).text, shelf.document(latest.id).text
    except ReadError:
        return None
    [change] = compare(before, now, [relied.passage])
    if change.fate not in (Fate.CHANGED, Fate.GONE):
        return None
    return Watched(relied.span, latest.id, earlier.captured, change, relied.quotation)


def _told(relied: _Relied, captured: Captured, change: PassageChange) -> Watched:
    return Watched(relied.span, relied.source, captured.at, change, relied.quotation)


def _of_quotations(extraction: Extraction, verdicts: Sequence[Verdict]) -> Iterator[_Relied]:
    for verdict in verdicts:
        span = extraction.quotations[verdict.quotation].span
        if verdict.status is Status.NOT_FOUND:
            for source in verdict.looked_in:
                yield _Relied(span, source, None, verdict.quotation)
        elif verdict.evidence and verdict.evidence[0].source in verdict.tied:
            first = verdict.evidence[0]
            yield _Relied(span, first.source, first.span, verdict.quotation)


def _of_figures(extraction: Extraction, figures: Sequence[FigureVerdict]) -> Iterator[_Relied]:
    measured = extraction.measured
    for verdict in figures:
        if verdict.evidence and verdict.evidence[0].source in verdict.tied:
            span = (measured.periods if verdict.is_period else measured.quantities)[verdict.index].span
            yield _Relied(span, verdict.evidence[0].source, verdict.evidence[0].span)


def _change(document: Document, relied: _Relied, captured: Captured, shelf: Shelf) -> PassageChange | None:
    """What became of a passage since a capture; None where it is as it was, or where that cannot be told."""
    try:
        before, now = captured.text(), shelf.document(relied.source).text
    except ReadError:
        return None
    if relied.passage is not None:
        [change] = compare(now, before, [relied.passage])
        return change.turned() if change.fate is Fate.CHANGED else None
    alignment = locate(relied.span.of(document.text), before)
    if alignment.fit not in IN_PLACE or alignment.span is None:
        return None
    [change] = compare(before, now, [alignment.span])
    return change if change.fate in (Fate.CHANGED, Fate.GONE) else None
