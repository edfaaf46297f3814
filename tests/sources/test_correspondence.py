"""Letters are known by who wrote to whom and on which day. All people and papers are invented."""

from __future__ import annotations

import pytest
from test_heads import in_hand, tied_to
from works_factory import reference

from holdwater.sources.model import TieStatus
from holdwater.sources.tie import Tying

KEPT = "MARDEN TOWN ARCHIVE\nVoss Papers (MTA V/VOS)\nBox 7, folder 2. Typed by C. Loe, 1988.\n\n"
LETTER = f"{KEPT}[Edda Voss to Jonathan Poe, 4 June 1815. 1 leaf]\n\nThe Upper Weir\nSunday\n\nMy dear Poe,"
APART = "EDDA VOSS TO JONATHAN POE\nMarden, June 4th, 1815\n\nMy dear Poe,"
NAMED = "Letter from E. Voss to Mr. J. Poe, dated 4 June 1815\n\nMy dear Poe,"
SIGNED = "Edda de la Croix to the Earl of Marden, 4 June 1815"

TIED = [
    ("Edda Voss to Jonathan Poe, 4 June 1815, Voss Papers, box 7, folder 2, Marden Town Archive.", LETTER),
    ("Edda Voss to Jonathan Poe, 4 June 1815, Marden Town Archive, V/VOS.", LETTER),
    ("Voss to Poe, 4 June 1815.", LETTER),
    ("See Voss to Poe, June 4, 1815, MTA.", LETTER),
    ("E. Voss to J. Poe, 4 June 1815.", LETTER),
    ("Letter from Edda Voss to Jonathan Poe, 4 June 1815.", LETTER),
    ("Voss to Poe, 4 June 1815.", NAMED),
    ("Edda Voss to Jonathan Poe, 4 June 1815.", NAMED),
    ("Edda Voss to Jonathan Poe, 4 June 1815.", APART),
    ("Edda de la Croix to the Earl of Marden, 4 June 1815, Marden Town Archive.", SIGNED),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "head"), TIED)
def test_a_letter_is_known_by_its_people_and_its_day(cited: str, head: str) -> None:
    tied = tied_to(cited, in_hand(head))

    assert tied.status is TieStatus.TIED, tied.reason
    assert Tying({"text": in_hand(head)}).names(reference(cited))


APART_FROM_IT = [
    ("Edda Voss to Jonathan Poe, 5 June 1815, Voss Papers, box 7, folder 2, Marden Town Archive.", LETTER),  # a day
    ("Voss to Poe, 4 July 1815.", LETTER),
    ("Voss to Poe, 4 June 1816.", LETTER),
    ("Voss to Poe, June 1815.", LETTER),  # which of that month's cannot be told
    ("Voss to Poe, undated.", LETTER),
    ("Poe to Voss, 4 June 1815.", LETTER),  # the answer
    ("Voss to Loe, 4 June 1815.", LETTER),
    ("Ida Voss to Jonathan Poe, 4 June 1815.", LETTER),  # her sister
    ("Edda Voss to Caroline Poe, 4 June 1815.", LETTER),
    ("Edda Voss to Jonathan Poe, 4 June 1815, Voss Papers, box 9, folder 2, Marden Town Archive.", LETTER),
    ("Voss to Poe, 2 June 1815, printed in the Marden Lantern, 4 June 1815.", LETTER),
    ("From Marden to the weir, 4 June 1815.", LETTER),
    ("Edda Croix to the Mayor of Marden, 4 June 1815.", SIGNED),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "head"), APART_FROM_IT)
def test_another_letter_is_not_tied(cited: str, head: str) -> None:
    tied = tied_to(cited, in_hand(head))

    assert tied.status is not TieStatus.TIED, tied.reason


def test_of_two_letters_of_the_same_people_the_one_of_the_day_is_taken() -> None:
    first, second = in_hand(LETTER, "first"), in_hand(LETTER.replace("4 June", "9 June"), "second")

    assert tied_to("Voss to Poe, 9 June 1815.", first, second).source == "second"


def test_two_transcripts_of_one_letter_leave_it_untied() -> None:
    tied = tied_to("Voss to Poe, 4 June 1815.", in_hand(LETTER, "one"), in_hand(NAMED, "other"))

    assert tied.status is TieStatus.AMBIGUOUS
