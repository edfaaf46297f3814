"""What is read of a source's tables: a row is a unit, a head gives the unit, in every format."""

from __future__ import annotations

import re

import pytest

from findings.figures.bureau import relation, said
from holdwater.document import Document
from holdwater.findings.figures.places import Searched
from holdwater.read import read_bytes

BLANKS = """Report on the mills of the valley.

Mill           Workers    Wages     Price a sack
Upper            1,120      44%          £2.60
Lower              310      51%          £2.75
Hollow             870      39%          £3.10

Source: the owners' returns.
"""
BARS = """Report on the mills of the valley.

| Mill   | Workers | Wages | Price a sack |
|--------|---------|-------|--------------|
| Upper  | 1,120   | 44%   | £2.60        |
| Lower  | 310     | 51%   | £2.75        |
| Hollow | 870     | 39%   | £3.10        |
"""
TABS = re.sub(" {2,}", "\t", BLANKS)
HTML = """<h1>Report on the mills of the valley</h1><table>
<tr><th>Mill</th><th>Workers</th><th>Wages</th><th>Price a sack</th></tr>
<tr><td>Upper</td><td>1,120</td><td>44%</td><td>£2.60</td></tr>
<tr><td>Lower</td><td>310</td><td>51%</td><td>£2.75</td></tr>
<tr><td>Hollow</td><td>870</td><td>39%</td><td>£3.10</td></tr></table>"""


def source(text: str, name: str = "source.txt") -> Document:
    """A source as its reader reads it."""
    return read_bytes(text.encode(), name)


@pytest.mark.parametrize(
    "mills", [source(BLANKS), source(BARS), source(TABS), source(HTML, "source.html"), source(BARS, "source.md")]
)
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wages were 51% at the Lower mill.", "entailed"),
        ("Wages were 44% at the Lower mill.", "other subject"),
        ("Wages were 39% at the Lower mill.", "other subject"),
        ("The Hollow mill had 870 workers.", "entailed"),
        ("The Hollow mill had 310 workers.", "other subject"),
        ("At the Upper mill the price of a sack was £2.60.", "entailed"),
        ("At the Upper mill the price of a sack was £2.75.", "other subject"),
        ("At the Upper mill the price of a sack was £2.95.", "contradicted"),
        ("Wages were 44% at the Upper mill, and 51% at the Lower.", "entailed"),
    ],
)
def test_a_row_of_a_table_is_a_unit(mills: Document, sentence: str, expected: str) -> None:
    assert relation(sentence, mills) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Some mills paid as much as 51% of their costs in wages.",
        "The Upper and the Lower mill had 310 workers at the least.",
        "Of the workers of the Lower mill, 44% were women.",
    ],
)
def test_a_claim_that_names_no_row_or_no_column_is_not_said_to_be_of_another_row(sentence: str) -> None:
    assert relation(sentence, source(BLANKS)) not in ("other subject", "contradicted")


CROSSINGS = """Report of the ferries.

Table 1. Crossings of the sound by fiscal year

Fiscal year     Crossings (millions)   Change from the year before
2019                 39.1                    -1.2%
2020                 30.4                   -22.3%
2021                 19.8                   -34.9%
"""
FERRIES = """<h1>Report of the ferries</h1><table><tr><th>Fiscal year</th><th>Crossings (millions)</th></tr>
<tr><td>2020</td><td>30.4</td></tr><tr><td>2021</td><td>19.8</td></tr></table>"""
PADDED = CROSSINGS + "\n\n".join(["The boats were painted, and the quay was mended by the crew."] * 90)


