"""The reader of JATS: what stands in the text, what over it, and where each word stood."""

from __future__ import annotations

import pytest

from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read import read_bytes
from read.reading_checks import assert_sound, blocks, kinds, marks, misplaced, note_marks, notes

HEAD = (
    '<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML" xml:lang="en">'
)
FRONT = """<front><journal-meta><journal-title-group><journal-title>Mill Studies</journal-title></journal-title-group>
<publisher><publisher-name>Valley Press</publisher-name></publisher></journal-meta>
<article-meta><article-id pub-id-type="doi">10.5555/mill.7</article-id>
<title-group><article-title>Mills<xref ref-type="fn" rid="t1">*</xref></article-title>
<subtitle>A count</subtitle></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Doe</surname><given-names>Jane</given-names></name>
<xref ref-type="aff" rid="a1">1</xref><xref ref-type="fn" rid="con1"/></contrib>
<contrib contrib-type="author"><collab>The Millers</collab></contrib>
<contrib contrib-type="editor"><name><surname>Poe</surname><given-names>E</given-names></name></contrib></contrib-group>
<aff id="a1"><label>1</label>Oberau</aff>
<author-notes><fn id="t1"><p>Read at Oberau.</p></fn></author-notes>
<pub-date pub-type="collection"><year>2019</year></pub-date>
<pub-date pub-type="epub"><day>4</day><month>3</month><year>2018</year></pub-date>
<volume>3</volume><issue>2</issue><fpage>11</fpage><lpage>19</lpage>
<abstract><p>We counted mills.</p></abstract>
<kwd-group><kwd>mill</kwd><kwd>valley</kwd></kwd-group></article-meta></front>"""


def article(body: str, *, front: str = "", back: str = "") -> Document:
    """An article with this body, checked for the laws of every document and for true places."""
    raw = f"{HEAD}{front}<body>{body}</body><back>{back}</back></article>"
    document = read_bytes(raw.encode(), "mill.nxml")
    assert document.format == "jats" or not front
    assert_sound(document)
    assert [one for one in misplaced(document, raw) if one[2] not in "<;"] == []
    return document


def body(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.part is Part.BODY]


def test_an_articles_own_details_are_its_metadata() -> None:
    metadata = article("<p>x</p>", front=FRONT).metadata
    found = {key: metadata[key] for key in ("title", "author", "date", "doi", "journal", "publisher", "lang", "page")}
    assert found == {
        "title": "Mills: A count",
        "author": "Jane Doe; The Millers",
        "date": "2018-03-04",
        "doi": "10.5555/mill.7",
        "journal": "Mill Studies",
        "publisher": "Valley Press",
        "lang": "en",
        "page": "11–19",
    }


def test_the_title_and_the_abstract_are_the_authors_text_and_the_rest_of_the_front_is_front_matter() -> None:
    document = article("<p>Mills turn.</p>", front=FRONT)
    assert body(document) == ["Mills", "A count", "We counted mills.", "Mills turn."]
    front = [block.span.of(document.text) for block in document.blocks if block.part is Part.FRONT]
    assert front == ["Doe Jane, The Millers, Poe E", "Oberau", "mill, valley"]


def test_a_note_of_the_title_is_a_note_and_keys_at_authors_names_are_no_marks() -> None:
    document = article("<p>x</p>", front=FRONT)
    assert [(mark.label, mark.target) for mark in note_marks(document)] == [("*", "t1")]
    assert notes(document) == {"t1": "Read at Oberau."}


def test_sections_paragraphs_quotations_and_lists_are_blocks_of_their_kind() -> None:
    document = article(
        "<sec><label>1.</label><title>Wheels</title><p>They turn.</p>"
        "<disp-quote><p>Slowly.</p><p>And long.</p><attrib>Roe</attrib></disp-quote>"
        "<list><list-item><label>•</label><p>one</p><list><list-item><p>two</p></list-item></list></list-item></list>"
        "<def-list><def-item><term>mill</term><def><p>A house.</p></def></def-item></def-list>"
        "<preformat>a\n  b</preformat><sec><title>Cogs</title></sec></sec>"
    )
    assert blocks(document) == [
        "1. Wheels", "They turn.", "Slowly.", "And long.", "Roe", "one", "two", "mill", "A house.", "a\n  b", "Cogs",
    ]  # fmt: skip
    assert kinds(document) == [
        "heading", "paragraph", "quote", "quote", "caption", "list-item", "list-item", "list-item", "list-item", "code",
        "heading",
    ]  # fmt: skip
    assert [block.level for block in document.blocks if block.kind is BlockKind.HEADING] == [2, 3]
    quoted = [block for block in document.blocks if block.quoted]
    assert len({block.group for block in quoted}) == 1
    assert [block.level for block in document.blocks if block.kind is BlockKind.LIST_ITEM] == [1, 2, 1, 1]


def test_a_quotation_within_a_paragraph_is_a_block_and_the_paragraph_goes_on_after_it() -> None:
    document = article("<p>Roe writes: <disp-quote><p>It turned.</p></disp-quote> and stops.</p>")
    assert blocks(document) == ["Roe writes:", "It turned.", "and stops."]
    assert kinds(document) == ["paragraph", "quote", "paragraph"]


