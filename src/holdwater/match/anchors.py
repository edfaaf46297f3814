"""The runs of a segment that stand in a window word for word, and in the segment's order.

    segment   a b c X d e f g h Y i j k
    window    p a b c - d e f g h - i j k q      anchors: a b c, d e f g h, i j k

They are found by comparing all words with all at once, by their hashes, and checked by their letters. What lies between
two anchors is short, and is aligned by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from holdwater.match.folding import Numbers, hash_of
from holdwater.match.gaps import parting
from holdwater.match.quoted import Element, ElementKind
from holdwater.match.steps import Step
from holdwater.match.words import Words

LEAST = 3
"""Words: shorter runs meet by chance beside their place."""

MOST_SLID = 30
"""Words by which a gap is moved at most."""

_Run = tuple[int, int, int]
"""Its first element, its first word of the window, its length."""


def anchors(segment: Sequence[Element], words: Words, start: int, end: int) -> list[Step]:
    """The runs of a segment that stand in source words start..end, in order; of two that cross, the longer one.

    Time and memory grow with the segment's length times the window's.
    """
    runs = _runs(_hashes_of(segment), words.hashes[start:end])
    chosen = _chosen(runs, (0, len(segment)), (0, end - start)) if runs else []
    steps = [Step(first, first + length, start + at, start + at + length, same=True) for first, at, length in chosen]
    return [step for step in steps if _stands(step, segment, words)]


def _hashes_of(segment: Sequence[Element]) -> Numbers:
    """The words' hashes; what is in brackets has one that its letters do not bear out."""
    return np.array([hash_of(element.key) for element in segment], np.uint32)


def _runs(own: Numbers, theirs: Numbers) -> list[_Run]:
    """All runs of at least `LEAST` words that are the same."""
    at, word = np.nonzero(own[:, None] == theirs)
    # Along a diagonal of the table, the words of a run have numbers that follow one another.
    numbers = np.sort((word - at + len(own)) * (len(own) + 1) + at)
    if not len(numbers):
        return []
    begins = np.flatnonzero(np.concatenate([[True], numbers[1:] - numbers[:-1] != 1]))
    lengths = np.diff(np.append(begins, len(numbers)))
    long = lengths >= LEAST
    first = numbers[begins[long]] % (len(own) + 1)
    diagonal = numbers[begins[long]] // (len(own) + 1) - len(own)
    return list(zip(first.tolist(), (first + diagonal).tolist(), lengths[long].tolist(), strict=True))


def _chosen(runs: list[_Run], own: tuple[int, int], theirs: tuple[int, int]) -> list[_Run]:
    """The longest run within some elements and some words, and the same of what is before and behind it."""
    best: _Run = (0, 0, 0)
    if own[1] - own[0] < LEAST:
        return []
    for first, at, length in runs:
        by = max(own[0] - first, theirs[0] - at, 0)
        kept = min(length - by, own[1] - first - by, theirs[1] - at - by)
        if kept > best[2]:
            best = (first + by, at + by, kept)
    first, at, length = best
    if length < LEAST:
        return []
    before = _chosen(runs, (own[0], first), (theirs[0], at))
    behind = _chosen(runs, (first + length, own[1]), (at + length, theirs[1]))
    return [*before, best, *behind]


def _stands(step: Step, segment: Sequence[Element], words: Words) -> bool:
    own = segment[step.first : step.last]
    return [element.key for element in own] == words.keys[step.start : step.end] and all(
        element.kind is ElementKind.WORD for element in own
    )


def slid(before: Step, after: Step, words: Words) -> tuple[Step, Step]:
    """Two anchors with nothing but words left out between them, the gap where a sentence or clause begins (`gaps`)."""
    low, high = before.end, after.start
    keys = words.keys[max(before.start, low - MOST_SLID) : min(after.end, high + MOST_SLID)]
    origin = max(before.start, low - MOST_SLID)
    back = _shared(keys, low - origin - 1, high - origin - 1, -1, before.last - before.first - 1)
    on = _shared(keys, low - origin, high - origin, 1, after.last - after.first - 1)
    by = max(range(on, -back - 1, -1), key=lambda by: parting(words, low + by) + parting(words, high + by))
    return (
        Step(before.first, before.last + by, before.start, before.end + by, same=True),
        Step(after.first + by, after.last, after.start + by, after.end, same=True),
    )


def _shared(keys: Sequence[str], low: int, high: int, step: int, most: int) -> int:
    """How many words from `low` and from `high` on are the same, in one direction."""
    count = 0
    while count < most and 0 <= low < len(keys) and 0 <= high < len(keys) and keys[low] == keys[high]:
        low, high, count = low + step, high + step, count + 1
    return min(count, MOST_SLID)


def without_numbers(step: Step, segment: Sequence[Element]) -> Iterator[Step]:
    """An anchor cut at its numbers: of these more is looked at than their digits (a sign, a unit, a decimal point)."""
    at = step.first
    for index in range(step.first, step.last + 1):
        if index < step.last and not segment[index].key[0].isdigit():
            continue
        by = step.start - step.first
        if index > at:
            yield Step(at, index, at + by, index + by, same=True)
        if index < step.last:
            yield Step(index, index + 1, index + by, index + by + 1)
        at = index + 1
