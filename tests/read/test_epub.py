"""The reader of EPUB: one text of many chapters, its notes tied over all of them, each word with its place."""

from __future__ import annotations

import pytest

from holdwater.document import Document, FileOrigins, MarkKind, Part, Span
from holdwater.errors import ReadError
from holdwater.read import read_bytes
from read.epub_books import XHTML, book, package, page, zipped
from read.reading_checks import DATA, assert_sound, blocks, misplaced, note_marks, notes


def read(data: bytes, name: str = "mills.epub") -> Document:
    """A book, checked for the laws of every document and for true places."""
    document = read_bytes(data, name)
    assert document.format == "epub"
    assert_sound(document)
    assert untrue(document) == []
    return document


def untrue(document: Document) -> list[tuple[int, str, str]]:
    """Characters that the file writes elsewhere than their origin says; what it does not write is not asked."""
    assert isinstance(document.origins, FileOrigins)
    written = {at for run in document.origins.runs for at in range(run.text_start, run.text_start + run.length)}
    return [one for one in misplaced(document, document.origins.raw) if one[0] in written]


def parts(document: Document) -> list[tuple[str, Part]]:
    return [(block.span.of(document.text), block.part) for block in document.blocks]


def test_the_chapters_of_the_spine_are_one_text_in_its_order() -> None:
    chapters = {"b.xhtml": page("<p>Second.</p>"), "a.xhtml": page("<p>First.</p>")}
    document = read(book(chapters, package(["a.xhtml", "b.xhtml"])))
    assert blocks(document) == ["First.", "Second."]


def test_a_place_names_the_chapters_file_and_its_own_line() -> None:
    document = read(
        book({"one.xhtml": page("<p>One.</p>"), "two.xhtml": page("<p>The\n   wheel.</p>").rstrip()}), "x/m.epub"
    )
    at = document.text.index("wheel")
    origin = document.origin(Span(at, at + 5))
    assert (origin.part, origin.line, origin.column, origin.end_column) == ("x/m.epub/OPS/two.xhtml", 6, 4, 9)
    assert document.line_text(6, origin.part) == "   wheel.</p>"


def test_notes_in_a_file_of_their_own_are_tied_to_marks_of_all_chapters_and_come_last() -> None:
    mark = '<a epub:type="noteref" href="notes.xhtml#n{0}" id="r{0}">{0}</a>'
    document = read(
        book(
            {
                "one.xhtml": page(f"<p>In 2018{mark.format(1)} it ran.</p>"),
                "notes.xhtml": page(
                    '<section epub:type="endnotes"><h2>Notes</h2><ol>'
                    '<li id="n1"><p>Roe. <a href="one.xhtml#r1" epub:type="backlink">↩</a></p></li>'
                    '<li id="n2"><p>Doe. <a href="two.xhtml#r2" epub:type="backlink">↩</a></p></li></ol></section>'
                ),
                "two.xhtml": page(f"<p>It stopped{mark.format(2)}.</p>"),
            }
        )
    )
    assert blocks(document) == ["In 2018 it ran.", "Notes", "It stopped.", "Roe.", "Doe."]
    assert [(one.label, one.target) for one in note_marks(document)] == [("1", "n1"), ("2", "n2")]
    assert notes(document) == {"n1": "Roe.", "n2": "Doe."}


def test_marks_that_only_links_make_are_tied_over_chapters_too() -> None:
    document = read(
        book(
            {
                "ch/one.html": page('<p>It ran<a id="m1"/><a href="../end/n.html#x1"><sup>1</sup></a> on.</p>'),
                "end/n.html": page(
                    '<h2>Notes</h2><p id="x1"><a href="../ch/one.html#m1">1</a>. Roe.</p><p id="x2">2. Doe.</p>'
                ),
            }
        )
    )
    assert blocks(document)[0] == "It ran on."
    assert [(one.label, one.target) for one in note_marks(document)] == [("1", "x1")]
    assert notes(document)["x1"] == "Roe."


def test_chapters_that_use_the_same_ids_keep_their_notes_apart() -> None:
    chapter = (
        '<p>{0} ran<sup><a href="#fn1" id="r1">1</a></sup>.</p><section epub:type="footnotes">'
        '<aside epub:type="footnote" id="fn1"><p>{0} note.</p></aside></section>'
    )
    document = read(book({"a.xhtml": page(chapter.format("First")), "b.xhtml": page(chapter.format("Second"))}))
    assert blocks(document) == ["First ran.", "Second ran.", "First note.", "Second note."]
    marks = note_marks(document)
    found = notes(document)
    assert [found[mark.target] for mark in marks] == ["First note.", "Second note."]
    assert len(set(found)) == 2


def test_numbers_without_links_are_only_sought_in_their_own_chapter() -> None:
    chapter = "<p>{0} ran.<sup>1</sup></p><hr/><p><sup>1</sup> {0} note.</p>"
    document = read(book({"a.xhtml": page(chapter.format("First")), "b.xhtml": page(chapter.format("Second"))}))
    found = notes(document)
    assert [found[mark.target] for mark in note_marks(document)] == ["First note.", "Second note."]