def test_a_figure_within_a_paragraph_is_written_after_it() -> None:
    document = article(
        "<p>As shown <fig><label>Figure 1.</label><caption><title>A mill.</title><p>From the south.</p></caption>"
        "<alt-text>picture</alt-text><graphic/></fig> here.</p><p>Next.</p>"
    )
    assert blocks(document) == ["As shown here.", "Figure 1.", "A mill.", "From the south.", "Next."]
    assert kinds(document)[1:4] == ["caption"] * 3


def test_each_cell_of_a_table_is_a_block_and_its_notes_are_tied_to_their_marks() -> None:
    document = article(
        "<table-wrap><label>Table 1</label><caption><p>Mills</p></caption><table><tr><th>Year</th><td>12"
        '<sup><xref ref-type="table-fn" rid="f1">a</xref></sup></td></tr></table>'
        '<table-wrap-foot><fn id="f1"><p><sup>a</sup>Counted twice.</p></fn><fn><p>All sizes.</p></fn>'
        "</table-wrap-foot></table-wrap>"
    )
    assert blocks(document) == ["Table 1", "Mills", "Year", "12", "All sizes.", "Counted twice."]
    assert kinds(document) == ["caption", "caption", "table", "table", "caption", "note"]
    assert [(mark.label, mark.target) for mark in note_marks(document)] == [("a", "f1")]


@pytest.mark.parametrize(
    "mark",
    [
        '<xref ref-type="fn" rid="n1">1</xref>',
        '<sup><xref ref-type="fn" rid="n1">1</xref></sup>',
        '<xref ref-type="fn" rid="n1"><sup>1</sup></xref>',
        '<xref rid="n1">[1]</xref>',
        '<sup>[<xref ref-type="fn" rid="n1">1</xref>]</sup>',
    ],
)
def test_a_note_mark_is_cut_out_of_the_text_whatever_it_is_written_as(mark: str) -> None:
    document = article(
        f"<p>In 2018{mark}, it ran.</p>",
        back='<fn-group><title>Notes</title><fn id="n1"><label>1</label><p>Roe.</p><p>And Doe.</p></fn></fn-group>',
    )
    assert blocks(document) == ["In 2018, it ran.", "Notes", "Roe.", "And Doe."]
    assert [(one.span.start, one.label, one.target) for one in note_marks(document)] == [(7, "1", "n1")]
    assert notes(document) == {"n1": "Roe.\n\nAnd Doe."}


def test_a_note_that_no_cross_reference_leads_to_is_its_own_mark() -> None:
    document = article("<p>It ran<fn><p>Roe.</p></fn> long<fn id='b'><label>ii</label><p>Doe.</p></fn>.</p>")
    assert blocks(document) == ["It ran long.", "Roe.", "Doe."]
    assert [(mark.label, mark.target) for mark in note_marks(document)] == [("1", "note-1"), ("ii", "b")]


def test_two_marks_may_lead_to_one_note_and_a_mark_to_none() -> None:
    document = article(
        '<p>A<xref ref-type="fn" rid="n1">1</xref> b<xref ref-type="fn" rid="n1">1</xref>'
        ' c<xref ref-type="fn" rid="gone">9</xref></p>',
        back='<fn-group><fn id="n1"><p>Roe.</p></fn></fn-group>',
    )
    assert [(mark.label, mark.target) for mark in note_marks(document)] == [("1", "n1"), ("1", "n1"), ("9", "")]


def test_statements_of_authors_in_a_group_of_notes_are_paragraphs() -> None:
    document = article(
        "<p>x</p>",
        back='<fn-group><title>Interests</title><fn fn-type="COI-statement" id="c"><p>None.</p></fn></fn-group>',
    )
    assert document.notes == ()
    assert body(document) == ["x", "Interests", "None."]


def test_emphasis_links_and_code_are_marks_and_raised_digits_are_text() -> None:
    document = article(
        "<p><italic>Very</italic> <bold>old</bold> <monospace>x</monospace> 10<sup>2</sup> m<sub>3</sub> "
        '<ext-link xlink:href="https://a.test/">here</ext-link>, '
        "<uri>https://b.test/</uri>, <email>a@b.test</email></p>"
    )
    assert document.text == "Very old x 102 m3 here, https://b.test/, a@b.test"
    assert marks(document, MarkKind.EMPHASIS) == [("Very", "", "")]
    assert marks(document, MarkKind.STRONG) == [("old", "", "")]
    assert marks(document, MarkKind.CODE) == [("x", "", "")]
    assert marks(document, MarkKind.LINK) == [
        ("here", "", "https://a.test/"),
        ("https://b.test/", "", "https://b.test/"),
        ("a@b.test", "", "mailto:a@b.test"),
    ]


