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


HEAD = "\n\n\nMarr & Dole          Standards Track          [Page 12]\n\f\nRFX 9901     {title}     March 2019\n\n\n   "


@pytest.mark.parametrize("title", ["Frame Limits", "Use of X.509", "Frames in ASN.2 and X.400"])
def test_a_page_head_with_something_like_a_note_mark_in_it_is_the_sources_own(title: str) -> None:
    assert change("it paid the harbour dues", f"it paid the{HEAD.format(title=title)}harbour dues") == []


def test_words_left_out_around_a_note_mark_are_one_omission() -> None:
    assert change("it paid dues", "it paid heavy[3] harbour dues") == [("omit", "omission")]


def test_a_page_head_amid_code_is_the_sources_own_and_all_else_is_the_codes() -> None:
    code = "Frame ::= SEQUENCE {{ harbour [0] IMPLICIT Dues,{} quay [1] IMPLICIT Dues OPTIONAL, mole [2] Toll }}"
    quoted = code.format("")
    assert locate(quoted, code.format(HEAD.format(title="Frame Limits"))).fit is not Fit.ALTERED
    assert locate(quoted, code.format("\n\n   rope [7] Toll,\n\n")).fit is Fit.ALTERED
    assert locate(quoted, code.format("\n\n12\n\n")).fit is Fit.ALTERED


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


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("it was lawful to pay", "it was unlawful to pay", Change.OPPOSITE),
        ("the dues increased by half", "the dues decreased by half", Change.OPPOSITE),
        ("it paid before noon", "it paid after noon", Change.OPPOSITE),
        ("it paid .5 percent", "it paid 5 percent", Change.NUMBER),
        ("it fell to –5 degrees", "it fell to 5 degrees", Change.NUMBER),
        ("a ratio of 3/4 was met", "a ratio of 3–4 was met", Change.NUMBER),
        ("it paid J. B. Harlow", "it paid J. D. Harlow", Change.NAME),
        ("it paid Anna Lisle twice", "it paid Anne Lisle twice", Change.NAME),
    ],
)
def test_opposites_signs_and_names_are_named_whichever_side_is_the_source(
    one: str, other: str, expected: Change
) -> None:
    assert [named for _, named in change(one, other)] == [expected]
    assert [named for _, named in change(other, one)] == [expected]


@pytest.mark.parametrize(
    ("quoted", "source", "expected"),
    [
        ("it [did] pay", "it did not pay", Change.NEGATION),
        ("it was [il]legal", "it was legal", Change.OPPOSITE),
        ("it paid [five] men", "it paid nine men", Change.NUMBER),
        ("it may[, in May,] pay", "it may, except in May, pay", Change.CONJUNCTION),
    ],
)
def test_a_bracket_owns_up_to_no_turn_of_the_sense(quoted: str, source: str, expected: Change) -> None:
    assert [named for _, named in change(quoted, source)] == [expected]


@pytest.mark.parametrize(
    ("quoted", "source"),
    [
        ("it [cannot] pay", "it is able to pay"),
        ("[Wray] paid", "he paid"),
        ("[her] dues were paid", "his dues were paid"),
        ("1,250 men", "1 250 men"),
        ("p ≤ 0.5 held", "p <= .5 held"),
        ("it fell by -5 degrees", "it fell by –5 degrees"),
        ("the firm’s clerk", "the firm&#8217;s clerk"),
    ],
)
def test_brackets_that_are_seen_and_signs_typed_otherwise_are_harmless(quoted: str, source: str) -> None:
    assert change(quoted, source) == []


@pytest.mark.parametrize("dash", ["-", "\u2010", "\u2011", "–"])
def test_a_hyphen_at_a_lines_end_may_be_quoted_as_any_hyphen_or_en_dash(dash: str) -> None:
    source = "In May the mill was a go-\nbetween of the two towns."
    assert locate(f"the mill was a go{dash}between of the two towns", source).fit is Fit.VERBATIM


def test_a_dash_between_blanks_joins_no_halves() -> None:
    source = "So they went away from the mill in May."
    assert locate("they went a – way from the mill in May", source).fit is Fit.ALTERED
