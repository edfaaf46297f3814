"""Notes in HTML: cut out of the running text, tied to their marks, in the shapes that sites and programs give them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reading_checks import DATA, assert_sound, blocks, misplaced, note_marks, notes, written

from holdwater.document import BlockKind, Document, MarkKind, Part, Span
from holdwater.read import read_bytes, read_file
from holdwater.read.html import read as read_html


def read(body: str, name: str = "page.html", beside: Callable[[str], str | None] | None = None) -> Document:
    raw = f"<!doctype html><html><body>{body}</body></html>"
    document = read_html(raw, name, beside)
    assert_sound(document)
    if beside is None:
        assert misplaced(document, raw) == []
    return document


def tied(document: Document) -> list[tuple[str, str, str]]:
    """The words before each mark, its label, and the words of its note ("" if it has none)."""
    words = notes(document)
    found = []
    for mark in note_marks(document):
        before = document.text[: mark.span.start].split()
        found.append((before[-1] if before else "", mark.label, words.get(mark.target, "")))
    return found


SHAPES = {
    "raised link": (
        '<p>In 2018<sup><a href="#fn1" id="r1">1</a></sup> it fell.</p>'
        '<ol><li id="fn1">First. <a href="#r1">↩</a></li></ol>'
    ),
    "link around a raised number": (
        '<p>In 2018<a id="r1" href="#one"><sup>1</sup></a> it fell.</p><hr>'
        '<p><a name="one"><sup>1</sup></a> First. <a href="#r1">back</a></p>'
    ),
    "pandoc": (
        '<p>In 2018<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> it fell.</p>'
        '<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol>'
        '<li id="fn1"><p>First.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li>'
        "</ol></section>"
    ),
    "an e-book's aside": (
        '<p>In 2018<a epub:type="noteref" href="#n1">1</a> it fell.</p>'
        '<aside epub:type="footnote" id="n1"><p>First.</p></aside>'
    ),
    "the role alone": (
        '<p>In 2018<a role="doc-noteref" href="#n1">[note]</a> it fell.</p>'
        '<div role="doc-footnote" id="n1"><p>First.</p></div>'
    ),
    "MediaWiki": (
        '<p>In 2018<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> it fell.</p>'
        '<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b>'
        '</span> <span class="reference-text">First.</span></li></ol>'
    ),
    "WordPress": (
        '<p>In 2018<sup data-fn="a1" class="fn"><a href="#a1" id="a1-link">1</a></sup> it fell.</p>'
        '<ol class="wp-block-footnotes"><li id="a1">First. <a href="#a1-link" aria-label="Jump up">↩︎</a></li></ol>'
    ),
    "Substack": (
        '<p>In 2018<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> it fell.</p>'
        '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a>'
        '<div class="footnote-content"><p>First.</p></div></div>'
    ),
    "Word": (
        '<p>In 2018<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span>[1]</span></a> it fell.</p>'
        '<div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> First.</p></div></div>'
    ),
    "Word pasted into a site, without names": (
        '<p>In 2018<sup><a href="#_ftn1">[1]</a></sup> it fell.</p><hr>'
        '<p><sup><a href="//5A-77#_ftnref1">[1]</a> </sup>First.</p>'
    ),
    "Google Docs": (
        '<p>In 2018<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> it fell.</p><hr>'
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;First.</p></div>'
    ),
    "LibreOffice": (
        '<p>In 2018<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> it fell.</p>'
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> First.'
        "</p></div>"
    ),
    "links both ways and no class at all": (
        '<p>In 2018<a href="#b" id="a">1</a> it fell.</p><p id="b">First. <a href="#a">^</a></p>'
    ),
    "a raised number and a list below a heading": (
        "<p>In 2018<sup>1</sup> it fell.</p><h2>Notes</h2><ol><li>First.</li></ol>"
    ),
    "a raised number and a paragraph that begins with it": (
        "<p>It fell.<sup>1</sup> So.</p><hr><p><sup>1</sup> First.</p>"
    ),
    "a hidden note beside its mark": (
        '<p>In 2018<span class="inline-footnote">1<span class="footnoteContent" style="display:none">'
        "First note of some length.</span></span> it fell.</p>"
    ),
    "a side note": (
        '<p>In 2018<label for="sn1">1</label><input id="sn1"><span class="sidenote">First note of some length.</span>'
        " it fell.</p>"
    ),
    "LaTeXML": (
        '<p>In 2018<span id="footnote1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup>'
        '<span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup>First.'
        "</span></span></span> it fell.</p>"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_mark_in_every_shape_is_cut_out_and_tied_to_its_note(shape: str) -> None:
    document = read(SHAPES[shape])
    ((_, label, words),) = tied(document)
    assert label.strip("[]") in ("1", "note")
    assert words.startswith("First")
    assert words.endswith(".")
    assert "2018 it fell." in document.text or "It fell. So." in document.text


@pytest.mark.parametrize("shape", SHAPES)
def test_a_note_stands_at_the_end_as_a_note(shape: str) -> None:
    document = read(SHAPES[shape])
    last = document.blocks[-1]
    assert (last.kind, last.part) == (BlockKind.NOTE, Part.NOTES)
    assert document.notes[0].span == last.span


def test_a_year_and_its_note_are_not_one_number() -> None:
    document = read(
        '<p>in 2018<sup><a href="#n67">67</a></sup> : so</p><ol class="footnotes"><li id="n67">x y</li></ol>'
    )
    assert document.text == "in 2018 : so\n\nx y"
    assert note_marks(document)[0].span == Span(7, 7)
    assert note_marks(document)[0].label == "67"


def test_exponents_and_ordinals_stay_in_the_text() -> None:
    body = (
        "<p>4 m<sup>2</sup> on the 19<sup>th</sup>, 10<sup>6</sup> CO<sup>2</sup> and x<sup>1</sup>.</p>"
        "<p>The claim stands.<sup>1</sup> The other too<sup>2</sup>, say 3 km<sup>2</sup>.</p>"
        "<h2>Notes</h2><ol><li>One.</li><li>Two.</li></ol>"
    )
    document = read(body)
    assert blocks(document)[0] == "4 m2 on the 19th, 106 CO2 and x1."
    assert tied(document) == [("stands.", "1", "One."), ("too", "2", "Two.")]
    assert "3 km2." in document.text


def test_a_raised_number_without_any_notes_stays_in_the_text() -> None:
    document = read("<p>The claim stands.<sup>1</sup></p><p>Nothing below.</p>")
    assert note_marks(document) == []
    assert blocks(document)[0] == "The claim stands.1"


def test_links_by_number_to_headings_and_exercises_are_no_notes() -> None:
    body = (
        '<p>By the theorem (<a href="#thm">1</a>) and the lemma <a href="#lem">2</a> it follows.</p>'
        '<h3 id="thm">Theorem 1</h3><p>Every wheel turns.</p><h3><a name="lem"></a>Lemma 2</h3><p>It does.</p>'
    )
    document = read(body)
    assert note_marks(document) == []
    assert "(1) and the lemma 2 it" in document.text


def test_links_in_brackets_of_the_text_stay_citations_of_a_reference_list() -> None:
    body = (
        '<p>As shown [<a href="#b1">1</a>, <a href="#b2">2</a>].</p>'
        '<h2>References</h2><ol><li id="b1">Doe.</li><li id="b2">Roe.</li></ol>'
    )
    document = read_html(body, "page.html")
    assert document.text == "As shown [1, 2].\n\nReferences\n\n1. Doe.\n\n2. Roe."
    assert [mark.target for mark in document.marks_of(MarkKind.LINK)] == ["#b1", "#b2"]


def test_a_note_with_two_marks_is_one_note() -> None:
    body = (
        '<p>a<sup class="reference" id="cite_ref-x_1-0"><a href="#cite_note-x-1">[1]</a></sup> '
        'b<sup class="reference" id="cite_ref-x_1-1"><a href="#cite_note-x-1">[1]</a></sup></p>'
        '<ol class="references"><li id="cite_note-x-1"><span class="mw-cite-backlink">^ '
        '<a href="#cite_ref-x_1-0"><sup>a</sup></a> <a href="#cite_ref-x_1-1"><sup>b</sup></a></span> Doe.</li></ol>'
    )
    document = read(body)
    assert tied(document) == [("a", "1", "Doe."), ("b", "1", "Doe.")]
    assert len(document.notes) == 1


def test_a_note_that_no_mark_leads_to_is_still_a_note() -> None:
    body = (
        '<p>a<sup><a href="#fn1">1</a></sup></p><ol class="footnotes"><li id="fn1">One.</li><li id="fn2">Two.</li></ol>'
    )
    assert list(notes(read(body)).values()) == ["One.", "Two."]
    plain = body.replace(' class="footnotes"', "").replace("<ol>", "<h2>Notes</h2><ol>")
    assert list(notes(read(plain)).values()) == ["One.", "Two."]


def test_a_mark_whose_note_is_not_there_is_still_a_mark() -> None:
    document = read('<p>Lost<a role="doc-noteref" href="#fn9">9</a>.</p>')
    assert document.text == "Lost."
    assert [(mark.label, mark.target) for mark in note_marks(document)] == [("9", "")]


def test_a_note_keeps_its_paragraphs_and_the_marks_in_it() -> None:
    body = (
        '<p>a<sup><a href="#fn1" id="r1">1</a></sup></p><section class="footnotes"><ol><li id="fn1">'
        '<p>See <a href="http://d.test"><i>Doe</i></a>.</p><blockquote><p>Water.</p></blockquote>'
        '<p>End. <a href="#r1">↩</a></p></li></ol></section>'
    )
    document = read(body)
    assert blocks(document)[1:] == ["See Doe.", "Water.", "End."]
    assert [block.quoted for block in document.blocks[1:]] == [0, 1, 0]
    assert {block.part for block in document.blocks[1:]} == {Part.NOTES}
    assert document.notes[0].span.of(document.text) == "See Doe.\n\nWater.\n\nEnd."


def test_several_notes_in_one_paragraph_are_kept_apart() -> None:
    body = (
        '<p>a<a href="#one"><sup>1</sup></a> b<a href="#two"><sup>2</sup></a></p><h3>Notes</h3>'
        '<p><a name="one"><sup>1</sup></a> First <i>of</i> two. <br><br><a name="two"><sup>2</sup></a> Second.</p>'
    )
    assert [words for _, _, words in tied(read(body))] == ["First of two.", "Second."]


def test_paragraphs_between_two_notes_belong_to_the_first() -> None:
    body = (
        '<p>a<sup><a href="#n1">1</a></sup> b<sup><a href="#n2">2</a></sup></p><div class="note">'
        '<p id="n1">1. One.</p><p>More of one.</p><p id="n2">2. Two.</p></div>'
    )
    assert [words for _, _, words in tied(read(body))] == ["One.\n\nMore of one.", "Two."]


def test_a_blank_before_a_mark_does_not_stand_before_the_full_stop() -> None:
    document = read('<p>in the plan <sup><a href="#fn1">[1]</a></sup>, and</p><ol class=footnotes><li id=fn1>x y</ol>')
    assert blocks(document)[0] == "in the plan, and"


def test_a_side_note_that_a_list_repeats_is_one_note() -> None:
    body = (
        '<p>Round<sup class="footnote-reference"><a id="fr1" href="#f1">1</a></sup>'
        '<span class="sidenote"><span>1. </span>One of the roundest examples</span> and on.</p>'
        '<div class="footnotes"><div><sup id="f1"><a href="#fr1">1</a></sup><p>One of the roundest examples</p>'
        "</div></div>"
    )
    document = read(body)
    assert blocks(document) == ["Round and on.", "One of the roundest examples"]
    assert len(document.notes) == 1


# -- notes in another file

CHAPTER = (
    '<p>Poor<a href="endnotes.xhtml#note-2" id="noteref-2" epub:type="noteref">2</a> and '
    'rich<a href="endnotes.xhtml#note-1" id="noteref-1" epub:type="noteref">1</a>.</p>'
)
ENDNOTES = (
    '<html><body><section epub:type="endnotes"><ol>'
    '<li id="note-1"><p>One &amp; only. <a href="c.xhtml#noteref-1" epub:type="backlink">↩</a></p></li>'
    '<li id="note-2"><p>Two, see<a href="endnotes.xhtml#note-3" epub:type="noteref">3</a>.'
    ' <a href="c.xhtml#noteref-2" epub:type="backlink">↩</a></p></li>'
    '<li id="note-3"><p>Three. <a href="endnotes.xhtml#noteref-3" epub:type="backlink">↩</a></p></li>'
    '<li id="note-4"><p>Of another chapter.</p></li></ol></section></body></html>'
)


def test_without_its_folder_a_chapter_has_marks_that_lead_nowhere() -> None:
    document = read(CHAPTER, "c.xhtml")
    assert [(mark.label, mark.target) for mark in note_marks(document)] == [("2", ""), ("1", "")]
    assert document.notes == ()


def test_notes_of_a_file_beside_the_chapter_are_read_in_with_the_notes_they_lead_to() -> None:
    document = read(CHAPTER, "c.xhtml", {"endnotes.xhtml": ENDNOTES}.get)
    assert tied(document)[:2] == [("Poor", "2", "Two, see."), ("rich", "1", "One & only.")]
    assert sorted(notes(document).values()) == ["One & only.", "Three.", "Two, see."]
    assert document.text.startswith("Poor and rich.")


def test_the_words_of_another_file_have_their_place_in_that_file() -> None:
    raw = f"<!doctype html><html><body>\n{CHAPTER}</body></html>"
    document = read_html(raw, "text/c.xhtml", {"endnotes.xhtml": "<!-- -->\n" + ENDNOTES}.get)
    for label, words in (("1", "One & only."), ("2", "Two, see."), ("3", "Three.")):
        note = next(note for note in document.notes if note.label == label)
        origin = document.origin(note.span)
        assert (origin.part, origin.line) == ("text/endnotes.xhtml", 2)
        line = document.line_text(origin.line, origin.part)
        assert line == ENDNOTES
        assert line[origin.column - 1 :].startswith(words[:4])
    origin = document.origin(Span(0, 4))
    assert (origin.part, origin.line, origin.column) == ("", 2, 4)
    assert misplaced(document, document.origins.raw) == []  # type: ignore[union-attr]


def test_read_file_looks_for_endnotes_in_the_documents_own_folder_only(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir()
    (book / "endnotes.xhtml").write_text(ENDNOTES, encoding="utf-8")
    (tmp_path / "other.xhtml").write_text(ENDNOTES, encoding="utf-8")
    chapter = book / "c.xhtml"
    outside = '<p>Far<a href="../other.xhtml#note-1" epub:type="noteref">1</a></p>'
    chapter.write_text(f"<html><body>{CHAPTER}{outside}</body></html>", encoding="utf-8")
    document = read_file(chapter)
    assert [bool(mark.target) for mark in note_marks(document)][:3] == [True, True, False]
    assert notes(read_bytes(chapter.read_bytes(), "c.xhtml")) == {}


def test_a_broken_file_beside_the_chapter_does_not_spoil_the_chapter(tmp_path: Path) -> None:
    (tmp_path / "endnotes.xhtml").write_bytes(b"\x00\xff" * 100)
    chapter = tmp_path / "c.xhtml"
    chapter.write_text(f"<html><body>{CHAPTER}</body></html>", encoding="utf-8")
    assert blocks(read_file(chapter)) == ["Poor and rich."]


def test_a_link_out_of_the_folder_through_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir()
    (tmp_path / "secret.xhtml").write_text(ENDNOTES, encoding="utf-8")
    (book / "endnotes.xhtml").symlink_to(tmp_path / "secret.xhtml")
    (book / "c.xhtml").write_text(f"<html><body>{CHAPTER}</body></html>", encoding="utf-8")
    assert notes(read_file(book / "c.xhtml")) == {}


# -- real pages

BOOKS = DATA / "formats" / "standardebooks"
FIXTURES = DATA / "formats" / "defuddle-footnotes"


@pytest.mark.data
@pytest.mark.skipif(not BOOKS.is_dir(), reason="no evaluation data")
def test_every_mark_of_the_standard_ebooks_is_tied_to_its_note() -> None:
    wanted = found = 0
    for path in sorted(BOOKS.glob("*/src/epub/text/c*.xhtml")):
        document = read_file(path)
        assert_sound(document)
        wanted += path.read_text(encoding="utf-8").count('epub:type="noteref"')
        body = [mark for mark in note_marks(document) if document.note_at(mark.span.start) is None]
        assert all(mark.target for mark in note_marks(document)), path.name
        found += len(body)
    assert found == wanted > 200


@pytest.mark.data
@pytest.mark.skipif(not BOOKS.is_dir(), reason="no evaluation data")
def test_the_words_of_the_standard_ebooks_stand_where_their_origins_say() -> None:
    for path in sorted(BOOKS.glob("*/src/epub/text/chapter-1*.xhtml"))[::4]:
        raw = path.read_bytes().decode("utf-8")
        document = read_html(raw, path.name)
        assert misplaced(document, raw) == []
        first = document.blocks[-1].span
        assert written(document, raw, Span(first.start, first.start + 1)) == document.text[first.start]


@pytest.mark.data
@pytest.mark.skipif(not FIXTURES.is_dir(), reason="no evaluation data")
def test_the_words_of_real_pages_stand_where_their_origins_say_and_every_mark_leads_to_a_note() -> None:
    for path in sorted((FIXTURES / "fixtures").glob("*.html")):
        raw = path.read_text(encoding="utf-8")
        document = read_html(raw, path.name)
        assert_sound(document)
        assert misplaced(document, raw) == [], path.stem
        assert all(mark.target for mark in note_marks(document)), path.stem
