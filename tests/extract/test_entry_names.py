"""Works of an unnumbered list that the body names in parentheses."""

from __future__ import annotations

import pytest
from document_factory import Read

from holdwater.extract.model import CitationKind

A = "the water of the river was never so high"
LIST = (
    "\n\n= Wend Gazette, “A Clerk Remembers”. https://gazette.example/clerk"
    "\n\n= The Weirs of the North. https://weirs.example/north"
    "\n\n= Town Council of Wend. Pumps and Sluices. https://wend.example/pumps"
)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (f"It is said that “{A}” (Wend Gazette, “A Clerk Remembers”).", "A Clerk"),
        (f"It is said that “{A}.” (Wend Gazette, “A Clerk Remembers”)", "A Clerk"),
        (f"It is said that “{A}” (A Clerk Remembers).", "A Clerk"),
        (f"It is said that “{A}” (Wend Gazette).", "A Clerk"),
        (f"It is said that “{A}” (The Weirs of the North).", "The Weirs"),
        (f"It is said that “{A}” (see The Weirs of the North, p. 4).", "The Weirs"),
        (f"It is said that “{A}” (Town Council of Wend, Pumps and Sluices) and more.", "Town"),
        (f"It is said that “{A}” in the town (The Weirs of the North).", "The Weirs"),
    ],
)
def test_an_entry_named_in_full_is_cited(text: str, entry: str) -> None:
    read = Read(text + LIST)
    known = {each.id: each.raw for each in read.extraction.references}
    raws = [known[each] for one in read.citations_of() for each in one.references]
    assert len(raws) == 1
    assert entry in raws[0]


@pytest.mark.parametrize(
    "text",
    [
        f"It is said that “{A}” (The Weirs).",
        f"It is said that “{A}” (the weirs of the north are many).",
        f"It is said by the council (Town Council of Wend). There “{A}” is a saying.",
        f"It is said that “{A}” (Gazette).",
        f"It is said (The Weirs of the North) to be “{A}”.",
    ],
)
def test_a_part_of_a_name_or_one_in_passing_cites_nothing(text: str) -> None:
    assert Read(text + LIST).cited == []


def test_a_name_of_two_entries_cites_nothing() -> None:
    more = "\n\n= Wend Gazette, “The Flood of the Year”. https://gazette.example/flood"
    assert Read(f"It is said that “{A}” (Wend Gazette).{LIST}{more}").cited == []


def test_a_numbered_list_is_cited_by_its_numbers() -> None:
    numbered = "\n\n= [1] The Weirs of the North. https://weirs.example/north"
    assert Read(f"It is said that “{A}” (The Weirs of the North).{numbered}").cited == []


def test_author_and_year_are_no_name_of_an_entry() -> None:
    dated = "\n\n= Town Council of Wend. 2004. Pumps and Sluices. https://wend.example/pumps"
    kinds = [each.kind for each in Read(f"It is said that “{A}” (Town Council of Wend, 2004).{dated}").citations_of()]
    assert CitationKind.BRACKET not in kinds
