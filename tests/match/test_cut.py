"""Quotations that stop before a condition."""

from __future__ import annotations

import pytest

from holdwater.match import locate

SOURCE = (
    "The board shall pay every claim in full unless the town objects. The lamps were lit, but the crane stood still."
)


def cut(quotation: str, after: str = "", source: str = SOURCE) -> str:
    found = locate(quotation, source, after=after).cut
    return found.word if found else ""


def test_a_condition_behind_a_quotation_that_ends_a_sentence_is_shown() -> None:
    alignment = locate("The board shall pay every claim in full.", SOURCE)
    assert alignment.cut is not None
    assert alignment.cut.word == "unless"
    assert alignment.cut.span.of(SOURCE) == "unless"


@pytest.mark.parametrize(
    "condition", ["unless", "except", "but", "only if", "only when", "provided that", "so long as", "subject to"]
)
def test_every_such_condition_counts(condition: str) -> None:
    source = f"The board shall pay every claim in full {condition} it is due."
    assert cut("The board shall pay every claim in full.", source=source) == condition


def test_the_full_stop_may_stand_behind_the_marks() -> None:
    assert cut("The board shall pay every claim in full", after=".") == "unless"
    assert cut("The board shall pay every claim in full", after='". Then') == "unless"


@pytest.mark.parametrize("after", ['" [3]. Then', '" (Doe 2019, p. 4). Then', '" [3] [4]. Then', '" (Doe) [4].'])
def test_a_citation_may_stand_before_the_full_stop(after: str) -> None:
    assert cut("shall pay every claim in full", after=after) == "unless"
    assert cut("shall pay every claim in full", after=after.replace(".", ", and")) == ""


@pytest.mark.parametrize("after", [", he says", " and more", " unless it objects"])
def test_a_quotation_inside_a_sentence_is_not_presented_as_complete(after: str) -> None:
    assert cut("The board shall pay every claim in full", after=after) == ""


@pytest.mark.parametrize("after", ["", " (Doe 2019)", "[3]"])
def test_a_whole_sentence_that_breaks_off_without_a_stop_is_shown_too(after: str) -> None:
    assert cut("The board shall pay every claim in full", after=after) == "unless"
    assert cut("The board shall pay", after=after) == ""


@pytest.mark.parametrize(
    ("behind", "condition"),
    [
        ("; provided always that it is due.", "provided"),
        (" (unless the town objects).", "unless"),
        (" — except in a year of war.", "except"),
        (" with the exception of old debts.", "with the exception"),
        (" on the understanding that it is due.", "on the understanding"),
        (", but not in a year of war.", "but"),
        (", at least on paper.", "at least"),
        (" for the time being.", "for the time being"),
        (", with one exception.", "with one exception"),
        (" to the extent that it is due.", "to the extent"),
        (" assuming it is due.", "assuming"),
        (", if it is due.", "if"),
    ],
)
def test_a_condition_is_told_in_other_words_and_behind_other_marks(behind: str, condition: str) -> None:
    assert cut(
        "The board shall pay every claim in full.", source=f"The board shall pay every claim in full{behind}"
    ) == (condition)


@pytest.mark.parametrize(
    "behind", ["; but it is poor.", "; if not, it is sued.", ". Except in war, it is rich.", ": it is rich."]
)
def test_what_stands_behind_a_stop_is_a_sentence_of_its_own(behind: str) -> None:
    assert (
        cut("The board shall pay every claim in full.", source=f"The board shall pay every claim in full{behind}") == ""
    )


@pytest.mark.parametrize("time", ["this year", "at present", "yet"])
def test_until_when_something_is_not_to_be_is_told_of_a_denial_alone(time: str) -> None:
    assert cut("The board will not raise the toll.", source=f"The board will not raise the toll {time}.") == time
    assert cut("The board did raise the toll.", source=f"The board did raise the toll {time}.") == ""


def test_a_phrase_may_stop_anywhere() -> None:
    assert cut("every claim in full.") == ""


def test_a_new_sentence_limits_nothing() -> None:
    assert (
        cut("The board shall pay every claim in full.", source="The board shall pay every claim in full. But no.") == ""
    )


def test_a_quotation_that_goes_on_to_the_end_is_not_cut() -> None:
    assert cut("The board shall pay every claim in full unless the town objects.") == ""
    assert cut("The board shall pay every claim in full.", source="The board shall pay every claim in full") == ""
