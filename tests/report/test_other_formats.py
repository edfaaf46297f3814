"""Workflow commands, Markdown and SARIF."""

from __future__ import annotations

import json
from typing import Any

from report_factory import Draft, harbour

from holdwater.document import Document
from holdwater.extract.model import Extraction
from holdwater.findings.model import Status
from holdwater.findings.report import Report, Suppressed
from holdwater.report import github, markdown, sarif

EMPTY = Report(Document("", "a.md"), Extraction())


def hostile() -> Report:
    words = "@everyone ![x](http://a.b/c.png) <img src=x> `code` | a\n::error::x fleet"
    draft = Draft(text=f"He says: “{words}”.\n", name="a,b:c\n::error::.md", sources={"a.txt": f"{words}s"})
    number = draft.quote(words, Status.ALTERED, draft.evidence(draft.span(words), "a.txt", f"{words}s"))
    draft.find_fault("QUO101", "altered-words", f"{words} 100%\r\n::set-env::", quotation=number)
    return draft.report()


def test_a_workflow_command_names_the_place_the_rule_and_the_passage() -> None:
    first = github.render(harbour().report()).splitlines()[0]
    assert first == (
        "::error file=essay.md,line=3,endLine=3,col=22,endColumn=77,title=QUO102 changed-meaning::"
        "the number is changed: “forty” stands for “fourteen”"
        "%0AAnnals of the Harbour (sources/annals.txt:2): … of the harbour. The winter was long. About "
        "[-fourteen-]{+forty+} percent of the fleet was laid up by January, and the rest kept to the roads. In …"
        "%0APut the source's words back, or set the change in brackets."
    )


def test_levels_become_errors_warnings_and_notices() -> None:
    lines = github.render(harbour().report()).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice", "::notice"]


def test_nothing_in_a_document_begins_a_workflow_command() -> None:
    text = github.render(hostile())
    assert len(text.splitlines()) == 1
    assert "file=a%2Cb%3Ac %3A%3Aerror%3A%3A.md," in text
    assert "100%25" in text


def test_markdown_shows_counts_findings_and_gaps() -> None:
    text = markdown.render(harbour().report())
    assert text.startswith(
        "## Holdwater: essay.md\n\nChecked 3 of 6 quotations: 2 verbatim and 1 altered; not checked 3:"
    )
    assert "| verbatim | 2 |\n" in text
    assert "**QUO102** line 3: the number is changed: “forty” stands for “fourteen”\n\n> " in text
    assert "About <del>fourteen</del><ins>forty</ins> percent" in text
    assert "\n> Annals of the Harbour (sources/annals.txt:2)\n" in text
    assert "### Not checked: 3 quotations\n\n- 1 cites 1 work that is not in hand\n  - Marsh, A. The pilots" in text


def test_nothing_in_a_document_acts_as_markdown() -> None:
    text = markdown.render(hostile())
    assert "<img" not in text
    assert "![" not in text
    assert "@everyone" not in text
    assert "http://" not in text
    assert "\n::" not in text
    assert "`code`" not in text.replace("\\`", "")


def test_a_label_that_begins_with_a_number_does_not_begin_a_list() -> None:
    assert markdown.escaped("1902. The pilots") == "1902\\. The pilots"


def test_a_report_without_findings_is_short() -> None:
    assert markdown.render(EMPTY) == "## Holdwater: a.md\n\nNo quotations to check \\(0 citations\\).\n"
    assert github.render(EMPTY) == ""


def run_of(report: Report) -> Any:
    data = json.loads(sarif.render(report))
    assert data["version"] == "2.1.0"
    (run,) = data["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    return run


def test_a_sarif_result_holds_its_region_its_passage_and_its_fingerprint() -> None:
    result = run_of(harbour().report())["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (3, 22, 3, 77)
    assert result["level"] == "error"
    related = result["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "sources/annals.txt"
    assert "[-fourteen-]{+forty+}" in related["message"]["text"]
    assert result["partialFingerprints"] == {"holdwater/v1": "quo102-50"}


def test_sarif_rules_are_indexed_and_known_ones_carry_their_page() -> None:
    run = run_of(harbour().report())
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    (known,) = [rule for rule in rules if rule["id"] == "QUO102"]
    assert "## What it checks" in known["help"]["markdown"]


def test_a_rule_that_is_not_registered_is_named_all_the_same() -> None:
    draft = Draft(text="one two\n")
    draft.find_fault("XYZ999", "of-a-plug-in", "said", at="two")
    assert run_of(draft.report())["tool"]["driver"]["rules"] == [{"id": "XYZ999", "name": "of-a-plug-in"}]


def test_suppressed_findings_are_in_the_sarif_as_suppressed() -> None:
    draft = harbour()
    draft.suppressed.append(Suppressed(draft.findings.pop(0), "as printed", 3))
    result = run_of(draft.report())["results"][-1]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "as printed"}]


def test_sarif_addresses_are_escaped() -> None:
    draft = Draft(text="one two\n", name="a b/ü#.md")
    draft.find_fault("XYZ999", "x", "said", at="two")
    location = run_of(draft.report())["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%C3%BC%23.md"
