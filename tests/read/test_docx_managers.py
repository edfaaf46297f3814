"""DOCX: citations of Papers, RefWorks and Reference Manager, of Zotero in bookmarks; one reference a work."""

from __future__ import annotations

import json
from html import escape

import pytest
from docx_factory import field, p, relations, word
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import assert_sound, blocks, marks

from holdwater.document import Document, MarkKind, Part
from holdwater.extract import extract
from holdwater.read.docx.bookmarked import bookmarked
from holdwater.read.docx.papers import papers_items
from holdwater.read.xml import grow

ARTICLE = (
    "<publication><uuid>A1</uuid><title>On mills</title><volume>25</volume><number>4</number><startpage>11</startpage>"
    "<endpage>19</endpage><doi>10.5555/mill.7</doi><publication_date>99199405000000000000000000</publication_date>"
    "<bundle><publication><title>Mill Studies</title></publication></bundle><authors><author>"
    "<firstName>Jane</firstName><middleNames>B.</middleNames><lastName>Doe</lastName></author><author><lastName>Roe</lastName></author></authors>"
    "</publication>"
)
BOOK = "<publication><title>Rivers</title><publisher>Valley Press</publisher><authors><author/></authors></publication>"


def papers(*publications: str) -> str:
    return f"ADDIN PAPERS2_CITATIONS <citation><publications>{''.join(publications)}</publications></citation>"


def cited(document: Document) -> list[tuple[str, str, str]]:
    assert_sound(document)
    return marks(document, MarkKind.CITATION)


class TestPapers:
    def test_each_work_of_a_citation_is_marked_and_recorded(self) -> None:
        document = word(p("As said ", field(escape(papers(ARTICLE, BOOK)), "(Doe 1994; Rivers)"), "."))
        assert document.text == "As said (Doe 1994; Rivers)."
        assert [words for words, _, _ in cited(document)] == ["(Doe 1994; Rivers)"] * 2
        assert document.unread == ()
        assert {key: document.records[0].csl[key] for key in document.records[0].csl if key != "id"} == {
            "type": "article-journal", "title": "On mills", "container-title": "Mill Studies", "volume": "25",
            "issue": "4", "page": "11-19", "DOI": "10.5555/mill.7", "issued": {"date-parts": [[1994]]},
            "author": [{"family": "Doe", "given": "Jane B."}, {"family": "Roe"}],
        }  # fmt: skip

    def test_a_work_that_is_cited_twice_has_one_record(self) -> None:
        again = field(escape(papers(ARTICLE)), "(Doe)")
        assert len(word(p(again), p(again)).records) == 1

    def test_a_book_has_no_container(self) -> None:
        (one,) = papers_items(papers(BOOK))
        assert one.csl == {"type": "book", "title": "Rivers", "publisher": "Valley Press"}

    @pytest.mark.parametrize(
        "data", ["", "<citation>", "</citation><citation>", "<citation><b></citation>", "<citation/>"]
    )
    def test_damaged_ones_name_no_work(self, data: str) -> None:
        assert papers_items(f"ADDIN PAPERS2_CITATIONS {data}") == []
        document = word(p(field(escape(f"ADDIN PAPERS2_CITATIONS {data}"), "(Doe)")))
        assert document.text == "(Doe)"
        assert document.unread == ("a citation field of Papers whose description of the works it cites cannot be read",)

    def test_its_bibliography_is_one(self) -> None:
        begin, end = field("ADDIN PAPERS2_BIBLIOGRAPHY x", "<!-- -->").split("<!-- -->")
        document = word(p("Text."), p(begin, "Doe, Mills."), p("Roe, Rivers.", end))
        assert [block.part for block in document.blocks[1:]] == [Part.REFERENCES] * 2


