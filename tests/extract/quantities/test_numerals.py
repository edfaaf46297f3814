"""Numerals: every way of writing a number gives its value, its extent and its precision."""

from __future__ import annotations

import pytest

from holdwater.extract.quantities.numerals import Form, groups_by_stops, read_numeral


def value(text: str) -> float | None:
    found = read_numeral(text, 0)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("300", 300),
        ("1,234,567", 1234567),
        ("1,234.5", 1234.5),
        ("12,34,567", 1234567),
        ("1.234.567", 1234567),
        ("1.234,5", 1234.5),
        ("1'234'567", 1234567),
        ("1 234 567", 1234567),
        ("40\u202f000", 40000),
        ("0,5", 0.5),
        ("5,25", 5.25),
        ("3.10", 3.1),
        ("½", 0.5),
        ("2½", 2.5),
        ("2 1/2", 2.5),
        ("3/4", 0.75),
        ("1.2 million", 1_200_000),
        ("3 hundred", 300),
        ("13 lakh", 1_300_000),
        ("2 crore", 20_000_000),
        ("10k", 10_000),
        ("5bn", 5e9),
        ("4 thousand 3 hundred and 21", 4321),
        ("3 million and a half", 3_500_000),
        ("1.3 × 10^6", 1_300_000),
        ("5.5x10-3", 0.0055),
        ("1e-3", 0.001),
    ],
)
def test_digits_give_their_value(written: str, number: float) -> None:
    found = read_numeral(written, 0)
    assert found is not None
    assert found.value == pytest.approx(number)
    assert found.end == len(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("zero", 0),
        ("seventeen", 17),
        ("forty-two", 42),
        ("three hundred and five thousand", 305_000),
        ("two hundred and two thousand", 202_000),
        ("a hundred", 100),
        ("hundred thousand", 100_000),
        ("one million two hundred thousand and six", 1_200_006),
        ("a dozen", 12),
        ("three dozen", 36),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two and a half", 2.5),
        ("five and a half million", 5_500_000),
        ("one million and a half", 1_500_000),
        ("five billion and three quarters", 5_750_000_000),
        ("nine point nought four", 9.04),
        ("three lakh crore", 3e12),
    ],
)
def test_words_give_their_value(written: str, number: float) -> None:
    found = read_numeral(written, 0)
    assert found is not None
    assert found.value == pytest.approx(number)
    assert found.end == len(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("a third", 1 / 3),
        ("two thirds", 2 / 3),
        ("one-fifth", 0.2),
        ("half", 0.5),
        ("three quarters", 0.75),
        ("a tenth", 0.1),
    ],
)
def test_parts_are_told_from_whole_numbers(written: str, number: float) -> None:
    found = read_numeral(written, 0)
    assert found is not None
    assert (found.value, found.form) == (pytest.approx(number), Form.PART)


@pytest.mark.parametrize(
    ("written", "number"), [("twenty-first", 21), ("third", 3), ("one hundred and fifth", 105), ("21st", 21)]
)
def test_ordinals_are_told_from_cardinals(written: str, number: float) -> None:
    found = read_numeral(written, 0)
    assert found is not None
    assert (found.value, found.form) == (number, Form.ORDINAL)


def test_and_joins_no_two_numbers_behind_between() -> None:
    found = read_numeral("two hundred and three hundred", 0, between=True)
    assert found is not None
    assert found.value == 200


def test_two_numbers_side_by_side_are_not_one() -> None:
    assert value("two three") == 2
    assert value("3 hundred and 2 hundred") == 300
    assert value("nineteen eighty-four") == 19


@pytest.mark.parametrize(
    ("text", "at", "number"), [("fell by −4", 9, -4), ("minus five", 6, -5), ("is -0.5 now", 4, -0.5)]
)
def test_a_sign_belongs_to_the_number(text: str, at: int, number: float) -> None:
    found = read_numeral(text, at)
    assert found is not None
    assert found.value == number


@pytest.mark.parametrize(("text", "at"), [("girls – 3 of them", 8), ("pages 5-7", 8), ("a-3", 2), ("(b)-3", 4)])
def test_a_dash_between_words_or_numbers_is_no_sign(text: str, at: int) -> None:
    found = read_numeral(text, at)
    assert found is not None
    assert found.value > 0


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ("300", (0.5, 5, 50)),
        ("305", (0.5,)),
        ("3.10", (0.005,)),
        ("1.2 million", (50_000,)),
        ("20 thousand", (500, 5000)),
        ("two and a half million", (250_000,)),
        ("5 ± 0.1", (0.1,)),
    ],
)
def test_precision_is_kept_in_every_place_that_zeros_leave_open(written: str, steps: tuple[float, ...]) -> None:
    found = read_numeral(written, 0)
    assert found is not None
    assert found.half_steps == pytest.approx(steps)


def test_m_is_a_million_only_beside_money() -> None:
    assert value("5m") == 5
    found = read_numeral("5m", 0, money=True)
    assert found is not None
    assert found.value == 5_000_000


@pytest.mark.parametrize("text", ["1/0", "20/2030", "1" * 30, "point five", "and", "a girl"])
def test_what_is_no_number_stays_text(text: str) -> None:
    assert value(text) is None


def test_a_text_that_groups_by_full_stops_says_how_its_numbers_are_read() -> None:
    assert groups_by_stops("a profit of 412.500,50 €")
    assert not groups_by_stops("a profit of 412,500 and 3.125 percent")
    found = read_numeral("1.340 members", 0, european=True)
    assert found is not None
    assert found.value == 1340


@pytest.mark.parametrize(
    ("text", "number"), [("2012.31 The rest", 2012), ("12,500.33 All told", 12_500), ("36.45 In May", 36)]
)
def test_a_note_digit_behind_the_full_stop_of_a_sentence_is_no_decimal(text: str, number: float) -> None:
    assert value(text) == number
    assert value("36.45 percent") == 36.45
