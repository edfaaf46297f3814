"""Waiting for the disk may be left for several groups together; nothing else changes by that."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from archive_factory import exchange, warcio_check

from holdwater.errors import ArchiveError
from holdwater.sources.archive.groups import read_group
from holdwater.sources.archive.writer import ArchiveWriter


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The descriptors of regular files that were waited for."""
    seen: list[int] = []
    true = os.fsync

    def note(descriptor: int) -> None:
        seen.append(descriptor)
        true(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    return seen


def test_groups_that_are_settled_together_are_waited_for_once(tmp_path: Path, synced: list[int]) -> None:
    with ArchiveWriter(tmp_path / "archive") as writer:
        writer.write(exchange(tmp_path))
        before = len(synced)
        places = [writer.write(exchange(tmp_path), settle=False) for _ in range(5)]
        assert len(synced) == before
        writer.settle()
        assert len(synced) == before + 1
    for place in places:
        assert read_group(tmp_path / "archive", place).place == place
    (file,) = (tmp_path / "archive").iterdir()
    assert warcio_check(file) == ""


def test_a_disk_that_fails_when_it_is_waited_for_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with ArchiveWriter(tmp_path / "archive") as writer:
        writer.write(exchange(tmp_path), settle=False)
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", fail)
            with pytest.raises(ArchiveError, match="Input/output error"):
                writer.settle()


def test_nothing_is_to_be_settled_where_nothing_was_written(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "archive") as writer:
        writer.settle()
    assert not (tmp_path / "archive").exists()
