"""A slip of the pen keeps the number of digits, and changes one of them or the order of two."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said
from holdwater.findings.figures.slips import is_slip


@pytest.mark.parametrize(
    ("claimed", "given"), [(128, 182), (1.54e9, 1.45e9), (13, 31), (19.6, 19.9), (2310, 2810), (408, 480), (0.62, 0.26)]
)
def test_digits_changed_about_and_one_other_digit_are_slips(claimed: float, given: float) -> None:
    assert is_slip(claimed, given)
    assert is_slip(given, claimed)


@pytest.mark.parametrize(
    ("claimed", "given"), [(128, 128), (17, 19), (128, 1280), (128, 365), (5, 6), (1284, 128), (0, 0), (12_000, 12)]
)
def test_other_numbers_are_no_slips(claimed: float, given: float) -> None:
    assert not is_slip(claimed, given)
    assert not is_slip(given, claimed)


MILL = (
    "The mill was opened on 4 May 1881 and employed 270 people. It cost 19.6 thousand crowns and had 142 looms. "
    "A loom wove 38 metres a day."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mill had 124 looms.", "contradicted"),
        ("The mill had 142 looms.", "entailed"),
        ("The mill cost its owner 19.9 thousand crowns.", "near"),
        ("Over 140 looms stood in the mill.", "entailed"),
        ("The mill started on 14 May 1881.", "contradicted"),
        ("The mill started on 4 May 1888.", "contradicted"),
        ("The mill started on 19 June 1894.", "unsure"),
    ],
)
def test_a_slip_is_told_from_the_source_s_own_number(sentence: str, expected: str) -> None:
    assert relation(sentence, MILL) == expected


def test_a_number_that_a_short_source_lacks_is_said_to_be_missing_whatever_its_words() -> None:
    assert relation("Its cellars held 7,450 casks.", MILL) == "not in source"


def test_nothing_is_missing_that_a_short_source_lets_one_work_out() -> None:
    passage = "The mill had 142 looms. It stood by the river. Of these 71 looms were idle."
    assert relation("Half of the looms were idle.", passage) != "not in source"
    assert relation("The mill ran 50% of its looms.", passage) != "not in source"


def test_a_year_read_as_a_count_is_held_against_nothing() -> None:
    assert all(one.relation.value != "contradicted" for one in said("Between 1881 and 1913 looms grew dear.", MILL))
