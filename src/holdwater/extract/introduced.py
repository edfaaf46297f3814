"""Block quotations that plain text only introduces: "X writes:" and then a paragraph of its own.

Precision comes before recall: an author's own lists and paragraphs come after a colon, too. The words before the
colon must name a speaker with a reporting verb, or announce an excerpt. Where only the colon and the citation at the
paragraph's end speak for a quotation, it is presumed to be one, which nothing follows from that is not in its source.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from holdwater.document import BlockKind, Span
from holdwater.extract.blocks import stripped, without_citation
from holdwater.extract.drafts import Draft
from holdwater.extract.flows import Flow, Flows
from holdwater.extract.lexicon import EXCERPT, FINITE, NAME, NOT_NAMES
from holdwater.extract.model import CitationKind
from holdwater.patterns import waiting

_WINDOW = 320
_LAST_SENTENCE = waiting(r"[.!?][\"”’)]*\s+(?=[A-Z“\"'‘\[])")
_SUBJECT = (
    rf"(?:(?:[Hh]e|[Ss]he|[Tt]hey)\b|(?P<name>{NAME})|"
    r"(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[Aa]n?)\s[^:]{2,70}?)"
)
_SAYS = waiting(
    rf"(?:^|[\s,;—–(])(?P<subject>{_SUBJECT})(?:,[^:]{{2,120}},|\s\([^()]{{1,60}}\)|\s\[[^\[\]]{{1,40}}\])?"
    rf"(?:\s(?:also|then|further|later|once|still|now|himself|herself|has|had|have|\w+ly)){{0,3}}"
    rf"\s(?P<verb>{FINITE}|put (?:it|this)|puts (?:it|this)|has this to say)\b(?P<rest>[^:]{{0,160}}?)\s?$"
)
_EXCERPT = waiting(
    rf"(?:^|\b(?:from|in|of|with|is|are|here(?:[’']s| is| are)|an?|the|this|following|to quote)\s"
    rf"(?:[\w’'-]+\s){{0,3}}){EXCERPT}\b"
    r"(?P<rest>[^:]{0,120}?)\s?$",
    re.IGNORECASE,
)
_PUT_IT = waiting(
    r"\b(?:put (?:it|this)|puts (?:it|this)|in (?:his|her|their) (?:own )?words|to quote|quoting|[Aa]ccording to)\b"
)
_SOURCE = (
    r"(?:report|paper|book|article|newspaper|clerk|minutes|committee|commission|court|judge|letter|authors?|"
    r"memoir|law|act|statute|treaty|inscription|plaque|manual|standard|document|editor|reporter|witness)"
)
_OWN = waiting(
    r"\b(?:as follows|steps?|reasons?|questions?|options?|points?|ways|kinds|types|cases|rules?|items?|conditions?|"
    r"fields?|parameters?|values?|formats?|syntax|algorithms?|functions?|criteria|requirements?|categories|examples?|"
    r"for instance|consider|suppose|imagine|let us|namely|we|I|our|my|there (?:are|is|were)|two|three|four|five|six|"
    r"seven|several)\b"
)
_LISTS = waiting(
    r"\b(?:as follows|steps|reasons?|questions?|options|points|ways|kinds|types|conditions|for instance|for example|"
    r"consider|suppose|imagine|let us|namely|we|I|our|my)\b"
)
_SOMEBODY = waiting(
    rf"(?<!^)(?<![.!?] )\b[A-ZÀ-Þ][a-zà-þ]+|\b(?:he|she|they|his|her|their)\b|"
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts)\s{_SOURCE}\b|"
    rf"^Here (?:is|are)\b|^(?:He|She|They|His|Her|Their)\b|^It\s(?:\w+ly\s|then\s|also\s)?{FINITE}\b"
)
_SAYS_AS_FOLLOWS = waiting(rf"\b(?!defin|describ|specif)({FINITE})\sas follows\b")
_OWN_LIST = waiting(
    r"\b(?:following|as follows|steps?|reasons?|questions?|options?|points|ways|kinds|types|conditions|rules|items|"
    r"cases|examples?|terms|parts|stages|things|for instance|consider|suppose|imagine|let us|namely|"
    r"two|three|four|five|six|seven|several|many|both|these|those|if|when|whether|because|that is|"
    r"(?:I|we) (?:conclude|argue|would say|say|mean|hold|claim|suspect))\b|^(?:in )?(?:my|our)\b|\w+\?$",
    re.IGNORECASE,
)
"""What stands before paragraphs of the author's own that a colon announces."""
_PASSIVE = waiting(
    r"\b(?:is|are|was|were|be|been|being|to|can|could|may|might|would|should|must|shall|will|currently|as)(?:\s\w+ly)?\s$"
)
_OWN_TAIL = waiting(
    r"\b(?:is|are|be|was|were)$|\bthis (?:document|section|memo|specification|essay|paper|chapter|article)\b"
)
_ON_CONDITION = waiting(r"\b(?:if|when|for example|suppose|whether)\b", re.IGNORECASE)
_NOUNS = frozenset("notes claims reports comments states remarks quotes wonders thought thinks".split())
_DEFINES = ("defin", "describ", "specif")
_MODAL = waiting(r"\b(?:could|might|would|can|may|should|must|shall|will)\b")
_OF_ITSELF = waiting(
    r"(?:This|The present|the present|this)\s(?:document|section|memo|specification|essay|paper|chapter|article)\b"
)
_WHAT_FOLLOWS = waiting(r"\s(?:as follows|the following|this)$")
_MOST_WORDS = 16  # of a sentence that only announces an excerpt
_PROSE_WORD = waiting(r"\b(?:the|a|an|is|are|was|were|to|of|and|that|it|not|in|we|you|he|she|they|I|be|had|has)\b")
_DEFINITION = waiting(r"[^\s:][^:\n.]{0,40}:\s")
_TITLED = waiting(r"\b(?:titled|entitled|called|headed|article|essay|post|book|report|chapter|column|piece)\b")
_LIST_LIKE = waiting(r"\s*(?:[-*•–—+o]\s|\(?\w{1,3}[.)]\s|#|\||First(?:ly)?,|1\b|<|https?://)")
_ELLIPSIS = waiting(r"\s*[\[(]?\s?(?:…|\.\s?\.\s?\.)\s?[\])]?\s*$")
_MARK = '“"„«‘``「'
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Introduced:
    """An introduced quotation: its words, a piece a paragraph, and the sentence that introduces it.

    `presumed` says that only the colon and a citation speak for it.
    """

    spans: tuple[Span, ...]
    introduction: Span
    first: int
    last: int
    presumed: bool = False


