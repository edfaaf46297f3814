"""How strictly words are compared: what a preset forgives beyond the normaliser.

    verbatim      the words as they stand
    spoken        a transcript, or a quotation taken down by ear: fillers, repeats, contractions, numbers in words
    ocr           one of the two comes from a scanner: shapes taken for others, blanks lost or seen
    translation   the quotation is another rendering of the source: says where, not that the words say the same

docs/presets.md says with examples what each forgives and what none ever does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from holdwater.match import ocr, renderings, spoken
from holdwater.match.views import Stretch, View

FORGIVEN = 0.45
"""A price up to this is forgiven: four slips of a scanner and a lost blank (`ocr.MOST_SLIPS`, `ocr.RUN_TOGETHER`)."""
OFTEN = 3
"""A spelling that a source has so many times is one of its words."""
RARER = 10
"""One that it has so many times less often than another is a slip that comes again."""
MOST_WORDS = 40
"""Words of a difference that are compared; what is longer is no slip."""


@dataclass(frozen=True)
class Preset:
    """What one way of taking words down does to them.

    `exchange` prices a quoted word against another word of the source, both folded: 0 for the same word in this
    manner, up to `align.REPLACE` where it forgives nothing; None leaves the aligner's own price. `passable` are folded
    words that either side may have alone. `joined` prices one word against two. `view` reads the words of a stretch as
    they are compared: where it is given, views are aligned and not words (`reading.align_read`). With `places_only` a
    passage may be shown but not be called the same (`translation.translated`), unless it is so word for word.
    """

    name: str
    exchange: Callable[[str, str], float] | None = None
    passable: frozenset[str] = frozenset()
    joined: Callable[[str, str, str], float] | None = None
    view: Callable[[Stretch], View] | None = None
    places_only: bool = False

    def is_same(self, own: Sequence[str], source: Sequence[str]) -> bool:
        """Whether words, or the units of two views, are one by one the same in this manner."""
        exchange = self.exchange
        return (
            exchange is not None
            and len(own) == len(source)
            and all(exchange(one, other) <= FORGIVEN for one, other in zip(own, source, strict=True))
        )


VERBATIM = Preset("verbatim")
"""Words as they stand: nothing but what the normaliser forgives."""
SPOKEN = Preset("spoken", exchange=spoken.exchange, view=spoken.read)
"""Words that were spoken, taken down twice."""
OCR = Preset("ocr", exchange=ocr.exchange, passable=ocr.STRAY, joined=ocr.joined)
"""Words that a scanner has read."""
TRANSLATION = Preset("translation", exchange=renderings.exchange, passable=renderings.EMPTY, places_only=True)
"""Another rendering of the same work."""

PRESETS = {preset.name: preset for preset in (VERBATIM, SPOKEN, OCR, TRANSLATION)}
"""Every preset by its name."""


def judged(
    own: Sequence[str],
    source: Sequence[str],
    preset: Preset,
    *,
    before: Sequence[str] = (),
    behind: Sequence[str] = (),
    count: Callable[[str], int] | None = None,
) -> bool:
    """Whether the preset forgives a difference, so that it is `Change.MANNER`.

    Args:
        own: the quotation's folded words of the difference; none where it leaves words out.
        source: the source's.
        preset: what forgives.
        before: the two or three folded words before the difference, the same on both sides: "like" is a filler behind
            "was" and none behind "people".
        behind: those behind it.
        count: how many times a folded word stands in the source. With it, two spellings that the source has both are
            two words.
    """
    if preset.places_only or max(len(own), len(source)) > MOST_WORDS:
        return False
    if preset.view:
        mine, theirs = (Stretch.of_keys([*before, *keys, *behind]) for keys in (own, source))
        return same_view(mine, theirs, preset)
    return preset.exchange is not None and _is_forgiven(own, source, preset, count)


def same_view(own: Stretch, source: Stretch, preset: Preset) -> bool:
    """Whether two stretches read alike; with their texts, stage directions and broken-off words are seen as well."""
    if preset.view is None:
        return False
    return preset.is_same(preset.view(own).keys, preset.view(source).keys)


def _is_forgiven(own: Sequence[str], source: Sequence[str], preset: Preset, count: Callable[[str], int] | None) -> bool:
    """Whether words can be laid against each other, one by one or one against two, all of them forgiven."""
    reached = {(0, 0)}
    for i in range(len(own) + 1):
        for j in range(len(source) + 1):
            if (i, j) not in reached:
                continue
            if i < len(own) and own[i] in preset.passable:
                reached.add((i + 1, j))
            if j < len(source) and source[j] in preset.passable:
                reached.add((i, j + 1))
            if i < len(own) and j < len(source) and _is_same(own[i], source[j], preset, count):
                reached.add((i + 1, j + 1))
            if _is_joined(own[i : i + 1], source[j : j + 2], preset):
                reached.add((i + 1, j + 2))
            if _is_joined(source[j : j + 1], own[i : i + 2], preset):
                reached.add((i + 2, j + 1))
    return (len(own), len(source)) in reached


def _is_same(own: str, source: str, preset: Preset, count: Callable[[str], int] | None) -> bool:
    if preset.exchange is None or preset.exchange(own, source) > FORGIVEN:
        return False
    return own == source or count is None or not _are_two_words(count(own), count(source))


def _are_two_words(own: int, source: int) -> bool:
    """Whether a text has two spellings so often that both are words of it."""
    return min(own, source) >= OFTEN and RARER * min(own, source) >= max(own, source)


def _is_joined(one: Sequence[str], two: Sequence[str], preset: Preset) -> bool:
    return len(one) == 1 and len(two) == 2 and preset.joined is not None and preset.joined(one[0], *two) <= FORGIVEN
