"""A paragraph with a letter for each quantity and date."""

from __future__ import annotations

import re

import pytest

from holdwater.document import Span
from holdwater.extract.quantities.model import Period, Quantity
from holdwater.extract.quantities.reading import paragraphs_of, read_measured
from holdwater.findings.accounts.sketch import STOP, D, G, P, R, Sketch, V, sketches

CLASSES = {"V": V, "R": R, "D": D, "P": P, "G": G}


def sketch_of(text: str, dropped: tuple[Span, ...] = ()) -> Sketch:
    """The only paragraph's sketch."""
    [sketch] = sketches(text, paragraphs_of(text), read_measured(text), dropped)
    return sketch


def shape(text: str, dropped: tuple[Span, ...] = ()) -> str:
    """The sketch with its letters as capitals and its sentence ends as bars."""
    words = sketch_of(text, dropped).words
    for name, letters in CLASSES.items():
        words = re.sub(letters, name, words)
    return words.replace(STOP, "|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales grew from 200 to 250, an increase of 30%.", "sales grew from V to V, an increase of V."),
        ("It has three times as many as in 1990.", "it has R as many as in P."),
        ("From 1990 to 2000, for ten years, he ruled.", "G, for D, he ruled."),
        ("There were 30 boats. In 1990 there were 20.", "there were V. |in P there were V."),
        ("He stayed until 1990.", "he stayed until P."),
        ("She finished third.", "she finished third."),
    ],
)
def test_letters_stand_for_quantities_and_dates(text: str, expected: str) -> None:
    sketch = list(sketches(text, paragraphs_of(text), read_measured(text), ()))
    assert (shape(text) if sketch else text.lower()) == expected


def test_a_range_behind_from_is_two_values() -> None:
    sketch = sketch_of("Sales grew by 30% from 200 to 250 boats.")
    assert [one.value for one in sketch.quantities(sketch.words)] == [30, 200, 250]


def test_citations_are_left_out_of_the_words() -> None:
    text = "Sales grew [3] from 200 to 250."
    assert shape(text, (Span(11, 14),)) == "sales grew from V to V."


def test_a_letter_is_looked_up_as_what_it_stands_for() -> None:
    sketch = sketch_of("In 1990 there were 20 boats.")
    [period] = [letter for letter in sketch.words if isinstance(sketch.items.get(letter), Period)]
    [quantity] = [letter for letter in sketch.words if isinstance(sketch.items.get(letter), Quantity)]
    assert sketch.quantity(quantity).value == 20
    assert sketch.period(period).first is not None
    with pytest.raises(TypeError):
        sketch.quantity(period)
    with pytest.raises(TypeError):
        sketch.period(quantity)
