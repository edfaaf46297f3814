"""One segment against one window, word by word."""

from __future__ import annotations

import pytest

from holdwater.match.align import Ends, align, similar
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words


def laid(quotation: str, source: str, ends: Ends = Ends()) -> list[tuple[str, str]]:  # noqa: B008
    """What stands against what, step by step."""
    elements, words = Quoted.of(quotation).segments[0], Words.of(source)
    steps = align(elements, words, 0, len(words), ends).steps
    return [
        (" ".join(one.key for one in elements[step.first : step.last]), " ".join(words.keys[step.start : step.end]))
        for step in steps
    ]


def test_the_ends_of_the_window_are_free() -> None:
    assert laid("old quay", "at the old quay now") == [("old", "old"), ("quay", "quay")]


def test_fixed_ends_take_in_every_word_of_the_window() -> None:
    assert laid("old", "the old quay", Ends(start=False, end=False)) == [("", "the"), ("old", "old"), ("", "quay")]


def test_a_word_left_out_is_passed_over() -> None:
    assert ("", "not") in laid("the board could vote now", "the board could not vote now")


def test_a_word_left_out_before_the_last_one_is_still_passed_over() -> None:
    assert laid("it could vote", "it could not vote")[-2:] == [("", "not"), ("vote", "vote")]


def test_a_word_put_in_stands_against_nothing() -> None:
    assert ("never", "") in laid("the board never paid", "the board paid")


def test_a_slip_of_spelling_is_laid_against_its_own_word() -> None:
    assert ("recieved", "received") in laid("it recieved the report", "it had received the report")


def test_one_word_written_as_two_is_one_step_both_ways() -> None:
    assert laid("the under writers", "the underwriters") == [("the", "the"), ("under writers", "underwriters")]
    assert laid("the underwriters", "the under writers") == [("the", "the"), ("underwriters", "under writers")]


def test_a_bracket_stands_for_the_words_in_its_place() -> None:
    assert laid("when [the board] met", "when he and others met") == [
        ("when", "when"),
        ("the board", ""),
        ("", "he"),
        ("", "and"),
        ("", "others"),
        ("met", "met"),
    ]


def test_a_bracket_may_stand_for_nothing() -> None:
    assert laid("the [old] quay", "the quay") == [("the", "the"), ("old", ""), ("quay", "quay")]


def test_the_sources_note_digits_cost_next_to_nothing() -> None:
    elements, words = Quoted.of("one two").segments[0], Words.of("one.3 two")
    assert align(elements, words, 0, 3).cost == pytest.approx(0.05)


@pytest.mark.parametrize(("one", "other"), [("received", "recieved"), ("guarantee", "guarantees"), ("colour", "color")])
def test_words_of_nearly_the_same_letters_are_similar(one: str, other: str) -> None:
    assert similar(one, other)


@pytest.mark.parametrize(("one", "other"), [("may", "must"), ("board", "town"), ("is", "as")])
def test_other_words_are_not(one: str, other: str) -> None:
    assert not similar(one, other)


def test_nothing_against_a_window_is_nothing_or_all_of_it_left_out() -> None:
    words = Words.of("one two")
    assert align((), words, 0, 2).cost == 0
    assert align((), words, 0, 2, Ends(start=False, end=False)).cost > 0
