"""Put the segments of a quotation in their places: the longest first, the others around it, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.match.align import INSERT, REPLACE, Ends, Laid, Step, align
from holdwater.match.chain import JOIN_WITHIN, windows
from holdwater.match.normalise import Words
from holdwater.match.quoted import Element, ElementKind, Quoted
from holdwater.match.seed import seeds

MOST_CELLS = 250_000
"""The largest table that one alignment may fill, a quarter of a second's work; what is larger is one difference."""
PIECE = 16
"""Words: a segment of more than twice this is laid by the pieces of this length that stand unaltered."""
MARGIN = 24
"""Words that may have been put in or left out before the first unaltered piece, or after the last."""
NEAR = 220
"""Words: a short segment (one to three words) is looked for no further from its neighbour than this."""
FAR = 2_500
"""Words: how far from its neighbour an altered segment is looked for. An unaltered one may stand anywhere."""
MOST_PLACES = 12
OUT_OF_ORDER = 2.0
"""What it costs to take a segment from before its forerunner, in changed words."""

Segment = tuple[Element, ...]


@dataclass(frozen=True)
class Placement:
    """All segments of a quotation laid, in the quotation's order; None for one that stands nowhere near."""

    laid: tuple[Laid | None, ...]
    cost: float
    order: bool = False

    @property
    def start(self) -> int:
        """The first source word of the placement."""
        return min(one.start for one in self.laid if one)

    @property
    def end(self) -> int:
        """The word after the placement's last."""
        return max(one.end for one in self.laid if one)


def placements(quoted: Quoted, words: Words) -> list[Placement]:
    """The places where a quotation may stand, cheapest first; none where nothing of it is found."""
    segments = quoted.segments
    if not segments or not len(words):
        return []
    longest = max(range(len(segments)), key=lambda index: _weight(segments[index]))
    anchors = lay_anywhere(segments[longest], words, 0, len(words))
    found = [_around(segments, longest, anchor, words) for anchor in anchors]
    return _distinct(sorted(found, key=lambda one: (one.cost, one.end - one.start, one.start)))


def _weight(segment: Segment) -> int:
    return sum(element.kind is ElementKind.WORD for element in segment)


def _distinct(found: list[Placement]) -> list[Placement]:
    """Without the placements that overlap a better one."""
    kept: list[Placement] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept


def lay_anywhere(segment: Segment, words: Words, start: int, end: int) -> list[Laid]:
    """A segment's places in source words start..end: all exact ones, or else the best of its windows."""
    exact = _exact(segment, words, start, end)
    if exact:
        return exact
    found = windows(seeds(segment, words, start, end), len(segment), start, end)
    return [_lay(segment, words, window.start, window.end) for window in found]


def _exact(segment: Segment, words: Words, start: int, end: int) -> list[Laid]:
    if any(element.kind is not ElementKind.WORD for element in segment):
        return []
    keys = " ".join(element.key for element in segment)
    count = len(segment)
    return [
        Laid(tuple(Step(i, i + 1, at + i, at + i + 1) for i in range(count)), 0.0, at, at + count)
        for at in words.find_all(keys, MOST_PLACES, start, end)
    ]


def _lay(segment: Segment, words: Words, start: int, end: int) -> Laid:
    """Align a segment; what stands unaltered of a long one is laid first, and only the rest is aligned."""
    fixed = _unaltered(segment, words, start, end) if len(segment) > 2 * PIECE else []
    if not fixed:
        return _bounded(segment, 0, len(segment), words, start, end, Ends())
    return _between(segment, fixed, words, start, end)


def _unaltered(segment: Segment, words: Words, start: int, end: int) -> list[tuple[int, int]]:
    """Pieces of a segment that stand word for word, in order: (first element, first source word), each PIECE long."""
    fixed: list[tuple[int, int]] = []
    low = start
    for first in range(0, len(segment) - PIECE + 1, PIECE):
        piece = segment[first : first + PIECE]
        if any(element.kind is not ElementKind.WORD for element in piece):
            continue
        drift = JOIN_WITHIN + (first - fixed[-1][0] if fixed else end)
        at = words.find(" ".join(element.key for element in piece), low, min(end, low + drift))
        if at >= 0:
            fixed.append((first, at))
            low = at + PIECE
    return fixed


