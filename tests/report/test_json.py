"""The JSON report: its schema, its values, and that nothing in it acts."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from report_factory import Draft, harbour, with_note

from holdwater.document import Document, Span
from holdwater.extract.model import Extraction, Locator
from holdwater.findings.model import Status
from holdwater.findings.report import Report, Suppressed
from holdwater.report import jsonl
from holdwater.report.json import render
from holdwater.report.schema import json_schema, schema_text
from holdwater.sources.model import Source

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "report.schema.json"


def loaded(report: Report) -> Any:
    data = json.loads(render(report))
    Draft202012Validator(json_schema()).validate(data)
    return data


def hostile() -> Report:
    draft = Draft(text="He says: “the \x1b[31m\u202e\x9b fleet”.\n", name="a\x1b.md", sources={"a.txt": "the fleet"})
    draft.quote("the \x1b[31m\u202e\x9b fleet", Status.ALTERED, draft.evidence(Span(10, 20), "a.txt", "the fleet"))
    draft.find_fault("QUO101", "altered-words", "half \ud800 a pair", quotation=0)
    return draft.report()


def everything() -> Report:
    draft = with_note(harbour(), "was lost", "1", "Annals of the Harbour, page 12.")
    draft.citations[0] = replace(draft.citations[0], note="n1", locator=Locator("page", "12"))
    draft.suppressed.append(Suppressed(draft.findings.pop(), "as printed", 3))
    return draft.report()


def test_the_schema_file_is_the_one_that_the_code_makes() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_itself_valid_and_versioned() -> None:
    Draft202012Validator.check_schema(json_schema())
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$defs"]["ReportShape"]["properties"]["schema"]["pattern"] == "^holdwater-report/1$"


def test_the_schema_requires_every_field_that_it_names() -> None:
    for part in json_schema()["$defs"].values():
        assert sorted(part.get("properties", {})) == sorted(part.get("required", []))


@pytest.mark.parametrize(
    "report", [harbour().report(), everything(), hostile(), Report(Document(""), Extraction())], ids=str
)
def test_every_report_fits_the_schema(report: Report) -> None:
    assert loaded(report)["schema"] == "holdwater-report/1"


def test_a_report_of_another_version_does_not_fit() -> None:
    data = {**loaded(harbour().report()), "schema": "holdwater-report/2"}
    assert not Draft202012Validator(json_schema()).is_valid(data)


def test_the_counts_agree_with_the_lists() -> None:
    data = loaded(everything())
    summary = data["summary"]
    assert summary["quotations"] == len(data["quotations"]) == sum(summary["statuses"].values())
    assert summary["checked"] == sum(one["checked"] for one in data["quotations"])
    assert sum(one["quotations"] for one in summary["unchecked"]) == summary["quotations"] - summary["checked"]
    assert sum(summary["findings"].values()) == len(data["findings"])
    assert sum(summary["setAside"].values()) == len(data["setAside"])
    assert summary["suppressed"] == len(data["suppressed"]) == 1
    assert summary["references"] == len(data["references"])


def test_a_finding_holds_its_place_its_words_and_its_passage() -> None:
    draft = harbour()
    finding = loaded(draft.report())["findings"][0]
    words = "about forty percent of the fleet was laid up by January"
    start = draft.text.index(words)
    assert {
        key: finding[key] for key in ("code", "name", "level", "status", "text", "quotation", "span", "origin")
    } == {
        "code": "QUO102",
        "name": "changed-meaning",
        "level": "error",
        "status": "altered",
        "text": words,
        "quotation": 0,
        "span": {"start": start, "end": start + len(words)},
        "origin": {"line": 3, "column": 22, "endLine": 3, "endColumn": 77, "part": None},
    }
    (evidence,) = finding["evidence"]
    assert evidence["text"] == "About fourteen percent of the fleet was laid up by January"
    assert evidence["edits"] == [
        {
            "kind": "replace",
            "change": "number",
            "quotation": {"start": start + 6, "end": start + 11},
            "passage": {"start": 50, "end": 58},
            "quoted": "forty",
            "source": "fourteen",
        }
    ]
    assert (evidence["line"], evidence["runnerUp"], evidence["confidence"]) == (2, False, 1.0)


def test_a_cut_is_given_by_its_place_in_the_source() -> None:
    draft = harbour()
    evidence = loaded(draft.report())["findings"][1]["evidence"][0]
    start = draft.sources["annals.txt"].index("unless")
    assert evidence["cut"] == {"word": "unless", "span": {"start": start, "end": start + 29}}


def test_an_unchecked_quotation_says_why() -> None:
    quotations = loaded(harbour().report())["quotations"]
    assert [(one["status"], one["checked"], one["reason"]) for one in quotations[2:5]] == [
        ("verbatim", True, None),
        ("source missing", False, "the work it cites is not in hand"),
        ("source unreadable", False, "scan.pdf has no text layer"),
    ]


def test_a_reference_that_is_not_tied_names_the_nearest_source() -> None:
    tie = loaded(harbour().report())["references"][1]["tie"]
    assert (tie["status"], tie["source"], tie["nearest"], tie["nearestScore"]) == (
        "source missing",
        None,
        "annals.txt",
        0.31,
    )


def test_the_digest_is_that_of_the_text() -> None:
    draft = harbour()
    document = loaded(draft.report())["document"]
    assert document["sha256"] == hashlib.sha256(draft.text.encode()).hexdigest()
    assert (document["characters"], document["words"]) == (len(draft.text), len(draft.text.split()))


def test_only_the_sources_that_the_report_speaks_of_are_listed() -> None:
    report = harbour().report()
    more = {**report.sources, **{f"s{number}": Source(f"s{number}", f"s{number}.txt") for number in range(500)}}
    data = loaded(replace(report, sources=more))
    assert [one["id"] for one in data["sources"]] == ["annals.txt", "scan.pdf"]
    assert [one["unreadable"] for one in data["sources"]] == [None, "it has no text layer"]
    assert data["summary"]["sourcesInHand"] == 502


def test_nothing_in_the_json_acts_on_a_terminal_and_nothing_but_half_a_pair_is_lost() -> None:
    text = render(hostile())
    assert not set(text) & set("\x1b\x9b\u202e\ud800")
    data = json.loads(text)
    assert data["findings"][0]["message"] == "half \ufffd a pair"
    assert data["quotations"][0]["text"] == "the \x1b[31m\u202e\x9b fleet"
    text.encode("utf-8")


def test_odd_values_of_a_catalogue_do_not_stop_the_report() -> None:
    draft = harbour()
    draft.references[0] = replace(
        draft.references[0], csl={"title": "x", "odd": {1, 2}, "at": Path("a"), "n": {3: "c"}}
    )
    csl = loaded(draft.report())["references"][0]["csl"]
    assert (csl["at"], csl["n"]) == ("a", {"3": "c"})


def test_json_lines_hold_one_finding_each() -> None:
    report = harbour().report()
    lines = [json.loads(line) for line in jsonl.render(report).splitlines()]
    assert [line.pop("document") for line in lines] == ["essay.md"] * 4
    assert lines == json.loads(render(report))["findings"]


def test_json_lines_of_a_clean_report_are_empty() -> None:
    assert jsonl.render(Report(Document(""), Extraction())) == ""


def test_the_order_and_layout_of_the_json_is_steady() -> None:
    draft = Draft(text="He says: “the ice is here”.", name="a.md")
    draft.quote("the ice is here", Status.NO_CITATION, reason="it cites nothing")
    data = json.loads(render(draft.report()))
    assert list(data) == [
        "schema",
        "tool",
        "document",
        "summary",
        "findings",
        "quotations",
        "figures",
        "citations",
        "references",
        "sources",
        "suppressed",
        "setAside",
    ]
    assert data["quotations"] == [
        {
            "id": 0,
            "kind": "marked",
            "status": "no citation",
            "checked": False,
            "reason": "it cites nothing",
            "text": "the ice is here",
            "span": {"start": 10, "end": 25},
            "spans": [{"start": 10, "end": 25}],
            "origin": {"line": 1, "column": 11, "endLine": 1, "endColumn": 26, "part": None},
            "speaker": None,
            "citations": [],
            "tied": [],
            "lookedIn": [],
            "pageGiven": None,
            "pageFound": None,
            "evidence": [],
        }
    ]
    assert data["summary"] == {
        "quotations": 1,
        "checked": 0,
        "statuses": {"no citation": 1},
        "unchecked": [{"status": "no citation", "reason": "it cites nothing", "quotations": 1}],
        "setAside": {},
        "findings": {},
        "suppressed": 0,
        "citations": 0,
        "references": 0,
        "referencesTied": 0,
        "sourcesInHand": 0,
        "figures": 0,
        "figureStatuses": {},
        "uncheckedFigures": [],
    }
