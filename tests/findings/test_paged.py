"""A quotation that stands on the cited page is found there, though it stands elsewhere word for word."""

from __future__ import annotations

from holdwater.document import Document, PageBreak
from holdwater.findings.paged import on_page

FILLER = "The minutes of that year are lost and nobody has looked for them since the fire. " * 20
FIRST = "The board of works closed the old weir. "
SECOND = "The board, closed the old weir. "
TEXT = FILLER + FIRST + FILLER + SECOND + FILLER
SECOND_AT = TEXT.index(SECOND)
SOURCE = Document(
    TEXT, pages=(PageBreak(0, "11"), PageBreak(len(FILLER) + 200, "12"), PageBreak(SECOND_AT - 100, "13"))
)


def test_the_passage_on_the_page_given_is_taken() -> None:
    alignment = on_page("The board . . . closed the old weir.", "", "", SOURCE, "13")
    assert alignment is not None
    assert alignment.span is not None
    assert alignment.span.start == SECOND_AT
    assert all(edit.passage.start >= SECOND_AT for edit in alignment.edits)


def test_a_page_without_the_words_gives_nothing() -> None:
    assert on_page("The board of works closed the old weir.", "", "", SOURCE, "13") is None


def test_altered_words_on_the_page_are_not_preferred() -> None:
    assert on_page("The board closed the new weir.", "", "", SOURCE, "13") is None


def test_a_page_that_the_source_does_not_have_gives_nothing() -> None:
    assert on_page("The board closed the old weir.", "", "", SOURCE, "99") is None


def test_pages_without_numbers_are_not_taken_for_the_page_given() -> None:
    source = Document(TEXT, pages=(PageBreak(0, "xii"), PageBreak(SECOND_AT - 100, "13")))
    assert on_page("The board of works closed the old weir.", "", "", source, "13") is None
