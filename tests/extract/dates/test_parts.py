"""Parts of a month, year or century, and numbers in words."""

from __future__ import annotations

from datetime import date

import pytest

from holdwater.extract.quantities.dates.parts import Part, add_days, add_months, months_days, year_days
from holdwater.extract.quantities.dates.vocabulary import day_number, small_number, year_in_words
from holdwater.extract.quantities.dates.written import Written
from holdwater.extract.quantities.model import Grain

YEAR = (date(2010, 1, 1), date(2010, 12, 31))
OCTOBER = (date(2010, 10, 1), date(2010, 10, 31))
NINETEENTH = (date(1800, 1, 1), date(1899, 12, 31))


@pytest.mark.parametrize(
    ("part", "whole", "first", "last"),
    [
        (Part("quarter", 3), YEAR, date(2010, 7, 1), date(2010, 9, 30)),
        (Part("quarter", -1), YEAR, date(2010, 10, 1), date(2010, 12, 31)),
        (Part("half", 2), YEAR, date(2010, 7, 1), date(2010, 12, 31)),
        (Part("half", 1), NINETEENTH, date(1800, 1, 1), date(1849, 12, 31)),
        (Part("half", 1), OCTOBER, date(2010, 10, 1), date(2010, 10, 16)),
        (Part("half", 2), OCTOBER, date(2010, 10, 17), date(2010, 10, 31)),
        (Part("quarter", 1), NINETEENTH, date(1800, 1, 1), date(1824, 12, 31)),
        (Part("decade", -1), NINETEENTH, date(1890, 1, 1), date(1899, 12, 31)),
        (Part("decade", 3), NINETEENTH, date(1820, 1, 1), date(1829, 12, 31)),
        (Part("month", 9), YEAR, date(2010, 9, 1), date(2010, 9, 30)),
        (Part("month", -1, 4), YEAR, date(2010, 9, 1), date(2010, 12, 31)),
        (Part("month", 1, 3), YEAR, date(2010, 1, 1), date(2010, 3, 31)),
        (Part("week", 1), OCTOBER, date(2010, 10, 4), date(2010, 10, 10)),
        (Part("week", -1), OCTOBER, date(2010, 10, 25), date(2010, 10, 31)),
        (Part("week", 1), YEAR, date(2010, 1, 4), date(2010, 1, 10)),
        (Part("week", -1, 3), YEAR, date(2010, 12, 13), date(2011, 1, 2)),
        (Part("friday", 1), OCTOBER, date(2010, 10, 1), date(2010, 10, 1)),
        (Part("monday", -1), OCTOBER, date(2010, 10, 25), date(2010, 10, 25)),
        (Part("weekend", 2), OCTOBER, date(2010, 10, 9), date(2010, 10, 10)),
        (Part("day", 21), OCTOBER, date(2010, 10, 21), date(2010, 10, 21)),
        (Part("day", -1, 3), OCTOBER, date(2010, 10, 29), date(2010, 10, 31)),
        (Part("week"), OCTOBER, date(2010, 9, 27), date(2010, 10, 3)),
    ],
)
def test_a_part_has_its_days(part: Part, whole: tuple[date, date], first: date, last: date) -> None:
    assert part.of(*whole) == (first, last)


@pytest.mark.parametrize(
    "part",
    [
        Part("quarter", 5),
        Part("half", 3),
        Part("month", 13),
        Part("friday", 60),
        Part("day", 400),
        Part("month", -1, 14),
    ],
)
def test_a_part_that_the_whole_does_not_have_has_no_days(part: Part) -> None:
    assert part.of(*YEAR) == (None, None)


def test_a_part_beyond_the_calendar_has_no_days() -> None:
    assert Part("week").of(date.min, date.min) == (date.min, date(1, 1, 7))
    assert Part("weekend", 5).of(date(9999, 12, 1), date.max) == (None, None)


@pytest.mark.parametrize(
    ("named", "whole", "grain"),
    [
        ("half", Grain.YEAR, Grain.QUARTER),
        ("half", Grain.CENTURY, Grain.DECADE),
        ("half", Grain.DECADE, Grain.YEAR),
        ("half", Grain.MONTH, Grain.WEEK),
        ("week", Grain.MONTH, Grain.WEEK),
        ("friday", Grain.MONTH, Grain.DAY),
    ],
)
def test_a_part_is_as_exact_as_its_name(named: str, whole: Grain, grain: Grain) -> None:
    assert Part(named, 1).grain(whole) is grain


def test_a_day_of_a_month_that_is_too_short_is_impossible() -> None:
    november = Written(Grain.MONTH, 2010, 11)
    assert november.with_part(Part("day", 31)).impossible
    assert not november.with_part(Part("day", 30)).impossible
    assert not Written(Grain.MONTH, 0, 11).with_part(Part("day", 31)).impossible


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2010, 1, 31), 1, date(2010, 2, 28)),
        (date(2010, 1, 31), -2, date(2009, 11, 30)),
        (date(2012, 2, 29), -12, date(2011, 2, 28)),
        (date(9999, 12, 1), 1, None),
        (date(1, 1, 1), -1, None),
    ],
)
def test_months_are_added_to_the_same_day_or_the_last_there_is(day: date, months: int, expected: date | None) -> None:
    assert add_months(day, months) == expected


def test_nothing_is_counted_beyond_the_calendar() -> None:
    assert add_days(date.max, 1) is None
    assert year_days(9995, 10) == (None, None)
    assert months_days(9999, 12, 2) == (None, None)
    assert Written(Grain.YEAR, 10_000).bounds() == (None, None)


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen eighty-four", 1984),
        ("nineteen hundred and five", 1905),
        ("eighteen oh six", 1806),
        ("nineteen zero one", 1901),
        ("two thousand", 2000),
        ("two thousand and eight", 2008),
        ("twenty ten", 2010),
        ("one thousand seven hundred and eighty nine", 1789),
        ("seventeen hundred thirty three", 1733),
    ],
)
def test_years_in_words(words: str, year: int) -> None:
    assert year_in_words(words) == year


@pytest.mark.parametrize(
    ("words", "number"),
    [("a", 1), ("an", 1), ("a couple of", 2), ("three", 3), ("twenty-one", 21), ("ninety", 90), ("12", 12)],
)
def test_small_numbers_in_words(words: str, number: int) -> None:
    assert small_number(words) == number


@pytest.mark.parametrize(
    ("words", "day"),
    [("third", 3), ("twenty first", 21), ("thirty-first", 31), ("03", 3), ("22nd", 22), ("twelve", 12)],
)
def test_days_in_words(words: str, day: int) -> None:
    assert day_number(words) == day
