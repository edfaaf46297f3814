"""Years, and what is made of them."""

from __future__ import annotations

from datetime import date

import pytest

from holdwater.extract.quantities.dates.reading import read_periods
from holdwater.extract.quantities.model import Grain, Period

TODAY = date(2016, 11, 7)


def only(text: str, today: date | None = TODAY) -> Period:
    [period] = read_periods(text, today=today)
    return period


def years(text: str) -> list[int]:
    return [each.first.year for each in read_periods(text) if each.first and each.grain is Grain.YEAR]


@pytest.mark.parametrize(
    "sentence",
    [
        "The law was passed in 1997.",
        "Nothing was done until 1997, when it rained.",
        "the 1997 election",
        "a disastrous 1997 tour of the north",
        "Bolivia's 1997 budget",
        "the Act of 1997",
        "the year 1997",
        "It is dated 1997",
        "1997 was a bad year.",
        "They lost. 1997 saw them win.",
        "in early 1997",
        "in mid-1997",
        "at the end of 1997",
        "in about 1997",
        "the crash (1997)",
        "as Doe (1997) has it",
        "it fell again (Doe 1997).",
        "it fell again (Doe, 1997, p. 4).",
        "425 F.3d 1294, 1308 (9th Cir. 1997)",
        "42 U.S.C. § 24 (1997 ed.)",
        "Paris, 1997.",
        "© 1997 the authors",
        "as recently as 1997",
        "prior to 1997, nothing",
        "In 1997, 300 girls left.",
        "1997's great hit",
        "In 1997 many people left.",
        "in nineteen ninety-seven",
    ],
)
def test_a_bare_number_is_a_year_where_its_neighbours_say_so(sentence: str) -> None:
    period = only(sentence)
    assert {each.year for each in (period.first, period.last) if each} <= {1996, 1997}
    assert period.grain is Grain.YEAR


@pytest.mark.parametrize(
    "sentence",
    [
        "2000 people came.",
        "In 2000 people the marker was found.",
        "in 1423 patients of the ward",
        "in 2000 young people",
        "384 U.S. 1436 holds otherwise.",
        "109 S. Ct. 2037 holds otherwise.",
        "see RFC 2119",
        "RFC 2010 obsoletes it.",
        "under section 1983",
        "under § 1983",
        "Sections 1977 and 1978",
        "pp. 1990-1995",
        "p. 1987",
        "No. 1984",
        "It cost $2008.",
        "It cost 2008 dollars.",
        "a length of 1999 metres",
        "a total of 1944 votes",
        "It rose by 2000.",
        "It rose to 1999 at once.",
        "rose from 1200 to 1500",
        "between 1500 and 1800 people",
        "Wages rose between 1785 and 1812 crowns.",
        "It rose between 1700 and 1900.",
        "the first 1853 pages",
        "1,998 and 2,010",
        "1998.5 kg",
        "version 2010.1",
        "port 1812",
        "192.168.1.2012",
        "ISBN 0-1999-2000-1",
        "at 2001:db8::1",
        "1998% of it",
        "the 1500 metres",
        "an army of 2000 camped",
        "nineteen eighty-four balloons",
        "two thousand years of history",
    ],
)
def test_a_number_that_is_an_amount_a_label_or_a_page_is_no_year(sentence: str) -> None:
    assert read_periods(sentence, today=TODAY) == ()


def test_a_round_number_is_the_year_of_a_title() -> None:
    assert years("the Energy Act of 2000 was passed") == [2000]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("in 2008, 2009 and 2010", [2008, 2009, 2010]),
        ("in 1990 or 1991", [1990, 1991]),
        ("Smith (2010, 2012; 2015)", [2010, 2012, 2015]),
        ("from 2010 to 2020 but not 2015", [2010, 2015]),
    ],
)
def test_years_in_a_row_follow_the_first(sentence: str, expected: list[int]) -> None:
    assert years(sentence) == expected


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2008-09", 2008, 2009),
        ("2008/09", 2008, 2009),
        ("2008/2009", 2008, 2009),
        ("1999-00", 1999, 2000),
        ("2008\u201312", 2008, 2012),
        ("1914-18", 1914, 1918),
        ("1914\u20131918", 1914, 1918),
        ("1914\u2060\u2013\u206018", 1914, 1918),
        ("2014 to 2018", 2014, 2018),
        ("c. 1491\u20131510", 1491, 1510),
    ],
)
def test_two_years_with_a_dash_or_a_slash_are_a_range(written: str, first: int, last: int) -> None:
    period = only(f"the war of the years {written} was long")
    assert (period.first, period.last) == (date(first, 1, 1), date(last, 12, 31))
    assert period.is_range
    assert period.grain is Grain.YEAR


