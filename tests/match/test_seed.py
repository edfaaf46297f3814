"""Seeds: runs of a segment that stand in the source."""

from __future__ import annotations

from holdwater.match.quoted import Quoted
from holdwater.match.seed import MOST_PLACES, MOST_SEEDS, seeds
from holdwater.match.words import Words


def places(quotation: str, source: str) -> list[tuple[int, int]]:
    words = Words.of(source)
    return [(seed.element, seed.word) for seed in seeds(Quoted.of(quotation).segments[0], words, 0, len(words))]


def test_runs_of_three_words_are_seeds() -> None:
    assert places("x the old quay y", "at the old quay") == [(1, 1)]


def test_runs_of_two_serve_where_no_three_stand_together() -> None:
    assert places("the old wall fell", "an old wall stood") == [(1, 1)]


def test_a_long_single_word_serves_where_no_two_stand_together() -> None:
    assert places("the harbourmaster spoke", "a harbourmaster sang") == [(1, 1)]
    assert places("the cat", "one cat") == []


def test_a_bracket_is_no_part_of_a_seed() -> None:
    assert places("the [old] quay wall", "the old quay wall") == [(2, 2)]


def test_a_rare_run_weighs_more_than_a_common_one() -> None:
    words = Words.of("a b c a b c a b c d e f")
    found = seeds(Quoted.of("a b c d e f").segments[0], words, 0, len(words))
    weights = {seed.element: seed.weight for seed in found}
    assert weights[3] > weights[0]


def test_the_number_of_seeds_is_bounded_whatever_the_texts() -> None:
    segment = Quoted.of("word " * 5_000).segments[0]
    words = Words.of("word " * 5_000)
    assert len(seeds(segment, words, 0, len(words))) <= MOST_SEEDS * MOST_PLACES
