"""An opened store of tables: figures by series, place and year, asked in SQL.

This room opens no file. `sources.statistics` opens one and hands over the connection; whatever is asked of it here is
text that can be shown as it was run, so values stand in it as literals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from holdwater.tables.catalogue import Catalogue
from holdwater.tables.model import Figure, Series

POPULATION = "gm_pop"
"""The series that says how many people live in a country."""

POPULATION_TABLE = (
    f"CREATE TABLE population AS SELECT iso3, year, value AS people FROM figures WHERE series = '{POPULATION}'"
)
"""What whoever opens a store runs once: every ranking asks for it, and in memory it costs next to nothing."""


class Connection(Protocol):
    """What is used of a DuckDB connection."""

    def execute(self, query: str) -> Any:
        """Run a query; its result has `fetchall`."""


@dataclass(frozen=True)
class Store:
    """Tables in hand: what series there are, and the view `figures(series, iso3, year, value)` over all of them.

    Beside it is `population(iso3, year, people)`.
    """

    connection: Connection
    series: Mapping[str, Series]
    _lines: dict[tuple[str, str], tuple[Figure, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def catalogue(self) -> Catalogue:
        """All titles, ready to be searched."""
        return Catalogue(self.series.values())

    @cached_property
    def own_places(self) -> frozenset[str]:
        """Names of places in the user's own tables that are no codes of countries."""
        own = [name for name, one in self.series.items() if one.own]
        if not own:
            return frozenset()
        rows = self.ask(f"SELECT DISTINCT iso3 FROM figures WHERE series IN {one_of(own)} AND length(iso3) <> 3")
        return frozenset(name for (name,) in rows)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query over `figures`."""
        rows: list[tuple[Any, ...]] = self.connection.execute(query).fetchall()
        return rows

    def line(self, series: str, place: str) -> tuple[Figure, ...]:
        """A place's figures in one series, by year. Asked once for each and kept."""
        key = (series, place)
        if key not in self._lines:
            rows = self.ask(line_query(series, place))
            self._lines[key] = tuple(Figure(place, year, value) for year, value in rows)
        return self._lines[key]


def literal(value: str | int | float) -> str:
    """A value as SQL writes it."""
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def one_of(values: Iterable[str | int]) -> str:
    """A list of values as SQL writes it after IN."""
    return f"({', '.join(map(literal, values))})"


def line_query(series: str, place: str) -> str:
    """All years of one place."""
    return f"SELECT year, value FROM figures WHERE series = {literal(series)} AND iso3 = {literal(place)} ORDER BY year"


def populous_query(year: int, least: int) -> str:
    """The places with more than `least` people in a year."""
    return f"SELECT iso3 FROM population WHERE year = {year} AND people > {least}"


def ranking_query(measured: str, order: str, place: str, where: Sequence[str] = (), top: int = 3) -> str:
    """The first places of a ranking, and the place asked for: iso3, value, rank, how many are ranked.

    `measured` is a query that gives iso3 and value; `where` are conditions on iso3; `order` is DESC or ASC.
    """
    conditions = " AND ".join(["value IS NOT NULL", "iso3 <> 'WLD'", *where])
    return (
        f"WITH measured AS ({measured}), ranked AS (SELECT iso3, value, rank() OVER (ORDER BY value {order}) AS place, "
        f"count(*) OVER () AS among FROM measured WHERE {conditions}) SELECT iso3, value, place, among FROM ranked "
        f"WHERE place <= {top} OR iso3 = {literal(place)} ORDER BY place, iso3"
    )


def level_query(series: str, year: int) -> str:
    """Every place's figure of a year."""
    return f"SELECT iso3, value FROM figures WHERE series = {literal(series)} AND year = {year}"


def change_query(series: str, first: int, last: int, *, relative: bool) -> str:
    """Every place's change between two years; relative ones in percent of the first."""
    formula = "100 * (last / nullif(first, 0) - 1)" if relative else "last - first"
    return (
        f"SELECT iso3, {formula} AS value FROM (SELECT iso3, max(value) FILTER (WHERE year = {first}) AS first, "
        f"max(value) FILTER (WHERE year = {last}) AS last FROM figures WHERE series = {literal(series)} "
        f"AND year IN ({first}, {last}) GROUP BY iso3)"
    )


def yearly_query(series: str, first: int, last: int, least: int) -> str:
    """Every place's mean change a year between its own first and last figure within a period, `least` years apart."""
    return (
        "SELECT iso3, (arg_max(value, year) - arg_min(value, year)) / (max(year) - min(year)) AS value "
        f"FROM figures WHERE series = {literal(series)} AND year BETWEEN {first} AND {last} "
        f"GROUP BY iso3 HAVING max(year) - min(year) >= {least}"
    )
