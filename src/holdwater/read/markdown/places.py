"""Where offsets of a block's content have come to stand in the document's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from holdwater.document import Span
from holdwater.read.markdown.scanner import Piece


class Places:
    """The places of a block's pieces, which stand one after the other in the text from `start` to `end`."""

    def __init__(self, pieces: Sequence[Piece], start: int, end: int) -> None:
        self._bounds = [piece.bounds for piece in pieces]
        self._ends = [end for _, end in self._bounds]
        self._pieces = pieces
        self._offsets = list(accumulate(map(extent, pieces), initial=start))
        self._end = end

    def span(self, start: int, end: int) -> Span:
        """The span of the text in which the content's characters `start` to `end` stand."""
        left = self._place(start)
        return Span(left, max(left, self._place(end) if end > start else left))

    def _place(self, at: int) -> int:
        index = bisect_right(self._ends, at)
        if index == len(self._pieces):
            return self._end
        within = max(0, at - self._bounds[index][0]) if self._pieces[index].text is None else 0
        return self._offsets[index] + within


def extent(piece: Piece) -> int:
    """How many characters of the text a piece makes."""
    if piece.text is not None:
        return len(piece.text)
    start, end = piece.bounds
    return end - start
