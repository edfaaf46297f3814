"""Without --fetch no socket is opened, and a run from the archive says what the run that fetched has said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from desk import Holdwater
from web import write

from replica import Recorded, Replica

FORBIDDING = """
import sys

def forbid(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname":  # the name of this computer, asked of nobody
        raise AssertionError(f"{event}{arguments}: a socket was opened")

sys.addaudithook(forbid)
"""
"""Put before everything else that a process imports (see site's documentation on sitecustomize)."""

PAGE = (
    "<!doctype html><title>Ferries of the North</title><h1>Ferries of the North</h1><p>The town had one ferry. In 1901 "
    "the ferry carried 2,500 passengers across the river. It was sold later.</p>"
)


@pytest.fixture
def desk(server: Replica, empty_desk: Path) -> Path:
    """A desk with an essay: a page quoted wrongly, one that is gone, of which there is a copy, a gate, and a book."""
    server.record(Recorded("ferry.example.org", "/a", PAGE.encode(), "text/html; charset=utf-8"))
    write(
        server,
        f'Mary Doe, "Ferries of the North", {server.url("/a", host="ferry.example.org")} (2019).',
        'Jo Poe, "The lock", http://mill.example.org/status/404 (accessed 3 June 2018).',
        'Al Coe, "The gate", {web}/challenge?never (2019).',
        "Di Roe, *A history of mills* (Invented Press 2015).",
    )
    essay = empty_desk / "essay.md"
    quoting = "Doe writes: “In 1901 the ferry carried 3,500 passengers across the river.”[^1]"
    essay.write_text(essay.read_text().replace("The mill stood by the weir in the year 1902.[^1]", quoting))
    return empty_desk


@pytest.fixture
def closed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which whatever touches a socket fails."""
    folder = tmp_path_factory.mktemp("closed")
    (folder / "sitecustomize.py").write_text(FORBIDDING)
    paths = [str(folder), *(path for path in sys.path if path)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def alone(closed: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command line in such a process."""
    command = [sys.executable, "-m", "holdwater", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=closed)


def test_the_ban_on_sockets_holds(closed: dict[str, str]) -> None:
    for opening in ("socket.socket()", "socket.getaddrinfo('localhost', 80)", "socket.create_server(('127.0.0.1', 0))"):
        done = subprocess.run(
            [sys.executable, "-c", f"import socket; {opening}"], capture_output=True, text=True, check=False, env=closed
        )
        assert "a socket was opened" in done.stderr


def test_a_check_fetches_first_where_it_is_told_to(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    before = holdwater("check", "essay.md", "--output-format", "concise")
    assert "QUO102" not in before.out
    assert server.seen == []
    done = holdwater("check", "essay.md", "--fetch", "--allow-private", "--output-format", "concise", "--no-progress")
    assert done.code == 1
    assert "QUO102 a number changed: quotes “3,500” where the source has “2,500”" in done.out
    assert "SRC103" in done.out
    assert done.err == ("holdwater: essay.md: 1 of 3 addresses was not had; `holdwater sources fetch` says why\n")


def test_a_run_from_the_archive_says_what_the_run_that_fetched_said(
    server: Replica, desk: Path, holdwater: Holdwater, closed: dict[str, str]
) -> None:
    fetched = holdwater("check", "essay.md", "--fetch", "--allow-private", "--output-format", "json", "--no-cache")
    asked = len(server.seen)
    later = alone(closed, "check", "essay.md", "--offline", "--output-format", "json", "--no-cache")
    assert (later.returncode, later.stderr) == (fetched.code, "")
    assert json.loads(later.stdout)["findings"] == json.loads(fetched.out)["findings"]
    assert len(json.loads(later.stdout)["findings"]) >= 2
    assert json.loads(later.stdout) == json.loads(fetched.out)
    assert len(server.seen) == asked


def test_no_command_that_is_told_to_stay_offline_opens_a_socket(
    server: Replica, desk: Path, holdwater: Holdwater, closed: dict[str, str]
) -> None:
    holdwater("sources", "fetch", "essay.md", "--allow-private", "--no-progress")
    lines = [
        ("check", "essay.md"),
        ("check", "essay.md", "--offline"),
        ("locate", "the ferry carried", "--sources", "."),
        ("sources", "fetch", "essay.md", "--offline"),
        ("sources", "fetch", "--all", "--again", "--offline"),
        ("sources", "watch", "--offline"),
        ("sources", "pack", "-o", "case.wacz", "--offline"),
        ("sources", "add", "case.wacz"),
        ("sources", "list"),
        ("sources", "verify"),
    ]
    for line in lines:
        done = alone(closed, *line)
        assert "socket" not in done.stderr, (line, done.stderr)
        assert done.returncode in (0, 1), (line, done.stderr)


def test_fetching_and_staying_offline_exclude_each_other(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("check", "essay.md", "--fetch", "--offline")
    assert (done.code, done.out) == (2, "")
    assert done.err == "holdwater: --fetch asks the network, and --offline asks nobody; give one of them\n"
    piped = holdwater("check", "-", "--fetch", stdin=b"Words.")
    assert piped.err == "holdwater: what standard input cites has no project to be fetched into; save it as a file\n"


def test_a_document_that_cannot_be_read_is_told_once(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    (desk / "broken.docx").write_bytes(b"PK\x03\x04broken")
    for name in ("absent.md", "broken.docx"):
        done = holdwater("check", name, "--fetch", "--allow-private")
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert done.err.startswith(f"holdwater: {name}")
    assert server.seen == []


def test_a_check_without_fetching_loads_nothing_that_could_fetch(desk: Path, closed: dict[str, str]) -> None:
    program = """
import sys
from holdwater.doors.cli import run
run(["check", "essay.md", "-q"])
print([name for name in ("httpx", "asyncio", "warcio", "ssl") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=closed)
    assert (done.stdout, done.stderr) == ("[]\n", "")
