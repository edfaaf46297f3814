"""Small stores made by hand: series with their figures, opened in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from holdwater.tables.model import Series
from holdwater.tables.store import POPULATION_TABLE, Store

Figures = Mapping[str, Mapping[int, float]]
"""Figures by year, by place."""


def series(name: str, title: str, unit: str = "%", **fields: object) -> Series:
    """A series with this id, title and unit."""
    return Series(name, title, unit, source="A bureau", licence="CC0", edition="2020", **fields)  # type: ignore[arg-type]


def store_of(tables: Sequence[tuple[Series, Figures]]) -> Store:
    """A store that holds these series."""
    connection = duckdb.connect(config={"threads": 1})
    connection.execute("CREATE TABLE figures (series VARCHAR, iso3 VARCHAR, year SMALLINT, value DOUBLE)")
    rows = [
        (one.id, place, year, value)
        for one, figures in tables
        for place, line in figures.items()
        for year, value in line.items()
    ]
    connection.executemany("INSERT INTO figures VALUES (?, ?, ?, ?)", rows)
    connection.execute(POPULATION_TABLE)
    return Store(connection, {one.id: one for one, _ in tables})
