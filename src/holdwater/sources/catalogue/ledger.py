"""Reads and writes the catalogue's file: single statements, and transactions that keep all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from holdwater.errors import ArchiveError
from holdwater.sources.catalogue.faults import told

Row = tuple[Any, ...]


class Ledger:
    """A connection to a catalogue's file, which threads may share: each statement and each writing is by itself.

    Every method raises ArchiveError where the file is damaged, full, locked for long, or may not be written.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._lock = RLock()

    def rows(self, query: str, *values: object) -> list[Row]:
        """The rows that a query finds."""
        with self._lock, told(self.path):
            return self._connection.execute(query, values).fetchall()

    def run(self, statement: str, *values: object) -> sqlite3.Cursor:
        """Run one statement; its cursor says how many rows it changed and which number the last one has."""
        with self._lock, told(self.path):
            return self._connection.execute(statement, values)

    def run_all(self, statement: str, rows: Sequence[Sequence[object]]) -> None:
        """Run one statement for each row."""
        with self._lock, told(self.path):
            self._connection.executemany(statement, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction. What is written within is kept as a whole, or not at all where anything is raised.

        It begins with the right to write (`BEGIN IMMEDIATE`, sqlite.org/lang_transaction.html), so that two processes
        wait for each other and never hold each other up. Inside another one it is a part of that.
        """
        if self.read_only:
            raise ArchiveError("the catalogue is open for reading only", where=str(self.path))
        with self._lock, told(self.path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file. The last one to do so has SQLite put the write-ahead log into it."""
        with self._lock:
            self._connection.close()
