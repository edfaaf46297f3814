"""Dates that are counted from the document's own, and those whose year is taken from elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from holdwater.extract.quantities.dates.reading import read_periods
from holdwater.extract.quantities.model import Grain, Period

TODAY = date(2016, 11, 7)  # a Monday


def only(text: str, today: date | None = TODAY) -> Period:
    [period] = read_periods(text, today=today)
    return period


@pytest.mark.parametrize(
    ("written", "first", "last", "grain"),
    [
        ("yesterday", date(2016, 11, 6), date(2016, 11, 6), Grain.DAY),
        ("today", date(2016, 11, 7), date(2016, 11, 7), Grain.DAY),
        ("the day before yesterday", date(2016, 11, 5), date(2016, 11, 5), Grain.DAY),
        ("the day after tomorrow", date(2016, 11, 9), date(2016, 11, 9), Grain.DAY),
        ("two days before yesterday", date(2016, 11, 4), date(2016, 11, 4), Grain.DAY),
        ("last week", date(2016, 10, 31), date(2016, 11, 6), Grain.WEEK),
        ("this month", date(2016, 11, 1), date(2016, 11, 30), Grain.MONTH),
        ("last month", date(2016, 10, 1), date(2016, 10, 31), Grain.MONTH),
        ("next month", date(2016, 12, 1), date(2016, 12, 31), Grain.MONTH),
        ("last quarter", date(2016, 7, 1), date(2016, 9, 30), Grain.QUARTER),
        ("last year", date(2015, 1, 1), date(2015, 12, 31), Grain.YEAR),
        ("later this year", date(2016, 1, 1), date(2016, 12, 31), Grain.YEAR),
        ("last century", date(1900, 1, 1), date(1999, 12, 31), Grain.CENTURY),
        ("last weekend", date(2016, 11, 5), date(2016, 11, 6), Grain.DAY),
        ("this spring", date(2016, 3, 1), date(2016, 5, 31), Grain.SEASON),
        ("last summer", date(2016, 6, 1), date(2016, 8, 31), Grain.SEASON),
        ("next spring", date(2017, 3, 1), date(2017, 5, 31), Grain.SEASON),
        ("last May", date(2016, 5, 1), date(2016, 5, 31), Grain.MONTH),
        ("last December", date(2015, 12, 1), date(2015, 12, 31), Grain.MONTH),
        ("next March", date(2017, 3, 1), date(2017, 3, 31), Grain.MONTH),
        ("June next year", date(2017, 6, 1), date(2017, 6, 30), Grain.MONTH),
        ("Q3 this year", date(2016, 7, 1), date(2016, 9, 30), Grain.QUARTER),
        ("last year's third quarter", date(2015, 7, 1), date(2015, 9, 30), Grain.QUARTER),
        ("three years ago", date(2013, 1, 1), date(2013, 12, 31), Grain.YEAR),
        ("a month ago", date(2016, 10, 1), date(2016, 10, 31), Grain.MONTH),
        ("a couple of weeks ago", date(2016, 10, 24), date(2016, 10, 30), Grain.WEEK),
        ("1 month and 21 days ago", date(2016, 9, 16), date(2016, 9, 16), Grain.DAY),
        ("two weeks from now", date(2016, 11, 21), date(2016, 11, 27), Grain.WEEK),
        ("the past three years", date(2013, 11, 7), date(2016, 11, 6), Grain.YEAR),
        ("the last 10 days", date(2016, 10, 28), date(2016, 11, 6), Grain.DAY),
        ("the past decade", date(2006, 11, 7), date(2016, 11, 6), Grain.DECADE),
        ("the last two quarters", date(2016, 4, 1), date(2016, 9, 30), Grain.QUARTER),
        ("the 21st of this month", date(2016, 11, 21), date(2016, 11, 21), Grain.DAY),
        ("4 to 22 last month", date(2016, 10, 4), date(2016, 10, 22), Grain.DAY),
        ("the last Friday of this month", date(2016, 11, 25), date(2016, 11, 25), Grain.DAY),
        ("the first week of last month", date(2016, 10, 3), date(2016, 10, 9), Grain.WEEK),
        ("the last four months of last year", date(2015, 9, 1), date(2015, 12, 31), Grain.MONTH),
        ("the first ten days of last year", date(2015, 1, 1), date(2015, 1, 10), Grain.DAY),
        ("the second half of last month", date(2016, 10, 17), date(2016, 10, 31), Grain.WEEK),
    ],
)
def test_relative_dates_are_counted_from_the_document_s_own(
    written: str, first: date, last: date, grain: Grain
) -> None:
    period = only(f"It happened {written}, they say.")
    assert (period.first, period.last, period.grain, period.relative) == (first, last, grain, True)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("on Friday", date(2016, 11, 4)),
        ("on Monday", date(2016, 11, 7)),
        ("last Friday", date(2016, 11, 4)),
        ("this Friday", date(2016, 11, 11)),
        ("next Sunday", date(2016, 11, 20)),
        ("on Friday next week", date(2016, 11, 18)),
        ("on Tuesday of last week", date(2016, 11, 1)),
        ("this week on Friday", date(2016, 11, 11)),
        ("last week, Sunday", date(2016, 11, 6)),
    ],
)
def test_a_weekday_is_the_one_of_its_week(written: str, day: date) -> None:
    period = only(f"They met {written}.")
    assert (period.first, period.last, period.weekday) == (day, day, day.weekday())


@pytest.mark.parametrize(
    "written", ["last year", "yesterday", "three weeks ago", "on Friday", "the past three years", "this May"]
)
def test_without_a_date_of_the_document_relative_dates_have_no_days(written: str) -> None:
    period = only(f"They met {written}.", None)
    assert (period.first, period.last, period.relative) == (None, None, True)


@pytest.mark.parametrize(
    "written", ["the next day", "the following year", "the previous month", "the next three years"]
)
def test_what_is_counted_from_the_telling_has_no_days(written: str) -> None:
    period = only(f"They met {written}.")
    assert (period.first, period.last, period.relative) == (None, None, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "It took three years.",
        "for two weeks",
        "a ten-day march",
        "She was 34 years old.",
        "two years later he died",
        "in past years",
        "the third quarter was rough",
        "two and a half years ago",
        "Now it rains.",
        "every other week",
        "in the summer",
        "a 12-year-old",
        "the sun is up and they sat down",
    ],
)
def test_durations_ages_and_vague_times_are_no_periods(sentence: str) -> None:
    assert read_periods(sentence, today=TODAY) == ()


@pytest.mark.parametrize(
    ("sentence", "day", "relative"),
    [
        ("It was signed on 12 May.", date(2016, 5, 12), True),
        ("It will be signed on 12 December.", date(2016, 12, 12), True),
        ("In 1941 all was quiet. On 22 June they came.", date(1941, 6, 22), True),
        ("On 1 May 1941 all was quiet, and so it was on 3 June.", date(1941, 6, 3), True),
        ("On 1 May 1941 all was quiet.", date(1941, 5, 1), False),
    ],
)
def test_a_year_that_is_not_written_is_that_of_the_date_before_or_of_the_document(
    sentence: str, day: date, relative: bool
) -> None:
    period = read_periods(sentence, today=TODAY)[-1]
    assert (period.first, period.relative) == (day, relative)


def test_a_day_far_ahead_in_the_year_is_that_of_the_year_before() -> None:
    assert only("It closed in December.", date(2017, 1, 20)).first == date(2016, 12, 1)
    assert only("It opens in March.", date(2017, 1, 20)).first == date(2017, 3, 1)


def test_a_leap_day_without_a_year_is_the_latest_that_there_was() -> None:
    assert only("born on 29 February", date(2015, 5, 1)).first == date(2012, 2, 29)


def test_another_paragraph_lends_no_year() -> None:
    periods = read_periods("In 1941 all was quiet.\n\nOn 22 June they came.")
    assert [each.first for each in periods] == [date(1941, 1, 1), None]


@pytest.mark.parametrize("today", [date.min, date.max, date(1, 1, 3), date(9999, 12, 30)])
@pytest.mark.parametrize(
    "written",
    [
        "yesterday",
        "tomorrow",
        "next week",
        "last week",
        "400 years ago",
        "next year",
        "on Friday",
        "last weekend",
        "next century",
    ],
)
def test_counting_beyond_the_calendar_gives_no_days_and_no_error(written: str, today: date) -> None:
    for period in read_periods(f"They met {written}.", today=today):
        assert period.relative