class TestOthers:
    @pytest.mark.parametrize(
        ("instruction", "manager"),
        [
            ("ADDIN RW.CITE{{63 Doe, J. 2010}}", "RefWorks"),
            ("ADDIN REFMGR.CITE <Refman/>", "Reference Manager"),
            ("ADDIN EN.CITE <EndNote><Cite>", "EN.CITE"),
            ("ADDIN ZOTERO_ITEM CSL_CITATION {", "ZOTERO_ITEM"),
        ],
    )
    def test_what_cannot_be_read_is_said_with_its_name_once(self, instruction: str, manager: str) -> None:
        one = field(escape(instruction), "(Doe 2010)")
        document = word(p("As ", one, " and ", one, "."))
        assert document.text == "As (Doe 2010) and (Doe 2010)."
        (line,) = document.unread
        assert f"a citation field of {manager} whose" in line

    @pytest.mark.parametrize("name", ["RW.BIB", "REFMGR.REFLIST"])
    def test_their_bibliographies_are_references(self, name: str) -> None:
        document = word(p("Text."), p(field(f"ADDIN {name}", "Doe, Mills.")))
        assert document.blocks[1].part is Part.REFERENCES


CITE = {"citationItems": [{"id": 5, "uris": ["u"], "itemData": {"title": "Mills", "type": "book"}, "locator": "4"}]}


def properties(**told: str) -> dict[str, str]:
    """Custom properties that hold instructions, cut as Zotero does into pieces of 255 characters."""
    listed = []
    for name, instruction in told.items():
        for number, at in enumerate(range(0, len(instruction), 255), 1):
            value = f"<v:lpwstr>{escape(instruction[at : at + 255])}</v:lpwstr>"
            listed.append(f'<property name="ZOTERO_BREF_{name}_{number}">{value}</property>')
    kinds = ("m", "officeDocument", "word/document.xml"), ("c", "custom-properties", "docProps/custom.xml")
    return {
        "_rels/.rels": relations(*kinds),
        "docProps/custom.xml": f'<Properties xmlns="p" xmlns:v="v">{"".join(reversed(listed))}</Properties>',
    }


def held(name: str, words: str, number: int = 7) -> str:
    begin = f'<w:bookmarkStart w:id="{number}" w:name="ZOTERO_BREF_{name}"/>'
    return f'{begin}<w:r><w:t>{words}</w:t></w:r><w:bookmarkEnd w:id="{number}"/>'


class TestBookmarks:
    ITEM = f"ZOTERO_ITEM CSL_CITATION {json.dumps({**CITE, 'filler': 'x' * 3000})}"

    def test_a_citation_in_a_bookmark_is_one_over_its_words(self) -> None:
        document = word(p("As said ", held("aB3", "(Doe, 4)"), "."), more=properties(aB3=self.ITEM))
        assert document.text == "As said (Doe, 4)."
        assert cited(document) == [("(Doe, 4)", "p. 4", "5")]
        assert [record.csl["title"] for record in document.records] == ["Mills"]
        assert document.unread == ()

    def test_a_bibliography_in_a_bookmark_is_one_through_all_its_paragraphs(self) -> None:
        begin, end = held("b", "<!-- -->").split("<w:r><w:t><!-- --></w:t></w:r>")
        document = word(
            p("Text."), p(begin, "Doe, Mills."), p("Roe, Rivers.", end), p("After."),
            more=properties(b='ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY'),
        )  # fmt: skip
        assert [block.part for block in document.blocks] == [Part.BODY, Part.REFERENCES, Part.REFERENCES, Part.BODY]

    def test_bookmarks_without_an_instruction_and_instructions_without_a_bookmark_change_nothing(self) -> None:
        document = word(p("As said ", held("other", "(Doe)"), "."), more=properties(aB3=self.ITEM))
        assert (document.text, document.marks, document.unread) == ("As said (Doe).", (), ())

    def test_a_bookmark_that_never_ends_still_cites(self) -> None:
        begin = held("aB3", "(Doe)").partition("<w:bookmarkEnd")[0]
        document = word(p("As said ", begin), p("More."), more=properties(aB3=self.ITEM))
        assert cited(document)[:1] == [("(Doe)", "p. 4", "5")]
        assert blocks(document) == ["As said (Doe)", "More."]

    def test_a_name_that_is_used_twice_cites_once(self) -> None:
        document = word(p(held("a", "(One)"), held("a", "(Two)", 8)), more=properties(a=self.ITEM))
        assert len(cited(document)) == 1

    def test_a_damaged_instruction_is_said_to_be_unread(self) -> None:
        document = word(p(held("a", "(Doe)")), more=properties(a=self.ITEM[:200]))
        assert len(document.unread) == 1

    def test_pieces_are_put_together_by_their_numbers(self) -> None:
        raw = "".join(f'<property name="ZOTERO_BREF_x_{n}"><v>{n} </v></property>' for n in (10, 2, 1))
        odd = '<property name="ZOTERO_BREF_x_y"><v>no</v></property><property name="Company"><v>no</v></property>'
        assert bookmarked(grow(f"<Properties>{raw}{odd}</Properties>", "x")) == {"ZOTERO_BREF_x": "ADDIN 1 2 10 "}
        assert bookmarked(None) == {}


