"""Note marks glued to words in Markdown, and raised ones behind words."""

from __future__ import annotations

import pytest

from holdwater.document import BlockKind, Document, MarkKind
from holdwater.read.markdown import read

BODY = "# The weir\n\nIt is oak.1 It leaks.2\n\n> “It is old,”3 he said in 1971.4\n\nIt cost 36,400.5 It was dear.6\n"
CLEAN = ["It is oak. It leaks.", "“It is old,” he said in 1971.", "It cost 36,400. It was dear."]
NUMBERS = ["1", "2", "3", "4", "5", "6"]


def works(heading: str, numbers: int = 6) -> str:
    entries = "\n".join(f"{number}. Marsh, The Weirs of Wend, p. {number}." for number in range(1, numbers + 1))
    return f"\n{heading}\n\n{entries}\n"


def labels(document: Document) -> list[str]:
    return [mark.label for mark in document.marks if mark.kind is MarkKind.NOTE]


def body(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is not BlockKind.HEADING]


@pytest.mark.parametrize("heading", ["## Works cited", "#### Notes", "**Sources**", "References:", "Endnotes"])
def test_glued_numbers_are_marks_where_a_numbered_list_is_there(heading: str) -> None:
    document = read(BODY + works(heading), "a.md")
    assert labels(document) == NUMBERS
    assert body(document)[:3] == CLEAN
    noted = {note.id: note.label for note in document.notes}
    assert [noted[mark.target] for mark in document.marks if mark.kind is MarkKind.NOTE] == NUMBERS


def test_the_origin_of_a_glued_mark_is_where_its_digits_stand() -> None:
    raw = "Some *words* first.\n\n" + BODY + works("## Works cited")
    document = read(raw, "a.md")
    lines = raw.split("\n")
    for mark in document.marks:
        if mark.kind is MarkKind.NOTE:
            place = document.origin(mark.span)
            assert mark.label in lines[place.line - 1][place.column - 2 : place.column]


def test_glued_numbers_of_works_may_come_again() -> None:
    document = read("It is oak.1 It leaks.2 It is *very* dear.1\n" + works("## Works cited", 2), "a.md")
    assert labels(document) == ["1", "2", "1"]


@pytest.mark.parametrize(
    "text",
    [
        BODY,  # no list
        BODY + "\nIt is new.[^a]\n\n[^a]: Quist.\n" + works("## Works cited"),
        BODY + "\nIt is new [2].\n" + works("## Works cited"),
        BODY + "\nIt is new.<sup>2</sup>\n" + works("## Works cited"),
        BODY + works("## Steps"),
        "The MP3 and the A4 were new. See `said.1 He` and 3.1 of it.\n" + works("## Works cited", 2),
    ],
)
def test_numbers_stay_where_other_marks_are_or_no_list(text: str) -> None:
    document = read(text, "a.md")
    assert "It leaks.2" in document.text or "said.1 He" in document.text


@pytest.mark.parametrize("heading", ["## Works cited", "## Notes", "## References"])
@pytest.mark.parametrize(
    "words",
    ["It holds nine pumps{}.", "It holds nine pumps{} and more.", "In 2019{} it broke.", "The **pumps**{} broke."],
)
def test_a_raised_number_behind_a_word_is_a_mark_where_the_notes_are_numbered(words: str, heading: str) -> None:
    document = read(words.format("<sup>1</sup>") + "\n" + works(heading, 1), "a.md")
    assert labels(document) == ["1"]
    assert body(document)[0] == words.format("").replace("*", "")


@pytest.mark.parametrize(
    "words",
    ["ten m<sup>2</sup>", "ten metres<sup>2</sup>", "10<sup>2</sup>", "ten feet<sup>2</sup>", "sin<sup>2</sup> x"],
)
def test_an_exponent_is_no_mark(words: str) -> None:
    assert labels(read(f"It is {words}.\n" + works("## Notes", 2), "a.md")) == []


def test_a_raised_number_behind_a_word_is_none_without_notes() -> None:
    assert labels(read("It holds nine pumps<sup>1</sup>.\n", "a.md")) == []
