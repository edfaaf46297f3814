"""Whether an author rejects what was said before."""

from __future__ import annotations

import pytest

from holdwater.match.guards.rejected import NEXT, OWN, SECOND, rejected_behind
from holdwater.match.words import Words

CLAIM = "the well has no bottom"


def is_rejected(behind: str, *, quotation: str = CLAIM, sentences: int = SECOND, own: bool = False) -> bool:
    """Whether the claim is rejected in what stands behind it."""
    words = Words.of(f"They say that {CLAIM}{behind}")
    return rejected_behind(quotation, words, 3, 3 + len(Words.of(CLAIM)), sentences, own=own)


@pytest.mark.parametrize(
    "behind",
    [
        "; this is false.",
        ", a view that I do not share.",
        ". That is simply untrue.",
        ". You do not.",
        ". They are mistaken, as anyone may see.",
        ". There is not a scrap of evidence for the tale.",
        ". I have tried it with a line and found nothing of the kind.",
        ". It is a pretty saying. The men who dug it deny it.",
        ". The parish council cannot support that opinion.",
        " has no foundation.",
    ],
)
def test_a_claim_is_rejected_in_its_sentence_or_the_two_behind_it(behind: str) -> None:
    assert is_rejected(behind)


@pytest.mark.parametrize(
    "behind",
    [
        ". The water is sweet.",
        ". Nobody denies it.",
        ". It has never been refuted.",
        ". There is no reason to doubt it.",
        ". A bucket was lost there by mistake.",
        ". The water is sweet. It is drawn by hand. My uncle drew it. That is false.",
        "",
    ],
)
def test_a_claim_that_is_let_stand_is_not_rejected(behind: str) -> None:
    assert not is_rejected(behind)


def test_how_far_behind_a_rejection_counts_is_asked_for() -> None:
    behind = ". It is a pretty saying. It is false."
    assert [is_rejected(behind, sentences=most) for most in (OWN, NEXT, SECOND)] == [False, False, True]


def test_a_rejection_that_is_quoted_too_is_not_behind_the_quotation() -> None:
    assert not is_rejected(". That is false.", quotation=f"{CLAIM} … That is false")


def test_an_authors_own_claim_is_taken_back_only_as_a_lie() -> None:
    assert is_rejected(". It was a lie.", own=True)
    assert not is_rejected(". Others disagree with that.", own=True)
