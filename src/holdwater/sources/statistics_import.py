"""Takes a user's table into a project: checked whole, then written at once, or nothing of it.

The table is read by DuckDB as text, bounded in rows and memory; every check asks for the first line that fails it.
"""

from __future__ import annotations

import csv
import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdwater.errors import TableError
from holdwater.patterns import waiting
from holdwater.sources.statistics import COUNTS, MEMORY, WORDS, packaged_series
from holdwater.sources.statistics_checks import MISSING, Inspection
from holdwater.sources.statistics_columns import Columns, Description, Table, series_id, settle
from holdwater.tables.model import Series
from holdwater.tables.places import place_code
from holdwater.tables.store import literal

if TYPE_CHECKING:
    import duckdb

MOST_ROWS = 2_000_000
"""Rows of one table; the packaged ones together have half as many."""

MOST_SERIES = 60
"""Series that sex and age may part one table into."""

READABLE = 0o644
HEADER_BYTES = 1_000_000

_LINE = waiting(r"Line: (\d+)")
_CELLS = waiting(r"Expected Number of Columns: (\d+) Found: (\d+)")
_SEXES = {"f": "female", "female": "female", "women": "female", "m": "male", "male": "male", "men": "male"}
_ALL = {"", "t", "_t", "total", "both", "both sexes", "all", "all ages", "_z", "b"}
_UNITS = {"pt": "%", "percent": "%", "percentage": "%", "ps": "people", "persons": "people"}
"""Codes that SDMX tables give for units."""


def add_table(file: Path, folder: Path, described: Description, name: str = "") -> tuple[Series, ...]:
    """Take a table into a project's folder of tables.

    Args:
        file: CSV (also SDMX-CSV and tab-separated), by its name, or Parquet.
        folder: the project's folder (`.holdwater/tables`), made if it is not there.
        described: what the user says of it.
        name: the table's name, the file's if "".

    Returns:
        The series that it holds: one, or one for each sex and age group.

    Raises:
        TableError: naming the column and the line; nothing has then been written.
    """
    known = series_id(name or file.stem)
    _refuse(file, folder, known)
    with tempfile.TemporaryDirectory(prefix="holdwater-") as scratch:
        connection = _open(file, Path(scratch))
        try:
            table = _table(connection, file, described.columns)
            _load(connection, table)
            _place_codes(connection, table)
            unit = Inspection(connection, table).unit_of(described.unit)
            series = _series(connection, table, replace(described, unit=_UNITS.get(unit.lower(), unit)), known)
            figures = Path(scratch) / "figures.parquet"
            connection.execute(
                "COPY (SELECT series, iso3, CAST(year AS SMALLINT) AS year, CAST(value AS DOUBLE) AS value FROM taken "
                f"ORDER BY series, iso3, year) TO {literal(str(figures))} (FORMAT parquet, COMPRESSION zstd)"
            )
        finally:
            connection.close()
        _keep(folder, known, figures, series)
    return series


def _refuse(file: Path, folder: Path, known: str) -> None:
    if not known:
        raise TableError("a name of letters or digits is needed", where=str(file), mend="give one with --name")
    if not file.is_file():
        raise TableError("there is no such file", where=str(file), mend="check the path")
    if file.suffix.lower() not in {".csv", ".tsv", ".txt", ".parquet"}:
        raise TableError("neither CSV nor Parquet, by its name", where=str(file), mend="save it as CSV")
    taken = known in {one.id for one in packaged_series()}
    if taken or (folder / f"{known}.toml").exists():
        raise TableError(
            f"there is a table {known!r} already", where=str(file), mend="give another --name, or remove it"
        )


