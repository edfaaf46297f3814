"""Writes the leaves of a Markdown file into a document: body first, notes at the end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from holdwater.document import BlockKind, Document, Mark, MarkKind, Note, Part, Span
from holdwater.read.assembly import Assembly, Setting, aim, free_id
from holdwater.read.headings import part_named
from holdwater.read.markdown.blocks import Leaf, NoteHead
from holdwater.read.markdown.citations import CitedPart
from holdwater.read.markdown.inline import Inline, Piece, read_inline
from holdwater.read.markdown.raw import read_html
from holdwater.read.source import Source

_ATTRIBUTES = re.compile(r"[ \t]+\{[#.-][^{}]{0,300}\}$")
_IN_PARTS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(slots=True)
class _Pending:
    """A note whose text is still to be written: where it stands in the file, and its leaves or its inline content."""

    place: int
    label: str
    leaves: list[Leaf]
    inner: tuple[Source, int, int] | None = None
    key: str = ""


class Writer:
    """Takes leaves in the order of the file and makes the document of them."""

    def __init__(self, references: Mapping[str, str], *, pandoc: bool) -> None:
        """`references` are link references by label; `pandoc` says that the file's metadata names a bibliography."""
        self.first_heading = ""
        self._assembly = Assembly()
        self._references = references
        self._pandoc = pandoc
        self._part, self._part_level = Part.BODY, 0
        self._definitions: dict[int, _Pending] = {}
        self._inner: list[_Pending] = []

    def write(self, leaf: Leaf) -> None:
        """Write a leaf of the body, or keep a note's leaf for the end."""
        if leaf.note is None:
            self._write_body(leaf)
            return
        pending = self._definitions.get(leaf.note.index)
        if pending is None:
            pending = self._definitions[leaf.note.index] = _definition(leaf, leaf.note)
        pending.leaves.append(leaf)

    def finish(self, raw: str, name: str, metadata: Mapping[str, str]) -> Document:
        """Write the notes and return the document."""
        targets = self._write_notes()
        self._assembly.close_block()
        self._assembly.marks = aim(self._assembly.marks, targets)
        if not self._pandoc:
            self._assembly.marks = [
                replace(mark, ambiguous=True) if _is_bare(mark) else mark for mark in self._assembly.marks
            ]
        return self._assembly.document(raw, name, "markdown", metadata)

    def _write_body(self, leaf: Leaf) -> None:
        setting = leaf.setting
        if setting.kind is not BlockKind.HEADING and self._part is not Part.BODY:
            kind = BlockKind.REFERENCE if setting.kind in _IN_PARTS and not setting.quoted else setting.kind
            setting = replace(setting, kind=kind)
        if setting.kind is BlockKind.HEADING and not setting.quoted:
            self._enter_part(leaf)
        self._write_leaf(replace(leaf, setting=replace(setting, part=self._part)))

    def _enter_part(self, leaf: Leaf) -> None:
        named = part_named(_ATTRIBUTES.sub("", leaf.source.text).strip("*_"))
        if named is not None:
            self._part, self._part_level = named, leaf.setting.level
        elif self._part is not Part.BODY and leaf.setting.level <= self._part_level:
            self._part = Part.BODY

    def _write_leaf(self, leaf: Leaf) -> None:
        self._assembly.open_block(leaf.setting)
        if leaf.number is not None and leaf.setting.kind is BlockKind.REFERENCE:
            self._assembly.begin()
            self._assembly.builder.take(leaf.number.text, leaf.number.places[0])
            self._assembly.builder.add(" ")
        if leaf.syntax == "code":
            self._write_code(leaf.source)
        elif leaf.syntax == "html":
            self._write_inline(leaf.source, read_html(leaf.source.text), leaf.setting)
        else:
            text = leaf.source.text
            end = len(text)
            attributes = _ATTRIBUTES.search(text) if leaf.setting.kind is BlockKind.HEADING else None
            end = attributes.start() if attributes else end
            self._write_inline(leaf.source, read_inline(text, 0, end, self._references), leaf.setting)
        block = self._assembly.close_block()
        if block and block.kind is BlockKind.HEADING and block.level == 1 and not self.first_heading:
            self.first_heading = block.span.of(self._assembly.builder.text())

    def _write_code(self, source: Source) -> None:
        if source.text.strip():
            self._assembly.begin()
            for text, place in source.pieces(0, len(source.text)):
                self._assembly.builder.take(text, place)

    def _write_inline(self, source: Source, inline: Inline, setting: Setting) -> None:
        if inline.caption and setting.kind is BlockKind.PARAGRAPH:
            self._assembly.open_block(replace(setting, kind=BlockKind.CAPTION))
        pieces = [piece for piece in inline.pieces if piece.end > piece.start and _extent(piece)]
        if not any(_has_words(piece, source.text) for piece in pieces):
            pieces = []
        if pieces or any(mark.kind is MarkKind.NOTE for mark in inline.marks):
            start = self._assembly.begin()
            self._take(source, pieces)
            places = _Places(pieces, start, self._assembly.length)
            self._mark(source, inline, places)
        for mark in inline.marks:
            if mark.kind is MarkKind.COMMENT and not pieces:
                self._assembly.comment(mark.label)

    def _take(self, source: Source, pieces: list[Piece]) -> None:
        builder = self._assembly.builder
        for piece in pieces:
            if piece.text is not None and len(piece.text) == 1:
                builder.take(piece.text, source.place(piece.start))
                continue
            if piece.text is not None:
                builder.decoded(piece.text, source.place(piece.start))
                continue
            start, end = _bounds(piece)
            for text, place in source.pieces(start, end):
                builder.take(text, place)

    def _mark(self, source: Source, inline: Inline, places: _Places) -> None:
        marks = self._assembly.marks
        for one in inline.marks:
            target = one.target
            if target.startswith("^") and one.kind is MarkKind.NOTE and not one.label:
                target = f"{target}@{source.place(one.start)}"
            span = places.span(one.start, one.end)
            if len(span) or one.kind in (MarkKind.NOTE, MarkKind.COMMENT):
                marks.append(Mark(span, one.kind, one.label, target, one.ambiguous))
        for cited in inline.citations:
            self._cite(cited, places)
        for start, end in inline.inner_notes:
            place = source.place(start - 2)
            self._inner.append(_Pending(place, "", [], (source, start, end), f"^{start}@{place}"))

    def _cite(self, cited: CitedPart, places: _Places) -> None:
        self._pandoc = self._pandoc or not cited.bare
        span = places.span(cited.start, cited.end)
        self._assembly.marks.append(Mark(span, MarkKind.CITATION, cited.locator, cited.key))

    def _write_notes(self) -> dict[str, str]:
        """Write the notes, in the file's order, and return the ids that their marks' targets stand for."""
        targets: dict[str, str] = {}
        taken: Counter[str] = Counter()
        waiting = sorted([*self._definitions.values(), *self._inner], key=lambda one: one.place)
        while waiting:
            self._inner = []
            for pending in waiting:
                self._write_note(pending, targets, taken)
            waiting = self._inner  # inline notes that stand in footnotes
        return targets

    def _write_note(self, pending: _Pending, targets: dict[str, str], taken: Counter[str]) -> None:
        if not pending.label:
            taken[""] += 1
        label = pending.label or f"inline-{taken['']}"
        note_id = free_id(f"fn-{label}", taken)
        targets.setdefault(pending.key or label, note_id)
        first = len(self._assembly.blocks)
        for leaf in pending.leaves:
            self._write_leaf(replace(leaf, setting=replace(leaf.setting, part=Part.NOTES)))
        if pending.inner is not None:
            source, start, end = pending.inner
            setting = Setting(BlockKind.NOTE, Part.NOTES)
            self._assembly.open_block(setting)
            inline = read_inline(source.text, start, end, self._references, may_have_notes=False)
            self._write_inline(source, inline, setting)
            self._assembly.close_block()
        blocks = self._assembly.blocks[first:]
        at = self._assembly.length
        span = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(at, at)
        self._assembly.notes.append(Note(note_id, label, span))


