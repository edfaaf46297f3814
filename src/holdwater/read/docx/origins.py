"""Where the words of a Word file stood: in which paragraph, and in which runs of which part."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from holdwater.document import FileOrigins, Origin, Span
from holdwater.read.docx.lines import Paragraphs
from holdwater.read.docx.package import PREFIXES
from holdwater.read.xml import Element, Text, grow


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words of a span that stand together in one `w:t` of a part.

    `run` and `text` are the numbers, from 0 in the part's own order, of the `w:r` and of the `w:t`; `start` and `end`
    count characters in the words of the `w:t`.
    """

    part: str
    run: int
    text: int
    start: int
    end: int


@dataclass(frozen=True)
class WordOrigins:
    """Origins of a Word file. A line is a paragraph: those of the body are counted, then those of text boxes, notes,
    page headers and footers; it reads as it stands in the document's text. `files` places it in the parts' XML.
    """

    text: str
    files: FileOrigins
    paragraphs: Paragraphs
    counts: str = "paragraph"
    _pieces: dict[str, _Pieces] = field(default_factory=dict, compare=False, repr=False)

    def locate(self, span: Span) -> Origin:
        line, column = self.paragraphs.at(span.start)
        if not len(span):
            return Origin(line, column, line, column)
        end_line, end_column = self.paragraphs.at(span.end - 1)
        return Origin(line, column, end_line, end_column + 1)

    def line_text(self, line: int, part: str = "") -> str:
        start, end = self._extents.get(line, (0, 0))
        return "" if part else self.text[start:end]

    def raw_span(self, span: Span) -> Span:
        return self.files.raw_span(span)

    def word_runs(self, span: Span) -> tuple[WordRun, ...]:
        """Where the characters of a span stand, in its order. Characters that the file has no `w:t` for (a break, a
        symbol, the blank between two paragraphs) are in none.
        """
        found: list[WordRun] = []
        for part, place in self._places(span):
            one = self._pieces_of(part).at(place)
            if one is None:
                continue
            run, text, at = one
            last = found[-1] if found else None
            if last is not None and (last.part, last.text, last.end) == (part, text, at):
                found[-1] = WordRun(part, run, text, last.start, at + 1)
            else:
                found.append(WordRun(part, run, text, at, at + 1))
        return tuple(found)

    @cached_property
    def _extents(self) -> dict[int, tuple[int, int]]:
        return {
            number: (start, end)
            for start, end, number in zip(
                self.paragraphs.starts, self.paragraphs.ends, self.paragraphs.numbers, strict=True
            )
        }

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.text_start for run in self.files.runs]

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.raw_start for part in self.files.parts]

    def _places(self, span: Span) -> list[tuple[str, int]]:
        """The part and the place in all parts' XML of each character of a span that stands in the file."""
        found = []
        index = max(0, bisect_right(self._run_starts, span.start) - 1)
        for run in self.files.runs[index:]:
            if run.text_start >= span.end:
                break
            first = max(span.start, run.text_start)
            for at in range(first, min(span.end, run.text_start + run.length)):
                place = run.raw_start + at - run.text_start
                part = self.files.parts[bisect_right(self._part_starts, place) - 1]
                found.append((part.name, place))
        return found

    def _pieces_of(self, part: str) -> _Pieces:
        """The texts of a part. It is parsed again when first asked for, so that no document keeps its tree."""
        if part not in self._pieces:
            at = next(index for index, one in enumerate(self.files.parts) if one.name == part)
            start = self._part_starts[at]
            end = self._part_starts[at + 1] if at + 1 < len(self._part_starts) else len(self.files.raw)
            self._pieces[part] = _Pieces.of(grow(self.files.raw[start:end], part, PREFIXES, start=start))
        return self._pieces[part]


@dataclass(slots=True)
class _Pieces:
    """The stretches of text in the `w:t`s of a part: where each begins, and its run, its text, and its offset there."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    owners: list[tuple[int, int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, root: Element) -> _Pieces:
        pieces = cls()
        runs: dict[Element, int] = {}
        texts = 0
        for one in root.walk("w:r", "w:t"):
            if one.tag == "w:r":
                runs[one] = len(runs)
                continue
            holder = one.parent
            while holder is not None and holder not in runs:
                holder = holder.parent
            pieces._add(one, runs[holder] if holder is not None else -1, texts)
            texts += 1
        return pieces

    def _add(self, element: Element, run: int, text: int) -> None:
        offset = 0
        for child in element.children:
            if isinstance(child, Text):
                self.starts.append(child.place)
                self.ends.append(child.place + (len(child.value) if child.exact else 1))
                self.owners.append((run, text, offset))
                offset += len(child.value)

    def at(self, place: int) -> tuple[int, int, int] | None:
        """The run, the text and the offset in it of the character at a place; None where no `w:t` holds it."""
        index = bisect_right(self.starts, place) - 1
        if index < 0 or place >= self.ends[index]:
            return None
        run, text, offset = self.owners[index]
        return run, text, offset + place - self.starts[index]
