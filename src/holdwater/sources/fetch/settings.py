"""How addresses are asked for: how long, how much, how many at once, and under what name."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

AGENT = "Holdwater"
"""The name that robots.txt may call us by."""


@dataclass(frozen=True)
class FetchSettings:
    """What bounds a run of fetching. Times are in seconds, sizes in bytes as they go over the wire.

    `silence` is how long a server may send nothing, `whole` how long one answer may take in all. An answer of more than
    `max_bytes` is not had: it is refused where its length is said beforehand, and cut off there where it is not.
    `concurrency` counts requests under way; `per_host` those to one host, which begin `host_delay` apart at least.
    `retries` is how often a request is made again that found no answer, or a server that was busy; the waits between
    begin with `back_off`, double, and are what the server says (Retry-After) if that is longer; a wait of more than
    `longest_wait` is not waited for. `allow_private` opens one's own network (see addresses). `ca_file` is an authority
    of certificates that is trusted beside the usual ones.
    """

    connect: float = 15.0
    silence: float = 30.0
    whole: float = 180.0
    max_bytes: int = 100_000_000
    concurrency: int = 32
    per_host: int = 2
    host_delay: float = 0.1
    retries: int = 2
    back_off: float = 1.0
    longest_wait: float = 60.0
    max_redirects: int = 20
    contact: str = ""
    allow_private: bool = False
    ca_file: Path | None = None

    @property
    def user_agent(self) -> str:
        """The name that servers are told (RFC 9110, section 10.1.5), with the way to reach whoever asks, if given."""
        contact = "".join(sign for sign in self.contact if sign.isascii() and sign.isprintable() and sign not in "()\\")
        about = f"citation checker; {contact}" if contact else "citation checker"
        return f"{AGENT}/{version('holdwater')} ({about})"
