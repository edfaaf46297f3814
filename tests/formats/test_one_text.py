"""One text of ours in every format: each reader gives the same words, the same notes and true places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from holdwater.document import Document, MarkKind, Part, Span
from holdwater.read import read_file
from holdwater.read.formats import PANDOC_FORMATS, suffix_format

TEXTS = Path(__file__).parent / "texts"
FILES = {suffix_format(path.name) or "": path.name for path in sorted(TEXTS.glob("mill.*"))}

BODY = [
    "The mill at Oberau",
    "The mill at Oberau burned in 1987 and was never rebuilt. The council had been warned twice, “in plain words and"
    " in writing,” that the wheel was unsafe.",
    "Anna Roe writes in her history of the valley:",
    "The wheel turned for two hundred years, and nobody counted what it cost the people who kept it turning.",
    "When it stopped, the valley was silent for the first time in living memory.",
    "Three things followed:",
    "the school closed,",
    "the road was moved, and",
    "the river was given back to the fish.",
    "Of 412 inhabitants, 9 stayed. An area of 30 m2 is all that is left of it.",
]
NOTES = {
    "1": "Valley Record, 4 March 1987, p. 2.",
    "2": "Letter of the inspector to the council, 12 May 1986.",
    "3": "Anna Roe, The Quiet Valley (Oberau, 1994), p. 17.",
    "4": "Census of 1991, table 6.",
}
BEFORE_MARKS = ["in 1987", "writing,”", "turning.", "stayed."]


@pytest.fixture(params=sorted(FILES))
def document(request: pytest.FixtureRequest) -> Document:
    if request.param in PANDOC_FORMATS and shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    return read_file(TEXTS / FILES[request.param])


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_reader_is_the_one_of_the_format(document: Document) -> None:
    assert FILES[document.format] == Path(document.name).name


def test_the_body_has_the_same_words_in_every_format(document: Document) -> None:
    body = [words(block.span.of(document.text)) for block in document.blocks if block.part is Part.BODY]
    assert body == BODY


def test_the_notes_have_the_same_labels_and_words_in_every_format(document: Document) -> None:
    found = {note.label: words(note.span.of(document.text)) for note in document.notes}
    assert {label: text.removeprefix(f"{label}. ") for label, text in found.items()} == NOTES


def test_the_marks_stand_at_the_same_words_and_lead_to_the_same_notes(document: Document) -> None:
    labels = {note.id: note.label for note in document.notes}
    marks = document.marks_of(MarkKind.NOTE)
    assert [labels.get(mark.target) for mark in marks] == ["1", "2", "3", "4"]
    for mark, before in zip(marks, BEFORE_MARKS, strict=True):
        assert document.text[: mark.span.start].endswith(before)
        assert not mark.ambiguous


def test_a_word_is_found_in_the_file_on_the_line_that_its_origin_names(document: Document) -> None:
    for word in ("unsafe", "silent", "Census", "inspector", "rebuilt"):
        at = document.text.index(word)
        origin = document.origin(Span(at, at + len(word)))
        line = document.line_text(origin.line, origin.part)
        assert line[origin.column - 1 : origin.end_column - 1] == word


def test_formats_that_set_quotations_apart_say_where_they_are() -> None:
    for name in ("mill.md", "mill.html"):
        document = read_file(TEXTS / name)
        quoted = [block for block in document.blocks if block.quoted]
        assert [words(block.span.of(document.text)) for block in quoted] == BODY[3:5]
        assert len({block.group for block in quoted}) == 1


def test_formats_with_metadata_give_the_same_title_and_author() -> None:
    for name in ("mill.md", "mill.html"):
        metadata = read_file(TEXTS / name).metadata
        assert (metadata["title"], metadata["author"]) == ("The mill at Oberau", "Jane Doe")
