"""The blocks of a Markdown file: the block parser's tokens become leaves, each with its setting and its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from holdwater.document import BlockKind
from holdwater.read.assembly import Setting
from holdwater.read.markdown.source import Lines
from holdwater.read.source import Source


@dataclass(frozen=True, slots=True)
class NoteHead:
    """A footnote definition: the label between `[^` and `]`, and which one of the file it is."""

    label: str
    index: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block without inner blocks: its setting, its source, the note it belongs to, and the list number before it.

    `syntax` says how its content is written: "inline", "code" (as it stands) or "html".
    """

    setting: Setting
    source: Source
    syntax: str = "inline"
    note: NoteHead | None = None
    number: Source | None = None


@dataclass(slots=True)
class _Container:
    kind: str  # "quote", "list", "note" or "table"
    group: int
    note: NoteHead | None = None
    ordered: bool = False


@dataclass
class _Walk:
    lines: Lines
    containers: list[_Container] = field(default_factory=list)
    groups: Iterator[int] = field(default_factory=lambda: count(1))
    notes: Iterator[int] = field(default_factory=lambda: count(0))
    number: Source | None = None

    def enter(self, kind: str, *, note: NoteHead | None = None, ordered: bool = False) -> None:
        self.containers.append(_Container(kind, next(self.groups), note, ordered))

    def leave(self) -> None:
        if self.containers:
            self.containers.pop()

    def setting(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Setting:
        quotes = [one for one in self.containers if one.kind == "quote"]
        lists = [one for one in self.containers if one.kind == "list"]
        outer = quotes[:1] or self.containers[:1]
        if kind is BlockKind.PARAGRAPH and self.containers:
            kind = _KINDS[self.containers[-1].kind]
        depth = len(lists) if kind is BlockKind.LIST_ITEM else level
        return Setting(kind, level=depth, quoted=len(quotes), group=outer[0].group if outer else 0)

    def leaf(self, setting: Setting, source: Source, syntax: str = "inline") -> Leaf:
        note = next((one.note for one in self.containers if one.note), None)
        number, self.number = self.number, None
        return Leaf(setting, source, syntax, note, number)


_KINDS = {
    "quote": BlockKind.QUOTE,
    "list": BlockKind.LIST_ITEM,
    "note": BlockKind.NOTE,
    "table": BlockKind.TABLE,
}

_OPENINGS = {
    "blockquote_open": "quote",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "footnote_reference_open": "note",
    "table_open": "table",
}

_CLOSINGS = frozenset(
    {"blockquote_close", "bullet_list_close", "ordered_list_close", "footnote_reference_close", "table_close"}
)


def leaves(tokens: Sequence[Any], lines: Lines) -> Iterator[Leaf]:
    """The leaves of a file whose block tokens are `tokens`, in the order of the file."""
    walk = _Walk(lines)
    for index, token in enumerate(tokens):
        if token.type in _OPENINGS:
            note = NoteHead(token.meta["label"], next(walk.notes)) if token.meta and "label" in token.meta else None
            walk.enter(_OPENINGS[token.type], note=note, ordered=token.type.startswith("ordered"))
        elif token.type in _CLOSINGS:
            walk.leave()
        elif token.type == "tr_open":
            yield from _row(walk, tokens, index)
        elif token.type == "list_item_open":
            walk.number = _list_number(walk, token)
        else:
            leaf = _leaf(walk, token, tokens[index - 1])
            if leaf is not None:
                yield leaf


def _leaf(walk: _Walk, token: Any, before: Any) -> Leaf | None:
    if token.type == "inline":
        return _inline(walk, token, before)
    if token.type in ("fence", "code_block"):
        first = token.map[0] + (1 if token.type == "fence" else 0)
        content = token.content[:-1] if token.content.endswith("\n") else token.content
        return walk.leaf(walk.setting(BlockKind.CODE), walk.lines.source(content, first), "code")
    if token.type == "html_block":
        return walk.leaf(walk.setting(), walk.lines.source(token.content.rstrip("\n"), token.map[0]), "html")
    return None


def _inline(walk: _Walk, token: Any, before: Any) -> Leaf | None:
    if before.type in ("th_open", "td_open"):
        return None
    if before.type != "heading_open":
        return walk.leaf(walk.setting(), walk.lines.source(token.content, token.map[0]))
    level = int(before.tag[1])
    setting = walk.setting(BlockKind.HEADING, level)
    if before.markup.startswith("#"):
        return walk.leaf(setting, walk.lines.heading(token.content, token.map[0], level))
    return walk.leaf(setting, walk.lines.source(token.content, token.map[0]))


def _row(walk: _Walk, tokens: Sequence[Any], index: int) -> Iterator[Leaf]:
    line = tokens[index].map[0]
    contents: list[str] = []
    while index < len(tokens) and tokens[index].type != "tr_close":
        if tokens[index].type == "inline":
            contents.append(tokens[index].content)
        index += 1
    for source in walk.lines.cells(contents, line):
        yield walk.leaf(walk.setting(BlockKind.TABLE), source)


def _list_number(walk: _Walk, token: Any) -> Source | None:
    """The number that the file writes before an item of an ordered list, with its dot or parenthesis."""
    if not token.info:
        return None
    line, offset = walk.lines.line(token.map[0])
    written = f"{token.info}{token.markup}"
    at = line.find(written)
    return Source(written, (0,), (offset + at,)) if at >= 0 else None
