"""What stands in order over the whole document: the levels of headings, and what belongs together."""

from __future__ import annotations

from holdwater.document import BlockKind
from holdwater.patterns import waiting
from holdwater.read.pdf.paragraphs import Paragraph

_DEEPEST = 6
_NAMED = waiting(r"[—–]\s*[^\W\d_a-z]|[A-Z]\.\s+(?:[A-Z]\.\s*)*[A-Z][\w’'-]+(?:\s[\w’'.-]+){0,3}$")
_HELD_TOGETHER = (BlockKind.QUOTE, BlockKind.TABLE, BlockKind.LIST_ITEM)


def set_levels(paragraphs: list[Paragraph]) -> None:
    """Give headings their level: the larger the type, the higher."""
    headings = [one for one in paragraphs if one.kind is BlockKind.HEADING]
    sizes = sorted({round(one.size) for one in headings}, reverse=True)
    for one in headings:
        one.level = min(_DEEPEST, sizes.index(round(one.size)) + 1)


def drop_lone_items(paragraphs: list[Paragraph]) -> None:
    """Make items paragraphs that have no other beside them and begin as a name does: "— A. N. Other", "A. N. Other"."""
    for index, one in enumerate(paragraphs):
        if one.kind is not BlockKind.LIST_ITEM or not _NAMED.match(one.text):
            continue
        near = (paragraphs[index - 1] if index else None, *paragraphs[index + 1 : index + 2])
        if not any(other is not None and other.kind is BlockKind.LIST_ITEM for other in near):
            one.kind, one.level, one.skip = BlockKind.PARAGRAPH, 0, 0


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
