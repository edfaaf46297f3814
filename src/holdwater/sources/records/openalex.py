"""OpenAlex: a catalogue of scholarly works of every kind, gathered from Crossref, PubMed, repositories and the web.

Documentation: https://docs.openalex.org/api-entities/works/work-object (a work), and
https://docs.openalex.org/api-entities/works/search-works (`title.search`). Lists of works have the first hundred
authors of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdwater.sources.identify import canonical
from holdwater.sources.records.answers import (
    MOST_RECORDS,
    Get,
    address,
    date_of,
    fields,
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

NAME = "OpenAlex"
API = "https://api.openalex.org"
_JSON = {"accept": "application/json"}

TYPES = {
    "article": "article-journal",
    "review": "article-journal",
    "letter": "article-journal",
    "editorial": "article-journal",
    "book-chapter": "chapter",
    "reference-entry": "entry-encyclopedia",
    "book": "book",
    "preprint": "article",
    "dissertation": "thesis",
    "report": "report",
    "dataset": "dataset",
    "standard": "standard",
}
"""CSL types by OpenAlex's own (https://docs.openalex.org/api-entities/works/work-object#type)."""
NOTICES = frozenset(("erratum", "retraction"))
"""Its types of works that are notices of other works."""


def ask(reference_csl: Mapping[str, object], get: Get) -> tuple[Record, ...]:
    """The records of a reference: that of its DOI or PubMed number, or the first that a search for its title finds.

    Raises FetchError where the service did not answer, or not with what can be read.
    """
    known = next((one for one in identifiers_of(reference_csl) if one.startswith(("doi:", "pmid:"))), "")
    if known:
        scheme, _, value = known.partition(":")
        found = fields(json_of(get(f"{API}/works/{scheme}:{in_path(value)}", _JSON), NAME))
        return (record_of(found),) if found else ()
    title = searched_title(reference_csl)
    if not title:
        return ()
    asked = {"filter": f"title.search:{title.replace(',', ' ')}", "per-page": str(MOST_RECORDS)}
    answer = json_of(get(address(f"{API}/works", asked), _JSON), NAME)
    return tuple(record_of(work) for work in items(answer, "results", most=MOST_RECORDS))


def record_of(work: Mapping[str, object]) -> Record:
    """A work of OpenAlex's as a record."""
    source = fields(work, "primary_location", "source")
    biblio, kind = fields(work, "biblio"), text(work, "type")
    doi = text(work, "doi").lower().removeprefix("https://doi.org/")
    pages = [text(biblio, "first_page"), text(biblio, "last_page")]
    title = text(work, "title") or text(work, "display_name")
    csl = without_empty(
        {
            "type": TYPES.get(kind, "document"),
            "genre": "preprint" if kind == "preprint" else kind if kind in NOTICES else "",
            "title": title,
            "author": _people(work),
            "container-title": text(source, "display_name"),
            "container-title-short": text(source, "abbreviated_title"),
            "publisher": text(source, "host_organization_name"),
            "volume": text(biblio, "volume"),
            "issue": text(biblio, "issue"),
            "page": "-".join(dict.fromkeys(page for page in pages if page)),
            "language": text(work, "language"),
            "issued": issued(date_of(text(work, "publication_date")) or date_of(text(work, "publication_year"))),
            "DOI": doi,
        }
    )
    key = text(work, "id").rpartition("/")[2]
    retracted = (Noticed(Notice.RETRACTED),) if work.get("is_retracted") is True else ()
    years = (*date_of(text(work, "publication_date"))[:1], *date_of(text(work, "publication_year"))[:1])
    return Record(
        service=NAME,
        key=key,
        url=f"https://openalex.org/{key}" if key else "",
        csl=csl,
        identifiers=tuple(dict.fromkeys(_identifiers(work, doi))),
        versions=tuple(dict.fromkeys(_versions(work, doi))),
        years=tuple(dict.fromkeys(years)),
        notices=heaviest((*retracted, *in_title(title))),
    )


def _people(work: Mapping[str, object]) -> list[dict[str, str]]:
    """Names stand in one piece; as they were printed is better than as OpenAlex has made them alike."""
    names = (
        text(one, "raw_author_name") or text(fields(one, "author"), "display_name")
        for one in items(work, "authorships")
    )
    return [{"literal": name} for name in names if name]


def _identifiers(work: Mapping[str, object], doi: str) -> Iterator[str]:
    if doi:
        yield f"doi:{doi}"
    ids = fields(work, "ids")
    for scheme in ("pmid", "pmcid"):
        if value := text(ids, scheme).rstrip("/").rpartition("/")[2]:
            yield f"pmid:{value}" if scheme == "pmid" else f"pmc:pmc{value.lower().removeprefix('pmc')}"


def _versions(work: Mapping[str, object], doi: str) -> Iterator[str]:
    """Where else the work is to be found: the DOIs and arXiv numbers in the addresses of its other locations."""
    for location in items(work, "locations", most=50):
        found = canonical(f"url:{text(location, 'landing_page_url')}")
        if found.startswith(("doi:", "arxiv:")) and found != f"doi:{doi}":
            yield found
