"""Windows: where seeds agree."""

from __future__ import annotations

from holdwater.match.chain import MOST_WINDOWS, windows
from holdwater.match.seed import Seed


def test_seeds_that_agree_make_one_window_with_room_at_both_ends() -> None:
    (window,) = windows([Seed(0, 100, 1.0), Seed(4, 104, 1.0), Seed(9, 110, 1.0)], 12, 0, 1_000)
    assert window.start < 100
    assert window.end > 113
    assert window.weight == 3.0


def test_a_window_stays_inside_the_source() -> None:
    (window,) = windows([Seed(0, 1, 1.0)], 10, 0, 5)
    assert (window.start, window.end) == (0, 5)


def test_the_window_with_more_behind_it_comes_first() -> None:
    found = windows([Seed(0, 100, 1.0), Seed(0, 500, 1.0), Seed(3, 503, 1.0)], 6, 0, 1_000)
    assert found[0].start < 500 < found[0].end
    assert len(found) == 2


def test_a_window_with_little_behind_it_is_dropped() -> None:
    strong = [Seed(i, 500 + i, 1.0) for i in range(9)]
    assert len(windows([*strong, Seed(0, 100, 1.0)], 12, 0, 1_000)) == 1


def test_two_halves_with_words_left_out_between_are_tried_as_one() -> None:
    halves = [Seed(i, 100 + i, 1.0) for i in range(5)] + [Seed(5 + i, 150 + i, 1.0) for i in range(5)]
    best = windows(halves, 10, 0, 1_000)[0]
    assert best.start <= 100
    assert best.end >= 155


def test_halves_too_far_apart_are_two_passages() -> None:
    halves = [Seed(i, 100 + i, 1.0) for i in range(5)] + [Seed(5 + i, 700 + i, 1.0) for i in range(5)]
    assert all(window.end - window.start < 100 for window in windows(halves, 10, 0, 1_000))


def test_the_number_of_windows_is_bounded() -> None:
    scattered = [Seed(0, 100 * i, 1.0) for i in range(200)]
    assert len(windows(scattered, 10, 0, 30_000)) <= MOST_WINDOWS + 2
