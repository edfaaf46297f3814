"""Ranges between two dates, and the words that leave an end open."""

from __future__ import annotations

from datetime import date

import pytest

from holdwater.extract.quantities.dates.reading import read_periods
from holdwater.extract.quantities.model import Grain, Hedge, Period

TODAY = date(2016, 11, 7)


def only(text: str, today: date | None = TODAY) -> Period:
    [period] = read_periods(text, today=today)
    return period


@pytest.mark.parametrize(
    ("written", "first", "last", "grain"),
    [
        ("from 1990 to 2000", date(1990, 1, 1), date(2000, 12, 31), Grain.YEAR),
        ("between 1990 and 2000", date(1990, 1, 1), date(2000, 12, 31), Grain.YEAR),
        ("between May and July 2010", date(2010, 5, 1), date(2010, 7, 31), Grain.MONTH),
        ("from May to July 2010", date(2010, 5, 1), date(2010, 7, 31), Grain.MONTH),
        ("May\u2013July 2010", date(2010, 5, 1), date(2010, 7, 31), Grain.MONTH),
        ("May/June 2010", date(2010, 5, 1), date(2010, 6, 30), Grain.MONTH),
        ("November to February 2017", date(2016, 11, 1), date(2017, 2, 28), Grain.MONTH),
        ("5-8 March 2012", date(2012, 3, 5), date(2012, 3, 8), Grain.DAY),
        ("5 to 8 March 2012", date(2012, 3, 5), date(2012, 3, 8), Grain.DAY),
        ("5 and 6 March 2012", date(2012, 3, 5), date(2012, 3, 6), Grain.DAY),
        ("between the 5th and the 8th of March 2012", date(2012, 3, 5), date(2012, 3, 8), Grain.DAY),
        ("March 5\u20138, 2012", date(2012, 3, 5), date(2012, 3, 8), Grain.DAY),
        ("March 5 and 8, 2012", date(2012, 3, 5), date(2012, 3, 8), Grain.DAY),
        ("5 March to 8 April 2012", date(2012, 3, 5), date(2012, 4, 8), Grain.DAY),
        ("from 5 March 2012 until 8 April", date(2012, 3, 5), date(2012, 4, 8), Grain.DAY),
        ("20 December to 3 January 2012", date(2011, 12, 20), date(2012, 1, 3), Grain.DAY),
        ("Nov 18-Dec 19, 2015", date(2015, 11, 18), date(2015, 12, 19), Grain.DAY),
        ("1 Jan 2000\u201331 Dec 2001", date(2000, 1, 1), date(2001, 12, 31), Grain.DAY),
        ("10/1/2018-10/7/2018", date(2018, 10, 1), date(2018, 10, 7), Grain.DAY),
        ("2010-05-12/2010-06-01", date(2010, 5, 12), date(2010, 6, 1), Grain.DAY),
        ("from May 2015 to 2018", date(2015, 5, 1), date(2018, 12, 31), Grain.YEAR),
        ("from 2015 to May 5th, 2017", date(2015, 1, 1), date(2017, 5, 5), Grain.DAY),
        ("the 1970s to the 1990s", date(1970, 1, 1), date(1999, 12, 31), Grain.DECADE),
        ("from the end of 2007 to the middle of 2009", date(2007, 1, 1), date(2009, 12, 31), Grain.YEAR),
        ("Q1 of 2017 to Q3 of 2018", date(2017, 1, 1), date(2018, 9, 30), Grain.QUARTER),
    ],
)
def test_a_range_runs_from_the_first_day_of_one_end_to_the_last_of_the_other(
    written: str, first: date, last: date, grain: Grain
) -> None:
    period = only(f"The strike lasted, {written}, and ended.")
    assert (period.first, period.last, period.grain, period.is_range) == (first, last, grain, True)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("from Friday to Sunday", date(2016, 11, 4), date(2016, 11, 6)),
        ("from March to May", date(2016, 3, 1), date(2016, 5, 31)),
        ("from October to March", date(2016, 10, 1), date(2017, 3, 31)),
        ("between October 1 and now", date(2016, 10, 1), date(2016, 11, 7)),
        ("from 2010 until yesterday", date(2010, 1, 1), date(2016, 11, 6)),
    ],
)
def test_the_ends_of_a_range_without_a_year_follow_each_other(written: str, first: date, last: date) -> None:
    period = only(f"It was shut {written}.")
    assert (period.first, period.last, period.is_range, period.relative) == (first, last, True, True)


