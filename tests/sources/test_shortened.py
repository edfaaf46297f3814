"""Titles, bodies and cases as a reference shortens them: cut words, dates left out, a page behind the title."""

from __future__ import annotations

import pytest
from works_factory import source, tied

from holdwater.sources.abbreviations import written_out
from holdwater.sources.model import Source, TieStatus
from holdwater.sources.words import Words

CASE = source("case", "Voss v. Upper Marden Water District", year=1961, type="legal_case")
BODY = source("body", "Staff Paper on the Closing of Weirs in Winter", "East Marden Public Works Commission", 2017)
DATED = source("dated", "Dry Streets: Fires and Wells in Marden, 1810–1822", "Voss, Edda", 2019)
LETTERS = source("letters", "Letters of Jon Poe, 1801-1810", "Poe, Jon", 1975)
ESSAYS = source("essays", "Still Water: Essays on Weirs and Mills", "Loe, Ida", 1974)
REVIEW = source("review", "Annual Review 2018", "Marden Sluice Inspectorate", 2019)
CENSUS = source("census", "Count of Mills 2011 in the River Counties", "Marden Statistics Office", 2012)
SHELF = (CASE, BODY, DATED, LETTERS, ESSAYS, REVIEW, CENSUS)

NAMED = [
    ("Voss v. Upper Marden Water Dist., 77 R.W. 130, 133 (1961).", CASE),
    ("Voss v. Upper Marden Wat. Dist., 77 R.W. 130 (1961).", CASE),
    ("E. Marden Pub. Works Comm’n, Staff Paper on the Closing of Weirs in Winter, pt. I (Dec. 2017).", BODY),
    ("E. Marden Pub. Works Comm'n, Staff Paper on the Closing of Weirs in Winter 4 (2017).", BODY),
    ("E. Voss, “Dry Streets: Fires and Wells in Marden”, Marden Letters 7 (2019).", DATED),
    ("Edda Voss, Dry Streets: Fires and Wells in Marden, 1810–1822 (2019).", DATED),
    ("Jon Poe, Letters of Jon Poe (Marden: Corn Press, 1975).", LETTERS),
    ("Ida Loe, Still Water: Essays on Weirs and Mills 45 (1974).", ESSAYS),
    ("Marden Sluice Inspectorate, Annual Review 2018.", REVIEW),
    ("Marden Sluice Inspectorate, Annual Review 2018 (Marden, 2019).", REVIEW),
    ("Marden Statistics Office, Count of Mills 2011 in the River Counties.", CENSUS),
]


@pytest.mark.parametrize(("raw", "wanted"), NAMED)
def test_a_shortened_name_is_that_of_the_work(raw: str, wanted: Source) -> None:
    found = tied(raw, *SHELF)

    assert found.source == wanted.id, found.reason


OTHERS = [
    # another case, another year, another body
    "Voss v. Lower Marden Water Dist., 77 R.W. 130, 133 (1961).",
    "Voss v. Upper Marden Water Bd., 77 R.W. 130, 133 (1961).",
    "Voss v. Upper Marden Water Dist., 98 R.W. 4 (1975).",
    "W. Marden Pub. Works Comm’n, Staff Paper on the Closing of Weirs in Winter (2011).",
    "E. Marden Priv. Works Comm’n, Staff Paper on the Opening of Weirs in Winter (2017).",
    # another span of years, another subtitle
    "Edda Voss, Dry Streets: Fires and Wells in Marden, 1823–1840 (2019).",
    "Edda Voss, Dry Streets: A Novel (2019).",
    "Letters of Jon Poe, 1811-1820 (Marden: Corn Press, 1975).",
    "Ada Coe, Letters of Jon Poe (Marden: Corn Press, 1975).",
    # a number that belongs to the title; a title that goes on
    "Ida Loe, Still Water: Essays on Weirs and Mills 45 Years On (1974).",
    "Jon Poe, Still Water: Essays on Weirs and Mills 45 (1974).",
    # another year's report of the body
    "Marden Sluice Inspectorate, Annual Review 2019.",
    "Marden Sluice Inspectorate, Annual Review 2017 (Marden, 2018).",
    "Marden Sluice Inspectorate, Annual Review (2018).",
    "Marden Statistics Office, Count of Mills 2001 in the River Counties.",
]


@pytest.mark.parametrize("raw", OTHERS)
def test_another_work_under_a_name_like_it_is_not_tied(raw: str) -> None:
    found = tied(raw, *SHELF)

    assert found.status is TieStatus.MISSING, found.reason


@pytest.mark.parametrize(
    ("said", "wanted", "read"),
    [
        ("Water Dist., 4", ("water", "district"), ("water", "district", "4")),
        ("Comm’n", ("commission",), ("commission",)),
        ("Dist of", ("district",), ("dist",)),  # no full stop
        ("Comm., 4", ("commission", "committee"), ("comm", "4")),  # may stand for either
        ("Dept. 4", ("deposit", "department"), ("department", "4")),
        ("Inst. 4", ("instant", "5"), ("instant", "4")),
    ],
)
def test_a_cut_word_is_written_out_where_it_can_stand_for_one_word_only(
    said: str, wanted: tuple[str, ...], read: tuple[str, ...]
) -> None:
    assert written_out(Words.of(said), wanted).texts == read
