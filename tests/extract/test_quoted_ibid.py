""" "Quoted ibid.": the work cited last is the one in hand, and the next "Ibid." means it too."""

from __future__ import annotations

import pytest
from document_factory import Read

FULL = "Jane Doe, The Water Works of Wend (Oxford: Acme, 1999), p. 12."


def cited(*notes: str) -> list[tuple[tuple[str, ...], str]]:
    """What each note's mark leads to, and the place that it gives."""
    body = " ".join(f"Word.{{{number}}}" for number in range(1, len(notes) + 1))
    text = "\n\n".join([body, *(f"{{{number}}}: {note}" for number, note in enumerate(notes, 1))])
    found = Read(text).extraction.citations
    return [(each.references, each.locator.value if each.locator else "") for each in found]


@pytest.mark.parametrize(
    "note",
    [
        "Quoted ibid., p. 14.",
        "quoted in ibid., p. 14.",
        "As cited ibid., p. 14.",
        "John Roe to the Board, 3 May 1881, quoted ibid., p. 14.",
        "John Roe, Letters of the Board (Wend: Moss, 1881), p. 3; quoted ibid., p. 14.",
    ],
)
def test_a_work_quoted_ibid_is_in_the_work_cited_last(note: str) -> None:
    first, second, third = cited(FULL, note, "Ibid., p. 15.")
    assert second == (first[0], "14")
    assert third == (first[0], "15")


def test_quoted_ibid_behind_what_could_not_be_made_out_leads_nowhere() -> None:
    assert [each for each, _ in cited(FULL, "A keeper told me so.", "Quoted ibid., p. 14.", "Ibid., p. 15.")][1:] == [
        (),
        (),
        (),
    ]
