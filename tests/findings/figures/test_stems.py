"""Words are the same in whatever form they stand, and are found in a text by what the forms share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.findings.figures.stems import akin, folded, places_of, stem, stems_in, stems_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("openings", "opened"),
        ("cities", "city"),
        ("employs", "employed"),
        ("women", "female"),
        ("people", "inhabitants"),
        ("pupils", "students"),
        ("houses", "homes"),
    ],
)
def test_two_forms_of_a_word_are_akin(one: str, other: str) -> None:
    assert akin(stem(one), stem(other))


@pytest.mark.parametrize(("one", "other"), [("ship", "shop"), ("men", "women"), ("war", "ward"), ("boys", "girls")])
def test_two_words_are_not(one: str, other: str) -> None:
    assert not akin(stem(one), stem(other))


def test_words_that_tell_nothing_are_left_out() -> None:
    assert list(stems_in("In 1990 the number of the ferries rose to about 12")) == [stem("ferries")]
    assert stems_of(["the ferries", "ferry"]) == (stem("ferries"),)


def test_a_stem_is_found_where_a_word_begins_with_it() -> None:
    text = folded("Opening hours. The door was opened; it reopened. OPEN!")
    assert [text[at : at + 4] for at in places_of(text, stem("opened"))] == ["open"] * 3


def test_a_number_is_no_beginning_of_another() -> None:
    assert places_of("aged 18, in 1889", "18") == [5]


@given(st.text(max_size=60))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_folding_takes_accents_off() -> None:
    assert folded("Élan Škoda İ") == "elan skoda i"
