"""One reference looked up: which services are asked in turn, and what is made of the records they give."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from holdwater.errors import FetchError
from holdwater.extract.model import Reference
from holdwater.patterns import waiting
from holdwater.sources.records.answers import Get, NeverAskedError
from holdwater.sources.records.comparing import compare
from holdwater.sources.records.comparing.identities import identifiers_of, share_identifier
from holdwater.sources.records.model import Comparison, LookUp, Record
from holdwater.sources.records.services import Service, is_expected, services_for

MOST_KEPT = 6
"""Comparisons of one reference that are kept."""

_AND_OTHERS = waiting(
    r"\bet\s+al\b|\bet\s+coll\b|\band others\b|\bu\.\s?a\.|\by otros\b|\be outros\b|…|\.\s?\.\s?\.", re.IGNORECASE
)
_BY_IDENTIFIER = ("DOI", "PMID", "PMCID", "URL", "ISBN", "number", "arXiv")

GetOf = Callable[[Service], Get]


def look_up(reference: Reference, get_of: GetOf, at: datetime | None = None) -> LookUp | None:
    """Look a reference up in the services that may know it, one after another, until one has its work.

    Args:
        reference: the reference.
        get_of: how each service is asked. What it gives may raise FetchError, or NeverAskedError for a question that
            may not be put now: the service then counts as not asked.
        at: when (UTC).

    Returns:
        What was found out, services that failed among it. None where no service was asked, or none knows such works.
    """
    csl = with_others(reference)
    found: dict[str, list[Comparison]] = {}
    failed: dict[str, str] = {}
    for service in services_for(csl):
        try:
            found[service.name] = _asked(csl, service, get_of(service))
        except NeverAskedError:
            continue
        except FetchError as error:
            failed[service.name] = str(error)
            continue
        if any(one.same_work for one in found[service.name]):
            break
    return _put_together(reference, csl, found, failed, at) if found or failed else None


def of_records(
    reference: Reference, records: Mapping[str, Sequence[Record]], failed: Mapping[str, str], at: datetime | None = None
) -> LookUp:
    """The look-up of a reference whose records are in hand, by the services that were asked."""
    csl = with_others(reference)
    found = {service: _telling(csl, [compare(csl, one) for one in given]) for service, given in records.items()}
    return _put_together(reference, csl, found, failed, at)


def _put_together(
    reference: Reference,
    csl: Mapping[str, object],
    found: Mapping[str, list[Comparison]],
    failed: Mapping[str, str],
    at: datetime | None,
) -> LookUp:
    comparisons = [one for each in found.values() for one in each]
    best = sorted(comparisons, key=lambda one: (one.same_work, one.likeness), reverse=True)
    return LookUp(reference.id, tuple(found), failed, tuple(best[:MOST_KEPT]), is_expected(csl), at)


def with_others(reference: Reference) -> Mapping[str, object]:
    """The reference's CSL-JSON with its identifiers, and with "et al." behind its people if it is written there."""
    csl = dict(reference.csl)
    for identifier in reference.identifiers:
        scheme, _, value = identifier.partition(":")
        field = {"doi": "DOI", "isbn": "ISBN", "arxiv": "arXiv"}.get(scheme)
        if field:
            csl.setdefault(field, value)
    authors = csl.get("author")
    if isinstance(authors, list) and authors and _AND_OTHERS.search(reference.raw):
        csl["author"] = [*authors, {"literal": "et al."}]
    return csl


def _asked(csl: Mapping[str, object], service: Service, get: Get) -> list[Comparison]:
    """What one service has of the reference; where its identifier leads elsewhere, its title is looked for."""
    comparisons = _laid(csl, service.ask(csl, get))
    if identifiers_of(csl) and not any(one.same_work for one in comparisons):
        described = {field: value for field, value in csl.items() if field not in _BY_IDENTIFIER}
        comparisons += _laid(csl, service.ask(described, get))
    return _telling(csl, comparisons)


def _laid(csl: Mapping[str, object], records: tuple[Record, ...]) -> list[Comparison]:
    return [compare(csl, record) for record in records]


def _telling(csl: Mapping[str, object], comparisons: list[Comparison]) -> list[Comparison]:
    """The records of the work itself, and those of other works to which the reference's own identifier leads."""
    kept: dict[str, Comparison] = {}
    for one in comparisons:
        if one.same_work or share_identifier(csl, one.record):
            kept.setdefault(one.record.key, one)
    return list(kept.values())
