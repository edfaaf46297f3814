"""Where reports go: which renderer writes which, and files that are whole or not there."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from holdwater.doors.console import PIPE_WIDTH
from holdwater.errors import ConfigError, RenderError
from holdwater.findings.report import Report

Renderer = Callable[..., str]

ENDINGS = {"md": "markdown", "txt": "full"}
"""Endings of file names that are not themselves the name of a renderer."""

ONE_DOCUMENT = frozenset({"json", "html", "sarif"})
"""Formats of which one file holds one document."""


@dataclass(frozen=True)
class Target:
    """A file to write: its path, in which {name} and {stem} stand for the document's, and its renderer's name."""

    pattern: str
    format: str

    def path(self, document: str) -> Path:
        """The file for one document, named as it was given."""
        given = Path("stdin" if document == "-" else document)
        return Path(self.pattern.replace("{stem}", given.stem).replace("{name}", given.name))


@cache
def renderers() -> Mapping[str, Renderer]:
    """All renderers by name: the built-in ones and those of plug-ins (entry point `holdwater.renderers`)."""
    from importlib.metadata import entry_points

    return {entry.name: _Late(entry.load) for entry in sorted(entry_points(group="holdwater.renderers"))}


class _Late:
    """A renderer that is imported when it is first called, and is given the options that it takes."""

    def __init__(self, load: Callable[[], Renderer]) -> None:
        self._load = load

    def __call__(self, report: Report, **options: object) -> str:
        function = self._load()
        takes = inspect.signature(function).parameters
        return function(report, **{name: value for name, value in options.items() if name in takes})


def renderer(name: str, option: str = "--output-format") -> Renderer:
    """The renderer with this name. Raises ConfigError listing the names there are."""
    if name in renderers():
        return renderers()[name]
    raise ConfigError(f"{option}: no report format is called {name!r}", mend=f"there are {', '.join(renderers())}")


def targets(files: Sequence[str], documents: Sequence[str], kept: Iterable[Path]) -> tuple[Target, ...]:
    """The files to write, each with the format its ending names.

    Raises ConfigError or RenderError before any work is done: an ending that no renderer has, a folder that does not
    exist, two reports in one file, or a file that would overwrite what is read (`kept`: files, or folders of them).
    """
    planned = tuple(Target(file, _format_of(file)) for file in files)
    paths = [target.path(document) for target in planned for document in documents]
    held = [path.resolve() for path in kept]
    for path in paths:
        _refuse_place(path, held)
    twice = next((path for index, path in enumerate(paths) if path in paths[:index]), None)
    if twice is not None:
        mend = "put {stem} in the name: -o '{stem}.html'"
        raise ConfigError("one file cannot hold two reports", where=f"-o {twice}", mend=mend)
    return planned


def _format_of(file: str) -> str:
    ending = Path(file).suffix.lstrip(".").lower()
    name = ENDINGS.get(ending, ending)
    if name in renderers():
        return name
    known = sorted({*renderers(), *ENDINGS} - {*ENDINGS.values(), "concise", "github"})
    mend = f"it may be {', '.join(f'.{one}' for one in known)}"
    raise ConfigError("the file's ending names no report format", where=f"-o {file}", mend=mend)


def _refuse_place(path: Path, held: Sequence[Path]) -> None:
    if path.is_dir():
        raise RenderError("this is a folder", where=f"-o {path}", mend="name a file in it")
    if not path.parent.is_dir():
        raise RenderError(f"there is no folder {path.parent}", where=f"-o {path}", mend="make it first")
    where = path.resolve()
    if any(where == one or where.is_relative_to(one) for one in held):
        raise RenderError("that would write over what is being read", where=f"-o {path}", mend="choose another place")


def write_all(targets: Sequence[Target], report: Report, document: str) -> None:
    """Write one document's reports: all of them, each whole, or none.

    Raises RenderError; what was written before is taken away again, and a file that stood there stands unharmed.
    """
    contents = {
        target.path(document): renderer(target.format)(report, width=PIPE_WIDTH, colour=False) for target in targets
    }
    parts = {path.resolve(): path.resolve().with_name(f".{path.name}.{os.getpid()}.part") for path in contents}
    try:
        for part, content in zip(parts.values(), contents.values(), strict=True):
            part.write_text(content, encoding="utf-8", errors="backslashreplace", newline="\n")
        for path, part in parts.items():
            part.replace(path)
    except OSError as error:
        where = f"-o {error.filename2 or error.filename or next(iter(contents))}"
        raise RenderError(error.strerror or "cannot be written", where=where, mend="choose another place") from error
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink()
