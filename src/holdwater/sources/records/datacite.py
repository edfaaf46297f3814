"""DataCite: the agency of data sets, software, theses, and of arXiv's own DOIs.

Documentation: https://support.datacite.org/docs/api (the REST API, in JSON:API), and the fields of a record in the
DataCite Metadata Schema 4.5, https://datacite-metadata-schema.readthedocs.io/en/4.5/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdwater.sources.records.answers import (
    MOST_RECORDS,
    Get,
    address,
    date_of,
    fields,
    first_family,
    in_path,
    issued,
    items,
    json_of,
    searched_title,
    text,
    without_empty,
)
from holdwater.sources.records.comparing.identities import identifiers_of
from holdwater.sources.records.model import Notice, Noticed, Record
from holdwater.sources.records.notices import heaviest, in_title

NAME = "DataCite"
API = "https://api.datacite.org"
_JSON = {"accept": "application/vnd.api+json"}

TYPES = {
    "JournalArticle": "article-journal",
    "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book",
    "BookChapter": "chapter",
    "Book": "book",
    "Preprint": "article",
    "Dissertation": "thesis",
    "Report": "report",
    "Dataset": "dataset",
    "Software": "software",
    "Standard": "standard",
    "PeerReview": "review",
}
"""CSL types by `resourceTypeGeneral` (appendix 1 of the schema); others take DataCite's own guess, `citeproc`."""

_VERSIONS = frozenset(
    (
        "IsVersionOf",
        "HasVersion",
        "IsNewVersionOf",
        "IsPreviousVersionOf",
        "IsVariantFormOf",
        "IsOriginalFormOf",
        "IsIdenticalTo",
    )
)
_SCHEMES = {"DOI": "doi", "arXiv": "arxiv", "ISBN": "isbn", "PMID": "pmid"}
_YEARS = frozenset(("Issued", "Available", "Submitted", "Accepted", "Created"))


def ask(reference_csl: Mapping[str, object], get: Get) -> tuple[Record, ...]:
    """The records of a reference: that of its DOI (or arXiv number), or the first that a search for its title finds.

    Raises FetchError where the service did not answer, or not with what can be read.
    """
    doi = _doi(reference_csl)
    if doi:
        found = fields(json_of(get(f"{API}/dois/{in_path(doi)}", _JSON), NAME), "data", "attributes")
        return (record_of(found),) if found else ()
    title = searched_title(reference_csl)
    if not title:
        return ()
    family = first_family(reference_csl)
    query = f'titles.title:"{title}"' + (f' AND creators.name:"{family}"' if family.isalpha() else "")
    answer = json_of(get(address(f"{API}/dois", {"query": query, "page[size]": str(MOST_RECORDS)}), _JSON), NAME)
    works = (fields(one, "attributes") for one in items(answer, "data", most=MOST_RECORDS))
    return tuple(record_of(work) for work in works if work)


def _doi(csl: Mapping[str, object]) -> str:
    identifiers = identifiers_of(csl)
    doi = next((one[4:] for one in identifiers if one.startswith("doi:")), "")
    arxiv = next((one[6:] for one in identifiers if one.startswith("arxiv:")), "")
    return doi or (f"10.48550/arxiv.{arxiv}" if arxiv else "")


def record_of(work: Mapping[str, object]) -> Record:
    """The attributes of a DOI of DataCite's as a record."""
    doi, container = text(work, "doi").lower(), fields(work, "container")
    general = text(fields(work, "types"), "resourceTypeGeneral")
    dates = [date_of(text(one, "date")) for one in items(work, "dates", most=20) if text(one, "dateType") in _YEARS]
    own = next(
        (date_of(text(one, "date")) for one in items(work, "dates", most=20) if text(one, "dateType") == "Issued"), []
    )
    year = date_of(text(work, "publicationYear"))
    titles = _titles(work)
    csl = without_empty(
        {
            "type": TYPES.get(general) or text(fields(work, "types"), "citeproc") or "document",
            "genre": "preprint" if general == "Preprint" else "",
            **titles,
            "author": _people(work, "creators"),
            "editor": _people(work, "contributors", "Editor"),
            "container-title": text(container, "title"),
            "publisher": text(work, "publisher") or text(fields(work, "publisher"), "name"),
            "volume": text(container, "volume"),
            "issue": text(container, "issue"),
            "page": "-".join(part for part in (text(container, "firstPage"), text(container, "lastPage")) if part),
            "version": text(work, "version"),
            "language": text(work, "language"),
            "issued": issued(own if own and own[:1] == year[:1] else year or own),
            "DOI": doi,
        }
    )
    related = list(_related(work))
    withdrawn = (
        (Noticed(Notice.WITHDRAWN, "", None),)
        if any(text(one, "dateType") == "Withdrawn" for one in items(work, "dates"))
        else ()
    )
    return Record(
        service=NAME,
        key=doi,
        url=f"https://doi.org/{doi}" if doi else "",
        csl=csl,
        identifiers=tuple(dict.fromkeys(([f"doi:{doi}"] if doi else []) + list(_identifiers(work)))),
        versions=tuple(dict.fromkeys(related)),
        years=tuple(dict.fromkeys(parts[0] for parts in (year, *dates) if parts)),
        notices=heaviest((*withdrawn, *in_title(text(titles, "title")))),
    )


def _titles(work: Mapping[str, object]) -> dict[str, object]:
    """The title is the one without a type; a subtitle and a translation are marked as such."""
    typed = {text(one, "titleType"): text(one, "title") for one in reversed(items(work, "titles", most=20))}
    title = typed.get("") or next(iter(typed.values()), "")
    subtitle = typed.get("Subtitle", "")
    return {
        "title": f"{title}: {subtitle}" if subtitle else title,
        "translated-title": typed.get("TranslatedTitle", ""),
        "title-short": typed.get("AlternativeTitle", ""),
    }


def _people(work: Mapping[str, object], field: str, role: str = "") -> list[dict[str, str]]:
    people = (one for one in items(work, field) if not role or text(one, "contributorType") == role)
    return [named for person in people if (named := _person(person))]


def _person(person: Mapping[str, object]) -> dict[str, str]:
    family, given, name = text(person, "familyName"), text(person, "givenName"), text(person, "name")
    if family:
        return {"family": family, **({"given": given} if given else {})}
    if text(person, "nameType") != "Organizational" and name.count(",") == 1:
        family, _, given = name.partition(",")
        return {"family": family.strip(), "given": given.strip()}
    return {"literal": name} if name else {}


def _related(work: Mapping[str, object]) -> Iterator[str]:
    for one in items(work, "relatedIdentifiers", most=200):
        scheme, value = _SCHEMES.get(text(one, "relatedIdentifierType")), text(one, "relatedIdentifier")
        if scheme and value and text(one, "relationType") in _VERSIONS:
            yield f"{scheme}:{value}"


def _identifiers(work: Mapping[str, object]) -> Iterator[str]:
    for field in ("identifiers", "alternateIdentifiers"):
        for one in items(work, field, most=20):
            kind = text(one, "identifierType") or text(one, "alternateIdentifierType")
            value = text(one, "identifier") or text(one, "alternateIdentifier")
            if kind in _SCHEMES and value:
                yield f"{_SCHEMES[kind]}:{value}"