class _Places:
    """Where offsets of a block's content have come to stand in the document's text."""

    def __init__(self, pieces: list[Piece], start: int, end: int) -> None:
        self._ends = [_bounds(piece)[1] for piece in pieces]
        self._pieces = pieces
        self._offsets = list(accumulate((_extent(piece) for piece in pieces), initial=start))
        self._end = end

    def span(self, start: int, end: int) -> Span:
        left = self._place(start)
        return Span(left, max(left, self._place(end)))

    def _place(self, at: int) -> int:
        index = bisect_right(self._ends, at)
        if index == len(self._pieces):
            return self._end
        piece = self._pieces[index]
        return self._offsets[index] + (max(0, at - _bounds(piece)[0]) if piece.text is None else 0)


def _bounds(piece: Piece) -> tuple[int, int]:
    return (piece.run.start, piece.run.end) if piece.run else (piece.start, piece.end)


def _has_words(piece: Piece, text: str) -> bool:
    start, end = _bounds(piece)
    return bool((text[start:end] if piece.text is None else piece.text).strip())


def _extent(piece: Piece) -> int:
    if piece.text is not None:
        return len(piece.text)
    start, end = _bounds(piece)
    return end - start


def _definition(leaf: Leaf, head: NoteHead) -> _Pending:
    return _Pending(leaf.source.places[0] if leaf.source.places else 0, head.label, [])


def _is_bare(mark: Mark) -> bool:
    return mark.kind is MarkKind.CITATION and not mark.label
