"""Where the characters of a document's text stood in its file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from holdwater.document.span import Span
from holdwater.patterns import waiting


@dataclass(frozen=True, slots=True)
class Origin:
    """The place of a span in its file; lines and columns count from 1, columns in code points.

    What a line is depends on the file: a line of a text file, a paragraph of a Word document, a printed line of a PDF.
    `part` is the path, as reports show it, of the file within or beside the file that the lines are counted in
    ("book.epub/text/chapter-2.xhtml", "paper/sections/intro.tex"); "" where it is the file itself.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    part: str = ""


class Origins(Protocol):
    """What a reader hands over so that a span can be shown where it stood."""

    @property
    def counts(self) -> str:
        """What its lines are, in a word: "line", or "paragraph"."""
        ...

    def locate(self, span: Span) -> Origin:
        """The place in the file of `span` of the document's text."""
        ...

    def line_text(self, line: int, part: str = "") -> str:
        """Line `line` (from 1) of the file, or of a part of it, as it stands there; "" past the end. No line end."""
        ...

    def raw_span(self, span: Span) -> Span:
        """The range of the decoded file (its parts, one after the other) from the first to the last character."""
        ...


class Run(Struct, frozen=True, gc=False):
    """`length` characters of the text, from `text_start`, stand one for one at `raw_start` of the file.

    Where the file writes a single character otherwise (an entity, an escape), `written` is how many it takes for that.
    """

    text_start: int
    raw_start: int
    length: int
    written: int = 1


@dataclass(frozen=True, slots=True)
class FilePart:
    """A file within the file or beside it: its path as reports show it, and where its content begins in all of it."""

    name: str
    raw_start: int


@dataclass(frozen=True)
class FileOrigins:
    """Origins of a format that is itself text: runs of the text that stand unchanged in the file.

    Characters of the text in no run (a blank put between two blocks) are placed just after the run before them. A
    document of several files has their contents one after the other in `raw`, and `parts` in that order; lines are
    then counted in each. The file itself, if it is one of them, is the part called "".
    """

    raw: str
    runs: tuple[Run, ...]
    parts: tuple[FilePart, ...] = ()
    counts: str = "line"

    @classmethod
    def identity(cls, raw: str) -> FileOrigins:
        """The origins of a text that is its file, character for character."""
        return cls(raw, (Run(0, 0, len(raw)),))

    @cached_property
    def _starts(self) -> list[int]:
        return [run.text_start for run in self.runs]

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.raw)

    def _raw_offset(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return self.runs[0].raw_start if self.runs else 0
        run = self.runs[index]
        return run.raw_start + min(offset - run.text_start, run.length)

    def raw_span(self, span: Span) -> Span:
        start = self._raw_offset(span.start)
        if not len(span):
            return Span(start, start)
        return Span(start, max(start, min(self._raw_end(span.end - 1), len(self.raw))))

    def _raw_end(self, offset: int) -> int:
        """Just after what the file writes for the character at `offset` of the text."""
        index = bisect_right(self._starts, offset) - 1
        end = self._raw_offset(offset) + 1
        if index < 0 or self.runs[index].length != 1 or offset != self.runs[index].text_start:
            return end
        entity = _ENTITY.match(self.raw, end - 1)
        return max(entity.end() if entity else 0, end - 1 + self.runs[index].written)

    def locate(self, span: Span) -> Origin:
        raw = self.raw_span(span)
        part, first, after = self._part_at(raw.start)
        line, column = self._line_column(raw.start)
        end_line, end_column = self._line_column(max(raw.start, min(raw.end, after)))
        return Origin(line - first, column, end_line - first, end_column, part)

    def _line_column(self, raw_offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, raw_offset)
        return line, raw_offset - self._line_starts[line - 1] + 1

    def line_text(self, line: int, part: str = "") -> str:
        first, last = self._lines_of(part)
        if not 1 <= line <= last - first:
            return ""
        start = self._line_starts[first + line - 1]
        end = self._line_starts[first + line] if first + line < len(self._line_starts) else len(self.raw)
        return self.raw[start:end].rstrip("\r\n")

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.raw_start for part in self.parts]

    def _part_at(self, raw_offset: int) -> tuple[str, int, int]:
        """The part at an offset of `raw`: its name, how many lines stand before it, and where it ends."""
        index = bisect_right(self._part_starts, raw_offset) - 1
        if index < 0:
            return "", 0, len(self.raw)
        after = self._part_starts[index + 1] if index + 1 < len(self.parts) else len(self.raw)
        return self.parts[index].name, self._line_column(self._part_starts[index])[0] - 1, after

    def _lines_of(self, part: str) -> tuple[int, int]:
        """How many lines stand before a part, and before what follows it."""
        if not self.parts and not part:
            return 0, len(self._line_starts)
        for one in self.parts:
            if one.name == part:
                _, first, after = self._part_at(one.raw_start)
                last = len(self._line_starts) if after == len(self.raw) else self._line_column(after)[0] - 1
                return first, last
        return 0, 0


_ENTITY = waiting(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{0,31});")
_LINE_END = waiting(r"\r\n|\n|\r")


def line_starts(raw: str) -> list[int]:
    """Offsets at which the lines of `raw` begin; a line ends at LF, CRLF or a lone CR."""
    return [0, *(end.end() for end in _LINE_END.finditer(raw))]


class RunBuilder:
    """Builds a text out of pieces of a file and remembers where each piece stood."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self.length = 0

    def take(self, raw: str, raw_start: int) -> Span:
        """Append `raw`, which stands at `raw_start` of the file, and return its span in the text."""
        start = self.length
        if raw:
            last = self._runs[-1] if self._runs else None
            joined = (
                last is not None
                and last.text_start + last.length == start
                and last.raw_start + last.length == raw_start
            )
            if joined and last is not None:
                self._runs[-1] = Run(last.text_start, last.raw_start, last.length + len(raw))
            else:
                self._runs.append(Run(start, raw_start, len(raw)))
            self._pieces.append(raw)
            self.length += len(raw)
        return Span(start, self.length)

    def decoded(self, text: str, raw_start: int, written: int = 1) -> Span:
        """Append `text`, which the file writes otherwise (an entity, an escape) in `written` characters."""
        start = self.length
        for index, _ in enumerate(text):
            self._runs.append(Run(start + index, raw_start, 1, written))
        self._pieces.append(text)
        self.length += len(text)
        return Span(start, self.length)

    def add(self, text: str) -> Span:
        """Append `text` that stands nowhere in the file, such as the break between two blocks."""
        start = self.length
        self._pieces.append(text)
        self.length += len(text)
        return Span(start, self.length)

    def text(self) -> str:
        """The text built so far."""
        joined = "".join(self._pieces)
        self._pieces = [joined]
        return joined

    def runs(self) -> Sequence[Run]:
        """The runs of the text built so far, in the text's order."""
        return tuple(self._runs)

    def origins(self, raw: str, parts: Sequence[FilePart] = ()) -> FileOrigins:
        """The origins of the text built so far, over the decoded content `raw` of the file (see `FileOrigins`)."""
        return FileOrigins(raw, tuple(self._runs), tuple(parts))
