"""Units: percent and points, money, time, physical units, counted nouns, and what a rate is per."""

from __future__ import annotations

import pytest
from quantity_readings import only, quantities

from holdwater.extract.quantities.model import Dimension


@pytest.mark.parametrize("written", ["18%", "18 %", "18 percent", "18 per cent", "18 pct", "eighteen per cent"])
def test_percent_in_all_its_spellings(written: str) -> None:
    found = only(f"Some said {written} of it.")
    assert (found.value, found.unit.dimension, found.unit.name) == (18, Dimension.PERCENT, "percent")


@pytest.mark.parametrize("written", ["4 percentage points", "4 pp", "4 %-points", "4 per cent points"])
def test_percentage_points_are_no_percent(written: str) -> None:
    assert only(f"It rose by {written}.").unit.dimension is Dimension.POINT


def test_points_alone_are_percentage_points_only_beside_a_percentage() -> None:
    assert quantities("It rose 3 points, to 18%.")[0].unit.dimension is Dimension.POINT
    assert only("The team scored 3 points.").unit.name == "point"


@pytest.mark.parametrize(
    ("written", "name", "number"),
    [
        ("$5", "$", 5),
        ("US$ 4,500", "USD", 4500),
        ("A$12.5m", "AUD", 12_500_000),
        ("£3bn", "GBP", 3e9),
        ("€2.174T", "EUR", 2.174e12),
        ("EUR 30", "EUR", 30),
        ("30 EUR", "EUR", 30),
        ("USD50", "USD", 50),
        ("Rs. 500", "INR", 500),
        ("20 million pounds", "GBP", 2e7),
        ("12,000 US dollars", "USD", 12_000),
        ("five euros", "EUR", 5),
        ("15€", "EUR", 15),
        ("30 MUSD", "USD", 3e7),
        ("300 Swiss francs", "CHF", 300),
    ],
)
def test_money_by_symbol_code_and_name(written: str, name: str, number: float) -> None:
    found = only(f"They paid {written} then.")
    assert (found.unit.dimension, found.unit.name, found.value) == (Dimension.MONEY, name, number)


def test_money_takes_the_year_it_is_expressed_in() -> None:
    found = only("They spent $165 million in 2015 dollars.")
    assert found.unit.year == 2015


@pytest.mark.parametrize(
    ("written", "name", "per"),
    [
        ("$15 per hour", "$", "hour"),
        ("$4,500 a year", "$", "year"),
        ("$30 per capita", "$", "person"),
        ("12 deaths per 1,000 live births", "death", "1000"),
        ("3.5 per 100,000", "", "100000"),
        ("40 people per square kilometre", "person", "square kilometre"),
        ("two books per pupil", "book", "pupil"),
    ],
)
def test_what_a_rate_or_a_price_is_per(written: str, name: str, per: str) -> None:
    found = only(f"There were {written} then.")
    assert (found.unit.name, found.unit.per) == (name, per)


@pytest.mark.parametrize(
    ("written", "name", "base", "amount"),
    [
        ("12 km", "kilometre", "metre", 12_000),
        ("25 square kilometres", "square kilometre", "square metre", 2.5e7),
        ("96 m²", "square metre", "square metre", 96),
        ("4km^3", "cubic kilometre", "cubic metre", 4e9),
        ("80 km/h", "kilometre per hour", "metre per second", 80 / 3.6),
        ("80 miles an hour", "mile per hour", "metre per second", 35.7632),
        ("7.3 MWh", "megawatt hour", "joule", 7.3 * 3.6e9),
        ("64 GB", "gigabyte", "bit", 64 * 8e9),
        ("five feet", "foot", "metre", 1.524),
        ("150 µg", "microgram", "kilogram", 1.5e-7),
        ("a 10-gallon hat", "gallon", "cubic metre", 0.0378541178),
        ("half a mile", "mile", "metre", 804.672),
        ("40 minutes", "minute", "second", 2400),
    ],
)
def test_physical_units_have_a_factor_to_their_base(written: str, name: str, base: str, amount: float) -> None:
    found = only(f"It had {written} then.")
    assert (found.unit.name, found.unit.base) == (name, base)
    assert found.value * found.unit.factor == pytest.approx(amount)


def test_feet_and_inches_are_one_length() -> None:
    found = only("He is 5 ft 6 in.")
    assert (found.value, found.unit.name) == (5.5, "foot")


@pytest.mark.parametrize("text", ["He has 5 in London.", "The 5 A levels", "It was the 90s then.", "a 777F plane"])
def test_letters_and_small_words_are_units_only_where_they_stand_as_such(text: str) -> None:
    assert all(found.unit.dimension is not Dimension.PHYSICAL for found in quantities(text))


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("300 young women came.", "women", "woman"),
        ("He read a 300-page book.", "page", "page"),
        ("There are 12 schools in the town.", "schools", "school"),
        ("We saw 34 of the 120 seats.", "seats", "seat"),
        ("One exception was made.", "exception", "exception"),
        ("They met 5,000-odd protesters.", "protesters", "protester"),
    ],
)
def test_what_is_counted_is_the_head_noun_in_the_singular(text: str, noun: str, name: str) -> None:
    found = quantities(text)[0]
    assert (found.frame.noun, found.unit.name, found.unit.dimension) == (noun, name, Dimension.COUNT)
