"""Traps from several fields, written by hand: what is to be refused is, and what is faithful passes."""

from __future__ import annotations

import pytest

from holdwater.match import Words, locate
from holdwater.match.model import HARMLESS, Alignment, Fit
from match import traps_classes_passed, traps_classes_refused, traps_held_out, traps_short, traps_wide
from match.traps_sources import SOURCES

WORDS = {name: Words.of(text) for name, text in (SOURCES | traps_held_out.SOURCES).items()}
SHORT = {name: Words.of(text) for name, text in traps_short.SOURCES.items()}
FAITHFUL = (Fit.VERBATIM, Fit.EDITED)


def said(alignment: Alignment) -> list[str]:
    """The changes that are not harmless, for a failing test's message."""
    return [
        f"{edit.change}: {edit.quotation} / {edit.passage}" for edit in alignment.edits if edit.change not in HARMLESS
    ]


@pytest.mark.parametrize(("source", "quotation", "change"), traps_wide.REFUSED)
def test_a_quotation_that_turns_its_source_is_refused_and_the_change_is_named(
    source: str, quotation: str, change: str
) -> None:
    alignment = locate(quotation, WORDS[source])
    assert alignment.fit not in FAITHFUL
    assert not change or change in {one.value for one in alignment.changes()}


@pytest.mark.parametrize(("source", "quotation"), traps_wide.PASSED)
def test_a_faithful_quotation_passes_whatever_stands_between_its_sources_words(source: str, quotation: str) -> None:
    alignment = locate(quotation, WORDS[source])
    assert alignment.fit in FAITHFUL, said(alignment)


@pytest.mark.parametrize(("source", "quotation", "verdict"), traps_held_out.HELD_OUT)
def test_traps_that_were_held_out_are_told_apart(source: str, quotation: str, verdict: str) -> None:
    alignment = locate(quotation, WORDS[source])
    assert (alignment.fit in FAITHFUL) == (verdict == "pass"), said(alignment)


@pytest.mark.parametrize(("source", "quotation"), traps_short.REFUSED)
def test_a_sentence_with_its_sense_turned_is_refused(source: str, quotation: str) -> None:
    assert locate(quotation, SHORT[source]).fit not in FAITHFUL


@pytest.mark.parametrize(("source", "quotation"), traps_short.PASSED)
def test_a_sentence_with_its_sense_kept_passes(source: str, quotation: str) -> None:
    alignment = locate(quotation, SHORT[source])
    assert alignment.fit in FAITHFUL, said(alignment)


@pytest.mark.parametrize(("source", "quotation"), traps_classes_refused.REFUSED)
def test_every_class_of_turned_quotation_is_refused(source: str, quotation: str) -> None:
    assert locate(quotation, source).fit not in FAITHFUL


@pytest.mark.parametrize(("source", "quotation"), traps_classes_passed.PASSED)
def test_every_class_of_faithful_quotation_passes(source: str, quotation: str) -> None:
    alignment = locate(quotation, source)
    assert alignment.fit in FAITHFUL, said(alignment)
