"""Titles by which a sentence introduces what it quotes: 'Smith writes in "Silt and Trade" (2019) that "…"'.

A title may stand in quotation marks, in italics or bare; a bare one is in capitals. What stands before it must say that
the words are in the work, and not about it: "in", "according to", but no "review of".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.document import Document, MarkKind, Span
from holdwater.extract.entries import marks_inside
from holdwater.extract.flows import Flow
from holdwater.extract.lexicon import NAME, REPORTING, VERB, is_name
from holdwater.extract.model import CitationKind
from holdwater.patterns import waiting

_KIND = r"(?:paper|article|book|report|study|essay|memoir|thesis|monograph|pamphlet|piece|story)"
_OWN = rf"(?:(?:[Tt]heir|[Hh]is|[Hh]er|[Tt]he|[Ii]ts)\s(?:(?!of\b|to\b|on\b|by\b)[\w’'-]+\s){{0,2}}{_KIND},?\s)?"
_LEAD = waiting(
    rf"(?:(?:^|[.!?][\"”’)\]]{{0,2}}\s)(?P<opens>In|[Aa]ccording to)"
    rf"|\b(?P<verb>{VERB})\s(?:\w+ly\s)?in|\b[Aa]s\s(?:stated|reported|described|explained|told)\sin)\s{_OWN}[\"“‘*_]?$"
)
_QUOTED = waiting(r"[\"“‘](?P<title>[A-ZÀ-Þ\d][^\"“”\n]{7,200}?),?[\"”’](?=[\s,])")
_STARRED = waiting(r"(?P<sign>[*_])(?P<title>[A-ZÀ-Þ\d][^*_\n]{7,200})(?P=sign)")
_SMALL = r"(?:of|and|the|on|in|for|to|a|an|at|by|from|with|as|or|its|their)"
_BARE = waiting(
    rf"\b(?:[Ii]n|to)\s(?P<title>[A-ZÀ-Þ][\w’'-]*(?::?\s(?:{_SMALL}\s){{0,3}}[A-ZÀ-Þ\d][\w’'-]*){{2,15}})(?=,|\s\()"
)
_AFTER = waiting(
    r",?[\"”’*_]?(?P<aside>\s\([^()]{2,120}\))?(?P<between>(?:(?![.!?]\s)[^\"“”‘«\n]){0,220}?)(?:[\"“‘«]|:\s?$)"
)
_GOES_ON = waiting(r",?\s(?:that|how|why|of|about|as)\b|,?:?\s?$")
_UP_TO = waiting(r"[\s,]{0,2}(?:that|which|as)?[\s,:]{0,3}$")
_ANOTHER = waiting(
    rf"[,;]?\s(?:and|but|while|whereas|though|yet|where|to which)\s(?:{NAME}|he|she|they|others?|critics)\s[a-z]"
)
_SAID = waiting(r"(?:said|says|told|tells|added|testified|recalled)\b")
_LONGEST_LEAD = 160
_NAME = waiting(NAME)


def find_leading_titles(document: Document, flow: Flow) -> Iterator[tuple[Span, str, CitationKind]]:
    """The places in a paragraph where a title may introduce a quotation, and each as a description to look up.

    The description holds who is named as writing beside the title, so that somebody else's words on the work, quoted
    in a sentence that begins with it, are not looked for in the work.
    """
    text = document.text
    for span, title in _titles(document, flow):
        before = text[max(flow.span.start, span.start - _LONGEST_LEAD) : span.start]
        lead = _LEAD.search(before)
        after = _AFTER.match(text, span.end, flow.span.end) if lead else None
        if lead is None or after is None:
            continue
        subject = _subject(before, lead, after["between"])
        if subject is None:
            continue
        names = _named(subject)
        words = f"{names}“{title}”{after['aside'] or ''}"
        yield Span(span.start, after.end("aside") if after["aside"] else span.end), words, CitationKind.NAMED


def _subject(before: str, lead: re.Match[str], between: str) -> str | None:
    """The words that tell who writes what is quoted; None where the title does not lead up to the quotation.

    Who "said" it may be anybody whom the work quotes. A clause with a subject of its own may be about another work.
    """
    says = [verb.start() for verb in REPORTING.finditer(between)]
    if _ANOTHER.search(between, says[0] if says else 0):
        return None
    if lead["verb"]:
        return None if says or not _GOES_ON.match(between) else _sentence_end(before[: lead.start()])
    if len(says) > 1 or not (says or _UP_TO.fullmatch(between)):
        return None
    return between[: says[0]] if says and not _SAID.match(between, says[0]) else ""


def _titles(document: Document, flow: Flow) -> Iterator[tuple[Span, str]]:
    """Whatever may be a title by how it is set, with its marks."""
    text = document.text
    for shape in (_QUOTED, _STARRED):
        for match in shape.finditer(text, flow.span.start, flow.span.end):
            yield Span(*match.span()), match["title"]
    for match in _BARE.finditer(text, flow.span.start, flow.span.end):
        yield Span(*match.span("title")), match["title"]
    for mark in marks_inside(document, flow.span):
        if mark.kind in (MarkKind.EMPHASIS, MarkKind.TITLE) and len(mark.span) > 7:
            yield mark.span, mark.span.of(text)


def _sentence_end(before: str) -> str:
    """What of the words before a title belongs to its own sentence."""
    return re.split(r"[.!?][\"”’)\]]{0,2}\s", before)[-1]


def _named(words: str) -> str:
    names = [name for name in _NAME.findall(words) if is_name(name)]
    return f"{', '.join(names)}, " if names else ""
