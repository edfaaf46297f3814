"""Citations in square brackets, and brackets that cite nothing."""

from __future__ import annotations

import pytest
from document_factory import Read

LIST = "= [1] Doe, J., “The Dam”, 1999.\n\n= [2] Roe, R., “The Pipe”, 2001.\n\n= [3] Poe, P., “The Tap”, 2004."


def test_a_number_leads_to_its_entry() -> None:
    read = Read(f"The dam broke [2].\n\n{LIST}")
    assert read.cited == ["[2]"]
    assert read.references == [("entry:2",)]


@pytest.mark.parametrize("written", ["[1, 3]", "[1; 3]", "[1,3]"])
def test_several_numbers_lead_to_several_entries(written: str) -> None:
    assert Read(f"The dam broke {written}.\n\n{LIST}").references == [("entry:1", "entry:3")]


@pytest.mark.parametrize("written", ["[1-3]", "[1–3]"])
def test_a_range_leads_to_all_its_entries(written: str) -> None:
    assert Read(f"The dam broke {written}.\n\n{LIST}").references == [("entry:1", "entry:2", "entry:3")]


def test_a_number_that_the_list_lacks_is_a_citation_that_leads_nowhere() -> None:
    read = Read(f"The dam broke [9].\n\n{LIST}")
    assert read.cited == ["[9]"]
    assert read.references == [()]


def test_without_a_numbered_list_a_number_in_brackets_cites_nothing() -> None:
    assert Read("[2] [3] Shortly before the date they came.").cited == []


@pytest.mark.parametrize("inside", ["the engineer", "sic", "emphasis added", "T", "...", "…", "1C"])
def test_words_put_into_a_quotation_cite_nothing(inside: str) -> None:
    assert Read(f"He said “it was [{inside}] who broke the dam”.\n\n{LIST}").cited == []


def test_a_label_cites_only_where_the_list_has_it() -> None:
    entries = "= [SSH-TRANS] Doe, J., “The Transport”, 2006."
    read = Read(f"As in [SSH-TRANS], not in [OTHER].\n\n{entries}")
    assert read.cited == ["[SSH-TRANS]"]


def test_a_label_that_is_an_identifier_needs_no_entry() -> None:
    read = Read("As in [RFC2119].")
    assert read.references == [("rfc:2119",)]
    reference = read.extraction.reference("rfc:2119")
    assert reference is not None
    assert reference.identifiers == ("rfc:2119",)


def test_a_label_broken_over_two_lines_is_one_label() -> None:
    read = Read("As in [RFC2119,\n   RFC8174].")
    assert read.references == [("rfc:2119", "rfc:8174")]


@pytest.mark.parametrize(
    "text", ["See Section 4.1 of [RFC9172].", "See [RFC9172], Section 4.1.", "See [RFC9172, Section 4.1]."]
)
def test_the_section_is_the_locator_wherever_it_stands(text: str) -> None:
    locator = Read(text).extraction.citations[0].locator
    assert locator is not None
    assert (locator.label, locator.value) == ("section", "4.1")


def test_the_name_and_the_label_of_one_work_side_by_side_cite_once() -> None:
    read = Read("RFC 5246 [RFC5246] says so, and RFC 2622 [1] too.\n\n= [1] Doe, J., “RPSL”, RFC 2622, 1999.")
    assert read.cited == ["[RFC5246]", "[1]"]


def test_labels_of_the_list_itself_cite_nothing() -> None:
    assert Read(LIST).cited == []
