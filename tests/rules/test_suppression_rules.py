"""SUP101 to SUP103: comments that answer for nothing, give no reason, or name no rule."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Span
from holdwater.extract.model import Extraction
from holdwater.findings.model import Finding, Level, Status
from holdwater.rules.registry import Facts, find, load
from holdwater.rules.running import run

TEXT = "A paragraph with a quotation."


def facts(*comments: str, findings: Sequence[Finding] = ()) -> Facts:
    """A document of one paragraph that holds these comments."""
    marks = tuple(Mark(Span(3, 3), MarkKind.COMMENT, comment) for comment in comments)
    document = Document(TEXT, blocks=(Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),), marks=marks)
    return Facts(document, Extraction(), (), {}, {}, {}, ran=frozenset(load()), findings=tuple(findings))


def said(code: str, facts: Facts) -> list[str]:
    return [f"{one.message}; {one.advice}" for one in find(code).run(facts)]


def altered(code: str = "QUO101", name: str = "altered-words") -> Finding:
    return Finding(code, name, Level.ERROR, Status.ALTERED, Span(17, 28), "a message")


UNUSED = "take it out, or put it into the block that it answers for, or just before"


def test_a_suppression_that_answers_for_a_finding_is_not_remarked_on() -> None:
    assert said("SUP101", facts("holdwater: ignore[QUO101] -- why", findings=[altered()])) == []


def test_one_that_answers_for_nothing_is() -> None:
    assert said("SUP101", facts("holdwater: ignore[QUO101] -- why")) == [
        f"the suppression of QUO101 answers for no finding; {UNUSED}"
    ]


def test_each_rule_it_names_is_judged_by_itself() -> None:
    comment = "holdwater: ignore[altered-words, CIT101, QUO2] -- why"
    assert said("SUP101", facts(comment, findings=[altered()])) == [
        f"the suppression of CIT101 answers for no finding; {UNUSED}",
        f"the suppression of QUO2 answers for no finding; {UNUSED}",
    ]


def test_rules_that_did_not_run_are_passed_over() -> None:
    chosen = [find("CIT101"), find("SUP101")]
    found = run(chosen, facts("holdwater: ignore[QUO101, QUO1] -- why"))
    assert found == []


def test_a_suppression_without_reason_is_one_finding_not_two() -> None:
    lines = [said(code, facts("holdwater: ignore[QUO101]")) for code in ("SUP101", "SUP102", "SUP103")]
    assert lines == [
        [],
        ["the suppression gives no reason, and so answers for nothing; write: holdwater: ignore[QUO101] -- reason"],
        [],
    ]


@pytest.mark.parametrize(
    ("named", "line"),
    [
        ("QUO999", "no rule is called 'QUO999'; "),
        ("alterd-words", "no rule is called 'alterd-words'; did you mean altered-words?"),
        ("zzz", "no rule is called 'zzz'; `holdwater rules` lists them"),
    ],
)
def test_an_unknown_rule_is_named_with_the_nearest(named: str, line: str) -> None:
    (remark,) = said("SUP103", facts(f"holdwater: ignore[QUO101, {named}] -- why"))
    assert remark.startswith(line)


def test_an_unknown_rule_is_one_finding_not_two() -> None:
    assert said("SUP101", facts("holdwater: ignore[QUO999] -- why")) == []


@pytest.mark.parametrize("comment", ["holdwater: ignore[] -- why", "holdwater: skip this", "holdwater: ignore -- why"])
def test_a_comment_to_holdwater_that_names_no_rule_is_remarked_on(comment: str) -> None:
    assert said("SUP103", facts(comment)) == [
        "the comment is addressed to Holdwater but names no rule; write: holdwater: ignore[QUO101] -- reason"
    ]


def test_what_watches_runs_after_what_it_watches_whatever_the_order() -> None:
    found = run([find("SUP101"), find("SUP102")], facts("holdwater: ignore[SUP102]", "holdwater: ignore[SUP] -- why"))
    assert sorted(one.code for one in found) == ["SUP101", "SUP102"]
