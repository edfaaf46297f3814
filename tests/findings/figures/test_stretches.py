"""A period of two ends is borne out by both of its ends, and denied by another one."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation

DIG = "The dig began in spring. It ran from 3 May to 2 August 1921, in bad weather. Money was found on 9 June 1921."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The dig ran from 3 May to 2 August 1921.", "entailed"),
        ("The dig ran from May to August 1921.", "entailed"),
        ("The dig ran from 3 May to 20 August 1921.", "contradicted"),
        ("The dig ran from 13 May to 2 August 1921.", "contradicted"),
        ("The dig ran from 1 January to 31 December 1921.", "unsure"),
    ],
)
def test_both_ends_of_a_stretch_are_held_against_the_source(sentence: str, expected: str) -> None:
    assert relation(sentence, DIG) == expected


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("The archive was closed from 16 March 2020 until 3 June 2021.", "entailed"),
        ("The archive was closed from 16 March 2020. It opened again on 3 June 2021.", "entailed"),
        ("The archive was closed from 16 March 2020. It opened again on 3 July 2021.", "unsure"),
        ("The archive was closed in January 2021.", "unsure"),
    ],
)
def test_the_ends_of_a_stretch_may_stand_apart_in_the_source(passage: str, expected: str) -> None:
    assert relation("The archive was closed between March 2020 and June 2021.", passage) == expected


@pytest.mark.parametrize(
    ("sentence", "passage", "expected"),
    [
        ("Between 1921 and 1923 they dug the trench.", "From 1920 to 1925 they dug the trench.", "unsure"),
        ("From 1921 to 1923 they dug the trench.", "From 1921 to 1925 they dug the trench.", "unsure"),
        ("From 1921 to 1929 they dug the trench.", "From 1921 to 1925 they dug the trench.", "contradicted"),
        (
            "From 1921 to 1929 they dug the trench.",
            "From 1921 to 1925 they dug it. In 1929 the trench fell in.",
            "unsure",
        ),
        ("From 1920 to 1924 they dug the trench.", "They dug the trench from 1920 to May 1924.", "entailed"),
        ("From March 1920 to May 1924 they dug the trench.", "They dug the trench from 1920 to May 1924.", "entailed"),
    ],
)
def test_what_holds_of_long_years_may_hold_of_some_of_them(sentence: str, passage: str, expected: str) -> None:
    assert relation(sentence, passage) == expected
