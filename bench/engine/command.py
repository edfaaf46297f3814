"""The whole command from a cold start, on the essay of `bench.essay`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import essay
from bench.engine.clock import ROUNDS, cpu_seconds, median
from bench.engine.table import Bound, Report


def measure() -> Report:
    """Check the essay a few times; the median of its CPU time counts, the wall clock is said beside it.

    `bench.essay` holds the same bound to the wall clock, which says little while a machine is busy.
    """
    with tempfile.TemporaryDirectory() as name:
        written = essay.write(Path(name))
        sources = str(Path(name) / "sources")
        command = [sys.executable, "-m", "holdwater", "check", str(written), "--sources", sources]
        command += ["--no-cache", "--output-format", "concise"]
        wall, spent = [], []
        for _ in range(ROUNDS):
            began, clock = time.perf_counter(), cpu_seconds()
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            wall.append(time.perf_counter() - began)
            spent.append(cpu_seconds() - clock)
            if done.returncode != 1:  # the essay has faults
                raise RuntimeError(f"the command failed: {done.stderr}")
    said = ", ".join(f"{cpu:.2f} s CPU ({one:.2f} s by the wall clock)" for one, cpu in zip(wall, spent, strict=True))
    bound = Bound("CPU time, the median", median(spent), essay.FLOOR_SECONDS, "s")
    amount = f"{essay.WORDS:,} words, {essay.QUOTATIONS} quotations, {essay.SOURCES} sources"
    return Report(f"The whole command from a cold start: {amount} of 100 KB", (said,), (bound,))
