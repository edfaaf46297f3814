"""Short names of bodies, reports and debates that an earlier note described."""

from __future__ import annotations

import pytest
from document_factory import document

from holdwater.extract import extract
from holdwater.extract.model import Reference

ESTIMATES = "Treasury of Wendland, Estimates 1923–24, Summary by Office, table 1."
RELEASE = "League of Millers Union, “Flour Pays Again, Says Hob”, press release, 22 March 1923."
PLATFORM = "League of Millers Union, Platform of the League (Wend: Moss, 1922), p. 2."
REPORT = "Select Committee on Weirs, The Orley Breach, Third Report of Session 1917–18, para. 1."
DEBATE = "Register of Debates, Fourth Series, vol. 17, 8 May 1889, col. 611."
OTHER_DEBATE = "Register of Debates, Fourth Series, vol. 18, 9 June 1889, col. 12."
POLL = "Harlow Research, Wendland Omnibus, wave 31, March 1923."
AUDITOR = "Auditor General of Wendland, The Cottages Programme, Report 4 (November 1922), p. 3."
NEWS = "Jane Roe, “Weir Falls at Orley”, Times, 4 May 1911, p. 3."


IN_HAND = (ESTIMATES, RELEASE, REPORT, DEBATE, POLL, AUDITOR)


def references(*notes: str) -> list[tuple[str, ...]]:
    """What each note's mark leads to, with some of the works in hand."""
    body = " ".join(f"It broke.{{{number}}}" for number, _ in enumerate(notes, 1))
    text = "\n\n".join([body, *(f"{{{number}}}: {note}" for number, note in enumerate(notes, 1))])
    found = extract(document(text), _in_hand)
    return [each.references for each in found.citations]


def _in_hand(reference: Reference) -> bool:
    return reference.raw in IN_HAND


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (ESTIMATES, "Estimates, table 2."),
        (ESTIMATES, "Treasury, table 2."),
        (ESTIMATES, "See Estimates, line “Debt”. The fall is the Treasury’s."),
        (RELEASE, "League of Millers, press release."),
        (RELEASE, "Flour Pays Again."),
        (REPORT, "Orley Breach, para. 4."),
        (REPORT, "Select Committee, para. 4."),
        (REPORT, "The Orley Breach, 12."),
        (DEBATE, "Register of Debates, vol. 17, col. 613."),
        (DEBATE, "Register of Debates, col. 613."),
        (POLL, "Harlow, Q4."),
        (POLL, "Wendland Omnibus, wave 31, Q. 5."),
        (AUDITOR, "Auditor General, pp. 4–5."),
        (AUDITOR, "Cottages Programme, under “Rents”."),
    ],
)
def test_a_short_name_means_the_work_whose_body_or_title_begins_so(full: str, short: str) -> None:
    first, second = references(full, short)
    assert len(first) == 1
    assert second == first


@pytest.mark.parametrize(
    ("notes", "short"),
    [
        ([DEBATE], "Register of Debates, vol. 19, col. 613."),
        ([DEBATE], "Register of Debates, 12 May 1889, col. 700."),
        ([DEBATE, OTHER_DEBATE], "Register of Debates, col. 613."),
        ([RELEASE, PLATFORM], "League of Millers, p. 3."),
        ([POLL], "Harlow, comment."),
        ([POLL], "Harlow told me so."),
        ([NEWS], "Times, 4 May 1911, p. 5."),
        ([NEWS], "Times, p. 5."),
        ([ESTIMATES], "Estimates 1925, table 1."),
        ([ESTIMATES], "Table 1."),
        ([ESTIMATES], "Estimates."),
        ([ESTIMATES], "Estimates of the yield differ."),
        ([REPORT], "Orley, in the hills."),
        ([REPORT], "Breach, p. 4."),
    ],
)
def test_a_short_name_that_says_more_or_fits_two_works_means_none(notes: list[str], short: str) -> None:
    known = {each for found in references(*notes) for each in found}
    assert not known & set(references(*notes, short)[-1])


def test_two_works_of_a_body_are_told_apart_by_what_else_is_said() -> None:
    release, platform, again, other = references(
        RELEASE, PLATFORM, "League of Millers, press release.", "League of Millers, Platform, p. 4."
    )
    assert (again, other) == (release, platform)


def test_ibid_behind_a_short_name_means_its_work() -> None:
    assert len(set(references(ESTIMATES, RELEASE, "Estimates, table 2.", "Ibid.")[::3])) == 1


@pytest.mark.parametrize("again", ["vol. 18, col. 12.", "vol. 17, 9 June 1890, col. 12."])
def test_another_volume_or_year_of_a_series_is_another_work(again: str) -> None:
    first, other = references(DEBATE, f"Register of Debates, Fourth Series, {again}")
    assert first != other


def test_what_could_not_be_made_out_keeps_its_name() -> None:
    lost = "League of Millers, report to the members, given out at Wend in May 1921"
    assert references(RELEASE, lost, "League of Millers, p. 3.")[-1] == ()


BOOK = "Jane Doe, The Water Works (London: Acme, 1999), p. 12."


@pytest.mark.parametrize("short", ["Doe, p. 14.", "Doe, 14.", "See Doe, ch. 2, p. 14. He erred.", "Doe, pp. 14–15."])
def test_a_name_and_a_place_mean_the_one_work_of_that_name(short: str) -> None:
    first, second = references(BOOK, short)
    assert second == first


@pytest.mark.parametrize(
    "notes",
    [
        [BOOK, "Ann Doe, The Other Tap (London: Acme, 2001), p. 3.", "Doe, p. 14."],
        [BOOK, "Doe, letter to Roe, p. 14."],
        [BOOK, "Doe told the board so in May."],
        [BOOK, "Roe, p. 14."],
    ],
)
def test_a_name_of_two_authors_or_with_more_than_a_place_means_none(notes: list[str]) -> None:
    assert references(*notes)[-1] == ()
