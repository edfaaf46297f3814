"""One call for the whole engine: a quotation and a text in, an alignment out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from holdwater.document import Span
from holdwater.match.align import Laid
from holdwater.match.brackets import owned_brackets, stands_literally
from holdwater.match.cut import cut_after
from holdwater.match.ends import faced
from holdwater.match.judge import edits_of
from holdwater.match.model import HARMLESS, Alignment, Change, Edit, EditKind, Fit
from holdwater.match.place import Placement, placements
from holdwater.match.quoted import Quoted
from holdwater.match.splice import spliced, trimmed, without_chance
from holdwater.match.words import Words

CLEARLY = 0.9
"""From this score on the quotation was surely made from this passage or its twin, and is altered against both."""
BRACKET = 0.5
"""What a bracket in a quotation of one to three words may cost; a changed word would cost more (`align.SIMILAR`)."""
ALL = 0.95
"""All of a quotation of one to three words, though a note mark stands between them."""
NEARLY = 0.04
"""Two passages whose scores differ by less than this are as good as one another."""
_MARKED = re.compile(r"[\[(…*]|\.\s?\.")

Prefer = Callable[[Span], bool]


def locate(quotation: str, text: str | Words, *, after: str = "", prefer: Prefer | None = None) -> Alignment:
    """Find a quotation in a text and say how it stands to it.

    Args:
        quotation: the words quoted, without the outer quotation marks.
        text: the source's text, or its `Words` where many quotations are laid against one text.
        after: what follows the quotation in the document: where it ends a sentence, and notes such as
            "(emphasis added)" or "(citations omitted)".
        prefer: which of equally good passages to take (the cited page's, say).

    Returns:
        The alignment; its spans are offsets in `quotation` and in `text`. `fit` is NOT_FOUND where nothing comes near
        enough to be called the passage, TOO_SHORT for a single word.
    """
    words = text if isinstance(text, Words) else Words.of(text)
    if _MARKED.search(quotation) and stands_literally(quotation, words):
        whole = Quoted.literally(quotation)
        return _best(whole, placements(whole, words), words, after, prefer)
    quoted = Quoted.of(quotation, after=after)
    found = placements(quoted, words)
    owned = owned_brackets(quoted, found[0], words) if found and "[" in quotation else set[int]()
    if owned:
        quoted = Quoted.of(quotation, after=after, owned=owned)
        found = placements(quoted, words)
    return _best(quoted, found, words, after, prefer)


def least_score(count: int, *, bracketed: bool = False) -> float:
    """The score from which a passage counts as found, for a quotation of `count` words, some beside brackets.

    Short quotations meet by chance; a long one of which half stands in the source was made from it. Measured on court
    opinions: of quotations laid against an opinion that does not have them, one in a hundred passes.
    """
    if count <= 3:
        return 1.0 - BRACKET / count if bracketed else ALL
    if count <= 6:
        return 0.72
    return 0.64 if count <= 10 else 0.55


def _best(quoted: Quoted, places: Sequence[Placement], words: Words, after: str, prefer: Prefer | None) -> Alignment:
    count = quoted.words
    if count == 0:
        return Alignment(Fit.TOO_SHORT)
    least = least_score(count, bracketed=quoted.bracketed)
    found = [one for one in places if _score(one, count) >= least]
    if not found:
        return Alignment(Fit.NOT_FOUND)
    found = _preferred(found, words, count, prefer)
    best = _aligned(quoted, found[0], words, count, after)
    if len(found) == 1:
        return replace(best, confidence=1.0 if count > 1 else 0.5)
    second = _aligned(quoted, found[1], words, count, after)
    lead = max(0.0, best.score - second.score)
    return replace(
        best,
        fit=Fit.AMBIGUOUS if lead < NEARLY / 4 and _torn(best, second) else best.fit,
        confidence=min(1.0, lead / 0.25),
        runner_up=second if lead < 5 * NEARLY else None,
    )


def _torn(best: Alignment, second: Alignment) -> bool:
    """Whether nobody can say which of two altered passages was meant: both are some way off, each in its own way."""
    differ = [(edit.quotation, edit.change) for edit in best.edits] != [
        (edit.quotation, edit.change) for edit in second.edits
    ]
    return best.fit is Fit.ALTERED and differ and best.score < CLEARLY and not best.elsewhere


def _preferred(found: list[Placement], words: Words, count: int, prefer: Prefer | None) -> list[Placement]:
    """Of the placements that are as good as the first, a preferred one to the front."""
    if prefer is None:
        return found
    best = _score(found[0], count)
    for index, one in enumerate(found):
        if best - _score(one, count) > 1e-9:
            break
        if prefer(words.span(one.start, one.end)):
            return [one, *found[:index], *found[index + 1 :]]
    return found


def _score(placement: Placement, count: int) -> float:
    return max(0.0, 1.0 - placement.cost / count)


def _aligned(quoted: Quoted, placement: Placement, words: Words, count: int, after: str) -> Alignment:
    edits: list[Edit] = []
    laids = _faced(quoted, placement, words)
    for index, (segment, laid) in enumerate(zip(quoted.segments, laids, strict=True)):
        if laid is None:
            span = Span(segment[0].span.start, segment[-1].span.end)
            here = edits[-1].passage.end if edits else words.starts[placement.start]
            edits.append(Edit(EditKind.INSERT, span, Span(here, here), Change.ADDITION))
        else:
            edits += edits_of(quoted, segment, laid, words)
        if index < len(quoted.gaps):
            edits.append(_gap(quoted.gaps[index], placement.laid[index : index + 2], words, edits))
    if placement.order:
        edits.append(_order_edit(edits))
    stand = [laid for laid in laids if laid and laid.end > laid.start]
    spans = tuple(words.span(laid.start, laid.end) for laid in stand)
    elsewhere = spliced(edits, quoted.text, words)
    edits = without_chance(edits, elsewhere)
    return Alignment(
        fit=_fit(edits),
        score=round(_score(placement, count), 4),
        spans=trimmed(spans, edits) if elsewhere else spans,
        edits=tuple(edits),
        cut=cut_after(words, stand[-1].end, quoted.text, after) if stand else None,
        order=placement.order,
        elsewhere=elsewhere,
    )


def _faced(quoted: Quoted, placement: Placement, words: Words) -> list[Laid | None]:
    last = len(quoted.segments) - 1
    return [
        faced(laid, segment, words, start=index == 0, end=index == last) if laid else None
        for index, (segment, laid) in enumerate(zip(quoted.segments, placement.laid, strict=True))
    ]


def _gap(gap: Span, around: Sequence[object], words: Words, edits: list[Edit]) -> Edit:
    """The ellipsis itself: the words of the source that it owns up to leaving out."""
    left, right = around if len(around) == 2 else (None, None)
    start = getattr(left, "end", None)
    end = getattr(right, "start", None)
    if start is None or end is None or end < start:
        at = edits[-1].passage.end
        return Edit(EditKind.OMIT, gap, Span(at, at), Change.MARKED)
    return Edit(EditKind.OMIT, gap, words.span(start, end), Change.MARKED)


def _order_edit(edits: list[Edit]) -> Edit:
    last = edits[-1]
    return Edit(
        EditKind.REPLACE,
        Span(last.quotation.end, last.quotation.end),
        Span(last.passage.end, last.passage.end),
        Change.ORDER,
    )


def _fit(edits: Sequence[Edit]) -> Fit:
    changes = {edit.change for edit in edits}
    if changes - HARMLESS:
        return Fit.ALTERED
    return Fit.EDITED if Change.MARKED in changes else Fit.VERBATIM
