"""Fetches from the replica as the tests do: quick to give up, free to ask loopback."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from holdwater.sources.fetch.fetcher import fetch_all
from holdwater.sources.fetch.model import Fetched, Wanted
from holdwater.sources.fetch.settings import FetchSettings
from replica import Replica

QUICK = FetchSettings(
    connect=2.0,
    silence=1.5,
    whole=3.0,
    max_bytes=5_000_000,
    host_delay=0.0,
    retries=2,
    back_off=0.01,
    longest_wait=3.0,
    allow_private=True,
)


@dataclass(frozen=True)
class Taken:
    """What came of an address, and the bytes of its bodies, which are gone by now."""

    fetched: Fetched
    bodies: tuple[bytes | None, ...]

    @property
    def statuses(self) -> list[int]:
        return [one.status for one in self.fetched.chain]

    @property
    def body(self) -> bytes:
        return self.bodies[-1] or b""


def nowhere_else(server: Replica) -> dict[str, Any]:
    """How the replica is fetched from: names are loopback, and nothing else can be connected to, allowed or not."""
    return {"resolve": server.resolve, "under": server.loopback()}


def fetch(server: Replica, urls: Iterable[str | Wanted], **changes: Any) -> dict[str, Taken]:
    """What came of each address, under its own writing."""
    found: dict[str, Taken] = {}

    def take(fetched: Fetched) -> None:
        bodies = tuple(one.body.read_bytes() if one.body else None for one in fetched.chain)
        assert fetched.wanted.url not in found
        found[fetched.wanted.url] = Taken(fetched, bodies)

    settings = replace(QUICK, ca_file=server.ca_file, **changes)
    with tempfile.TemporaryDirectory() as folder:
        fetch_all(urls, settings, take, folder=Path(folder), **nowhere_else(server))
        assert list(Path(folder).iterdir()) == []
    return found


def fetch_one(server: Replica, url: str | Wanted, **changes: Any) -> Taken:
    """What came of one address."""
    (taken,) = fetch(server, [url], **changes).values()
    return taken
