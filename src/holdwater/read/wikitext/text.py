"""Writes wikitext into a document: blocks, marks, notes at the end, each character with its place in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from itertools import count

from holdwater.document import BlockKind, Mark, MarkKind, Note, Part, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Setting, aim
from holdwater.read.wikitext import lines, links, tables, tags, templates
from holdwater.read.wikitext.notes import Content, Notes
from holdwater.read.wikitext.pen import Pen
from holdwater.read.wikitext.pieces import Piece, PieceKind
from holdwater.read.wikitext.styles import toggles
from holdwater.read.wikitext.writing import Frame, Held, Layout

MAX_DEPTH = 40
"""How deep templates, links, tables and notes may stand in each other; what is deeper is written as it stands."""

_SPECIAL = waiting(
    r"\n|\[\[|\[(?=(?:https?:|ftp:|mailto:|//)[^\s\]])|\{\{|''+|</?[A-Za-z]|<!--|&#?\w{1,31};|__[A-Z]{3,20}__"
    r"|(?<![\w/])https?://[^\s<>\[\]\"|{}']{1,2000}"
)
_LINE_TOKEN = waiting(r"\n|''+|\[\[|\{\{|<!--|<[A-Za-z]")
_URL_TAIL = waiting(r"[.,;:!?)]+$")


class Writer:
    """Writes stretches of a wikitext, one after the other."""

    def __init__(self, raw: str, pieces: Mapping[int, Piece]) -> None:
        self.raw = raw
        self.pieces = pieces
        self.pen = Pen(raw)
        self.notes = Notes()
        self.groups: Iterator[int] = count(1)
        self.held = [Held()]
        self.layout = Layout()
        self.metadata: dict[str, str] = {}
        self.unknown: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        self.note_records: dict[str, str] = {}  # the record that a note begins with, by the note's id
        self.other_names: dict[str, set[str]] = {}  # the records that a short citation may also mean by a name
        self.note_id = ""  # the note that is being written
        self.defining = False  # whether refs are to be kept without a mark
        self._works: set[str] = set()  # the ids of all records
        self._depth = 0
        self._measuring = False  # whether words are written only to be known
        self._plain: dict[tuple[int, int], str] = {}

    def write(self, start: int, end: int, *, by_line: bool = True) -> None:
        """Write from `start` to `end`; where not `by_line`, a line's beginning has no meaning."""
        if self._depth >= MAX_DEPTH or not (by_line or _SPECIAL.search(self.raw, start, end)):
            self.pen.words(start, end)
            return
        self._depth += 1
        frame = Frame(end, by_line)
        at, fresh = start, by_line
        while at < end:
            if fresh:
                at, fresh = lines.begin(self, at, frame)
                continue
            token = _SPECIAL.search(self.raw, at, end)
            if token is None:
                self.pen.words(at, end)
                break
            self.pen.words(at, token.start())
            fresh = by_line and token[0] == "\n"
            at = self._token(token, frame)
        self._line_ends(frame)
        tags.close_all(self, frame)
        self._depth -= 1

    def _token(self, token: re.Match[str], frame: Frame) -> int:
        words, at = token[0], token.start()
        if words == "\n":
            self._line_ends(frame)
            self.pen.gap(at)
            return at + 1
        if words[:2] == "''":
            return self._apostrophes(at, token.end(), frame)
        if words[0] == "&":
            self.entity(words, at)
            return token.end()
        if words[0] == "_":
            return token.end()
        if words[0] == "h":
            return self._bare_link(token)
        if words == "[":
            return links.external(self, at, frame.end)
        if words[0] == "<" and words != "<!--":
            return tags.tag(self, at, frame)
        return self._piece(at, words, frame)

    def _piece(self, at: int, words: str, frame: Frame) -> int:
        piece = self.pieces.get(at)
        if piece is None or piece.end > frame.end:
            if words[0] == "{" and self.raw.startswith("{{{", at) and at + 1 in self.pieces:
                self.pen.words(at, at + 1)
                return at + 1
            self.pen.words(at, at + len(words))
            return at + len(words)
        if piece.kind is PieceKind.COMMENT:
            self.comment(piece)
        elif piece.kind is PieceKind.LINK:
            links.internal(self, piece)
        elif piece.kind is PieceKind.PARAMETER:
            if len(piece.parts) > 1:
                self.write(*piece.parts[1], by_line=False)
        else:
            templates.template(self, piece)
        return piece.end

    def comment(self, piece: Piece) -> None:
        """Write a comment as a mark."""
        words = self.raw[piece.inner : piece.inner_end].strip()
        if words:
            self.pen.comment(words)

    def entity(self, words: str, at: int) -> None:
        """Write an entity as the character it stands for."""
        value = unescape(words)
        if value == words:
            self.pen.words(at, at + len(words))
        elif not any("\ud800" <= char <= "\udfff" for char in value):
            self.pen.decoded(value, at, len(words))

    def _bare_link(self, token: re.Match[str]) -> int:
        url = _URL_TAIL.sub("", token[0])
        mark = self.pen.open(MarkKind.LINK, url)
        self.pen.words(token.start(), token.start() + len(url))
        self.pen.close(mark)
        return token.start() + len(url)

    def _apostrophes(self, at: int, end: int, frame: Frame) -> int:
        if at >= frame.known_to:
            self._pair_apostrophes(at, frame)
        printed, kinds = frame.toggles.get(at, (end - at, ()))
        self.pen.words(at, at + printed)
        for kind in kinds:
            one = frame.styles.pop(kind, None)
            if one is not None:
                self.pen.close(one)
            else:
                frame.styles[kind] = self.pen.open(kind)
        return end

    def _pair_apostrophes(self, at: int, frame: Frame) -> None:
        """Learn what the apostrophes of this line do, up to its end; what stands in brackets is by itself."""
        runs: list[tuple[int, int]] = []
        while (token := _LINE_TOKEN.search(self.raw, at, frame.end)) is not None:
            if token[0] == "\n":
                break
            if token[0][0] == "'":
                runs.append(token.span())
            at = self.past(token)
        frame.known_to = token.start() if token else frame.end
        frame.toggles = toggles(self.raw, runs)

    def past(self, token: re.Match[str]) -> int:
        """Where to go on after a token: behind the piece that begins with it, if one does."""
        piece = self.pieces.get(token.start())
        return piece.end if piece is not None and piece.kind is not PieceKind.TABLE else token.end()

    def line_end(self, at: int, end: int) -> int:
        """Where the line at `at` ends; line ends in brackets do not count."""
        while (token := _LINE_TOKEN.search(self.raw, at, end)) is not None:
            if token[0] == "\n":
                return token.start()
            at = self.past(token)
        return end

    def _line_ends(self, frame: Frame) -> None:
        for one in frame.styles.values():
            self.pen.close(one)
        frame.styles.clear()

    # --- blocks

    def setting(self, kind: BlockKind = BlockKind.PARAGRAPH, *, level: int = 0, group: int = 0) -> Setting:
        """How a block of this kind is set here."""
        held = self.held[-1]
        if held.fixed:
            return held.setting
        one = held.setting
        part = self.layout.part if one.part is Part.BODY else one.part
        if part is Part.REFERENCES and kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            kind = BlockKind.REFERENCE
        if one.quoted and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.QUOTE
        return replace(one, kind=kind, part=part, level=level, group=one.group or group)

    def open(self, kind: BlockKind = BlockKind.PARAGRAPH, *, level: int = 0, group: int = 0) -> None:
        """Begin a block of this kind."""
        self.pen.block(self.setting(kind, level=level, group=group))
        if self.layout.captions and not self.held[-1].fixed:
            waiting, self.layout.captions = self.layout.captions, []
            for start, end in waiting:
                self.block_within(start, end, replace(self.setting(BlockKind.CAPTION), quoted=0))
            self.pen.block(self.setting(kind, level=level, group=group))

    def hold(self, setting: Setting, *, fixed: bool = False) -> None:
        """From here on, blocks stand in something that is set so."""
        self.held.append(Held(setting, fixed))
        self.pen.block(setting)

    def release(self) -> None:
        """End what `hold` began."""
        self.pen.end()
        if len(self.held) > 1:
            self.held.pop()
        self.open()

    def block_within(self, start: int, end: int, setting: Setting) -> None:
        """Write a stretch as blocks of their own, all set alike."""
        self.held.append(Held(setting, True))
        self.pen.block(setting)
        self.write(start, end)
        self.pen.end()
        self.held.pop()

    def table(self, piece: Piece) -> None:
        """Write a table."""
        tables.table(self, piece)

    # --- notes

    def note_mark(self, group: str, name: str, content: Content | None, *, extends: str = "") -> str:
        """Write a note's mark, or only keep the note where no words are written; return the note's id."""
        if self.defining:
            return self.notes.define(group, name, content, extends=extends).id
        entry = self.notes.use(group, name, content, extends=extends)
        self.pen.note(entry.label, entry.id)
        return entry.id

    def finish(self) -> None:
        """Write what waits: captions, and the notes in their order."""
        self.open()
        self.pen.end()
        self.defining = False
        for entry in self.notes.in_order():
            group = next(self.groups)
            setting = Setting(BlockKind.NOTE, Part.NOTES, group=group)
            self.held = [Held(setting, True)]
            self.note_id = entry.id
            first = len(self.pen.assembly.blocks)
            for content in entry.contents:
                self.pen.block(setting)
                content()
            self.pen.end()
            written = self.pen.assembly.blocks[first:]
            if written:
                span = Span(written[0].span.start, written[-1].span.end)
                self.pen.assembly.notes.append(Note(entry.id, entry.label, span))
        known = {note.id for note in self.pen.assembly.notes}
        self._works = {record.id for record in self.pen.assembly.records}
        self.pen.assembly.marks = [
            self._aimed(mark) for mark in aim(self.pen.assembly.marks, {one: one for one in known})
        ]

    def _aimed(self, mark: Mark) -> Mark:
        """A citation is given its record's id: the one in its note, or the only one that it may mean."""
        if mark.kind is MarkKind.CITATION and mark.target.startswith(templates.OF_NOTE):
            note = mark.target.removeprefix(templates.OF_NOTE)
            return replace(mark, target=self.note_records.get(note, note))
        if mark.kind is MarkKind.CITATION and mark.target not in self._works:
            meant = self.other_names.get(mark.target, set())
            return replace(mark, target=next(iter(meant))) if len(meant) == 1 else mark
        return mark

    def plain(self, start: int, end: int) -> str:
        """The words of a stretch, as they would be printed in one line."""
        if self._measuring or not _SPECIAL.search(self.raw, start, end):  # within itself it doubles with each level
            return " ".join(self.raw[start:end].split())
        if (start, end) not in self._plain:
            self._plain[start, end] = self._printed(start, end)
        return self._plain[start, end]

    def _printed(self, start: int, end: int) -> str:
        kept = self.pen, self.held, self.defining
        self._measuring = True
        self.pen, self.held = Pen(self.raw), [Held(Setting(), True)]
        self.defining = True
        self.pen.block(Setting())
        self.write(start, end, by_line=False)
        self.pen.end()
        words = self.pen.assembly.builder.text()
        self.pen, self.held, self.defining = kept
        self._measuring = False
        return " ".join(words.split())
