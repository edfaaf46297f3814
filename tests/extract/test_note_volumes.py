"""Works of several volumes, each volume a reference of its own."""

from __future__ import annotations

import pytest
from document_factory import Read

LOCKS = "Ada Fenn, A Survey of Locks, 3 vols. (Wend: Moss, 1911)"
MILLS = "Ida Marsh, The Mills, vol. 2 (Wend: Moss, 1920), 14."
ARTICLE = "Ivo Reeve, “Slack Water,” Wend Review, 12:3 (1998), 40."


def cited(*notes: str) -> list[list[tuple[str, str]]]:
    """The description and the page of what each note cites; of several works the pages together."""
    body = " ".join(f"It broke.{{{number}}}" for number, _ in enumerate(notes, 1))
    read = Read("\n\n".join([body, *(f"{{{number}}}: {note}" for number, note in enumerate(notes, 1))]))
    return [
        [
            (read.extraction.reference(each).raw, citation.locator.value if citation.locator else "")  # type: ignore[union-attr]
            for each in citation.references
        ]
        for citation in read.extraction.citations
    ]


def test_each_volume_that_notes_cite_is_a_reference() -> None:
    first, second, third = (f"Ada Fenn, A Survey of Locks, vol. {at} (Wend: Moss, 1911)." for at in (1, 2, 3))
    assert cited(f"{LOCKS}, 1:20.", "Fenn, Survey of Locks, 2:7–9.", "Ibid., III:8 (q. 2,100).", "Ibid.") == [
        [(first, "20")],
        [(second, "7–9")],
        [(third, "8")],
        [(third, "8")],
    ]


def test_the_whole_work_is_another_reference_than_its_volumes() -> None:
    assert cited(f"{LOCKS}.", "Fenn, Survey of Locks, 2:7.", "Fenn, Survey of Locks.") == [
        [(f"{LOCKS}.", "")],
        [("Ada Fenn, A Survey of Locks, vol. 2 (Wend: Moss, 1911).", "7")],
        [(f"{LOCKS}.", "")],
    ]
    assert cited(f"{LOCKS}, 1:20.", "Fenn, Survey of Locks.")[1] == [(f"{LOCKS}, 1:20.", "")]


def test_a_note_may_cite_two_volumes() -> None:
    assert [page for _, page in cited(f"{LOCKS}.", "Fenn, Survey of Locks, 1:7, 2:9.")[1]] == ["7, 9", "7, 9"]


def test_a_work_described_as_one_volume_has_others() -> None:
    assert cited(MILLS, "Marsh, The Mills, 2:15.", "Marsh, The Mills, vol. 3, 16.") == [
        [(MILLS, "14")],
        [(MILLS, "15")],
        [("Ida Marsh, The Mills, vol. 3 (Wend: Moss, 1920), 14.", "16")],
    ]


@pytest.mark.parametrize("short", ["Reeve, “Slack Water,” 41.", "Reeve, “Slack Water,” Wend Review, 12:3 (1998), 41."])
def test_the_volume_and_number_of_a_journal_make_no_other_work(short: str) -> None:
    first, again = cited(ARTICLE, short)
    assert [raw for raw, _ in again] == [raw for raw, _ in first]
