"""Confidence intervals in brackets, with a comma between their ends, are figures and are held to both ends."""

from __future__ import annotations

import pytest

from findings.figures.bureau import said
from holdwater.extract.quantities.reading import read_measured

PASSAGE = (
    "Each further cup of tea was associated with 0.41 more hours of reading a day (95% CI [0.26, 0.56], p < .001)."
)


@pytest.mark.parametrize(
    "text",
    ["(95% CI [0.26, 0.56])", "95% CI: 0.26, 0.56;", "95 % CI = 0.26; 0.56.", "a confidence interval of [0.26, 0.56]"],
)
def test_the_two_ends_of_an_interval_are_one_figure(text: str) -> None:
    ranges = [one for one in read_measured(text).quantities if one.is_range]
    assert [(one.interval.low, one.interval.high) for one in ranges] == [(0.26, 0.56)]


@pytest.mark.parametrize(
    "text", ["As others say [12, 14], it is so.", "as the CI [12] says", "By CI, 14 of them left."]
)
def test_numbers_of_citations_are_no_interval(text: str) -> None:
    assert not [one for one in read_measured(text).quantities if one.is_range]


def _interval(given: str) -> str:
    draft = f"Each further cup of tea was associated with 0.41 more hours of reading (95% CI {given})."
    found = [one for one in said(draft, PASSAGE) if one.found.endswith("0.56") or one.reason]
    return found[-1].relation.value


def test_an_interval_is_borne_out_by_both_its_ends() -> None:
    assert _interval("[0.26, 0.56]") == "entailed"
    assert _interval("0.26 to 0.56") == "entailed"
    assert _interval("[0.16, 0.56]") == "contradicted"
    assert _interval("[0.26, 0.65]") == "contradicted"
    assert _interval("[0.10, 0.90]") == "unsure"


def test_an_interval_answers_for_no_figure_but_an_interval_and_yields_none() -> None:
    told = said("Each cup was associated with 0.30 more hours of walking.", PASSAGE)
    assert "0.26" not in told[-1].found
    derived = said("Of tea, the difference was 0.409 hours.", PASSAGE)
    assert "derived" not in [one.relation.value for one in derived]


def test_a_sentence_of_a_p_value_alone_yields_nothing() -> None:
    told = said("Of tea and reading, the difference was 31 hours.", "Tea, reading and the hours of both: p < .001.")
    assert told[-1].relation.value != "derived"