class TestOneReferenceAWork:
    ENTRIES = (
        "Doe, J. (1994). Mills of the upper valley. Valley Press.",
        "Roe, R. (2001). Rivers and their names. Valley Press.",
    )
    WORKS = (
        {"type": "book", "title": "Mills of the upper valley", "author": [{"family": "Doe", "given": "Jane"}],
         "issued": {"date-parts": [[1994]]}},
        {"type": "book", "title": "Rivers and their names", "author": [{"family": "Roe", "given": "Ruth"}],
         "issued": {"date-parts": [[2001]]}},
    )  # fmt: skip

    def test_a_citation_leads_to_the_entry_of_its_work_alone(self) -> None:
        def cite(number: int, words: str) -> str:
            told = {"citationItems": [{"id": number, "uris": [f"u{number}"], "itemData": self.WORKS[number]}]}
            return field(escape(f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(told)}"), words)

        begin, end = field('ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY', "<!-- -->").split("<!-- -->")
        document = word(
            p("Mills stood there ", cite(0, "(Doe, 1994)"), ". They had names ", cite(1, "(Roe, 2001)"), "."),
            p("And again ", cite(0, "(Doe, 1994)"), "."),
            p(begin, self.ENTRIES[0]), p(self.ENTRIES[1], end),
        )  # fmt: skip
        found = extract(document)
        assert [one.raw for one in found.references] == list(self.ENTRIES)
        ids = [one.id for one in found.references]
        assert [one.references for one in found.citations] == [(ids[0],), (ids[1],), (ids[0],)]


WORDS = st.text(alphabet=st.sampled_from('ADIN PRS2_CTO.{}[]":,<>/cite u0123\\mp'), max_size=60)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.sampled_from(["ADDIN RW.CITE", "ADDIN PAPERS2_CITATIONS <citation>", "ADDIN EN.CITE <EndNote>", "CITATION ",
                     "ADDIN ZOTERO_ITEM CSL_CITATION {", "ADDIN CitaviPlaceholder{", "HYPERLINK ", "TOC ", "NOTEREF "]),
    WORDS, st.booleans(),
)  # fmt: skip
def test_instructions_of_any_words_are_read_or_said_to_be_unread(head: str, told: str, simple: bool) -> None:
    instruction = escape(head + told)
    inner = "<w:r><w:t>mill</w:t></w:r>"
    one = f'<w:fldSimple w:instr="{instruction}">{inner}</w:fldSimple>' if simple else field(instruction, "mill")
    document = word(p("The ", one, " turned."))
    assert_sound(document)
    assert document.text == "The mill turned."
    assert all("\n" not in line and len(line) < 300 for line in document.unread)
