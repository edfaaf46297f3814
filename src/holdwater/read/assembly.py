"""Puts a document together: blocks one after the other, marks over them, each character with its place in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from holdwater.document import (
    Block,
    BlockKind,
    Document,
    FilePart,
    Mark,
    MarkKind,
    Note,
    PageBreak,
    Part,
    Record,
    RunBuilder,
    Span,
)

BREAK = "\n\n"
"""What stands between two blocks of the text."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a block is set: everything of a `Block` but its span."""

    kind: BlockKind = BlockKind.PARAGRAPH
    part: Part = Part.BODY
    level: int = 0
    quoted: int = 0
    group: int = 0
    cell: tuple[int, int] = (0, 0)


@dataclass
class Assembly:
    """A document in the making.

    A block is opened, filled and closed; the break before it is written with its first character, so that an empty
    block leaves no trace.
    """

    builder: RunBuilder = field(default_factory=RunBuilder)
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pages: list[PageBreak] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    _setting: Setting = field(default_factory=Setting)
    _start: int = 0
    _begun: bool = True
    _waiting: list[str] = field(default_factory=list)

    @property
    def length(self) -> int:
        """How many characters the text has so far."""
        return self.builder.length

    @property
    def block_start(self) -> int:
        """Where the open block begins in the text."""
        return self._start

    @property
    def fresh(self) -> bool:
        """Whether nothing is written yet in the open block."""
        return not self._begun or self._start == self.length

    def open_block(self, setting: Setting) -> None:
        """Begin a block; one that is still open is closed."""
        self.close_block()
        self._setting, self._begun = setting, False

    def close_block(self) -> Block | None:
        """End the open block and return it; None where nothing was written in it."""
        if not self._begun or self._start == self.length:
            self._begun, self._start = True, self.length
            return None
        one = self._setting
        block = Block(Span(self._start, self.length), one.kind, one.part, one.level, one.quoted, one.group, one.cell)
        self.blocks.append(block)
        self._start = self.length
        return block

    def begin(self) -> int:
        """Write the break before the open block if it is not yet written, and return where the text stands."""
        if not self._begun:
            if self.length:
                self.builder.add(BREAK)
            self._begun, self._start = True, self.length
            for words in self._waiting:
                self.marks.append(Mark(Span(self.length, self.length), MarkKind.COMMENT, words))
            self._waiting.clear()
        return self.length

    def comment(self, words: str) -> None:
        """A comment of the file's own: it stands here, or at the start of the next block if it stands between two."""
        if self._begun and self._start < self.length:
            self.marks.append(Mark(Span(self.length, self.length), MarkKind.COMMENT, words))
        else:
            self._waiting.append(words)

    def document(
        self,
        raw: str,
        name: str,
        format: str,  # noqa: A002 - Document's own word
        metadata: Mapping[str, str],
        parts: Sequence[FilePart] = (),
    ) -> Document:
        """The finished document over the decoded content `raw` of the file, or of its `parts` one after the other."""
        self.close_block()
        for words in self._waiting:
            self.marks.append(Mark(Span(self.length, self.length), MarkKind.COMMENT, words))
        text = self.builder.text()
        return Document(
            text=text,
            name=name,
            format=format,
            blocks=tuple(block for block in self.blocks if not block.span.of(text).isspace()),
            marks=tuple(sorted(self.marks, key=lambda mark: (mark.span.start, -mark.span.end))),
            notes=tuple(sorted(self.notes, key=lambda note: note.span.start)),
            pages=tuple(sorted(self.pages, key=lambda page: page.offset)),
            metadata=dict(metadata),
            records=tuple(sorted(self.records, key=lambda record: record.span)),
            unread=tuple(self.unread),
            origins=self.builder.origins(raw, parts),
        )


def aim(marks: Iterable[Mark], targets: Mapping[str, str]) -> list[Mark]:
    """The marks with the target of each note mark replaced by what `targets` names for it, "" where it names none."""
    return [
        replace(mark, target=targets.get(mark.target, "")) if mark.kind is MarkKind.NOTE else mark for mark in marks
    ]


def free_id(wanted: str, taken: Counter[str]) -> str:
    """An id like `wanted` that no note has yet, and take it: `taken` counts how often each was asked for."""
    taken[wanted] += 1
    free = wanted
    while taken[wanted] > 1:
        free = f"{wanted}-{taken[wanted]}"
        if not taken[free]:
            taken[free] += 1
            break
        taken[wanted] += 1
    return free
