"""What of a quotation stands in a passage, read off its alignment: the runs, what nearly stands, what is lacking."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from holdwater.match.align import Laid, Step
from holdwater.match.chance import Likeness, run_bits
from holdwater.match.frequency import information
from holdwater.match.presets import FORGIVEN, VERBATIM, Preset, judged
from holdwater.match.prices import OMIT_MORE, REPLACE, fits, similar
from holdwater.match.quoted import BRACKET, PARTIAL, PLAIN, Element
from holdwater.match.words import Words

LEAST_LETTERS = 3
"""Letters of a partly bracketed word outside its brackets: with fewer ([T]he, [b]e) it says nothing."""
ISLAND = 9.0
"""Bits that a run must outweigh to part what is lacking: a rare word or a phrase does, a common word does not."""
MOST_GAP = 200
"""Words: beyond an ellipsis anything may have been left out, and how much says no more."""


def likeness_of(
    segments: Sequence[Sequence[Element]], laids: Sequence[Laid | None], words: Words, preset: Preset = VERBATIM
) -> Likeness:
    """The likeness of a quotation's segments and the places where they were laid, one behind the other.

    A segment that was laid nowhere counts among the words of the quotation, and matches nothing. Words that differ in
    a way the preset forgives count as nearly the same.
    """
    found = _Found(preset)
    total = sum(map(len, segments)) - sum([one[0] is BRACKET for segment in segments for one in segment])
    before: Laid | None = None
    for segment, laid in zip(segments, laids, strict=True):
        if laid is None:
            found.lacks(len(segment))
            continue
        if before is not None:
            found.gaps += min(MOST_GAP, abs(laid.start - before.end))
            found.lacks(0)
        found.begins()
        for step in laid.steps:
            found.takes(segment[step.first : step.last], step, words)
        before = laid
    found.lacks(0)
    return Likeness(found.runs, total, found.gaps, found.nearly, found.lacking, between=found.between)


class _Found:
    """What was found so far; the last run goes on until something parts it."""

    def __init__(self, preset: Preset) -> None:
        self._preset = preset
        self.runs: list[list[str]] = []
        self.nearly: list[str] = []
        self.gaps = self.lacking = 0
        self.between = 0.0
        self._running = False
        self._more = -inf  # words that the passage has more than the quotation, since the last run of the segment
        self._since = 0  # words of the quotation since the last run that carries a bit

    def begins(self) -> None:
        """Another segment: what the passage has before its first run is not between two runs."""
        self._more = -inf

    def takes(self, elements: Sequence[Element], step: Step, words: Words) -> None:
        """One step of the alignment."""
        quoted, width = len(elements), step.end - step.start
        if step.same:
            self._matches([element.key for element in elements])
            return
        if quoted == width == 1 and _is_just(elements[0], words.keys[step.start]):
            self._matches([elements[0].key])
            return
        if (
            not quoted
            and width
            and words.is_noise(step.start)
            and (width == 1 or words.all_noise(step.start, step.end))
        ):
            return
        if quoted and elements[0].kind is BRACKET:
            self.lacks(0)
            self._more = -inf
        elif not quoted or not width:
            self.gaps += quoted + width
            if not quoted and _is_over_a_page(step, words):
                self._more = -inf
            elif quoted or not judged((), words.keys[step.start : step.end], self._preset):  # a filler is nothing more
                self._more += width - quoted
            self.lacks(quoted)
        elif _stand(elements, keys := words.keys[step.start : step.end]):
            self._matches([element.key for element in elements])
        else:
            near = self._near([element.key for element in elements], keys)
            self.nearly += near
            self._more += width - quoted
            self.lacks(quoted - len(near))

    def _near(self, own: Sequence[str], theirs: Sequence[str]) -> list[str]:
        """The words that have nearly the same letters, or differ in a way that the preset forgives."""
        exchange = self._preset.exchange
        return [
            one
            for one, key in zip(own, theirs, strict=False)
            if similar(one, key) or (exchange and exchange(one, key) <= FORGIVEN)
        ]

    def lacks(self, words: int) -> None:
        """The run ends; so many words of the quotation do not stand here."""
        if self._running and _is_island(self.runs[-1]):
            self._since = 0
        elif self._running:
            self._since += len(self.runs[-1])
        self._running = False
        self._since += words
        self.lacking = max(self.lacking, self._since)

    def _matches(self, keys: list[str]) -> None:
        if not self._running:
            self.runs.append([])
            self.between += REPLACE + OMIT_MORE * (self._more - 1) if self._more > 0 else 0.0
            self._more = 0.0
        self.runs[-1] += keys
        self._running = True


def _is_over_a_page(step: Step, words: Words) -> bool:
    """Whether the text goes over a page's end at the words that a step leaves out: its head and foot stand there."""
    before = words.ends[step.start - 1] if step.start else 0
    return words.text.find("\f", before, words.starts[step.end - 1]) >= 0


def _is_just(element: Element, key: str) -> bool:
    return element.key == key and element.kind is PLAIN


def _is_island(run: Sequence[str]) -> bool:
    """Whether a run carries more bits than an island needs; one word that does is enough."""
    return any(information(key) > ISLAND for key in run) or run_bits(run, ISLAND) > 0


def _stand(elements: Sequence[Element], keys: Sequence[str]) -> bool:
    """Whether the elements are these words, one word written as two allowed for."""
    if any(one.kind is PARTIAL and len(one.head) + len(one.tail) < LEAST_LETTERS for one in elements):
        return False
    if len(elements) == len(keys) == 1:
        return fits(elements[0], keys[0])
    return "".join(one.key for one in elements) == "".join(keys)
