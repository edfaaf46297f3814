"""Discrepancies found by `changes.py`, each beside a twin in which all numbers fit."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import kinds_in
from holdwater.findings.accounts.model import DiscrepancyKind

CHANGE = (
    (
        "Membership rose from 400 to 500, an increase of … percent.",
        "25",
        "35",
    ),
    (
        "The price of bread went up by …, from $2 to $3.",
        "50%",
        "40%",
    ),
    (
        "Between 2001 and 2011 the population grew from 8,000 to 10,000, or by ….",
        "25%",
        "30%",
    ),
    (
        "Output fell from 60 tonnes to 45 tonnes, a drop of ….",
        "25%",
        "35%",
    ),
    (
        "The number of schools rose from 120 in 1990 to 180 in 2000, an increase of ….",
        "60",
        "80",
    ),
    (
        "Unemployment dropped by a …, from 9,000 to 6,000.",
        "third",
        "half",
    ),
    (
        "The town had 5,000 inhabitants in 1950 and 8,000 in 2000, ….",
        "a rise of 60 percent",
        "a rise of 45 percent",
    ),
    (
        "The budget was cut from $50 million to $40 million, a … percent reduction.",
        "20",
        "30",
    ),
    (
        "Rents rose … last year, from €500 to €560.",
        "12%",
        "18%",
    ),
    (
        "Sales jumped to 150 from 100, a gain of ….",
        "50%",
        "60%",
    ),
    (
        "The circulation of the paper grew by … copies, from 6,000 to 8,000.",
        "2,000",
        "3,000",
    ),
    (
        "The average class shrank from 30 pupils to 24, a decrease of … percent.",
        "20",
        "25",
    ),
    (
        "The share of smokers rose from … in the same period.",
        "20% to 28%",
        "28% to 20%",
    ),
    (
        "The fare increased from $1.50 to $1.80, which is a rise of … percent.",
        "20",
        "30",
    ),
    (
        "Temperatures fell from 18°C to 12°C, a fall of … degrees.",
        "6",
        "8",
    ),
    (
        "The company's staff grew from 150 to 180 people, that is by … percent.",
        "20",
        "30",
    ),
    (
        "Between 1990 and 2000 the number of farms fell from 2,400 to 1,800, a decline of … per cent.",
        "25",
        "35",
    ),
    (
        "The fee rose by …, from €60 to €75.",
        "€15",
        "€25",
    ),
    (
        "A ticket that cost $8 in 2005 cost $10 in 2015, a … increase.",
        "25%",
        "35%",
    ),
    (
        "The river's flow declined …, from 500 to 300 cubic metres per second.",
        "40%",
        "60%",
    ),
    (
        "Production was up …, from 500 to 550 cars.",
        "10%",
        "20%",
    ),
    (
        "The area of the lake shrank from 90 to 60 square kilometres, that is, by ….",
        "one third",
        "one half",
    ),
    (
        "The crime rate dropped from 50 to 40 per 1,000 inhabitants, a reduction of ….",
        "20%",
        "30%",
    ),
    (
        "Wages went from 20 to 25 crowns an hour, which means a rise of … percent.",
        "25",
        "45",
    ),
    (
        "The number of students fell from 1,000 to 900, … fewer than before.",
        "10%",
        "20%",
    ),
    (
        "The price fell from 80 to 60 euros, so customers now pay … euros less.",
        "20",
        "30",
    ),
    (
        "The bill increased from $120 to $150, or ….",
        "25%",
        "50%",
    ),
    (
        "With an increase of …, from 200 to 230, the club grew again.",
        "15%",
        "25%",
    ),
    (
        "In 1970 there were 40 cinemas in the city; by 1990 there were only 10, a fall of … percent.",
        "75",
        "60",
    ),
    (
        "The herd grew from 50 to 65 animals, an increase of ….",
        "30%",
        "40%",
    ),
    (
        "Tuition has increased by a …, from $8,000 to $10,000.",
        "quarter",
        "half",
    ),
    (
        "Profit fell to $6 million from $8 million a year earlier, a … percent drop.",
        "25",
        "35",
    ),
    (
        "Emissions declined from 800 tonnes in 2005 to 600 tonnes in 2015 – a reduction of … percent.",
        "25",
        "33",
    ),
    (
        "The waiting list shortened by … names, from 900 to 700.",
        "200",
        "300",
    ),
    (
        "In 2000 the club had 80 members. By 2010 membership had risen to 120, an increase of … percent.",
        "50",
        "70",
    ),
    ("The mill, bought for $200,000, was sold for $250,000 in May, a gain of … percent.", "25", "40"),
    ("Voters numbered 4,000 in 1920 and 6,000 in 1930; the number had thus risen by ….", "half", "two thirds"),
    ("The wood shrank from 900 to 700 hectares, so … hectares were lost.", "200", "300"),
    ("The bog has shrunk from 80 to 40 hectares; it has lost … of its area.", "half", "two thirds"),
)

POINTS = (
    (
        "Turnout fell from 60% to 45%, a drop of 15 ….",
        "percentage points",
        "percent",
    ),
    (
        "The share of women rose from 10 percent to 20 percent, an increase of 10 ….",
        "percentage points",
        "percent",
    ),
    (
        "Support went from 40% to 50%, up 10 ….",
        "points",
        "percent",
    ),
    (
        "Literacy climbed from 50% to 75%, a gain of 50 ….",
        "percent",
        "percentage points",
    ),
    (
        "Approval rose by 5 …, from 45% to 50%.",
        "percentage points",
        "percent",
    ),
    (
        "The tax was raised from 10% to 15%, a … increase.",
        "5-point",
        "5%",
    ),
    (
        "The rate went up from 2% to 3%, an increase of ….",
        "one percentage point",
        "one percent",
    ),
    (
        "Coverage increased 20 …, from 60% in 2005 to 80% in 2010.",
        "percentage points",
        "percent",
    ),
    (
        "Interest rates rose from 3% to 5%, an increase of two ….",
        "percentage points",
        "percent",
    ),
    (
        "The share of renewable energy grew from 15% to 30%, that is by 15 ….",
        "percentage points",
        "percent",
    ),
    (
        "The party's vote fell from 35% to 28%, a loss of 7 ….",
        "points",
        "percent",
    ),
    (
        "From 20% the rate fell to 15%, a decrease of 5 ….",
        "percentage points",
        "percent",
    ),
    (
        "Illiteracy dropped from 30% in 1990 to 10% in 2010, a reduction of 20 ….",
        "percentage points",
        "percent",
    ),
    (
        "The vaccination rate increased by 12 …, from 70% to 82%.",
        "percentage points",
        "percent",
    ),
    (
        "Employment rose from 62% to 67%, up 5 ….",
        "percentage points",
        "percent",
    ),
    (
        "The share of imports, 30% in 2000, stood at 40% in 2010, an increase of 10 ….",
        "percentage points",
        "percent",
    ),
    (
        "The tax rate was cut from 25% to 20%, a reduction of 5 ….",
        "percentage points",
        "percent",
    ),
)


@pytest.mark.parametrize(("frame", "right", "wrong"), CHANGE)
def test_a_change_that_its_endpoints_do_not_give_is_found(frame: str, right: str, wrong: str) -> None:
    allowed = {DiscrepancyKind.CHANGE, DiscrepancyKind.RATIO}
    assert right != wrong
    assert set(kinds_in(frame.replace("…", wrong))) & allowed


@pytest.mark.parametrize(("frame", "right", "wrong"), CHANGE)
def test_its_twin_without_a_change_that_its_endpoints_do_not_give_passes(frame: str, right: str, wrong: str) -> None:
    assert right != wrong
    assert kinds_in(frame.replace("…", right)) == []


@pytest.mark.parametrize(("frame", "right", "wrong"), POINTS)
def test_a_percent_for_points_is_found(frame: str, right: str, wrong: str) -> None:
    allowed = {DiscrepancyKind.CHANGE, DiscrepancyKind.POINTS}
    assert right != wrong
    assert set(kinds_in(frame.replace("…", wrong))) & allowed


@pytest.mark.parametrize(("frame", "right", "wrong"), POINTS)
def test_its_twin_without_a_percent_for_points_passes(frame: str, right: str, wrong: str) -> None:
    assert right != wrong
    assert kinds_in(frame.replace("…", right)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The score was 1.3 points lower on a scale from 12 to 60.",
        "The score fell by 3 points on a test scored from 10 to 90.",
        "Marks rose by 4 points on a scale running from 20 to 80.",
    ],
)
def test_the_ends_of_a_scale_are_those_of_no_change(sentence: str) -> None:
    assert kinds_in(sentence) == []


def test_the_ends_of_a_change_beside_a_scale_still_count() -> None:
    assert kinds_in("On a scale of 100 the score fell by 9 points, from 60 to 56 points.")


@pytest.mark.parametrize(("change", "fits"), [("13.8%", True), ("4.0%", True), ("9.9%", False)])
def test_a_change_behind_three_values_may_be_that_from_the_first_of_them(change: str, fits: bool) -> None:
    said = f"Visits rose from 1,082,800 in 2011 to 1,184,600 in 2012 and 1,231,900 in 2013, an increase of {change}."
    assert (not kinds_in(said)) is fits


@pytest.mark.parametrize(
    "sentence",
    [
        "The fee per drop ranges from 30p in the valley to 45p on the moor.",
        "The cost of each climb varies from £12 to £30.",
        "The number of drops rose from 120 to 180.",
        "Weekly gains fell from 40 to 30.",
        "Our gains shrank from 40 to 30.",
        "The price per drop from 30p to 45p is ours.",
    ],
)
def test_a_noun_that_looks_like_a_rise_or_a_fall_has_no_way(sentence: str) -> None:
    assert not kinds_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Prices fell sharply from 30p to 45p.", "The number of drops rose from 180 to 120.", "Gains fell from 30 to 40."],
)
def test_a_verb_behind_such_a_noun_has_one(sentence: str) -> None:
    assert kinds_in(sentence) == [DiscrepancyKind.CHANGE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales halved, from 34 in 2019 to 17 in 2021, and the median price had fallen by £62,000, or 25%.",
        "The budget swung from a surplus of 0.2% in 2019 to a deficit of 8.6% in 2020 as spending rose by 7.7 points.",
        "The fare rose from 40 to 50 pence when the toll was raised by 30%.",
    ],
)
def test_a_change_of_another_thing_in_another_clause_is_not_held_against_the_ends(sentence: str) -> None:
    assert kinds_in(sentence) == []
