"""A number may follow from two figures of one sentence, or of one row, and from no others."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said

FLEET = (
    "The fleet had 40 ships in 1990 and 60 ships in 2000. In 2000 it caught 900 tonnes of herring and 300 tonnes of "
    "cod. Of its 500 sailors, 120 were foreign. The strike lasted from 1992 to 1995."
)


@pytest.mark.parametrize(
    ("sentence", "formula"),
    [
        ("From 1990 to 2000 the fleet grew by 50%.", "(60 − 40) / 40 = 50 %"),
        ("From 1990 to 2000 the fleet's ships rose by 20.", "60 − 40 = 20"),
        ("The fleet had one and a half times as many ships in 2000 as in 1990.", "60 / 40 = 1.5"),
        ("In 2000 the fleet caught 1,200 tonnes of herring and cod.", "900 + 300 = 1,200"),
        ("The fleet caught three times as much herring as cod.", "900 / 300 = 3"),
        ("Of the sailors, 24% were foreign.", "120 / 500 = 24 %"),
        ("The other 380 sailors were not foreign.", "500 − 120 = 380"),
        ("The strike lasted three years.", "1995 − 1992 = 3"),
    ],
)
def test_a_number_follows_with_its_formula(sentence: str, formula: str) -> None:
    shown = [one.formula for one in said(sentence, FLEET)]
    assert formula in shown


@pytest.mark.parametrize(
    "sentence",
    [
        "From 1990 to 2000 the fleet grew by 80%.",
        "From 1990 to 2000 the fleet shrank by 50%.",
        "In 2000 the fleet caught 1,300 tonnes of herring and cod.",
        "Of the sailors, 44% were foreign.",
    ],
)
def test_a_number_that_does_not_follow_is_not_derived(sentence: str) -> None:
    assert relation(sentence, FLEET) not in ("derived", "entailed", "rounded")


def test_a_sum_has_to_be_exact_where_nothing_calls_it_one() -> None:
    assert relation("The mill cost £1.7 million.", "The mill cost £1.1 million, and the dam £550,000.") != "derived"


def test_a_change_between_other_years_than_the_sources_denies_nothing() -> None:
    passage = "The median bill rose from 402 crowns in 2020 to 418 crowns in 2021."
    assert relation("The median bill rose by 58 crowns between 2021 and 2023.", passage) != "contradicted"
    assert relation("The median bill rose by 58 crowns between 2020 and 2021.", passage) == "contradicted"


def test_a_difference_of_percentages_is_had_in_basis_points_too() -> None:
    passage = "The bank raised its rate from 0.25% in March 2022 to 5.50% in July 2023."
    assert relation("The bank raised its rate by 525 basis points.", passage) in ("derived", "entailed")
    assert relation("The bank raised its rate by 252 basis points.", passage) == "contradicted"
