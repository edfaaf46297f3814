"""What becomes of a catalogue that is missing, foreign, newer, damaged, full, locked, or killed in the middle."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from holdwater.errors import ArchiveError
from holdwater.sources.catalogue import opening, schema
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.project import FOLDER, Layout, project_for, project_of

NOBODY = 65_534


def filled(project: Path) -> Path:
    """The file of a catalogue with thirty works, closed."""
    with open_catalogue(project, create=True) as catalogue:
        for number in range(30):
            catalogue.put_work({"id": f"w{number}", "title": f"Weir {number}", "abstract": "x" * 4_000})
    return Layout(project).catalogue


def refused(project: Path, what: str, **how: bool) -> None:
    """Opening is refused with one line, and the file is left as it was."""
    before = contents(project)
    with pytest.raises(ArchiveError, match=what) as told:
        open_catalogue(project, **how)
    assert "\n" not in str(told.value)
    assert contents(project) == before


def contents(project: Path) -> dict[str, bytes]:
    """The files that hold something of a catalogue: itself, and what is logged; SQLite makes its index anew."""
    files = {path.name: path.read_bytes() for path in (project / FOLDER).iterdir()}
    return {name: data for name, data in files.items() if data and not name.endswith("-shm")}


def test_there_is_none_until_one_is_made(tmp_path: Path) -> None:
    for how in ({}, {"read_only": True}, {"read_only": True, "create": True}):
        with pytest.raises(ArchiveError, match=r"there is no catalogue of sources; .*sources add"):
            open_catalogue(tmp_path, **how)
    assert list(tmp_path.iterdir()) == []
    with open_catalogue(tmp_path, create=True) as catalogue:
        assert catalogue.works() == ()
        assert not catalogue.read_only
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["catalogue.sqlite"]
    open_catalogue(tmp_path).close()


def test_a_place_where_no_folder_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file")
    with pytest.raises(ArchiveError, match="cannot be made"):
        open_catalogue(tmp_path, create=True)


def test_a_newer_catalogue_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    refused(tmp_path, r"written by a newer version .*; update Holdwater", create=True)
    refused(tmp_path, "written by a newer version", read_only=True)


def test_another_programs_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = Layout(tmp_path).catalogue
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    refused(tmp_path, "is not a catalogue of Holdwater's", create=True)


@pytest.mark.parametrize("name", ["trigger", "view"])
def test_a_catalogue_that_would_do_something_of_its_own_is_refused(tmp_path: Path, name: str) -> None:
    path = filled(tmp_path)
    what = {
        "trigger": "CREATE TRIGGER mischief AFTER INSERT ON work BEGIN DELETE FROM tie; END",
        "view": "CREATE VIEW mischief AS SELECT 1",
    }
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(what[name])
    refused(tmp_path, "holds what no catalogue")
    refused(tmp_path, "holds what no catalogue", read_only=True)


def test_text_instead_of_a_catalogue_is_damage(tmp_path: Path) -> None:
    path = Layout(tmp_path).catalogue
    path.parent.mkdir()
    path.write_text("Dear diary, " * 1_000)
    refused(tmp_path, "the catalogue is damaged", create=True)
    refused(tmp_path, "the catalogue is damaged", read_only=True)


@pytest.mark.parametrize("kept", [50, 512, 4_096, 20_000])
def test_a_catalogue_that_is_cut_off_is_refused_and_left_as_it_is(tmp_path: Path, kept: int) -> None:
    path = filled(tmp_path)
    assert path.stat().st_size > 100_000
    with path.open("r+b") as file:
        file.truncate(kept)
    refused(tmp_path, "the catalogue is damaged", create=True)


def test_a_page_written_over_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path)
    data = bytearray(path.read_bytes())
    data[40_960:45_056] = b"\xa5" * 4_096
    path.write_bytes(data)
    refused(tmp_path, "the catalogue is damaged")


def test_a_value_that_was_tampered_with_is_told(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE work SET csl = '[' || csl WHERE id = 'w3'")
        connection.commit()
    with open_catalogue(tmp_path) as catalogue:
        with pytest.raises(ArchiveError, match="the work 'w3' is damaged"):
            catalogue.works()
        assert catalogue.work("w4") is not None


def test_an_older_catalogue_is_brought_up_to_date_with_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    step = ("ALTER TABLE work ADD COLUMN shelf TEXT NOT NULL DEFAULT 'top'", "CREATE TABLE shelf (name TEXT)")
    monkeypatch.setattr(opening, "STEPS", (*schema.STEPS, step))
    with pytest.raises(ArchiveError, match="older version"):
        open_catalogue(tmp_path, read_only=True)
    with open_catalogue(tmp_path) as catalogue:
        assert len(catalogue.works()) == 30
    with closing(sqlite3.connect(Layout(tmp_path).catalogue)) as connection:
        assert connection.execute("SELECT DISTINCT shelf FROM work").fetchall() == [("top",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS) + 1,)
    open_catalogue(tmp_path, read_only=True).close()


def test_a_step_that_fails_leaves_the_older_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    monkeypatch.setattr(opening, "STEPS", (*schema.STEPS, ("CREATE TABLE shelf (name TEXT)", "CREATE TABLE work (a)")))
    with pytest.raises(ArchiveError, match="cannot be used"):
        open_catalogue(tmp_path)
    monkeypatch.undo()
    with open_catalogue(tmp_path) as catalogue:
        assert len(catalogue.works()) == 30


def test_no_room_is_a_clear_error_and_nothing_is_half_written(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_catalogue(tmp_path) as catalogue:
        catalogue._ledger.run("PRAGMA max_page_count = 1")  # SQLite takes the present size: not a page more
        fill = (catalogue.put_work({"id": f"new{number}", "title": "x" * 10_000}) for number in range(1_000))
        with pytest.raises(ArchiveError, match=r"no room left for the catalogue; make room"):
            list(fill)
    with open_catalogue(tmp_path) as catalogue:
        works = catalogue.works()
        assert {work.id for work in works} >= {f"w{number}" for number in range(30)}
        assert all(work.csl["title"] == "x" * 10_000 for work in works[30:])


def test_another_run_that_holds_it_for_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path)
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, open_catalogue(tmp_path) as catalogue:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match=r"another run is writing to the catalogue; wait"):
            catalogue.put_work({"id": "new"})
        assert len(catalogue.works()) == 30
        other.execute("ROLLBACK")
        catalogue.put_work({"id": "new"})


# Two processes, and one that is killed

WRITER = """
import sys
from pathlib import Path
from desk_of_sources import held
from holdwater.sources.catalogue.opening import open_catalogue
name, count = sys.argv[1], int(sys.argv[2])
with open_catalogue(Path.cwd(), create=True) as catalogue:
    print("open", flush=True)
    for number in range(count):
        with catalogue.together():
            work = catalogue.put_work({"id": f"{name}{number}", "title": f"{name} {number}", "abstract": "x" * 2_000})
            shared = {"DOI": "10.1000/shared", "title": "Shared", f"note-{name}": str(number)}
            catalogue.put_work(shared, given_wins=True)
            catalogue.add(held(work.id, f"https://example.org/{name}/{number}", at_byte=number * 100, digest=name))
        print(number, flush=True)