def _open(file: Path, scratch: Path) -> duckdb.DuckDBPyConnection:
    """A connection that can read this file, write into `scratch`, and nothing else."""
    import duckdb

    connection = duckdb.connect(config={"threads": 1, "memory_limit": MEMORY, "temp_directory": str(scratch)})
    connection.execute(f"SET allowed_paths = [{literal(str(file))}]")
    connection.execute(f"SET allowed_directories = [{literal(str(scratch) + '/')}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _table(connection: duckdb.DuckDBPyConnection, file: Path, described: Columns) -> Table:
    path = literal(str(file))
    if file.suffix.lower() == ".parquet":
        reader = f"read_parquet({path})"
        columns = _ask(connection, f"SELECT * FROM {reader} LIMIT 0", file, described=True)
        header = tuple(str(column[0]) for column in columns)
    else:
        header, delimiter = _first_line(file)
        listed = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in header)
        reader = (
            f"read_csv({path}, auto_detect = false, header = true, delim = {literal(delimiter)}, quote = '\"', "
            f"escape = '\"', columns = {{{listed}}})"
        )
    return Table(file, reader, settle(described, header, f"{file}:1"), header)


def _first_line(file: Path) -> tuple[tuple[str, ...], str]:
    """The names of a CSV's columns, and what parts its cells: the one of four marks that its first line has most of.

    Raises TableError: it cannot be read, is empty or no UTF-8, or two columns have one name.
    """
    try:
        with file.open("rb") as stream:
            first = stream.readline(HEADER_BYTES).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise TableError(
            f"cannot be read as text: {error}", where=f"{file}:1", mend="save it as CSV in UTF-8"
        ) from error
    if not first.strip():
        raise TableError("an empty first line", where=f"{file}:1", mend="the first line names the columns")
    delimiter = max(",;\t|", key=first.count)
    names = tuple(name.strip() for name in next(csv.reader([first], delimiter=delimiter)))
    folded = [name.lower() for name in names]
    twice = next((name for number, name in enumerate(names) if not name or folded.index(name.lower()) < number), None)
    if twice is not None:
        what = f"two columns are called {twice!r}" if twice else f"column {names.index('') + 1} has no name"
        raise TableError(what, where=f"{file}:1", mend="give each column a name of its own")
    return names, delimiter


def _quoted(column: str) -> str:
    """A column's name as SQL writes it."""
    return '"' + column.replace('"', '""') + '"'


