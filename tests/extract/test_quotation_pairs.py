"""Quotation marks: which open, which close, and what stands between them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from document_factory import Read, document
from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import Document, Mark, MarkKind, Span
from holdwater.extract.flows import flows_of
from holdwater.extract.pairing import pair_marks


def pairs(text: str) -> list[str]:
    doc = document(text)
    paired = pair_marks(doc.text, flows_of(doc).all)
    return [" / ".join(span.of(doc.text) for span in pair.spans) for pair in paired.pairs]


def lone(text: str) -> list[int]:
    doc = document(text)
    return [span.start for span in pair_marks(doc.text, flows_of(doc).all).lone]


@pytest.mark.parametrize(
    "text",
    [
        'He called it "a very great dam" that day.',
        "He called it “a very great dam” that day.",
        "He called it ‘a very great dam’ that day.",
        "He called it 'a very great dam' that day.",
        "Il l'appela « a very great dam » ce jour.",
        "Er nannte es „a very great dam“ an dem Tag.",
        "Er nannte es »a very great dam« an dem Tag.",
        "Il disait ‹a very great dam› ce jour.",
        "He called it ``a very great dam'' that day.",
        "Hän sanoi ”a very great dam” sinä päivänä.",
        "彼は「a very great dam」と言った。",
        'He called it “a very great dam" that day.',
        'He called it: "a very great dam"—that day.',
        "(“a very great dam”)",
        '"a very great dam"',
    ],
)
def test_every_kind_of_mark_pairs(text: str) -> None:
    assert pairs(text) == ["a very great dam"]


@pytest.mark.parametrize(
    "text",
    [
        "It's the dogs' dinner and the boys' too.",
        "In the '90s rock 'n' roll wasn't dead.",
        "’Tis the engineers’ own fault.",
        'The pipe is 6" wide and 12" long.',
        "At 10 o'clock O'Brien's men weren't there.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert pairs(text) == []
    assert lone(text) == []


def test_a_plurals_apostrophe_does_not_close_a_single_quotation() -> None:
    assert pairs("He said ‘the engineers’ own fault, and mine’ again.") == ["the engineers’ own fault, and mine"]


def test_a_contraction_does_not_close_a_single_quotation() -> None:
    assert pairs("He said 'it isn't the pump's fault' again.") == ["it isn't the pump's fault"]


def test_inner_quotations_belong_to_the_outer_one() -> None:
    assert pairs("She wrote “he said ‘never’ and “again” to me” once.") == ["he said ‘never’ and “again” to me"]
    assert pairs("She wrote \"he said 'never' to me\" once.") == ["he said 'never' to me"]


def test_inner_marks_of_the_same_straight_kind_nest_where_they_come_out_even() -> None:
    assert pairs('As stated, "send mail to "the warden" at once." So it is.') == ['send mail to "the warden" at once.']


def test_double_marks_inside_single_ones_belong_to_the_single_quotation() -> None:
    assert pairs("'The status should be \"current\", and no other.' So it was.") == [
        'The status should be "current", and no other.'
    ]


def test_white_space_at_the_marks_is_left_out() -> None:
    assert pairs("He said “ the dam ” twice.") == ["the dam"]


def test_empty_marks_are_nothing() -> None:
    assert pairs('The empty string "" is allowed, “” too.') == []


def test_a_broken_pair_costs_only_itself() -> None:
    text = 'He said "the dam is broken. She said "the dam is fine" to me.'
    assert pairs(text) == ["the dam is fine"]
    assert lone(text) == [text.index('"')]


def test_a_straight_mark_left_open_ends_with_its_paragraph() -> None:
    text = 'He said "the dam is broken.\n\nThe next day came. She had said "no dam" to him.'
    assert pairs(text) == ["no dam"]
    assert lone(text) == [8]


def test_a_closing_mark_without_a_partner_stands_alone() -> None:
    text = "The dam is fine” he said. Then “the dam broke” again."
    assert pairs(text) == ["the dam broke"]
    assert lone(text) == [text.index("”")]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"')])
def test_a_mark_repeated_at_each_paragraph_and_closed_once_is_one_quotation(opening: str, closing: str) -> None:
    text = (
        f"{opening}The first paragraph stays open.\n\n{opening}The second does too.\n\n"
        f"{opening}The third ends here.{closing} Then “more words” came."
    )
    assert pairs(text) == [
        "The first paragraph stays open. / The second does too. / The third ends here.",
        "more words",
    ]
    assert lone(text) == []


def test_a_lone_closing_mark_answers_a_lone_opening_one_before_it() -> None:
    text = "She read: “First, the pump.\n\nSecond, the pipe.\n\nThird, the tap.” Nobody spoke."
    assert pairs(text) == ["First, the pump. / Second, the pipe. / Third, the tap."]


def test_a_lone_closing_mark_far_away_answers_nothing() -> None:
    text = "She read: “First, the pump.\n\nA.\n\nB.\n\nC.\n\nD.\n\nThird, the tap.” Nobody spoke."
    assert pairs(text) == []
    assert len(lone(text)) == 2


def test_a_page_break_does_not_end_a_quotation() -> None:
    text = "He said “the time between one and\n\n| Doe  Standards  [Page 3]\n\nthe next is short” once."
    assert pairs(text) == ["the time between one and / the next is short"]


def test_marks_in_a_table_cell_of_their_own_are_dittos() -> None:
    assert lone("tons\n\n”\n\n12,000") == []


def test_a_paragraph_with_more_marks_than_words_is_no_prose() -> None:
    assert pairs('"a" ' * 3000) == []


@given(st.text(alphabet="ab .,“”\"'‘’«»`\n[", max_size=200))
def test_pairs_come_in_order_apart_from_each_other_and_inside_the_text(text: str) -> None:
    doc = Document(text)
    paired = pair_marks(text, flows_of(doc).all)
    ends = 0
    for pair in paired.pairs:
        assert ends <= pair.outer.start < pair.inner.start <= pair.inner.end < pair.outer.end <= len(text)
        assert all(pair.inner.covers(span) for span in pair.spans)
        ends = pair.outer.end


@given(st.lists(st.sampled_from(["one word", "two words more", "three"]), min_size=1, max_size=6))
def test_well_formed_quotations_all_come_back(words: list[str]) -> None:
    assert pairs(" and ".join(f"“{each}”" for each in words)) == words


@pytest.mark.parametrize(
    "text", ["He says “a thing is lost” here.", "He says «a thing is lost» here.", 'So "a thing is lost".']
)
def test_words_that_the_format_calls_quoted_and_prints_in_marks_are_one_quotation(text: str) -> None:
    doc = document(text)
    at = text.index("a thing")
    mark = Mark(Span(at, at + len("a thing is lost")), MarkKind.QUOTE)
    read = Read("", doc=replace(doc, marks=(mark,)))
    assert read.quoted == ["a thing is lost"]
