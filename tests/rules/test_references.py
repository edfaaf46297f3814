"""CIT106 and CIT107: citations against the reference list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fact_factory import document_of, facts, messages, span_of

from holdwater.document import Span
from holdwater.extract.model import Citation, CitationKind, Extraction, Reference
from holdwater.rules.registry import Facts

TEXT = "Closed in spring [1]. Opened in June [4].\n\n#1 Doe, Bridges, 2019.\n\n#2 Roe, Rivers, 2004."


def _facts(kind: CitationKind = CitationKind.BRACKET, *, listed: bool = True, ambiguous: bool = False) -> Facts:
    citations = (
        Citation(0, span_of(TEXT, "[1]"), kind, "1", ("doe",)),
        Citation(1, span_of(TEXT, "[4]"), kind, "4", ambiguous=ambiguous),
    )
    entries = [("doe", "#1 Doe, Bridges, 2019."), ("roe", "#2 Roe, Rivers, 2004.")]
    references = tuple(Reference(key, span_of(TEXT, raw) if listed else Span(0, 6), raw) for key, raw in entries)
    return facts(document_of(TEXT), Extraction(citations, references))


def test_a_citation_without_an_entry_is_named() -> None:
    assert messages("CIT106", _facts()) == ["“[4]” leads to no entry of the reference list"]


def test_without_a_reference_list_a_citation_is_let_be() -> None:
    assert not messages("CIT106", _facts(listed=False))


@pytest.mark.parametrize("kind", [CitationKind.NOTE, CitationKind.LINK, CitationKind.NAMED])
def test_a_link_or_a_name_in_the_text_needs_no_entry(kind: CitationKind) -> None:
    assert not messages("CIT106", _facts(kind))


def test_a_citation_that_may_mean_two_entries_does_not_mean_none() -> None:
    assert not messages("CIT106", _facts(ambiguous=True))


def test_an_entry_that_nothing_cites_is_named() -> None:
    assert messages("CIT107", _facts()) == ["nothing cites “#2 Roe, Rivers, 2004.”"]


def test_a_list_in_a_document_that_cites_none_of_it_is_further_reading() -> None:
    given = _facts()
    extraction = replace(given.extraction, citations=())
    assert not messages("CIT107", replace(given, extraction=extraction))
