"""From a placement to the alignment that is handed out: its edits, its fit, what the source goes on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from holdwater.document import Span
from holdwater.match.align import Laid
from holdwater.match.ends import faced
from holdwater.match.guards.asked import asked_before
from holdwater.match.guards.bracketed import joined
from holdwater.match.guards.cut import cut_after
from holdwater.match.guards.hidden import hidden_change
from holdwater.match.guards.meaning import replaced_in_a_gap
from holdwater.match.guards.run_in import denial_left_out
from holdwater.match.guards.splice import spliced, trimmed, without_chance
from holdwater.match.guards.tails import edits_behind
from holdwater.match.judge import edits_of
from holdwater.match.model import HARMLESS, Alignment, Change, Edit, EditKind, Fit
from holdwater.match.place import Placement
from holdwater.match.presets import VERBATIM, Preset
from holdwater.match.quoted import BRACKET, Quoted
from holdwater.match.words import Words


def score_of(placement: Placement, count: int) -> float:
    """The share of a quotation's `count` words that stand in a placement, 0 to 1."""
    return max(0.0, 1.0 - placement.cost / count)


class Found(NamedTuple):
    """The number of the text that a placement was found in, and how many as good chance would give."""

    passage: int = 0
    chance: float = 0.0


_FIRST = Found()


def composed(
    quoted: Quoted,
    placement: Placement,
    words: Words,
    after: str,
    preset: Preset = VERBATIM,
    found: Found = _FIRST,
    *,
    before: str = "",
) -> Alignment:
    """A quotation laid against the place that was found for it.

    Args:
        quoted: the quotation, taken apart.
        placement: where its segments stand.
        words: the source.
        after: what follows the quotation in the document.
        preset: what is forgiven.
        found: which text that is.
        before: what stands before the quotation in the document.
    """
    edits: list[Edit] = []
    laids = _faced(quoted, placement, words)
    for index, (segment, laid) in enumerate(zip(quoted.segments, laids, strict=True)):
        if laid is None:
            span = Span(segment[0].span.start, segment[-1].span.end)
            here = edits[-1].passage.end if edits else words.starts[placement.start]
            edits.append(Edit(EditKind.INSERT, span, Span(here, here), Change.ADDITION))
        else:
            edits += edits_of(quoted, segment, laid, words, preset)
        if index < len(quoted.gaps):
            edits.append(_gap(quoted, index, placement.laid[index : index + 2], words, edits))
    if laids[0] is not None and before:
        edits = [*_left_out_before(quoted, laids[0], words, before, after), *edits]
    if laids[-1] is not None:
        edits += edits_behind(quoted, laids[-1], words, after)
    if placement.order:
        edits.append(_order_edit(edits))
    stand = [laid for laid in laids if laid and laid.end > laid.start]
    spans = tuple(words.span(laid.start, laid.end) for laid in stand)
    elsewhere = spliced(edits, quoted.text, words)
    edits = without_chance(edits, elsewhere)
    return Alignment(
        fit=_fit(edits),
        score=round(score_of(placement, quoted.words), 4),
        spans=trimmed(spans, edits) if elsewhere else spans,
        edits=tuple(edits),
        cut=cut_after(words, stand[0].start, stand[-1].end, quoted.text, after) if stand else None,
        order=placement.order,
        elsewhere=elsewhere,
        passage=found.passage,
        chance=found.chance,
    )


def _faced(quoted: Quoted, placement: Placement, words: Words) -> list[Laid | None]:
    last = len(quoted.segments) - 1
    return [
        faced(laid, segment, words, start=index == 0, end=index == last) if laid else None
        for index, (segment, laid) in enumerate(zip(quoted.segments, placement.laid, strict=True))
    ]


def _gap(quoted: Quoted, index: int, around: Sequence[Laid | None], words: Words, edits: list[Edit]) -> Edit:
    """The ellipsis itself: the words of the source that it owns up to leaving out."""
    gap, (left, right) = quoted.gaps[index], around
    if left is None or right is None or right.start < left.end:
        at = edits[-1].passage.end
        return Edit(EditKind.OMIT, gap, Span(at, at), Change.MARKED)
    change = hidden_change(words, left.end, right.start, quoted.segments[index], quoted.segments[index + 1])
    opening = quoted.segments[index + 1][0]
    if change is Change.MARKED and opening.kind is BRACKET:
        change = replaced_in_a_gap(opening.key.split(), words, left.end, right.start) or change
    if change is Change.MARKED:
        change = joined(quoted.segments[index], quoted.segments[index + 1], words, right.start, right.end) or change
    if change is Change.MARKED and asked_before(quoted.text, opening.start, words, right.start, left.end) is not None:
        change = Change.CONJUNCTION
    return Edit(EditKind.OMIT, gap, words.span(left.end, right.start), change)


def _left_out_before(quoted: Quoted, laid: Laid, words: Words, before: str, after: str) -> Iterator[Edit]:
    segment = quoted.segments[0]
    denied = denial_left_out(segment, words, laid.start, before, after)
    if denied is not None:
        here = segment[0].start
        yield Edit(EditKind.OMIT, Span(here, here), words.span(denied, laid.start), Change.NEGATION)


def _order_edit(edits: list[Edit]) -> Edit:
    last = edits[-1]
    return Edit(
        EditKind.REPLACE,
        Span(last.quotation.end, last.quotation.end),
        Span(last.passage.end, last.passage.end),
        Change.ORDER,
    )


def _fit(edits: Sequence[Edit]) -> Fit:
    changes = {edit.change for edit in edits if edit.change is not Change.NONE}
    if not changes:
        return Fit.VERBATIM
    if changes - HARMLESS:
        return Fit.ALTERED
    return Fit.EDITED if changes & {Change.MARKED, Change.MANNER} else Fit.VERBATIM
