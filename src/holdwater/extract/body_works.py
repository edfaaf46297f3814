"""Works in hand that the body names in so many words, right behind the words quoted or behind their sentence.

    "… a rise in tonnage" (Smith & Okoye, "Silt and Trade on the Wend Estuary", 2019).     (smith_2019.txt, p. 3)
    "… a rise in tonnage." — Amara Okoye, *Silt and Trade on the Wend Estuary*, 2019       【4:0†smith_2019.txt】

Only whoever knows the sources can tell these from other asides: none is a citation unless it names one in hand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from holdwater.document import BlockKind, Document, Span
from holdwater.extract.csl import parse_reference, without_signal
from holdwater.extract.drafts import Draft
from holdwater.extract.entries import emphasised
from holdwater.extract.flows import Flow, Flows
from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.leading_titles import find_leading_titles
from holdwater.extract.locators import locator_in
from holdwater.extract.model import CitationKind, Reference
from holdwater.extract.note_works import IsInHand
from holdwater.extract.quotation_marks import OpenMarks
from holdwater.extract.register import Register
from holdwater.patterns import waiting

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_SUFFIX = r"\.(?:pdf|docx|epub|html?|txt|md)"
_HAS_FILE = waiting(rf"{_SUFFIX}\b", re.IGNORECASE)
_FILE = waiting(rf"[\w][\w .,&'’-]{{0,120}}?{_SUFFIX}", re.IGNORECASE)
_YEAR = waiting(r"\b(?:1[4-9]\d\d|20\d\d)[a-z]?\b")
_ASIDE = waiting(
    r"\((?P<parens>[^()]{5,300}(?:\([^()]{1,60}\)[^()]{0,60})?)\)|\[(?P<brackets>[^\[\]]{5,160})\](?![(\[:])"
    r"|【[\d:]{1,9}†(?P<model>[^【】\n]{5,160})】"
)
_DASH = waiting(r"[\"”’»*_.!?…][.,]?\s{0,3}(?:—|–|―|--)\s?(?P<work>(?=[A-ZÀ-Þ\"“‘*_])[^\n]{5,300})$")
_BEHIND_QUOTATION = waiting(r"[\"”’»][\s.,;!?]{0,3}$")
_ENDS_SENTENCE = waiting(r"[.!?]?\s*(?:$|\n|(?<=[.!?\s])[A-ZÀ-Þ\"“‘])")
_QUOTED = waiting(r"[\"“‘*][^\"“”*]*[\"”’*]")
_PROSE_SEGMENT = waiting(
    r"(?:^|[,;:.?!]\s|¤[,;]?\s)(?!(?:pp?|at|vol|no|chs?|chap|chapter|sec|section|para|paras|ed|eds|edn|trans|n\.d|nd|rev|fn|"
    r"and|accessed|retrieved|online|\w{0,2}\d|[ivxlc]+\b)\b)[^\W\d_A-ZÀ-Þ]"
)
_AGAINST = waiting(r"(?:but|compare|contra|pace|unlike|against|not)\b", re.IGNORECASE)
_SHOUTED = waiting(r"[A-ZÀ-Þ]")


def with_named_works(
    document: Document, flows: Flows, drafts: Sequence[Draft], register: Register, is_in_hand: IsInHand
) -> tuple[list[Draft], list[Span]]:
    """The citations with those that name a work in hand in words, in order; and the words that do.

    Words that are cited in another way already, or that overlap those, are left to it.
    """
    found: list[Draft] = []
    starts, ends = [draft.span.start for draft in drafts], [draft.span.end for draft in drafts]
    for flow in flows.all:
        if flow.kind in _PROSE and len(flow.pieces) == 1 and _may_quote(document.text, flow):
            for draft in _in_flow(document, flow, register, is_in_hand):
                clear = bisect_left(starts, draft.span.end) == bisect_left(ends, draft.span.start + 1)
                if clear and not (found and found[-1].span.overlaps(draft.span)):
                    found.append(draft)
    return sorted([*drafts, *found], key=lambda draft: draft.span), [draft.span for draft in found]


def _may_quote(text: str, flow: Flow) -> bool:
    """Whether a paragraph is a quotation, holds or announces one, or opens as what stands right below one does."""
    words = text[flow.span.start : flow.span.end].strip()
    return (
        flow.kind is BlockKind.QUOTE or words[:1] in ("(", "[") or words[-1:] == ":" or any(map(words.count, '"“‘«„'))
    )


def _in_flow(document: Document, flow: Flow, register: Register, is_in_hand: IsInHand) -> Iterator[Draft]:
    """The works in hand that one paragraph names, in order."""
    named = [*_asides(document.text, flow), *find_leading_titles(document, flow)]
    dash = (
        None
        if flow.kind is BlockKind.QUOTE
        else _DASH.search(document.text, max(flow.span.start, flow.span.end - 310), flow.span.end)
    )
    if dash is not None and not _is_prose(dash["work"]):
        named.append((Span(*dash.span("work")), dash["work"], CitationKind.NAMED))
    for span, words, kind in sorted(named):
        reference = _in_hand(document, span, words, register, is_in_hand)
        if reference:
            yield Draft(span, kind, span.of(document.text), (reference,), locator=locator_in(words))


def _asides(text: str, flow: Flow) -> Iterator[tuple[Span, str, CitationKind]]:
    """What may name a work in parentheses or brackets: behind a quotation, or dated and at a sentence's end."""
    marks = OpenMarks(text, flow.span.start)
    for match in _ASIDE.finditer(text, flow.span.start, flow.span.end):
        words = next(filter(None, match.group("parens", "brackets", "model")), "")
        file = _HAS_FILE.search(words) is not None
        described = match["parens"] and _SHOUTED.search(words) and not _is_prose(words)
        if not (file or described) or marks.at(match.start()):
            continue
        behind = _BEHIND_QUOTATION.search(text, max(flow.span.start, match.start() - 8), match.start())
        last = _ENDS_SENTENCE.match(text, match.end(), flow.span.end)
        inside = flow.kind is BlockKind.QUOTE and text[match.end() : flow.span.end][:9].strip(" \n.,;")
        if not inside and (match["model"] or behind or (last and (file or _YEAR.search(words)))):
            yield Span(*match.span()), words, CitationKind.BRACKET


def _is_prose(words: str) -> bool:
    """Whether a stretch between the commas, or what follows a quoted title, goes on as a sentence does."""
    words = " ".join(words.split())
    return _PROSE_SEGMENT.search(_QUOTED.sub("¤", words[without_signal(words) :])) is not None


def _in_hand(document: Document, span: Span, words: str, register: Register, is_in_hand: IsInHand) -> str | None:
    """The reference that words name, put into the register where it is new; None where nothing in hand is named."""
    words = " ".join(words.replace("*", " ").split())
    if _AGAINST.match(words):
        return None
    words = words[without_signal(words) :].strip(" _")
    whole = _FILE.fullmatch(words)
    identifiers = tuple(dict.fromkeys(((f"file:{whole[0]}",) if whole else ()) + identifiers_in(words)))
    if not is_in_hand(Reference(f"named:{span.start}", span, words, {}, identifiers)):
        return None
    csl: dict[str, object] = {} if whole else parse_reference(words, emphasised(document, span))
    known = register.identified(identifiers) or register.same_work(csl)
    return known or register.add(Reference(f"named:{span.start}", span, words, csl, identifiers))
