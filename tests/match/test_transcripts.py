"""Transcripts: what shows that speech was taken down, and what only looks like it."""

from __future__ import annotations

import pytest

from holdwater.match.transcripts import LOOKED_AT, is_transcript

TURNS = "CHAIR: We begin.\nMS. OAKES: Thank you{}.\nCHAIR: Go on.\nMS. OAKES: The wall{} leaks.\n"


@pytest.mark.parametrize(
    "text",
    [
        TURNS.format(", uh, all", " [coughs]"),
        TURNS.format(" um, all", ", erm, it"),
        TURNS.format(" [laughter]", " (applause) it"),
        "".join(f"[00:0{n}:10] {who}: We go on.\n" for n, who in enumerate(["Ann Roe", "Bo Lee"] * 3)),
        "Q. Did it leak?\nA. Uh, yes.\nQ. When?\nA. Uh, in May.\n",
    ],
)
def test_turns_with_what_was_heard_beside_the_words_are_a_transcript(text: str) -> None:
    assert is_transcript(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        TURNS.format("", ""),  # a play, an interview edited for print
        TURNS.format("", " [laughter]"),  # one direction: a play has some
        "He said: um, no. She said: uh, yes. [laughter] [applause]\n",  # a novel
        "ANNA: Er geht um den See.\nBEN: Warum?\nANNA: Nur um zu sehen.\nBEN: Um acht.\n",  # "um" is a word here
        "Title: Mills\nAuthor: Roe\nPlace: Wend\nYear: 1999\n[00:01:02] [00:02:03]\n",  # no label comes again
        " " * LOOKED_AT + TURNS.format(", uh, all", " [coughs]"),
    ],
)
def test_turns_alone_and_sounds_alone_are_none(text: str) -> None:
    assert not is_transcript(text)
