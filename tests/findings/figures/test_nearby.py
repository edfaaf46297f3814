"""Figures of sentences that cite nothing are checked by the mark behind them where one work alone is cited there."""

from __future__ import annotations

from findings.figures.bureau import shelf_of, verdicts
from holdwater.findings.figures.consult import UNCITED
from holdwater.findings.figures.model import FigureVerdict

FERRY = "In 1901 the northern ferry carried 3,512 passengers. It was 24 metres long. It had cost £812,000."
ROADS = "The roads of the north were 812 miles long in 1901."


def _said(draft: str) -> list[FigureVerdict]:
    return list(verdicts(draft, shelf_of({"Wray": FERRY, "Lund": ROADS}), "Wray", "Lund"))


def _relations(draft: str) -> list[str]:
    return [one.relation.value for one in _said(draft)]


def test_the_only_mark_behind_a_sentence_bears_it_out_and_denies_nothing() -> None:
    assert (
        _relations("The northern ferry carried 3,512 passengers in 1901. It was 24 metres long.[^1]")
        == ["entailed"] * 2
    )
    [wrong, _] = _said("The northern ferry carried 3,215 passengers in 1901. It was 24 metres long.[^1]")
    assert (wrong.status.value, wrong.reason) == ("no citation", UNCITED)


def test_between_two_marks_of_one_work_another_number_is_another_one() -> None:
    draft = "It cost £812,000.[^1] In 1901 the northern ferry carried {} passengers. It was 24 metres long.[^1]"
    assert _relations(draft.format("3,512")) == ["entailed"] * 3
    assert _relations(draft.format("3,215"))[1] == "contradicted"
    assert _relations(draft.format("about 3,900"))[1] == "unsure"
    assert _relations(draft.format("some 90,000"))[1] == "unsure"


def test_where_several_works_are_cited_nothing_is_asked_of_any() -> None:
    [before, *_] = _said(
        "The northern ferry carried 3,512 passengers.  Its roads were 812 miles long.[^2] It was long.[^1]"
    )
    assert (before.reason, before.tied, before.looked_in) == (UNCITED, before.tied, ())


def test_what_has_no_mark_behind_it_in_its_paragraph_is_not_counted() -> None:
    assert not _said("The northern ferry carried 3,512 passengers in 1901. It was long.")
    assert not _said("The northern ferry carried 3,512 passengers.\n\nThe ferry was good.[^1]")
    assert not _said("It was good.[^1] The northern ferry carried 3,512 passengers.")


def test_small_counts_ranks_and_quoted_numbers_are_not_counted() -> None:
    assert not _said("The two largest ferries were good. So they say.[^1]")
    assert not _said("They say: “the ferry carried 3,900 passengers in that year alone”. It was good.[^1]")


def test_a_link_and_a_narrator_are_for_their_own_words() -> None:
    assert not _said("The ferry carried 3,900 passengers. [Others](https://a.example/x) say otherwise.")
