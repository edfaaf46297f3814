"""Opposites by prefix, by ending and from the list; and words that only look like it."""

from __future__ import annotations

import pytest

from holdwater.match.opposites import are_opposite


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("legal", "illegal"),
        ("lawful", "unlawful"),
        ("transferable", "nontransferable"),
        ("synchronous", "asynchronous"),
        ("regulated", "deregulated"),
        ("increase", "decreased"),
        ("strengthening", "weakening"),
        ("before", "after"),
        ("always", "never"),
        ("harmful", "harmless"),
        ("harmlessly", "harmfully"),
        ("rose", "fell"),
    ],
)
def test_opposites_are_known_both_ways(one: str, other: str) -> None:
    assert are_opposite(one, other)
    assert are_opposite(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cover", "discover"),
        ("prove", "improve"),
        ("long", "along"),
        ("form", "inform"),
        ("vote", "voted"),
        ("glad", "merry"),
        ("increase", "increases"),
        ("the", "a"),
        ("board", "board"),
    ],
)
def test_words_that_only_look_like_it_are_not(one: str, other: str) -> None:
    assert not are_opposite(one, other)
