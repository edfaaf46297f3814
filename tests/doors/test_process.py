"""The command as a process: its start, its signals, its pipes, a real terminal's absence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "from holdwater.doors.cli import main; main()"]


def process(*arguments: str, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, cwd=folder, env={**os.environ, **environment}, check=False
    )


def processor_seconds(*arguments: str) -> float:
    """What a run costs; unlike the clock's time, it does not depend on what else the machine does."""
    before = os.times()
    assert process(*arguments).returncode == 0
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def test_help_starts_in_under_three_tenths_of_a_second() -> None:
    assert any(processor_seconds("--help") < 0.3 for _ in range(3))


def test_help_imports_nothing_heavy() -> None:
    heavy = ["bibtexparser", "holdwater.check", "holdwater.read", "markdown_it", "msgspec", "rich", "selectolax"]
    program = (
        "import sys; from holdwater.doors.cli import run; run(['--help']); run(['check', '--help']);"
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_a_run_tells_its_exit_code_to_the_shell(desk: Path) -> None:
    assert process("check", "clean.md", "--sources", "sources", folder=desk).returncode == 0
    assert process("check", "essay.md", "--sources", "sources", folder=desk).returncode == 1
    assert process("check", "absent.md", folder=desk).returncode == 2


def test_a_reader_that_goes_away_is_no_error(desk: Path) -> None:
    command = [*PROGRAM, "explain", "--all"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=desk) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_an_interrupt_ends_quietly_with_130(desk: Path) -> None:
    command = [*PROGRAM, "check", "-", "-o", "out.json"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    # Started in the background, a shell has its children ignore interrupts; this one is to hear them all the same.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, cwd=desk, preexec_fn=heed, **pipes) as running:  # type: ignore[call-overload]
        assert running.stdin is not None
        running.stdin.write(
            b"Words. " * 100_000
        )  # more than a pipe holds: the program is reading its standard input by now
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"")
    assert not (desk / "out.json").exists()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_narrow_terminal_encoding_is_no_error(desk: Path, encoding: str) -> None:
    done = process("check", "essay.md", "--sources", "sources", folder=desk, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (1, b"")


def test_nothing_is_shown_of_progress_where_there_is_no_terminal(desk: Path) -> None:
    assert process("check", "essay.md", "--sources", "sources", folder=desk).stderr == b""
