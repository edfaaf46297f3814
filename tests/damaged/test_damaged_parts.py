"""Files of many parts with one that is broken: the text is read without it, and what is missing is said in one line."""

from __future__ import annotations

import sys
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from holdwater.document import Document
from holdwater.errors import ReadError
from holdwater.read import archive, read_bytes

sys.path.insert(0, str(Path(__file__).parents[1] / "read"))
from docx_factory import field, note, note_mark, p, packed, parts, style
from epub_books import book, package, page, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import assert_sound, blocks, note_marks

COMMENT = f'<w:comment w:id="0">{p("holdwater: ignore[QUO101] -- as printed")}</w:comment>'
SOURCES = (
    '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source>'
    "<b:Tag>Doe94</b:Tag><b:Title>Mills</b:Title></b:Source></b:Sources>"
)
BODY = (
    p("Title", style="H1"),
    p("One", note_mark(2), " and ", note_mark(2, "endnote"), field("CITATION Doe94", "(Doe)"), "."),
    '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>',
)


def whole() -> dict[str, str | bytes]:
    """A Word file with every part that the reader looks at."""
    made = parts(
        *BODY,
        footnotes=note(2, "A footnote."),
        endnotes=note(2, "An endnote.", kind="endnote"),
        styles=style("H1", "heading 1"),
        numbering="",
        settings="",
        comments=COMMENT,
        core="<dc:title>The Mill</dc:title>",
        links=(("h", "header", "header1.xml"), ("s", "customXml", "../customXml/item1.xml")),
        more={"word/header1.xml": f"<w:hdr>{p('Draft')}</w:hdr>".replace("<w:hdr", '<w:hdr xmlns:w="x"')},
    )
    return {**made, "customXml/item1.xml": SOURCES}


def read(made: dict[str, str | bytes], name: str = "essay.docx") -> Document:
    document = read_bytes(packed(made), name)
    assert_sound(document)
    assert all("\n" not in line and len(line) < 300 for line in document.unread)
    return document


SECONDARY = sorted(set(whole()) - {"word/document.xml"})
NAMED = [path for path in SECONDARY if not path.endswith(".rels")]


class TestWord:
    def test_a_sound_file_leaves_nothing_unread(self) -> None:
        assert read(whole()).unread == ()

    @pytest.mark.parametrize("path", SECONDARY)
    @pytest.mark.parametrize(
        "content", ["", "<a><b></a>", b"\x00\x01\x02\xff", "<!DOCTYPE a [<!ENTITY x '<b/>'>]><a>&x;</a>", "<a>" * 500],
        ids=["empty", "broken", "bytes", "entity", "deep"],
    )  # fmt: skip
    def test_without_a_part_that_is_broken_the_text_is_read_and_a_line_names_it(
        self, path: str, content: str | bytes
    ) -> None:
        document = read({**whole(), path: content})
        assert [line.partition(": ")[0] for line in document.unread] == [path]
        assert document.text.startswith("Title\n\nOne")

    @pytest.mark.parametrize("path", NAMED)
    def test_a_part_that_is_named_but_not_there_is_said_to_be_missing(self, path: str) -> None:
        made = whole()
        del made[path]
        assert read(made).unread == (f"{path}: the archive has no {path}",)

    def test_marks_of_notes_that_cannot_be_read_stay_where_they_are(self) -> None:
        document = read({**whole(), "word/footnotes.xml": "<w:footnotes"})
        assert [(mark.label, mark.target) for mark in note_marks(document)] == [("1", ""), ("i", "endnote-2")]
        assert "A footnote." not in blocks(document)

    def test_several_broken_parts_are_named_each_once(self) -> None:
        broken = dict.fromkeys(("word/styles.xml", "word/numbering.xml", "_rels/.rels"), "<a")
        document = read({**whole(), **broken})
        assert sorted(line.partition(": ")[0] for line in document.unread) == sorted(broken)

    def test_a_broken_main_part_is_refused(self) -> None:
        with pytest.raises(ReadError, match=r"word/document\.xml: not well-formed XML at 1:1"):
            read({**whole(), "word/document.xml": "<w>"[:2]})

    def test_the_list_of_what_is_unread_has_an_end(self) -> None:
        links = tuple((f"x{n}", "customXml", f"{n}{'y' * 500}.xml") for n in range(500))
        assert len(read({**parts(p("One."), links=links)}).unread) == 50


