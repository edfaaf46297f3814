"""Rows and digests of a folder of data made here."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from eval import data


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOLDWATER_DATA", str(tmp_path))
    (tmp_path / "court").mkdir()
    return tmp_path / "court"


def write(path: Path, *rows: object) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def test_the_variable_names_the_folder(folder: Path) -> None:
    assert data.root() == folder.parent


def test_without_the_variable_the_data_stands_beside_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOLDWATER_DATA", raising=False)
    assert data.root().parts[-2:] == ("shared", "data")


def test_the_rows_of_every_split_come_in_the_files_order(folder: Path) -> None:
    write(folder / "quotes_b.jsonl.gz", {"id": 3})
    write(folder / "quotes_a.jsonl.gz", {"id": 1}, {"id": 2})
    write(folder / "other.jsonl.gz", {"id": 9})
    assert [row["id"] for row in data.rows("court", "quotes")] == [1, 2, 3]
    assert list(data.rows("court", "none")) == []


def test_the_digest_changes_with_any_files_bytes_or_name(folder: Path) -> None:
    (folder / "a.csv").write_text("one")
    first = data.digest("court/*.csv")
    assert data.digest("court/*.csv") == first
    (folder / "a.csv").write_text("two")
    second = data.digest("court/*.csv")
    (folder / "a.csv").rename(folder / "b.csv")
    assert len({first, second, data.digest("court/*.csv")}) == 3
    assert len(first) == 12
