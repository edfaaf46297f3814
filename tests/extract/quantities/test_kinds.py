"""Kinds: what a quantity says, by the words around it."""

from __future__ import annotations

import pytest
from quantity_readings import quantities

from holdwater.extract.quantities.model import Direction, QuantityKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There were 300 girls.", QuantityKind.LEVEL),
        ("The literacy rate was 80%.", QuantityKind.LEVEL),
        ("Unemployment stood at 9.4%.", QuantityKind.LEVEL),
        ("80% of girls read.", QuantityKind.SHARE),
        ("Half the girls read.", QuantityKind.SHARE),
        ("Women made up 12% there.", QuantityKind.SHARE),
        ("It rose by 300 girls.", QuantityKind.CHANGE),
        ("Exports rose by 18%.", QuantityKind.RELATIVE_CHANGE),
        ("An 18% rise in exports came.", QuantityKind.RELATIVE_CHANGE),
        ("An increase of 18% came.", QuantityKind.RELATIVE_CHANGE),
        ("Wages were 25% higher than before.", QuantityKind.RELATIVE_CHANGE),
        ("Prices doubled.", QuantityKind.RELATIVE_CHANGE),
        ("They saw a threefold increase.", QuantityKind.RELATIVE_CHANGE),
        ("It rose by 3 percentage points.", QuantityKind.POINT_CHANGE),
        ("Twice as many boys came.", QuantityKind.RATIO),
        ("The ratio was 3:1 there.", QuantityKind.RATIO),
        ("It is half as large as France.", QuantityKind.RATIO),
        ("It is three times more than before.", QuantityKind.TIMES_MORE),
        ("It is the third-largest city.", QuantityKind.RANK),
        ("It ranked 5th in the list.", QuantityKind.RANK),
        ("It has the highest rate.", QuantityKind.SUPERLATIVE),
        ("No country raised literacy more.", QuantityKind.SUPERLATIVE),
        ("It took three years.", QuantityKind.DURATION),
        ("A 12-year-old came.", QuantityKind.AGE),
        ("She was aged 34.", QuantityKind.AGE),
        ("A total of 300 girls came.", QuantityKind.TOTAL),
        ("There were 27 girls in all.", QuantityKind.TOTAL),
    ],
)
def test_the_words_around_it_say_what_a_quantity_is(text: str, kind: QuantityKind) -> None:
    assert quantities(text)[0].kind is kind


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Prices doubled.", 100),
        ("Prices tripled.", 200),
        ("The budget halved.", 50),
        ("They saw a tenfold increase.", 900),
        ("Twice as many came.", 2),
        ("It is the third-largest city.", 3),
    ],
)
def test_worded_quantities_have_a_value(text: str, number: float) -> None:
    assert quantities(text)[0].value == number


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Exports rose by 18%.", Direction.UP),
        ("Exports fell by 18%.", Direction.DOWN),
        ("An 18% decline in exports came.", Direction.DOWN),
        ("Wages were 25% lower than before.", Direction.DOWN),
        ("The budget halved.", Direction.DOWN),
    ],
)
def test_a_change_goes_up_or_down(text: str, way: Direction) -> None:
    assert quantities(text)[0].frame.direction is way


def test_bare_ordinals_are_no_ranks() -> None:
    assert quantities("It was the third time that the first school closed.") == ()
