"""Marked words that are no quotation to check: terms, titles, code, parts of a reference."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.document import BlockKind, Document, MarkKind, Span
from holdwater.extract.flows import Flow
from holdwater.extract.model import AsideReason
from holdwater.extract.pairing import Pair
from holdwater.extract.register import Register
from holdwater.extract.speakers import Said

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
    r"known as|referred to as|dubbed|termed|terms|meaning|means|denotes?|either|equals?|is|are|as|a|an|labelled|labeled|set to|value of|one of|"
    r"or|and|named|like)\s{1,3}$",
    re.IGNORECASE,
)
_NOT_PROSE = re.compile(r"[{}<>=\\|^_@#%$~`]|//|::|\(\)|\w[:/]\w|^[-+.*/\d\s]+$|^[A-Z][\w-]*:\s?\S+$|^\.\w|\w\.\w+\.\w")
_HEADER = re.compile(r"^[\w-]{1,40}:\s?\S{1,80}$")
_SENTENCE_WORDS = re.compile(
    r"\b(?:the|a|an|is|are|was|were|be|to|of|and|that|it|not|must|shall|should|may|in|we|you|he|she|i)\b", re.IGNORECASE
)
_SMALL = frozenset("a an the of and or in on at to for by with from as de la le via vs per".split())


@dataclass(frozen=True)
class Surroundings:
    """What is known of the place of some marked words."""

    flow: Flow
    said: Said
    own_citation: bool
    in_reference: bool


def aside_reason(document: Document, pair: Pair, around: Surroundings, register: Register) -> AsideReason | None:
    """Why the words of `pair` are not a quotation to check; None where they are one."""
    words = pair.inner.of(document.text)
    if around.in_reference:
        return AsideReason.NOTE_TEXT
    if around.flow.kind is BlockKind.HEADING:
        return AsideReason.TITLE
    count = word_count(words)
    if _is_literal(words, count):
        return AsideReason.CODE
    before = document.text[max(around.flow.span.start, pair.outer.start - 80) : pair.outer.start]
    if _is_title(document.text, words, before, pair, register):
        return AsideReason.TITLE
    if around.own_citation or around.said.name or around.said.pronoun:
        return None
    if count <= TERM_WORDS or (count <= TERM_WORDS + 3 and _CALLED.search(before)):
        return AsideReason.TERM
    return None


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
    return bool(_NOT_PROSE.search(words)) and not _SENTENCE_WORDS.search(words)


def _is_title(text: str, words: str, before: str, pair: Pair, register: Register) -> bool:
    if len(words) > 300:
        return False
    if _SECTION.search(before) or _BRACKETED_SECTION.search(before):
        return words[:1] not in "abcdefghijklmnopqrstuvwxyz"
    capital = title_case(words)
    if capital and _TITLED.search(before):
        return True
    if register.has_title(words):
        return True
    return capital and bool(_DATED.match(text, pair.outer.end))


def title_case(words: str) -> bool:
    """Whether the words are capitalised as a title's are, or begin with a capital and end without a full stop."""
    plain = _WORD.findall(words)
    telling = [word for word in plain if word.lower() not in _SMALL]
    if not telling or not (plain[0][0].isupper() or plain[0][0].isdigit()):
        return False
    capital = sum(word[0].isupper() or word[0].isdigit() for word in telling)
    return capital * 4 >= len(telling) * 3 or (words.rstrip()[-1:] not in ".!;," and len(plain) <= 16)


def covered(spans: Sequence[Span], starts: Sequence[int], span: Span) -> bool:
    """Whether one of `spans` (sorted by start, disjoint, `starts` their starts) covers `span`."""
    index = bisect_right(starts, span.start) - 1
    return index >= 0 and spans[index].end >= span.end


def closed_spans(document: Document) -> list[Span]:
    """The spans of inline code and of the format's own quotations, in which quotation marks are not looked for."""
    return sorted(
        mark.span for mark in document.marks if mark.kind in (MarkKind.CODE, MarkKind.QUOTE) and len(mark.span)
    )
