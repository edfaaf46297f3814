"""PDF: the single steps of the reading, on pages of a few lines made by hand."""

from __future__ import annotations

import pytest

from holdwater.document import BlockKind, Part
from holdwater.read.pdf.columns import in_reading_order
from holdwater.read.pdf.foot import opening_label, plain_label, raised_marks, take_foot
from holdwater.read.pdf.furniture import set_aside
from holdwater.read.pdf.hyphens import Hyphens
from holdwater.read.pdf.lines import pieces_of
from holdwater.read.pdf.metadata import metadata_of
from holdwater.read.pdf.order import drop_lone_items, set_groups, set_levels
from holdwater.read.pdf.page import Page, Unit
from holdwater.read.pdf.paragraphs import Paragraph, columns_of, paragraphs_of, typography_of

SIZE = 10.0


def page(*words: tuple[float, float, str], number: int = 1, size: float = SIZE) -> Page:
    """A page of lines, each at a place, every letter half as wide as the type is high; `^1` is raised."""
    made = Page(number, 0, "", "", 612, 792, [], [])
    at = 0
    for x, y, line in words:
        for word in line.split():
            raised = word.startswith("^")
            shown = word.removeprefix("^")
            here = size * (0.6 if raised else 1.0)
            foot = y + (0.4 * size if raised else 0.0)
            end = x + len(shown) * here / 2
            made.units.append(Unit(at, at + len(shown), x, foot, end, foot + here, spaced=True))
            made.text += f"{shown} "
            at += len(shown) + 1
            x = end + size / 4
    made.lines = pieces_of(made)
    return made


def texts(made: Page) -> list[str]:
    return [line.text for line in made.lines]


def test_units_of_one_row_make_a_line_and_a_wide_gap_parts_it() -> None:
    made = page((72, 700, "the mill"), (300, 700, "the wheel"), (72, 688, "the river"))
    assert texts(made) == ["the mill", "the wheel", "the river"]
    assert [line.beside for line in made.lines] == [False, True, False]


def test_what_is_drawn_twice_at_one_place_is_one_line() -> None:
    assert texts(page((72, 700, "the mill"), (72.2, 700, "the mill"))) == ["the mill"]


def test_pieces_of_a_row_are_joined_where_no_column_parts_them() -> None:
    made = page((72, 700, "the mill"), (300, 700, "the wheel"))
    (row,) = in_reading_order(made.lines, made)
    assert row.text == "the mill the wheel"
    assert [cell.text for cell in row.cells] == ["the mill", "the wheel"]


def test_lines_drawn_from_the_foot_up_are_read_from_the_top_down() -> None:
    made = page(*((72, 600 + 12 * row, f"line number {row} of the page here") for row in range(6)))
    assert [line.text.split()[2] for line in in_reading_order(made.lines, made)] == ["5", "4", "3", "2", "1", "0"]


@pytest.mark.parametrize("rows", [6, 20])
def test_two_columns_drawn_row_by_row_are_read_one_after_the_other(rows: int) -> None:
    words = "some words of the text that fill it"
    made = page(
        *((x, 700 - 12 * row, f"{side}{row} {words}") for row in range(rows) for x, side in ((72, "l"), (320, "r")))
    )
    order = [line.text.split()[0] for line in in_reading_order(made.lines, made)]
    assert order == [f"{side}{row}" for side in "lr" for row in range(rows)]


def test_columns_are_cut_where_lines_go_up_again() -> None:
    made = page((72, 700, "one"), (72, 688, "two"), (300, 700, "three"), (300, 688, "four"))
    assert [[line.text for line in column.lines] for column in columns_of(made.lines)] == [
        ["one", "two"],
        ["three", "four"],
    ]


def test_the_leading_is_the_smallest_step_that_is_common() -> None:
    made = page(*((72, y, "words") for y in (700, 688, 676, 664, 646, 634, 622, 604)))
    type_of = typography_of([made.lines])
    assert (type_of.body, type_of.leading_of(SIZE)) == (10.0, 12.0)
    assert type_of.leading_of(20) == 25.0
    assert typography_of([]).body == 10.0


def test_a_gap_wider_than_the_leading_parts_paragraphs() -> None:
    made = page(*((72, y, "the words of it that go on") for y in (700, 688, 676, 654, 642)))
    assert [len(one.lines) for one in paragraphs_of(made.lines, typography_of([made.lines]))] == [3, 2]


