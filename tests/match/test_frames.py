"""Whose claim a clause is whose frame was cut off, and where that is called."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.guards.frames import saying_before
from holdwater.match.model import Fit
from holdwater.match.words import Words

FAITHFUL = (Fit.VERBATIM, Fit.EDITED)


def is_faithful(source: str, quotation: str) -> bool:
    """Whether the engine calls a quotation of a text faithful."""
    return locate(quotation, source).fit in FAITHFUL


@pytest.mark.parametrize(
    ("before", "verb"),
    [
        ("Dr Pell has often said that", "said"),
        ("The keeper told the board last week that", "told"),
        ("The partners believe, on present information, that", "believe"),
        ("He assured me, as he has assured everyone, that", "assured"),
        ("They swore that the gate was shut, and that", "swore"),
        ("A few neighbours claim", "claim"),
        ("The ice, the divers report,", "report"),
        ("Rumour has it that", "it"),
        ("The old tale, so often told, that", "tale"),
        ("The firm's position is that", "position"),
    ],
)
def test_the_verb_or_noun_of_saying_is_found_whatever_stands_between(before: str, verb: str) -> None:
    words = Words.of(f"{before} the bell rings by night")
    found = saying_before(words, len(Words.of(before)))
    assert found is not None
    assert words.keys[found] == verb


@pytest.mark.parametrize(
    "before", ["As the claims were paid, it remains true that", "He said no more. The fact is that", "In the belfry"]
)
def test_what_is_no_frame_has_no_verb_of_saying(before: str) -> None:
    words = Words.of(f"{before} the bell rings by night")
    assert saying_before(words, len(Words.of(before))) is None


@pytest.mark.parametrize(
    "frame",
    [
        "It is commonly supposed that",
        "Legend has it that",
        "They will tell you that",
        "We are often told that",
        "It will be objected that",
        "You will hear it said, at every fair, that",
        "My opponents say that",
        "The world teaches that",
        "The maker claims",
        "When I was young I used to believe that",
        "I used to tell the children that",
        "It has been wrongly reported that",
    ],
)
def test_a_clause_is_not_its_authors_whose_frame_holds_it_at_arms_length(frame: str) -> None:
    assert not is_faithful(f"The tower is old. {frame} the bell rings by night. Few sleep near it.", "[T]he bell rings")
    assert is_faithful(f"The tower is old. {frame} the bell rings by night.", f"{frame} the bell rings by night.")


@pytest.mark.parametrize(
    "frame",
    [
        "Dr Pell has written that",
        "The mayor told the paper on Monday that",
        "Everybody in the inn will tell you that",
        "Counsel for the sexton urged that",
        "Our guide, a man named Orr, assured us that",
    ],
)
def test_anothers_claim_is_called_where_the_author_rejects_it(frame: str) -> None:
    believed = f"{frame} the bell rings by night. The rope is as old as the tower."
    assert is_faithful(believed, "[T]he bell rings by night.")
    assert not is_faithful(f"{frame} the bell rings by night. That is untrue.", "[T]he bell rings by night.")
    assert not is_faithful(f"{frame} the bell rings by night; I do not believe it.", "[T]he bell rings by night")


@pytest.mark.parametrize(
    "frame",
    [
        "We hold that",
        "I have long maintained that",
        "The court said that",
        "Our measurements suggest that",
        "As the sexton says,",
        "It must be said that",
        "In my opinion,",
        "In the opinion of the court,",
        "Nobody denies that",
    ],
)
def test_what_the_author_says_in_his_own_name_stays_his_whoever_disputes_it(frame: str) -> None:
    assert is_faithful(f"{frame} the bell rings by night. Some dispute it.", "[T]he bell rings by night.")


def test_what_the_author_says_himself_is_called_where_he_owns_that_he_lied() -> None:
    source = "For years I told everyone that I had heard the bell by night. I told the priest so. It was a lie."
    assert not is_faithful(source, "I had heard the bell by night.")
    assert is_faithful(source.replace("It was a lie.", "He wrote it down."), "I had heard the bell by night.")


@pytest.mark.parametrize(
    "predicate",
    [
        "is nonsense",
        "proved false",
        "has no foundation",
        "was long ago refuted",
        "does not bear looking into, being false",
    ],
)
def test_a_clause_whose_noun_is_denied_right_behind_it_is_called_in_small_letters_too(predicate: str) -> None:
    assert not is_faithful(f"The tale that the bell rings by night {predicate}.", "the bell rings by night")
    assert not is_faithful(f"The idea, often heard, that the bell rings {predicate}.", "the bell rings")


def test_a_clause_in_small_letters_is_called_where_it_was_nobodys_in_particular_and_is_rejected() -> None:
    rejected = "A few neighbours claim the bell is rung by night. I sat up for a week and heard nothing of the kind."
    assert not is_faithful(rejected, "the bell is rung by night.")
    assert is_faithful("A few neighbours claim the bell rings by night. I sleep soundly.", "the bell rings by night.")
    # It may stand in a sentence that reports it again.
    assert is_faithful("The sexton argues that the bell rings by night; we disagree.", "the bell rings by night")


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("Some ringers see the crack as the work of frost.", "[T]he crack [is] the work of frost."),
        ("The sexton swore that he saw lights in the tower.", "[L]ights [were seen] in the tower."),
    ],
)
def test_brackets_make_no_statement_of_what_another_sees(source: str, quotation: str) -> None:
    assert not is_faithful(source, quotation)


def test_a_participle_behind_a_noun_is_nobodys_saying() -> None:
    assert is_faithful("The rights asserted impose a duty on the town; I deny it.", "[I]mpose a duty on the town")


def test_what_the_author_saw_brackets_may_state() -> None:
    assert is_faithful("From the gate I saw lights in the tower.", "[L]ights [were] in the tower.")


@pytest.mark.parametrize(
    "opening",
    [
        "But unless the rope is mended,",
        "And if the frost holds,",
        "And so long as the frost holds,",
        "If the rope were to part, then",
        "If the rope were to part, of course",
        "Perhaps, the divers write,",
        "In the opinion of the sexton,",
        "In Mr Orr's view,",
    ],
)
def test_what_opens_a_sentence_before_its_comma_limits_what_follows(opening: str) -> None:
    source = f"The tower is old. {opening} the bell is going to fall into the nave."
    assert not is_faithful(source, "[T]he bell is going to fall into the nave.")
    assert is_faithful(source, f"{opening} the bell is going to fall into the nave.")


def test_what_was_added_is_no_saying_of_what_follows_an_and() -> None:
    source = "The two clauses were meant to be compatibly added, and there are no known bars to adding them now."
    assert is_faithful(source, "And there are no known bars to adding them")
