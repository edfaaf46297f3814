"""The runs of a segment that stand in a window word for word, and in the segment's order.

    segment   a b c X d e f g h Y i j k
    window    p a b c - d e f g h - i j k q      anchors: a b c, d e f g h, i j k

They are found word by word: where a word of the segment stands in the window, and the word before it does not stand
before it there, a run may begin. What lies between two anchors is short, and is aligned by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from holdwater.match.gaps import parting
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.runs import LEAST, Run
from holdwater.match.steps import Step
from holdwater.match.words import Words

MOST_SLID = 30
"""Words by which a gap is moved at most."""


def anchors(
    segment: Sequence[Element], words: Words, start: int, end: int, known: Sequence[Run] | None = None
) -> list[Step]:
    """The runs of a segment that stand in source words start..end, in order; of two that cross, the longer one.

    Brackets, and words partly in brackets, are in no run. Time grows with the segment's length times the window's at
    most, memory with both together. `known` are the runs by their hashes, if these were compared before.
    """
    runs = None if known is None else _confirmed(known, segment, words, start)
    if runs is None:
        own = [element.key if element.kind is PLAIN else None for element in segment]
        runs = _runs(own, words.keys[start:end])
    if not _in_order(runs):
        runs.sort(key=lambda run: run[1] - run[0])
        runs = _chosen(runs, (0, len(segment)), (0, end - start))
    return [Step(first, first + length, start + at, start + at + length, same=True) for first, at, length in runs]


def _confirmed(known: Sequence[Run], segment: Sequence[Element], words: Words, start: int) -> list[Run] | None:
    """The runs, where all of them are the same by their letters too."""
    for first, at, length in known:
        own = [one[1] for one in segment[first : first + length] if one[0] is PLAIN]
        if own != words.keys[start + at : start + at + length]:
            return None
    return list(known)


def _runs(own: Sequence[str | None], keys: Sequence[str]) -> list[Run]:
    """All runs of at least `LEAST` words that are the same."""
    places: dict[str | None, list[int]] = {}
    for word, there in enumerate(keys):
        places.setdefault(there, []).append(word)
    mine, theirs = [*own, None], [*keys, ""]
    found: list[Run] = []
    for first, key in enumerate(own):
        for at in places.get(key, ()):
            goes_on = first and at and mine[first - 1] == theirs[at - 1]
            if goes_on or mine[first + 1] != theirs[at + 1]:
                continue
            length = 2
            while mine[first + length] == theirs[at + length]:
                length += 1
            if length >= LEAST:
                found.append((first, at, length))
    return found


def _in_order(runs: Sequence[Run]) -> bool:
    """Whether runs lie one behind the other on both sides, so that none crosses another."""
    return all(
        first + length <= other and at + length <= place for (first, at, length), (other, place, _) in pairwise(runs)
    )


def _chosen(runs: list[Run], own: tuple[int, int], theirs: tuple[int, int]) -> list[Run]:
    """The longest run within some elements and some words, and the same of what is before and behind it."""
    best: Run = (0, 0, 0)
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
    numbers = [index for index in range(step.first, step.last) if segment[index].key[0].isdigit()]
    at, by = step.first, step.start - step.first
    for index in numbers:
        if index > at:
            yield Step(at, index, at + by, index + by, same=True)
        yield Step(index, index + 1, index + by, index + by + 1)
        at = index + 1
    if at < step.last:
        yield Step(at, step.last, at + by, step.last + by, same=True)
