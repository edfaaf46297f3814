"""PDF: the printed page that a place stands on: what the file says of it, what is printed, and what only counts."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, kinds

from formats.make_pdf import Sheet, pdf, wrapped
from holdwater.document import Document
from holdwater.read import read_bytes
from holdwater.read.pdf.labels import labels_of
from holdwater.read.pdf.page import Page
from holdwater.read.roman import number_of

PROSE = (
    "The mill stood on the river for two hundred years and the people of the valley brought their corn to it in the "
    "autumn. When the wheel broke nobody came to mend it, for the miller had gone to the town and his sons with him."
)


def document(feet: list[str], heads: list[str] | None = None, labels: str = "", x: float = 300) -> Document:
    """Pages of prose, one a foot, each with a head if there are any."""
    sheets = []
    for index, foot in enumerate(feet):
        sheet = Sheet()
        sheet.lines(72, 700, [*wrapped(PROSE, 400), f"This is the {'first second third fourth fifth'.split()[index]}."])
        if heads:
            sheet.put(72, 750, heads[index], 9)
        if foot:
            sheet.put(x, 40, foot, 9)
        sheets.append(sheet)
    found = read_bytes(pdf(sheets, labels=labels), "mill.pdf")
    assert_sound(found)
    return found


def labels(found: Document) -> list[str]:
    return [page.label for page in found.pages]


def body(found: Document) -> list[str]:
    return [words for words, kind in zip(blocks(found), kinds(found), strict=True) if kind != "furniture"]


def blank(number: int, label: str = "") -> Page:
    return Page(number, 0, label, "", 612, 792, [], [])


def test_pages_without_a_printed_number_have_none_but_their_place_in_the_file() -> None:
    found = document(["", "", ""])
    assert [(page.label, page.number) for page in found.pages] == [("", 1), ("", 2), ("", 3)]
    assert found.page_at(found.text.index("second")) is None
    assert found.page_number_at(found.text.index("second")) == 2


@pytest.mark.parametrize("form", ["{}/{}", "{} / {}", "Page {} of {}", "page {} of {}", "{} of {}", "Seite {} von {}"])
def test_a_foot_that_counts_the_pages_of_the_file_is_furniture_and_no_printed_page(form: str) -> None:
    found = document([form.format(number, 3) for number in (1, 2, 3)])
    assert labels(found) == ["", "", ""]
    assert kinds(found).count("furniture") == 3
    assert not any(" 3" in words or "/3" in words for words in body(found))


def test_the_foot_of_a_browsers_print_is_no_printed_page_beside_the_address() -> None:
    feet = [f"https://example.org/mill {number}/4" for number in (1, 2, 3, 4)]
    found = document(feet, heads=["22/11/2026, 21:48"] * 4)
    assert labels(found) == [""] * 4
    assert kinds(found).count("furniture") == 8


def test_a_number_out_of_more_pages_than_the_file_has_is_printed() -> None:
    assert labels(document(["7/120", "8/120", "9/120"])) == ["7", "8", "9"]


def test_a_journals_pages_are_those_printed_though_the_file_counts_its_own_from_one() -> None:
    assert labels(document(["201", "202", "203"], labels="0 << /S /D >>")) == ["201", "202", "203"]


def test_labels_of_the_file_that_do_more_than_count_come_before_what_is_printed() -> None:
    assert labels(document(["1", "2", "3"], labels="0 << /S /r >>")) == ["i", "ii", "iii"]
    assert labels(document(["1", "2", "3"], labels="0 << /S /D /St 201 >>")) == ["201", "202", "203"]
    assert labels(document(["1", "2", "3"], labels="0 << /P (A-) /S /D >>")) == ["A-1", "A-2", "A-3"]


def test_labels_of_the_file_that_only_count_stand_where_nothing_is_printed() -> None:
    assert labels(document(["", "", ""], labels="0 << /S /D >>")) == ["1", "2", "3"]


def test_a_page_without_a_number_between_two_that_count_on_has_the_one_between() -> None:
    assert labels(document(["201", "", "203", "204"])) == ["201", "202", "203", "204"]


def test_a_page_before_the_first_number_and_one_after_the_last_have_none() -> None:
    assert labels(document(["", "202", "203", "204", ""])) == ["", "202", "203", "204", ""]


def test_numbers_in_running_heads_that_change_sides_are_found() -> None:
    heads = ["200 JOURNAL OF MILLS", "THE WHEEL 201", "202 JOURNAL OF MILLS", "THE WHEEL 203"]
    found = document([""] * 4, heads)
    assert labels(found) == ["200", "201", "202", "203"]
    assert kinds(found).count("furniture") == 4


@pytest.mark.parametrize("foot", ["{} Roe, The Quiet Valley, p. 17, and the census.", "{}. A letter of May 1986."])
def test_one_note_a_page_numbered_as_the_page_is_gives_no_page_number(foot: str) -> None:
    feet = [foot.format(number) + f" So {word}." for number, word in enumerate(("Ann", "Bea", "Cleo", "Dora"), 1)]
    assert labels(document(feet, x=72)) == [""] * 4


def test_front_matter_in_roman_numerals_goes_before_the_arabic_pages() -> None:
    assert labels(document(["vii", "viii", "1", "2", "3"])) == ["vii", "viii", "1", "2", "3"]


def test_years_and_numbers_that_stay_the_same_are_no_page_numbers() -> None:
    assert labels(document(["1987", "1987", "1987"])) == ["", "", ""]


def test_numbers_are_filled_in_only_where_they_count_on() -> None:
    pages = [blank(number) for number in range(1, 8)]
    assert labels_of(pages, {2: "8", 4: "10", 7: "40"}) == {2: "8", 3: "9", 4: "10", 7: "40"}
    assert labels_of(pages, {1: "i", 3: "iii"}) == {1: "i", 3: "iii"}


def test_a_long_stretch_without_numbers_is_not_filled_in() -> None:
    assert labels_of([blank(number) for number in range(1, 60)], {1: "1", 50: "50"}) == {1: "1", 50: "50"}


@pytest.mark.parametrize(
    ("label", "value"),
    [("12", 12), ("xiv", 14), ("XIV", 14), ("mcmxc", 1990), ("iiii", 0), ("mill", 0), ("", 0), ("x" * 16, 0)],
)
def test_numbers_are_read_in_digits_and_in_roman_letters(label: str, value: int) -> None:
    assert number_of(label)[0] == value


def hebrew(lines: list[list[str]]) -> bytes:
    """A page whose words are set from the right margin leftward; capitals are shown as Hebrew letters."""
    sheet = Sheet()
    for row, words in enumerate(lines):
        x = 500.0
        for word in words:
            for letter in word:
                x -= 7
                sheet.put(x, 700 - 14 * row, letter, 10)
            x -= 3
    letters = "\n".join(f"<{code:02X}> <{0x05D0 + code - 65:04X}>" for code in range(65, 91))
    return pdf([sheet], to_unicode=letters)


def test_lines_that_are_read_from_the_right_are_put_together() -> None:
    lines = [["ABCD", "EFGH", "DGKN", "HADN", "BGA"] * 3, ["HGF", "EDCBA", "ANGH", "DAKG"]]
    found = read_bytes(hebrew(lines), "mill.pdf")
    assert_sound(found)
    assert kinds(found) == ["paragraph"]
    assert len(found.text.split()) == 19
    assert all("\u05d0" <= char <= "\u05ea" for char in found.text.replace(" ", ""))
