"""Of a note that names a work besides which leads nowhere, no number is missing from the other one."""

from __future__ import annotations

import pytest

from findings.figures.bureau import shelf_of
from holdwater.extract import extract
from holdwater.findings.figures.consult import consult_figures
from holdwater.read import read_bytes
from holdwater.sources.tie import tie

PASSAGE = "The ferry of the north carried 640 passengers that day, and it had 14 cabins."


def _said(note: str, number: str = "812") -> tuple[str, str]:
    shelf = shelf_of({"Wray": PASSAGE})
    text = f"The ferry of the north carried {number} passengers that day.[^1]\n\n[^1]: {note}\n"
    document = read_bytes(text.encode(), "draft.md")
    extraction = extract(document)
    [one] = consult_figures(document, extraction, tie(extraction.references, shelf.sources), shelf)
    return one.status.value, one.reason


@pytest.mark.parametrize("other", ["Harbour Board, press release", "Lund, Q4", "see also Lund, 12"])
def test_a_number_may_be_that_of_the_work_which_leads_nowhere(other: str) -> None:
    status, reason = _said(f"Wray, *The Wray Papers* (2001), 3; {other}.")
    assert (status, reason) == ("source missing", "a work that its note names leads to no reference")
    assert _said(f"Wray, *The Wray Papers* (2001), 3; {other}.", "640")[0] == "supported"


@pytest.mark.parametrize(
    "note",
    [
        "Wray, *The Wray Papers* (2001), 3.",
        "Wray, *The Wray Papers* (2001), 3; Wray, 12.",
        "Wray, *The Wray Papers* (2001), 3; the ferry has been sold since.",
    ],
)
def test_a_note_of_one_work_is_held_to_it(note: str) -> None:
    assert _said(note)[0] in ("contradicted", "not found in source", "not supported")