@pytest.mark.parametrize("written", ["1812/1999", "in 2009-1990", "RFC 1990-1995", "No. 2008-12"])
def test_figures_that_are_no_two_years_are_no_range(written: str) -> None:
    assert not any(each.is_range for each in read_periods(f"See {written} there."))


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("the 1990s", 1990),
        ("the 1990's", 1990),
        ("the '90s", 1990),
        ("the \u201990s", 1990),
        ("the 90s", 1990),
        ("the nineties", 1990),
        ("the nineteen-nineties", 1990),
        ("the eighteen nineties", 1890),
        ("the 2000s", 2000),
        ("the noughties", 2000),
        ("the late 1980s", 1980),
        ("the mid-1980s", 1980),
    ],
)
def test_decades_run_from_their_round_year_to_the_ninth_after(written: str, first: int) -> None:
    period = only(f"It was rare in {written} already.")
    assert (period.first, period.last) == (date(first, 1, 1), date(first + 9, 12, 31))
    assert period.grain is Grain.DECADE


@pytest.mark.parametrize(
    "sentence", ["a man in his nineties", "he is in his 70s", "she counted in tens", "twenties of them"]
)
def test_ages_and_heaps_are_no_decades(sentence: str) -> None:
    assert read_periods(sentence) == ()


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("the 19th century", 1800, 1899),
        ("the nineteenth century", 1800, 1899),
        ("nineteenth-century painters", 1800, 1899),
        ("the early 20th century", 1900, 1999),
        ("the 1800s", 1800, 1899),
        ("the first century", 1, 99),
        ("the 18th and 19th centuries", 1700, 1899),
    ],
)
def test_centuries_are_the_hundred_years_of_their_first_figures(written: str, first: int, last: int) -> None:
    period = only(f"Among {written} it was usual.")
    assert (period.first, period.last) == (date(first, 1, 1), date(last, 12, 31))
    assert period.grain is Grain.CENTURY


@pytest.mark.parametrize("written", ["44 BC", "300 BCE", "44 B.C.", "the 5th century BC"])
def test_years_before_christ_are_kept_without_days(written: str) -> None:
    period = only(f"Caesar was killed in {written} by friends.")
    assert (period.first, period.last) == (None, None)


@pytest.mark.parametrize(
    ("written", "year"), [("AD 70", 70), ("70 AD", 70), ("70 CE", 70), ("the year 79", 79), ("AD 1066", 1066)]
)
def test_early_years_are_read_with_their_era(written: str, year: int) -> None:
    assert only(f"The city fell in {written} at last.").first == date(year, 1, 1)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("Q3 2010", date(2010, 7, 1), date(2010, 9, 30)),
        ("2010 Q3", date(2010, 7, 1), date(2010, 9, 30)),
        ("2010-Q3", date(2010, 7, 1), date(2010, 9, 30)),
        ("H1 2016", date(2016, 1, 1), date(2016, 6, 30)),
        ("the third quarter of 2010", date(2010, 7, 1), date(2010, 9, 30)),
        ("the second half of 2010", date(2010, 7, 1), date(2010, 12, 31)),
        ("Q1", date(2016, 1, 1), date(2016, 3, 31)),
    ],
)
def test_quarters_and_halves_of_a_year(written: str, first: date, last: date) -> None:
    period = only(f"Sales fell in {written} again.")
    assert (period.first, period.last, period.grain) == (first, last, Grain.QUARTER)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("the summer of 2016", date(2016, 6, 1), date(2016, 8, 31)),
        ("this autumn of 1919", date(1919, 9, 1), date(1919, 11, 30)),
        ("spring 2003", date(2003, 3, 1), date(2003, 5, 31)),
        ("the fall of 1942", date(1942, 9, 1), date(1942, 11, 30)),
        ("the winter of 2010", date(2009, 12, 1), date(2011, 2, 28)),
        ("the spring of nineteen seventy-eight", date(1978, 3, 1), date(1978, 5, 31)),
    ],
)
def test_seasons_of_a_year_are_those_of_the_north_and_a_winter_may_be_either(
    written: str, first: date, last: date
) -> None:
    period = only(f"It froze in {written} again.")
    assert (period.first, period.last, period.grain) == (first, last, Grain.SEASON)


def test_a_year_of_two_figures_needs_its_apostrophe() -> None:
    assert only("It began in '08 with a bang.").first == date(2008, 1, 1)
    assert read_periods("It began in 08 with a bang.") == ()
