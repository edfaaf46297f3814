"""What stands in order over the whole document: the levels of headings, and what belongs together."""

from __future__ import annotations

from holdwater.document import BlockKind
from holdwater.read.pdf.paragraphs import Paragraph

_DEEPEST = 6
_HELD_TOGETHER = (BlockKind.QUOTE, BlockKind.TABLE, BlockKind.LIST_ITEM)


def set_levels(paragraphs: list[Paragraph]) -> None:
    """Give headings their level: the larger the type, the higher."""
    headings = [one for one in paragraphs if one.kind is BlockKind.HEADING]
    sizes = sorted({round(one.size) for one in headings}, reverse=True)
    for one in headings:
        one.level = min(_DEEPEST, sizes.index(round(one.size)) + 1)


def set_groups(paragraphs: list[Paragraph]) -> None:
    """Give the paragraphs of one quotation, table or list that follow each other one number."""
    group = 0
    last: Paragraph | None = None
    for one in paragraphs:
        if one.kind in _HELD_TOGETHER:
            if last is None or last.kind is not one.kind:
                group += 1
            one.group = group
        last = one
