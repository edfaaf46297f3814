"""Words of its own part a sentence of another text from a quotation that was changed or damaged."""

from __future__ import annotations

from holdwater.match import Words, locate
from holdwater.match.foreign import is_foreign

PASSAGE = (
    "The harbour board met in the old customs house on the quay, and the engineer laid before it the drawings of the "
    "new mole, which was to run from the lighthouse to the bar and to shelter forty ships in a storm."
)
REST = (
    " The school was shut that winter. Nine teachers asked for coal and lamps. The mayor walked round the market with "
    "his daughter and bought bread for the poor children of the parish."
)
WORDS = Words.of(PASSAGE + REST)


def foreign(quotation: str) -> bool:
    alignment = locate(quotation, WORDS)
    assert alignment.spans
    return is_foreign(alignment, quotation, WORDS, len(Words.of(quotation)))


def test_a_quotation_with_three_words_changed_is_not_foreign() -> None:
    assert not foreign(
        "The school board met in the old customs house on the market, and the mayor laid before it the drawings of the "
        "new mole, which was to run from the lighthouse to the bar"
    )


def test_one_with_many_words_that_the_text_has_elsewhere_is_foreign() -> None:
    assert foreign(
        "The school board walked in the old customs house with coal, and the daughter laid bread it the drawings of "
        "the poor mole, which was to run from the winter to the children"
    )


def test_one_with_as_many_damaged_words_is_not() -> None:
    assert not foreign(
        "The harb0r b0ard rnet in the o1d custms house 0n the quay, and the enginecr laid bef0re it the drawlngs of "
        "the n3w mole, which was to run fr0m the lighthnuse to the bar"
    )


def test_words_that_only_changed_their_place_are_not_foreign() -> None:
    assert not foreign(
        "in the old customs house on the quay The harbour board met, and before it the engineer laid the drawings of "
        "the new mole, which to the bar was to run from the lighthouse"
    )


def test_words_from_elsewhere_in_the_text_are_a_splice_and_not_foreign() -> None:
    assert not foreign(
        "The harbour board met in the old customs house on the quay, and the engineer laid before it bread for the "
        "poor children of the parish"
    )
