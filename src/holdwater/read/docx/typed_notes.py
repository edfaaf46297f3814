"""Notes that the author typed: small raised digits in the text, and their numbers again before paragraphs at the end.

They are taken for notes only where the numbers run 1, 2, 3 … and a paragraph after the last mark begins with each of
them in that order; `10` with a raised `2` is a power, and `m` with one a unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from holdwater.document import Block, BlockKind, Note, Part, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Assembly
from holdwater.read.xml import Element

_FEWEST = 2
_LABEL = waiting(r"[\[(]?([1-9][0-9]{0,2})[\])]?")
_UNIT = waiting(r"(?:^|[\W\d_])(?:[a-zµ]|[kcmd]m|ft|in|yd|mi|ha|sec|kg)$", re.I)
_ENDS = frozenset(".,;:!?)]\"'”’»“…")
_NUMBERED = waiting(r"[\[(]?([1-9][0-9]{0,2})(?:[\]).:]{1,2}\s?|\s|(?=[^\W\d_]|[“\"«]))")
_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.REFERENCE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of raised digits, where it stands in the text, and whether it leads to a note by a link of its own."""

    run: Element
    words: str
    at: int
    linked: bool = False


def typed_marks(text: str, blocks: Sequence[Block], candidates: Sequence[Candidate]) -> Mapping[Element, str]:
    """The labels of the runs that are note marks; none where they do not hang together."""
    starts = {block.span.start for block in blocks}
    found: dict[Element, str] = {}
    last, end = 0, -1
    for one in candidates:
        label = _LABEL.fullmatch(one.words)
        if label is None or one.at in starts:
            continue
        if not one.linked and not _may_bear_mark(text[max(0, one.at - 20) : one.at]):
            continue
        if int(label[1]) != last + 1:
            return {}
        last, end = last + 1, one.at
        found[one.run] = label[1]
    if last < _FEWEST or len(typed_bodies(text, blocks, end)) < last:
        return {}
    return found


def _may_bear_mark(before: str) -> bool:
    """Whether what stands before raised digits is a word or the end of a sentence, and no number, letter or unit."""
    last = before[-1:]
    return last in _ENDS if not last.isalpha() else _UNIT.search(before) is None


def typed_bodies(text: str, blocks: Sequence[Block], after: int) -> list[range]:
    """The blocks of each note, numbered 1, 2, 3 …, after an offset; a block without a number goes on with the note."""
    found: list[range] = []
    for index, block in enumerate(blocks):
        if block.span.start <= after or block.kind not in _KINDS or block.part in (Part.NAVIGATION, Part.FRONT):
            if found and block.span.start > after:
                break
            continue
        number = _NUMBERED.match(text, block.span.start, block.span.end)
        if number is not None and int(number[1]) == len(found) + 1:
            found.append(range(index, index + 1))
        elif found and (number is not None or block.part is not Part.NOTES):
            break
        elif found:
            found[-1] = range(found[-1].start, index + 1)
    return found


def set_apart(assembly: Assembly, count: int, last_mark: int, group: int) -> None:
    """Make notes of the blocks that hold them: `count` of them, after the last mark, in groups from `group` on."""
    for number, indexes in enumerate(typed_bodies(assembly.builder.text(), assembly.blocks, last_mark)[:count], 1):
        for index in indexes:
            block = assembly.blocks[index]
            assembly.blocks[index] = replace(block, kind=BlockKind.NOTE, part=Part.NOTES, level=0, group=group + number)
        span = Span(assembly.blocks[indexes.start].span.start, assembly.blocks[indexes.stop - 1].span.end)
        assembly.notes.append(Note(typed_id(str(number)), str(number), span))


def typed_id(label: str) -> str:
    """The id of a typed note."""
    return f"typed-{label}"