def _load(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """All columns as text, under names of our own, with their line; at most one row more than is allowed."""
    listed = ", ".join(f"CAST({_quoted(name)} AS VARCHAR) AS {table.cell(name)}" for name in table.header)
    _ask(
        connection,
        f"CREATE TEMP TABLE given AS SELECT row_number() OVER () + 1 AS line__, {listed} "
        f"FROM (SELECT * FROM {table.reader} LIMIT {MOST_ROWS + 1})",
        table.file,
        table.header,
    )
    [(rows,)] = connection.execute("SELECT count(*) FROM given").fetchall()
    if rows > MOST_ROWS:
        what = f"column {table.columns.value!r}: more than {MOST_ROWS:,} figures"
        raise TableError(what, where=f"{table.file}:{MOST_ROWS + 2}", mend="take in only the series that are needed")


def _ask(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    file: Path,
    header: tuple[str, ...] = (),
    *,
    described: bool = False,
) -> list[Any]:
    """A query over the file as it came; what DuckDB has against the file is told in one line."""
    import duckdb

    try:
        result = connection.execute(query)
        return list(result.description or ()) if described else result.fetchall()
    except duckdb.Error as error:
        text = str(error)
        line = _LINE.search(text)
        where = f"{file}:{line[1]}" if line else str(file)
        raise TableError(_complaint(text, header), where=where, mend="mend the file") from error


def _complaint(text: str, header: tuple[str, ...]) -> str:
    """What is wrong with a line, from DuckDB's words for it."""
    if cells := _CELLS.search(text):
        expected, found = int(cells[1]), int(cells[2])
        if found < expected and found < len(header):
            return f"column {header[found]!r}: the line ends before it"
        return f"column {header[-1]!r} is the last one, and the line goes on behind it" if header else text[:200]
    if "unicode" in text.lower() or "utf-8" in text.lower():
        return f"no UTF-8 text, in one of the columns {', '.join(map(repr, header[:6]))}"
    if "unterminated quote" in text:
        return f"a quotation mark is not closed, in one of the columns {', '.join(map(repr, header[:6]))}"
    return f"cannot be read as a table: {text.splitlines()[0][:200]}"


def _series(
    connection: duckdb.DuckDBPyConnection, table: Table, described: Description, known: str
) -> tuple[Series, ...]:
    """Part the figures into series, write them into the table `taken`, and say what each series is."""
    columns = table.columns
    parts = [f"coalesce({table.cell(name)}, '')" if name else "''" for name in (columns.sex, columns.age)]
    groups = connection.execute(f"SELECT DISTINCT {parts[0]}, {parts[1]} FROM given ORDER BY ALL").fetchall()
    if len(groups) > MOST_SERIES:
        what = f"column {columns.age or columns.sex!r}: more than {MOST_SERIES} groups"
        raise TableError(what, where=str(table.file), mend="take in only those that are needed")
    names = {group: _named(described.title or known.replace("_", " "), *group) for group in groups}
    ids = {group: known if len(groups) == 1 else series_id(f"{known} {group[0]} {group[1]}") for group in groups}
    connection.execute("CREATE TEMP TABLE ids(sex VARCHAR, age VARCHAR, id VARCHAR)")
    connection.executemany("INSERT INTO ids VALUES (?, ?, ?)", [(*group, one) for group, one in ids.items()])
    connection.execute(
        "CREATE TEMP TABLE taken AS "
        f"SELECT ids.id AS series, codes.code AS iso3, trim({table.cell(columns.year)}) AS year, "
        f"trim({table.cell(columns.value)}) AS value FROM given "
        f"JOIN codes ON codes.name = given.{table.cell(columns.place)} "
        f"JOIN ids ON ids.sex = {parts[0]} AND ids.age = {parts[1]} "
        f"WHERE lower(coalesce(trim({table.cell(columns.value)}), '')) NOT IN {MISSING}"
    )
    made = connection.execute(
        "SELECT series, min(CAST(year AS INT)), max(CAST(year AS INT)), count(DISTINCT iso3), count(*) FROM taken "
        "GROUP BY series ORDER BY series"
    ).fetchall()
    by_id = {one: group for group, one in ids.items()}
    words = {name: getattr(described, name) for name in WORDS if name != "title"}
    return tuple(
        Series(id=row[0], title=names[by_id[row[0]]], own=True, **words, **dict(zip(COUNTS, row[1:], strict=True)))
        for row in made
    )


def _named(title: str, sex: str, age: str) -> str:
    """A series' title with the sex and the age group it is of, in words that the search for series knows."""
    group = _SEXES.get(sex.lower(), "" if sex.lower() in _ALL else sex)
    years = re.sub(r"^Y(\d+)T(\d+)$", r"ages \1-\2", age)
    years = re.sub(r"^Y_?GE(\d+)$", r"ages \1+", years)
    return ", ".join(filter(None, (title, group, "" if years.lower() in _ALL else years)))


def _place_codes(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """The code of each place; one that is no country keeps its own name."""
    rows = connection.execute(f"SELECT DISTINCT {table.cell(table.columns.place)} FROM given").fetchall()
    codes = [(name, place_code(name) or name.strip()) for (name,) in rows if name]
    connection.execute("CREATE TEMP TABLE codes(name VARCHAR, code VARCHAR)")
    if codes:
        connection.executemany("INSERT INTO codes VALUES (?, ?)", codes)


def _keep(folder: Path, known: str, figures: Path, series: tuple[Series, ...]) -> None:
    """Write the figures, then what they are: the table is there once its description is."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in ((f"{known}.parquet", figures.read_bytes()), (f"{known}.toml", _described(series))):
            handle, part = tempfile.mkstemp(dir=folder, prefix=".part-")
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            os.chmod(part, READABLE)
            os.replace(part, folder / name)
    except OSError as error:
        reason = error.strerror or "cannot be written"
        raise TableError(reason, where=str(folder), mend="check the folder and its permissions") from error


def _described(series: tuple[Series, ...]) -> bytes:
    lines = ["# A table added with `holdwater tables add`; titles and keywords may be mended by hand."]
    for one in series:
        given: Mapping[str, object] = asdict(one)
        lines += ["", "[[series]]"]
        lines += [f"{name} = {json.dumps(given[name], ensure_ascii=False)}" for name in ("id", *WORDS, *COUNTS)]
    return ("\n".join(lines) + "\n").encode()
