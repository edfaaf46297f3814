"""A wide range is borne out by a range, or by its two ends, and by no number that happens to lie in it."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("The catalogue, of 145 pages, is kept at the library.", "unsure"),
        ("The choir had 60 singers.", "unsure"),
        ("The choir had 60 to 410 singers.", "entailed"),
        ("The choir had 60 singers in lean years and 410 singers in fat ones.", "entailed"),
        ("In 1920 the choir had 60 singers. It was a lean year. In 1970 it had 410 singers.", "entailed"),
        ("In lean years the choir had 90 to 300 singers.", "entailed"),
    ],
)
def test_no_number_between_bears_out_a_wide_range(passage: str, expected: str) -> None:
    assert relation("The choir had between 60 and 410 singers.", passage) == expected


def test_a_number_within_a_narrow_range_bears_it_out() -> None:
    assert relation("The choir had between 60 and 75 singers.", "The choir had 68 singers.") == "entailed"


def test_from_and_to_behind_a_word_of_multiplying_are_the_ends_of_a_change() -> None:
    passage = "In 1920 the choir had 60 singers, in 1970 it had 410. Its catalogue has 145 pages."
    ends = said("Its singers had multiplied sevenfold over the years, from 60 to 410.", passage)
    assert [one.relation.value for one in ends] == ["derived", "entailed", "entailed"]
    wrong = said("Its singers had multiplied sevenfold over the years, from 65 to 455.", passage)
    assert "entailed" not in [one.relation.value for one in wrong]
