"""The number of one group of a table bears nothing out of all, nor of a group that is named elsewhere."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said
from holdwater.document import Document
from holdwater.read import read_bytes

POLL = """Q2. Would a new bridge help your village or harm it?

               All    Fishers   Farmers   16-34   Over 65   Island
Help           38%      29%       44%      41%      36%       61%
Harm           47%      55%       40%      44%      50%       26%
Do not know    15%      16%       16%      15%      14%       13%
"""
BY_TRADE = """Table 4. Late pay by trade, per cent of workers

                     Men    Women    All
Baking              11.3     14.9    12.8
Fishing, canning    21.7     27.4    24.2
Ropemaking           8.2      9.6     8.9
All trades          13.0     17.1    14.9
"""


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("Sixty-one per cent of the province think a new bridge would help.", POLL),
        ("Of everyone asked, 55% think that the bridge would harm their village.", POLL),
        ("In that line of work 27.4 per cent of women were paid late.", BY_TRADE),
        ("The pay of 9.6% of women was late.", BY_TRADE),
    ],
)
def test_a_group_that_is_not_named_bears_nothing_out(sentence: str, passage: str) -> None:
    found = said(sentence, _read(passage))[-1]
    assert (found.relation.value, found.reason) == ("unsure", "its source has the number of one group of several")


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("On the island 61 per cent think a new bridge would help.", POLL),
        ("Of the fishers 55% think that the bridge would harm their village.", POLL),
        ("Only 38 per cent think a new bridge would help.", POLL),
        ("In fishing 27.4 per cent of women were paid late.", BY_TRADE),
        ("Fishing is worse. There 27.4 per cent of women were paid late.", BY_TRADE),
        ("Of all women 17.1 per cent were paid late.", BY_TRADE),
    ],
)
def test_the_number_of_a_group_that_is_named_or_of_all_bears_its_claim_out(sentence: str, passage: str) -> None:
    assert relation(sentence, _read(passage)) == "entailed"


def test_the_parts_of_a_sum_are_borne_out_by_whatever_words_they_are_called() -> None:
    passage = _read(
        "Table 1. Paid, in crowns\n\n"
        "                 2010\nSnow clearing     212\nDebt service      866\nTotal           1,078\n"
    )
    assert relation("The town paid 866 crowns in interest.", passage) == "entailed"


def _read(passage: str) -> Document:
    return read_bytes(passage.encode(), "passage.txt")
