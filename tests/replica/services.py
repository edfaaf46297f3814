"""Answers of the services about one invented article, in the shapes that their documentation gives.

Crossref's REST API, DataCite's REST API (JSON:API), OpenAlex, arXiv's query API (Atom), Open Library, and PubMed's
E-utilities. `recorded()` is what a replica answers unless it is given others.
"""

from __future__ import annotations

import json

from replica.recorded import Recorded

DOI = "10.5555/mill.2019.3"  # a prefix that Crossref keeps for tests
TITLE = "The mill by the weir: water rights in an invented valley"

CROSSREF_WORK = {
    "DOI": DOI,
    "type": "journal-article",
    "title": [TITLE],
    "author": [
        {"given": "Jane Q.", "family": "Doe", "sequence": "first", "affiliation": []},
        {"given": "Øystein", "family": "van der Berg", "sequence": "additional", "affiliation": []},
    ],
    "container-title": ["Journal of Invented Hydrology"],
    "short-container-title": ["J. Inv. Hydrol."],
    "publisher": "Invented Press",
    "volume": "12",
    "issue": "3",
    "page": "123-130",
    "issued": {"date-parts": [[2018, 11, 2]]},
    "published-online": {"date-parts": [[2018, 11, 2]]},
    "published-print": {"date-parts": [[2019, 3]]},
    "ISSN": ["2049-3630"],
    "URL": f"https://doi.org/{DOI}",
    "language": "en",
}

DATACITE_WORK = {
    "id": "10.5555/mill.data",
    "type": "dois",
    "attributes": {
        "doi": "10.5555/mill.data",
        "titles": [{"title": "Water levels at the mill, 1990-2018"}],
        "creators": [{"name": "Doe, Jane", "nameType": "Personal", "givenName": "Jane", "familyName": "Doe"}],
        "publisher": "Invented Repository",
        "publicationYear": 2019,
        "dates": [{"date": "2019-04-01", "dateType": "Issued"}],
        "types": {"resourceTypeGeneral": "Dataset", "citeproc": "dataset", "ris": "DATA"},
        "relatedIdentifiers": [
            {"relatedIdentifier": DOI, "relatedIdentifierType": "DOI", "relationType": "IsSupplementTo"}
        ],
        "url": "https://repository.example/mill",
    },
}

OPENALEX_WORK = {
    "id": "https://openalex.org/W4999999999",
    "doi": f"https://doi.org/{DOI}",
    "title": TITLE,
    "display_name": TITLE,
    "publication_year": 2018,
    "publication_date": "2018-11-02",
    "type": "article",
    "is_retracted": False,
    "ids": {"openalex": "https://openalex.org/W4999999999", "doi": f"https://doi.org/{DOI}"},
    "authorships": [
        {"author_position": "first", "author": {"display_name": "Jane Doe"}, "raw_author_name": "Jane Q. Doe"},
        {"author_position": "last", "author": {"display_name": "Øystein van der Berg"}},
    ],
    "primary_location": {"source": {"display_name": "Journal of Invented Hydrology", "issn_l": "2049-3630"}},
    "biblio": {"volume": "12", "issue": "3", "first_page": "123", "last_page": "130"},
}

ARXIV_FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
      xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title type="html">ArXiv Query: id_list=1801.99999</title>
  <opensearch:totalResults>1</opensearch:totalResults>
  <entry>
    <id>http://arxiv.org/abs/1801.99999v2</id>
    <published>2018-01-30T10:00:00Z</published>
    <updated>2018-06-01T10:00:00Z</updated>
    <title>The mill by the weir:
  water rights in an invented valley</title>
    <summary>Nobody remembered who had built it.</summary>
    <author><name>Jane Doe</name></author>
    <author><name>Øystein van der Berg</name></author>
    <arxiv:doi>10.5555/mill.2019.3</arxiv:doi>
    <arxiv:journal_ref>J. Inv. Hydrol. 12 (2019) 123-130</arxiv:journal_ref>
    <arxiv:primary_category term="physics.geo-ph"/>
  </entry>
</feed>
"""

OPEN_LIBRARY_BOOK = {
    "ISBN:9780000000002": {
        "url": "https://openlibrary.org/books/OL99999999M/A_history_of_mills",
        "key": "/books/OL99999999M",
        "title": "A history of mills",
        "subtitle": "from stone to steel",
        "authors": [{"name": "Jane Doe", "url": "https://openlibrary.org/authors/OL9999999A"}],
        "publishers": [{"name": "Invented Press"}],
        "publish_date": "March 2015",
        "number_of_pages": 312,
        "identifiers": {"isbn_13": ["9780000000002"]},
    }
}

PUBMED_SUMMARY = {
    "header": {"type": "esummary", "version": "0.3"},
    "result": {
        "uids": ["99999999"],
        "99999999": {
            "uid": "99999999",
            "pubdate": "2019 Mar",
            "epubdate": "2018 Nov 2",
            "source": "J Inv Hydrol",
            "fulljournalname": "Journal of invented hydrology",
            "authors": [{"name": "Doe JQ", "authtype": "Author"}, {"name": "van der Berg Ø", "authtype": "Author"}],
            "title": f"{TITLE}.",
            "volume": "12",
            "issue": "3",
            "pages": "123-30",
            "pubtype": ["Journal Article"],
            "articleids": [{"idtype": "doi", "value": DOI}, {"idtype": "pubmed", "value": "99999999"}],
        },
    },
}


def recorded() -> tuple[Recorded, ...]:
    """The answers, each under its service's host and path; any query finds the article."""
    return (
        _json("api.crossref.org", f"/works/{DOI}", _crossref("work", CROSSREF_WORK)),
        _json("api.crossref.org", "/works", _crossref("work-list", _listed())),
        _json("api.datacite.org", "/dois/10.5555/mill.data", {"data": DATACITE_WORK}),
        _json("api.datacite.org", "/dois", {"data": [DATACITE_WORK], "meta": {"total": 1, "totalPages": 1, "page": 1}}),
        _json("api.openalex.org", f"/works/doi:{DOI}", OPENALEX_WORK),
        _json("api.openalex.org", "/works", {"meta": {"count": 1, "page": 1}, "results": [OPENALEX_WORK]}),
        Recorded("export.arxiv.org", "/api/query", ARXIV_FEED.encode(), "application/atom+xml; charset=utf-8"),
        _json("openlibrary.org", "/api/books", OPEN_LIBRARY_BOOK),
        _json("eutils.ncbi.nlm.nih.gov", "/entrez/eutils/esummary.fcgi", PUBMED_SUMMARY),
        _json("eutils.ncbi.nlm.nih.gov", "/entrez/eutils/esearch.fcgi", {"esearchresult": {"idlist": ["99999999"]}}),
    )


def _crossref(kind: str, message: object) -> object:
    return {"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message}


def _listed() -> object:
    item = {**CROSSREF_WORK, "score": 81.5}
    return {"facets": {}, "total-results": 1, "items": [item], "items-per-page": 20, "query": {"start-index": 0}}


def _json(host: str, path: str, answer: object) -> Recorded:
    return Recorded(host, path, json.dumps(answer).encode(), headers=(("ETag", f'"{host}{path}"'),))
