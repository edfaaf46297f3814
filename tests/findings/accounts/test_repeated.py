"""Discrepancies found by `repeated.py`, each beside a twin in which all numbers fit."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import kinds_in
from holdwater.findings.accounts.model import DiscrepancyKind

TWICE = (
    (
        "The bridge is 240 metres long. Built of granite, the bridge was opened in 1890. At … metres the "
        "bridge is the longest in the county.",
        "240",
        "420",
    ),
    (
        "The village has 1,240 inhabitants. Most of its … inhabitants work in the quarry.",
        "1,240",
        "1,420",
    ),
    (
        "The flood of 1910 killed 86 people. A stone names the … people killed by the flood of 1910.",
        "86",
        "68",
    ),
    (
        "In 2016 the museum had 31,200 visitors. The director was proud of the … visitors of 2016.",
        "31,200",
        "32,100",
    ),
    (
        "The tower of Elm Hall is 52 metres high. From the road one sees the tower of Elm Hall, … metres high.",
        "52",
        "25",
    ),
    (
        "The mill burned down in 1871. After the mill burned down in …, a school was built.",
        "1871",
        "1817",
    ),
    (
        "Doe was born in 1901 in Ely. Doe, born in …, was the first to leave.",
        "1901",
        "1910",
    ),
    (
        "The society was founded in 1923. It was ten years after the society was founded in ….",
        "1923",
        "1932",
    ),
    (
        "The survey asked 1,500 people. Of the … people asked, most agreed.",
        "1,500",
        "1,300",
    ),
    (
        "In 2015, 34% of farmers owned a tractor. The figure of … of farmers who owned a tractor in 2015 is low.",
        "34%",
        "43%",
    ),
    (
        "The lake is 14 kilometres long. In summer ships cross the lake, which is … kilometres long.",
        "14",
        "41",
    ),
    (
        "The parish has 3,200 members. In 1990 a new priest came. The parish's … members welcomed him.",
        "3,200",
        "2,300",
    ),
    (
        "The earthquake of 1755 killed 30,000 people in Lisbon. The … people killed in Lisbon in the "
        "earthquake of 1755 were buried at sea.",
        "30,000",
        "60,000",
    ),
    (
        "In 2010 the population of Elmton was 8,450. In 2010 the population of Elmton was …, the census says.",
        "8,450",
        "4,850",
    ),
    (
        "The budget for 2018 was $4.5 million. As the table shows, the budget for 2018 was ….",
        "$4.5 million",
        "$5.4 million",
    ),
    (
        "Unemployment in Poland was 8% in 2015. Two pages on, unemployment in Poland in 2015 was ….",
        "8%",
        "18%",
    ),
    (
        "The choir was founded in 1911. Since the choir was founded in …, it has sung every year.",
        "1911",
        "1919",
    ),
    (
        "The dam is 85 metres high. It was built in 1960. The dam, … metres high, holds back the Roe.",
        "85",
        "58",
    ),
    (
        "The hotel has 120 rooms. All … rooms were full in July.",
        "120",
        "210",
    ),
    (
        "The orchard has 600 trees. In autumn the … trees bear fruit.",
        "600",
        "900",
    ),
    (
        "The statue weighs 12 tonnes. It took a month to raise the statue, which weighs … tonnes.",
        "12",
        "21",
    ),
    (
        "The castle was built in 1340. A plaque says that the castle was built in ….",
        "1340",
        "1430",
    ),
    (
        "In 2005 the region had 1.2 million inhabitants. The region had … million inhabitants in 2005, so the report.",
        "1.2",
        "2.1",
    ),
    (
        "In 2011 Arva had … inhabitants. It grew. With 4.4 million inhabitants in 2011, Arva was small.",
        "4.4 million",
        "4.9 million",
    ),
    (
        "The fire killed 112 people in May 1953. Help came late. The fire, which killed … people, led to a law.",
        "112",
        "121",
    ),
    (
        "The peak rises to 2,962 metres. A road leads up. The peak's height of … metres was measured in 1820.",
        "2,962",
        "2,926",
    ),
    (
        "The death rate in Arva was 7.5 percent in 2013. Some note that in 2013 the death rate in Arva was … percent.",
        "7.5",
        "9.5",
    ),
    (
        "The mill employs 1,250 people. It makes felt. All … people employed at the mill kept their jobs.",
        "1,250",
        "1,520",
    ),
)


@pytest.mark.parametrize(("frame", "right", "wrong"), TWICE)
def test_a_quantity_with_two_values_is_found(frame: str, right: str, wrong: str) -> None:
    allowed = {DiscrepancyKind.REPEATED}
    assert right != wrong
    assert set(kinds_in(frame.replace("…", wrong))) & allowed


@pytest.mark.parametrize(("frame", "right", "wrong"), TWICE)
def test_its_twin_without_a_quantity_with_two_values_passes(frame: str, right: str, wrong: str) -> None:
    assert right != wrong
    assert kinds_in(frame.replace("…", right)) == []