@pytest.mark.parametrize("ferries", [source(CROSSINGS), source(FERRIES, "source.html"), source(PADDED)])
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferries made 19.8 million crossings in fiscal 2021.", "entailed"),
        ("Crossings were some 20 million in 2021.", "rounded"),
        ("The ferries made 30.4 million crossings in fiscal 2021.", "other year"),
    ],
)
def test_a_head_gives_the_scale_of_the_numbers_below(ferries: Document, sentence: str, expected: str) -> None:
    assert relation(sentence, ferries) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Crossings fell by 34.9 percent in 2021.", "entailed"),
        ("Crossings fell by 22.3 percent in 2021.", "other year"),
        ("Crossings rose by 34.9 percent in 2021.", "contradicted"),
    ],
)
def test_a_signed_share_under_change_is_a_rise_or_a_fall(sentence: str, expected: str) -> None:
    assert relation(sentence, source(CROSSINGS)) == expected


@pytest.mark.parametrize(
    ("head", "cell", "written"),
    [
        ("Litres a second", "8.9", "8.9 litres a second"),
        ("Rain, mm (week)", "18", "18 millimetres"),
        ("Spent, £m", "402.1", "£402.1 million"),
        ("US$ million", "402.1", "$402.1 million"),
        ("€ thousands", "402", "€402,000"),
        ("Take-up (%)", "44", "44%"),
        ("Take-up, per cent", "44", "44 percent"),
        ("Herd ('000)", "58", "58,000"),
        ("Herd, in thousands", "58", "58,000"),
        ("Thousands of sheep", "58", "58,000"),
        ("Sheep, thousand", "58", "58,000"),
        ("Area (km²)", "77", "77 square kilometres"),
        ("Spent (£000)", "915", "£915,000"),
    ],
)
def test_a_head_gives_the_unit_of_the_numbers_below(head: str, cell: str, written: str) -> None:
    told = source(f"<table><tr><th>Place</th><th>{head}</th></tr><tr><td>Ormdal</td><td>{cell}</td></tr>"
                  "<tr><td>Pelldal</td><td>3</td></tr></table>", "source.html")  # fmt: skip
    assert relation(f"In Ormdal it was {written}.", told) == "entailed"


@pytest.mark.parametrize(
    "head", ["Cases per million", "Homes with 2 million", "Homes of a million", "Herd", "Year 2000", "Millionaires"]
)
def test_a_head_without_a_scale_leaves_the_numbers_as_they_stand(head: str) -> None:
    told = source(f"<table><tr><th>Place</th><th>{head}</th></tr><tr><td>Ormdal</td><td>58</td></tr>"
                  "<tr><td>Pelldal</td><td>31</td></tr></table>", "source.html")  # fmt: skip
    values = [one.value for one in Searched(told).measured.quantities]
    assert values[-2:] == [58, 31]


def test_a_title_gives_the_scale_where_no_head_does() -> None:
    told = source(
        "Spending of the towns.\n\nTable 3. Spending by town, £ million\n\n"
        "                2018-19   2019-20\nOrmdal            812.4     840.0\nPelldal            77.0      81.9\n\n"
    )
    assert relation("Ormdal spent £840 million in 2019-20.", told) == "entailed"


def test_digits_of_a_table_whose_scale_is_not_told_are_not_missing() -> None:
    told = source("<table><tr><th>Place</th><th>Head</th></tr><tr><td>Ormdal</td><td>58.4</td></tr>"
                  "<tr><td>Pelldal</td><td>31.2</td></tr></table>", "source.html")  # fmt: skip
    assert relation("Ormdal has 58.4 million sheep.", told) == "unsure"


def test_an_empty_cell_leaves_the_others_in_their_columns() -> None:
    told = source(
        "<table><tr><th>District</th><th>1990</th><th>2010</th></tr><tr><td>Ormdal</td><td>41</td><td>58</td></tr>"
        "<tr><td>Pelldal</td><td></td><td>12</td></tr></table>",
        "source.html",
    )
    [grid] = Searched(told).grids
    twelve = grid.cell(told.text.index("12"))
    assert [head.of(told.text) for head in grid.heads(twelve)] == ["Pelldal", "2010", "District"]


def test_lines_whose_columns_cannot_be_told_are_read_one_by_one() -> None:
    told = source("Counted on the quay.\n\nUpper    44%   12   9\nLower   51%\nHollow   39%   7\n\n")
    quantities = Searched(told).measured.quantities
    assert all("\n" not in one.sentence.of(told.text) for one in quantities)


