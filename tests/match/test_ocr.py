"""Scanned words: which two spellings are one word, and which never are."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.match.confusions import CLOSED, CONFUSED, SHORT, TWINS
from holdwater.match.ocr import DIFFERENT, MOST_SLIPS, SLIP, exchange, joined
from holdwater.match.presets import FORGIVEN

DATA = Path(os.environ.get("HOLDWATER_DATA", Path(__file__).parents[3] / "shared" / "data"))
LETTERS = st.text(alphabet="abcdefhilmnorstuvw01'", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("government", "govemment"),
        ("government", "govemrnent"),
        ("clause", "dause"),
        ("clearly", "dearlv"),
        ("1984", "l984"),
        ("1984", "19b4"),
        ("the", "tbe"),
        ("the", "tlie"),
        ("himself", "bimself"),
        ("some", "fome"),
        ("with", "vvith"),
        ("winter", "wiuter"),
        ("and", "aud"),
        ("not", "n0t"),
        ("that", "thal"),
        ("statement", "slatement"),
        ("committee", "comittee"),
        ("commission", "commisslon"),
        ("parliament", "parlament"),
    ],
)
def test_slips_of_a_scanner_make_no_other_word(word: str, read: str) -> None:
    assert 0.0 < exchange(word, read) <= FORGIVEN
    assert exchange(read, word) == exchange(word, read)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1984", "1934"),
        ("10", "100"),
        ("1.5", "15"),
        ("so", "50"),
        ("he", "be"),
        ("not", "net"),
        ("not", "nol1"),
        ("clay", "day"),
        ("country", "county"),
        ("claims", "claim"),
        ("legal", "illegal"),
        ("properly", "property"),
        ("finally", "finality"),
        ("though", "through"),
        ("nuclear", "unclear"),
        ("sec", "fec"),
        ("plough", "orchard"),
        ("", "l"),
    ],
)
def test_two_words_stay_two(one: str, other: str) -> None:
    assert exchange(one, other) == exchange(other, one) == DIFFERENT


def test_more_slips_cost_more_so_that_the_clean_place_wins() -> None:
    prices = [exchange("clearances", word) for word in ("clearances", "dearances", "dearanccs", "dcaranccs")]
    assert prices == sorted(prices)
    assert len(set(prices)) == 4


def test_words_that_look_alike_are_never_one_another() -> None:
    assert len(TWINS) > 200
    for pair in TWINS:
        one, other = sorted(pair)
        assert exchange(one, other) == DIFFERENT


def test_words_of_the_closed_classes_are_never_one_another() -> None:
    words = sorted(CLOSED | SHORT)
    same = [(one, other) for one in words for other in words if one < other and exchange(one, other) < DIFFERENT]
    assert [pair for pair in same if min(map(len, pair)) <= 3 or set(pair) <= CLOSED] == []


def test_no_shape_is_taken_for_itself_and_no_digit_for_another() -> None:
    for one, other in CONFUSED:
        assert one != other
        assert not (one.isdigit() and other.isdigit())
        assert one[0] != other[0] or len(one) > 1 or len(other) > 1


@pytest.mark.parametrize(
    ("one", "first", "second"),
    [("ofthe", "of", "the"), ("agreement", "agree", "ment"), ("notthe", "not", "the"), ("govemment", "govern", "ment")],
)
def test_a_blank_may_be_lost_or_seen(one: str, first: str, second: str) -> None:
    assert joined(one, first, second) <= FORGIVEN


@pytest.mark.parametrize(
    ("one", "first", "second"),
    [
        ("notable", "not", "able"),
        ("1984", "19", "84"),
        ("nothing", "no", "thing"),
        ("into", "in", "to"),
        ("a", "a", ""),
    ],
)
def test_a_blank_that_turns_the_words_is_kept(one: str, first: str, second: str) -> None:
    assert joined(one, first, second) == DIFFERENT


@given(LETTERS, LETTERS)
def test_a_price_is_the_same_either_way_and_known(one: str, other: str) -> None:
    price = exchange(one, other)
    assert price == exchange(other, one)
    assert price == DIFFERENT or round(price / SLIP) in range(MOST_SLIPS + 1)
    assert (price == 0.0) == (one == other)


@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=40))
def test_any_two_strings_have_a_price(one: str, other: str) -> None:
    assert 0.0 <= exchange(one, other) <= DIFFERENT


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_two_numbers_are_the_same_only_if_they_are_equal(one: int, other: int) -> None:
    assert (exchange(str(one), str(other)) == 0.0) == (one == other)
    assert exchange(str(one), str(other)) in (0.0, DIFFERENT)


def test_long_words_are_compared_in_bounded_work() -> None:
    assert exchange("rn" * 5_000, "m" * 9_998) == DIFFERENT


def slow_slips(one: str, other: str, most: int) -> int:
    """The fewest confused shapes that turn one word into the other, by trying all ways; without lost letters."""
    if one == other:
        return 0
    if most == 0 or not one or not other:
        return most + 1
    best = slow_slips(one[1:], other[1:], most) if one[0] == other[0] else most + 1
    for mine, theirs in CONFUSED:
        if one.startswith(mine) and other.startswith(theirs):
            best = min(best, 1 + slow_slips(one[len(mine) :], other[len(theirs) :], most - 1))
    return best


@given(st.text(alphabet="mrnidclhb", min_size=4, max_size=6), st.data())
def test_a_forgiven_price_is_the_number_of_slips_that_the_slow_way_counts(word: str, data: st.DataObject) -> None:
    pairs = [pair for pair in sorted(CONFUSED) if pair[0] in word and (pair[0] + pair[1]).isalpha()]
    mine, theirs = data.draw(st.sampled_from(pairs or [("x", "x")]))
    other = word.replace(mine, theirs, 1)
    price = exchange(word, other)
    if price < DIFFERENT and other != word:
        assert round(price / SLIP) == slow_slips(word, other, 2)


SLIPS = {
    "m": "rn",
    "n": "u",
    "d": "cl",
    "w": "vv",
    "h": "b",
    "c": "e",
    "e": "c",
    "l": "1",
    "i": "l",
    "o": "0",
    "u": "n",
}
LINES = (
    "the harbour commission of the northern towns received another petition concerning the lighthouse and the wooden "
    "bridges which several merchants had promised to rebuild before winter although nobody could remember when the "
    "council had agreed to their conditions or whether the governor himself intended to provide the necessary timber"
).split()


def scanned(word: str, share: float, draw: random.Random) -> str:
    return "".join(SLIPS.get(letter, letter) if draw.random() < share else letter for letter in word)


def test_most_words_of_a_noisy_page_are_known_again() -> None:
    draw = random.Random(7)
    pairs = [(word, scanned(word, 0.075, draw)) for word in LINES * 40]
    changed = [(word, read) for word, read in pairs if word != read]
    known = sum(exchange(word, read) <= FORGIVEN for word, read in changed)
    assert len(changed) > 300
    assert known / len(changed) >= 0.85


def commonest_words(count: int) -> list[str]:
    found: Counter[str] = Counter()
    with gzip.open(DATA / "scotus" / "opinions_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, 400):
            found.update(re.findall(r"[a-z]+(?:'[a-z]+)?", json.loads(line)["text"].lower().replace("’", "'")))
    return [word for word, _ in found.most_common(count)]


@pytest.mark.data
def test_hardly_two_common_words_are_taken_for_one() -> None:
    """Of all pairs of the 6,000 commonest words of four hundred opinions with the same or neighbouring length."""
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for word in commonest_words(6_000):
        by_length[len(word)].append(word)
    pairs = same = 0
    for length, words in by_length.items():
        for index, one in enumerate(words):
            others = words[index + 1 :] + by_length.get(length + 1, [])
            pairs += len(others)
            same += sum(exchange(one, other) < DIFFERENT for other in others)
    assert pairs > 4_000_000
    assert same / pairs <= 4e-6
