"""Files that lists name: found in their folder, by relative path or a manager's absolute one, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from holdwater.sources.attachments import Attachments, is_absolute, is_file, leads_out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "list/a.html",
        "list/sub/b.html",
        "list/sub/twice.html",
        "list/twice.html",
        "beside/c.html",
        "out.html",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "list"


def attachments(folder: Path) -> Attachments:
    return Attachments(folder, lambda: folder.rglob("*.html"))


@pytest.mark.parametrize(
    ("file", "found"),
    [("a.html", "a.html"), ("./sub/../a.html", "a.html"), ("sub/b.html", "sub/b.html"), ("sub%2Fb.html", "sub/b.html"),
     ("/home/jane/b.html", "sub/b.html"), ("C:/Users/jane/b.html", "sub/b.html"), ("c.html", "../beside/c.html")],
)  # fmt: skip
def test_a_file_is_found_by_the_path_that_a_list_gives(folder: Path, file: str, found: str) -> None:
    path, why = attachments(folder).find(file, folder.parent / "beside")
    assert path is not None
    assert path.resolve() == (folder / found).resolve()
    assert why == ""


def test_an_absolute_path_into_the_folder_is_that_file(folder: Path) -> None:
    path, _ = attachments(folder).find(str(folder / "sub" / "twice.html"), folder)
    assert path == folder / "sub" / "twice.html"


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("../out.html", "../out.html leads out of the folder"),
        ("sub/../../out.html", "leads out of the folder"),
        ("%2e%2e/out.html", "there is no file %2e%2e/out.html in"),
        ("%2Fetc%2Fpasswd", "there is no file %2Fetc%2Fpasswd in"),
        ("gone.html", "there is no file gone.html in"),
        ("/home/jane/twice.html", "its file twice.html lies outside"),
        ("/home/jane/gone.html", "its file gone.html lies outside"),
        ("", "there is no file"),
        ("a\0b", "the path of its file is none"),
        ("x" * 4_001, "the path of its file is none"),
        ("x" * 3_000, "there is no file"),
        ("link.html", "link.html is a link that leads out of the folder"),
    ],
)
def test_any_other_is_told_why_it_is_not_taken(folder: Path, file: str, why: str) -> None:
    (folder / "link.html").symlink_to(folder.parent / "out.html")
    path, told = attachments(folder).find(file, folder)
    assert path is None
    assert why in told


def test_an_absolute_path_outside_is_never_taken_though_the_file_is_there(folder: Path) -> None:
    path, told = attachments(folder).find(str(folder.parent / "out.html"), folder)
    assert (path, told) == (None, f"its file out.html lies outside {folder}")


def test_the_folder_is_looked_through_once_and_only_for_absolute_paths(folder: Path) -> None:
    asked: list[int] = []

    def files() -> Iterator[Path]:
        asked.append(1)
        yield folder / "a.html"

    found = Attachments(folder, files)
    found.find("sub/b.html", folder)
    assert asked == []
    for _ in range(3):
        assert found.find("/x/a.html", folder) == (folder / "a.html", "")
    assert asked == [1]


@pytest.mark.parametrize(
    ("path", "absolute", "out"),
    [("a/b", False, False), ("/a", True, False), ("C:/a", True, False), ("//host/a/b", True, False),
     ("..", False, True), ("a/../b", False, False), ("a/../../b", False, True), ("./..", False, True)],
)  # fmt: skip
def test_where_a_path_leads_is_told_from_its_words(path: str, absolute: bool, out: bool) -> None:
    assert (is_absolute(path), leads_out(path)) == (absolute, out)


def test_a_path_that_no_system_has_is_no_file() -> None:
    assert not is_file(Path("a\0b"))
