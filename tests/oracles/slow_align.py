"""A slow, obvious aligner: every way to lay a segment, tried out from the words of the docstring of match/align.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from holdwater.match import align as fast
from holdwater.match.align import Ends, Step
from holdwater.match.presets import VERBATIM, Preset
from holdwater.match.quoted import Element, ElementKind
from holdwater.match.words import Words

IMPOSSIBLE = 1e9


def cheapest(
    elements: Sequence[Element], words: Words, start: int, end: int, ends: Ends, preset: Preset = VERBATIM
) -> float:
    """The lowest cost of laying all of `elements` against source words start..end."""

    @cache
    def rest(i: int, j: int, running: str) -> float:
        """The cost from element i and word j on; `running` is "out" in words left out, "bracket" in a bracket's."""
        done = i == len(elements) and (ends.end or j == end)
        return min([0.0 if done else IMPOSSIBLE, *(price + rest(*to) for price, to in steps(i, j, running))])

    def steps(i: int, j: int, running: str) -> Iterator[tuple[float, tuple[int, int, str]]]:
        behind_bracket = i > 0 and elements[i - 1].kind is ElementKind.BRACKET
        if j < end:
            if behind_bracket:
                yield absorbed(elements[i - 1], words.keys[j], running), (i, j + 1, "bracket")
            elif i or not ends.start:
                passed = may_stand_alone(words, j, preset)
                yield left_out(passed, running), (i, j + 1, running if passed else "out")
        if i == len(elements):
            return
        element = elements[i]
        if element.kind is ElementKind.BRACKET:
            yield fast.BRACKET_SKIP, (i + 1, j, "")
            return
        yield put_in(element, preset), (i + 1, j, "")
        if j < end:
            yield exchange(element, words.keys[j], preset), (i + 1, j + 1, "")
            second = elements[i + 1] if i + 1 < len(elements) else element
            plain = second is not element and second.kind is not ElementKind.BRACKET
            if plain and element.key + second.key == words.keys[j]:
                yield 0.0, (i + 2, j + 1, "")
        if j + 1 < end and words.keys[j] + words.keys[j + 1] == element.key:
            yield 0.0, (i + 1, j + 2, "")

    starts = range(start, end + 1) if ends.start else [start]
    return min(rest(0, j, "") for j in starts)


def first_end(
    elements: Sequence[Element], words: Words, start: int, end: int, ends: Ends, preset: Preset = VERBATIM
) -> int:
    """The first word behind which a cheapest alignment ends."""
    if not ends.end:
        return end
    closed = Ends(start=ends.start, end=False)
    costs = {at: cheapest(elements, words, start, at, closed, preset) for at in range(start, end + 1)}
    return next(at for at, cost in costs.items() if cost < min(costs.values()) + 1e-3)


def may_stand_alone(words: Words, index: int, preset: Preset) -> bool:
    return words.is_noise(index) or words.keys[index] in preset.passable


def put_in(element: Element, preset: Preset) -> float:
    return fast.NOISE if element.key in preset.passable else fast.INSERT


def left_out(passed: bool, running: str) -> float:
    if passed:
        return fast.NOISE
    return fast.OMIT_MORE if running == "out" else fast.OMIT_OPEN


def absorbed(bracket: Element, word: str, running: str) -> float:
    if word.strip("[]") in bracket.key.split():
        return fast.BRACKET_OWN
    return fast.BRACKET_MORE if running == "bracket" else fast.BRACKET_MORE + fast.BRACKET_OPEN


def exchange(element: Element, word: str, preset: Preset = VERBATIM) -> float:
    same_letter = element.kind is ElementKind.PARTIAL or element.key[:1] == word[:1]
    if same_letter and fast.fits(element, word):
        return 0.0
    if preset.exchange:
        return min(preset.exchange(element.key, word), fast.REPLACE)
    return fast.SIMILAR if element.key[:1] == word[:1] and fast.similar(element.key, word) else fast.REPLACE


def cost_of(steps: Sequence[Step], elements: Sequence[Element], words: Words, preset: Preset = VERBATIM) -> float:
    """What the steps cost, added up one by one."""
    total, running = 0.0, ""
    for step in steps:
        took, passed = elements[step.first : step.last], words.keys[step.start : step.end]
        if not took:
            before = elements[step.first - 1] if step.first else None
            if before and before.kind is ElementKind.BRACKET:
                total, running = total + absorbed(before, passed[0], running), "bracket"
            else:
                alone = may_stand_alone(words, step.start, preset)
                total, running = total + left_out(alone, running), running if alone else "out"
            continue
        running = ""
        if took[0].kind is ElementKind.BRACKET and len(took) == 1:
            total += fast.BRACKET_SKIP
        elif not passed:
            total += put_in(took[0], preset)
        elif len(took) == len(passed) == 1:
            total += exchange(took[0], passed[0], preset)
        else:
            assert "".join(element.key for element in took) == "".join(passed)
    return total
