"""Cells of a table that are of one group among several: "North 57 %" bears out nothing of all who were asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from holdwater.document import Span
from holdwater.extract.quantities.model import Quantity
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.grid import Grid
from holdwater.findings.figures.stems import akin, stems_of
from holdwater.patterns import waiting

_ALL = waiting(r"(?:all(?! others?\b)|total|overall|both|everyone|everybody|average|mean)\b", re.IGNORECASE)

Named = tuple[Sequence[Span], Quantity]
"""A cell's number with the cells that name its row, or the lowest of its column's heads."""


def is_of_unnamed_group(claim: Claim, one: Quantity, binder: Binder) -> bool:
    """Whether a figure stands in the row or the column of a group that a claim does not name.

    So it is only where the table gives the number of all groups together as well ("All", "Total"), which lies between
    those of the groups: a mean or a share. The parts of a sum are seldom called by the words of their table.
    """
    placed = binder.searched.in_grid(one.span.start)
    if placed is None:
        return False
    return any(_is_unnamed(claim, line, one, binder) for line in _lines(binder, *placed))


def _lines(binder: Binder, grid: Grid, index: int) -> Iterator[list[Named]]:
    """The numbers of a cell's row with the heads of their columns, and those of its column with their rows' names."""
    row, column = grid.places[index]
    across = [at for at, place in enumerate(grid.places) if place[0] == row and place[1] not in grid.labels]
    down = [at for at, place in enumerate(grid.places) if place[1] == column and place[0] > grid.head]
    for line, heads in ((across, lambda at: grid.columns_head(at)[-1:]), (down, grid.label)):
        yield [(heads(at), each) for at in line for each in binder.of_sentence(grid.cells[at])[:1]]


def _is_unnamed(claim: Claim, line: Sequence[Named], one: Quantity, binder: Binder) -> bool:
    text = binder.searched.text
    own = next((heads for heads, each in line if each.span == one.span), ())
    words = stems_of(head.of(text) for head in own)
    known = (*claim.stems, *claim.before)
    if not words or _is_of_all(own, text) or any(akin(word, mine) for word in words for mine in known):
        return False
    like = [(heads, each.value) for heads, each in line if each.unit == one.unit]
    groups = [value for heads, value in like if not _is_of_all(heads, text)]
    return any(
        min(groups) < value < max(groups) and value != one.value for heads, value in like if _is_of_all(heads, text)
    )


def _is_of_all(heads: Sequence[Span], text: str) -> bool:
    return any(_ALL.match(head.of(text).strip()) for head in heads)
