"""Puts the words of HTML text nodes into a document, white space collapsed, each character with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.document import Mark, MarkKind, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Assembly
from holdwater.read.html.markup import SPACE
from holdwater.read.html.tree import Element, Text
from holdwater.read.source import Source

_WORDS = waiting(r"[^ \t\n\f\r\u00ad\u200b\u2060\ufeff]+(?: [^ \t\n\f\r\u00ad\u200b\u2060\ufeff]+)*")
"""Words one blank apart. Soft hyphens, zero-width blanks and joiners set lines and are no part of the words."""

_MAX_INLINE = 40  # how many inline elements within each other still make marks


@dataclass(slots=True)
class _Open:
    """An inline element whose mark is still open; `start` is -1 until its first word is written."""

    element: Element
    kind: MarkKind | None  # None where only the words' span is wanted
    target: str
    start: int = -1
    begun: int = -1  # where its first word is, also after a block has ended in it
    end: int = -1


class Words:
    """Writes words into the open block of an assembly, with the marks over them."""

    def __init__(self, assembly: Assembly, source: Source) -> None:
        """`source` is the stream that the text nodes are placed in."""
        self._assembly = assembly
        self._inline: list[_Open] = []
        self._gap: tuple[str, int] | None = None  # white space waiting for a word, and its place in the stream
        self._after_mark = False
        self._prefix = ""
        self.read(source, 0, None)

    def read(self, source: Source, base: int, lead: str | None) -> None:
        """Have the text nodes to come be placed in `source`, of a file that begins at `base` of all that is read.

        `lead` is a note's number, left out where the text begins with it.
        """
        self._source, self._base, self._lead = source, base, lead
        self._inline.clear()
        self._prefix = ""

    def number(self, prefix: str) -> None:
        """Have the next words stand after `prefix`, a number that the page shows though the file does not write it."""
        self._prefix = prefix

    def open_mark(self, element: Element, kind: MarkKind | None, target: str) -> None:
        """Begin a mark over the words of an element; with no kind, only their span is kept for `close_marks`."""
        if len(self._inline) < _MAX_INLINE:
            self._inline.append(_Open(element, kind, target))

    def close_marks(self, element: Element) -> Span | None:
        """End the marks that an element has begun, and return the span of its words; None where it has none."""
        span = None
        while self._inline and self._inline[-1].element is element:
            one = self._inline.pop()
            self._mark(one)
            if one.kind is MarkKind.CITATION and one.begun < 0:
                self._zero_width(MarkKind.CITATION, "", one.target)
            span = Span(one.begun, one.end) if one.end >= 0 else None
        return span

    def note_mark(self, label: str, target: str) -> None:
        """Write a note mark here."""
        self._zero_width(MarkKind.NOTE, label, target)

    def _zero_width(self, kind: MarkKind, label: str, target: str) -> None:
        at = self._assembly.begin()
        self._assembly.marks.append(Mark(Span(at, at), kind, label, target))
        self._after_mark = self._gap is not None

    def line_break(self) -> bool:
        """Write a break; False where it follows another, and a new block begins instead."""
        if self._gap is not None and self._gap[0] == "\n":
            return False
        self._gap = ("\n", -1)
        return True

    def end_block(self) -> None:
        """Cut the open marks at the end of a block."""
        for one in self._inline:
            self._mark(one)
            one.start = -1
        self._gap, self._after_mark = None, False

    def _mark(self, one: _Open) -> None:
        if 0 <= one.start < self._assembly.length:
            span = Span(one.start, self._assembly.length)
            one.begun, one.end = span.start if one.begun < 0 else one.begun, span.end
            if one.kind is not None:
                self._assembly.marks.append(Mark(span, one.kind, "", one.target))

    def text(self, node: Text) -> None:
        """Write a text node, each stretch of white space as one blank."""
        value, place = node.value, node.place
        if place < 0 and self._lead is None and value.isspace():
            self._gap = self._gap or (" ", -1)
            return
        shift = place - (len(value) - len(value.lstrip(SPACE))) if place >= 0 else -1
        at = self._past_lead(value)
        for words in _WORDS.finditer(value, at):
            start = words.start()
            if start > at and value[start - 1] in SPACE and self._gap is None:
                self._gap = (" ", shift + start - 1 if place >= 0 else -1)
            self._put(words[0], shift + start if place >= 0 else -1)
            at = words.end()
        if at < len(value) and value[-1] in SPACE and self._gap is None:
            self._gap = (" ", shift + len(value) - 1 if place >= 0 else -1)

    def _past_lead(self, value: str) -> int:
        """Where a note's own words begin in its first text: after blanks and its number."""
        if self._lead is None:
            return 0
        if not value.strip():
            return len(value)
        label = re.escape(self._lead)
        lead = re.match(rf"\s*(?:[\[(]?{label}(?:[\])][.:]?|[.:])?(?=\s|$)\s*)?" if label else r"\s*", value)
        at = lead.end() if lead else 0
        self._lead = None if at < len(value) else ""
        return at

    def _put(self, words: str, place: int) -> None:
        if self._assembly.fresh and not words.strip():
            return
        begun = self._assembly.begin()
        if self._prefix:
            self._assembly.builder.add(self._prefix if not words[0].isdigit() and words[0] != "[" else "")
            self._prefix = ""
        if self._gap is not None:
            lost = self._after_mark and words[0] in ".,;:!?)]"
            if begun > self._assembly.block_start and not lost:
                self._take(*self._gap)
            self._gap, self._after_mark = None, False
        for one in reversed(self._inline):
            if one.start >= 0:
                break
            one.start = self._assembly.length
        self._take(words, place)

    def _take(self, words: str, place: int) -> None:
        builder = self._assembly.builder
        if place < 0:
            builder.add(words)
        elif words == " ":
            if self._source.text[place : place + 1].isspace():
                builder.take(" ", self._base + self._source.place(place))
            else:
                builder.add(" ")
        else:
            for piece, start in self._source.pieces(place, place + len(words)):
                builder.take(piece, self._base + start)

    def verbatim(self, node: Text) -> None:
        """Write a text node as it stands."""
        value = node.value
        if not value.strip() and self._assembly.fresh:
            return
        self._assembly.begin()
        self._gap = None
        core = value.strip(SPACE)
        first = len(value) - len(value.lstrip(SPACE)) if core else 0
        last = first + len(core)
        self._blanks(value[:first], node.place - first)
        if core:
            self._put(core, node.place)
        self._blanks(value[last:], node.place + len(core) if node.place >= 0 else -1)

    def _blanks(self, blanks: str, place: int) -> None:
        if blanks:
            known = place >= 0 and self._source.text.startswith(blanks, place)
            self._take(blanks, place if known and blanks != " " else -1)
