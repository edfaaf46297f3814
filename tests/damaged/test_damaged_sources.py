"""Folders and lists of sources that are broken, hostile or huge: a clear error or an unreadable source, at once."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import time
from pathlib import Path

import pytest

from holdwater.errors import CatalogueError, UnreadableError
from holdwater.sources import folder as folder_module
from holdwater.sources.lists import read_catalogue
from holdwater.sources.shelf import open_shelf


@pytest.fixture(autouse=True)
def _quick() -> object:
    start = time.process_time()
    yield
    assert time.process_time() - start < 5, "took too long"


def test_brackets_a_hundred_thousand_deep_are_one_line(tmp_path: Path) -> None:
    for text in ("[" * 100_000, '{"items":' * 100_000, '[{"id":"a","x":' + "[" * 100_000 + "]" * 100_000 + "}]"):
        (tmp_path / "sources.json").write_text(text)
        with pytest.raises(CatalogueError, match="nested too deep to be a list of sources"):
            open_shelf(tmp_path)


def test_a_moderate_depth_that_the_decoder_allows_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "sources.json").write_text('[{"id":"a","x":' + "[" * 200 + "]" * 200 + "}]")
    with pytest.raises(CatalogueError, match="item 1: nested too deep to be CSL-JSON"):
        open_shelf(tmp_path)


def test_ten_megabytes_of_list_are_read_in_seconds(tmp_path: Path) -> None:
    items = [{"id": f"k{n}", "title": "word " * 20, "author": [{"family": "Doe"}]} for n in range(60_000)]
    path = tmp_path / "sources.json"
    path.write_text(json.dumps(items))
    assert path.stat().st_size > 9_000_000
    assert len(read_catalogue(path)) == 60_000


@pytest.mark.parametrize(
    "text", ["{" * 500_000, "@a{" * 50_000, "@a{b,c=" + "{" * 500_000, "@" * 500_000, '@a{b,c="' + "x" * 900_000]
)
def test_a_hostile_bib_ends_soon(tmp_path: Path, text: str) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(f"@book{{doe, title={{Weirs}}}}\n{text}")
    with contextlib.suppress(CatalogueError):
        assert read_catalogue(path)[0].id == "doe"


def test_a_long_field_of_accents_and_commands_is_resolved_soon(tmp_path: Path) -> None:
    field = r"\'{e}" * 50_000 + "\\" * 50_000 + r"\a" * 50_000 + "\\v" + " " * 100_000
    (tmp_path / "refs.bib").write_text(f"@book{{a, title={{{field}}}, author={{{'x and ' * 50_000}}}}}")
    assert len(open_shelf(tmp_path).sources) == 1


def test_a_folder_that_is_none_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="there is no such folder of sources; check its path"):
        open_shelf(tmp_path / "none")
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(CatalogueError, match="is a file, not a folder of sources; name its folder"):
        open_shelf(tmp_path / "file.txt")


def test_a_folder_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "MAX_FILES", 3)
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(name)
    with pytest.raises(CatalogueError, match="more than 3 files; name a smaller folder of sources"):
        open_shelf(tmp_path)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "self.txt").symlink_to(inside / "self.txt")
    (inside / "own.txt").write_text("own")
    (inside / "alias.txt").symlink_to(inside / "own.txt")
    (inside / "sources.json").write_text('[{"id": "x", "file": "folder/secret.txt"}, {"id": "y", "file": "link.txt"}]')
    shelf = open_shelf(inside)
    assert sorted(shelf.sources) == ["alias", "own", "x", "y"]
    assert shelf.skipped["folder"] == "a link that leads out of the folder"
    for source_id in ("x", "y"):
        assert "leads out of the folder" in shelf.unreadable[source_id]
        with pytest.raises(UnreadableError):
            shelf.document(source_id)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_unreadable(tmp_path: Path) -> None:
    for name in ("doe.txt", "sources.json"):
        (tmp_path / name).write_text("[]")
        (tmp_path / name).chmod(0)
    with pytest.raises(CatalogueError, match="cannot be opened"):
        open_shelf(tmp_path)
    (tmp_path / "sources.json").unlink()
    shelf = open_shelf(tmp_path)
    with pytest.raises(UnreadableError):
        shelf.document("doe")
    (tmp_path / "doe.txt").chmod(0o600)


def test_a_file_that_goes_after_the_folder_was_opened_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "doe-1.txt").write_text("Some words.")
    shelf = open_shelf(tmp_path)
    (tmp_path / "doe-1.txt").unlink()
    with pytest.raises(UnreadableError):
        shelf.document("doe-1")
    assert "doe-1" in shelf.unreadable


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 20),
        ("a.txt", b"\x00" * 5_000),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 400),
        ("a.txt.gz", gzip.compress(b"words " * 1_000, mtime=0)[:-12]),
        ("a.txt.gz", b"\x1f\x8b" + b"\xff" * 100),
    ],
)  # fmt: skip
def test_a_file_without_text_is_a_source_that_says_why_it_is_unreadable(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    shelf = open_shelf(tmp_path)
    (source_id,) = shelf.sources
    for _ in range(2):
        with pytest.raises(UnreadableError):
            shelf.document(source_id)
    assert shelf.unreadable[source_id]
    assert shelf.snapshots == {}
    assert list(shelf.readable_ids()) == []


def test_a_gzip_bomb_is_not_inflated(tmp_path: Path) -> None:
    packed = gzip.compress(b"\x20" * 2**20, 9)
    (tmp_path / "bomb-of-1.txt.gz").write_bytes(packed * 400)
    shelf = open_shelf(tmp_path)
    with pytest.raises(UnreadableError):
        shelf.document("bomb-of-1")


def test_names_that_are_no_unicode_or_hold_controls_are_shown_safely(tmp_path: Path) -> None:
    for name in (b"bad\xff.txt", b"esc\x1b[31m.txt", b"new\nline.txt"):
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_text("Some words of a text.")
    shelf = open_shelf(tmp_path)
    assert len(shelf.sources) == 3
    for source_id, source in shelf.sources.items():
        assert source_id.isprintable()
        assert source.file.isprintable()
        shelf.document(source_id)
        assert shelf.snapshots[source_id].path.isprintable()
