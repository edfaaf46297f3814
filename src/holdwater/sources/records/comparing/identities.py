"""Identifiers: the same one, one of another version or form of the work, or that of another work."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping

from holdwater.patterns import waiting
from holdwater.sources.identify import comparable, of_csl
from holdwater.sources.records.comparing.outcome import LACKING, SAME, Outcome, different, variant
from holdwater.sources.records.comparing.venues import arxiv_of, is_preprint
from holdwater.sources.records.comparing.written import text_of
from holdwater.sources.records.model import Record

_OWN = ("doi", "arxiv", "pmid", "pmc")
"""Schemes of which a version of a work has one identifier and no more."""
_PUBMED = waiting(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed)/(\d{1,9})$")
_PMC = waiting(
    r"(?:ncbi\.nlm\.nih\.gov/pmc/articles|pmc\.ncbi\.nlm\.nih\.gov/articles|europepmc\.org/article/pmc)/(pmc\d{1,9})$"
)
_DOI_IN_PATH = waiting(
    r"/(10\.\d{4,9}/[^?#\s]+?)(?:/(?:full|abstract|pdf|epdf|meta|html|summary|references)|\.pdf|\.full)*$"
)
_TAIL = waiting(r"(?:/(?:full|abstract|pdf|epdf|meta|html|summary|references)|\.pdf|\.full(?:\.pdf)?)+$")
_VERSION = waiting(r"(?:/?v\d{1,2}|\.v\d{1,2}|\.\d)$")
_JSTOR = "doi:10.2307/"
_ZENODO = "doi:10.5281/zenodo."  # a DOI for each version, and one for all of them
_ARXIV_CLASS = waiting(r"^(arxiv:[a-z-]+)\.[a-z]{2}(?=/)")
_PART_OF_BOOK = waiting(r"^(doi:10\.\d{4,9}/.{6,}?)(?:[_./-](?:ch)?\d{1,4}|\.(?:ch|c|003\.|013\.)\d{1,4})$")


def identifiers_of(csl: Mapping[str, object]) -> tuple[str, ...]:
    """All identifiers that a CSL-JSON item gives, in canonical form; those that stand in an address among them."""
    found = list(comparable(html.unescape(one) for one in of_csl(csl)))
    for field, scheme in (("PMID", "pmid"), ("PMCID", "pmc")):
        if digits := re.search(r"\d{1,9}", text_of(csl, field)):
            found.append(f"{scheme}:{digits[0]}" if scheme == "pmid" else f"pmc:pmc{digits[0]}")
    if arxiv := arxiv_of(csl):
        found.append(f"arxiv:{arxiv}")
    found += [one for url in found if url.startswith("url:") for one in _in_address(url)]
    return tuple(dict.fromkeys(_trimmed(one) for one in found if not one.startswith("key:")))


def _in_address(url: str) -> Iterable[str]:
    if found := _PUBMED.search(url):
        yield f"pmid:{found[1]}"
    if found := _PMC.search(url.lower()):
        yield f"pmc:{found[1]}"
    if found := _DOI_IN_PATH.search(url):
        yield from comparable([f"doi:{found[1]}"])


def _trimmed(identifier: str) -> str:
    return _TAIL.sub("", identifier) if identifier.startswith("doi:") else _ARXIV_CLASS.sub(r"\1", identifier)


def of_record(record: Record) -> tuple[str, ...]:
    """All identifiers that a record gives its work."""
    return tuple(dict.fromkeys((*map(_trimmed, comparable(record.identifiers)), *identifiers_of(record.csl))))


def compare_identifiers(ours: Mapping[str, object], record: Record) -> tuple[Outcome, str, str]:
    """How the identifiers of a reference stand to those of a record, and the two that were laid side by side."""
    mine, theirs = identifiers_of(ours), of_record(record)
    versions = {_unversioned(_trimmed(one)) for one in comparable(record.versions)}
    worst: tuple[Outcome, str, str] | None = None
    best: tuple[Outcome, str, str] | None = None
    for one in mine:
        scheme = one.partition(":")[0]
        others = [other for other in theirs if other.startswith(f"{scheme}:")]
        if scheme == "url" or not others:
            others = others if one in others else []
        outcome = _laid(one, others, versions, ours, record)
        shown = (outcome, one.partition(":")[2], others[0].partition(":")[2] if others else "")
        if outcome.agreement is different("").agreement:
            worst = worst or shown
        elif outcome.agrees and best is None:
            best = shown
    if worst is not None:
        return worst
    if best is not None:
        return best
    shown_here = next((one for one in mine if not one.startswith("url:")), next(iter(mine), ""))
    return LACKING, shown_here.partition(":")[2], next(iter(theirs), "").partition(":")[2]


def _laid(one: str, others: list[str], versions: set[str], ours: Mapping[str, object], record: Record) -> Outcome:
    if one in others:
        return SAME
    if _unversioned(one) in versions:
        return variant("that of another version of the work")
    if any(_unversioned(one) == _unversioned(other) for other in others):
        return variant("with the number of its version")
    scheme = one.partition(":")[0]
    if not others or scheme not in (*_OWN, "isbn"):
        return LACKING
    if scheme == "isbn" and not _is_isbn(one):
        return different("its check digit does not fit")
    if scheme == "isbn":
        return variant("that of another printing or form", 0.5)
    if scheme == "doi":
        return _dois(one, others, ours, record)
    return different("another identifier")


def _is_isbn(identifier: str) -> bool:
    """Whether the last digit of an ISBN-13 is the one that ISO 2108 works out from the others."""
    digits = identifier.partition(":")[2]
    return sum(int(digit) * (1, 3)[index % 2] for index, digit in enumerate(digits)) % 10 == 0


def _dois(one: str, others: list[str], ours: Mapping[str, object], record: Record) -> Outcome:
    if one.startswith(_ZENODO) and others[0].startswith(_ZENODO):
        return variant("one may be that of another version", 0.5)
    if one.startswith(_JSTOR) is not others[0].startswith(_JSTOR):
        return variant("one is JSTOR's own", 0.5)
    for short, long in ((one, others[0]), (others[0], one)):
        if (part := _PART_OF_BOOK.match(long)) and part[1] == short:
            return variant("one is that of the book that holds it", 0.5)
    mine, other = one.partition(":")[2], others[0].partition(":")[2]
    if is_preprint({**ours, "DOI": mine}) is not is_preprint(record.csl):
        return variant("one is the preprint's", 0.5)
    if is_preprint({"DOI": mine}) and mine.partition("/")[0] != other.partition("/")[0]:
        return variant("that of another server of preprints", 0.5)
    return different("another DOI")


def _unversioned(identifier: str) -> str:
    """A DOI without the version that preprint servers and F1000 put behind it; others as they are."""
    return _VERSION.sub("", identifier) if identifier.startswith("doi:") else identifier


def share_identifier(ours: Mapping[str, object], record: Record) -> bool:
    """Whether both have an identifier in common that no other work has."""
    theirs = set(of_record(record))
    return any(one in theirs for one in identifiers_of(ours) if one.partition(":")[0] in _OWN)
