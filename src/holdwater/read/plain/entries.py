"""The entries of a list of notes in plain text: "1. …", "[1] …", "1) …", "¹ …", "1 …", "67Author, …", "67" alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from holdwater.patterns import waiting
from holdwater.read.plain.lines import Line
from holdwater.read.plain.marks import RAISED

_LOWERED = str.maketrans(RAISED, "0123456789")
_ENTRY = waiting(
    r"\[\^?(?P<bracket>\d{1,3})\]:?(?:\s*[↩↑^]\ufe0e?)?\s*(?=\S)|\(?(?P<paren>\d{1,3})\)\s*(?=\S)"
    r"|(?P<dot>\d{1,3})[.:]\s*(?:[↩↑^]\ufe0e?\s*)?(?=[^\s\d])"
    rf"|(?P<raised>[{RAISED}]{{1,3}})\s*(?=\S)|\^(?P<caret>\d{{1,3}})\s*(?=\S)"
    r"|(?P<alone>\d{1,3})[.)]?\Z|(?P<bare>\d{1,3})(?:\s+(?=\S)|(?=[A-Z“\"‘«‹*]|https?:))"
)
_RETURN = waiting(r"\s*[↩↑⏎]\ufe0e?(?:\s*[↩↑⏎]\ufe0e?)*\s*\Z|\s*\[(?:↩|↑|back)\]\s*\Z")
_FURTHEST_STEP = 5  # numbers that may be missing between two entries


class Style(StrEnum):
    """How the number of an entry is written; one list keeps to one style."""

    BRACKET = "[1]"
    PAREN = "1)"
    DOT = "1."
    RAISED = "¹"
    BARE = "1"


_STYLES = {
    "bracket": Style.BRACKET,
    "paren": Style.PAREN,
    "dot": Style.DOT,
    "raised": Style.RAISED,
    "caret": Style.BARE,
    "alone": Style.BARE,
    "bare": Style.BARE,
}


@dataclass(frozen=True, slots=True)
class Number:
    """The number at the head of a line: `skip` characters of the line are the number and the blank after it."""

    value: int
    style: Style
    skip: int


def number_of(text: str) -> Number | None:
    """The number that begins a line as it begins a note; None where none does."""
    if not text or not (text[0].isdigit() or text[0] in "[(^"):
        return None
    match = _ENTRY.match(text)
    if match is None or match.lastgroup is None:
        return None
    value = int(match[match.lastgroup].translate(_LOWERED))
    return Number(value, _STYLES[match.lastgroup], match.end())


def return_arrow(text: str) -> int:
    """Where the arrow back to a note's mark begins in the note's last line; the line's length where there is none."""
    match = _RETURN.search(text[-24:])
    return len(text) - (len(text[-24:]) - match.start()) if match else len(text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One note of a list: its number as printed, and its lines, the first of them after `skip` characters."""

    label: str
    value: int
    lines: tuple[Line, ...]
    skip: int


def read_entries(lines: Sequence[Line]) -> tuple[list[Line], list[Entry]]:
    """The entries of a list of notes, and the lines that stand before the first of them.

    A line begins an entry if its number is written as the first entry's is and is the next one, or (in a style that
    words at the head of a line cannot be taken for) any other.
    """
    heads = _heads(lines)
    if not heads:
        return list(lines), []
    entries = []
    ends = [start for start, _ in heads[1:]] + [len(lines)]
    for (start, number), end in zip(heads, ends, strict=True):
        body = tuple(lines[start:end])
        skip = number.skip
        if len(body[0].text) <= skip and len(body) > 1:
            body, skip = body[1:], 0
        entries.append(Entry(str(number.value), number.value, body, min(skip, len(body[0].text))))
    return list(lines[: heads[0][0]]), entries


def _heads(lines: Sequence[Line]) -> list[tuple[int, Number]]:
    heads: list[tuple[int, Number]] = []
    for index, line in enumerate(lines):
        number = number_of(line.text)
        if number is None or not number.value:
            continue
        if not heads or (number.style is heads[0][1].style and _follows(heads[-1][1], number)):
            heads.append((index, number))
    return heads


def _follows(before: Number, number: Number) -> bool:
    step = number.value - before.value
    if number.style in (Style.BRACKET, Style.RAISED):
        return True
    return 0 <= step <= _FURTHEST_STEP or number.value == 1


def tail_start(numbers: Sequence[tuple[int, Number]], length: int) -> int:
    """Where a list of notes that ends a text begins.

    Args:
        numbers: the numbers that begin blocks, with their blocks' places.
        length: how many blocks there are.

    Returns:
        The index in `numbers` of the entry numbered 1 from which one style runs in order to the text's end, with few
        other blocks between; -1 where there is no such list.
    """
    if not numbers or length - numbers[-1][0] > _FURTHEST_STEP:
        return -1
    index = len(numbers) - 1
    style = numbers[-1][1].style
    place, expected = numbers[-1][0], numbers[-1][1].value
    first = index if expected == 1 else -1
    while index > 0:
        index -= 1
        earlier, number = numbers[index]
        if number.style is not style:
            continue
        if place - earlier > _FURTHEST_STEP or not 0 <= expected - number.value <= 2:
            break
        place, expected = earlier, number.value
        if expected == 1:
            first = index
    return first
