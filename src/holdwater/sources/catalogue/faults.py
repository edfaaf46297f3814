"""SQLite's faults, told in our words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from holdwater.errors import ArchiveError


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Within it, a fault of SQLite's is an ArchiveError about the catalogue at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault(error, path) from error


def primary(error: sqlite3.Error) -> int:
    """The primary result code of a fault (sqlite.org/rescode.html), 0 where Python itself raised it."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def fault(error: sqlite3.Error, path: Path) -> ArchiveError:
    """What is wrong with the catalogue at `path`, and the mend."""
    where = str(path)
    match primary(error):
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT:
            return damaged(path, str(error))
        case sqlite3.SQLITE_FULL:
            return ArchiveError("there is no room left for the catalogue", where=where, mend="make room, and try again")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ArchiveError("another run is writing to the catalogue", where=where, mend="wait for it to end")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return ArchiveError("cannot be opened for writing", where=where, mend="check the folder's permissions")
        case _:
            return ArchiveError(f"the catalogue cannot be used: {error}", where=where)


def damaged(path: Path, detail: str) -> ArchiveError:
    """What is said of a catalogue that is not whole."""
    mend = "put back a copy of it, or move it away; the archive beside it keeps what was captured"
    return ArchiveError(f"the catalogue is damaged ({detail})", where=str(path), mend=mend)
