"""One source searched for the places that speak of the document's figures; only these are read for numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from math import fsum, log

from holdwater.document import BlockKind, Document, Part, Span
from holdwater.extract.quantities.cells import read_cells
from holdwater.extract.quantities.model import Measured, Quantity
from holdwater.extract.quantities.reading import read_measured
from holdwater.extract.sentences import Sentences
from holdwater.findings.figures.grid import LINED, Grid, grids_of
from holdwater.findings.figures.heads import in_heads_unit
from holdwater.findings.figures.lined import rows_of
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
_NUMBERED = waiting(r"Table (?:[A-Z]?\d{1,3}(?:\.\d{1,2})?|[IVX]{1,5})(?:[.:]|\s[A-Z]|\s?[–—-])")
"""How a table's title begins where no format says that it is one."""
_LONGEST_TITLE = 240
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

    def look_for(self, stems: Sequence[str], forms: tuple[str, ...], bare: tuple[str, ...] = ()) -> None:
        """Note the places that may speak of a figure: those with its number, and those with its subject's words.

        Args:
            stems: the subject's words.
            forms: the ways to write the number.
            bare: the ways to write it in a table that counts in thousands or millions.
        """
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
        for at in [*written[:MOST], *self.tabled(bare)[:MOST]]:
            self._take([self.sentence(at)])

    def tabled(self, forms: tuple[str, ...]) -> list[int]:
        """Where a number stands in one of these forms in a table."""
        return [at for at in self.written(forms) if self.in_grid(at)] if forms and self.grids else []

    def spoken(self, stems: Sequence[str]) -> list[Span]:
        """The sentences around the places that hold most of these words, whether or not they hold a number."""
        scores = self._scores(stems)
        ranked = sorted(scores, key=lambda at: -scores[at])[:MOST]
        places = [
            at for start in ranked for one in stems for at in self.places(one) if start <= at < start + 2 * _REACH
        ]
        found = dict.fromkeys(self.sentence(at) for at in places)
        return [span for span in found if not self._is_apart(span)]

    def _scores(self, stems: Iterable[str]) -> dict[int, float]:
        """The weight of the stems that stand in each stretch of the text and the one behind it, by where it begins."""
        held: dict[int, set[str]] = defaultdict(set)
        for one in stems:
            for at in self.places(one):
                held[at // _REACH].add(one)
        scores = {}
        for stretch, found in held.items():
            both = found | held.get(stretch + 1, set())
            # Summed exactly: the order of a set's words changes from run to run.
            scores[stretch * _REACH] = fsum(self.weight(one) for one in both) + 0.01 * len(found)
        return scores

    def _take(self, spans: Iterable[Span]) -> bool:
        """Have those of these sentences read that hold anything that looks like a number, and of a table what a cell
        is read with."""
        whole = (one for span in spans for one in self._told_with(span))
        told = [span for span in whole if _NUMERIC.search(self.lower, span.start, span.end)]
        self._windows.update(told)
        return bool(told)

    def _told_with(self, span: Span) -> tuple[Span, ...]:
        placed = self.in_grid(span.start)
        return placed[0].told_with(placed[1]) if placed else (span,)

    def _fullest(self, start: int, stems: Sequence[str]) -> list[Span]:
        """The sentences of a stretch and of the one behind it that hold most of these words."""
        held: dict[Span, float] = defaultdict(float)
        for one in stems:
            places = self.places(one)
            low, high = bisect_left(places, start), bisect_left(places, start + 2 * _REACH)
            for span in dict.fromkeys(self.sentence(at) for at in places[low:high]):
                held[span] += self.weight(one)
        return sorted(held, key=lambda span: -held[span])[:_SENTENCES]

    def in_grid(self, at: int) -> tuple[Grid, int] | None:
        """The table that holds an offset and the index of its cell there."""
        behind = bisect_right(self._grid_starts, at) - 1
        if behind < 0:
            return None
        grid = self.grids[behind]
        index = grid.cell(at)
        return (grid, index) if index >= 0 else None

    def paragraph(self, at: int) -> Span:
        """The paragraph around an offset, at most `AROUND` characters on each side; of a table its cell or row."""
        placed = self.in_grid(at)
        if placed:
            return placed[0].cells[placed[1]]
        block = self.document.block_at(at)
        if block is not None and block.span in self._rows:
            rows = self._rows[block.span]
            return next((row for row in rows if at <= row.end), rows[-1])
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
    def _grid_starts(self) -> list[int]:
        return [grid.cells[0].start for grid in self.grids]

    @cached_property
    def _rows(self) -> dict[Span, list[Span]]:
        """The lines of each block of lines that look like a table's rows, whether or not its columns can be told."""
        blocks = (block.span for block in self.document.blocks if block.kind in LINED and not block.cell[0])
        return {span: rows for span in blocks if "\n" in span.of(self.text) and (rows := rows_of(self.text, span))}

    @cached_property
    def measured(self) -> Measured:
        """The quantities and periods of all places that were noted, read at once; a table's in its heads' units."""
        within = self._within()
        cells = [span for span in within if self.in_grid(span.start)] if self.grids else []
        if not cells:
            return read_measured(self.text, within=within)
        running = read_measured(self.text, within=[span for span in within if not self.in_grid(span.start)])
        found = read_cells(self.text, cells, running)
        return replace(found, quantities=tuple(map(self._in_heads_unit, found.quantities)))

    def _in_heads_unit(self, one: Quantity) -> Quantity:
        placed = self.in_grid(one.span.start)
        if placed is None:
            return one
        grid, index = placed
        heads = (*reversed(grid.columns_head(index)), *grid.label(index), *grid.corner())
        words = [*(head.of(self.text) for head in heads), self.title(grid)]
        return in_heads_unit(one, words, self.text[one.number.start]) if heads else one

    def title(self, grid: Grid) -> str:
        """The caption, or the heading, right above a table, or a paragraph that begins as a caption; "" without one."""
        index = self.document.block_index(grid.cells[0].start)
        block = self.document.blocks[index - 1] if index > 0 else None
        if block is None:
            return ""
        titled = block.kind in (BlockKind.CAPTION, BlockKind.HEADING)
        numbered = block.kind is BlockKind.PARAGRAPH and _NUMBERED.match(self.text, block.span.start, block.span.end)
        return block.span.of(self.text) if titled or (numbered and len(block.span) <= _LONGEST_TITLE) else ""

    def _within(self) -> list[Span]:
        if not self.is_whole:
            return _merged(span for span in self._windows if not self._is_apart(span))
        if self.document.blocks:
            blocks = [
                block.span for block in self.document.blocks if len(block.span) and not self._is_apart(block.span)
            ]
            return sorted(piece for block in blocks for piece in self._pieces(block))
        ends = [match.span() for match in re.finditer(r"\n[ \t]*\n\s*", self.text)]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(self.text)]
        return [Span(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]

    def _pieces(self, block: Span) -> Sequence[Span]:
        """A block's cells or rows if it is a table in lines; else the block."""
        if block not in self._rows:
            return [block]
        placed = self.in_grid(self._rows[block][-1].end - 1)
        cells = [cell for cell in placed[0].cells if block.covers(cell)] if placed else []
        return [*cells, *(row for row in self._rows[block] if not any(row.overlaps(cell) for cell in cells))]

    def _is_apart(self, span: Span) -> bool:
        """Whether a place is none of what the source says: its references, its site's menus and banners."""
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
