"""What the differences do, both ways: what the quotation drops and what it puts in."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import HARMLESS, Change, Edit, EditKind, Fit

BEFORE = "The old harbour board of the town said in its yearly report that"
AFTER = "and that was the end of the long matter before the court"


def change(quoted: str, source: str) -> list[tuple[str, str]]:
    """The edits that are not harmless, with the words in the same frame on both sides."""
    alignment = locate(f"{BEFORE} {quoted} {AFTER}", f"{BEFORE} {source} {AFTER}")
    return [(edit.kind.value, edit.change.value) for edit in alignment.edits if edit.change not in HARMLESS]


BOTH_WAYS = [
    ("it did not pay", "it did pay", Change.NEGATION),
    ("it didn't pay", "it pay", Change.NEGATION),
    ("it never paid", "it paid", Change.NEGATION),
    ("nobody paid", "everybody paid", Change.NEGATION),
    ("it paid 40 pounds", "it paid 14 pounds", Change.NUMBER),
    ("it paid twenty pounds", "it paid thirty pounds", Change.NUMBER),
    ("it paid $40", "it paid £40", Change.NUMBER),
    ("it paid 4.5 pounds", "it paid 45 pounds", Change.NUMBER),
    ("it paid all dues", "it paid some dues", Change.QUANTIFIER),
    ("it only paid dues", "it paid dues", Change.QUANTIFIER),
    ("about forty came", "forty came", Change.QUANTIFIER),
    ("men and ships came", "men or ships came", Change.CONJUNCTION),
    ("it came but went", "it came because went", Change.CONJUNCTION),
    ("it may pay", "it must pay", Change.MODAL),
    ("it should pay", "it shall pay", Change.MODAL),
    ("it paid Aldous quickly", "it paid Bertram quickly", Change.NAME),
    ("it surrendred its claim", "it surrendered its claim", Change.SPELLING),
    ("it guarantees dues", "it guarantee dues", Change.WORD),
    ("it paid gladly", "it paid sadly", Change.WORD),
    ("it quickly paid", "it paid quickly", Change.ORDER),
]


@pytest.mark.parametrize(("one", "other", "expected"), BOTH_WAYS)
def test_a_change_is_named_whichever_side_is_the_source(one: str, other: str, expected: Change) -> None:
    assert [named for _, named in change(one, other)] == [expected]
    assert [named for _, named in change(other, one)] == [expected]


def test_words_left_out_without_a_mark_are_an_omission() -> None:
    assert change("it paid dues", "it paid heavy harbour dues") == [("omit", "omission")]


def test_words_put_in_without_a_mark_are_an_addition() -> None:
    assert change("it paid heavy harbour dues", "it paid dues") == [("insert", "addition")]


def test_another_form_of_a_word_is_no_slip() -> None:
    assert change("it surrenders its claim", "it surrendered its claim") == [("replace", "word")]


def test_a_word_that_the_source_has_elsewhere_is_no_slip() -> None:
    source = f"The causal link. {BEFORE} the casual visitor {AFTER}"
    alignment = locate(f"{BEFORE} the causal visitor {AFTER}", source)
    assert alignment.changes() == {Change.WORD}


def test_citations_owned_up_to_may_be_left_out_but_nothing_else() -> None:
    source = f"{BEFORE} it paid (see Wray 1911, p. 4) its dues. Not once was it late {AFTER}"
    quoted = f"{BEFORE} it paid its dues. Not once was it late {AFTER}"
    assert locate(quoted, source, after='" (citations omitted)').fit is Fit.EDITED
    assert locate(quoted, source).fit is Fit.ALTERED
    assert locate(quoted.replace("Not once", "Once"), source, after='" (citations omitted)').fit is Fit.ALTERED


def test_the_sources_note_marks_are_passed_over() -> None:
    source = f"{BEFORE} it paid its dues.12 It was[3] late {AFTER}"
    assert locate(f"{BEFORE} it paid its dues. It was late {AFTER}", source).fit is Fit.VERBATIM


def test_a_note_digit_glued_to_a_word_is_passed_over() -> None:
    assert change("it was alleged once more", "it was alleged12 once more") == []


def test_a_word_parted_at_a_lines_end_is_one_word_but_a_number_is_not() -> None:
    assert change("the harbourmaster came", "the harbour\nmaster came") == []
    assert change("it paid 106 pounds", "it paid 10\n6 pounds") == [("replace", "number")]


def test_an_edit_that_is_owned_up_to_says_where_it_is() -> None:
    quotation = "[T]he board surrender[ed] its claim"
    alignment = locate(quotation, "and the board surrendered its claim")
    marked = [edit.quotation.of(quotation) for edit in alignment.edits if edit.change is Change.MARKED]
    assert marked == ["[T]he", "surrender[ed]"]


def test_words_that_change_places_are_one_edit_over_both_texts() -> None:
    quotation, source = "the old quay wall had firmly stood there", "the old quay wall had stood firmly there"
    (edit,) = [edit for edit in locate(quotation, source).edits if edit.change is Change.ORDER]
    assert isinstance(edit, Edit)
    assert edit.kind is EditKind.REPLACE
    assert edit.quotation.of(quotation) == "firmly stood"
    assert edit.passage.of(source) == "stood firmly"
