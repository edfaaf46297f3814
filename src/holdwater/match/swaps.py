"""Words that have only changed their place: put in on one side of a few words, left out on the other."""

from __future__ import annotations

from holdwater.document import Span
from holdwater.match.model import Change, Edit, EditKind
from holdwater.match.normalise import WORD, fold

SWAPPED = 3
"""Words: over no more than this many has a word changed its place; further off, it is lost here and gained there."""
MOST_CLEANED = 4_000
"""Characters of the source, a page and its heads: a longer difference is not cleaned and compared again."""


def with_swaps(edits: list[Edit], quotation: str, source: str) -> list[Edit]:
    """What was put in on one side of a few words and left out on the other has only changed its place."""
    kept: list[Edit] = []
    for edit in edits:
        kept.append(edit)
        if len(kept) < 3:
            continue
        first, middle, last = kept[-3:]
        if _is_swap(first, middle, last, quotation, source):
            in_quotation = [span for span in (first.quotation, middle.quotation, last.quotation) if len(span)]
            in_source = [span for span in (first.passage, middle.passage, last.passage) if len(span)]
            kept[-3:] = [Edit(EditKind.REPLACE, _over(in_quotation), _over(in_source), Change.ORDER)]
    return kept


def _over(spans: list[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def _is_swap(first: Edit, middle: Edit, last: Edit, quotation: str, source: str) -> bool:
    if middle.change is not Change.NONE:
        return False
    put_in, left_out = (first, last) if first.kind is EditKind.INSERT else (last, first)
    if put_in.kind is not EditKind.INSERT or left_out.kind is not EditKind.OMIT:
        return False
    if len(middle.quotation.of(quotation).split()) > SWAPPED or Change.MARKED in (first.change, last.change):
        return False
    return _keys(put_in.quotation, quotation) == _keys(left_out.passage, source)


def _keys(span: Span, text: str) -> list[str]:
    return [fold(word.group()) for word in WORD.finditer(text, span.start, span.end)]
