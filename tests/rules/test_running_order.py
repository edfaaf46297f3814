"""The fewest numbers that stand out of order, against an obvious slow twin."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from holdwater.rules.running_order import runs_from_one, strays


def _rises(numbers: list[int]) -> bool:
    return all(first < second for first, second in pairwise(numbers))


def _fewest(numbers: list[int]) -> int:
    for count in range(len(numbers) + 1):
        for left_out in combinations(range(len(numbers)), count):
            if _rises([number for index, number in enumerate(numbers) if index not in left_out]):
                return count
    return 0


@given(st.lists(st.integers(1, 9), max_size=8))
def test_without_its_strays_a_run_rises_and_no_fewer_would_do(numbers: list[int]) -> None:
    out = strays(numbers)
    assert _rises([number for index, number in enumerate(numbers) if index not in out])
    assert len(out) == _fewest(numbers)


@given(st.lists(st.integers(1, 4), max_size=12))
def test_the_runs_hold_every_number_once_and_have_at_most_one_one(numbers: list[int]) -> None:
    runs = runs_from_one(numbers)
    assert [index for run in runs for index in run] == list(range(len(numbers)))
    assert all(sum(numbers[index] == 1 for index in run) <= 1 for run in runs)


def test_long_runs_are_ordered_in_good_time() -> None:
    assert len(strays(list(range(200_000, 0, -1)))) == 199_999
