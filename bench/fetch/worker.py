"""One run of capturing in a process of its own, which can be measured, or killed. What came of it is said as JSON."""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import httpcore

from holdwater.sources.fetch.run import capture
from holdwater.sources.fetch.seeking import Sought
from holdwater.sources.fetch.settings import FetchSettings


class Loopback(httpcore.AsyncNetworkBackend):
    """Connects to loopback and to nothing else."""

    def __init__(self) -> None:
        self._under = httpcore.AnyIOBackend()

    async def connect_tcp(self, host: str, port: int, **options: Any) -> httpcore.AsyncNetworkStream:
        assert ip_address(host).is_loopback, host
        return await self._under.connect_tcp(host, port, **options)


async def resolve(host: str, port: int) -> Sequence[str]:
    """Every name is loopback."""
    return ["127.0.0.1"]


def main() -> None:
    """Capture the addresses that are given, one a line of standard input, into a project."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("project", type=Path)
    wanted.add_argument("--concurrency", type=int, default=0)
    wanted.add_argument("--max-bytes", type=int, default=0)
    options = wanted.parse_args()
    settings = FetchSettings(allow_private=True)
    if options.concurrency:
        settings = replace(settings, concurrency=options.concurrency)
    if options.max_bytes:
        settings = replace(settings, max_bytes=options.max_bytes)
    sought = [Sought(line.strip()) for line in sys.stdin]
    began, busy = time.perf_counter(), time.process_time()
    outcome = capture(sought, options.project, settings, resolve=resolve, under=Loopback())
    seconds = time.perf_counter() - began
    busy = time.process_time() - busy
    peak = _peak()
    standings = {standing.value: count for standing, count in outcome.standings.items()}
    asked = sum(not one.passed_over for one in outcome.addresses)
    json.dump({"seconds": seconds, "busy": busy, "peak": peak, "standings": standings, "asked": asked}, sys.stdout)


def _peak() -> int:
    """The most memory that this process has held, in bytes.

    `ru_maxrss` begins with what the process held that started this one; /proc, where there is one, does not.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        told = next((line for line in status.read_text().splitlines() if line.startswith("VmHWM:")), "")
        if told:
            return int(told.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
