"""Where to place a gap that could stand in several places at the same cost.

    quotation  The board sat. The board rose.
    source     The board sat. The board ate. The board rose.
               The board sat. -------------- The board rose.      not: The board sat. The board [ate. The board] rose.

Words left out are most likely whole sentences, or what stands between commas: a gap is slid back over equal words until
it begins and ends at such a mark.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match.quoted import BRACKET, PLAIN, Element
from holdwater.match.steps import Step
from holdwater.match.words import Words
from holdwater.patterns import waiting

_STOP, _PAUSE = waiting(r"[.!?]|\n\s*\n"), waiting(r"[,;:()]")


def settled(steps: list[Step], elements: Sequence[Element], words: Words) -> list[Step]:
    """The steps of an alignment with every gap where it reads best; their cost stays what it was."""
    start = 0
    while start < len(steps):
        end = start
        while end < len(steps) and steps[end].first == steps[end].last:
            end += 1
        if 0 < start < end:
            by = _best_slide(steps, start, end, elements, words)
            if by:
                steps[start - by : end] = _slid(steps[start - by : end], by)
        start = end + 1
    return steps


def _best_slide(steps: list[Step], start: int, end: int, elements: Sequence[Element], words: Words) -> int:
    """How many words back the gap of steps start..end reads best."""
    first, last = steps[start].start, steps[end - 1].end
    best, most = 0, parting(words, first) + parting(words, last)
    for by in range(1, min(start, end - start) + 1):
        before = steps[start - by]
        if before.first + 1 != before.last or before.end != before.start + 1:
            break
        key, element = words.keys[before.start], elements[before.first]
        same = element.key == key == words.keys[last - by] and element.kind is PLAIN
        if not same or not key.isalpha():
            break
        weight = parting(words, first - by) + parting(words, last - by)
        bracket = before.first > 0 and elements[before.first - 1].kind is BRACKET
        if weight > most and not bracket:
            best, most = by, weight
    return best


def parting(words: Words, at: int) -> int:
    """How strongly word `at` is parted from the one before it: 2 by a sentence's end, 1 by a pause."""
    if at <= 0 or at >= len(words):
        return 2
    between = words.text[words.ends[at - 1] : words.starts[at]]
    return 2 if _STOP.search(between) else 1 if _PAUSE.search(between) else 0


def _slid(steps: list[Step], by: int) -> list[Step]:
    """Pairs and the gap behind them, as the gap and the pairs behind it."""
    low, high, first = steps[0].start, steps[-1].end, steps[0].first
    gap = [Step(first, first, at, at + 1) for at in range(low, high - by)]
    pairs = [Step(first + n, first + n + 1, high - by + n, high - by + n + 1) for n in range(by)]
    return [*gap, *pairs]
