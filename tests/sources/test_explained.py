"""References whose every word stands at the head of a text, and what forbids the tie. All works are invented."""

from __future__ import annotations

import pytest
from test_heads import in_hand, tied_to
from works_factory import reference

from holdwater.sources.explained import without_comment
from holdwater.sources.model import TieStatus
from holdwater.sources.tie import Tying

SPEECH = (
    "COUNTY OF MARDEN\nWATER STATEMENT 2016\nMade in the County Chamber by the Reeve, Edda Loe-Voss,\n"
    "Keeper of the Weirs\nThursday, June 9, 2016"
)
ADDRESS = "Address at the Opening of the Upper Weir\nThe Reverend Jonathan Poe\nCorn Hall, Marden\n4 June 1881"
TRACT = "FRIENDS OF THE RIVER\nTract No. 12\n\nA Word for Weirs\n\nDr Carl Coe\n\nMarden, 1934"
PAPER_SERIES = "Marden Institute of Hydrology\nOccasional Paper no. 3\nSluices and Silt\nIda Loe\nMarch 2011"
SURVEY = "COE RESEARCH\nMARDEN HOUSEHOLD PANEL - ROUND 9\nInterviews: June 3-9, 2016"
MASTHEAD = (
    "THE MARDEN LANTERN\nand River Counties Gazette\n\nNo. 2,107.   THURSDAY, JUNE 4, 1891.   TWO PENCE.\n\nTHE FLOOD."
)
PLAIN_MASTHEAD = "The Marden Lantern\nThursday, 4 June 1891"

TIED = [
    ("Edda Loe-Voss, Water Statement, County Chamber of Marden, June 9, 2016.", SPEECH),
    ("Edda Loe-Voss, Water Statement 2016, County Chamber, 9 June 2016.", SPEECH),
    ("Jonathan Poe, “Address at the Opening of the Upper Weir”, Marden, 4 June 1881.", ADDRESS),
    ("Carl Coe, A Word for Weirs, Friends of the River Tract 12 (Marden, 1934), p. 2.", TRACT),
    ("Dr Carl Coe, A Word for Weirs, Friends of the River Tract No. 12 (1934).", TRACT),
    ("Carl Coe, A Word for Weirs, Friends of the River Tract 12 (Marden, 1934).", f"{TRACT}\nPrice 6d. By post 8d."),
    ("Ida Loe, Sluices and Silt, Marden Institute of Hydrology Occasional Paper 3 (2011), 14.", PAPER_SERIES),
    ("Coe Research, Marden Household Panel, round 9, June 2016. The count by street is my own.", SURVEY),
    ("Coe Research, Marden Household Panel, round 9, June 2016. We have asked for the tables.", SURVEY),
    ("Marden Lantern, 4 June 1891.", MASTHEAD),
    ("The Marden Lantern, June 4, 1891, p. 3.", MASTHEAD),
    ("Marden Lantern, 4 June 1891.", PLAIN_MASTHEAD),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "head"), TIED)
def test_a_text_is_known_where_all_that_is_cited_stands_at_its_head(cited: str, head: str) -> None:
    tied = tied_to(cited, in_hand(head))

    assert tied.status is TieStatus.TIED, tied.reason
    assert Tying({"text": in_hand(head)}).names(reference(cited))


