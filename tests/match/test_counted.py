"""Numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.match.counted import counted

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
UNITS += "seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelt(value: int) -> list[str]:
    """A number below a thousand million as it is said, from its digits."""
    for scale, name in ((10**6, "million"), (10**3, "thousand")):
        if value >= scale:
            rest = spelt(value % scale) if value % scale else []
            return [*spelt(value // scale), name, *rest]
    if value >= 100:
        return [UNITS[value // 100], "hundred", *(spelt(value % 100) if value % 100 else [])]
    if value >= 20:
        return [TENS[value // 10 - 2], *([UNITS[value % 10]] if value % 10 else [])]
    return [UNITS[value]]


@given(st.integers(0, 999_999_999))
def test_a_number_that_is_said_is_read_back(value: int) -> None:
    said = spelt(value)
    assert counted([*said, "men"], 0) == (str(value), len(said))


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("twenty five", "25"),
        ("nineteen eighty four", "1984"),
        ("nineteen oh four", "1904"),
        ("twenty twenty one", "2021"),
        ("nineteen hundred and five", "1905"),
        ("two thousand and four", "2004"),
        ("a hundred and five", "105"),
        ("a million", "1000000"),
        ("one point five million", "1500000"),
        ("zero point two five", "0.25"),
        ("1.5 million", "1500000"),
        ("25 hundred", "2500"),
        ("third", "3th"),
        ("twenty third", "23th"),
        ("one hundred and first", "101th"),
        ("3rd", "3th"),
        ("nineteen eighties", "1980s"),
        ("zwölf", "12"),
        ("quinze", "15"),
        ("ochenta", "80"),
    ],
)
def test_a_number_is_read_whole(said: str, number: str) -> None:
    assert counted(said.split(), 0) == (number, len(said.split()))


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("ten twenty", "10"),
        ("one hundred and two hundred", "100"),
        ("one thousand and two thousand", "1000"),
        ("five hundred thousand and a half", "500000"),
        ("nineteen people", "19"),
        ("twenty percent", "20"),
    ],
)
def test_a_number_ends_where_another_begins(said: str, number: str) -> None:
    found = counted(said.split(), 0)
    assert found is not None
    assert found[0] == number


@pytest.mark.parametrize("said", ["the", "a dog", "and", "point five", "hundred", "12:30", "3d-print"])
def test_what_is_no_number_is_none(said: str) -> None:
    found = counted(said.split(), 0)
    assert found is None or found[0] == said


@given(
    st.lists(st.sampled_from([*UNITS, *TENS, "hundred", "thousand", "million", "and", "a", "point", "oh", "7", "x"]))
)
def test_any_row_of_number_words_is_read_in_bounds(words: list[str]) -> None:
    for at in range(len(words)):
        found = counted(words, at)
        assert found is None or 1 <= found[1] <= len(words) - at
