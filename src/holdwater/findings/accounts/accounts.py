"""Read this first: everything that a document says against itself in numbers and dates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from holdwater.document import BlockKind, Document, Part, Span
from holdwater.extract.flows import Flow, flows_of
from holdwater.extract.model import Extraction
from holdwater.findings.accounts.changes import changes
from holdwater.findings.accounts.clock import clocks
from holdwater.findings.accounts.model import Discrepancy
from holdwater.findings.accounts.order import lives, order
from holdwater.findings.accounts.parts import sums
from holdwater.findings.accounts.portions import portions
from holdwater.findings.accounts.ratios import ratios
from holdwater.findings.accounts.repeated import repeated
from holdwater.findings.accounts.sketch import Sketch, sketches
from holdwater.findings.accounts.spans import spans, written_days
from holdwater.patterns import waiting

_CHECKS = (sums, changes, ratios, portions, spans, order, clocks)
_OWNED = waiting(
    r"(?i)\b(?:wrong(?:ly)?|mistake(?:n|nly|s)?|miscount\w*|miscalculat\w*|misprint\w*|typo(?:s|graphical)?|"
    r"erroneous(?:ly)?|"
    r"errors?|incorrect(?:ly)?|inconsistent(?:ly)?|impossible|invalid|nonexistent|non-existent|no such|does not exist|"
    r"do(?:es)? not add up|sic|false(?:ly)?|contradict\w*|discrepanc\w+|corrected|should (?:have )?(?:be|been|read)|"
    r"never existed|in fact|must be rejected|illegal)\b"
)
_REACH = 120
"""Characters after a sentence in which it may still be called wrong."""


def discrepancies(document: Document, extraction: Extraction) -> tuple[Discrepancy, ...]:
    """What does not fit together in a document's own words.

    Sums, changes, ratios, repeated quantities, lengths of time, weekdays and the order of events are read where the
    words frame them as one account. What stands in quotations of others is passed over, and so is what the document
    itself calls wrong.

    Args:
        document: the document.
        extraction: what was read of it; `measured` holds its quantities and dates.

    Returns:
        The discrepancies in the text's order.
    """
    measured = extraction.measured
    flows = [flow for flow in flows_of(document).all if _is_own(flow)]
    cited = sorted(citation.span for citation in extraction.citations if len(citation.span))
    pieces = [piece for flow in flows for piece in flow.pieces]
    drawn = list(sketches(document.text, pieces, measured, cited))
    theirs = _Quoted(extraction)
    every = {(one.kind, one.span): one for one in _found(drawn, document, pieces)}
    found = [one for one in every.values() if not theirs.has(one) and not _is_owned(one, drawn, document)]
    return tuple(sorted(found, key=lambda one: (one.span, one.kind)))


def _found(drawn: Sequence[Sketch], document: Document, pieces: Sequence[Span]) -> Iterator[Discrepancy]:
    for sketch in drawn:
        for check in _CHECKS:
            yield from check(sketch, document.text)
    yield from repeated(drawn, document.text)
    yield from lives(document.text, pieces)
    yield from written_days(document.text, pieces)


def _is_own(flow: Flow) -> bool:
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)
    return flow.kind in kinds and flow.part in (Part.BODY, Part.FRONT) and not flow.quoted


class _Quoted:
    """The words of others in the document."""

    def __init__(self, extraction: Extraction) -> None:
        self._spans = sorted(quotation.span for quotation in extraction.quotations)
        self._starts = [span.start for span in self._spans]

    def has(self, one: Discrepancy) -> bool:
        """Whether any number of a discrepancy stands in a quotation."""
        return any(self._covers(span) for span in (one.span, *one.others))

    def _covers(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.end - 1)
        return any(quotation.overlaps(span) for quotation in self._spans[max(0, at - 3) : at])


def _is_owned(one: Discrepancy, drawn: Sequence[Sketch], document: Document) -> bool:
    """Whether the document itself says, where the numbers stand or right after, that something is wrong with them."""
    every = (one.span, *one.others)
    start, end = min(span.start for span in every), max(span.end for span in every)
    return any(_OWNED.search(words) for words in _around(start, end, drawn, document))


def _around(start: int, end: int, drawn: Sequence[Sketch], document: Document) -> Iterator[str]:
    at = bisect_right([sketch.span.start for sketch in drawn], start) - 1
    paragraph = drawn[at].span if at >= 0 else Span(start, end)
    text = document.text
    before = text[max(paragraph.start, start - _REACH) : start]
    after = text[end : min(max(paragraph.end, end), end + _REACH)]
    yield before.rsplit(". ", 1)[-1] + text[start : min(end, start + 10 * _REACH)]
    yield after
