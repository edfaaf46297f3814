"""What stands in the terminal, line by line."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from report_factory import Draft, harbour

from holdwater.document import Document, Span
from holdwater.extract.model import AsideReason, Extraction, Reference
from holdwater.findings.model import Level, Status
from holdwater.findings.report import Report, Suppressed
from holdwater.match.model import Change, Fit
from holdwater.report.cells import width
from holdwater.report.terminal import render_concise, render_full
from holdwater.report.terminal_summary import MOST
from holdwater.sources.model import Tie, TieStatus

HARBOUR_80 = """\
essay.md:3:22: QUO102 the number is changed: “forty” stands for “fourteen”
   |
 3 | The annals say that “about forty percent of the fleet was laid up …
   |                      ~~~~~~^^^^^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
   |
   = source: Annals of the Harbour (sources/annals.txt:2)
   |   Annals of the harbour. The winter was long. About [-fourteen-]{+forty+}
   |   percent of the fleet was laid up by January, and the rest kept to the
   |   roads. In that month no boat was …
   = advice: Put the source's words back, or set the change in brackets.

essay.md:5:25: QUO105 the source goes on with “unless”
   |
 5 | … mayor they say: “The harbour shall stay open”. Of the pilots, …
   |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = source: Annals of the Harbour (sources/annals.txt:3)
   |   … the rest kept to the roads. In that month no boat was lost. The harbour
   |   shall stay open [-unless the ice closes the bar-]. So it was written.

Not checked
  CIT201 source-not-in-hand (1)
    essay.md:5:88: no source in hand: Marsh
  QUO201 quotation-without-citation (1)
    essay.md:9:22: it cites nothing

[-only in the source-] {+only in the document+}
Found 1 error and 1 warning in essay.md.
  checked      3 of 6 quotations: 2 verbatim and 1 altered
  not checked  3 of 6 quotations:
                 1 cites 1 work that is not in hand:
                   Marsh, A. The pilots of the bar. 1902. (1 quotation;
                     nearest in hand: Annals of the Harbour (31% alike))
                 1 cites a source that could not be read:
                   sources/scan.pdf: it has no text layer
                 1 cites nothing
  references   2 of 3 lead to a source in hand
  set aside    1 not taken for quotations: 1 a word or term
