"""Marked words that are no quotation to check: terms, titles, code, parts of a reference."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from holdwater.document import BlockKind, Document, MarkKind, Span
from holdwater.extract.flows import Flow
from holdwater.extract.model import AsideReason
from holdwater.extract.pairing import Pair
from holdwater.extract.register import Register
from holdwater.extract.titles import title_case

TERM_WORDS = 3
"""Words up to which a marked phrase is taken for a term where nobody is said to have said it and nothing is cited."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TITLED = re.compile(
    r"\b(?:titled|entitled|subtitled|headed|headlined|named|(?:article|essay|paper|chapter|book|section|film|poem|song|"
    r"story|novel|column|report|memo|pamphlet|play|speech|lecture|series|study|appendix|clause)s?"
    r"(?:\s(?:of|on|in|[A-Z\d][\w.]{0,12})){0,3})[\s,:(]{1,3}$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"\b(?:[Ss]ections?|[Aa]ppendix|[Cc]hapters?|[Pp]art|§{1,2}|[Ff]igure|[Tt]able|[Cc]lause)\s{1,8}[\w.]{1,14}[\s,:(]{1,3}$"
)
_BRACKETED_SECTION = re.compile(r"\]?,?\s{1,4}(?:[Ss]ections?|[Aa]ppendix)\s{1,8}[\w.]{1,14},?\s{0,4}\(?\s?$")
_DATED = re.compile(r"[\s,]{0,2}\((?:[^()]{0,40}\s)?(?:1[4-9]|20)\d\d[a-z]?\)")
_CALLED = re.compile(
    r"\b(?:so-called|the (?:terms?|words?|labels?|names?|expressions?|prefix|strings?|values?|keywords?|tokens?|"
    r"types?|tags?|parameters?|options?|fields?|attributes?|headers?|notation|acronym|abbreviation)|called|"
    r"known as|referred to as|dubbed|termed|terms|meaning|means|denotes?|either|equals?|is|are|as|a|an|labell?ed|"
    r"set to|value of|one of|or|and|named|like)\s{1,3}$",
    re.IGNORECASE,
)
_NOT_PROSE = re.compile(r"[{}<>=\\|^_@#%$~`]|//|::|\(\)|\w[:/]\w|^[-+.*/\d]+$|^\.\w|\w\.\w+\.\w|^[A-Z]{2,}_")
_HEADER = re.compile(r"^[\w-]{1,40}:\s?\S{1,80}$")
_SENTENCE_WORDS = re.compile(
    r"\b(?:the|a|an|is|are|was|were|be|to|of|and|that|it|not|must|shall|should|may|in|we|you|he|she|i)\b", re.IGNORECASE
)


def plain_aside(
    document: Document, pair: Pair, flow: Flow, in_reference: bool, register: Register
) -> AsideReason | None:
    """Why the words of `pair` are a title, code or part of a reference, whatever is said around them; else None."""
    words = pair.inner.of(document.text)
    if in_reference:
        return AsideReason.NOTE_TEXT
    if flow.kind is BlockKind.HEADING:
        return AsideReason.TITLE
    if _is_literal(words, word_count(words)):
        return AsideReason.CODE
    if _is_title(document.text, words, _before(document, pair, flow), pair, register):
        return AsideReason.TITLE
    return None


def is_term(document: Document, pair: Pair, flow: Flow) -> bool:
    """Whether the words are so few, or called so, that only a speaker or a citation makes a quotation of them."""
    count = word_count(pair.inner.of(document.text))
    return count <= TERM_WORDS or (count <= TERM_WORDS + 3 and bool(_CALLED.search(_before(document, pair, flow))))


def _before(document: Document, pair: Pair, flow: Flow) -> str:
    return document.text[max(flow.span.start, pair.outer.start - 80) : pair.outer.start]


def word_count(words: str) -> int:
    """The number of words."""
    return sum(1 for _ in _WORD.finditer(words[:4000]))


def _is_literal(words: str, count: int) -> bool:
    """Code, protocol elements, numbers: not words that anybody has said."""
    if count == 0:
        return True
    if count > 12:
        return False
    if _HEADER.match(words) and ": " in words and count <= 6:
        return not _SENTENCE_WORDS.search(words)
    tokens = words.split()
    coded = sum(1 for token in tokens if _NOT_PROSE.search(token))
    return coded * 2 >= len(tokens) and not _SENTENCE_WORDS.search(words)


def _is_title(text: str, words: str, before: str, pair: Pair, register: Register) -> bool:
    if len(words) > 300:
        return False
    capital = title_case(words)
    if (_SECTION.search(before) or _BRACKETED_SECTION.search(before)) and capital:
        return True
    if capital and _TITLED.search(before):
        return True
    if register.has_title(words):
        return True
    return capital and bool(_DATED.match(text, pair.outer.end))


def covered(spans: Sequence[Span], starts: Sequence[int], span: Span) -> bool:
    """Whether one of `spans` (sorted by start, disjoint, `starts` their starts) covers `span`."""
    index = bisect_right(starts, span.start) - 1
    return index >= 0 and spans[index].end >= span.end


def closed_spans(document: Document) -> list[Span]:
    """The spans of inline code and of the format's own quotations, in which quotation marks are not looked for."""
    return sorted(
        mark.span for mark in document.marks if mark.kind in (MarkKind.CODE, MarkKind.QUOTE) and len(mark.span)
    )
