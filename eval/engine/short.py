"""Short quotations, two to five words: they stand in many places, or in one, or nowhere.

What is right depends on what was searched. With the source given, the place (or one that reads the same) is right, and
"too short to tell" where the words stand in the source more than once. In all the texts, the place is right, and "too
short to tell" always: the engine may want more than words so few. Anything else (not found, altered, another
place) is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.engine.items import Item
from eval.engine.scoring import Answer
from eval.engine.stretches import folded
from eval.measure import Measure
from holdwater.match.model import Fit

FOUND = (Fit.VERBATIM, Fit.EDITED, Fit.AMBIGUOUS)


def occurrences(item: Item, text: str) -> int:
    """How often the words of a short quotation stand in a text."""
    return f" {' '.join(folded(text))} ".count(f" {' '.join(item.made.parts[0].quoted)} ")


def anywhere(answers: Sequence[Answer]) -> Measure:
    """Right answers where all texts were searched."""
    measure = Measure("short_anywhere", "two to five words, in all texts: right or too short")
    for answer in answers:
        measure.count(_is_right(answer, too_short=True), answer.miss)
    return measure


def in_source(answers: Sequence[tuple[Answer, int]]) -> Measure:
    """Right answers where the source was given; with each, how often its words stand in the source."""
    measure = Measure("short_source", "two to five words, in their source: right")
    for answer, times in answers:
        measure.count(_is_right(answer, too_short=times > 1), answer.miss)
    return measure


def _is_right(answer: Answer, *, too_short: bool) -> bool:
    if answer.alignment.fit is Fit.TOO_SHORT:
        return too_short
    return all(answer.parts) and answer.alignment.fit in FOUND