def _between(segment: Segment, fixed: list[tuple[int, int]], words: Words, start: int, end: int) -> Laid:
    """The unaltered pieces, and the alignments of what lies before, between and behind them."""
    steps: list[Step] = []
    cost, first, at = 0.0, 0, max(start, fixed[0][1] - fixed[0][0] - MARGIN)
    begin: int | None = None
    for index, (low, place) in enumerate(fixed):
        laid = _bounded(segment, first, low, words, at, place, Ends(start=index == 0, end=False))
        steps += laid.steps
        steps += [Step(low + i, low + i + 1, place + i, place + i + 1) for i in range(PIECE)]
        begin = laid.start if begin is None else begin
        cost, first, at = cost + laid.cost, low + PIECE, place + PIECE
    behind = min(end, at + len(segment) - first + MARGIN)
    laid = _bounded(segment, first, len(segment), words, at, behind, Ends(start=False, end=True))
    return Laid((*steps, *laid.steps), cost + laid.cost, begin if begin is not None else start, laid.end)


def _bounded(segment: Segment, first: int, last: int, words: Words, start: int, end: int, ends: Ends) -> Laid:
    """Elements first..last aligned with source words start..end; as one difference if the table would be too large."""
    if (last - first) * (end - start) > MOST_CELLS:
        size = max(last - first, end - start)
        return Laid((Step(first, last, start, end),), REPLACE * size, start, end)
    laid = align(segment[first:last], words, start, end, ends)
    steps = tuple(Step(step.first + first, step.last + first, step.start, step.end) for step in laid.steps)
    return Laid(steps, laid.cost, laid.start, laid.end)


def _around(segments: Sequence[Segment], anchor: int, laid: Laid, words: Words) -> Placement:
    """Lay the other segments after and before the anchor, each next to its neighbour."""
    placed: dict[int, Laid | None] = {anchor: laid}
    cost, order = laid.cost, False
    at = laid.end
    for index in range(anchor + 1, len(segments)):
        one, wrong = _beside(segments[index], words, at, after=True)
        placed[index], order = one, order or wrong
        cost += (one.cost if one else INSERT * len(segments[index])) + OUT_OF_ORDER * wrong
        at = one.end if one and not wrong else at
    at = laid.start
    for index in range(anchor - 1, -1, -1):
        one, wrong = _beside(segments[index], words, at, after=False)
        placed[index], order = one, order or wrong
        cost += (one.cost if one else INSERT * len(segments[index])) + OUT_OF_ORDER * wrong
        at = one.start if one and not wrong else at
    return Placement(tuple(placed[index] for index in range(len(segments))), cost, order)


def _beside(segment: Segment, words: Words, at: int, *, after: bool) -> tuple[Laid | None, bool]:
    """The best place for a segment on the right side of word `at`; failing that, on the wrong side (True)."""
    right = _nearest(segment, words, at, after=after)
    if right and (right.cost == 0 or _good(right, segment)):
        return right, False
    if _weight(segment) > 3:
        wrong = _nearest(segment, words, at, after=not after)
        if wrong and wrong.cost + OUT_OF_ORDER < (right.cost if right else INSERT * len(segment)):
            return wrong, True
    return (right, False) if right and _good(right, segment) else (None, False)


def _good(laid: Laid, segment: Segment) -> bool:
    return laid.cost <= 0.4 * len(segment)


def _nearest(segment: Segment, words: Words, at: int, *, after: bool) -> Laid | None:
    """The nearest exact place on one side of word `at`, else the cheapest altered one within reach."""
    short = _weight(segment) <= 3
    reach = NEAR if short else FAR
    low, high = (at, min(len(words), at + reach)) if after else (max(0, at - reach), at)
    exact = _exact(segment, words, low, high)
    if not exact and not short:
        exact = _exact(segment, words, *((at, len(words)) if after else (0, at)))
    if exact:
        return exact[0] if after else exact[-1]
    if short:
        width = high - low
        return align(segment, words, low, high) if width * len(segment) <= MOST_CELLS else None
    laid = lay_anywhere(segment, words, low, high)
    return min(laid, key=lambda one: one.cost) if laid else None
