"""A number that a sentence makes of figures which it takes from its source follows, wherever those stand there."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said
from holdwater.document import Document
from holdwater.read import read_bytes

HARVEST = (
    "The co-operative has 48 mills. In May the mayor came to see them. It ground 93,600 sacks of rye in the year. The "
    "dam was mended in June, which cost 8,400 florins. The weir leaked again. It asks that 85% of the sacks be sold "
    "in the town, and pays 3 florins for each."
)


@pytest.mark.parametrize(
    ("sentence", "formula"),
    [
        ("The co-operative ground 93,600 sacks in 48 mills, or 1,950 sacks per mill.", "93,600 / 48 = 1,950"),
        ("With 48 mills, the mending of 8,400 florins came to 175 florins a mill.", "8,400 / 48 = 175"),
        ("Of the sacks 85% are to be sold in the town, which makes 79,560 sacks.", "85 of 93,600 = 79,560"),
    ],
)
def test_a_number_made_of_repeated_figures_is_shown_with_its_formula(sentence: str, formula: str) -> None:
    assert formula in [one.formula for one in said(sentence, HARVEST)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The co-operative ground 93,600 sacks in 48 mills, or 2,350 sacks per mill.",
        "Of the sacks 85% are to be sold in the town, which makes 83,200 sacks.",
        "The co-operative ground 2,100 sacks.",
    ],
)
def test_one_that_they_do_not_make_is_not_borne_out(sentence: str) -> None:
    assert relation(sentence, HARVEST) not in ("derived", "entailed", "rounded")


FAR = (
    "The school has 1,344 pupils. The roof was new in 1990. The head is fond of chess. It has 24 forms and a hall. The "
    "roof cost $53,760 to mend, said the head."
)


def test_an_amount_for_each_is_made_of_figures_anywhere_where_both_nouns_are_named() -> None:
    passage = FAR.replace("1,344 pupils", "31,344 books").replace("24 forms", "24 shelves")
    assert relation("The school has 1,306 books per shelf.", passage) == "derived"
    assert relation("The school has 1,603 books per shelf.", passage) != "derived"


def test_an_amount_of_money_for_each_made_of_figures_far_apart_is_left_open() -> None:
    assert relation("The roof came to $40 a pupil.", FAR) == "unsure"
    assert relation("The roof came to $65 a pupil.", FAR) not in ("derived", "unsure")


GIFTS = (
    "The choir raised $9,200 that year: $4,100 from concerts, $1,150 from the parish, and the rest from its members."
)
LOAN = "The orchard took 8,420 francs and cost 9,650 francs. A bank lent the difference."
FLEET = "Of the 240 that put to sea, thirty-one boats were lost and eight stranded. The others came home."
WARD = "Of the first 420 men, fifteen had had a cough and one had had two. The rest were well."


@pytest.mark.parametrize(
    ("sentence", "passage", "formula"),
    [
        ("The choir raised $9,200, and $3,950 of it from its members.", GIFTS, "9,200 − 4,100 − 1,150 = 3,950"),
        ("The orchard needed a loan of 1,230 francs.", LOAN, "9,650 − 8,420 = 1,230"),
        ("Of the 240 boats, 201 came home.", FLEET, "240 − thirty-one − eight = 201"),
    ],
)
def test_what_a_source_calls_the_rest_or_the_difference_follows(sentence: str, passage: str, formula: str) -> None:
    assert formula in [one.formula for one in said(sentence, passage)]


@pytest.mark.parametrize(
    ("sentence", "passage", "expected"),
    [
        ("The choir raised $9,200, and $3,150 of it from its members.", GIFTS, "contradicted"),
        ("The orchard needed a loan of 1,320 francs.", LOAN, "not in source"),
        ("Of the 240 boats, 221 came home.", FLEET, "not in source"),
    ],
)
def test_another_number_than_the_rest_is_told(sentence: str, passage: str, expected: str) -> None:
    assert relation(sentence, passage) == expected


def test_a_rest_from_which_an_unread_number_is_taken_is_left_open() -> None:
    assert relation("Of her first 420 men, 404 had had no cough at all.", WARD) == "unsure"


def test_the_whole_that_others_are_parts_of_is_the_whole() -> None:
    assert said("Of her first 420 men, 404 had had no cough at all.", WARD)[0].relation == "entailed"


def test_a_number_that_the_writer_says_is_worked_out_is_left_open() -> None:
    passage = "Each further loaf costs 31 groats. The bakery sold 500 loaves in all, and the town was content."
    assert (
        relation("The bakery could sell about 920 loaves more (own calculation from that book).", passage) == "unsure"
    )
    assert relation("The bakery sold 920 loaves in all.", passage) == "contradicted"


LOCKS = """| Reach | Gates | Keepers | State |
|---|---|---|---|
| Upper fen | 14 | 3 | Mended |
| Middle fen | 9 | 2 | Broken |
| Lower fen | 22 | 5 | Mended |
"""


def table(lines: str) -> Document:
    """A table in Markdown as its reader reads it."""
    return read_bytes(lines.encode(), "source.md")


@pytest.mark.parametrize(
    ("sentence", "formula"),
    [
        ("The navigation has 45 gates.", "14 + 9 + 22 = 45"),
        ("Of these gates 36 are mended.", "14 + 22 = 36"),
    ],
)
def test_a_sum_of_a_column_follows(sentence: str, formula: str) -> None:
    assert formula in [one.formula for one in said(sentence, table(LOCKS))]


@pytest.mark.parametrize("sentence", ["The navigation has 54 gates.", "The navigation has 45 boats."])
def test_another_sum_and_one_of_another_thing_do_not(sentence: str) -> None:
    assert relation(sentence, table(LOCKS)) != "derived"


def test_the_row_of_the_sum_is_not_added_again() -> None:
    assert relation("The navigation has 90 gates.", table(LOCKS + "| Total | 45 | 10 | |\n")) != "derived"
