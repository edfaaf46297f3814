"""Pounds are money beside words of accounts and in old books' "64,000l."; else they are a weight, and "l" litres."""

from __future__ import annotations

import pytest

from extract.quantity_readings import only


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The tolls brought in 3,120 pounds.", "GBP"),
        ("a mortgage of 850 pounds was paid off", "GBP"),
        ("She left a legacy of 900 pounds.", "GBP"),
        ("The mill was bought for 4,300l. in that year.", "GBP"),
        ("They took up 2,500l.; nobody knew why.", "GBP"),
        ("The farm was sold for 9,100l. They left.", "GBP"),
        ("The anchor weighed 3,120 pounds.", "pound"),
        ("He carried 40 pounds of flour.", "pound"),
        ("His rent was 12 pounds of butter.", "pound"),
        ("an interesting bag of 12 pounds", "pound"),
        ("The tank holds 500l.", "litre"),
        ("The dairy sold 500l. of milk.", "litre"),
        ("A tank of 500 l stood by.", "litre"),
    ],
)
def test_pounds_and_litres_are_told_apart(text: str, unit: str) -> None:
    assert only(text).unit.name == unit
