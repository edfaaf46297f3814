"""What the commands share of the terminal: complaints, colour, width, progress."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.status import Status

PIPE_WIDTH = 100
"""Columns of a report that does not go to a terminal, so that it reads the same everywhere."""

PATIENCE = 1.0
"""Seconds of work before progress is shown."""

_F = TypeVar("_F", bound=Callable[..., Any])


def prepare() -> None:
    """Let the standard streams take every character, whatever the terminal's encoding: unknown ones are escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def hush() -> None:
    """Let nothing more be said on standard output, whose reader is gone; the interpreter would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Write to standard output, with a line end at the end."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def note(text: str) -> None:
    """Write to standard error what is no part of the answer, with a line end at the end."""
    sys.stderr.write(text if text.endswith("\n") else f"{text}\n")
    sys.stderr.flush()


def complain(line: str) -> None:
    """Say on standard error, on one line, why something could not be done. Control characters are dropped."""
    shown = "".join(character for character in " ".join(line.split()) if character.isprintable())
    sys.stderr.write(f"holdwater: {shown}\n")
    sys.stderr.flush()


def has_colour(choice: str) -> bool:
    """Whether standard output gets colour: `choice` is auto, always or never; auto honours NO_COLOR and TERM=dumb."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of standard output: the terminal's, or a fixed number for a pipe or a file."""
    if not sys.stdout.isatty():
        return PIPE_WIDTH
    import shutil

    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns


def with_debug(command: _F) -> _F:
    """Give a command the option --debug."""

    def note(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and isinstance(ctx.obj, dict):
            ctx.obj["debug"] = True

    return click.option(
        "--debug", is_flag=True, expose_value=False, callback=note, help="Show the Python traceback of an error."
    )(command)


PROJECT = click.option(
    "--project", metavar="DIR", help="The project's folder [the one that the working folder lies in]."
)
"""The option of the commands that are about a project and no document."""


class Progress:
    """One line on standard error that says what a long run is doing; silent where standard error is no terminal."""

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted and sys.stderr.isatty()
        self._lock = Lock()
        self._status: Status | None = None
        self._doing = ""

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """Show `what` for as long as the block runs, once it has run for a second."""
        if not self._wanted:
            yield
            return
        self._doing = what
        timer = Timer(PATIENCE, self._show)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self._hide()

    def step(self, done: int, total: int) -> None:
        """Say how far the work under way has come."""
        with self._lock:
            if self._status is not None:
                self._status.update(f"{self._doing}: {done:,} of {total:,}")

    def _show(self) -> None:
        from rich.console import Console

        with self._lock:
            if self._doing:
                self._status = Console(stderr=True).status(self._doing)
                self._status.start()

    def _hide(self) -> None:
        with self._lock:
            self._doing = ""
            if self._status is not None:
                self._status.stop()
                self._status = None
