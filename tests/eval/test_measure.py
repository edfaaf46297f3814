"""Measures, floors and ceilings on made-up counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.measure import Measure, Miss, bounds, misses, table

from eval import measure as measuring


def measured(right: int, wrong: int, *, ceiling: bool = False) -> Measure:
    one = Measure("m", "things right", ceiling=ceiling)
    for number in range(right + wrong):
        one.count(number < right, Miss(f"item {number}", "a reason", "the words"))
    return one


def test_a_floor_counts_what_is_right_and_a_ceiling_what_is_wrong() -> None:
    assert measured(3, 1).value == 0.75
    assert measured(3, 1, ceiling=True).value == 0.25


def test_a_value_holds_up_to_and_including_its_bound() -> None:
    assert measured(3, 1).holds(0.75)
    assert not measured(3, 1).holds(0.76)
    assert measured(3, 1, ceiling=True).holds(0.25)
    assert not measured(3, 1, ceiling=True).holds(0.24)


def test_nothing_measured_holds_no_bound() -> None:
    assert not measured(0, 0).holds(0.01)
    assert not measured(0, 0, ceiling=True).holds(0.99)


def test_the_table_says_which_measure_is_below_its_floor_and_what_was_left_out() -> None:
    one = measured(3, 1)
    one.excluded["no source"] += 2
    shown = table([one], {"m": 0.9})
    assert "75.000%" in shown
    assert "1 of 4 wrong" in shown
    assert "BELOW ITS FLOOR" in shown
    assert "2 × no source" in shown
    assert "BELOW" not in table([one], {"m": 0.5})


def test_every_miss_is_listed_with_its_reason() -> None:
    listed = misses([measured(3, 1), measured(2, 0)])
    assert listed.count("- item") == 1
    assert "item 3: a reason\n    the words" in listed


def test_floors_are_read_by_section(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[one]\na = 0.5\n[two]\nb = 1\n")
    monkeypatch.setattr(measuring, "FLOORS", floors)
    assert bounds("one") == {"a": 0.5}
    assert bounds("two") == {"b": 1.0}


def test_every_measure_of_quotations_has_a_bound_of_its_own() -> None:
    from eval.quotes import PARTS

    named = [name for names in PARTS.values() for name in names]
    assert len(named) == len(set(named))
    assert set(named) <= set(bounds("quotes"))
