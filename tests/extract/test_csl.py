"""Bibliographic descriptions read into CSL-JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.extract.csl import parse_reference
from holdwater.extract.people import families, people_in
from holdwater.extract.titles import strictly_title_case, title_case

NOTE = "Jane Doe, The Water Works (London: Acme, 1999), p. 12."
ARTICLE = "Doe, J. (2019). On the dam. Journal of Water, 3(2), 1–10. https://example.org/dam"
STANDARD = 'Doe, J., Roe, R. and C. Poe, "A Protocol for Pumps", BCP 14, RFC 2119, March 1997.'
BOOK = "Doe, Jane. The Water Works. London: Acme, 1999."
QUOTED = "Jane Doe, “Heroes with Spanners”, The Wend Review 20, no. 4 (1998), pp. 3–6."


@pytest.mark.parametrize(
    ("raw", "family", "title", "container", "year"),
    [
        (NOTE, ("doe",), "The Water Works", None, 1999),
        (ARTICLE, ("doe",), "On the dam", "Journal of Water", 2019),
        (STANDARD, ("doe", "roe", "poe"), "A Protocol for Pumps", None, 1997),
        (BOOK, ("doe",), "The Water Works", None, 1999),
        (QUOTED, ("doe",), "Heroes with Spanners", "The Wend Review", 1998),
        ("Doe, J., & Roe, R. (2020a). The tap: A history. Acme.", ("doe", "roe"), "The tap: A history", None, 2020),
        ("See also Jane Doe, The Water Works (London: Acme, 1999).", ("doe",), "The Water Works", None, 1999),
        ("Jane van der Doe and John Roe, The Tap (Acme, 1999), 4", ("van der doe", "roe"), "The Tap", None, 1999),
        (
            "“The Opening of the Works”, Wend Gazette, 17 June 1882.",
            (),
            "The Opening of the Works",
            "Wend Gazette",
            1882,
        ),
        ("Report of the Board of Water (1879), para. 4.", (), "Report of the Board of Water", None, 1879),
        ("Minutes of the Water Board, 1881–1884, 9 March 1882.", (), "Minutes of the Water Board", None, 1881),
        (
            "Water Survey 2019: summary of results (Reading Room, 2020).",
            (),
            "Water Survey 2019: summary of results",
            None,
            2020,
        ),
    ],
)
def test_a_description_gives_authors_title_container_and_year(
    raw: str, family: tuple[str, ...], title: str, container: str | None, year: int
) -> None:
    csl = parse_reference(raw)
    assert families(csl.get("author")) == family
    assert csl["title"] == title
    if container is not None:
        assert csl["container-title"] == container
    assert csl["issued"] == {"date-parts": [[year]]}


def test_pages_and_identifiers_are_taken_over() -> None:
    csl = parse_reference("Doe, J. (2019). On the dam. Water, 3(2), 1–10. https://doi.org/10.1000/X1")
    assert (csl["page"], csl["DOI"]) == ("1-10", "10.1000/x1")


def test_a_cited_page_is_a_locator_not_the_pages_of_the_work() -> None:
    csl = parse_reference(NOTE)
    assert csl["locator"] == "12"
    assert "page" not in csl


def test_an_rfcs_number_is_taken_over() -> None:
    assert parse_reference(STANDARD)["number"] == "RFC 2119"


def test_the_letter_of_a_year_is_kept() -> None:
    assert parse_reference("Doe, J. (2019b). The dam. Acme.")["year-suffix"] == "b"


def test_italics_are_the_title_of_a_book_and_the_container_of_an_article() -> None:
    assert (
        parse_reference("Jane Doe, Water and Works, London, 1999", emphasised="Water and Works")["title"]
        == "Water and Works"
    )
    csl = parse_reference("Jane Doe, “The Pump,” Wend Papers 3 (1999)", emphasised="Wend Papers")
    assert (csl["title"], csl["container-title"]) == ("The Pump", "Wend Papers")


def test_the_day_a_page_was_seen_is_not_its_year() -> None:
    csl = parse_reference("Doe, J. (2019). On the dam. https://example.org/x (accessed 4 May 2021)")
    assert csl["issued"] == {"date-parts": [[2019]]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doe, J.", ["Doe"]),
        ("Doe, J., & Roe, R. M.", ["Doe", "Roe"]),
        ("Jane Doe, John Roe, and Pat Poe", ["Doe", "Roe", "Poe"]),
        ("J. Doe; R. Roe", ["Doe", "Roe"]),
        ("Doe, Jane, and John Roe", ["Doe", "Roe"]),
        ("Postel, J., Ed.", ["Postel"]),
        ("Jane Doe et al.", ["Doe"]),
        ("D’Arcy O’Neill", ["O’Neill"]),
        ("Report of the commission on water", []),
        ("", []),
    ],
)
def test_names_are_read_in_either_order(text: str, expected: list[str]) -> None:
    assert [person["family"] for person in people_in(text)] == expected


@pytest.mark.parametrize("title", ["The Water Works", "On the origin of pumps", "A Protocol for Pumps: 2nd Edition"])
def test_titles_look_like_titles(title: str) -> None:
    assert title_case(title)


@pytest.mark.parametrize("words", ["the Water Works", "The dam is broken.", "We never saw the water", "it Was So", ""])
def test_sentences_do_not_look_like_titles(words: str) -> None:
    assert not title_case(words)


def test_a_strict_title_has_capitals_throughout() -> None:
    assert strictly_title_case("Label Switched Paths (LSPs) of the Wend")
    assert not strictly_title_case("On the origin of pumps")


@given(st.text(max_size=400))
def test_any_text_gives_a_description(text: str) -> None:
    assert "type" in parse_reference(text)


def test_a_title_ends_before_the_parenthesis_that_holds_place_and_year() -> None:
    csl = parse_reference("Aldermere Household Water Survey 2019: summary of results (Aldermere Reading Room, 2020).")
    assert csl["title"] == "Aldermere Household Water Survey 2019: summary of results"
    assert csl["issued"] == {"date-parts": [[2020]]}
