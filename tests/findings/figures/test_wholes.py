"""The part of a whole, and the number of a row by another name, are not put against whatever stands beside them."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation
from holdwater.read import read_bytes

PASSAGE = "Of the 318 boats in this year's list, 120 were in last year's list as well, the harbour master said."

ACCOUNTS = """# Accounts

| Crowns | 2010 | 2011 |
|--------|------|------|
| Debt service | 703 | 866 |
| Snow | 120 | 131 |

The revenue of 2010 was put at 11,412 crowns.
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour master said that 120 of the boats had been in last year's list as well.",
        "Exactly 120 of those boats were in last year's list, the harbour master said.",
        "There were 318 boats in this year's list.",
    ],
)
def test_a_part_is_not_denied_by_its_whole(sentence: str) -> None:
    assert relation(sentence, PASSAGE) == "entailed"


def test_another_part_of_the_whole_is_another_number() -> None:
    claimed = "The harbour master said that 150 of the boats had been in last year's list as well."
    assert relation(claimed, PASSAGE) == "not in source"


def test_a_number_of_another_thing_that_shares_only_a_year_denies_nothing() -> None:
    passage = read_bytes(ACCOUNTS.encode(), "accounts.md")
    assert relation("The town paid 866 crowns in interest, more than it paid in 2010.", passage) == "entailed"
