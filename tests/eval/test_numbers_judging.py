"""How quantities that were read are held against annotated ones, on made-up readings."""

from __future__ import annotations

import pytest
from eval.numbers.annotated import Annotated, annotated
from eval.numbers.quantities import judged
from eval.numbers.units import unit_right

from holdwater.document import Span
from holdwater.extract.quantities.model import (
    Dimension,
    Hedge,
    Interval,
    Measured,
    Quantity,
    QuantityKind,
    Unit,
)
from holdwater.extract.quantities.model import Frame as NoFrame

HEAD = "today: 2020-01-01\nabout: a draft\n---\n"
GIRL = Unit(Dimension.COUNT, "girl")


def quantity(text: Annotated, words: str, value: float, unit: Unit = GIRL, **others: object) -> Quantity:
    start = text.text.index(words)
    span = Span(start, start + len(words))
    parts: dict[str, object] = {"hedge": Hedge.NONE, "kind": QuantityKind.LEVEL, "interval": Interval(value, value)}
    parts |= others
    return Quantity(  # type: ignore[arg-type]
        span=span, number=span, value=value, half_steps=(0.5,), unit=unit, frame=NoFrame(), sentence=span, **parts
    )


def values(text: Annotated, *found: Quantity) -> dict[str, float]:
    return {one.name: one.value for one in judged([text], lambda _: Measured(found))}


def test_value_unit_and_kind_must_all_be_right() -> None:
    text = annotated("draft", HEAD + "There were {{300 girls|300 girl}}.\n")
    assert values(text, quantity(text, "300", 300))["quantities"] == 1.0
    assert values(text, quantity(text, "300", 30))["quantities"] == 0.0
    assert values(text, quantity(text, "300", 300, Unit(Dimension.COUNT, "boy")))["quantities"] == 0.0
    assert values(text, quantity(text, "300", 300, kind=QuantityKind.TOTAL))["quantities"] == 0.0


def test_a_missed_quantity_and_one_too_many_each_lower_the_share() -> None:
    text = annotated("draft", HEAD + "In 2011 there were {{300 girls|300 girl}} and {{200 girls|200 girl}}.\n")
    one = quantity(text, "300", 300)
    assert values(text, one)["quantities"] == pytest.approx(2 / 3)
    assert values(text, one, quantity(text, "200", 200))["quantities"] == 1.0
    assert values(text, one, quantity(text, "200", 200), quantity(text, "2011", 2011))["quantities"] == pytest.approx(
        0.8
    )


def test_what_is_left_open_counts_neither_way() -> None:
    text = annotated("draft", HEAD + "The {{first|?}} of {{300 girls|300 girl}} came.\n")
    one = quantity(text, "300", 300)
    assert values(text, one)["quantities"] == 1.0
    assert values(text, one, quantity(text, "first", 1))["quantities"] == 1.0


def test_of_a_range_both_ends_must_be_right() -> None:
    text = annotated("draft", HEAD + "They were {{10–12 girls|10..12 girl}}.\n")
    assert values(text, quantity(text, "10–12", 11, interval=Interval(10, 12)))["quantities"] == 1.0
    assert values(text, quantity(text, "10–12", 11, interval=Interval(9, 13)))["quantities"] == 0.0


def test_hedges_are_counted_where_the_mark_or_the_reading_has_one() -> None:
    text = annotated("draft", HEAD + "Over {{300 girls|300 girl; over}} and {{200 girls|200 girl}}.\n")
    over = quantity(text, "300", 300, hedge=Hedge.OVER)
    assert values(text, over, quantity(text, "200", 200))["hedges"] == 1.0
    assert values(text, over, quantity(text, "200", 200, hedge=Hedge.ABOUT))["hedges"] == 0.5
    assert values(text, quantity(text, "200", 200))["hedges"] == 0.0


def test_a_note_mark_read_as_part_of_a_number_is_counted() -> None:
    text = annotated(
        "draft", HEAD + "There were 30 of them.{{12|note}} So it was in 2018{{67|note}} : {{three girls|3 girl}}.\n"
    )
    assert values(text)["note_digits"] == 0.0
    assert values(text, quantity(text, "12", 12))["note_digits"] == 0.5
    assert values(text, quantity(text, "201867", 201867))["note_digits"] == 0.5


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        (Unit(Dimension.PERCENT, "percent"), "percent"),
        (Unit(Dimension.MONEY, "EUR", per="hectare"), "EUR per hectare"),
        (Unit(Dimension.MONEY, "EUR", per="year"), "EUR"),
        (Unit(Dimension.RATE, "death", per="1000"), "per 1000"),
        (Unit(Dimension.RATE, "", per="1000"), "death per 1000"),
        (Unit(Dimension.PHYSICAL, "kilometre per hour"), "kilometre per hour"),
        (Unit(Dimension.PHYSICAL, "kilometre", per="hour"), "kilometre per hour"),
        (Unit(Dimension.COUNT, "dairy farm"), "farm"),
        (Unit(Dimension.COUNT, "people"), "person"),
        (Unit(Dimension.PHYSICAL, "metric ton"), "tonne"),
    ],
)
def test_a_unit_goes_by_several_names(unit: Unit, wanted: str) -> None:
    assert unit_right(unit, wanted)


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        (Unit(Dimension.POINT, "percentage point"), "percent"),
        (Unit(Dimension.MONEY, "USD"), "$"),
        (Unit(Dimension.RATE, "death", per="100000"), "death per 1000"),
        (Unit(Dimension.RATE, "birth", per="1000"), "death per 1000"),
        (Unit(Dimension.COUNT, "hour"), "hour"),
        (Unit(Dimension.COUNT, "farm"), "cow"),
    ],
)
def test_other_units_are_not_taken_for_it(unit: Unit, wanted: str) -> None:
    assert not unit_right(unit, wanted)
