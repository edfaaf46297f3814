"""How time and memory grow with the text, each run in a process of its own."""

from __future__ import annotations

from pathlib import Path

from bench.engine.child import Done, Job, run
from bench.engine.table import MB, Bound, Report, columns, say

STEPS = (1, 2, 4, 8)
GROWTH = 8.8
"""Times: for eight times as much text."""
BYTES = 6.0
"""Of memory for each byte of source, all of it held folded, the text itself included."""
LEAST = 25 * MB
"""From this size on the bytes a byte count: in less text, what the quotations need themselves weighs more."""
PEAK = 1.5
"""GB: the whole process, texts being streamed."""
_ROUNDS = 3


def scaling(folder: Path, quotations: Path, size: float) -> Report:
    """From `size` bytes to eight times as many: folding included, and held folded."""
    rows = [["", "MB", "fold, CPU s", "find, CPU s", "memory, MB", "bytes a byte", "right place"]]
    found: dict[tuple[str, int], Done] = {}
    for tool, name in (("held", "folding included"), ("folded", "held folded")):
        for step in STEPS:
            say(f"{name}, {step * size / MB:.0f} MB")
            done = run(Job(tool, str(folder), step * size, str(quotations), rounds=_ROUNDS))
            found[tool, step] = done
            fold = f"{done.before:.2f}" if tool == "folded" else "included"
            memory = [f"{done.growth / MB:.0f}", f"{done.growth / done.source:.2f}"]
            rows.append(
                [name, f"{done.source / MB:.1f}", fold, f"{done.find:.2f}", *memory, f"{done.right}/{done.asked}"]
            )
    last, first = STEPS[-1], STEPS[0]
    large = [step for step in STEPS if step * size >= LEAST] or [last]
    most = max(found["folded", step].growth / found["folded", step].source for step in large)
    bounds = [
        Bound(f"time, {name}, {last} × the text", _growth(found[tool, first], found[tool, last]), GROWTH, "×")
        for tool, name in (("held", "folding included"), ("folded", "folded already"))
    ]
    bounds.append(Bound("memory, all texts held folded", most, BYTES, "bytes a byte"))
    return Report("Growth with the text", columns(rows), tuple(bounds))


def _growth(first: Done, last: Done) -> float:
    """How much longer the larger one takes, for exactly `STEPS[-1]` times the text: texts are not cut to fit."""
    exactly = STEPS[-1] * first.source / last.source
    return last.find / first.find * exactly


def streaming(folder: Path, quotations: Path, sizes: list[tuple[float, int]]) -> Report:
    """Texts read as they are asked for: for each of `sizes`, so many bytes, so many times with other words."""
    rows = [["MB", "reading once, CPU s", "times read", "find, CPU s", "peak, MB", "right place"]]
    bounds = []
    for size, copies in sizes:
        say(f"streaming {size * copies / MB:.0f} MB")
        done = run(Job("streamed", str(folder), size, str(quotations), copies=copies))
        amount = f"{done.source / MB:.0f}"
        times = [f"{done.before:.2f}", str(done.passes), f"{done.find:.2f}"]
        rows.append([amount, *times, f"{done.peak / MB:.0f}", f"{done.right}/{done.asked}"])
        bounds.append(Bound(f"peak memory, streaming {amount} MB", done.peak / 1e9, PEAK, "GB"))
    return Report("Streaming", columns(rows), tuple(bounds))
