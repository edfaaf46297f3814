"""Suppressions: which comments answer for which findings."""

from __future__ import annotations

import pytest

from clock import within_seconds
from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Span
from holdwater.findings.decisions import Decision
from holdwater.findings.model import Finding, Level, Status
from holdwater.findings.suppression import suppress, suppressions_in

FIRST, SECOND, THIRD = "The first paragraph.", "The second paragraph.", "The third paragraph."
BETWEEN = len(FIRST) + 1
"""An offset between the first paragraph and the second."""


def document(*comments: tuple[int, str], kind: BlockKind = BlockKind.PARAGRAPH, group: int = 0) -> Document:
    """Three paragraphs, with comments at these offsets."""
    blocks = []
    offset = 0
    for text in (FIRST, SECOND, THIRD):
        blocks.append(Block(Span(offset, offset + len(text)), kind, group=group))
        offset += len(text) + 2
    marks = tuple(Mark(Span(at, at), MarkKind.COMMENT, label) for at, label in comments)
    return Document("\n\n".join((FIRST, SECOND, THIRD)), blocks=tuple(blocks), marks=marks)


def finding(words: str, code: str = "QUO101", name: str = "altered-words", fingerprint: str = "") -> Finding:
    start = document().text.index(words)
    span = Span(start, start + len(words))
    return Finding(code, name, Level.ERROR, Status.ALTERED, span, "a message", fingerprint=fingerprint)


def answered(comment: str, at: int, *findings: Finding) -> list[bool]:
    """For each finding, whether the comment at this offset answers for it."""
    kept, suppressed = suppress(findings, document((at, comment)))
    assert len(kept) + len(suppressed) == len(findings)
    return [one not in kept for one in findings]


def test_a_comment_answers_for_the_block_it_stands_in_and_no_other() -> None:
    comment = "holdwater: ignore[QUO101] -- another edition"
    assert answered(comment, 4, finding("first"), finding("second"), finding("third")) == [True, False, False]


def test_a_comment_that_stands_alone_answers_for_the_next_block() -> None:
    comment = "holdwater: ignore[QUO101] -- another edition"
    assert answered(comment, BETWEEN, finding("first"), finding("second"), finding("third")) == [False, True, False]


def test_a_comment_before_a_block_quotation_answers_for_all_its_paragraphs() -> None:
    quoted = document((0, "holdwater: ignore[QUO101] -- by heart"), kind=BlockKind.QUOTE, group=7)
    kept, suppressed = suppress([finding("first"), finding("third")], quoted)
    assert (len(kept), len(suppressed)) == (0, 2)


def test_a_comment_after_everything_answers_for_nothing() -> None:
    end = len(document().text) + 5
    assert answered("holdwater: ignore[ALL] -- why", end, finding("third")) == [False]


def test_ignore_file_answers_for_the_whole_document() -> None:
    comment = "holdwater: ignore-file[altered-words] -- quoted by heart throughout"
    assert answered(comment, 0, finding("first"), finding("third")) == [True, True]


@pytest.mark.parametrize("named", ["QUO101", "quo101", "altered-words", "QUO", "QUO1", "ALL", "CIT101, QUO101"])
def test_rules_are_named_as_everywhere(named: str) -> None:
    assert answered(f"holdwater: ignore[{named}] -- why", 0, finding("first")) == [True]


@pytest.mark.parametrize("named", ["QUO102", "CIT", "changed-meaning", "QUO999", "", "Q"])
def test_other_rules_are_not_answered_for(named: str) -> None:
    assert answered(f"holdwater: ignore[{named}] -- why", 0, finding("first")) == [False]


@pytest.mark.parametrize(
    "comment",
    [
        "holdwater: ignore[QUO101]",
        "holdwater: ignore[QUO101] --",
        "holdwater: ignore[QUO101] --   \n ",
        "holdwater: ignore[QUO101] because I say so",
    ],
)
def test_without_a_reason_after_two_hyphens_a_comment_answers_for_nothing(comment: str) -> None:
    assert answered(comment, 0, finding("first")) == [False]


@pytest.mark.parametrize(
    "comment",
    [
        " HOLDWATER :  Ignore [ QUO101 ]  --  why ",
        "holdwater:ignore[QUO101]--why",
        "holdwater: ignore[QUO101] — why",
        "\nholdwater: ignore[QUO101] -- why\n",
    ],
)
def test_spelling_is_forgiven(comment: str) -> None:
    (suppression,) = suppressions_in(document((0, comment)))
    assert (suppression.selectors, suppression.reason) == (("QUO101",), "why")


def test_a_reason_over_several_lines_becomes_one() -> None:
    _, (suppressed,) = suppress(
        [finding("first")], document((0, "holdwater: ignore[QUO101] -- seen in\n  print -- twice"))
    )
    assert suppressed.reason == "seen in print -- twice"


def test_the_line_of_the_comment_is_kept() -> None:
    _, (suppressed,) = suppress([finding("second")], document((BETWEEN + 3, "holdwater: ignore[ALL] -- why")))
    assert suppressed.line == 3


def test_comments_to_others_are_passed_over() -> None:
    assert suppressions_in(document((0, "todo: ignore[QUO101] -- why"), (1, "see holdwater: ignore[ALL] -- no"))) == ()


@pytest.mark.parametrize("comment", ["holdwater: ignroe[QUO101] -- why", "holdwater: ignore QUO101", "holdwater:"])
def test_a_comment_that_cannot_be_understood_names_no_rule(comment: str) -> None:
    (suppression,) = suppressions_in(document((0, comment)))
    assert suppression.selectors == ()


def test_what_watches_over_suppressions_cannot_be_suppressed() -> None:
    watcher = finding("first", code="SUP101", name="unused-suppression")
    assert answered("holdwater: ignore[SUP101, ALL] -- why", 0, watcher) == [False]


def test_findings_keep_their_order() -> None:
    findings = [finding("third"), finding("first"), finding("second")]
    kept, _ = suppress(findings, document())
    assert list(kept) == findings


def test_a_dismissal_answers_for_the_finding_with_its_fingerprint() -> None:
    mine, other = finding("first", fingerprint="a" * 16), finding("second", fingerprint="b" * 16)
    decision = Decision("a" * 16, "dismissed", "A. Editor", "2024-05-02", "other edition")
    kept, (suppressed,) = suppress([mine, other], document(), [decision])
    assert kept == (other,)
    assert (suppressed.reason, suppressed.line) == ("other edition (A. Editor, 2024-05-02)", 0)


def test_a_confirmation_lets_the_finding_stand() -> None:
    mine = finding("first", fingerprint="a" * 16)
    decision = Decision("a" * 16, "confirmed", "A. Editor", "2024-05-02", "checked")
    assert suppress([mine], document(), [decision]) == ((mine,), ())


@pytest.mark.parametrize("piece", ["[", " ", "holdwater: ", "-", "ignore[", "QUO101,"])
def test_an_endless_comment_is_read_in_no_time(piece: str) -> None:
    label = "holdwater: ignore[" + piece * (1_000_000 // len(piece))
    within_seconds(1, lambda: suppressions_in(document((0, label))))
