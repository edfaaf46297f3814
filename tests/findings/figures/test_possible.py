"""What one step takes from figures of the source is worked out, or left unsure, and never called missing."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said
from holdwater.document import Block, BlockKind, Document, Span

SURVEY = "We asked 1,360 farmers and 2,450 millers in June. The answers filled four boxes."
PRICE = "A town of 2,000 people may expect to spend about $60,000 in the first year. Nobody was asked."
SALES = "Homes bought 71,200 stoves, against 28,900 fires. Coal is cheap."
SHADE = "Old streets have a cover of 42 percent. New streets have 14 percent."


@pytest.mark.parametrize(
    ("sentence", "passage", "formula"),
    [
        ("The survey reached 3,810 farmers and millers.", SURVEY, "1,360 + 2,450 = 3,810"),
        ("More than 3,500 farmers and millers were asked.", SURVEY, "1,360 + 2,450 = 3,810"),
        ("A town would pay $30 per person.", PRICE, "60,000 / 2,000 = 30"),
    ],
)
def test_a_sum_and_an_amount_each_are_shown_with_their_formula(sentence: str, passage: str, formula: str) -> None:
    [verdict] = said(sentence, passage)
    assert (verdict.relation, verdict.formula) == ("derived", formula)


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("The survey reached 3,910 farmers and millers.", SURVEY),
        ("A town would pay $90 per person.", PRICE),
    ],
)
def test_what_does_not_follow_is_not_borne_out(sentence: str, passage: str) -> None:
    assert relation(sentence, passage) not in ("derived", "entailed", "rounded")


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("Stoves took 71% of sales.", SALES),
        ("Fires took 29% of sales.", SALES),
        ("Cover is about three times greater in old streets than in new ones.", SHADE),
    ],
)
def test_a_share_of_two_parts_and_a_ratio_are_not_called_missing(sentence: str, passage: str) -> None:
    assert relation(sentence, passage) == "unsure"


def test_a_share_that_nothing_yields_is_still_missing() -> None:
    assert relation("Stoves took 83% of sales.", SALES) == "not in source"


def test_a_banner_of_the_site_is_no_evidence() -> None:
    banner, body = "We use cookies to count our readers.", "The harbour took 412 ships. The mayor was proud of them."
    text = f"{banner}\n\n{body}"
    blocks = (
        Block(Span(0, len(banner)), BlockKind.FURNITURE),
        Block(Span(len(banner) + 2, len(text)), BlockKind.PARAGRAPH),
    )
    [verdict] = said("The library counts 8,730 readers.", Document(text, blocks=blocks))
    assert verdict.relation == "not in source"
    assert "cookies" not in verdict.evidence[0].text
