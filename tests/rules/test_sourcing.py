"""CIT2xx: the works that quotations rest on, and the pages that their citations give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fact_factory import document_of, facts, findings, messages, quoting, span_of

from holdwater.document import Span
from holdwater.extract.model import Citation, CitationKind, Extraction, Locator, Quotation, QuotationKind, Reference
from holdwater.findings.figures.model import FigureVerdict, Relation
from holdwater.findings.model import Evidence, Level, Status, Verdict
from holdwater.rules.registry import Facts
from holdwater.sources.model import Source, Tie, TieStatus

TEXT = "“First words.” “Second words.” “Third words.”\n\n#Roe, Rivers and Floods, 2004.\n\n#Roe, Rivers, p. 9."
ROE = {"title": "Rivers and Floods", "author": [{"family": "Roe"}]}


def _missing(status: TieStatus = TieStatus.MISSING, verdict: Status = Status.SOURCE_MISSING, **tie: object) -> Facts:
    """Three quotations: two cite Roe's work, by two references; one cites nothing."""
    document = document_of(TEXT)
    quotations = tuple(
        Quotation(index, span_of(TEXT, words), QuotationKind.MARKED, (), citations)
        for index, (words, citations) in enumerate(
            [("First words.", (0,)), ("Second words.", (1,)), ("Third words.", ())]
        )
    )
    citations = tuple(Citation(index, Span(3, 3), CitationKind.NOTE, "1", (f"roe{index}",)) for index in (0, 1))
    references = (
        Reference("roe0", span_of(TEXT, "#Roe, Rivers and Floods, 2004."), "Roe, Rivers and Floods, 2004.", ROE),
        Reference("roe1", span_of(TEXT, "#Roe, Rivers, p. 9."), "Roe, Rivers, p. 9.", ROE),
        Reference("unused", span_of(TEXT, "#Roe"), "Poe, A Town"),
    )
    ties = {one.id: Tie(one.id, status, **tie) for one in references}  # type: ignore[arg-type]
    verdicts = tuple(Verdict(index, verdict, reason="no source in hand") for index in range(3))
    return facts(document, Extraction(citations, references, quotations), verdicts, ties)


def test_a_missing_work_is_named_once_with_what_rests_on_it() -> None:
    found = findings("CIT201", _missing())
    said = "no source in hand for “Roe, Rivers and Floods, 2004.”: 2 quotations rest on it"
    assert [one.message for one in found] == [said]
    assert found[0].span.of(TEXT) == "#Roe, Rivers and Floods, 2004."
    assert (found[0].level, found[0].status) == (Level.UNCHECKED, Status.SOURCE_MISSING)


def test_the_nearest_source_is_named_with_its_likeness() -> None:
    said = messages("CIT201", _missing(nearest="doe", nearest_score=0.4166))[0]
    assert said.endswith("; the nearest is “Bridges” (likeness 0.42)")


def test_what_is_missing_to_be_sure_of_the_nearest_source_is_said() -> None:
    lacking = "the title says too little without the author"
    said = messages("CIT201", _missing(nearest="doe", nearest_score=0.75, lacking=lacking))[0]
    assert said.endswith(f"; the nearest is “Bridges” (likeness 0.75): {lacking}")


def _standing(given: Facts, *quotations: int) -> Facts:
    """The same, where the words of these quotations stand in the source "doe"."""
    passage = Evidence("doe", "Bridges", "doe.txt", Span(0, 5), "words")
    verdicts = (replace(one, evidence=(passage,)) if one.quotation in quotations else one for one in given.verdicts)
    return replace(given, verdicts=tuple(verdicts))


def test_the_source_that_has_the_words_of_a_missing_work_is_named() -> None:
    assert messages("CIT201", _standing(_missing(), 0))[0].endswith("; the words of 1 of them stand in “Bridges”")
    assert messages("CIT201", _standing(_missing(), 0, 1))[0].endswith("; the words of 2 of them stand in “Bridges”")


def test_the_words_of_a_quotation_that_cites_another_work_are_not_counted() -> None:
    assert messages("CIT201", _standing(_missing(), 2))[0].endswith("2 quotations rest on it")


def test_a_source_that_shares_a_word_or_two_is_not_called_the_nearest() -> None:
    assert messages("CIT201", _missing(nearest="doe", nearest_score=0.06))[0].endswith("2 quotations rest on it")


def test_a_work_that_is_listed_without_a_file_is_said_to_be() -> None:
    given = _missing(nearest="doe", nearest_score=1.0)
    given = replace(given, sources={"doe": Source("doe", "", {"title": "Rivers"})})
    assert messages("CIT201", given)[0].endswith("; the list of sources has it, and names no file for it")


def test_a_work_that_no_quotation_rests_on_is_not_asked_for() -> None:
    assert not any("Poe" in said for said in messages("CIT201", _missing()))
    assert not messages("CIT201", _missing(verdict=Status.VERBATIM))


