"""Citations that the format itself marks: note marks, citation keys, links on words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from holdwater.document import Document, Mark, MarkKind
from holdwater.extract.drafts import Draft
from holdwater.extract.flows import Flows
from holdwater.extract.identifiers import identifiers_in, url_identifier
from holdwater.extract.locators import locator_in
from holdwater.extract.model import CitationKind, Locator, Reference
from holdwater.extract.note_memory import NamedWork
from holdwater.extract.register import Register
from holdwater.patterns import waiting

_FILE = waiting(r"(?:[^#?:]*/)?([\w%.-]+\.(?:pdf|docx|epub|html?|txt|md|xml))(?:[#?].*)?$", re.IGNORECASE)
_MOST_PAGES = 8  # of as many works
_PAGE = waiting(r"#(?:.*&)?page=(\d{1,5})\b")


def find_format_marks(
    document: Document, flows: Flows, register: Register, works: Mapping[str, tuple[NamedWork, ...]], prose: set[str]
) -> Iterator[Draft]:
    """The citations that the document's marks make; links count in blocks whose kind is in `prose`."""
    for mark in document.marks:
        if mark.kind is MarkKind.NOTE:
            yield _note(mark, works)
        elif mark.kind is MarkKind.CITATION:
            yield _key(mark, document, register)
        elif mark.kind is MarkKind.LINK and len(mark.span):
            flow = flows.at(mark.span.start)
            draft = _link(mark, document, register) if flow is not None and flow.kind in prose else None
            if draft is not None:
                yield draft


def _note(mark: Mark, works: Mapping[str, tuple[NamedWork, ...]]) -> Draft:
    named = works.get(mark.target, ())
    return Draft(
        mark.span,
        CitationKind.NOTE,
        mark.label,
        tuple(dict.fromkeys(work.reference for work in named)),
        note=mark.target if mark.target in works else "",
        locator=_locator(named),
        ambiguous=mark.ambiguous,
    )


def _locator(named: Sequence[NamedWork]) -> Locator | None:
    """The place that a note gives: of several works their pages together, for it cannot be told which is meant.

    Where one of them has none, or a place that is no page, nothing follows from the places of the others.
    """
    places = list(dict.fromkeys(work.locator for work in named))
    pages = [place.value for place in places if place is not None and place.label == "page"]
    if len({work.reference for work in named}) < 2 and len(pages) < max(2, len(places)):
        return next((place for place in places if place is not None), None)
    if len(pages) < len(places) or len(pages) > _MOST_PAGES:
        return None
    return places[0] if len(places) == 1 else Locator("page", ", ".join(pages))


def _key(mark: Mark, document: Document, register: Register) -> Draft:
    key = mark.target.lstrip("#@")
    known = register.labelled(key) or register.labelled(mark.label.strip("[]()")) if key else None
    if known is None and key:
        csl: dict[str, object] = {"id": key, "citation-key": key}
        known = register.add(Reference(key, mark.span, mark.span.of(document.text) or mark.label or key, csl), key)
    locator = locator_in(mark.label) or locator_in(mark.span.of(document.text)[:200])
    label = mark.label or mark.span.of(document.text)
    return Draft(mark.span, CitationKind.KEY, label, (known,) if known else (), locator=locator)


def _link(mark: Mark, document: Document, register: Register) -> Draft | None:
    identifiers = link_identifiers(mark.target)
    if not identifiers:
        return None
    words = mark.span.of(document.text)
    known = register.identified(identifiers) or register.named(identifiers[0], mark.span, words)
    register.also(known, identifiers)
    page = _PAGE.search(mark.target)
    locator = Locator("page", page[1]) if page else None
    return Draft(mark.span, CitationKind.LINK, words, (known,), locator=locator)


def link_identifiers(target: str) -> tuple[str, ...]:
    """The identifiers of a link's target; empty for a place in the document itself, a letter box, a script."""
    if target.startswith(("http://", "https://")):
        found = identifiers_in(target)
        return found or (url_identifier(target),)
    file = _FILE.match(target[:2000])
    return (f"file:{file[1]}",) if file and not target.startswith("#") else ()
