"""DOCX: what each reference manager says of a work, and what Word's own list of sources does, as CSL-JSON."""

from __future__ import annotations

import pytest
from docx_factory import names, p, r, style, word
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import assert_sound, kinds, marks

from holdwater.document import MarkKind
from holdwater.read.docx.citavi import citavi_items
from holdwater.read.docx.endnote import endnote_items
from holdwater.read.docx.metadata import metadata_of
from holdwater.read.docx.package import PREFIXES
from holdwater.read.docx.run_looks import RunLook, run_look
from holdwater.read.docx.styles import PLAIN, Role, Style, Styles
from holdwater.read.docx.word_sources import word_sources
from holdwater.read.xml import Element, grow

BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"


def tree(inner: str, tag: str = "w:x") -> Element:
    return grow(f"<{tag} {names()}>{inner}</{tag}>", "piece", PREFIXES)


def endnote(record: str = "", **told: str) -> dict[str, object]:
    """What EndNote's field says of a work with this record, its id and identity left out."""
    inner = "".join(f"<{name}>{words}</{name}>" for name, words in told.items())
    held = f"<record>{record}</record>" if record else ""
    (item,) = endnote_items(f"x <EndNote><Cite>{inner}{held}</Cite></EndNote> y")
    return {key: value for key, value in item.csl.items() if key != "id"}


class TestEndNote:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Journal Article", "article-journal"),
            ("BOOK", "book"),
            ("Book Section", "chapter"),
            ("Thesis", "thesis"),
            ("Web Page", "webpage"),
            ("Sheet of Stamps", "document"),
            ("", "document"),
        ],
    )
    def test_types(self, name: str, kind: str) -> None:
        assert endnote(f'<ref-type name="{name}">6</ref-type>') == {"type": kind}

    @pytest.mark.parametrize(
        ("record", "key", "value"),
        [
            ("<titles><title>Mills</title></titles>", "title", "Mills"),
            ("<titles><title><style>Mi</style><style>lls</style></title></titles>", "title", "Mills"),
            ("<titles><secondary-title>Rivers</secondary-title></titles>", "container-title", "Rivers"),
            ("<periodical><full-title>Mill Studies</full-title></periodical>", "container-title", "Mill Studies"),
            ("<dates><year>May 1994</year></dates>", "issued", {"date-parts": [[1994]]}),
            ("<publisher>Valley</publisher>", "publisher", "Valley"),
            ("<pub-location>Oberau</pub-location>", "publisher-place", "Oberau"),
            ("<number>2</number>", "issue", "2"),
            ("<electronic-resource-num>10.5555/x</electronic-resource-num>", "DOI", "10.5555/x"),
            ("<urls><related-urls><url>https://doe.test/</url></related-urls></urls>", "URL", "https://doe.test/"),
            (
                "<contributors><secondary-authors><author>Roe, Ann</author></secondary-authors></contributors>",
                "editor",
                [{"family": "Roe", "given": "Ann"}],
            ),
            (
                "<contributors><authors><author>The Millers</author></authors></contributors>",
                "author",
                [{"literal": "The Millers"}],
            ),
        ],
    )
    def test_fields(self, record: str, key: str, value: object) -> None:
        assert endnote(record)[key] == value

    def test_without_a_record_the_citation_itself_says_who_and_when(self) -> None:
        assert endnote(Author="Doe", Year="1994") == {
            "author": [{"family": "Doe"}],
            "issued": {"date-parts": [[1994]]},
        }
        assert endnote(Year="n.d.") == {}

    def test_works_of_two_libraries_with_one_number_are_told_apart(self) -> None:
        key = "<foreign-keys><key db-id='{}'>7</key></foreign-keys>"
        cite = f"<Cite><record><rec-number>7</rec-number>{key}</record></Cite>"
        items = endnote_items(f"<EndNote>{cite.format('a')}{cite.format('b')}{cite.format('a')}</EndNote>")
        assert [item.identity for item in items] == ["a:7", "b:7", "a:7"]

    @pytest.mark.parametrize(
        ("told", "locator"),
        [({"Pages": "17"}, "p. 17"), ({"Pages": "17-19"}, "pp. 17-19"), ({"Suffix": ", note 3"}, "note 3"), ({}, "")],
    )
    def test_locators(self, told: dict[str, str], locator: str) -> None:
        inner = "".join(f"<{name}>{words}</{name}>" for name, words in told.items())
        assert [item.locator for item in endnote_items(f"<EndNote><Cite>{inner}</Cite></EndNote>")] == [locator]


