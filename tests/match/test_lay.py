"""A segment in the windows that were found for it."""

from __future__ import annotations

import random

import pytest

from holdwater.match import lay
from holdwater.match.align import Laid, align
from holdwater.match.chain import Window
from holdwater.match.lay import ALIGNING, WHOLE, Allowance, Laying, exact_in, lay_anywhere
from holdwater.match.presets import Preset
from holdwater.match.quoted import Quoted
from holdwater.match.words import Words

SOURCE = Words.of("the old quay wall fell at night and the new quay wall stood for a year after that")
SEGMENT = Quoted.of("the old quay walls fell").segments[0]


def passages(laid: list[Laid], words: Words = SOURCE) -> list[str]:
    return [words.span(one.start, one.end).of(words.text) for one in laid]


def test_a_segment_is_laid_in_every_window_in_their_order() -> None:
    found = Laying(SEGMENT, SOURCE, Allowance()).inside([Window(8, 17, 1.0), Window(0, 7, 9.0)])
    assert passages(found) == ["the new quay wall", "the old quay wall fell"]
    assert found[1].cost < found[0].cost


def test_no_window_is_no_place() -> None:
    assert Laying(SEGMENT, SOURCE, Allowance()).inside([]) == []


def test_where_it_would_cost_more_than_it_may_it_is_not_laid() -> None:
    found = Laying(SEGMENT, SOURCE, Allowance()).inside([Window(8, 17, 1.0), Window(0, 7, 9.0)], 1.0)
    assert passages(found) == ["the old quay wall fell"]


def test_a_preset_is_passed_on() -> None:
    filled = Preset("filled", passable=frozenset({"um"}))
    segment = Quoted.of("the old um quay wall fell").segments[0]
    (laid,) = Laying(segment, SOURCE, Allowance(), filled).inside([Window(0, 7, 1.0)])
    assert laid.cost == pytest.approx(0.05)
    (laid,) = lay_anywhere(segment, SOURCE, 0, len(SOURCE), Allowance(), filled, most=0.5)
    assert laid.cost == pytest.approx(0.05)


def test_every_alignment_is_paid_for() -> None:
    allowance = Allowance(1_000)
    Laying(SEGMENT, SOURCE, allowance).inside([Window(0, 7, 1.0)])
    assert allowance.cells == 1_000 - 5 * 7 - ALIGNING


def test_what_the_allowance_does_not_cover_is_one_difference() -> None:
    (laid,) = Laying(SEGMENT, SOURCE, Allowance(10)).inside([Window(0, 7, 1.0)])
    assert [(step.first, step.last, step.start, step.end) for step in laid.steps] == [(0, 5, 0, 7)]
    assert Laying(SEGMENT, SOURCE, Allowance(10)).inside([Window(0, 7, 1.0)], 2.5) == []


def altered(count: int, seed: int) -> tuple[list[str], list[str]]:
    """So many words, and the same with one in nine exchanged, left out or put in."""
    dice = random.Random(seed)
    source = [f"w{dice.randrange(4 * count)}" for _ in range(count)]
    quoted = []
    for word in source:
        change = dice.randrange(27)
        quoted += [] if change == 0 else ["other"] if change == 1 else [word, "more"] if change == 2 else [word]
    return source, quoted


@pytest.mark.parametrize("seed", range(6))
def test_up_to_some_length_a_segment_is_laid_at_the_lowest_cost(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    source, quoted = altered(WHOLE - 12, seed)
    words, segment = Words.of(" ".join(source)), Quoted.of(" ".join(quoted)).segments[0]
    monkeypatch.delattr(lay.Laying, "_unaltered")
    (laid,) = Laying(segment, words, Allowance()).inside([Window(0, len(words), 1.0)])
    assert laid.cost == pytest.approx(align(segment, words, 0, len(words)).cost)


@pytest.mark.parametrize("seed", range(3))
def test_a_longer_one_is_laid_around_its_pieces_at_much_the_same_cost(seed: int) -> None:
    source, quoted = altered(4 * WHOLE, seed)
    words, segment = Words.of(" ".join(source)), Quoted.of(" ".join(quoted)).segments[0]
    allowance = Allowance()
    (laid,) = Laying(segment, words, allowance).inside([Window(0, len(words), 1.0)])
    assert laid.cost <= 1.02 * align(segment, words, 0, len(words)).cost
    assert lay.MOST_WORK - allowance.cells < len(segment) * len(words) / 4


def test_a_place_that_costs_much_more_than_one_before_is_none() -> None:
    likely = [Window(0, 7, 9.0), Window(8, 17, 1.0)]
    near, far = Laying(SEGMENT, SOURCE, Allowance()).inside(likely)
    kept = Laying(SEGMENT, SOURCE, Allowance(), lead=far.cost - near.cost + 0.01).inside(likely)
    assert kept == [near, far]
    assert Laying(SEGMENT, SOURCE, Allowance(), lead=far.cost - near.cost - 0.01).inside(likely) == [near]


def test_a_place_that_two_windows_share_is_one_place() -> None:
    segment = Quoted.of("the old quay wall fell").segments[0]
    assert [one.start for one in exact_in(segment, SOURCE, [Window(0, 7, 1.0), Window(0, 12, 1.0)])] == [0]
