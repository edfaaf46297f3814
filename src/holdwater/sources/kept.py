"""The folded words of sources, kept on disk from one run to the next, and what their heads say of them.

A folder of files, one a text, each called by its key: a digest of all that the words depend on (`stamps`). Whatever
goes wrong here, a full disk, a folder that may not be written, a damaged file, is no error: the source is then read
and folded as if nothing were kept. Several runs may share the folder: a file appears whole or not at all.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import secrets
import stat
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from holdwater.sources.entry import Entry, packed, unpacked

VARIABLE = "HOLDWATER_CACHE"
"""The environment variable that names another folder."""

MOST = 2 * 2**30
"""Bytes that are kept at most, unless told otherwise; those used longest ago go first."""

MAPPED = 2**20
"""Bytes from which a file is mapped into memory. Reading a smaller one is no slower, and holds no file open."""

_SHARE = 32  # the folder is looked through when so small a part of what it may hold has been added
_DIGEST = 32
_WORDS, _NOTE, _PART = ".words", ".note", ".part"
_STALE = 3600.0  # seconds after which an unfinished file is a dead run's
_FRESH = 600.0  # seconds within which a file's use is not noted again


def usual_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Where words are kept: `HOLDWATER_CACHE`, or the platform's folder for such; None where there is no home."""
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    try:
        home = Path(environment.get("HOME") or Path.home())
    except RuntimeError:
        return None
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "holdwater" / "cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / "holdwater"
    given = environment.get("XDG_CACHE_HOME", "")
    # A relative one is to be passed over: XDG Base Directory Specification.
    return (Path(given) if os.path.isabs(given) else home / ".cache") / "holdwater"


class Kept:
    """The kept words in one folder, which only its owner may look into."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder = folder / "words"
        self._most, self._added = most, most  # so that the first addition looks through the folder
        self._own: bool | None = None
        self._full = False

    @classmethod
    def usual(cls) -> Kept | None:
        """The one that the command line uses; None where there is no place for it."""
        folder = usual_folder()
        return cls(folder) if folder else None

    def has(self, key: bytes) -> bool:
        """Whether words are kept under a key of 32 bytes, sound or not."""
        try:
            return self._is_own() and self._path(key).is_file()
        except OSError:
            return False

    def find(self, key: bytes) -> Entry | None:
        """The words that are kept under a key of 32 bytes; None where there are none, or none that are sound."""
        path = self._path(key)
        data = self._load(path)
        entry = unpacked(data, key) if data is not None else None
        if data is not None and entry is None:
            with suppress(OSError):
                path.unlink()
        return entry

    def keep(self, key: bytes, entry: Entry) -> None:
        """Keep words under a key of 32 bytes, if they can be; such as would take a quarter of the room are not."""
        if not self._full:
            self._store(self._path(key), packed(entry, key))

    def find_note(self, key: bytes) -> bytes | None:
        """The few bytes that are kept under a key of 32 bytes; None where there are none, or none that are sound."""
        data = self._load(self._path(key, _NOTE))
        note = bytes(data[_DIGEST:]) if data is not None else b""
        if data is not None and _note_digest(key, note) == data[:_DIGEST]:
            return note
        return None

    def keep_note(self, key: bytes, note: bytes) -> None:
        """Keep a few bytes under a key of 32 bytes, if they can be."""
        self._store(self._path(key, _NOTE), _note_digest(key, note) + note)

    def _load(self, path: Path) -> memoryview | None:
        try:
            return _content(path) if self._is_own() else None
        except (OSError, ValueError):  # ValueError: a file that has become empty cannot be mapped
            return None

    def _store(self, path: Path, data: bytes) -> None:
        if self._full or len(data) * 4 > self._most or not self._is_own(make=True):
            return
        part = self._folder / f"{path.name}.{secrets.token_hex(8)}{_PART}"
        try:
            self._make_room(len(data))
            _write(part, data)
            part.replace(path)
        except OSError:
            self._full = True  # a disk that is full or may not be written will be so for the rest of the run
            with suppress(OSError):
                part.unlink()

    def _path(self, key: bytes, suffix: str = _WORDS) -> Path:
        return self._folder / f"{key.hex()}{suffix}"

    def _is_own(self, *, make: bool = False) -> bool:
        """Whether the folder is there, and nobody else may look into it or put anything there."""
        if self._own is None:
            try:
                if make:
                    self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._own = _is_private(self._folder)
            except OSError:
                return False
        return self._own

    def _make_room(self, size: int) -> None:
        """Take away what was used longest ago, so that this and what is added until the next look has room."""
        share = self._most // _SHARE
        self._added += size
        if self._added <= share:
            return
        self._added = 0
        left = self._most - share - size
        for _, length, path in sorted(_files(self._folder), reverse=True):
            left -= length
            if left < 0:
                with suppress(OSError):
                    os.unlink(path)


def _note_digest(key: bytes, note: bytes) -> bytes:
    return hashlib.sha256(key + note).digest()


def _is_private(folder: Path) -> bool:
    if os.name != "posix":
        return folder.is_dir()  # elsewhere a user's folders are his own by inheritance
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        return False
    if found.st_mode & 0o077:
        folder.chmod(0o700)
    return True


def _content(path: Path) -> memoryview:
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        if time.time() - found.st_mtime > _FRESH:
            with suppress(OSError):
                os.utime(path)
        if found.st_size < MAPPED:
            return memoryview(file.read(found.st_size))
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(descriptor, "wb") as file:
        file.write(data)


def _files(folder: Path) -> list[tuple[float, int, str]]:
    """The kept files: when each was last used, its bytes, its path. Unfinished ones of dead runs are taken away."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                known = entry.stat(follow_symlinks=False)
                if entry.name.endswith((_WORDS, _NOTE)):
                    found.append((known.st_mtime, known.st_size, entry.path))
                elif entry.name.endswith(_PART) and time.time() - known.st_mtime > _STALE:
                    os.unlink(entry.path)
    return found