"""


def writer(project: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": f"{Path(__file__).parent}{os.pathsep}{paths}"}
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, name, str(count)], cwd=project, env=environment, stdout=subprocess.PIPE
    )


def test_two_processes_make_and_fill_one_catalogue(tmp_path: Path) -> None:
    with writer(tmp_path, "a", 60) as first, writer(tmp_path, "b", 60) as second:
        first.communicate(timeout=60)
        second.communicate(timeout=60)
    assert (first.returncode, second.returncode) == (0, 0)
    with open_catalogue(tmp_path) as catalogue:
        assert len(catalogue.works()) == 121
        assert len(catalogue.snapshots()) == 120
        (shared,) = catalogue.find(["doi:10.1000/shared"])
        assert (shared.csl["note-a"], shared.csl["note-b"]) == ("59", "59")


def test_what_a_killed_run_had_kept_is_there_and_nothing_by_halves(tmp_path: Path) -> None:
    kept = 0
    for lines in (0, 1, 3, 6, 10, 20):  # told by how far it has come, however busy the computer is
        project = tmp_path / str(lines)
        project.mkdir()
        with writer(project, "a", 10_000) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == b"open\n"
            said = [running.stdout.readline() for _ in range(lines)]
            running.send_signal(signal.SIGKILL)
            said += running.stdout.read().split()
        assert running.returncode == -signal.SIGKILL
        with open_catalogue(project) as catalogue:
            works, snapshots = catalogue.works(), catalogue.snapshots()
            assert len(snapshots) >= len(said)
            assert len([work for work in works if work.id.startswith("a")]) == len(snapshots)
            assert {one.work for one in snapshots} == {f"a{number}" for number in range(len(snapshots))}
            kept += len(snapshots)
    assert kept >= 40


def test_a_killed_runs_log_is_read_without_being_written(tmp_path: Path) -> None:
    with writer(tmp_path, "a", 10_000) as running:
        assert running.stdout is not None
        for _ in range(10):
            running.stdout.readline()
        running.send_signal(signal.SIGKILL)
    with open_catalogue(tmp_path, read_only=True) as catalogue:
        assert len(catalogue.snapshots()) >= 9
        assert not catalogue.tries()


# Folders that may not be written


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """A project in a folder that may be read by everybody, to be shut with `chmod`."""
    project = Path(tempfile.mkdtemp(prefix="holdwater-shut-"))
    project.chmod(0o755)
    yield project
    for path in (project, *project.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    shutil.rmtree(project)


READER = """
import os, sys
from pathlib import Path
import holdwater.sources.catalogue.opening as opening
from holdwater.errors import ArchiveError
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
project = Path(sys.argv[1])
assert not os.access(project / ".holdwater", os.W_OK)
try:
    with opening.open_catalogue(project, read_only=sys.argv[2] == "read") as catalogue:
        print(len(catalogue.works()))
