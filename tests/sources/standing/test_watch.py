"""What becomes of the passages that a document relies on, from one capture of a page to the next."""

from __future__ import annotations

import pytest

from clock import within_seconds
from holdwater.document import Span
from holdwater.sources.standing.model import Fate, PassageChange
from holdwater.sources.standing.watch import compare, sentences_around

PAGE = (
    "Home News Ferries Contact\n"
    "Updated on 3 May 2024.\n"
    "The northern river had one ferry for eighty years. In 1901 the ferry carried 3,500 passengers across the river, "
    "most of them to the market. It was sold after the great flood.\n"
    "The council never answered the petition of the upper town. Nobody was told why.\n"
)


def became(relied: str, after: str, before: str = PAGE) -> PassageChange:
    start = before.index(relied)
    [change] = compare(before, after, [Span(start, start + len(relied))])
    return change


def differing(change: PassageChange) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in change.changes]


def test_a_passage_that_stands_as_it_did_is_the_same() -> None:
    after = PAGE.replace("Updated on 3 May 2024", "Updated on 9 June 2026").replace("Contact", "Contact Shop Search")
    change = became("the ferry carried 3,500 passengers", after)
    assert change.fate is Fate.SAME
    assert change.after is not None
    assert change.after.of(after).startswith("In 1901 the ferry")


@pytest.mark.parametrize(
    ("old", "new", "differing_words"),
    [
        ("3,500", "3,600", [("3,500", "3,600")]),
        ("the ferry carried", "the ferry never carried", [("", "never")]),
        ("most of them to the market", "to the market", [("most of them", "")]),
        (
            "the ferry carried 3,500 passengers",
            "the boat took 3,500 people",
            [("ferry carried", "boat took"), ("passengers", "people")],
        ),
        ("market. It", "market, it is said. It", [("", "it is said")]),
    ],
)
def test_a_changed_passage_is_shown_word_by_word(old: str, new: str, differing_words: list[tuple[str, str]]) -> None:
    change = became("the ferry carried 3,500 passengers", PAGE.replace(old, new))
    assert change.fate is Fate.CHANGED
    assert differing(change) == differing_words


def test_the_stretches_are_both_passages_in_order() -> None:
    change = became("3,500 passengers", PAGE.replace("3,500", "3,600"))
    assert [one.same for one in change.stretches] == [True, False, True]
    assert change.stretches[0].before == "In 1901 the ferry carried"
    assert change.stretches[2].after == "passengers across the river, most of them to the market"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("In 1901 the ferry", "IN 1901 THE FERRY"),
        ("river, most", "river — most"),
        ("carried 3,500", "carried\u00a03,500"),
        ("passengers across", "passengers [3] across"),
        ("It was sold after the great flood.", "It was burnt."),
        ("The council never answered", "The council at last answered"),
    ],
)
def test_what_is_no_word_of_the_passage_does_not_count(old: str, new: str) -> None:
    assert became("the ferry carried 3,500 passengers", PAGE.replace(old, new)).fate is Fate.SAME


def test_a_passage_may_move_within_the_page() -> None:
    first, second = PAGE.splitlines()[2:4]
    assert became("the ferry carried 3,500 passengers", f"{second}\n{first}\n").fate is Fate.SAME


def test_a_passage_that_was_taken_out_is_gone() -> None:
    after = "\n".join(PAGE.splitlines()[3:]) + "\nThe new bridge has four piers and was paid for by the county.\n"
    change = became("In 1901 the ferry carried 3,500 passengers across the river", after)
    assert change.fate is Fate.GONE
    assert change.after is None


def test_two_words_that_are_found_nowhere_cannot_be_told() -> None:
    before = "Contact\nVery old.\nMore\n"
    assert became("Very old", "Something else altogether stands here now.", before).fate is Fate.UNSURE


def test_words_that_are_shown_twice_are_the_same_where_one_of_them_is() -> None:
    after = PAGE.replace(
        "carried 3,500 passengers across the river, most", "carried 3,500 passengers across the river. Most"
    )
    twice = f"“{PAGE.splitlines()[2]}”\n{after}"
    assert became("the ferry carried 3,500 passengers", twice).fate is Fate.SAME


def test_each_passage_has_its_own_fate() -> None:
    spans = [Span(at, at + 20) for at in (PAGE.index("The northern river"), PAGE.index("The council never"))]
    after = PAGE.replace("never answered", "answered")
    assert [one.fate for one in compare(PAGE, after, spans)] == [Fate.SAME, Fate.CHANGED]


def test_the_sentences_around_keep_to_their_paragraph() -> None:
    at = PAGE.index("council never")
    assert sentences_around(PAGE, Span(at, at + 7)).of(PAGE).strip() == (
        "The council never answered the petition of the upper town."
    )
    whole = sentences_around(PAGE, Span(at, PAGE.index("told why")))
    assert whole.of(PAGE).endswith("Nobody was told why.")


@pytest.mark.parametrize("after", ["", "\n", "3,500", "x " * 60_000])
def test_a_later_capture_may_be_anything(after: str) -> None:
    assert became("the ferry carried 3,500 passengers", after).fate in (Fate.GONE, Fate.UNSURE)


def test_a_long_page_of_the_same_words_takes_no_time() -> None:
    before = "the ferry was old and " * 2_000
    after, relied_on = "the ferry was very old and " * 2_000, [Span(0, 40), Span(2_000, len(before))]
    within_seconds(10, lambda: compare(before, after, relied_on))
