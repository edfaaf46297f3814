"""Numbers of a list of references, as people and language models write them in running text."""

from __future__ import annotations

import pytest
from document_factory import Read

from holdwater.extract import extract
from holdwater.read import read_bytes

LIST = "= [1] Doe, J., “The Dam”, 1999.\n\n= [2] Roe, R., “The Pipe”, 2001.\n\n= [3] Poe, P., “The Tap”, 2004."
SAID = '"the dam broke in the night after the storm"'


@pytest.mark.parametrize(
    "mark",
    [
        " (Source 2)", " (source 2)", " [Source 2]", " [Source: 2]", " (Source: 2)", " (ref. 2)", " (Ref 2)",
        " [ref 2]", " [Ref. 2]", " (reference 2)", " (citation 2)", " (see source 2)", " [^2^]", "^2^", " 【2†source】",
        "[^2]", "【2†a.pdf】", "【2】", " [2†source]", " [2†]", "【2†L10-L12】",
    ],
)  # fmt: skip
def test_a_number_leads_to_its_entry_and_belongs_to_the_quotation_before_it(mark: str) -> None:
    read = Read(f"They say that {SAID}{mark}.\n\n{LIST}")
    assert read.references == [("entry:2",)]
    assert read.first() == mark.strip()


@pytest.mark.parametrize(
    ("mark", "entries"),
    [
        ("(Sources 1, 2)", ("entry:1", "entry:2")),
        ("(Sources: 1 and 3)", ("entry:1", "entry:3")),
        ("(refs 1 & 2)", ("entry:1", "entry:2")),
        ("[refs. 1, 2, and 3]", ("entry:1", "entry:2", "entry:3")),
        ("(Sources 1–3)", ("entry:1", "entry:2", "entry:3")),
        ("[Sources 1; 3]", ("entry:1", "entry:3")),
    ],
)
def test_several_numbers_lead_to_several_entries(mark: str, entries: tuple[str, ...]) -> None:
    assert Read(f"The dam broke {mark}.\n\n{LIST}").references == [entries]


def test_raised_numbers_one_after_the_other_lead_to_an_entry_each() -> None:
    assert Read(f"The dam broke.^1,3^ Then it rained [^1^][^2^].\n\n{LIST}").references == [
        ("entry:1", "entry:3"),
        ("entry:1",),
        ("entry:2",),
    ]


def test_a_place_behind_the_number_is_the_locator() -> None:
    locator = Read(f"The dam broke (Source 2, p. 14).\n\n{LIST}").extraction.citations[0].locator
    assert locator is not None
    assert (locator.label, locator.value) == ("page", "14")


@pytest.mark.parametrize("mark", ["[^2^]", "^2^", "【2†source】", "[2†]", "(Source 2)", "[Source: 2]", "(ref. 2)"])
def test_they_lead_there_from_a_pasted_plain_text(mark: str) -> None:
    pasted = f"They say that {SAID}{mark}.\n\nSources:\n\n1. Doe, J. “The Dam”, 1999.\n2. Roe, R. “The Pipe”, 2001.\n"
    extraction = extract(read_bytes(pasted.encode(), "chat.txt"))
    [quotation] = extraction.quotations
    assert [extraction.citation(each).references for each in quotation.citations] == [("entry:2",)]


@pytest.mark.parametrize(
    "text",
    [
        "Two of them broke (2).",
        "The law says so (see 2).",
        "It broke (see note 2).",
        "It broke (Source 9).",
        "It broke (Sources 2, 9).",
        "It broke (Source 202).",
        "It broke (a second source, 2).",
        "It broke (Source 2, the engineer's own).",
        "It broke (Source 2].",
        "It broke over 40 km^2^ and 10^2^ fields, x^2^ and 30 metres^2^.",
        "It broke【4:0†source】 and【2:1†source】.",
        "It broke [Source 2](https://dam.example/two).",
        "It has “a note (ref. 2) within it that others wrote”.",
        'It has "a mark【2†source】 within it that others wrote".',
        "[^2]: the note",
    ],
)
def test_other_numbers_cite_nothing(text: str) -> None:
    cited = "".join(Read(f"{text}\n\n{LIST}").cited)
    assert "2" not in cited
    assert "9" not in cited


@pytest.mark.parametrize("mark", [" (Source 2)", " [^2^]", "^2^", "【2†source】", " [2†]", " (ref. 2)"])
def test_without_a_numbered_list_they_cite_nothing(mark: str) -> None:
    assert Read(f"They say that {SAID}{mark}.\n\n= Doe, J. (1999). The dam. Acme.").cited == []


@pytest.mark.parametrize(
    ("mark", "entries"), [(" 2.", ("entry:2",)), (" 1, 3.", ("entry:1", "entry:3")), (" 3, he", ("entry:3",))]
)
def test_a_bare_number_between_a_quotation_and_a_stop_leads_to_its_entry(mark: str, entries: tuple[str, ...]) -> None:
    read = Read(f"They say that {SAID}{mark} The town slept.\n\n{LIST}")
    assert read.references == [entries]
    assert read.labels_of() == [mark.strip(" .,he")]


@pytest.mark.parametrize(
    "text",
    [
        f"They say that {SAID} 2 times a day.",
        f"They say that {SAID} 7.",
        f"They say that {SAID} 2.5 metres off.",
        f"They say that {SAID} 2",
        "The dam broke on day 2. So it was.",
        'They say that "the dam broke at " 2. and more" in the night.',
    ],
)
def test_other_bare_numbers_are_no_citations(text: str) -> None:
    assert Read(f"{text}\n\n{LIST}").references == []
