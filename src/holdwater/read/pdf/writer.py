"""Paragraphs written into the document: lines joined, hyphens taken out, ligatures spelt out, note marks set."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from holdwater.document import Block, BlockKind, Mark, MarkKind, Note, PageBreak, Part, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Assembly, Setting
from holdwater.read.pdf.hyphens import BREAKS, HYPHENS, Hyphens
from holdwater.read.pdf.notes import Notes
from holdwater.read.pdf.page import Line, Link, Page, Unit
from holdwater.read.pdf.paragraphs import Paragraph

_SPECIAL = waiting(r"[\x00-\x1f\x7f-\x9f\u00ad\ufb00-\ufb06\ufffe\uffff\u200b\u2060\ufeff]|[´`¨ˆ˜¸˚ˇ](?=[^\W\d_])")
_ACCENTS = dict(zip("´`¨ˆ˜¸˚ˇ", "\u0301\u0300\u0308\u0302\u0303\u0327\u030a\u030c", strict=True))
_LAST_WORD = waiting(r"[^\W_]+(?:[-‐][^\W_]+)*[-‐\x02\ufffe\u00ad]$")
_WAY_BACK = waiting(r"[↩⤴↑⏎↵\ufe0e\ufe0f]+$")
_FIRST_WORD = waiting(r"[^\W_]+")


class Writer:
    """Writes paragraphs of pages into an assembly."""

    def __init__(self, pages: list[Page], notes: Notes, labels: dict[int, str], hyphens: Hyphens) -> None:
        self.assembly = Assembly()
        self._pages, self._notes, self._labels, self._hyphens = pages, notes, labels, hyphens
        self._page = -1
        self._links: list[tuple[Link, Span]] = []
        self._slanted: list[tuple[Span, int]] = []

    def write(self, one: Paragraph) -> Span:
        """Write a paragraph as a block of its own, and return its span."""
        assembly = self.assembly
        assembly.open_block(Setting(one.kind, one.part, one.level, one.quoted, one.group))
        self._lines(one.lines, one.skip, turns=one.part is not Part.NOTES and one.kind is not BlockKind.FURNITURE)
        self._mark_links()
        block = assembly.close_block()
        self._mark_slanted(block)
        return block.span if block else Span(assembly.length, assembly.length)

    def write_notes(self) -> None:
        """Write the texts of the notes."""
        for group, note in enumerate(self._notes.notes, start=1_000_000):
            self._drop_way_back(note.lines[-1])
            one = Paragraph(note.lines, BlockKind.NOTE, Part.NOTES, group=group, skip=note.skip)
            self.assembly.notes.append(Note(note.id, note.label, self.write(one)))

    def _drop_way_back(self, line: Line) -> None:
        """Leave out the arrow that leads from a note back to its mark."""
        text = self._pages[line.page].text
        while line.units:
            last = line.units[-1]
            back = _WAY_BACK.search(text[last.start : last.end])
            if back is None or (back.start() == 0 and len(line.units) == 1):
                return
            if back.start():
                last.end = last.start + back.start()
            else:
                line.units.pop()

    def _lines(self, lines: list[Line], skip: int, turns: bool) -> None:
        for index, line in enumerate(lines):
            after = lines[index + 1] if index + 1 < len(lines) else None
            if turns and line.page > self._page:
                self._turn_to(line.page)
            units = line.units[skip:] if not index else line.units
            glued = self._line(self._pages[line.page], units, after)
            if after is not None and not glued:
                self.assembly.builder.add(" ")

    def _turn_to(self, page: int) -> None:
        at = self.assembly.begin()
        number = page + 1
        self._page = page
        self.assembly.pages.append(PageBreak(at, self._labels.get(number, ""), number))

    def _line(self, page: Page, units: list[Unit], after: Line | None) -> bool:
        """Write a line; returns whether the next one goes on with its last word."""
        at, run = 0, 0
        glued = False
        self.assembly.begin()
        while at < len(units):
            unit = units[at]
            target = self._notes.targets.get(id(unit))
            if target is not None or id(unit) in self._notes.hidden:
                if target is not None:
                    self._mark(unit, *target)
                at += 1
                continue
            run = self._run_end(page, units, at)
            if unit.spaced and at:
                self.assembly.builder.add(" ")
            end = units[run - 1].end
            if run == len(units) and after is not None:
                end, glued = self._line_end(page, unit.start, end, after)
            self._take(page, unit, end)
            at = run
        return glued

    def _run_end(self, page: Page, units: list[Unit], at: int) -> int:
        """The index after the units that stand in the page's text just as they are to be read."""
        run = at + 1
        while run < len(units):
            last, unit = units[run - 1], units[run]
            follows = unit.start == last.end or (unit.start == last.end + 1 and page.text[last.end] == " ")
            if not follows or unit.spaced != (unit.start > last.end) or self._is_left_out(unit):
                break
            if unit.slanted is not last.slanted:
                break
            if page.linked and page.linked.get(id(unit)) is not page.linked.get(id(last)):
                break
            run += 1
        return run

    def _is_left_out(self, unit: Unit) -> bool:
        return id(unit) in self._notes.targets or id(unit) in self._notes.hidden

    def _mark(self, unit: Unit, target: str, label: str) -> None:
        builder = self.assembly.builder
        at = builder.length
        doubtful = id(unit) in self._notes.doubtful
        self.assembly.marks.append(Mark(Span(at, at), MarkKind.NOTE, label, target, doubtful))

    def _line_end(self, page: Page, start: int, end: int, after: Line) -> tuple[int, bool]:
        """Where the line's text ends once a hyphen that only breaks it is left out, and whether a word goes on."""
        words = page.text[start:end]
        if not words.endswith(tuple(HYPHENS)):
            return end, False
        cut = _LAST_WORD.search(words[-80:])
        next_page = self._pages[after.page]
        first = _FIRST_WORD.match(next_page.text[after.units[0].start : after.units[-1].end])
        if cut is None or first is None:
            return end, words[-1] in BREAKS
        keeps = self._hyphens.kept(cut[0][:-1], first[0])
        return (end, True) if keeps else (end - 1, True)

    def _take(self, page: Page, unit: Unit, end: int) -> None:
        """Take the page's text from a unit on."""
        words = page.text[unit.start : end]
        builder = self.assembly.builder
        at = builder.length
        place = page.start + unit.start
        if _SPECIAL.search(words):
            self._take_special(words, place)
        else:
            builder.take(words, place)
        if unit.slanted and builder.length > at:
            signs = len(words) - len(words.rstrip(",;:)"))
            self._slanted.append((Span(at, builder.length), signs))
        link = page.linked.get(id(unit)) if page.linked else None
        if link is not None and link.address:
            self._links.append((link, Span(at, builder.length)))

    def _mark_slanted(self, block: Block | None) -> None:
        """Set a mark over the words in italics, without the sign that ends them, but where the whole block is."""
        runs: list[tuple[Span, int]] = []
        for span, signs in self._slanted:
            if runs and span.start - runs[-1][0].end <= 1:
                runs[-1] = (Span(runs[-1][0].start, span.end), signs)
            else:
                runs.append((span, signs))
        self._slanted.clear()
        for run, signs in runs:
            if block is not None and signs < len(run) < 0.9 * len(block.span):
                self.assembly.marks.append(Mark(Span(run.start, run.end - signs), MarkKind.EMPHASIS))

    def _mark_links(self) -> None:
        """Set a mark over each link's words, as far as they follow each other."""
        for link, group in groupby(self._links, lambda one: one[0]):
            spans = [span for _, span in group]
            whole = Span(spans[0].start, spans[-1].end)
            self.assembly.marks.append(Mark(whole, MarkKind.LINK, target=link.address))
        self._links.clear()

    def _take_special(self, words: str, place: int) -> None:
        """Take words with letters that the page writes otherwise: ligatures, accents of their own, breaks."""
        builder = self.assembly.builder
        done = 0
        for found in _SPECIAL.finditer(words):
            at = found.start()
            if at < done:
                continue
            builder.take(words[done:at], place + done)
            sign, done = found[0], at + 1
            if sign in _ACCENTS:
                whole = unicodedata.normalize("NFC", words[at + 1] + _ACCENTS[sign])
                if len(whole) == 1:
                    builder.decoded(whole, place + at)
                    done = at + 2
                else:
                    builder.take(sign, place + at)
            elif "\ufb00" <= sign <= "\ufb06":
                builder.decoded(unicodedata.normalize("NFKC", sign), place + at)
            elif sign in "\x02\ufffe" and at == len(words) - 1:
                builder.decoded("-", place + at)
        builder.take(words[done:], place + done)
