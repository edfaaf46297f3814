"""Citations by author and year."""

from __future__ import annotations

import pytest
from document_factory import Read

LIST = (
    "= Doe, J. (2019). The dam. Water, 3(2), 1–10.\n\n= Doe, J. (2019a). The pipe. Acme.\n\n"
    "= Roe, R., & Poe, P. (2020). The tap. Acme.\n\n= van der Berg, A. (1999). The pump. Acme."
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It broke (Doe 2019).", 1),
        ("It broke (Doe, 2019).", 1),
        ("It broke (Doe, 2019, p. 4).", 1),
        ("It broke (see Doe 2019: 4).", 1),
        ("It broke (Doe et al., 2019).", 1),
        ("It broke (Doe & Roe, 2019a; Poe 2020).", 2),
        ("It broke (Doe and Roe 2019; Poe, 2020, pp. 3-4).", 2),
        ("It broke (Doe, 2018, 2019).", 2),
    ],
)
def test_without_a_bibliography_a_name_and_a_year_make_the_reference(text: str, count: int) -> None:
    assert [len(references) for references in Read(text).references] == [count]


@pytest.mark.parametrize(
    "text",
    [
        "It broke (March 2019).",
        "It broke (Spring 1999).",
        "It broke (in 2019).",
        "It broke (1999).",
        "It broke (see the report of 2019).",
        "Doe v. Roe, 773 F.2d 807, 813 (Cal 1985).",
        "The Dam (London: Acme, 1999) broke.",
        "In Paris (2019) it broke.",
    ],
)
def test_other_words_with_a_year_in_parentheses_cite_nothing(text: str) -> None:
    assert "(" not in "".join(Read(text).cited)


def test_a_citation_finds_its_entry_by_author_and_year() -> None:
    read = Read(f"It broke (Roe & Poe, 2020, p. 12).\n\n{LIST}")
    citation = read.extraction.citations[0]
    reference = read.extraction.reference(citation.references[0])
    assert reference is not None
    assert reference.csl["title"] == "The tap"
    assert citation.locator is not None
    assert citation.locator.value == "12"


def test_the_letter_of_the_year_tells_two_works_apart() -> None:
    read = Read(f"It broke (Doe 2019a).\n\n{LIST}")
    titles = [read.extraction.reference(each).csl["title"] for each in read.references[0]]  # type: ignore[union-attr]
    assert titles[0] == "The pipe"


def test_a_narrative_citation_needs_an_entry() -> None:
    read = Read(f"But Doe (2019) argues and Moe (2019) does not.\n\n{LIST}")
    assert read.cited == ["Doe (2019)"]


def test_a_name_that_the_bibliography_lacks_leads_nowhere() -> None:
    assert Read(f"It broke (Moe, 2011).\n\n{LIST}").references == [()]


def test_particles_belong_to_the_name() -> None:
    assert len(Read(f"It broke (van der Berg, 1999).\n\n{LIST}").references[0]) == 1


def test_a_bare_number_after_the_year_is_a_page() -> None:
    locator = Read("It broke (Doe 2019, 412).").extraction.citations[0].locator
    assert locator is not None
    assert (locator.label, locator.value) == ("page", "412")


def test_a_publisher_in_a_note_is_no_author() -> None:
    read = Read("It broke.{1}\n\n{1}: See Jane Doe, The Dam (Acme, 1999), p. 3.")
    assert read.cited == ["1"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It broke [Doe 2019].", 1),
        ("It broke [Doe, 2019, p. 4].", 1),
        ("It broke [see Doe and Roe, 2019, p. 201].", 1),
        ("“It broke” [Doe et al., 2019].", 1),
        ('"It broke" [Doe 2019; Poe 2020].', 2),
        ("‘It broke the builder’s dam’ [Doe, 2019: 4].", 1),
        ("„Der Damm brach“ [Doe, 2019].", 1),
    ],
)
def test_square_brackets_cite_by_author_and_year_as_parentheses_do(text: str, count: int) -> None:
    assert [len(references) for references in Read(text).references] == [count]


def test_a_bracketed_citation_finds_its_entry_and_its_page() -> None:
    read = Read(f"It broke [Roe & Poe, 2020, p. 12].\n\n{LIST}")
    [citation] = read.extraction.citations
    reference = read.extraction.reference(citation.references[0])
    assert reference is not None
    assert reference.csl["title"] == "The tap"
    assert citation.locator is not None
    assert citation.locator.value == "12"


def test_a_narrative_citation_may_have_its_year_in_square_brackets() -> None:
    read = Read(f"But Doe [2019, p. 4] argues and Moe [2019] does not.\n\n{LIST}")
    assert read.cited == ["Doe [2019, p. 4]"]


@pytest.mark.parametrize(
    "text",
    [
        "He said “it was [Doe, 2019] who broke the dam”.",
        'He said "it was [Doe, 2019] who broke the dam".',
        "He said ‘it was [Doe, 2019] who broke it’.",
        "He said “[the Board, 2019] broke the dam”.",
        "Er sagte, „der Damm [Doe, 2019] brach“.",
        "It broke [Doe 2019](https://dam.example/doe).",
        "It broke [Doe 2019][1].",
        "[Doe 2019]: https://dam.example/doe",
        "It broke [[Doe 2019]].",
        "![Doe 2019]",
        "It broke [March 2019].",
        "It broke [Updated 2019].",
        "It broke [Accessed, 2019].",
        "It broke [the Board, 2019].",
        "Doe v. Doe [2019] EWCA Civ 12 was read.",
        "Doe v. Doe [2019] 2 AC 12 was read.",
    ],
)
def test_other_words_with_a_year_in_square_brackets_cite_nothing(text: str) -> None:
    assert "Doe" not in "".join(Read(f"{text}\n\n{LIST}").cited)
    assert "[" not in "".join(Read(text).cited)


def test_brackets_in_a_block_quotation_cite_only_at_its_end() -> None:
    assert Read("> It was [Doe, 2019] who broke the dam that they had built.").cited == []
    assert Read("> It was he who broke the dam that they had built. [Doe, 2019]").cited == ["[Doe, 2019]"]


def test_square_brackets_cite_by_author_and_year_beside_a_numbered_list_too() -> None:
    listed = "= [1] Doe, J. (2019). The dam. Acme.\n\n= [2] Roe, R. (2020). The tap. Acme."
    assert Read(f"It broke [Doe, 2019, p. 4].\n\n{listed}").references == [("entry:1",)]
    assert Read(f"It broke [7].\n\n{listed}").references == [()]
