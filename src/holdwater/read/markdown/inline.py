"""The inline syntax of one Markdown block, read so that every character keeps its place.

The block parser's own inline stage knows no offsets, so this is a scanner of its own. It follows CommonMark for
escapes, code, links, emphasis and inline HTML (the tests hold it against markdown-it's inline stage), and adds
footnote references, inline notes, pandoc's citations and bare addresses. It runs in linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape

from holdwater.document import MarkKind
from holdwater.read.markdown.citations import Cited, CitedPart, bracketed, cited_at, locator
from holdwater.read.markdown.emphasis import Run, delimiter_run, match_runs
from holdwater.read.markdown.html import InlineTags
from holdwater.read.markdown.links import (
    AUTOLINK,
    BARE_LINK,
    ENTITY,
    NOTE_LABEL,
    TAG,
    address_of,
    bare_link_end,
    inline_tail,
    label_after,
)

_SPECIAL = re.compile(r"[\\`*_~\[\]<&\n@^]")
_SPECIAL_OR_ADDRESS = re.compile(r"[\\`*_~\[\]<&\n@^]|https?://")
_BACKTICKS = re.compile(r"`+")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(slots=True)
class Piece:
    """Characters `start` to `end` of the content as they stand, or `text` that they are written for."""

    start: int
    end: int
    text: str | None = None
    run: Run | None = None
    alone: bool = False  # a bracket, which goes if it becomes a link's: nothing may be added to it


@dataclass(frozen=True, slots=True)
class InlineMark:
    """A mark over the content's characters `start` to `end`."""

    kind: MarkKind
    start: int
    end: int
    label: str = ""
    target: str = ""
    ambiguous: bool = False


@dataclass(slots=True)
class _Bracket:
    kind: str  # "link", "image" or "note"
    start: int  # where it begins, its "!" or "^" included
    after: int
    pieces: int
    runs: int
    marks: int
    cited: int
    plain: bool = True  # no other bracket inside, so that it may be a reference's label


@dataclass
class Inline:
    """What one block's content holds."""

    pieces: list[Piece] = field(default_factory=list)
    marks: list[InlineMark] = field(default_factory=list)
    inner_notes: list[tuple[int, int]] = field(default_factory=list)  # `^[...]`: the content between the brackets
    citations: list[CitedPart] = field(default_factory=list)
    caption: bool = False  # nothing but a picture: the pieces are its description


def read_inline(
    text: str, start: int, end: int, references: Mapping[str, str], *, may_have_notes: bool = True
) -> Inline:
    """Read the content `text` from `start` to `end`.

    `references` are the addresses of link references by normalised label. Note marks get the label as their target.
    Without `may_have_notes`, `^[` is text: notes do not stand in inline notes.
    """
    scanner = _Scanner(text, start, end, references, may_have_notes)
    return scanner.read()


