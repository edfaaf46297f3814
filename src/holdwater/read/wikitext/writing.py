"""What the parts of the reader of wikitext ask of the writer, and what stands around what is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from holdwater.document import BlockKind, MarkKind, Part
from holdwater.read.assembly import Setting
from holdwater.read.wikitext.notes import Content, Notes
from holdwater.read.wikitext.pen import Open, Pen
from holdwater.read.wikitext.pieces import Piece
from holdwater.read.wikitext.styles import Toggle


@dataclass(slots=True)
class OpenTag:
    """A tag that is open: the mark it makes, and whether blocks in it are set in its own way."""

    name: str
    mark: Open | None = None
    holds: bool = False


@dataclass(slots=True)
class Layout:
    """Where the text stands: the part that a heading opened, the list that goes on, captions that wait their turn."""

    part: Part = Part.BODY
    part_level: int = 0
    list_group: int = 0
    item: bool = False  # whether the open block is one that ends with its line
    preformatted: bool = False
    captions: list[tuple[int, int]] = field(default_factory=list)
    unclosed_to: int = 0  # up to where no bracket ends an external link


@dataclass(frozen=True, slots=True)
class Held:
    """What stands around a text says of it; where `fixed`, every block in it is set so (a note, a table's cell)."""

    setting: Setting = field(default_factory=Setting)
    fixed: bool = False


@dataclass(slots=True)
class Frame:
    """One stretch that is being written: where it ends, whether its lines count, and the bold and italics open."""

    end: int
    lines: bool
    toggles: dict[int, Toggle] = field(default_factory=dict)
    known_to: int = 0
    styles: dict[MarkKind, Open] = field(default_factory=dict)
    tags: list[OpenTag] = field(default_factory=list)


class Writing(Protocol):
    """The writer of a page, as those see it who write a part of it."""

    raw: str
    pieces: Mapping[int, Piece]
    pen: Pen
    notes: Notes
    groups: Iterator[int]
    held: list[Held]
    layout: Layout
    metadata: dict[str, str]
    unknown: Counter[str]  # templates of which it is not known what they print, by name
    taken: Counter[str]  # the ids of records, and how often each was asked for
    note_records: dict[str, str]  # the record that a note begins with, by the note's id
    other_names: dict[str, set[str]]  # the ids of the records that a short citation may also mean by a name
    note_id: str  # the note that is being written
    defining: bool  # whether refs are to be kept without a mark

    def write(self, start: int, end: int, *, by_line: bool = True) -> None:
        """Write from `start` to `end`; where not `by_line`, a line's beginning has no meaning."""

    def plain(self, start: int, end: int) -> str:
        """The words of a stretch, as they would be printed in one line."""
        ...

    def comment(self, piece: Piece) -> None:
        """Write a comment as a mark."""

    def entity(self, words: str, at: int) -> None:
        """Write an entity as the character it stands for."""

    def past(self, token: re.Match[str]) -> int:
        """Where to go on after a token: behind the piece that begins with it, if one does."""
        ...

    def line_end(self, at: int, end: int) -> int:
        """Where the line at `at` ends; line ends in brackets do not count."""
        ...

    def setting(self, kind: BlockKind = BlockKind.PARAGRAPH, *, level: int = 0, group: int = 0) -> Setting:
        """How a block of this kind is set here."""
        ...

    def open(self, kind: BlockKind = BlockKind.PARAGRAPH, *, level: int = 0, group: int = 0) -> None:
        """Begin a block of this kind."""

    def hold(self, setting: Setting, *, fixed: bool = False) -> None:
        """From here on, blocks stand in something that is set so."""

    def release(self) -> None:
        """End what `hold` began."""

    def block_within(self, start: int, end: int, setting: Setting) -> None:
        """Write a stretch as blocks of their own, all set alike."""

    def table(self, piece: Piece) -> None:
        """Write a table."""

    def note_mark(self, group: str, name: str, content: Content | None, *, extends: str = "") -> str:
        """Write a note's mark, or only keep the note where no words are written; return the note's id."""
        ...
