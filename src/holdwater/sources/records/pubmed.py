"""PubMed: the articles of medicine and the life sciences, by the E-utilities of the National Library of Medicine.

Documentation: https://www.ncbi.nlm.nih.gov/books/NBK25499/ (esearch, and esummary in JSON), and
https://www.ncbi.nlm.nih.gov/books/NBK25497/ (three requests a second without a key; `tool` and `email` say who asks).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdwater.patterns import waiting
from holdwater.sources.records.answers import (
    MOST_RECORDS,
    Get,
    address,
    date_of,
    fields,
    first_family,
    issued,
    items,
    json_of,
    searched_title,
    text,
    texts,
    without_empty,
)
from holdwater.sources.records.comparing.identities import identifiers_of
from holdwater.sources.records.model import Notice, Noticed, Record
from holdwater.sources.records.notices import PUBMED, heaviest, in_title

NAME = "PubMed"
API = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
_JSON = {"accept": "application/json"}
_RETRACTED = "retracted publication"
_INITIALS = waiting(r"[A-ZÀ-Þ]{1,4}")


def ask(reference_csl: Mapping[str, object], get: Get) -> tuple[Record, ...]:
    """The records of a reference: that of its PubMed number or DOI, or the first that a search for its title finds.

    Raises FetchError where the service did not answer, or not with what can be read.
    """
    identifiers = identifiers_of(reference_csl)
    number = next((one[5:] for one in identifiers if one.startswith("pmid:")), "")
    found = [number] if number else _searched(_term(identifiers, reference_csl), get)
    if not found:
        return ()
    asked = {"db": "pubmed", "id": ",".join(found), "retmode": "json"}
    result = fields(json_of(get(address(f"{API}/esummary.fcgi", asked), _JSON), NAME), "result")
    works = (fields(result, one) for one in found)
    return tuple(record_of(work) for work in works if work and "error" not in work)


def _term(identifiers: tuple[str, ...], csl: Mapping[str, object]) -> str:
    doi = next((one[4:] for one in identifiers if one.startswith("doi:")), "")
    if doi:
        return f"{doi}[AID]"
    title, family = searched_title(csl), first_family(csl)
    return f"{title}[Title]" + (f" AND {family}[1AU]" if family else "") if title else ""


def _searched(term: str, get: Get) -> list[str]:
    if not term:
        return []
    asked = {"db": "pubmed", "term": term, "retmax": str(MOST_RECORDS), "retmode": "json"}
    found = fields(json_of(get(address(f"{API}/esearch.fcgi", asked), _JSON), NAME), "esearchresult")
    return [one for one in texts(found, "idlist", most=MOST_RECORDS) if one.isdecimal()]


def record_of(work: Mapping[str, object]) -> Record:
    """A summary of PubMed's as a record."""
    printed, online = date_of(text(work, "pubdate")), date_of(text(work, "epubdate"))
    number = text(work, "uid")
    ids = {text(one, "idtype"): text(one, "value") for one in items(work, "articleids", most=20)}
    title = text(work, "title").removesuffix(".")
    csl = without_empty(
        {
            "type": "chapter" if text(work, "booktitle") else "article-journal",
            "title": title,
            "original-title": text(work, "vernaculartitle").removesuffix("."),
            "author": [_person(one) for one in items(work, "authors") if text(one, "name")],
            "container-title": text(work, "fulljournalname") or text(work, "booktitle"),
            "container-title-short": text(work, "source"),
            "volume": text(work, "volume"),
            "issue": text(work, "issue"),
            "page": text(work, "pages"),
            "article-number": text(work, "elocationid").removeprefix("pii: ") if not text(work, "pages") else "",
            "language": text(work, "lang")[:2],
            "issued": issued(printed or online),
            "DOI": ids.get("doi", "").lower(),
            "PMID": number,
        }
    )
    return Record(
        service=NAME,
        key=number,
        url=f"https://pubmed.ncbi.nlm.nih.gov/{number}/" if number else "",
        csl=csl,
        identifiers=tuple(_identifiers(number, ids)),
        years=tuple(dict.fromkeys(parts[0] for parts in (printed, online) if parts)),
        notices=heaviest((*_notices(work), *in_title(title))),
    )


def _person(person: Mapping[str, object]) -> dict[str, str]:
    """ "Doe JA" has its initials last; a group stands under its own name."""
    name = text(person, "name")
    family, _, initials = name.rpartition(" ")
    if text(person, "authtype") == "CollectiveName" or not family or not _INITIALS.fullmatch(initials):
        return {"literal": name}
    return {"family": family, "given": initials}


def _identifiers(number: str, ids: Mapping[str, str]) -> Iterator[str]:
    if number:
        yield f"pmid:{number}"
    if doi := ids.get("doi"):
        yield f"doi:{doi.lower()}"
    if pmc := ids.get("pmc"):
        yield f"pmc:{pmc.lower()}"


def _notices(work: Mapping[str, object]) -> Iterator[Noticed]:
    if _RETRACTED in (kind.lower() for kind in texts(work, "pubtype")):
        yield Noticed(Notice.RETRACTED)
    for one in items(work, "references", most=100):
        notice = PUBMED.get(text(one, "reftype").lower())
        if notice is not None:
            number = text(one, "pmid")
            yield Noticed(notice, f"https://pubmed.ncbi.nlm.nih.gov/{number}/" if number.isdecimal() else "")
