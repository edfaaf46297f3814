"""Discrepancies found by `portions.py`, each beside a twin in which all numbers fit."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import found_in, kinds_in
from holdwater.findings.accounts.model import DiscrepancyKind

PORTIONS = (
    ("The academy took 300 of its 1,200 applicants, or one in ….", "four", "six"),
    ("Some 60 of the 180 barns burned, … of them.", "a third", "a half"),
    ("Of the 50 wells, 10 were dry, that is … percent.", "20", "35"),
    ("Of 200 patients, 30 (…%) fell ill again.", "15", "25"),
    ("In all, 45 (…%) of the 150 samples were clean.", "30", "40"),
    ("A fifth of the 400 sailors, or … men, fell ill.", "80", "120"),
    ("There were 60 children for 12 tutors, … for each tutor.", "five", "seven"),
    ("The ayes outnumbered the noes by … to one: 120 to 40.", "three", "five"),
)


@pytest.mark.parametrize(("frame", "right", "wrong"), PORTIONS)
def test_a_portion_that_the_part_is_not_of_the_whole_is_found(frame: str, right: str, wrong: str) -> None:
    assert kinds_in(frame.replace("…", wrong)) == [DiscrepancyKind.RATIO]


@pytest.mark.parametrize(("frame", "right", "wrong"), PORTIONS)
def test_its_twin_with_the_right_portion_passes(frame: str, right: str, wrong: str) -> None:
    assert kinds_in(frame.replace("…", right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "About 60 of some 200 barns burned, nearly a third of them.",  # rounded and hedged
        "The academy took 300 of its 1,200 applicants, and half of them stayed.",  # half of those 300
        "The firm has 70 of 90 shops in towns. A third of them make a loss.",  # of another sentence
        "There were 60 children for 12 tutors, five for each school.",  # of what is not the 12
        "They won by three to one: 4 to 2 after extra time, then 120 to 40.",  # scores of two games
        "There were 47 children for 12 tutors, four for each tutor.",  # rounded to a whole child
    ],
)
def test_portions_of_something_else_and_rounded_ones_are_no_discrepancy(text: str) -> None:
    assert kinds_in(text) == []


def test_the_division_is_shown() -> None:
    (found,) = found_in("Of the 50 wells, 10 were dry, that is 35 percent.")
    assert (found.stated, found.computed, found.formula) == ("35 percent", "20%", "10 / 50 = 20%")
