"""The README says what is so: its output is real, its settings and comments are read, all families have a line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import holdwater
from holdwater.config import CONFIG_NAME, load_config
from holdwater.document import Document, Mark, MarkKind, Span
from holdwater.findings.decisions import parse_decisions
from holdwater.findings.suppression import suppressions_in
from holdwater.report.terminal import render_full
from holdwater.rules.registry import load
from holdwater.rules.selection import selected

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def fenced(language: str) -> str:
    """The README's first fenced block in this language."""
    match = re.search(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert match is not None
    return match[1]


def test_the_output_shown_is_what_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    report = holdwater.check(holdwater.read_file("examples/essay.txt"), holdwater.open_shelf("examples/sources"))
    assert fenced("text") in render_full(report)


def test_the_settings_shown_are_read_and_select_rules(tmp_path: Path) -> None:
    file = tmp_path / CONFIG_NAME
    file.write_text(fenced("toml"), encoding="utf-8")
    assert selected(load_config(file), "essay.md")


def test_the_suppression_shown_is_understood() -> None:
    match = re.search(r"<!--(.*?)-->", README)
    assert match is not None
    document = Document("A text.", marks=(Mark(Span(0, 0), MarkKind.COMMENT, match[1]),))
    (suppression,) = suppressions_in(document)
    assert suppression.selectors == ("QUO101", "spelling-slip")
    assert suppression.reason


def test_the_decision_shown_is_understood() -> None:
    (decision,) = parse_decisions(fenced("json"), "README.md")
    assert decision.dismisses


def test_every_family_of_rules_has_its_line() -> None:
    families = {f"{code[:4]}xx" for code in load()}
    assert set(re.findall(r"^\| ([A-Z]{3}\dxx) \|", README, re.MULTILINE)) == families


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([\w./-]+)\)", README))))
def test_links_lead_to_files_of_the_repository(link: str) -> None:
    assert (ROOT / link).exists()
