"""Windows: where places agree, and where a segment is looked for in one text."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from holdwater.match import chain
from holdwater.match.anchors import anchors
from holdwater.match.chain import MOST_WINDOWS, windows, windows_in
from holdwater.match.quoted import Quoted
from holdwater.match.votes import Place
from holdwater.match.words import Words


def found_at(quotation: str, source: str) -> list[str]:
    """What the windows for a quotation show of a source, without their room at either end."""
    words = Words.of(source)
    segment = Quoted.of(quotation).segments[0]
    margin = 6 + len(segment) // 8
    found = windows_in(segment, words, 0, len(words))
    return [" ".join(words.keys[one.start + margin : one.start + margin + 3]) for one in found]


def test_places_that_agree_make_one_window_with_room_at_both_ends() -> None:
    (window,) = windows([Place(96, 111, 1.0), Place(104, 119, 2.0)], 12, 0, 1_000)
    assert window.start < 96
    assert window.end > 119 + 12
    assert window.weight == 3.0


def test_a_window_stays_inside_the_source() -> None:
    (window,) = windows([Place(-4, 11, 1.0)], 10, 0, 5)
    assert (window.start, window.end) == (0, 5)


def test_the_window_with_more_behind_it_comes_first() -> None:
    found = windows([Place(96, 111, 1.0), Place(496, 511, 2.0)], 6, 0, 1_000)
    assert found[0].start < 500 < found[0].end
    assert len(found) == 2


def test_a_window_with_little_behind_it_is_dropped() -> None:
    assert len(windows([Place(496, 511, 9.0), Place(96, 111, 1.0)], 12, 0, 1_000)) == 1


def test_two_halves_with_words_left_out_between_are_tried_as_one() -> None:
    best = windows([Place(96, 111, 5.0), Place(144, 159, 5.0)], 10, 0, 1_000)[0]
    assert best.start <= 96
    assert best.end >= 159


def test_halves_too_far_apart_are_two_passages() -> None:
    found = windows([Place(96, 111, 5.0), Place(696, 711, 5.0)], 10, 0, 1_000)
    assert all(window.end - window.start < 100 for window in found)


def test_the_number_of_windows_is_bounded() -> None:
    scattered = [Place(100 * i, 100 * i + 15, 1.0) for i in range(200)]
    assert len(windows(scattered, 10, 0, 30_000)) <= MOST_WINDOWS + 2


FILLER = " ".join(f"filler{n}" for n in range(40))


def test_a_segment_is_looked_for_by_runs_of_three_words() -> None:
    assert len(found_at("x the old quay y", f"{FILLER} at the old quay {FILLER}")) == 1


def test_runs_of_two_serve_where_no_three_stand_together() -> None:
    assert len(found_at("the old wall fell", f"{FILLER} an old wall stood {FILLER}")) == 1


def test_a_long_single_word_serves_where_no_two_stand_together() -> None:
    assert len(found_at("the harbourmaster spoke", f"{FILLER} a harbourmaster sang {FILLER}")) == 1
    assert found_at("the cat", f"{FILLER} one cat {FILLER}") == []


def test_a_bracket_is_no_part_of_a_run() -> None:
    assert len(found_at("the [old] quay wall", f"{FILLER} the quay wall {FILLER}")) == 1
    assert found_at("a [old] b", f"{FILLER} a old b {FILLER}") == []


def test_a_segment_is_looked_for_in_its_stretch_alone() -> None:
    words = Words.of(f"{FILLER} at the old quay {FILLER}")
    segment = Quoted.of("at the old quay").segments[0]
    assert windows_in(segment, words, 0, 40) == []
    assert windows_in(segment, words, 44, len(words)) == []
    assert len(windows_in(segment, words, 40, 44)) == 1


def test_the_windows_of_one_word_repeated_are_bounded() -> None:
    segment = Quoted.of("word " * 5_000).segments[0]
    words = Words.of("word " * 5_000)
    assert len(windows_in(segment, words, 0, len(words))) <= MOST_WINDOWS + 2


@pytest.mark.parametrize("seed", range(30))
def test_words_compared_each_with_each_give_the_windows_that_an_index_gives(seed: int) -> None:
    dice = random.Random(seed)
    language = [f"{'w' * dice.randint(1, 6)}{number}" for number in range(dice.choice([4, 30, 300]))]
    words = Words.of(" ".join(dice.choices(language, k=400)))
    quoted = [word if dice.random() < 0.7 else "[other]" for word in words.keys[100 : 100 + dice.randint(1, 30)]]
    (segment,) = Quoted.of(" ".join(quoted)).segments
    found = windows_in(segment, words, 50, 350)
    assert [replace(one, runs=None) for one in found] == chain._by_index(segment, words.hashes[50:350], 50, 350)
    for one in found:
        if one.runs is not None:
            assert anchors(segment, words, one.start, one.end, one.runs) == anchors(segment, words, one.start, one.end)
