"""PDF: notes at the foot of pages and at the end, what is a note mark and what is not, furniture, pages, references."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, marks, notes

from formats.make_pdf import BOLD, Sheet, pdf, wrapped
from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read import read_bytes

PROSE = (
    "The mill stood on the river for two hundred years and the people of the valley brought their corn to it in the "
    "autumn. When the wheel broke nobody came to mend it, for the miller had gone to the town and his sons with him."
)


def document(*sheets: Sheet, **more: object) -> Document:
    found = read_bytes(pdf(list(sheets), **more), "mill.pdf")  # type: ignore[arg-type]
    assert_sound(found)
    return found


def page(body: list[str], foot: list[str], head: str = "", number: str = "", rule: bool = True) -> Sheet:
    """A page of body lines, notes at its foot in smaller type, a running head and a number."""
    sheet = Sheet()
    if head:
        sheet.put(200, 750, head, 9)
    sheet.lines(72, 700, body)
    if foot and rule:
        sheet.content.append("72 210 m 200 210 l S")
    sheet.lines(72, 195, foot, 8.5, 11)
    if number:
        sheet.put(300, 40, number, 9)
    return sheet


def labels(found: Document) -> list[tuple[str, str]]:
    """Each note mark's label, and the last word before it."""
    return [(mark.label, found.text[: mark.span.start].split()[-1]) for mark in found.marks_of(MarkKind.NOTE)]


def test_notes_at_the_foot_are_tied_to_their_raised_marks() -> None:
    found = document(page(["It burned in 1987^1^ and was", "rebuilt.^2^"], ["^1^ The Record, p. 2.", "^2^ A letter."]))
    assert blocks(found)[0] == "It burned in 1987 and was rebuilt."
    assert labels(found) == [("1", "1987"), ("2", "rebuilt.")]
    assert notes(found) == {"note-1": "The Record, p. 2.", "note-2": "A letter."}


@pytest.mark.parametrize("foot", ["1 The Record, p. 2.", "1. The Record, p. 2.", "1) The Record, p. 2."])
def test_the_number_of_a_note_may_stand_on_the_line(foot: str) -> None:
    found = document(page([*wrapped(PROSE, 400), "It burned in 1987.^1^"], [foot]))
    assert notes(found) == {"note-1": "The Record, p. 2."}
    assert labels(found) == [("1", "1987.")]


def test_symbols_mark_notes_page_by_page() -> None:
    found = document(
        page([*wrapped(PROSE, 400), "It burned.^*^"], ["^*^ The Record."]),
        page([*wrapped(PROSE, 400), "It fell.^*^ And sank.^†^"], ["^*^ A letter.", "^†^ Another."]),
    )
    assert [(note.label, note.id) for note in found.notes] == [("*", "note-*"), ("*", "note-*-2"), ("†", "note-†")]
    assert [(label, target) for _, label, target in marks(found, MarkKind.NOTE)] == [
        ("*", "note-*"),
        ("*", "note-*-2"),
        ("†", "note-†"),
    ]


def test_numbers_that_begin_anew_on_each_page_are_notes_of_their_own() -> None:
    found = document(
        *(page([*wrapped(PROSE, 400), "It burned.^1^"], [f"^1^ Source {name}."]) for name in ("one", "two"))
    )
    assert [text for _, text in sorted(notes(found).items())] == ["Source one.", "Source two."]
    assert [mark.target for mark in found.marks_of(MarkKind.NOTE)] == ["note-1", "note-1-2"]


def test_a_note_that_goes_on_over_the_page_is_one_note() -> None:
    found = document(
        page(
            [*wrapped(PROSE, 400), "It burned.^1^"], ["^1^ The Record has it that the mill was set on", "fire by the"]
        ),
        page([*wrapped(PROSE, 400), "It fell.^2^"], ["miller himself.", "^2^ A letter."]),
    )
    assert notes(found)["note-1"] == "The Record has it that the mill was set on fire by the miller himself."
    assert notes(found)["note-2"] == "A letter."


def test_a_note_of_several_lines_is_one_block_of_the_notes() -> None:
    found = document(page([*wrapped(PROSE, 400), "It burned.^1^"], ["^1^ The Record of that year", "says so twice."]))
    block = next(block for block in found.blocks if block.part is Part.NOTES)
    assert block.kind is BlockKind.NOTE
    assert found.notes[0].span == block.span


def test_an_exponent_is_no_note_mark_even_where_a_note_has_its_number() -> None:
    found = document(
        page(
            [*wrapped(PROSE, 400), "It burned.^1^ It fell.^2^ Of it 30 m^2^ are left."],
            ["^1^ The Record.", "^2^ A letter."],
        )
    )
    assert labels(found) == [("1", "burned."), ("2", "fell.")]
    assert "30 m2 are left" in found.text


def test_raised_numbers_without_notes_stay_in_the_text() -> None:
    found = document(page(["The sum is x^2^ and nothing more than that is to be said of it here."], []))
    assert found.marks_of(MarkKind.NOTE) == ()
    assert "x2 and" in found.text


def test_raised_numbers_that_count_on_are_doubtful_marks_where_the_file_has_no_notes() -> None:
    found = document(page([*wrapped(PROSE, 400), "It burned.^4^ It fell.^5^ It sank.^6^ Of it 30 m^2^ are left."], []))
    assert [(mark.label, mark.target, mark.ambiguous) for mark in found.marks_of(MarkKind.NOTE)] == [
        ("4", "", True),
        ("5", "", True),
        ("6", "", True),
    ]


def test_two_marks_side_by_side_are_two_marks() -> None:
    found = document(
        page([*wrapped(PROSE, 400), "It burned.^1,2^ So they said."], ["^1^ The Record.", "^2^ A letter."])
    )
    assert [mark.label for mark in found.marks_of(MarkKind.NOTE)] == ["1", "2"]
    assert "burned. So they said." in found.text


