"""Starts workers, and a replica for them to ask."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from replica import Replica, replica  # noqa: E402

__all__ = ["Replica", "port_of", "replica", "run", "started"]


def port_of(server: Replica) -> int:
    """The port of the replica's plain server."""
    return int(server.url().split(":")[2].strip("/"))


def started(project: Path, urls: Iterable[str], *options: str) -> subprocess.Popen[bytes]:
    """A worker that has begun, with all that it is to fetch."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    command = [sys.executable, "-m", "bench.fetch.worker", str(project), *options]
    worker = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}
    )
    assert worker.stdin is not None
    worker.stdin.write("\n".join(urls).encode())
    worker.stdin.close()
    worker.stdin = None
    return worker


def run(project: Path, urls: Iterable[str], *options: str) -> dict[str, Any]:
    """What a worker says that came of its run."""
    worker = started(project, urls, *options)
    out, _ = worker.communicate(timeout=600)
    if worker.returncode:
        raise RuntimeError(f"a worker ended with {worker.returncode}")
    said: dict[str, Any] = json.loads(out)
    return said
