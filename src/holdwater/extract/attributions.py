"""The work that the line under a block quotation names: "— Jane Doe, *The Water Works*, p. 3"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from holdwater.document import Document, Span
from holdwater.extract.blocks import BlockQuotation
from holdwater.extract.csl import parse_reference
from holdwater.extract.drafts import Draft
from holdwater.extract.entries import emphasised
from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.locators import locator_in
from holdwater.extract.model import CitationKind, Reference
from holdwater.extract.register import Register

_DASHES = " \t\n—–―~-"


def attributed_works(
    document: Document, blocks: Sequence[BlockQuotation], drafts: Sequence[Draft], register: Register
) -> Iterator[Draft]:
    """A citation for each attribution line that names a work and does not cite it in another way.

    A line with a person's name alone names a speaker and no work.
    """
    starts = [draft.span.start for draft in drafts]
    for block in blocks:
        line = block.attribution
        if line is not None and bisect_left(starts, line.start) == bisect_left(starts, line.end + 1):
            draft = _named(document, line, register)
            if draft is not None:
                yield draft


def _named(document: Document, line: Span, register: Register) -> Draft | None:
    raw = line.of(document.text).strip(_DASHES)
    title = emphasised(document, line)
    if not title and "," not in raw and "“" not in raw and '"' not in raw:
        return None
    known = register.titled(title) if title else []
    if len(known) == 1:
        reference = known[0]
    else:
        csl = parse_reference(raw, title)
        identifiers = identifiers_in(raw)
        if not identifiers and not ("title" in csl and ("author" in csl or title)):
            return None
        reference = register.add(Reference(f"attribution:{line.start}", line, raw, csl, identifiers))
    return Draft(line, CitationKind.NAMED, raw, (reference,), locator=locator_in(raw))