def test_a_note_may_have_a_file_of_its_own_that_only_a_link_leads_to() -> None:
    mark = '<a epub:type="noteref" href="n1.xhtml">*</a>'
    items = f'<item id="n" href="n1.xhtml" media-type="{XHTML}"/>'
    files = {"one.xhtml": page(f"<p>It ran{mark}.</p>"), "n1.xhtml": page("<p>Roe said so.</p>")}
    document = read(book(files, package(["one.xhtml"], items=items)))
    assert blocks(document) == ["It ran.", "Roe said so."]
    assert [note.span.of(document.text) for note in document.notes] == ["Roe said so."]


def test_what_is_out_of_line_comes_after_the_rest_and_what_is_named_twice_comes_once() -> None:
    spine = '<itemref idref="a.xhtml" linear="no"/><itemref idref="b.xhtml"/><itemref idref="b.xhtml"/>'
    files = {"a.xhtml": page("<p>Aside.</p>"), "b.xhtml": page("<p>Main.</p>")}
    assert blocks(read(book(files, package(list(files), spine=spine)))) == ["Main.", "Aside."]


def test_paths_are_relative_to_the_package_and_may_be_percent_encoded() -> None:
    opf = package(
        [], items=f'<item id="a" href="my%20text/caf%C3%A9.xhtml" media-type="{XHTML}"/>', spine='<itemref idref="a"/>'
    )
    assert blocks(read(book({"my text/café.xhtml": page("<p>Here.</p>")}, opf))) == ["Here."]


def test_links_between_chapters_lead_to_places_in_the_text() -> None:
    files = {"a.xhtml": page('<p>See <a href="b.xhtml#s">below</a>.</p>'), "b.xhtml": page('<h2 id="s">Cogs</h2>')}
    document = read(book(files))
    assert [mark.target for mark in document.marks_of(MarkKind.LINK)] == ["#s"]


def test_the_title_page_is_front_matter_and_a_table_of_contents_navigation() -> None:
    items = f'<item id="nav" href="nav.xhtml" media-type="{XHTML}" properties="nav"/>'
    guide = '<guide><reference type="copyright-page" href="c.xhtml"/><reference type="text" href="a.xhtml"/></guide>'
    spine = "".join(f'<itemref idref="{path}"/>' for path in ("t.xhtml", "nav", "c.xhtml", "a.xhtml"))
    files = {
        "t.xhtml": page("<h1>Mills</h1>", attributes=' epub:type="titlepage"'),
        "nav.xhtml": page('<h1>Contents</h1><nav epub:type="toc"><ol><li><a href="a.xhtml">One</a></li></ol></nav>'),
        "c.xhtml": page("<p>All rights reserved.</p>"),
        "a.xhtml": page("<h1>One</h1><p>It ran.</p>"),
    }
    opf = package(["t.xhtml", "c.xhtml", "a.xhtml"], items=items, spine=spine, after=guide)
    assert parts(read(book(files, opf))) == [
        ("Mills", Part.FRONT), ("Contents", Part.NAVIGATION), ("One", Part.NAVIGATION),
        ("All rights reserved.", Part.FRONT), ("One", Part.BODY), ("It ran.", Part.BODY),
    ]  # fmt: skip


def test_a_heading_that_opens_notes_rules_no_further_than_its_own_chapter() -> None:
    files = {"a.xhtml": page("<h2>References</h2><p>Doe, Mills.</p>"), "b.xhtml": page("<p>It ran.</p>")}
    assert [part for _, part in parts(read(book(files)))] == [Part.REFERENCES, Part.REFERENCES, Part.BODY]


def test_pages_begin_where_the_book_marks_them_or_lists_them() -> None:
    items = f'<item id="nav" href="nav.xhtml" media-type="{XHTML}" properties="nav"/>'
    files = {
        "a.xhtml": page('<p>One <span epub:type="pagebreak" title="12" id="p12"/>two <i id="there">three</i>.</p>'),
        "b.xhtml": page('<p id="later">Four.</p>'),
        "nav.xhtml": page(
            '<nav epub:type="page-list"><ol><li><a href="a.xhtml#there">xiv</a></li><li><a href="b.xhtml#later">15</a>'
            '</li><li><a href="gone.xhtml#x">16</a></li></ol></nav>'
        ),
    }
    document = read(book(files, package(["a.xhtml", "b.xhtml"], items=items)))
    assert [(one.label, document.text[one.offset :].split()[0]) for one in document.pages] == [
        ("12", "two"), ("xiv", "three."), ("15", "Four."),
    ]  # fmt: skip


