"""The document's own line with carets under a span, as it stands in the file and within a terminal's width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from holdwater.document import Document, Span
from holdwater.report.cells import shown, width

FEW = 3
"""Lines of a long span that are shown."""

LEAD = 8
"""Cells shown before a change that fills the line."""

Underline = tuple[int, int, str]
"""First and last column (from 0, the end left out) and the character to set under them."""


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """One line of the file, cut to fit: its number (0 where lines were passed over), its text, and the carets."""

    number: int
    text: str
    carets: str = ""


@dataclass
class Excerpts:
    """Cuts excerpts out of one document's file; remembers the last line, which may be the whole file."""

    document: Document
    room: int
    _number: int = field(default=0, init=False)
    _line: str = field(default="", init=False)
    _part: str = field(default="", init=False)

    def at(self, span: Span, changed: Sequence[Span] = ()) -> list[ExcerptLine]:
        """The lines of `span`, `^` under the words in `changed` and `~` under the rest (`^` if nothing changed)."""
        part = self.document.origin(span).part
        if part != self._part:
            self._part, self._number = part, 0
        rows = self._rows(span, changed)
        lines: list[ExcerptLine] = []
        for row in rows:
            if lines and row != lines[-1].number + 1:
                lines.append(ExcerptLine(0, "…"))
            marks = self._marks(row, span, changed)
            text, carets = window(self._text(row), marks, self.room)
            lines.append(ExcerptLine(row, text, carets))
        return lines

    def _rows(self, span: Span, changed: Sequence[Span]) -> list[int]:
        """The lines to show: all of a short span, otherwise those of the first changes, otherwise the first few."""
        origin = self.document.origin(span)
        last = origin.end_line - 1 if origin.end_column == 1 and origin.end_line > origin.line else origin.end_line
        if last - origin.line <= FEW or not changed:
            return list(range(origin.line, min(last, origin.line + FEW) + 1))
        rows = sorted({self.document.origin(one).line for one in changed[: FEW * 4]})
        return rows[:FEW]

    def _text(self, row: int) -> str:
        if row != self._number:
            self._number, self._line = row, self.document.line_text(row, self._part)
        return self._line

    def _marks(self, row: int, span: Span, changed: Sequence[Span]) -> list[Underline]:
        whole = self._columns(row, span)
        if not changed:
            return [(*whole, "^")] if whole else []
        inner = [columns for one in changed if (columns := self._columns(row, one))]
        return [*([(*whole, "~")] if whole else []), *((*columns, "^") for columns in inner)]

    def _columns(self, row: int, span: Span) -> tuple[int, int] | None:
        """The columns of line `row`, from 0, that `span` takes up; None where it takes none."""
        origin = self.document.origin(span)
        if not origin.line <= row <= origin.end_line:
            return None
        text = self._text(row)
        indent = len(text) - len(text.lstrip())
        start = origin.column - 1 if row == origin.line else indent
        end = origin.end_column - 1 if row == origin.end_line else len(text.rstrip())
        start = min(start, len(text))
        return start, max(min(end, len(text)), start + (row == origin.line and start >= end))


def window(line: str, marks: Sequence[Underline], room: int) -> tuple[str, str]:
    """The part of `line` around its marks that fits `room` cells, and the line of carets that belongs under it."""
    start, end = _cut(line, marks, room)
    marks = [mark for mark in marks if mark[0] <= end and mark[1] >= start]
    left, right = ("… " if start else ""), (" …" if end < len(line) else "")
    pieces = [shown(character) for character in line[start:end]]
    text = left + "".join(pieces)
    under = [_symbol(start + index, marks) * width(piece) for index, piece in enumerate(pieces)]
    beyond = [symbol for first, _, symbol in marks if first >= end == len(line)]
    carets = " " * len(left) + "".join(under) + "".join(beyond[-1:])
    if right:
        text = text.rstrip()
        carets = carets[: width(text)]
    return text + right, carets.rstrip()


def _symbol(index: int, marks: Sequence[Underline]) -> str:
    """The last mark that covers a column wins, so that changes stand over the span that holds them."""
    for first, last, symbol in reversed(marks):
        if first <= index < max(last, first + 1):
            return symbol
    return " "


def _cut(line: str, marks: Sequence[Underline], room: int) -> tuple[int, int]:
    """First and last index of the part of `line` to show, with the first change in its middle."""
    focus = next((mark for mark in marks if mark[2] == "^"), marks[0] if marks else (0, 0, ""))
    if len(line) <= room * 2 and _width(line) <= room:
        return 0, len(line)
    inner = room - 4
    length = focus[1] - focus[0]
    before = (inner - length) // 2 if length <= inner - 2 * LEAD else LEAD
    start, used = min(focus[0], len(line)), 0
    while start > 0 and used + _size(line[start - 1]) <= before:
        start -= 1
        used += _size(line[start])
    end = start
    used = 0
    while end < len(line) and used + _size(line[end]) <= inner:
        used += _size(line[end])
        end += 1
    while end == len(line) and start > 0 and used + _size(line[start - 1]) <= inner:
        start -= 1
        used += _size(line[start])
    earliest = max(focus[1], end - LEAD) if focus[1] < end else end - LEAD
    return _at_word(line, start, min(focus[0], start + LEAD)), _to_word(line, end, earliest)


def _at_word(line: str, start: int, latest: int) -> int:
    """The first word's beginning from `start` on, if there is one up to `latest`."""
    blank = line.find(" ", max(start - 1, 0), latest) if start else -1
    return blank + 1 if blank >= 0 else start


def _to_word(line: str, end: int, earliest: int) -> int:
    """The last word's end up to `end`, if there is one from `earliest` on."""
    if end >= len(line) or line[end].isspace():
        return end
    blank = line.rfind(" ", earliest, end)
    return blank if blank >= 0 else end


def _size(character: str) -> int:
    return width(shown(character))


def _width(line: str) -> int:
    return sum(map(_size, line))
