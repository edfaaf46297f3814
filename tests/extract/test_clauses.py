"""Links on the words of another clause than the quotation's."""

from __future__ import annotations

import pytest

from holdwater.extract import extract
from holdwater.read import read_bytes

LOG = "(https://a.example/log)"
FIRM = "(https://b.example/firm)"


def cited(draft: str) -> list[list[str]]:
    """The hosts that each quotation cites, best first."""
    found = extract(read_bytes(draft.encode(), "draft.md"))
    return [
        [found.citations[each].references[0].split("/")[2].partition(".")[0] for each in quotation.citations]
        for quotation in found.quotations
    ]


@pytest.mark.parametrize(
    "draft",
    [
        f"It was “the whole of what my office had that year”; the firm, Dray, [gives it as 40,300]{FIRM}.",
        f"It was “the whole of what my office had that year”, while the firm [gives it as 40,300]{FIRM}.",
        f"It was “the whole of what my office had that year” — but Dray himself [put it at 40,300]{FIRM}.",
    ],
)
def test_a_link_in_another_clause_is_not_the_quotations(draft: str) -> None:
    assert cited(draft) == [[]]
    assert cited(f"Pell spoke [then]{LOG}. {draft}") == [["a"]]


@pytest.mark.parametrize(
    "draft",
    [
        f"It was “the whole of what my office had that year”, [Pell told the council]{LOG}.",
        f"It was “the whole of what my office had that year”; see [the log]{LOG}.",
        f"It was “the whole of what my office had that year”, but only [in her diary]{LOG}.",
        f"It was “the whole of what my office had that year”, and the words [are in the log]{LOG}.",
        f"It was “the whole of what my office had that year”; nobody laughed ([log]{LOG}).",
    ],
)
def test_a_link_that_goes_on_about_the_words_is_theirs(draft: str) -> None:
    assert cited(draft) == [["a"]]
