"""arXiv: preprints of physics, mathematics, computer science and their neighbours.

Documentation: https://info.arxiv.org/help/api/user-manual.html (queries, and the Atom feed that answers them; it asks
for three seconds between requests).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from holdwater.errors import FetchError, ReadError
from holdwater.patterns import waiting
from holdwater.read.xml import Element, grow
from holdwater.sources.identify import canonical
from holdwater.sources.records.answers import (
    MOST_RECORDS,
    Get,
    address,
    body_of,
    date_of,
    first_family,
    issued,
    searched_title,
    without_empty,
)
from holdwater.sources.records.comparing.identities import identifiers_of
from holdwater.sources.records.model import Notice, Noticed, Record
from holdwater.sources.records.notices import heaviest, in_title

NAME = "arXiv"
API = "https://export.arxiv.org/api/query"
_ATOM = {"accept": "application/atom+xml"}
_PREFIXES = {"http://www.w3.org/2005/Atom": "atom", "http://arxiv.org/schemas/atom": "arxiv"}
_WITHDRAWN = waiting(
    r"\b(?:this (?:paper|article|submission|manuscript|work)|it) (?:has been|was|is) withdrawn\b", re.I
)


def ask(reference_csl: Mapping[str, object], get: Get) -> tuple[Record, ...]:
    """The records of a reference: that of its arXiv number, or the first that a search for its title finds.

    Raises FetchError where the service did not answer, or not with what can be read.
    """
    number = next((one[6:] for one in identifiers_of(reference_csl) if one.startswith("arxiv:")), "")
    if number:
        return _found(get, {"id_list": number, "max_results": "1"})
    title, family = searched_title(reference_csl), first_family(reference_csl)
    if not title:
        return ()
    query = f'ti:"{title}"' + (f" AND au:{family}" if family.isalpha() else "")
    return _found(get, {"search_query": query, "max_results": str(MOST_RECORDS)})


def _found(get: Get, asked: Mapping[str, str]) -> tuple[Record, ...]:
    body = body_of(get(address(API, asked), _ATOM), NAME)
    try:
        feed = grow(body.decode("utf-8", "replace"), "an answer of arXiv's", _PREFIXES)
    except ReadError as error:
        raise FetchError(f"{NAME} answered something that is not a feed") from error
    entries = list(feed.elements("atom:entry"))[:MOST_RECORDS]
    return tuple(record_of(entry) for entry in entries if "/abs/" in _words(entry, "atom:id"))


def record_of(entry: Element) -> Record:
    """An entry of arXiv's feed as a record. An error is an entry too, whose id is no paper's."""
    number = canonical(f"arxiv:{_words(entry, 'atom:id').rpartition('/abs/')[2]}").partition(":")[2]
    published, updated = date_of(_words(entry, "atom:published")), date_of(_words(entry, "atom:updated"))
    doi, title = _words(entry, "arxiv:doi").lower(), _words(entry, "atom:title")
    people = [author.first("atom:name") for author in entry.elements("atom:author")]
    csl = without_empty(
        {
            "type": "article",
            "genre": "preprint",
            "title": title,
            "author": [{"literal": name.words()} for name in people if name is not None and name.words()],
            "container-title": NAME,
            "number": f"arXiv:{number}" if number else "",
            "issued": issued(published),
            "note": _words(entry, "arxiv:journal_ref"),
        }
    )
    withdrawn = _WITHDRAWN.search(f"{_words(entry, 'arxiv:comment')} {_words(entry, 'atom:summary')[:300]}")
    printed = date_of(_words(entry, "arxiv:journal_ref"))
    return Record(
        service=NAME,
        key=number,
        url=f"https://arxiv.org/abs/{number}" if number else "",
        csl=csl,
        identifiers=tuple(one for one in (f"arxiv:{number}", f"doi:10.48550/arxiv.{number}") if number),
        versions=(f"doi:{doi}",) if doi else (),
        years=tuple(dict.fromkeys(parts[0] for parts in (published, updated, printed) if parts)),
        notices=heaviest((*((Noticed(Notice.WITHDRAWN),) if withdrawn else ()), *in_title(title))),
    )


def _words(entry: Element, tag: str) -> str:
    found = entry.first(tag)
    return found.words()[:4_000] if found is not None else ""