@pytest.mark.parametrize(
    "sentence", ["in 1990 and 2000", "in May 2010 and July 2011", "He left in 2010. To 2012 he gave a name."]
)
def test_two_dates_that_nothing_ties_are_two(sentence: str) -> None:
    assert not any(each.is_range for each in read_periods(sentence))


def test_a_day_and_a_count_behind_it_are_no_range() -> None:
    period = only("On May 5 and 12 people died.")
    assert (period.first, period.is_range) == (date(2016, 5, 5), False)


@pytest.mark.parametrize(
    ("written", "first", "last", "hedge"),
    [
        ("since 2005", date(2005, 1, 1), None, Hedge.AT_LEAST),
        ("ever since May 2005", date(2005, 5, 1), None, Hedge.AT_LEAST),
        ("starting in 2005", date(2005, 1, 1), None, Hedge.AT_LEAST),
        ("from 2005 onwards", date(2005, 1, 1), None, Hedge.AT_LEAST),
        ("in 2005 or later", date(2005, 1, 1), None, Hedge.AT_LEAST),
        ("on or after 5 May 2005", date(2005, 5, 5), None, Hedge.AT_LEAST),
        ("after 2005", date(2006, 1, 1), None, Hedge.OVER),
        ("later than 5 May 2005", date(2005, 5, 6), None, Hedge.OVER),
        ("until 1999", None, date(1999, 12, 31), Hedge.AT_MOST),
        ("by 2012", None, date(2012, 12, 31), Hedge.AT_MOST),
        ("by the end of 2012", None, date(2012, 12, 31), Hedge.AT_MOST),
        ("no later than 5 May 2010", None, date(2010, 5, 5), Hedge.AT_MOST),
        ("on or before 5 May 2010", None, date(2010, 5, 5), Hedge.AT_MOST),
        ("up to 2010", None, date(2010, 12, 31), Hedge.AT_MOST),
        ("before 1999", None, date(1998, 12, 31), Hedge.UNDER),
        ("prior to May 1999", None, date(1999, 4, 30), Hedge.UNDER),
        ("before the end of 1999", None, date(1999, 12, 31), Hedge.UNDER),
        ("after mid-May 1999", date(1999, 5, 1), None, Hedge.OVER),
        ("circa 1850", date(1850, 1, 1), date(1850, 12, 31), Hedge.ABOUT),
        ("c. 1850", date(1850, 1, 1), date(1850, 12, 31), Hedge.ABOUT),
        ("in about 1850", date(1850, 1, 1), date(1850, 12, 31), Hedge.ABOUT),
        ("around May 1850", date(1850, 5, 1), date(1850, 5, 31), Hedge.ABOUT),
        ("c. 1850 to 1860", date(1850, 1, 1), date(1860, 12, 31), Hedge.ABOUT),
        ("from 2005", date(2005, 1, 1), date(2005, 12, 31), Hedge.NONE),
    ],
)
def test_a_hedge_opens_an_end_or_marks_the_whole(
    written: str, first: date | None, last: date | None, hedge: Hedge
) -> None:
    period = only(f"The mill stood there {written}, it seems.")
    assert (period.first, period.last, period.hedge) == (first, last, hedge)


@pytest.mark.parametrize(
    "written", ["early 2010", "late 2010", "mid-2010", "the beginning of 2010", "the end of 2010", "early in 2010"]
)
def test_early_and_late_narrow_nothing_but_belong_to_what_is_written(written: str) -> None:
    text = f"They came in {written}, tired."
    period = only(text)
    assert (period.first, period.last) == (date(2010, 1, 1), date(2010, 12, 31))
    assert period.span.of(text) == written


def test_what_follows_an_open_end_is_no_part_of_it() -> None:
    before, after = read_periods("They fell before 2010 or after 2018.")
    assert (before.last, after.first) == (date(2009, 12, 31), date(2019, 1, 1))


def test_a_change_between_two_years_is_dated_by_them() -> None:
    period = only("The population rose between 1785 and 1812.")
    assert (period.first, period.last, period.is_range) == (date(1785, 1, 1), date(1812, 12, 31), True)
