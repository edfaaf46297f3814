"""What a reading returns: spans, order, paragraphs, masks; and that no text breaks or delays it."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest

from holdwater.document import Span
from holdwater.extract.quantities.dates.reading import read_periods

TODAY = date(2016, 11, 7)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It was passed on 12 May 2010, at last.", "12 May 2010"),
        ("It was passed on the 12th of May, 2010.", "the 12th of May, 2010"),
        ("It was passed on Monday, 5 May 2008.", "Monday, 5 May 2008"),
        ("It stood from 1990 to 2000, empty.", "from 1990 to 2000"),
        ("It stood between May and July 2010.", "between May and July 2010"),
        ("It stood since 2005.", "since 2005"),
        ("It stood there in 2005 or later.", "2005 or later"),
        ("It began in the late 1980s.", "late 1980s"),
        ("It began at the end of 2012.", "the end of 2012"),
        ("It fell in the first week of October 2010.", "the first week of October 2010"),
        ("It began in '08.", "'08"),
        ("It began in the '90s.", "'90s"),
        ("It fell on this Friday (June 15) to him.", "this Friday (June 15)"),
    ],
)
def test_the_span_covers_what_belongs_to_the_date_and_no_more(text: str, written: str) -> None:
    [period] = read_periods(text, today=TODAY)
    assert period.span.of(text) == written


def test_periods_come_in_the_text_s_order_and_apart() -> None:
    text = "In May 2010, from 1990 to 2000, on Monday, 5 May 2008 and since the 1970s; 2008 was bad."
    periods = read_periods(text, today=TODAY)
    assert [each.span.of(text) for each in periods] == [
        "May 2010",
        "from 1990 to 2000",
        "Monday, 5 May 2008",
        "since the 1970s",
        "2008",
    ]
    assert all(one.span.end <= two.span.start for one, two in pairwise(periods))


def test_each_period_knows_its_sentence() -> None:
    text = "He came in 1997. Dr. Smith left on Jan. 3, 2001, tired. It rained."
    assert [each.sentence.of(text).strip() for each in read_periods(text)] == [
        "He came in 1997.",
        "Dr. Smith left on Jan. 3, 2001, tired.",
    ]


def test_only_the_paragraphs_asked_for_are_read() -> None:
    text = "In 1997 he came.\nIn 1998 he left.\nIn 1999 he died."
    [period] = read_periods(text, within=[Span(17, 33)])
    assert period.span.of(text) == "1998"
    assert period.sentence.of(text) == "In 1998 he left."


def test_a_date_is_not_read_across_the_end_of_a_paragraph() -> None:
    text = "The vote is in May\n\n2010 was a bad year."
    assert [each.span.of(text) for each in read_periods(text, today=TODAY)] == ["May", "2010"]
    text = "from 1990\n\nto 2000"
    assert [each.span.of(text) for each in read_periods(text)] == ["1990"]


def test_what_touches_a_mask_is_left_out() -> None:
    text = "He came in 1997, left in 1998 and came back in 1999 (Doe 2001)."
    masks = [Span(text.index("(Doe"), len(text)), Span(text.index("1998"), text.index("1998") + 1), Span(0, 2)]
    assert [each.span.of(text) for each in read_periods(text, masked=masks)] == ["1997", "1999"]


def test_a_long_mask_hides_what_lies_behind_a_shorter_one() -> None:
    text = "in 1997 and in 1998"
    assert read_periods(text, masked=[Span(0, 19), Span(3, 5)]) == ()


def test_no_text_no_periods() -> None:
    assert read_periods("") == ()
    assert read_periods("Nothing happens here, and it happens often.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "May" + " " * 50_000 + "x",
        "2010" + " " * 50_000 + "2011",
        "last " + " " * 50_000,
        "between May 5" + "\t" * 50_000 + "and June",
        "2008, " * 5_000,
        "May/" * 5_000,
        "1999 " * 5_000,
        "the " * 10_000 + "1990s",
        "1 2 3 4 " * 5_000 + "years ago",
        "\n " * 20_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    read_periods(text, today=TODAY)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "text", ["last week\u017f", "in \u0131n 1999", "la\u017ft year", "12 \u017fept 1999", "7 wee\u212as ago"]
)
def test_letters_that_fold_to_ascii_break_nothing(text: str) -> None:
    assert isinstance(read_periods(text, today=TODAY), tuple)
