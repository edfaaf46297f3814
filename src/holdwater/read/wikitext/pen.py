"""Writes words into a document: white space collapsed, marks over them, each character with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass

from holdwater.document import Mark, MarkKind, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Assembly, Setting

_SPACE = " \t\n\r\f\v"
_WORDS = waiting(r"[^ \t\n\r\f\v\u00ad\u200b\u2060\ufeff]+(?: [^ \t\n\r\f\v\u00ad\u200b\u2060\ufeff]+)*")
"""Words one blank apart. Soft hyphens, zero-width blanks and joiners set lines and are no part of the words."""

_CLINGS = ".,;:!?)]"
"""What stands close to the word before it, though a note mark with a blank before it came between."""

_MAX_OPEN = 40


@dataclass(slots=True, eq=False)
class Open:
    """A mark that is still open; `start` is -1 until its first word is written."""

    kind: MarkKind
    target: str = ""
    label: str = ""
    start: int = -1


class Pen:
    """Writes into an assembly, block after block, what stands at given places of `raw`."""

    def __init__(self, raw: str) -> None:
        self.assembly = Assembly()
        self._raw = raw
        self._gap = -2  # the place of the white space that waits for a word; -1 if it stands nowhere, -2 if none waits
        self._after_mark = False
        self._marks: list[Open] = []
        self.last = ""  # the last words that were written

    @property
    def at(self) -> int:
        """How long the text is so far."""
        return self.assembly.length

    @property
    def waiting(self) -> bool:
        """Whether white space waits for the next word."""
        return self._gap > -2

    def block(self, setting: Setting) -> None:
        """Begin a block; one that is open ends."""
        self.end()
        self.assembly.open_block(setting)

    def end(self) -> None:
        """End the open block; marks that are open go on in the next one."""
        for one in self._marks:
            self._mark(one)
            one.start = -1
        self._gap, self._after_mark = -2, False
        self.assembly.close_block()

    def words(self, start: int, end: int) -> None:
        """Write the words that stand from `start` to `end` of the file."""
        raw, at = self._raw, start
        take = self.assembly.builder.take
        for found in _WORDS.finditer(raw, start, end):
            begin, words = found.start(), found[0]
            if begin > at and self._gap == -2 and raw[begin - 1] in _SPACE:
                self._gap = begin - 1
            self._begin(words[0])
            take(words, begin)
            self.last = words
            at = found.end()
        if at < end and self._gap == -2 and raw[end - 1] in _SPACE:
            self._gap = end - 1

    def decoded(self, words: str, place: int, written: int = 1) -> None:
        """Write words that the file writes otherwise (an entity, a template's number) in `written` signs at `place`."""
        if not words:
            return
        if words.isspace() and words != "\u00a0":
            self.gap(place)
            return
        self._begin(words[0])
        self.assembly.builder.decoded(words, place, written)
        self.last = words

    def add(self, words: str) -> None:
        """Write words that stand nowhere in the file: a separator; a blank at either end joins as white space does."""
        core = words.strip(" ")
        if words.startswith(" "):
            self.gap()
        if core:
            self._begin(core[0])
            self.assembly.builder.add(core)
            self.last = core
        if core and words.endswith(" "):
            self.gap()

    def gap(self, place: int = -1) -> None:
        """White space: one blank before the next word of this block."""
        if self._gap == -2:
            self._gap = place

    def verbatim(self, start: int, end: int, *, whole: bool = False) -> None:
        """Write what stands from `start` to `end` with its lines and blanks; blanks at its end only if `whole`."""
        kept = self._raw[start:end] if whole else self._raw[start:end].rstrip(_SPACE)
        if not kept or (not kept.strip() and self.assembly.fresh):
            return
        self._gap = -2
        self._begin(kept[0])
        self.assembly.builder.take(kept, start)

    def line(self, place: int) -> None:
        """A line's end that is kept (in code and poems)."""
        if not self.assembly.fresh:
            self._gap = -2
            self.assembly.builder.decoded("\n", place)

    def comment(self, words: str) -> None:
        """A comment that stands here."""
        self.assembly.comment(words)

    def note(self, label: str, target: str) -> None:
        """A note mark after what is written."""
        at = self.assembly.begin()
        self.assembly.marks.append(Mark(Span(at, at), MarkKind.NOTE, label, target))
        self._after_mark = self._gap > -2

    def open(self, kind: MarkKind, target: str = "", label: str = "") -> Open:
        """Begin a mark with the next word."""
        one = Open(kind, target, label)
        if len(self._marks) < _MAX_OPEN:
            self._marks.append(one)
        return one

    def close(self, one: Open) -> None:
        """End a mark after what is written."""
        if one in self._marks:
            self._marks.remove(one)
            self._mark(one)

    def _mark(self, one: Open) -> None:
        if 0 <= one.start < self.at:
            self.assembly.marks.append(Mark(Span(one.start, self.at), one.kind, one.label, one.target))

    def _begin(self, first: str) -> None:
        """Write what is to stand before a word: the break between blocks, or a blank."""
        assembly = self.assembly
        begun = assembly.begin()
        if self._gap > -2:
            lost = self._after_mark and first in _CLINGS
            if begun > assembly.block_start and not lost:
                if self._gap < 0:
                    assembly.builder.add(" ")
                elif self._raw[self._gap] == " ":
                    assembly.builder.take(" ", self._gap)
                else:
                    assembly.builder.decoded(" ", self._gap)
            self._gap = -2
        self._after_mark = False
        for one in reversed(self._marks):
            if one.start >= 0:
                break
            one.start = self.at
