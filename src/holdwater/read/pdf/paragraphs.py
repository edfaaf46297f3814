"""Lines put together to paragraphs: where one ends, what kind it is, and where it goes on after a column or a page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.pdf.page import Line

_ENDED = waiting(r"[.!?:;…](?:[\"'”’»)\]]|\d{1,3}|[*†‡§¶])*$")
_BULLET = waiting(r"^[•‣◦▪■●○∙·–—*➢➤\uf0b7\uf0a7-]\s+\S|^[•‣◦▪■●○\uf0b7\uf0a7]$")
_NUMBERED = waiting(r"^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\[\d{1,3}\])\s+\S", re.I)
_ITEM_NUMBER = waiting(r"[(\[]?(\d{1,3})[.)\]]")
_CAPTION = waiting(
    r"^(?:fig(?:ure|\.)|table|tab\.|listing|algorithm|abbildung|abb\.|tabelle|tableau|chart)"
    r"\s+[\dIVXA-Z][\w.]*\s*[.:|–—-]",
    re.I,
)
_LEADERS = waiting(r"(?:\.\s?){5,}\s*(?:\d{1,4}|[ivxlc]{1,7})?$")
_NUMBERED_HEADING = waiting(
    r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+\S"
    r"|^(?:chapter|part|appendix|abstract|introduction|conclusions?|acknowledge?ments?)\b",
    re.I,
)
_NO_LETTER = waiting(r"^[\W\d_]*$")
_OPENED = "\"“‘'«(["


@dataclass(eq=False)
class Paragraph:
    """Lines that make one block."""

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    part: Part = Part.BODY
    level: int = 0
    quoted: int = 0
    group: int = 0
    left: float = 0.0
    right: float = 0.0
    label: str = ""
    skip: int = 0

    @property
    def size(self) -> float:
        """The type size of most of its lines."""
        first = round(self.lines[0].size, 1)
        if len(self.lines) < 3 or all(round(line.size, 1) == first for line in self.lines[1:4]):
            return first
        return Counter(round(line.size, 1) for line in self.lines).most_common(1)[0][0]

    @property
    def text(self) -> str:
        """The words of its lines, for looking at them."""
        return " ".join(line.text for line in self.lines)


@dataclass
class Column:
    """Lines that stand below one another, with the margins that most of them keep to."""

    lines: list[Line] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    inner: dict[int, float] = field(default_factory=dict)

    def measure(self) -> None:
        """Find the margins: the outermost edges that more than a stray line has."""
        widest = max(line.x1 - line.x0 for line in self.lines)
        wide = [line for line in self.lines if line.x1 - line.x0 > 0.5 * widest] or self.lines
        lefts = Counter(round(line.x0) for line in wide)
        self.left = min((edge for edge, n in lefts.items() if n >= 0.25 * len(wide)), default=min(lefts)) - 0.5
        rights = sorted(line.x1 for line in wide)
        self.right = rights[min(len(rights) - 1, int(0.95 * len(rights)))]
        for before, line in pairwise(self.lines):
            if line.x0 > self.left + line.size and abs(before.x0 - line.x0) < 1:
                for edge in (round(before.x0), round(line.x0)):
                    self.inner[edge] = max(self.inner.get(edge, 0), before.x1, line.x1)

    def right_of(self, line: Line) -> float:
        """How far the text goes that a line is of: lines set in that follow each other have an edge of their own."""
        return min(self.right, self.inner.get(round(line.x0), self.right))


@dataclass(frozen=True)
class Typography:
    """What the document's type says: the size of its running text, and the leading of each size."""

    body: float
    leading: dict[int, float]

    def leading_of(self, size: float) -> float:
        """From one line of this size to the next."""
        return self.leading.get(round(size), 1.25 * size)


def typography_of(pages: list[list[Line]]) -> Typography:
    """The type of a document, from all its lines."""
    sizes: Counter[float] = Counter()
    steps: dict[int, Counter[float]] = {}
    for lines in pages:
        before: Line | None = None
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
            if before is not None and round(before.size) == round(line.size):
                step = before.base - line.base
                if 0.8 * line.size < step < 2.2 * line.size:
                    steps.setdefault(round(line.size), Counter())[round(step, 1)] += 1
            before = line
    leading = {size: _usual(counted) for size, counted in steps.items()}
    return Typography(sizes.most_common(1)[0][0] if sizes else 10.0, leading)


