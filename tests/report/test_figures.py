"""Numbers and dates that cite a work, counted in every report: the checked ones, the others, and why."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from holdwater.check import check
from holdwater.config import Config
from holdwater.findings.report import Report
from holdwater.read import read_bytes
from holdwater.report.html import render as render_html
from holdwater.report.json import render as render_json
from holdwater.report.markdown import render as render_markdown
from holdwater.report.schema import json_schema
from holdwater.report.summary import summarise
from holdwater.report.terminal import render_full as render_terminal
from holdwater.sources.shelf import open_shelf

DRAFT = """The mill burnt 4,120 tons of coal in 1911.[^1]

The quarry employed 310 men.[^2]

[^1]: Jane Roe, *Coal and Cloth* (1960).

[^2]: Peter Poe, *Stone* (1970).
"""
SOURCE = "The mill was the largest in the valley. In 1911 the mill burnt 4,120 tons of coal. Cloth went by rail."


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder: Path = tmp_path_factory.mktemp("sources")
    (folder / "Roe - 1960 - Coal and Cloth.txt").write_text(SOURCE)
    return check(read_bytes(DRAFT.encode(), "draft.md"), open_shelf(folder))


def test_what_the_source_bears_out_and_what_could_not_be_checked_are_counted_apart(report: Report) -> None:
    summary = summarise(report)
    assert (summary.figures, summary.figures_unchecked) == (2, 1)
    assert summary.figure_tally == "1 of 2 numbers and dates that cite a work: 1 supported"
    assert summary.figure_gaps == (("its source is not in hand", 1),)


@pytest.mark.parametrize("render", [render_terminal, render_markdown, render_html])
def test_every_report_for_readers_tells_how_many_figures_were_checked(render: object, report: Report) -> None:
    assert callable(render)
    words = " ".join(str(render(report)).split())
    assert "1 of 2 numbers and dates that cite a work: 1 supported" in words


def test_the_terminal_says_why_figures_were_not_checked(report: Report) -> None:
    assert "1 because its source is not in hand" in render_terminal(report)


def test_the_json_report_gives_each_figure_with_its_passage(report: Report) -> None:
    data = json.loads(render_json(report))
    Draft202012Validator(json_schema()).validate(data)
    first, second = data["figures"]
    assert (first["kind"], first["text"], first["relation"]) == ("number", "4,120 tons", "entailed")
    assert "4,120 tons" in first["evidence"][0]["text"]
    assert (second["reason"], second["evidence"]) == ("its source is not in hand", [])
    assert data["summary"]["uncheckedFigures"] == [{"reason": "its source is not in hand", "figures": 1}]


def test_a_figure_that_could_not_be_checked_is_never_clean(report: Report) -> None:
    without = replace(report, findings=(), verdicts=())
    assert not without.clean
    assert without.failed(strict=True)
    assert not without.failed()


def test_figures_are_not_asked_for_where_no_rule_asks(report: Report) -> None:
    assert check(report.document, config=Config(select=("QUO",))).figures == ()
