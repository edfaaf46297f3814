"""Wikitext: blocks, marks, quotations, tables, templates, and an export's places."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, kinds, marks, misplaced, notes

from holdwater.document import Document, MarkKind, Part, Span
from holdwater.errors import ReadError
from holdwater.read import read_bytes


def read(raw: str, name: str = "page.wiki") -> Document:
    document = read_bytes(raw.encode(), name)
    assert_sound(document)
    return document


def test_headings_paragraphs_and_lists_are_blocks() -> None:
    document = read("= A =\none\ntwo\n\nthree\n== B ==\n* x\n** y\n# z\n; term : meaning\n----\nend\n")
    assert blocks(document) == ["A", "one two", "three", "B", "x", "y", "z", "term", "meaning", "end"]
    assert kinds(document)[:4] == ["heading", "paragraph", "paragraph", "heading"]
    assert kinds(document)[4:] == ["list-item"] * 5 + ["paragraph"]
    assert [block.level for block in document.blocks[:6]] == [1, 0, 0, 2, 1, 2]


@pytest.mark.parametrize(
    ("raw", "words", "kind"),
    [
        ("a ''b c'' d", "b c", MarkKind.EMPHASIS),
        ("a '''b c''' d", "b c", MarkKind.STRONG),
        ("a <i>b</i>", "b", MarkKind.EMPHASIS),
        ("a <code>b</code>", "b", MarkKind.CODE),
        ("L'''Iliade'' est", "Iliade", MarkKind.EMPHASIS),
        ("a <q>b</q>", "b", MarkKind.QUOTE),
    ],
)
def test_styles_are_marks(raw: str, words: str, kind: MarkKind) -> None:
    assert [mark[0] for mark in marks(read(raw), kind)] == [words]


def test_bold_and_italics_end_with_their_line() -> None:
    document = read("a ''b\n\nc d")
    assert marks(document, MarkKind.EMPHASIS) == [("b", "", "")]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("[[Mill]]s ran", "Mills ran"),
        ("[[Mill|wheel]] ran", "wheel ran"),
        ("[[Mill (Oberau)|]] ran", "Mill ran"),
        ("[[:Category:Mills]] ran", "Category:Mills ran"),
        ("ran[[Category:Mills]][[de:Mühle]]", "ran"),
        ("[http://d.test the mill] ran", "the mill ran"),
        ("see http://d.test/a.", "see http://d.test/a."),
        ("[sic] [[]] [", "[sic] [[]] ["),
        ("a<!-- b --> c", "a c"),
        ("a <nowiki>''b''</nowiki>", "a ''b''"),
        ("a &amp; b&nbsp;c &bogus;", "a & b\u00a0c &bogus;"),
        ("a<br>b<hr/>c", "a b c"),
        ("__NOTOC__a <foo>b</foo>", "a <foo>b</foo>"),
        ("[[File:a.jpg|20px|x]] a", "a"),
    ],
)
def test_the_text_is_what_the_page_shows(raw: str, text: str) -> None:
    assert read(raw).text == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("{{convert|10|km|mi}}", "10 km"),
        ("{{convert|10|to|20|km}} off", "10 to 20 km off"),
        ("{{convert|5|ft|6|in}}", "5 ft 6 in"),
        ("{{lang|de|''Mühle''}}", "Mühle"),
        ("a{{snd}}b{{'}}s", "a – b's"),
        ("{{circa|1900}}", "c. 1900"),
        ("{{as of|2020|5}}", "As of May 2020"),
        ("teh {{sic}} mill", "teh [sic] mill"),
        ("{{nowrap|a {{abbr|b|c}}}}", "a b"),
        ("{{frac|3|1|2}}", "3 1/2"),
        ("{{US$|5}} and {{val|10|ul=km}}", "US$5 and 10 km"),
        ("{{start date|1999|5|4}}", "4 May 1999"),
        ("{{{1|kept}}} {{#if:x|y}}", "kept"),
        ("ran.{{citation needed|date=May 2020}} On.", "ran. On."),
        ("{{hlist|a|b}}", "a, b"),
        ('He said {{"|so}}.', "He said „so“."),
    ],
)
def test_templates_print_what_readers_see(raw: str, text: str) -> None:
    document = read(raw)
    assert document.text == text
    assert document.unread == ()


def test_templates_of_unknown_names_print_nothing_and_are_counted() -> None:
    document = read("a {{Odd thing|x}} b {{Odd thing}} {{strange|1|2}}")
    assert document.text == "a b"
    assert document.unread == ("3 templates whose words are not known: {{Odd thing}}, {{strange}}",)


def test_running_text_in_an_unknown_template_is_read_all_the_same() -> None:
    document = read("{{Strange frame|The wheel turned for two hundred years and nobody counted.}}")
    assert document.text.startswith("The wheel turned")
    assert document.unread


@pytest.mark.parametrize(
    "raw",
    [
        "{{quote|It ''ran''.|Anna Roe|Valley Record}}",
        "{{Quote|text=It ''ran''.|author=Anna Roe|source=Valley Record}}",
        "{{cquote|It ''ran''.|20px|20px|Anna Roe|Valley Record}}",
        "{{Quote box|quote=It ''ran''.|author=Anna Roe|source=Valley Record}}",
        "{{Zitat|Text=It ''ran''.|Autor=Anna Roe|Quelle=Valley Record}}",
        "{{Citation bloc|It ''ran''.|auteur=Anna Roe|source=Valley Record}}",
    ],
)
def test_a_quotation_template_is_a_quotation_and_its_attribution(raw: str) -> None:
    document = read(f"She writes:\n{raw}\nAnd on.")
    assert blocks(document) == ["She writes:", "It ran.", "— Anna Roe, Valley Record", "And on."]
    assert kinds(document) == ["paragraph", "quote", "caption", "paragraph"]
    assert [block.quoted for block in document.blocks] == [0, 1, 1, 0]
    assert document.blocks[1].group == document.blocks[2].group != 0


def test_blockquotes_and_poems_are_quotations() -> None:
    document = read("<blockquote>\none\n\ntwo\n</blockquote>\nthree\n<poem>\nfour\nfive\n\nsix\n</poem>")
    assert [(block.span.of(document.text), block.quoted) for block in document.blocks] == [
        ("one", 1), ("two", 1), ("three", 0), ("four five", 1), ("six", 1),
    ]  # fmt: skip
    assert document.blocks[0].group == document.blocks[1].group


def test_indented_text_is_a_quotation_where_words_lead_up_to_it() -> None:
    document = read("She writes:\n:It ran.\n:It stopped.\n\nOn.\n\n:An aside.\n")
    assert [block.quoted for block in document.blocks] == [0, 1, 1, 0, 0]


def test_tables_have_a_block_a_cell() -> None:
    document = read(
        '{| class="x"\n|+ Census\n! Year !! People\n|-\n| 1987 || style="a" | [[x|412]]\n'
        "|-\n| a\n\nb\n{|\n| in\n|}\n|}\nEnd"
    )
    assert blocks(document) == ["Census", "Year", "People", "1987", "412", "a", "b", "in", "End"]
    assert kinds(document) == ["caption"] + ["table"] * 7 + ["paragraph"]


def test_a_pictures_caption_is_a_block_beside_the_paragraph() -> None:
    document = read("[[File:a.jpg|thumb|left|The [[old]] mill]]\nIt ran [[Datei:b.jpg|mini|The wheel]] on.")
    assert blocks(document) == ["The old mill", "It ran on.", "The wheel"]
    assert kinds(document) == ["caption", "paragraph", "caption"]


def test_code_keeps_its_lines_and_the_rest_of_the_page_its_parts() -> None:
    document = read("<pre>\na  b\n c &lt;d&gt;\n</pre>\n x\n y\n\n{{Main|History}}\n== See also ==\n* [[Other]]\n")
    assert blocks(document) == ["a  b\n c <d>", "x\ny", "History", "See also", "Other"]
    assert kinds(document)[:2] == ["code", "code"]
    assert [block.part for block in document.blocks[2:]] == [Part.NAVIGATION] * 3


def test_an_infobox_is_a_table_and_its_pictures_are_none() -> None:
    document = read("{{Infobox mill\n| name = Oberau\n| image = a.jpg\n| built = {{start date|1787}}\n}}\nIt ran.")
    assert blocks(document) == ["Oberau", "It ran."] or blocks(document) == ["Oberau", "1787", "It ran."]
    assert kinds(document)[0] == "table"


def test_comments_are_marks_of_no_width() -> None:
    document = read("a <!-- holdwater: ignore[QUO101] -- so --> b\n<!-- alone -->\nc")
    assert [mark[1] for mark in marks(document, MarkKind.COMMENT)] == ["holdwater: ignore[QUO101] -- so", "alone"]
    assert document.text == "a b c"


def test_every_character_stands_where_its_origin_says() -> None:
    raw = "= A =\nThe ''mill''&nbsp;of [[x|Oberau]]<ref>See {{lang|de|''Roe''}}.</ref> ran\non.\n* [http://d.test b]\n"
    assert misplaced(read(raw), raw) == []


EXPORT = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="en">
  <siteinfo><sitename>Testpedia</sitename></siteinfo>
  <page><title>Mill</title><ns>0</ns><revision><timestamp>2020-05-04T00:00:00Z</timestamp>
    <text xml:space="preserve">The mill &amp;amp; wheel&lt;ref&gt;Roe, p. 4.&lt;/ref&gt;
ran off.</text></revision></page>%s
</mediawiki>"""


def test_an_export_is_read_with_places_in_the_xml() -> None:
    raw = EXPORT % ""
    document = read(raw, "page.xml")
    assert document.format == "wikitext"
    assert blocks(document) == ["The mill & wheel ran off.", "Roe, p. 4."]
    assert document.metadata["title"] == "Mill"
    assert document.metadata["date"] == "2020-05-04T00:00:00Z"
    assert document.unread == ()
    at = document.text.index("off")
    origin = document.origin(Span(at, at + 3))
    assert (origin.line, origin.column) == (5, 5)
    assert notes(document) == {"cite_note-1": "Roe, p. 4."}


def test_of_an_export_of_several_pages_the_first_is_read_and_the_others_are_counted() -> None:
    other = "<page><title>B</title><revision><text>b</text></revision></page>"
    assert read(EXPORT % other, "page.xml").unread == ("1 other pages of the export: only the first is read",)


def test_an_export_without_a_page_is_refused() -> None:
    with pytest.raises(ReadError, match="an export without a page"):
        read("<mediawiki></mediawiki>", "page.xml")
