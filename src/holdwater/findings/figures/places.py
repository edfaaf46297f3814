"""One source searched for the places that speak of the document's figures; only these are read for numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import log

from holdwater.document import BlockKind, Document, Part, Span
from holdwater.extract.quantities.model import Measured
from holdwater.extract.quantities.reading import read_measured
from holdwater.extract.sentences import Sentences
from holdwater.findings.figures.grid import Grid, grids_of
from holdwater.findings.figures.stems import folded, places_of
from holdwater.findings.figures.written import places_written
from holdwater.patterns import waiting

WHOLE = 3_000
"""Characters: a source this short is read as a whole."""
MOST = 5
"""Places read for one figure by its subject's words, and as many by its number."""
AROUND = 600
"""Characters around a place in which its sentence is looked for."""

_REACH = 240
"""Characters in which the words of one place lie together."""
_SENTENCES = 3
"""Sentences read of one such stretch."""
_TYPICAL = 200
"""Characters of a sentence: how many a source has is told from its length."""
_ABSENT = 0.7
"""The weight of a word that the source does not have: it may have another one for it."""
_LIGHTEST, _HEAVIEST = 0.3, 4.0
_NUMERIC = waiting(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|halved|third|quarter|"
    r"doubled?|tripled?|trebled|quadrupled|twice|thrice|dozen)"
)
_UNREAD = frozenset({Part.REFERENCES, Part.NAVIGATION})


