"""What a table must satisfy before anything of it is taken in: each check asks for the first line that fails it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from holdwater.errors import TableError
from holdwater.sources.statistics_columns import Columns

if TYPE_CHECKING:
    import duckdb

MISSING = "('', '..', '...', 'na', 'n/a', 'nan', 'null', '-', ':', '–')"
"""Cells that say there is no figure."""

FIRST_YEAR, LAST_YEAR = 1000, 2200
SHARES = 20
"""From this many figures on, percentages that all lie between 0 and 1 are shares of one."""


@dataclass(frozen=True)
class _Check:
    """A condition on rows of `given` that none may satisfy, and what to say of the first that does."""

    column: str
    condition: str
    says: str
    mend: str


def check_table(
    connection: duckdb.DuckDBPyConnection, file: Path, columns: Columns, unit: str, header: Sequence[str]
) -> str:
    """Check the loaded rows (`given`, with their line in `line__`; `codes` has each place's), and return their unit.

    Raises TableError naming the column and the line.
    """
    [(rows,)] = connection.execute("SELECT count(*) FROM given").fetchall()
    if not rows:
        raise TableError(
            f"column {columns.value!r}: no figures", where=f"{file}:2", mend="a table has at least one row"
        )
    for check in (*_formulas(header), *_cells(columns)):
        _refuse_first(connection, file, check)
    unit = _unit(connection, file, columns, unit)
    _refuse_duplicates(connection, file, columns)
    if unit == "%":
        _refuse_shares(connection, file, columns)
    return unit


def _quoted(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _formulas(header: Sequence[str]) -> Iterator[_Check]:
    for name in header:
        cell = f"trim({_quoted(name)})"
        formula = f"regexp_matches({cell}, '^(=|@|[+-][A-Za-z(])')"
        yield _Check(name, formula, "is a formula", "save the values, not the formulas")


def _cells(columns: Columns) -> Iterator[_Check]:
    place, year, value = (f"trim({_quoted(name)})" for name in (columns.place, columns.year, columns.value))
    yield _Check(columns.place, f"coalesce({place}, '') = ''", "names no place", "every row has a place")
    years = f"BETWEEN {FIRST_YEAR} AND {LAST_YEAR}"
    no_year = f"coalesce(TRY_CAST({year} AS SMALLINT) {years} AND regexp_matches({year}, '^[0-9]+$'), false) = false"
    yield _Check(columns.year, no_year, "is not a year", "write years as 2010")
    given = f"lower(coalesce({value}, '')) NOT IN {MISSING}"
    bad = f"{given} AND NOT coalesce(isfinite(TRY_CAST({value} AS DOUBLE)), false)"
    yield _Check(columns.value, bad, "is not a number", "write 1234.5, and the unit in the description")


def _refuse_first(connection: duckdb.DuckDBPyConnection, file: Path, check: _Check) -> None:
    found = connection.execute(
        f"SELECT line__, {_quoted(check.column)} FROM given WHERE {check.condition} ORDER BY line__ LIMIT 1"
    ).fetchone()
    if found:
        cell = (found[1] or "")[:60]
        raise TableError(f"column {check.column!r}: {cell!r} {check.says}", where=f"{file}:{found[0]}", mend=check.mend)


def _unit(connection: duckdb.DuckDBPyConnection, file: Path, columns: Columns, unit: str) -> str:
    """The one unit of a table, from the description or its own column."""
    if columns.unit:
        cell = f"coalesce(trim({_quoted(columns.unit)}), '')"
        [(first,)] = connection.execute(f"SELECT {cell} FROM given ORDER BY line__ LIMIT 1").fetchall()
        wanted = "'" + first.replace("'", "''") + "'"
        mend = f"the lines before have {first!r}; give each unit a table of its own"
        _refuse_first(connection, file, _Check(columns.unit, f"{cell} <> {wanted}", "is another unit", mend))
        if unit and first and not _same_unit(unit, first):
            what = f"column {columns.unit!r}: the unit is {first!r}, and {unit!r} in the description"
            raise TableError(what, where=f"{file}:2", mend="leave one of them out")
        unit = unit or first
    if not unit:
        raise TableError(
            f"column {columns.value!r}: its unit cannot be told", where=f"{file}:1", mend="give it with --unit"
        )
    return unit


_PERCENT = frozenset({"%", "percent", "per cent", "pt", "percentage"})


def _same_unit(one: str, other: str) -> bool:
    left, right = one.casefold().strip(), other.casefold().strip()
    return left == right or {left, right} <= _PERCENT


def _refuse_duplicates(connection: duckdb.DuckDBPyConnection, file: Path, columns: Columns) -> None:
    key = ["code", *(f"trim({_quoted(name)})" for name in (columns.year, columns.sex, columns.age) if name)]
    found = connection.execute(
        f"SELECT line__, first__, {_quoted(columns.place)}, {_quoted(columns.year)} FROM (SELECT *, min(line__) OVER "
        f"(PARTITION BY {', '.join(key)}) AS first__ FROM given JOIN codes ON codes.name = "
        f"given.{_quoted(columns.place)}) WHERE line__ > first__ ORDER BY line__ LIMIT 1"
    ).fetchone()
    if found:
        what = f"column {columns.place!r}: {found[2]!r} has {found[3]} twice, first in line {found[1]}"
        mend = "one figure for each place and year; name the columns of sex and age if there are such"
        raise TableError(what, where=f"{file}:{found[0]}", mend=mend)


def _refuse_shares(connection: duckdb.DuckDBPyConnection, file: Path, columns: Columns) -> None:
    value = f"TRY_CAST(trim({_quoted(columns.value)}) AS DOUBLE)"
    [(count, least, most, line)] = connection.execute(
        f"SELECT count(v), min(v), max(v), arg_max(line__, v) FROM (SELECT line__, {value} AS v FROM given)"
    ).fetchall()
    if count >= SHARES and least >= 0 and most <= 1:
        what = (
            f"column {columns.value!r}: the largest figure is {most:g}, so these are shares of one and no percentages"
        )
        raise TableError(what, where=f"{file}:{line}", mend="multiply them by 100")
