"""What a quotation says of its own edits: ellipses, brackets, [sic], notes on emphasis.

    "[T]he Board . . . surrender[ed] its claim [and] the land (emphasis added)"

A quotation becomes segments between its ellipses; a segment is a run of elements, each a word, a word written partly in
brackets, or a bracket of the author's own words.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from holdwater.document import Span
from holdwater.match.normalise import WORD, fold
from holdwater.patterns import waiting

ELLIPSIS = waiting(
    r"[\[(<]\s{0,3}(?:…|\.(?:\s{0,3}\.){2,5}|\*(?:\s{0,3}\*){2,5})\s{0,3}[\])>]"
    r"|…+|\.(?:[ \u00a0]{0,2}\.){2,5}|\*(?:[ \u00a0]{0,3}\*){2,5}"
)
"""Words left out, in the ways people write it: … ... . . . [...] (…) * * *"""

_NOTE_WORDS = (
    r"sic|emphas[ei]s|italics?|underlin|bold|highlight|stress(?:es)? (?:added|mine|ours)|citations?|footnotes?|"
    r"references?|internal|quotation marks|quotations?|translat|machine|trans\.|alterations?|brackets?|paragraph|"
    r"original|capitali[sz]ation|line breaks?"
)
EDITORIAL = waiting(
    rf"[\[(]\s{{0,3}}(?:(?:our|my|author'?s|author’s|all|some|with|original|ellips[ei]s|and|in|the)\s{{1,3}}){{0,3}}(?:{_NOTE_WORDS})[^\[\]()]{{0,80}}[\])]",
    re.IGNORECASE,
)
"""A note on the quotation itself: [sic], (emphasis added), [our translation], (citations omitted)."""

_OMITTED = waiting(
    r"(?:citation|footnote|reference|quotation mark|quotation|internal)s?\b[^\])]{0,60}omitted", re.IGNORECASE
)
_BRACKET = waiting(r"\[(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,400}\]")
_DETACHED = waiting(r" \[(?:ing|ed|d|s|es|ly|tion|ions?|al|er)\]")
"""An ending in brackets that a text extractor has torn from its word: perpetuat [ing]."""
_LETTERS = r"(?:[^\W_]|['’])"
_PARTIAL = waiting(
    rf"{_LETTERS}*(?:\[(?:[^\W\d_][^\[\]]{{0,40}}|\d{{1,3}}(?=\]\d))\]{_LETTERS}*){{1,8}}|{_LETTERS}+{_DETACHED.pattern}"
)


_CODE = waiting(r"[={}<>|\\_^~#@+]+")
_FIGURE = waiting(r"[~=<>]{1,2}[ \u00a0]?[-−–+]?\.?\d")
"""A statistic's sign before its number, p < .05, is no code."""
_DEFINES = waiting(
    r"^[ \t]{0,40}(?![A-Za-z]{1,2} ?= ?[-−–]?\.?\d)[\w.-]{1,60}[ \t]{0,40}(?:::=|:=|=/?)[ \t]", re.MULTILINE
)
"""A line that defines a name, as grammars have: `date-time = …`, `Name ::= …`."""

STEM = 5
"""Letters: from here on, a bracketed ending may also replace the stem's last letter (undervalue[d], undervaluing)."""


class ElementKind(StrEnum):
    """What an element of a quotation stands for."""

    WORD = "word"
    PARTIAL = "partial"  # [T]he, surrender[ed]: what is in brackets is the author's
    BRACKET = "bracket"  # [and], [the plaintiff]: the author's words, in place of others or of none


PLAIN, PARTIAL, BRACKET = ElementKind.WORD, ElementKind.PARTIAL, ElementKind.BRACKET
"""The kinds by themselves: there is a look at one for every word, and a name is looked up in half the time."""


class Element(NamedTuple):
    """One word or bracket of a quotation, at `start:end` of its text.

    `key` is the folded word (a bracket's words joined by blanks); for a PARTIAL, `head` and `tail` are the folded
    letters outside its brackets.
    """

    kind: ElementKind
    key: str
    start: int
    end: int
    head: str = ""
    tail: str = ""

    @property
    def span(self) -> Span:
        """Where it stands in the quotation's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Quoted:
    """A quotation taken apart: the segments between its ellipses, and what it owns up to."""

    text: str
    segments: tuple[tuple[Element, ...], ...]
    gaps: tuple[Span, ...]
    citations_omitted: bool = False
    code: bool = False

    @cached_property
    def words(self) -> int:
        """How many words stand outside brackets."""
        return sum(element.kind is not BRACKET for segment in self.segments for element in segment)

    @cached_property
    def bracketed(self) -> bool:
        """Whether a bracket stands among the words."""
        return any(element.kind is BRACKET for segment in self.segments for element in segment)

    @classmethod
    def literally(cls, text: str) -> Quoted:
        """Take a quotation to be all source: its brackets and ellipses are the source's own."""
        return cls(text, (tuple(_words(text, 0, len(text))),), ())

    @classmethod
    def of(cls, text: str, *, after: str = "", owned: Collection[int] = ()) -> Quoted:
        """Take a quotation apart.

        Args:
            text: the words quoted.
            after: what follows them in the document, where a note on them may stand ("citations omitted").
            owned: offsets of brackets that are the source's own and not the author's.
        """
        code = is_code(text)
        if code:
            owned = range(len(text))
        after = after[:200]
        noted = "tted" in text.lower() or "tted" in after.lower()
        omitted = noted and bool(_OMITTED.search(text) or _OMITTED.search(after))
        segments: list[tuple[Element, ...]] = []
        gaps: list[Span] = []
        start = 0
        for gap in ELLIPSIS.finditer(text) if may_leave_out(text) else ():
            segment = tuple(_elements(text, start, gap.start(), owned))
            if segment or segments:
                segments.append(segment)
                gaps.append(Span(*gap.span()))
            start = gap.end()
        segments.append(tuple(_elements(text, start, len(text), owned)))
        kept, kept_gaps = _without_empty(segments, gaps)
        return cls(text, kept, kept_gaps, citations_omitted=omitted, code=code) if kept else cls.literally(text)


