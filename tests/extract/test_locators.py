"""Locators: the page, section, note that a citation gives."""

from __future__ import annotations

import pytest

from holdwater.extract.locators import bare_page, locator_after, locator_before, locator_in
from holdwater.extract.model import Locator


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("Doe, The Dam, p. 4", "page", "4"),
        ("pp. 50-51.", "page", "50-51"),
        ("pp. 3–6", "page", "3–6"),
        ("page xii", "page", "xii"),
        ("Id., at 843", "page", "843"),
        ("§ 3.2", "section", "3.2"),
        ("Section 4.1.8.8", "section", "4.1.8.8"),
        ("sec. 3", "section", "3"),
        ("Appendix A.2.5", "appendix", "A.2.5"),
        ("chap. 3", "chapter", "3"),
        ("ch. II.", "chapter", "II"),
        ("n. 5", "note", "5"),
        ("para. 12", "paragraph", "12"),
        ("vol. 2", "volume", "2"),
        ("p. 12, n. 3", "page", "12"),
    ],
)
def test_a_locator_is_read_with_its_kind(text: str, label: str, value: str) -> None:
    assert locator_in(text) == Locator(label, value)


@pytest.mark.parametrize("text", ["", "The stop. 4 men", "map 4", "The Water Works", "concept 4"])
def test_words_that_only_end_like_a_locator_give_none(text: str) -> None:
    assert locator_in(text) is None


def test_a_bare_number_after_a_comma_can_be_the_page() -> None:
    assert bare_page("Doe, op. cit., 12") == Locator("page", "12")
    assert bare_page("Doe, op. cit.") is None


@pytest.mark.parametrize(
    "words",
    [
        "Section 4.1 of ",
        "Section 4.1 in ",
        'Section 4.1 ("Block Identification") of ',
        'section 4.1, "Block Identification" of ',
        "Sections 4.1 and 4.2 of ",
    ],
)
def test_a_section_before_the_citation_is_its_locator(words: str) -> None:
    text = f"See {words}[RFC9172]."
    found = locator_before(text, text.index("["))
    assert found == (Locator("section", "4.1"), text.lower().index("section"))


def test_a_section_before_the_citation_must_lead_up_to_it() -> None:
    text = "Section 4.1 is short. It follows [RFC9172]."
    assert locator_before(text, text.index("[")) is None


def test_a_section_after_the_citation_is_its_locator() -> None:
    text = "[RFC3261], Section 8.1.1.8, says so"
    found = locator_after(text, len("[RFC3261]"))
    assert found is not None
    assert found[0] == Locator("section", "8.1.1.8")


def test_words_after_a_citation_are_no_locator() -> None:
    assert locator_after("[RFC3261] and the section on calls", len("[RFC3261]")) is None


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Tidal Board, Minutes, 2:61 (q. 1,377)", "61"),
        ("Tidal Board, Minutes, II:61.", "61"),
        ("Ibid. (qq. 1,377, 1,379)", None),
        ("Ibid., 61 (q. 1,377)", "61"),
        ("Ibid., 12,15", "12"),
        ("The fleet cost 61,200 crowns", None),
        ("Roe, “Slack Water,” 61", "61"),
        ('Roe, "Slack Water," 61-62 (emphasis added)', "61-62"),
        ("Roe, Tide Tables, 12 (spring 2004)", None),
    ],
)
def test_a_page_is_told_from_a_volume_and_from_the_end_of_a_number(text: str, page: str | None) -> None:
    assert bare_page(text) == (Locator("page", page) if page else None)
