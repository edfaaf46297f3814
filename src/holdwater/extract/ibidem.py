"""Ibid. and Id. in the running text of a document that cites no decisions: the work cited last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.document import Span
from holdwater.extract.drafts import Draft
from holdwater.extract.locators import bare_page, locator_in
from holdwater.extract.model import CitationKind
from holdwater.patterns import waiting

_IBIDEM = waiting(r"\(?(?<!\w)(?:[Ii]bid(?:em)?|Id)\.(?:,?\s?(?:(?:at|pp?\.)\s?)?\d{1,5}(?:[-–]\d{1,5})?)?\)?")


def find_ibidem(text: str, spans: Sequence[Span], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The citations "(Ibid., p. 4)" in `spans`, each with the references of the last of `drafts` before it."""
    ordered = sorted((draft for draft in drafts if not draft.note), key=lambda draft: draft.span)
    index = -1
    for span in sorted(spans):
        for match in _IBIDEM.finditer(text, span.start, span.end):
            while index + 1 < len(ordered) and ordered[index + 1].span.end <= match.start():
                index += 1
            if index >= 0:
                locator = locator_in(match[0]) or bare_page(match[0])
                references = ordered[index].references
                yield Draft(Span(*match.span()), CitationKind.NAMED, match[0], references, locator=locator)