class TestCitavi:
    def told(self, **reference: object) -> dict[str, object]:
        (item,) = citavi_items({"Entries": [{"ReferenceId": "x", "Reference": reference}]})
        return dict(item.csl)

    @pytest.mark.parametrize(
        ("reference", "key", "value"),
        [
            ({"ReferenceType": "Contribution"}, "type", "chapter"),
            ({"ReferenceType": "Unheard"}, "type", "document"),
            ({"Title": "Mills"}, "title", "Mills"),
            ({"Number": "2"}, "issue", "2"),
            ({"YearResolved": "1994/95"}, "issued", {"date-parts": [[1994]]}),
            ({"ParentReference": {"Title": "Rivers"}}, "container-title", "Rivers"),
            ({"Periodical": {"Name": "Mill Studies"}}, "container-title", "Mill Studies"),
            ({"CitationKey": "Doe94"}, "id", "Doe94"),
            ({"Editors": [{"LastName": "Roe"}]}, "editor", [{"family": "Roe"}]),
        ],
    )
    def test_fields(self, reference: dict[str, object], key: str, value: object) -> None:
        assert self.told(**reference)[key] == value

    @pytest.mark.parametrize(
        "reference",
        [{"Title": 7}, {"Year": "soon"}, {"Authors": "Doe"}, {"Periodical": 3}, {"Authors": [{"LastName": ""}]}],
    )
    def test_values_of_another_kind_are_left_out(self, reference: dict[str, object]) -> None:
        assert self.told(**reference) == {"type": "document"}

    def test_a_place_in_the_work_is_its_locator(self) -> None:
        (item,) = citavi_items({"Entries": [{"Id": "e", "PageRange": {"OriginalString": "4-6"}}]})
        assert (item.identity, item.locator, item.csl) == ("e", "pp. 4-6", {})


class TestWordSources:
    def told(self, inner: str) -> dict[str, object]:
        root = grow(
            f'<b:Sources xmlns:b="{BIBLIOGRAPHY}"><b:Source><b:Tag>x</b:Tag>{inner}</b:Source></b:Sources>',
            "x",
            PREFIXES,
        )
        return {key: value for key, value in word_sources(root)["x"].items() if key != "id"}

    @pytest.mark.parametrize(
        ("inner", "key", "value"),
        [
            ("<b:SourceType>Book</b:SourceType>", "type", "book"),
            ("<b:SourceType>Case</b:SourceType>", "type", "legal_case"),
            ("<b:SourceType>Misc</b:SourceType>", "type", "document"),
            ("<b:City>Oberau</b:City>", "publisher-place", "Oberau"),
            ("<b:BookTitle>Rivers</b:BookTitle>", "container-title", "Rivers"),
            ("<b:Year>1994</b:Year>", "issued", {"date-parts": [[1994]]}),
            ("<b:Year>1994</b:Year><b:Month>5</b:Month><b:Day>6</b:Day>", "issued", {"date-parts": [[1994, 5, 6]]}),
            ("<b:Year>1994</b:Year><b:Month>sept.</b:Month>", "issued", {"date-parts": [[1994, 9]]}),
            ("<b:Year>1994</b:Year><b:Month>13</b:Month>", "issued", {"date-parts": [[1994]]}),
            ("<b:Year>1994</b:Year><b:Day>6</b:Day>", "issued", {"date-parts": [[1994]]}),
            (
                "<b:Author><b:Editor><b:NameList><b:Person><b:Last>Roe</b:Last></b:Person></b:NameList></b:Editor></b:Author>",
                "editor",
                [{"family": "Roe"}],
            ),
        ],
    )
    def test_fields(self, inner: str, key: str, value: object) -> None:
        assert self.told(inner)[key] == value

    def test_people_without_names_and_years_that_are_none_are_left_out(self) -> None:
        empty = "<b:Author><b:Author><b:NameList><b:Person/></b:NameList></b:Author></b:Author><b:Year>soon</b:Year>"
        assert self.told(empty) == {"type": "document"}

    def test_of_two_sources_with_one_tag_the_first_counts(self) -> None:
        one = "<b:Source><b:Tag>x</b:Tag><b:Title>{}</b:Title></b:Source>"
        root = grow(
            f'<b:Sources xmlns:b="{BIBLIOGRAPHY}">{one.format("A")}{one.format("B")}</b:Sources>', "x", PREFIXES
        )
        assert word_sources(root)["x"]["title"] == "A"
        assert word_sources(grow("<other/>", "x")) == {}


class TestStyleNames:
    @pytest.mark.parametrize(
        ("name", "role"),
        [
            ("Quote", Role.QUOTE),
            ("Intense Quote", Role.QUOTE),
            ("Block Text", Role.QUOTE),
            ("Zitat", Role.QUOTE),
            ("Citation longue", Role.QUOTE),
            ("Cita", Role.QUOTE),
            ("Source Code", Role.CODE),
            ("HTML Preformatted", Role.CODE),
            ("caption", Role.CAPTION),
            ("Beschriftung", Role.CAPTION),
            ("toc 3", Role.CONTENTS),
            ("Bibliography", Role.REFERENCE),
            ("Literaturverzeichnis", Role.REFERENCE),
            ("Title", Role.TITLE),
            ("Subtitle", Role.FRONT),
            ("Quotes of the day", None),
            ("Normal", None),
            ("", None),
            ("x" * 10_000, None),
        ],
    )
    def test_a_style_is_known_by_its_name(self, name: str, role: Role | None) -> None:
        assert Styles(tree(style("S", name))).paragraph("S").role is role

    @pytest.mark.parametrize(
        ("name", "level"),
        [
            ("heading 1", 1),
            ("Heading 9", 9),
            ("Überschrift 2", 2),
            ("Titre 3", 3),
            ("Kop 4", 4),
            ("heading 10", 0),
            ("Headings", 0),
        ],
    )
    def test_a_heading_is_known_by_its_name(self, name: str, level: int) -> None:
        assert Styles(tree(style("S", name))).paragraph("S").level == level


