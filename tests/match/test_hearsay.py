"""Hidden asides that put a sentence into another's mouth or take it back, and asides that do neither."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change, Fit

HEARSAY = (
    ", so his enemies say, ",
    ", or so they say, ",
    " (it is understood) ",
    ", we are told, ",
    ", according to his rivals, ",
    ", in the opinion of his rivals, ",
    ", it was whispered, ",
    ", rumour has it, ",
    ", critics allege, ",
    ", of all people, it is said, ",
    ", falsely as we now know, ",
)
ASIDES = (
    ", who was no coward, ",
    ", I am glad to say, ",
    ", it must be added, ",
    ", as I have said, ",
    ", in view of the danger, ",
    ", according to section 9, ",
    ", according to the minute book, ",
    ", who had, it is said, a temper, ",
    ", on the advice of his clerk, ",
)
TAKEN_BACK = (
    ("I am told", ", though I do not believe a word of it, ", "that the mill is to be sold."),
    ("It is said", " (but nobody has been able to prove it) ", "that the mill is to be sold."),
    ("We expect", ", although we cannot guarantee it, ", "that the mill is to be sold."),
    ("They say", ", and I doubt it, ", "that the mill is to be sold."),
    ("It was rumoured", ", although his family denied it, ", "that the mill is to be sold."),
    ("The prefect assures me", " – I do not believe him – ", "that the mill is to be sold."),
)
LEFT_ALONE = (
    ("I am told", ", and I do not doubt it, ", "that the mill is to be sold."),
    ("It is said", ", though not in my hearing, ", "that the mill is to be sold."),
    ("We expect", ", as we said in the spring, ", "that the mill is to be sold."),
    ("They say", ", and his brother confirms it, ", "that the mill is to be sold."),
    ("The mayor", ", though he has no head for figures, ", "found the mistake within an hour."),
)


@pytest.mark.parametrize("aside", HEARSAY)
def test_a_hidden_aside_by_which_it_is_only_said_is_named(aside: str) -> None:
    source = f"It was dark. The captain{aside}left the ship before the passengers. He lived."
    assert Change.NAME in locate("The captain … left the ship before the passengers.", source).changes()


@pytest.mark.parametrize("aside", ASIDES)
def test_another_aside_may_be_left_out(aside: str) -> None:
    source = f"It was dark. The captain{aside}left the ship before the passengers. He lived."
    assert locate("The captain … left the ship before the passengers.", source).fit is Fit.EDITED


def test_a_tag_between_two_quoted_halves_may_be_left_out() -> None:
    source = "“The mill,” they say, “was sold to a brewer before the war.”"
    assert locate("The mill … was sold to a brewer before the war.", source).fit is Fit.EDITED


def test_a_sentence_that_is_hung_on_another_is_not_the_authors() -> None:
    source = "We landed at dusk. According to the pilot, the fort had been empty for a month."
    assert Change.NAME in locate("We landed at dusk. … the fort had been empty for a month.", source).changes()


@pytest.mark.parametrize(("left", "hidden", "right"), TAKEN_BACK)
def test_what_is_taken_back_in_an_aside_is_not_said(left: str, hidden: str, right: str) -> None:
    assert Change.NEGATION in locate(f"{left} … {right}", f"It is late. {left}{hidden}{right} Good night.").changes()


@pytest.mark.parametrize(("left", "hidden", "right"), LEFT_ALONE)
def test_what_takes_nothing_back_may_be_left_out(left: str, hidden: str, right: str) -> None:
    assert locate(f"{left} … {right}", f"It is late. {left}{hidden}{right} Good night.").fit is Fit.EDITED
