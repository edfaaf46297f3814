"""Discrepancies found by `ratios.py`, each beside a twin in which all numbers fit."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import kinds_in
from holdwater.findings.accounts.model import DiscrepancyKind

RATIO = (
    (
        "The north has 600 doctors, … times as many as the south, which has 200.",
        "three",
        "four",
    ),
    (
        "The number of cars doubled from 2,000 to ….",
        "4,000",
        "5,000",
    ),
    (
        "The price halved from $80 to ….",
        "$40",
        "$30",
    ),
    (
        "With 90 members the club is twice as large as its rival, which has ….",
        "45",
        "60",
    ),
    (
        "The tower is 120 metres high, twice the height of the church, which measures … metres.",
        "60",
        "80",
    ),
    (
        "Landings reached 3,900 tons in 1911, against 310 the year before, a … increase.",
        "thirteen-fold",
        "fifteen-fold",
    ),
    (
        "The tax brought in 12 million crowns, compared with 2 million in 1911: a … rise.",
        "sixfold",
        "tenfold",
    ),
    (
        "Visits rose …, from 40 to 1,000.",
        "twenty-five-fold",
        "thirty-five-fold",
    ),
    (
        "Exports tripled, from $10 million to ….",
        "$30 million",
        "$40 million",
    ),
    (
        "In 1990 there were 50 wolves; in 2000 there were 200, … times as many.",
        "four",
        "three",
    ),
    (
        "Output rose fivefold, from 20 to … tonnes.",
        "100",
        "140",
    ),
    (
        "The city spent $300 per pupil, compared with $100 in the villages, … times as much.",
        "three",
        "five",
    ),
    (
        "There are 12 boys and 24 girls, … as many girls as boys.",
        "twice",
        "three times",
    ),
    (
        "The population of 90,000 is three times that of 1900, when the town had … inhabitants.",
        "30,000",
        "45,000",
    ),
    (
        "A doctor there earns $6,000 a month, ten times more than a nurse, who earns ….",
        "$600",
        "$900",
    ),
    (
        "Attendance fell by half, from 800 to ….",
        "400",
        "600",
    ),
    (
        "Paris has 2 million inhabitants, … times as many as Lyon with its 500,000.",
        "four",
        "six",
    ),
    (
        "The new engine uses 4 litres, half as much as the old one, which used … litres.",
        "8",
        "12",
    ),
    (
        "The workforce doubled from 150 to ….",
        "300",
        "400",
    ),
    (
        "The debt quadrupled from $5 billion to ….",
        "$20 billion",
        "$30 billion",
    ),
    (
        "The library lends 60,000 books a year, three times more than in 1990, when it lent ….",
        "20,000",
        "40,000",
    ),
    (
        "A ticket costs $30, twice as much as last year, when it cost ….",
        "$15",
        "$20",
    ),
    (
        "Mount Roe is 2,400 metres high, … as high as Mount Doe (1,200 metres).",
        "twice",
        "three times",
    ),
    (
        "The north received 900 mm of rain and the south 300 mm, … as much in the north as in the south.",
        "three times",
        "twice",
    ),
    (
        "The number of beds was halved, from 240 to ….",
        "120",
        "80",
    ),
    (
        "Men earned $40,000 and women $20,000, so that men earned … as much.",
        "twice",
        "three times",
    ),
    (
        "Between 2000 and 2010 exports tripled from 40 to … million dollars.",
        "120",
        "160",
    ),
    (
        "Visitor numbers fell by half, from 12,000 to ….",
        "6,000",
        "8,000",
    ),
    (
        "The eastern wing has 48 rooms, … as many as the western wing, which has 24.",
        "twice",
        "three times",
    ),
    (
        "A pound of tea cost 12 shillings and a pound of coffee 4, … as much.",
        "a third",
        "a half",
    ),
    (
        "Sales have more than doubled, from 300 to ….",
        "650",
        "500",
    ),
    (
        "The new hall seats 900, three times the capacity of the old one, which seated ….",
        "300",
        "500",
    ),
    (
        "The price has risen tenfold, from $5 to ….",
        "$50",
        "$80",
    ),
    ("The duty yielded 3 million in 1810 and 12 million in 1820, … times as much.", "four", "six"),
    ("There are 600 people to the mile in the plain, 200 in the hills, a ratio of … to one.", "three", "five"),
    ("Malta has 60 forts and Gozo 10, so Malta has … times as many as Gozo.", "six", "four"),
)


@pytest.mark.parametrize(("frame", "right", "wrong"), RATIO)
def test_a_ratio_that_the_values_do_not_have_is_found(frame: str, right: str, wrong: str) -> None:
    allowed = {DiscrepancyKind.CHANGE, DiscrepancyKind.RATIO}
    assert right != wrong
    assert set(kinds_in(frame.replace("…", wrong))) & allowed


@pytest.mark.parametrize(("frame", "right", "wrong"), RATIO)
def test_its_twin_without_a_ratio_that_the_values_do_not_have_passes(frame: str, right: str, wrong: str) -> None:
    assert right != wrong
    assert kinds_in(frame.replace("…", right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sales came to 90 tons, compared with 30 in 1910, and a fivefold increase is expected next year.",
        "Sales reached 90 tons, against 30 in 1910; a fivefold increase in the price of coal had closed the mills.",
        "Sales reached 90 tons, up from 30 in 1910, a fivefold increase since 1880.",
        "Sales reached 90 tons, up from 30 in 1910 and 18 in 1900, a fivefold rise.",
    ],
)
def test_a_growth_from_somewhere_else_is_not_held_against_the_value_before_it(text: str) -> None:
    assert not kinds_in(text)
