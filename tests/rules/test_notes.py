"""CIT101 to CIT105 on documents made by hand."""

from __future__ import annotations

from dataclasses import replace

from fact_factory import facts, findings, messages, noted
from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import Document, Mark, Part
from holdwater.findings.model import Level, Status


def test_a_mark_whose_note_is_missing_is_named() -> None:
    assert messages("CIT101", facts(noted("123", "12"))) == ["note mark 3 leads to no note"]


def test_a_document_without_notes_is_told_once_and_not_at_every_mark() -> None:
    said = messages("CIT101", facts(noted([str(n) for n in range(1, 86)], [])))
    assert said == ["85 note marks (1 to 85) in a document that has no notes"]


def test_a_doubtful_mark_is_not_asked_for_its_note() -> None:
    assert not messages("CIT101", facts(noted("123", "12", ambiguous="3")))


def test_a_note_that_no_mark_leads_to_is_named() -> None:
    assert messages("CIT102", facts(noted("13", "123"))) == ["no mark in the text leads to note 2"]


def test_a_note_whose_mark_may_be_a_doubtful_one_is_let_be() -> None:
    assert not messages("CIT102", facts(noted(["1", "9", "2"], ["1", "2", "9"], ambiguous="9")))


def test_notes_in_a_document_without_any_mark_are_let_be() -> None:
    assert not messages("CIT102", facts(noted("", "123")))


def test_most_notes_without_their_marks_are_one_finding() -> None:
    labels = [str(number) for number in range(1, 21)]
    assert messages("CIT102", facts(noted(["1", "2"], labels))) == ["18 of 20 notes have no mark in the text"]


def test_a_mark_inside_a_note_does_not_make_a_list_of_notes_a_text_with_marks() -> None:
    document = noted("1", "123")
    blocks = tuple(replace(block, part=Part.NOTES) for block in document.blocks)
    assert not messages("CIT102", facts(replace(document, blocks=blocks)))


def test_one_mark_in_the_wrong_place_is_one_finding() -> None:
    document = noted(list("192345678"), list("123456789"))
    assert messages("CIT103", facts(document)) == ["note mark 9 stands before mark 2"]


def test_a_mark_that_comes_too_late_is_named_after_its_forerunner() -> None:
    assert messages("CIT103", facts(noted("13452", "12345"))) == ["note mark 2 stands after mark 5"]


def test_a_note_marked_a_second_time_is_in_order() -> None:
    assert not messages("CIT103", facts(noted("1232142", "1234")))


def test_numbers_that_start_over_with_a_chapter_are_in_order() -> None:
    document = noted("1231234", "1231234")
    # The second chapter's marks lead to notes of their own.
    marks = [mark if index < 3 else _led_to_its_twin(mark) for index, mark in enumerate(document.marks)]
    assert not messages("CIT103", facts(_with_marks(document, marks)))


def test_marks_that_follow_another_order_altogether_are_let_be() -> None:
    assert not messages("CIT103", facts(noted("7295183", "1235789")))


def test_a_label_that_is_no_number_has_no_order() -> None:
    assert not messages("CIT103", facts(noted(["2", "*", "†", "9" * 400], ["2", "*", "†"])))


def test_two_notes_with_one_number_are_named_at_the_second() -> None:
    found = findings("CIT104", facts(noted("12", "122")))
    assert [finding.message for finding in found] == ["2 notes are labelled 2"]
    assert found[0].span.start > noted("12", "122").notes[1].span.start


def test_notes_numbered_chapter_by_chapter_are_no_duplicates() -> None:
    assert not messages("CIT104", facts(noted("123", "123123")))


def test_asterisks_come_back_on_every_page() -> None:
    assert not messages("CIT104", facts(noted("*", "***")))


def test_doubtful_marks_are_listed_as_unchecked() -> None:
    found = findings("CIT105", facts(noted("12345", "12", ambiguous="345")))
    assert [finding.level for finding in found] == [Level.UNCHECKED] * 3
    assert [finding.status for finding in found] == [Status.AMBIGUOUS] * 3
    assert found[0].message == "“3” may be a note mark or part of the text"


@given(st.lists(st.integers(1, 30), max_size=60))
def test_no_order_of_marks_makes_a_rule_fail(numbers: list[int]) -> None:
    labels = [str(number) for number in numbers]
    document = noted(labels, sorted(set(labels)))
    stray = findings("CIT103", facts(document))
    assert len(stray) <= max(1, len(set(labels)) // 5)
    assert not findings("CIT101", facts(document))


def _led_to_its_twin(mark: Mark) -> Mark:
    return replace(mark, target=f"{mark.target}b")


def _with_marks(document: Document, marks: list[Mark]) -> Document:
    return replace(document, marks=tuple(marks))
