"""Discrepancies found by `spans.py`, each beside a twin in which all numbers fit."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import kinds_in
from holdwater.findings.accounts.model import DiscrepancyKind

WEEKDAY = (
    (
        "The council met on …, 5 March 2019.",
        "Tuesday",
        "Thursday",
    ),
    (
        "The treaty was signed on 28 June 1919, a ….",
        "Saturday",
        "Monday",
    ),
    (
        "On … 11 October 1963 the shop opened.",
        "Friday",
        "Sunday",
    ),
    (
        "On 1 January 2000, which was a …, the bells rang.",
        "Saturday",
        "Tuesday",
    ),
    (
        "The election was held on …, May 7, 1995.",
        "Sunday",
        "Wednesday",
    ),
    (
        "It happened on March 5, 2019 (…).",
        "Tuesday",
        "Friday",
    ),
    (
        "The fire broke out on … 6 March 2019.",
        "Wednesday",
        "Monday",
    ),
    (
        "On March 4th, 2019, a …, he resigned.",
        "Monday",
        "Friday",
    ),
    (
        "The meeting took place on 12 July 2018 (…).",
        "Thursday",
        "Saturday",
    ),
    (
        "The paper appeared on … the 3rd of June 2012.",
        "Sunday",
        "Tuesday",
    ),
    (
        "It was a …, 14 June 2018, when the cup began.",
        "Thursday",
        "Tuesday",
    ),
    ("The wall fell on a …: it was 9 November 1989.", "Thursday", "Saturday"),
)

IMPOSSIBLE = (
    (
        "The contract was signed on … April 1998.",
        "30",
        "31",
    ),
    (
        "He left on 29 February ….",
        "2000",
        "2001",
    ),
    (
        "The report is dated June …, 2011.",
        "30",
        "31",
    ),
    (
        "On … February 1990 the lake froze.",
        "28",
        "30",
    ),
    (
        "Deadline: 2014-….",
        "11-30",
        "11-31",
    ),
    (
        "She was born on 31 … 1912.",
        "October",
        "September",
    ),
    (
        "The law of 15/…/2010 changed this.",
        "12",
        "13",
    ),
    (
        "The meeting of … November 2015 was short.",
        "30",
        "31",
    ),
    (
        "On February …, 2019, he signed the lease.",
        "28",
        "29",
    ),
    (
        "The shop opened on the … of June 1995.",
        "30th",
        "31st",
    ),
    (
        "From 1 to … September 2011 the road was closed.",
        "30",
        "31",
    ),
    (
        "The bill was dated … February 1899.",
        "28",
        "30",
    ),
    (
        "On June …, 1990, the bank failed.",
        "30",
        "35",
    ),
)

DURATION = (
    (
        "The war lasted from 1914 to 1918, … years.",
        "four",
        "six",
    ),
    (
        "She taught there for … years, from 1975 to 1985.",
        "ten",
        "fourteen",
    ),
    (
        "He was born in 1920 and died in 1990 at the age of ….",
        "70",
        "60",
    ),
    (
        "The bridge was begun in 1880 and finished … years later, in 1885.",
        "five",
        "eight",
    ),
    (
        "From 1 May to 15 May, 2010, for … weeks, the shop was closed.",
        "two",
        "four",
    ),
    (
        "The mayor served from 1990 to 1998, a period of … years.",
        "eight",
        "ten",
    ),
    (
        "Born in 1900, she was … when she published the book in 1940.",
        "40",
        "50",
    ),
    (
        "The siege began on 3 March 1650 and ended on 13 March 1650, after … days.",
        "ten",
        "twenty",
    ),
    (
        "The king reigned for … years, from 1600 until 1612.",
        "12",
        "21",
    ),
    (
        "The company was founded in 1950. … years later, in 1970, it was sold.",
        "Twenty",
        "Thirty",
    ),
    (
        "Anna Roe (1850–1910) died at the age of ….",
        "60",
        "75",
    ),
    (
        "The strike, which lasted … months, from March 1970 to June 1970, ruined the mill.",
        "three",
        "five",
    ),
    (
        "In 1960, … years after the end of the war in 1945, the church was rebuilt.",
        "fifteen",
        "ten",
    ),
    (
        "The exhibition ran from 5 June 2012 to 9 June 2012, … days in all.",
        "five",
        "nine",
    ),
    (
        "The house was built in 1700 and was pulled down in 1800, having stood for … years.",
        "a hundred",
        "eighty",
    ),
    (
        "At …, in 1930, Doe, who was born in 1900, left for Chile.",
        "30",
        "40",
    ),
    (
        "She lived in Rome from 1990 to 1996, … years in all.",
        "six",
        "nine",
    ),
    (
        "The siege lasted … days, from 1 to 10 May 1645.",
        "ten",
        "fifteen",
    ),
    (
        "He was president for … years (2001–2009).",
        "eight",
        "twelve",
    ),
    (
        "Born in 1932, he died in 2002 aged ….",
        "70",
        "80",
    ),
    (
        "He died in 1990 at the age of …, having been born in 1910.",
        "80",
        "70",
    ),
    (
        "The work began in 1901 and took … years; it was finished in 1906.",
        "five",
        "nine",
    ),
    (
        "Doe (1900–1975) lived to the age of ….",
        "75",
        "85",
    ),
    (
        "The strike began on 1 March 2010 and ended on 22 March 2010, … weeks later.",
        "three",
        "five",
    ),
    (
        "She entered the convent in 1650 at the age of …; she was born in 1630.",
        "20",
        "30",
    ),
    (
        "The trial ran for … months, from 1 April 1999 to 31 May 1999.",
        "two",
        "four",
    ),
    (
        "From 1880 to 1890 the mill was idle for a full … years.",
        "ten",
        "thirteen",
    ),
    (
        "The museum opened in 1925. It closed … years later, in 1950.",
        "25",
        "35",
    ),
    (
        "The lease, signed in 2000 for … years, ran out in 2020.",
        "20",
        "30",
    ),
    (
        "Founded in 1871, the club celebrated its … anniversary in 1971.",
        "100th",
        "120th",
    ),
    (
        "The drought lasted from 1931 to 1938, … years.",
        "seven",
        "ten",
    ),
    (
        "He worked at the mill for … years, from 1955 until 1975.",
        "20",
        "30",
    ),
    (
        "The playwright (1820–1880) was … when he died.",
        "60",
        "70",
    ),
    (
        "The voyage began on 2 June 1790 and ended on 30 June 1790; it had taken … weeks.",
        "four",
        "six",
    ),
    (
        "Elected in 1984, she stayed in office for … years, until 1992.",
        "eight",
        "twelve",
    ),
    (
        "She died in 1960, aged …; she was born in 1885.",
        "75",
        "85",
    ),
    ("He reigned for … years (1471–1484) and built 20 mills.", "thirteen", "thirty"),
    ("The inquest opened on 5 May and closed on 19 May 1987; it took … days.", "14", "24"),
    ("The canal took … years to dig: work began in 1857 and the last lock was opened in 1866.", "nine", "nineteen"),
    ("In 1931, when she was …, Ada, who had been born in 1890, went to sea.", "41", "51"),
    ("After … years in power, from 1970 to 1985, he stepped down.", "15", "25"),
    ("In 2000 the school kept its …th anniversary; it had been founded in 1950.", "50", "60"),
)


@pytest.mark.parametrize(("frame", "right", "wrong"), WEEKDAY)
def test_a_weekday_of_another_date_is_found(frame: str, right: str, wrong: str) -> None:
    allowed = {DiscrepancyKind.WEEKDAY}
    assert right != wrong
    assert set(kinds_in(frame.replace("…", wrong))) & allowed


@pytest.mark.parametrize(("frame", "right", "wrong"), WEEKDAY)
def test_its_twin_without_a_weekday_of_another_date_passes(frame: str, right: str, wrong: str) -> None:
    assert right != wrong
    assert kinds_in(frame.replace("…", right)) == []


@pytest.mark.parametrize(("frame", "right", "wrong"), IMPOSSIBLE)
def test_a_day_that_does_not_exist_is_found(frame: str, right: str, wrong: str) -> None:
    allowed = {DiscrepancyKind.IMPOSSIBLE}
    assert right != wrong
    assert set(kinds_in(frame.replace("…", wrong))) & allowed


@pytest.mark.parametrize(("frame", "right", "wrong"), IMPOSSIBLE)
def test_its_twin_without_a_day_that_does_not_exist_passes(frame: str, right: str, wrong: str) -> None:
    assert right != wrong
    assert kinds_in(frame.replace("…", right)) == []


@pytest.mark.parametrize(("frame", "right", "wrong"), DURATION)
def test_a_length_of_time_that_the_dates_do_not_give_is_found(frame: str, right: str, wrong: str) -> None:
    allowed = {DiscrepancyKind.DURATION}
    assert right != wrong
    assert set(kinds_in(frame.replace("…", wrong))) & allowed


@pytest.mark.parametrize(("frame", "right", "wrong"), DURATION)
def test_its_twin_without_such_a_length_of_time_passes(frame: str, right: str, wrong: str) -> None:
    assert right != wrong
    assert kinds_in(frame.replace("…", right)) == []