def _numbers(*missing: str, tied: int = 3) -> Facts:
    """No quotation rests on a missing work; a number rests on each of these references, and `tied` others are tied."""
    given = _missing(verdict=Status.VERBATIM)
    ties = {**given.ties, **{f"in{index}": Tie(f"in{index}", TieStatus.TIED, "doe") for index in range(tied)}}
    unbacked = tuple(
        FigureVerdict(index, Relation.UNSURE, Status.SOURCE_MISSING, reason="its source is not in hand", missing=(one,))
        for index, one in enumerate(missing)
    )
    return replace(given, ties=ties, unbacked=unbacked)


def test_a_missing_work_that_only_numbers_rest_on_is_named_once() -> None:
    [found] = findings("CIT201", _numbers("roe0", "roe1"))
    assert found.message == "no source in hand for “Roe, Rivers and Floods, 2004.”: 2 numbers and dates rest on it"
    assert (found.level, found.quotation) == (Level.UNCHECKED, None)
    assert messages("CIT201", _numbers("unused"))[0].endswith("“Poe, A Town”: 1 number or date rests on it")


@pytest.mark.parametrize(
    ("address", "asked"), [("https://ledger.example/", 0), ("https://a.example", 0), ("https://a.example/mills", 1)]
)
def test_the_link_to_a_whole_site_names_no_work(address: str, asked: int) -> None:
    given = _numbers(f"url:{address}", tied=4)
    link = Reference(f"url:{address}", span_of(TEXT, "#Roe"), "The Ledger", {"URL": address})
    extraction = replace(given.extraction, references=(*given.extraction.references, link))
    ties = {**given.ties, link.id: Tie(link.id, TieStatus.MISSING)}
    assert len(messages("CIT201", replace(given, extraction=extraction, ties=ties))) == asked


def test_where_most_works_are_not_in_hand_those_of_numbers_are_not_asked_for() -> None:
    assert not messages("CIT201", _numbers("roe0", tied=2))


def test_a_missing_work_that_quotations_and_numbers_rest_on_is_named_for_the_quotations() -> None:
    given = _numbers("roe1", "unused")
    given = replace(given, verdicts=tuple(replace(one, status=Status.SOURCE_MISSING) for one in given.verdicts))
    said = messages("CIT201", given)
    assert len(said) == 2
    assert said[0].endswith("2 quotations rest on it")
    assert "Poe" in said[1]


def test_without_any_source_in_hand_no_single_one_is_missed() -> None:
    assert not messages("CIT201", replace(_missing(), sources={}))


def test_a_reference_that_fits_two_sources_is_unchecked() -> None:
    given = _missing(TieStatus.AMBIGUOUS, Status.AMBIGUOUS, reason="“A” and “B” are as near")
    [found] = findings("CIT205", given)
    assert found.message == "“Roe, Rivers and Floods, 2004.” may mean several sources: 2 quotations rest on it"
    assert "“A” and “B” are as near" in found.advice
    assert not messages("CIT201", given)


def test_an_unreadable_source_is_named_once_with_the_reason() -> None:
    given = quoting("“One.” and “Two.”")
    verdicts = tuple(Verdict(index, Status.SOURCE_UNREADABLE, tied=("doe",)) for index in (0, 1))
    given = facts(given.document, given.extraction, verdicts, unreadable={"doe": "encrypted", "roe": "scanned"})
    [found] = findings("CIT204", given)
    assert found.message == "“Bridges” could not be read: 2 quotations rest on it"
    assert "encrypted" in found.advice


def test_another_page_than_the_citation_s_is_an_error() -> None:
    given = quoting("“One.”", "One.", status=Status.VERBATIM, page_given="21", page_found="12")
    found = findings("CIT203", given)
    assert [one.message for one in found] == ["gives page 21; the words stand on page 12 of “Bridges”"]
    assert found[0].level is Level.ERROR
    assert found[0].span.of("“One.”") == "One."  # a note mark has no words to point at


def test_a_citation_with_words_is_pointed_at_itself() -> None:
    given = quoting("“One.” (Doe 2019, p. 21)", "One.", status=Status.VERBATIM, page_given="21", page_found="12")
    citation = replace(given.extraction.citations[0], span=span_of(given.document.text, "(Doe 2019, p. 21)"))
    given = replace(given, extraction=replace(given.extraction, citations=(citation,)))
    assert findings("CIT203", given)[0].span == citation.span


@pytest.mark.parametrize("status", [Status.NOT_FOUND, Status.FOUND_ELSEWHERE, Status.AMBIGUOUS])
def test_a_page_of_another_work_or_of_no_sure_place_is_not_compared(status: Status) -> None:
    assert not messages("CIT203", quoting("“One.”", "One.", status=status, page_given="21", page_found="12"))


def test_a_missing_page_is_named_where_the_source_has_pages() -> None:
    given = quoting("“One.”", "One.", status=Status.VERBATIM, locator="page 12")
    assert messages("CIT202", given) == ["gives no page; the words stand on page 12 of “Bridges”"]
    citation = replace(given.extraction.citations[0], locator=Locator("section", "3.1"))
    assert not messages("CIT202", replace(given, extraction=replace(given.extraction, citations=(citation,))))
    assert not messages("CIT202", quoting("“One.”", "One.", status=Status.VERBATIM, locator="comments"))
