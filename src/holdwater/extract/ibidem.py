"""Ibid. and Id.: the work cited last, in a note or in the running text of a document that cites no decisions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdwater.document import Span
from holdwater.extract.drafts import Draft
from holdwater.extract.locators import bare_page, locator_in
from holdwater.extract.model import CitationKind, Locator
from holdwater.extract.shapes import looks_like_work
from holdwater.patterns import waiting

_SIGNALS = r"(?:(?:but|see|also|cf\.?|compare|again|and|in|e\.g\.),?\s){0,3}"
_AT_START = waiting(rf"^[^\w\s]{{0,3}}\s?{_SIGNALS}(?:ibid(?:em)?\b\.?|id(?:\.|(?=,?\sat\s\d)))", re.IGNORECASE)
_OWN_END = waiting(
    r"(?<=[\w.)])\.?\s+(?=[A-ZÀ-Þ\"“‘])(?!(?:Pp?|Q|Vol|Ch|Sec|Art|App|Fol|Ff?|No|S)\b)|[\"“”‘;—]|\s'|:(?!\s?\d)"
    r"|,?\s(?:and\s|but\s)?(?:see|compare|cf\.|contra|quoting|quoted|citing)\b"
)
"""Where what "Ibid." itself says ends: at a new sentence, a quotation, another work."""
_ASIDE = waiting(r"\(([^()]{8,300})\)")


@dataclass(frozen=True, slots=True)
class Again:
    """What "Ibid." says besides: the place, and whether it is `bare`, so that the place given last holds."""

    locator: Locator | None
    bare: bool


def again_in(text: str) -> Again | None:
    """What a piece of a note that begins with "Ibid." or "Id." says of the place; None where it begins otherwise."""
    start = _AT_START.match(text)
    if start is None:
        return None
    end = _OWN_END.search(text, start.end())
    own = text[start.end() : end.start() if end else len(text)]
    return Again(locator_in(own) or bare_page(own), not any(char.isalnum() for char in own))


_IBIDEM = waiting(r"\(?(?<!\w)(?:[Ii]bid(?:em)?|Id)\.(?:,?\s?(?:(?:at|pp?\.)\s?)?\d{1,5}(?:[-–]\d{1,5})?)?\)?")


def find_ibidem(text: str, stretches: Sequence[Sequence[Span]], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The citations "(Ibid., p. 4)", each with the references of the last of `drafts` before it in its stretch.

    A stretch is what is read in one go: the body, or one note. Where something stands in between that describes a work
    and is none of `drafts`, that work is meant, and "Ibid." leads nowhere.
    """
    flat = sorted((span.start, span.end, number) for number, spans in enumerate(stretches) for span in spans)
    cited: list[list[Draft]] = [[] for _ in stretches]
    for draft in sorted((draft for draft in drafts if not draft.note), key=lambda draft: draft.span):
        index = bisect_right(flat, draft.span.start, key=lambda each: each[0]) - 1
        if index >= 0 and draft.span.start <= flat[index][1]:
            cited[flat[index][2]].append(draft)
    for spans, before in zip(stretches, cited, strict=True):
        yield from _in_stretch(text, spans, before)


def _in_stretch(text: str, spans: Sequence[Span], ordered: Sequence[Draft]) -> Iterator[Draft]:
    index, read, known = -1, 0, True
    for span in sorted(spans):
        for match in _IBIDEM.finditer(text, span.start, span.end):
            while index + 1 < len(ordered) and ordered[index + 1].span.end <= match.start():
                index += 1
                read, known = ordered[index].span.end, True
            if index >= 0:
                known = known and not _describes_work(text, read, match.start())
                read = match.end()
                locator = locator_in(match[0]) or bare_page(match[0])
                references = ordered[index].references if known else ()
                yield Draft(Span(*match.span()), CitationKind.NAMED, match[0], references, locator=locator)


def _describes_work(text: str, start: int, end: int) -> bool:
    """Whether parentheses between two places describe a work: a citation that could not be made out."""
    return any(looks_like_work(aside[1]) for aside in _ASIDE.finditer(text, start, end))
