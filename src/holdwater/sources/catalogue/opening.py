"""Opens the catalogue of a project: looked at first, refused as it is, or brought up to date.

How SQLite is used follows its documentation: a write-ahead log, so that reading and writing do not wait for each other
(sqlite.org/wal.html), and its advice on files that come from elsewhere (sqlite.org/security.html): no trusted schema,
the sizes of cells checked, no triggers or views, a bound on values.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from holdwater.errors import ArchiveError
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.faults import damaged, fault, primary, told
from holdwater.sources.catalogue.ledger import Ledger
from holdwater.sources.catalogue.schema import APPLICATION_ID, STEPS
from holdwater.sources.project import Layout

PATIENCE = 30.0
"""Seconds to wait for another process that is writing; one writing takes milliseconds."""

LONGEST = 64 * 2**20
"""Bytes of one value; a longer one is not ours."""

LOOKED_THROUGH = 128 * 2**20
"""Bytes up to which a catalogue is looked through for damage before it is written to."""


def open_catalogue(project: Path, *, create: bool = False, read_only: bool = False) -> Catalogue:
    """The catalogue of the project whose root is `project` (see `sources.project`); a context manager.

    Args:
        project: the folder that holds `.holdwater`.
        create: whether one is made where there is none.
        read_only: whether nothing is to be written; a folder that may not be written can then be read all the same.

    Raises:
        ArchiveError: there is none, or it is damaged, was written by a newer version, is no catalogue of ours, or may
            not be written. It is then left as it was.
    """
    layout = Layout(project)
    path = layout.catalogue
    if _is_there(path):
        _inspect(path, read_only=read_only)
    elif create and not read_only:
        _make_room(layout)
    else:
        mend = "`holdwater sources add` and `holdwater sources fetch` make one"
        raise ArchiveError("there is no catalogue of sources", where=str(layout.folder), mend=mend)
    connection = _reading(path) if read_only else _connected(path, "rwc")
    try:
        ledger = Ledger(connection, path, read_only=read_only)
        if not read_only:
            _log_ahead(connection, path)
            _bring_up(connection, ledger)
    except BaseException:
        connection.close()
        raise
    return Catalogue(ledger)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except OSError:
        return False


def _make_room(layout: Layout) -> None:
    try:
        layout.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ArchiveError(f"the project's folder cannot be made: {reason}", where=str(layout.folder)) from error


def _inspect(path: Path, *, read_only: bool) -> None:
    """Refuse what is no catalogue, a newer one, or a damaged one, through a connection that writes nothing."""
    with closing(_reading(path)) as connection, told(path):
        version = _version(connection, path)
        if read_only and version < len(STEPS):
            mend = "run `holdwater sources list` where it may be written"
            raise ArchiveError("the catalogue was written by an older version", where=str(path), mend=mend)
        if not read_only and path.stat().st_size <= LOOKED_THROUGH:
            verdict = str(_value(connection, "PRAGMA quick_check(1)"))
            if verdict != "ok":
                raise damaged(path, verdict)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The catalogue's version, 0 where nothing is in the file yet. Raises ArchiveError where it is none of ours."""
    where = str(path)
    version = int(_value(connection, "PRAGMA user_version"))
    kinds = dict(connection.execute("SELECT type, count(*) FROM sqlite_schema GROUP BY type").fetchall())
    if kinds and int(_value(connection, "PRAGMA application_id")) != APPLICATION_ID:
        raise ArchiveError("is not a catalogue of Holdwater's", where=where, mend="move it away")
    if version > len(STEPS):
        what = f"the catalogue was written by a newer version (it is of version {version}, this one knows {len(STEPS)})"
        raise ArchiveError(what, where=where, mend="update Holdwater")
    if kinds.keys() - {"table", "index"}:
        raise ArchiveError("holds what no catalogue of Holdwater's holds", where=where, mend="move it away")
    return version


def _value(connection: sqlite3.Connection, query: str) -> Any:
    return connection.execute(query).fetchone()[0]


def _bring_up(connection: sqlite3.Connection, ledger: Ledger) -> None:
    """Take the steps that the catalogue has not had, all or none; two processes take them once."""
    with told(ledger.path):
        if _version(connection, ledger.path) == len(STEPS):
            return
    with ledger.writing():
        version = _version(connection, ledger.path)
        for statement in (statement for step in STEPS[version:] for statement in step):
            ledger.run(statement)
        ledger.run(f"PRAGMA application_id = {APPLICATION_ID}")
        ledger.run(f"PRAGMA user_version = {len(STEPS)}")


def _log_ahead(connection: sqlite3.Connection, path: Path) -> None:
    """Have writings logged ahead.

    Synchronous NORMAL: what a power cut takes from the log stands in the WARC files, and is taken in from them again.
    """
    until = time.monotonic() + PATIENCE
    with told(path):
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                break
            except sqlite3.OperationalError as error:  # no busy handler is asked where the mode changes
                if primary(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(0.01)
        connection.execute("PRAGMA synchronous = NORMAL")


def _reading(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, in a folder that may not be written too."""
    connection = _connected(path, "ro")
    try:
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        connection.close()
        if primary(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise fault(error, path) from error
        return _unchanging(path)
    return connection


def _unchanging(path: Path) -> sqlite3.Connection:
    """A catalogue whose log cannot be opened; where nothing is in that, the file by itself is the whole."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        what = "was not closed by the run that wrote it, and its folder may not be written"
        raise ArchiveError(what, where=str(path), mend="copy the folder to where it may be")
    return _connected(path, "ro&immutable=1")


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    with told(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,  # transactions are begun and ended by hand
            check_same_thread=False,  # the ledger has a lock of its own
        )
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        for setting in ("trusted_schema = OFF", "cell_size_check = ON", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {setting}")
    return connection
