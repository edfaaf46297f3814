"""DOCX: citations of Zotero, Mendeley, EndNote, Citavi and of Word itself, and the bibliographies they print."""

from __future__ import annotations

import base64
import json
from html import escape

import pytest
from docx_factory import field, note, note_mark, p, r, word
from reading_checks import assert_sound, blocks, kinds, marks

from holdwater.document import Document, MarkKind, Part
from holdwater.read.docx.citations import Works, items_of, items_of_tag
from holdwater.read.docx.items import Item, located

MILLS = {"id": 5, "type": "book", "title": "Mills", "author": [{"family": "Doe", "given": "Jane"}]}
RIVERS = {"id": 6, "type": "book", "title": "Rivers", "DOI": "10.1000/rivers"}


def item(work: dict[str, object], **more: object) -> dict[str, object]:
    return {"id": work["id"], "uris": [f"http://zotero.test/{work['title']}"], "itemData": work, **more}


def zotero(*items: dict[str, object], words: str = "(Doe)") -> str:
    told = escape(json.dumps({"citationID": "x", "citationItems": items, "schema": "y"}))
    return field(f" ADDIN ZOTERO_ITEM CSL_CITATION {told} ", words)


def cited(document: Document) -> list[tuple[str, str, str]]:
    assert_sound(document)
    return marks(document, MarkKind.CITATION)


class TestZotero:
    def test_a_mark_for_each_work_over_the_printed_words(self) -> None:
        document = word(p("As said ", zotero(item(MILLS, locator="4", label="page"), item(RIVERS)), "."))
        assert document.text == "As said (Doe)."
        assert cited(document) == [("(Doe)", "p. 4", "5"), ("(Doe)", "", "6")]

    def test_the_record_is_the_csl_json_with_the_id_that_marks_name(self) -> None:
        document = word(p(zotero(item(MILLS))), p(zotero(item(RIVERS))))
        assert [record.id for record in document.records] == ["5", "6"]
        assert document.records[0].csl == {**MILLS, "id": "5"}
        assert document.records[0].span.start == document.marks[0].span.start

    def test_a_work_that_is_cited_twice_has_one_record(self) -> None:
        document = word(p(zotero(item(MILLS))), p(zotero(item(MILLS, locator="7"))))
        assert [target for _, _, target in cited(document)] == ["5", "5"]
        assert len(document.records) == 1

    def test_two_works_that_share_an_id_are_told_apart(self) -> None:
        document = word(p(zotero(item(MILLS))), p(zotero(item({**RIVERS, "id": 5}))))
        assert [target for _, _, target in cited(document)] == ["5", "5-2"]
        assert [record.csl["title"] for record in document.records] == ["Mills", "Rivers"]

    def test_the_instruction_may_be_cut_into_several_runs(self) -> None:
        told = escape(json.dumps({"citationItems": [item(MILLS)]}))
        cut = "".join(
            f"<w:r><w:instrText>{part}</w:instrText></w:r>"
            for part in (" ADDIN ZOTERO_ITEM ", f"CSL_CITATION {told[:30]}", told[30:])
        )
        assert cited(word(p(field(cut, "(Doe)")))) == [("(Doe)", "", "5")]

    def test_a_citation_in_a_note_is_marked_there(self) -> None:
        document = word(
            p("a", note_mark(2)), footnotes=note(2, p("See ", zotero(item(MILLS), words="Doe, Mills"), "."))
        )
        assert cited(document) == [("Doe, Mills", "", "5")]
        assert document.block_at(document.marks_of(MarkKind.CITATION)[0].span.start).part is Part.NOTES  # type: ignore[union-attr]

    def test_a_note_mark_may_stand_in_the_citation(self) -> None:
        mark = note_mark(2)
        document = word(p("a", zotero(item(MILLS), words=mark)), footnotes=note(2, "Doe."))
        assert [one.kind for one in document.marks] == [MarkKind.NOTE, MarkKind.CITATION]
        assert cited(document) == [("", "", "5")]

    def test_the_bibliography_is_a_block_for_each_entry(self) -> None:
        begin, end = field('ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY', "<!-- -->").split("<!-- -->")
        document = word(p("Text."), p(begin, "Doe, Mills."), p("Roe, Rivers.", end), p("After."))
        assert kinds(document) == ["paragraph", "reference", "reference", "paragraph"]
        assert [block.part for block in document.blocks[1:3]] == [Part.REFERENCES] * 2

    @pytest.mark.parametrize(
        "told",
        ["{", '{"citationItems": 4}', "nothing", '{"citationItems": [7, null]}', "[" * 100_000, '{"a":' * 50_000],
    )
    def test_a_description_that_cannot_be_read_leaves_the_words_and_says_so(self, told: str) -> None:
        document = word(p("As ", field(f"ADDIN ZOTERO_ITEM CSL_CITATION {escape(told)}", "(Doe)"), "."))
        assert document.text == "As (Doe)."
        assert not cited(document)
        assert len(document.unread) == 1

    def test_a_description_of_strange_values_does_no_harm(self) -> None:
        strange = {
            "id": [1],
            "uris": [7],
            "locator": {"a": 1},
            "label": 3,
            "itemData": {"title": "\ud800\x01", "n": 1e999},
        }
        told = json.dumps({"citationItems": [strange, {"itemData": "x"}, {}]})
        document = word(p(field(f"ADDIN ZOTERO_ITEM CSL_CITATION {escape(told)}", "(Doe)")))
        assert len(cited(document)) == 3
        assert json.dumps(dict(document.records[0].csl)).isascii()
        assert "\ud800" not in str(document.records[0].csl)