class TestBounds:
    def test_all_parts_together_may_unpack_to_no_more_than_a_document_may_have(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        many = {f"customXml/item{n}.xml": f"<a>{n:05d}{'x' * 20_000}</a>" for n in range(60)}
        links = tuple((f"x{n}", "customXml", f"../customXml/item{n}.xml") for n in range(60))
        made = {**parts(p("One."), links=links), **many}
        assert read(made).unread == ()
        monkeypatch.setattr(archive, "MAX_TOTAL", 500_000)
        document = read(made)
        assert document.text == "One."
        assert 30 < len(document.unread) < 50
        assert all(line.endswith(": unpacks to more than a document may have") for line in document.unread)

    def test_a_main_part_beyond_the_bound_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archive, "MAX_TOTAL", 1_000)
        with pytest.raises(ReadError, match="unpacks to more than a document may have"):
            read(parts(p("One. " * 500)))

    def test_the_same_part_named_a_thousand_times_is_read_once(self) -> None:
        links = tuple((f"x{n}", "customXml", "big.xml") for n in range(1000))
        made = {**parts(p("One."), links=links), "word/big.xml": f"<a>{'<b/>' * 100_000}</a>"}
        assert read(made).unread == ()

    def test_chapters_beyond_the_bound_are_said_to_be_unread(self, monkeypatch: pytest.MonkeyPatch) -> None:
        chapters = {f"{n}.xhtml": page(f"<p>{n} mill</p>" + "<p>corn</p>" * 1000) for n in range(30)}
        monkeypatch.setattr(archive, "MAX_TOTAL", 120_000)
        document = read_bytes(book(chapters), "mills.epub")
        assert document.text.startswith("0 mill")
        assert 15 < len(document.unread) < 25

    def test_a_member_that_lies_about_its_size_is_cut_and_refused(self) -> None:
        data = bytearray(packed(parts(p("x" * 1_000_000))))
        at = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 1)
        data[at + 24 : at + 28] = (100).to_bytes(4, "little")
        with pytest.raises(ReadError, match="damaged or truncated"):
            read_bytes(bytes(data), "essay.docx", format="docx")

    @pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_ways_of_packing_that_cannot_be_bounded_are_refused(self, packing: int) -> None:
        made = BytesIO()
        with zipfile.ZipFile(made, "w", packing) as file:
            for path, content in parts(p("x" * 1_000_000)).items():
                file.writestr(path, content)
        with pytest.raises(ReadError, match="packed in a way"):
            read_bytes(made.getvalue(), "essay.docx", format="docx")


CHAPTERS = {"a.xhtml": page('<p id="p1">One.</p>'), "b.xhtml": page("<p>Two.</p>")}
NCX = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
NAV = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'


def opened(items: str, files: dict[str, str | bytes], **other: str) -> Document:
    opf = package(list(CHAPTERS), items=items, **other)
    document = read_bytes(book({**CHAPTERS, **files}, opf), "mills.epub")
    assert_sound(document)
    assert blocks(document)[:2] == ["One.", "Two."]
    return document


class TestBook:
    def test_a_broken_table_of_contents_is_done_without_and_named(self) -> None:
        assert opened(NCX, {"toc.ncx": "<ncx><navMap>"}).unread == (
            "OPS/toc.ncx: not well-formed XML at 1:14 (no element found)",
        )
        (line,) = opened(NCX, {"toc.ncx": b"\x00\x01\x02\xff"}).unread
        assert line.startswith("OPS/toc.ncx: ")

    @pytest.mark.parametrize("item", [NCX, NAV])
    def test_a_missing_table_of_contents_is_named(self, item: str) -> None:
        (line,) = opened(item, {}).unread
        assert line.startswith(("OPS/toc.ncx: the archive has no", "OPS/nav.xhtml: the archive has no"))

    def test_a_broken_navigation_document_is_named_once_even_if_it_is_in_the_spine(self) -> None:
        spine = "".join(f'<itemref idref="{one}"/>' for one in ("a.xhtml", "b.xhtml", "nav"))
        (line,) = opened(NAV, {"nav.xhtml": b"\x00\x01\x02\xff"}, spine=spine).unread
        assert line.startswith("OPS/nav.xhtml: ")

    def test_a_table_of_contents_outside_the_archive_is_not_looked_for(self) -> None:
        (line,) = opened(NCX.replace("toc.ncx", "../../../etc/passwd"), {}).unread
        assert line.startswith("the table of contents: ")

    def test_a_sound_one_leaves_nothing_unread(self) -> None:
        target = '<pageTarget value="7"><content src="a.xhtml#p1"/></pageTarget>'
        document = opened(NCX, {"toc.ncx": f"<ncx><pageList>{target}</pageList></ncx>"})
        assert document.unread == ()
        assert [one.label for one in document.pages] == ["7"]

    @pytest.mark.parametrize("path", ["META-INF/container.xml", "META-INF/encryption.xml"])
    def test_a_broken_container_or_list_of_encrypted_files_is_named(self, path: str) -> None:
        with zipfile.ZipFile(BytesIO(book(CHAPTERS))) as sound:
            files: dict[str, str | bytes] = {name: sound.read(name) for name in sound.namelist() if name != "mimetype"}
        document = read_bytes(zipped({**files, path: "<broken"}), "mills.epub")
        assert document.text == "One.\n\nTwo."
        assert [line.partition(": ")[0] for line in document.unread] == [path]


WHOLE = {path: content.encode() if isinstance(content, str) else content for path, content in whole().items()}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_a_word_file_with_mangled_parts_is_refused_or_read(data: st.DataObject) -> None:
    made: dict[str, str | bytes] = dict(WHOLE)
    for path in data.draw(st.lists(st.sampled_from(sorted(WHOLE)), min_size=1, max_size=3)):
        part = bytearray(made[path])  # type: ignore[arg-type]
        for _ in range(data.draw(st.integers(1, 4))):
            part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.sampled_from(b"<>&\"'=/ w:23\xff"))
        made[path] = bytes(part)
    with suppress(ReadError):
        read(made)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.data())
def test_a_book_with_mangled_files_is_refused_or_read(data: st.DataObject) -> None:
    opf = package(list(CHAPTERS), items=NCX)
    with zipfile.ZipFile(BytesIO(book({**CHAPTERS, "toc.ncx": "<ncx><pageList/></ncx>"}, opf))) as sound:
        files: dict[str, str | bytes] = {path: sound.read(path) for path in sound.namelist() if path != "mimetype"}
    for path in data.draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=3)):
        part = bytearray(files[path])  # type: ignore[arg-type]
        for _ in range(data.draw(st.integers(1, 4))):
            part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.sampled_from(b"<>&\"'=/ x#.\xff"))
        files[path] = bytes(part)
    with suppress(ReadError):
        assert_sound(read_bytes(zipped(files), "mills.epub"))