def introduced_quotations(
    text: str, flows: Flows, drafts: Sequence[Draft] = (), presume: bool = False
) -> list[Introduced]:
    """The quotations that a paragraph ending in a colon introduces.

    `drafts` are the citations: one at the end of a paragraph tells that it has a source. `presume` asks for the
    quotations, too, for which nothing else speaks.
    """
    sourced = {draft.span.end for draft in drafts}
    marks = {draft.span.end for draft in drafts if draft.kind is CitationKind.NOTE}
    found: list[Introduced] = []
    index = 0
    while index + 1 < len(flows.all):
        quotation = _at(text, flows, index, marks)
        if quotation is None and presume:
            quotation = _presumed_at(text, flows, index, sourced)
        if quotation is not None:
            quotation = replace(quotation, spans=tuple(without_citation(quotation.spans, drafts, text)))
        if quotation is not None:
            found.append(quotation)
        index = quotation.last if quotation is not None else index + 1
    return found


def _announced(text: str, flows: Flows, index: int) -> Flow | None:
    """The paragraph that one ending in a colon stands before."""
    before, words = flows.all[index], flows.all[index + 1]
    if before.kind is not BlockKind.PARAGRAPH or words.kind is not BlockKind.PARAGRAPH or before.part is not words.part:
        return None
    colon = text[max(before.span.start, before.span.end - 20) : before.span.end].rstrip().endswith(":")
    return words if colon else None


