"""Hostile and broken plain text: read, and in time that grows with its length."""

from __future__ import annotations

import random

import pytest

from clock import within_seconds
from holdwater.read.plain import read

LENGTH = 50_000

ENDLESS = {
    "letters": "a\n\n",
    "footnotes": "[Footnote 1: a]\n\n",
    "open footnotes": "[Footnote 1: a\n\n",
    "marks": "[1] [A] ",
    "marks and footnotes": "a[1]\n\n[Footnote 1: b]\n\n",
    "pages": "[Pg 1]\n\n",
    "braced pages": "{1} a\n",
    "emphasis": "_a_ ",
    "open emphasis": "a _b\n",
    "underscores": "_",
    "frames": "*** START OF THE BOOK AB ***\n\n",
    "frames that end": "*** END OF THE BOOK AB ***\n\n",
    "headers": "From: a\nTo: b\nDate: c\n\n",
    "header fields": "From: a\n",
    "signatures": "--\na\n\n",
    "quotations": "> a\n>> b\n",
    "turns": "THE CHAIR: a\n",
    "capitals": "A",
    "rules": "* * *\n\n",
    "drawn signs": "-=",
    "form feeds with heads": "HEAD 1\n\na b c\n\n1\n\f",
    "form feeds alone": "a\n\f\n",
    "double spacing": "a line of words that goes on\n\n",
    "star pages": "word.1*12 Word ",
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_much_of_one_thing_is_read_in_seconds(kind: str) -> None:
    raw = ENDLESS[kind] * (LENGTH // len(ENDLESS[kind]))
    within_seconds(2.5, lambda: read(raw, "a.txt"))


def test_every_beginning_and_every_torn_piece_of_a_text_is_read() -> None:
    whole = (
        "From: a@b.test\nTo: c\nSubject: S\nDate: today\n\n*** START OF THE BOOK X ***\n\nCHAPTER I\n\n"
        "Words[1] of it {12} and\n"
        "_more_ of it.2 [Pg 13] So.\n\n> quoted\n>> deeper\n\n[Footnote 1: A note\n\nof two.]\n\f\nHEAD 2\n\n* * *\n\n"
        "Notes\n\n1. One.\n2. Two.\n\n*** END OF THE BOOK X ***\n\nLicence.\n\n--\nMe\n"
    )
    for end in range(len(whole)):
        read(whole[:end], "a.txt")
    made = random.Random(7)
    for _ in range(300):
        cuts = sorted(made.randrange(len(whole)) for _ in range(4))
        read(whole[cuts[2] : cuts[3]] + whole[cuts[0] : cuts[1]], "a.txt")
