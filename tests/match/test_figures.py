"""Numbers of the same digits that what stands before them makes another."""

from __future__ import annotations

import pytest

from holdwater.match.figures import same_figure


def same(one: str, other: str) -> bool:
    return same_figure(one, one.rindex("5"), other, other.rindex("5"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about .5", "about 5"),
        ("by –5", "by 5"),
        ("by −.5", "by .5"),
        ("~5", "5"),
        ("≈ 5", "5"),
        ("3/5", "3–5"),
        ("3:5", "3 5"),
        ("10^5", "10 5"),
        ("3×5", "3 5"),
    ],
)
def test_a_sign_before_a_number_makes_it_another(one: str, other: str) -> None:
    assert not same(one, other)
    assert not same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("by –5", "by −5"),
        ("by -5", "by –5"),
        ("3–5", "3-5"),
        ("3–5", "3 5"),
        ("2019/5", "2019–5"),
        ("2:\n    5", "2:5"),
        ("word.5", "word 5"),
        ("… 5", "...5"),
        ("(5", "5"),
        ("pre-5", "pre 5"),
        ("5", "5"),
    ],
)
def test_dashes_between_numbers_and_marks_around_them_do_not(one: str, other: str) -> None:
    assert same(one, other)


def test_two_hyphens_are_a_dash_and_no_sign() -> None:
    assert same_figure("pages 254--258", 11, "pages 254-258", 10)
    assert not same_figure("a fall to -5", 11, "a fall to 5", 10)
