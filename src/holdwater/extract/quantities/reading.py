"""Read this first: a text's quantities and periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from holdwater.document import Span
from holdwater.extract.quantities.dates.reading import read_periods
from holdwater.extract.quantities.drafts import Draft
from holdwater.extract.quantities.frames import Framer
from holdwater.extract.quantities.hedges import interval_of
from holdwater.extract.quantities.kinds import settle
from holdwater.extract.quantities.links import link
from holdwater.extract.quantities.masks import Masks
from holdwater.extract.quantities.model import Interval, Measured, Quantity, QuantityKind
from holdwater.extract.quantities.scanning import Scanner
from holdwater.patterns import waiting

_BREAK = waiting(r"\n[ \t]*\n\s*")


def read_measured(
    text: str, *, within: Sequence[Span] | None = None, masked: Sequence[Span] = (), today: date | None = None
) -> Measured:
    """All quantities and periods of a text.

    Args:
        text: any text.
        within: the paragraphs to read, sorted; without them the text is cut at blank lines.
        masked: note marks, citations and whatever else is not prose: nothing in them is read.
        today: the document's own date, from which "last year" is counted.

    Returns:
        Quantities and periods, each in the text's order; the frames point into both by index.
    """
    paragraphs = list(within) if within is not None else paragraphs_of(text)
    periods = read_periods(text, within=paragraphs, masked=masked, today=today)
    masks = Masks(text, [*masked, *(period.span for period in periods)], within=paragraphs)
    scanner = Scanner(text, masks)
    for paragraph in paragraphs:
        scanner.read(paragraph)
    drafts = link(text, sorted(scanner.drafts, key=lambda draft: (draft.start, draft.end)))
    last: Draft | None = None
    for draft in drafts:
        settle(draft, last)
        last = draft
    framer = Framer(text, drafts, periods)
    return Measured(tuple(_quantity(draft, framer) for draft in drafts), tuple(periods))


def paragraphs_of(text: str) -> list[Span]:
    """The paragraphs of a plain text, which blank lines divide."""
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        if gap.start() > start:
            found.append(Span(start, gap.start()))
        start = gap.end()
    if start < len(text):
        found.append(Span(start, len(text)))
    return found


def _quantity(draft: Draft, framer: Framer) -> Quantity:
    return Quantity(
        span=Span(draft.start, draft.end),
        number=Span(*draft.number),
        value=draft.value,
        interval=Interval(*draft.ends) if draft.ends else interval_of(draft.hedge, draft.low, draft.high),
        half_steps=draft.half_steps,
        hedge=draft.hedge,
        unit=draft.unit,
        kind=draft.kind or QuantityKind.LEVEL,
        frame=framer.frame(draft),
        sentence=draft.words.span,
        is_range=draft.is_range,
    )