def test_of_a_formula_only_one_form_is_shown() -> None:
    document = article(
        "<p>So <inline-formula><alternatives><tex-math>e=mc^2</tex-math><mml:math><mml:mi>e</mml:mi> <mml:mo>=</mml:mo>"
        "<mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac></mml:math></alternatives></inline-formula> holds "
        "and <tex-math>\\documentclass{x}\\begin{document}$a+b$\\end{document}</tex-math>.</p>"
    )
    assert document.text == "So e=1/2 holds and $a+b$."


def test_entities_line_ends_and_marked_sections_keep_their_places() -> None:
    raw = f"{HEAD}<body>\r\n<p>Caf&#233; &amp; &nbsp;mill\r\n  <![CDATA[a < b]]> \U0001f600 end</p></body></article>"
    document = read_bytes(raw.encode(), "mill.nxml")
    assert document.text == "Café & \xa0mill a < b \U0001f600 end"
    assert [one for one in misplaced(document, raw) if one[2] not in "<;#"] == []


def test_white_space_is_collapsed_and_breaks_are_kept() -> None:
    document = article("<p>\n  one\n  <italic> two </italic>three<break/>four </p>")
    assert document.text == "one two three\nfour"


def test_a_printed_page_begins_at_its_target() -> None:
    document = article('<p>one <target target-type="page" id="p-12"/>two</p>')
    assert [(page.label, document.text[page.offset :].strip()) for page in document.pages] == [("12", "two")]


def test_reviews_and_responses_are_comments_and_other_parts_of_an_article_are_not() -> None:
    raw = (
        f"{HEAD}<body><p>Mine.</p></body>"
        '<sub-article article-type="decision-letter"><front-stub><title-group><article-title>Letter</article-title>'
        "</title-group></front-stub><body><p>Theirs.</p></body></sub-article>"
        '<sub-article article-type="translation"><body><p>Meins.</p></body></sub-article>'
        "<response><body><p>Ours.</p></body></response></article>"
    )
    document = read_bytes(raw.encode(), "mill.nxml")
    parts = [(block.span.of(document.text), block.part) for block in document.blocks]
    assert parts == [
        ("Mine.", Part.BODY), ("Letter", Part.COMMENTS), ("Theirs.", Part.COMMENTS), ("Meins.", Part.BODY),
        ("Ours.", Part.COMMENTS),
    ]  # fmt: skip


def test_articles_of_a_set_are_read_one_after_the_other_and_their_ids_kept_apart() -> None:
    one = (
        '<article><body><p>{0}<xref ref-type="fn" rid="n">1</xref> <xref ref-type="bibr" rid="b">[1]</xref></p></body>'
        '<back><ref-list><ref id="b"><mixed-citation>{0} work.</mixed-citation></ref></ref-list>'
        '<fn-group><fn id="n"><label>1</label><p>{0} note.</p></fn></fn-group></back></article>'
    )
    raw = f"<pmc-articleset>{one.format('First')}{one.format('Second')}</pmc-articleset>"
    document = read_bytes(raw.encode(), "set.nxml")
    assert_sound(document)
    assert [mark.target for mark in note_marks(document)] == ["n", "n-2"]
    assert notes(document) == {"n": "First note.", "n-2": "Second note."}
    assert [mark.target for mark in document.marks_of(MarkKind.CITATION)] == ["b", "b-2"]
    assert [record.id for record in document.records] == ["b", "b-2"]


def test_a_book_of_parts_is_read_like_an_article() -> None:
    raw = (
        "<book><book-meta><book-title-group><book-title>Mills</book-title></book-title-group></book-meta><book-body>"
        "<book-part><book-part-meta><title-group><title>Wheels</title></title-group></book-part-meta>"
        "<body><sec><title>Cogs</title><p>Turn.</p></sec></body></book-part></book-body></book>"
    )
    document = read_bytes(raw.encode(), "mills.xml")
    assert document.format == "jats"
    assert document.metadata["title"] == "Mills"
    assert blocks(document) == ["Mills", "Wheels", "Cogs", "Turn."]
    assert kinds(document) == ["heading", "heading", "heading", "paragraph"]


def test_an_article_is_known_by_its_root_whatever_it_is_called() -> None:
    for head in (
        "<article><front/>",
        "<article xmlns:xlink='x'>",
        "<!DOCTYPE article PUBLIC '-//NLM//DTD x' 'x'><article>",
    ):
        assert read_bytes(f"{head}<body><p>x</p></body></article>".encode(), "mill.xml").format == "jats"


def test_the_number_of_a_formula_stands_apart_from_it() -> None:
    document = article("<p>So <disp-formula><label>(1)</label><tex-math>a=b</tex-math></disp-formula> holds.</p>")
    assert document.text == "So (1) a=b holds."


def test_a_sign_that_several_notes_share_is_cut_off_the_note() -> None:
    document = article(
        '<p>A<sup><xref ref-type="fn" rid="f">c</xref></sup></p><table-wrap><table-wrap-foot>'
        '<fn id="f"><p><sup>c,d</sup>Counted.</p></fn></table-wrap-foot></table-wrap>'
    )
    assert notes(document) == {"f": "Counted."}
