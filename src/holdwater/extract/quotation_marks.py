"""Quotation marks in a text: where they stand, and whether each can open, close or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from holdwater.document import Span
from holdwater.patterns import waiting

_MARKS = waiting(r"``|''|[\"“”„‟«»‹›「」『』‘’‚‛'`]")
ALL_MARKS = "\"“”„‟«»‹›「」『』‘’‚‛'`"
"""Every character that this module takes for a quotation mark."""

_DOUBLE = frozenset(["“", "”", "„", "‟", '"', "``", "''"])
_SINGLE = frozenset("‘’‚‛'`")
_PAIRED = {"«": "«»", "»": "«»", "‹": "‹›", "›": "‹›", "「": "「」", "」": "「」", "『": "『』", "』": "『』"}
_OPENERS_BEFORE = frozenset("([{<—–-/=“‘«‹„‚\"'`…*_")
_TIGHT_BEFORE = frozenset(",;:")  # said:"so": these let a mark open only where a word follows at once
_CLOSERS_AFTER = frozenset(".,;:!?)]}>—–-/”’»›\"'…*_|“")
_ELISION = waiting(
    r"(?:[Tt]is|[Tt]was|[Tt]were|[Tt]will|[Ee]m|[Tt]il|[Cc]ause|[Bb]out|[Rr]ound|[Nn]|[Ee]r|\d\ds?)(?![\w’'-])|[Nn]['’]\s"
)


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """One quotation mark: `family` is "double", "single" or a pair such as "«»"."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    written: str


def framed(text: str, span: Span) -> Span:
    """`span` with the quotation marks right before and after it, where the text prints both."""
    printed = span.start > 0 and text[span.start - 1] in ALL_MARKS and text[span.end : span.end + 1] in {*ALL_MARKS}
    return Span(span.start - 1, span.end + 1) if printed else span


class OpenMarks:
    """Whether a quotation is open at places of a paragraph, asked in their order; told roughly, by counting marks."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._seen = text, start
        self._counts = dict.fromkeys('"“”', 0)
        self._last = dict.fromkeys("‘’«»„“", -1)

    def at(self, offset: int) -> bool:
        """Whether one that began before `offset` goes on there."""
        for mark in self._counts:
            self._counts[mark] += self._text.count(mark, self._seen, offset)
        for mark in self._last:
            self._last[mark] = max(self._last[mark], self._text.rfind(mark, self._seen, offset))
        self._seen = max(self._seen, offset)
        if self._counts['"'] % 2 or (self._last["„"] < 0 and self._counts["“"] > self._counts["”"]):
            return True
        return any(self._last[opener] > self._last[closer] for opener, closer in ("‘’", "«»", "„“"))


def marks_in(text: str, span: Span) -> Iterator[QuoteMark]:
    """The quotation marks of one paragraph, apostrophes and signs for inches and minutes left out."""
    for match in _MARKS.finditer(text, span.start, span.end):
        start, end = match.span()
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        mark = _read(text, match[0], start, end, before, after)
        if mark is not None:
            yield mark


def _read(text: str, written: str, start: int, end: int, before: str, after: str) -> QuoteMark | None:
    if written in _DOUBLE:
        opens, closes = _double(written, before, after)
        return QuoteMark(start, end, "double", opens, closes, written)
    if written in _SINGLE:
        if before.isalnum() and after.isalnum():
            return None
        opens, closes = _single(text, written, end, before, after)
        return QuoteMark(start, end, "single", opens, closes, written) if opens or closes else None
    family = _PAIRED[written]
    opens = written == family[0]
    if family in ("«»", "‹›") and _sides(before, after) == ((False, True) if opens else (True, False)):
        opens = not opens  # »so« as German and Danish print it
    return QuoteMark(start, end, family, opens, not opens, written)


def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Whether what stands before lets a mark open, and what stands after lets it close."""
    can_open = before.isspace() or before in _OPENERS_BEFORE or (before in _TIGHT_BEFORE and after.isalnum())
    return can_open, after.isspace() or after in _CLOSERS_AFTER


def _double(written: str, before: str, after: str) -> tuple[bool, bool]:
    can_open, can_close = _sides(before, after)
    match written:
        case "„" | "‟" | "``":
            return True, False
        case "“":
            return can_open or not can_close, can_close and not can_open
        case "”":
            return can_open and after.isalnum(), True
        case "''":
            return False, True
    return (True, True) if can_open == can_close else (can_open, can_close)


def _single(text: str, written: str, end: int, before: str, after: str) -> tuple[bool, bool]:
    can_open = (before.isspace() or before in _OPENERS_BEFORE) and (after.isalnum() or after in '[(“"…')
    can_close = not before.isspace() and not after.isalnum()
    match written:
        case "‘" | "‚" | "‛" | "`":
            return can_open or not can_close, False
        case "’":
            return False, can_close
    if can_open and _ELISION.match(text, end):
        can_open = False
    return can_open, can_close and not can_open
