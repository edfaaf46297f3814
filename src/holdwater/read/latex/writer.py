"""Writes a flat text's words into a document: white space drawn together, marks over the words, blocks begun late."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from holdwater.document import Block, BlockKind, Mark, MarkKind, Part, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Assembly, Setting
from holdwater.read.latex.flat import Flat

_MAX_MARKS = 100
"""How many marks may stand in each other; deeper ones are left out."""

_CLOSING = frozenset(".,;:!?)]”’»›")
_NAME = waiting(r"\\(?:[A-Za-z@]+|.)|.", re.S)


@dataclass(eq=False)
class OpenMark:
    """A mark whose words are still being written; it begins with the first of them."""

    kind: MarkKind
    label: str = ""
    target: str = ""
    start: int = -1


@dataclass
class Writer:
    """A block begins with its first character and ends with a paragraph; white space waits for what follows it."""

    flat: Flat
    assembly: Assembly = field(default_factory=Assembly)
    setting: Setting = field(default_factory=Setting)
    open: bool = False
    _space: int = -1
    _blank: str = " "
    _gap: bool = False
    _last: str = ""
    _marks: dict[OpenMark, None] = field(default_factory=dict)
    _unbegun: list[OpenMark] = field(default_factory=list)
    _waiting: list[Mark] = field(default_factory=list)

    @property
    def length(self) -> int:
        return self.assembly.length

    def plain(self, start: int, end: int) -> None:
        """Write running text whose white space is single blanks and line ends."""
        text = self.flat.text
        if text[start] in " \n":
            self.space(start)
            start += 1
        last = end - 1
        if start < end and text[last] in " \n":
            self.take(start, last)
            self.space(last)
        else:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Write a stretch of the flat text as it is, but for line ends and apostrophes."""
        text = self.flat.text
        if start >= end or (not self.open and text[start:end].isspace()):
            return
        start = self._begin(text[start], start)
        self._put(text[start:end].replace("\n", " ").replace("'", "’"), start, end)

    def verbatim(self, start: int, end: int) -> None:
        """Write a stretch of the flat text exactly as it is; no block begins with white space alone."""
        if start < end and (self.open or not self.flat.text[start:end].isspace()):
            self._begin(self.flat.text[start])
            self._put(self.flat.text[start:end], start, end)

    def _put(self, words: str, start: int, end: int) -> None:
        builder, flat = self.assembly.builder, self.flat
        place = flat.place(start)
        if end <= flat.piece_end and not flat.written:
            builder.take(words, place)
        else:
            for left, right, there, written in flat.places(start, end):
                piece = words[left - start : right - start]
                if written:
                    builder.decoded(piece, there, written)
                else:
                    builder.take(piece, there)
        self._last = words[-1]

    def say(self, words: str, at: int, end: int = 0) -> None:
        """Write words that the file writes otherwise, from `at` up to `end` of the flat text.

        Without `end` that is one character there, or the name of one command.
        """
        if not words or (not self.open and words.isspace()):
            return
        if self.flat.text.startswith(words, at):
            self.verbatim(at, at + len(words))
            return
        self._begin(words[0])
        place = self.flat.place(at)
        written = self.flat.written
        if not written:
            if not end:
                name = _NAME.match(self.flat.text, at)
                end = name.end() if name else at + 1
            written = max(1, min(end, self.flat.piece_end) - at)
        self.assembly.builder.decoded(words, place, written)
        self._last = words[-1]

    def space(self, at: int, char: str = " ") -> None:
        """White space: one blank, if something follows in this block."""
        if self.open and (char != " " or self._space < 0) and not self._last.isspace():
            self._space, self._blank = at, char

    def _begin(self, first: str, start: int = -1) -> int:
        """Write what stands before the next character, which is `first`.

        Returns `start`, or the offset before it where the blank that waits stands there and is written with it.
        """
        joins = False
        if not self.open:
            self.assembly.open_block(self.setting)
            self.assembly.begin()
            self.open = True
        elif self._space >= 0 and not (self._gap and first in _CLOSING):
            joins = self._space == start - 1 and self._blank == " " and not self._unbegun
            if not joins:
                self.assembly.builder.take(self._blank, self.flat.place(self._space))
        self._space, self._gap = -1, False
        if self._waiting:
            self._settle()
        if self._unbegun:
            for mark in self._unbegun:
                mark.start = self.length
            self._unbegun.clear()
        return start - 1 if joins else start

    def _settle(self) -> None:
        here = Span(self.length, self.length)
        self.assembly.marks += [replace(mark, span=here) for mark in self._waiting]
        self._waiting.clear()

    def point(self, kind: MarkKind, label: str, target: str, *, gap: bool = False) -> None:
        """A mark of no width, here; where the block has not begun, at its beginning.

        With `gap` the blank before it is dropped where a full stop or the like follows.
        """
        mark = Mark(Span(self.length, self.length), kind, label, target)
        if self.open:
            self.assembly.marks.append(mark)
            if gap:
                self.bridge()
        else:
            self._waiting.append(mark)

    def bridge(self) -> None:
        """Something stands here that is not printed: a blank before it and a full stop after it do not both count."""
        self._gap = True

    def begin_mark(self, kind: MarkKind, label: str = "", target: str = "") -> OpenMark:
        mark = OpenMark(kind, label, target)
        if len(self._marks) < _MAX_MARKS:
            self._marks[mark] = None
            self._unbegun.append(mark)
        return mark

    def end_mark(self, mark: OpenMark) -> None:
        """End a mark; one without words is a point if it is a citation, else nothing."""
        if mark not in self._marks:
            return
        del self._marks[mark]
        if mark in self._unbegun:
            self._unbegun.remove(mark)
        self._close(mark)

    def _close(self, mark: OpenMark) -> None:
        if 0 <= mark.start < self.length:
            self.assembly.marks.append(Mark(Span(mark.start, self.length), mark.kind, mark.label, mark.target))
        elif mark.kind is MarkKind.CITATION:
            self.point(mark.kind, mark.label, mark.target)

    def end_block(self) -> Block | None:
        """End the paragraph; marks that are open go on in the next one."""
        if not self.open:
            return None
        for mark in self._marks:
            if mark.start >= 0:
                self._close(mark)
                mark.start = -1
                self._unbegun.append(mark)
        self.open, self._space, self._gap = False, -1, False
        return self.assembly.close_block()

    def comment(self, words: str, *, alone: bool) -> None:
        """A comment of the file's own: here, or where the next words stand if it has its line to itself."""
        mark = Mark(Span(self.length, self.length), MarkKind.COMMENT, words[:2000])
        (self._waiting if alone or not self.open else self.assembly.marks).append(mark)

    def finish(self) -> None:
        """End the last block; marks that still wait for words stand at its end."""
        self.end_block()
        if self._waiting:
            self._settle()

    def enter(self, kind: BlockKind, part: Part | None = None, level: int = 0) -> None:
        """End the block; what follows is set as `kind`, with the rest of the setting as it is."""
        self.end_block()
        self.setting = replace(self.setting, kind=kind, part=part or self.setting.part, level=level)