"""

HARBOUR_CONCISE = """\
essay.md:3:22: QUO102 the number is changed: “forty” stands for “fourteen”
essay.md:5:25: QUO105 the source goes on with “unless”
essay.md:5:88: CIT201 no source in hand: Marsh
essay.md:9:22: QUO201 it cites nothing
Found 1 error and 1 warning in essay.md: checked 3 of 6 quotations: 2 verbatim and 1 altered; \
not checked 3: 1 cites 1 work that is not in hand; 1 cites a source that could not be read; 1 cites nothing.
"""


def without_colour(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def quoting(quoted: str, passage: str, **kept: object) -> Draft:
    """A draft with one altered quotation and its finding."""
    draft = Draft(text=f"He says: “{quoted}”.\n", sources={"a.txt": passage})
    number = draft.quote(quoted, Status.ALTERED, draft.evidence(draft.span(quoted), "a.txt", passage, **kept))
    draft.find_fault("QUO101", "altered-words", "words differ", quotation=number)
    return draft


def test_the_full_report_shows_the_line_the_passage_and_the_counts() -> None:
    assert render_full(harbour().report(), width=80) == HARBOUR_80


def test_the_concise_report_is_a_line_a_finding_and_one_of_counts() -> None:
    assert render_concise(harbour().report()) == HARBOUR_CONCISE


@pytest.mark.parametrize("columns", [50, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    assert all(width(line) <= columns for line in render_full(harbour().report(), width=columns).splitlines())


@pytest.mark.parametrize("columns", [60, 100])
def test_colour_adds_nothing_but_colour(columns: int) -> None:
    report = harbour().report()
    coloured = render_full(report, width=columns, colour=True)
    assert coloured != without_colour(coloured) == render_full(report, width=columns)
    assert without_colour(render_concise(report, colour=True)) == render_concise(report)


def test_a_clean_report_is_one_line() -> None:
    draft = Draft(text="He says: “the fleet sailed”.\n", sources={"a.txt": "the fleet sailed"})
    quoted = draft.evidence(draft.span("the fleet sailed"), "a.txt", "the fleet sailed", fit=Fit.VERBATIM)
    draft.quote("the fleet sailed", Status.VERBATIM, quoted)
    line = "No findings in essay.md: checked 1 quotation: 1 verbatim.\n"
    assert render_full(draft.report()) == line
    assert render_concise(draft.report()) == line


def test_without_findings_what_was_not_checked_is_still_said() -> None:
    draft = Draft(text="He says: “the fleet sailed”.\n")
    draft.quote("the fleet sailed", Status.NO_CITATION, reason="it cites nothing")
    assert render_full(draft.report()) == (
        "No findings in essay.md, but not all of it was checked.\n"
        "  checked      none of 1 quotation\n"
        "  not checked  1 of 1 quotation:\n"
        "                 1 cites nothing\n"
    )
    assert render_concise(draft.report()) == (
        "No findings in essay.md: checked none of 1 quotation; not checked 1: 1 cites nothing.\n"
    )


def test_a_document_without_quotations_says_so() -> None:
    report = Report(Document("Nothing here.\n", "a.md"), Extraction())
    assert render_full(report) == "No findings in a.md: no quotations to check (0 citations).\n"


def test_what_is_left_out_of_the_check_is_counted() -> None:
    draft = harbour()
    draft.aside("no boat", AsideReason.TITLE)
    draft.aside("Another", AsideReason.TITLE)
    finding = draft.findings.pop(0)
    draft.suppressed.append(Suppressed(finding, "as in the first edition", 2))
    text = render_full(draft.report())
    assert "  set aside    3 not taken for quotations: 2 the title of a work, 1 a word or term\n" in text
    assert "  suppressed   1 finding answered in the document\n" in text
    assert "QUO102" not in text


def test_the_runner_up_is_shown_where_it_is_nearly_as_good() -> None:
    text = "the fleet sailed\nso the fleets sailed"
    draft = Draft(text="He says: “the fleet sailed”.\n", sources={"a.txt": text})
    span = draft.span("the fleet sailed")
    best = draft.evidence(span, "a.txt", "the fleet sailed", confidence=0.1)
    second = draft.evidence(span, "a.txt", "the fleets sailed", runner_up=True)
    number = draft.quote("the fleet sailed", Status.AMBIGUOUS, best, second, reason="two passages fit")
    draft.find_fault("QUO110", "ambiguous-passage", "two passages fit", quotation=number)
    assert "= nearly as good: a.txt (sources/a.txt:2)\n   |   the fleet sailed so the " in render_full(draft.report())
    draft.verdicts.clear()
    draft.quotations.clear()
    draft.findings.clear()
    sure = draft.evidence(span, "a.txt", "the fleet sailed", confidence=0.9)
    number = draft.quote("the fleet sailed", Status.VERBATIM, sure, second)
    draft.find_fault("QUO107", "cut-condition", "it goes on", quotation=number)
    assert "nearly as good" not in render_full(draft.report())


def test_marked_changes_are_not_marked_as_differences() -> None:
    text = render_full(quoting("the fleet sailed", "the whole fleet sailed", change=Change.MARKED).report())
    assert "   |   the whole fleet sailed\n" in text
    assert "[-" not in text
    assert "only in the source" not in text


def test_nothing_of_the_document_or_the_source_acts_on_the_terminal() -> None:
    hostile = "\x1b]0;owned\x07 \x9b31m \u202e\u2066 fleet"
    draft = quoting(f"{hostile} one", f"{hostile} two")
    draft.name = "a\x1b[2J\n::error::.md"
    draft.titles["a.txt"] = "T\x1b[31m\r\nitle"
    draft.find_fault("QUO102", "x", f"{hostile} is said", quotation=0, advice=hostile, level=Level.UNCHECKED)
    for text in (render_full(draft.report()), render_concise(draft.report())):
        assert not set(text) & set("\x1b\x07\x9b\u202e\u2066\r")
        assert "\n::error" not in text


def test_a_quotation_of_many_lines_and_words_is_cut_to_a_page() -> None:
    words = " ".join(f"word{number}" for number in range(20_000))
    text = render_full(quoting(words.replace("word777 ", "other "), words).report(), width=80)
    assert "[-word777-]{+other+}" in text
    assert len(text.splitlines()) < 40


def test_unchecked_findings_with_one_message_share_a_line() -> None:
    draft = Draft(text="one two three\n")
    for word in ("one", "two", "three"):
        draft.find_fault("CIT105", "ambiguous-mark", "may be a mark", at=word, level=Level.UNCHECKED)
    assert "  CIT105 ambiguous-mark (3)\n    essay.md:1:1: may be a mark (and at 1:5, 1:9)\n" in render_full(
        draft.report()
    )


def test_a_finding_in_a_document_without_lines_is_still_shown() -> None:
    class NoLines:
        counts = "line"

        def locate(self, span: Span) -> object:
            return Document("").origin(Span(0, 0))

        def line_text(self, line: int, part: str = "") -> str:
            return ""

        def raw_span(self, span: Span) -> Span:
            return span

    draft = quoting("the fleet sailed", "the fleets sailed")
    report = draft.report(origins=NoLines())
    assert "essay.md:1:1: QUO101 words differ" in render_full(report)


def test_works_beyond_the_first_dozen_are_counted() -> None:
    draft = Draft(text=" ".join(f"“q{number} is said”" for number in range(30)))
    for number in range(30):
        cited = draft.cite(f"Work number {number}")
        draft.quote(f"q{number} is said", Status.SOURCE_MISSING, citations=(cited,), reason="not in hand")
    text = render_full(draft.report())
    assert "                 30 cite 30 works that are not in hand:\n" in text
    assert "… and 18 more" in text


def test_several_reasons_are_listed_with_their_numbers() -> None:
    draft = Draft(text="“one is said” “two is said” “three is said”")
    for word, reason in (
        ("one", "two passages fit"),
        ("two", "the mark may be a number"),
        ("three", "two passages fit"),
    ):
        draft.quote(f"{word} is said", Status.AMBIGUOUS, reason=reason)
    text = render_full(draft.report())
    assert "3 are ambiguous:\n                   2 because two passages fit\n" in text


def test_the_summary_survives_an_unreadable_source_that_nobody_owns() -> None:
    report = replace(harbour().report(), sources={})
    assert "scan.pdf: it has no text layer" in render_full(report)


def _cited(missing: int, tied: int, sources: int = 1) -> str:
    """The end of the report on a document that names works, so many of them in hand, and quotes none."""
    draft = Draft(
        text="Nothing here.\n", sources=dict.fromkeys([f"{index}.txt" for index in range(sources)], "the fleet")
    )
    for index in range(missing + tied):
        draft.references.append(Reference(f"r{index}", Span(0, 7), f"Marsh, A. Pilots, part {index}. 1902."))
        draft.ties[f"r{index}"] = Tie(f"r{index}", TieStatus.MISSING if index < missing else TieStatus.TIED, "0.txt")
    return render_full(draft.report())


def test_works_that_lead_to_no_source_are_named_under_their_count() -> None:
    assert _cited(2, 3).endswith(
        "  references   3 of 5 lead to a source in hand; these do not:\n"
        "                 Marsh, A. Pilots, part 0. 1902.\n"
        "                 Marsh, A. Pilots, part 1. 1902.\n"
    )
    assert _cited(0, 3).endswith("  references   3 of 3 lead to a source in hand\n")


def test_a_few_works_are_named_where_most_are_not_in_hand_and_none_without_any_source() -> None:
    assert _cited(9, 2).count("Pilots") == 3
    assert "… and 6 more" in _cited(9, 2)
    assert _cited(20, 20).count("Pilots") == MOST
    assert _cited(9, 0, sources=0).endswith("  references   0 of 9 lead to a source in hand\n")


def test_a_work_that_a_gap_names_is_not_named_again() -> None:
    draft = harbour()
    draft.references.append(Reference("poe", Span(0, 3), "Poe, E. The bar. 1911."))
    draft.ties["poe"] = Tie("poe", TieStatus.MISSING)
    text = render_full(draft.report())
    assert text.count("Marsh, A. The pilots of the bar. 1902.") == 1
    assert (
        "  references   2 of 4 lead to a source in hand; besides those above, these do not:\n"
        "                 Poe, E. The bar. 1911.\n" in text
    )
