"""Pounds of which nothing says whether they are money bear out an equal sum, and deny none."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation


@pytest.mark.parametrize(
    ("sentence", "passage", "expected"),
    [
        ("The bishop left the school £1,460.", "To the school the bishop left 1,460 pounds.", "entailed"),
        ("The bishop left the school 1,460 pounds.", "To the school the bishop left £1,460.", "entailed"),
        ("The bridge took £12,300.", "In the end the bridge took 12,300l. Nobody complained.", "entailed"),
        (
            "Tolls came to £2,640.",
            "Tolls came to 2,640 pounds, and the wages of the keepers to 1,980 pounds.",
            "entailed",
        ),
        ("The wool of the flock was worth £700.", "The flock gave 900 pounds of wool.", "not in source"),
    ],
)
def test_an_equal_number_of_pounds_passes(sentence: str, passage: str, expected: str) -> None:
    assert relation(sentence, passage) == expected
