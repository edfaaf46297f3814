"""A date written out in any form is read back as that date, and no mixture of a date's words breaks the reading."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.extract.quantities.dates.reading import read_periods
from holdwater.extract.quantities.dates.vocabulary import (
    DECADE_WORDS,
    MONTHS,
    ORDINALS,
    SEASONS,
    TENS,
    UNITS,
    WEEKDAYS,
    day_number,
    year_in_words,
)
from holdwater.extract.quantities.model import Grain

_DAYS = st.dates(date(1600, 1, 1), date(2099, 12, 31))
_ONES = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TIES = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def suffix(day: int) -> str:
    if 11 <= day <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def words(number: int) -> str:
    """A number under a hundred in words, the slow way."""
    if number < 10:
        return _ONES[number]
    if number < 20:
        return _TEENS[number - 10]
    return _TIES[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


def year_words(year: int) -> str:
    if year % 1000 < 10:
        return f"{_ONES[year // 1000]} thousand" + (f" and {_ONES[year % 10]}" if year % 10 else "")
    if year % 100 == 0:
        return f"{words(year // 100)} hundred"
    if year % 100 < 10:
        return f"{words(year // 100)} oh {_ONES[year % 10]}"
    return f"{words(year // 100)} {words(year % 100)}"


def month(day: date) -> str:
    return calendar.month_name[day.month]


FORMS: dict[str, Callable[[date], str]] = {
    "12 May 2010": lambda day: f"{day.day} {month(day)} {day.year}",
    "12th of May, 2010": lambda day: f"{day.day}{suffix(day.day)} of {month(day)}, {day.year}",
    "May 12, 2010": lambda day: f"{month(day)} {day.day}, {day.year}",
    "May 12th 2010": lambda day: f"{month(day)} {day.day}{suffix(day.day)} {day.year}",
    "12 Jan. 2010": lambda day: f"{day.day} {month(day)[:3]}. {day.year}",
    "2010-05-12": lambda day: day.isoformat(),
    "2010/5/12": lambda day: f"{day.year}/{day.month}/{day.day}",
    "12.05.2010": lambda day: f"{day.day:02}.{day.month:02}.{day.year}",
    "12-May-2010": lambda day: f"{day.day}-{month(day)}-{day.year}",
    "May 12 in words": lambda day: f"{month(day)} {day.day}, {year_words(day.year)}",
    "with its weekday": lambda day: f"{calendar.day_name[day.weekday()]}, {day.day} {month(day)} {day.year}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=_DAYS)
def test_a_day_is_read_back_from_every_form(form: str, day: date) -> None:
    text = f"It was signed on {FORMS[form](day)} in the old hall."
    [period] = read_periods(text)
    assert (period.first, period.last, period.grain) == (day, day, Grain.DAY)
    assert period.weekday in (-1, day.weekday())


@given(first=_DAYS, days=st.integers(1, 400), forms=st.sampled_from([name for name in FORMS if "words" not in name]))
def test_a_range_of_days_is_read_back(first: date, days: int, forms: str) -> None:
    last = first + timedelta(days=days)
    text = f"It was open from {FORMS[forms](first)} to {FORMS[forms](last)} to all."
    [period] = read_periods(text)
    assert (period.first, period.last, period.is_range) == (first, last, True)


@given(year=st.integers(1000, 2199), month_number=st.integers(1, 12), day=st.integers(1, 31))
def test_a_day_is_impossible_exactly_where_the_calendar_has_none(year: int, month_number: int, day: int) -> None:
    [period] = read_periods(f"signed on {day} {calendar.month_name[month_number]} {year}, in ink")
    assert period.impossible == (day > calendar.monthrange(year, month_number)[1])


@given(year=st.integers(1100, 2099))
def test_years_in_words_are_the_years_they_say(year: int) -> None:
    assert year_in_words(year_words(year)) == year
    assert [each.first for each in read_periods(f"It was May, {year_words(year)}.")] == [date(year, 5, 1)]


@given(day=st.integers(1, 31))
def test_days_are_read_from_figures_and_ordinals(day: int) -> None:
    [word] = [name for name, number in ORDINALS.items() if number == day]
    assert day_number(word) == day_number(f"{day}{suffix(day)}") == day


@given(today=_DAYS, years=st.integers(1, 400))
def test_years_ago_are_counted_from_the_document_s_year(today: date, years: int) -> None:
    [period] = read_periods(f"It burnt down {years} years ago.", today=today)
    assert period.first == date(today.year - years, 1, 1)


_PIECES = [
    *(word for table in (MONTHS, WEEKDAYS, SEASONS, DECADE_WORDS, ORDINALS, UNITS, TENS) for word in table),
    *"last next this past of in the to and between from until since by before after about ago now today".split(),
    *"yesterday day week month year quarter half decade century years weeks days BC AD CE Q1 H2 Q9 B.C.".split(),
    *"- – / , . ( ) ' ’ s 0 1 31 32 12/05/2010 2010-05-12 1999 2000 9999 1000 2199 0001 99 '08 90s 1990s 1800s".split(),
    *"0th 99th hundred 2008/09 2008-09 10/2016 weekend end start early mid late May March \n \n\n".split(" "),
]


@given(
    pieces=st.lists(st.sampled_from(_PIECES), max_size=14),
    gap=st.sampled_from(["", " "]),
    today=st.sampled_from([None, date(2016, 11, 7), date.min, date.max, date(2020, 2, 29)]),
)
def test_any_mixture_of_a_date_s_words_gives_ordered_sound_periods(
    pieces: list[str], gap: str, today: date | None
) -> None:
    text = gap.join(pieces)
    end = 0
    for period in read_periods(text, today=today):
        assert end <= period.span.start < period.span.end <= len(text)
        assert not (period.first and period.last) or period.first <= period.last
        assert not period.impossible or (period.first, period.last) == (None, None)
        end = period.span.end
