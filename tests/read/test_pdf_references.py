"""PDF: lists of references, with a heading or without one, and the titles in italics in them."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, marks, notes

from formats.make_pdf import BOLD, ITALIC, Sheet, pdf, width, wrapped
from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read import read_bytes

PROSE = (
    "The mill stood on the river for two hundred years and the people of the valley brought their corn to it in the "
    "autumn. When the wheel broke nobody came to mend it, for the miller had gone to the town and his sons with him."
)
WORKS = [
    "Doe, Jane. 2019. “The Mill and Its People: A History of Work in the Upper Valley.” Valley Record 12: 201–19.",
    "Moor, Ada. n.d. A Letter.",
    "Roe, Anna. 1994. The Quiet Valley and the Silence of Its Wheels, with an Account of the Flood. Oberau: Moor.",
    "———. 1998. “On Stones That Nobody Fetched, and on the Yards in Which They Lie to This Day.” Valley Record 20.",
    "van Dam, Piet. 2001. Water Is a Wheel That Turns: Essays on the Rivers of the North and Those Who Kept Them.",
]


def document(*sheets: Sheet) -> Document:
    found = read_bytes(pdf(list(sheets)), "mill.pdf")
    assert_sound(found)
    return found


def hung(sheet: Sheet, y: float, works: list[str], leading: float = 14, gap: float = 0, indent: float = 18) -> float:
    """Entries whose lines but the first are set in; returns the height of the next line."""
    for work in works:
        first = wrapped(work, 400)[0]
        sheet.line(72, y, first)
        y = sheet.lines(72 + indent, y - leading, wrapped(work[len(first) :], 400 - indent), leading=leading) - gap
    return y


def references(found: Document) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.kind is BlockKind.REFERENCE]


@pytest.mark.parametrize("gap", [0, 8])
@pytest.mark.parametrize("indent", [12, 18, 36])
def test_entries_that_hang_are_references_without_a_heading_to_say_so(gap: float, indent: float) -> None:
    sheet = Sheet()
    y = sheet.lines(72, 700, wrapped(PROSE, 400)) - 14
    hung(sheet, y, WORKS, gap=gap, indent=indent)
    found = document(sheet)
    assert references(found) == WORKS
    assert blocks(found)[0] == PROSE
    assert {block.part for block in found.blocks if block.kind is BlockKind.REFERENCE} == {Part.REFERENCES}


def test_notes_may_follow_the_list() -> None:
    sheet = Sheet()
    y = sheet.lines(72, 720, [*wrapped(PROSE, 400), "It burned in 1987.^1^ It fell.^2^"]) - 14
    y = hung(sheet, y, WORKS) - 20
    sheet.lines(84, y, ["1. The Record of 1987, p. 2."])
    sheet.lines(84, y - 24, ["2. A letter of the miller, 1986."])
    found = document(sheet)
    assert references(found) == WORKS
    assert list(notes(found).values()) == ["The Record of 1987, p. 2.", "A letter of the miller, 1986."]


def test_a_list_that_a_page_breaks_is_one_list() -> None:
    first, second = Sheet(), Sheet()
    y = first.lines(72, 300, wrapped(PROSE, 400)) - 14
    hung(first, y, WORKS[:2])
    hung(second, 720, WORKS[2:])
    assert references(document(first, second)) == WORKS


def test_two_entries_are_no_list() -> None:
    sheet = Sheet()
    hung(sheet, sheet.lines(72, 700, wrapped(PROSE, 400)) - 14, WORKS[:1] + WORKS[2:3])
    assert references(document(sheet)) == []


def test_hanging_paragraphs_without_years_are_no_references() -> None:
    sheet = Sheet()
    y = sheet.lines(72, 700, wrapped(PROSE, 400)) - 14
    hung(sheet, y, [f"The {name}. {PROSE}" for name in ("wheel", "stone", "river", "yard")])
    assert references(document(sheet)) == []


def test_paragraphs_of_prose_at_the_end_are_no_references_though_they_name_years() -> None:
    sheet = Sheet()
    y = 700.0
    for year in (1987, 1988, 1989, 1990):
        y = sheet.lines(72, y, wrapped(f"In {year} it was so. {PROSE}", 400)) - 10
    assert references(document(sheet)) == []


def test_prose_with_first_lines_set_in_is_no_list_of_references() -> None:
    sheet = Sheet()
    y = 700.0
    for year in (1987, 1988, 1989, 1990):
        first = wrapped(f"In {year} it was so. {PROSE}", 385)[0]
        sheet.line(87, y, first)
        y = sheet.lines(72, y - 14, wrapped(f"In {year} it was so. {PROSE}"[len(first) :], 400))
    assert references(document(sheet)) == []


def test_a_heading_after_the_list_ends_it() -> None:
    sheet = Sheet()
    sheet.put(72, 740, "Bibliography", 14, BOLD)
    y = hung(sheet, 712, WORKS) - 20
    sheet.put(72, y, "Index", 14, BOLD)
    sheet.lines(72, y - 24, wrapped(PROSE, 400))
    found = document(sheet)
    assert references(found) == WORKS
    assert found.blocks[-1].part is Part.BODY


def italic(before: str, title: str, after: str) -> Sheet:
    sheet = Sheet()
    sheet.put(72, 700, before)
    x = 72 + width(before, 11)
    sheet.put(x, 700, title, 11, ITALIC)
    sheet.put(x + width(title, 11), 700, after)
    return sheet


def test_words_in_italics_are_emphasised() -> None:
    found = document(italic("Roe, ", "The Quiet Valley", " (Oberau, 1994), p. 17."))
    assert [words for words, _, _ in marks(found, MarkKind.EMPHASIS)] == ["The Quiet Valley"]
    assert blocks(found) == ["Roe, The Quiet Valley (Oberau, 1994), p. 17."]


@pytest.mark.parametrize("sign", [",", ";", ":", ")"])
def test_the_sign_after_a_title_is_not_part_of_it(sign: str) -> None:
    found = document(italic("Roe, ", f"The Quiet Valley{sign}", " Oberau, 1994."))
    assert [words for words, _, _ in marks(found, MarkKind.EMPHASIS)] == ["The Quiet Valley"]


def test_a_title_over_two_lines_is_one_mark() -> None:
    sheet = italic("See what Roe says of it, at some length, in her ", "Quiet Valley and the", "")
    sheet.put(72, 686, "Silence of Its Wheels", 11, ITALIC)
    sheet.put(72 + width("Silence of Its Wheels", 11), 686, ", of 1994.")
    found = document(sheet)
    assert [words for words, _, _ in marks(found, MarkKind.EMPHASIS)] == ["Quiet Valley and the Silence of Its Wheels"]


def test_a_block_that_is_all_in_italics_is_not_emphasised() -> None:
    sheet = Sheet()
    for index, line in enumerate(wrapped(PROSE, 400)):
        sheet.put(72, 700 - 14 * index, line, 11, ITALIC)
    assert document(sheet).marks_of(MarkKind.EMPHASIS) == ()


def test_the_arrow_back_from_a_note_is_not_part_of_it() -> None:
    sheet = Sheet()
    sheet.lines(72, 700, [*wrapped(PROSE, 400), "It burned.^1^"])
    sheet.lines(72, 195, ["^1^ The Record, p. 2.\x91"], 8.5, 11)
    found = read_bytes(pdf([sheet], to_unicode="<91> <21A9>"), "mill.pdf")
    assert list(notes(found).values()) == ["The Record, p. 2."]
