"""Wikitext's lines, links, tables, tags and exports in their less usual shapes; and any text at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import assert_sound, blocks, kinds, marks, misplaced, note_marks

from holdwater.document import Document, MarkKind, Part, Span
from holdwater.read import read_bytes
from holdwater.read.wikitext import read as read_wikitext
from holdwater.read.wikitext.pieces import PieceKind, find_pieces
from holdwater.read.wikitext.styles import toggles


def read(raw: str, name: str = "page.wiki") -> Document:
    document = read_bytes(raw.encode(), name)
    assert_sound(document)
    return document


@pytest.mark.parametrize(
    ("raw", "levels"),
    [
        ("= A =", [1]), ("== A ==", [2]), ("====== A ======", [6]), ("==A==  ", [2]), ("== A == <!-- b -->", [2]),
        ("=== A ==", [2]), ("== ''A'' ==", [2]), ("== [[A]] ==\n=== B ===", [2, 3]),
        ("== A", []), ("=", []), ("==", []),
    ],
)  # fmt: skip
def test_headings_have_the_level_of_their_signs(raw: str, levels: list[int]) -> None:
    document = read(raw)
    assert [block.level for block in document.blocks if block.kind.value == "heading"] == levels


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("References", Part.REFERENCES), ("Notes", Part.NOTES), ("Einzelnachweise", Part.NOTES),
        ("Literatur", Part.REFERENCES), ("Notes et références", Part.NOTES), ("Bibliographie", Part.REFERENCES),
        ("Further reading", Part.REFERENCES), ("See also", Part.NAVIGATION), ("Weblinks", Part.NAVIGATION),
        ("Liens externes", Part.NAVIGATION), ("Véase también", Part.NAVIGATION), ("Fonti", Part.REFERENCES),
        ("Przypisy", Part.NOTES), ("Примечания", Part.NOTES), ("Литература", Part.REFERENCES), ("History", Part.BODY),
    ],
)  # fmt: skip
def test_headings_of_any_language_open_their_part(heading: str, part: Part) -> None:
    document = read(f"== {heading} ==\n* x\n=== Deeper ===\ny\n== Next ==\nz")
    assert [block.part for block in document.blocks if block.kind.value != "heading"] == [part, part, Part.BODY]


@pytest.mark.parametrize(
    ("raw", "levels"),
    [
        ("* a\n* b", [1, 1]), ("* a\n** b\n*** c", [1, 2, 3]), ("# a\n#* b", [1, 2]), ("*a\n*b", [1, 1]),
        ("* a\n\n* b", [1, 1]), ("; a\n: b", [1, 1]), ("* a <ref>\nx\n</ref> b\n* c", [1, 1]),
    ],
)  # fmt: skip
def test_lists_have_the_level_of_their_signs(raw: str, levels: list[int]) -> None:
    items = [block for block in read(raw).blocks if block.kind.value != "note"]
    assert [max(block.level, 1) for block in items] == levels


def test_lists_apart_are_of_different_groups() -> None:
    document = read("* a\n* b\n\nx\n\n* c")
    groups = [block.group for block in document.blocks if block.kind.value == "list-item"]
    assert groups[0] == groups[1] != groups[2]


@pytest.mark.parametrize(
    ("raw", "text", "target"),
    [
        ("[[Mill|the ''old'' mill]]", "the old mill", "Mill"), ("[[Mill#Wheel|wheel]]", "wheel", "Mill#Wheel"),
        ("[[Mill (Oberau)|]]", "Mill", "Mill (Oberau)"), ("[[Oberau, Tyrol|]]", "Oberau", "Oberau, Tyrol"),
        ("[[:de:Mühle]]", "de:Mühle", "de:Mühle"), ("[[de:Mühle|Mühle]]", "Mühle", "de:Mühle"),
        ("[http://d.test]", "http://d.test", "http://d.test"), ("[//d.test the mill]", "the mill", "//d.test"),
        ("[http://d.test [[Mill]]]", "Mill", "http://d.test"), ("[mailto:a@d.test Roe]", "Roe", "mailto:a@d.test"),
    ],
)  # fmt: skip
def test_links_show_their_words(raw: str, text: str, target: str) -> None:
    document = read(f"a {raw} b")
    assert document.text == f"a {text} b"
    assert (text, "", target) in marks(document, MarkKind.LINK)


@pytest.mark.parametrize(
    "raw",
    ["[[Category:Mills]]", "[[Kategorie:Mühlen|Oberau]]", "[[Catégorie:Moulins]]", "[[fr:Moulin]]",
     "[[Категория:Мельницы]]",
     "[[File:a.jpg]]", "[[File:a.jpg|20px|alt=The mill]]", "__TOC__", "<!-- gone -->", "{{DEFAULTSORT:Mill}}"],
)  # fmt: skip
def test_what_readers_do_not_see_is_no_text(raw: str) -> None:
    assert read(f"a{raw} b").text == "a b"


@pytest.mark.parametrize(
    ("raw", "caption"),
    [
        ("[[File:a.jpg|thumb|The mill]]", "The mill"), ("[[Datei:a.jpg|mini|rechts|250px|Die Mühle]]", "Die Mühle"),
        ("[[Fichier:a.jpg|vignette|gauche|Le moulin]]", "Le moulin"),
        ("[[Archivo:a.jpg|miniaturadeimagen|El molino]]", "El molino"),
        ("[[File:a.jpg|thumb|upright=1.2|alt=x|The [[mill|old mill]]<ref>Roe</ref>]]", "The old mill"),
        ("[[Image:a.jpg|frame|The {{nowrap|old mill}}]]", "The old mill"),
    ],
)  # fmt: skip
def test_pictures_have_captions_in_any_language(raw: str, caption: str) -> None:
    document = read(f"{raw}\nIt ran.")
    assert [block.span.of(document.text) for block in document.blocks if block.kind.value == "caption"] == [caption]


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        ("{|\n| a\n| b\n|}", ["a", "b"]), ("{|\n|-\n| a || b\n|-\n| c\n|}", ["a", "b", "c"]),
        ('{|\n! scope="col" | a !! b\n|}', ["a", "b"]), ("{|\n|+ c\n| a\n|}", ["c", "a"]),
        ('{|\n| style="x" | [[m|a]] || {{nowrap|b|c}}\n|}', ["a", "b"]), ("{|\n| a\n* b\n* c\n|}", ["a b c"]),
        (":{|\n| a\n|}", ["a"]), ("{|\n| a<ref>N</ref>\n|}", ["a", "N"]), ("{|\n|\n|}", []), ("{|\n|}", []),
        ("{|\n| a\n{|\n| b\n|}\n| c\n|}", ["a", "b", "c"]), ("<table><tr><td>a<td>b</table>", ["a", "b"]),
        ("{|\n| a", ["a"]),
    ],
)  # fmt: skip
def test_tables_are_cells(raw: str, cells: list[str]) -> None:
    assert " ".join(blocks(read(raw))) == " ".join(cells)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<div>a</div><div>b</div>", ["a", "b"]), ("<p>a<p>b", ["a", "b"]), ("a<br/>b", ["a b"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]), ("<h2>a</h2>b", ["a", "b"]), ("<center>a</center>", ["a"]),
        ("a<sup>2</sup>", ["a2"]), ("a <s>b</s>", ["a b"]), ("</div>a", ["a"]), ("a</i> b", ["a b"]),
        ("<math>x^2</math>", ["x^2"]), ("a <pre>b</pre>", ["a", "b"]),
        ("<gallery>\na.jpg|A\nb.jpg|B\n</gallery>", ["A", "B"]),
        ("<nowiki>[[a]] &amp; {{b}}</nowiki>", ["[[a]] & {{b}}"]), ("<nowiki/>a", ["a"]),
        ("a<nowiki />s", ["as"]),
        ("<source lang=c>\nint a;\n</source>", ["int a;"]), ("a < b > c", ["a < b > c"]),
        ("<poem>a\nb</poem>", ["a b"]),
        ("<templatestyles src=a/>a", ["a"]), ("<includeonly>b</includeonly>a", ["a"]),
    ],
)  # fmt: skip
def test_tags_do_what_mediawiki_makes_of_them(raw: str, text: list[str]) -> None:
    assert blocks(read(raw)) == text


@pytest.mark.parametrize(
    ("raw", "runs", "kinds_of"),
    [
        ("''a''", [(0, 2), (3, 5)], ["emphasis", "emphasis"]),
        ("'''''a'''''", [(0, 5), (6, 11)], ["strong+emphasis", "strong+emphasis"]),
        ("l'''a''", [(1, 4), (5, 7)], ["emphasis", "emphasis"]),
        ("''''a'''", [(0, 4), (5, 8)], ["strong", "strong"]),
    ],
)
def test_apostrophes_pair_as_in_mediawiki(raw: str, runs: list[tuple[int, int]], kinds_of: list[str]) -> None:
    found = toggles(raw, runs)
    assert ["+".join(kind.value for kind in found[start][1]) for start, _ in runs] == kinds_of


@pytest.mark.parametrize(
    ("raw", "kinds_of"),
    [
        ("{{a}}", ["TEMPLATE"]), ("{{{a}}}", ["PARAMETER"]), ("[[a]]", ["LINK"]), ("<!--a-->", ["COMMENT"]),
        ("<ref>a</ref>", ["TAG"]), ("{|\n|}", ["TABLE"]), ("{{a|{{b}}|[[c]]}}", ["TEMPLATE", "TEMPLATE", "LINK"]),
        ("{{{{a}}}}", ["PARAMETER"]), ("{{a|[[b}}", ["TEMPLATE"]), ("{{a", []), ("[[a", []), ("}}]]", []),
        ("<nowiki>{{a}}</nowiki>", ["TAG"]), ("<!-- {{a}} -->", ["COMMENT"]), ("<ref>{{a}}</ref>", ["TAG", "TEMPLATE"]),
        ("<ref name=a/>", ["TAG"]), ("<ref>a", []), ("{{{{{a}}}}}", ["TEMPLATE", "PARAMETER"]),
    ],
)  # fmt: skip
def test_brackets_belong_together_as_in_mediawiki(raw: str, kinds_of: list[str]) -> None:
    assert sorted(piece.kind.name for piece in find_pieces(raw).values()) == sorted(kinds_of)


def test_the_bars_of_a_template_part_it_and_those_within_do_not() -> None:
    raw = "{{a|b={{c|d}}|[[e|f]]|<nowiki>|</nowiki>}}"
    piece = find_pieces(raw)[0]
    assert piece.kind is PieceKind.TEMPLATE
    assert [raw[slice(*part)] for part in piece.parts] == ["a", "b={{c|d}}", "[[e|f]]", "<nowiki>|</nowiki>"]


EXPORT = """<mediawiki xml:lang="de"><siteinfo><sitename>Testpedia</sitename></siteinfo>%s</mediawiki>"""
PAGE = "<page><title>%s</title><ns>%d</ns>%s</page>"
REVISION = "<revision><timestamp>%s</timestamp><text>%s</text></revision>"


def test_of_an_export_the_first_article_is_read_in_its_last_revision() -> None:
    talk = PAGE % ("Talk:Mill", 1, REVISION % ("2019-01-01T00:00:00Z", "Talk."))
    mill = PAGE % ("Mill", 0, REVISION % ("2020-01-01T00:00:00Z", "Old.") + REVISION % ("2021-01-01T00:00:00Z", "New."))
    document = read(EXPORT % (talk + mill), "mill.xml")
    assert document.text == "New."
    assert document.metadata["title"] == "Mill"
    assert document.metadata["date"].startswith("2021")
    assert document.metadata["lang"] == "de"
    assert document.metadata["site"] == "Testpedia"
    assert document.unread == ("1 other pages of the export: only the first is read",)


def test_words_of_an_export_stand_in_its_xml() -> None:
    raw = EXPORT % (
        PAGE % ("Mill", 0, REVISION % ("2020", "The ''mill''&lt;ref&gt;Roe &amp;amp; Doe&lt;/ref&gt;\nran."))
    )
    document = read(raw, "mill.xml")
    assert document.text == "The mill ran.\n\nRoe & Doe"
    for word in re.finditer(r"\w+", document.text):
        origin = document.origin(Span(*word.span()))
        assert raw.splitlines()[origin.line - 1][origin.column - 1 : origin.end_column - 1] == word[0]
    at = document.text.index("&")
    origin = document.origin(Span(at, at + 1))
    assert raw.splitlines()[origin.line - 1][origin.column - 1 : origin.end_column - 1] == "&amp;amp;"


@pytest.mark.parametrize(
    ("raw", "words", "there"),
    [
        ("a caf&eacute; b", "café", "caf&eacute;"), ("a H<sub>2</sub>O b", "H2O", "H<sub>2</sub>O"),
        ("a [[mill]]s b", "mills", "mill]]s"), ("a ''it'''s b", "it's", "it'''s"), ("a&#8211;b", "a–b", "a&#8211;b"),
        ("a {{lang|de|Mühle}}n b", "Mühlen", "Mühle}}n"), ("a w<!-- x -->heel b", "wheel", "w<!-- x -->heel"),
    ],
)  # fmt: skip
def test_a_word_with_markup_in_it_has_a_place_that_covers_it(raw: str, words: str, there: str) -> None:
    document = read(raw)
    at = document.text.index(words)
    origin = document.origin(Span(at, at + len(words)))
    assert raw[origin.column - 1 : origin.end_column - 1] == there


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_end_is_one(newline: str) -> None:
    raw = newline.join(["== A ==", "one", "two", "", "* b", "* c"])
    document = read(raw)
    assert document.text.startswith("A\n\none two\n\nb") or newline == "\r"


SIGNS = ["{{", "}}", "[[", "]]", "|", "=", "<ref>", "</ref>", "<ref name=a/>", "''", "'''", "\n", "\n\n", "* ", "# ",
         ": ", "{|\n", "\n|}", "|-\n", "== ", " ==", "quote", "sfn", "cite book", "title=", "mill ", "wheel ", "1994",
         "&amp;", "<!--", "-->", "<b>", "</b>", "<poem>", "</poem>", "http://d.test ", "<nowiki>", "</nowiki>", "efn",
         "rp|4", "lang|de|", "{{{", "}}}", "<blockquote>", "</blockquote>"]  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=40))
def test_any_signs_in_any_order_are_a_sound_document(signs: list[str]) -> None:
    read("".join(signs))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_at_all_is_a_sound_document(raw: str) -> None:
    assert_sound(read_wikitext(raw, "page.wiki"))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["mill", "''wheel''", "[[Oberau|valley]]", "<ref>Roe.</ref>", "&amp;", "\n", "\n\n* ",
                                 "{{lang|de|Rad}}", "<b>b</b>"]), max_size=30))  # fmt: skip
def test_every_character_of_sound_wikitext_stands_where_its_origin_says(pieces: list[str]) -> None:
    raw = " ".join(pieces)
    document = read(raw)
    assert misplaced(document, raw) == []
    assert len(note_marks(document)) == raw.count("<ref>")


def test_a_page_of_plain_words_is_its_own_text() -> None:
    raw = "One.\n\nTwo.\n\nThree."
    assert read(raw).text == raw
    assert kinds(read(raw)) == ["paragraph"] * 3
