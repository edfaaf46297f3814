"""The chance of a match: more that stands makes it less, more text makes it more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.match.align import align
from holdwater.match.chance import (
    Likeness,
    bits,
    confidence,
    expected,
    is_found,
    least_bits,
    least_share,
    run_bits,
    stands_enough,
    tells,
)
from holdwater.match.frequency import information
from holdwater.match.likeness import likeness_of
from holdwater.match.presets import OCR, SPOKEN
from holdwater.match.prices import OMIT_MORE, REPLACE
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words

COMMON = ("the", "of", "and", "to", "in", "that")
RARE = ("harbour", "rope", "lantern", "quay", "caulked", "bollard")
WORDS = st.sampled_from((*COMMON, *RARE, "1847", "港"))
RUNS = st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=5)
MUCH = 3_700_000
ONE_TEXT = 10_000


def likeness(*runs: str, total: int = 20, lacking: int = 0) -> Likeness:
    return Likeness([run.split() for run in runs], total, lacking=lacking)


def laid(quotation: str, source: str) -> Likeness:
    """The likeness of a quotation of one segment and all of a source."""
    words = Words.of(source)
    segment = Quoted.of(quotation).segments[0]
    return likeness_of([segment], [align(segment, words, 0, len(words))], words)


@given(RUNS, WORDS, st.data())
def test_one_word_more_is_never_more_chance(runs: list[list[str]], word: str, data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(runs) - 1))
    longer = [[*run, word] if index == which else run for index, run in enumerate(runs)]
    assert bits(Likeness(longer, 40)) >= bits(Likeness(runs, 40))
    assert bits(Likeness([*runs, [word]], 40)) >= bits(Likeness(runs, 40))


@given(RUNS.filter(lambda runs: len(runs) > 1), WORDS)
def test_the_word_that_joins_two_runs_is_never_more_chance(runs: list[list[str]], word: str) -> None:
    joined = [[*runs[0], word, *runs[1]], *runs[2:]]
    assert bits(Likeness(joined, 40)) >= bits(Likeness(runs, 40)) - 1e-9


@given(RUNS, st.integers(0, 50), st.integers(0, 50))
def test_more_words_passed_over_are_never_less_chance(runs: list[list[str]], few: int, more: int) -> None:
    assert bits(Likeness(runs, 40, gaps=few + more)) <= bits(Likeness(runs, 40, gaps=few))


@given(RUNS, st.integers(1, 10**9), st.integers(2, 50))
def test_chance_grows_in_proportion_to_the_text(runs: list[list[str]], searched: int, times: int) -> None:
    one = Likeness(runs, 40)
    assert expected(one, searched * times) == pytest.approx(times * expected(one, searched))


@given(st.lists(st.sampled_from(COMMON), min_size=1, max_size=8), st.data())
def test_a_rarer_word_in_the_same_place_is_less_chance(run: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(run) - 1))
    rarer = [*run[:at], "caulked", *run[at + 1 :]]
    assert expected(Likeness([rarer], 40), MUCH) < expected(Likeness([run], 40), MUCH)


def test_the_same_words_say_more_in_one_run_than_strewn() -> None:
    strewn = likeness("the harbour", "rope and", "lantern quay")
    assert bits(likeness("the harbour rope and lantern quay")) != bits(strewn)
    assert bits(likeness("the harbour office was burnt")) > bits(likeness("the", "harbour", "office", "was", "burnt"))


def test_common_words_strewn_about_say_nothing() -> None:
    assert bits(likeness("harbour office", "the", "of", "and")) == bits(likeness("harbour office"))


def test_a_phrase_of_common_words_is_everywhere_and_a_long_run_nowhere_by_chance() -> None:
    assert expected(likeness("of the"), MUCH) > 100
    assert expected(likeness("they rowed the pilot out to the lantern on the outer quay"), MUCH) < 1e-6


def test_nothing_that_stands_is_chance_everywhere() -> None:
    assert bits(Likeness([], 8)) == 0
    assert expected(Likeness([], 8), MUCH) == MUCH
    assert run_bits([]) < 0


def test_words_of_nearly_the_same_letters_say_a_little() -> None:
    runs = [["the", "harbour"]]
    more = bits(Likeness(runs, 9, nearly=["0ffice", "bumt"]))
    assert bits(Likeness(runs, 9)) < more < bits(Likeness([*runs, ["office", "burnt"]], 9))


def test_a_quotation_of_a_hundred_thousand_words_has_a_chance_above_or_at_zero() -> None:
    whole = Likeness([["harbour"] * 100_000], 100_000)
    assert 0 <= expected(whole, 10**12) < 1e-200


@given(st.integers(1, 10**10), RUNS)
def test_least_bits_and_the_chance_allowed_are_one_threshold(searched: int, runs: list[list[str]]) -> None:
    one = Likeness(runs, 40)
    for cited in (True, False):
        margin = bits(one) - least_bits(searched, cited=cited)
        if abs(margin) > 1e-6:
            assert is_found(expected(one, searched), cited=cited) is (margin > 0)


def test_the_cited_source_needs_less_than_any_text_and_much_text_more_than_little() -> None:
    assert least_bits(ONE_TEXT, cited=True) < least_bits(ONE_TEXT, cited=False) < least_bits(MUCH, cited=False)
    assert least_share(ONE_TEXT) < least_share(MUCH) < least_share(8 * MUCH) < 0.75


def test_a_formula_in_common_is_not_enough_and_three_strewn_changes_are() -> None:
    akin = likeness("whenever the harbour master so directs any vessel", total=20, lacking=12)
    changed = likeness(
        "whenever the harbour", "so directs any", "shall be caulked", "at its own cost", total=17, lacking=2
    )
    assert not stands_enough(akin, MUCH)
    assert stands_enough(changed, MUCH)


def test_words_changed_in_their_places_are_enough_and_the_same_words_strewn_over_a_longer_passage_are_not() -> None:
    quotation = "the master caulked old bollard and rowed wet lantern to the quay at dawn"
    changed = "the master caulked each bollard and rowed her lantern to a quay at dawn"
    strewn = (
        "the master caulked every last one bollard and rowed by night his lantern to one more of those quay at dawn"
    )
    assert laid(quotation, changed).matched == laid(quotation, strewn).matched
    assert stands_enough(laid(quotation, changed), MUCH)
    assert not stands_enough(laid(quotation, strewn), MUCH)


def test_one_phrase_alone_must_be_more_of_a_quotation_than_runs_in_their_places() -> None:
    strewn = likeness("harbour", "caulked the old", "quay", total=8, lacking=1)
    phrase = likeness("caulked the old harbour quay", total=8, lacking=3)
    damaged = replace(strewn, matched=phrase.matched, nearly=["bo11ard"], total=9)
    assert stands_enough(strewn, MUCH)
    assert not stands_enough(phrase, MUCH)
    assert stands_enough(phrase, ONE_TEXT)
    assert stands_enough(damaged, MUCH)
    assert not stands_enough(replace(damaged, nearly=[]), MUCH)


def test_a_lacking_half_that_stands_elsewhere_in_the_text_is_a_splice_and_enough() -> None:
    half, other = ["harbour"] * 8, ["lantern"] * 8
    assert not stands_enough(Likeness([half], 16, lacking=8), MUCH)
    assert stands_enough(Likeness([half], 16, lacking=8, elsewhere=[other]), MUCH)


def test_a_short_quotation_in_its_source_tells_if_it_is_rare_or_stands_once() -> None:
    assert tells(likeness("caulked lantern quay", total=3), ONE_TEXT, cited=True, places=2)
    assert tells(likeness("of the", total=2), ONE_TEXT, cited=True, places=1)
    assert tells(likeness("of the", total=2), ONE_TEXT, cited=True, places=9, preferred=True)
    assert not tells(likeness("of the", total=2), ONE_TEXT, cited=True, places=9)


def test_a_single_word_is_too_short_unless_it_is_rare_in_so_little_text() -> None:
    assert not tells(likeness("the", total=1), ONE_TEXT, cited=True, places=1)
    assert not tells(likeness("quay", total=1), ONE_TEXT, cited=True, places=1)
    assert tells(likeness("quay", total=1), 1_000, cited=True, places=1)


def test_in_much_text_a_short_quotation_tells_only_if_it_is_rare_and_stands_once() -> None:
    rare = likeness("caulked harbour lantern quay rope", total=5)
    assert tells(rare, MUCH, cited=False, places=1)
    assert not tells(rare, MUCH, cited=False, places=2)
    assert not tells(likeness("of the court that", total=4), MUCH, cited=False, places=1)


CHANCES = st.floats(0, 1e6)
LEADS = st.floats(0, 1)


@given(CHANCES, CHANCES, LEADS, st.floats(0, 1), st.floats(0, 1e6))
def test_confidence_falls_with_chance_and_rises_with_the_lead_and_a_chancier_rival(
    chance: float, rival: float, lead: float, further: float, more: float
) -> None:
    sure = confidence(chance, rival, lead)
    assert 0 <= sure <= 1
    assert confidence(chance + more, rival, lead) <= sure + 1e-12
    assert confidence(chance, rival, lead + further) >= sure - 1e-12
    assert confidence(chance, rival + more, lead) >= sure - 1e-12
    assert confidence(chance) >= sure - 1e-12


def test_confidence_is_one_where_nothing_comes_near_and_nothing_where_a_twin_does() -> None:
    assert confidence(1e-9) == pytest.approx(1)
    assert confidence(1e-9, 1e-9, 0.0) == pytest.approx(0, abs=1e-6)
    assert confidence(1e-9, 1e-9, 0.25) == pytest.approx(1)
    assert confidence(1e-9, 500.0, 0.0) > 0.99
    assert confidence(9.0) == pytest.approx(0.1)


def test_words_have_bits_by_their_rarity_and_unknown_ones_by_their_length() -> None:
    assert information("the") < information("court") < information("bollard") < information("constitutionality")
    assert information("der") < information("kaimauer")
    assert information("7") < information("1847") < information("184712")


def test_characters_of_scripts_without_spaces_have_bits_of_their_own() -> None:
    assert information("港") == 10
    assert information("の") == information("ท") == 6
    assert information("%") == 6
    assert information("") == 6


def test_an_alignment_gives_runs_gaps_and_what_is_lacking() -> None:
    found = laid(
        "the harbour offices burnt down with all lanterns", "When the harbour office burnt, and with all lanterns"
    )
    assert found.matched == [["the", "harbour"], ["burnt"], ["with", "all", "lanterns"]]
    assert (found.total, list(found.nearly), found.gaps) == (8, ["offices"], 0)
    assert found.lacking == 1


def test_brackets_give_nothing_and_a_partly_bracketed_word_what_stands_outside() -> None:
    source = "The pilots surrender their lantern at the quay"
    found = laid("[T]he pilots surrender[ed] [a] lantern at the quay", source)
    assert found.matched == [["pilots", "surrendered"], ["lantern", "at", "the", "quay"]]
    assert found.total == 7


def test_a_note_mark_glued_to_a_word_of_the_source_does_not_part_a_run() -> None:
    assert laid("the harbour burnt down", "the harbour12 burnt down").matched == [["the", "harbour", "burnt", "down"]]


def test_what_a_preset_forgives_stands_nearly() -> None:
    quotation, words = Quoted.of("the rnoor burnt down").segments[0], Words.of("the moor burnt down")
    steps = [align(quotation, words, 0, 4)]
    assert list(likeness_of([quotation], steps, words).nearly) == []
    assert list(likeness_of([quotation], steps, words, OCR).nearly) == ["rnoor"]


def test_one_word_written_as_two_stands() -> None:
    assert laid("the boat house burnt", "the boathouse burnt").matched == [["the", "boat", "house", "burnt"]]


def test_a_note_mark_in_the_source_does_not_part_a_run() -> None:
    assert laid("the harbour burnt down", "the harbour.12 burnt down").matched == [["the", "harbour", "burnt", "down"]]


def test_what_the_passage_has_more_between_two_runs_counts_as_a_changed_word_and_its_length_as_little() -> None:
    quotation = "the harbour burnt and the rope walk fell"
    assert laid(quotation, "the harbour burnt and the rope walk fell").between == 0
    assert laid(quotation, "the harbour burnt but the rope walk fell").between == 0
    assert laid(quotation, "the harbour burnt down and the rope walk fell").between == REPLACE
    assert laid(quotation, "the harbour burnt one night and the rope walk fell").between == REPLACE + OMIT_MORE
    assert laid(quotation, "the harbour burnt then the long rope walk fell").between == REPLACE


def test_what_stands_beside_all_runs_or_is_owned_up_to_is_not_between_them() -> None:
    source = "that night the harbour burnt down and most of the rope walk fell before dawn"
    assert laid("the harbour burnt down", source).between == 0
    assert laid("the harbour burnt down and [all] the rope walk fell", source).between == 0
    quoted, words = Quoted.of("the harbour burnt … the rope walk fell"), Words.of(source)
    placed = [align(segment, words, 0, len(words)) for segment in quoted.segments]
    assert likeness_of(quoted.segments, placed, words).between == 0


def test_a_page_head_is_not_between_two_runs() -> None:
    head = "\n\nMarr & Dole    Standards Track    [Page 12]\n{}\nRFX 9901    Frame Limits    March 2019\n\n"
    source = "the harbour burnt and" + head + "the rope walk fell"
    quotation = "the harbour burnt and the rope walk fell"
    assert laid(quotation, source.format("\f")).between == 0
    assert laid(quotation, source.format("")).between > 1


def test_a_filler_of_speech_is_not_between_two_runs() -> None:
    quotation, words = Quoted.of("the harbour burnt and fell").segments[0], Words.of("the harbour um burnt and fell")
    steps = [align(quotation, words, 0, len(words))]
    assert likeness_of([quotation], steps, words).between > 0
    assert likeness_of([quotation], steps, words, SPOKEN).between == 0


def test_a_segment_that_stands_nowhere_is_lacking() -> None:
    quoted, words = Quoted.of("the harbour burnt … rope and lantern oil"), Words.of("the harbour burnt")
    placed = align(quoted.segments[0], words, 0, 3)
    found = likeness_of(quoted.segments, [placed, None], words)
    assert (found.total, found.lacking) == (7, 4)


def test_common_words_met_by_chance_do_not_part_what_is_lacking() -> None:
    assert laid("the harbour burnt and no rope of the walk", "the harbour burnt so it was of old").lacking == 6
