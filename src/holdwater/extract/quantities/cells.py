"""The numbers of a table's cells, each cell read for itself: in running text a bare number in a column is none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from holdwater.document import Span
from holdwater.extract.quantities.model import Frame, Measured, Period, Quantity
from holdwater.extract.quantities.reading import read_measured

_END = " ;\n\n"
"""Stands behind each cell, so that no number stands alone in its line as a page's number does."""


def read_cells(text: str, cells: Sequence[Span], after: Measured, masked: Sequence[Span] = ()) -> Measured:
    """What was read of the rest of a text, and behind it the quantities and periods of these cells.

    Args:
        text: the text.
        cells: the cells to read, in its order.
        after: what was read of the rest.
        masked: note marks and citations, in order: nothing in them is read.
    """
    starts: list[int] = []
    words: list[str] = []
    length = 0
    for cell in cells:
        starts.append(length)
        words.append(cell.of(text))
        length += len(cell) + len(_END)
    within = [Span(start, start + len(cell)) for start, cell in zip(starts, cells, strict=True)]
    hidden = list(_hidden(cells, starts, masked))
    found = read_measured("".join(f"{one}{_END}" for one in words), within=within, masked=hidden)

    def home(span: Span) -> Span:
        at = bisect_right(starts, span.start) - 1
        return span.shift(cells[at].start - starts[at])

    quantities = (_moved(one, home(one.span).start - one.span.start, after) for one in found.quantities)
    periods = (_period(one, home(one.span).start - one.span.start) for one in found.periods)
    return Measured((*after.quantities, *quantities), (*after.periods, *periods))


def _hidden(cells: Sequence[Span], starts: Sequence[int], masked: Sequence[Span]) -> Iterator[Span]:
    """Where the masked stretches stand in the cells put one behind the other."""
    firsts = [one.start for one in masked]
    for cell, start in zip(cells, starts, strict=True):
        for one in masked[bisect_left(firsts, cell.start) : bisect_left(firsts, cell.end)]:
            yield Span(one.start, min(one.end, cell.end)).shift(start - cell.start)


def _moved(one: Quantity, by: int, after: Measured) -> Quantity:
    return replace(
        one,
        span=one.span.shift(by),
        number=one.number.shift(by),
        sentence=one.sentence.shift(by),
        frame=_reindexed(one.frame, after),
    )


def _reindexed(frame: Frame, after: Measured) -> Frame:
    return replace(
        frame,
        periods=tuple(at + len(after.periods) for at in frame.periods),
        start=frame.start + len(after.quantities) if frame.start >= 0 else -1,
        end=frame.end + len(after.quantities) if frame.end >= 0 else -1,
    )


def _period(one: Period, by: int) -> Period:
    return replace(one, span=one.span.shift(by), sentence=one.sentence.shift(by))
