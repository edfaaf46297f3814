"""The package file of an EPUB: paths, the spine, what it says of each file, and the links of older books."""

from __future__ import annotations

import pytest

from holdwater.document import MarkKind, Part
from holdwater.read import read_bytes
from holdwater.read.epub.package import resolve
from read.epub_books import XHTML, book, package, page
from read.reading_checks import blocks, note_marks, notes


@pytest.mark.parametrize(
    ("base", "href", "wanted"),
    [
        ("OPS/book.opf", "text/a.xhtml", ("OPS/text/a.xhtml", "")),
        ("OPS/text/a.xhtml", "../end/n.xhtml#n%201", ("OPS/end/n.xhtml", "n 1")),
        ("OPS/text/a.xhtml", "./b.xhtml?x=1#y", ("OPS/text/b.xhtml", "y")),
        ("OPS/text/a.xhtml", "#here", ("OPS/text/a.xhtml", "here")),
        ("book.opf", "a%20b.xhtml", ("a b.xhtml", "")),
        ("book.opf", "../a.xhtml", ("", "")),
        ("OPS/a.xhtml", "../../a.xhtml", ("", "")),
        ("OPS/a.xhtml", "/a.xhtml", ("", "")),
        ("OPS/a.xhtml", "http://a.test/a.xhtml", ("", "")),
        ("OPS/a.xhtml", "mailto:a@b.test", ("", "")),
        ("OPS/a.xhtml", "..", ("", "")),
    ],
)
def test_a_link_is_a_path_in_the_archive_or_none(base: str, href: str, wanted: tuple[str, str]) -> None:
    assert resolve(base, href) == wanted


def test_without_a_spine_the_manifest_gives_the_chapters() -> None:
    files = {"a.xhtml": page("<p>One.</p>"), "b.xhtml": page("<p>Two.</p>")}
    document = read_bytes(book(files, package(list(files), spine="")), "mills.epub")
    assert blocks(document) == ["One.", "Two."]


def test_a_picture_in_the_spine_is_read_by_its_fallback_and_otherwise_named_as_unread() -> None:
    items = (
        '<item id="p" href="p.svg" media-type="image/svg+xml" fallback="a.xhtml"/>'
        '<item id="q" href="q.svg" media-type="image/svg+xml"/>'
    )
    opf = package(["a.xhtml"], items=items, spine='<itemref idref="p"/><itemref idref="q"/>')
    document = read_bytes(book({"a.xhtml": page("<p>Instead.</p>")}, opf), "mills.epub")
    assert blocks(document) == ["Instead."]
    assert document.unread == ("q: named in the spine, but not a text in the archive",)


def test_what_the_guide_says_of_a_whole_file_holds_and_of_a_place_in_it_does_not() -> None:
    guide = '<guide><reference type="Toc" href="a.xhtml"/><reference type="colophon" href="b.xhtml#end"/></guide>'
    files = {"a.xhtml": page("<p>One … 1</p>"), "b.xhtml": page("<p>It ran.</p>")}
    document = read_bytes(book(files, package(list(files), after=guide)), "mills.epub")
    assert [block.part for block in document.blocks] == [Part.NAVIGATION, Part.BODY]


def test_creators_without_a_role_or_of_an_older_package_are_authors() -> None:
    metadata = (
        '<dc:title>Mills</dc:title><dc:creator opf:role="aut">Jane Doe</dc:creator>'
        '<dc:creator opf:role="trl">Ann Roe</dc:creator><dc:creator>E. Poe</dc:creator>'
        '<dc:identifier opf:scheme="ISBN">0306406152</dc:identifier><dc:date opf:event="publication">1994</dc:date>'
    )
    found = read_bytes(book({"a.xhtml": page("x")}, package(["a.xhtml"], metadata=metadata)), "mills.epub").metadata
    assert (found["author"], found["isbn"], found["date"]) == ("Jane Doe; E. Poe", "0306406152", "1994")


def test_metadata_within_an_element_of_its_own_is_found_as_older_books_have_it() -> None:
    metadata = "<dc-metadata><dc:title>Mills</dc:title><dc:creator>Jane Doe</dc:creator></dc-metadata>"
    found = read_bytes(book({"a.xhtml": page("x")}, package(["a.xhtml"], metadata=metadata)), "mills.epub").metadata
    assert (found["title"], found["author"]) == ("Mills", "Jane Doe")


def test_anchors_beside_the_mark_and_numbers_in_the_note_are_known_as_older_books_write_them() -> None:
    mark = '<a id="FNanchor_{0}"/><a href="n.xhtml#Footnote_{0}" class="fnanchor">[{0}]</a>'
    back = '<a id="Footnote_{0}"/><a href="c{0}.xhtml#FNanchor_{0}">[{0}]</a>'
    note = f'<div class="footnote"><p>{back} Roe, p. {{0}}.</p></div>'
    files: dict[str, str | bytes] = {
        "c1.xhtml": page(f"<p>Thing 1{mark.format(1)}</p>"),
        "c2.xhtml": page(f"<p>Thing 2{mark.format(2)}</p>"),
        "n.xhtml": page(f"<h3>FOOTNOTES:</h3>{note.format(1)}{note.format(2)}"),
    }
    document = read_bytes(book(files), "mills.epub")
    assert blocks(document) == ["Thing 1", "Thing 2", "FOOTNOTES:", "Roe, p. 1.", "Roe, p. 2."]
    found = notes(document)
    assert [found[mark.target] for mark in note_marks(document)] == ["Roe, p. 1.", "Roe, p. 2."]


def test_notes_that_have_no_ids_but_links_back_are_told_apart_by_chapter() -> None:
    chapter = (
        '<p>It {0} ran.<a href="#_ftn1" name="_ftnref1">[1]</a></p>'
        '<div><p><a href="#_ftnref1" name="_ftn1">[1]</a> Note {0}.</p></div>'
    )
    document = read_bytes(book({f"c{n}.html": page(chapter.format(n)) for n in (1, 2)}), "mills.epub")
    found = notes(document)
    assert [found[mark.target] for mark in note_marks(document)] == ["Note 1.", "Note 2."]


def test_a_link_to_a_file_outside_the_book_stays_as_it_is_written() -> None:
    files = {"a.xhtml": page('<p>See <a href="https://a.test/#x">there</a> and <a href="gone.xhtml#y">gone</a>.</p>')}
    document = read_bytes(book(files), "mills.epub")
    assert [mark.target for mark in document.marks_of(MarkKind.LINK)] == ["https://a.test/#x", "gone.xhtml#y"]


def test_a_mark_whose_note_is_missing_is_a_mark_without_a_note() -> None:
    files = {"a.xhtml": page('<p>It ran<a epub:type="noteref" href="gone.xhtml#n1">1</a>.</p>')}
    document = read_bytes(book(files), "mills.epub")
    assert document.text == "It ran."
    assert [(mark.label, mark.target) for mark in note_marks(document)] == [("1", "")]


def test_chapters_of_another_type_that_hold_markup_are_read() -> None:
    items = '<item id="a" href="a.html" media-type="text/html"/><item id="b" href="b.xhtml" media-type="text/xml"/>'
    opf = package([], items=items, spine='<itemref idref="a"/><itemref idref="b"/>')
    document = read_bytes(book({"a.html": page("<p>One.</p>"), "b.xhtml": page("<p>Two.</p>")}, opf), "mills.epub")
    assert blocks(document) == ["One.", "Two."]
    assert XHTML not in opf
