"""The services that are asked, what sort of work each knows, and how often it may be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from holdwater.sources.records import arxiv, crossref, datacite, openalex, openlibrary, pubmed
from holdwater.sources.records.answers import Get
from holdwater.sources.records.comparing.identities import identifiers_of
from holdwater.sources.records.comparing.venues import is_preprint
from holdwater.sources.records.comparing.written import text_of
from holdwater.sources.records.model import Record

Ask = Callable[[Mapping[str, object], Get], tuple[Record, ...]]

_ARTICLES = frozenset(("article-journal", "paper-conference", "review", "article"))
_SCHOLARLY = _ARTICLES | {"chapter", "thesis", "report", "dataset", "software", "entry-encyclopedia", "document", ""}
_BOOKS = frozenset(("book", "chapter", "entry", "entry-encyclopedia"))
_SIGNED = ("doi", "arxiv", "pmid", "pmc")


@dataclass(frozen=True)
class Service:
    """A service: its name, how it is asked, and the seconds that it wants between two requests.

    `contact` is the parameter of an address that says how to reach whoever asks, "" where the user agent does.
    """

    name: str
    ask: Ask
    interval: float
    contact: str = ""


CROSSREF = Service(crossref.NAME, crossref.ask, 0.2, "mailto")
"""Its etiquette is a contact and few requests at a time (https://www.crossref.org/documentation/retrieve-metadata/rest-api/)."""
DATACITE = Service(datacite.NAME, datacite.ask, 0.2)
"""3,000 requests in five minutes (https://support.datacite.org/docs/is-there-a-rate-limit-for-making-requests-against-the-datacite-apis)."""
OPENALEX = Service(openalex.NAME, openalex.ask, 0.2, "mailto")
"""Ten requests a second, a contact for the polite pool (https://docs.openalex.org/how-to-use-the-api/rate-limits-and-authentication)."""
ARXIV = Service(arxiv.NAME, arxiv.ask, 3.0)
"""Three seconds between requests (https://info.arxiv.org/help/api/tou.html)."""
OPEN_LIBRARY = Service(openlibrary.NAME, openlibrary.ask, 1.0)
"""One request a second, a contact in the user agent for more (https://openlibrary.org/developers/api)."""
PUBMED = Service(pubmed.NAME, pubmed.ask, 0.4, "email")
"""Three requests a second without a key (https://www.ncbi.nlm.nih.gov/books/NBK25497/)."""

SERVICES = (CROSSREF, DATACITE, OPENALEX, ARXIV, OPEN_LIBRARY, PUBMED)


def services_for(csl: Mapping[str, object]) -> tuple[Service, ...]:
    """The services that may know a work, the likeliest first; none for a web page, a law or a letter.

    They are asked in this order until one has it.
    """
    schemes = {one.partition(":")[0] for one in identifiers_of(csl)}
    kind = text_of(csl, "type")
    found: list[Service] = []
    if "arxiv" in schemes or (is_preprint(csl) and not schemes & {"doi", "pmid"}):
        found += [ARXIV, DATACITE]
    if "doi" in schemes:
        found += [CROSSREF, DATACITE, OPENALEX]
    if schemes & {"pmid", "pmc"}:
        found.append(PUBMED)
    if "isbn" in schemes or kind in _BOOKS:
        found.append(OPEN_LIBRARY)
    if kind in _SCHOLARLY and text_of(csl, "title"):
        found += [CROSSREF, OPENALEX]
        found += [DATACITE] if kind in ("thesis", "dataset", "software") else []
        found += [PUBMED] if kind in _ARTICLES else []
    return tuple(dict.fromkeys(found))


def is_expected(csl: Mapping[str, object]) -> bool:
    """Whether the services ought to know such a work.

    What has a DOI, an arXiv or a PubMed number, or is an article of a journal with its volume, issue or pages. Web
    pages, books, reports, theses and what stands in newspapers need not be in any of them.
    """
    if any(one.partition(":")[0] in _SIGNED for one in identifiers_of(csl)):
        return True
    placed = any(text_of(csl, field) for field in ("volume", "issue", "page"))
    return text_of(csl, "type") == "article-journal" and bool(text_of(csl, "container-title")) and placed
