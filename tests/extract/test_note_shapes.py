"""The shapes of a note that describe a work, and those that are prose unless they name a source in hand."""

from __future__ import annotations

import pytest

from holdwater.document import Document
from holdwater.extract import extract
from holdwater.extract.model import Extraction, Reference
from holdwater.read import read_bytes
from holdwater.sources.model import Source
from holdwater.sources.tie import Tying

TITLE = "Tidal Mills of the Coast"
MILLS = Source(
    "mills", file="mills.txt", csl={"title": "Tidal Mills of the Northern Coast"}, identifiers=("file:mills.txt",)
)


def noted(note: str) -> Document:
    """A draft whose one note says this."""
    return read_bytes(f"The mill was closed.[^1]\n\n[^1]: {note}\n".encode(), "draft.md")


def beside_sources(note: str) -> Extraction:
    """What is extracted of such a draft where a source on tidal mills is in hand."""
    return extract(noted(note), Tying({MILLS.id: MILLS}).names)


@pytest.mark.parametrize(
    "note",
    [
        f'Jane Roe, "{TITLE}," 2019.',
        f"Jane Roe, “{TITLE}”, 2019.",
        f"Jane Roe, '{TITLE}', 2019, p. 4.",
        f'Jane Roe, "{TITLE}", p. 12.',
        f'Jane Roe, "{TITLE}."',
        f'Jane Roe. "{TITLE}." 2019.',
        f'Roe, "{TITLE}," at 12.',
        f'See Jane Roe, "{TITLE}", 2019, pp. 4–5.',
        f'The Coast Office, "{TITLE}", May 2019, para. 12.',
        f'J. Roe, "{TITLE}," n.d.',
        f'J. Roe, "{TITLE}," forthcoming.',
        f'J. Roe, "{TITLE}," unpublished manuscript, 2019.',
        f'"{TITLE}," 2019.',
        f'"{TITLE}," coastreview.example, accessed 3 May 2019.',
        "Jane Roe, “We never saw the water of the mills again, and nobody asked”, The Coast Gazette, 3 May 2019.",
        "Jane Roe and Max Poe, ‘The mills that nobody could mend and no one wanted’, Coast Papers 31 (2019), p. 4.",
        "Ann Poe, speech at the opening of the Northern Mill, Wend Harbour, 9 September 2016.",
        "Joint Committee on Mills, hearing of 3 May 2019, uncorrected transcript.",
        "Office of Tidal Mills, Annual Report 2019.",
        "Roe J. Tidal mills of the coast. Coast Rev. 2019;4:12-20.",
        "Roe J, van Doe KL, et al. Tidal mills of the coast: a survey. Coast Rev. 2019 May 3;4(2):12-20.",
        f"[{TITLE}](https://coast.example/mills)",
        "The best account is [on this page](https://coast.example/mills).",
    ],
)
def test_a_note_that_describes_a_work_is_one_reference(note: str) -> None:
    assert len(extract(noted(note)).references) == 1


@pytest.mark.parametrize(
    "note",
    [
        "“Never again,” she said in 2019.",
        "Roe said, “Never again.”",
        "He wrote in May 2019: “We shall not come back.”",
        "Roe: “Never again.”",
        "Jane Roe, “We shall not come back and nobody will ask us to.” Coast Gazette, 3 May 2019.",
        "Roe said, “We never saw it”, Coast Gazette, 3 May 2019.",
        "Poe, speech in hand, left the hall of the Board in 2016.",
        "The minister, speech in Wend, 3 May 2016.",
        "In March, Poe and Roe met the Board in 1919.",
        "Poe, Wend Harbour, May 1919.",
        "The rest came in March, 2019.",
        "The mills stood empty; 12 of them fell down.",
        "I owe this to a miller, who asked not to be named.",
    ],
)
def test_a_note_of_somebodys_words_is_no_reference(note: str) -> None:
    assert extract(noted(note), Tying({MILLS.id: MILLS}).names).references == ()


@pytest.mark.parametrize(
    "note",
    [
        "Tidal Mills of the Northern Coast, p. 12.",
        "*Tidal Mills of the Northern Coast*",
        "See also Tidal Mills of the Northern Coast, ch. 3.",
        "mills.txt, p. 2",
    ],
)
def test_a_note_that_just_names_a_source_in_hand_leads_to_it(note: str) -> None:
    [reference] = beside_sources(note).references
    assert Tying({MILLS.id: MILLS}).tie([reference])[reference.id].source == "mills"
    assert extract(noted(note)).references == ()


def test_no_source_is_asked_for_where_a_note_tells_itself_what_it_cites() -> None:
    def never(_: Reference) -> bool:
        raise AssertionError

    assert len(extract(noted(f"Jane Roe, “{TITLE}”, 2019."), never).references) == 1
