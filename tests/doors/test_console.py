"""What the commands share of the terminal."""

from __future__ import annotations

import sys
import time

import pytest

from holdwater.doors import console
from holdwater.doors.console import PIPE_WIDTH, Progress, complain, has_colour, say, width


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The captured standard output and error say that they are terminals."""
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("two\nlines\r\nand a\ttab", "two lines and a tab"),
        ("a\x1b[31mred\x1b[0m name", "a[31mred[0m name"),
        ("a bell\x07, a right-to-left override\u202e", "a bell, a right-to-left override"),
        ("“Ünïcode” stays", "“Ünïcode” stays"),
    ],
)
def test_a_complaint_is_one_line_without_control_characters(
    capsys: pytest.CaptureFixture[str], line: str, shown: str
) -> None:
    complain(line)
    assert capsys.readouterr() == ("", f"holdwater: {shown}\n")


def test_what_is_said_ends_its_line_once(capsys: pytest.CaptureFixture[str]) -> None:
    say("one")
    say("two\n")
    assert capsys.readouterr().out == "one\ntwo\n"


@pytest.mark.usefixtures("terminal")
class TestInATerminal:
    """What depends on standing in a terminal."""

    def test_colour_is_on_unless_the_user_or_the_terminal_says_no(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert has_colour("auto")
        monkeypatch.setenv("NO_COLOR", "1")
        assert not has_colour("auto")
        assert has_colour("always")
        monkeypatch.delenv("NO_COLOR")
        monkeypatch.setenv("TERM", "dumb")
        assert not has_colour("auto")

    def test_never_means_never(self) -> None:
        assert not has_colour("never")

    def test_the_width_is_the_terminals(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "77")
        assert width() == 77

    def test_work_of_less_than_a_second_shows_no_progress(self, capsys: pytest.CaptureFixture[str]) -> None:
        with Progress(wanted=True).doing("reading"):
            pass
        assert capsys.readouterr().err == ""

    def test_longer_work_does_and_cleans_up_behind_itself(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(console, "PATIENCE", 0.0)
        progress = Progress(wanted=True)
        shown = ""
        with progress.doing("opening the sources"):
            for _ in range(200):  # a busy machine may take its time to draw
                progress.step(3, 1783)
                time.sleep(0.05)
                shown += capsys.readouterr().err
                if "opening the sources: 3 of 1,783" in shown:
                    break
        assert "opening the sources: 3 of 1,783" in shown
        assert progress._status is None

    def test_unwanted_progress_is_not_shown(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(console, "PATIENCE", 0.0)
        with Progress(wanted=False).doing("reading"):
            time.sleep(0.1)
        assert capsys.readouterr().err == ""


def test_a_pipe_has_a_fixed_width_and_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert (width(), has_colour("auto")) == (PIPE_WIDTH, False)
