"""How fast numbers and dates are read, and how long a superlative over a series takes.

Extraction is measured in CPU time, so that other work on the machine does not count; a superlative, which the database
works out in threads of its own, by the clock. The least of a few runs counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bench.readers import Speed

from eval import data
from eval.numbers.alarms import drawn
from eval.numbers.annotated import texts

RUNS = 3
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Wait:
    """How many milliseconds something takes, and how many it may."""

    name: str
    milliseconds: float
    ceiling: float

    @property
    def holds(self) -> bool:
        """Whether it takes no longer than it may."""
        return self.milliseconds < self.ceiling

    def line(self) -> str:
        """One line of the table."""
        verdict = "ok" if self.holds else "ABOVE ITS CEILING"
        return f"{self.name:<40} {self.milliseconds:12,.1f} {'ms':<14} < {self.ceiling:9,.0f}  {verdict}"


def speeds() -> Iterator[Speed | Wait]:
    """Extraction from court opinions and from text that is full of numbers; a superlative."""
    from holdwater.extract.quantities.reading import read_measured

    for name, text, floor in (
        ("quantities, court opinions", _opinions(), 1000),
        ("a number in ten words", _dense(), 250),
    ):
        kilobytes = len(text.encode()) / 1000
        yield Speed(name, kilobytes / least(partial(read_measured, text)), floor, "kB/s")
    for name, changing in (("the highest of a series", False), ("the greatest rise of a series", True)):
        yield Wait(name, 1000 * least(_superlative(changing), time.perf_counter), 50)


def least(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """The least seconds of a few runs, by `clock`."""
    taken = []
    for _ in range(RUNS):
        began = clock()
        work()
        taken.append(clock() - began)
    return min(taken)


def _opinions() -> str:
    names = drawn(sorted(data.opinions()), 40)
    return "\n\n".join(data.opinions()[name]["text"] for name in names)[: 2 * MEGABYTE]


def _dense() -> str:
    whole = "\n\n".join(text.text for text in texts())
    return "\n\n".join([whole] * (MEGABYTE // len(whole) + 1))


def _superlative(changing: bool) -> Callable[[], object]:
    """All readings of "the highest life expectancy", or "raised it more than any country", of one series at hand."""
    from holdwater.sources.statistics import open_store
    from holdwater.tables.model import Claim, ClaimKind
    from holdwater.tables.ranks import rank_readings

    store = open_store()
    series = store.series["gm_lex"]
    places = iter(("RWA", "KOR", "IRN", "PER", "MWI"))  # another one each time: what was asked before may be kept

    def ask() -> object:
        claim = Claim("life expectancy", ClaimKind.RANK, (next(places),), (1990, 2010), low=1, changing=changing)
        return rank_readings(claim, [series], store)

    return ask
