"""The findings as workflow commands, which GitHub Actions shows as annotations on the changed lines."""

from __future__ import annotations

from holdwater.findings.model import Evidence, Finding, Level
from holdwater.findings.report import Report
from holdwater.report.paint import plain_passage
from holdwater.report.visible import one_line
from holdwater.report.wording import place, to_show

_COMMAND = {Level.ERROR: "error", Level.WARNING: "warning", Level.UNCHECKED: "notice"}


def render(report: Report) -> str:
    """One workflow command a finding (`::error file=…,line=…::message`), the source's passage under the message."""
    return "".join(f"{_command(report, finding)}\n" for finding in report.findings)


def _command(report: Report, finding: Finding) -> str:
    origin = report.document.origin(finding.span)
    given = {
        "file": origin.part or report.document.name,
        "line": str(origin.line),
        "endLine": str(origin.end_line),
        "col": str(origin.column),
        "endColumn": str(origin.end_column),
        "title": f"{finding.code} {finding.name}",
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items())
    lines = [finding.message, *(_passage(report, one) for one in to_show(finding.evidence)), finding.advice]
    message = "\n".join(one_line(line) for line in lines if line)
    return f"::{_COMMAND[finding.level]} {properties}::{_message(message)}"


def _passage(report: Report, evidence: Evidence) -> str:
    where = place(evidence)
    name = f"{evidence.title} ({where})" if where else evidence.title
    return f"{name}: {plain_passage(evidence, report.document.text)}"


def _message(text: str) -> str:
    """`text` as the value of a command; nothing in it can begin another one."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(one_line(text)).replace(":", "%3A").replace(",", "%2C")
