"""DOCX: every word has its paragraph, and its run with the offsets in it, as another parser finds them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx_factory import field, note, note_mark, p, packed, parts, r, word
from reading_checks import DATA

from holdwater.document import Document, Origin, Span
from holdwater.read import read_bytes, read_file
from holdwater.read.docx import WordOrigins, WordRun

_NAMES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_NOT_WRITTEN = "\u2011\u00ad"
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


def span_of(document: Document, words: str) -> Span:
    at = document.text.index(words)
    return Span(at, at + len(words))


def origins(document: Document) -> WordOrigins:
    assert isinstance(document.origins, WordOrigins)
    return document.origins


def runs(document: Document, words: str) -> list[tuple[str, int, int, int, int]]:
    found = origins(document).word_runs(span_of(document, words))
    return [(one.part, one.run, one.text, one.start, one.end) for one in found]


class TestParagraphs:
    def test_a_line_is_a_paragraph_and_empty_ones_count(self) -> None:
        document = word(p("One mill."), p(), p("Two  mills"), p())
        assert document.origin(span_of(document, "mills")) == Origin(3, 5, 3, 10)
        assert [document.line_text(line) for line in range(6)] == ["", "One mill.", "", "Two mills", "", ""]
        assert origins(document).counts == "paragraph"

    def test_paragraphs_of_boxes_and_notes_are_counted_after_the_body(self) -> None:
        body = (p("Text.", BOX.format(p("Box.")), note_mark(2)), p("More."))
        document = word(*body, footnotes=note(2, "A note.", "Its end."))
        lines = {words: document.origin(span_of(document, words)).line for words in ("Text", "Box", "More", "A note")}
        assert lines == {"Text": 1, "Box": 3, "More": 2, "A note": 4}
        assert document.line_text(5) == "Its end."

    def test_a_span_over_two_paragraphs_ends_in_the_second(self) -> None:
        document = word(p("One."), p("Two."))
        assert document.origin(Span(0, len(document.text))) == Origin(1, 1, 2, 5)

    def test_paragraphs_joined_by_a_deletion_keep_their_numbers(self) -> None:
        document = word(p("One ", props="<w:rPr><w:del/></w:rPr>"), p("two."))
        assert document.line_text(2) == "two."
        assert document.origin(span_of(document, "One two")) == Origin(1, 1, 2, 4)

    def test_a_place_without_width_has_its_column(self) -> None:
        document = word(p("One", note_mark(2), "."), footnotes=note(2, "x"))
        assert document.origin(document.marks[0].span) == Origin(1, 4, 1, 4)

    def test_places_between_and_past_the_paragraphs(self) -> None:
        document = word(p("One."), p("Two."))
        assert document.origin(Span(5, 5)) == Origin(1, 5, 1, 5)
        end = len(document.text)
        assert document.origin(Span(end, end)) == Origin(2, 5, 2, 5)
        assert document.line_text(1, "another.xml") == ""
        empty = word(p())
        assert empty.origin(Span(0, 0)) == Origin(1, 1, 1, 1)


class TestRuns:
    def test_words_over_several_runs_are_in_each(self) -> None:
        document = word(p("The mi", r("ll tu", "<w:b/>"), "rned."))
        assert runs(document, "mill turned") == [
            ("word/document.xml", 0, 0, 4, 6), ("word/document.xml", 1, 1, 0, 5), ("word/document.xml", 2, 2, 0, 4),
        ]  # fmt: skip
        assert isinstance(origins(document).word_runs(Span(0, 1))[0], WordRun)

    def test_runs_that_are_not_shown_are_counted(self) -> None:
        hidden = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>" + field("PAGE", "7")
        assert runs(word(p(hidden, "mill")), "mill") == [("word/document.xml", 6, 1, 0, 4)]

    def test_offsets_count_characters_and_not_bytes_or_entities(self) -> None:
        document = word(p("Müh&amp;le 🐟 &#x1F41F; mill"))
        assert runs(document, "mill") == [("word/document.xml", 0, 0, 11, 15)]
        assert runs(document, "&le") == [("word/document.xml", 0, 0, 3, 6)]

    def test_white_space_that_was_collapsed_is_skipped(self) -> None:
        document = word(p("  a   b"))
        assert runs(document, "a b") == [("word/document.xml", 0, 0, 2, 3), ("word/document.xml", 0, 0, 5, 7)]

    def test_two_texts_in_one_run(self) -> None:
        document = word(p("<w:r><w:t>ab</w:t><w:tab/><w:t>cd</w:t></w:r>"))
        assert runs(document, "b cd") == [("word/document.xml", 0, 0, 1, 2), ("word/document.xml", 0, 1, 0, 2)]

    def test_words_of_notes_are_in_the_notes_part(self) -> None:
        document = word(p("a", note_mark(2)), footnotes=note(2, "Valley Record."))
        assert runs(document, "Record") == [("word/footnotes.xml", 1, 0, 8, 14)]

    def test_what_no_text_element_holds_is_in_no_run(self) -> None:
        document = word(
            p(
                '<w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="F062"/></w:r>',
                "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
            )
        )
        assert document.text == "aβx"
        assert runs(document, "βx") == []

    def test_the_raw_span_is_of_all_parts_one_after_the_other(self) -> None:
        document = word(p("Fish", note_mark(2)), footnotes=note(2, "Valley."))
        raw = origins(document).files.raw
        for words in ("Fish", "Valley"):
            assert origins(document).raw_span(span_of(document, words)).of(raw) == words


def found_again(data: bytes, document: Document) -> list[tuple[str, str]]:
    """Blocks whose words, looked up in the file by another parser, are others."""
    archive = zipfile.ZipFile(BytesIO(data))
    trees: dict[str, tuple[list[str], list[int]]] = {}

    def texts(part: str) -> tuple[list[str], list[int]]:
        if part not in trees:
            root = ElementTree.fromstring(archive.read(part))
            all_runs = [one for one in root.iter() if one.tag in (f"{name}r" for name in _NAMES)]
            owner = {id(text): number for number, run in enumerate(all_runs) for text in run.iter()}
            found = [one for one in root.iter() if one.tag in (f"{name}t" for name in _NAMES)]
            trees[part] = [one.text or "" for one in found], [owner.get(id(one), -1) for one in found]
        return trees[part]

    wrong = []
    for block in document.blocks:
        written = ""
        for one in origins(document).word_runs(block.span):
            words, owners = texts(one.part)
            assert owners[one.text] == one.run
            written += words[one.text][one.start : one.end]
        shown = "".join(char for char in block.span.of(document.text) if char not in _NOT_WRITTEN)
        if "".join(shown.split()) != "".join(written.split()):
            wrong.append((shown, written))
    return wrong


def test_our_own_file_is_found_again_word_for_word() -> None:
    path = Path(__file__).parents[1] / "formats" / "texts" / "mill.docx"
    assert found_again(path.read_bytes(), read_file(path)) == []
    data = packed(parts(p("A &lt; ", "b", r(" c\n d")), p("é 🐟"), strict=True))
    assert found_again(data, read_bytes(data, "a.docx")) == []


@pytest.mark.data
@pytest.mark.skipif(not DATA.exists(), reason="the evaluation data is not here")
def test_the_words_of_all_real_files_are_found_again() -> None:
    for path in sorted((DATA / "formats").rglob("*.docx")):
        data = path.read_bytes()
        document = read_bytes(data, path.name)
        wrong = found_again(data, document)
        assert [one for one in wrong if not _has_equation(data, one)] == [], path


def _has_equation(data: bytes, wrong: tuple[str, str]) -> bool:
    """Words of equations and symbols stand in elements of their own; what is left must be there in the same order."""
    main = zipfile.ZipFile(BytesIO(data)).read("word/document.xml")
    left = iter("".join(wrong[0].split()))
    return (b"m:oMath" in main or b"w:sym" in main) and all(char in left for char in "".join(wrong[1].split()))
