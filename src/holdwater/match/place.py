"""Put the segments of a quotation in their places: the longest first, the others around it, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.match.align import INSERT, Laid, Step, align
from holdwater.match.chain import windows
from holdwater.match.normalise import Words
from holdwater.match.quoted import Element, ElementKind, Quoted
from holdwater.match.seed import seeds

MOST_CELLS = 120_000
"""The largest table that one alignment may fill; a longer segment is laid piece by piece."""
PIECE = 160
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
    """Align a segment, piece by piece where one table would be too large."""
    if len(segment) * (end - start) <= MOST_CELLS:
        return align(segment, words, start, end)
    steps: list[Step] = []
    cost, at, first = 0.0, start, None
    for low in range(0, len(segment), PIECE):
        piece = segment[low : low + PIECE]
        width = len(piece) + max(60, len(piece) // 2)
        begin = _piece_start(piece, words, at, end)
        exact = _exact(piece, words, begin, min(end, begin + width))
        laid = exact[0] if exact else align(piece, words, begin, min(end, begin + width))
        if first is None:
            first = laid.start
        elif laid.start > at:
            steps.append(Step(low, low, at, laid.start))
        steps += [Step(step.first + low, step.last + low, step.start, step.end) for step in laid.steps]
        cost += laid.cost
        at = laid.end
    return Laid(tuple(steps), cost, first if first is not None else start, at)


def _piece_start(piece: Segment, words: Words, at: int, end: int) -> int:
    """Where to begin looking for a piece: at its first seeds if there are any, else where the last piece ended."""
    found = [seed.diagonal for seed in seeds(piece[:12], words, at, min(end, at + 4 * PIECE))]
    return max(at, min(found) - 4) if found else at


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
