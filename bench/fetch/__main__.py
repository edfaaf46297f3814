"""python -m bench.fetch [speed | memory | kill [N]]: see the package."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from bench.fetch import killing, sources
from bench.fetch.runs import port_of, replica, run

COUNT, LATENCY = 200, 0.05
ROUNDS = 3
MB = 1_000_000


@dataclass(frozen=True)
class Figure:
    """What was measured, and the bound that it has to keep."""

    name: str
    value: float
    bound: float
    unit: str
    at_least: bool = True

    @property
    def holds(self) -> bool:
        """Whether the bound is kept."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def line(self) -> str:
        """One line of the table."""
        sign, verdict = "≥" if self.at_least else "≤", "ok" if self.holds else "NOT KEPT"
        return f"{self.name:<62} {self.value:8.1f} {self.unit:<6} {sign} {self.bound:6.1f}  {verdict}"


def speed() -> Iterator[Figure]:
    """A run at the usual settings against one that asks for one address at a time: the median of rounds by turns."""
    ratios, peaks = [], []
    with replica(process=True) as server, TemporaryDirectory(prefix="speed-") as folder:
        for path in ("/page/first", "/paper/first"):  # for which the replica makes what all the others are cut out of
            urlopen(server.url(path), timeout=60).close()
        for number in range(ROUNDS):
            taken = []
            for way, options in (("usual", ()), ("single", ("--concurrency", "1"))):
                project = Path(folder) / f"{way}{number}"
                project.mkdir()
                said = run(project, sources.urls(COUNT, port_of(server), LATENCY, f"{way}{number}x"), *options)
                assert said["standings"] == {"captured": COUNT}, said
                taken.append(said)
            ratios.append(taken[1]["seconds"] / taken[0]["seconds"])
            peaks.append(taken[0]["peak"])
            print(f"  {taken[0]['seconds']:.2f} s against {taken[1]['seconds']:.2f} s one at a time", flush=True)
    yield Figure(f"{COUNT} sources, 50 ms away, against one at a time", sorted(ratios)[ROUNDS // 2], 8, "times")
    yield Figure(f"{COUNT} sources, memory", max(peaks) / MB, 200, "MB", at_least=False)


def memory() -> Iterator[Figure]:
    """Answers of 500 MB: refused by their length, cut off where none is given, or streamed to disk where allowed."""
    ways = (
        ("refused by its length", "/huge", (), "refused"),
        ("cut off at 100 MB", "/huge?form=chunked", (), "refused"),
        ("streamed to disk", "/huge?form=chunked", ("--max-bytes", "600000000"), "refused"),
        ("of 250 MB, streamed to disk and captured", "/huge?bytes=250000000", ("--max-bytes", "600000000"), "captured"),
    )
    with replica(process=True) as server, TemporaryDirectory(prefix="memory-") as folder:
        for number, (name, path, options, standing) in enumerate(ways):
            project = Path(folder) / f"{number}"
            project.mkdir()
            said = run(project, [server.url(path)], *options)
            assert said["standings"] == {standing: 1}, said
            what = name if name.startswith("of") else f"of 500 MB, {name}"
            yield Figure(f"an answer {what}, memory", said["peak"] / MB, 200, "MB", at_least=False)


def kill(moments: int) -> bool:
    """Kill a run at so many moments; whether all of them left everything sound."""
    sound = 0
    for number, killed in enumerate(killing.kills(moments, COUNT), 1):
        sound += not killed.faults
        print(f"{number:3}  {killed.line()}", flush=True)
    print(f"{sound} of {moments} kills left everything sound")
    return sound == moments


def main() -> int:
    """Measure what is asked for; 1 where a bound is not kept."""
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    if part == "kill":
        return 0 if kill(int(sys.argv[2]) if len(sys.argv) > 2 else 50) else 1
    kept = True
    for measure in [speed, memory] if not part else [{"speed": speed, "memory": memory}[part]]:
        for figure in measure():
            print(figure.line(), flush=True)
            kept = kept and figure.holds
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
