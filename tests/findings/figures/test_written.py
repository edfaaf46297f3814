"""A number is found in whatever way it is written, and never inside another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.figures.bureau import quantity
from holdwater.findings.figures.written import forms_of, places_written, spelled


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("12,500 men", "there were 12 500 of them"),
        ("12,500 men", "there were 12.500 of them"),
        ("12,500 men", "there were 12500 of them"),
        ("1,200,000 men", "some 1.2 million"),
        ("1.2 million men", "exactly 1,200,000 of them"),
        ("21 men", "there were twenty-one of them"),
        ("33% of them", "a third of them"),
        ("half of them", "half of them"),
        ("3.5 km", "3,5 km"),
    ],
)
def test_a_number_is_found_in_another_writing(number: str, text: str) -> None:
    assert places_written(text, forms_of(quantity(number)))


@pytest.mark.parametrize("text", ["12,500", "2,5001", "1.2500", "x2500b", "2500.7"])
def test_a_number_is_not_found_inside_another(text: str) -> None:
    assert not places_written(text, forms_of(quantity("2,500 men")))


def test_a_word_is_not_found_inside_another() -> None:
    assert not places_written("it was often and tender", forms_of(quantity("ten men")))


@given(st.integers(0, 10**7))
def test_every_number_is_found_where_it_stands_alone(value: int) -> None:
    assert places_written(f"they had {value:,} of them", forms_of(quantity(f"{value:,} men"))) or value == 0


def test_only_small_numbers_are_spelled() -> None:
    assert [spelled(value) for value in (0, 12, 40, 99, 100, -1)] == ["zero", "twelve", "forty", "ninety-nine", "", ""]
