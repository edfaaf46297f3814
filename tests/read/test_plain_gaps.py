"""Marks glued to a number, which only the running order tells from the number's own digits."""

from __future__ import annotations

import pytest

from holdwater.document import MarkKind
from holdwater.read import read_bytes

NOTES = "\n".join(f"{number}. Ann Roe, The Weir at Wend (Wend, 1931), p. {number}." for number in range(1, 15))


def text(eleventh: str, *, after: str = "The weir stood.12 It leaked.13 It fell.14") -> str:
    first = " ".join(f"The mill was shut again that year.{number}" for number in range(1, 11))
    return f"The Weir\n\n{first}\n\n{eleventh}\n\n{after}\n\nNotes\n\n{NOTES}\n"


def marks(draft: str) -> list[tuple[str, bool]]:
    document = read_bytes(draft.encode(), "draft.txt")
    return [(mark.label, mark.ambiguous) for mark in document.marks_of(MarkKind.NOTE) if mark.label in ("2", "11")]


@pytest.mark.parametrize(
    ("eleventh", "kept"),
    [
        ("They passed the bill by 188 to 14111.", "188 to 141."),
        ("They paid some £40011, and went home.", "£400, and"),
        ("The fall was of 3.411. They went home.", "of 3.4."),
    ],
)
def test_a_mark_that_only_one_number_can_hold_is_read(eleventh: str, kept: str) -> None:
    draft = text(eleventh)
    assert ("11", False) in marks(draft)
    assert kept in read_bytes(draft.encode(), "draft.txt").text


@pytest.mark.parametrize(
    "eleventh",
    [
        "They passed the bill by 14111. They paid 40011.",
        "They passed the bill by 14111 votes in all",
    ],
)
def test_a_mark_that_two_numbers_can_hold_or_that_stands_in_a_sentence_is_doubtful(eleventh: str) -> None:
    found = [each for each in marks(text(eleventh)) if each[0] == "11"]
    assert found
    assert all(ambiguous for _, ambiguous in found)


@pytest.mark.parametrize(
    "eleventh",
    [
        "They passed it in 1911.",
        "They paid 11.",
        "They paid 1,311.",
        "They paid 14112.",
        "See code A14111, and page 3-411.",
    ],
)
def test_years_and_numbers_that_do_not_end_so_hold_no_mark(eleventh: str) -> None:
    assert not [each for each in marks(text(eleventh)) if each[0] == "11"]


def test_nothing_is_taken_from_a_number_where_every_note_has_its_mark() -> None:
    draft = text("It was shut.11 They passed the bill by 188 to 14111.")
    assert "188 to 14111." in read_bytes(draft.encode(), "draft.txt").text
    assert marks(draft).count(("11", False)) == 1


def test_a_number_of_one_digit_is_only_doubtful() -> None:
    draft = (
        "The Weir\n\nThe mill was shut.1\n\nThey passed it by 188 to 1412.\n\nIt fell.3\n\nNotes\n\n"
        + NOTES[: NOTES.index("\n4.")]
    )
    assert marks(draft) == [("2", True)]