class _Scanner:
    def __init__(self, text: str, start: int, end: int, references: Mapping[str, str], may_have_notes: bool) -> None:
        self.text = text if end == len(text) else text[:end]
        self.at, self.end = start, end
        self.references = references
        self.may_have_notes = may_have_notes
        self.found = Inline()
        self.pieces = self.found.pieces
        self.marks = self.found.marks
        self.runs: list[Run] = []
        self.brackets: list[_Bracket] = []
        self.link_floor = 0  # brackets below it enclose a link and so cannot be one
        self.cited: list[Cited] = []
        self.pictures: list[list[Piece]] = []
        self.tags = InlineTags(self.text)
        self.last_close = self.text.rfind("]")
        self.escaped = -1  # the last character that a backslash stands before
        self._ticks: dict[int, list[int]] | None = None

    def read(self) -> Inline:
        special = _SPECIAL_OR_ADDRESS if "://" in self.text else _SPECIAL
        while True:
            found = special.search(self.text, self.at)
            stop = found.start() if found else self.end
            self.keep(self.at, stop)
            if not found:
                break
            self.at = stop
            handle = _HANDLERS[self.text[stop]]
            self.at = handle(self, stop) or self.literal(stop)
        self._emphasise(0)
        self._cite_bare()
        self._describe_picture()
        return self.found

    def keep(self, start: int, end: int) -> None:
        if start >= end:
            return
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last.end == start and last.text is None and last.run is None and not last.alone:
            last.end = end
        else:
            self.pieces.append(Piece(start, end))

    def literal(self, at: int) -> int:
        self.keep(at, at + 1)
        return at + 1

    def escape(self, at: int) -> int | None:
        after = self.text[at + 1 : at + 2]
        if after == "\n":
            return self._break(at, at + 1, "\n")
        if after in _PUNCTUATION:
            self.keep(at + 1, at + 2)
            self.escaped = at + 1
            return at + 2
        return None

    def newline(self, at: int) -> int:
        begin = at
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last.text is None and last.run is None and last.end == at:
            kept = self.text[last.start : at].rstrip(" ")
            begin = last.end = last.start + len(kept)
        return self._break(begin, at, "\n" if at - begin >= 2 else " ")

    def _break(self, begin: int, newline: int, text: str) -> int:
        after = newline + 1
        while after < self.end and self.text[after] in " \t":
            after += 1
        self.pieces.append(Piece(newline, after, text))
        return after

    def code(self, at: int) -> int | None:
        ticks = _BACKTICKS.match(self.text, at)
        size = ticks.end() - at if ticks else 1
        places = self._tick_runs().get(size, [])
        index = bisect_left(places, at + size)
        if index == len(places):
            self.keep(at, at + size)
            return at + size
        start, end = at + size, places[index]
        inner = self.text[start:end]
        if inner[0] in " \n" and inner[-1] in " \n" and inner.strip(" \n"):
            start, end = start + 1, end - 1
        self.marks.append(InlineMark(MarkKind.CODE, start, end))
        self._keep_lines(start, end)
        return places[index] + size

    def _keep_lines(self, start: int, end: int) -> None:
        while start < end:
            stop = self.text.find("\n", start, end)
            self.keep(start, end if stop < 0 else stop)
            if stop < 0:
                return
            self.pieces.append(Piece(stop, stop + 1, " "))
            start = stop + 1

    def _tick_runs(self) -> dict[int, list[int]]:
        if self._ticks is None:
            self._ticks = {}
            for run in _BACKTICKS.finditer(self.text):
                self._ticks.setdefault(run.end() - run.start(), []).append(run.start())
        return self._ticks

    def delimiter(self, at: int) -> int | None:
        char = self.text[at]
        end = at
        while end < self.end and self.text[end] == char:
            end += 1
        if char == "~" and end - at != 2:
            self.keep(at, end)
            return end
        run = delimiter_run(self.text, at, end)
        self.runs.append(run)
        self.pieces.append(Piece(at, end, run=run))
        return end

    def _emphasise(self, first: int) -> None:
        if first < len(self.runs):
            runs = self.runs[first:]
            del self.runs[first:]
            self.marks.extend(InlineMark(one.kind, one.start, one.end) for one in match_runs(runs))

    def entity(self, at: int) -> int | None:
        found = ENTITY.match(self.text, at)
        if not found or unescape(found[0]) == found[0]:
            return None
        self.pieces.append(Piece(at, found.end(), unescape(found[0])))
        return found.end()

    def address(self, at: int) -> int | None:
        found = BARE_LINK.match(self.text, at)
        if not found or (at and self.text[at - 1].isalnum()):
            return None
        end = bare_link_end(self.text, at, found.end())
        self.keep(at, end)
        self.marks.append(InlineMark(MarkKind.LINK, at, end, target=self.text[at:end]))
        return end

    def citation(self, at: int) -> int | None:
        one = cited_at(self.text, at)
        if one is None:
            return None
        self.keep(one.start, one.end)
        self.cited.append(one)
        return one.end

    def markup(self, at: int) -> int | None:
        after = self.text[at + 1 : at + 2]
        if not (after.isalnum() or after in "!?/" or after in ".#$%&'*+=^_`{|}~-"):
            return None
        link = AUTOLINK.match(self.text, at)
        if link:
            self.keep(at + 1, link.end() - 1)
            self.marks.append(InlineMark(MarkKind.LINK, at + 1, link.end() - 1, target=link[1]))
            return link.end()
        comment = self.tags.comment(at)
        if comment is not None:
            words, end = comment
            if words:
                self.marks.append(InlineMark(MarkKind.COMMENT, at, at, words))
            return end
        tag = TAG.match(self.text, at)
        return self._tag(at, tag.end(), tag[1].lower()) if tag else None

    def _tag(self, at: int, end: int, name: str) -> int:
        if name == "br":
            self.pieces.append(Piece(at, end, "\n"))
            return end
        opened = self.tags.tag(at, end, name, len(self.pieces))
        if opened is None:
            return end
        note = self.tags.note_mark(opened, at) if name == "sup" else None
        if note is not None:
            self._cut(opened.start, opened.pieces)
            self.marks.append(InlineMark(MarkKind.NOTE, opened.start, opened.start, note, note))
        elif opened.kind is not None:
            self.marks.append(InlineMark(opened.kind, opened.end, at))
        return end

    def _cut(self, start: int, pieces: int) -> None:
        del self.pieces[pieces:]
        for waiting in (self.marks, self.runs, self.brackets, self.cited):
            while waiting and waiting[-1].start >= start:
                waiting.pop()
        self.link_floor = min(self.link_floor, len(self.brackets))

    def caret(self, at: int) -> int | None:
        if self.may_have_notes and self.text.startswith("[", at + 1):
            return self._open("note", at, at + 2)
        return None

    def open_bracket(self, at: int) -> int:
        note = NOTE_LABEL.match(self.text, at)
        if note:
            self.marks.append(InlineMark(MarkKind.NOTE, at, at, note[1], note[1]))
            return note.end()
        last = self.pieces[-1] if self.pieces else None
        after_bang = last is not None and last.end == at and self.text[at - 1] == "!" and self.escaped != at - 1
        if at > self.last_close:
            return self.literal(at)
        if last is not None and last.text is None and after_bang:
            last.end -= 1
            return self._open("image", at - 1, at + 1)
        return self._open("link", at, at + 1)

    def _open(self, kind: str, start: int, after: int) -> int:
        if self.brackets:
            self.brackets[-1].plain = False
        counts = (len(self.pieces), len(self.runs), len(self.marks), len(self.cited))
        self.brackets.append(_Bracket(kind, start, after, *counts))
        self.pieces.append(Piece(start, after, alone=True))
        return after

    def close_bracket(self, at: int) -> int | None:
        if not self.brackets:
            return None
        bracket = self.brackets.pop()
        barred = len(self.brackets) < self.link_floor
        self.link_floor = min(self.link_floor, len(self.brackets))
        if bracket.kind == "note":
            return self._inner_note(bracket, at)
        tail = None if barred and bracket.kind == "link" else self._tail(bracket, at)
        if tail is not None:
            return self._link(bracket, at, *tail)
        self._cite(bracket, at)
        return None

    def _tail(self, bracket: _Bracket, at: int) -> tuple[str, int] | None:
        if self.text.startswith("(", at + 1):
            tail = inline_tail(self.text, at + 1)
            if tail is not None:
                return tail
        named = label_after(self.text, at + 1)
        if named is not None and named[0]:
            address = address_of(named[0], self.references)
            return None if address is None else (address, named[1])
        if not bracket.plain or not self.references or at - bracket.after > 999:
            return None
        address = address_of(self.text[bracket.after : at], self.references)
        return None if address is None else (address, named[1] if named else at + 1)

    def _link(self, bracket: _Bracket, at: int, address: str, end: int) -> int:
        self._emphasise(bracket.runs)
        if bracket.kind == "image":
            self.pictures.append(self.pieces[bracket.pieces + 1 :])
            self._forget(bracket)
            return end
        self.pieces[bracket.pieces].end = bracket.start
        kept = [mark for mark in self.marks[bracket.marks :] if mark.kind is not MarkKind.LINK]
        self.marks[bracket.marks :] = [*kept, InlineMark(MarkKind.LINK, bracket.after, at, target=address)]
        self.link_floor = len(self.brackets)
        return end

    def _forget(self, bracket: _Bracket) -> None:
        del self.pieces[bracket.pieces :]
        del self.runs[bracket.runs :]
        del self.marks[bracket.marks :]
        del self.cited[bracket.cited :]

    def _inner_note(self, bracket: _Bracket, at: int) -> int:
        self._forget(bracket)
        self.marks.append(InlineMark(MarkKind.NOTE, bracket.start, bracket.start, "", f"^{bracket.after}"))
        self.found.inner_notes.append((bracket.after, at))
        return at + 1

    def _cite(self, bracket: _Bracket, at: int) -> None:
        inside = self.cited[bracket.cited :]
        if inside:
            del self.cited[bracket.cited :]
            self.found.citations += bracketed(self.text, bracket.after, at, inside)
        elif self.cited and self.cited[-1].end in (bracket.start, bracket.start - 1) and bracket.plain:
            one = self.cited.pop()
            words = locator(self.text[bracket.after : at])
            self.found.citations.append(CitedPart(one.key, words, one.start, at + 1, bare=True))

    def _cite_bare(self) -> None:
        self.found.citations += [CitedPart(one.key, "", one.start, one.end, bare=True) for one in self.cited]

    def _describe_picture(self) -> None:
        if self.pictures and not any(self._shows(piece) for piece in self.pieces):
            self.found.caption = True
            self.pieces[:] = [piece for picture in self.pictures for piece in picture]

    def _shows(self, piece: Piece) -> bool:
        words = self.text[piece.start : piece.end] if piece.text is None else piece.text
        return bool(words.strip())


_HANDLERS: Mapping[str, Callable[[_Scanner, int], int | None]] = {
    "\\": _Scanner.escape,
    "\n": _Scanner.newline,
    "`": _Scanner.code,
    "*": _Scanner.delimiter,
    "_": _Scanner.delimiter,
    "~": _Scanner.delimiter,
    "[": _Scanner.open_bracket,
    "]": _Scanner.close_bracket,
    "<": _Scanner.markup,
    "&": _Scanner.entity,
    "@": _Scanner.citation,
    "^": _Scanner.caret,
    "h": _Scanner.address,
}
