"""A text that is being expanded: a file, or what a command of the document's own stands for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from holdwater.read.latex.conditionals import Conditionals
from holdwater.read.latex.flat import Piece
from holdwater.read.latex.tex import Tex


@dataclass(eq=False)
class Frame:
    """A text being read: a file, or what a command stands for."""

    tex: Tex
    pieces: list[Piece]
    end: int
    folder: str = ""
    path: str = ""
    at: int = 0
    kept: int = 0
    """From here up to `at` it goes into the flat text as it is."""
    conditionals: Conditionals | None = None
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        at = 0
        for piece in self.pieces:
            self.starts.append(at)
            at += len(piece.words)

    @property
    def macro(self) -> bool:
        return not self.path

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces of a stretch."""
        found: list[Piece] = []
        for index in range(max(0, bisect_right(self.starts, start) - 1), len(self.pieces)):
            first, piece = self.starts[index], self.pieces[index]
            if first >= end:
                break
            left, right = max(start, first), min(end, first + len(piece.words))
            if left < right:
                words = piece.words[left - first : right - first]
                place = piece.place if piece.written else piece.place + left - first
                found.append(Piece(words, place, piece.written))
        return found

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where in the files a stretch begins, and how many characters it has there."""
        found = self.between(start, end)
        if not found:
            return 0, 1
        first, last = found[0], found[-1]
        end = last.place + (last.written or len(last.words))
        return first.place, end - first.place if first.place < end <= first.place + 10_000 else 1
