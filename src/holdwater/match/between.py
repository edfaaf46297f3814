"""Lay a segment by its anchors: what lies before, between and behind them is short, and is aligned by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from holdwater.match.align import REPLACE, SIMILAR, Ends, Laid, Step, align, fits, similar
from holdwater.match.anchors import slid, without_numbers
from holdwater.match.quoted import Element, ElementKind
from holdwater.match.words import Words

ROOM = 6
"""Words of the source beside the first and the last anchor that the rest of the segment may be laid in, more than it
has itself."""


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
    before = _laid(segment, words, (0, head.first), (low, head.start), Ends(start=True, end=False))
    high = min(end, tail.end + len(segment) - tail.last + ROOM)
    behind = _laid(segment, words, (tail.last, len(segment)), (tail.end, high), Ends(start=False, end=True))
    gaps = [
        _laid(segment, words, (one.last, other.first), (one.end, other.start), Ends(start=False, end=False))
        for one, other in pairwise(fixed)
    ]
    steps = list(before.steps)
    for anchor, gap in zip(fixed, [*gaps, behind], strict=True):
        steps += [*without_numbers(anchor, segment), *gap.steps]
    return Laid(tuple(steps), before.cost + sum(gap.cost for gap in gaps) + behind.cost, before.start, behind.end)


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
    return Laid(tuple(_moved(laid.steps, first)), laid.cost, laid.start, laid.end)


def _is_word(element: Element, key: str) -> bool:
    """Whether a whole word stands against a word that is no note mark: to exchange them is then the cheapest."""
    return element.kind is ElementKind.WORD and not key[0].isdigit() and key[0] != "["


def _price(element: Element, key: str) -> float:
    alike = element.key[:1] == key[:1]
    if alike and fits(element, key):
        return 0.0
    return SIMILAR if alike and min(len(element.key), len(key)) > 2 and similar(element.key, key) else REPLACE


def _moved(steps: Iterable[Step], by: int) -> Iterator[Step]:
    return (Step(step.first + by, step.last + by, step.start, step.end) for step in steps)
