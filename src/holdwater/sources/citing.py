"""The works that a document cites by an address or another identifier, put into the project's catalogue.

What gives no identifier (a book by its title) is not put in: nothing could be fetched of it, and nothing would tell it
from the same book in another document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from holdwater.document import Document
from holdwater.extract.model import Extraction, Reference
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import KeptTie, TiedBy, TieState, Work
from holdwater.sources.catalogue.moments import utc_now
from holdwater.sources.cited import Labels, csl_of
from holdwater.sources.fetch.seeking import Sought, addresses_of
from holdwater.sources.identify import canonical, comparable, of_csl
from holdwater.sources.kept_ties import KeptTies, digest_of
from holdwater.sources.standing.cited import Addresses, cited_day


@dataclass(frozen=True)
class Cited:
    """A reference as something to fetch: what a person calls it, where it is to be had, and the citation's day."""

    reference: Reference
    label: str
    addresses: tuple[str, ...] = ()
    day: date | None = None


def cited_in(document: Document, extraction: Extraction) -> tuple[Cited, ...]:
    """Every reference of a document, those without an address included; addresses as the document writes them."""
    addresses, labels = Addresses(document), Labels(extraction)
    return tuple(
        Cited(
            one,
            labels.of(one),
            addresses_of((*(f"url:{url}" for url in addresses.of(one)), *one.identifiers)),
            cited_day(document, one),
        )
        for one in extraction.references
    )


def put_cited(catalogue: Catalogue, document: str, cited: Iterable[Cited], at: datetime | None = None) -> list[Sought]:
    """Put the works that a document cites into the catalogue, each tied to its reference; what is to be fetched.

    Args:
        catalogue: of the project.
        document: what the catalogue calls the document.
        cited: its references.
        at: when (UTC); now if None.

    Returns:
        Each address with its work. Where a person has said what a reference leads to, the addresses are that work's,
        its own among them.
    """
    sought: list[Sought] = []
    with catalogue.together():
        catalogue.note_document(document)
        said = KeptTies(catalogue.ties(document))
        for one in cited:
            confirmed = said.of(one.reference).confirmed
            work = catalogue.work(confirmed.work) if confirmed else None
            if work is None:
                work = _put(catalogue, document, one, at or utc_now())
            own = (*of_csl(work.csl), *work.identifiers) if work and confirmed else ()
            urls = addresses_of((*(f"url:{url}" for url in one.addresses), *own))
            sought += [Sought(url, work.id if work else "") for url in urls]
    return sought


def _put(catalogue: Catalogue, document: str, one: Cited, at: datetime) -> Work | None:
    """The work that a reference is of by what it gives; None where it gives nothing that identifies one."""
    identifiers = [name for name in comparable(one.reference.identifiers) if not name.startswith("file:")]
    if not identifiers:
        return None
    csl = csl_of(one.reference)
    written = next((url for url in one.addresses if canonical(f"url:{url}").startswith("url:")), "")
    if written:
        csl["URL"] = written  # an identifier is in a form to compare: https, and without "www."
    work = catalogue.put_work(csl, identifiers)
    why = f"cites {identifiers[0].removeprefix('url:')}"
    digest = digest_of(one.reference)
    proposed = TieState.PROPOSED
    catalogue.tie(KeptTie(document, digest, work.id, TiedBy.IDENTIFIER, why, proposed, at, label=one.label, score=1.0))
    return work
