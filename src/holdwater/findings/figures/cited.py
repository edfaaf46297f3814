"""Which citations a quantity or a date of the document rests on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from holdwater.document import Document, Span
from holdwater.extract.lexicon import REPORTING
from holdwater.extract.model import Citation, CitationKind, Extraction
from holdwater.extract.quantities.model import Period, Quantity
from holdwater.extract.source_lines import source_lines
from holdwater.extract.tabled import citing_cells
from holdwater.patterns import waiting

_APART = 3
"""Characters: citations no further apart stand for one place: "[1], [2]"."""
_CREDITS = waiting(r"\b(?:according to|as|per|in|from|by)\b", re.IGNORECASE)
_OPENING = 120
_RELATIVE = waiting(
    r",\s(?:who|whose|which|(?:in|with|for|of|from|to|by)\s(?:whom|which|an?|his|her|their|its)|using|drawing)\b"
)
_GOES_ON = waiting(r"[\])\s]{0,3}[a-z]")


class Reach(StrEnum):
    """Where the citation of a figure stands."""

    SENTENCE = "sentence"  # in its sentence, or right behind it
    BETWEEN = "between"  # its sentence cites nothing, and stands between two that cite the one work of its paragraph
    BEFORE = "before"  # its sentence cites nothing, and the only work of its paragraph is cited behind it
    OPEN = "open"  # its sentence cites nothing, and a mark behind it in its paragraph need not be for it


@dataclass(frozen=True)
class Cited:
    """A quantity, or a period, of the document with the citations it rests on.

    `index` counts the document's quantities or its periods; `around` are all citations of its sentence.
    """

    index: int
    figure: Quantity | Period
    citations: tuple[Citation, ...]
    around: tuple[Citation, ...]
    reach: Reach = Reach.SENTENCE


class Citing:
    """The citations of a document, found by sentence."""

    def __init__(self, document: Document, extraction: Extraction) -> None:
        self._text = document.text
        self._citations = sorted(extraction.citations, key=lambda one: (one.span.start, one.span.end))
        self._starts = [one.span.start for one in self._citations]
        quoted = sorted(span for one in extraction.quotations if not one.presumed for span in one.spans)
        self._quoted, self._quoted_starts = quoted, [span.start for span in quoted]
        self._of: dict[Span, list[Citation]] = {}
        lines = tuple(source_lines(document))
        self._lines = sorted((span, one.line) for one in lines for span in one.of)
        cited = sorted(one.span for one in self._citations)
        self._cells = sorted(citing_cells(document, cited, lines))
        self._cell_starts = [cell.start for cell, _ in self._cells]

    def figures(self, extraction: Extraction) -> Iterator[Cited]:
        """The quantities, then the periods, that rest on a citation and stand in no quotation or question."""
        measured = extraction.measured
        listed: tuple[Sequence[Quantity | Period], ...] = (measured.quantities, measured.periods)
        for figures in listed:
            for index, figure in enumerate(figures):
                around = self.around(figure.sentence)
                if around and self.is_said(figure):
                    citations = self._for(figure, around)
                    if citations:
                        yield Cited(index, figure, tuple(citations), tuple(around))

    def is_said(self, figure: Quantity | Period) -> bool:
        """Whether a figure is the document's own: it stands in no quotation, and is not asked after."""
        return not self._is_quoted(figure.span) and not self._is_asked(figure.sentence)

    def _is_asked(self, sentence: Span) -> bool:
        words = sentence.of(self._text).strip()
        return words.startswith("Whether ") or words.endswith("?")

    def _is_quoted(self, span: Span) -> bool:
        index = bisect_left(self._quoted_starts, span.end) - 1
        return any(one.overlaps(span) for one in self._quoted[max(0, index - 1) : index + 1])

    def around(self, sentence: Span) -> list[Citation]:
        """The citations of a sentence, and those that stand alone right behind it."""
        if sentence not in self._of:
            cell = self.cell(sentence)
            if cell is None:
                self._of[sentence] = list(self._collect(sentence)) or list(self._given_below(sentence))
            else:
                self._of[sentence] = [one for span in cell[1] for one in self.within(span)]
        return self._of[sentence]

    def _collect(self, sentence: Span) -> Iterator[Citation]:
        end = sentence.start + len(sentence.of(self._text).rstrip())
        for one in self._citations[bisect_left(self._starts, sentence.start) :]:
            if one.span.start > end + _APART:
                return
            if (
                one.span.start < end
                or (one.kind is CitationKind.NOTE and one.span.start == end)
                or self._trails(one, end)
            ):
                yield one

    def _given_below(self, sentence: Span) -> Iterator[Citation]:
        """The citations of the line that gives the source of a sentence which cites nothing itself."""
        index = bisect_left(self._lines, (Span(sentence.start + 1, sentence.start + 1), sentence)) - 1
        if index >= 0 and self._lines[index][0].overlaps(sentence):
            yield from self.within(self._lines[index][1])

    def within(self, span: Span) -> list[Citation]:
        """The citations that begin in a stretch of the text, its end included."""
        return self._citations[bisect_left(self._starts, span.start) : bisect_right(self._starts, span.end)]

    def cell(self, sentence: Span) -> tuple[Span, tuple[Span, ...]] | None:
        """The cell of a table that a sentence stands in, if it cites, with the stretches that hold its citations."""
        index = bisect_right(self._cell_starts, sentence.start) - 1
        found = self._cells[index] if index >= 0 else None
        return found if found and found[0].covers(sentence) else None

    def _trails(self, one: Citation, end: int) -> bool:
        """Whether a bracket right behind a full stop belongs to the sentence before: "… 30 %. [12] The next"."""
        bracketed = one.kind in (CitationKind.BRACKET, CitationKind.KEY, CitationKind.NOTE) or self._parenthetical(one)
        gap = self._text[end : one.span.start].strip(" (")
        return bracketed and not gap and not _GOES_ON.match(self._text, one.span.end)

    def _for(self, figure: Quantity | Period, around: list[Citation]) -> list[Citation]:
        """The citations of a sentence that a figure rests on: the next mark, and the work that tells the sentence."""
        if self.cell(figure.sentence):
            return around
        within = [one for one in around if one.kind is CitationKind.LINK and one.span.overlaps(figure.span)]
        if within:
            return within
        marks = [one for one in around if not self.tells(one) and one.span.start >= figure.span.end]
        narrators = [one for one in around if self.tells(one)]
        before = [one for one in narrators if one.span.start < figure.span.start]
        between = [one for one in narrators if figure.span.end <= one.span.start]
        if marks and between and between[0].span.start < marks[0].span.start and before:
            marks = []
        found = [*before[-1:], *self._cluster(marks)]
        if found:
            return found
        return around if len(around) == 1 and (between or self._opens(around[0], figure)) else []

    def _opens(self, mark: Citation, figure: Quantity | Period) -> bool:
        """Whether a sentence's only mark stands by the words that say who tells it: "According to Doe,¹ 300 …"."""
        lead = self._text[figure.sentence.start : mark.span.start]
        behind = self._text[mark.span.end : figure.span.start]
        if mark.kind is CitationKind.LINK:
            return True
        told = _CREDITS.search(lead) or REPORTING.search(lead) or REPORTING.search(behind)
        return len(lead) < _OPENING and bool(told)

    def tells(self, one: Citation) -> bool:
        """Whether a citation is a part of its sentence: "Doe (2019) found …", "RFC 2119 says …"."""
        if one.kind not in (CitationKind.AUTHOR_DATE, CitationKind.NAMED, CitationKind.BRACKET, CitationKind.KEY):
            return False
        if one.kind is CitationKind.BRACKET and self._text[one.span.start - 1 : one.span.start].strip():
            return False  # a mark at the word before it: "£46 million[1] to £49 million[2]"
        if self._parenthetical(one):
            return False
        named = one.kind in (CitationKind.AUTHOR_DATE, CitationKind.NAMED)
        if named and _RELATIVE.match(self._text, one.span.end):
            return True  # "Doe (2019), who asked 300 people, found …"
        return bool(re.match(r"\s[a-z]", self._text[one.span.end : one.span.end + 2]))

    def _parenthetical(self, one: Citation) -> bool:
        before = self._text[max(0, one.span.start - 60) : one.span.start]
        opened = before.rfind("(") > before.rfind(")")
        return opened or (
            one.kind is CitationKind.AUTHOR_DATE and self._text[one.span.start : one.span.start + 1] == "("
        )

    def _cluster(self, marks: list[Citation]) -> Iterator[Citation]:
        """The first mark and those that stand right by it."""
        end = -1
        for one in marks:
            if end >= 0 and one.span.start - end > _APART:
                return
            end = one.span.end
            yield one