def _presumed_at(text: str, flows: Flows, index: int, sourced: Collection[int]) -> Introduced | None:
    """A paragraph behind a colon that ends in a citation and has another behind it, unless plainly the author's."""
    words = _announced(text, flows, index)
    after = flows.all[index + 2] if index + 2 < len(flows.all) else None
    if words is None or after is None or after.kind is not BlockKind.PARAGRAPH or after.part is not words.part:
        return None
    introduction = last_sentence(text, flows.all[index])
    span = stripped(text, words.span)
    cited = any(text[end : span.end].strip(" \n.,;)]") == "" for end in sourced if span.end - 4 <= end <= span.end)
    own = _OWN_LIST.search(" ".join(introduction.of(text).split()).removesuffix(":"))
    marked = any(mark in span.of(text) for mark in '"“”„«')
    if not cited or own or marked or not _can_be_quoted(text, words, sourced=True) or _is_list(text, after):
        return None
    if not _PROSE_WORD.search(span.of(text)):
        return None
    return Introduced((span,), introduction, index + 1, index + 1, presumed=True)


def _is_list(text: str, flow: Flow) -> bool:
    """Whether a paragraph goes on with a list, or opens another announced one."""
    return _LIST_LIKE.match(text, flow.span.start, flow.span.end) is not None


def _at(text: str, flows: Flows, index: int, note_marks: Collection[int]) -> Introduced | None:
    words = _announced(text, flows, index)
    if words is None:
        return None
    introduction = last_sentence(text, flows.all[index])
    sourced = stripped(text, words.span).end in note_marks
    if not _introduces(introduction.of(text), sourced) or not _can_be_quoted(text, words, sourced):
        return None
    last = _last_paragraph(text, flows, index + 1)
    spans = tuple(stripped(text, piece) for flow in flows.all[index + 1 : last + 1] for piece in flow.pieces)
    return Introduced(spans, introduction, index + 1, last)


def last_sentence(text: str, flow: Flow) -> Span:
    """The last sentence of a paragraph, white space left out."""
    span = stripped(text, flow.span)
    start = max(span.start, span.end - _WINDOW)
    for stop in _LAST_SENTENCE.finditer(text, start, span.end):
        if stop.end() < span.end:
            start = stop.end()
    return Span(start, span.end)


def _introduces(sentence: str, sourced: bool) -> bool:
    words = " ".join(sentence.split()).removesuffix(":")
    if sourced and _SOMEBODY.search(words) and not _LISTS.search(_SAYS_AS_FOLLOWS.sub(r"\1", words)):
        return True
    says = _SAYS.search(words)
    if says is not None and not _own_words(says):
        return True
    if (
        _EXCERPT.search(words)
        and not (_OWN.search(words) or _MODAL.search(words))
        and len(words.split()) <= _MOST_WORDS
    ):
        return True
    return bool(_PUT_IT.search(words)) and not _OWN.search(words)


def _own_words(says: re.Match[str]) -> bool:
    """Whether the sentence announces something of the author's own: a list, an example, an argument."""
    subject, name, rest = says["subject"], says["name"], says["rest"]
    if _PASSIVE.search(says.string[: says.start("verb")]) or _OF_ITSELF.match(subject):
        return True
    if name and name.split()[0].strip(".,’'").lower() in NOT_NAMES:
        return True
    if _OWN_TAIL.search(rest) or _ON_CONDITION.search(says.string[: says.start("verb")]):
        return True
    verb = says["verb"].lower()
    if verb in _NOUNS and not rest and not name:
        return True
    if _WHAT_FOLLOWS.fullmatch(rest):
        return verb.startswith(_DEFINES)
    if "following" in says.string or _OWN.search(subject):
        return True
    return bool(_OWN.search(rest)) and not _TITLED.search(rest)


def _can_be_quoted(text: str, flow: Flow, sourced: bool) -> bool:
    """Whether a paragraph is prose that can be somebody's words: no list, no code, no definition."""
    span = stripped(text, flow.span)
    words = text[span.start : span.start + 200]
    if not words or words[0] in _MARK or _LIST_LIKE.match(words) or len(words.split()) < _FEWEST_WORDS:
        return False
    if sourced:
        return text[span.end - 1] != ":"
    return text[span.end - 1] in '.!?…"”’)]»' and bool(_PROSE_WORD.search(words)) and not _DEFINITION.match(words)


def _last_paragraph(text: str, flows: Flows, index: int) -> int:
    """One paragraph, and those that an ellipsis standing alone joins to it."""
    last = index
    while last + 2 < len(flows.all) and _ELLIPSIS.match(flows.all[last + 1].span.of(text)[:20]):
        if flows.all[last + 2].kind is not BlockKind.PARAGRAPH or not _can_be_quoted(
            text, flows.all[last + 2], sourced=False
        ):
            break
        last += 2
    return last
