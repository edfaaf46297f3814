"""What the block scanner hands over: leaves, each with its setting and its source; and the containers they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdwater.document import BlockKind
from holdwater.read.assembly import Setting
from holdwater.read.source import Source


@dataclass(frozen=True, slots=True)
class NoteHead:
    """A footnote definition: the label between `[^` and `]`, and which one of the file it is."""

    label: str
    index: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block without inner blocks: its setting, its source, the note it belongs to, and the list number before it.

    `syntax` says how its content is written: "inline", "lines" (inline, each line for itself), "code" (as it stands)
    or "html".
    """

    setting: Setting
    source: Source
    syntax: str = "inline"
    note: NoteHead | None = None
    number: Source | None = None


@dataclass(slots=True)
class Container:
    """A block that holds blocks.

    `kind` is "quote", "aside" (a callout, which quotes nobody), "list", "item", "note", "div" or "table"; `indent` how
    many columns an item's or a note's lines stand further in; `sign` what tells one list from another, or a div's
    colons; `empty` says that an item has no content yet.
    """

    kind: str
    group: int = 0
    indent: int = 0
    sign: str = ""
    note: NoteHead | None = None
    empty: bool = False


_KINDS = {
    "quote": BlockKind.QUOTE,
    "quote-div": BlockKind.QUOTE,
    "list": BlockKind.LIST_ITEM,
    "item": BlockKind.LIST_ITEM,
    "note": BlockKind.NOTE,
    "table": BlockKind.TABLE,
}
_UNGROUPED = ("div", "aside", "item")


def setting_within(containers: Sequence[Container], kind: BlockKind, level: int = 0) -> Setting:
    """The setting of a block of this kind that stands in these containers, the outermost first."""
    quotes = [one for one in containers if one.kind in ("quote", "quote-div")]
    outer = quotes[:1] or [one for one in containers if one.kind not in _UNGROUPED][:1]
    if kind is BlockKind.PARAGRAPH:
        inner = next((one.kind for one in reversed(containers) if one.kind in _KINDS), "")
        kind = _KINDS.get(inner, kind)
    depth = sum(one.kind == "list" for one in containers) if kind is BlockKind.LIST_ITEM else level
    return Setting(kind, level=depth, quoted=len(quotes), group=outer[0].group if outer else 0)


class Content:
    """The lines of a leaf as they are gathered, each with its place in the file."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._places: list[int] = []

    def __bool__(self) -> bool:
        return bool(self._parts)

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return sum(part.count("\n") for part in self._parts) + 1

    def line(self, text: str, place: int, blanks: Sequence[int] = ()) -> None:
        """Add a line, or several that follow each other in the file.

        `blanks` are the places of the characters at its head if tabs stand among them, and `place` that of the rest.
        """
        if self._parts:
            self._parts.append("\n")
            self.length += 1
        for index, one in enumerate(blanks):
            self._start(self.length + index, one)
        if len(blanks) < len(text) or not self._starts:
            self._start(self.length + len(blanks), place)
        self._parts.append(text)
        self.length += len(text)

    def _start(self, start: int, place: int) -> None:
        if not self._starts or self._places[-1] + start - self._starts[-1] != place:
            self._starts.append(start)
            self._places.append(place)

    def source(self) -> Source:
        """All of it."""
        return Source("".join(self._parts), self._starts, self._places)


def cut(source: Source, start: int, end: int) -> Source:
    """A part of a source."""
    starts: list[int] = []
    places: list[int] = []
    for first, place in _runs(source, start, end):
        starts.append(first - start)
        places.append(place)
    return Source(source.text[start:end], starts or [0], places or [source.place(start) if source.places else 0])


def _runs(source: Source, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for text, place in source.pieces(start, end):
        yield at, place
        at += len(text)
