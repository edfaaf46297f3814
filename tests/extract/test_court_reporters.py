"""Citations of court decisions: full, short, Id., parallel."""

from __future__ import annotations

import pytest
from document_factory import Read


def reporters(text: str) -> list[tuple[str, ...]]:
    read = Read(text)
    return [
        tuple(identifier for each in references for identifier in read.extraction.reference(each).identifiers)  # type: ignore[union-attr]
        for references in read.references
    ]


def pages(text: str) -> list[str]:
    return [citation.locator.value if citation.locator else "" for citation in Read(text).extraction.citations]


def test_a_full_citation_gives_decision_and_page() -> None:
    text = "See Doe v. Roe, 478 U.S. 30, 50-51 (1986)."
    assert reporters(text) == [("reporter:478 U.S. 30",)]
    assert pages(text) == ["50-51"]


def test_parallel_citations_belong_to_the_one_before_them() -> None:
    text = "Doe v. Roe, 478 U.S. 30, 50, 92 L. Ed. 2d 25, 106 S. Ct. 2752 (1986)."
    assert reporters(text) == [("reporter:478 U.S. 30", "reporter:92 L. Ed. 2d 25", "reporter:106 S. Ct. 2752")]
    assert pages(text) == ["50"]


@pytest.mark.parametrize("short", ["478 U.S., at 44", "478 U. S., at 44", "478  U.S. at 44", "Doe, 478 U.S., at 44"])
def test_a_short_form_means_the_decision_cited_in_full(short: str) -> None:
    text = f"Doe v. Roe, 478 U.S. 30 (1986). The dam broke. {short}."
    assert reporters(text)[-1] == ("reporter:478 U.S. 30",)
    assert pages(text)[-1] == "44"


def test_of_two_decisions_in_a_volume_the_one_that_holds_the_page_is_meant() -> None:
    text = (
        "Doe v. Roe, 478 U.S. 30 (1986). Moe v. Poe, 478 U.S. 109 (1986). So, 478 U.S., at 44; also 478 U.S., at 120."
    )
    assert [each[0] for each in reporters(text)[2:]] == ["reporter:478 U.S. 30", "reporter:478 U.S. 109"]


def test_of_two_decisions_in_a_volume_the_one_named_is_meant() -> None:
    text = "Doe v. Roe, 478 U.S. 30 (1986). Moe v. Poe, 478 U.S. 109 (1986). So Doe, 478 U.S., at 144."
    assert reporters(text)[-1] == ("reporter:478 U.S. 30",)


@pytest.mark.parametrize("short", ["Id., at 44", "id. at 44", "Ibid", "Ibid.", "Id."])
def test_id_means_the_decision_cited_last(short: str) -> None:
    text = f"Moe v. Poe, 12 U.S. 3. Doe v. Roe, 478 U.S. 30. The dam broke. {short}"
    assert reporters(text)[-1] == ("reporter:478 U.S. 30",)


def test_id_in_a_note_means_what_the_note_before_it_cites() -> None:
    read = Read(
        "It broke.{1} It fell.{2} It rose.{3}\n\n{1}: Doe v. Roe, 478 U.S. 30, 41 (1986).\n\n"
        "{2}: The mayor told me.\n\n{3}: Id. at 44: “We never saw the water of it.”"
    )
    assert read.quotation().citations == ()
    again = Read(
        "It broke.{1} It fell.{2}\n\n{1}: Doe v. Roe, 478 U.S. 30, 41 (1986).\n\n"
        "{2}: Id. at 44: “We never saw the water of it.”"
    )
    assert again.citations_of()[0].references == again.references[0]


def test_id_passes_over_a_decision_that_is_only_quoted() -> None:
    text = "Doe v. Roe, 478 U.S. 30, 41 (quoting Moe v. Poe, 412 U.S. 3, 5). The dam broke. Id., at 44."
    assert reporters(text)[-1] == ("reporter:478 U.S. 30",)


def test_id_whose_page_lies_before_the_last_decision_means_one_before_it() -> None:
    text = "Doe v. Roe, 478 U.S. 30. Moe v. Poe, 412 U.S. 603. The dam broke. Id., at 44."
    assert reporters(text)[-1] == ("reporter:478 U.S. 30",)


def test_supra_means_the_decision_with_that_party() -> None:
    text = "Doe v. Roe, 478 U.S. 30. Moe v. Poe, 412 U.S. 603. The dam broke. Roe, supra, at 44."
    assert reporters(text)[-1] == ("reporter:478 U.S. 30",)


def test_a_short_form_without_a_full_one_says_where_it_points() -> None:
    assert reporters("The dam broke. 513 U.S., at 25.") == [("reporter:513 U.S. at 25",)]


def test_the_name_of_the_decision_is_its_title() -> None:
    read = Read("As was held in Coopers & Lybrand v. Water Board of Aldermere, 437 U.S. 463, it broke.")
    assert read.extraction.references[0].csl["title"] == "Coopers & Lybrand v. Water Board of Aldermere"


def test_a_brief_is_cited_though_it_is_no_decision() -> None:
    assert reporters("Doe v. Roe, 478 U.S. 30. “It broke.” Brief for Respondent 27.")[-1] == ()


def test_a_statute_is_no_decision() -> None:
    assert reporters("Doe v. Roe, 478 U.S. 30; 20 U.S.C. § 4071.")[1:] == [("code:20 U.S.C. 4071",)]


def test_without_decisions_ibid_means_the_work_cited_last() -> None:
    read = Read("It broke (Doe 2019, p. 3). It was mended (Ibid., p. 4).")
    assert read.references[0] == read.references[1]
    assert read.extraction.citations[1].locator is not None


def test_all_pages_of_a_short_form_are_kept() -> None:
    assert pages("Doe v. Roe, 478 U.S. 30 (1986). The dam broke. Id., at 44, 46-47.")[-1] == "44, 46-47"


def test_a_page_with_a_note_is_the_notes_place_and_no_page() -> None:
    citation = Read("Doe v. Roe, 478 U.S. 30 (1986). The dam broke. Id., at 44, n. 9.").extraction.citations[-1]
    assert citation.locator is not None
    assert (citation.locator.label, citation.locator.value) == ("note", "44, n. 9")


def test_a_page_of_a_parallel_reporter_is_not_a_page_of_the_work() -> None:
    text = "Doe v. Roe, 478 U.S. 30, 106 S. Ct. 2752 (1986). The dam broke. 106 S. Ct., at 2760."
    assert reporters(text)[-1][0] == "reporter:478 U.S. 30"
    assert pages(text)[-1] == ""
