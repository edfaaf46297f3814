"""PDF: words set with room between their letters are words."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks

from formats.make_pdf import Sheet, pdf, width
from holdwater.document import Span
from holdwater.read import read_bytes


def spaced(sheet: Sheet, text: str, by: float, x: float = 72, y: float = 660, size: float = 11) -> float:
    """Set each letter by itself, with so many more points after it; returns where the text ends."""
    for letter in text:
        if letter != " ":
            sheet.put(x, y, letter, size)
        x += width(letter, size) + by
    return x


@pytest.mark.parametrize("by", [0.5, 2.5, 3.5, 5.0])
def test_letters_with_room_between_them_are_words_and_wider_room_parts_these(by: float) -> None:
    sheet = Sheet()
    spaced(sheet, "The mill at Oberau burned, and fell.", by)
    found = read_bytes(pdf([sheet]), "mill.pdf")
    assert_sound(found)
    assert blocks(found) == ["The mill at Oberau burned, and fell."]


def test_letters_parted_by_written_blanks_are_words_too() -> None:
    sheet = Sheet()
    sheet.put(72, 700, "T H E  M I L L  O F  O B E R A U")
    assert read_bytes(pdf([sheet]), "mill.pdf").text == "THE MILL OF OBERAU"


def test_one_spaced_word_in_a_line_is_closed_up() -> None:
    sheet = Sheet()
    x = sheet.put(72, 660, "He said ")
    x = spaced(sheet, "nevermore", 3, x) + 2
    sheet.put(x, 660, "to the miller.")
    assert read_bytes(pdf([sheet]), "mill.pdf").text == "He said nevermore to the miller."


@pytest.mark.parametrize("text", ["a b c d e f", "A B C D", "x y z", "I a m", "1 2 3 4 5 6"])
def test_letters_and_figures_that_are_listed_stay_apart(text: str) -> None:
    sheet = Sheet()
    sheet.put(72, 700, text)
    assert read_bytes(pdf([sheet]), "mill.pdf").text == text


def test_a_closed_up_letter_has_its_place() -> None:
    sheet = Sheet()
    spaced(sheet, "The mill burned", 3)
    found = read_bytes(pdf([sheet]), "mill.pdf")
    at = found.text.index("burned")
    origin = found.origin(Span(at, at + 6))
    assert found.line_text(origin.line)[origin.column - 1 : origin.end_column - 1].replace(" ", "") == "burned"
