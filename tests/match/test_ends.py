"""A changed first or last word is an exchange, and not a word put in."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change, EditKind

SOURCE = "The clerk kept the minutes in a book of his own. It was blue. What is missing is an addressee, not a proof."


def last_change(quotation: str) -> tuple[EditKind, str, str]:
    edit = next(edit for edit in locate(quotation, SOURCE).edits if edit.change not in (Change.NONE, Change.MARKED))
    return edit.kind, edit.quotation.of(quotation), edit.passage.of(SOURCE)


def test_a_changed_last_word_is_set_against_the_sources_word() -> None:
    assert last_change("What is missing is an audience") == (EditKind.REPLACE, "audience", "addressee")


def test_a_changed_first_word_is_set_against_the_sources_word() -> None:
    assert last_change("A clerk kept the minutes in a book") == (EditKind.REPLACE, "A", "The")


def test_a_word_put_in_at_the_end_of_a_sentence_is_set_against_nothing() -> None:
    assert last_change("The clerk kept the minutes in a book of his own choosing") == (EditKind.INSERT, "choosing", "")


@pytest.mark.parametrize(
    "quotation", ["The clerk kept the minutes in a book", "kept the minutes in a book of his own."]
)
def test_an_unaltered_end_is_let_be(quotation: str) -> None:
    alignment = locate(quotation, SOURCE)
    assert alignment.span is not None
    assert alignment.span.of(SOURCE) == quotation.rstrip(".")


def test_two_words_put_in_at_the_end_stay_put_in() -> None:
    kind, words, _ = last_change("What is missing is an addressee of letters")
    assert (kind, words) == (EditKind.INSERT, "of letters")


def test_a_stretch_from_elsewhere_is_one_insertion_whatever_words_it_shares_with_the_passage() -> None:
    built = "He had built one weir, in a valley that nobody knew, and it had not leaked."
    man = "He was not an easy man. He quarrelled with the Board about the valves and about everything else."
    between = " ".join(f"In year {year} they moved it by the width of a cart." for year in range(40))
    source = f"{built} {between} {man}"
    quotation = f"{built} {man}"
    alignment = locate(quotation, source)
    assert [stretch.of(quotation) for stretch, _ in alignment.elsewhere] == [built.rstrip(".")]
    assert [edit.quotation.of(quotation) for edit in alignment.edits if edit.kind is EditKind.INSERT] == [
        built.rstrip(".")
    ]
    assert alignment.span is not None
    assert alignment.span.of(source) == man.rstrip(".")


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("held for a month by AT&T", "The mill was held for a month by AT&amp;T until May."),
        ("the town could", "In March the town\n\n214      THE SIEGE OF ARNEHOLM\n\ncould hold for a month."),
        ("x < 7 was assumed", "Here x &lt; 7 was assumed."),
        ("the odds were 3 and p < 0.05", "So the odds were 3 and p <.05. They fell."),
    ],
)
def test_words_at_an_end_that_an_entity_or_a_page_head_parts_from_the_rest_are_reclaimed(
    quotation: str, source: str
) -> None:
    assert locate(quotation, source).changes() == frozenset()


def test_words_put_in_before_a_page_head_are_not_reclaimed() -> None:
    alignment = locate("the castle and the town could hold", "Here the town\n\n214\n\ncould hold for a month.")
    assert Change.ADDITION in alignment.changes() or not alignment.spans


@pytest.mark.parametrize(
    ("source", "quotation", "left_out"),
    [
        ("The bill for the dredging has all but doubled in four years.", "has doubled in four years", "all but"),
        ("He saw that the dredging bill was nearly twice as high.", "the dredging bill was twice", "nearly"),
        ("We saw the old wooden bridge that the army built.", "the bridge that the army built", "old wooden"),
    ],
)
def test_a_word_that_stands_just_beyond_an_end_has_words_left_out_beside_it(
    source: str, quotation: str, left_out: str
) -> None:
    edits = [edit for edit in locate(quotation, source).edits if edit.change is not Change.NONE]
    assert [(edit.kind, edit.passage.of(source)) for edit in edits] == [(EditKind.OMIT, left_out)]


def test_of_two_articles_one_is_exchanged_whatever_stands_further_off() -> None:
    source = "By the side of a stone bridge stood a mill."
    [edit] = [edit for edit in locate("the stone bridge stood a mill", source).edits if edit.change is not Change.NONE]
    assert (edit.kind, edit.passage.of(source)) == (EditKind.REPLACE, "a")
