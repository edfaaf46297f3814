"""Folding by arrays gives, on any text, the words that the regular expression and `fold` give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdwater.match import folding
from holdwater.match.folding import PIECE, fold_text, hash_of
from holdwater.match.normalise import WORD, fold

# Characters that mean something to the normaliser, so that short texts meet its every branch.
_TELLING = (
    "abXZé'’ʼ[]().,;:-‐−–_!=<>≤%$€&+*019²⁵½٣ßﬁŉİ \t\r\n\u00a0\u00ad\u200b\ufffe\u0301中ก가ᄀ\U0001f600\U00020001\ud800"
)
_PIECES = [
    "[12]",
    "[*53]",
    "[3, 5]",
    "1,250",
    "1,25",
    "10.0",
    "-\n",
    "- \r\n  ",
    "!=",
    "-5",
    ".5",
    "don't",
    "[T]he",
    "the ",
]
_TEXTS = st.lists(st.sampled_from([*_TELLING, *_PIECES]), max_size=40).map("".join)


def slow(text: str) -> list[tuple[int, int, int]]:
    return [(*match.span(), hash_of(fold(match.group()))) for match in WORD.finditer(text)]


def fast(text: str) -> list[tuple[int, int, int]]:
    tokens = fold_text(text)
    return list(zip(tokens.starts.tolist(), tokens.ends.tolist(), tokens.hashes.tolist(), strict=True))


@settings(max_examples=700, deadline=None)
@given(_TEXTS)
def test_the_fast_words_are_the_slow_ones_on_telling_characters(text: str) -> None:
    assert fast(text) == slow(text)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_they_are_so_where_few_characters_are_exotic(text: str) -> None:
    text = f"{'plain words ' * 90}{text}{' more words' * 90}"
    assert fast(text) == slow(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_they_are_so_on_any_text(text: str) -> None:
    assert fast(text) == slow(text)


@pytest.mark.parametrize("seam", ["", " ", "-\n", "[1, 2]", "中", "é\u0301", "1,000", " don't ", "\U0001f600"])
def test_they_are_so_across_the_seams_of_pieces(seam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "PIECE", 4_000)
    filler = "some words go here. "
    for shift in range(-8, 4):
        text = (filler * 201)[: 4_000 + shift] + seam + filler * 3
        assert fast(text) == slow(text)


def test_one_word_longer_than_a_piece_is_one_word() -> None:
    text = "a" * (PIECE + 5000)
    assert fast(text) == slow(text)
