"""Dates as lists write them, as CSL-JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.read.csl_dates import date_said, edtf_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2019", {"date-parts": [[2019]]}),
        ("2019-05-03T10:00:00Z", {"date-parts": [[2019, 5, 3]]}),
        ("2019-05-03T10:00:00+02:00", {"date-parts": [[2019, 5, 3]]}),
        ("-0043-03-15", {"date-parts": [[-43, 3, 15]]}),
        ("2019-05/2020", {"date-parts": [[2019, 5], [2020]]}),
        ("2019/..", {"date-parts": [[2019]]}),
        ("2019 / 2020", {"date-parts": [[2019], [2020]]}),
        ("2019-21", {"date-parts": [[2019]], "season": 1}),
        ("2019-21/2019-22", {"date-parts": [[2019]], "season": 1}),
        ("2019-24/2020-21", {"date-parts": [[2019], [2020]], "season": 4}),
        ("1890~/1895~", {"date-parts": [[1890], [1895]], "circa": True}),
        ("1890?", {"date-parts": [[1890]], "circa": True}),
        ("2019-00", {"date-parts": [[2019]]}),
        ("2019-02-32", {"date-parts": [[2019, 2]]}),
        ("19", {}),
        ("2019-5", {}),
        ("/2019", {}),
        ("٢٠١٩", {}),
    ],
)
def test_iso_dates_and_edtf_are_read(written: str, date: dict[str, object]) -> None:
    assert edtf_date(written) == date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("3 May 2019", {"date-parts": [[2019, 5, 3]]}),
        ("Spring 2019", {"date-parts": [[2019]], "season": 1}),
        ("Herbst 1999", {"date-parts": [[1999]], "season": 3}),
        ("winter 2018/2019", {"date-parts": [[2018]], "season": 4}),
        ("ca. 1890", {"date-parts": [[1890]], "circa": True}),
        ("c1890", {"date-parts": [[1890]]}),
        ("2001a", {"date-parts": [[2001]]}),
        ("cited 12 times", {"literal": "cited 12 times"}),
        ("n.d.", {"literal": "n.d."}),
        (" ", {}),
        ("x" * 300, {"literal": "x" * 200}),
    ],
)
def test_a_date_in_words_is_read_or_kept(written: str, date: dict[str, object]) -> None:
    assert date_said(written) == date


@given(st.text(alphabet="0123456789-/~?%. TZabcirkspgMay", max_size=30))
def test_whatever_is_written_is_a_date_of_the_calendar_or_words(written: str) -> None:
    date = date_said(written)
    parts = date.get("date-parts", [])
    assert isinstance(parts, list)
    assert all(1 <= len(day) <= 3 and all(1 <= month <= 12 for month in day[1:2]) for day in parts)
    assert parts or set(date) <= {"literal"}
