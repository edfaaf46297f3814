"""The findings as JSON Lines: one a line, each with the name of its document."""

from __future__ import annotations

import msgspec

from holdwater.findings.report import Report
from holdwater.report.json import as_json, finding_shape


def render(report: Report) -> str:
    """One JSON object a finding, as in the JSON report, with `document` before its other fields."""
    name = report.document.name
    rows = (msgspec.to_builtins(finding_shape(report.document, finding)) for finding in report.findings)
    return "".join(f"{as_json({'document': name, **row})}\n" for row in rows)
