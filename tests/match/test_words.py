"""Words of long texts: the same as of short ones, found by their hashes and checked by their letters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import Span
from holdwater.match.folding import Tokens
from holdwater.match.words import SHORT, Words

LONG = "The harbour-\nmaster’s 1,250 lamps cost $10.0 million [12] in all. " * 60


def test_a_long_text_has_the_words_of_its_sentence_over_and_over() -> None:
    assert len(LONG) > SHORT
    words = Words.of(LONG)
    once = ["the", "harbourmaster's", "1250", "lamps", "cost", "$", "10.0", "million", "[12]", "in", "all"]
    assert list(words.keys) == once * 60
    assert words.keys[1] == "harbourmaster's"
    assert words.keys[-1] == "all"
    assert words.keys[-3:] == ["[12]", "in", "all"]


def test_a_span_leads_back_to_the_text() -> None:
    words = Words.of(LONG)
    assert words.span(0, 2).of(LONG) == "The harbour-\nmaster’s"
    assert words.span(3, 3) == Span(words.ends[2], words.ends[2])
    assert words.span(0, 0) == Span(0, 0)


def test_words_are_found_first_last_and_all_within_bounds() -> None:
    words = Words.of(LONG)
    assert words.find("lamps cost") == 3
    assert words.find("lamps cost", 4) == 14
    assert words.find("lamps cost", 4, 15) == -1
    assert words.find_last("lamps cost", 0, len(words)) == 59 * 11 + 3
    assert words.find_last("lamps cost", 0, 4) == -1
    assert words.find_all("lamps cost", 2) == [3, 14]
    assert words.find("lamps cost $ 11.0") == -1


def test_words_of_the_same_hash_are_not_taken_for_one_another() -> None:
    words = Words.of("old quay new quay")
    same = np.full(4, words.hashes[0], np.uint32)
    alike = Words(words.text, Tokens(words.tokens.starts, words.tokens.ends, same))
    assert alike.find("old") == 0
    assert alike.find_last("old", 0, 4) == 0
    assert alike.find_all("old", 9) == [0]


def test_a_text_knows_its_words() -> None:
    words = Words.of(LONG)
    assert words.knows("harbourmaster's")
    assert not words.knows("harbour")


def test_an_empty_text_has_no_words() -> None:
    words = Words.of("")
    assert len(words) == 0
    assert words.find("a") == -1
    assert not words.knows("a")


@pytest.mark.parametrize("text", ["", "a", LONG])
def test_offsets_are_plain_numbers(text: str) -> None:
    assert all(type(at) is int for at in [*Words.of(text).starts, *Words.of(text).ends])


_TEXT = st.lists(st.sampled_from("a b c".split()), max_size=30)


@given(_TEXT, st.lists(st.sampled_from("a b c".split()), min_size=1, max_size=3), st.integers(0, 8), st.integers(0, 30))
def test_finding_is_what_a_plain_search_does(text: list[str], run: list[str], start: int, end: int) -> None:
    words = Words.of(" ".join(text))
    wanted = [at for at in range(start, min(end, len(text)) - len(run) + 1) if text[at : at + len(run)] == run]
    keys = " ".join(run)
    assert words.find_all(keys, 99, start, end) == wanted
    assert words.find(keys, start, end) == (wanted[0] if wanted else -1)
    assert words.find_last(keys, start, end) == (wanted[-1] if wanted else -1)


def test_a_stretch_of_a_long_text_gives_the_same_words_however_it_is_asked_for() -> None:
    text = " ".join(f"Word{n}" for n in range(600))
    words, whole = Words.of(text), [f"word{n}" for n in range(600)]
    for first, last in ((100, 160), (110, 150), (90, 120), (155, 165), (100, 160), (590, 700), (160, 160)):
        assert words.keys[first:last] == whole[first:last]
    assert [words.keys[at] for at in (99, 100, 159, 160, -1)] == [whole[at] for at in (99, 100, 159, 160, -1)]
    assert words.keys[100:160:7] == whole[100:160:7]
    assert words.keys[:3] == whole[:3]


def test_a_stretch_that_was_handed_out_is_its_takers_own() -> None:
    words = Words.of(" ".join(f"word{n}" for n in range(600)))
    words.keys[10:60].clear()
    assert words.keys[10:12] == ["word10", "word11"]


def test_the_last_place_among_repeated_words_is_found_without_looking_at_all_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = Words.of("word " * 20_000 + "zed")
    looked: list[int] = []
    stands = Words._stands
    monkeypatch.setattr(Words, "_stands", lambda self, parts, at: looked.append(at) or stands(self, parts, at))
    assert words.find_last("word " * 999 + "word", 0, len(words)) == 19_000
    assert words.find_last("word zed", 0, len(words)) == 19_999
    assert words.find_last("zed word", 0, len(words)) == -1
    assert len(looked) == 2
