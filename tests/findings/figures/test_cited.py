"""A figure rests on the citation that its own words lead to."""

from __future__ import annotations

import pytest

from findings.figures.bureau import said
from holdwater.extract import extract
from holdwater.extract.quantities.model import Quantity
from holdwater.findings.figures.cited import Citing
from holdwater.read import read_bytes

NOTES = """

[^1]: Ann Wray, *The Wray Papers* (2001).

[^2]: Bo Lund, *The Lund Papers* (2002).

## References

Doe, M. (2019). *Ferries of the north*. Harbour Press.

Roe, R. (2020). *Floods of the north*. Harbour Press.
"""


def cited(draft: str) -> dict[str, tuple[str, ...]]:
    """The labels of the citations of each quantity that has any."""
    document = read_bytes(f"{draft}{NOTES}".encode(), "draft.md")
    extraction = extract(document)
    figures = Citing(document, extraction).figures(extraction)
    return {
        one.figure.number.of(document.text): tuple(mark.label for mark in one.citations)
        for one in figures
        if isinstance(one.figure, Quantity)
    }


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("They had 300 ships.[^1]", {"300": ("1",)}),
        ("They had 300 ships[^1] and 200 carts.[^2]", {"300": ("1",), "200": ("2",)}),
        ("They had 300 ships.[^1][^2]", {"300": ("1", "2")}),
        ("They had 300 ships[^1] and 200 carts.", {"300": ("1",)}),
        ("They had 300 ships. They had 200 carts.[^1]", {"200": ("1",)}),
        ("According to Wray,[^1] they had 300 ships.", {"300": ("1",)}),
        ("They had 300 ships and 200 carts.", {}),
    ],
)
def test_a_note_mark_is_for_the_clause_before_it(draft: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert cited(draft) == expected


@pytest.mark.parametrize(
    ("draft", "numbers"),
    [
        ("Doe (2019) found 300 ships.", {"300": 1}),
        ("They had 300 ships (Doe, 2019).", {"300": 1}),
        ("Doe (2019) found 300 ships, while Roe (2020) found 200 carts.", {"300": 1, "200": 1}),
        ("Doe (2019), who counted 300 ships from the pier, is still read.", {"300": 1}),
        ("Doe (2019), in a survey of 300 skippers, found little.", {"300": 1}),
        ("They had 300 ships (Doe, 2019), which made 200 carts needless.", {"300": 1}),
    ],
)
def test_a_named_author_is_for_what_follows(draft: str, numbers: dict[str, int]) -> None:
    assert {number: len(labels) for number, labels in cited(draft).items()} == numbers


def test_two_narrators_have_each_their_own() -> None:
    found = cited("Doe (2019) found 300 ships, while Roe (2020) found 200 carts.")
    assert found["300"] != found["200"]


def test_what_stands_in_a_quotation_is_left_out() -> None:
    assert not cited("Wray writes: “They had 300 ships in the harbour of the town.”[^1]")


def test_a_numbered_mark_at_a_figure_is_for_that_figure_alone() -> None:
    listed = "## Sources\n\n1. Ann Wray, *Ships* (2001).\n2. Bo Lund, *Carts* (2002).\n"
    draft = f"They went from 300 ships[1] to 200 ships.[2]\n\n{listed}"
    document = read_bytes(draft.encode(), "draft.md")
    extraction = extract(document)
    found = [[mark.label for mark in one.citations] for one in Citing(document, extraction).figures(extraction)]
    assert found == [["[1]"], ["[2]"]]


def test_a_question_states_no_figure() -> None:
    passage = "A driver shall complain within 180 days."
    assert said("Whether a driver dismissed 51 days after his report has a claim under the act.", passage) == []
    assert said("Did the driver complain within 51 days?", passage) == []
    assert len(said("The driver complained within 51 days.", passage)) == 1
