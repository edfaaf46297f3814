"""Numbers that belong to names, the ages of people, and what else stands beside a number without being its unit."""

from __future__ import annotations

import pytest

from holdwater.extract.quantities.model import Dimension, Quantity, QuantityKind
from holdwater.extract.quantities.reading import read_measured


def read(text: str) -> tuple[Quantity, ...]:
    return read_measured(text).quantities


@pytest.mark.parametrize(
    "text",
    [
        "The boat left Pier 4 at noon.",
        "They signed Early Day Motion 1127, which fell.",
        "Regiments Nos. 3 and 14 were quartered there.",
        "Step 2 of 3: open the lid.",
        "It was a 3-2 win for the visitors.",
        "The house passed it 303-82 on Tuesday.",
        "For help, ring 555-0142 at any time.",
        "He was held in Block 9 of the prison.",
    ],
)
def test_the_last_word_of_a_name_a_score_and_a_telephone_number_are_no_quantities(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In Leeds 40 were hurt.", 40),
        ("The House divided: Ayes 302, and the rest stayed away.", 302),
        ("The Liberals won, and the Greens 35.", 35),
        ("Some 500 Group members came.", 500),
        ("She owns a block of 9 flats.", 9),
    ],
)
def test_a_number_behind_a_place_or_before_its_noun_counts(text: str, value: float) -> None:
    assert [one.value for one in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Kamala Devi (47), who keeps bees, came.", 47),
        ("Its engineer was thirty-two when he was chosen.", 32),
        ("His assistant lived to be ninety.", 90),
        ("She read two papers until she was ninety-three.", 93),
        ("At 88, the oldest of them still writes.", 88),
        ("Most of those are under 30.", 30),
    ],
)
def test_an_age_is_told_by_the_person_beside_it(text: str, years: float) -> None:
    one = next(one for one in read(text) if one.kind is QuantityKind.AGE)
    assert (one.value, one.unit.name) == (years, "year")


@pytest.mark.parametrize("text", ["The claim is old (47), and wrong.", "As Moss shows (12), it rained."])
def test_brackets_behind_common_words_hold_a_note_and_no_age(text: str) -> None:
    assert all(one.kind is not QuantityKind.AGE for one in read(text))


@pytest.mark.parametrize(
    "text", ["her lowest rating yet", "the country's deadliest fire", "its highest level", "Their oldest20 boat"]
)
def test_a_superlative_stands_behind_its_owner_as_behind_an_article(text: str) -> None:
    (one,) = read(f"It was {text}.")
    assert one.kind is QuantityKind.SUPERLATIVE


def test_a_place_in_a_list_is_a_rank() -> None:
    (one,) = read("They finished clear of the second-placed side.")
    assert (one.value, one.kind) == (2, QuantityKind.RANK)


@pytest.mark.parametrize(
    "text", ["an 11% fall, lower than a year earlier", "larger than a mile of rope", "from one gala dinner to the next"]
)
def test_articles_and_ones_of_a_comparison_or_a_saying_count_nothing(text: str) -> None:
    assert all(one.value != 1 for one in read(f"It was {text}."))


def test_twice_counts_times_where_nothing_is_compared() -> None:
    (one,) = read("It moved its office twice, and then no more.")
    assert (one.value, one.unit.name, one.kind) == (2, "time", QuantityKind.LEVEL)


@pytest.mark.parametrize(
    ("text", "value", "name", "per"),
    [
        ("1.2m children were reached", 1.2e6, "child", ""),
        ("the 100m sprinter", 100, "metre", ""),
        ("wheat fetched Rs 4 a kilo", 4, "INR", "kilogram"),
        ("oil cost $40 a barrel", 40, "$", "barrel"),
        ("it was $1,900 a year earlier", 1900, "$", ""),
        ("the margin widened by 150 bps", 150, "basis point", ""),
        ("twenty chairmen met", 20, "chairman", ""),
        ("nine countries girls lead in", 9, "country", ""),
        ("12 sports clubs closed", 12, "club", ""),
    ],
)
def test_units_are_told_from_what_follows_them(text: str, value: float, name: str, per: str) -> None:
    (one,) = read(f"They say {text}.")
    assert (one.value, one.unit.name, one.unit.per) == (value, name, per)


def test_both_ends_of_a_change_in_millions_are_millions() -> None:
    assert [one.value for one in read("The number fell from 1.9bn to 736m.")] == [1.9e9, 7.36e8]


@pytest.mark.parametrize(
    "text", ["killed 627,000, 80 per cent of them children", "killed 627,000 and 80 per cent of the rest fled"]
)
def test_a_count_takes_no_percent_from_the_number_behind_it(text: str) -> None:
    first, second = read(f"Fever {text}.")
    assert first.unit.dimension is not Dimension.PERCENT
    assert second.unit.dimension is Dimension.PERCENT
