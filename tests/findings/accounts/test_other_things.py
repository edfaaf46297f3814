"""A length of time, or a total, that is of another thing than the figures beside it disagrees with nothing."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import kinds_in


@pytest.mark.parametrize(
    "sentence",
    [
        "The five, who had sold their boats between 1921 and 1934, left, though one of them fished for forty years.",
        "Between 1921 and 1934 five skippers sold up, although the harbour lay dry for forty years.",
        "Councillors elected between 1921 and 1934, some of them idle for forty years, met again.",
        "From 1921 to 1934 he was the clerk, who sat in the tower for forty years.",
    ],
)
def test_a_length_of_time_of_another_clause_is_another_things(sentence: str) -> None:
    assert kinds_in(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Between 1921 and 1934 the mill stood idle for forty years.",
        "From 1921 to 1934 he ran the ferry, for forty years.",
    ],
)
def test_a_length_of_time_of_the_same_clause_is_held_to_its_dates(sentence: str) -> None:
    assert kinds_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It spent £14 million in 1991 and £38 million in 1992, growing to £55 million a year, or £227 million in all.",
        "The yard built 300 carts in 1990 and 450 in 2000, or 760 carts in two good years.",
    ],
)
def test_a_number_larger_than_both_ends_behind_or_is_a_total(sentence: str) -> None:
    assert kinds_in(sentence) == []


def test_a_difference_behind_or_is_still_held_to_its_ends() -> None:
    assert kinds_in("The yard built 300 carts in 1990 and 450 in 2000, or 120 more.")
    assert not kinds_in("The yard built 300 carts in 1990 and 450 in 2000, or 150 more.")
