"""The pieces of a finding's sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import Span
from holdwater.rules.saying import CHARACTERS_SHOWN, listed, opening, quoted, several, shortened


def test_long_words_are_cut_after_eight_with_an_ellipsis() -> None:
    assert quoted("a b c d e f g h") == "“a b c d e f g h”"
    assert quoted("a b c d e f g h i") == "“a b c d e f g h …”"


@given(st.text(max_size=500))
def test_a_shortened_text_is_one_line_of_bounded_length(text: str) -> None:
    said = shortened(text)
    assert len(said) <= CHARACTERS_SHOWN + 2
    assert len(said.splitlines()) <= 1


def test_an_endless_word_is_shortened_too() -> None:
    assert len(shortened("x" * 1_000_000)) == CHARACTERS_SHOWN


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_an_opening_lies_in_its_span(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    assert span.covers(opening(text, span))


def test_an_opening_is_the_first_words() -> None:
    text = "  Mary Doe, Bridges of the North, 2019, p. 12."
    assert opening(text, Span(0, len(text))).of(text) == "Mary Doe, Bridges of the North,"


@pytest.mark.parametrize(
    ("items", "sentence"),
    [("a", "a"), ("ab", "a and b"), ("abc", "a, b and c"), ("abcde", "a, b, c and 2 more")],
)
def test_a_list_reads_as_a_sentence(items: str, sentence: str) -> None:
    assert listed(list(items)) == sentence


def test_a_count_agrees_with_its_noun() -> None:
    assert (several(1, "note"), several(2, "note"), several(2_000, "entry", "entries")) == (
        "1 note",
        "2 notes",
        "2,000 entries",
    )
