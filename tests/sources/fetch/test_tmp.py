"""Bodies on their way in lie in a folder of the run's own, which nobody else takes away, and which ends with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from holdwater.errors import FetchError
from holdwater.sources.fetch.tmp import own_folder


def test_the_folder_is_gone_when_the_run_is(tmp_path: Path) -> None:
    tmp = tmp_path / "project" / "tmp"
    with own_folder(tmp) as folder:
        (folder / "body").write_bytes(b"x")
        assert folder.parent == tmp
    assert list(tmp.iterdir()) == []


def test_it_is_gone_too_where_the_run_fails(tmp_path: Path) -> None:
    def fail() -> None:
        with own_folder(tmp_path) as folder:
            (folder / "body").write_bytes(b"x")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_two_runs_leave_each_other_s_bodies_alone(tmp_path: Path) -> None:
    with own_folder(tmp_path) as one:
        (one / "body").write_bytes(b"one")
        with own_folder(tmp_path) as two:
            assert one != two
            assert (one / "body").read_bytes() == b"one"
        assert (one / "body").exists()


@pytest.mark.skipif(os.name != "posix", reason="there is no kill -9 elsewhere")
def test_what_a_killed_run_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    code = (
        "import sys, time, pathlib\nfrom holdwater.sources.fetch.tmp import own_folder\n"
        f"with own_folder(pathlib.Path({str(tmp_path)!r})) as folder:\n"
        "    (folder / 'body').write_bytes(b'x'); print('ready', flush=True); time.sleep(60)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert run.stdout is not None
    assert run.stdout.readline() == b"ready\n"
    with own_folder(tmp_path):
        assert len(list(tmp_path.glob("run-*/body"))) == 1  # it lives
    run.send_signal(signal.SIGKILL)
    run.communicate()
    with own_folder(tmp_path) as folder:
        assert [path for path in tmp_path.iterdir() if path.is_dir()] == [folder]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "tmp").write_text("a file")
    with pytest.raises(FetchError, match="cannot be written"), own_folder(tmp_path / "tmp"):
        pass
