"""A document as one text, its files put in and its own commands spelled out, each character with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from holdwater.read.latex.tex import Tex


class Piece(NamedTuple):
    """`words` that stand at `place` of the file one for one.

    What the file writes otherwise, such as a command of its own, stands at that one place as a whole: `written` is how
    many characters it has there.
    """

    words: str
    place: int
    written: int = 0


class Flat(Tex):
    """The text made of pieces, and the way back to the files."""

    def __init__(self, pieces: list[Piece], body: int) -> None:
        """`body` is the offset at which the document's body begins."""
        super().__init__("".join(piece.words for piece in pieces))
        self.body = body
        self._pieces = pieces
        self._starts: list[int] = []
        at = 0
        for piece in pieces:
            self._starts.append(at)
            at += len(piece.words)
        self._first, self._index = 0, -1
        self.piece_end = -1
        """Where the piece ends that was last looked up."""
        self.written = 0
        """How many characters the file has for the whole of that piece; 0 where it stands there one for one."""

    def place(self, at: int) -> int:
        """Where in the files the character at `at` stands."""
        if not self._first <= at < self.piece_end:
            self._look(at)
        if self._index < 0:
            return 0
        piece = self._pieces[self._index]
        return piece.place if piece.written else piece.place + at - self._first

    def places(self, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """The stretches from `start` to `end`: each one's start and end, its place, and `written`."""
        at = start
        while at < end:
            place = self.place(at)
            stop = min(end, self.piece_end)
            if stop <= at:
                return
            yield at, stop, place, self.written
            at = stop

    def _look(self, at: int) -> None:
        self._index = bisect_right(self._starts, at) - 1
        if self._index >= 0:
            piece = self._pieces[self._index]
            self._first = self._starts[self._index]
            self.piece_end, self.written = self._first + len(piece.words), piece.written
