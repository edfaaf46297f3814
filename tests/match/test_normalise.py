"""The one normaliser: what it forgives, what it never forgives, and the way back to the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.match.normalise import fold
from holdwater.match.words import Words


def keys(text: str) -> list[str]:
    return Words.of(text).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the board’s debt", "the board's debt"),
        ("“quoted” words", '"quoted" words'),
        ("the ﬁne ﬂag", "the fine flag"),
        ("re\u00adceive", "receive"),
        ("litiga-\n   tion", "litigation"),
        ("litiga\u2010\r\ntion", "litigation"),
        ("litiga\ufffetion", "litigation"),
        (unicodedata.normalize("NFD", "naïve café"), unicodedata.normalize("NFC", "naïve café")),
        ("1,250,000 pounds", "1250000 pounds"),
        ("£1,204.6m", "£1204.6m"),
        ("STRASSE", "straße"),
        ("sea — land", "sea - land"),
        ("2^16\u00ad1", "2^16-1"),
        ("surrender[ed]", "surrendered"),
        ("[t]he board", "The board"),
        ("salt & bread", "salt and bread"),
        ("alleged⁶⁷ fraud", "alleged fraud"),
        ("in 2018⁶⁷", "in 2018"),
        ("−5 degrees", "-5 degrees"),
        ("zero\u200bwidth", "zerowidth"),
        ("𝐁oard", "Board"),
        ("[3, 5]", "[3,5]"),
    ],
)
def test_these_are_the_same_words(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$10.0 million", "$100 million"),
        ("$10 million", "£10 million"),
        ("₹10", "₽10"),
        ("1.250", "1250"),
        ("1,25", "125"),
        ("12,50", "1250"),
        ("-5", "5"),
        ("x < 7", "x > 7"),
        ("x = 7", "x != 7"),
        ("x = 7", "x ≠ 7"),
        ("5%", "5"),
        ("5%", "5‰"),
        ("10⁶ ships", "10⁵ ships"),
        ("10⁶ ships", "106 ships"),
        ("5 km²", "5 km³"),
        ("pages 10-\n16", "pages 1016"),
        ("rose", "rosé"),
        ("हि", "हु"),
        ("not here", "here not"),
        ("don't", "dont"),
        ("may be", "maybe"),
        ("漢字", "漢子"),
        ("ที่นี่", "ทีนี่"),
    ],
)
def test_these_are_never_the_same_words(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_scripts_without_blanks_are_taken_character_by_character() -> None:
    assert keys("漢字 です") == ["漢", "字", "で", "す"]
    assert keys("ไทย") == ["ไ", "ท", "ย"]


def test_text_from_right_to_left_keeps_its_order_and_its_places() -> None:
    words = Words.of("שלום עולם")
    assert words.keys == ["שלום", "עולם"]
    assert words.span(1, 2).of(words.text) == "עולם"


def test_letters_beyond_the_first_plane_keep_their_places() -> None:
    words = Words.of("𐌰𐌱 one 🜁 two")
    assert [words.span(i, i + 1).of(words.text) for i in range(len(words))] == ["𐌰𐌱", "one", "two"]


@pytest.mark.parametrize(
    ("text", "index"),
    [('the "harbour".3 And', 2), ("harbour,12 and", 1), ("words [53] more", 1), ("words *123 more", 1)],
)
def test_the_sources_own_marks_are_noise(text: str, index: int) -> None:
    assert Words.of(text).is_noise(index)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("fell by .5 percent", 2),
        (".5 percent", 0),
        ("the '99 season", 1),
        ("in 1911 the", 1),
        ("at 10:30 sharp", 2),
        ("rule (2) says", 1),
        ("it cost.1911 was", 2),
    ],
)
def test_numbers_of_the_text_are_not_noise(text: str, index: int) -> None:
    assert not Words.of(text).is_noise(index)


def test_a_glued_mark_is_told_from_a_name_with_a_number() -> None:
    words = Words.of("alleged12 MP3")
    assert words.has_glued_mark(0)
    assert not words.has_glued_mark(1)


def test_runs_of_words_are_found_only_whole_and_inside_their_bounds() -> None:
    words = Words.of("a cat a catch a cat")
    assert words.find("cat") == 1
    assert words.find("cat", 2) == 5
    assert words.find("a cat", 1, 5) == -1
    assert words.find_all("a", 9) == [0, 2, 4]
    assert words.find_all("a", 2) == [0, 2]
    assert words.find_last("a", 0, 4) == 2
    assert words.find_last("a cat", 0, 5) == 0
    assert words.find_last("dog", 0, 6) == -1


def test_nothing_has_a_place_behind_the_word_before() -> None:
    words = Words.of("one two")
    assert (words.span(1, 1).start, words.span(1, 1).end) == (3, 3)
    assert words.span(0, 0).start == 0


@given(st.text(max_size=60))
def test_every_word_stands_where_it_says_and_folds_to_its_key(text: str) -> None:
    words = Words.of(text)
    assert list(words.starts) == sorted(words.starts)
    for i, key in enumerate(words.keys):
        assert fold(words.span(i, i + 1).of(text)) == key
        assert key
        assert " " not in key


@given(st.lists(st.sampled_from(["a", "b", "ab", "[1]"]), max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_the_first_and_last_place_of_a_word_are_those_of_a_plain_search(text: list[str], start: int, end: int) -> None:
    words = Words.of(" ".join(text))
    places = [i for i, key in enumerate(text) if key == "a" and start <= i < end]
    assert words.find("a", start, end) == (places[0] if places else -1)
    assert words.find_last("a", start, end) == (places[-1] if places else -1)