def _usual(steps: Counter[float]) -> float:
    """The smallest step that is common: larger ones stand between paragraphs."""
    most = max(steps.values())
    return min(step for step, number in steps.items() if 3 * number >= most)


def columns_of(lines: list[Line]) -> list[Column]:
    """Lines in reading order cut where they go up again or move aside."""
    columns: list[Column] = []
    for line in lines:
        last = columns[-1].lines[-1] if columns else None
        if last is None or not _below(last, line):
            columns.append(Column())
        columns[-1].lines.append(line)
    for column in columns:
        column.measure()
    return columns


def _below(last: Line, line: Line) -> bool:
    shared = min(last.x1, line.x1) - max(last.x0, line.x0)
    near = last.page == line.page and 0 < last.base - line.base < 6 * max(last.size, line.size)
    return near and shared > 0


def paragraphs_of(lines: list[Line], type_of: Typography) -> list[Paragraph]:
    """The paragraphs of a page's lines, in their order; tables' cells one by one."""
    found: list[Paragraph] = []
    for column in columns_of(lines):
        current: list[Line] = []
        for index, line in enumerate(column.lines):
            after = column.lines[index + 1] if index + 1 < len(column.lines) else None
            if _in_table(line, column.lines, index):
                _close(found, current, column, type_of)
                found += [Paragraph([cell], BlockKind.TABLE) for cell in line.cells]
                current = []
                continue
            if current and _breaks(current, line, column, type_of, after):
                _close(found, current, column, type_of)
                current = []
            current.append(line)
        _close(found, current, column, type_of)
    return found


def _in_table(line: Line, lines: list[Line], index: int) -> bool:
    """Whether a row of several pieces has such rows for neighbours, with pieces that begin at the same places."""
    if len(line.cells) < 2 or _LEADERS.search(line.text) or _BULLET.match(line.text) or _NUMBERED.match(line.text):
        return False
    near = [other for other in (lines[index - 1] if index else None, *lines[index + 1 : index + 2]) if other]
    return any(
        len(other.cells) >= 2 and abs(mine.x0 - its.x0) < line.size
        for other in near
        for mine in line.cells[1:]
        for its in other.cells[1:]
    )


def _breaks(current: list[Line], line: Line, column: Column, type_of: Typography, after: Line | None) -> bool:
    """Whether a new paragraph begins with `line`."""
    last = current[-1]
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size) and not _scrap(last) and not _scrap(line):
        return True
    if last.base - line.base > 1.3 * type_of.leading_of(max(last.size, line.size)) and not _scrap(line):
        return True
    if last.bold != line.bold and (all(one.bold for one in current) or line.bold) and _ends_short(last, line, column):
        return True
    if line.dotted or _BULLET.match(line.text) or (_NUMBERED.match(line.text) and _begins_item(current, line, column)):
        return True
    if _LEADERS.search(last.text):
        return True
    return _indented(current, line, column, after) or _left_open(last, line, column)


def _scrap(line: Line) -> bool:
    return len(line.text) <= 3


def _begins_item(current: list[Line], line: Line, column: Column) -> bool:
    """Whether a line that begins with a number begins an item: it counts on, or the line before ends or stands in."""
    begun, here = _ITEM_NUMBER.match(current[0].text), _ITEM_NUMBER.match(line.text)
    if begun and here and int(here[1]) == int(begun[1]) + 1 and abs(line.x0 - current[0].x0) < line.size:
        return True
    return (
        bool(_ENDED.search(current[-1].text)) or _ends_short(current[-1], line, column) or line.x0 < current[-1].x0 - 2
    )


def _room(last: Line, line: Line, column: Column) -> float:
    """How much room the last line leaves beyond what the next one's first word needs, in type sizes."""
    first = next((unit for unit in line.units[1:] if unit.spaced), None)
    end = line.units[line.units.index(first) - 1].x1 if first is not None else line.x1
    return (column.right_of(last) - last.x1 - (end - line.x0) - 0.25 * line.size) / line.size


def _ends_short(last: Line, line: Line, column: Column) -> bool:
    return _room(last, line, column) > 0.5


