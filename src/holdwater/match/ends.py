"""The two ends of a passage, where an alignment with free ends has the least to go by."""

from __future__ import annotations

import re
from dataclasses import replace

from holdwater.match.align import Laid, Step
from holdwater.match.quoted import Element, ElementKind
from holdwater.match.words import Words

_STOP = re.compile(r"[.!?](?!\d)|\n\s*\n")


def faced(laid: Laid, segment: tuple[Element, ...], words: Words, *, start: bool, end: bool) -> Laid:
    """Set a lone foreign word at an end of the quotation against the word that stands there in the source.

    With free ends, putting a word in is cheaper than exchanging it; but "an audience" for "an addressee" is an
    exchange. Nothing is set against a word of another sentence.

    Args:
        laid: the segment as it was laid.
        segment: its elements.
        words: the source.
        start: whether the segment opens the quotation.
        end: whether it closes it.
    """
    steps = list(laid.steps)
    if end and len(steps) > 1 and _is_lone(steps[-1], steps[-2], segment) and _goes_on(words, laid.end - 1):
        steps[-1] = replace(steps[-1], end=laid.end + 1)
        laid = replace(laid, steps=tuple(steps), end=laid.end + 1)
    if start and len(steps) > 1 and _is_lone(steps[0], steps[1], segment) and _goes_on(words, laid.start - 1):
        steps[0] = replace(steps[0], start=laid.start - 1)
        laid = replace(laid, steps=tuple(steps), start=laid.start - 1)
    return laid


def _is_lone(step: Step, neighbour: Step, segment: tuple[Element, ...]) -> bool:
    """Whether a step puts in one word, beside words that stand in the source."""
    alone = step.last - step.first == 1 and step.start == step.end and neighbour.end > neighbour.start
    return alone and segment[step.first].kind is ElementKind.WORD


def _goes_on(words: Words, before: int) -> bool:
    """Whether the word after `before` belongs to the same sentence, and is the source's prose."""
    if before < 0 or before + 1 >= len(words) or words.is_noise(before) or words.is_noise(before + 1):
        return False
    return not _STOP.search(words.text, words.ends[before], words.starts[before + 1])
