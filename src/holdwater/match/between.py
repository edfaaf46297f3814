"""Lay a segment by its anchors: what lies before, between and behind them is short, and is aligned by itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from holdwater.match.align import INSERT, REPLACE, SIMILAR, Ends, Laid, Step, align, fits, similar
from holdwater.match.anchors import slid, without_numbers
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.words import Words

ROOM = 6
"""Words of the source beside the first and the last anchor that the rest of the segment may be laid in, more than it
has itself."""
HALF = 0.4
"""The share of a segment that its anchors hold where it may be half a quotation, with the other half from elsewhere."""
STRAY = 4
"""Words of a segment that stand in a window in order, but not where it was laid: so many do by chance."""

_BEFORE, _BEHIND, _CLOSED = Ends(start=True, end=False), Ends(start=False, end=True), Ends(start=False, end=False)


def lay_by_anchors(segment: Sequence[Element], words: Words, fixed: Sequence[Step], start: int, end: int) -> Laid:
    """A segment laid in source words start..end, whose free ends cost nothing.

    Args:
        segment: the segment.
        words: the source.
        fixed: its anchors, in order, one at least.
        start: the window's first word.
        end: the word after its last.
    """
    fixed = _settled(fixed, words)
    head, tail = fixed[0], fixed[-1]
    low = max(start, head.start - head.first - ROOM)
    before = _laid(segment, words, (0, head.first), (low, head.start), _BEFORE)
    high = min(end, tail.end + len(segment) - tail.last + ROOM)
    behind = _laid(segment, words, (tail.last, len(segment)), (tail.end, high), _BEHIND)
    gaps = [
        _laid(segment, words, (one.last, other.first), (one.end, other.start), _CLOSED)
        for one, other in pairwise(fixed)
    ]
    steps = list(before.steps)
    for anchor, gap in zip(fixed, [*gaps, behind], strict=True):
        steps += [*without_numbers(anchor, segment), *gap.steps]
    return Laid(tuple(steps), before.cost + sum(gap.cost for gap in gaps) + behind.cost, before.start, behind.end)


def is_all(segment: Sequence[Element], words: Words, fixed: Sequence[Step], laid: Laid, start: int, end: int) -> bool:
    """Whether nothing more of a segment can be in source words start..end than its anchors and what was laid by them.

    So it is where the rest costs no more than if nothing stood there for it, and no other order of words would have
    markedly more of it in the window: the rest is from elsewhere.
    """
    held = sum(step.last - step.first for step in fixed)
    if held < HALF * len(segment) or laid.cost > INSERT * (len(segment) - held):
        return False
    keys = words.keys[start:end]
    own = [element.key for element in segment]
    stand = sum(_standing(step, own, keys, start) for step in laid.steps)
    return int(LCSseq.similarity(own, keys)) <= stand + STRAY


def _standing(step: Step, own: Sequence[str], keys: Sequence[str], origin: int) -> int:
    """How many words of a step are the same on both sides."""
    if step.same:
        return step.last - step.first
    return int(step.first < step.last and own[step.first : step.last] == keys[step.start - origin : step.end - origin])


def _settled(fixed: Sequence[Step], words: Words) -> list[Step]:
    """The anchors, with the words left out between two of them where they read best."""
    settled = [fixed[0]]
    for after in fixed[1:]:
        before = settled.pop()
        if before.last == after.first and before.end < after.start:
            before, after = slid(before, after, words)
        settled += [before, after]
    return settled


def _laid(
    segment: Sequence[Element], words: Words, elements: tuple[int, int], place: tuple[int, int], ends: Ends
) -> Laid:
    """Some elements aligned with some words."""
    first, last = elements
    start, end = place
    if first == last and (ends.start or ends.end or start == end):
        at = end if ends.start else start
        return Laid((), 0.0, at, at)
    closed = not (ends.start or ends.end)
    if closed and last - first == end - start == 1 and _is_word(segment[first], words.keys[start]):
        price = _price(segment[first], words.keys[start])
        return Laid((Step(first, last, start, end),), price, start, end)
    laid = align(segment[first:last], words, start, end, ends)
    if first:
        for step in laid.steps:  # they were made for this; others would take as long again
            step.first += first
            step.last += first
    return laid


def _is_word(element: Element, key: str) -> bool:
    """Whether a whole word stands against a word that is no note mark: to exchange them is then the cheapest."""
    return element.kind is PLAIN and not key[0].isdigit() and key[0] != "["


def _price(element: Element, key: str) -> float:
    alike = element.key[:1] == key[:1]
    if alike and fits(element, key):
        return 0.0
    return SIMILAR if alike and min(len(element.key), len(key)) > 2 and similar(element.key, key) else REPLACE
