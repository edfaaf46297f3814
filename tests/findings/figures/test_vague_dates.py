"""A date less exact than the claimed one bears out no more than it says."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said


@pytest.mark.parametrize(
    ("sentence", "passage", "grain"),
    [
        (
            "The mill burned down on 23 March 1874.",
            "The mill burned down in March 1874, and was never built again.",
            "month",
        ),
        ("The mill burned down in March 1874.", "The mill burned down in 1874, and was never built again.", "year"),
        ("The guild was founded in 1527.", "The guild was founded in the 1520s, by whom is not known.", "decade"),
        ("Dr Obel resigned on 2 May 2011.", "Dr Obel resigned in the spring of 2011.", "season"),
    ],
)
def test_the_month_of_a_day_bears_out_no_day(sentence: str, passage: str, grain: str) -> None:
    assert [(one.relation.value, one.reason) for one in said(sentence, passage)][-1] == (
        "unsure",
        f"its source names the {grain} alone",
    )


def test_an_exact_date_bears_out_a_vague_one_and_its_like_wherever_a_vague_one_stands() -> None:
    passage = "The mill burned down in March 1874. It was on 23 March 1874 that its owner fled."
    assert relation("The mill burned down in March 1874.", passage) == "entailed"
    assert relation("The mill burned down in 1874.", passage) == "entailed"
    assert relation("The mill burned down on 23 March 1874.", passage) == "entailed"
    assert relation("Ferries ran on 9 June 1960.", "Ferries ran from May to August 1960.") == "entailed"


def test_another_day_of_the_month_that_the_source_names_as_well_is_another_date() -> None:
    passage = "In March 1874 trade was slack. The mill at Orrin burned down on 23 March 1874."
    assert relation("The mill at Orrin burned down on 28 March 1874.", passage) == "contradicted"