class Searched:
    """A source's text while figures are looked for in it: first all are asked after, then the places are read once."""

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text
        self.lower = folded(document.text)
        self._places: dict[str, list[int]] = {}
        self._written: dict[tuple[str, ...], list[int]] = {}
        self._weights: dict[str, float] = {}
        self._windows: set[Span] = set()
        self._sentences: dict[Span, Sentences] = {}

    @property
    def is_whole(self) -> bool:
        """Whether the source is so short that all of it is read for numbers."""
        return len(self.text) <= WHOLE

    def places(self, one: str) -> list[int]:
        """Where words of a stem stand."""
        if one not in self._places:
            self._places[one] = places_of(self.lower, one)
        return self._places[one]

    def written(self, forms: tuple[str, ...]) -> list[int]:
        """Where a number stands in one of these forms."""
        if forms not in self._written:
            self._written[forms] = places_written(self.lower, forms)
        return self._written[forms]

    def weight(self, one: str) -> float:
        """How much a word tells in this source: the rarer, the more."""
        if one not in self._weights:
            count = len(self.places(one))
            rarity = log(1 + len(self.text) / _TYPICAL / count) if count else _ABSENT
            self._weights[one] = max(_LIGHTEST, min(_HEAVIEST, rarity))
        return self._weights[one]

    def look_for(self, stems: Sequence[str], forms: tuple[str, ...]) -> None:
        """Note the places that may speak of a figure: those with its number, and those with its subject's words."""
        if self.is_whole:
            return
        scores = self._scores(stems)
        ranked = sorted(scores, key=lambda at: -scores[at])
        least = 0.4 * sum(self.weight(one) for one in stems)
        taken = 0
        for at in ranked[: 4 * MOST]:
            if taken < MOST and scores[at] >= least and self._take(self._fullest(at, stems)):
                taken += 1
        written = sorted(
            self.written(forms),
            key=lambda at: -max(scores.get(at // _REACH * _REACH, 0.0), scores.get((at // _REACH - 1) * _REACH, 0.0)),
        )
        for at in written[:MOST]:
            self._take(self._around(at))

    def spoken(self, stems: Sequence[str]) -> list[Span]:
        """The sentences around the places that hold most of these words, whether or not they hold a number."""
        scores = self._scores(stems)
        ranked = sorted(scores, key=lambda at: -scores[at])[:MOST]
        places = [
            at for start in ranked for one in stems for at in self.places(one) if start <= at < start + 2 * _REACH
        ]
        return list(dict.fromkeys(self.sentence(at) for at in places))

    def _scores(self, stems: Iterable[str]) -> dict[int, float]:
        """The weight of the stems that stand in each stretch of the text and the one behind it, by where it begins."""
        held: dict[int, set[str]] = defaultdict(set)
        for one in stems:
            for at in self.places(one):
                held[at // _REACH].add(one)
        scores = {}
        for stretch, found in held.items():
            both = found | held.get(stretch + 1, set())
            scores[stretch * _REACH] = sum(self.weight(one) for one in both) + 0.01 * len(found)
        return scores

    def _take(self, spans: Iterable[Span]) -> bool:
        """Have those of these sentences read that hold anything that looks like a number."""
        told = [span for span in spans if _NUMERIC.search(self.lower, span.start, span.end)]
        self._windows.update(told)
        return bool(told)

    def _fullest(self, start: int, stems: Sequence[str]) -> list[Span]:
        """The sentences of a stretch and of the one behind it that hold most of these words."""
        held: dict[Span, float] = defaultdict(float)
        for one in stems:
            places = self.places(one)
            low, high = bisect_left(places, start), bisect_left(places, start + 2 * _REACH)
            for span in {span for at in places[low:high] for span in self._around(at)}:
                held[span] += self.weight(one)
        return sorted(held, key=lambda span: -held[span])[:_SENTENCES]

    def _around(self, at: int) -> Iterator[Span]:
        """The sentence around an offset; in a table, the row and the head of its columns."""
        placed = self.in_grid(at)
        if placed is None:
            yield self.sentence(at)
        else:
            grid, index = placed
            yield from (*grid.row(index), *grid.row(0))

    def in_grid(self, at: int) -> tuple[Grid, int] | None:
        """The table that holds an offset and the index of its cell there."""
        block = self.document.block_at(at)
        if block is None or block.kind is not BlockKind.TABLE:
            return None
        found = ((grid, grid.cell(at)) for grid in self.grids)
        return next(((grid, index) for grid, index in found if index >= 0), None)

    def paragraph(self, at: int) -> Span:
        """The paragraph around an offset, at most `AROUND` characters of it on each side."""
        block = self.document.block_at(at)
        if block is not None:
            return Span(max(block.span.start, at - AROUND), min(block.span.end, at + AROUND))
        low, high = max(0, at - AROUND), min(len(self.text), at + AROUND)
        before, behind = self.text.rfind("\n\n", low, at), self.text.find("\n\n", at, high)
        return Span(before + 2 if before >= 0 else low, behind if behind >= 0 else high)

    def sentence(self, at: int) -> Span:
        """The sentence around an offset."""
        paragraph = self.paragraph(at)
        if paragraph not in self._sentences:
            self._sentences[paragraph] = Sentences(self.text, paragraph)
        return self._sentences[paragraph].around(min(max(at, paragraph.start), max(paragraph.end - 1, 0)))

    def before(self, sentence: Span) -> str:
        """The sentence before one in its paragraph, folded; "" for the first."""
        paragraph = self.paragraph(sentence.start)
        if sentence.start <= paragraph.start + 1:
            return ""
        return self.sentence(sentence.start - 2).of(self.lower)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables whose rows and columns can be told."""
        return grids_of(self.document)

    @cached_property
    def measured(self) -> Measured:
        """The quantities and periods of all places that were noted, read at once."""
        return read_measured(self.text, within=self._within())

    def _within(self) -> list[Span]:
        if not self.is_whole:
            return _merged(span for span in self._windows if not self._is_apart(span))
        blocks = [block.span for block in self.document.blocks if block.part not in _UNREAD and len(block.span)]
        if self.document.blocks:
            return sorted(blocks)
        ends = [match.span() for match in re.finditer(r"\n[ \t]*\n\s*", self.text)]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(self.text)]
        return [Span(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]

    def _is_apart(self, span: Span) -> bool:
        block = self.document.block_at(span.start)
        return block is not None and (block.part in _UNREAD or block.kind is BlockKind.FURNITURE)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
