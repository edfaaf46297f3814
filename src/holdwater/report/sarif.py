"""The findings as SARIF 2.1.0, for code scanning and other readers of results.

Columns are Unicode code points (`columnKind`), the source's passages are related locations, and fingerprints let a
reader follow a finding over edits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from holdwater.findings.model import Evidence, Finding, Level
from holdwater.findings.report import Report
from holdwater.report.json import as_json, tool_version
from holdwater.report.paint import plain_passage
from holdwater.report.visible import one_line
from holdwater.report.wording import place, to_show
from holdwater.rules import registry

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.UNCHECKED: "note"}


def render(report: Report) -> str:
    """One run with its rules and results; suppressed findings stand in it as suppressed, with their reasons."""
    rules = _rules(report)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    results = [_result(report, finding, index) for finding in report.findings]
    for one in report.suppressed:
        said = [{"kind": "inSource", "justification": one.reason}]
        results.append({**_result(report, one.finding, index), "suppressions": said})
    driver = {"name": "Holdwater", "version": tool_version(), "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rules(report: Report) -> list[dict[str, Any]]:
    """The rules that the results name, each with its page as help."""
    findings = [*report.findings, *(one.finding for one in report.suppressed)]
    named = {finding.code: finding.name for finding in findings}
    known = registry.load()
    return [_rule(code, named[code], known) for code in sorted(named)]


def _rule(code: str, name: str, known: Mapping[str, registry.Rule]) -> dict[str, Any]:
    given: dict[str, Any] = {"id": code, "name": name}
    if code in known:
        rule = known[code]
        given["shortDescription"] = {"text": rule.summary}
        given["help"] = {"text": rule.page, "markdown": rule.page}
        given["defaultConfiguration"] = {"level": _LEVEL[rule.level]}
    return given


def _result(report: Report, finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    text = f"{finding.message} {finding.advice}".strip()
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVEL[finding.level],
        "message": {"text": one_line(text)},
        "locations": [_location(report, finding)],
        "relatedLocations": [_passage(report, one, number) for number, one in enumerate(to_show(finding.evidence), 1)],
        "properties": {"status": str(finding.status)},
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {"holdwater/v1": finding.fingerprint}
    return result


def _location(report: Report, finding: Finding) -> dict[str, Any]:
    origin = report.document.origin(finding.span)
    region = {
        "startLine": origin.line,
        "startColumn": origin.column,
        "endLine": origin.end_line,
        "endColumn": origin.end_column,
        "snippet": {"text": finding.span.of(report.document.text)[:500]},
    }
    return {
        "physicalLocation": {"artifactLocation": {"uri": _uri(origin.part or report.document.name)}, "region": region}
    }


def _passage(report: Report, evidence: Evidence, number: int) -> dict[str, Any]:
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(evidence.file)}}
    if evidence.line:
        where["region"] = {"startLine": evidence.line}
    text = f"{one_line(evidence.title)} ({place(evidence)}): {plain_passage(evidence, report.document.text)}"
    return {"id": number, "physicalLocation": where, "message": {"text": text}}


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "replace"), safe="/._-~")
