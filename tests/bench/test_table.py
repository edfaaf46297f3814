"""Bounds, and what is printed of them."""

from __future__ import annotations

import pytest
from bench.engine.speed import Tally
from bench.engine.table import Bound, Report, columns


def test_a_ceiling_holds_up_to_its_value() -> None:
    assert Bound("time", 8.8, 8.8, "×").holds
    assert not Bound("time", 8.81, 8.8, "×").holds


def test_a_floor_holds_from_its_value() -> None:
    assert Bound("faster", 50.0, 50.0, "times", at_least=True).holds
    assert not Bound("faster", 49.9, 50.0, "times", at_least=True).holds


def test_a_line_says_value_bound_and_verdict() -> None:
    kept = Bound("folding included, of the scan's time", 2.5, 3.0, "×").line().split()
    assert kept[-5:] == ["2.50", "×", "≤", "3.0", "ok"]
    assert Bound("faster", 40.0, 50.0, "times", at_least=True).line().split()[-3:] == ["≥", "50.0", "MISSED"]


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert columns([["", "CPU s"], ["engine", "1.2"]]) == ("        CPU s", "engine    1.2")


def test_a_report_prints_its_title_its_lines_and_its_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    Report("Growth", ("25 MB",), (Bound("time", 1, 2, "×"),)).show()
    assert [line.strip().split("  ")[0] for line in capsys.readouterr().out.splitlines()] == [
        "",
        "Growth",
        "25 MB",
        "time",
    ]


def test_a_tool_that_did_all_in_each_round_counts_with_its_median() -> None:
    assert Tally(times=[0.9, 0.1, 0.2]).median == 0.2


def test_a_tool_that_did_a_part_in_each_round_is_scaled_and_made_ready_once() -> None:
    assert Tally(times=[1.0, 2.0, 3.0], ready=7.0, scale=10.0).scaled == 67.0
