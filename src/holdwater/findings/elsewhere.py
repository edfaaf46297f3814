"""Look for words in all sources in hand, whatever the document cites for them.

All that is looked for goes through the shelf together: the sources pass by a few times, each as the words that are kept
of it. Reading a source takes ten times as long as going through the bytes of its file. So those that nobody has read
yet pass by as rough words first, and only the ones that may have what is looked for are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from holdwater.findings.evidence import Wording, evidence_of, shifted
from holdwater.findings.model import Evidence
from holdwater.findings.reading import Passages, Progress, Reading
from holdwater.match import Sought, locate
from holdwater.match.model import Alignment, Fit
from holdwater.sources.shelf import Shelf

TELLING = 5
"""Words: a shorter quotation found in another source proves nothing about where it was taken from."""
SMALL = 60
"""Sources: up to so many unread ones are all read for a search, rather than passing by as rough words."""
PIECE = 8
"""Words of the pieces in which words are looked for in rough ones: one misses the page head that cuts through all."""
PIECES = 6
"""How many pieces of one quotation are looked for, from all over it."""
ROUNDS = 3
"""How often more sources may be read because words seem to stand in them."""


@dataclass(frozen=True)
class Wanted:
    """A quotation to look for, and the sources in which that has been done."""

    wording: Wording
    after: str
    exclude: tuple[str, ...]


def elsewhere(wanted: Mapping[int, Wanted], reading: Reading, own: str = "") -> dict[int, tuple[Evidence, ...]]:
    """For each quotation, the evidence of a source in hand that has it, word for word or with owned edits.

    `own` is the SHA-256 of the document under check, which may itself lie among the sources and has all its own words.
    """
    pending = {key: one for key, one in wanted.items() if len(one.wording.text.split()) >= TELLING}
    if not pending:
        return {}
    soughts = [Sought(one.wording.text, one.after) for one in pending.values()]
    hunt = Hunt(reading.passages(own=own))
    found = {}
    for one, key, alignment in zip(soughts, pending, hunt.located(soughts), strict=True):
        evidence = _faithful(hunt, one, alignment, pending[key])
        if evidence:
            found[key] = evidence
    return found


def _faithful(hunt: Hunt, sought: Sought, alignment: Alignment, wanted: Wanted) -> tuple[Evidence, ...]:
    """The evidence of the first place that has the words as they are quoted; none of a source that is excluded."""
    fit = [one for one in _places(alignment) if one.fit in (Fit.VERBATIM, Fit.EDITED)]
    for one in sorted(fit, key=lambda one: one.passage):
        if hunt.passages.ids[one.passage] in wanted.exclude:
            continue
        one = hunt.confirmed(one, sought)
        if one.fit in (Fit.VERBATIM, Fit.EDITED):
            second = one.runner_up
            within = one if second and second.passage == one.passage else replace(one, runner_up=None)
            return hunt.evidence(shifted(within, wanted.wording))
    return ()


def _places(alignment: Alignment) -> Iterator[Alignment]:
    """The best place and the runner-up, as far as they are places at all."""
    for one in (alignment, alignment.runner_up):
        if one is not None and one.spans:
            yield one


@dataclass
class Hunt:
    """A search through the words of all sources, more and more of which are read."""

    passages: Passages
    preset: str = "verbatim"
    processes: int = 1

    def located(self, soughts: Sequence[Sought]) -> list[Alignment]:
        """An alignment for each quotation, in words as their sources are read."""
        if not self.passages.rough:
            return self._locate(soughts)
        pieces = [Sought(piece) for sought in soughts for piece in _pieces(sought.text)]
        found = self._locate([*soughts, *pieces])
        for _ in range(ROUNDS):
            likely = {place.passage for one in found for place in _places(one)} & self.passages.rough
            if not likely:
                break
            self.passages = self.passages.smooth(likely)
            found = self._locate(soughts)
        return found[: len(soughts)]

    def _locate(self, soughts: Sequence[Sought]) -> list[Alignment]:
        return locate(soughts, self.passages, preset=self.preset, processes=self.processes)

    def confirmed(self, alignment: Alignment, sought: Sought) -> Alignment:
        """The alignment, or another one where it was found in words that are not those of its source as read."""
        source_id = self.passages.ids[alignment.passage]
        shelf = self.passages.reading.shelf
        words = self.passages.reading.words(source_id)
        if words is None:
            return Alignment(Fit.NOT_FOUND)
        shelf.document(source_id)  # which is held against its words
        if source_id not in shelf.doubted and alignment.passage not in self.passages.rough:
            return alignment
        again = locate([sought], [shelf.words(source_id)], preset=self.preset)[0]
        return replace(again, passage=alignment.passage, runner_up=None)

    def evidence(self, alignment: Alignment) -> tuple[Evidence, ...]:
        """The passage of an alignment, and the runner-up's in the same source."""
        source_id = self.passages.ids[alignment.passage]
        shelf = self.passages.reading.shelf
        return evidence_of(alignment, shelf.sources[source_id], shelf.document(source_id))


def _pieces(text: str) -> Iterable[str]:
    """Stretches of a quotation, from all over it; none of one that is hardly longer than a piece."""
    words = text.split()
    if len(words) < 2 * PIECE:
        return []
    starts = range(0, len(words) - PIECE + 1, PIECE)
    stride = -(-len(starts) // PIECES)
    return [" ".join(words[start : start + PIECE]) for start in starts[::stride]]


@dataclass(frozen=True)
class Found:
    """What became of words that were looked for: how they stand to the best place, and the places, best first.

    Of two places, the second is the runner-up, which may stand in another source.
    """

    words: str
    alignment: Alignment
    places: tuple[Evidence, ...] = ()


def search(
    wanted: Sequence[str],
    shelf: Shelf,
    *,
    preset: str = "verbatim",
    processes: int = 1,
    progress: Progress | None = None,
) -> list[Found]:
    """Look for words in all sources in hand; what was found for each, in their order.

    Args:
        wanted: the words, or quotations, to look for.
        shelf: the sources in hand.
        preset: how strictly words are compared (`holdwater.match.presets`).
        processes: how many processes share the sources.
        progress: told how many sources have passed by; they may pass by more than once.
    """
    if not wanted:
        return []
    soughts = [Sought(words) for words in wanted]
    # Another process cannot draw on our terminal.
    passages = Reading(shelf).passages(progress=progress if processes == 1 else None, most_read=SMALL)
    hunt = Hunt(passages, preset, processes)
    return [_looked_up(hunt, one, found) for one, found in zip(soughts, hunt.located(soughts), strict=True)]


def _looked_up(hunt: Hunt, sought: Sought, alignment: Alignment) -> Found:
    places: list[Evidence] = []
    for number, one in enumerate(_places(alignment)):
        sure = hunt.confirmed(one, sought)
        alignment = alignment if number else sure
        if sure.spans:
            evidence = hunt.evidence(replace(sure, runner_up=None))[0]
            places.append(replace(evidence, runner_up=number > 0))
    return Found(sought.text, alignment, tuple(places))
