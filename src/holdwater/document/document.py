"""A text with stand-off marks: what every reader returns and every check reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from holdwater.document.marks import Block, Mark, MarkKind, Note, PageBreak, Record
from holdwater.document.origin import FileOrigins, Origin, Origins
from holdwater.document.span import Span


@dataclass(frozen=True)
class Document:
    """One text under check, or one source's text.

    Everything but `text` is spans over it, in code points. `name` is what reports call it (its path as given);
    `format` is its reader's name; `metadata` is what the file says of itself (title, author, date, url, doi, …).
    `records` are works that it describes field by field, and `unread` says, a line each, what of the file could not be
    read (a page without a text layer, an input that is not there): what nobody has read is not clean.
    """

    text: str
    name: str = ""
    format: str = "plain"
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[PageBreak, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    unread: tuple[str, ...] = ()
    origins: Origins | None = None

    def origin(self, span: Span) -> Origin:
        """Where `span` stood in the file."""
        return self._origins.locate(span)

    @property
    def counted(self) -> str:
        """What the lines of origins are in this file: "line", or "paragraph" where it knows no lines."""
        return self._origins.counts

    def line_text(self, line: int, part: str = "") -> str:
        """Line `line` (from 1) of the file, or of the part of it that an origin names, as it stands there."""
        return self._origins.line_text(line, part)

    @cached_property
    def _origins(self) -> Origins:
        return self.origins if self.origins is not None else FileOrigins.identity(self.text)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_index(self, offset: int) -> int:
        """The index of the block that holds `offset`, or of the last one before it; -1 where there is none."""
        return bisect_right(self._block_starts, offset) - 1

    def block_at(self, offset: int) -> Block | None:
        """The block that holds `offset`, its end included; None between blocks."""
        index = self.block_index(offset)
        if index < 0 or offset > self.blocks[index].span.end:
            return None
        return self.blocks[index]

    def marks_of(self, *kinds: MarkKind) -> tuple[Mark, ...]:
        """The marks of these kinds, in the text's order."""
        return tuple(mark for mark in self.marks if mark.kind in kinds)

    def note_at(self, offset: int) -> Note | None:
        """The note whose words `offset` lies in."""
        index = bisect_right(self._note_starts, offset) - 1
        if index >= 0 and offset <= self._notes_in_order[index].span.end:
            return self._notes_in_order[index]
        return None

    @cached_property
    def _notes_in_order(self) -> list[Note]:
        return sorted(self.notes, key=lambda note: note.span.start)

    @cached_property
    def _note_starts(self) -> list[int]:
        return [note.span.start for note in self._notes_in_order]

    def page_at(self, offset: int) -> str | None:
        """The printed page that `offset` stands on; None where the document shows no page before it."""
        index = bisect_right(self._page_starts, offset) - 1
        return self.pages[index].label or None if index >= 0 else None

    def page_number_at(self, offset: int) -> int:
        """Which page of the file, counted from 1, `offset` stands on; 0 where the file has no pages of its own."""
        index = bisect_right(self._page_starts, offset) - 1
        return self.pages[index].number if index >= 0 else 0

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.offset for page in self.pages]
