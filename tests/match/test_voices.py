"""An ellipsis that hides who speaks, or of whom it is said."""

from __future__ import annotations

import pytest

from holdwater.match.guards.voices import other_voice
from holdwater.match.words import Words


def hides(left: str, hidden: str, right: str) -> bool:
    words = Words.of(f"{left}{hidden}{right}")
    return other_voice(words, len(Words.of(left)), len(words) - len(Words.of(right)))


@pytest.mark.parametrize(
    ("left", "hidden", "right"),
    [
        ("The judge says the bishop called", " the plan sound. Her rival called ", "it a fraud"),
        ("The prisoners were", " freed, and the hostages were ", "shot"),
        ("“The tunnel is safe", ",” said Voss. “It is dry.” Pell replied: “It is old ", "and dangerous"),
        ("CHAIR: The pier is sound", ".\n\nMR FENN: The pier is old ", "and ought to be pulled down"),
        ("MR ALDOUS FENN: The pier is sound", ".\n\nMRS FENN: The pier is old ", "and ought to be pulled down"),
        ("The vaccine", " protects infants. The older vaccine, now withdrawn, ", "caused fevers"),
    ],
)
def test_another_speaker_or_subject_is_seen(left: str, hidden: str, right: str) -> None:
    assert hides(left, hidden, right)


@pytest.mark.parametrize(
    ("left", "hidden", "right"),
    [
        ("The governor said that the dam was", " old but ", "safe"),
        ("The governor said that the dam was", " safe. She called the rival plan ", "a fraud"),
        ("The dam was built", " by hand. The road was paved ", "in May"),
        ("“The tunnel is safe", ",” said Voss. “", "It is dry"),
        ("It sends the name", "\n\nType: 57\nLength: 12\n\n", "of the field"),
        ("CHAIR: The pier is sound", ".\n\nMR FENN: No.\n\nCHAIR: It was ", "mended in May"),
        ("ROSE FENN: It is sound", ". [laughs]\n\nINTERVIEWER: Is it?\n\nFENN: It is ", "mended in May"),
        ("the appeal of a tenant who seeks to", " stay. The court held that ", "notice was given in time"),
        ("the boats that are hired", " in May. The hired ", "crews are paid by the week"),
    ],
)
def test_the_same_speaker_going_on_is_let_be(left: str, hidden: str, right: str) -> None:
    assert not hides(left, hidden, right)