def is_code(text: str) -> bool:
    """Whether a quotation is a grammar, a program or a table: nobody edits those with brackets and ellipses."""
    if not _CODE.search(text):
        return False
    return bool(_DEFINES.search(text)) or len(_CODE.findall(_FIGURE.sub("", text))) >= max(2, len(text.split()) // 8)


def may_leave_out(text: str) -> bool:
    """Whether there are signs enough for an ellipsis."""
    return "…" in text or text.count(".") > 2 or text.count("*") > 2


def _without_empty(
    segments: list[tuple[Element, ...]], gaps: list[Span]
) -> tuple[tuple[tuple[Element, ...], ...], tuple[Span, ...]]:
    """Drop segments without a word outside brackets; of two ellipses with nothing between, the first counts."""
    kept: list[tuple[Element, ...]] = []
    kept_gaps: list[Span] = []
    for index, segment in enumerate(segments):
        if not any(element.kind is not BRACKET for element in segment):
            continue
        if kept:
            kept_gaps.append(gaps[index - 1])
        kept.append(segment)
    return tuple(kept), tuple(kept_gaps)


def _elements(text: str, start: int, end: int, owned: Collection[int]) -> list[Element]:
    """The elements of one segment, `text[start:end]`."""
    if text.find("[", start, end) < 0 and text.find("(", start, end) < 0:
        return _words(text, start, end)
    elements: list[Element] = []
    notes = EDITORIAL.finditer(text, start, end)
    note, bracket, at = next(notes, None), text.find("[", start, end), start
    while at < end:
        while note and note.start() < at:
            note = next(notes, None)
        if 0 <= bracket < at:
            bracket = text.find("[", at, end)
        if note and (bracket < 0 or note.start() <= bracket):
            elements += _words(text, at, note.start())
            at = note.end()
        elif bracket < 0:
            elements += _words(text, at, end)
            break
        elif bracket in owned:
            at = _take_owned(text, at, bracket, end, elements)
        else:
            at = _take_bracket(text, at, bracket, end, elements)
    return elements


def _take_owned(text: str, at: int, bracket: int, end: int, elements: list[Element]) -> int:
    """Add the words up to the end of a bracket that is the source's own; return where to go on."""
    whole = _BRACKET.match(text, bracket, end)
    close = whole.end() if whole else bracket + 1
    elements += _words(text, at, close)
    return close


def _take_bracket(text: str, at: int, bracket: int, end: int, elements: list[Element]) -> int:
    """Add the words before `bracket` and what the bracket stands for; return where to go on."""
    word_start = bracket - 1 if _DETACHED.match(text, max(0, bracket - 1), end) else bracket
    while word_start > at and (text[word_start - 1].isalnum() or text[word_start - 1] in "'’"):
        word_start -= 1
    while text[word_start] in "'’":
        word_start += 1
    partial = _PARTIAL.match(text, word_start, end)
    if partial and _outside(partial.group()):
        elements += _words(text, at, word_start)
        word = partial.group().rstrip("'’")
        elements.append(_partial(word, word_start))
        return partial.end()
    whole = _BRACKET.match(text, bracket, end)
    elements += _words(text, at, bracket)
    if not whole:
        return bracket + 1
    inside = _words(text, whole.start() + 1, whole.end() - 1)
    if inside:
        key = " ".join(element.key for element in inside)
        elements.append(Element(BRACKET, key, *whole.span()))
    return whole.end()


def _outside(word: str) -> str:
    """The letters of a partly bracketed word that stand outside its brackets."""
    return _BRACKET.sub("", word).strip("'’")


def _partial(word: str, start: int) -> Element:
    head, _, rest = word.partition("[")
    head, tail = head.rstrip(), rest.rpartition("]")[2]
    key = fold(word.replace(" [", "").replace("[", "").replace("]", ""))
    if len(head) >= STEM and not tail:
        head = head[:-1]
    return Element(PARTIAL, key, start, start + len(word), fold(head) if head else "", fold(tail) if tail else "")


def _words(text: str, start: int, end: int) -> list[Element]:
    kind, new = PLAIN, tuple.__new__  # half the time of `Element(…)`, and there is one a word
    return [new(Element, (kind, fold(match[0]), *match.span(), "", "")) for match in WORD.finditer(text, start, end)]
