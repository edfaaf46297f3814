"""A confidence level is held against confidence levels alone, and lends nothing its percent sign."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said
from holdwater.extract.quantities.reading import read_measured
from holdwater.findings.figures.confidence import is_confidence

STORMS = "Storms caused 4,270 (95% CI 3,110-5,430) deaths, or 3.0% of all. Shelters for 20% would save 1,150 of them."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 0.4 (95% CI 0.2 to 0.6).", True),
        ("It was 0.4, with a 95% confidence interval of 0.2 to 0.6.", True),
        ("It was 0.4 (95 percent credible interval 0.2 to 0.6).", True),
        ("It holds at a confidence level of 99%.", True),
        ("Some 95% of the cities were poor.", False),
        ("Some 95% confided in a friend.", False),
    ],
)
def test_a_confidence_level_is_told_by_the_words_beside_it(text: str, expected: bool) -> None:
    [share] = [one for one in read_measured(text).quantities if one.unit.name == "percent"]
    assert is_confidence(text, share) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Storms killed 4,270 people (95% CI 3,110–5,430).",
        "Storms killed 4,270 people, with a 95% confidence interval of 3,110 to 5,430.",
        "Shelters for 20% could save 1,150 people.",
    ],
)
def test_a_number_with_its_interval_is_borne_out(sentence: str) -> None:
    assert {one.relation.value for one in said(sentence, STORMS)} <= {"entailed", "rounded"}


def test_another_interval_and_another_level_are_not_borne_out() -> None:
    assert relation("Storms killed 4,270 people (95% CI 2,110–5,990).", STORMS) not in ("entailed", "rounded")
    found = said("Storms killed 4,270 people (90% CI 3,110–5,430).", STORMS)
    assert [one.relation.value for one in found] == ["entailed", "unsure", "entailed"]
