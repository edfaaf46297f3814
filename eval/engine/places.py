"""Whether a quotation was found at the right place.

A part of a quotation (all of it, or one half of a stitched one) counts as located where one of these holds:

- every piece of the text that was kept in it is overlapped, over half of its characters at least, by what the engine
  shows in that text;
- what the engine shows, in whichever text, reads as the place does that the part was taken from: it has three quarters
  of that place's words in order, as many of the quotation's own words in order, and is not much longer. Opinions quote
  each other and RFCs take over whole sections; where two such places are as near to the quotation, letter case and
  signs aside, nobody can say which was meant.

What the engine shows are the alignment's spans and, of stretches that it found elsewhere, theirs. Where it says that
two places are as good ("ambiguous") it shows both, and either may be the right one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from eval.engine.items import Item, Part, in_order
from eval.engine.stretches import folded
from holdwater.document import Span
from holdwater.match.model import Alignment, Fit

HALF = 0.5
ALIKE = 0.75
LONGER = 2
ROOM = 20
"""A place may have twice the words of the part, and so many more, to count as reading the same."""


def shown(alignment: Alignment) -> list[Alignment]:
    """The places that an alignment shows: its own, and the runner-up where nobody can say which."""
    if not alignment.spans:
        return []
    second = alignment.runner_up if alignment.fit is Fit.AMBIGUOUS else None
    return [alignment, second] if second and second.spans else [alignment]


def spans_of(alignment: Alignment) -> list[Span]:
    """Every passage of an alignment, with those found elsewhere in the same text."""
    return [*alignment.spans, *(passage for _, passage in alignment.elsewhere)]


def located(items: Sequence[Item], alignments: Sequence[Alignment], texts: Iterable[str]) -> list[list[bool]]:
    """For each item, which of its parts the engine has found; `texts` are those searched, read once."""
    found = [
        [_overlapped(part, item, alignment) for part in item.made.parts]
        for item, alignment in zip(items, alignments, strict=True)
    ]
    waiting: dict[int, set[int]] = defaultdict(set)
    for index, alignment in enumerate(alignments):
        if not all(found[index]):
            for one in shown(alignment):
                waiting[one.passage].add(index)
    for number, text in enumerate(texts if waiting else ()):
        for index in waiting.get(number, ()):
            for place in (one for one in shown(alignments[index]) if one.passage == number):
                for part_number, part in enumerate(items[index].made.parts):
                    found[index][part_number] |= reads_the_same(part, spans_of(place), text)
    return found


def _overlapped(part: Part, item: Item, alignment: Alignment) -> bool:
    here = [span for one in shown(alignment) if one.passage == item.text for span in spans_of(one)]
    return bool(here) and all(covered(piece, here) >= HALF for piece in part.pieces)


def covered(piece: Span, spans: Iterable[Span]) -> float:
    """The share of a piece's characters that some spans have together."""
    count = at = 0
    for span in sorted(spans, key=lambda span: span.start):
        start, end = max(piece.start, span.start, at), min(piece.end, span.end)
        if end > start:
            count, at = count + end - start, end
    return count / len(piece)


def reads_the_same(part: Part, spans: Sequence[Span], text: str) -> bool:
    """Whether a place in `text` reads as the one does that a part was taken from, and is as near to the quotation."""
    ordered = sorted(spans, key=lambda span: span.start)
    areas = [span.of(text) for span in ordered] + [" ".join(span.of(text) for span in ordered)]
    return any(_is_as_near(part, folded(area)) for area in areas)


def _is_as_near(part: Part, words: Sequence[str]) -> bool:
    if len(words) > LONGER * len(part.source) + ROOM:
        return False
    alike = in_order(part.source, words) >= ALIKE * len(part.source)
    return alike and in_order(part.quoted, words) >= part.shared
