"""Writes the leaves of a Markdown file into a document: body first, notes at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Part, Record, Span
from holdwater.read.assembly import Assembly, Setting
from holdwater.read.markdown.bibliography import Bibliography
from holdwater.read.markdown.blocks import Leaf, cut
from holdwater.read.markdown.citations import CitedPart
from holdwater.read.markdown.definitions import Definition
from holdwater.read.markdown.glued import GluedMarks
from holdwater.read.markdown.inline import is_plain, read_inline
from holdwater.read.markdown.notes import Notes, entry_starts
from holdwater.read.markdown.parts import ATTRIBUTES, DEEPEST, opened_part
from holdwater.read.markdown.places import Places, extent
from holdwater.read.markdown.raw import HtmlBlocks
from holdwater.read.markdown.scanner import Context, Inline, Piece
from holdwater.read.source import Source

_IN_PARTS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says outside its text.

    `definitions` are its link references with their sources; `pandoc` says that it names a bibliography; `raised` that
    its notes are numbered, so that raised digits are their marks, and `glued` where digits glued to words are.
    """

    definitions: Mapping[str, tuple[Definition, Source]]
    metadata: Mapping[str, str]
    pandoc: bool = False
    raised: bool = False
    glued: GluedMarks = field(default_factory=GluedMarks)


