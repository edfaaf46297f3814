"""Traps that an examiner set blind: what turns its source is refused, and what is faithful to it passes."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import HARMLESS, Alignment, Fit
from match import (
    traps_blind,
    traps_blind_cuts,
    traps_blind_held_out,
    traps_examiner,
    traps_examiner_fifth,
    traps_examiner_fourth,
    traps_examiner_second,
    traps_examiner_seventh,
    traps_examiner_sixth,
    traps_examiner_third,
)
from match.traps_disputed import DISPUTED

FAITHFUL = (Fit.VERBATIM, Fit.EDITED)
PAPERS = (
    *traps_examiner.PAPERS,
    *traps_examiner_second.PAPERS,
    *traps_examiner_third.PAPERS,
    *traps_examiner_fourth.PAPERS,
    *traps_examiner_fifth.PAPERS,
    *traps_examiner_sixth.PAPERS,
    *traps_examiner_seventh.PAPERS,
    *traps_blind.PAPERS,
    *traps_blind_cuts.PAPERS,
    *traps_blind_held_out.PAPERS,
)


def said(alignment: Alignment) -> list[str]:
    """The changes that are not harmless, for a failing test's message."""
    return [
        f"{edit.change}: {edit.quotation} / {edit.passage}" for edit in alignment.edits if edit.change not in HARMLESS
    ]


@pytest.mark.parametrize(
    ("source", "quotation"), [(paper.source, quotation) for paper in PAPERS for quotation in paper.refused]
)
def test_a_quotation_that_turns_its_source_is_refused(source: str, quotation: str) -> None:
    assert locate(quotation, source).fit not in FAITHFUL


@pytest.mark.parametrize(
    ("source", "quotation"), [(paper.source, quotation) for paper in PAPERS for quotation in paper.passed]
)
def test_a_quotation_that_keeps_to_its_source_passes(source: str, quotation: str) -> None:
    alignment = locate(quotation, source)
    assert alignment.fit in FAITHFUL, said(alignment)


@pytest.mark.parametrize(
    ("source", "quotation"), [(paper.source, quotation) for paper in PAPERS for quotation in paper.cut]
)
def test_a_sentence_that_stops_before_its_condition_is_told(source: str, quotation: str) -> None:
    assert locate(quotation, source, after=".").cut is not None


@pytest.mark.parametrize(
    ("source", "quotation", "reason"), [(paper.source, *leak) for paper in PAPERS for leak in paper.leaks]
)
def test_a_leak_that_is_listed_is_still_one(source: str, quotation: str, reason: str) -> None:
    assert locate(quotation, source).fit in FAITHFUL, f"mended; it is refused now: {reason}"


@pytest.mark.parametrize(("source", "quotation", "verdict", "reason"), DISPUTED)
def test_a_trap_that_can_be_argued_is_judged_as_we_say(source: str, quotation: str, verdict: str, reason: str) -> None:
    assert (locate(quotation, source).fit in FAITHFUL) == (verdict == "pass"), reason
