"""An ellipsis that hides whose word the right half is, and its twins that hide nothing of the kind."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change, Fit

ANOTHERS = (
    ("We came to the ford at noon,", "and the carter assured us that", "the river was not above the knee."),
    ("We came to the ford at noon", "and heard at the inn that", "the river was not above the knee."),
    ("We came to the ford at noon", "and were given to understand that", "the river was not above the knee."),
    ("The hunt met at ten.", "It was said afterwards that", "the hounds got into the churchyard."),
    ("The hunt met at ten.", "There is a tradition that", "the hounds got into the churchyard."),
    ("The price rose in June.", "Several analysts have concluded that", "the mine was exhausted."),
    ("He left Turin that night,", "claiming that", "the police had threatened his sister."),
    ("I", "told my cousins that I had", "climbed the tower in my sleep."),
    ("My uncle", "used to say that he had", "fought at the bridge with the Third."),
    ("The bridge", "which the villagers say", "was built by the devil in one night."),
    ("Q. Were you there? A.", "No, never. People say", "I lit it with my own lamp, out of spite."),
    ("He left the theatre", "hoping to call it", "a triumph for the whole company."),
    ("We agreed that the captain", "was a fool, and it was her opinion that he", "was the kindest man in port."),
    ("The bishop", "is understood to have", "sold the silver to a dealer."),
    ("The scheme was", "widely regarded as", "a failure of the first order."),
    ("a hill that the map calls", "steep and that our porters called", "with better reason, a wall."),
    ("I told the smith", "that I would pay him, and he said", "I was a thief and a liar."),
    ("I said to the smith", "that it was loose. What the groom told me was,", '"That horse will not walk again."'),
)
OWN = (
    ("We came to the ford at noon,", "wet through, and saw that", "the river was not above the knee."),
    ("We came to the ford at noon", "so tired that we lay down, though", "the river was not above the knee."),
    ("The hunt met at ten.", "I know that", "the hounds got into the churchyard."),
    ("The price rose in June.", "The annual report shows that", "the mine was exhausted."),
    ("He left Turin that night,", "knowing that", "the police had threatened his sister."),
    ("I", "remember that I had", "climbed the tower in my sleep."),
    ("My uncle,", "a sergeant of foot,", "fought at the bridge with the Third."),
    ("The bishop", "is proved to have", "sold the silver to a dealer."),
    ("The scheme was,", "as everyone knows,", "a failure of the first order."),
    ("The witness said that the cart was empty,", "and added that", "the horse was lame in one foot."),
    ("The court reversed the order,", "holding that", "the notice had been given too late."),
    ("The clerk told the widow,", "who was deaf,", "that the deeds were lost in the fire."),
    ("The smith said to us,", "with his hat in his hand,", '"That horse will not walk again."'),
)
BEFORE, BEHIND = "The papers are in a box under the stairs. ", " Nothing more is known of it."


@pytest.mark.parametrize(("left", "hidden", "right"), ANOTHERS)
def test_anothers_word_is_not_the_sources_own(left: str, hidden: str, right: str) -> None:
    changes = locate(f"{left} … {right}", f"{BEFORE}{left} {hidden} {right}{BEHIND}").changes()
    assert changes & {Change.NAME, Change.MODAL}


@pytest.mark.parametrize(("left", "hidden", "right"), OWN)
def test_the_sources_own_word_may_be_cut(left: str, hidden: str, right: str) -> None:
    assert locate(f"{left} … {right}", f"{BEFORE}{left} {hidden} {right}{BEHIND}").fit is Fit.EDITED


def test_what_is_hidden_as_possible_is_no_fact() -> None:
    source = "The two met in March, and it is possible that the sale was settled there."
    assert Change.MODAL in locate("The two met in March … the sale was settled there.", source).changes()
