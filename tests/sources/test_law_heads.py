"""What the head of a committee report, or of a part of a code, says of it."""

from __future__ import annotations

import pytest
from works_factory import reference, source, tied

from holdwater.sources.law_heads import law_identifiers
from holdwater.sources.model import TieStatus

MASTHEADS = [
    ["97TH CONGRESS } HOUSE OF REPRESENTATIVES { REPORT", "2d Session } { 97-811"],
    ["97th Congress Rept. 97-811", "HOUSE OF REPRESENTATIVES", "2d Session"],
    ["Union Calendar No. 12", "97th Congress", "House of Representatives", "Report 97-811"],
]


def identifiers(lines: list[str], text: str = "") -> list[str]:
    return list(law_identifiers(lines, text))


@pytest.mark.parametrize("lines", MASTHEADS)
def test_a_masthead_gives_the_chamber_and_the_number(lines: list[str]) -> None:
    assert identifiers(lines) == ["congress:H Rep 97-811"]


def test_a_part_of_a_report_is_known_with_and_without_its_number() -> None:
    lines = ["97th Congress Rept. 97-811", "HOUSE OF REPRESENTATIVES", "2d Session Part 2"]
    assert identifiers(lines) == ["congress:H Rep 97-811", "congress:H Rep 97-811 pt 2"]


@pytest.mark.parametrize(
    "lines",
    [
        ["97th Congress", "SENATE", "Hearing 97-811"],
        ["How the 97th Congress Wrote a Report", "Jane Doe", "Senate Press, 1982-84"],
        ["Comment: S. Rep. No. 97-811"],
        ["S. Rep. No. 97-811: A Reappraisal"],
    ],
)
def test_other_heads_give_no_report(lines: list[str]) -> None:
    assert identifiers(lines) == []


def test_a_code_is_known_by_the_sections_that_begin_in_it() -> None:
    lines = ["UNITED STATES CODE", "TITLE 88. BEES", "§ 312. Marks"]
    text = "\n".join([*lines, "A keeper under section 400 shall pay.", "Sec. 313. Register", "§ 314 [Repealed]"])
    assert identifiers(lines, text) == [f"code:88 U.S.C. {each}" for each in (312, 313, 314)]


def test_sections_of_a_text_that_names_no_code_are_of_none() -> None:
    assert identifiers(["Water Works", "TITLE 1. THE WEIR"], "§ 312. Marks") == []


GARLAND = source("garland", custom={"head": ["GARLAND v. TANSY FARMS", "Cite as: 61 W.D. 340 (1971)"]})
LATER = source("later", custom={"head": ["MOSS v. ELDER", "61 W.D. 360 (1971)", "Reed, J."]})
HOUSE = source("house", "H.R. Rep. No. 97-811", "Rep, H.R.", 1982)


@pytest.mark.parametrize(
    "raw",
    [
        "61 W.D. 340, 344 (1971).",
        "Garland v. Tansy Farms, 61 W.D. 340 (1971)",
        "Garland, 61 W.D. at 351 (Reed, J., dissenting).",
        "61 W.D. at 351.",
    ],
)
def test_a_decision_is_known_by_its_place_in_the_law_reports(raw: str) -> None:
    assert tied(raw, GARLAND).source == "garland"


@pytest.mark.parametrize(
    "raw",
    [
        "61 W.D. 341, 344 (1971).",
        "62 W.D. 340, 344 (1971).",
        "Moss, 61 W.D. at 351.",
        "Garland, 61 W.D. at 339.",
        "Garland, 61 W.D. at 751.",
        "61 W.D. at 451.",
        "Garland, 61 W.L. at 351.",
    ],
)
def test_another_place_is_another_decision(raw: str) -> None:
    assert tied(raw, GARLAND).status is TieStatus.MISSING


def test_of_two_decisions_in_hand_a_short_form_without_a_name_takes_neither() -> None:
    assert tied("61 W.D. at 365.", GARLAND, LATER).status is TieStatus.AMBIGUOUS


def test_a_report_of_the_other_chamber_is_never_tied() -> None:
    senate = reference("S. Rep. No. 97-811, at 3 (1982).", ids="congress:S Rep 97-811")
    assert tied(senate, HOUSE).status is TieStatus.MISSING
    assert tied(reference("H.R. Rep. No. 97-811", ids="congress:H Rep 97-811"), HOUSE).source == "house"
