"""One segment against one window, word by word."""

from __future__ import annotations

import pytest

from holdwater.match.align import Ends, align, similar
from holdwater.match.presets import Preset
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


def gap(quotation: str, source: str) -> str:
    """The words left out, as they stand in the source's text, laid from end to end."""
    elements, words = Quoted.of(quotation).segments[0], Words.of(source)
    steps = align(elements, words, 0, len(words), Ends(start=False, end=False)).steps
    out = [step for step in steps if step.first == step.last]
    return words.span(out[0].start, out[-1].end).of(source) if out else ""


@pytest.mark.parametrize(
    ("quotation", "source", "left_out"),
    [
        ("The board sat. The board rose.", "The board sat. The board ate. The board rose.", "The board ate"),
        (
            "We left. The board rose.",
            "We left. The board of the town sat. The board rose.",
            "The board of the town sat",
        ),
        ("the quay, the crane and all", "the quay, the lamp, the crane and all", "the lamp"),
        ("It could vote", "It could could vote", "could"),
        ("He rowed to the weir", "He rowed to the mill and to the weir", "mill and to the"),
    ],
)
def test_of_several_places_that_cost_the_same_a_gap_takes_a_whole_sentence_or_clause(
    quotation: str, source: str, left_out: str
) -> None:
    assert gap(quotation, source) == left_out


def test_a_gap_stays_where_a_bracket_stands_before_it() -> None:
    elements, words = Quoted.of("[they] met. They met").segments[0], Words.of("He met. They met. They met")
    laid = align(elements, words, 0, len(words), Ends(start=False, end=False))
    assert [step.first for step in laid.steps if step.last > step.first] == [0, 1, 2, 3]


def test_a_word_left_out_beside_a_note_mark_costs_as_much_as_anywhere() -> None:
    elements = Quoted.of("the board voted").segments[0]
    noted, plain = Words.of("the board.3 not voted"), Words.of("the board not voted")
    assert align(elements, noted, 0, 5).cost == pytest.approx(align(elements, plain, 0, 4).cost + 0.05)


def test_of_equally_good_places_the_first_is_taken() -> None:
    elements, words = Quoted.of("old quay").segments[0], Words.of("the old quay and the old quay")
    laid = align(elements, words, 0, len(words))
    assert (laid.start, laid.end) == (1, 3)


def test_signs_are_words_like_all_others() -> None:
    assert laid("x > y < z", "x > y < z") == [(one, one) for one in "x > y < z".split()]


SPEECH = Preset("speech", exchange=lambda own, theirs: 0.0 if {own, theirs} == {"going", "gonna"} else 1.0)
"""A manner that knows one word by another; no other is like any."""
FILLED = Preset("filled", passable=frozenset({"um"}))


def test_a_preset_makes_two_words_the_same() -> None:
    elements, words = Quoted.of("we are gonna vote").segments[0], Words.of("we are going vote")
    assert align(elements, words, 0, 4, preset=SPEECH).cost == 0
    assert align(elements, words, 0, 4).cost > 0


def test_a_presets_price_takes_the_place_of_likeness() -> None:
    elements, words = Quoted.of("it recieved it").segments[0], Words.of("it received it")
    assert align(elements, words, 0, 3).cost == pytest.approx(0.6)
    assert align(elements, words, 0, 3, preset=SPEECH).cost == pytest.approx(1.0)


@pytest.mark.parametrize(("quotation", "source"), [("we um vote", "we vote"), ("we vote", "we um vote")])
def test_either_side_may_have_a_filler_alone(quotation: str, source: str) -> None:
    elements, words = Quoted.of(quotation).segments[0], Words.of(source)
    assert align(elements, words, 0, len(words), preset=FILLED).cost == pytest.approx(0.05)


def test_what_may_cost_no_more_is_laid_all_the_same() -> None:
    elements, words = Quoted.of("the old quay fell").segments[0], Words.of("the new quay fell")
    assert align(elements, words, 0, 4, most=1.0) == align(elements, words, 0, 4)


def test_a_segment_that_costs_more_than_it_may_is_one_difference() -> None:
    elements, words = Quoted.of("the old quay fell").segments[0], Words.of("the town sold its lamps")
    given_up = align(elements, words, 0, 5, most=1.0)
    assert given_up.cost > 1.0
    assert [(step.first, step.last, step.start, step.end) for step in given_up.steps] == [(0, 4, 0, 5)]


def test_few_words_in_another_order_are_given_up_without_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("holdwater.match.sparse.Search.run")
    elements = Quoted.of("the one of two and three for four").segments[0]
    words = Words.of("for nine and ten of eleven the twelve")
    assert align(elements, words, 0, 8, most=4.0).cost > 4.0


def test_a_long_hard_segment_is_laid_by_the_table_and_costs_what_it_should() -> None:
    quotation = " ".join(f"w{n} x" for n in range(60))
    source = " ".join(f"w{n} y z x" for n in range(60))
    elements, words = Quoted.of(quotation).segments[0], Words.of(source)
    assert align(elements, words, 0, len(words)).cost == pytest.approx(60 * 0.8)
