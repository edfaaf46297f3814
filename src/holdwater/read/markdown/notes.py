"""The notes of a Markdown file: footnote definitions, notes within the text, numbered entries that marks lead to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from holdwater.document import Block, BlockKind, Mark, MarkKind, Note, Part, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Assembly, Setting, aim, free_id
from holdwater.read.markdown.blocks import Leaf, NoteHead, cut
from holdwater.read.markdown.definitions import Definition
from holdwater.read.markdown.scanner import InnerNote
from holdwater.read.source import Source

_ENTRY = waiting(r"(?:\[\^?(\d{1,3})\^?\]:?|(\d{1,3})[.)]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))[ \t]*(?=\S)")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Pen(Protocol):
    """What writes the notes' blocks: the writer of the document."""

    assembly: Assembly

    def write_leaf(self, leaf: Leaf, setting: Setting) -> Block | None:
        """Write a leaf as a block."""
        ...

    def write_content(
        self, source: Source, setting: Setting, *, bounds: tuple[int, int] | None = None, lines: bool = False
    ) -> None:
        """Write content into the open block."""
        ...


@dataclass(slots=True)
class _Pending:
    """A note whose text is still to be written: where it stands in the file, and its leaves or its inline content."""

    place: int
    label: str
    leaves: list[Leaf] = field(default_factory=list)
    inner: tuple[Source, int, int] | None = None
    key: str = ""


class Notes:
    """Keeps notes while the body is written, and writes them after it."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._definitions: dict[int, _Pending] = {}
        self._inner: list[_Pending] = []
        self._targets: dict[str, str] = {}
        self._taken: Counter[str] = Counter()

    def keep(self, leaf: Leaf, head: NoteHead) -> None:
        """Keep a leaf of a footnote's definition."""
        pending = self._definitions.get(head.index)
        if pending is None:
            place = leaf.source.places[0] if leaf.source.places else 0
            pending = self._definitions[head.index] = _Pending(place, head.label.removesuffix("^"))
        pending.leaves.append(leaf)

    def inner(self, source: Source, note: InnerNote) -> None:
        """Keep a note that is written where its mark stands."""
        place = source.place(note.mark)
        self._inner.append(_Pending(place, "", [], (source, note.start, note.end), f"^{note.start}@{place}"))

    def write(self, definitions: Mapping[str, tuple[Definition, Source]]) -> None:
        """Write all notes in the file's order; `definitions` are link references, of which numbers may be notes."""
        waiting = sorted(
            [*self._definitions.values(), *self._inner, *self._numbered(definitions)], key=lambda one: one.place
        )
        while waiting:
            self._inner = []
            for pending in waiting:
                self._write(pending)
            waiting = self._inner  # notes that stand in footnotes

    def _numbered(self, definitions: Mapping[str, tuple[Definition, Source]]) -> list[_Pending]:
        """Link references called "1", "2" … that marks `[1]` lead to: their addresses and titles are the notes."""
        wanted = {mark.target for mark in self._pen.assembly.marks if mark.kind is MarkKind.NOTE}
        wanted -= {pending.label for pending in self._definitions.values()}
        found = []
        for label, (definition, source) in definitions.items():
            if label in wanted and label.isdecimal():
                end = definition.begin + len(source.text[definition.begin : definition.end].rstrip())
                content = cut(source, definition.begin, end)
                found.append(_Pending(content.places[0], label, [], (content, 0, len(content.text))))
        return found

    def _write(self, pending: _Pending) -> None:
        if not pending.label:
            self._taken[""] += 1
        label = pending.label or f"inline-{self._taken['']}"
        note_id = free_id(f"fn-{label}", self._taken)
        self._targets.setdefault(pending.key or label, note_id)
        assembly = self._pen.assembly
        first = len(assembly.blocks)
        for leaf in pending.leaves:
            self._pen.write_leaf(leaf, replace(leaf.setting, part=Part.NOTES))
        if pending.inner is not None:
            source, start, end = pending.inner
            setting = Setting(BlockKind.NOTE, Part.NOTES)
            assembly.open_block(setting)
            self._pen.write_content(source, setting, bounds=(start, end))
            assembly.close_block()
        blocks = assembly.blocks[first:]
        at = assembly.length
        span = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(at, at)
        assembly.notes.append(Note(note_id, label, span))

    def tie(self) -> None:
        """Let every mark lead to its note; a number without one, to the entry of the notes or references it begins."""
        assembly = self._pen.assembly
        unmet = {mark.target for mark in assembly.marks if _is_numbered(mark) and mark.target not in self._targets}
        if unmet:
            self._tie_entries(unmet)
        assembly.marks = aim(assembly.marks, self._targets)

    def _tie_entries(self, unmet: set[str]) -> None:
        assembly = self._pen.assembly
        text = assembly.builder.text()
        found: dict[str, list[tuple[int, Span]]] = {}
        for index, block in enumerate(assembly.blocks):
            if block.kind is not BlockKind.REFERENCE:
                continue
            entry = _ENTRY.match(text, block.span.start, block.span.end)
            if entry:
                found.setdefault(_number(entry), []).append((index, Span(entry.end(), block.span.end)))
        tied = {label for label in unmet & found.keys() if len(found[label]) == 1}
        if any(assembly.blocks[found[label][0][0]].part is Part.NOTES for label in tied):
            tied |= {label for label, ((index, _), *_) in found.items() if assembly.blocks[index].part is Part.NOTES}
        for label in sorted(tied, key=int):
            index, span = found[label][0]
            note_id = free_id(f"fn-{label}", self._taken)
            self._targets[label] = note_id
            assembly.notes.append(Note(note_id, label, span))
            if assembly.blocks[index].part is Part.NOTES:
                assembly.blocks[index] = replace(assembly.blocks[index], kind=BlockKind.NOTE)


def entry_starts(text: str) -> list[int]:
    """Where lines begin that a number begins as it begins an entry of a list of notes or references."""
    starts = []
    at = 0
    for line in text.split("\n"):
        if _ENTRY.match(line):
            starts.append(at)
        at += len(line) + 1
    return starts


def entry_at(line: str) -> tuple[int, int] | None:
    """The number that begins a line as it begins an entry, and where the entry's words begin; None where none does."""
    entry = _ENTRY.match(line)
    return (int(_number(entry)), entry.end()) if entry else None


def _number(entry: re.Match[str]) -> str:
    return str(int((entry[1] or entry[2] or entry[3]).translate(_DIGITS)))


def _is_numbered(mark: Mark) -> bool:
    return mark.kind is MarkKind.NOTE and mark.label.isdecimal()
