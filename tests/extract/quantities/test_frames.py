"""Frames: of what, of whom, where, when, from and to, compared with what."""

from __future__ import annotations

import pytest
from quantity_readings import quantities

from holdwater.extract.quantities.model import Direction
from holdwater.extract.quantities.reading import read_measured


def bound(text: str) -> list[list[str]]:
    reading = read_measured(text)
    spans = [period.span for period in reading.periods]
    return [
        [text[spans[at].start : spans[at].end].removeprefix("in ").removeprefix("since ") for at in found.frame.periods]
        for found in reading.quantities
    ]


def test_each_end_of_a_change_has_its_own_year() -> None:
    assert bound("Literacy rose from 36% in 1976 to 96% in 2012.") == [["1976"], ["2012"]]


def test_a_year_that_opens_the_sentence_belongs_to_all_its_numbers() -> None:
    assert bound("In 2012, 30% of men and 40% of women voted.") == [["2012"], ["2012"]]


def test_a_year_right_behind_a_number_is_not_its_neighbours() -> None:
    assert bound("It grew 2.1% in 2013, 1.8% in 2014 and 0.6% in 2015.") == [["2013"], ["2014"], ["2015"]]


@pytest.mark.parametrize(
    "text",
    [
        "Literacy rose from 36% to 96%.",
        "Literacy rose from 36% in 1976 to 96% in 2012.",
        "Literacy rose to 96% in 2012 from 36% in 1976.",
    ],
)
def test_the_ends_of_a_change_point_at_each_other(text: str) -> None:
    found = quantities(text)
    start, end = found[0].frame.start, found[0].frame.end
    assert (found[start].value, found[end].value) == (36, 96)
    assert found[1].frame.direction is Direction.UP


def test_a_change_points_at_what_it_goes_from_and_to() -> None:
    found = quantities("Literacy rose from 36% to 96%, an increase of 60 percentage points.")
    assert (found[2].frame.start, found[2].frame.end) == (0, 1)


def test_a_range_is_no_change() -> None:
    found = quantities("The shares vary from 36% to 96%.")
    assert [each.frame.start for each in found] == [-1]
    assert found[0].is_range


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The literacy rate among girls was 80%.", "literacy rate"),
        ("30% of young girls read.", "young girls"),
        ("An 18% rise in exports followed.", "exports"),
        ("300 young women came.", "women"),
        ("Unemployment fell to 4.5%.", "unemployment"),
    ],
)
def test_the_noun_is_what_is_counted_or_measured(text: str, noun: str) -> None:
    assert quantities(text)[0].frame.noun == noun


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("30% of girls read.", "female"),
        ("30% of men read.", "male"),
        ("30% of men and women read.", ""),
        ("30% of people read.", ""),
    ],
)
def test_the_sex_is_named_or_not(text: str, sex: str) -> None:
    assert quantities(text)[0].frame.sex == sex


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("30% of women aged 15-24 read.", (15, 24)),
        ("30% of women aged 65 and over read.", (65, -1)),
        ("30% of children under five died.", (-1, 4)),
        ("30% of people read.", ()),
    ],
)
def test_the_age_group_is_named_or_not(text: str, ages: tuple[int, ...]) -> None:
    assert quantities(text)[0].frame.ages == ages


def test_places_are_countries_and_capitalised_names_behind_in() -> None:
    assert quantities("In Iran 80% of girls read.")[0].frame.places == ("Iran",)
    assert quantities("There are 12 schools in Leeds.")[0].frame.places == ("Leeds",)
    assert quantities("It cost 12,000 US dollars.")[0].frame.places == ()


def test_what_it_is_compared_with_stands_behind_than_or_as() -> None:
    assert quantities("Wages were 25% higher than in France.")[0].frame.compared == "in france"
    assert quantities("Twice as many boys as girls came.")[0].frame.compared == "girls came"


def test_the_subject_has_the_other_words_of_the_clause() -> None:
    assert "women" in quantities("Literacy among rural women was 80%.")[0].frame.subject
    assert "boys" not in quantities("80% of girls read; boys did not.")[0].frame.subject


def test_spans_and_sentences_lie_where_they_should() -> None:
    text = "Nothing here. At least 300 girls came in 2010."
    (found,) = quantities(text)
    assert text[found.span.start : found.span.end] == "At least 300 girls"
    assert text[found.number.start : found.number.end] == "300"
    assert text[found.sentence.start : found.sentence.end] == "At least 300 girls came in 2010."


def test_brackets_do_not_hide_what_a_number_is_of() -> None:
    text = "Women's literacy (aged 15-24) rose from 42.3% (1976) to 98.5% (2012), that is by 56.2 percentage points."
    start, end, change = quantities(text)[1:]
    assert (start.frame.noun, start.frame.sex) == ("women's literacy", "female")
    assert bound(text)[1:3] == [["1976"], ["2012"]]
    assert (start.frame.start, start.frame.end) == (1, 2)
    assert (end.value, change.frame.direction) == (98.5, Direction.UP)
