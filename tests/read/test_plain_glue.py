"""What digits are glued to, and how like a note mark that makes them."""

from __future__ import annotations

import pytest

from holdwater.read.plain.glue import (
    DOUBTFUL,
    FAIR,
    GOOD,
    POOR,
    STRONG,
    SURE,
    Glue,
    after_year,
    raised_weight,
    weigh,
)


def weight(before: str, digits: str = "3", rest: str = " The next") -> float:
    words = before.split(" ")
    return weigh(Glue(words[-1], words[-2] if len(words) > 1 else "", digits, rest, len(words) == 1))


@pytest.mark.parametrize(
    "before", ["the end.", "“uprisings”.", 'the "end."', "(the end.)", "Was it?", "the end…", "an end”"]
)
def test_the_end_of_a_sentence_is_strong_glue(before: str) -> None:
    assert weight(before) >= GOOD


@pytest.mark.parametrize("before", ["in a word,", "at length;", "Marsh (1931)", "the [Board]", "about 45%", "of 9.6%."])
def test_punctuation_and_closing_marks_are_good_glue(before: str) -> None:
    assert weight(before, rest=" and so") == GOOD


@pytest.mark.parametrize(
    "before", ["an investigation", "of Marsh", "the town’s", "the mill-owner", "the 1990s", "the 19th"]
)
def test_a_word_is_fair_glue(before: str) -> None:
    assert weight(before, rest=" that") == FAIR


@pytest.mark.parametrize(
    "before", ["a MP", "the COVID", "an iPhone", "of", "a page", "in Table", "18th-century-old1-word"]
)
def test_what_names_are_made_of_is_never_more_than_doubtful(before: str) -> None:
    assert weight(before) <= DOUBTFUL


@pytest.mark.parametrize(
    "before",
    ["p.", "see fig.", "vol.", "Section 5.", "version 2.", "in f(x)", "of a[1]", "[1,", "f(x,", "bar.loc",
     "example.org/a", "a_b", "x=", "$10.", "(a)", "12)", "H", "host:80:", "John 3:", "Introduction......", "x86and2",
     "[12]"],
)  # fmt: skip
def test_what_numbers_and_labels_are_made_of_is_no_glue(before: str) -> None:
    assert weight(before) == 0


def test_a_label_in_brackets_is_no_glue() -> None:
    assert weight("in [Doe", "93", "] and") == 0


def test_a_full_stop_inside_a_sentence_is_poor_glue() -> None:
    assert weight("of the town.", rest=" and") == POOR


def test_a_number_before_the_stop_wants_the_end_of_a_sentence() -> None:
    assert 0 < weight("it ended in 1971.") < FAIR
    assert weight("it grew by 3.", rest=" points") == 0
    assert weight("on pp. 397–399.") > 0


def test_a_section_number_at_the_head_of_a_line_is_no_glue() -> None:
    assert weight("5.", rest=" The engineer") == 0


def test_a_group_of_three_digits_after_a_comma_is_a_number() -> None:
    assert weight("some 1,", "200") == 0


def test_a_sentence_ends_where_its_paragraph_does() -> None:
    assert Glue("end.", "the", "3", "", False).ends
    assert Glue("end.", "the", "3", "\n\nand so", False).ends
    assert not Glue("end.", "the", "3", "\nand so", False).ends


@pytest.mark.parametrize(
    ("digits", "token", "word", "kept"),
    [
        ("201867", "", "in", 4),
        ("18729", "", "in", 4),
        ("200312", "1998–", "of", 4),
        ("20012", "1,", "some", 3),
        ("20036", "£46,", "of", 3),
        ("20041", "", "DC", 0),
        ("56712", "", "some", 0),
        ("20186", "x", "in", 0),
        ("20186", "2.", "in", 0),
        ("20186", "a/", "in", 0),
    ],
)
def test_a_year_or_a_grouped_number_is_kept_whole(digits: str, token: str, word: str, kept: int) -> None:
    assert after_year(digits, token, word)[0] == kept


@pytest.mark.parametrize(
    ("token", "least"),
    [("water", SURE), ("water.", SURE), ("”", SURE), ("in2018", STRONG), ("2018", STRONG), ("", STRONG)],
)
def test_raised_digits_are_marks(token: str, least: float) -> None:
    assert raised_weight(token) >= least


@pytest.mark.parametrize("token", ["m", "km", "x", "10", "5km", "(", "a+", "=", "12345"])
def test_exponents_are_not_marks(token: str) -> None:
    assert raised_weight(token) == 0
