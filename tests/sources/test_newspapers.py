"""Pieces of newspapers typed out: the paper's name and day first, the headline below. All papers are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from works_factory import reference

from holdwater.extract.csl import parse_reference
from holdwater.read import read_bytes
from holdwater.sources.dated import dates_in
from holdwater.sources.described import csl_of, identifiers_of
from holdwater.sources.heads import head_of
from holdwater.sources.model import Source, Tie, TieStatus
from holdwater.sources.tie import tie

PROSE = "\n\nThe ferry that carried the coal of the town since the flood made her last crossing on Saturday.\n"


def in_hand(head: str, name: str) -> Source:
    """A plain text with this head in a file of this name."""
    document = read_bytes((head + PROSE).encode(), f"{name}.txt")
    return Source(name, f"{name}.txt", csl_of(document), identifiers_of(document))


def tied_to(cited: str, source: Source) -> Tie:
    """The tie of a reference as it is read out of a note."""
    one = replace(reference(cited), csl=parse_reference(cited))
    return tie([one], {source.id: source})[one.id]


FERRY = "LAST FERRY SAILS\nBridge to open in June"
FERRY_CITED = "“Last ferry sails”, Wend Gazette, 3 May 1938, p. 4."
NEWSPAPERS = [
    f"WEND GAZETTE                    Tuesday, 3 May 1938\nPage 4\n\n[Typed by the Wend Society, 2011.]\n\n{FERRY}",
    f"WEND GAZETTE\tMay 3rd, 1938\n\n{FERRY}",
    f"THE WEND GAZETTE\nTUESDAY, MAY 3, 1938\n\n{FERRY}\n\nBy Our Own Reporter",
    f"The Wend Gazette, 3 May 1938, p. 4\n\n{FERRY}",
    f"Wend Gazette, 3 May 1938\n\n[Line breaks are not kept. The last lines, it seems, are torn.]\n\n{FERRY}",
    f"WEND GAZETTE\nNo. 4,112\nTuesday 3 May 1938\nPrice One Penny\n\np. 4\n\n{FERRY}",
    f"{FERRY}\n\nWend Gazette, 3 May 1938, p. 4",
]


@pytest.mark.parametrize("head", NEWSPAPERS)
def test_a_piece_of_a_newspaper_is_tied_whose_headline_stands_below_its_name_and_day(head: str) -> None:
    assert tied_to(FERRY_CITED, in_hand(head, "ferry1938")).source == "ferry1938"


@pytest.mark.parametrize("head", NEWSPAPERS)
@pytest.mark.parametrize(
    "cited",
    [
        "“Mayor opens the spring fair”, Wend Gazette, 3 May 1938, p. 4.",
        "“Last ferry sails”, Wend Gazette, 4 May 1938, p. 4.",
        "“Last ferry sails”, Wend Gazette, 3 May 1948, p. 4.",
        "“Ferry sails”, Wend Gazette, 3 May 1938, p. 4.",
        "Jon Poe, “Ferries of the Wend”, Wend Gazette, 3 May 1938.",
    ],
)
def test_another_piece_of_a_newspaper_or_of_another_day_is_not(cited: str, head: str) -> None:
    assert tied_to(cited, in_hand(head, "ferry1938")).status is not TieStatus.TIED


def test_a_headline_of_the_same_day_in_another_newspaper_is_not() -> None:
    source = in_hand(NEWSPAPERS[0], "ferry1938")
    assert tied_to("“Last ferry sails”, Mill Herald, 3 May 1938.", source).status is not TieStatus.TIED


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Wend Gazette    3 May 1938\nPage 4\n\nFerry Sold", ["Wend Gazette", "3 May 1938", "Page 4", "Ferry Sold"]),
        ("Wend Gazette\n3 May 1938\n\np. 4\n\nFerry Sold", ["Wend Gazette", "3 May 1938", "Ferry Sold"]),
        ("Daybook of Edda Voss\n\n[p. 4]\n\nTo Jon Poe", ["Daybook of Edda Voss"]),
        ("Daybook, 3 May 1938\n\n[fol. 3r]\n\nTo Jon Poe", ["Daybook, 3 May 1938"]),
        ("Wend Gazette\n\n[Typed out by the Wend Society.]\n\nFerry Sold", ["Wend Gazette", "Ferry Sold"]),
        ("Wend Gazette\n\n[Marden 1938]\n\nFerry Sold", ["Wend Gazette", "[Marden 1938]", "Ferry Sold"]),
    ],
)
def test_the_head_goes_on_below_the_page_of_a_newspaper_and_the_note_of_a_typist(text: str, lines: list[str]) -> None:
    assert head_of(text) == lines


def test_a_day_may_be_written_as_an_ordinal() -> None:
    assert dates_in(("may", "3rd", "1938")) == dates_in(("3", "may", "1938")) == {(1938, 5, 3)}
