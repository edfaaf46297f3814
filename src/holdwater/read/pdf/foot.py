"""Notes at the foot of a page, and the raised marks that may lead to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from holdwater.patterns import waiting
from holdwater.read.pdf.page import Line, Link, Page, Unit
from holdwater.read.pdf.paragraphs import Typography, columns_of

_LABEL = waiting(r"\d{1,3}|[*†‡§¶‖⁎∗]{1,4}|[¹²³⁰⁴-⁹]{1,3}")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁎∗", "0123456789**")
_MARK_CLASS = waiting(r"[¹²³⁰⁴-⁹†‡]")
_UNIT_OF_MEASURE = waiting(r"(?:^|[\s\d(/])(?:[kcmdµn]?m|in|ft|s|[A-Za-z])$|\d$")


@dataclass(eq=False)
class RaisedMark:
    """A number or symbol in running text that is raised, or that is a link of its own to another place of the file.

    `around` are the brackets and commas that go with it; `like_exponent` says that it follows a unit of measure or a
    number; `aim` is the link.
    """

    unit: Unit
    line: Line
    label: str
    like_exponent: bool
    around: list[Unit]
    aim: Link | None = None


@dataclass(eq=False)
class FootNote:
    """A note at the foot of a page: its label, the page it begins on, its lines, and how many units its label has."""

    label: str
    page: int
    lines: list[Line]
    skip: int
    id: str = ""


@dataclass
class Foot:
    """What stands at the foot of a page: the rest of the note before, and notes."""

    rest: list[Line] = field(default_factory=list)
    notes: list[FootNote] = field(default_factory=list)


def plain_label(text: str) -> str:
    """A label in plain digits and symbols."""
    return text.translate(_SUPERSCRIPTS)


def raised_marks(lines: list[Line], page: Page) -> list[RaisedMark]:
    """The raised or linked numbers and symbols in lines, in order; those that begin a line are not among them."""
    found = []
    for line in lines:
        for index, unit in enumerate(line.units):
            if unit.end - unit.start > 4 or not index:
                continue
            words = page.text[unit.start : unit.end]
            if not _LABEL.fullmatch(words):
                continue
            link = _own_link(line, index, page)
            raised = line.raised(unit) or bool(_MARK_CLASS.match(words))
            if raised or link:
                exponent = link is None and _like_exponent(line, index, page)
                around = _around(line, index, page, raised)
                found.append(RaisedMark(unit, line, plain_label(words), exponent, around, link))
    return found


def _own_link(line: Line, index: int, page: Page) -> Link | None:
    """The link to another place of the file that has no other words than the number and its brackets."""
    link = page.linked.get(id(line.units[index]))
    if link is None or link.page < 0:
        return None
    for near in (*line.units[max(0, index - 2) : index], *line.units[index + 1 : index + 3]):
        if page.linked.get(id(near)) is link and page.text[near.start : near.end] not in ("[", "]", "(", ")"):
            return None
    return link


def _like_exponent(line: Line, index: int, page: Page) -> bool:
    last = line.units[index - 1]
    before = page.text[max(0, last.end - 6) : last.end]
    return not line.units[index].spaced and bool(_UNIT_OF_MEASURE.search(before)) and not line.raised(last)


def _around(line: Line, index: int, page: Page, raised: bool) -> list[Unit]:
    """The brackets around a mark, and what parts it from the next one."""
    found = []
    before = line.units[index - 1]
    after = line.units[index + 1] if index + 1 < len(line.units) else None
    bracketed = page.text[before.start : before.end] == "["
    if bracketed and after is not None and page.text[after.start : after.end] == "]":
        return [before, after]
    if raised and line.raised(before) and page.text[before.start : before.end] in ("(", "["):
        found.append(before)
    if (
        raised
        and after is not None
        and line.raised(after)
        and page.text[after.start : after.end] in (")", "]", ",", ";", ".")
    ):
        found.append(after)
    return found


def opening_label(line: Line, page: Page, plain: bool) -> tuple[str, int]:
    """The label that a line begins with and how many units it takes; "" if none. Raised, or also plain if `plain`."""
    words = [page.text[unit.start : unit.end] for unit in line.units[:4]]
    if len(words) > 3 and words[0] == "[" and words[2] == "]" and words[1].isdecimal() and plain:
        return words[1], 3
    if len(words) < 2 or not _LABEL.fullmatch(words[0]):
        return "", 0
    first, after = line.units[0], line.units[1]
    closed = words[1] in (".", ")", "]") and len(words) > 2
    if line.raised(first) or _MARK_CLASS.match(words[0]):
        return plain_label(words[0]), 2 if closed and line.raised(after) else 1
    if plain and after.spaced:
        return plain_label(words[0]), 1
    return (plain_label(words[0]), 2) if plain and closed and line.units[2].spaced else ("", 0)


def take_foot(lines: list[Line], page: Page, type_of: Typography, awaited: set[str]) -> tuple[list[Line], Foot]:
    """Part a page's lines into those of the body and the notes at its foot.

    A note has a mark on its own page, or it is one of those that the page before has left `awaited`.
    """
    foot = Foot()
    body: list[Line] = []
    labels = {mark.label for mark in raised_marks(lines, page)} | awaited
    for column in columns_of(lines):
        at = _foot_begins(column.lines, page, type_of, labels)
        body += column.lines[:at]
        body += _take_notes(column.lines[at:], page, labels, foot)
    return body, foot


def _foot_begins(lines: list[Line], page: Page, type_of: Typography, labels: set[str]) -> int:
    """The index of the first line at the foot of a column that may be a note's."""
    at = len(lines)
    while at and lines[at - 1].size < 0.95 * type_of.body:
        at -= 1
    if at < len(lines):
        return at
    for index, line in enumerate(lines):
        label, _ = opening_label(line, page, plain=False)
        if label in labels and label and line.base < 0.5 * page.height:
            return index
    return len(lines)


def _take_notes(lines: list[Line], page: Page, labels: set[str], foot: Foot) -> list[Line]:
    """Put lines at the foot of a column into notes, and give back those that are none."""
    waiting: list[Line] = []
    earlier = foot.notes[-1] if foot.notes else None
    current: FootNote | None = None
    for line in lines:
        label, skip = opening_label(line, page, plain=True)
        if label and label in labels and _follows(current, label):
            current = FootNote(label, page.number - 1, [line], skip)
            foot.notes.append(current)
        elif current is not None:
            current.lines.append(line)
        else:
            waiting.append(line)
    if current is None and not _at_the_very_foot(waiting, page):
        return waiting
    # What stands before the first label is the rest of a note of the column before, or of the page before.
    (earlier.lines if earlier is not None else foot.rest).extend(waiting)
    return []


def _at_the_very_foot(lines: list[Line], page: Page) -> bool:
    """Whether small lines with no label among them are the lowest of the page: the rest of a note, it may be."""
    lowest = min(line.base for line in page.lines)
    return bool(lines) and lines[0].base < 0.4 * page.height and lines[-1].base <= lowest + 1


def _follows(current: FootNote | None, label: str) -> bool:
    if current is None or not label.isdecimal() or not current.label.isdecimal():
        return True
    return int(label) > int(current.label)
