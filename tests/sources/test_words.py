"""Words, breaks and titles: what likeness is measured on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.sources.words import Words, alike, fold, is_break, places_of


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Été", "ete"),
        ("Straße", "strasse"),
        ("O'Neill", "oneill"),
        ("Œuvre", "oeuvre"),
        ("ﬁsh", "fish"),
        ("ŁÓDŹ", "lodz"),
    ],
)
def test_words_are_folded_to_plain_letters(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("one", "other"), [("waterworks", "waterwork"), ("colour", "color"), ("ii", "2"), ("two", "2"), ("iv", "four")]
)
def test_slips_and_ways_of_counting_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2018", "2019"),
        ("ii", "iii"),
        ("north", "south"),
        ("micro", "macro"),
        ("war", "wars"),
        ("works", "words2"),
        ("three", "2"),
    ],
)
def test_other_words_and_numbers_are_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


@pytest.mark.parametrize("gap", ["", ". ", ", “", ": ", " – ", " - ", " (", "/ "])
def test_punctuation_parts_words(gap: str) -> None:
    assert is_break(gap)


@pytest.mark.parametrize("gap", [" ", "\n", "-", "’", "/", " & ", "  "])
def test_blanks_and_hyphens_join_words(gap: str) -> None:
    assert not is_break(gap)


def test_small_words_are_left_out_and_their_punctuation_kept() -> None:
    words = Words.of("Doe, J. The weirs of the Marden: an essay")
    assert words.texts == ("doe", "j", "weirs", "marden", "essay")
    assert words.opens(2)
    assert not words.opens(3)
    assert words.closes(3)


def test_an_acronym_in_brackets_after_its_words_is_no_part_of_a_title() -> None:
    assert Words.of("Marden Water Board (MWB) rules").texts == Words.of("Marden Water Board rules").texts
    assert "uk" in Words.of("Census of Marden (UK)").bag


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("water works", "Doe, Water Works, 12", 1),
        ("water works", "Doe, Waterworks, 12", 1),
        ("waterworks", "Doe, Water-works, 12", 1),
        ("water works", "Works of water", 0),
        ("water works", "Water for works", 1),
        ("water works", "Water tower works", 0),
        ("water works", "water works, water works", 2),
        ("water works manual", "water works", 0),
    ],
)
def test_a_title_is_found_whole_and_in_order(title: str, text: str, found: int) -> None:
    assert len(list(places_of(Words.of(title).texts, Words.of(text)))) == found


@given(
    st.lists(st.sampled_from("weir tap pipe sluice drain 12 1999 iv".split()), min_size=1, max_size=6),
    st.text(max_size=40),
)
def test_a_title_stands_in_any_text_that_holds_it(title: list[str], around: str) -> None:
    text = Words.of(f"{around}. {' '.join(title)}. {around}")
    assert any(text.texts[place.start : place.end] == tuple(title) for place in places_of(title, text))


@pytest.mark.parametrize("char", ["a", " ", "[", '"', "1", "(", "A ", "(A", "-", "'", ". ", "a. "])
def test_a_megabyte_of_anything_is_folded_at_once(char: str) -> None:
    text = char * (1_000_000 // len(char))
    within_seconds(1, lambda: list(places_of(("a", "a"), Words.of(text))))
