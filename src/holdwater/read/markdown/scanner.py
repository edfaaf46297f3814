"""The state of the inline scanner: what it has found in a block's content, and the brackets and runs that wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from holdwater.document import MarkKind
from holdwater.read.markdown.citations import Cited, CitedPart
from holdwater.read.markdown.emphasis import Run, match_runs
from holdwater.read.markdown.html import InlineTags


@dataclass(slots=True)
class Piece:
    """Characters `start` to `end` of the content as they stand, or `text` that they are written for."""

    start: int
    end: int
    text: str | None = None
    run: Run | None = None
    alone: bool = False  # a bracket, which goes if it becomes a link's: nothing may be added to it

    @property
    def bounds(self) -> tuple[int, int]:
        """Which characters are left of it: of a run, those that are no delimiters."""
        return (self.run.start, self.run.end) if self.run else (self.start, self.end)


class InlineMark(NamedTuple):
    """A mark over the content's characters `start` to `end`."""

    kind: MarkKind
    start: int
    end: int
    label: str = ""
    target: str = ""


class InnerNote(NamedTuple):
    """A note written where its mark stands (`mark`): the content from `start` to `end`."""

    mark: int
    start: int
    end: int


@dataclass(slots=True)
class Bracket:
    """A bracket that waits for its end, and how much of everything had been found before it."""

    kind: str  # "link", "image" or "note"
    start: int  # where it begins, its "!" or "^" included
    after: int
    pieces: int
    runs: int
    marks: int
    cited: int
    plain: bool = True  # no other bracket inside, so that it may be a reference's label


@dataclass(slots=True)
class Inline:
    """What one block's content holds."""

    pieces: list[Piece] = field(default_factory=list)
    marks: list[InlineMark] = field(default_factory=list)
    inner_notes: list[InnerNote] = field(default_factory=list)
    citations: list[CitedPart] = field(default_factory=list)
    caption: bool = False  # nothing but a picture: the pieces are its description


class Context(NamedTuple):
    """What the file says that its inline syntax depends on.

    `references` are the addresses of link references by normalised label; `notes_within` says that `^[` may begin a
    note (not within one), `raised` that the file's notes are numbered, so that raised digits are their marks, and
    `lines` that each line stands for itself; `glued` are the glued note marks of the content, from where to where.
    """

    references: Mapping[str, str]
    notes_within: bool = True
    raised: bool = False
    lines: bool = False
    glued: Mapping[int, int] | None = None


class Scanner:
    """The content `text` from `start` to `end`, as far as it is read."""

    def __init__(self, text: str, start: int, end: int, context: Context) -> None:
        self.text = text if end == len(text) else text[:end]
        self.start, self.at, self.end = start, start, end
        self.context = context
        self.found = Inline()
        self.pieces = self.found.pieces
        self.marks = self.found.marks
        self.runs: list[Run] = []
        self.brackets: list[Bracket] = []
        self.link_floor = 0  # brackets below it enclose a link and so cannot be one
        self.cited: list[Cited] = []
        self.pictures: list[list[Piece]] = []
        self.tags = InlineTags(self.text)
        self.last_close = self.text.rfind("]")
        self.escaped = -1  # the last character that a backslash stands before
        self.unclosed: set[str] = set()  # what has no end further on, so that it is looked for once only
        self.ticks: dict[int, list[int]] | None = None

    def keep(self, start: int, end: int) -> None:
        """Keep characters as they stand."""
        if start >= end:
            return
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last.end == start and last.text is None and last.run is None and not last.alone:
            last.end = end
        else:
            self.pieces.append(Piece(start, end))

    def literal(self, at: int) -> int:
        """Keep one character as it stands."""
        self.keep(at, at + 1)
        return at + 1

    def mark(self, kind: MarkKind, start: int, end: int, label: str = "", target: str = "") -> None:
        """Put a mark over characters of the content."""
        self.marks.append(InlineMark(kind, start, end, label, target))

    def note(self, at: int, label: str) -> None:
        """Put a note mark at a place: the label is what its note goes by."""
        self.marks.append(InlineMark(MarkKind.NOTE, at, at, label, label))

    def emphasise(self, first: int) -> None:
        """Match the delimiter runs from `first` on, which no later one may reach."""
        if first < len(self.runs):
            runs = self.runs[first:]
            del self.runs[first:]
            self.marks.extend(InlineMark(one.kind, one.start, one.end) for one in match_runs(runs))

    def cut(self, start: int, pieces: int) -> None:
        """Drop what was found from `start` on, before which there were so many pieces."""
        del self.pieces[pieces:]
        for waiting in (self.marks, self.runs, self.brackets, self.cited):
            while waiting and waiting[-1].start >= start:
                waiting.pop()
        self.link_floor = min(self.link_floor, len(self.brackets))

    def close_of(self, closing: str, after: int) -> int:
        """Where `closing` next stands; -1 if nowhere, which is found out once only."""
        if closing in self.unclosed:
            return -1
        found = self.text.find(closing, after)
        if found < 0:
            self.unclosed.add(closing)
        return found
