"""Block quotations that the format sets as such: their words without marks, attribution and trailing citation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.document import BlockKind, Span
from holdwater.extract.drafts import Draft
from holdwater.extract.flows import Flow, Flows
from holdwater.extract.model import CitationKind
from holdwater.patterns import waiting

_ATTRIBUTION = waiting(r"\s*(?:—|–|―|--|~|-)\s?(?=[A-ZÀ-Þ“\"‘(\[])[^\n]{2,240}\s*$")
_TAIL = waiting(r"(?:\n\s*|(?<=[.!?”\"’…])\s+)(?:—|–|―|--)\s?(?=[A-ZÀ-Þ])[^\n—–―]{2,200}\s*$")
_SOURCE_BEHIND = waiting(
    r"(?<=[.!?”\"’…»])\s+[(\[](?=[^()\[\]]{0,200}?(?:\b(?:1[4-9]|20)\d\d[a-z]?\b|\bpp?\.\s?\d|\bibid\b|"
    r"\bop\. cit\b|\bn\.d\.|\b(?:quoted|cited|reported)\s(?:in|by)\b|\bhttps?://)|(?:pp?\.\s)?\d{1,4}[)\]])[^()\[\]]{1,200}"
    r"(?:(?<![.!?])|(?<=ibid\.))[)\]][.,;]?\s*$",
    re.IGNORECASE,
)
""" "… at the clock. (Doe, n.d., p. 41)": behind the last full stop, what says where the words are from."""
_WINDOW = 260
_CALLOUT = waiting(
    r"\s*(?:\[!?[A-Za-z]+\]|(?:note|warning|tip|important|caution|info|example|todo)\s*[:!])", re.IGNORECASE
)
_MARKS = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“", "「": "」", "``": "''", "'": "'"}
_CLOSING = " \t\n.,;:()[]"


@dataclass(frozen=True, slots=True)
class BlockQuotation:
    """A block quotation: its words, a piece a paragraph; the whole block; the attribution line at its end."""

    spans: tuple[Span, ...]
    whole: Span
    first: int
    last: int
    attribution: Span | None = None
    callout: bool = False


def block_quotations(text: str, flows: Flows, drafts: Sequence[Draft]) -> list[BlockQuotation]:
    """The block quotations of a document, one for the paragraphs that one container holds together.

    `first` and `last` are the indexes of its paragraphs in `flows`.
    """
    found: list[BlockQuotation] = []
    index = 0
    while index < len(flows.all):
        if flows.all[index].kind is not BlockKind.QUOTE:
            index += 1
            continue
        last = _last_of_group(flows.all, index)
        block = _block(text, flows.all, index, last, drafts)
        if block is not None:
            found.append(block)
        index = last + 1
    return found


def _last_of_group(flows: Sequence[Flow], index: int) -> int:
    group = flows[index].group
    last = index
    while group and last + 1 < len(flows) and flows[last + 1].group == group:
        last += 1
    return last


def _block(text: str, flows: Sequence[Flow], first: int, last: int, drafts: Sequence[Draft]) -> BlockQuotation | None:
    pieces = [piece for flow in flows[first : last + 1] for piece in flow.pieces]
    whole = Span(pieces[0].start, pieces[-1].end)
    pieces, attribution = _without_attribution(text, pieces)
    pieces = without_citation(pieces, drafts, text)
    spans = _without_marks(text, [stripped(text, piece) for piece in pieces])
    spans = [span for span in spans if len(span)]
    if not spans:
        return None
    callout = bool(_CALLOUT.match(text, spans[0].start))
    return BlockQuotation(tuple(spans), whole, first, last, attribution, callout)


def _without_attribution(text: str, pieces: list[Span]) -> tuple[list[Span], Span | None]:
    tail = pieces[-1]
    if len(pieces) > 1 and len(tail) <= _WINDOW and _ATTRIBUTION.match(text, tail.start, tail.end):
        return pieces[:-1], tail
    begin = max(tail.start, tail.end - _WINDOW)
    match = _TAIL.search(text, begin, tail.end)
    if match is None or match.start() <= tail.start:
        return pieces, None
    return [*pieces[:-1], Span(tail.start, match.start())], Span(match.start(), tail.end)


def without_citation(pieces: Sequence[Span], drafts: Sequence[Draft], text: str) -> list[Span]:
    """Leave out a citation in brackets or parentheses that stands after the quoted words."""
    tail = pieces[-1]
    index = bisect_right(drafts, tail.end, key=lambda draft: draft.span.start) - 1
    said = _SOURCE_BEHIND.search(text, max(tail.start, tail.end - _WINDOW), tail.end)
    if said is not None and said.start() > tail.start:
        return [*pieces[:-1], Span(tail.start, said.start())]
    if index < 0 or drafts[index].kind not in (CitationKind.BRACKET, CitationKind.AUTHOR_DATE, CitationKind.KEY):
        return list(pieces)
    draft = drafts[index]
    after = text[draft.span.end : tail.end].strip(_CLOSING)
    before = text[tail.start : draft.start].rstrip(" \t\n([—–-")
    if draft.start <= tail.start or len(after) > 20 or before[-1:] not in '.!?”"’…»':
        return list(pieces)
    return [*pieces[:-1], Span(tail.start, tail.start + len(before))]


def _without_marks(text: str, spans: list[Span]) -> list[Span]:
    """Leave out quotation marks around the whole block (and those that open each of its paragraphs)."""
    opening = text[spans[0].start : spans[0].start + 1]
    closing = _MARKS.get(opening)
    end = spans[-1].end
    if closing is None or len(spans[0]) < 3 or not text[spans[0].start : end].rstrip(".,;").endswith(closing):
        return spans
    if _closes_early(text, spans, opening, closing):
        return spans
    result = []
    for span in spans:
        start = span.start + (1 if text.startswith(opening, span.start) else 0)
        result.append(Span(start, max(start, span.end)))
    while end > result[-1].start and text[end - 1] in ".,;":
        end -= 1
    result[-1] = Span(result[-1].start, max(result[-1].start, end - 1))
    return result


def _closes_early(text: str, spans: Sequence[Span], opening: str, closing: str) -> bool:
    """Whether the mark that opens the block is closed before the block's end."""
    body = "".join(text[span.start : span.end] for span in spans).rstrip(".,;")[1:-1]
    if opening == closing:
        return body.count(opening) > len(spans) - 1 and closing != "'"
    depth = 1
    for char in body if closing != "’" else "":
        depth += (char == opening) - (char == closing)
        if depth == 0:
            return True
    return False


def stripped(text: str, span: Span) -> Span:
    """`span` without the white space at its edges."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
