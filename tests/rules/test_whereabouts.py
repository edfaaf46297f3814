"""QUO103, QUO104, QUO110: where the words of a quotation stand."""

from __future__ import annotations

from fact_factory import facts, findings, messages, quoting

from holdwater.findings.model import Level, Status, Verdict
from holdwater.match.model import Alignment, Fit

DRAFT = "Doe writes: “The river took the northern pier in a single night.” [1]"


def test_words_that_are_nowhere_are_said_to_be_not_found_in_the_source_cited() -> None:
    given = quoting(DRAFT, status=Status.NOT_FOUND)
    said = "“The river took the northern pier …” is not found in “Bridges”"
    assert messages("QUO103", given) == [said]
    assert findings("QUO103", given)[0].level is Level.ERROR


def test_a_long_quotation_is_shortened_in_its_message() -> None:
    given = quoting(f"“{'word ' * 50_000}”", status=Status.NOT_FOUND)
    assert len(messages("QUO103", given)[0]) < 150


def test_a_message_is_one_line_whatever_the_quotation_runs_over() -> None:
    given = quoting("“One line\nand another,\n\nand a new paragraph.”", status=Status.NOT_FOUND)
    assert "\n" not in messages("QUO103", given)[0]


def test_words_that_stand_in_another_source_are_given_to_it() -> None:
    given = quoting(DRAFT, "The river took the northern pier in a single night.", status=Status.FOUND_ELSEWHERE)
    given = facts(
        given.document,
        given.extraction,
        (Verdict(0, Status.FOUND_ELSEWHERE, given.verdicts[0].evidence, tied=("roe",)),),
    )
    said = "“The river took the northern pier …” stands in “Bridges”, not in “roe”"
    assert messages("QUO104", given) == [said]
    assert not messages("QUO103", given)


def test_a_tie_between_passages_is_unchecked() -> None:
    given = quoting(DRAFT, "The river took it.", status=Status.AMBIGUOUS, alignment=Alignment(Fit.AMBIGUOUS))
    assert [one.level for one in findings("QUO110", given)] == [Level.UNCHECKED]
    assert "equally well" in messages("QUO110", given)[0]


def test_a_quotation_too_short_to_tell_is_no_tie_between_passages() -> None:
    given = quoting(DRAFT, "The river.", status=Status.AMBIGUOUS, alignment=Alignment(Fit.TOO_SHORT))
    assert not messages("QUO110", given)


def test_a_verdict_that_is_ambiguous_for_want_of_a_source_is_no_tie_between_passages() -> None:
    assert not messages("QUO110", quoting(DRAFT, status=Status.AMBIGUOUS))
