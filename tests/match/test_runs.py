"""The runs of many segments in their windows: all at once as one by one."""

from __future__ import annotations

import random

import numpy as np
import pytest

from holdwater.match import runs
from holdwater.match.anchors import anchors
from holdwater.match.chain import Window
from holdwater.match.folding import Numbers, hash_of
from holdwater.match.lay import exact_in
from holdwater.match.quoted import Quoted
from holdwater.match.runs import BLANK, LEAST, Compared, Run, standing
from holdwater.match.words import Words


def hashes(words: str) -> Numbers:
    return np.array([hash_of(word) for word in words], np.uint32)


def slow(own: str, theirs: str) -> list[Run]:
    """Every longest run of the same letters, one by one."""
    found = []
    for first in range(len(own)):
        for at in range(len(theirs)):
            if first and at and own[first - 1] == theirs[at - 1]:
                continue
            length = 0
            while own[first + length : first + length + 1] == theirs[at + length : at + length + 1] != "":
                length += 1
            if length >= LEAST:
                found.append((first, at, length))
    return found


@pytest.mark.parametrize("seed", range(40))
def test_all_at_once_find_what_each_finds_by_itself(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "MOST_CELLS", 5_000)
    dice = random.Random(seed)
    letters = dice.choice(["a", "ab", "abcd", "abcdefghijklm"])
    pairs = [["".join(dice.choices(letters, k=dice.randrange(40))) for _ in range(2)] for _ in range(30)]
    found = standing([Compared(hashes(own), hashes(theirs)) for own, theirs in pairs])
    assert found == [slow(own, theirs) for own, theirs in pairs]


def test_nothing_to_compare_has_no_runs() -> None:
    assert standing([]) == []
    assert standing([Compared(hashes(""), hashes("abc")), Compared(hashes("abc"), hashes(""))]) == [[], []]


def test_what_is_no_word_parts_a_run() -> None:
    own = hashes("abcdefg")
    own[3] = BLANK
    assert standing([Compared(own, hashes("abcdefg"))]) == [[(0, 0, 3), (4, 4, 3)]]


WORDS = Words.of("an old quay wall fell at last and an old quay wall stood")
SEGMENT = Quoted.of("old quay wall fell").segments[0]


def test_runs_of_which_the_letters_are_others_are_none() -> None:
    wrong = [(0, 1, 3), (0, 5, 4)]
    assert anchors(SEGMENT, WORDS, 0, 13, wrong) == anchors(SEGMENT, WORDS, 0, 13)
    assert [laid.start for laid in exact_in(SEGMENT, WORDS, [Window(0, 13, 1.0, [(0, 6, 4)])])] == [1]


def test_runs_that_are_known_need_not_be_looked_for() -> None:
    known = [(0, 0, 4), (0, 8, 3)]
    assert anchors(SEGMENT, WORDS, 1, 13, known) == anchors(SEGMENT, WORDS, 1, 13)
    assert [laid.start for laid in exact_in(SEGMENT, WORDS, [Window(1, 13, 1.0, known)])] == [1]
