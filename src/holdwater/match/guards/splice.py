"""Stretches of a quotation that its passage lacks, but that stand elsewhere in the same source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.document import Span
from holdwater.match.model import HARMLESS, Change, Edit, EditKind
from holdwater.match.normalise import WORD, fold
from holdwater.match.words import Words

LEAST = 4
"""Words: shorter runs meet by chance in any text of some length."""
RAGGED = 2
"""Words at either end of a stretch that may belong to the seam and are left out of the search."""
ISLAND = 2
"""Words of a stretch that the passage may have too: in any two sentences a "the" stands against a "the"."""


def spliced(edits: Sequence[Edit], quotation: str, words: Words) -> tuple[tuple[Span, Span], ...]:
    """Pairs of a stretch of the quotation and the other passage of the source where it stands word for word."""
    pairs = (_stands(stretch, quotation, words) for stretch in _stretches(edits, quotation))
    return tuple(pair for pair in pairs if pair)


def _stretches(edits: Sequence[Edit], quotation: str) -> Iterator[Span]:
    """The stretches that the passage lacks; a word or two that it happens to have in between do not part one."""
    run: Span | None = None
    for edit in edits:
        lacking = edit.change is not Change.NONE and edit.change not in HARMLESS and len(edit.quotation) > 0
        if lacking:
            run = Span(run.start, edit.quotation.end) if run else edit.quotation
        elif run and len(edit.quotation.of(quotation).split()) > ISLAND:
            yield run
            run = None
    if run:
        yield run


def _stands(stretch: Span, quotation: str, words: Words) -> tuple[Span, Span] | None:
    tokens = list(WORD.finditer(quotation, stretch.start, stretch.end))
    spare = min(RAGGED, len(tokens) - LEAST)
    if spare < 0:
        return None
    keys = [fold(token[0]) for token in tokens]
    # What all runs have in common stands nowhere: neither does any of them.
    if words.find(" ".join(keys[spare : len(keys) - spare])) < 0:
        return None
    for ragged in range(2 * RAGGED + 1):
        for left in range(min(ragged, RAGGED) + 1):
            end = len(tokens) - min(ragged - left, RAGGED)
            if end - left < LEAST:
                continue
            at = words.find(" ".join(keys[left:end]))
            if at >= 0:
                return Span(tokens[left].start(), tokens[end - 1].end()), words.span(at, at + end - left)
    return None


def without_chance(edits: list[Edit], elsewhere: Sequence[tuple[Span, Span]]) -> list[Edit]:
    """The edits with each stretch from elsewhere as one insertion.

    A common word of such a stretch is often laid against one that happens to stand near the passage.
    """
    for stretch, _ in elsewhere:
        inside = [i for i, edit in enumerate(edits) if len(edit.quotation) and stretch.covers(edit.quotation)]
        if len(inside) < 2:
            continue
        first, last = inside[0], inside[-1]
        if last + 1 < len(edits):
            at = edits[last + 1].passage.start
        else:
            at = edits[first - 1].passage.end if first else edits[last].passage.end
        span = Span(edits[first].quotation.start, edits[last].quotation.end)
        edits = [*edits[:first], Edit(EditKind.INSERT, span, Span(at, at), Change.ADDITION), *edits[last + 1 :]]
    return edits


def trimmed(spans: tuple[Span, ...], edits: Sequence[Edit]) -> tuple[Span, ...]:
    """The passages without the words that only a stretch from elsewhere was laid against."""
    kept = [edit.passage for edit in edits if len(edit.passage)]
    if not kept or not spans:
        return spans
    low, high = min(one.start for one in kept), max(one.end for one in kept)
    inside = [Span(max(low, span.start), min(high, span.end)) for span in spans if span.overlaps(Span(low, high))]
    return tuple(inside)
