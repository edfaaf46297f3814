"""Hedges and ranges: what interval a number stands for."""

from __future__ import annotations

from math import inf

import pytest
from quantity_readings import only, quantities, words

from holdwater.extract.quantities.model import Hedge


@pytest.mark.parametrize(
    ("written", "hedge", "low", "high"),
    [
        ("300", Hedge.NONE, 300, 300),
        ("about 300", Hedge.ABOUT, 300, 300),
        ("some 300", Hedge.ABOUT, 300, 300),
        ("300 or so", Hedge.ABOUT, 300, 300),
        ("more than 300", Hedge.OVER, 300, inf),
        ("over 300", Hedge.OVER, 300, inf),
        ("at least 300", Hedge.AT_LEAST, 300, inf),
        ("no fewer than 300", Hedge.AT_LEAST, 300, inf),
        ("300 or more", Hedge.AT_LEAST, 300, inf),
        ("300 and more", Hedge.AT_LEAST, 300, inf),
        ("300, and more,", Hedge.AT_LEAST, 300, inf),
        ("300, and more of the", Hedge.NONE, 300, 300),
        ("300+", Hedge.AT_LEAST, 300, inf),
        ("fewer than 300", Hedge.UNDER, -inf, 300),
        ("up to 300", Hedge.AT_MOST, -inf, 300),
        ("as many as 300", Hedge.AT_MOST, -inf, 300),
        ("no more than 300", Hedge.AT_MOST, -inf, 300),
        ("nearly 300", Hedge.NEARLY, 300, 300),
        ("just under 300", Hedge.NEARLY, 300, 300),
        ("just over 300", Hedge.JUST_OVER, 300, 300),
        ("slightly more than 300", Hedge.JUST_OVER, 300, 300),
    ],
)
def test_a_hedge_gives_the_interval(written: str, hedge: Hedge, low: float, high: float) -> None:
    found = only(f"They counted {written} girls.")
    assert (found.hedge, found.interval.low, found.interval.high) == (hedge, low, high)


def test_over_leaves_the_number_itself_out_and_at_least_keeps_it() -> None:
    assert not only("They saw over 300 girls.").interval.low_closed
    assert only("They saw at least 300 girls.").interval.low_closed


@pytest.mark.parametrize("verb", ["took over", "handed over", "turns over"])
def test_over_that_belongs_to_a_verb_is_no_hedge(verb: str) -> None:
    assert only(f"The firm {verb} 31 shops.").hedge is Hedge.NONE


def test_over_a_time_is_no_hedge_but_for_over_a_time_is() -> None:
    assert quantities("It was built over three years.")[0].hedge is Hedge.NONE
    assert quantities("It lasted for over three years.")[0].hedge is Hedge.OVER


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("7-8 %", 7, 8),
        ("10–15%", 10, 15),
        ("between five to 10 %", 5, 10),
        ("between 36 and 40 percent", 36, 40),
        ("2.5 to 3 per cent", 2.5, 3),
        ("between 36% and 40%", 36, 40),
        ("more than 10 and less than 20 %", 10, 20),
    ],
)
def test_a_range_has_two_ends(written: str, low: float, high: float) -> None:
    found = only(f"The share is {written} there.")
    assert (found.interval.low, found.interval.high, found.is_range) == (low, high, True)
    assert found.value == (low + high) / 2
    assert found.unit.name == "percent"


def test_a_magnitude_behind_a_range_belongs_to_both_ends() -> None:
    found = only("It cost between 3 and 5 million euros.")
    assert (found.interval.low, found.interval.high) == (3e6, 5e6)


def test_two_amounts_of_different_things_are_no_range() -> None:
    assert words("They took 44 ml to 50 mg of it.") == ["44 ml", "50 mg"]


def test_a_change_and_what_it_came_to_are_no_range() -> None:
    assert [found.is_range for found in quantities("Prices rose 3% to 45%.")] == [False, False]


@pytest.mark.parametrize(
    ("written", "percent"),
    [
        ("1 in 4 girls", 25),
        ("one in four girls", 25),
        ("2 out of 5 girls", 40),
        ("one girl in ten", 10),
        ("a quarter of the girls", 25),
    ],
)
def test_one_in_so_many_is_a_share_in_percent(written: str, percent: float) -> None:
    found = only(f"Perhaps {written} left.")
    assert (found.value, found.unit.name) == (pytest.approx(percent), "percent")


def test_a_shared_unit_belongs_to_both_numbers() -> None:
    assert [found.unit.name for found in quantities("They were given 45 and 50 mg.")] == ["milligram", "milligram"]


def test_a_count_before_a_share_stays_a_count() -> None:
    for text in ("It had 77,350 people, and 88% of them could read.", "In the town 120, 88% of them women, took part."):
        assert [found.unit.name for found in quantities(text)][1:] == ["percent"]
        assert quantities(text)[0].unit.name != "percent"
