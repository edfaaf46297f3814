"""Lay one segment of a quotation: as it stands, or aligned with a window, or around the pieces that stand unaltered.

    segment   a b c X d e f g h Y i j k
    source    a b c - d e f g h - i j k      pieces that stand are laid first; what is between them is aligned

What stands unaltered in a window belongs where it stands, as good as always. Where that leaves much to be aligned, a
segment of no more than `WHOLE` words is aligned as a whole, and so at the lowest cost there is.

All the work for one quotation is paid for out of one allowance, so that no input runs away: what it does not cover is
left as one difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import Protocol

from holdwater.match.align import REPLACE, Ends, Laid, Step, align
from holdwater.match.anchors import anchors, without_numbers
from holdwater.match.between import is_all, lay_by_anchors
from holdwater.match.chain import JOIN_WITHIN, Window, windows_in
from holdwater.match.paged import is_at_furniture, laid_over_pages
from holdwater.match.presets import VERBATIM, Preset
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.reading import align_read
from holdwater.match.runs import LEAST, Run
from holdwater.match.words import Words

MOST_CELLS = 250_000
"""The largest table that one alignment may fill, a twentieth of a second's work; what is larger is one difference."""
MOST_WORK = 1_500_000
"""Cells that all alignments for one quotation may fill together, a second's work at most; the best window is first."""
ALIGNING = 40
"""Cells: what every alignment costs, however small."""
SCANNED = 1_000
SEARCH = 5
"""A search through the source costs a few cells, and one more for so many words."""
LAYING = 300
"""Cells: what it costs to look for the windows of an altered segment."""
WHOLE = 100
"""Words: to align a segment of no more than this as a whole is about as quick as to align what its pieces leave."""
CLEAN = 0.35
"""Changed words in a word: what costs no more, laid by its anchors, is taken as it is; else all is aligned together."""
FAIR = 0.3
"""The share of a segment that its anchors must hold to be laid by them; else all is aligned together at once."""
PIECE = 16
"""Words: a longer one is laid by the pieces of this length that stand unaltered."""
SHORTEST_PIECE = 4
"""Words: where a table would still be too large, pieces of half the length are tried, down to this."""
MARGIN = 24
"""Words that may have been put in or left out before the first unaltered piece, or after the last."""
MOST_PLACES = 12
MOST_STEPS = 100_000
"""A long quotation's places are fewer: so many words of them in all, but two at least."""

Segment = tuple[Element, ...]


