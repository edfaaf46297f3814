"""What makes a number a change, a level or a share where a word of change stands near it."""

from __future__ import annotations

import pytest

from holdwater.extract.quantities.model import Direction, Hedge, Quantity, QuantityKind
from holdwater.extract.quantities.reading import read_measured


def last(text: str) -> Quantity:
    return read_measured(text).quantities[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Support has slipped below 50 per cent.",
        "Its support rose well above 40%.",
        "The canal climbed 404 feet through the hills.",
        "The river rises at 2,310 m above the sea.",
        "The case withstands drops of 2 m.",
    ],
)
def test_a_threshold_a_height_and_a_way_are_no_changes(text: str) -> None:
    assert last(text).kind in (QuantityKind.LEVEL, QuantityKind.SHARE)


@pytest.mark.parametrize(
    "text",
    [
        "Support fell by more than 5 per cent.",
        "The lake rose 2 m in a night.",
        "The sea level rose by 20 cm.",
        "Crime is up by 9%, or 412 offences.",
        "Emissions fell by 19.6 per cent (by 24 million tonnes).",
        "That is a drop of 4 percentage points, or roughly 17% in relative terms.",
        "It is 17% in relative terms.",
    ],
)
def test_a_difference_and_its_other_wording_are_changes(text: str) -> None:
    assert last(text).kind in (QuantityKind.CHANGE, QuantityKind.RELATIVE_CHANGE)


def test_the_other_wording_of_a_change_goes_the_same_way() -> None:
    assert last("Crime is down by 9%, or 412 offences.").frame.direction is Direction.DOWN


def test_a_share_behind_a_change_stays_a_share() -> None:
    assert last("It cut 1,200 jobs, or 8% of the staff.").kind is QuantityKind.SHARE


@pytest.mark.parametrize(
    "text", ["Wages took 59% of turnover, up from 44%.", "Girls make up 49% of pupils, down from 52%."]
)
def test_the_earlier_figure_of_a_share_is_a_share(text: str) -> None:
    assert last(text).kind is QuantityKind.SHARE


@pytest.mark.parametrize(
    ("text", "percent", "hedge"),
    [
        ("About one mile in ten is dry.", 10, Hedge.ABOUT),
        ("A teacher is absent one day in five.", 20, Hedge.NONE),
        ("Fewer than a third believe it.", 100 / 3, Hedge.UNDER),
    ],
)
def test_a_part_is_a_share_whatever_it_is_counted_in(text: str, percent: float, hedge: Hedge) -> None:
    one = last(text)
    assert (one.value, one.unit.name, one.hedge) == (pytest.approx(percent), "percent", hedge)


def test_a_fold_in_digits_is_a_ratio_or_a_change() -> None:
    assert (last("They gave a 10-fold dose.").value, last("They gave a 10-fold dose.").kind) == (10, QuantityKind.RATIO)
    rise = last("Power rose 2.6-fold.")
    assert (rise.value, rise.unit.name, rise.kind) == (pytest.approx(160), "percent", QuantityKind.RELATIVE_CHANGE)


def test_prices_that_have_risen_some_times_are_in_a_ratio() -> None:
    assert (last("Prices have risen 3.5 times since then.").unit.name, last("He won 3 times.").unit.name) == (
        "times",
        "time",
    )


@pytest.mark.parametrize("text", ["Prevalence was 22.1% overall.", "It came to $12,500.33 All told, little was left."])
def test_what_is_said_of_the_whole_or_in_the_next_sentence_makes_no_total(text: str) -> None:
    assert last(text).kind is not QuantityKind.TOTAL


def test_never_behind_a_clause_turns_more_than_into_at_most() -> None:
    assert last("He wrote; there were never more than sixty.").hedge is Hedge.AT_MOST
    assert last("It never came, and more than sixty left.").hedge is Hedge.OVER


@pytest.mark.parametrize(("text", "hedge"), [("over five seasons", Hedge.NONE), ("over five miles", Hedge.OVER)])
def test_over_a_run_of_seasons_is_no_hedge(text: str, hedge: Hedge) -> None:
    assert last(f"It was paid {text}.").hedge is hedge
