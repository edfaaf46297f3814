"""Days that are named without their year, against the month and the day that the source gives."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation, said
from holdwater.extract.quantities.reading import read_measured

FAIR = (
    "Minutes of the council, 4 March 1931. The fair of Orme will open on 12 May 1931 and close on 3 June 1931. The "
    "bridge was painted on 9 April 1931."
)
SHOW = "The exhibition will be shown from 2 May to 14 September. It was opened by the mayor of Dorley."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 5 July.", ((7, 5),)),
        ("It ran from July 5 to August 9.", ((7, 5), (8, 9))),
        ("It ran from 5 to 9 July.", ((7, 5), (7, 9))),
        ("It opened on 5 July 1911.", ()),
        ("It ran from 5 July to 9 August 1911.", ()),
        ("It opened in July.", ()),
    ],
)
def test_a_day_keeps_its_month_and_day_where_no_year_is_written(
    text: str, expected: tuple[tuple[int, int], ...]
) -> None:
    [period] = read_measured(text).periods
    assert period.yearless == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The fair of Orme opened on 12 May.", "entailed"),
        ("The fair of Orme opened on 21 May.", "contradicted"),
        ("The fair of Orme opened on 12 June.", "contradicted"),
        ("The fair of Orme opened on 3 June.", "entailed"),
        ("The bridge was painted on 8 April, shortly before the fair of Orme was opened by the council.", "unsure"),
        ("The baker of the village died on 8 April.", "unsure"),
    ],
)
def test_a_day_without_a_year_is_held_against_the_month_and_the_day(sentence: str, expected: str) -> None:
    assert relation(sentence, FAIR) == expected


def test_a_day_that_the_document_gives_to_another_year_is_not_denied() -> None:
    draft = "The council met on 4 March 1932. The fair of Orme opened on 10 May."
    assert "contradicted" not in {one.relation.value for one in said(draft, FAIR)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The exhibition was shown from 2 May to 14 September.", "entailed"),
        ("The exhibition was shown from 2 May to 24 September.", "contradicted"),
        ("The exhibition in Dorley was shown between May 12 and September 14.", "contradicted"),
        ("The exhibition opened by the mayor was shown in Dorley from 1 June to 30 June.", "unsure"),
    ],
)
def test_both_ends_of_days_without_a_year_are_held_against_the_source(sentence: str, expected: str) -> None:
    assert relation(sentence, SHOW) == expected


def test_a_date_in_figures_that_may_be_read_two_ways_denies_nothing() -> None:
    passage = "The fair of Orme was opened by the mayor on 05/06/1931."
    assert relation("The fair of Orme was opened by the mayor on 5 July.", passage) == "unsure"