class TestMendeley:
    def test_the_older_one_keeps_a_field(self) -> None:
        told = escape(json.dumps({"citationItems": [{**item(MILLS), "locator": "10-20"}], "mendeley": {}}))
        document = word(p(field(f"ADDIN CSL_CITATION {told}", "(Doe, pp. 10–20)")))
        assert cited(document) == [("(Doe, pp. 10–20)", "pp. 10-20", "5")]

    def test_the_newer_one_keeps_a_content_control(self) -> None:
        told = json.dumps(
            {"citationID": "x", "citationItems": [item(MILLS), item(RIVERS, locator="3", label="chapter")]}
        )
        tag = "MENDELEY_CITATION_v3_" + base64.b64encode(told.encode()).decode()
        control = f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{r("(Doe)")}</w:sdtContent></w:sdt>'
        document = word(p("As ", control, "."))
        assert cited(document) == [("(Doe)", "", "5"), ("(Doe)", "ch. 3", "6")]
        listed = '<w:sdtPr><w:tag w:val="MENDELEY_BIBLIOGRAPHY"/></w:sdtPr>'
        document = word(p("a"), f"<w:sdt>{listed}<w:sdtContent>{p('Doe, Mills.')}</w:sdtContent></w:sdt>", p("b"))
        assert kinds(document) == ["paragraph", "reference", "paragraph"]

    def test_a_tag_that_is_no_base64_cites_nothing(self) -> None:
        assert items_of_tag("MENDELEY_CITATION_v3_%%%") == []
        assert items_of_tag("something else") == []

    def test_its_bibliography_is_one_too(self) -> None:
        document = word(p(field("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY", "Doe, Mills.")))
        assert kinds(document) == ["reference"]


ENDNOTE = (
    "<EndNote><Cite><Author>Doe</Author><Year>1994</Year><RecNum>12</RecNum><Pages>17</Pages><record>"
    '<rec-number>12</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors>'
    "<author>Doe, Jane</author><author>Mill Society</author></authors></contributors><titles><title>"
    '<style face="normal">The Quiet Mill</style></title><secondary-title>Valley Review</secondary-title></titles>'
    "<dates><year>1994</year></dates><volume>3</volume><electronic-resource-num>10.1000/x</electronic-resource-num>"
    "</record></Cite><Cite><Author>Roe</Author><Year>2001</Year></Cite></EndNote>"
)