def _indented(current: list[Line], line: Line, column: Column, after: Line | None) -> bool:
    """Whether a line stands further in than the one before it and the one after it, as first lines do."""
    last = current[-1]
    step = line.x0 - last.x0
    if abs(step) < 0.6 * line.size:
        return False
    if step > 0:
        hanging = len(current) == 1 and after is not None and abs(after.x0 - line.x0) < 0.5 * line.size
        hanging = hanging and not _ENDED.search(last.text) and not _ends_short(last, line, column)
        item = len(current) == 1 and (_BULLET.match(last.text) or _NUMBERED.match(last.text))
        return not hanging and not item
    if current[0].initial:
        return False
    first_line = len(current) == 1 and last.x0 - line.x0 < 5 * line.size
    return not first_line and bool(len(current) > 1 and line.x0 < min(one.x0 for one in current[1:]) - 0.5 * line.size)


def _left_open(last: Line, line: Line, column: Column) -> bool:
    """Whether the last line ends before the margin although the next word would have stood on it."""
    room = _room(last, line, column)
    if room <= 0.5:
        return False
    starts = line.text.lstrip(_OPENED)[:1]
    if starts.islower() and not _ENDED.search(last.text):
        return room > 12 and last.text[-1:] not in "-,\x02\ufffe"
    return bool(_ENDED.search(last.text)) or room > 6


def _close(found: list[Paragraph], lines: list[Line], column: Column, type_of: Typography) -> None:
    if not lines:
        return
    one = Paragraph(list(lines), left=column.left, right=column.right)
    _name_kind(one, type_of)
    found.append(one)


def _name_kind(one: Paragraph, type_of: Typography) -> None:
    """Tell headings, items, captions and contents by their type and their place."""
    text = one.text.strip()
    if all(_LEADERS.search(line.text) for line in one.lines):
        one.kind, one.part = BlockKind.FURNITURE, Part.NAVIGATION
    elif _CAPTION.match(text):
        one.kind = BlockKind.CAPTION
    elif one.lines[0].dotted:
        one.kind, one.level = BlockKind.LIST_ITEM, 1
    elif _is_heading(one, text, type_of):
        one.kind, one.level = BlockKind.HEADING, 2
    elif _BULLET.match(text):
        one.kind, one.level = BlockKind.LIST_ITEM, 1
        one.skip = 1
    elif _NUMBERED.match(text) and not text.startswith("["):
        one.kind, one.level = BlockKind.LIST_ITEM, 1


def _is_heading(one: Paragraph, text: str, type_of: Typography) -> bool:
    if len(one.lines) > 4 or len(text) > 220 or _NO_LETTER.match(text):
        return False
    if one.size > 1.13 * type_of.body:
        return len(text) > 2
    bold = all(line.bold for line in one.lines)
    stops = text.endswith((".", ",", ";", ":")) and not _NUMBERED_HEADING.match(text)
    return bold and len(one.lines) <= 2 and not stops and one.size > 0.9 * type_of.body and not _BULLET.match(text)


def continued(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs with those put together that a column's or a page's end cut in two."""
    found: list[Paragraph] = []
    last: Paragraph | None = None
    for one in paragraphs:
        if last is not None and one.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and _goes_on(last, one):
            last.lines += one.lines
            continue
        found.append(one)
        if one.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE):
            last = one
        elif one.kind is BlockKind.HEADING:
            last = None
    return found


def _goes_on(last: Paragraph, one: Paragraph) -> bool:
    """Whether a paragraph plainly goes on with the sentence that another one broke off."""
    end, begin = last.lines[-1], one.lines[0]
    if end.page == begin.page and end.base > begin.base and end.base - begin.base < 4 * end.size:
        return False
    if abs(last.size - one.size) > 0.06 * one.size or last.part is not one.part or begin.page - end.page > 1:
        return False
    if BlockKind.QUOTE in (last.kind, one.kind) and last.kind is not one.kind and len(one.lines) > 1:
        return False
    text = end.text.rstrip()
    if _ENDED.search(text) and not text.endswith((";", ":")):
        return False
    first = begin.text.lstrip(_OPENED)[:1]
    if text.endswith(("-", "\x02", "\ufffe", "\u00ad")) and first.islower():
        return True
    return first.islower() and end.x1 > last.right - 0.3 * (last.right - last.left)
