"""What each service's answer becomes as a record. The answers are our own, in the shapes of the documentation."""

from __future__ import annotations

import json
from datetime import date

import pytest
from answering import Web, as_json

from holdwater.errors import FetchError
from holdwater.sources.records import arxiv, crossref, datacite, openalex, openlibrary, pubmed
from holdwater.sources.records.answers import MAX_ANSWER, Answered
from holdwater.sources.records.model import Notice, Noticed
from holdwater.sources.records.services import SERVICES, is_expected, services_for

DOI = "10.5555/jam.2014.12"
ARTICLE = {
    "type": "article-journal",
    "title": "Stone bridges: load & flood",
    "author": [{"family": "Doe", "given": "J."}],
    "container-title": "J. Appl. Mason.",
    "volume": "12",
    "issued": {"date-parts": [[2014]]},
}

CROSSREF = {
    "DOI": "10.5555/JAM.2014.12",
    "type": "journal-article",
    "title": ["Stone bridges"],
    "subtitle": ["Load &amp; flood"],
    "original-title": [],
    "container-title": ["Journal of Applied Masonry"],
    "short-container-title": ["J. Appl. Mason."],
    "author": [
        {"given": "Jane A.", "family": "Doe", "suffix": "Jr.", "sequence": "first", "affiliation": []},
        {"name": "Northern Bridges Group", "sequence": "additional"},
    ],
    "volume": "12",
    "issue": "3",
    "page": "123-130",
    "publisher": "Northern Press",
    "issued": {"date-parts": [[2013, 11, 2]]},
    "published-online": {"date-parts": [[2013, 11, 2]]},
    "published-print": {"date-parts": [[2014, 3]]},
    "relation": {"has-preprint": [{"id-type": "doi", "id": "10.48550/arXiv.1305.01234", "asserted-by": "subject"}]},
    "updated-by": [
        {
            "DOI": "10.5555/JAM.2019.R1",
            "type": "retraction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2019, 5, 4]]},
        },
        {"DOI": "10.5555/jam.2016.c1", "type": "correction", "updated": {"date-parts": [[2016, 1, 9]]}},
        {"DOI": "10.5555/jam.2016.a1", "type": "addendum"},
    ],
}
DATACITE = {
    "doi": "10.5555/data.7",
    "titles": [
        {"title": "Lasten der Brücken", "titleType": "TranslatedTitle"},
        {"title": "Loads of bridges"},
        {"title": "1900 to 1914", "titleType": "Subtitle"},
    ],
    "creators": [
        {"name": "Doe, Jane", "nameType": "Personal", "givenName": "Jane", "familyName": "Doe"},
        {"name": "Roe, Richard"},
        {"name": "Bridge Trust", "nameType": "Organizational"},
    ],
    "contributors": [
        {"name": "Poe, Paul", "contributorType": "Editor"},
        {"name": "Moe, M.", "contributorType": "DataManager"},
    ],
    "publisher": {"name": "Northern Data"},
    "publicationYear": 2015,
    "dates": [
        {"date": "2015-02-03", "dateType": "Issued"},
        {"date": "2014-12-01", "dateType": "Submitted"},
        {"date": "1900/1914", "dateType": "Collected"},
    ],
    "types": {"resourceTypeGeneral": "Dataset", "citeproc": "dataset"},
    "relatedIdentifiers": [
        {"relatedIdentifier": "10.5555/data.6", "relatedIdentifierType": "DOI", "relationType": "IsNewVersionOf"},
        {"relatedIdentifier": DOI, "relatedIdentifierType": "DOI", "relationType": "IsSupplementTo"},
    ],
    "alternateIdentifiers": [{"alternateIdentifier": "1305.01234", "alternateIdentifierType": "arXiv"}],
}
OPENALEX = {
    "id": "https://openalex.org/W4999999999",
    "doi": f"https://doi.org/{DOI}",
    "title": "Stone bridges: load & flood",
    "publication_year": 2013,
    "publication_date": "2013-11-02",
    "type": "article",
    "language": "en",
    "is_retracted": True,
    "ids": {
        "openalex": "https://openalex.org/W4999999999",
        "pmid": "https://pubmed.ncbi.nlm.nih.gov/99999999",
        "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/9999999",
    },
    "authorships": [
        {"author": {"display_name": "Jane Doe"}, "raw_author_name": "Jane A. Doe"},
        {"author": {"display_name": "R. Roe"}},
    ],
    "primary_location": {"source": {"display_name": "Journal of Applied Masonry"}},
    "locations": [
        {"landing_page_url": f"https://doi.org/{DOI}"},
        {"landing_page_url": "http://arxiv.org/abs/1305.01234v2"},
    ],
    "biblio": {"volume": "12", "issue": "3", "first_page": "123", "last_page": "130"},
}
ARXIV = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title>ArXiv Query</title>
  <entry>
    <id>http://arxiv.org/abs/1305.01234v2</id>
    <published>2013-05-09T10:00:00Z</published>
    <updated>2013-06-01T10:00:00Z</updated>
    <title>Stone bridges:
  load &amp; flood</title>
    <summary>This paper has been withdrawn by the author.</summary>
    <author><name>Jane A. Doe</name></author>
    <author><name>R. Roe</name></author>
    <arxiv:doi>10.5555/JAM.2014.12</arxiv:doi>
    <arxiv:journal_ref>J. Appl. Mason. 12 (2014) 123-130</arxiv:journal_ref>
  </entry>
