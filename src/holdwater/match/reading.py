"""Lay a segment against a window as a preset reads both, and say the result in the words that stand there.

    quotation   we  do  not  pay  25  %         units of both views are aligned,
    source      we  we  don't    pay  twenty  five  percent  uh
    steps       we|we  we  do not|don't  pay|pay  25|twenty five  %|percent

A step of several words is one that the preset reads alike; a step of words on one side alone is what the preset passes
over, or what is really missing: `presets.same_view` tells the two apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import cast

from holdwater.match.align import Ends, Laid, Step, align
from holdwater.match.presets import MOST_WORDS, OFTEN, RARER, VERBATIM, Preset, judged
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.views import Cell, Stretch, View, widened
from holdwater.match.words import Words

BESIDE, AROUND = 3, 40
"""Words on either side of a difference that say what it is: in the source, and with its commas on its own side."""
Place = tuple[int, int]
_FREE = Ends()


@dataclass(frozen=True)
class _Window:
    """The units of a window of the source, as far as the aligner asks a `Words` for them."""

    words: Words
    view: View
    start: int

    @property
    def keys(self) -> tuple[str, ...]:
        return self.view.keys

    def is_noise(self, index: int) -> bool:
        """Whether a unit is one word, and that one the text's own apparatus."""
        first, last = self.view.firsts[index], self.view.lasts[index]
        return last - first == 1 and self.words.is_noise(self.start + first)


def align_read(
    elements: Sequence[Element],
    words: Words,
    start: int,
    end: int,
    ends: Ends = _FREE,
    *,
    most: float = inf,
    preset: Preset,
    text: str = "",
) -> Laid:
    """As `align.align`, of what the preset reads in the segment and in the window; the steps are over words.

    Args:
        elements: the segment.
        words: the source.
        start: the window's first word.
        end: the word after its last.
        ends: which of the window's ends are free.
        most: what an alignment may cost, in changed words.
        preset: what reads and prices; without a view, this is `align.align`.
        text: the quotation, in which the elements' spans lie; without it, its commas and dashes are not seen.
    """
    if preset.view is None:
        return align(elements, words, start, end, ends, most=most, preset=preset)
    own = _view_of(elements, preset, text)
    source = preset.view(Stretch.of(words, start, end))
    window = cast(Words, _Window(words, source, start))
    laid = align(_units(elements, own), window, 0, len(source.keys), ends, most=most, preset=preset)
    if laid.cost > most:
        return Laid((Step(0, len(elements), start, end),), laid.cost, start, end)
    moves = [(step.first, step.last, step.start, step.end) for step in laid.steps]
    steps = [
        Step(first, last, start + low, start + high)
        for first, last, low, high in widened(moves, own, source, len(elements))
    ]
    if not steps:
        return Laid((), laid.cost, start, start)
    return Laid(tuple(steps), laid.cost, steps[0].start, steps[-1].end)


def _view_of(elements: Sequence[Element], preset: Preset, text: str) -> View:
    """The view of a segment: its runs of whole words are read, brackets and partly bracketed words stay as they are."""
    cells: list[Cell] = []
    first = 0
    for index in range(len(elements) + 1):
        if index < len(elements) and elements[index].kind is PLAIN:
            continue
        cells += _read(elements, first, index, preset, text)
        if index < len(elements):
            cells.append(((elements[index].key,), index, index + 1))
        first = index + 1
    return View.of_cells(cells)


def _read(elements: Sequence[Element], first: int, last: int, preset: Preset, text: str) -> list[Cell]:
    run = elements[first:last]
    if not run or preset.view is None:
        return []
    keys = [one.key for one in run]
    whole = Stretch(text, keys, [one.start for one in run], [one.end for one in run]) if text else Stretch.of_keys(keys)
    view = preset.view(whole)
    return [
        ((key,), first + low, first + high) for key, low, high in zip(view.keys, view.firsts, view.lasts, strict=True)
    ]


def _units(elements: Sequence[Element], view: View) -> list[Element]:
    """The units of a view as elements; one that is an element as it stands stays that element."""
    units = []
    for key, first, last in zip(view.keys, view.firsts, view.lasts, strict=True):
        one = elements[first]
        if last - first > 1 or one.key != key:
            one = Element(PLAIN, key, one.start, elements[last - 1].end)
        units.append(one)
    return units


def is_manner(
    text: str,
    elements: Sequence[Element],
    first: int,
    last: int,
    words: Words,
    start: int,
    end: int,
    preset: Preset,
) -> bool:
    """Whether a difference, elements first..last against source words start..end, is one that the preset forgives.

    Its neighbours are looked at on both sides, with the texts: for the commas beside a filler, the brackets around a
    stage direction, the dash behind a word that was broken off.

    Args:
        text: the quotation, in which the elements' spans lie.
        elements: the segment.
        first: the difference's first element.
        last: the element after its last.
        words: the source.
        start: the difference's first word in the source.
        end: the word after its last.
        preset: what forgives.
    """
    inside = elements[first:last]
    if preset is VERBATIM or any(one.kind is not PLAIN for one in inside) or end - start > MOST_WORDS:
        return False
    low, high = max(0, start - BESIDE), min(len(words), end + BESIDE)
    own, theirs = [one.key for one in inside], list(words.keys[start:end])
    before, behind = list(words.keys[low:start]), list(words.keys[end:high])
    if judged(own, theirs, preset, before=before, behind=behind, count=_counter(words)):
        return True
    return _reads_alike(text, elements, (first, last), words, (start, end), preset)


def _reads_alike(
    text: str, elements: Sequence[Element], own: Place, words: Words, theirs: Place, preset: Preset
) -> bool:
    """Whether the preset reads the same in both halves of a difference, each seen among its own neighbours."""
    if preset.view is None or preset.exchange is None:
        return False
    first, start = max(0, own[0] - AROUND), max(0, theirs[0] - AROUND)
    view = _view_of(elements[first : own[1] + AROUND], preset, text)
    source = preset.view(Stretch.of(words, start, min(len(words), theirs[1] + AROUND)))
    mine = view.within(own[0] - first, own[1] - first)
    other = source.within(theirs[0] - start, theirs[1] - start)
    return mine is not None and other is not None and preset.is_same(mine, other)


def _counter(words: Words) -> Callable[[str], int]:
    """How many times a word stands in a source, counted as far as it matters."""
    return lambda key: len(words.find_all(key, OFTEN * RARER))
