"""A block in the making: lines of the file and what they were found to be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from holdwater.document import BlockKind, Part
from holdwater.read.plain.lines import Line


@dataclass(slots=True)
class Draft:
    """One block before its text is put together.

    `label` is the number of the note that the block begins, and `skip` how many characters of its first line are that
    number; `note` is the note's place in the document's order, from 1, for each of its paragraphs (0: no note).
    """

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    part: Part = Part.BODY
    level: int = 0
    group: int = 0
    label: str = ""
    skip: int = 0
    note: int = 0

    @property
    def text(self) -> str:
        """Its words, line by line."""
        return "\n".join(line.text for line in self.lines)

    @property
    def start(self) -> int:
        """Where its words begin in the file."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its words end in the file."""
        return self.lines[-1].end

    @property
    def indent(self) -> int:
        """The columns before its second line, or before its only one."""
        return self.lines[min(1, len(self.lines) - 1)].indent


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters of the file that are left out of the text, and the number of the note mark that they are, if any.

    Doubtful ones may be a note mark: they stay in the text, and the mark over them says so. `page` is the label of the
    printed page that begins here; `emphasis` says that emphasised words begin ("open") or end ("close").
    """

    start: int
    end: int
    label: str = ""
    target: str = ""
    doubtful: bool = False
    page: str = ""
    emphasis: str = ""


def without(cuts: Iterable[Cut], others: Iterable[Cut]) -> list[Cut]:
    """The cuts that share no character with `others`: a page's number in brackets is no note mark."""
    taken = [(other.start, other.end) for other in sorted(others, key=lambda other: other.start)]
    kept: list[Cut] = []
    for cut in cuts:
        index = bisect_left(taken, (cut.end, 0)) - 1
        if index < 0 or taken[index][1] <= cut.start:
            kept.append(cut)
    return kept
