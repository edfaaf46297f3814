"""Opens tables of statistics: the packaged ones, and those that the user has added to a project.

A project's tables are in `.holdwater/tables/` beside the documents: for each one a parquet with the figures and a
`.toml` that says what it is. DuckDB reads all of them in place; its import (0.05 s) is put off until a table is asked.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from holdwater.errors import TableError
from holdwater.sources.project import FOLDER, closest
from holdwater.tables.model import Series
from holdwater.tables.store import POPULATION_TABLE, Store, literal

if TYPE_CHECKING:
    import duckdb

PROJECT = FOLDER / "tables"
"""Where a project keeps the user's tables, from the folder of its settings or its documents."""

MEMORY = "1GB"
THREADS = 1
MOST_DESCRIPTION = 100_000
"""Bytes of a description; a longer file is none."""

WORDS = ("title", "unit", "source", "licence", "edition", "origin", "keywords")
COUNTS = ("first", "last", "places", "figures")


def open_store(project: Path | None = None) -> Store:
    """The tables in hand: the packaged ones and those in the folder `project` (see `tables_folder`).

    Nothing but these files can be read through the store. Figures are first looked at when one is asked for. Raises
    TableError if a description is broken, and so does the store when it is first asked if a table is.
    """
    series = {one.id: one for one in packaged_series()}
    paths = [_packaged("indicators.parquet")]
    for description in own_descriptions(project):
        series.update({one.id: one for one in read_description(description)})
        paths.append(str(description.with_suffix(".parquet")))
    return Store(_Connection(tuple(paths)), series)


def tables_folder(start: Path) -> Path | None:
    """The folder of a project's tables, closest upward from `start` (a folder); None if there is none."""
    root = closest(start, PROJECT)
    return root / PROJECT if root else None


def packaged_series() -> tuple[Series, ...]:
    """What the packaged series are, in the order of their ids."""
    text = (files("holdwater.tables") / "data" / "series.csv").read_text(encoding="utf-8")
    return tuple(
        Series(
            id=row["id"],
            title=row["title"],
            unit=row["unit"],
            source=row["source"],
            licence=row["licence"],
            edition=row["edition"],
            origin=row["origin"],
            nature=row["nature"],
            first=int(row["first"]),
            last=int(row["last"]),
            places=int(row["places"]),
            figures=int(row["figures"]),
        )
        for row in csv.DictReader(text.splitlines())
    )


def own_descriptions(project: Path | None) -> Iterator[Path]:
    """The descriptions of the user's tables, by name; those without figures beside them are left out."""
    for file in sorted(project.glob("*.toml")) if project else ():
        if file.with_suffix(".parquet").is_file():
            yield file


def read_description(file: Path) -> tuple[Series, ...]:
    """The series of one of the user's tables, as `holdwater tables add` wrote them down. Raises TableError."""
    try:
        raw = file.read_bytes()[:MOST_DESCRIPTION]
        listed = tomllib.loads(raw.decode("utf-8"))["series"]
        return tuple(map(_own, listed))
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        mend = "take it away and add the table again with `holdwater tables add`"
        raise TableError(f"not a table's description: {error}", where=str(file), mend=mend) from error


def _own(fields: Mapping[str, object]) -> Series:
    words = {name: str(fields.get(name, "")) for name in WORDS}
    counts = {name: int(str(fields.get(name, 0))) for name in COUNTS}
    return Series(id=str(fields["id"]), own=True, **words, **counts)  # type: ignore[arg-type]


def _packaged(name: str) -> str:
    return str(files("holdwater.tables") / "data" / name)


@dataclass
class _Connection:
    """A connection that is made when the first query is run: most documents ask no table."""

    paths: tuple[str, ...]
    made: duckdb.DuckDBPyConnection | None = None

    def execute(self, query: str) -> duckdb.DuckDBPyConnection:
        """Run a query over `figures`."""
        if self.made is None:
            self.made = _connect(self.paths)
        return self.made.execute(query)


def _connect(paths: Sequence[str]) -> duckdb.DuckDBPyConnection:
    """A connection that holds the view `figures` and can read these files and no others."""
    import duckdb

    connection = duckdb.connect(config={"threads": THREADS, "memory_limit": MEMORY})
    listed = ", ".join(map(literal, paths))
    try:
        connection.execute(f"SET allowed_paths = [{listed}]")
        connection.execute("SET enable_external_access = false")
        connection.execute(
            "CREATE VIEW figures AS SELECT series, iso3, year, value "
            f"FROM read_parquet([{listed}], union_by_name = true)"
        )
        connection.execute(POPULATION_TABLE)
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise TableError(f"tables cannot be opened: {reason}", mend="add the table again") from error
    return connection
