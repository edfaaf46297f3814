"""Rows of a table in every report: terminal, Markdown, JSON, and a plot in the page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from holdwater.document import Document, Span
from holdwater.extract.model import Extraction
from holdwater.findings.model import Finding, Level, Status, TableEvidence, TableRow
from holdwater.findings.report import Report
from holdwater.report import html, markdown, terminal
from holdwater.report import json as json_report
from holdwater.report.html_tables import table_figure
from holdwater.report.plot import HEIGHT, WIDTH, plot
from holdwater.report.schema import json_schema

LINE = tuple(TableRow("Kenya", year, 50.0 + (year - 2000)) for year in range(2000, 2021))
LEVEL = TableEvidence(
    series="lex",
    title="Life expectancy",
    unit="years",
    source="A bureau",
    licence="CC0",
    edition="2020",
    definition="level 2015",
    says="65 years in 2015",
    holds=False,
    rows=(TableRow("Kenya", 2015, 65.0),),
    query="SELECT year, value FROM figures WHERE series = 'lex'",
    line=LINE,
    claimed=((2015, 81.0),),
)
RANKED = replace(
    LEVEL,
    definition="level 2015, all countries",
    says="rank 7 of 40",
    rows=(TableRow("Peru", 2015, 80.0, 1), TableRow("Kenya", 2015, 65.0, 7)),
    claimed=(),
)
HOSTILE = replace(LEVEL, title="<script>alert(1)</script>", unit='"><b>', rows=(TableRow("<i>Kenya", 2015, 1.0),))


def report_of(*tables: TableEvidence) -> Report:
    text = "In Kenya, life expectancy was 81 years in 2015."
    finding = Finding(
        "NUM301", "statistic-differs", Level.WARNING, Status.CONTRADICTED, Span(30, 38), "is outside", tables=tables
    )
    return Report(Document(text, "draft.md"), Extraction(), findings=(finding,))


def svg(evidence: TableEvidence) -> ElementTree.Element:
    return ElementTree.fromstring(plot(evidence))


def test_the_terminal_shows_the_rows_the_source_and_the_query() -> None:
    text = terminal.render_full(report_of(LEVEL, RANKED))
    assert "= table: Life expectancy (A bureau, edition 2020, CC0)" in text
    assert "|   level 2015: 65 years in 2015" in text
    assert "Kenya 2015: 65 years" in text
    assert "1. Peru 80" in text
    assert "= query: SELECT year, value FROM figures" in text


def test_the_terminal_shows_the_first_two_readings_only() -> None:
    text = terminal.render_full(report_of(LEVEL, LEVEL, LEVEL))
    assert text.count("= table:") == 2


def test_a_reading_that_holds_is_said_to() -> None:
    assert "level 2015: bears it out, 65 years" in terminal.render_full(report_of(replace(LEVEL, holds=True)))


def test_markdown_shows_the_rows_and_nothing_in_them_acts() -> None:
    text = markdown.render(report_of(LEVEL))
    assert "> - Kenya 2015: 65 years" in text
    assert "<script>" not in markdown.render(report_of(HOSTILE))


def test_json_has_the_rows_the_line_and_the_query_and_keeps_to_the_schema() -> None:
    shape = json.loads(json_report.render(report_of(LEVEL, RANKED)))
    Draft202012Validator(json_schema()).validate(shape)
    [level, ranked] = shape["findings"][0]["tables"]
    assert level["rows"] == [{"place": "Kenya", "year": 2015, "value": 65.0, "rank": None}]
    assert level["claimed"] == [{"year": 2015, "value": 81.0}]
    assert len(level["line"]) == len(LINE)
    assert level["query"] == LEVEL.query
    assert [row["rank"] for row in ranked["rows"]] == [1, 7]


def test_the_page_has_a_plot_the_rows_and_the_query_and_no_new_script() -> None:
    page = html.render(report_of(LEVEL, RANKED))
    assert page.count("<svg") == 1
    assert page.count("<script>") == 1
    assert '<th scope="col">years</th>' in page
    assert "SELECT year, value FROM figures WHERE series = &#x27;lex&#x27;" in page


def test_nothing_of_a_table_acts_in_the_page() -> None:
    figure = table_figure(HOSTILE)
    assert "<script>" not in figure
    assert "<b>" not in figure
    assert "<i>" not in figure


def test_the_plot_says_in_words_what_it_shows() -> None:
    root = svg(LEVEL)
    assert root.get("role") == "img"
    title = root.find("title")
    assert title is not None
    assert title.text == (
        "Life expectancy, Kenya, 2000 to 2020: the table has 65 years in 2015; what is written would be 81 in 2015"
    )


def test_the_plot_has_the_line_the_row_that_counts_and_the_claimed_value_above_it() -> None:
    root = svg(LEVEL)
    [line] = [one for one in root.iter("polyline") if one.get("class") == "series"]
    assert len((line.get("points") or "").split()) == len(LINE)
    [dot] = list(root.iter("circle"))
    [cross] = [one for one in root.iter("path") if one.get("class") == "claimed"]
    x, y = map(float, re.findall(r"[\d.]+", cross.get("d") or "")[:2])
    assert x + 4.5 == pytest.approx(float(dot.get("cx") or 0), abs=0.2)
    assert y < float(dot.get("cy") or 0)


@pytest.mark.parametrize(
    "claimed",
    [((2015, 81.0),), ((2015, -500.0),), ((2000, 50.0), (2015, 95.0)), ((2000, 50.0), (2020, 5.0)), ((2050, 1.0),)],
)
def test_everything_in_the_plot_lies_in_the_picture(claimed: tuple[tuple[int, float], ...]) -> None:
    root = svg(replace(LEVEL, claimed=claimed))
    for line in root.iter("polyline"):
        for point in (line.get("points") or "").split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT
    for label in root.iter("text"):
        assert 0 <= float(label.get("y") or -1) <= HEIGHT


def test_a_change_is_drawn_from_where_it_starts() -> None:
    root = svg(replace(LEVEL, claimed=((2000, 50.0), (2015, 95.0))))
    assert [one.get("class") for one in root.iter("polyline")] == ["series", "claimed way"]


def test_figures_that_are_all_one_value_are_a_level_line() -> None:
    flat = tuple(TableRow("Kenya", year, 0.0) for year in (2000, 2001))
    assert "<svg" in plot(replace(LEVEL, line=flat, claimed=((2000, 0.0),)))


def test_large_figures_are_short_beside_the_axis() -> None:
    line = tuple(TableRow("India", year, 4.5e8 + year) for year in (1960, 1961))
    labels = [one.text for one in svg(replace(LEVEL, line=line, claimed=((1960, 3.6e8),))).iter("text")]
    assert "455 m" in labels


def test_one_figure_or_nothing_claimed_makes_no_plot() -> None:
    assert plot(replace(LEVEL, line=LINE[:1])) == ""
    assert plot(RANKED) == ""
