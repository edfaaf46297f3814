"""What a written number may stand for."""

from __future__ import annotations

from math import inf

import pytest

from holdwater.extract.quantities.model import Quantity
from holdwater.extract.quantities.reading import read_measured
from holdwater.findings.accounts.amounts import ends_alike, factor_of, like, plain, reach, scaled, slack, written


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text."""
    return read_measured(text).quantities


def first(text: str) -> Quantity:
    """Its first quantity."""
    return quantities(text)[0]


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("There were 300 girls.", 0.0),
        ("There were 4,512 girls.", 0.0),
        ("There were 120,000 girls.", 500.0),
        ("The share is 36%.", 0.5),
        ("The share is 3.6%.", 0.05),
        ("It cost $12 million.", 500_000.0),
        ("It cost $5 million.", 250_000.0),
    ],
)
def test_a_number_may_be_off_by_half_its_last_meant_digit(text: str, off: float) -> None:
    assert slack(first(text)) == pytest.approx(off)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("There were 300 girls.", (300, 300)),
        ("There were over 300 girls.", (300, inf)),
        ("There were at most 300 girls.", (-inf, 300)),
        ("There were about 300 girls.", (270, 330)),
    ],
)
def test_a_hedge_says_which_values_a_number_may_stand_for(text: str, ends: tuple[float, float]) -> None:
    assert reach(first(text)) == pytest.approx(ends)


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("It has 30 boats and 20 carts.", True),
        ("It cost $30 in March and $20 in May.", True),
        ("It cost $30 in March and €20 in May.", False),
        ("It has 30 boats and 20% of the carts.", False),
        ("It is 30 metres long and 20 kilograms heavy.", False),
        ("It is 30 metres long and 2 kilometres from here.", True),
    ],
)
def test_only_amounts_of_one_dimension_are_added(text: str, alike: bool) -> None:
    one, other = quantities(text)
    assert like(one, other) is alike


@pytest.mark.parametrize(
    ("text", "times"), [("It doubled.", 2.0), ("It was halved.", 0.5), ("It is three times as large.", 3.0)]
)
def test_a_ratio_in_words_is_a_factor(text: str, times: float) -> None:
    assert factor_of(first(text)) == pytest.approx(times)


def test_the_first_end_of_a_change_has_the_magnitude_and_the_unit_of_the_second() -> None:
    text = "It was 40 then, and 120 million dollars now."
    start, end = ends_alike(*quantities(text)[:2], text)
    assert (scaled(start), scaled(end)) == (40_000_000, 120_000_000)
    assert start.unit == end.unit


@pytest.mark.parametrize(
    ("value", "figures"), [(1250.0, "1,250"), (58.333, "58.3"), (0.25, "0.25"), (166.666, "166.7"), (5.0, "5")]
)
def test_computed_numbers_are_written_with_as_many_decimals_as_they_need(value: float, figures: str) -> None:
    assert plain(value) == figures


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("It cost $12 million.", 11e6, "$11 million"),
        ("The share is 36%.", 40.0, "40%"),
        ("There were 300 girls.", 340.0, "340"),
    ],
)
def test_a_computed_value_is_written_as_the_stated_one_is(text: str, value: float, words: str) -> None:
    assert written(value, first(text), text) == words
