"""The addresses that a document's references give, as they are written, and what is known of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from holdwater.document import Document, Mark, MarkKind
from holdwater.extract.csl import accessed_on
from holdwater.extract.identifiers import find_identifiers, identifiers_in
from holdwater.extract.model import Reference
from holdwater.sources.known import Known
from holdwater.sources.model import Tie, TieStatus
from holdwater.sources.standing.history import standing_of
from holdwater.sources.standing.mementos import by_nearness, cited_on
from holdwater.sources.standing.model import AddressStanding, Standing

WHY = {
    Standing.SOFT_404: "the address of its source leads to a page that says there is none",
    Standing.BLOCKED: "the address of its source is blocked to programs",
    Standing.NOT_THERE: "the address of its source was not there",
    Standing.DEAD: "the address of its source is dead",
    Standing.NO_ANSWER: "the address of its source gave no answer",
    Standing.REFUSED: "the address of its source is not asked for",
}
"""Why a source is not in hand whose address was asked for, by how that stood."""
BEHIND = 80
"""Characters behind an address in which the day of access is looked for."""


def standings(document: Document, references: Iterable[Reference], known: Known | None) -> tuple[AddressStanding, ...]:
    """What is known of every address that references give, in their order.

    Args:
        document: whose references they are; its links have the addresses as they were written.
        references: what the document refers to.
        known: what the project knows; without it there is nothing to say of any address.

    Returns:
        One for each address of each reference, those never asked for included.
    """
    if known is None:
        return ()
    addresses = Addresses(document)
    return tuple(
        _standing(one, url, known, cited_day(document, one)) for one in references for url in addresses.of(one)
    )


def with_reasons(ties: Mapping[str, Tie], standings: Iterable[AddressStanding]) -> dict[str, Tie]:
    """The ties, those to missing sources with the reason why their address gave nothing, if it was asked for."""
    told = dict(ties)
    for one in standings:
        tie = told.get(one.reference)
        if tie and tie.status is TieStatus.MISSING and one.standing in WHY:
            told[one.reference] = replace(tie, unavailable=WHY[one.standing])
    return told


def cited_day(document: Document, reference: Reference) -> date | None:
    """The citation's day: the reference's own, or that on which the words behind its address say it was looked at."""
    day = cited_on(reference.csl)
    if day is not None:
        return day
    block = document.block_at(reference.span.start)
    end = min(block.span.end if block else len(document.text), reference.span.end + BEHIND)
    behind = document.text[reference.span.end : end].partition("://")[0]  # what follows another address is that one's
    parts = accessed_on(behind)
    return cited_on({"accessed": {"date-parts": [parts]}}) if parts else None


def _standing(reference: Reference, url: str, known: Known, when: date | None) -> AddressStanding:
    tries = tuple(sorted(known.tries(url), key=lambda one: one.at))
    mementos = known.mementos(url)
    nearest = by_nearness(mementos, when) if mementos else ()
    return AddressStanding(
        reference=reference.id,
        url=url,
        standing=standing_of(tries),
        tries=tries,
        held=known.held(url),
        memento=nearest[0] if nearest else None,
        archives_asked=mementos is not None,
    )


class Addresses:
    """The addresses of one document's references.

    A reference's identifiers are in a normal form, without "www." and the last slash, which serves to compare and not
    to ask: some hosts answer under one of the two names alone. What was written is in the links and in the raw words.
    """

    def __init__(self, document: Document) -> None:
        self._links = sorted((mark for mark in document.marks if _is_web_link(mark)), key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self._links]

    def of(self, reference: Reference) -> tuple[str, ...]:
        """The addresses that a reference gives, each once: as written, or of its DOI or arXiv number."""
        written = {_key(url): url for url in (*self._linked(reference), *_in_words(reference))}
        found = (written.get(one) or _address(one) for one in reference.identifiers)
        return tuple(dict.fromkeys(url for url in found if url))

    def _linked(self, reference: Reference) -> Sequence[str]:
        """The targets of the links that stand within a reference."""
        first = bisect_left(self._starts, reference.span.start)
        last = bisect_left(self._starts, reference.span.end)
        return [mark.target for mark in self._links[first:last]]


def _is_web_link(mark: Mark) -> bool:
    return mark.kind is MarkKind.LINK and mark.target.lower().startswith(("http://", "https://"))


def _in_words(reference: Reference) -> Sequence[str]:
    found = (one.span.of(reference.raw) for one in find_identifiers(reference.raw))
    return [words for words in found if words.lower().startswith(("http://", "https://"))]


def _key(url: str) -> str:
    """The identifier that an address is known by."""
    return next(iter(identifiers_in(url)), "")


def _address(identifier: str) -> str:
    """The address that an identifier itself leads to; "" for what is in no web."""
    scheme, _, value = identifier.partition(":")
    match scheme:
        case "url":
            return value
        case "doi":
            return f"https://doi.org/{quote(value, safe='/:;()._-')}"  # DOI Handbook, "Resolution"
        case "arxiv":
            return f"https://arxiv.org/abs/{value}"
        case _:
            return ""
