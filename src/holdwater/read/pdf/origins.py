"""Where a span stood in a PDF: the printed line, and the boxes on its pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from holdwater.document import FileOrigins, Origin, Run, Span
from holdwater.read.pdf.pdfium import opened


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle on a page (counted from 1), in points from its lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class PdfOrigins:
    """Origins in a PDF.

    `raw` is the text of its pages as PDFium has it, one after the other, a character for each of PDFium's;
    `page_starts` and `line_starts` say where pages and printed lines begin in it. Lines are counted over the whole
    document.
    """

    raw: str
    runs: tuple[Run, ...]
    page_starts: tuple[int, ...]
    line_starts: tuple[int, ...]
    data: bytes = b""

    @property
    def counts(self) -> str:
        """What its lines are."""
        return "line"

    @cached_property
    def _places(self) -> FileOrigins:
        return FileOrigins(self.raw, self.runs)

    def raw_span(self, span: Span) -> Span:
        """The range of the pages' texts from the first to the last character of a span."""
        return self._places.raw_span(span)

    def locate(self, span: Span) -> Origin:
        """The printed lines, counted over the document, and the columns of a span."""
        raw = self.raw_span(span)
        return Origin(*self._line_column(raw.start), *self._line_column(raw.end))

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = max(1, bisect_right(self.line_starts, offset))
        return line, offset - (self.line_starts[line - 1] if self.line_starts else 0) + 1

    def line_text(self, line: int, part: str = "") -> str:
        """Printed line `line` (from 1) of the document, as PDFium has it; "" past the end."""
        if part or not 1 <= line <= len(self.line_starts):
            return ""
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.raw)
        return self.raw[self.line_starts[line - 1] : end].rstrip("\r\n\f ")

    def boxes(self, span: Span) -> tuple[PageBox, ...]:
        """The rectangles that a span's characters fill, one a line. The file is opened again for it."""
        raw = self.raw_span(span)
        if not self.data or not len(raw):
            return ()
        found: list[PageBox] = []
        first = bisect_right(self.page_starts, raw.start) - 1
        with opened(self.data, "") as file:
            for index in range(max(0, first), len(self.page_starts)):
                begin = self.page_starts[index]
                end = self.page_starts[index + 1] if index + 1 < len(self.page_starts) else len(self.raw)
                if begin >= raw.end:
                    break
                with file.page(index) as text:
                    if text is None:
                        continue
                    found += _merged(index + 1, [
                        text.tight_box(at - begin)
                        for at in range(max(raw.start, begin), min(raw.end, end, begin + text.count))
                        if not self.raw[at].isspace()
                    ])  # fmt: skip
        return tuple(found)


def _merged(page: int, boxes: list[tuple[float, float, float, float]]) -> list[PageBox]:
    """Boxes of characters put together while they stand in one line."""
    found: list[PageBox] = []
    for left, bottom, right, top in boxes:
        last = found[-1] if found else None
        if last and min(top, last.top) > max(bottom, last.bottom) and left > last.left - 2:
            found[-1] = PageBox(page, last.left, min(last.bottom, bottom), max(last.right, right), max(last.top, top))
        else:
            found.append(PageBox(page, left, bottom, right, top))
    return found
