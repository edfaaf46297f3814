"""The runs of a segment that stand in a window word for word."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from holdwater.match.anchors import LEAST, anchors
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words


def runs(quotation: str, source: str) -> list[str]:
    words = Words.of(source)
    found = anchors(Quoted.of(quotation).segments[0], words, 0, len(words))
    return [words.span(step.start, step.end).of(source) for step in found]


def test_every_run_that_stands_in_order_is_an_anchor() -> None:
    found = runs("a b c other d e f g another h i j", "p a b c q d e f g r s h i j t")
    assert found == ["a b c", "d e f g", "h i j"]


def test_a_run_of_two_words_is_none() -> None:
    assert runs("a b other c d", "a b q c d") == []


def test_of_two_runs_that_cross_the_longer_one_is_the_anchor() -> None:
    assert runs("a b c d e f g", "d e f g x a b c") == ["d e f g"]


def test_a_run_that_stands_twice_is_taken_where_the_rest_follows() -> None:
    found = anchors(
        Quoted.of("a b c d e f g h").segments[0], Words.of("a b c x y z a b c q e f g h"), 0, len("abcxyzabcqefgh")
    )
    assert [(step.first, step.start) for step in found][-1] == (4, 10)
    assert len(found) == 2


def test_what_is_in_brackets_parts_a_run() -> None:
    assert runs("[T]he old quay wall [sic] fell last night", "The old quay wall sic fell last night") == [
        "old quay wall",
        "fell last night",
    ]


def test_anchors_are_counted_from_the_texts_first_word() -> None:
    words = Words.of("x x x a b c")
    (step,) = anchors(Quoted.of("a b c").segments[0], words, 2, 6)
    assert (step.first, step.last, step.start, step.end, step.same) == (0, 3, 3, 6, True)


def test_one_word_over_and_over_is_one_run() -> None:
    (step,) = anchors(Quoted.of("a " * 90).segments[0], Words.of("a " * 130), 0, 130)
    assert step.last - step.first == 90


@pytest.mark.parametrize("seed", range(20))
def test_anchors_say_the_same_words_on_both_sides_and_never_cross(seed: int) -> None:
    dice = random.Random(seed)
    own, source = ([dice.choice("abcd") for _ in range(count)] for count in (20, 30))
    segment, words = Quoted.of(" ".join(own)).segments[0], Words.of(" ".join(source))
    found = anchors(segment, words, 0, len(words))
    for step in found:
        assert own[step.first : step.last] == source[step.start : step.end]
        assert step.last - step.first >= LEAST
    for one, other in pairwise(found):
        assert one.last <= other.first
        assert one.end <= other.start
    longest = max(
        (n for n in range(21) for i in range(21 - n) for j in range(31 - n) if own[i : i + n] == source[j : j + n]),
        default=0,
    )
    assert max((step.last - step.first for step in found), default=0) == (longest if longest >= LEAST else 0)
