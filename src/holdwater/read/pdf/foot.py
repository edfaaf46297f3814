"""Notes at the foot of a page, and the raised marks that may lead to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from holdwater.read.pdf.page import Line, Page, Unit
from holdwater.read.pdf.paragraphs import Typography, columns_of

_LABEL = re.compile(r"\d{1,3}|[*†‡§¶‖⁎∗]{1,4}|[¹²³⁰⁴-⁹]{1,3}")
_PLAIN = re.compile(r"(\d{1,3}|[*†‡§¶‖]{1,4}|[¹²³⁰⁴-⁹]{1,3})[.)\]]?")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁎∗", "0123456789**")
_MARK_CLASS = re.compile(r"[¹²³⁰⁴-⁹†‡]")
_UNIT_OF_MEASURE = re.compile(r"(?:^|[\s\d(/])(?:[kcmdµn]?m|in|ft|s|[A-Za-z])$|\d$")


@dataclass(eq=False)
class RaisedMark:
    """A raised number or symbol in running text; `like_exponent` where it follows a unit of measure or a number."""

    unit: Unit
    line: Line
    label: str
    like_exponent: bool


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
    """The raised numbers and symbols in lines, in order; those that begin a line are not among them."""
    found = []
    for line in lines:
        for index, unit in enumerate(line.units):
            if unit.end - unit.start > 4 or not index:
                continue
            words = page.text[unit.start : unit.end]
            if not _LABEL.fullmatch(words) or not (line.raised(unit) or _MARK_CLASS.match(words)):
                continue
            last = line.units[index - 1]
            before = page.text[max(0, last.end - 6) : last.end]
            exponent = not unit.spaced and bool(_UNIT_OF_MEASURE.search(before)) and not line.raised(last)
            found.append(RaisedMark(unit, line, plain_label(words), exponent))
    return found


def opening_label(line: Line, page: Page, plain: bool) -> tuple[str, int]:
    """The label that a line begins with and how many units it takes; "" if none. Raised, or also plain if `plain`."""
    first = line.units[0]
    words = page.text[first.start : first.end]
    if len(line.units) < 2 or not _LABEL.fullmatch(words):
        return "", 0
    if first.y0 > line.base + 0.15 * line.size or _MARK_CLASS.match(words):
        return plain_label(words), 1
    after = line.units[1]
    if not plain:
        return "", 0
    if after.spaced:
        return plain_label(words), 1
    stop = page.text[after.start : after.end] in (".", ")") and len(line.units) > 2 and line.units[2].spaced
    return (plain_label(words), 2) if stop else ("", 0)


def take_foot(lines: list[Line], page: Page, type_of: Typography) -> tuple[list[Line], Foot]:
    """Part a page's lines into those of the body and the notes at its foot."""
    foot = Foot()
    body: list[Line] = []
    labels = {mark.label for mark in raised_marks(lines, page)}
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
    if waiting and (len(foot.notes) == 0 or current is None):
        return _maybe_rest(waiting, lines, page, foot)
    if current is not None and waiting:
        foot.rest += waiting
    return []


def _maybe_rest(waiting: list[Line], lines: list[Line], page: Page, foot: Foot) -> list[Line]:
    """Small lines at the very foot, with no label of their own: they may be the rest of the note on the page before."""
    lowest = min(line.base for line in page.lines)
    if waiting[0].base < 0.4 * page.height and waiting[-1].base <= lowest + 1 and waiting == lines:
        foot.rest += waiting
        return []
    return waiting


def _follows(current: FootNote | None, label: str) -> bool:
    if current is None or not label.isdecimal() or not current.label.isdecimal():
        return True
    return int(label) == int(current.label) + 1 or int(label) > int(current.label)
