"""Discrepancies found by `clock.py`, each beside a twin in which the times give the length."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import found_in, kinds_in
from holdwater.findings.accounts.model import DiscrepancyKind

LENGTHS = (
    ("The hearing went on from 9:15 to 11:45, for … hours.", "two and a half", "four"),
    ("The mill opened at 7 a.m. and closed at 3 p.m., … hours a day.", "eight", "eleven"),
    ("The watch lasted from noon to 4 p.m., … hours.", "four", "six"),
    ("The ferry runs from 10:00 p.m. until 2:00 a.m., … hours in all.", "four", "seven"),
    ("The film ran from 20:10 to 21:50, lasting … minutes.", "100", "140"),
)


@pytest.mark.parametrize(("frame", "right", "wrong"), LENGTHS)
def test_a_length_that_the_times_of_day_do_not_give_is_found(frame: str, right: str, wrong: str) -> None:
    assert kinds_in(frame.replace("…", wrong)) == [DiscrepancyKind.DURATION]


@pytest.mark.parametrize(("frame", "right", "wrong"), LENGTHS)
def test_its_twin_with_the_right_length_passes(frame: str, right: str, wrong: str) -> None:
    assert kinds_in(frame.replace("…", right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The shop was open from 8:00 to 6:00, ten hours.",  # the evening's six
        "The talk went on from 9:00 to 10:10, for an hour.",  # rounded
        "The talk went on from 9:00 to 10:30, for about two hours.",
        "Verses from 3:16 to 4:12, for two hours a day.",  # in half an hour or in half a day more: neither is sure
        "The doors opened from 25:00 to 26:70, for two hours.",  # no times of day
    ],
)
def test_what_may_be_the_right_length_or_no_time_of_day_is_no_discrepancy(text: str) -> None:
    assert kinds_in(text) == []


def test_the_length_that_the_times_give_is_told() -> None:
    (found,) = found_in("The hearing went on from 9:15 to 11:45, for four hours.")
    assert (found.stated, found.computed) == ("four hours", "2.5 hours")
