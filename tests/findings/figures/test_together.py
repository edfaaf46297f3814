"""A number that its source has beside others of the claim is not said to be of something else."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said
from holdwater.findings.figures.model import Relation

BAKERS = "Of the 48 bakeries, 41 took part in the scheme; 17 of them have bought a new oven. Flour was dear."
LOANS = "About 38 per cent of farms have a loan, and the rate of a loan went from 3.4 to 7.9 per cent. Rain was scarce."
STAFF = "The line has 2,310 people, of whom 290 are drivers. In 1996, before the merger, it had 4,150 people."
TRIAL = "In the end 43 took part, with 3,180 people. Forty workers were ill."
QUEUES = "The median wait at Elm Road was 34 minutes; at Quay Road it was 61 minutes; at Mill Road it was 22 minutes."
DIGGERS = "The diggers, about 700 of them, lived in huts. Fever took 64 in the spring of 1868. The earl never came."
MINE = "The mine employed 83 men and boys in 1791 and 166 in 1823. Wages rose as well."


@pytest.mark.parametrize(
    ("sentence", "passage", "expected"),
    [
        ("Of 48 bakeries, 41 took part and a third bought an oven.", BAKERS, {"unsure", "entailed"}),
        ("Loan rates more than doubled, from 3.4% to 7.9%.", LOANS, {"unsure", "entailed"}),
        ("In 1996 there were 4,150 people; now there are 2,310, some of them drivers.", STAFF, {"unsure", "entailed"}),
        ("In all, 3,180 workers took part.", TRIAL, {"entailed"}),
        ("Around 3,200 workers took part.", TRIAL, {"rounded"}),
        ("At Elm Road the median wait was 34 minutes, at Quay Road 61, and at Mill Road 22.", QUEUES, {"entailed"}),
        ("About 700 diggers worked there, of whom many died in the spring of 1868.", DIGGERS, {"entailed", "rounded"}),
        ("From 1791 to 1823 the men of the mine doubled, from 83 to 166.", MINE, {"unsure", "entailed"}),
    ],
)
def test_a_number_beside_the_other_numbers_of_its_claim_is_no_other_thing(
    sentence: str, passage: str, expected: set[str]
) -> None:
    counted = [one for one in said(sentence, passage) if not one.is_period and one.relation is not Relation.DERIVED]
    assert counted
    assert {one.relation.value for one in counted} <= expected | {"unsure"}
    assert any(one.relation.value in expected for one in counted)


@pytest.mark.parametrize(
    ("sentence", "passage", "expected"),
    [
        ("Seventeen bakeries took part in the scheme, out of several dozen.", BAKERS, "other subject"),
        ("In 1823 the mine employed 83 men and boys.", MINE, "other year"),
    ],
)
def test_a_number_alone_is_still_held_to_what_it_is_of(sentence: str, passage: str, expected: str) -> None:
    assert relation(sentence, passage) == expected


def test_the_age_of_a_group_is_no_other_number_of_the_claim() -> None:
    passage = (
        "Turnout fell from 79 percent in 1971 to 61 percent in 2011. Among voters under 30 it was 41 percent, among "
        "those over 60 it was 83 percent. It rained all day."
    )
    assert relation("Among voters over 60 turnout was 41 percent.", passage) == "other subject"


def test_a_date_that_the_claim_gives_with_other_words_is_no_rival() -> None:
    passage = "The boilers, which were to be there by March 2019, are now expected in the autumn of 2021. Nobody knows."
    found = said("The boilers had been due in March 2019 and were now expected in the autumn of 2021.", passage)
    assert [one.relation for one in found] == [Relation.ENTAILED, Relation.ENTAILED]
    assert relation("The boilers are now expected in the autumn of 2023.", passage) == "contradicted"


def test_a_date_of_the_source_s_sentence_is_not_held_against_another_of_it_where_the_claim_has_several() -> None:
    passage = (
        "The new pumps of the mill, which were to have been set up by May 1911, are now expected in the autumn of 1913."
        " It rained."
    )
    claim = "The new pumps of the mill had been due in May 1911 and were now expected in the autumn of 1912."
    due, expected = [one.relation for one in said(claim, passage) if one.is_period]
    assert due is not Relation.CONTRADICTED
    assert expected is Relation.CONTRADICTED


def test_a_number_that_stands_unread_in_the_other_figures_sentence_is_not_contradicted() -> None:
    passage = (
        "At all three mills the men with a foreman waited less: at Elm Road 38 minutes, against 64 for those who came "
        "alone. It rained."
    )
    claim = "At Elm Road the men with a foreman waited 38 minutes while those who came alone waited 64."
    assert Relation.CONTRADICTED not in {one.relation for one in said(claim, passage)}


SOLD = (
    "In 1931 the mine sold 41,300 tons; in 1932 it sold 77,900. In its best week, in May 1932, 2,140 tons were loaded."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mine sold 41,300 tons in 1932, with 2,140 tons in its best week.", "other year"),
        ("In 1932, with 2,140 tons in its best week, the mine sold 41,300 tons.", "other year"),
        ("The mine sold 77,900 tons in 1932, with 2,140 tons in its best week.", "entailed"),
        ("The mine, which sold 41,300 tons in 1931, loaded 2,140 tons in its best week of 1932.", "entailed"),
        ("In 1932 the mine sold more than the 41,300 tons of the year before and 2,140 tons in a week.", "unsure"),
        ("Sales went from 41,300 tons to far more in 1932, with 2,140 tons in the best week.", "unsure"),
    ],
)
def test_a_number_of_another_sentence_does_not_hide_that_of_another_year(sentence: str, expected: str) -> None:
    relations = {one.relation.value for one in said(sentence, SOLD) if not one.is_period}
    assert relations <= {expected, "entailed"}
    assert expected in relations
