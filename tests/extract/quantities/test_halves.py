"""A unit and a part of it are one length of time, or one distance."""

from __future__ import annotations

import pytest

from holdwater.extract.quantities.reading import read_measured


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("The rent doubled within a year and a half.", "a year and a half", 1.5, "year"),
        ("He waited an hour and a half.", "an hour and a half", 1.5, "hour"),
        ("It lasted about a month and a half.", "about a month and a half", 1.5, "month"),
        ("It stood two miles and a quarter off.", "two miles and a quarter", 2.25, "mile"),
        ("It stood within a mile and a half.", "a mile and a half", 1.5, "mile"),
    ],
)
def test_a_unit_and_a_half_is_one_quantity(text: str, written: str, value: float, unit: str) -> None:
    last = read_measured(text).quantities[-1]
    assert (last.span.of(text), last.value, last.unit.name) == (written, value, unit)
    assert not any(one.span.of(text) == "a half" for one in read_measured(text).quantities)


@pytest.mark.parametrize(
    "text",
    [
        "It cost them a year and a half of their wages.",
        "An apple and a half was left.",
        "He gave them a field and a quarter of the corn.",
    ],
)
def test_a_half_of_something_else_is_a_share(text: str) -> None:
    assert read_measured(text).quantities[-1].unit.name == "percent"


def test_so_many_in_ten_are_given_to_the_nearest_tenth() -> None:
    [share] = read_measured("Roughly seven in ten had one.").quantities
    assert share.half_steps == (5.0,)
    [other] = read_measured("Roughly one in five had one.").quantities
    assert other.half_steps == (0.2, 1.0)