@pytest.mark.parametrize(
    "text",
    [
        "Wool  and  yarn were dear that year, and 44 mills\nstood still; in May  51 more of them closed.\n",
        "for i in range(30):\n    x    = 81\n    y    = 78\n",
        "The herd    of Ormdal was    the largest.\n",
    ],
)
def test_what_is_no_table_is_none(text: str) -> None:
    assert not Searched(source(f"A first line of words.\n\n{text}\n")).grids


def test_the_row_that_is_meant_is_shown() -> None:
    [verdict] = said("Wages were 44% at the Lower mill.", source(BLANKS))
    assert verdict.found == "51%"


def test_digits_that_stand_in_the_row_contradict_nothing_though_the_head_seems_to_scale_them() -> None:
    told = source("<table><tr><th>Place</th><th>Homes (millions)</th><th>Schools</th></tr>"
                  "<tr><td>Ormdal</td><td>812</td><td>7</td></tr><tr><td>Pelldal</td><td>40</td><td>2</td></tr></table>",
                  "source.html")  # fmt: skip
    assert relation("Ormdal had 812 homes.", told) == "unsure"


BOATS = source(
    "<h1>Boats of the coast</h1><p>Table 3. Boats laid up at the end of the season, in per cent of all boats</p><table>"
    "<tr><th></th><th>1907</th><th>1908</th><th>1909</th></tr>"
    "<tr><td>First class (H1)</td><td>14.2</td><td>17.9</td><td>23.4</td></tr>"
    "<tr><td>Second class (H2)</td><td>31.5</td><td>28.6</td><td>25.3</td></tr></table>",
    "source.html",
)
LINES = source(
    "<h2>Trains in time, %</h2><table><tr><th>Year</th><th>Line A1</th><th>Line A2</th></tr>"
    "<tr><td>1950</td><td>12.5</td><td>44.1</td></tr><tr><td>1951</td><td>19.7</td><td>48.8</td></tr>"
    "<tr><td>1952</td><td>21.3</td><td>51.2</td></tr></table>",
    "source.html",
)


@pytest.mark.parametrize(
    ("sentence", "passage", "expected", "found"),
    [
        ("Of the second-class boats 25.3% were laid up in 1909.", BOATS, "entailed", "25.3"),
        ("Of the second-class boats 28.6% were laid up in 1909.", BOATS, "other year", "25.3"),
        ("Of the first-class boats 17.9% were laid up in 1907.", BOATS, "other year", "14.2"),
        ("Of the boats of type H2 28.6% were laid up in 1909.", BOATS, "other year", "25.3"),
        ("On line A1 12.5% of trains were in time in 1952.", LINES, "other year", "21.3"),
        ("On line A2 44.1% of trains were in time in 1952.", LINES, "other year", "51.2"),
        ("On line A2 51.2% of trains were in time in 1952.", LINES, "entailed", "51.2"),
    ],
)
def test_the_right_figure_for_another_year_stands_in_line_with_the_claimed_one(
    sentence: str, passage: Document, expected: str, found: str
) -> None:
    [verdict] = [one for one in said(sentence, passage) if not one.is_period]
    assert (verdict.relation.value, verdict.found) == (expected, found)


@pytest.mark.parametrize(
    "sentence",
    [
        "After 28.6% the year before, fewer second-class boats were laid up in 1909.",
        "In 1908 and 1909, 28.6% and 25.3% of the second-class boats were laid up.",
        "Of the second-class boats 25.3% were laid up in 1909, against 28.6% the year before.",
        "Between 1908 and 1909 the second-class boats laid up went from 28.6% to 25.3%.",
    ],
)
def test_a_cell_of_an_earlier_year_may_be_told_beside_the_year_of_its_sentence(sentence: str) -> None:
    assert "other year" not in {one.relation.value for one in said(sentence, BOATS)}
