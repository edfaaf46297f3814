"""Zotero's exported library, "Zotero RDF" with its folder of files. The export is our own, in Zotero's vocabulary."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.errors import CatalogueError
from holdwater.sources.exchange.model import Imported
from holdwater.sources.exchange.reading import read_works
from holdwater.sources.exchange.zotero_rdf import read_rdf
from holdwater.sources.shelf import open_shelf

HEAD = """<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:vcard="http://nwalsh.com/rdf/vCard#"
 xmlns:link="http://purl.org/rss/1.0/modules/link/">
"""

LIBRARY = """
<bib:Article rdf:about="https://example.org/weirs">
  <z:itemType>journalArticle</z:itemType>
  <dcterms:isPartOf rdf:resource="urn:issn:1234-5679"/>
  <bib:authors><rdf:Seq>
    <rdf:li><foaf:Person><foaf:surname>van der Roe</foaf:surname><foaf:givenName>Richard</foaf:givenName></foaf:Person>
    </rdf:li>
    <rdf:li><foaf:Person><foaf:surname>Ministry of Water</foaf:surname></foaf:Person></rdf:li>
  </rdf:Seq></bib:authors>
  <z:translators><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Coe</foaf:surname><foaf:givenname>C., Jr.</foaf:givenname>
    </foaf:Person></rdf:li></rdf:Seq></z:translators>
  <link:link rdf:resource="#item_12"/>
  <link:link rdf:resource="#item_13"/>
  <dcterms:isReferencedBy rdf:resource="#item_14"/>
  <dc:subject>taps</dc:subject>
  <dc:subject><z:AutomaticTag><rdf:value>weirs</rdf:value></z:AutomaticTag></dc:subject>
  <dc:subject><dcterms:LCC><rdf:value>TD 1</rdf:value></dcterms:LCC></dc:subject>
  <dc:title>The Weirs of Marden &amp; Oberau</dc:title>
  <dcterms:abstract>Water runs down.</dcterms:abstract>
  <dc:date>May 3, 2019</dc:date>
  <z:language>en</z:language>
  <z:libraryCatalog>Shelf</z:libraryCatalog>
  <z:citationKey>roe2019</z:citationKey>
  <dc:identifier><dcterms:URI><rdf:value>https://example.org/weirs</rdf:value></dcterms:URI></dc:identifier>
  <dcterms:dateSubmitted>2020-01-02 10:00:00</dcterms:dateSubmitted>
  <bib:pages>4–9</bib:pages>
  <dc:description>PMID: 77
original-date: 1867
Kept as it is: no variable</dc:description>
</bib:Article>
<bib:Journal rdf:about="urn:issn:1234-5679">
  <dc:title>Marden Review</dc:title><dcterms:alternative>Mard. Rev.</dcterms:alternative>
  <prism:volume>12</prism:volume><prism:number>3</prism:number>
  <dc:identifier>DOI 10.1000/weirs</dc:identifier><dc:identifier>ISSN 1234-5679</dc:identifier>
</bib:Journal>
<z:Attachment rdf:about="#item_12">
  <z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/12/Roe - 2019 - Weirs.html"/>
  <dc:title>Snapshot</dc:title><z:linkMode>1</z:linkMode><link:type>text/html</link:type>
</z:Attachment>
<z:Attachment rdf:about="#item_13"><z:itemType>attachment</z:itemType><dc:title>Link alone</dc:title></z:Attachment>
<bib:Memo rdf:about="#item_14"><rdf:value>A note.</rdf:value></bib:Memo>
<bib:BookSection rdf:about="#item_20">
  <z:itemType>bookSection</z:itemType>
  <dcterms:isPartOf><bib:Book><dc:identifier>ISBN 978-0-306-40615-7</dc:identifier><dc:title>Waters</dc:title>
    <dcterms:isPartOf><bib:Series><dc:title>Works</dc:title><dc:identifier>7</dc:identifier></bib:Series>
    </dcterms:isPartOf></bib:Book></dcterms:isPartOf>
  <dc:publisher><foaf:Organization><foaf:name>Mill Press</foaf:name>
    <vcard:adr><vcard:Address><vcard:locality>Oberau</vcard:locality></vcard:Address></vcard:adr>
  </foaf:Organization></dc:publisher>
  <dc:title>Taps</dc:title><dc:date>Spring 2001</dc:date><prism:edition>2</prism:edition>
