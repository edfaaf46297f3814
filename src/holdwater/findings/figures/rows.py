"""Which row of a table a claim speaks of, and whether a figure of the table stands in it."""

from __future__ import annotations

from holdwater.extract.quantities.model import Quantity
from holdwater.findings.figures.claim import Claim
from holdwater.findings.figures.grid import Grid
from holdwater.findings.figures.places import Searched
from holdwater.findings.figures.stems import akin, stems_of


def is_of_row(searched: Searched, claim: Claim, one: Quantity) -> bool | None:
    """Whether a figure stands in a row of its table whose name the claim has; None where the claim names no row."""
    placed = searched.in_grid(one.span.start)
    if placed is None:
        return None
    grid, index = placed
    row = grid.places[index][0]
    if row not in grid.row_labels:
        return None
    named = _named(searched, grid, claim)
    return row in named if named else None


def is_in_column_with(searched: Searched, one: Quantity, other: Quantity) -> bool:
    """Whether two figures stand under one another in one table."""
    mine, its = searched.in_grid(one.span.start), searched.in_grid(other.span.start)
    if mine is None or its is None or mine[0] is not its[0]:
        return False
    return mine[0].column(mine[1]) == its[0].column(its[1])


def is_in_line_with(searched: Searched, one: Quantity, other: Quantity) -> bool:
    """Whether two figures stand in one row or in one column of a table, or not in one table."""
    mine, its = searched.in_grid(one.span.start), searched.in_grid(other.span.start)
    if mine is None or its is None or mine[0] is not its[0]:
        return True
    grid = mine[0]
    return any(left == right for left, right in zip(grid.places[mine[1]], grid.places[its[1]], strict=True))


def is_of_column(searched: Searched, claim: Claim, one: Quantity) -> bool:
    """Whether a claim has a word of what names a figure's column; so it is where there is no such name."""
    placed = searched.in_grid(one.span.start)
    if placed is None:
        return True
    words = stems_of(head.of(searched.lower) for head in placed[0].columns_head(placed[1]))
    return not words or any(akin(word, mine) for word in words for mine in claim.stems)


def _named(searched: Searched, grid: Grid, claim: Claim) -> set[int]:
    """The rows whose names have no word that the claim has not; what half of them share tells none apart."""
    stems = {row: stems_of(label.of(searched.lower) for label in cells) for row, cells in grid.row_labels.items()}
    often = len(stems) / 2 if len(stems) > 2 else len(stems)
    counts: dict[str, int] = {}
    for words in stems.values():
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    telling = {row: [word for word in words if counts[word] <= often] for row, words in stems.items()}
    return {
        row
        for row, words in telling.items()
        if words and all(any(akin(word, mine) for mine in claim.stems) for word in words)
    }
