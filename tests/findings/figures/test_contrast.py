"""Of two figures of one sentence, that one is a claim's whose own words, year, label and side of a change it has."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation

LINES = "Line 1 has 27 stations, Line 2 has 19 and Line 3 has 34. They were built by one firm."
WAGES = "Wages were cut from 31 shillings a week to 26. The weavers struck for forty days."
SCHOOLS = "Meals reached 71 percent of pupils in primary schools and 34 percent of those in secondary schools."
GAOL = "The gaol was built in 1847 for 380 men and now holds 612. It is the oldest of the county."
OILS = "Arland produced 275,000 tonnes of olive oil in 2019, Borland 366,000 and Corland 351,000. Pickers earn little."
ROADS = "In its first year 8,100 vehicles crossed the bridge a day, fewer than the 11,800 that had been forecast."
TRAINS = "In 2019, 75.9 percent of express trains and 94.3 percent of local trains were on time. Nobody was pleased."
MILLS = (
    "Between 1995 and 2010 the number of mills dropped from 48 to 17, and output rose from 1.6 to 2.3 million tonnes."
)
PARTY = "The party of eleven left the cape on 3 May 1911 with 64 dogs. Few of them returned."
PILLS = "The new pill lowered pressure by 11.4 mm Hg, the old one by 8.2 mm Hg. Treatment lasted 26 weeks."
LOSSES = (
    "Winter losses were 31.2% in the sprayed valley, 14.8% in the second and 12.5% in the third. Queens lived long."
)


@pytest.mark.parametrize(
    ("sentence", "passage", "expected"),
    [
        ("Line 1 has 34 stations.", LINES, "other subject"),
        ("Line 3 has 34 stations.", LINES, "entailed"),
        ("Wages were cut to 31 shillings a week.", WAGES, "other subject"),
        ("Wages had been cut from 31 shillings a week.", WAGES, "entailed"),
        ("Meals reached 71 percent of pupils in secondary schools.", SCHOOLS, "other subject"),
        ("Meals reached 34 percent of pupils in secondary schools.", SCHOOLS, "entailed"),
        ("The gaol was built for 612 men.", GAOL, "other subject"),
        ("The gaol now holds 612 men.", GAOL, "entailed"),
        ("Corland produced 366,000 tonnes of olive oil in 2019.", OILS, "other subject"),
        ("Borland produced 366,000 tonnes of olive oil in 2019.", OILS, "entailed"),
        ("In its first year 11,800 vehicles crossed the bridge a day.", ROADS, "other subject"),
        ("The forecast was that 11,800 vehicles would cross the bridge a day.", ROADS, "entailed"),
        ("In 2019, 94.3 percent of express trains were on time.", TRAINS, "other subject"),
        ("In 2019, 94.3 percent of local trains were on time.", TRAINS, "entailed"),
        ("In 1995 output was 2.3 million tonnes.", MILLS, "other year"),
        ("In 2010 output was 2.3 million tonnes.", MILLS, "entailed"),
        ("The party left the cape with 64 dogs.", PARTY, "entailed"),
        ("The old pill lowered pressure by 11.4 mm Hg.", PILLS, "other subject"),
        ("The new pill lowered pressure by 11.4 mm Hg.", PILLS, "entailed"),
        ("In the third valley losses were 31.2%.", LOSSES, "other subject"),
        ("In the third valley losses were 12.5%.", LOSSES, "entailed"),
    ],
)
def test_a_figure_is_bound_within_its_sentence(sentence: str, passage: str, expected: str) -> None:
    assert relation(sentence, passage) == expected
