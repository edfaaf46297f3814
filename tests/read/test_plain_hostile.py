"""Plain text from outside: whatever it is, the reader returns, and soon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clock import in_proportion, within_seconds
from holdwater.read.plain import read

MILLION = 1_000_000

ENDLESS = {
    "letters": "a" * MILLION,
    "digits": "1" * MILLION,
    "spaces": " " * MILLION,
    "tabs": "\t" * MILLION,
    "line feeds": "\n" * MILLION,
    "form feeds": "\f" * MILLION,
    "open brackets": "[" * MILLION,
    "citations": "[1]" * (MILLION // 3),
    "quotes": '"' * MILLION,
    "curly quotes": "“" * MILLION,
    "apostrophes": "a'" * (MILLION // 2),
    "hyphens": "-" * MILLION,
    "hyphenated": "a-" * (MILLION // 2),
    "dots": "." * MILLION,
    "raised digits": "²" * MILLION,
    "quotation markers": ">" * MILLION,
    "calls": "f(" * (MILLION // 2),
    "years": "2018" * (MILLION // 4),
    "no-break spaces": "\u00a0" * MILLION,
    "titles": "Title: " * (MILLION // 7),
    "months": "January " * (MILLION // 8),
    "bars": "|" * MILLION,
    "one sentence": "the water ran. " * (MILLION // 15),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_a_megabyte_of_one_thing_is_read_in_seconds(kind: str) -> None:
    within_seconds(3, lambda: read(ENDLESS[kind], "a.txt"))


def test_time_grows_with_the_length_and_no_faster() -> None:
    lines = "1. Marsh, p. 1.\nThe end of it.1 He left.\n[1] Pell\nNotes\n"
    in_proportion(lambda times: read(lines * times, "a.txt"), 400, 4000)


def test_one_line_of_ten_megabytes_is_one_paragraph() -> None:
    document = read("The water ran in the pipes of the town, and nobody counted it. " * 160_000, "a.txt")
    assert len(document.blocks) == 1


def test_more_candidates_than_any_essay_has_are_left_alone() -> None:
    document = read("the pump.1 The pipe.2 The hill.3 A" * 60_000, "a.txt")
    assert "pump.1" in document.text


@given(st.text(max_size=400))
def test_any_text_is_read(raw: str) -> None:
    document = read(raw, "a.txt")
    assert all(block.span.end <= len(document.text) for block in document.blocks)
    assert all(mark.span.end <= len(document.text) for mark in document.marks)
