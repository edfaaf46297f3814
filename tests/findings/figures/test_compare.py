"""Two quantities are compared as intervals, each with its own hedge and its own precision."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.figures.bureau import quantity
from holdwater.findings.figures.compare import alike, compare, related, scale
from holdwater.findings.figures.model import PASSING, Relation


@pytest.mark.parametrize(
    ("claimed", "source", "relation"),
    [
        ("300 ships", "300 ships", "entailed"),
        ("300 ships", "297 ships", "rounded"),
        ("about 300 ships", "312 ships", "rounded"),
        ("some 4,800 people", "4,812 people", "rounded"),
        ("1.2 million people", "1,234,567 people", "rounded"),
        ("312 ships", "314 ships", "near"),
        ("312 ships", "321 ships", "near"),
        ("300 ships", "500 ships", "contradicted"),
        ("9 ships", "8 ships", "contradicted"),
        ("over 300 ships", "312 ships", "entailed"),
        ("over 300 ships", "290 ships", "hedge the wrong way"),
        ("over 300 ships", "300 ships", "hedge the wrong way"),
        ("over 300 ships", "over 310 ships", "entailed"),
        ("over 300 ships", "nearly 300 ships", "hedge the wrong way"),
        ("over 300 ships", "150 ships", "contradicted"),
        ("at least 300 ships", "300 ships", "entailed"),
        ("at least 300 ships", "up to 300 ships", "hedge the wrong way"),
        ("fewer than 300 ships", "290 ships", "entailed"),
        ("fewer than 300 ships", "310 ships", "hedge the wrong way"),
        ("fewer than 300 ships", "fewer than 700 ships", "contradicted"),
        ("up to 300 ships", "300 ships", "entailed"),
        ("nearly 300 ships", "285 ships", "entailed"),
        ("nearly 300 ships", "310 ships", "hedge the wrong way"),
        ("nearly 300 ships", "255 ships", "near"),
        ("nearly 300 ships", "100 ships", "contradicted"),
        ("just over 300 ships", "308 ships", "entailed"),
        ("just over 300 ships", "290 ships", "hedge the wrong way"),
        ("10-15 ships", "12 ships", "entailed"),
        ("10-15 ships", "10 to 15 ships", "entailed"),
        ("10-15 ships", "30 ships", "contradicted"),
        ("over 300 ships", "5,000 ships", "unsure"),
        ("40% of it", "40.3% of it", "rounded"),
        ("40% of it", "42% of it", "near"),
        ("a third of it", "34% of it", "rounded"),
        ("nearly a third of it", "32% of it", "entailed"),
        ("nearly 64% of it", "63.2% of it", "entailed"),
        ("nearly 64% of it", "57.7% of it", "unsure"),
        ("nearly 65% of it", "61% of it", "entailed"),
        ("nearly 1,284 ships", "1,180 ships", "unsure"),
        ("just over 48 miles", "50 miles", "unsure"),
        ("just over 50 miles", "52 miles", "entailed"),
        ("almost $2.4 billion", "$2.2 billion", "unsure"),
        ("over half of it", "48% of it", "hedge the wrong way"),
    ],
)
def test_a_claim_stands_to_its_source_as_its_hedge_and_its_digits_say(claimed: str, source: str, relation: str) -> None:
    assert compare(quantity(claimed), quantity(source)) == relation


@pytest.mark.parametrize(
    ("claimed", "source", "passes"),
    [
        ("103 km", "64 miles", True),
        ("64 km", "64 miles", False),
        ("2,300 metres", "2.3 km", True),
        ("45 minutes", "three quarters of an hour", True),
        ("1,300 million euros", "1.3 billion euros", True),
        ("US$5 million", "$5 million", True),
        ("CHF 5 million", "5 million francs", True),
        ("19 deaths per 10,000", "1.9 deaths per 1,000", True),
    ],
)
def test_units_that_convert_are_compared_in_one_of_them(claimed: str, source: str, passes: bool) -> None:
    assert (compare(quantity(claimed), quantity(source)) in PASSING) is passes


@pytest.mark.parametrize(
    ("claimed", "source"),
    [
        ("5 percent", "5 percentage points"),
        ("5 million euros", "$5 million"),
        ("300 ships", "5 km"),
        ("a third of the ships", "300 ships"),
        ("5 km", "5 kg"),
    ],
)
def test_units_that_do_not_convert_are_not_compared(claimed: str, source: str) -> None:
    assert compare(quantity(claimed), quantity(source)) is None
    assert scale(quantity(claimed).unit, quantity(source).unit) is None


def test_a_change_is_no_level() -> None:
    rise, level = quantity("an 18% rise in exports"), quantity("18% of the exports")
    assert not alike(rise.kind, level.kind)
    assert alike(rise.kind, rise.kind)


@given(st.integers(1, 10**9))
def test_a_number_bears_itself_out(value: int) -> None:
    assert related(quantity(f"the {value:,} ships"), float(value)) in PASSING


@given(st.integers(100, 10**6), st.integers(100, 10**6))
def test_over_and_under_never_both_hold(value: int, bound: int) -> None:
    over = related(quantity(f"over {bound:,} ships"), float(value))
    under = related(quantity(f"under {bound:,} ships"), float(value))
    assert not {over, under} <= PASSING
    assert value == bound or (over in PASSING | {Relation.UNSURE}) is (value > bound)
