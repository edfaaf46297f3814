"""A word of a sentence speaks for the figure whose clause it stands in."""

from __future__ import annotations

import pytest

from holdwater.document import Span
from holdwater.extract.quantities.reading import read_measured
from holdwater.findings.figures.attribution import ACROSS, NOT_ITS_OWN, SHARED, WHOLE, shares


def given_by(text: str, word: str) -> list[float]:
    figures = [one.span for one in read_measured(text).quantities]
    return shares(text, figures, text.index(word))


@pytest.mark.parametrize(
    ("text", "word", "given"),
    [
        ("Schools receive 214 million euros and roads 96 million euros.", "Schools", [WHOLE, SHARED]),
        ("Schools receive 214 million euros and roads 96 million euros.", "roads", [NOT_ITS_OWN, WHOLE]),
        ("The garrison had 1,200 men; the besiegers had 7,000 men.", "garrison", [WHOLE, ACROSS]),
        ("The garrison had 1,200 men; later it had 7,000 men.", "garrison", [WHOLE, SHARED]),
        ("Some 300 ships sailed, and 200 ships stayed at home.", "sailed", [WHOLE, NOT_ITS_OWN]),
        ("Some 300 ships sailed, and 200 ships stayed at home.", "stayed", [NOT_ITS_OWN, WHOLE]),
        ("It was 36% and 96% of the women.", "women", [SHARED, WHOLE]),
        ("It was 2.3 per cent of operations, against 3.1 per cent elsewhere.", "operations", [WHOLE, SHARED]),
    ],
)
def test_a_word_speaks_for_the_figure_of_its_clause(text: str, word: str, given: list[float]) -> None:
    assert given_by(text, word) == given


def test_a_word_within_a_figure_is_its_own() -> None:
    text = "They had 300 ships and 200 carts."
    assert given_by(text, "carts") == [NOT_ITS_OWN, WHOLE]


def test_a_lone_figure_has_all_the_words() -> None:
    assert shares("abc 12 def", [Span(4, 6)], 7) == [WHOLE]
    assert shares("abc 12 def", [Span(4, 6)], 0) == [WHOLE]
