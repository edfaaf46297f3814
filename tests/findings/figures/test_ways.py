"""A number of a change is borne out only by a change that goes the same way."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation
from holdwater.read import read_bytes

LANDINGS = read_bytes(
    b"<h1>Landings</h1><table><tr><th>Harbour</th><th>2010</th><th>2011</th><th>Change</th></tr>"
    b"<tr><td>Lindow</td><td>412</td><td>371</td><td>-10%</td></tr>"
    b"<tr><td>Merrow</td><td>88</td><td>110</td><td>+25%</td></tr>"
    b"<tr><td>Solling</td><td>200</td><td>206</td><td>+3%</td></tr></table>",
    "landings.html",
)
DECREASES = read_bytes(
    b"<table><tr><th>Harbour</th><th>Decrease (%)</th></tr><tr><td>Lindow</td><td>10</td></tr>"
    b"<tr><td>Merrow</td><td>-25</td></tr></table>",
    "decreases.html",
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Landings at Merrow rose by 25% within the year.", "entailed"),
        ("Landings at Merrow fell by 25% within the year.", "contradicted"),
        ("Landings at Lindow were 10% lower than the year before.", "entailed"),
        ("Landings at Lindow were 10% higher than the year before.", "contradicted"),
        ("Landings were up 25% at Merrow but down 10% at Lindow.", "entailed"),
        ("Landings rose by 3% at Solling and by 10% at Lindow.", "contradicted"),
    ],
)
def test_the_sign_of_a_cell_says_which_way_a_change_goes(sentence: str, expected: str) -> None:
    assert relation(sentence, LANDINGS) == expected


def test_a_sign_under_decrease_says_no_way() -> None:
    assert relation("Landings at Merrow rose by 25%.", DECREASES) == "entailed"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The output of the mill rose by 12 per cent.", "entailed"),
        ("The mill made 12 per cent less flour.", "contradicted"),
        ("In the drought the output of the mill by the weir dropped by 12 per cent.", "unsure"),
    ],
)
def test_the_number_of_a_rise_bears_out_no_fall(sentence: str, expected: str) -> None:
    assert relation(sentence, "The mill made 12 per cent more flour.") == expected