except ArchiveError as error:
    print(error)
"""


def read_by_nobody(project: Path, how: str) -> str:
    """What a process says that may not write there: this user with the folder shut, or nobody where we are root."""
    (project / FOLDER).chmod(0o555)
    for file in (project / FOLDER).iterdir():
        file.chmod(0o444)
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "-c", READER, str(project), how],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_a_folder_that_may_not_be_written_is_read(shut: Path) -> None:
    filled(shut)
    assert read_by_nobody(shut, "read") == "30\n"
    assert "cannot be opened for writing" in read_by_nobody(shut, "write")


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_a_log_that_nobody_can_read_there_is_told(shut: Path) -> None:
    path = filled(shut)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"left over")
    assert "was not closed by the run that wrote it" in read_by_nobody(shut, "read")


# Where a project is


def test_a_project_is_found_upward(tmp_path: Path) -> None:
    deep = tmp_path / "book" / "chapters" / "one"
    deep.mkdir(parents=True)
    assert project_of(deep) is None
    assert project_for(deep) == deep
    (tmp_path / "book" / "holdwater.toml").write_text("")
    assert project_for(deep) == tmp_path / "book"
    (tmp_path / FOLDER / "tables").mkdir(parents=True)
    assert project_for(deep) == tmp_path
    assert project_of(deep) is None
    filled(tmp_path)
    assert project_for(deep) == project_of(deep) == tmp_path
    filled(tmp_path / "book")
    assert project_for(deep) == project_of(deep) == tmp_path / "book"


def test_documents_are_called_by_their_path_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert Layout(Path()).name_of(Path("essay.md")) == "essay.md"
    assert Layout(tmp_path).name_of(tmp_path / "a" / "b.md") == "a/b.md"
    assert Layout(tmp_path / "link").name_of(tmp_path / "real" / "b.md") == "b.md"
    assert Layout(tmp_path / "real").name_of(Path("b.md")) == (tmp_path / "b.md").as_posix()