class Writer:
    """Takes leaves in the order of the file and makes the document of them."""

    def __init__(self, raw: str, facts: Facts) -> None:
        self.first_heading = ""
        self.assembly = Assembly()
        self._raw, self._facts = raw, facts
        self._pandoc = facts.pandoc
        references = {label: found.address for label, (found, _) in facts.definitions.items()}
        self._context = Context(references, raised=facts.raised)
        self._part, self._part_level = Part.BODY, 0
        self._html = HtmlBlocks(raw)
        self._html_quotes = 0  # block quotations of HTML that are open where a leaf begins
        self._notes = Notes(self)

    def write(self, leaf: Leaf) -> None:
        """Write a leaf of the body, or keep a note's leaf for the end."""
        if leaf.note is not None:
            self._notes.keep(leaf, leaf.note)
            return
        setting = leaf.setting
        if not setting.quoted:
            self._enter_part(leaf)
        self._html_quotes = self._html.quotes
        if self._html_quotes:
            kind = BlockKind.QUOTE if setting.kind is BlockKind.PARAGRAPH else setting.kind
            quoted = setting.quoted + self._html_quotes
            setting = replace(setting, kind=kind, quoted=quoted, group=self._html.group)
        part = leaf.setting.part if self._part is Part.BODY else self._part
        if part is Part.BODY:
            self.write_leaf(leaf, setting)
            return
        setting = replace(setting, part=part)
        named = opened_part(leaf) is not None
        for index, one in enumerate(_entries(leaf)):
            if setting.kind in _IN_PARTS and not setting.quoted:
                is_name = named and not index
                kind, level = (BlockKind.HEADING, DEEPEST) if is_name else (BlockKind.REFERENCE, setting.level)
                self.write_leaf(one, replace(setting, kind=kind, level=level))
            else:
                self.write_leaf(one, setting)

    def finish(self, name: str, bibliography: Bibliography) -> Document:
        """Write the notes and return the document, with the works of its bibliography that it cites."""
        facts, assembly = self._facts, self.assembly
        self._notes.write(facts.definitions)
        assembly.close_block()
        self._notes.tie()
        if not self._pandoc:
            assembly.marks = [replace(mark, ambiguous=True) if _is_bare(mark) else mark for mark in assembly.marks]
        metadata = dict(facts.metadata)
        if "title" not in metadata and self.first_heading:
            metadata["title"] = self.first_heading
        nowhere = Span(assembly.length, assembly.length)  # the text does not show them
        cited = {mark.target for mark in assembly.marks if mark.kind is MarkKind.CITATION}
        assembly.records = [Record(str(work["id"]), nowhere, work) for work in bibliography.works(cited)]
        assembly.unread += bibliography.unread
        return assembly.document(self._raw, name, "markdown", metadata)

    def _enter_part(self, leaf: Leaf) -> None:
        opened = opened_part(leaf)
        if opened is not None:
            self._part, self._part_level = opened
        elif leaf.setting.kind is BlockKind.HEADING and leaf.setting.level <= self._part_level:
            self._part = Part.BODY

    def write_leaf(self, leaf: Leaf, setting: Setting) -> Block | None:
        """Write a leaf as a block, and return the block; None where it shows nothing."""
        self.assembly.open_block(setting)
        if leaf.number is not None and setting.kind is BlockKind.REFERENCE:
            self.assembly.begin()
            self.assembly.builder.take(leaf.number.text, leaf.number.places[0])
            self.assembly.builder.add(" ")
        source = leaf.source
        if leaf.syntax == "code":
            self._write_code(source)
        elif leaf.syntax == "html":
            self._write_html(source, setting)
        elif is_plain(source.text) and leaf.syntax == "inline" and not self._facts.glued.within(source):
            self._write_plain(source)
        else:
            self.write_content(source, setting, lines=leaf.syntax == "lines")
        block = self.assembly.close_block()
        if block and block.kind is BlockKind.HEADING and block.level == 1 and not self.first_heading:
            self.first_heading = block.span.of(self.assembly.builder.text())
        return block

    def _write_plain(self, source: Source) -> None:
        if not source.text.strip():
            return
        self.assembly.begin()
        self._take(source, 0, len(source.text))

    def _write_code(self, source: Source) -> None:
        if source.text.strip():
            self.assembly.begin()
            for text, place in source.pieces(0, len(source.text)):
                self.assembly.builder.take(text, place)

    def _write_html(self, source: Source, setting: Setting) -> None:
        for stretch in self._html.read(source.text):
            kind = setting.kind if stretch.kind is BlockKind.PARAGRAPH else stretch.kind
            quotes = self._html.quotes - self._html_quotes  # those before the block are in its setting
            if quotes > 0 and kind is BlockKind.PARAGRAPH:
                kind = BlockKind.QUOTE
            group = setting.group or (self._html.group if quotes > 0 else 0)
            one = Setting(kind, setting.part, stretch.level or setting.level, max(0, setting.quoted + quotes), group)
            self.assembly.open_block(one)
            self._write_inline(source, stretch.inline, one)

    def write_content(
        self, source: Source, setting: Setting, *, bounds: tuple[int, int] | None = None, lines: bool = False
    ) -> None:
        """Write content, or what is within bounds of it, into the open block; there, no note holds another."""
        text = source.text
        start, end = bounds or (0, len(text))
        context = self._context
        if self._facts.glued.places:
            context = context._replace(glued=self._facts.glued.within(source))
        if bounds:
            context = context._replace(notes_within=False)
        elif lines:
            start, context = text.find("|") + 1, context._replace(lines=True)
        elif setting.kind is BlockKind.HEADING:
            attributes = ATTRIBUTES.search(text)
            end = attributes.start() if attributes else end
        while start < end and text[start] in " \t":
            start += 1
        self._write_inline(source, read_inline(text, start, end, context), setting)

    def _write_inline(self, source: Source, inline: Inline, setting: Setting) -> None:
        if inline.caption and setting.kind is BlockKind.PARAGRAPH:
            self.assembly.open_block(replace(setting, kind=BlockKind.CAPTION))
        text = source.text
        pieces = [piece for piece in inline.pieces if extent(piece) > 0]
        if not any(_has_words(piece, text) for piece in pieces):
            pieces = []
        if pieces or any(mark.kind is MarkKind.NOTE for mark in inline.marks):
            start = self.assembly.begin()
            for piece in pieces:
                self._take_piece(source, piece)
            if inline.marks or inline.citations:
                self._mark(source, inline, Places(pieces, start, self.assembly.length))
        for mark in inline.marks:
            if mark.kind is MarkKind.COMMENT and not pieces:
                self.assembly.comment(mark.label)

    def _take_piece(self, source: Source, piece: Piece) -> None:
        if piece.text is None:
            self._take(source, *piece.bounds)
        elif len(piece.text) == 1:
            self.assembly.builder.take(piece.text, source.place(piece.start))
        else:
            self.assembly.builder.decoded(piece.text, source.place(piece.start))

    def _take(self, source: Source, start: int, end: int) -> None:
        """Take words as they stand; a line's end is a blank."""
        take = self.assembly.builder.take
        if len(source.starts) == 1:
            take(source.text[start:end].replace("\n", " "), source.places[0] + start)
            return
        for text, place in source.pieces(start, end):
            take(text.replace("\n", " "), place)

    def _mark(self, source: Source, inline: Inline, places: Places) -> None:
        marks = self.assembly.marks
        for one in inline.marks:
            target = one.target
            if one.kind is MarkKind.NOTE and not one.label:
                target = f"{target}@{source.place(one.start)}"
            span = places.span(one.start, one.end)
            if len(span) or one.kind in (MarkKind.NOTE, MarkKind.COMMENT):
                marks.append(Mark(span, one.kind, one.label, target))
        for cited in inline.citations:
            self._cite(cited, places)
        for note in inline.inner_notes:
            self._notes.inner(source, note)

    def _cite(self, cited: CitedPart, places: Places) -> None:
        self._pandoc = self._pandoc or not cited.bare
        span = places.span(cited.start, cited.end)
        self.assembly.marks.append(Mark(span, MarkKind.CITATION, cited.locator, cited.key))


def _entries(leaf: Leaf) -> list[Leaf]:
    """A paragraph of references whose lines begin with numbers, as a leaf a line; a name above them is another."""
    text = leaf.source.text
    starts = entry_starts(text) if leaf.syntax == "inline" and "\n" in text else []
    if not starts or (starts[0] and text.find("\n") + 1 != starts[0]):
        return [leaf]
    starts = [0, *starts] if starts[0] else starts
    ends = [start - 1 for start in starts[1:]] + [len(text)]
    return [replace(leaf, source=cut(leaf.source, a, b)) for a, b in zip(starts, ends, strict=True)]


def _has_words(piece: Piece, text: str) -> bool:
    if piece.text is not None:
        return bool(piece.text.strip())
    start, end = piece.bounds
    return bool(text[start:end].strip())


def _is_bare(mark: Mark) -> bool:
    return mark.kind is MarkKind.CITATION and not mark.label