def test_pages_of_an_older_book_are_listed_in_its_ncx() -> None:
    items = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><pageList><pageTarget value="7"><navLabel><text>7</text>'
        '</navLabel><content src="a.xhtml#p"/></pageTarget></pageList></ncx>'
    )
    data = book(
        {"a.xhtml": page('<p>One <a id="p"/>two.</p>')}, package(["a.xhtml"], items=items), OPS__toc_dot_ncx=ncx
    )
    assert [(one.label, one.offset) for one in read(data).pages] == [("7", 3)]


def test_the_package_says_title_authors_date_and_identifiers() -> None:
    metadata = (
        '<dc:title id="t2">A count</dc:title><dc:title id="t1">Mills</dc:title>'
        '<meta refines="#t1" property="title-type">main</meta><meta refines="#t2" property="title-type">subtitle</meta>'
        '<dc:creator id="c1">Jane Doe</dc:creator><dc:creator id="c2">Ann Roe</dc:creator><dc:creator id="c3">E. Poe'
        '</dc:creator><meta refines="#c1" property="role">aut</meta><meta refines="#c3" property="role">ill</meta>'
        "<dc:identifier>urn:uuid:1</dc:identifier><dc:identifier>urn:isbn:978-0-306-40615-7</dc:identifier>"
        "<dc:identifier>doi:10.5555/mill.7</dc:identifier><dc:identifier>https://a.test/b</dc:identifier>"
        '<dc:date opf:event="modification">2020</dc:date><dc:date>1994-05-01</dc:date><dc:language>de</dc:language>'
        "<dc:publisher>Valley Press</dc:publisher>"
    )
    found = read(book({"a.xhtml": page("<p>x</p>")}, package(["a.xhtml"], metadata=metadata))).metadata
    assert {key: found.get(key) for key in ("title", "author", "date", "lang", "publisher", "isbn", "doi", "url")} == {
        "title": "Mills",
        "author": "Jane Doe; Ann Roe",
        "date": "1994-05-01",
        "lang": "de",
        "publisher": "Valley Press",
        "isbn": "9780306406157",
        "doi": "10.5555/mill.7",
        "url": "https://a.test/b",
    }


def test_empty_elements_of_xhtml_do_not_swallow_what_follows_them() -> None:
    head = '<title/><script src="x.js"/><style/>'
    document = read(book({"a.xhtml": page('<p>One<a id="x"/> two <i/>three.</p><div/><p>Four.</p>', head=head)}))
    assert blocks(document) == ["One two three.", "Four."]
    assert document.marks == ()


def test_only_the_beginning_is_read_where_no_more_is_wanted() -> None:
    files: dict[str, str | bytes] = {f"c{n}.xhtml": page(f"<p>{'word ' * 9_000}</p>") for n in range(9)}
    assert (
        len(read_bytes(book(files), "mills.epub", head=True).text) < len(read_bytes(book(files), "mills.epub").text) / 2
    )


def test_a_chapter_that_is_missing_or_no_text_is_named_and_the_others_are_read() -> None:
    spine = "".join(f'<itemref idref="{path}"/>' for path in ("a.xhtml", "gone.xhtml", "bin.xhtml", "nobody"))
    opf = package(["a.xhtml", "gone.xhtml", "bin.xhtml"], spine=spine)
    document = read(book({"a.xhtml": page("<p>Here.</p>"), "bin.xhtml": b"\x00\x01\x02" * 50}, opf))
    assert blocks(document) == ["Here."]
    assert [line.split(":")[0] for line in document.unread] == ["nobody", "OPS/gone.xhtml", "OPS/bin.xhtml"]


def test_a_book_whose_chapters_are_all_missing_is_refused() -> None:
    with pytest.raises(ReadError, match="not in the archive"):
        read(book({}, package(["a.xhtml"])))


def test_without_a_container_the_package_file_is_looked_for() -> None:
    data = zipped(
        {"META-INF/container.xml": "<container/>", "x/book.opf": package(["a.xhtml"]), "x/a.xhtml": page("<p>Y</p>")}
    )
    assert blocks(read(data)) == ["Y"]


def test_a_chapter_that_is_not_well_formed_is_still_read() -> None:
    document = read(book({"a.xhtml": "<html><body><p>One <b>two<p>Three &amp; four"}))
    assert blocks(document) == ["One two", "Three & four"]


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252", "utf-8-sig"])
def test_a_chapter_is_decoded_as_it_says(encoding: str) -> None:
    declared = page("<p>Café – “mill”</p>").replace("utf-8", encoding)
    assert blocks(read(book({"a.xhtml": declared.encode(encoding)}))) == ["Café – “mill”"]


@pytest.mark.data
@pytest.mark.parametrize(
    "path",
    sorted(DATA.glob("formats/**/*.epub")) or [pytest.param(None, marks=pytest.mark.skip(reason="no real books here"))],
    ids=lambda path: path.name if path else "none",
)
def test_real_books_have_true_places_and_leave_nothing_unread(path) -> None:  # type: ignore[no-untyped-def]
    document = read(path.read_bytes(), path.name)
    assert document.unread == ()
    assert document.metadata["title"]
    assert document.blocks
