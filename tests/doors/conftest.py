"""A desk to work at, and the command line."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desk import CLEAN, ESSAY, SOURCES, Holdwater, Outcome
from web import PRIVATE, write

from holdwater.doors.cli import run

if TYPE_CHECKING:
    from replica import Replica


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where words are kept: never the user's own folder."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("HOLDWATER_CACHE", str(folder))
    return folder


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: essay.md (one altered word), clean.md (none), and sources/."""
    (tmp_path / "essay.md").write_text(ESSAY, encoding="utf-8")
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    for name, content in SOURCES.items():
        (tmp_path / "sources" / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def empty_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with nothing in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Replica]:
    """A replica of the web, to which the commands that fetch are led."""
    from web import lead_to

    from replica import replica

    with replica() as running:
        lead_to(running, monkeypatch)
        yield running


@pytest.fixture
def holdwater(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Holdwater:
    """Runs a command line in this process; `stdin` is what standard input holds."""

    def invoke(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = run(arguments)
        return Outcome(code, *capsys.readouterr())

    return invoke


@pytest.fixture
def captured_desk(server: Replica, empty_desk: Path, holdwater: Holdwater) -> Path:
    """A desk whose essay cites two pages, and whose draft cites a third; all of them captured."""
    write(server, 'Ann Loe, "The mill", {web}/page/1 (2018).', 'Jane Doe, "The weir", {web}/moved (2018).')
    write(server, 'Jo Poe, "The lock", {web}/page/3 (2018).', name="draft.md")
    for document in ("essay.md", "draft.md"):
        assert holdwater("sources", "fetch", document, *PRIVATE).code == 0
    return empty_desk
