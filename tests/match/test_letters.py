"""What letters say of words that are nearly the same."""

from __future__ import annotations

import random

import numpy as np
import pytest

from holdwater.match import letters
from holdwater.match.folding import hash_of, hashes_joined
from holdwater.match.letters import Letters, bits_set
from holdwater.match.prices import similar
from holdwater.match.words import Words

ODD = (
    "The keeper’s co-\noperation, \ufb01nal 1,250.50 [12] naïve CAFÉ don't 3½ straße "
    "\u0391\u0392\u0393 x² \u0400\u0436 alleged1 re-entered 漢字 e\u0301t\u00e9"
)


def columns(found: Letters) -> list[list[int]]:
    return [list(map(int, one)) for one in (found.lengths, found.sets, found.beginnings, found.stems, found.glued)]


def test_the_letters_of_a_text_are_those_of_its_folded_words() -> None:
    words = Words.of(ODD)
    starts, ends = (np.array(list(some), np.intp) for some in (words.starts, words.ends))
    assert columns(Letters.of_text(ODD, starts, ends)) == columns(Letters.of_keys(list(words.keys)))


def test_a_word_that_is_none_has_no_letters() -> None:
    found = Letters.of_text("ab", np.array([0, 2]), np.array([2, 2]))
    assert columns(found)[:2] == [[2, 0], [columns(Letters.of_keys(["ab"]))[1][0], 0]]


@pytest.mark.parametrize("seed", range(20))
def test_words_that_are_nearly_the_same_are_told_so(seed: int) -> None:
    dice = random.Random(seed)
    pairs = []
    while len(pairs) < 50:
        one = "".join(dice.choices("abcdeilmnorstu", k=dice.randint(4, 14)))
        other = damaged(one, dice)
        if one != other and similar(one, other):
            pairs.append((one, other))
    first, second = (Letters.of_keys([pair[side] for pair in pairs]) for side in (0, 1))
    longer = np.maximum(first.lengths, second.lengths)
    off = bits_set(first.sets ^ second.sets) + longer - np.minimum(first.lengths, second.lengths)
    assert ((off <= 2 * (longer >> 2)) | (first.beginnings == second.beginnings)).all()


def damaged(word: str, dice: random.Random) -> str:
    letters_ = list(word)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(letters_))
        letters_[at : at + 1] = dice.choice([[], [letters_[at], "x"], ["y"], letters_[at : at + 2][::-1]])
    return "".join(letters_) or "x"


def test_bits_are_counted_alike_by_numpy_and_by_table() -> None:
    numbers = np.array([0, 1, 0xFFFF, 0x10000, 0x80000001, 0xFFFFFFFF], np.uint32)
    assert list(bits_set(numbers)) == list(letters._by_table(numbers)) == [0, 1, 16, 1, 2, 32]


def test_the_hash_of_two_words_joined_is_that_of_the_one_word() -> None:
    pairs = [("gate", "keeper"), ("a", "b"), ("straße", "漢字"), ("co", "operation")]
    first, second = (np.array([hash_of(pair[side]) for pair in pairs], np.uint32) for side in (0, 1))
    lengths = np.array([len(one) for one, _ in pairs])
    assert list(hashes_joined(first, lengths, second)) == [hash_of(one + other) for one, other in pairs]
