"""Marked words that are no quotation to check: terms, titles, code, parts of a reference."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from holdwater.document import BlockKind, Document, MarkKind, Span
from holdwater.extract.flows import Flow
from holdwater.extract.lexicon import FINITE, VERB
from holdwater.extract.model import AsideReason
from holdwater.extract.pairing import Pair
from holdwater.extract.quotation_marks import framed
from holdwater.extract.register import Register
from holdwater.extract.titles import strictly_title_case, title_case
from holdwater.patterns import waiting

TERM_WORDS = 3
"""Words up to which a marked phrase is taken for a term where nobody is said to have said it and nothing is cited."""

_LONGEST_TERM = 120  # characters
_LONGEST_LITERAL = 400
_TITLED = waiting(
    r"\b(?:titled|entitled|subtitled|headed|headlined|named|(?:article|essay|paper|chapter|book|section|film|poem|song|"
    r"story|novel|column|report|memo|pamphlet|play|speech|lecture|series|study|appendix|clause)s?"
    r"(?:\s(?:of|on|in|[A-Z\d][\w.]{0,12})){0,3})[\s,:(]{1,3}$",
    re.IGNORECASE,
)
_SECTION = waiting(
    r"\b(?:[Ss]ections?|[Aa]ppendix|[Cc]hapters?|[Pp]art|§{1,2}|[Ff]igure|[Tt]able|[Cc]lause)\s{1,8}[\w.]{1,14}[\s,:(]{1,3}$"
)
_BRACKETED_SECTION = waiting(r"\]?,?\s{1,4}(?:[Ss]ections?|[Aa]ppendix)\s{1,8}[\w.]{1,14},?\s{0,4}\(?\s?$")
_DATED = waiting(r"[\s,]{0,2}\((?:[^()]{0,40}\s)?(?:1[4-9]|20)\d\d[a-z]?\)")
_SAYS = waiting(
    rf"(?:\b(?!(?:reads?|wr[io]tes?|written)\s{{1,3}}$){VERB}(?:\sthat)?|\b[Aa]ccording\sto\s[^.;,]{{1,60}})[,:]?\s{{1,3}}$",
    re.IGNORECASE,
)
"""What somebody's words stand behind, and no title."""
_CALLED = waiting(
    r"\b(?:so-called|the (?:terms?|words?|labels?|names?|expressions?|prefix|strings?|values?|keywords?|tokens?|"
    r"types?|tags?|parameters?|options?|fields?|attributes?|headers?|notation|acronym|abbreviation)|called|"
    r"call(?:s|ed|ing)?\s\w{1,8}(?:\s(?:the|an?))?|known as|referred to as|dubbed|termed|terms|meaning|means|"
    r"denotes?|either|equals?|is|are|as|a|an|labell?ed|set to|value of|one of|or|and|named|like)\s{1,3}$",
    re.IGNORECASE,
)
_NOT_PROSE = waiting(
    r"[{}<>=\\|^_@#%$~`]|//|::|\(\)|\w[:/]\w|^[-+.*/\d]+$|^[./]\w|"
    r"^[a-z0-9]+(?:-[a-z0-9]+){2,}$|\w\.\w+\.\w|^[A-Z]{2,}_"
)
_PROSE_WORD = waiting(
    r"\b(?:before|after|until|till|since|from|by|over|under|below|above|than|nearly|almost|about|around|only|at least|"
    r"at most|more|less|fewer|every|each|per cent|percent|years?|months?|days?|hours?|people)\b",
    re.IGNORECASE,
)
"""What stands by a number in prose: "before 2030", "nearly 40%"."""
_FIGURE = waiting(r"[$£€]?\d[\d.,]{0,15}%?[.,;]?$")
_TAG_BEHIND = waiting(
    rf"\s(?:—\s)?(?:{FINITE}\s(?:an?|the|one|another|some|his|her|their|my|[a-z]+)\b|"
    rf"(?:an?|the|one|another|some|every|his|her|their|my|our)\s(?:[\w’'-]+\s){{0,5}}?{FINITE}\b)"
)
_SENTENCE_BEGINS = waiting(r"(?:^|[.!?:;—–”\"’)\]]\s*|,\s+)$")
_PAGE_BEHIND = waiting(r"[.,]?\s{0,2}[(\[](?:see\s)?(?:pp?\.|pages?)\s?\d")
_HEADER = waiting(r"^[\w-]{1,40}:\s?\S{1,80}$")
_SENTENCE_WORDS = waiting(
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
    if is_literal(words):
        return AsideReason.CODE
    if _is_title(document.text, words, _before(document, pair, flow), pair, register):
        return AsideReason.TITLE
    return None


def is_term(document: Document, pair: Pair, flow: Flow, cited: bool) -> bool:
    """Whether words that nobody is said to have said are a term.

    A few always are; up to twice as many, or a name in capitals, are where no citation in the sentence vouches for
    them (`cited`) and they are called so or have none of a sentence's small words.
    """
    words = pair.inner.of(document.text)
    count = len(words.split()) if len(words) <= _LONGEST_TERM else _LONGEST_TERM
    if count <= TERM_WORDS or cited:
        return count <= TERM_WORDS
    if _all_capitals(words):
        return True
    called = _CALLED.search(_before(document, pair, flow)) or not _SENTENCE_WORDS.search(words)
    return count <= 2 * TERM_WORDS and bool(called)


def is_presented(document: Document, pair: Pair, flow: Flow) -> bool:
    """Whether what stands behind a few marked words shows that they are somebody's: a tag of speech, or their page.

    ("Nobody decides," said one. "Need is less" (p. 3).)
    """
    text, end = document.text, pair.outer.end
    if _PAGE_BEHIND.match(text, end, flow.span.end):
        return True
    words = pair.inner.of(text)
    begins = words[:1].isupper() and _SENTENCE_BEGINS.search(_before(document, pair, flow))
    spoken = words[-1:] in ",!?—" or text[end : end + 1] == ","
    behind = end + (text[end : end + 1] == ",")
    return bool(begins and spoken and len(words.split()) > 1 and _TAG_BEHIND.match(text, behind, flow.span.end))


def _all_capitals(words: str) -> bool:
    """Whether every telling word is capitalised, as in the name of a field, a registry, a body."""
    return len(words) <= _LONGEST_TERM and words[-1] not in ".!?" and strictly_title_case(words)


def _before(document: Document, pair: Pair, flow: Flow) -> str:
    return document.text[max(flow.span.start, pair.outer.start - 80) : pair.outer.start]


def is_literal(words: str) -> bool:
    """Whether the words are code, protocol elements or numbers: not words that anybody has said."""
    tokens = words[:_LONGEST_LITERAL].split()
    if not any(char.isalnum() for char in words[:_LONGEST_LITERAL]):
        return True
    if len(tokens) == 1 and _NOT_PROSE.search(tokens[0]):
        return True
    if len(words) >= _LONGEST_LITERAL or _SENTENCE_WORDS.search(words) or _of_figures(words, tokens):
        return False
    if _HEADER.match(words) and ": " in words and len(tokens) <= 6:
        return True
    return sum(1 for token in tokens if _NOT_PROSE.search(token)) * 2 >= len(tokens)


def _of_figures(words: str, tokens: Sequence[str]) -> bool:
    """Whether the words are prose around figures: all that looks like code in them is numbers."""
    odd = [token for token in tokens if _NOT_PROSE.search(token)]
    return bool(_PROSE_WORD.search(words)) and all(_FIGURE.match(token) for token in odd)


def _is_title(text: str, words: str, before: str, pair: Pair, register: Register) -> bool:
    if len(words) > 300:
        return False
    capital = title_case(words)
    if (_SECTION.search(before) or _BRACKETED_SECTION.search(before)) and capital:
        return True
    if capital and _TITLED.search(before):
        return True
    if register.has_title(words) and (capital or words[-1] not in ".!?"):
        return True
    if not (capital and _DATED.match(text, pair.outer.end)):
        return False
    return strictly_title_case(words) or not _SAYS.search(before)


def covered(spans: Sequence[Span], starts: Sequence[int], span: Span) -> bool:
    """Whether one of `spans` (sorted by start, disjoint, `starts` their starts) covers `span`."""
    index = bisect_right(starts, span.start) - 1
    return index >= 0 and spans[index].end >= span.end


def closed_spans(document: Document, named: Sequence[Span] = ()) -> list[Span]:
    """The spans of inline code and of the format's own quotations, in which quotation marks are not looked for.

    So are those of words that name works (`named`). The marks that the text prints around a quotation of the format's
    own belong to it.
    """
    code = [mark.span for mark in document.marks_of(MarkKind.CODE) if len(mark.span)]
    quotes = [framed(document.text, mark.span) for mark in document.marks_of(MarkKind.QUOTE) if len(mark.span)]
    return sorted([*code, *quotes, *named])
