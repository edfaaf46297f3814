"""What the replica has been told to answer, and what it has been asked."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Recorded:
    """An answer as a service documents it: for which host and path (with its query, or without for any), and what."""

    host: str
    path: str
    body: bytes
    media_type: str = "application/json"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """One request that came in."""

    method: str
    host: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]
    http_version: str

    def header(self, name: str) -> str:
        """The value of a header, "" if there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass
class Ledger:
    """All that came in, from every thread of the server."""

    seen: list[Seen] = field(default_factory=list)
    times: Counter[str] = field(default_factory=Counter)
    at_once: Counter[str] = field(default_factory=Counter)
    busiest: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, seen: Seen) -> None:
        with self._lock:
            self.seen.append(seen)
            self.at_once[seen.host] += 1
            self.at_once[""] += 1
            for host in (seen.host, ""):
                self.busiest[host] = max(self.busiest[host], self.at_once[host])

    def end(self, seen: Seen) -> None:
        with self._lock:
            self.at_once[seen.host] -= 1
            self.at_once[""] -= 1

    def nth(self, key: str) -> int:
        """How often this was asked for, this time included."""
        with self._lock:
            self.times[key] += 1
            return self.times[key]
