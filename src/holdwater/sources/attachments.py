"""Finds the files that a list of sources names, never outside of the folders that they may lie in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import unquote

from holdwater.sources.filenames import printable
from holdwater.sources.folder import inside

MAX_PATH = 4_000
"""Characters of a path; longer ones name no file on any system."""


class Attachments:
    """The files of a folder, as the lists in and beside it name them."""

    def __init__(self, root: Path, files: Callable[[], Iterable[Path]]) -> None:
        """Take the folder, and what tells its files (asked for absolute paths only)."""
        self._root = root
        self._resolved = root.resolve()
        self._files = files
        self._by_name: dict[str, list[Path]] | None = None

    def find(self, file: str, beside: Path) -> tuple[Path | None, str]:
        """The file's path, or None and why there is none.

        Args:
            file: as a list names it, with "/"; relative to the folder or to `beside`, or absolute.
            beside: the folder that the list stands in.
        """
        if len(file) > MAX_PATH or "\0" in file:
            return None, "the path of its file is none"
        if leads_out(file):
            return None, f"{printable(file)} leads out of the folder"
        if is_absolute(file):
            return self._by_last_name(file)
        unquoted = unquote(file)
        names = [file, f"{file}.gz"]
        if not leads_out(unquoted) and not is_absolute(unquoted):
            names.append(unquoted)
        for base in dict.fromkeys((self._root, beside)):
            for path in (base / PurePosixPath(name) for name in names):
                if is_file(path):
                    if inside(path, base.resolve()):
                        return path, ""
                    return None, f"{printable(file)} is a link that leads out of the folder"
        return None, f"there is no file {printable(file)} in {self._root}"

    def _by_last_name(self, file: str) -> tuple[Path | None, str]:
        """Reference managers write absolute paths of their own store; a copy here has the same last name."""
        path = Path(file)
        if path.is_absolute() and is_file(path) and inside(path, self._resolved):
            return self._root / path.resolve().relative_to(self._resolved), ""
        name = PurePosixPath(file).name
        if self._by_name is None:
            self._by_name = {}
            for path in self._files():
                self._by_name.setdefault(path.name, []).append(path)
        found = self._by_name.get(name, [])
        if len(found) == 1:
            return found[0], ""
        return None, f"its file {printable(name)} lies outside {self._root}"


def is_absolute(path: str) -> bool:
    """Whether a path as a list writes it is absolute, on whichever system the list was written."""
    return path.startswith("/") or bool(PureWindowsPath(path).drive)


def is_file(path: Path) -> bool:
    """Whether there is such a file; a path that no system can have names none."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # ValueError: an embedded null
        return False


def leads_out(path: str) -> bool:
    """Whether a relative path with "/" climbs above where it starts from."""
    depth = 0
    for part in path.split("/"):
        depth += -1 if part == ".." else 0 if part in ("", ".") else 1
        if depth < 0:
            return True
    return False
