"""PDF: what is set in from the margins is a quotation, unless something else explains it."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, kinds

from formats.make_pdf import BOLD, COURIER, Sheet, pdf, width, wrapped
from holdwater.document import Document
from holdwater.read import read_bytes

PROSE = (
    "The mill stood on the river for two hundred years and the people of the valley brought their corn to it in the "
    "autumn. When the wheel broke nobody came to mend it, for the miller had gone to the town and his sons with him."
)
QUOTED = (
    "We have not seen a document that taught us more in less time, and we regret that it was not laid before the "
    "council in the year in which it was made, when the wheel could still have been mended."
)
SHORT = "Nobody counted what it cost the people."
LEFT, WIDE, IN = 72, 440, 30


def document(*sheets: Sheet) -> Document:
    found = read_bytes(pdf(list(sheets)), "mill.pdf")
    assert_sound(found)
    return found


def page(
    *middle: tuple[float, str], gap: float = 12, above: bool = True, below: bool = True, size: float = 11
) -> Sheet:
    """A page with prose, then lines each at its own distance from the margin, then prose again."""
    sheet = Sheet()
    y = 700.0
    if above:
        y = sheet.lines(LEFT, y, wrapped(PROSE, WIDE)) - gap
    for inward, words in middle:
        sheet.line(LEFT + inward, y, words, size)
        y -= 14
    if below:
        sheet.lines(LEFT, y - gap, wrapped(PROSE, WIDE))
    return sheet


def set_in(words: str, inward: float = IN, narrower: float = 2 * IN, size: float = 11) -> list[tuple[float, str]]:
    return [(inward, line) for line in wrapped(words, WIDE - narrower, size)]


def quoted(found: Document) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.quoted]


@pytest.mark.parametrize("words", [QUOTED, " ".join(QUOTED.split()[:27]), f"{QUOTED} {QUOTED}"])
def test_a_paragraph_set_in_on_both_sides_is_a_quotation_however_many_lines_it_has(words: str) -> None:
    found = document(page(*set_in(words)))
    assert quoted(found) == [words]
    assert kinds(found) == ["paragraph", "quote", "paragraph"]


def test_it_may_be_set_in_on_the_left_alone_where_there_is_room_around_it() -> None:
    assert quoted(document(page(*set_in(QUOTED, narrower=IN)))) == [QUOTED]


def test_a_single_line_set_in_with_room_around_it_is_a_quotation() -> None:
    assert quoted(document(page((IN, SHORT)))) == [SHORT]


def test_smaller_type_makes_it_no_less_a_quotation() -> None:
    found = document(page(*set_in(QUOTED, size=9.5), size=9.5))
    assert quoted(found) == [QUOTED]


def test_a_quotation_at_the_head_or_the_foot_of_a_page_is_one() -> None:
    first = page(*set_in(QUOTED), below=False)
    second = page(*set_in(QUOTED.replace("We have", "They have")), above=False)
    assert len(quoted(document(first, second))) == 2


def test_a_page_that_is_one_quotation_is_told_by_the_margins_of_the_others() -> None:
    whole = page(*set_in(QUOTED), above=False, below=False)
    found = document(page(*set_in(SHORT + " " + QUOTED)), page(), whole)
    assert QUOTED in quoted(found)


def test_a_sentence_that_fills_its_line_does_not_end_the_quotation() -> None:
    words = wrapped(QUOTED, WIDE - 2 * IN)
    lines = [f"{words[0]}.", f"The{words[1]}", words[2]]
    found = document(page(*[(IN, line) for line in lines]))
    assert quoted(found) == [" ".join(lines)]


def test_paragraphs_of_one_quotation_are_of_one_group_and_those_of_two_are_not() -> None:
    sheet = Sheet()
    y = sheet.lines(LEFT, 740, wrapped(PROSE, WIDE))
    for prose_after in (False, True, False):
        y = sheet.lines(LEFT + IN, y - 12, wrapped(QUOTED, WIDE - 2 * IN))
        if prose_after:
            y = sheet.lines(LEFT, y - 12, wrapped(PROSE, WIDE))
    sheet.lines(LEFT, y - 12, wrapped(PROSE, WIDE))
    found = document(sheet)
    groups = [block.group for block in found.blocks if block.quoted]
    assert len(groups) == 3
    assert groups[0] == groups[1] != groups[2]


@pytest.mark.parametrize(
    "words",
    ["* * *", "x = 2y + 7", "Chapter the Second", "Figure 3: The wheel in winter, as it stood.", "in 1987"],
)
def test_a_line_that_is_no_sentence_is_no_quotation(words: str) -> None:
    assert quoted(document(page((IN, words)))) == []


def test_centred_lines_are_no_quotation() -> None:
    lines = ["In memory of all who worked here,", "of the wheel,", "and of the river that turned it for so long."]
    centred = [((WIDE - width(line, 11)) / 2, line) for line in lines]
    assert quoted(document(page(*centred))) == []
    assert quoted(document(page(centred[2]))) == []


def test_verse_is_no_quotation() -> None:
    lines = ["The wheel went round,", "the wheel went round,", "and nobody heard", "another sound."]
    assert quoted(document(page(*[(IN, line) for line in lines]))) == []


def test_code_is_no_quotation() -> None:
    sheet = Sheet()
    y = sheet.lines(LEFT, 700, wrapped(PROSE, WIDE)) - 12
    for line in (
        "for wheel in the_wheels_of_the_mill and the rest:",
        "    turn the wheel as long as the river runs on",
    ):
        sheet.put(LEFT + IN, y, line, 10, COURIER)
        y -= 14
    sheet.lines(LEFT, y - 12, wrapped(PROSE, WIDE))
    assert quoted(document(sheet)) == []


def test_first_lines_set_in_are_no_quotations() -> None:
    lines: list[tuple[float, str]] = []
    for _ in range(3):
        first, *rest = wrapped(PROSE, WIDE - 20)
        lines += [(20, first), *((0, line) for line in rest), (20, SHORT)]
    assert quoted(document(page(*lines, gap=0))) == []


@pytest.mark.parametrize("label", ["•", "1.", "(a)"])
def test_a_second_paragraph_of_an_item_is_no_quotation(label: str) -> None:
    sheet = Sheet()
    y = sheet.lines(LEFT, 700, wrapped(PROSE, WIDE)) - 12
    sheet.put(LEFT + 12, y, label)
    y = sheet.lines(LEFT + IN, y, wrapped(QUOTED, WIDE - IN)) - 12
    sheet.lines(LEFT + IN, y, wrapped(PROSE, WIDE - IN))
    assert quoted(document(sheet)) == []


def test_a_bullet_that_is_drawn_makes_an_item() -> None:
    sheet = Sheet()
    y = sheet.lines(LEFT, 700, wrapped(PROSE, WIDE)) - 12
    for _ in range(2):
        sheet.content.append(f"{LEFT + 18} {y + 2} 4 4 re f")
        y = sheet.lines(LEFT + IN, y, wrapped(QUOTED, WIDE - IN))
    sheet.lines(LEFT, y - 12, wrapped(PROSE, WIDE))
    found = document(sheet)
    assert kinds(found) == ["paragraph", "list-item", "list-item", "paragraph"]
    assert blocks(found)[1:3] == [QUOTED, QUOTED]


def test_dots_that_stand_elsewhere_make_no_items() -> None:
    sheet = page()
    for index in range(40):
        sheet.content.append(f"{LEFT + 7 * index} {300 + 3 * index} 4 4 re f")
    assert set(kinds(document(sheet))) == {"paragraph"}


def test_hanging_lines_are_no_quotation() -> None:
    lines: list[tuple[float, str]] = []
    for name in ("Anna Roe", "Jane Doe", "Ada Moor"):
        first, *rest = wrapped(f"{name}, {QUOTED}", WIDE - 20)
        lines += [(0, first), *((20, line) for line in rest)]
    assert quoted(document(page(*lines))) == []


def test_an_abstract_is_no_quotation() -> None:
    sheet = Sheet()
    sheet.put(280, 720, "Abstract", 11, BOLD)
    y = sheet.lines(LEFT + IN, 700, wrapped(QUOTED, WIDE - 2 * IN)) - 14
    sheet.lines(LEFT, y, wrapped(f"{PROSE} {PROSE}", WIDE))
    assert quoted(document(sheet)) == []


def test_where_everything_is_set_in_by_another_measure_that_says_little() -> None:
    sheet = Sheet()
    y = sheet.lines(LEFT, 760, wrapped(PROSE, WIDE)) - 12
    for inward in (15, 24, 33, 42, 51, 60, 69):
        y = sheet.lines(LEFT + inward, y, wrapped(QUOTED, WIDE - inward)) - 12
    sheet.lines(LEFT, y, wrapped(PROSE, WIDE))
    assert quoted(document(sheet)) == []


def test_the_text_after_a_quotation_that_a_page_ends_is_not_part_of_it() -> None:
    first = page(*set_in(" ".join(QUOTED.split()[:-4])), below=False)
    second = Sheet()
    second.lines(LEFT, 700, wrapped("and so, wrote the clerk, it was left to the river. " + PROSE, WIDE))
    found = document(first, second)
    assert len(quoted(found)) == 1
    assert "the clerk" not in quoted(found)[0]


def test_a_name_at_the_head_is_no_item() -> None:
    for name in ("A. N. Other", "— A. N. Other", "J. Doe"):
        sheet = Sheet()
        sheet.put(250, 720, name)
        sheet.lines(LEFT, 690, wrapped(PROSE, WIDE))
        found = document(sheet)
        assert kinds(found) == ["paragraph", "paragraph"]
        assert blocks(found)[0] == name


def test_dashes_that_begin_several_lines_are_items() -> None:
    sheet = page(above=False, below=False)
    sheet.lines(LEFT, 700, ["— The wheel was sold.", "— The stones were left.", "— The river stayed."])
    assert kinds(document(sheet)) == ["list-item"] * 3
