"""How the cases of the date specifications are judged, with cases made here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from eval.measure import Measure
from eval.numbers import specs_dates

FILES = (
    "DateTimeModel",
    "DateParser",
    "DatePeriodParser",
    "MergedParser",
    "DateExtractor",
    "DatePeriodExtractor",
    "MergedExtractor",
)


def case(
    text: str, *dates: tuple[str, dict[str, str]], kind: str = "date", today: str = "2016-11-07"
) -> dict[str, Any]:
    """A case in the model's form; each date is its words and one value."""
    results = []
    for written, value in dates:
        start = text.index(written)
        end = start + len(written) - 1
        found = {"Text": written, "Start": start, "End": end, "TypeName": f"datetimeV2.{kind}"}
        results.append({**found, "Resolution": {"values": [value]}})
    return {"Input": text, "Context": {"ReferenceDateTime": f"{today}T00:00:00"}, "Results": results}


def judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *cases: dict[str, Any]) -> Measure:
    folder = tmp_path / "number-date-specs/recognizers/Specs/DateTime/English"
    folder.mkdir(parents=True)
    for name in FILES:
        kept = cases if name == "DateTimeModel" else ()
        (folder / f"{name}.json").write_text(json.dumps(kept), encoding="utf-8-sig")
    monkeypatch.setenv("HOLDWATER_DATA", str(tmp_path))
    specs_dates._cases.cache_clear()
    resolved, _ = specs_dates.measure_date_specs()
    specs_dates._cases.cache_clear()
    return resolved


RIGHT = {
    "a day": case("signed on 5 May 2010", ("5 May 2010", {"timex": "2010-05-05", "value": "2010-05-05"})),
    "a month, whose end they give as the day after": case(
        "signed in May 2010",
        ("May 2010", {"timex": "2010-05", "start": "2010-05-01", "end": "2010-06-01"}),
        kind="daterange",
    ),
    "a range, whose end they give as the first day of its last part": case(
        "open from 2010 to 2012",
        ("from 2010 to 2012", {"timex": "(2010,2012)", "start": "2010-01-01", "end": "2012-01-01"}),
        kind="daterange",
    ),
    "an early year, which they narrow": case(
        "open in early 2010",
        ("early 2010", {"timex": "2010", "start": "2010-01-01", "end": "2010-07-01", "Mod": "start"}),
        kind="daterange",
    ),
    "years ago, for which they give a day": case(
        "shut two years ago", ("two years ago", {"timex": "2014-11-07", "value": "2014-11-07"})
    ),
    "an open end": case(
        "open since 2010", ("since 2010", {"timex": "2010", "start": "2010-01-01", "Mod": "since"}), kind="daterange"
    ),
    "a day that does not exist": case(
        "signed on 30 Feb 2010", ("30 Feb 2010", {"timex": "x", "value": "not resolved"})
    ),
    "nothing": case("Mortgages were at 6.45 percent"),
}
WRONG = {
    "another day": case("signed on 5 May 2010", ("5 May 2010", {"timex": "2010-05-06", "value": "2010-05-06"})),
    "another month": case(
        "signed in May 2010",
        ("May 2010", {"timex": "2010-06", "start": "2010-06-01", "end": "2010-07-01"}),
        kind="daterange",
    ),
    "a date that is not there": case("It rained", ("rained", {"timex": "2010-05-06", "value": "2010-05-06"})),
    "a date too many": case("signed on 5 May 2010"),
    "another place": case(
        "May 2010 or the late 1950s", ("1950s", {"timex": "2010-05", "start": "2010-05-01", "end": "2010-06-01"})
    ),
    "a closed end": case(
        "open in 2010", ("2010", {"timex": "(", "start": "2010-01-01", "Mod": "since"}), kind="daterange"
    ),
    "another year ago": case("shut two years ago", ("two years ago", {"timex": "2013-11-07", "value": "2013-11-07"})),
}
LEFT_OUT = {
    "clock times": case("at 5 pm", ("5 pm", {"timex": "T17"}), kind="time"),
    "recurring": case("every Monday", ("every Monday", {"timex": "XXXX-WXX-1"}), kind="set"),
    "durations": case("for two days", ("two days", {"timex": "P2D"}), kind="duration"),
    "holidays": case("on Christmas", ("Christmas", {"timex": "XXXX-12-25", "value": "2016-12-25"})),
    "fraction": case("due on 4/22", ("4/22", {"timex": "XXXX-04-22", "value": "2016-04-22"})),
    "day without a month": case("due on the 21st", ("the 21st", {"timex": "XXXX-XX-21", "value": "2016-11-21"})),
    "counted on": case("due in two weeks", ("in two weeks", {"timex": "2016-11-21", "value": "2016-11-21"})),
    "told before": case(
        "the following year", ("following year", {"timex": "2017", "start": "2017-01-01"}), kind="daterange"
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_case_is_right_in_its_own_conventions(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measure = judge(tmp_path, monkeypatch, RIGHT[name])
    assert (measure.total, measure.misses) == (1, [])


@pytest.mark.parametrize("name", WRONG)
def test_a_case_is_wrong_where_the_days_or_places_differ(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = judge(tmp_path, monkeypatch, WRONG[name])
    assert (measure.total, len(measure.misses)) == (1, 1)


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_kind_that_no_document_has_is_left_out_by_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = judge(tmp_path, monkeypatch, LEFT_OUT[name])
    assert measure.total == 0
    [reason] = measure.excluded
    assert name in reason


@pytest.mark.parametrize(
    "text",
    [
        "later this week",
        "this month",
        "5 May 2010",
        "from 5 to 8 May 2010",
        "the week of 16 May",
        "three years ago",
        "last year",
    ],
)
def test_dates_that_documents_have_are_not_left_out(text: str) -> None:
    assert specs_dates._left_out(case(text, (text, {"timex": "2016-11"}))) == ""
