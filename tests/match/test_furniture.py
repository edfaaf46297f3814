"""Running heads and feet of a text in pages are no words of it."""

from __future__ import annotations

from math import inf

import pytest

from holdwater.match import Words, locate
from holdwater.match.furniture import AGAIN, LONGEST, furniture
from holdwater.match.lay import Allowance, Laying
from holdwater.match.model import Fit
from holdwater.match.quoted import Quoted

PAGES = (
    "Rules for the sluices, as the board of the lower canal made them, with what the keepers are to do in each season",
    "at dusk. Whoever has the watch must write the hour in the gate book, and hand the book to the clerk on the first",
    "day of the month. No boat may pass the upper gate while the pool is being drained, unless the keeper is on board",
    "and has the key. A keeper who is ill sends for his deputy, who is paid by the board and not by the keeper; he is",
    "to live within a mile of the gate. What the board has not foreseen is for the keeper to settle, as the water was",
    "in his charge before there was a board. The clerk reads these rules aloud at each meeting at which one is absent",
)


def book(foot: str = "", head: str = "", *, pages: tuple[str, ...] = PAGES) -> str:
    """Pages with a foot and a head at each break; `{}` is the number of the page they are on."""
    text = pages[0]
    for number, page in enumerate(pages[1:], 1):
        text += f"\n\n\n{foot.format(number)}\n\f\n{head.format(number + 1)}\n\n{page}"
    return text


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        (
            "Wray                       Canals                  [Page {}]",
            "Rule 12              The Sluices             May 1871",
        ),
        ("", "THE SLUICES"),
        ("{}", ""),
        ("- {} -", "The Sluices"),
        ("", "{}   The Sluices"),
        ("", "The Sluices   {}"),
        ("Canals, page {}", ""),
        ("Canals, page {} of 60", ""),
        ("", "{} of 60"),
    ],
)
def test_a_sentence_that_goes_on_over_a_page_stands_as_it_is(foot: str, head: str) -> None:
    found = locate("the keepers are to do in each season at dusk. Whoever has the watch must", book(foot, head))
    assert (found.fit, found.score) == (Fit.VERBATIM, 1.0)


def test_the_lines_at_the_pages_edges_are_found_where_they_stand() -> None:
    text = book("Wray      [Page {}]", "The Sluices")
    lines = [span.of(text) for span in furniture(text)]
    assert lines == [line for number in range(1, 6) for line in (f"Wray      [Page {number}]", "The Sluices")]


def test_left_and_right_pages_have_heads_of_their_own() -> None:
    text = book("", "{}", pages=PAGES * 3)
    for number in range(2, 19):
        text = text.replace(f"\n{number}\n\n", "\nTHE CANALS\n\n" if number % 2 else "\nThe Sluices\n\n")
    assert len(furniture(text)) == 17


def test_the_dates_that_open_the_pages_of_a_diary_are_its_words() -> None:
    assert furniture(book("", "{} March 1871")) == []


def test_a_line_on_three_pages_may_be_a_tables_title() -> None:
    text = book("", "Tolls by the ton", pages=PAGES[: AGAIN + 1])
    assert len(furniture(text)) == AGAIN
    assert furniture(book("", "Tolls by the ton", pages=PAGES[:AGAIN])) == []


def test_a_line_that_comes_again_far_apart_is_the_texts_own() -> None:
    text = book("", "{}", pages=PAGES * 4)
    for number in range(2, 25):
        text = text.replace(f"\n{number}\n\n", "\nOf the gates.\n\n" if number % 5 == 0 else "\n\n")
    assert furniture(text) == []


def test_numbers_at_the_ends_of_pages_that_do_not_count_them_are_its_words() -> None:
    text = PAGES[0]
    for number, page in zip((40, 12, 7, 7, 30), PAGES[1:], strict=True):
        text += f" was\n{number}\n\f{page}"
    assert furniture(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\f",
        "\f" * 1_000_000,
        "a\n\f\n" * 1_000,
        ("\n" * 100 + "\f") * 100,
        ("x" * (LONGEST + 50) + "\f") * 100,
        "\r\n\f\r\n".join(["a " * 300] * 20),
    ],
)
def test_form_feeds_without_heads_hide_nothing(text: str) -> None:
    words = Words.of(text)
    assert len(words) == sum(map(str.isalpha, text.split()))
    assert furniture(text) == []


def test_a_quoted_number_is_not_lost_to_a_better_place_elsewhere() -> None:
    other = "the keepers are to do in each season at dusk. Whoever held the watch must write the hour down."
    found = locate(
        "the keepers are to do in each season at dusk. Whoever has the watch must", [other, book("{}", "RULES")]
    )
    assert (found.passage, found.fit) == (1, Fit.VERBATIM)


def test_a_line_of_the_page_that_is_left_out_beside_its_foot_is_left_out() -> None:
    text = book(
        "Wray                    The Sluices                    [Page {}]", "Rules 12      The Sluices      May 1871"
    )
    text = text.replace("each season\n", "each season\n\n            Enquiries: the lodge\n\n")
    found = locate("with what the keepers are to do in each season Wray", text)
    assert found.fit is Fit.ALTERED
    across = locate("with what the keepers are to do in each season at dusk. Whoever has the watch", text)
    assert across.fit is Fit.ALTERED


def test_what_is_laid_behind_a_place_goes_over_no_page_before_it() -> None:
    words = Words.of(book("Wray [Page {}]", "The Sluices"))
    segment = Quoted.of("do in each season at dusk. Whoever has the watch").segments[0]
    end = words.find("at dusk whoever has")
    assert Laying(segment, words, Allowance()).around(end, end + 40, inf).cost == 0
    behind = Laying(segment, words, Allowance(), bounds=(end, len(words))).around(end, end + 40, inf)
    assert behind.start >= end
