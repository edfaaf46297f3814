"""Discrepancies found by `parts.py`, each beside a twin in which all numbers fit."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import kinds_in
from holdwater.findings.accounts.model import DiscrepancyKind

SUMS = (
    (
        "Of the … passengers, 90 left at Dover, 110 at Calais and the remaining 40 stayed on board.",
        "240",
        "260",
    ),
    (
        "The orchestra has … players: 38 strings, 14 winds and 10 brass.",
        "62",
        "58",
    ),
    (
        "The committee consists of … members, six men and five women.",
        "eleven",
        "twelve",
    ),
    (
        "The farm keeps 40 cows, 25 goats and 15 sheep, … animals in all.",
        "80",
        "90",
    ),
    (
        "In total, … votes were cast: 45 for the motion and 30 against.",
        "75",
        "65",
    ),
    (
        "The grant of €2.5 million was divided between three towns: €1.2 million went to Arles, €0.8 "
        "million to Nîmes and … to Orange.",
        "€0.5 million",
        "€0.9 million",
    ),
    (
        "Half of the respondents walked, 30 percent cycled and the remaining … percent drove.",
        "20",
        "25",
    ),
    (
        "In the survey, 52% agreed, 31% disagreed and … had no opinion.",
        "17%",
        "27%",
    ),
    (
        "Of 1,200 letters received, 700 were in favour and … against.",
        "500",
        "600",
    ),
    (
        "The vote was 56 to 44: of the … members present, 56 voted for and 44 against.",
        "100",
        "110",
    ),
    (
        "The hotel has 30 rooms. Of these, 12 face the sea and the other … face the garden.",
        "18",
        "16",
    ),
    (
        "The first shop earned £300, the second £450 and the third £250. Together they earned ….",
        "£1,000",
        "£1,100",
    ),
    (
        "Rice accounts for 40% of the harvest, wheat for 35% and maize for the remaining ….",
        "25%",
        "35%",
    ),
    (
        "He paid $40 for the cloth and $25 for the thread, a total of ….",
        "$65",
        "$75",
    ),
    (
        "There were 18 deaths in March and 27 in April, making … in two months.",
        "45",
        "55",
    ),
    (
        "The regiment lost 340 men: 120 killed, 180 wounded and … missing.",
        "40",
        "60",
    ),
    (
        "The library owns 9,000 books, of which 5,500 are in Polish and … in German.",
        "3,500",
        "4,500",
    ),
    (
        "The school had 320 pupils, 170 girls and … boys.",
        "150",
        "160",
    ),
    (
        "Women made up 45% of the staff and men ….",
        "55%",
        "65%",
    ),
    (
        "The fleet of 28 ships lost nine in the storm; the other … reached port.",
        "19",
        "17",
    ),
    (
        "The work cost 4,000 crowns for timber, 2,500 crowns for stone and 1,500 crowns for labour, "
        "altogether … crowns.",
        "8,000",
        "9,000",
    ),
    (
        "Men: 140. Women: 160. Total: ….",
        "300",
        "310",
    ),
    (
        "Our choir counts … singers: nine sopranos, ten altos, seven tenors and eight basses.",
        "34",
        "36",
    ),
    (
        "The prize money of $10,000 was shared: $5,000 for the winner, $3,000 for the second and … for the third.",
        "$2,000",
        "$3,000",
    ),
    (
        "He spent 40% of his wage on rent, 35% on food and the rest, …, on books.",
        "25%",
        "35%",
    ),
    (
        "The 24 volumes, 15 in English and … in French, were sold.",
        "nine",
        "eleven",
    ),
    (
        "Of the 18 ministers, 11 are men and … are women.",
        "7",
        "9",
    ),
    (
        "Of 850 voters, 510 voted yes, 290 voted no and … abstained.",
        "50",
        "90",
    ),
    (
        "A total of … candidates applied, 70 from the city and 56 from the country.",
        "126",
        "136",
    ),
    (
        "The ferry carried 60 cars and 15 lorries, a total of … vehicles.",
        "75",
        "85",
    ),
    (
        "The hospital has 120 beds; 80 are in the main building and the remaining … in the annex.",
        "40",
        "60",
    ),
    (
        "The estate was divided among four heirs, who received 30%, 30%, 20% and … of it.",
        "20%",
        "30%",
    ),
    (
        "The journey of 300 km was made in three stages: 120 km by train, 100 km by bus and … km on foot.",
        "80",
        "90",
    ),
    (
        "The committee met 12 times: five times in spring and … times in autumn.",
        "seven",
        "eight",
    ),
    (
        "The parliament has 150 seats. The Liberals hold 70, the Conservatives 55 and the Greens ….",
        "25",
        "35",
    ),
    (
        "It cost £4.2 million, of which £2.7 million came from the state and … from donors.",
        "£1.5 million",
        "£2.5 million",
    ),
    (
        "In the first round she got 3,200 votes and in the second 4,100, that is … votes in both rounds.",
        "7,300",
        "8,300",
    ),
    (
        "Germany contributed 35 percent, France 25 percent, Italy 20 percent and Spain … percent.",
        "20",
        "30",
    ),
    (
        "The 50 workers were divided into two shifts, 30 by day and … by night.",
        "20",
        "25",
    ),
    (
        "Sixty percent of the delegates were men and … percent were women.",
        "40",
        "50",
    ),
    (
        "There were 400 entries, 250 of which came from schools and the other … from families.",
        "150",
        "250",
    ),
    (
        "Voters split three ways: 48% for Doe, 33% for Roe and … for Poe.",
        "19%",
        "29%",
    ),
    (
        "The convoy was made up of 22 trucks, 14 vans and 6 tankers, … vehicles altogether.",
        "42",
        "52",
    ),
    (
        "Altogether … seedlings were planted: 300 oaks and 200 beeches.",
        "500",
        "600",
    ),
    (
        "Out of 90 patients, 54 recovered fully, 21 partly and … not at all.",
        "15",
        "25",
    ),
    (
        "Three donors gave $2,000, $3,500 and $4,500, for a total of ….",
        "$10,000",
        "$11,000",
    ),
    (
        "The exam was taken by 240 candidates, of whom 180 passed and … failed.",
        "60",
        "80",
    ),
    (
        "Sixty seats went to the left, 45 to the right and 15 to others, … seats in total.",
        "120",
        "130",
    ),
    (
        "The pie consists of 60% flour, 25% butter and … sugar.",
        "15%",
        "25%",
    ),
    (
        "The town's 7,000 voters are divided into 4,200 in the east and … in the west.",
        "2,800",
        "3,800",
    ),
    (
        "The squad has 23 players: three goalkeepers, eight defenders, seven midfielders and … forwards.",
        "five",
        "six",
    ),
    ("The parish has … chapels, four in the valley and five in the hills, and keeps two priests.", "nine", "twelve"),
    ("The club's … members, eight masters and five pupils, met in May.", "thirteen", "fifteen"),
    ("The award is worth $… a year, made up of $9,000 for fees and $6,000 for books.", "15,000", "17,000"),
    ("The two mills employ 120 and 80 people respectively, … in total.", "200", "230"),
    ("By the end 310 had said yes and 205 no, so that … members had voted in all.", "515", "551"),
    ("Altogether … barges sank: 31 in the storm, 19 in the ice.", "50", "60"),
    (
        "The bazaar raised £…, with £20,000 from stalls, £9,000 from gifts and £6,000 from the raffle.",
        "35,000",
        "41,000",
    ),
    ("The hymnal’s … hymns fall into three parts of 40, 35 and 25 hymns.", "100", "120"),
    ("The … cases were heard by three judges, who took 14, 12 and 9 of them.", "35", "41"),
    ("The inn took 45 percent, the mill 30 percent and the ferry … percent of all tolls.", "25", "42"),
    ("Rye covers 50% of the fields, oats 30% and flax the remaining …%.", "20", "40"),
    ("The … tonnes of coal came from two pits: 500 tonnes from Ash and 300 tonnes from Elm.", "800", "900"),
)


@pytest.mark.parametrize(("frame", "right", "wrong"), SUMS)
def test_a_total_that_its_parts_do_not_make_is_found(frame: str, right: str, wrong: str) -> None:
    allowed = {DiscrepancyKind.SUM}
    assert right != wrong
    assert set(kinds_in(frame.replace("…", wrong))) & allowed


@pytest.mark.parametrize(("frame", "right", "wrong"), SUMS)
def test_its_twin_without_a_total_that_its_parts_do_not_make_passes(frame: str, right: str, wrong: str) -> None:
    assert right != wrong
    assert kinds_in(frame.replace("…", right)) == []


def test_a_part_of_a_part_is_not_counted_twice() -> None:
    text = "Of thirty-six wells it found eleven to be foul, and nine of the eleven stood by the tannery."
    assert kinds_in(text) == []