class TestEndNote:
    def test_its_xml_is_read_into_csl_json(self) -> None:
        document = word(p(field(f"ADDIN EN.CITE {escape(ENDNOTE)}", "(Doe, 1994; Roe, 2001)")))
        assert [(locator, target) for _, locator, target in cited(document)] == [("p. 17", "12"), ("", "Roe2001")]
        assert document.records[0].csl == {
            "id": "12", "type": "article-journal", "title": "The Quiet Mill", "container-title": "Valley Review",
            "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Mill Society"}], "volume": "3",
            "DOI": "10.1000/x", "issued": {"date-parts": [[1994]]},
        }  # fmt: skip
        assert document.records[1].csl["author"] == [{"family": "Roe"}]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
    def test_long_ones_stand_in_the_data_of_an_inner_field(self, encoding: str) -> None:
        data = base64.b64encode((ENDNOTE + "\0").encode(encoding)).decode()
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{data}</w:fldData></w:fldChar></w:r>'
        inner = f"{begin}<w:r><w:instrText>ADDIN EN.CITE.DATA</w:instrText></w:r>" \
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'  # fmt: skip
        told = f"<w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>{inner}"
        assert [target for _, _, target in cited(word(p(field(told, "(Doe)"))))] == ["12", "Roe2001"]

    def test_damaged_xml_cites_nothing(self) -> None:
        for told in ("<EndNote><Cite></EndNote>", "<EndNote>", '<!DOCTYPE a [<!ENTITY b "c">]><EndNote>&b;</EndNote>'):
            document = word(p(field(f"ADDIN EN.CITE {escape(told)}", "(Doe)")))
            assert not cited(document)
            assert document.unread


PLACEHOLDER = {
    "Entries": [
        {
            "ReferenceId": "a1",
            "PageRange": {"OriginalString": "100-105"},
            "Reference": {
                "ReferenceType": "JournalArticle", "Title": "Mills", "Year": "1994", "Volume": "2",
                "Authors": [{"LastName": "Doe", "FirstName": "Jane"}, {"LastName": "Society"}, 7],
                "Periodical": {"Name": "Valley Review"}, "BibTeXKey": "Doe.1994",
            },
        }
    ]
}  # fmt: skip


class TestCitavi:
    def test_its_placeholder_is_read_into_csl_json(self) -> None:
        packed = base64.b64encode(json.dumps(PLACEHOLDER).encode()).decode()
        document = word(p(field(f"ADDIN CitaviPlaceholder{{{packed}}}", "Doe, Mills")))
        assert cited(document) == [("Doe, Mills", "pp. 100-105", "Doe.1994")]
        assert document.records[0].csl == {
            "id": "Doe.1994", "type": "article-journal", "title": "Mills", "volume": "2",
            "author": [{"family": "Doe", "given": "Jane"}, {"family": "Society"}],
            "issued": {"date-parts": [[1994]]}, "container-title": "Valley Review",
        }  # fmt: skip

    @pytest.mark.parametrize("found", [None, [], {"Entries": 3}, {"Entries": [3]}, {"Entries": [{"Reference": 4}]}])
    def test_other_json_does_no_harm(self, found: object) -> None:
        packed = base64.b64encode(json.dumps(found).encode()).decode()
        assert_sound(word(p(field(f"ADDIN CitaviPlaceholder{{{packed}}}", "Doe"))))


SOURCES = """<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">
<b:Source><b:Tag>Doe94</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Title>Mills</b:Title>
<b:JournalName>Valley Review</b:JournalName><b:Year>1994</b:Year><b:Month>March</b:Month><b:Day>4</b:Day>
<b:Author><b:Author><b:NameList><b:Person><b:Last>Doe</b:Last><b:First>Jane</b:First><b:Middle>Q.</b:Middle></b:Person>
</b:NameList></b:Author></b:Author></b:Source>
<b:Source><b:Tag>Soc01</b:Tag><b:SourceType>Report</b:SourceType><b:Title>Rivers</b:Title><b:Year>about 2001</b:Year>
<b:Author><b:Author><b:Corporate>Mill Society</b:Corporate></b:Author></b:Author></b:Source>
<b:Source><b:Title>Without a tag</b:Title></b:Source></b:Sources>"""


