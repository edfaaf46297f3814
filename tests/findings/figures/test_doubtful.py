"""The right number of another year, rate or thing does not bear a claim out."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("There were 34 weavers in 1927.", "There were 34 weavers in 1907."),
        ("There are 19 weavers, down from 34 in 1927.", "There are 19 weavers, down from 34 in 1907."),
        ("In 1988 the mill paid £4.6 million.", "The mill paid £4.6m out of court in 1983, without a word of regret."),
        ("Well over half of the fines had been paid.", "In 68 per cent of cases the cause was damp. We set 940 fines."),
        ("Almost one in four boilers leaked.", "Sales rose by 25%. Of the boilers, 6% leaked."),
        ("The board met twelve times and published four.", "The four owners were paid well. We met twelve times."),
    ],
)
def test_a_number_of_another_year_or_of_something_else_bears_nothing_out(sentence: str, passage: str) -> None:
    counted = [one.relation.value for one in said(sentence, passage) if not one.is_period]
    assert "unsure" in counted
    assert set(counted) <= {"unsure", "entailed"}


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("There were 34 weavers in 1907.", "There were 34 weavers in 1907."),
        ("There were 34 weavers in the 1900s.", "There were 34 weavers in 1907."),
        ("There were 34 weavers in 1907.", "There were 34 weavers from 1904 to 1911."),
        ("There were 34 weavers.", "There were 34 weavers in 1907."),
        ("Over half of the fines had been paid.", "Of the fines, 68 per cent had been paid."),
        ("A tenant pays 70 crowns a month.", "A tenant pays 70 crowns a month, and a cleaner comes once a year."),
        ("A tenant pays 70 crowns a month.", "A tenant pays 70 crowns, and a cleaner comes."),
    ],
)
def test_the_number_of_the_year_and_the_rate_bears_its_claim_out(sentence: str, passage: str) -> None:
    assert said(sentence, passage)[0].relation.value == "entailed"


def test_a_rate_for_another_time_is_another_rate() -> None:
    passage = "A register will cost each tenant 70 crowns a year, and the council will pay it."
    assert relation("A register would cost each tenant 70 crowns a month.", passage) == "contradicted"
    assert relation("A register would cost each tenant 70 crowns a year.", passage) == "entailed"


def test_groups_changed_about_are_not_borne_out() -> None:
    passage = "Late buses were more common in the hills (22.4%) than in the plain (13.7%)."
    swapped = said("Late buses were more common in the plain (22.4%) than in the hills (13.7%).", passage)
    assert "unsure" in [one.relation.value for one in swapped]
    right = said("Late buses were more common in the hills (22.4%) than in the plain (13.7%).", passage)
    assert [one.relation.value for one in right] == ["entailed", "entailed"]


OPEN = "The trial ran until March 2017. The survey was held between 5 and 27 May 2016. The rule is in force since 2009."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The survey was held in August 2016.", "unsure"),
        ("The report was printed in 2013.", "unsure"),
        ("The trial ended in March 2017.", "entailed"),
        ("The rule came into force in 2009.", "entailed"),
        ("The survey was held in May 2016.", "entailed"),
    ],
)
def test_an_open_period_bears_out_its_named_end_alone(sentence: str, expected: str) -> None:
    assert relation(sentence, OPEN) == expected


def test_a_date_is_another_one_though_an_open_period_covers_it() -> None:
    passage = "A report of May 2019 called the lift worn out and wanted it replaced before the winter of 2019-20."
    assert relation("A report of May 2018 called the lift worn out and wanted it replaced.", passage) == "contradicted"


CLUB = "Thirty-one of the 88 members of the club were farmers, and they owned 46 per cent of the horses. It rained."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The farmers of the club, 31 in all, owned 46 per cent of the horses.", "entailed"),
        ("The farmers of the club, 31 in all, owned 57 per cent of the horses.", "contradicted"),
        ("A total of 31 farmers in the club owned 57 per cent of the horses.", "contradicted"),
        ("In all, farmers owned 57 per cent of the horses of the club.", "unsure"),
        ("The farmers and smiths of the club together owned 57 per cent of the horses.", "unsure"),
    ],
)
def test_a_total_of_another_figure_does_not_make_a_share_one_that_was_worked_out(sentence: str, expected: str) -> None:
    assert relation(sentence, CLUB) == expected
