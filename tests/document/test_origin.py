"""Where the characters of a text stood: in one file, or in several that make one document."""

from __future__ import annotations

import pytest

from holdwater.document import Document, FileOrigins, FilePart, Origin, PageBreak, Run, RunBuilder, Span

MAIN, CHAPTER = "First line.\nSee below.\n", "One.\nTwo words\nend"


def book() -> Document:
    """A text whose second half stands in another file."""
    builder = RunBuilder()
    builder.take("First line.", 0)
    builder.add("\n\n")
    builder.take("Two words", len(MAIN) + CHAPTER.index("Two"))
    raw = MAIN + CHAPTER
    parts = (FilePart("", 0), FilePart("book/chapter.tex", len(MAIN)))
    return Document(builder.text(), "book/main.tex", origins=FileOrigins(raw, tuple(builder.runs()), parts))


def words(document: Document, wanted: str) -> Span:
    at = document.text.index(wanted)
    return Span(at, at + len(wanted))


def test_lines_are_counted_in_the_part_that_the_words_stand_in() -> None:
    document = book()
    assert document.origin(words(document, "line")) == Origin(1, 7, 1, 11, "")
    assert document.origin(words(document, "words")) == Origin(2, 5, 2, 10, "book/chapter.tex")


def test_a_line_of_a_part_is_that_parts_own() -> None:
    document = book()
    assert document.line_text(2) == "See below."
    assert document.line_text(2, "book/chapter.tex") == "Two words"
    assert document.line_text(3, "book/chapter.tex") == "end"


@pytest.mark.parametrize(("line", "part"), [(0, ""), (4, "book/chapter.tex"), (9, ""), (1, "no such part")])
def test_a_line_that_is_not_there_is_empty(line: int, part: str) -> None:
    assert book().line_text(line, part) == ""


def test_a_span_over_two_parts_ends_with_its_first() -> None:
    document = book()
    origin = document.origin(Span(0, len(document.text)))
    assert (origin.line, origin.part) == (1, "")
    assert origin.end_line <= 3


def test_a_part_that_ends_without_a_line_end_does_not_run_into_the_next() -> None:
    origins = FileOrigins("abcd", (Run(0, 0, 4),), (FilePart("x", 0), FilePart("y", 2)))
    assert origins.locate(Span(2, 4)).part == "y"
    assert origins.locate(Span(1, 4)) == Origin(1, 2, 1, 3, "x")


def test_a_page_has_the_label_that_is_printed_and_the_number_that_the_file_counts() -> None:
    document = Document("one two three", pages=(PageBreak(4, "xii", 2), PageBreak(8, "", 3)))
    assert [document.page_at(at) for at in (0, 5, 9)] == [None, "xii", None]
    assert [document.page_number_at(at) for at in (0, 5, 9)] == [0, 2, 3]


def test_the_lines_of_a_text_file_are_lines() -> None:
    assert book().counted == "line"


def test_a_character_that_the_file_writes_as_an_entity_ends_where_the_entity_ends() -> None:
    builder = RunBuilder()
    raw = "A &amp; B &#8212;"
    builder.take("A ", 0)
    builder.decoded("&", 2)
    builder.take(" B ", 7)
    builder.decoded("—", 10)
    origins = builder.origins(raw)
    assert builder.text() == "A & B —"
    assert origins.raw_span(Span(0, 3)).of(raw) == "A &amp;"
    assert origins.raw_span(Span(6, 7)).of(raw) == "&#8212;"
    assert origins.locate(Span(6, 7)) == Origin(1, 11, 1, 18)


def test_a_character_that_the_file_writes_in_several_ends_after_the_last_of_them() -> None:
    builder = RunBuilder()
    raw = r"caf\'e now"
    builder.take("caf", 0)
    builder.decoded("é", 3, 3)
    builder.take(" now", 6)
    origins = builder.origins(raw)
    assert origins.raw_span(Span(0, 4)).of(raw) == r"caf\'e"
    assert origins.raw_span(Span(0, 5)).of(raw) == r"caf\'e "


def test_an_ampersand_that_is_text_is_one_character() -> None:
    raw = "a & b; c"
    assert FileOrigins.identity(raw).raw_span(Span(2, 3)) == Span(2, 3)
