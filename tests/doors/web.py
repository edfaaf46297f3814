"""The replica as these tests' web: every name is loopback, and nothing else can be connected to."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdwater.sources.fetch.obtaining import Way
from replica import Replica

PRIVATE = ("--allow-private", "--no-progress")


def lead_to(server: Replica, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the commands reach the replica, the web archives' and services' names among them, and nothing else."""
    monkeypatch.setenv("SSL_CERT_FILE", str(server.ca_file))
    monkeypatch.setattr("holdwater.doors.fetching.way_out", lambda: Way(server.resolve, server.backend()))


def essay(server: Replica, *notes: str) -> str:
    """An essay with a note for each of these, in which {web} is the replica's address."""
    web = server.url("").removesuffix("/")
    marks = "\n\n".join(f"The mill stood by the weir in the year {1901 + number}.[^{number}]"
                        for number in range(1, len(notes) + 1))  # fmt: skip
    listed = "\n".join(f"[^{number}]: {note.replace('{web}', web)}" for number, note in enumerate(notes, 1))
    return f"# The mill\n\n{marks}\n\n{listed}\n"


def write(server: Replica, *notes: str, name: str = "essay.md") -> None:
    """Put such an essay on the desk."""
    Path(name).write_text(essay(server, *notes), encoding="utf-8")
