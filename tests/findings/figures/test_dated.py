"""Dates of events in longer sentences, which tell of more than the event."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said

MILL = "The mill was opened on the 23rd of June, 1811. Nine waggons, hung with flags, came up from Dorley in an hour."
SALE = f"{MILL} The sale was completed on the 30th of May, 1852."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mill was opened on 23 June 1811, when nine waggons came up from Dorley in an hour.", "entailed"),
        ("The mill was opened on 3 June 1811, when nine waggons came up from Dorley in an hour.", "contradicted"),
        ("The mill was opened on 3 June 1811, with nine waggons that came up from Dorley in an hour.", "contradicted"),
        ("The mill was opened on 3 June 1811.", "contradicted"),
        ("On 3 May 1811, when the duke was at Dorley, he waited an hour for nine waggons.", "unsure"),
        ("The duke came up from Dorley on 13 June 1811, where he had waited an hour for nine waggons.", "unsure"),
    ],
)
def test_what_is_told_behind_the_event_does_not_hide_its_other_date(sentence: str, expected: str) -> None:
    [found] = [one.relation.value for one in said(sentence, MILL) if one.is_period]
    assert found == expected


def test_the_date_of_one_event_is_not_held_against_that_of_another() -> None:
    found = said("The mill was opened on 3 June 1811 and sold in 1852.", SALE)
    assert found[0].relation.value == "contradicted"
    assert "contradicted" not in [one.relation.value for one in found][1:]
    assert relation("The mill was opened on 23 June 1811 and sold in 1852.", SALE) == "entailed"
