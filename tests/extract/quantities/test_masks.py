"""What looks like a number and is none: labels, names, times, citations, lists and glued note digits."""

from __future__ import annotations

import pytest
from quantity_readings import quantities, words

from holdwater.document import Span
from holdwater.extract.quantities.reading import read_measured


@pytest.mark.parametrize(
    "text",
    [
        "As was said in 201867 : nothing followed.",
        "The matter was alleged1 and denied.",
        "He went home.12 Then he slept.",
        "She called it “reform”3 and left.",
        "They spoke of peace,14 which never came.",
        "It was over (they said)5 by then.",
    ],
)
def test_a_glued_note_digit_is_never_part_of_a_number(text: str) -> None:
    assert quantities(text) == ()


def test_a_note_digit_glued_to_a_percent_sign_is_left_out() -> None:
    assert words("The share was 96%67 at last.") == ["96%"]


def test_a_note_digit_glued_to_a_magnitude_is_left_out() -> None:
    (found,) = quantities("It grew to 40 million12 in the end.")
    assert found.value == 40_000_000


@pytest.mark.parametrize(
    "text",
    [
        "See Section 3.2 and sections 4, 5 and 7.",
        "As Figure 2 and Table 12 show, see page 45 or pp. 12-15.",
        "Chapter Two and Article 19 say so.",
        "RFC 2119 and ISO 9001 apply, with ISBN 978-0-13-110362-7.",
        "See https://example.org/a/2000/30 or doi:10.1000/182.",
        "COVID-19, the B-52, the G7, A4 paper and the G20.",
        "It runs on Python 3.11, since v2.0.1 or 10.4.2.",
        "The train leaves at 10:30, or at 5 p.m., or at 6 o'clock.",
        "Call +1-222-222-2222 or 555-123-4567.",
        "It was held in 384 U.S. 436, 444 and 42 U.S.C. § 1983.",
        "He lived at 12 Baker Street.",
        "They won 3-1 and lost the next match 1-2.",
        "The commit is d6dc365 and the part 24703L202.",
        "1. Read the book.\n2. Close the book.",
        "It said (1) nothing and (2) little; see [12] and [3].",
        "The one who came was the one they knew, one of the best.",
    ],
)
def test_labels_names_times_and_citations_are_no_quantities(text: str) -> None:
    assert words(text) == []


def test_what_is_masked_is_not_read() -> None:
    text = "There were 30 girls 12 and 40 boys."
    at = text.index(" 12") + 1
    found = read_measured(text, masked=[Span(at, at + 2)]).quantities
    assert [each.value for each in found] == [30, 40]


def test_only_the_paragraphs_asked_for_are_read() -> None:
    text = "30 girls came.\n\n40 boys came."
    found = read_measured(text, within=[Span(0, 14)]).quantities
    assert [each.value for each in found] == [30]


def test_years_and_dates_are_periods_and_no_quantities() -> None:
    reading = read_measured("In 1976, on 3 May 1980 and since 2005 nothing happened.")
    assert reading.quantities == ()
    assert len(reading.periods) == 3


def test_the_comma_behind_a_label_does_not_mask_a_counted_number() -> None:
    assert words("As Figure 2 shows, 30 girls came; in Table 4, 12 boys did.") == ["30 girls", "12 boys"]


def test_columns_of_figures_and_code_are_no_quantities() -> None:
    assert words("98     00 00 00 00           0\n") == []
    assert words("::= { hosts 2 }") == []


def test_a_share_or_a_count_in_brackets_behind_the_word_of_a_label_is_a_figure() -> None:
    assert words("In the sector (35.1%) it was more than in the zone (12 per cent).") == ["35.1%", "12 per cent"]
    assert words("The sample (412 people) and the sections (3 and 4) of Rule (5) and Section 7 were small.") == [
        "412 people"
    ]