class TestRunLooks:
    STYLES = Styles(tree(style("E", "Emphasis", "<w:rPr><w:i/></w:rPr>", "character")))

    @pytest.mark.parametrize(
        ("properties", "paragraph", "look"),
        [
            ("", PLAIN, RunLook()),
            ("<w:sz w:val='2'/>", PLAIN, RunLook()),
            ("<w:i/>", PLAIN, RunLook((True, False, False))),
            ("<w:i/>", Style(italic=True), RunLook()),
            ("<w:i w:val='0'/>", Style(italic=True), RunLook((True, False, False))),
            ("<w:b/><w:i/>", PLAIN, RunLook((True, True, False))),
            ("<w:rStyle w:val='E'/>", PLAIN, RunLook((True, False, False))),
            ("<w:rStyle w:val='nowhere'/>", PLAIN, RunLook()),
            ("<w:vanish/>", PLAIN, RunLook(hidden=True)),
            ("<w:vanish w:val='false'/>", Style(hidden=True), RunLook()),
            ("", Style(hidden=True), RunLook(hidden=True)),
            ("<w:vertAlign w:val='superscript'/>", PLAIN, RunLook(raised=True)),
            ("<w:vertAlign w:val='subscript'/>", PLAIN, RunLook()),
        ],
    )
    def test_a_run_looks_as_its_properties_say_against_its_paragraph(
        self, properties: str, paragraph: Style, look: RunLook
    ) -> None:
        run = tree(f"<w:rPr>{properties}</w:rPr>" if properties else "", "w:r")
        assert run_look(run, paragraph, self.STYLES) == look


class TestMetadata:
    def core(self, inner: str) -> Element:
        return grow(
            '<cp:p xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"{inner}</cp:p>",
            "x",
            PREFIXES,
        )

    def test_the_files_own_words_go_before_the_texts(self) -> None:
        inner = "<dc:title>Mills</dc:title><dc:subject>water</dc:subject><cp:keywords>a, b</cp:keywords>"
        assert metadata_of(self.core(inner), "Heading", "en-GB") == {
            "title": "Mills",
            "subject": "water",
            "keywords": "a, b",
            "lang": "en-GB",
        }

    def test_authors_are_joined_and_empty_ones_dropped(self) -> None:
        assert metadata_of(self.core("<dc:creator> Jane Doe ;; Ann Roe; </dc:creator>"), "", "") == {
            "author": "Jane Doe; Ann Roe"
        }
        assert metadata_of(self.core("<dc:creator> ; </dc:creator><dcterms:created/>"), "", "") == {}

    def test_without_any_there_is_only_what_the_text_says(self) -> None:
        assert metadata_of(None, "Heading", "") == {"title": "Heading"}


INLINE = st.recursive(
    st.sampled_from(
        [
            r("mill "),
            r("2", '<w:vertAlign w:val="superscript"/>'),
            r("never", "<w:i/>"),
            "<w:r><w:br/></w:r>",
            "<w:r><w:tab/></w:r>",
            '<w:commentRangeStart w:id="0"/>',
            '<w:bookmarkStart w:id="1" w:name="a"/>',
            '<w:bookmarkEnd w:id="1"/>',
            "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>",
            '<w:r><w:sym w:char="F04A"/></w:r>',
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            "<w:proofErr/>",
            '<w:r><w:commentReference w:id="0"/></w:r>',
        ]
    ),
    lambda inner: st.builds(
        lambda tag, held: f"<{tag}>{''.join(held)}</{tag.split()[0]}>",
        st.sampled_from(
            [
                "w:ins",
                "w:del",
                "w:smartTag",
                'w:hyperlink w:anchor="a"',
                'w:fldSimple w:instr="CITATION x"',
                "w:sdtContent",
            ]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.lists(INLINE, max_size=6), st.sampled_from(["", "Q", "H1"])), max_size=6))
def test_paragraphs_of_anything_keep_the_laws_of_every_document(body: list[tuple[list[str], str]]) -> None:
    comment = f'<w:comment w:id="0">{p("holdwater: ignore[QUO101] -- as printed")}</w:comment>'
    document = word(
        *(p(*content, style=named) for content, named in body),
        footnotes=f'<w:footnote w:id="2">{p("A note.")}</w:footnote>',
        comments=comment,
        styles=style("Q", "Quote") + style("H1", "heading 1"),
    )
    assert_sound(document)
    assert len(marks(document, MarkKind.COMMENT)) <= 1
    assert set(kinds(document)) <= {"paragraph", "quote", "heading", "note"}
