"""QUO1xx on verdicts made by hand: which fault a quotation raises, and in what words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fact_factory import edit, findings, messages, quoting, span_of

from holdwater.document import Span
from holdwater.findings.model import Evidence, Level, Status
from holdwater.match.model import Alignment, Change, Cut, Edit, EditKind, Fit
from holdwater.rules.changes import place, source_words
from holdwater.rules.faults import Fault, fault
from holdwater.rules.registry import Facts, load

DRAFT = "Doe writes: “The council would assist the poor of the town in May.” [1]"
ELLIPSIS = "Doe writes: “The council would aid … the poor of the town in May.” [1]"
SOURCE = "The council would aid the poor of the town in May. Nobody asked."


def _raised(given: Facts) -> list[str]:
    return [one.code for one in load().values() if one.code.startswith("QUO1") for _ in findings(one.code, given)]


def test_an_altered_word_is_named_beside_the_source_s_own() -> None:
    found = findings("QUO101", quoting(DRAFT, SOURCE, [("assist", "aid", Change.WORD)]))
    assert [one.message for one in found] == ["quotes “assist” where the source has “aid”"]
    assert found[0].span == span_of(DRAFT, "assist")
    assert (found[0].level, found[0].status, found[0].quotation) == (Level.ERROR, Status.ALTERED, 0)
    assert found[0].evidence[0].title == "Bridges"


def test_an_added_word_is_one_that_the_source_does_not_have() -> None:
    given = quoting(DRAFT, SOURCE, [("poor", "the|", Change.ADDITION)])
    assert messages("QUO101", given) == ["has “poor”, which the source does not have"]


def test_further_changes_are_counted() -> None:
    edits = [("assist", "aid", Change.WORD), ("May", "May", Change.WORD), ("town", "town", Change.SPELLING)]
    said = messages("QUO101", quoting(DRAFT, SOURCE, edits))
    assert said == ["quotes “assist” where the source has “aid”, and 2 more changes"]


@pytest.mark.parametrize(
    ("change", "lead"),
    [
        (Change.NEGATION, "a negation changed"),
        (Change.NUMBER, "a number changed"),
        (Change.QUANTIFIER, "a quantifier changed"),
        (Change.NAME, "a name changed"),
        (Change.CONJUNCTION, "a conjunction changed"),
        (Change.MODAL, "a duty or a possibility changed"),
        (Change.OPPOSITE, "a word stands for its opposite"),
    ],
)
def test_a_changed_meaning_says_which_kind_of_word_changed(change: Change, lead: str) -> None:
    given = quoting(DRAFT, SOURCE, [("assist", "aid", change)])
    assert messages("QUO102", given) == [f"{lead}: quotes “assist” where the source has “aid”"]
    assert _raised(given) == ["QUO102"]


def test_a_dropped_word_points_at_the_words_around_the_gap() -> None:
    source = SOURCE.replace("would aid", "would not assist")
    found = findings("QUO102", quoting(DRAFT, source, [("would|", "not", Change.NEGATION)]))
    assert [one.message for one in found] == ["a negation changed: leaves out “not”, which the source has"]
    assert found[0].span.of(DRAFT) == "would assist"


def test_words_left_out_without_a_mark_are_named() -> None:
    source = SOURCE.replace("aid the poor", "assist the old and the poor")
    given = quoting(DRAFT, source, [("assist|", "the old and", Change.OMISSION)])
    assert messages("QUO105", given) == ["leaves out “the old and” without a mark"]
    assert _raised(given) == ["QUO105"]


def test_two_passages_that_stand_far_apart_are_a_splice() -> None:
    between = "a word or two " * 30
    source = SOURCE.replace("aid the poor", f"assist {between}the poor")
    given = quoting(DRAFT, source, [("assist|", between.strip(), Change.OMISSION)])
    said = "joins two passages that stand 120 words apart in the source, without a mark"
    assert messages("QUO106", given) == [said]
    assert _raised(given) == ["QUO106"]


def test_words_that_an_ellipsis_joins_from_far_apart_are_a_splice_that_has_its_mark() -> None:
    hidden = ("a word or two " * 200).strip()
    given = quoting(
        ELLIPSIS, SOURCE.replace("aid the", f"aid {hidden} the"), alignment=_hiding(hidden, Change.OMISSION)
    )
    (found,) = findings("QUO106", given)
    assert found.message == "joins words that stand far apart in the source, 800 words between them"
    assert found.span.of(ELLIPSIS) == "…"
    assert "ellipsis" not in found.advice
    assert _raised(given) == ["QUO106"]


@pytest.mark.parametrize(
    ("change", "lead"),
    [
        (Change.NEGATION, "a denial is hidden"),
        (Change.CONJUNCTION, "a condition is hidden"),
        (Change.NAME, "a change of speaker is hidden"),
        (Change.OPPOSITE, "the meaning changed"),
    ],
)
def test_what_an_ellipsis_hides_is_named(change: Change, lead: str) -> None:
    given = quoting(ELLIPSIS, SOURCE.replace("aid the", "aid not the"), alignment=_hiding("not", change))
    assert messages("QUO102", given) == [f"{lead}: an ellipsis hides “not”"]


def _hiding(hidden: str, change: Change) -> Alignment:
    """An alignment of `ELLIPSIS` with a source in which `hidden` stands behind "aid"."""
    source = SOURCE.replace("aid the", f"aid {hidden} the")
    return Alignment(
        Fit.ALTERED,
        spans=(span_of(source, source),),
        edits=(Edit(EditKind.OMIT, span_of(ELLIPSIS, "…"), span_of(source, hidden), change),),
    )


def test_pieces_in_another_order_are_a_splice_of_the_whole_quotation() -> None:
    given = quoting(DRAFT, SOURCE, alignment=Alignment(Fit.ALTERED, order=True))
    found = findings("QUO106", given)
    assert [one.message for one in found] == ["gives passages of the source in another order than they stand in"]
    assert found[0].span == given.extraction.quotations[0].span


def test_words_that_stand_elsewhere_in_the_source_are_a_splice_though_they_hold_a_number() -> None:
    source = "The council would aid the poor. Years later the mayor gave three of them bread."
    written = "gave three of them"
    draft = f"Doe writes: “The council {written} in May.” [1]"
    joined = Alignment(
        Fit.ALTERED,
        spans=(span_of(source, "The council"),),
        edits=(edit(draft, source, written, "would aid", Change.NUMBER),),
        elsewhere=((span_of(draft, written), span_of(source, written)),),
    )
    found = findings("QUO106", quoting(draft, source, alignment=joined))
    said = "joins “gave three of them” from elsewhere in the source, without a mark"
    assert [one.message for one in found] == [said]
    assert found[0].span.of(draft) == written


def test_two_words_that_changed_places_are_altered_words_and_no_splice() -> None:
    assert _raised(quoting(DRAFT, SOURCE, [("poor of", "poor of", Change.ORDER)])) == ["QUO101"]


def test_slips_of_spelling_alone_are_a_warning() -> None:
    given = quoting(DRAFT, SOURCE, [("council", "council", Change.SPELLING)])
    assert [(one.code, one.level) for one in findings("QUO111", given)] == [("QUO111", Level.WARNING)]
    assert _raised(given) == ["QUO111"]


def test_a_cut_condition_is_shown_though_every_word_is_the_source_s() -> None:
    source = SOURCE.replace("in May.", "in May, unless it rained.")
    passage = source.split(",")[0]
    cut = Alignment(Fit.VERBATIM, spans=(span_of(source, passage),), cut=Cut(span_of(source, "unless it"), "unless"))
    given = quoting(DRAFT, source, status=Status.VERBATIM, passage=passage, alignment=cut)
    assert messages("QUO107", given) == ["stops where the source goes on with “unless it”"]
    assert _raised(given) == ["QUO107"]


def test_a_cut_condition_that_the_evidence_does_not_reach_is_named_by_its_word() -> None:
    cut = Alignment(Fit.VERBATIM, cut=Cut(Span(9_000, 9_006), "unless"))
    given = quoting(DRAFT, SOURCE, status=Status.VERBATIM, alignment=cut)
    assert messages("QUO107", given) == ["stops where the source goes on with “unless”"]


def test_a_cut_condition_that_is_told_as_left_out_is_not_told_twice() -> None:
    source = SOURCE.replace("in May.", "in May, unless it rained.")
    passage = source.split(",")[0]
    unless = span_of(source, "unless")
    left_out = Edit(EditKind.OMIT, Span(9, 9), unless, Change.QUANTIFIER)
    cut = Alignment(Fit.ALTERED, spans=(span_of(source, passage),), edits=(left_out,), cut=Cut(unless, "unless"))
    assert not messages("QUO107", quoting(DRAFT, source, status=Status.ALTERED, passage=passage, alignment=cut))


def test_a_condition_in_a_source_that_is_not_the_cited_one_is_no_matter_of_the_quotation() -> None:
    cut = Alignment(Fit.VERBATIM, cut=Cut(Span(0, 6), "unless"))
    for status in (Status.NO_CITATION, Status.FOUND_ELSEWHERE):
        assert not messages("QUO107", quoting(DRAFT, SOURCE, status=status, alignment=cut))


def test_marked_changes_and_the_source_s_own_apparatus_raise_nothing() -> None:
    edits = [("assist", "aid", Change.MARKED), ("May", "May", Change.NOISE)]
    assert not _raised(quoting(DRAFT, SOURCE, edits, Status.EDITED))


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({Change.NUMBER, Change.OMISSION, Change.WORD, Change.SPELLING}, Fault.MEANING),
        ({Change.OMISSION, Change.WORD, Change.SPELLING}, Fault.OMISSION),
        ({Change.WORD, Change.SPELLING}, Fault.WORDS),
        ({Change.ADDITION, Change.MARKED}, Fault.WORDS),
        ({Change.SPELLING, Change.NOISE}, Fault.SPELLING),
    ],
)
def test_a_quotation_raises_only_its_gravest_fault(changes: set[Change], first: Fault) -> None:
    given = quoting(DRAFT, SOURCE, [("assist", "aid", change) for change in changes])
    assert fault(given.verdicts[0]) is first
    assert len(_raised(given)) == 1


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ALTERED])
def test_only_an_altered_quotation_is_laid_open_word_by_word(status: Status) -> None:
    given = quoting(DRAFT, SOURCE, [("assist", "aid", Change.WORD)], status)
    assert fault(given.verdicts[0]) in (None, Fault.NOT_FOUND, Fault.ELSEWHERE)


def test_words_of_the_source_outside_the_evidence_are_not_made_up() -> None:
    evidence = Evidence("doe", "Bridges", "doe.txt", Span(100, 103), "aid")
    assert source_words(evidence, Span(100, 103)) == "aid"
    assert source_words(evidence, Span(90, 101)) == ""
    assert source_words(evidence, Span(102, 104)) == ""


def test_a_gap_at_the_edge_of_the_text_still_has_a_place() -> None:
    given = quoting("“May.”", "In May.")
    at_start = edit("“May.”", "In May.", "“|", "In", Change.OMISSION)
    assert place(at_start, given.document).of("“May.”") == "“May.”"
    lone = replace(at_start, quotation=Span(0, 0))
    assert place(lone, replace(given.document, text="")) == Span(0, 0)
