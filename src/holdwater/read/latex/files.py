"""The files that a LaTeX document is made of: the document itself and those beside it that it puts in."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import NamedTuple

from holdwater.document import FilePart
from holdwater.read.latex.tex import unified

Beside = Callable[[str], str | None]

MAX_FILES = 2000
MAX_CHARACTERS = 200_000_000


class Opened(NamedTuple):
    """A file's text, its path from the document's folder, and where it begins in all of the document's files."""

    text: str
    path: str
    place: int


class Files:
    """The document's files, one after the other, as they are asked for; nothing outside its folder is."""

    def __init__(self, raw: str, name: str, beside: Beside | None) -> None:
        self._name = name
        self._beside = beside
        self._contents = [raw]
        self._length = len(raw)
        self._opened: dict[str, Opened | None] = {}
        self._looked = 0
        self.parts = [FilePart("", 0)]
        self.unread: dict[str, None] = {}

    @property
    def raw(self) -> str:
        """The contents of all files, in the order of `parts`."""
        return "".join(self._contents)

    @property
    def characters(self) -> int:
        return self._length

    @property
    def stem(self) -> str:
        """The document's name without its suffix, as LaTeX calls its other files."""
        return PurePosixPath(self._name.replace("\\", "/")).stem

    def note(self, what: str) -> None:
        """Say, once, what of the document could not be read."""
        if len(self.unread) < 200:
            self.unread.setdefault(what)

    def open(self, written: str, folders: tuple[str, ...], suffix: str = ".tex") -> Opened | None:
        """The file that is called `written` in one of the folders; None, and noted, where it cannot be had."""
        for folder in dict.fromkeys(folders):
            for path in _paths(folder, written, suffix):
                opened = self._open(path)
                if opened is not None:
                    return opened
        self.note(f"{_shown(written)}: {self._why(written)}")
        return None

    def text(self, written: str, suffix: str) -> str | None:
        """The text of a file that is no part of the document's own text, such as a bibliography."""
        for path in _paths("", written, suffix):
            content = self._content(path)
            if content is not None:
                return unified(content)
        return None

    def _why(self, written: str) -> str:
        if not any(_paths("", written, "")):
            return "not read: it is not in the document's folder"
        return "not read: no such file beside the document" if self._beside else "not read: no folder to look for it in"

    def _open(self, path: str) -> Opened | None:
        if path not in self._opened:
            content = self._content(path)
            self._opened[path] = None if content is None else self._put(path, content)
        return self._opened[path]

    def _content(self, path: str) -> str | None:
        self._looked += 1
        if self._beside is None or self._looked > MAX_FILES or self._length > MAX_CHARACTERS:
            return None
        return self._beside(path)

    def _put(self, path: str, content: str) -> Opened:
        if not self._contents[-1].endswith("\n"):
            self._contents.append("\n")
            self._length += 1
        opened = Opened(unified(content), path, self._length)
        self.parts.append(FilePart(str(PurePosixPath(self._name).parent / path), self._length))
        self._contents.append(content)
        self._length += len(content)
        return opened


def _paths(folder: str, written: str, suffix: str) -> list[str]:
    """The paths that a name may stand for, from the document's folder; none for one that leads out of it."""
    name = " ".join(written.split()).strip('"')
    if not name or name.startswith(("/", "|", "~")) or "\\" in name or ":" in name or len(name) > 500 or "\0" in name:
        return []
    path = posixpath.normpath(posixpath.join(folder, name))
    if path.startswith(("/", "..")):
        return []
    return [path] if not suffix or path.endswith(suffix) else [path + suffix, path]


def _shown(written: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in " ".join(written.split()))[:120]
