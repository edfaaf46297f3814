"""How long work takes, told apart from what else the machine does.

Other programs, and full collections over the heap of a long test run, only ever add to a reading of the clock. So only
this process's own time is read, no garbage is collected meanwhile, and the least of a few readings is what counts. The
first that is short enough ends it: where all is well, the work is done once.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

import pytest

READINGS = 3
AT_ONCE = 0.1
"""Seconds that are too few to tell how the time grows."""
SPARE = 2.0
"""How many times its share of the time longer work may take; a quadratic one of four times the length takes four."""

Answer = TypeVar("Answer")


def reading(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """The seconds of processor time that the work took, and what it answered."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        began = time.process_time()
        answer = work()
        return time.process_time() - began, answer
    finally:
        if collecting:
            gc.enable()


def within_seconds(seconds: float, work: Callable[[], Answer]) -> Answer:
    """What the work answers; the test fails unless it takes less than so many seconds. What it raises is not timed."""
    __tracebackhide__ = True
    least = float("inf")
    for _ in range(READINGS):
        taken, answer = reading(work)
        if taken < seconds:
            return answer
        least = min(least, taken)
    pytest.fail(f"took {least:.2f} seconds, and should take less than {seconds:.2f}")


def in_proportion(work: Callable[[int], object], short: int, long: int) -> None:
    """Does work of both lengths; the test fails if the long one takes more than its share of the short one's time."""
    __tracebackhide__ = True
    longer, _ = reading(lambda: work(long))
    if longer < AT_ONCE:
        return
    shorter = min(reading(lambda: work(short))[0] for _ in range(READINGS))
    share = max(AT_ONCE, SPARE * shorter * long / short)
    if longer >= share:
        within_seconds(share, lambda: work(long))
