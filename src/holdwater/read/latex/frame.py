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
                found.append(Piece(words, piece.place if piece.fixed else piece.place + left - first, piece.fixed))
        return found

    def place(self, at: int) -> int:
        one = self.between(at, at + 1)
        return one[0].place if one else 0
