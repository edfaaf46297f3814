"""The counts of a report, and the words that all renderers share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from report_factory import Draft, harbour

from holdwater.document import Document, FileOrigins, FilePart, PageBreak, Run, Span
from holdwater.extract.model import Reference
from holdwater.findings.model import Evidence, Level, Status
from holdwater.match.model import Alignment, Fit
from holdwater.report import html, markdown
from holdwater.report.lookup import Lookup
from holdwater.report.summary import summarise
from holdwater.report.terminal import render_full
from holdwater.report.wording import (
    at,
    count,
    issued,
    line_of,
    listed,
    place,
    reference_label,
    shortened,
    to_show,
)


def test_checked_and_unchecked_make_up_all_quotations() -> None:
    summary = summarise(harbour().report())
    assert (summary.quotations, summary.checked, summary.unchecked) == (6, 3, 3)
    assert sum(len(gap.quotations) for gap in summary.gaps) == summary.unchecked
    assert dict(summary.statuses) == {Status.VERBATIM: 2, Status.ALTERED: 1}
    assert dict(summary.findings) == {Level.ERROR: 1, Level.WARNING: 1, Level.UNCHECKED: 2}


def test_a_verdict_with_a_reason_is_unchecked_whatever_its_status() -> None:
    draft = harbour()
    draft.verdicts[1] = replace(draft.verdicts[1], reason="too short to tell")
    summary = summarise(draft.report())
    assert summary.checked == 2
    assert "1 could not be settled" in summary.sentence


def test_gaps_say_what_is_missing_in_words() -> None:
    assert [gap.text for gap in summarise(harbour().report()).gaps] == [
        "1 cites 1 work that is not in hand",
        "1 cites a source that could not be read",
        "1 cites nothing",
    ]


def test_a_missing_work_has_its_nearest_candidate_and_the_number_of_its_quotations() -> None:
    draft = harbour()
    draft.quote("Another says", Status.SOURCE_MISSING, citations=(1,), reason="the work it cites is not in hand")
    (work,) = summarise(draft.report()).gaps[0].works
    assert (work.label, work.quotations) == ("Marsh, A. The pilots of the bar. 1902.", 2)
    assert (work.nearest, work.nearest_score) == ("Annals of the Harbour", 0.31)


def test_a_citation_that_leads_to_no_reference_is_a_gap_of_its_own() -> None:
    draft = harbour()
    draft.quote("Another says", Status.SOURCE_MISSING, reason="its citation leads to no reference")
    texts = [gap.text for gap in summarise(draft.report()).gaps]
    assert texts[:2] == ["1 cites 1 work that is not in hand", "1 cites a work that could not be made out"]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (Status.SOURCE_UNAVAILABLE, "2 cite a source that could not be had"),
        (Status.AMBIGUOUS, "2 are ambiguous"),
        (Status.NO_CITATION, "2 cite nothing"),
        (Status.SOURCE_UNREADABLE, "2 cite a source that could not be read"),
    ],
)
def test_several_of_a_kind_are_told_in_the_plural(status: Status, text: str) -> None:
    draft = Draft(text="“one is said” “two is said”")
    draft.quote("one is said", status, reason="because")
    draft.quote("two is said", status, reason="because")
    assert [gap.text for gap in summarise(draft.report()).gaps] == [text]


def test_quotations_and_findings_are_looked_up_by_id_not_by_place() -> None:
    draft = harbour()
    draft.quotations.reverse()
    draft.verdicts.reverse()
    lookup = Lookup(draft.report())
    assert lookup.quotations[0].span.of(draft.text).startswith("about forty")
    assert lookup.missing(lookup.verdicts[3]) == ["r1"]
    assert [finding.code for finding in lookup.findings[0]] == ["QUO102"]


def test_changed_words_outside_of_the_finding_are_not_its_own() -> None:
    report = harbour().report()
    finding = report.findings[0]
    lookup = Lookup(report)
    assert [span.of(report.document.text) for span in lookup.changed(finding)] == ["forty"]
    assert lookup.changed(replace(finding, span=Span(0, 10))) == []
    assert lookup.changed(replace(finding, evidence=())) == []


def evidence(confidence: float, *, runner_up: bool = False) -> Evidence:
    alignment = Alignment(Fit.VERBATIM, 1.0, confidence, (Span(0, 4),))
    return Evidence("a", "A", "a.txt", Span(0, 4), "text", alignment=alignment, runner_up=runner_up)


def test_the_runner_up_is_shown_only_where_the_best_is_not_sure() -> None:
    second = evidence(0.0, runner_up=True)
    assert to_show((evidence(0.2), second)) == [evidence(0.2), second]
    assert to_show((evidence(0.8), second)) == [evidence(0.8)]
    assert to_show((second,)) == [second]
    assert to_show(()) == []


def test_a_place_names_file_line_and_page() -> None:
    shown = Evidence("a", "A", "s/a.txt", Span(0, 4), "text", place="page 12", line=7)
    assert place(shown) == "s/a.txt:7, page 12"
    assert place(replace(shown, line=0)) == "s/a.txt, page 12"
    assert place(replace(shown, line=0, file="", place="")) == ""


def test_a_reference_is_named_as_the_document_writes_it_or_from_its_parts() -> None:
    assert reference_label(Reference("r", Span(0, 0), "  Doe,\n Bridges ")) == "Doe, Bridges"
    csl = {"author": [{"family": "Doe"}], "title": "Bridges", "issued": {"date-parts": [[2019]]}}
    assert reference_label(Reference("r", Span(0, 0), "", csl)) == "Doe, Bridges, 2019"
    assert reference_label(Reference("r7", Span(0, 0), "")) == "r7"
    assert reference_label(Reference("r7", Span(0, 0), "", {"author": "odd", "title": None})) == "r7"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"date-parts": [[2019, 3, 1]]}, "2019-03-01"),
        ({"date-parts": [["2019"]]}, "2019"),
        ({"raw": "spring 1902"}, "spring 1902"),
        ({"literal": "n.d."}, "n.d."),
        ({"date-parts": []}, ""),
        (date(2019, 3, 1), "2019-03-01"),
        (1902, "1902"),
        (None, ""),
    ],
)
def test_a_date_is_shown_as_it_is_given(given: object, shown: str) -> None:
    assert issued({"issued": given}) == shown


def test_long_words_are_cut_at_a_word() -> None:
    assert shortened("the fleet was laid up", 15) == "the fleet was …"
    assert shortened("x" * 100_000, 10) == "xxxxxxxxx …"
    assert shortened("short", 10) == "short"


def test_counts_and_lists_read_as_words() -> None:
    assert count(1, "work") == "1 work"
    assert count(2041, "work") == "2,041 works"
    assert count(2, "entry", "entries") == "2 entries"
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_what_of_a_file_could_not_be_read_is_told_and_keeps_the_report_from_being_clean() -> None:
    report = Draft("No quotation at all.").report(unread=("page 2: no text layer",))
    assert not report.clean
    assert report.failed(strict=True)
    assert not report.failed()
    assert summarise(report).sentence.endswith("not all of the file could be read (1 place)")
    assert "not read     page 2: no text layer" in render_full(report)
    assert "Not read: page 2: no text layer" in markdown.render(report)
    assert "Not read: page 2: no text layer" in html.render(report)


def test_a_place_is_told_as_the_file_counts() -> None:
    paged = Document("one two", pages=(PageBreak(0, "xii", 3),))
    assert line_of(paged, Span(4, 7)) == "page 3, line 1"
    origins = FileOrigins("one two", (Run(0, 0, 7),), (FilePart("book.epub/text/ch-2.xhtml", 0),))
    chapter = Document("one two", "book.epub", origins=origins)
    assert line_of(chapter, Span(4, 7)) == "ch-2.xhtml, line 1"
    assert at(chapter, chapter.origin(Span(4, 7))) == "book.epub/text/ch-2.xhtml:1:5"