</bib:BookSection>
<bib:Document rdf:about="#item_30">
  <z:itemType>webpage</z:itemType>
  <dcterms:isPartOf><z:Website><dc:title>Marden Council</dc:title></z:Website></dcterms:isPartOf>
  <z:type>Notice</z:type><dc:title>Water off on Tuesday</dc:title>
</bib:Document>
<rdf:Description rdf:about="urn:isbn:0306406152">
  <z:itemType>conferencePaper</z:itemType><dc:title>Locks</dc:title>
  <bib:presentedAt><bib:Conference><dc:title>Lock Days</dc:title></bib:Conference></bib:presentedAt>
</rdf:Description>
<z:Attachment rdf:about="#item_40">
  <z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/40/scan.pdf"/><dc:title>A scan</dc:title>
</z:Attachment>
<z:Collection rdf:about="#collection_1"><dc:title>Mine</dc:title>
  <dcterms:hasPart rdf:resource="#item_20"/></z:Collection>
"""


def export(folder: Path, body: str = LIBRARY, files: tuple[str, ...] = ()) -> Imported:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Water runs down.")
    (folder / "Library.rdf").write_text(f'<?xml version="1.0" encoding="utf-8"?>\n{HEAD}{body}</rdf:RDF>', "utf-8")
    return read_works(folder / "Library.rdf")


def one(body: str) -> dict[str, object]:
    (item,) = read_rdf(f"{HEAD}{body}</rdf:RDF>", "Library.rdf")
    return item


def test_an_export_is_read_whole_with_its_attachments(tmp_path: Path) -> None:
    imported = export(tmp_path, files=("files/12/Roe - 2019 - Weirs.html", "files/40/scan.pdf"))
    works = {str(work.csl["id"]): work for work in imported.works}
    assert list(works) == ["roe2019", "2001taps", "water", "locks", "scan"]
    assert works["roe2019"].csl == {
        "id": "roe2019",
        "type": "article-journal",
        "citation-key": "roe2019",
        "title": "The Weirs of Marden & Oberau",
        "author": [
            {"family": "Roe", "given": "Richard", "non-dropping-particle": "van der"},
            {"literal": "Ministry of Water"},
        ],
        "translator": [{"family": "Coe", "given": "C.", "suffix": "Jr."}],
        "container-title": "Marden Review",
        "container-title-short": "Mard. Rev.",
        "volume": "12",
        "issue": "3",
        "page": "4-9",
        "DOI": "10.1000/weirs",
        "ISSN": "1234-5679",
        "URL": "https://example.org/weirs",
        "issued": {"date-parts": [[2019, 5, 3]]},
        "accessed": {"date-parts": [[2020, 1, 2]]},
        "original-date": {"date-parts": [[1867]]},
        "PMID": "77",
        "abstract": "Water runs down.",
        "keyword": "taps, weirs",
        "call-number": "TD 1",
        "language": "en",
        "source": "Shelf",
        "note": "PMID: 77\noriginal-date: 1867\nKept as it is: no variable",
    }
    assert [file.name for file in works["roe2019"].files] == ["Roe - 2019 - Weirs.html"]
    assert works["2001taps"].csl == {
        "id": "2001taps", "type": "chapter", "title": "Taps", "container-title": "Waters", "collection-title": "Works",
        "collection-number": "7", "ISBN": "978-0-306-40615-7", "publisher": "Mill Press", "publisher-place": "Oberau",
        "edition": "2", "issued": {"date-parts": [[2001]], "season": 1},
    }  # fmt: skip
    assert works["water"].csl == {
        "id": "water", "type": "webpage", "title": "Water off on Tuesday", "container-title": "Marden Council",
        "genre": "Notice",
    }  # fmt: skip
    assert works["locks"].csl["event-title"] == "Lock Days"
    assert works["locks"].csl["ISBN"] == "0306406152"
    assert (works["scan"].csl["title"], [file.name for file in works["scan"].files]) == ("A scan", ["scan.pdf"])
    assert imported.passed_over == ()


def test_an_attachment_that_is_not_there_is_told(tmp_path: Path) -> None:
    imported = export(tmp_path)
    assert [(one.what, one.why) for one in imported.passed_over] == [
        (f"{key}: {file}", f"there is no file {file} in {tmp_path}")
        for key, file in (("roe2019", "files/12/Roe - 2019 - Weirs.html"), ("scan", "files/40/scan.pdf"))
    ]


def test_an_export_serves_as_a_folder_of_sources(tmp_path: Path) -> None:
    export(tmp_path, files=("files/12/Roe - 2019 - Weirs.html",))
    shelf = open_shelf(tmp_path)
    assert shelf.document("roe2019").text == "Water runs down."
    assert "doi:10.1000/weirs" in shelf.sources["roe2019"].identifiers


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<bib:Report><z:itemType>report</z:itemType><prism:number>7</prism:number></bib:Report>", {"number": "7"}),
        ("<bib:Article><prism:number>7</prism:number></bib:Article>", {"type": "article-journal", "issue": "7"}),
        ("<bib:Article><z:itemType>holograph</z:itemType></bib:Article>", {"type": "document"}),
        ("<bib:Book><dc:title>a\u00a0&nbsp;b</dc:title></bib:Book>", {"title": "a\u00a0\u00a0b"}),
        ("<bib:Book><dc:description>type: interview\nDOI: 10.1000/x</dc:description></bib:Book>",
         {"type": "interview", "DOI": "10.1000/x"}),
        ("<bib:Book><z:DOI>10.1000/y</z:DOI><dc:description>DOI: 10.1000/x</dc:description></bib:Book>",
         {"DOI": "10.1000/y"}),
        ("<bib:Article><dcterms:isPartOf><bib:Part><dc:title>Letters</dc:title><dcterms:isPartOf><bib:Newspaper>"
         "<dc:title>Daily</dc:title></bib:Newspaper></dcterms:isPartOf></bib:Part></dcterms:isPartOf></bib:Article>",
         {"section": "Letters", "container-title": "Daily"}),
    ],
)  # fmt: skip
def test_what_a_node_says_is_taken_by_its_kind(body: str, said: dict[str, str]) -> None:
    item = one(body)
    assert {name: item.get(name) for name in said} == said


def test_nodes_that_are_part_of_one_another_end_somewhere() -> None:
    body = "".join(
        f'<bib:Book rdf:about="#{name}"><dc:title>{name}</dc:title><dcterms:isPartOf rdf:resource="#{other}"/>'
        f'<dcterms:isPartOf rdf:resource="#{name}"/></bib:Book>'
        for name, other in (("a", "b"), ("b", "a"))
    )
    items = read_rdf(f"{HEAD}{body}</rdf:RDF>", "x")
    assert [item["title"] for item in items] == ["a", "b"]


def test_what_a_container_says_is_looked_at_once_however_many_are_in_it() -> None:
    items = '<bib:Article><dcterms:isPartOf rdf:resource="#j"/></bib:Article>' * 3_000
    journal = f'<bib:Journal rdf:about="#j"><dc:title>{"x" * 5_000}</dc:title>{"<z:a/>" * 30_000}</bib:Journal>'
    # Minutes, if each looked again.
    found = within_seconds(20, lambda: read_rdf(f"{HEAD}{items}{journal}</rdf:RDF>", "x"))
    assert found[0] is not found[1]
    assert {item["container-title"] for item in found} == {"x" * 2_000}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<rdf:RDF", "not well-formed XML"),
        ("<html/>", "no RDF; export the library as Zotero RDF"),
        ("", "not well-formed XML"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>', "declares the entity &b;"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rdf:RDF>&a;</rdf:RDF>', "not well-formed XML"),
        (f"{HEAD}{'<z:a>' * 500}{'</z:a>' * 500}</rdf:RDF>", "elements nested too deep"),
    ],
)
def test_a_broken_or_hostile_export_is_one_clear_fault(text: str, fault: str) -> None:
    with pytest.raises(CatalogueError, match=fault):
        read_rdf(text, "Library.rdf")


def test_an_entity_of_the_system_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("TOP SECRET")
    doctype = f'<!DOCTYPE rdf:RDF [<!ENTITY leak SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    text = f"{doctype}{HEAD}<bib:Book><dc:title>x&leak;</dc:title></bib:Book></rdf:RDF>"
    (item,) = read_rdf(text, "Library.rdf")
    assert item["title"] == "x"


@settings(deadline=None)
@given(path=st.text(alphabet="./\\ab%2e:~ü\u202e", min_size=1, max_size=30))
def test_no_attachment_of_an_export_leads_outside(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "outer" / "inner"
    folder.mkdir(parents=True, exist_ok=True)
    for outside in (folder.parent / "a", folder.parent / "b"):
        outside.write_text("outside")
    body = (
        '<bib:Book><dc:title>x</dc:title><link:link rdf:resource="#1"/></bib:Book>'
        f'<z:Attachment rdf:about="#1"><rdf:resource rdf:resource="{escape(path)}"/></z:Attachment>'
    )
    (work,) = export(folder, body).works
    assert all(file.resolve().is_relative_to(folder.resolve()) for file in work.files)
