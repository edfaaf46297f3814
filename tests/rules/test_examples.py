"""The example on every rule's page, run."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdwater.config import Config
from holdwater.rules.registry import find, load
from literate import Case, cases_in, outcome_of, run


def example_of(code: str) -> Case:
    """The example on a rule's page."""
    [case] = [case for case in cases_in(find(code).page) if case.title == "Example"]
    return case


@pytest.mark.parametrize("code", load())
def test_the_example_on_a_rule_s_page_raises_its_rule(code: str, tmp_path: Path) -> None:
    case = example_of(code)
    report = run(case, tmp_path, Config(extend_select=(code,)))
    assert code in {finding.code for finding in report.findings}
    assert {kind: outcome_of(report, kind) for kind in case.outcomes} == {
        kind: outcome.lines for kind, outcome in case.outcomes.items()
    }
