"""Time and memory, as the system counts them for this process."""

from __future__ import annotations

import gc
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")

ROUNDS = 3
"""Of the short measurements; their median counts."""


def cpu_seconds() -> float:
    """CPU time of this process and of its children that have ended, in seconds."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """CPU seconds of some work, and what came out. The garbage collector runs before it, and stays on during it."""
    gc.collect()
    began = cpu_seconds()
    result = work()
    return cpu_seconds() - began, result


def median(times: list[float]) -> float:
    """The median."""
    return statistics.median(times)


def memory_now() -> int:
    """Bytes of memory that this process holds."""
    return _status("VmRSS")


def memory_peak() -> int:
    """The most bytes that this process has held since it began, or since `forget_peak`."""
    return _status("VmHWM")


def forget_peak() -> None:
    """Let the peak begin anew, where the system allows it (Linux: proc(5), clear_refs)."""
    gc.collect()
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))
