"""How much time lies between two dates, however exactly each is given."""

from __future__ import annotations

from datetime import date

import pytest

from holdwater.extract.quantities.model import Grain
from holdwater.extract.quantities.reading import read_measured
from holdwater.findings.accounts.calendar import between, ends, fits, grain_end, grain_start, is_dated, is_longer


def year(number: int) -> tuple[date, date]:
    """A year's first and last day."""
    return date(number, 1, 1), date(number, 12, 31)


def day(month: int, number: int) -> tuple[date, date]:
    """A day of 2010."""
    return date(2010, month, number), date(2010, month, number)


@pytest.mark.parametrize(
    ("words", "may"),
    [("9 years", True), ("10 years", True), ("11 years", True), ("12 years", False), ("8 years", False)],
)
def test_between_two_years_a_year_more_or_less_may_be_counted(words: str, may: bool) -> None:
    [length] = read_measured(f"It took {words}.").quantities
    assert fits(length, year(1990), year(2000)) is may


@pytest.mark.parametrize(
    ("words", "may"),
    [("7 days", True), ("8 days", True), ("10 days", False), ("one week", True), ("three weeks", False)],
)
def test_between_two_days_both_may_be_counted(words: str, may: bool) -> None:
    lengths = read_measured(f"It took {words} in all.").quantities
    assert [fits(length, day(3, 3), day(3, 10)) for length in lengths] == [may]


def test_a_hedged_length_is_taken_as_hedged() -> None:
    [length] = read_measured("It took about 12 years.").quantities
    assert fits(length, year(1990), year(2000))


def test_a_length_is_longer_when_even_its_least_is_more_than_lies_between() -> None:
    [long] = read_measured("It took 15 years.").quantities
    [short] = read_measured("It took 3 years.").quantities
    assert is_longer(long, year(1990), year(2000))
    assert not is_longer(short, year(1990), year(2000))


@pytest.mark.parametrize(
    ("first", "last", "unit", "words"),
    [
        (year(1990), year(2000), "year", "10 years"),
        (year(1990), year(1991), "year", "1 year"),
        (day(3, 3), day(3, 10), "day", "7 days"),
        (day(3, 3), day(5, 10), "month", "2 months"),
        (day(3, 3), day(3, 17), "week", "2 weeks"),
    ],
)
def test_the_time_between_is_written_in_the_stated_unit(
    first: tuple[date, date], last: tuple[date, date], unit: str, words: str
) -> None:
    assert between(first, last, unit) == words


@pytest.mark.parametrize(
    ("grain", "start", "end"),
    [
        (Grain.YEAR, date(2010, 1, 1), date(2010, 12, 31)),
        (Grain.MONTH, date(2010, 12, 1), date(2010, 12, 31)),
        (Grain.DAY, date(2010, 12, 5), date(2010, 12, 5)),
    ],
)
def test_a_day_lies_in_its_month_and_year(grain: Grain, start: date, end: date) -> None:
    assert (grain_start(date(2010, 12, 5), grain), grain_end(date(2010, 12, 5), grain)) == (start, end)


def test_only_a_date_with_its_own_year_is_known() -> None:
    text = "It was closed on 5 March 2019 and opened again last year."
    known, counted = read_measured(text, today=date(2021, 5, 1)).periods
    assert is_dated(known, text)
    assert not is_dated(counted, text)


def test_a_period_without_its_days_has_no_ends() -> None:
    [period] = read_measured("It was closed on 31 June 2019.").periods
    with pytest.raises(ValueError, match="without its days"):
        ends(period)
