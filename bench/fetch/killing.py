"""Kills a run of capturing at random moments, and looks at what is left, and at what the next run makes of it."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from bench.fetch import sources
from bench.fetch.runs import Replica, port_of, replica, run, started
from holdwater.sources.archive.reading import take_out
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.catching_up import catch_up
from holdwater.sources.project import Layout

LATENCY = 0.05
ARRIVING = 0.15
"""Seconds after which a request that was sent before the kill has been counted by the replica."""


@dataclass(frozen=True)
class Killed:
    """One kill: after how many seconds, what was in hand then, what was asked for in all, and what went wrong."""

    after: float
    captured: int
    asked_twice: int
    faults: tuple[str, ...]

    def line(self) -> str:
        """One line of the table."""
        verdict = "ok" if not self.faults else "; ".join(self.faults)
        return f"after {self.after:6.3f} s  {self.captured:4} in hand  {self.asked_twice:3} under way   {verdict}"


def kills(moments: int, count: int = 200, seed: int | None = None) -> Iterator[Killed]:
    """Kill a run of `count` sources at so many random moments.

    They are spread over the time from the first request to the last capture, one at random in each part; a run that is
    not killed says how long that is.
    """
    chance = random.Random(seed)
    with TemporaryDirectory(prefix="kill-") as folder, replica() as server:
        begins, ends = _whole(server, Path(folder) / "whole", count)
        for moment in range(moments):
            part = (ends - begins) / moments
            after = begins + part * (moment + chance.random())
            yield _kill(server, Path(folder) / f"{moment}", f"k{moment}x", count, after)


def _whole(server: Replica, project: Path, count: int) -> tuple[float, float]:
    """When the first request of a run comes in, and when the run is over, in seconds after its start."""
    project.mkdir()
    wanted = list(sources.urls(count, port_of(server), LATENCY, "w"))
    worker, began = started(project, wanted), time.monotonic()
    while not server.seen:
        time.sleep(0.001)
    first = time.monotonic() - began
    worker.communicate(timeout=600)
    assert worker.returncode == 0
    return first, time.monotonic() - began


def _kill(server: Replica, project: Path, tag: str, count: int, after: float) -> Killed:
    project.mkdir()
    wanted = list(sources.urls(count, port_of(server), LATENCY, tag))
    worker = started(project, wanted)
    time.sleep(after)
    worker.send_signal(signal.SIGKILL)
    worker.communicate()
    time.sleep(ARRIVING)
    before = _asked(server, tag)
    in_hand = _in_hand(project)
    said = run(project, wanted)
    asked = _asked(server, tag)
    faults = [*_unsound(project), *_incomplete(project, wanted)]
    again = {url for url in in_hand if asked[url] > before[url]}
    if again:
        faults.append(f"{len(again)} were fetched again though they were in the archive")
    if any(asked[url] - before[url] != 1 for url in set(wanted) - in_hand):
        faults.append("what was left was not asked for just once")
    if said["asked"] != count - len(in_hand):
        faults.append(f"the next run asked for {said['asked']} of {count - len(in_hand)}")
    shutil.rmtree(project)
    return Killed(after, len(in_hand), sum(asked[url] > 1 for url in wanted), tuple(faults))


def _asked(server: Replica, tag: str) -> Counter[str]:
    port = port_of(server)
    seen = [one for one in server.seen if one.host.startswith(tag)]
    return Counter(f"http://{one.host}:{port}{one.path}?{one.query}" for one in seen)


def _in_hand(project: Path) -> set[str]:
    """The addresses that the archive has whole, looked at in a copy, so that the next run finds what the kill left."""
    with TemporaryDirectory(prefix="copy-") as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(project, copy)
        with open_catalogue(copy, create=True) as catalogue:
            catch_up(Layout(copy), catalogue)
            return {one.url for one in catalogue.snapshots()}


def _unsound(project: Path) -> Iterator[str]:
    """What is wrong with catalogue and archive after the next run, by other means than those that wrote them."""
    from warcio.checker import Checker

    layout = Layout(project)
    with closing(sqlite3.connect(layout.catalogue)) as file:
        if (verdict := file.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            yield f"the catalogue is damaged: {verdict}"
    files = [str(path) for path in sorted(layout.archive.iterdir())]
    if Checker(SimpleNamespace(inputs=files, verbose=False)).process_all():
        yield "warcio finds fault with the archive"
    if list(layout.tmp.iterdir()):
        yield "bodies were left behind"


def _incomplete(project: Path, wanted: list[str]) -> Iterator[str]:
    layout = Layout(project)
    with open_catalogue(project) as catalogue:
        if damage := catch_up(layout, catalogue):
            yield f"the archive is damaged: {damage}"
        held = catalogue.snapshots()
        if catalogue.ends() != {path.name: path.stat().st_size for path in layout.archive.iterdir()}:
            yield "the catalogue does not know the archive to its end"
    if Counter(one.url for one in held) != Counter(wanted):
        yield f"{len(held)} snapshots of {len(wanted)}"
    for one in held:
        taken = take_out(layout.archive, one.place, layout.payloads)
        name = one.url.partition("?")[0].rpartition("/")[2]
        marks = (f"Article {name}</title>", f"%Paper {name}\n")
        whole = taken.path.read_bytes()
        if (taken.sha256, taken.size) != (one.sha256, one.size) or not any(mark.encode() in whole for mark in marks):
            yield f"another payload than was captured: {one.url}"
