"""Works named by their identifier in running text: RFC 2385, doi:10.1000/1, arXiv:1706.03762, an address."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.document import Span
from holdwater.extract.drafts import Draft
from holdwater.extract.identifiers import find_identifiers
from holdwater.extract.locators import locator_after, locator_before
from holdwater.extract.model import CitationKind
from holdwater.extract.register import Register

_SIGNS = ("rfc", "http://", "https://", "doi:", "10.", "arxiv:")


def names_identifiers(text: str) -> bool:
    """Whether `text` can hold an identifier at all: a quick look that spares most texts the search."""
    lower = text.lower()
    return any(sign in lower for sign in _SIGNS)


def find_named(text: str, span: Span, register: Register) -> Iterator[Draft]:
    """The identifiers in `span`, each leading to its entry in the bibliography or to a reference made from it."""
    last = -1
    for found in find_identifiers(text, span.start, span.end, prose=True):
        if found.span.start < last:
            continue
        last = found.span.end
        written = found.span.of(text)
        reference = register.named(found.identifier, found.span, written)
        before = locator_before(text, found.span.start)
        after = locator_after(text, found.span.end) if before is None else None
        locator = before[0] if before else after[0] if after else None
        lead = before[1] if before else -1
        yield Draft(found.span, CitationKind.NAMED, written, (reference,), locator=locator, lead=lead)
