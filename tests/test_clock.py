"""The clock that tests read: it forgives what the machine does beside, and nothing else."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest

import clock
from clock import in_proportion, within_seconds


class Staged:
    """A clock that goes on by what each work is said to take, and by a delay more for those that are disturbed."""

    def __init__(self, *delays: float) -> None:
        self.now = 0.0
        self.delays = list(delays)
        self.done: list[float] = []

    def work(self, seconds: float) -> float:
        self.done.append(seconds)
        self.now += seconds + (self.delays.pop(0) if self.delays else 0)
        return seconds


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Staged]:
    def clocked(*delays: float) -> Staged:
        staged = Staged(*delays)
        monkeypatch.setattr(clock.time, "process_time", lambda: staged.now)
        return staged

    return clocked


def test_work_that_is_quick_enough_is_done_once_and_answers(slow: Callable[..., Staged]) -> None:
    staged = slow()
    assert within_seconds(2, lambda: staged.work(1.5)) == 1.5
    assert staged.done == [1.5]


def test_a_disturbed_reading_is_taken_again(slow: Callable[..., Staged]) -> None:
    staged = slow(9, 9)
    within_seconds(2, lambda: staged.work(1.5))
    assert staged.done == [1.5] * 3


def test_work_that_is_always_too_slow_fails(slow: Callable[..., Staged]) -> None:
    staged = slow(3)
    with pytest.raises(pytest.fail.Exception, match=r"took 2\.50 seconds, and should take less than 2\.00"):
        within_seconds(2, lambda: staged.work(2.5))


@pytest.mark.parametrize("delays", [(), (9,), (9, 0, 9), (0, 9, 0, 9), (9, 9, 9, 0, 9)])
def test_a_linear_work_is_in_proportion_whatever_disturbs_it(slow: Callable[..., Staged], delays: list[float]) -> None:
    staged = slow(*delays)
    in_proportion(lambda size: staged.work(size / 10), 10, 40)


@pytest.mark.parametrize("delays", [(), (9,), (0, 9, 9, 0), (0, 0, 0, 9)])
def test_a_quadratic_work_is_not_in_proportion_whatever_disturbs_it(
    slow: Callable[..., Staged], delays: list[float]
) -> None:
    staged = slow(*delays)
    with pytest.raises(pytest.fail.Exception, match="took 16"):
        in_proportion(lambda size: staged.work(size * size / 100), 10, 40)


def test_no_garbage_is_collected_meanwhile() -> None:
    assert within_seconds(1, gc.isenabled) is False
    assert gc.isenabled()
