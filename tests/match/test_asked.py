"""Questions that are made statements by leaving out the words that ask them."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change

SOURCE = (
    "The agent sends a bill every spring. Why on earth should we pay for a roof that leaks? Do I put any faith in his "
    "figures? Certainly not. Can anybody believe that the roof was mended by his men? I put the last bill in the fire."
)


@pytest.mark.parametrize(
    "quotation",
    [
        "I put … faith in his figures.",
        "The agent sends a bill every spring. … we pay for a roof that leaks.",
        "Certainly not. … the roof was mended by his men.",
    ],
)
def test_a_question_without_the_words_that_ask_it_is_no_statement(quotation: str) -> None:
    assert locate(quotation, SOURCE).changes() & {Change.CONJUNCTION, Change.NAME}


def test_a_question_within_a_sentence_is_no_statement_either() -> None:
    source = "You ask, do I put any faith in his figures? I have none."
    assert Change.CONJUNCTION in locate("I put … faith in his figures.", source).changes()


@pytest.mark.parametrize(
    "quotation",
    [
        "Do I put … faith in his figures?",
        "… we pay for a roof that leaks?",
        "faith in his figures",
        "Certainly not. … I put the last bill in the fire.",
    ],
)
def test_a_question_that_is_still_asked_is_let_be(quotation: str) -> None:
    assert not locate(quotation, SOURCE).changes()