def test_raised_brackets_go_with_their_number() -> None:
    found = document(page([*wrapped(PROSE, 400), "It burned.^[1]^ So they said."], ["^1^ The Record."]))
    assert "burned. So they said." in found.text


def test_each_column_has_its_own_foot() -> None:
    sheet = Sheet()
    half = wrapped(PROSE, 200)
    for x, number in ((72, 1), (320, 2)):
        y = sheet.lines(x, 700, half)
        sheet.lines(x, y, [f"It burned {'twice' if number > 1 else 'once'}.^{number}^"])
        sheet.lines(x, 300, [f"^{number}^ Source {number}."], 8, 10)
    found = document(sheet)
    assert notes(found) == {"note-1": "Source 1.", "note-2": "Source 2."}
    assert labels(found) == [("1", "once."), ("2", "twice.")]


def test_endnotes_under_a_heading_are_tied_to_the_marks_of_the_pages_before() -> None:
    first = page([*wrapped(PROSE, 400), "It burned.^1^", "It fell.^2^"], [])
    last = Sheet()
    last.put(72, 700, "Notes", 14, BOLD)
    last.lines(72, 670, ["1. The Record, p. 2."])
    last.lines(72, 650, ["2. A letter."])
    found = document(first, last)
    assert notes(found) == {"note-1": "The Record, p. 2.", "note-2": "A letter."}
    assert labels(found) == [("1", "burned."), ("2", "fell.")]


def test_a_numbered_list_at_the_end_that_no_mark_leads_to_is_a_list() -> None:
    sheet = page(wrapped(PROSE, 400), [])
    sheet.lines(80, 500, ["1. the school closed"])
    sheet.lines(80, 484, ["2. the road was moved"])
    found = document(sheet)
    assert found.notes == ()
    assert [block.kind.value for block in found.blocks] == ["paragraph", "list-item", "list-item"]


def test_running_heads_and_page_numbers_are_furniture_and_give_the_pages_their_labels() -> None:
    sheets = [page(wrapped(PROSE, 400), [], "A History of the Mill", str(number)) for number in (17, 18, 19)]
    found = document(*sheets)
    assert [(one.label, one.number) for one in found.pages] == [("17", 1), ("18", 2), ("19", 3)]
    furniture = [text for block, text in zip(found.blocks, blocks(found), strict=True) if block.kind == "furniture"]
    assert furniture == ["A History of the Mill", "17", "A History of the Mill", "18", "A History of the Mill", "19"]
    assert found.page_at(found.text.rindex("sons")) == "19"


def test_numbers_within_running_heads_are_found_by_going_up_with_the_pages() -> None:
    heads = ("112 A HISTORY", "THE MILL 113", "114 A HISTORY", "THE WHEEL 115")
    found = document(*(page(wrapped(PROSE, 400), [], head) for head in heads))
    assert [one.label for one in found.pages] == ["112", "113", "114", "115"]


def test_the_labels_that_the_file_gives_its_pages_come_first() -> None:
    found = document(*(page(wrapped(PROSE, 400), []) for _ in range(3)), labels="0 << /S /r >> 2 << /S /D >>")
    assert [one.label for one in found.pages] == ["i", "ii", "1"]


def test_a_sentence_that_a_page_breaks_is_one_block_and_the_page_begins_within_it() -> None:
    lines = wrapped(PROSE, 400)
    first, second = Sheet(), Sheet()
    first.lines(72, 100, lines[:2])
    second.lines(72, 700, lines[2:])
    found = document(first, second)
    assert blocks(found) == [PROSE]
    assert found.pages[1].offset == PROSE.index(lines[2].split()[0], len(" ".join(lines[:2])))


def test_a_word_that_a_page_breaks_is_put_together() -> None:
    first, second = Sheet(), Sheet()
    first.lines(72, 100, [*wrapped(PROSE, 400), "and nobody knew of the old connec-"])
    second.lines(72, 700, ["tion between the mills."])
    assert "the old connection between the mills." in document(first, second).text


def test_references_are_one_block_an_entry() -> None:
    sheet = page(wrapped(PROSE, 400), [])
    sheet.put(72, 560, "References", 14, BOLD)
    sheet.lines(72, 536, ["Doe, J. (2019). The mill and its people. Valley"])
    sheet.lines(90, 522, ["Record Press, Oberau."])
    sheet.lines(72, 508, ["Roe, A. (1994). The quiet valley and the silence"])
    sheet.lines(90, 494, ["of its wheels. Oberau."])
    found = document(sheet)
    entries = [block.span.of(found.text) for block in found.blocks if block.kind is BlockKind.REFERENCE]
    assert entries == [
        "Doe, J. (2019). The mill and its people. Valley Record Press, Oberau.",
        "Roe, A. (1994). The quiet valley and the silence of its wheels. Oberau.",
    ]
    assert all(block.part is Part.REFERENCES for block in found.blocks if block.kind is BlockKind.REFERENCE)


def test_labelled_references_begin_at_their_labels() -> None:
    sheet = page(wrapped(PROSE, 400), [])
    sheet.put(72, 560, "References", 14, BOLD)
    sheet.lines(72, 536, ["[1] J. Doe. The mill.", "Oberau, 2019.", "[2] A. Roe. The valley.", "Oberau, 1994."])
    found = document(sheet)
    entries = [block.span.of(found.text) for block in found.blocks if block.kind is BlockKind.REFERENCE]
    assert entries == ["[1] J. Doe. The mill. Oberau, 2019.", "[2] A. Roe. The valley. Oberau, 1994."]
