"""What law cites by number: committee reports, and sections of codes."""

from __future__ import annotations

import pytest

from holdwater.extract.law_documents import another_section, law_document_in

REPORTS = [
    ("H.R. Rep. No. 97-811, at 6 (1982).", "congress:H Rep 97-811", "6"),
    ("H. Rept. 117-20", "congress:H Rep 117-20", ""),
    ("House Report 117-20, p. 4", "congress:H Rep 117-20", "4"),
    ("H.R. Conf. Rep. No. 97-811, pt. 2, at 6", "congress:H Rep 97-811 pt 2", "6"),
    ("S. Rep. No. 1211, 91st Cong., 2d Sess. 7 (1970)", "congress:S Rep 91-1211", "7"),
    ("S. Doc. No. 97-4, supra note 12, at 9", "congress:S Doc 97-4", "9"),
]
SECTIONS = [
    ("43 U.S.C. § 2953(a).", "code:43 U.S.C. 2953", "2953(a)"),
    ("42 U.S.C.A. § 2000e-5(b) (2012)", "code:42 U.S.C. 2000e-5", "2000e-5(b)"),
    ("29 C.F.R. § 1910.134(a)(1) (2019)", "code:29 C.F.R. 1910.134", "1910.134(a)(1)"),
    ("26 C.F.R. § 1.401(k)-1", "code:26 C.F.R. 1.401(k)-1", "1.401(k)-1"),
    ("Mont. Code Ann. § 85-2-101 (2019)", "code:Mont. Code 85-2-101", "85-2-101"),
    ("Cal. Civ. Code § 1942.4", "code:Cal. Civ. Code 1942.4", "1942.4"),
]
NEITHER = [
    "H.R. 1234, 97th Cong. (1982)",
    "S. Reppert, Bees, 12-14",
    "House 12-14 was burnt",
    "Doe, Water Works § 12",
    "The Treatise of Roe § 4",
    "43 U.S. 12",
]


@pytest.mark.parametrize(("text", "identifier", "place"), REPORTS + SECTIONS)
def test_the_number_says_which_document_is_meant(text: str, identifier: str, place: str) -> None:
    found = law_document_in(text)
    assert found is not None
    assert found.identifier == identifier
    assert (found.place.value if found.place else "") == place


@pytest.mark.parametrize("text", NEITHER)
def test_bills_books_and_decisions_are_neither(text: str) -> None:
    assert law_document_in(text) is None


def test_the_two_chambers_reports_of_one_number_are_two() -> None:
    one, other = law_document_in("H.R. Rep. No. 97-811"), law_document_in("S. Rep. No. 97-811")
    assert one is not None
    assert other is not None
    assert one.identifier != other.identifier


def test_id_with_a_section_means_that_section_of_the_same_code() -> None:
    found = another_section("code:43 U.S.C. 2953", "Id. § 2954(b)")
    assert found is not None
    assert found.identifier == "code:43 U.S.C. 2954"
    assert another_section("doi:10.1000/1", "Id. § 2954") is None
    assert another_section("code:43 U.S.C. 2953", "Id. at 12") is None
