"""Exchanges with servers, as tests put them into archives, and what judges say of the WARC files that come out."""

from __future__ import annotations

import gzip
import itertools
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from holdwater.sources.archive.model import Exchange

AT = datetime(2026, 3, 4, 5, 6, 7, 890123, tzinfo=UTC)
PAGE = "<!doctype html><title>The mill</title><h1>The mill</h1><p>The mill stood by the weir – until 1843.</p>"
URL = "https://mills.example/weir?page=2"

_count = itertools.count()


def body_file(folder: Path, body: bytes) -> Path:
    """A file with a body in it, as a run of fetching leaves it."""
    path = folder / f"body-{next(_count)}"
    path.write_bytes(body)
    return path


def exchange(folder: Path, body: bytes | None = PAGE.encode(), **changes: object) -> Exchange:
    """An exchange in which a page was had."""
    had = Exchange(
        url=URL,
        method="GET",
        request_headers=(("Host", "mills.example"), ("User-Agent", "holdwater/0.1"), ("Accept", "*/*")),
        status=200,
        reason="OK",
        headers=(("Content-Type", "text/html; charset=utf-8"), ("ETag", '"a1"')),
        body=None if body is None else body_file(folder, body),
        started=AT,
        ip="203.0.113.7",
    )
    return replace(had, **changes)  # type: ignore[arg-type]


def redirect(folder: Path, url: str, to: str, status: int = 301) -> Exchange:
    """An exchange in which another address was given."""
    return exchange(folder, b"", url=url, status=status, reason="Moved", headers=(("Location", to),))


def zipped(folder: Path, text: str = PAGE) -> Exchange:
    """A page that came packed."""
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    return exchange(folder, gzip.compress(text.encode()), headers=headers)


def warcio_check(*files: Path) -> str:
    """What `warcio check` has against WARC files; "" if nothing."""
    told = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", *map(str, files)], capture_output=True, text=True, check=False
    )
    return told.stdout + told.stderr + (f"exit {told.returncode}" if told.returncode else "")
