"""Crossref: the agency with which publishers register the DOIs of articles, chapters, books and proceedings.

Documentation: https://api.crossref.org/swagger-ui/index.html (the REST API), the format of a work in
https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md, `updated-by` (with the notices of Retraction Watch)
in https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdwater.sources.records.answers import (
    MOST_RECORDS,
    Get,
    address,
    fields,
    first_family,
    in_path,
    items,
    json_of,
    searched_title,
    text,
    texts,
    without_empty,
)
from holdwater.sources.records.comparing.identities import identifiers_of
from holdwater.sources.records.comparing.years import years_of
from holdwater.sources.records.model import Record
from holdwater.sources.records.notices import heaviest, in_title, of_updates

NAME = "Crossref"
API = "https://api.crossref.org"
_JSON = {"accept": "application/json"}

TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-track": "chapter",
    "reference-entry": "entry-encyclopedia",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-series": "book",
    "proceedings": "book",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "posted-content": "article",
    "dissertation": "thesis",
    "dataset": "dataset",
    "standard": "standard",
    "peer-review": "review",
}
"""CSL types by Crossref's (https://api.crossref.org/types)."""

_VERSIONS = (
    "is-preprint-of",
    "has-preprint",
    "is-version-of",
    "has-version",
    "is-same-as",
    "is-identical-to",
    "is-variant-form-of",
)
_DATES = ("issued", "published", "published-print", "published-online", "posted", "published-other")


def ask(reference_csl: Mapping[str, object], get: Get) -> tuple[Record, ...]:
    """The records of a reference: that of its DOI, or the first that a search for its title finds.

    Raises FetchError where the service did not answer, or not with what can be read.
    """
    doi = next((one[4:] for one in identifiers_of(reference_csl) if one.startswith("doi:")), "")
    if doi:
        found = fields(json_of(get(f"{API}/works/{in_path(doi)}", _JSON), NAME), "message")
        return (record_of(found),) if found else ()
    title = searched_title(reference_csl)
    if not title:
        return ()
    asked = {"query.bibliographic": title, "query.author": first_family(reference_csl), "rows": str(MOST_RECORDS)}
    answer = json_of(get(address(f"{API}/works", {name: value for name, value in asked.items() if value}), _JSON), NAME)
    return tuple(record_of(work) for work in items(fields(answer, "message"), "items", most=MOST_RECORDS))


def record_of(work: Mapping[str, object]) -> Record:
    """A work of Crossref's as a record."""
    doi = text(work, "DOI").lower()
    csl = without_empty(
        {
            "type": TYPES.get(text(work, "type"), "document"),
            "genre": "preprint" if text(work, "subtype") == "preprint" else "",
            "title": _title(work),
            "original-title": text(work, "original-title"),
            "title-short": text(work, "short-title"),
            "author": _people(work, "author"),
            "editor": _people(work, "editor"),
            "translator": _people(work, "translator"),
            **_containers(work),
            "event-title": text(fields(work, "event"), "name"),
            "publisher": text(work, "publisher"),
            "volume": text(work, "volume"),
            "issue": text(work, "issue") or text(fields(work, "journal-issue"), "issue"),
            "page": text(work, "page"),
            "article-number": text(work, "article-number"),
            "edition": text(work, "edition-number"),
            "ISBN": text(work, "ISBN"),
            "language": text(work, "language"),
            "issued": work.get("issued"),
            "DOI": doi,
        }
    )
    years = {year: None for field in _DATES for year in years_of({"issued": work.get(field)})}
    isbns = (f"isbn:{isbn}" for isbn in texts(work, "ISBN"))
    return Record(
        service=NAME,
        key=doi,
        url=f"https://doi.org/{doi}" if doi else "",
        csl=csl,
        identifiers=(*((f"doi:{doi}",) if doi else ()), *isbns),
        versions=tuple(dict.fromkeys(_versions(work))),
        years=tuple(years),
        notices=heaviest((*of_updates(work.get("updated-by")), *in_title(text(work, "title")))),
    )


def _title(work: Mapping[str, object]) -> str:
    title, subtitle = text(work, "title"), text(work, "subtitle")
    return f"{title}: {subtitle}" if title and subtitle and subtitle.casefold() not in title.casefold() else title


def _containers(work: Mapping[str, object]) -> dict[str, object]:
    """The journal, or the book and its series: Crossref lists both in one field, in either order."""
    titles = texts(work, "container-title")
    return {
        "container-title": titles[0] if titles else "",
        "collection-title": titles[1] if len(titles) > 1 else "",
        "container-title-short": text(work, "short-container-title"),
    }


def _people(work: Mapping[str, object], role: str) -> list[dict[str, str]]:
    return [named for person in items(work, role) if (named := _person(person))]


def _person(person: Mapping[str, object]) -> dict[str, str]:
    if name := text(person, "name"):
        return {"literal": name}
    named = {part: text(person, part) for part in ("family", "given", "suffix")}
    return {part: value for part, value in named.items() if value}


def _versions(work: Mapping[str, object]) -> Iterator[str]:
    for kind in _VERSIONS:
        for related in items(fields(work, "relation"), kind, most=50):
            scheme, value = text(related, "id-type").lower(), text(related, "id")
            if scheme in ("doi", "arxiv") and value:
                yield f"{scheme}:{value}"