class TestWordsOwnSources:
    LINKS = (("s", "customXml", "../customXml/item1.xml"), ("t", "customXml", "../customXml/item2.xml"))

    def read(self, *body: str) -> Document:
        return word(*body, links=self.LINKS, more={"customXml/item1.xml": SOURCES, "customXml/item2.xml": "<other/>"})

    def test_a_citation_leads_to_the_source_with_its_tag_and_keeps_the_page(self) -> None:
        document = self.read(p(field(r" CITATION Doe94 \p 17 \l 1033 ", "(Doe, 1994, p. 17)")))
        assert cited(document) == [("(Doe, 1994, p. 17)", "p. 17", "Doe94")]
        assert document.records[0].csl == {
            "id": "Doe94", "type": "article-journal", "title": "Mills", "container-title": "Valley Review",
            "author": [{"family": "Doe", "given": "Jane Q."}], "issued": {"date-parts": [[1994, 3, 4]]},
        }  # fmt: skip

    def test_several_works_and_a_volume_in_one_citation(self) -> None:
        document = self.read(p(field(r"CITATION Doe94 \p 3-4 \m Soc01 \v 2 \p 9", "(Doe; Society)")))
        assert [mark[1:] for mark in cited(document)] == [("pp. 3-4", "Doe94"), ("vol. 2, p. 9", "Soc01")]
        assert document.records[1].csl["author"] == [{"literal": "Mill Society"}]
        assert "issued" not in document.records[1].csl

    def test_a_tag_that_no_source_has_is_cited_without_a_record(self) -> None:
        document = self.read(p(field("CITATION Poe20", "(Poe)")))
        assert cited(document) == [("(Poe)", "", "Poe20")]
        assert not document.records

    def test_its_bibliography_in_a_content_control(self) -> None:
        inner = p(field("BIBLIOGRAPHY", "Doe, Mills."))
        control = f"<w:sdt><w:sdtPr><w:bibliography/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        document = self.read(p("a"), p("Works Cited", props='<w:outlineLvl w:val="0"/>'), control)
        assert (blocks(document)[2], kinds(document)) == ("Doe, Mills.", ["paragraph", "heading", "reference"])


class TestPieces:
    @pytest.mark.parametrize(
        ("label", "place", "written"),
        [
            ("page", "4", "p. 4"), ("page", 4, "p. 4"), ("page", "4-6", "pp. 4-6"), ("page", "4, 9", "pp. 4, 9"),
            ("page", "iv", "p. iv"), ("chapter", "2", "ch. 2"), ("section", "3–4", "secs. 3–4"), ("page", "", ""),
            ("page", "p. 4", "p. 4"), ("page", "§ 3", "§ 3"), ("custom-thing", "7", "custom thing 7"),
            ("page", None, ""), ("page", ["4"], ""), ("page", " 4\n5 ", "p. 4 5"),
        ],
    )  # fmt: skip
    def test_a_locator_has_the_short_form_of_its_label(self, label: str, place: object, written: str) -> None:
        assert located(label, place) == written

    def test_works_without_an_address_are_told_apart_by_what_they_are(self) -> None:
        works = Works()
        ids = [works.id_of(Item(identity, {"title": identity}), 0) for identity in ("a", "b", "a")]
        assert ids == ["work-1", "work-2", "work-1"]

    def test_the_same_description_without_an_address_is_one_work(self) -> None:
        told = json.dumps({"citationItems": [{"id": "ITEM-1", "itemData": MILLS}, {"id": "ITEM-2", "itemData": MILLS}]})
        first, second = items_of(f"ADDIN CSL_CITATION {told}", "", Works())
        assert first.identity == second.identity


def test_the_sources_part_with_the_strict_names_is_read() -> None:
    strict = SOURCES.replace("http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
                             "http://purl.oclc.org/ooxml/officeDocument/bibliography")  # fmt: skip
    links = (("s", "customXml", "../customXml/item1.xml"),)
    document = word(p(field("CITATION Doe94", "(Doe)")), links=links, more={"customXml/item1.xml": strict}, strict=True)
    assert document.records[0].csl["title"] == "Mills"
