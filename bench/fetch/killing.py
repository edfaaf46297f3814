"""Kills a run of capturing at random moments, and looks at what is left, and at what the next run makes of it."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import subprocess
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


MOST_DRAWN = 10
"""Runs that are begun for each kill at most."""


@dataclass(frozen=True)
class Killed:
    """One kill: at which moment, what was in hand then, what was asked for in vain, and what went wrong."""

    moment: str
    captured: int
    asked_twice: int
    torn: int
    faults: tuple[str, ...]

    def line(self) -> str:
        """One line of the table."""
        verdict = "ok" if not self.faults else "; ".join(self.faults)
        told = f"{self.captured:4} in hand  {self.asked_twice:3} under way  {self.torn:8,} bytes torn"
        return f"{self.moment:<34} {told}   {verdict}"


@dataclass(frozen=True)
class Moment:
    """When to kill: after so many requests, or so many bytes of the archive, and then a few milliseconds more."""

    requests: int = 0
    share: float = 0.0
    more: float = 0.0

    def __str__(self) -> str:
        after = f"request {self.requests}" if self.requests else f"{self.share:.3f} of the archive"
        return f"{after} + {self.more * 1000:.1f} ms"


def kills(moments: int, count: int = 200, seed: int | None = None) -> Iterator[Killed]:
    """Kill a run of `count` sources at so many random moments.

    They are told by how far the run has come, not by the clock, so that none falls before its beginning or after its
    end however busy the computer is; one that does for all that is drawn again. Half of them go by the requests that
    the replica has seen, half by the bytes that are in the archive.
    """
    chance = random.Random(seed)
    with TemporaryDirectory(prefix="kill-") as folder, replica() as server:
        whole = Path(folder) / "whole"
        whole.mkdir()
        run(whole, sources.urls(count, port_of(server), LATENCY, "w"))
        size = _size(whole)
        done = drawn = 0
        while done < moments:
            drawn += 1
            if drawn > MOST_DRAWN * moments:
                raise RuntimeError(f"of {drawn - 1} runs only {done} could be killed at work: they end by themselves")
            more = chance.uniform(0, 0.02)
            by_request = Moment(requests=chance.randint(1, count), more=more)
            moment = by_request if drawn % 2 else Moment(share=chance.random(), more=more)
            killed = _kill(server, Path(folder) / f"{drawn}", f"k{drawn}x", count, (moment, size))
            if killed is not None:
                done += 1
                yield killed


def _kill(server: Replica, project: Path, tag: str, count: int, when: tuple[Moment, int]) -> Killed | None:
    """Kill a run at a moment, and look at what the next one makes of it; None where the run was over before that."""
    project.mkdir()
    wanted = list(sources.urls(count, port_of(server), LATENCY, tag))
    worker = started(project, wanted)
    if not _come(worker, server, project, tag, when):
        return None
    worker.send_signal(signal.SIGKILL)
    worker.communicate()
    if worker.returncode != -signal.SIGKILL:
        return None
    time.sleep(ARRIVING)
    before = _asked(server, tag)
    in_hand, torn = _in_hand(project)
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
    return Killed(str(when[0]), len(in_hand), sum(asked[url] > 1 for url in wanted), torn, tuple(faults))


def _come(worker: subprocess.Popen[bytes], server: Replica, project: Path, tag: str, when: tuple[Moment, int]) -> bool:
    """Wait for a moment; whether it has come while the worker was still at work."""
    moment, size = when
    while worker.poll() is None:
        asked = sum(one.host.startswith(tag) for one in server.seen) if moment.requests else 0
        if asked >= moment.requests if moment.requests else _size(project) >= moment.share * size:
            time.sleep(moment.more)
            return worker.poll() is None
        time.sleep(0.001)
    worker.communicate()
    return False


def _size(project: Path) -> int:
    archive = Layout(project).archive
    return sum(path.stat().st_size for path in archive.iterdir()) if archive.is_dir() else 0


def _asked(server: Replica, tag: str) -> Counter[str]:
    port = port_of(server)
    seen = [one for one in server.seen if one.host.startswith(tag)]
    return Counter(f"http://{one.host}:{port}{one.path}?{one.query}" for one in seen)


def _in_hand(project: Path) -> tuple[set[str], int]:
    """The addresses that the archive has whole, and the bytes in it that are torn.

    They are looked at in a copy, so that the next run finds what the kill left.
    """
    with TemporaryDirectory(prefix="copy-") as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(project, copy)
        with open_catalogue(copy, create=True) as catalogue:
            catch_up(Layout(copy), catalogue)
            return {one.url for one in catalogue.snapshots()}, _size(project) - _size(copy)


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
