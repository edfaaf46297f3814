"""Days and months as people write them, with a name of a month or in figures."""

from __future__ import annotations

from datetime import date

import pytest

from holdwater.extract.quantities.dates.reading import read_periods
from holdwater.extract.quantities.model import Grain, Period

TODAY = date(2016, 11, 7)


def only(text: str, today: date | None = None) -> Period:
    [period] = read_periods(text, today=today)
    return period


@pytest.mark.parametrize(
    "written",
    [
        "12 May 2010",
        "12th May 2010",
        "12th of May, 2010",
        "the 12th of May 2010",
        "the twelfth of May 2010",
        "the 12th day of May 2010",
        "May 12, 2010",
        "May 12th, 2010",
        "May 12 2010",
        "May the 12th, 2010",
        "May twelfth, 2010",
        "May twelve, 2010",
        "12 MAY 2010",
        "12 may 2010",
        "2010-05-12",
        "2010/05/12",
        "2010-05-12T10:00:00",
        "12/May/2010",
        "12-May-2010",
        "2010-May-12",
        "12 May two thousand and ten",
        "May 12 , 2010",
        "12\u00a0May\u00a02010",
    ],
)
def test_a_day_is_read_in_every_ordinary_form(written: str) -> None:
    period = only(f"The bill passed on {written} after a long night.")
    assert (period.first, period.last, period.grain) == (date(2010, 5, 12), date(2010, 5, 12), Grain.DAY)
    assert (period.relative, period.impossible, period.is_range) == (False, False, False)


@pytest.mark.parametrize(
    "written",
    ["Jan. 3, 1994", "Jan 3, 1994", "3 Jan. 1994", "January 3rd, 1994", "third of January 1994", "3 jan 1994"],
)
def test_short_names_of_months_are_read_with_and_without_their_stop(written: str) -> None:
    assert only(f"signed {written}, in ink").first == date(1994, 1, 3)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("May 2010", date(2010, 5, 1), date(2010, 5, 31)),
        ("May, 2010", date(2010, 5, 1), date(2010, 5, 31)),
        ("May of 2010", date(2010, 5, 1), date(2010, 5, 31)),
        ("2010 May", date(2010, 5, 1), date(2010, 5, 31)),
        ("February 2012", date(2012, 2, 1), date(2012, 2, 29)),
        ("Sept. 1900", date(1900, 9, 1), date(1900, 9, 30)),
        ("10/2016", date(2016, 10, 1), date(2016, 10, 31)),
        ("2016-10", date(2016, 10, 1), date(2016, 10, 31)),
        ("June of nineteen ninety-nine", date(1999, 6, 1), date(1999, 6, 30)),
    ],
)
def test_a_month_with_its_year_runs_from_its_first_day_to_its_last(written: str, first: date, last: date) -> None:
    period = only(f"It opened in {written} and closed.")
    assert (period.first, period.last, period.grain) == (first, last, Grain.MONTH)


def test_a_year_on_the_next_line_belongs_to_its_month() -> None:
    assert only("Updates to the Protocol, April\n              1999.").first == date(1999, 4, 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "May I ask a question of the 3 speakers?",
        "You may 2 times out of three be right.",
        "They march 12 miles a day.",
        "Implementations MAY send 2 octets.",
        "This may take longer than expected.",
        "Mar the surface and the sun comes through.",
        "April Smith and June Jones sat down.",
        "He was born to August Weber.",
        "in the august language of freedom",
    ],
)
def test_verbs_and_names_that_look_like_months_are_no_dates(sentence: str) -> None:
    assert read_periods(sentence, today=TODAY) == ()


@pytest.mark.parametrize(
    "sentence", ["It snowed in May.", "Rain fell during April and ceased.", "It was over by June."]
)
def test_a_month_alone_is_read_behind_a_preposition(sentence: str) -> None:
    assert only(sentence, TODAY).grain is Grain.MONTH


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("13.5.2015", date(2015, 5, 13)),
        ("21/04/2016", date(2016, 4, 21)),
        ("04/21/2016", date(2016, 4, 21)),
        ("5/6/2010", date(2010, 5, 6)),
        ("5.6.2010", date(2010, 6, 5)),
        ("3-7-2017", date(2017, 3, 7)),
    ],
)
def test_of_two_figures_the_one_that_cannot_be_a_month_is_the_day(written: str, day: date) -> None:
    assert only(f"Paid on {written}.").first == day


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("Filed 25/12/2009.", date(2010, 6, 5)),
        ("Filed 12/25/2009.", date(2010, 5, 6)),
        ("Filed on 3 March 2009.", date(2010, 6, 5)),
        ("Filed on March 3, 2009.", date(2010, 5, 6)),
        ("Filed at noon.", date(2010, 5, 6)),
    ],
)
def test_where_both_figures_can_be_a_month_the_text_s_other_dates_decide(other: str, day: date) -> None:
    assert read_periods(f"{other} Paid on 5/6/2010.")[-1].first == day


@pytest.mark.parametrize(
    ("today", "year"), [(date(2016, 11, 7), 1971), (date(1968, 1, 1), 1971), (None, 1971), (date(2065, 1, 1), 2071)]
)
def test_a_year_of_two_figures_is_near_the_document_s_own(today: date | None, year: int) -> None:
    assert only("born 05/23/71", today).first == date(year, 5, 23)


@pytest.mark.parametrize(
    "written",
    ["30 February 2011", "February 29, 2011", "31 June", "31st of April 1999", "2016-02-30", "Feb 30", "31/6/2012"],
)
def test_a_day_that_does_not_exist_is_kept_as_impossible(written: str) -> None:
    period = only(f"It was agreed on {written} in Rome.", TODAY)
    assert period.impossible
    assert (period.first, period.last) == (None, None)


@pytest.mark.parametrize("written", ["29 February 2012", "29 February", "31 July"])
def test_a_day_that_some_year_has_is_possible(written: str) -> None:
    assert not only(f"It was agreed on {written} in Rome.", TODAY).impossible


@pytest.mark.parametrize("written", ["32 May 2010", "2010-13-45", "45/45/2010", "2017-13-12"])
def test_figures_that_can_be_no_date_are_not_read_as_days(written: str) -> None:
    assert all(each.grain is not Grain.DAY for each in read_periods(f"It was {written}."))


@pytest.mark.parametrize(
    ("written", "weekday"),
    [
        ("Monday, 5 May 2008", 0),
        ("Mon 5 May 2008", 0),
        ("Thursday, May 8th, 2008", 3),
        ("Friday the 9th of May 2008", 4),
        ("5 May 2008, a Monday,", 0),
        ("5 May 2008 (Tuesday)", 1),
        ("Sunday, 2008-05-11", 6),
        ("5 May 2008", -1),
    ],
)
def test_the_weekday_written_beside_a_day_is_kept_right_or_wrong(written: str, weekday: int) -> None:
    period = only(f"They met on {written} in Oslo.")
    assert period.weekday == weekday
    assert period.first is not None
    assert period.first.year == 2008


@pytest.mark.parametrize(
    "sentence",
    ["See 12/05/20101 for more.", "version 1.12.5.2010", "call 555-12-05-2010-3", "path/12/05/2010/file", "1/2/3/4"],
)
def test_figures_in_the_middle_of_something_longer_are_no_date(sentence: str) -> None:
    assert all(each.grain is not Grain.DAY for each in read_periods(sentence))
