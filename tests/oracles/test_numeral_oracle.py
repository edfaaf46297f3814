"""The reader of numerals gives back every number that was spelled out or grouped by rule."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from holdwater.extract.quantities.numerals import Numeral, read_numeral
from oracles.slow_numerals import grouped, indian, spelled

_NUMBERS = st.one_of(st.integers(0, 2000), st.integers(0, 10**15 - 1), st.sampled_from([10**n for n in range(15)]))
_TAILS = st.sampled_from(["", ".", ", they said", " girls", ") and"])


def read(text: str) -> Numeral:
    found = read_numeral(text, 0)
    assert found is not None
    return found


@given(_NUMBERS, st.booleans(), _TAILS)
def test_words_come_back_as_the_number_they_spell(number: int, joined: bool, tail: str) -> None:
    words = spelled(number, joined=joined)
    found = read(words + tail)
    assert (found.value, found.end) == (number, len(words))


@given(st.integers(1000, 10**15 - 1), st.sampled_from([",", "'", "’", "\u00a0", "\u2009", "\u202f"]), _TAILS)
def test_grouped_digits_come_back_as_their_number(number: int, mark: str, tail: str) -> None:
    digits = grouped(number, mark)
    found = read(digits + tail)
    assert (found.value, found.end) == (number, len(digits))


@given(st.integers(1000, 10**12), _TAILS)
def test_indian_groups_come_back_as_their_number(number: int, tail: str) -> None:
    digits = indian(number)
    found = read(digits + tail)
    assert (found.value, found.end) == (number, len(digits))


@given(st.integers(10**6, 10**12), st.integers(0, 999))
def test_european_groups_and_a_decimal_comma(number: int, decimals: int) -> None:
    digits = f"{grouped(number, '.')},{decimals:03}"
    assert read(digits).value == pytest.approx(number + decimals / 1000)


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False))
def test_plain_decimals_come_back_with_the_precision_of_their_last_place(number: object) -> None:
    assume(not 1500 <= float(str(number)) < 2100)  # "in 1955.12" is a year at a sentence's end, and a note mark
    found = read(str(number))
    assert found.value == pytest.approx(float(str(number)))
    assert found.half_steps == (0.0005,)


@given(st.text(max_size=60), st.integers(0, 59))
def test_no_text_breaks_the_reader(text: str, at: int) -> None:
    if at < len(text):
        found = read_numeral(text, at)
        assert found is None or 0 <= found.start < found.end <= len(text)
