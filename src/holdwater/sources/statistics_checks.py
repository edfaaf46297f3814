"""What a table must satisfy before anything of it is taken in: each check asks for the first line that fails it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holdwater.errors import TableError
from holdwater.sources.statistics_columns import Table
from holdwater.tables.store import literal

if TYPE_CHECKING:
    import duckdb

MISSING = "('', '..', '...', 'na', 'n/a', 'nan', 'null', '-', ':', '–')"
"""Cells that say there is no figure."""

FIRST_YEAR, LAST_YEAR = 1000, 2200
SHARES = 20
"""From this many figures on, percentages that all lie between 0 and 1 are shares of one."""

_PERCENT = frozenset({"%", "percent", "per cent", "pt", "percentage"})


@dataclass(frozen=True)
class _Check:
    """A condition on rows of `given` that none may satisfy, and what to say of the first that does."""

    column: str
    condition: str
    says: str
    mend: str


@dataclass(frozen=True)
class Inspection:
    """A loaded table under check: its rows are in `given` (their line in `line__`), its places' codes in `codes`."""

    connection: duckdb.DuckDBPyConnection
    table: Table

    def unit_of(self, described: str) -> str:
        """Check all rows and return the unit of the figures; `described` is the unit the user gives, "" if none.

        Raises TableError naming the column and the line of the first thing that is wrong.
        """
        [(rows,)] = self._ask("SELECT count(*) FROM given")
        value = self.table.columns.value
        if not rows:
            raise self._error(value, "no figures", 2, "a table has at least one row")
        for check in (*_formulas(self.table), *_cells(self.table)):
            self._refuse_first(check)
        unit = self._unit(described)
        if not unit:
            raise self._error(value, "its unit cannot be told", 1, "give it with --unit")
        self._refuse_duplicates()
        if unit.casefold() in _PERCENT:
            self._refuse_shares()
        return unit

    def _ask(self, query: str) -> list[tuple[object, ...]]:
        rows: list[tuple[object, ...]] = self.connection.execute(query).fetchall()
        return rows

    def _error(self, column: str, what: str, line: object, mend: str) -> TableError:
        return TableError(f"column {column!r}: {what}", where=f"{self.table.file}:{line}", mend=mend)

    def _refuse_first(self, check: _Check) -> None:
        cell = self.table.cell(check.column)
        found = self._ask(f"SELECT line__, {cell} FROM given WHERE {check.condition} ORDER BY line__ LIMIT 1")
        for line, content in found:
            raise self._error(check.column, f"{str(content or '')[:60]!r} {check.says}", line, check.mend)

    def _unit(self, described: str) -> str:
        """The one unit of a table, from the description or its own column."""
        column = self.table.columns.unit
        if not column:
            return described
        cell = f"coalesce(trim({self.table.cell(column)}), '')"
        [(given,)] = self._ask(f"SELECT {cell} FROM given ORDER BY line__ LIMIT 1")
        first = str(given)
        mend = f"the lines before have {first!r}; give each unit a table of its own"
        self._refuse_first(_Check(column, f"{cell} <> {literal(first)}", "is another unit", mend))
        if described and first and not _same_unit(described, first):
            what = f"the unit is {first!r}, and {described!r} in the description"
            raise self._error(column, what, 2, "leave one of them out")
        return described or first

    def _refuse_duplicates(self) -> None:
        columns = self.table.columns
        place, year = self.table.cell(columns.place), self.table.cell(columns.year)
        key = ", ".join(
            ["code", *(f"trim({self.table.cell(name)})" for name in (columns.year, columns.sex, columns.age) if name)]
        )
        found = self._ask(
            f"SELECT line__, first__, {place}, {year} FROM (SELECT *, min(line__) OVER (PARTITION BY {key}) AS first__ "
            f"FROM given JOIN codes ON codes.name = given.{place}) WHERE line__ > first__ ORDER BY line__ LIMIT 1"
        )
        for line, first, name, when in found:
            mend = "one figure for each place and year; name the columns of sex and age if there are such"
            raise self._error(columns.place, f"{name!r} has {when} twice, first in line {first}", line, mend)

    def _refuse_shares(self) -> None:
        column = self.table.columns.value
        value = f"TRY_CAST(trim({self.table.cell(column)}) AS DOUBLE)"
        found = self._ask(
            "SELECT max(v), arg_max(line__, v) FROM "
            f"(SELECT line__, {value} AS v FROM given) HAVING count(v) >= {SHARES} AND min(v) >= 0 AND max(v) <= 1"
        )
        for most, line in found:
            what = f"the largest figure is {most:g}, so these are shares of one and no percentages"
            raise self._error(column, what, line, "multiply them by 100")


def _formulas(table: Table) -> Iterator[_Check]:
    for name in table.header:
        formula = f"regexp_matches(trim({table.cell(name)}), '^(=|@|[+-][A-Za-z(])')"
        yield _Check(name, formula, "is a formula", "save the values, not the formulas")


def _cells(table: Table) -> Iterator[_Check]:
    columns = table.columns
    place, year, value = (f"trim({table.cell(name)})" for name in (columns.place, columns.year, columns.value))
    yield _Check(columns.place, f"coalesce({place}, '') = ''", "names no place", "every row has a place")
    plain = f"TRY_CAST({year} AS SMALLINT) BETWEEN {FIRST_YEAR} AND {LAST_YEAR} AND regexp_matches({year}, '^[0-9]+$')"
    yield _Check(columns.year, f"NOT coalesce({plain}, false)", "is not a year", "write years as 2010")
    given = f"lower(coalesce({value}, '')) NOT IN {MISSING}"
    bad = f"{given} AND NOT coalesce(isfinite(TRY_CAST({value} AS DOUBLE)), false)"
    yield _Check(columns.value, bad, "is not a number", "write 1234.5, and the unit in the description")


def _same_unit(one: str, other: str) -> bool:
    left, right = one.casefold().strip(), other.casefold().strip()
    return left == right or {left, right} <= _PERCENT
