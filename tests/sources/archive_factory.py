"""Exchanges with servers, as tests put them into archives, and what judges say of the WARC files that come out."""

from __future__ import annotations

import gzip
import itertools
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdwater.sources.archive.model import Exchange, Place
from holdwater.sources.catalogue.model import Held, HowHad

AT = datetime(2026, 3, 4, 5, 6, 7, 890123, tzinfo=UTC)
PAGE = "<!doctype html><title>The mill</title><h1>The mill</h1><p>The mill stood by the weir – until 1843.</p>"
URL = "https://mills.example/weir?page=2"

ROOT = Path(__file__).resolve().parents[2]

_count = itertools.count()


def brief(parameter: object) -> str | None:
    """The name of a test's parameter: bytes by their number, for gzip writes the time into them."""
    return f"{len(parameter)} bytes" if isinstance(parameter, bytes) else None


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


def held_of(place: Place, url: str = URL, **changes: object) -> Held:
    """The catalogue's row of a snapshot."""
    held = Held(
        work="doe2019",
        url=url,
        at=AT,
        how=HowHad.FETCHED,
        place=place,
        sha256=place.payload_sha256,
        size=len(PAGE.encode()),
        media_type="text/html",
        charset="utf-8",
        final_url=url,
        title="The mill",
    )
    return replace(held, **changes)  # type: ignore[arg-type]


def judge(name: str) -> str:
    """The path of a program that judges archives (decision 24). Passes the test over where it is not installed."""
    own = ROOT / ".venv" / "judges" / "bin" / name
    program = str(own) if own.is_file() else shutil.which(name)
    if program is None:
        pytest.skip(f"the program {name} is not here; scripts/setup dev installs it")
    return program


def wacz_validate(file: Path) -> str:
    """What the program `wacz validate` says of a file; "" where it succeeds."""
    told = subprocess.run([judge("wacz"), "validate", "-f", str(file)], capture_output=True, text=True, check=False)
    succeeded = told.returncode == 0 and "Validation succeeded" in told.stdout
    return "" if succeeded else told.stdout[-2000:] + told.stderr[-2000:]
