"""Plain text of e-books and typescripts: licences, footnotes in brackets, page numbers, emphasis, double spacing."""

from __future__ import annotations

from reading_checks import assert_sound, marks, misplaced, note_marks

from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read.plain import read as read_plain

FRAME = "*** {} OF THE PROJECT GUTENBERG EBOOK THE MILL ***"
CHAPTER = """\
The wheel of the mill had turned for two hundred years before anybody in
the valley thought of asking[{0}] what it cost the people who kept it going.

When it stopped at last the valley was silent, and the silence, as the
inspector wrote, was _worse_ than the noise had ever been.[{1}] So he left.
"""


def read(raw: str) -> Document:
    document = read_plain(raw, "book.txt")
    assert_sound(document)
    assert misplaced(document, raw) == []
    return document


def parts(document: Document) -> dict[str, str]:
    return {block.span.of(document.text)[:12]: block.part.value for block in document.blocks}


def noted(document: Document) -> list[tuple[str, str, str]]:
    """Each mark: the words before it, its label, the words of its note."""
    words = {note.id: note.span.of(document.text) for note in document.notes}
    return [
        (document.text[: mark.span.start].split()[-1], mark.label, words[mark.target]) for mark in note_marks(document)
    ]


def test_the_licences_around_a_book_are_none_of_its_words() -> None:
    raw = (
        "This ebook is for the use of anyone.\n\nTitle: The Mill\n\nAuthor: Jane Doe\n\n"
        + FRAME.format("START")
        + "\n\nProduced by A. Reader\n\nCHAPTER I\n\n"
        + CHAPTER.format("a", "b")
        + "\n"
        + FRAME.format("END")
        + "\n\nYou may copy it and give it away.\n"
    )
    document = read(raw)
    assert parts(document) == {
        "This ebook i": "front matter",
        "Title: The M": "front matter",
        "Author: Jane": "front matter",
        "*** START OF": "front matter",
        "Produced by ": "front matter",
        "CHAPTER I": "body",
        "The wheel of": "body",
        "When it stop": "body",
        "*** END OF T": "navigation",
        "You may copy": "navigation",
    }
    assert (document.metadata["title"], document.metadata["author"]) == ("The Mill", "Jane Doe")


def test_footnotes_in_brackets_are_notes_where_they_fall() -> None:
    raw = CHAPTER.format(1, 2) + "\n[Footnote 1: Letter of the\ncouncil, p. 4.]\n\n[Footnote 2: _Report_, p. 9.]\n"
    document = read(raw)
    assert noted(document) == [("asking", "1", "Letter of the\ncouncil, p. 4."), ("been.", "2", "Report, p. 9.")]
    assert "asking what" in document.text


def test_footnotes_that_begin_again_belong_to_the_marks_before_them() -> None:
    one = CHAPTER.format("A", "B") + "\n[Footnote A: First.]\n\n[Footnote B: Second.]\n\n"
    two = CHAPTER.format("A", "B") + "\n[Footnote A: Third.]\n\n[Footnote B: Fourth.]\n"
    assert [words for _, _, words in noted(read(one + two))] == ["First.", "Second.", "Third.", "Fourth."]


def test_a_footnote_may_have_paragraphs_and_brackets_of_its_own() -> None:
    raw = CHAPTER.format(1, "so") + "\n[Footnote 1: He says [sic] so.\n\nAnd more.]\n\nAfter it.\n"
    document = read(raw)
    assert noted(document) == [("asking", "1", "He says [sic] so.\n\nAnd more.")]
    assert document.blocks[-1].part is Part.BODY


def test_page_numbers_in_the_text_are_pages_and_no_words() -> None:
    raw = "".join(f"[Pg {page}]\n\n" + CHAPTER.format("a", "b") + "\n" for page in (7, 8, 9))
    document = read(raw)
    assert [page.label for page in document.pages] == ["7", "8", "9"]
    assert "Pg" not in document.text
    assert document.page_at(document.text.rindex("So he left")) == "9"
    inline = CHAPTER.replace("[{0}]", " {12}").replace("[{1}]", " {13}") + "\nIt was {14} over.\n"
    assert [page.label for page in read(inline).pages] == ["12", "13", "14"]
    assert "It was over." in read(inline).text


def test_braces_that_count_nothing_stay() -> None:
    assert "{3}" in read("Take {3} of them, {99} or {1}.\n").text


def test_underscored_words_are_emphasised() -> None:
    document = read("It was _never_ so, he said, and _The\nMill Book_ says so in snake_case_names.\n")
    assert marks(document, MarkKind.EMPHASIS) == [("never", "", ""), ("The\nMill Book", "", "")]
    assert document.text.endswith("snake_case_names.")


def test_a_double_spaced_text_has_paragraphs_and_no_lines_apart() -> None:
    lines = (CHAPTER.format("a", "b").replace("\n\n", "\n     ") * 2).strip().split("\n")
    document = read("\n\n".join(lines) + "\n")
    assert len(document.blocks) <= 5
    assert "anybody in\nthe valley" in document.text


def test_rules_part_the_text_and_say_nothing() -> None:
    document = read(CHAPTER.format("a", "b") + "\n* * * * *\n\nAfter.\n")
    assert BlockKind.FURNITURE in [block.kind for block in document.blocks]


def test_every_turn_of_a_transcript_is_a_block() -> None:
    said = (
        "The meeting is open, and the first thing on the paper is\n"
        "the wheel, which has stopped, and of which nobody here can say when\nit will turn.\n"
    )
    document = read(f"THE CHAIR: {said}MS. ROE: {said}THE CHAIR: {said}")
    assert [block.span.of(document.text)[:9] for block in document.blocks] == ["THE CHAIR", "MS. ROE: ", "THE CHAIR"]


def test_a_mark_before_a_star_page_is_a_mark() -> None:
    notes = "\n\nNotes\n\n" + "".join(f"{number}. Case {number}.\n" for number in (1, 2, 3))
    document = read("The court heard him.1 He lost.2*747 The rest is known.3 So it ended." + notes)
    assert [mark.label for mark in note_marks(document)] == ["1", "2", "3"]
    assert "lost.*747 The" in document.text
