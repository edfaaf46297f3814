"""Places of places: a text read out of a text that itself was unpacked from a file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from holdwater.document import Run


def chained(runs: Sequence[Run], inner: Sequence[Run]) -> tuple[Run, ...]:
    """Runs over a text that itself stands in a file by the runs `inner`: the same runs, with places in the file."""
    starts = [run.text_start for run in inner]
    found: list[Run] = []
    for run in runs:
        at, end = run.raw_start, run.raw_start + run.length
        index = max(0, bisect_right(starts, at) - 1)
        if at == end and inner:  # a place of no width
            found.append(Run(run.text_start, _place(at, inner[index]), 0))
        while at < end and index < len(inner):
            one = inner[index]
            stop = min(end, one.text_start + one.length)
            if one.text_start <= at < stop:
                place = _place(at, one)
                written = one.written if one.length == 1 else 1
                if run.length == 1 < run.written:
                    last = at + run.written - 1
                    written = max(written, _end(last, inner[bisect_right(starts, last) - 1]) - place)
                found.append(Run(run.text_start + at - run.raw_start, place, stop - at, written))
                at = stop
            elif at < one.text_start:  # what stands in no inner run has no place
                at = one.text_start
                continue
            index += 1
    return tuple(found)


def _place(at: int, inner: Run) -> int:
    return inner.raw_start + min(max(0, at - inner.text_start), inner.length)


def _end(at: int, inner: Run) -> int:
    """Just after what the file writes for a character."""
    return _place(at, inner) + (inner.written if inner.length == 1 else 1)