def test_leaders_make_a_line_one_of_the_contents() -> None:
    made = page((72, 700, "The wheel . . . . . . . . . . . 17"), (72, 688, "The stones . . . . . . . . . . 21"))
    found = paragraphs_of(made.lines, typography_of([made.lines]))
    assert {(one.kind, one.part) for one in found} == {(BlockKind.FURNITURE, Part.NAVIGATION)}


def test_raised_numbers_are_marks_and_those_on_the_line_are_not() -> None:
    made = page((72, 700, "burned ^1 in 1987 and ^2 fell"))
    assert [mark.label for mark in raised_marks(made.lines, made)] == ["1", "2"]


def test_a_number_raised_at_a_lines_beginning_opens_a_note() -> None:
    made = page((72, 100, "^4 The Record."))
    assert opening_label(made.lines[0], made, plain=False) == ("4", 1)
    plain = page((72, 100, "4 The Record."))
    assert opening_label(plain.lines[0], plain, plain=False) == ("", 0)
    assert opening_label(plain.lines[0], plain, plain=True) == ("4", 1)


@pytest.mark.parametrize(("printed", "plain"), [("¹²", "12"), ("⁎", "*"), ("†", "†"), ("7", "7")])
def test_labels_are_written_in_plain_figures(printed: str, plain: str) -> None:
    assert plain_label(printed) == plain


def test_the_foot_of_a_page_is_taken_from_its_body() -> None:
    made = page(*((72, 700 - 12 * row, "words of the body here") for row in range(8)), (72, 500, "fell ^1 down"))
    made.lines += page((72, 90, "^1 The Record."), size=8).lines
    made.text = made.text.ljust(400)
    small = page((72, 90, "^1 The Record."), size=8)
    body, foot = take_foot(small.lines, small, typography_of([made.lines[:8]]), {"1"})
    assert body == []
    assert [(note.label, note.skip) for note in foot.notes] == [("1", 1)]


def test_heads_that_come_back_are_furniture_and_lines_that_do_not_are_text() -> None:
    pages = [
        page(
            (72, 750, "A History of Mills"), (72, 700, f"the text {name} of it"), (300, 40, str(17 + at)), number=at + 1
        )
        for at, name in enumerate(("one", "two", "three", "four"))
    ]
    assert set_aside(pages) == {1: "17", 2: "18", 3: "19", 4: "20"}
    assert [texts(one) for one in pages][:2] == [["the text one of it"], ["the text two of it"]]
    assert [line.text for line in pages[0].furniture] == ["A History of Mills", "17"]


def test_text_at_the_edge_that_comes_back_in_long_lines_is_no_furniture() -> None:
    words = "the same words on each of these pages go on and on"
    pages = [page((72, 740, words), (72, 728, f"{words} {name}"), number=at) for at, name in enumerate("abcd", 1)]
    set_aside(pages)
    assert all(len(one.lines) == 2 for one in pages)


@pytest.mark.parametrize(
    ("text", "before", "after", "kept"),
    [
        ("a rain-fed wheel", "rain", "fed", True),
        ("the connection", "connec", "tion", False),
        ("", "1914", "18", True),
        ("", "Anglo", "Saxon", True),
        ("", "state-of-the", "art", True),
        ("", "self", "made", True),
    ],
)
def test_a_hyphen_at_a_lines_end_is_judged(text: str, before: str, after: str, kept: bool) -> None:
    dividing = ["a line that ends in a divi-"] * 10
    assert Hyphens(text, dividing).kept(before, after) is kept


def test_where_no_word_is_divided_a_hyphen_is_the_words_own() -> None:
    assert Hyphens("", ["a line without division"] * 200).kept("water", "wheel")


def test_levels_go_by_size_and_groups_by_what_follows_what() -> None:
    def one(kind: BlockKind, size: float = SIZE, words: str = "words") -> Paragraph:
        return Paragraph(page((72, 700, words), size=size).lines, kind)

    item, text = BlockKind.LIST_ITEM, BlockKind.PARAGRAPH
    blocks = [one(BlockKind.HEADING, 20), one(item), one(item), one(text), one(item), one(BlockKind.HEADING, 14)]
    set_levels(blocks)
    set_groups(blocks)
    assert [block.level for block in blocks if block.kind is BlockKind.HEADING] == [1, 2]
    assert [block.group for block in blocks] == [0, 1, 1, 0, 2, 0]
    alone = [one(text), one(item, words="— Anna Roe"), one(text)]
    drop_lone_items(alone)
    assert [block.kind for block in alone] == [text, text, text]


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - a.doc", "paper.tex", "  ", "10.1234567"])
def test_what_is_no_title_is_left_out(title: str) -> None:
    assert metadata_of(lambda tag: {"Title": title}.get(tag, ""), "") == {}
