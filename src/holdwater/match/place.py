"""Put the segments of a quotation in their places: the surest first, the others around it, in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from holdwater.match.align import INSERT, Laid
from holdwater.match.chain import Window, windows
from holdwater.match.chance import CLEAR_LEAD
from holdwater.match.lay import MOST_CELLS, Allowance, Laying, Segment, exact, exact_beside, exact_in, lay_anywhere
from holdwater.match.presets import VERBATIM, Preset
from holdwater.match.quoted import PLAIN, Quoted
from holdwater.match.reading import align_read
from holdwater.match.votes import Place
from holdwater.match.words import Words

NEAR = 220
"""Words: a short segment (one to three words) is looked for no further from its neighbour than this."""
FEW = 8
"""Words: in a segment of no more, one word that a line's end parts may break every run; it is laid beside its neighbour
too, wherever its runs stand."""
FAR = 2_500
"""Words: how far from its neighbour an altered segment is looked for. An unaltered one may stand anywhere."""
OUT_OF_ORDER = 2.0
"""What it costs to take a segment from before its forerunner, in changed words."""
HOPELESS = 0.5
"""Changed words in a word: a placement that costs more is given up; `locate.least_score` asks for less."""


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


@dataclass(frozen=True, slots=True)
class Lead:
    """The segment of a quotation that is laid first in a text, and the windows for it, best first."""

    segment: int
    likely: Sequence[Window]

    @classmethod
    def of(cls, quoted: Quoted, words: Words, places: Mapping[int, Sequence[Place]]) -> Lead:
        """The segment for which most speaks, where its places may be."""
        first = max(places, key=lambda number: (max([one.weight for one in places[number]]), -number))
        return cls(first, windows(places[first], len(quoted.segments[first]), 0, len(words)))


def placements(
    quoted: Quoted,
    words: Words,
    places: Mapping[int, Sequence[Place]] | None = None,
    preset: Preset = VERBATIM,
    lead: Lead | None = None,
) -> list[Placement]:
    """The placements of a quotation in a source, cheapest first; none where nothing of it is found.

    Args:
        quoted: the quotation, taken apart.
        words: the source.
        places: where its segments may stand, by their number; the one that most speaks for goes first, the others are
            looked for around it. None to take the longest segment wherever it stands unaltered.
        preset: what is forgiven.
        lead: what follows from the places, where that is known already.
    """
    segments, allowance = quoted.segments, Allowance()
    if places is None:
        first = max(range(len(segments)), key=lambda number: _weight(segments[number]))
        anchors = exact(segments[first], words, 0, len(words))
    else:
        lead = lead or Lead.of(quoted, words, places)
        first = lead.segment
        apart = CLEAR_LEAD * quoted.words if len(segments) == 1 else inf
        anchors = exact_in(segments[first], words, lead.likely)
        if not anchors:
            laying = Laying(segments[first], words, allowance, preset, apart)
            anchors = laying.inside(lead.likely, HOPELESS * quoted.words)
    surroundings = _Surroundings(segments, first, words, allowance, preset, HOPELESS * quoted.words)
    found = [one for anchor in anchors if (one := surroundings.laid_around(anchor))]
    return _distinct(sorted(found, key=lambda one: (one.cost, one.end - one.start, one.start)))


def _weight(segment: Segment) -> int:
    return sum(element.kind is PLAIN for element in segment)


def _distinct(found: list[Placement]) -> list[Placement]:
    """Without the placements that overlap a better one."""
    kept: list[Placement] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept


@dataclass(frozen=True)
class _Surroundings:
    """The other segments around the one laid first, each next to its neighbour."""

    segments: Sequence[Segment]
    first: int
    words: Words
    allowance: Allowance
    preset: Preset
    most: float  # what a placement may cost

    def laid_around(self, anchor: Laid) -> Placement | None:
        """All segments with the first one at `anchor`; None where that costs too much."""
        placed: dict[int, Laid | None] = {self.first: anchor}
        cost, order = anchor.cost, False
        onward: Iterable[int] = range(self.first + 1, len(self.segments))
        for after, indices in ((True, onward), (False, range(self.first - 1, -1, -1))):
            at = anchor.end if after else anchor.start
            for index in indices:
                segment = self.segments[index]
                one, wrong = self._beside(segment, at, self.most - cost, after=after)
                placed[index], order = one, order or wrong
                cost += (one.cost if one else INSERT * len(segment)) + OUT_OF_ORDER * wrong
                if cost > self.most:
                    return None
                if one and not wrong:
                    at = one.end if after else one.start
        return Placement(tuple(placed[index] for index in range(len(self.segments))), cost, order)

    def _beside(self, segment: Segment, at: int, most: float, *, after: bool) -> tuple[Laid | None, bool]:
        """The best place for a segment on the right side of word `at`; failing that, on the wrong side (True)."""
        most = min(most, INSERT * len(segment))
        right = self._nearest(segment, at, most, after=after)
        if right and _good(right, segment):
            return right, False
        if _weight(segment) > 3:
            wrong = self._nearest(segment, at, most - OUT_OF_ORDER, after=not after)
            if wrong and wrong.cost + OUT_OF_ORDER < (right.cost if right else INSERT * len(segment)):
                return wrong, True
        return None, False

    def _nearest(self, segment: Segment, at: int, most: float, *, after: bool) -> Laid | None:
        """The nearest exact place on one side of word `at`, else the cheapest altered one of those within reach."""
        short = _weight(segment) <= 3
        reach = NEAR if short else FAR
        low, high = (at, min(len(self.words), at + reach)) if after else (max(0, at - reach), at)
        found = self._exact(segment, low, high, after=after)
        if not found and not short:
            found = self._exact(segment, *((at, len(self.words)) if after else (0, at)), after=after)
        if found:
            return found
        if short:
            cells = (high - low) * len(segment)
            granted = cells <= MOST_CELLS and self.allowance.grants(cells)
            if not granted:
                return None
            laid = align_read(segment, self.words, low, high, most=most, preset=self.preset)
            return laid if laid.cost <= most else None
        if not self.allowance.grants_search(low, high):
            return None
        some = lay_anywhere(segment, self.words, low, high, self.allowance, self.preset, most=most)
        if _weight(segment) <= FEW:
            near = (low, min(high, low + NEAR)) if after else (max(low, high - NEAR), high)
            beside = Laying(segment, self.words, self.allowance, self.preset, bounds=near).around(*near, most)
            some = [*some, beside] if beside.cost <= most else some
        return min(some, key=lambda one: one.cost) if some else None

    def _exact(self, segment: Segment, low: int, high: int, *, after: bool) -> Laid | None:
        if not self.allowance.grants_search(low, high):
            return None
        return exact_beside(segment, self.words, low, high, after=after)


def _good(laid: Laid, segment: Segment) -> bool:
    return laid.cost <= 0.4 * len(segment)