OTHERS = [
    # another year, day, person, work of the day
    ("Edda Loe-Voss, Water Statement, County Chamber of Marden, June 11, 2015.", SPEECH),
    ("Edda Loe-Voss, Water Statement, County Chamber of Marden, June 10, 2016.", SPEECH),
    ("Edda Loe-Voss, Water Statement, County Chamber of Marden, 2015.", SPEECH),
    ("Carl Coe, Water Statement, County Chamber of Marden, June 9, 2016.", SPEECH),
    ("Edda Loe-Voss, Road Statement, County Chamber of Marden, June 9, 2016.", SPEECH),
    ("Edda Loe-Voss, Water Statement, County Chamber of Marden, June 9, 2016.",
     "COUNTY OF MARDEN\nREPLY TO THE WATER STATEMENT 2016\nMade in the County Chamber by Carl Coe\n"
     "who spoke behind the Reeve, Edda Loe-Voss\nThursday, June 9, 2016"),
    # what was said there that day, of which the statement is a part
    ("County of Marden, County Chamber, June 9, 2016.", SPEECH),
    # another number of a series, its other tract, another round
    ("Carl Coe, A Word for Weirs, Friends of the River Tract 11 (Marden, 1934), p. 2.", TRACT),
    ("Carl Coe, A Word for Mills, Friends of the River Tract 12 (Marden, 1934), p. 2.", TRACT),
    ("Carl Coe, Friends of the River Tract 12 (Marden, 1935), p. 2.", TRACT),
    ("Jon Poe, A Word for Weirs, Friends of the River Tract 12 (Marden, 1934), p. 2.", TRACT),
    ("Ida Loe, Sluices and Silt, Marden Institute of Hydrology Occasional Paper 4 (2011), 14.", PAPER_SERIES),
    ("Coe Research, Marden Household Panel, round 8, May 2016. The count by street is my own.", SURVEY),
    ("Coe Research, Marden Household Panel, round 9, July 2016. The count by street is my own.", SURVEY),
    # another issue, another paper, an article of the issue, a body's text of a day
    ("Marden Lantern, 5 June 1891.", MASTHEAD),
    ("Marden Lantern, 4 June 1892.", MASTHEAD),
    ("Marden Lantern, June 1891.", MASTHEAD),
    ("Upper Marden Lantern, 4 June 1891.", MASTHEAD),
    ("Marden Herald, 4 June 1891.", MASTHEAD),
    ("Edda Voss, The Weir (Corn Press, 2009).", "Edda Voss\nThe Weir and the Orchard\nCorn Press, 2009"),
    ("Edda Voss, The Weir, Corn Hall, 4 June 2009.", "Edda Voss\nReply to The Weir\nCorn Hall, 4 June 2009"),
    ("Edda Voss, The Weir, Corn Hall, 4 June 2009.", "Edda Voss\nThe Weir and the Orchard\nCorn Hall, 4 June 2009"),
    ("Edda Voss, The Weir, Corn Press, 2009.", "Edda Voss\nThe Weir II\nCorn Press, 2009"),
    ("Marden Water Board, 4 June 1891.", "MARDEN WATER BOARD\nThursday 4 June 1891\nThe upper weir"),
    ("Marden Water Board, 4 June 1891.", "MARDEN WATER BOARD\nReport No. 5, Thursday 4 June 1891\nThe upper weir"),
    ("Minutes, 4 June 1891.", "MINUTES\n4 June 1891"),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "head"), OTHERS)
def test_another_work_of_the_body_the_day_or_the_series_is_not_tied(cited: str, head: str) -> None:
    tied = tied_to(cited, in_hand(head))

    assert tied.status is not TieStatus.TIED, tied.reason


def test_of_two_issues_of_a_paper_the_one_of_the_day_is_taken() -> None:
    second = MASTHEAD.replace("JUNE 4", "JUNE 11").replace("2,107", "2,108")
    first, second_source = in_hand(MASTHEAD, "first"), in_hand(second, "second")

    assert tied_to("Marden Lantern, 11 June 1891.", first, second_source).source == "second"


@pytest.mark.parametrize(
    ("raw", "cited"),
    [
        (
            "Coe, Weirs (Marden: Corn Press, 1934), p. 4. The count is my own.",
            "Coe, Weirs (Marden: Corn Press, 1934), p. 4.",
        ),
        ("Coe, Weirs (Marden: Corn Press, 1934). He was wrong. See below.", "Coe, Weirs (Marden: Corn Press, 1934)."),
        ("Coe Research, round 9, June 2016. We asked twice, and have it.", "Coe Research, round 9, June 2016."),
        ("Marden Water Board. 2016. Our weirs are leaking.", ""),
        ("Marden Water Board. (2016, June 4). Our weirs are leaking.", ""),
        ("Marden Water Board (June 4, 2016). Our weirs are leaking.", ""),
        ("Marden Water Board. June 2016. Our weirs are leaking.", ""),
        ("Coe, Weirs (Marden: Corn Press, 1934). Second edition.", ""),
    ],
)
def test_a_comment_behind_a_reference_is_none_of_it_and_a_title_behind_a_year_is(raw: str, cited: str) -> None:
    assert without_comment(raw) == (cited or raw)
