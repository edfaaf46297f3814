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


@pytest.mark.parametrize(
    "text",
    ["It held 51 (Doe, 2019).", "It broke in 2017 (Doe 2019).", "It held 51\n(Doe, 2019, p. 4)."],
)
def test_a_figure_before_it_takes_nothing_from_a_citation(text: str) -> None:
    read = Read(f"{text}\n\n{LIST}")
    assert [len(each) for each in read.references] == [1]


def test_without_a_bibliography_the_comma_tells_a_citation_behind_a_figure() -> None:
    assert [len(each) for each in Read("It held 51 (Doe, 2019).").references] == [1]
    assert [len(each) for each in Read("In 2017 (Doe, 2019) it held.").references] == [1]
    assert Read("It held 51 (Doe 2019).").cited == []
    assert Read("Doe v. Roe, 58 Cal. 12, 19 (Cal., 1985).").cited == []


@pytest.mark.parametrize(
    "citation",
    [
        "(Moe, 1975, cited in Doe, 2019, p. 33)",
        "(Moe, 1975, as cited in Doe, 2019, p. 33)",
        "(as quoted in Doe, 2019, p. 33)",
        "(Moe, quoted in Doe 2019: 33)",
        "(a keeper, quoted by Doe, 2019, p. 33)",
        "(Moe, in Doe, 2019, p. 33)",
    ],
)
def test_an_indirect_citation_leads_to_the_work_at_hand(citation: str) -> None:
    read = Read(f"It broke {citation}.\n\n{LIST}")
    assert read.cited == [citation]
    assert read.references == [("entry:1",)]
    locator = read.extraction.citations[0].locator
    assert locator is not None
    assert locator.value == "33"


def test_an_indirect_citation_leads_to_both_works_where_the_list_has_both() -> None:
    assert Read(f"It broke (Poe, 2020, cited in Doe, 2019).\n\n{LIST}").references == [("entry:1", "entry:3")]
    assert Read(f"Moe (1975, cited in Doe, 2019) saw it.\n\n{LIST}").references == [("entry:1",)]


def test_one_work_in_another_is_cited_only_where_the_list_has_the_other() -> None:
    assert Read(f"It broke (Moe, in Low, 2019).\n\n{LIST}").cited == []


@pytest.mark.parametrize("words", ["Doe's (2019)", "Doe’s (2019, p. 4)"])
def test_an_author_in_the_genitive_is_cited(words: str) -> None:
    assert Read(f"It was {words} pipe.\n\n{LIST}").cited == [words]


BODIES = (
    "= Doe, J. (2019). The dam. Water, 3(2), 1–10.\n\n= Board of Water Works. (2021). The pipes. Acme.\n\n"
    "= Wend Council. (2021). The taps. Acme."
)


@pytest.mark.parametrize(
    ("citation", "entry"),
    [
        ("(Board of Water Works, 2021)", "entry:2"),
        ("(see Board of Water Works, 2021, Table 3)", "entry:2"),
        ("(the Board of Water Works 2021: 3)", "entry:2"),
        ("(Board of Water Works [BWW], 2021)", "entry:2"),
        ("(BWW, 2021)", "entry:2"),
        ("(Wend Council, 2021, p. 3)", "entry:3"),
        ("(Jane Doe, 2019)", "entry:1"),
        ("(J. Doe, 2019)", "entry:1"),
    ],
)
def test_a_body_or_a_whole_name_is_an_author(citation: str, entry: str) -> None:
    assert Read(f"It broke {citation}.\n\n{BODIES}").references == [(entry,)]


@pytest.mark.parametrize("words", ["as the Board of Water Works (2021) says", "according to the BWW (2021)"])
def test_a_body_is_cited_in_the_sentence(words: str) -> None:
    assert Read(f"It broke, {words}.\n\n{BODIES}").references == [("entry:2",)]


@pytest.mark.parametrize("words", ["(Board of Fires, 2021)", "(New Wend, 2021)", "(Board of Water Works, 2020)"])
def test_a_body_that_the_list_lacks_is_not_cited(words: str) -> None:
    assert Read(f"It broke {words}.\n\n{BODIES}").cited == []


@pytest.mark.parametrize(
    "text",
    [
        "Doe counted 40 pipes (2019a, p. 36).",
        "Doe says, of water, “it was never so high again” (2019a, p. 36).",
        "The engineer Jane Doe’s pipe was new (2019a).",
        "Doe counted pipes. She found that “it was never so high again” (2019a, p. 36).",
        "Doe told it:\n\n> It was never so high again. (2019a, p. 36)",
    ],
)
def test_a_year_alone_cites_the_author_named_before_it(text: str) -> None:
    read = Read(f"{text}\n\n{LIST}")
    assert read.references == [("entry:2",)] or read.references == [("entry:3",)]
    assert read.cited[0].startswith("(2019a")


@pytest.mark.parametrize(
    "text",
    [
        "Moe counted 40 pipes (2019a, p. 36).",
        "Doe counted 40 pipes (1988, p. 36).",
        "Doe counted pipes. It broke (2019).",
        "Doe and Low counted pipes for Roe and Doe (2020).",
        "The pipe was new (2019a, p. 36). Doe counted it.",
    ],
)
def test_a_year_alone_cites_nothing_without_its_author(text: str) -> None:
    assert not any(each.startswith(("(20", "(19")) for each in Read(f"{text}\n\n{LIST}").cited)


def test_a_year_alone_cites_nothing_where_two_authors_have_it() -> None:
    listed = "= Doe, J. (2019). The dam. Acme.\n\n= Low, L. (2019). The tap. Acme."
    assert Read(f"Doe and Low counted pipes (2019, p. 3).\n\n{listed}").cited == []


@pytest.mark.parametrize(
    "text",
    [
        "Doe (2019) says that “it was never so high again” (p. 36).",
        "Doe (2019) says: “It was high. It was never so high again” (p. 36).",
        "Doe’s (2019) pipe was the oldest (p. 36, our emphasis).",
    ],
)
def test_a_page_alone_is_of_the_work_that_its_sentence_cites(text: str) -> None:
    read = Read(f"{text}\n\n{LIST}")
    assert read.references == [("entry:1",), ("entry:1",)]
    locator = read.extraction.citations[1].locator
    assert locator is not None
    assert locator.value == "36"


@pytest.mark.parametrize(
    "text",
    [
        "Doe (2019) was first. The pipe was old (p. 36).",
        "Doe (2019) and Roe (2020) saw the pipe (p. 36).",
        "Doe (2019, p. 4) saw the pipe (p. 36).",
        "Doe (2019) saw the pipe (pride of the town).",
        "The pipe was old (p. 36).",
    ],
)
def test_a_page_alone_cites_nothing_where_its_work_is_not_clear(text: str) -> None:
    assert not any(each.startswith("(p") for each in Read(f"{text}\n\n{LIST}").cited)