@dataclass
class Allowance:
    """How many cells of work one quotation may still cost."""

    cells: int = MOST_WORK

    def grants(self, cells: int) -> bool:
        """Whether so much work may be done; if so, it is counted."""
        if cells > self.cells:
            return False
        self.cells -= cells
        return True

    def grants_search(self, start: int, end: int) -> bool:
        """Whether source words start..end may be searched."""
        return self.grants(SEARCH + (end - start) // SCANNED)


def lay_anywhere(
    segment: Segment,
    words: Words,
    start: int,
    end: int,
    allowance: Allowance,
    preset: Preset = VERBATIM,
    *,
    most: float = inf,
) -> list[Laid]:
    """A segment's places in source words start..end: all exact ones, or else the best of its windows."""
    found = exact(segment, words, start, end)
    if found:
        return found
    if not allowance.grants(LAYING):
        return []
    laying = Laying(segment, words, allowance, preset, bounds=(start, end))
    return laying.inside(windows_in(segment, words, start, end), most)


def exact(segment: Segment, words: Words, start: int, end: int) -> list[Laid]:
    """The places where all of a segment stands as it is, in the source's order; none for one with brackets."""
    return exact_in(segment, words, [Window(start, end, 1.0)])


def exact_in(segment: Segment, words: Words, likely: Sequence[Window]) -> list[Laid]:
    """The places in some windows where all of a segment stands as it is; none for one with brackets."""
    most = max(2, min(MOST_PLACES, MOST_STEPS // max(1, len(segment))))
    found = _by_runs(segment, words, likely, most) if len(segment) >= LEAST else None
    if found is None:
        keys = _plain(segment)
        if not keys:
            return []
        found = [at for window in likely for at in words.find_all(keys, most, window.start, window.end)]
    return [as_it_is(segment, at) for at in dict.fromkeys(found)]


def _by_runs(segment: Segment, words: Words, likely: Sequence[Window], most: int) -> list[int] | None:
    """The first words of such places, by the runs of the windows; None where these do not say it."""
    found: list[int] = []
    count = len(segment)
    for window in likely:
        if window.runs is None:
            return None
        found += [window.start + at for _, at, length in window.runs if length == count][:most]
    if found:
        own = [one[1] for one in segment if one[0] is PLAIN]
        if any(words.keys[at : at + count] != own for at in found):
            return None
    return found


def exact_beside(segment: Segment, words: Words, start: int, end: int, *, after: bool) -> Laid | None:
    """The first exact place in source words start..end, or with `after` false the last."""
    keys = _plain(segment)
    if not keys:
        return None
    at = words.find(keys, start, end) if after else words.find_last(keys, start, end)
    return as_it_is(segment, at) if at >= 0 else None


def as_it_is(segment: Segment, at: int) -> Laid:
    """A segment laid word by word on the source from word `at` on."""
    steps = tuple(without_numbers(Step(0, len(segment), at, at + len(segment), same=True), segment))
    return Laid(steps, 0.0, at, at + len(segment))


def _one_by_one(first: int, last: int, at: int) -> list[Step]:
    return [Step(i, i + 1, at + i - first, at + i - first + 1) for i in range(first, last)]


def _plain(segment: Segment) -> str:
    """A segment's words as `Words.find` takes them; "" where some are in brackets."""
    if any(element.kind is not PLAIN for element in segment):
        return ""
    return " ".join(element.key for element in segment)


class _Align(Protocol):
    """`align` with a preset."""

    def __call__(
        self, elements: Sequence[Element], words: Words, start: int, end: int, ends: Ends = ..., *, most: float = ...
    ) -> Laid: ...


@dataclass(frozen=True)
class Laying:
    """A segment that stands nowhere as it is, laid in one window after another.

    `allowance` is what work may still be done; where it is used up, the windows left are one difference each. `preset`
    says what is forgiven besides. A place that costs by `lead` more than one laid before, in changed words, is none.
    Over a page's end it may go on beside its window, but within the source words of `bounds`.
    """

    segment: Segment
    words: Words
    allowance: Allowance
    preset: Preset = VERBATIM
    lead: float = inf
    bounds: tuple[int, int] | None = None

    def inside(self, likely: Sequence[Window], most: float = inf) -> list[Laid]:
        """The segment in each of some windows, the likeliest first, where it costs no more than `most`."""
        found: list[Laid] = []
        for window in likely:
            laid = self.around(window.start, window.end, most, window.runs)
            if laid.cost <= most:
                found.append(laid)
                most = min(most, laid.cost + self.lead)
        return found

    @property
    def _align(self) -> _Align:
        return align if self.preset is VERBATIM else partial(align_read, preset=self.preset)

    def around(self, start: int, end: int, most: float, runs: Sequence[Run] | None = None) -> Laid:
        """The segment in the window of source words start..end, both ends free; not at all where it costs too much.

        `runs` are those that stand there by their hashes, where they are known.
        """
        laid = self._around(start, end, most, runs)
        if laid.cost > 0 and is_at_furniture(laid, self.words):
            bounds = self.bounds or (0, len(self.words))
            over = laid_over_pages(self.words, start, end, bounds, lambda kept: self._on(kept, min(most, laid.cost)))
            return over if over.cost < laid.cost else laid
        return laid

    def _on(self, words: Words, most: float) -> Laid:
        """The segment laid on other words, all of them."""
        found = exact(self.segment, words, 0, len(words))
        laying = Laying(self.segment, words, self.allowance, self.preset)
        return found[0] if found else laying._around(0, len(words), most, None)

    def _around(self, start: int, end: int, most: float, runs: Sequence[Run] | None) -> Laid:
        count = len(self.segment)
        if count > WHOLE or not self._grants(count, end - start):
            return self._stretch(0, count, start, end, Ends(), PIECE)
        fixed = anchors(self.segment, self.words, start, end, runs) if self.preset is VERBATIM else []
        if sum(step.last - step.first for step in fixed) >= FAIR * count > 0:
            laid = lay_by_anchors(self.segment, self.words, fixed, start, end)
            if laid.cost <= CLEAN * count or is_all(self.segment, self.words, fixed, laid, start, end):
                return laid
            whole = self._align(self.segment, self.words, start, end, most=min(most, laid.cost))
            return whole if whole.cost < laid.cost else laid
        return self._align(self.segment, self.words, start, end, most=most)

    def _grants(self, elements: int, words: int) -> bool:
        """Whether so many elements may be aligned with so many words; if so, the work is counted."""
        return elements * words <= MOST_CELLS and self.allowance.grants(elements * words + ALIGNING)

    def _stretch(self, first: int, last: int, start: int, end: int, ends: Ends, length: int) -> Laid:
        """Elements first..last in source words start..end, by pieces of `length` words where it is worth it."""
        large = (last - first) * (end - start) > MOST_CELLS
        wanted = large or last - first > (2 * PIECE if length == PIECE else 3 * length)
        wanted = wanted and length >= SHORTEST_PIECE
        astray = large or length == PIECE
        fixed = self._unaltered(first, last, start, end, length, astray=astray) if wanted else []
        if fixed:
            return self._between(first, last, start, end, ends, length, fixed)
        if wanted:
            return self._stretch(first, last, start, end, ends, length // 2)
        return self._bounded(first, last, start, end, ends)

    def _unaltered(
        self, first: int, last: int, start: int, end: int, length: int, *, astray: bool
    ) -> list[tuple[int, int]]:
        """Pieces that stand word for word, in order: (first element, first source word), each `length` long.

        They are looked for straight behind the piece before, and with `astray` also further on.
        """
        fixed: list[tuple[int, int]] = []
        low = start
        for piece in range(first, last - length + 1, length):
            keys = _plain(self.segment[piece : piece + length])
            if not keys:
                continue
            straight = fixed[-1][1] + piece - fixed[-1][0] if fixed else start + piece - first
            high = min(end, straight + JOIN_WITHIN) if fixed else end
            if not self.allowance.grants_search(low, high):
                break
            at = self.words.find(keys, straight, min(end, straight + length))
            at = self.words.find(keys, low, high) if at < 0 and astray else at
            if at >= 0:
                fixed.append((piece, at))
                low = at + length
        return fixed

    def _between(
        self, first: int, last: int, start: int, end: int, ends: Ends, length: int, fixed: list[tuple[int, int]]
    ) -> Laid:
        """The unaltered pieces, and what lies before, between and behind them."""
        if ends.start:
            start = max(start, fixed[0][1] - (fixed[0][0] - first) - MARGIN)
        if ends.end:
            end = min(end, fixed[-1][1] + (last - fixed[-1][0]) + MARGIN)
        steps: list[Step] = []
        cost, at, begin = 0.0, start, start
        for index, (piece, place) in enumerate(fixed):
            free = ends.start and index == 0
            laid = self._stretch(first, piece, at, place, Ends(start=free, end=False), length // 2)
            steps += [*laid.steps, *_one_by_one(piece, piece + length, place)]
            begin = laid.start if index == 0 else begin
            cost, first, at = cost + laid.cost, piece + length, place + length
        laid = self._stretch(first, last, at, end, Ends(start=False, end=ends.end), length // 2)
        return Laid((*steps, *laid.steps), cost + laid.cost, begin, laid.end)

    def _bounded(self, first: int, last: int, start: int, end: int, ends: Ends) -> Laid:
        """Elements first..last aligned with source words start..end; one difference where that is too much work."""
        if not self._grants(last - first, end - start):
            size = max(last - first, end - start)
            return Laid((Step(first, last, start, end),), REPLACE * size, start, end)
        laid = self._align(self.segment[first:last], self.words, start, end, ends)
        steps = tuple(Step(step.first + first, step.last + first, step.start, step.end) for step in laid.steps)
        return Laid(steps, laid.cost, laid.start, laid.end)
