"""Puts the blocks of a plain text together: one string, spans over it, and the way back to the file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Note, PageBreak, RunBuilder, Span
from holdwater.read.plain.draft import Cut, Draft
from holdwater.read.plain.lines import Line
from holdwater.read.plain.notes import Notes, note_id

_VERBATIM = (BlockKind.CODE, BlockKind.TABLE)


def build(
    raw: str,
    name: str,
    notes: Notes,
    pages: Sequence[tuple[int, str]] = (),
    metadata: Mapping[str, str] | None = None,
) -> Document:
    """The document that these blocks make.

    Args:
        raw: the file's decoded content.
        name: what reports call the document.
        notes: the blocks, in the text's order, and what to cut from them.
        pages: where in the file a printed page begins, and its label.
        metadata: what the file says of itself.
    """
    builder = _Builder(raw, notes, pages)
    for draft in notes.drafts:
        builder.block(draft)
    return builder.document(name, metadata or {})


class _Builder:
    def __init__(self, raw: str, notes: Notes, pages: Sequence[tuple[int, str]]) -> None:
        self._raw = raw
        self._text = RunBuilder()
        self._cuts: list[Cut] = sorted(notes.cuts, key=lambda cut: (cut.start, cut.end))
        self._cut_starts = [cut.start for cut in self._cuts]
        self._pages = list(pages)
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._breaks: list[PageBreak] = []
        self._emphasis = -1  # where the emphasised words begin
        self._notes: dict[int, tuple[str, int, int]] = {}

    def block(self, draft: Draft) -> None:
        """Append one block and the break before it; nothing for one whose words are all cut out."""
        if len(draft.lines) == 1 and self._is_cut(draft.start, draft.end):
            return
        if self._blocks:
            self._text.add("\n\n")
        start = self._text.length
        verbatim = draft.kind in _VERBATIM
        indent = min(line.indent for line in draft.lines) if verbatim else 0
        before: Line | None = None
        for line in draft.lines:
            if self._is_cut(line.start, line.end):
                continue
            if before is not None:
                self._line_break(before, line)
            first = max(line.left, line.start - line.indent + indent) if verbatim else line.start
            self._line(first + (draft.skip if before is None else 0), line.end)
            before = line
        span = Span(start, self._text.length)
        quoted = max(1, draft.lines[0].depth) if draft.kind is BlockKind.QUOTE else 0
        self._blocks.append(Block(span, draft.kind, draft.part, draft.level, quoted, draft.group))
        if draft.note:
            label, first, _ = self._notes.get(draft.note, (draft.label, start, start))
            self._notes[draft.note] = (label, first, span.end)

    def document(self, name: str, metadata: Mapping[str, str]) -> Document:
        """The document built so far."""
        return Document(
            text=self._text.text(),
            name=name,
            format="plain",
            blocks=tuple(self._blocks),
            marks=tuple(sorted(self._marks, key=lambda mark: (mark.span.start, -mark.span.end))),
            notes=tuple(Note(note_id(key), label, Span(a, b)) for key, (label, a, b) in self._notes.items()),
            pages=tuple(self._breaks),
            metadata=dict(metadata),
            origins=self._text.origins(self._raw),
        )

    def _line_break(self, before: Line, line: Line) -> None:
        """The break between two lines of one block is the file's own where one line feed parts them."""
        end = self._raw.find("\n", before.end, line.left)
        if end < 0:
            self._text.add("\n")
        else:
            self._text.take("\n", end)

    def _line(self, start: int, end: int) -> None:
        if not self._cuts and not self._pages:
            self._text.take(self._raw[start:end], start)
            return
        while self._breaks_due(start):
            self._breaks.append(PageBreak(self._text.length, self._pages[len(self._breaks)][1]))
        for index in range(bisect_left(self._cut_starts, start), len(self._cuts)):
            cut = self._cuts[index]
            if cut.start >= end:
                break
            if cut.start > start:
                self._text.take(self._raw[start : cut.start], start)
            start = max(start, cut.start if cut.doubtful else cut.end)
            self._mark(cut)
        if start < end:
            self._text.take(self._raw[start:end], start)

    def _breaks_due(self, start: int) -> bool:
        return len(self._breaks) < len(self._pages) and self._pages[len(self._breaks)][0] <= start

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether a line is a page's number and nothing else; the page then begins here."""
        if not self._cuts:
            return False
        index = bisect_left(self._cut_starts, start)
        cut = self._cuts[index] if index < len(self._cuts) else None
        if cut is None or not cut.page or cut.start != start or cut.end < end:
            return False
        self._mark(cut)
        return True

    def _mark(self, cut: Cut) -> None:
        here = self._text.length
        if cut.page:
            self._breaks.append(PageBreak(here, cut.page))
        if cut.emphasis == "open":
            self._emphasis = here
        elif cut.emphasis:
            if 0 <= self._emphasis < here:
                self._marks.append(Mark(Span(self._emphasis, here), MarkKind.EMPHASIS))
            self._emphasis = -1
        if not cut.label:
            return
        span = Span(here, here + (cut.end - cut.start if cut.doubtful else 0))
        self._marks.append(Mark(span, MarkKind.NOTE, cut.label, cut.target, cut.doubtful))
