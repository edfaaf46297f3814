"""The two ends of a passage, where an alignment with free ends has the least to go by."""

from __future__ import annotations

from dataclasses import replace

from holdwater.match import noise
from holdwater.match.align import Laid, Step
from holdwater.match.normalise import keys_of
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.words import Words
from holdwater.patterns import waiting

BESIDE = 12
"""Words of the source, a page head's or an entity's letters, that may stand between a quotation's last words."""
RAGGED = 4
"""Words at an end of the quotation that are looked for behind them."""
LEFT_OUT = 2
"""Words between an end of the quotation and the rest of it that are left out rather than one exchanged."""
_MARKED = waiting(r"[&*_<\n]|(?<!\w)\.\d")

_SMALL = frozenset("a an the this that these those his her its their my our your of to in and or".split())
_STOP = waiting(r"[.!?](?!\d)|\n\s*\n")


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
    if _pairs(laid.steps[0]) and _pairs(laid.steps[-1]):
        return laid
    laid = _reclaimed(laid, segment, words, start=start, end=end)
    steps = list(laid.steps)
    if end and len(steps) > 1 and _is_lone(steps[-1], steps[-2], segment) and _goes_on(words, laid.end - 1):
        at = _standing(segment[-1], words, range(laid.end, laid.end + LEFT_OUT + 1))
        steps[-1:] = _set_behind(steps[-1], laid.end, at)
        laid = replace(laid, steps=tuple(steps), end=at + 1)
    if start and len(steps) > 1 and _is_lone(steps[0], steps[1], segment) and _goes_on(words, laid.start - 1):
        at = _standing(segment[0], words, range(laid.start - 1, laid.start - LEFT_OUT - 2, -1))
        steps[:1] = _set_before(steps[0], laid.start, at)
        laid = replace(laid, steps=tuple(steps), start=at)
    return laid


def _standing(element: Element, words: Words, others: range) -> int:
    """The one of some words that an element is; the first of them where none of that sentence is it.

    Of small words two are exchanged: "the bridge" for "a bridge", whatever "the" is before it.
    """
    if element.key in _SMALL and words.keys[others[0]] in _SMALL:
        return others[0]
    for at in others:
        if not 0 <= at < len(words) or not _goes_on(words, at if others.step < 0 else at - 1):
            break
        if words.keys[at] == element.key:
            return at
    return others[0]


def _set_behind(step: Step, end: int, at: int) -> list[Step]:
    """Steps that set the last element against word `at` and leave out those from word `end` up to it."""
    left_out = [Step(step.first, step.first, index, index + 1) for index in range(end, at)]
    return [*left_out, replace(step, start=at, end=at + 1)]


def _set_before(step: Step, start: int, at: int) -> list[Step]:
    """Steps that set the first element against word `at` and leave out those from it up to word `start`."""
    left_out = [Step(step.last, step.last, index, index + 1) for index in range(at + 1, start)]
    return [replace(step, start=at, end=at + 1), *left_out]


def _is_lone(step: Step, neighbour: Step, segment: tuple[Element, ...]) -> bool:
    """Whether a step puts in one word, beside words that stand in the source."""
    alone = step.last - step.first == 1 and step.start == step.end and neighbour.end > neighbour.start
    return alone and segment[step.first].kind is PLAIN


def _goes_on(words: Words, before: int) -> bool:
    """Whether the word after `before` belongs to the same sentence, and is the source's prose."""
    if before < 0 or before + 1 >= len(words) or words.is_noise(before) or words.is_noise(before + 1):
        return False
    return not _STOP.search(words.text, words.ends[before], words.starts[before + 1] + 1)


def _reclaimed(laid: Laid, segment: tuple[Element, ...], words: Words, *, start: bool, end: bool) -> Laid:
    """The laid segment with the words at its ends that a page head or an entity parts from the rest.

    With free ends it is cheaper to put a word in than to pass over the line between.
    """
    steps = laid.steps
    if start:
        count = next((index for index, step in enumerate(steps) if _pairs(step)), 0)
        element, word = steps[count].first, steps[count].start
        if 0 < element <= RAGGED:
            first = _parted(segment[: element + 1], words, range(word - 1, max(-1, word - BESIDE), -1), word)
            if first is not None:
                laid = Laid((Step(0, element, first, word), *steps[count:]), laid.cost, first, laid.end)
    steps = laid.steps
    if end:
        count = next((index for index, step in enumerate(reversed(steps)) if _pairs(step)), 0)
        kept = steps[: len(steps) - count]
        element, word = kept[-1].last, kept[-1].end
        if 0 < len(segment) - element <= RAGGED:
            behind = range(word, min(len(words), word + BESIDE))
            last = _parted(segment[element - 1 :], words, behind, word - 1)
            if last is not None:
                steps = (*kept, Step(element, len(segment), word, last + 1))
                laid = Laid(steps, laid.cost, laid.start, last + 1)
    return laid


def _pairs(step: Step) -> bool:
    return step.last > step.first and step.end > step.start


def _parted(elements: tuple[Element, ...], words: Words, others: range, near: int) -> int | None:
    """The one of `others` up to which, from word `near` on, the source reads like the elements once it is cleaned."""
    wanted = [element.key for element in elements]
    for other in others:
        key = words.keys[other]
        if key.isalpha() and key != wanted[0 if other < near else -1]:
            continue
        low, high = words.starts[min(other, near)], words.ends[max(other, near)]
        if not _MARKED.search(words.text, low, high):
            continue
        cleaned = noise.clean(words.text, low, high)
        if cleaned == words.text[low:high] and abs(other - near) + 1 != len(wanted):
            continue
        if keys_of(cleaned) == wanted:
            return other
    return None
