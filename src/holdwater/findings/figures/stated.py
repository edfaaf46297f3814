"""A number of the document's own tables as a claim: its row and its column say what it is of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from holdwater.document import Document, Span
from holdwater.extract.quantities.model import Dimension, Grain, Period, Quantity
from holdwater.extract.tabled import tables_of
from holdwater.findings.figures.claim import OTHER_WORDS, Claim, noun_of
from holdwater.findings.figures.grid import Grid, grids_of
from holdwater.findings.figures.heads import in_heads_unit
from holdwater.findings.figures.stems import stems_in
from holdwater.patterns import waiting

_YEAR = waiting(r"(?<![\d.,])(1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)")
_GENERIC = frozenset(
    stems_in(
        "how many much what value values amount item items count counts quantity unit units metric measure statistic"
    )
)
"""Words of heads that do not tell what a column is of."""
LEAST_WORDS = 2
"""Words of its row and column that a cell's claim must have, for anything to follow from a number that is nowhere."""


@dataclass(frozen=True)
class Stated:
    """The claim of a cell and its words, as a sentence's: the cell's own first."""

    claim: Claim
    wording: str


class Tables:
    """The tables of a document under check."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _grids(self) -> tuple[Grid, ...]:
        return grids_of(self._document)

    @cached_property
    def _starts(self) -> list[int]:
        return [grid.cells[0].start for grid in self._grids]

    @cached_property
    def _captions(self) -> dict[int, tuple[Span, ...]]:
        return {table[0].span.start: caption for caption, table in tables_of(self._document)}

    def stated(self, one: Quantity) -> Stated:
        """What a number of a table says, told by its row, its column and the table's caption."""
        text = self._document.text
        words, rest = ([span.of(text) for span in spans] for spans in self._heads(one))
        moved = in_heads_unit(one, [*reversed(words), *rest], text[one.number.start])
        own = text[one.number.end : one.span.end] if one.unit.dimension is Dimension.COUNT else ""
        stems = dict.fromkeys((stem for each in (own, *words) for stem in stems_in(each)), 1.0)
        for stem in (stem for each in rest for stem in stems_in(each)):
            stems.setdefault(stem, OTHER_WORDS)
        stems = {one: counts for one, counts in stems.items() if one not in _GENERIC}
        periods = _years(words, one) or _years(rest, one)
        claim = Claim(moved, stems, noun_of(moved), (), periods)
        return Stated(claim, " ".join([one.sentence.of(text), *words]))

    def _heads(self, one: Quantity) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """What names a number's row and column, the row first; and what is said of the whole table."""
        at = bisect_right(self._starts, one.span.start) - 1
        grid = self._grids[at] if at >= 0 else None
        index = grid.cell(one.span.start) if grid else -1
        if grid is None or index < 0:
            return (), ()
        caption = self._captions.get(grid.cells[0].start, ())
        return (*grid.label(index), *reversed(grid.columns_head(index))), (*grid.corner(), *caption)


def _years(words: list[str], one: Quantity) -> tuple[Period, ...]:
    """The year that these words name; none where they name several."""
    found = {int(match[1]) for each in words for match in _YEAR.finditer(each)}
    if len(found) != 1:
        return ()
    year = found.pop()
    return (Period(one.span, date(year, 1, 1), date(year, 12, 31), Grain.YEAR, one.sentence),)
