"""The aligner against its slow twin, on random texts over small alphabets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdwater.match.align import Ends, align
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words
from oracles.slow_align import cheapest, cost_of

SOURCE = st.lists(
    st.sampled_from(["ab", "cd", "abcd", "cat", "catch", "board", "boards", "a", "not", "end.3", "[7]", "word12"]),
    max_size=9,
).map(" ".join)
QUOTATION = st.lists(
    st.sampled_from(
        ["ab", "cd", "abcd", "cat", "board", "a", "not", "word", "end", "[ab]", "[cat a]", "[b]oard", "[A]"]
    ),
    min_size=1,
    max_size=7,
).map(" ".join)
ENDS = st.builds(Ends, start=st.booleans(), end=st.booleans())


@settings(max_examples=600, deadline=None)
@given(QUOTATION, SOURCE, ENDS)
def test_no_way_to_lay_a_segment_is_cheaper_than_the_aligners(quotation: str, source: str, ends: Ends) -> None:
    elements, words = Quoted.of(quotation).segments[0], Words.of(source)
    laid = align(elements, words, 0, len(words), ends)
    assert laid.cost == pytest.approx(cheapest(elements, words, 0, len(words), ends))


@settings(max_examples=600, deadline=None)
@given(QUOTATION, SOURCE, ENDS)
def test_the_steps_take_everything_once_in_order_and_add_up_to_the_cost(
    quotation: str, source: str, ends: Ends
) -> None:
    elements, words = Quoted.of(quotation).segments[0], Words.of(source)
    laid = align(elements, words, 0, len(words), ends)
    assert [i for step in laid.steps for i in range(step.first, step.last)] == list(range(len(elements)))
    assert [j for step in laid.steps for j in range(step.start, step.end)] == list(range(laid.start, laid.end))
    assert ends.start or laid.start == 0
    assert ends.end or laid.end == len(words)
    assert cost_of(laid.steps, elements, words) == pytest.approx(laid.cost)


@given(QUOTATION, SOURCE, st.integers(0, 4), st.integers(0, 4))
def test_a_window_is_laid_as_if_the_rest_of_the_source_were_not_there(
    quotation: str, source: str, before: int, behind: int
) -> None:
    elements, words = Quoted.of(quotation).segments[0], Words.of(source)
    start = min(before, len(words))
    end = max(start, len(words) - behind)
    laid = align(elements, words, start, end)
    assert start <= laid.start <= laid.end <= end
    assert laid.cost == pytest.approx(cheapest(elements, words, start, end, Ends()))