</feed>"""
PRINTING = {
    "ISBN:9780306406157": {
        "key": "/books/OL99999999M",
        "title": "A history of bridges",
        "subtitle": "from stone to steel",
        "authors": [{"name": "Jane Doe"}],
        "publishers": [{"name": "Northern Press"}],
        "publish_date": "March 2015",
        "identifiers": {"isbn_13": ["9780306406157"], "isbn_10": ["0306406152"]},
    }
}
BOOK = {
    "key": "/works/OL9999999W",
    "title": "A history of bridges",
    "author_name": ["Jane Doe"],
    "first_publish_year": 2010,
    "publish_year": [2010, 2015, 2021],
    "publisher": ["Northern Press", "Southern Press"],
    "isbn": ["9780306406157"],
}
PUBMED = {
    "uid": "99999999",
    "pubdate": "2014 Mar",
    "epubdate": "2013 Nov 2",
    "source": "J Appl Mason",
    "fulljournalname": "Journal of applied masonry",
    "authors": [
        {"name": "van der Doe JA", "authtype": "Author"},
        {"name": "Northern Bridges Group", "authtype": "CollectiveName"},
    ],
    "title": "[Stone bridges: load and flood].",
    "vernaculartitle": "Steinbrücken: Last und Flut.",
    "volume": "12",
    "issue": "3",
    "pages": "123-30",
    "lang": ["ger"],
    "pubtype": ["Journal Article", "Retracted Publication"],
    "references": [
        {"refsource": "J Appl Mason. 2019", "reftype": "Retraction in", "pmid": 88888888},
        {"reftype": "Comment in", "pmid": 1},
    ],
    "articleids": [
        {"idtype": "pubmed", "value": "99999999"},
        {"idtype": "doi", "value": DOI},
        {"idtype": "pmc", "value": "PMC9999999"},
    ],
}


def test_crossref_is_asked_for_a_doi() -> None:
    web = Web({f"/works/{DOI}": as_json({"message": CROSSREF})})

    (record,) = crossref.ask({"DOI": DOI}, web)
    assert web.asked == [f"https://api.crossref.org/works/{DOI}"]
    assert (record.service, record.key, record.url) == ("Crossref", DOI, f"https://doi.org/{DOI}")


def test_a_work_of_crossref_s_becomes_a_record() -> None:
    record = crossref.record_of(CROSSREF)

    assert record.csl == {
        "type": "article-journal",
        "title": "Stone bridges: Load &amp; flood",
        "author": [{"family": "Doe", "given": "Jane A.", "suffix": "Jr."}, {"literal": "Northern Bridges Group"}],
        "container-title": "Journal of Applied Masonry",
        "container-title-short": "J. Appl. Mason.",
        "publisher": "Northern Press",
        "volume": "12",
        "issue": "3",
        "page": "123-130",
        "issued": {"date-parts": [[2013, 11, 2]]},
        "DOI": DOI,
    }
    assert record.years == (2013, 2014)
    assert record.versions == ("doi:10.48550/arXiv.1305.01234",)


def test_crossref_s_updates_become_notices_the_gravest_first() -> None:
    assert crossref.record_of(CROSSREF).notices == (
        Noticed(Notice.RETRACTED, "10.5555/jam.2019.r1", date(2019, 5, 4)),
        Noticed(Notice.CORRECTED, "10.5555/jam.2016.c1", date(2016, 1, 9)),
    )


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: Stone bridges",
        "Retracted Article: Stone bridges",
        "[Retracted] Stone bridges",
        "Stone bridges - RETRACTED",
    ],
)
def test_a_title_may_be_the_notice(title: str) -> None:
    assert crossref.record_of({"title": [title]}).notices == (Noticed(Notice.RETRACTED),)


@pytest.mark.parametrize("title", ["Retracted wings of beetles", "Retraction: Stone bridges", "Withdrawn troops"])
def test_a_word_in_a_title_is_no_notice(title: str) -> None:
    assert crossref.record_of({"title": [title]}).notices == ()


def test_crossref_searches_by_title_and_author_where_there_is_no_doi() -> None:
    web = Web({"/works?": as_json({"message": {"items": [CROSSREF, CROSSREF]}})})

    assert len(crossref.ask(ARTICLE, web)) == 2
    assert "query.bibliographic=Stone bridges load flood" in web.asked[0]
    assert "query.author=Doe" in web.asked[0]


def test_a_doi_of_datacite_s_becomes_a_record() -> None:
    (record,) = datacite.ask({"DOI": "10.5555/data.7"}, Web({"/dois/": as_json({"data": {"attributes": DATACITE}})}))

    assert record.csl["title"] == "Loads of bridges: 1900 to 1914"
    assert record.csl["translated-title"] == "Lasten der Brücken"
    assert record.csl["author"] == [
        {"family": "Doe", "given": "Jane"},
        {"family": "Roe", "given": "Richard"},
        {"literal": "Bridge Trust"},
    ]
    assert record.csl["editor"] == [{"family": "Poe", "given": "Paul"}]
    assert (record.csl["type"], record.csl["publisher"]) == ("dataset", "Northern Data")
    assert record.csl["issued"] == {"date-parts": [[2015, 2, 3]]}
    assert record.years == (2015, 2014)
    assert record.versions == ("doi:10.5555/data.6",)
    assert record.identifiers == ("doi:10.5555/data.7", "arxiv:1305.01234")


def test_datacite_knows_arxiv_s_numbers_as_dois() -> None:
    web = Web()

    assert datacite.ask({"number": "arXiv:1305.01234"}, web) == ()
    assert web.asked == ["https://api.datacite.org/dois/10.48550/arxiv.1305.01234"]


def test_datacite_s_publisher_may_be_a_name_alone() -> None:
    assert datacite.record_of({**DATACITE, "publisher": "Northern Data"}).csl["publisher"] == "Northern Data"


def test_a_work_of_openalex_s_becomes_a_record() -> None:
    (record,) = openalex.ask({"DOI": DOI}, Web({f"/works/doi:{DOI}": as_json(OPENALEX)}))

    assert record.csl["author"] == [{"literal": "Jane A. Doe"}, {"literal": "R. Roe"}]
    assert (record.csl["page"], record.csl["container-title"]) == ("123-130", "Journal of Applied Masonry")
    assert record.identifiers == (f"doi:{DOI}", "pmid:99999999", "pmc:pmc9999999")
    assert record.versions == ("arxiv:1305.01234",)
    assert record.notices == (Noticed(Notice.RETRACTED),)


def test_openalex_searches_titles_without_the_commas_that_part_its_filters() -> None:
    web = Web({"/works?": as_json({"results": [OPENALEX]})})

    assert openalex.ask({"title": "Load, flood and repair"}, web)
    assert "filter=title.search:Load flood and repair" in web.asked[0]


def test_an_entry_of_arxiv_s_becomes_a_record() -> None:
    (record,) = arxiv.ask({"number": "arXiv:1305.01234"}, Web({"id_list=1305.01234": Answered(200, ARXIV.encode())}))

    assert (record.key, record.url) == ("1305.01234", "https://arxiv.org/abs/1305.01234")
    assert record.csl["title"] == "Stone bridges: load & flood"
    assert record.csl["author"] == [{"literal": "Jane A. Doe"}, {"literal": "R. Roe"}]
    assert record.identifiers == ("arxiv:1305.01234", "doi:10.48550/arxiv.1305.01234")
    assert (record.versions, record.years) == ((f"doi:{DOI}",), (2013, 2014))
    assert record.notices == (Noticed(Notice.WITHDRAWN),)


def test_an_error_of_arxiv_s_is_no_record() -> None:
    error = ARXIV.replace("http://arxiv.org/abs/1305.01234v2", "http://arxiv.org/api/errors#incorrect_id_format")

    assert arxiv.ask({"number": "arXiv:1305.01234"}, Web({"id_list": Answered(200, error.encode())})) == ()


def test_a_printing_of_open_library_s_becomes_a_record() -> None:
    (record,) = openlibrary.ask({"ISBN": "0-306-40615-2"}, Web({"bibkeys=ISBN:9780306406157": as_json(PRINTING)}))

    assert record.csl["title"] == "A history of bridges: from stone to steel"
    assert record.csl["issued"] == {"date-parts": [[2015, 3]]}
    assert record.identifiers == ("isbn:9780306406157", "isbn:0306406152")


def test_a_book_of_open_library_s_bears_the_years_of_all_its_printings() -> None:
    (record,) = openlibrary.ask({"title": "A history of bridges"}, Web({"/search.json": as_json({"docs": [BOOK]})}))

    assert record.years == (2010, 2015, 2021)
    assert record.url == "https://openlibrary.org/works/OL9999999W"


def test_for_a_chapter_open_library_is_asked_for_its_book() -> None:
    web = Web()
    openlibrary.ask(
        {
            "type": "chapter",
            "title": "On piers",
            "container-title": "A history of bridges",
            "editor": [{"family": "Doe"}],
        },
        web,
    )

    assert "title=A history of bridges&author=Doe" in web.asked[0]


def test_a_summary_of_pubmed_s_becomes_a_record() -> None:
    summary = as_json({"result": {"uids": ["99999999"], "99999999": PUBMED}})
    (record,) = pubmed.ask({"PMID": "99999999"}, Web({"esummary.fcgi?db=pubmed&id=99999999": summary}))

    assert record.csl["author"] == [{"family": "van der Doe", "given": "JA"}, {"literal": "Northern Bridges Group"}]
    assert record.csl["title"] == "[Stone bridges: load and flood]"
    assert record.csl["original-title"] == "Steinbrücken: Last und Flut"
    assert (record.csl["container-title-short"], record.csl["page"]) == ("J Appl Mason", "123-30")
    assert record.years == (2014, 2013)
    assert record.identifiers == ("pmid:99999999", f"doi:{DOI}", "pmc:pmc9999999")
    assert record.notices == (Noticed(Notice.RETRACTED, "https://pubmed.ncbi.nlm.nih.gov/88888888/"),)


def test_pubmed_is_searched_before_it_is_asked() -> None:
    found = as_json({"esearchresult": {"idlist": ["99999999"]}})
    web = Web({"esearch": found, "esummary": as_json({"result": {"99999999": PUBMED}})})

    assert len(pubmed.ask(ARTICLE, web)) == 1
    assert "term=Stone bridges load flood[Title] AND Doe[1AU]" in web.asked[0]
    assert pubmed.ask({"DOI": DOI}, Web({"esearch": as_json({"esearchresult": {"idlist": []}})})) == ()


@pytest.mark.parametrize("service", SERVICES, ids=[service.name for service in SERVICES])
def test_a_work_that_a_service_does_not_know_is_no_record(service) -> None:
    empty = b'<feed xmlns="http://www.w3.org/2005/Atom"/>' if service.name == "arXiv" else b"{}"

    assert service.ask({**ARTICLE, "DOI": DOI}, Web({"": Answered(200, empty)})) == ()


@pytest.mark.parametrize("service", SERVICES, ids=[service.name for service in SERVICES])
@pytest.mark.parametrize(
    "answer",
    [
        Answered(200, b"<html>"),
        Answered(200, b"[" * 100_000),
        Answered(503),
        Answered(200, b"x" * (MAX_ANSWER + 1)),
        Answered(200, b"1" * 9_999),
    ],
    ids=["not its format", "nested without end", "busy", "too large", "a number without end"],
)
def test_what_cannot_be_read_is_a_fault_of_the_service(service, answer: Answered) -> None:
    with pytest.raises(FetchError):
        service.ask(ARTICLE, Web({"": answer}))


SHAPES = [None, [], {}, "x", 7, [None], [[]], [{}], {"a": [None, {"b": 1}]}, True]


@pytest.mark.parametrize("shape", SHAPES, ids=[json.dumps(shape) for shape in SHAPES])
def test_fields_of_any_shape_make_a_record(shape: object) -> None:
    crossref.record_of(dict.fromkeys(CROSSREF, shape))
    datacite.record_of(dict.fromkeys(DATACITE, shape))
    openalex.record_of(dict.fromkeys(OPENALEX, shape))
    openlibrary.record_of_printing(dict.fromkeys(PRINTING["ISBN:9780306406157"], shape))
    openlibrary.record_of_work(dict.fromkeys(BOOK, shape))
    pubmed.record_of(dict.fromkeys(PUBMED, shape))


def names(csl: dict[str, object]) -> list[str]:
    return [service.name for service in services_for(csl)]


def test_services_are_asked_for_what_they_know() -> None:
    assert names(ARTICLE) == ["Crossref", "OpenAlex", "PubMed"]
    assert names({**ARTICLE, "DOI": DOI}) == ["Crossref", "DataCite", "OpenAlex", "PubMed"]
    assert names({"type": "article", "title": "x", "number": "arXiv:1305.01234"})[:2] == ["arXiv", "DataCite"]
    assert names({"type": "book", "title": "x"}) == ["Open Library"]
    assert names({"type": "webpage", "title": "x", "URL": "https://example.org/"}) == []


def test_web_pages_books_and_reports_are_not_expected() -> None:
    assert is_expected(ARTICLE)
    assert is_expected({"type": "book", "DOI": DOI})
    assert not is_expected({"type": "book", "title": "x"})
    assert not is_expected({"type": "report", "title": "x"})
    assert not is_expected({"type": "webpage", "URL": "https://example.org/"})
    assert not is_expected({"type": "article-newspaper", "title": "x", "container-title": "Gazette", "page": "3"})
