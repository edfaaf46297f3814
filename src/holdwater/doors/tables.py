"""`holdwater tables`: the tables of statistics in hand, and the user's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from holdwater.doors.console import say, with_debug

if TYPE_CHECKING:
    from holdwater.tables.model import Series
    from holdwater.tables.store import Store

MOST_FOUND = 10


@click.group("tables")
def command() -> None:
    """Tables of statistics: what is in hand, and adding your own.

    Packaged are open indicators by country and year; `list` names them, with source and licence. Your own tables are
    kept in .holdwater/tables of the project.
    """


@command.command("add")
@click.argument("file")
@click.option("--description", metavar="FILE", help="A TOML file with title, unit, source … and [columns].")
@click.option("--name", default="", help="The table's name [the file's].")
@click.option("--title", default="", help="What is measured, in words [the table's name].")
@click.option("--unit", default="", help='The unit of the figures: "%", "people", "per 1,000 live births".')
@click.option("--source", default="", help="Who made the figures.")
@click.option("--licence", default="", help="The terms they may be used under.")
@click.option("--edition", default="", help="Which edition or release it is.")
@click.option("--place", default="", help="The column of the places [told by its name].")
@click.option("--year", default="", help="The column of the years [told by its name].")
@click.option("--value", default="", help="The column of the figures [told by its name].")
@click.option("--sex", default="", help="The column of the sexes [told by its name].")
@click.option("--age", default="", help="The column of the age groups [told by its name].")
@click.option("--project", metavar="DIR", default=".", help="The project's folder [the working folder].")
@with_debug
def add(file: str, description: str | None, name: str, project: str, **given: str) -> int:
    """Add a table with a row for each place and year.

    FILE is CSV (SDMX-CSV too) or Parquet. It is checked whole before anything is kept: formulas, text among numbers,
    two units, a place and year given twice are refused with the column and the line.
    """
    from dataclasses import replace
    from pathlib import Path

    from holdwater.sources.statistics import PROJECT, tables_folder
    from holdwater.sources.statistics_columns import Description, read_own
    from holdwater.sources.statistics_import import add_table

    told = read_own(Path(description)) if description else Description()
    columns = {kind: given.pop(kind) for kind in ("place", "year", "value", "sex", "age")}
    told = replace(
        told,
        columns=replace(told.columns, **{kind: column for kind, column in columns.items() if column}),
        **{word: text for word, text in given.items() if text},
    )
    folder = tables_folder(Path(project)) or Path(project) / PROJECT
    for one in add_table(Path(file), folder, told, name):
        say(f"added {_line(one)}")
    return 0


@command.command("list")
@click.option("--own", is_flag=True, help="Only the tables that were added.")
@with_debug
def list_all(own: bool) -> int:
    """List all series in hand.

    A line has its name, title, unit, years, places, source and licence.
    """
    store = _store()
    shown = [one for one in store.series.values() if one.own or not own]
    say("\n".join(map(_line, shown)) if shown else "no tables were added; `holdwater tables add FILE` adds one")
    return 0


@command.command("find")
@click.argument("words", nargs=-1, required=True)
@with_debug
def find(words: tuple[str, ...]) -> int:
    """Find the series that WORDS speak of, the best first.

        holdwater tables find "maternal mortality"

    Exit codes: 0 found, 1 nothing found.
    """
    found = _store().catalogue.find(" ".join(words), most=MOST_FOUND)
    if not found:
        say("no series in hand speaks of that")
        return 1
    for match in found:
        say(f"{match.score:6.2f}  {_line(match.series)}")
    return 0


@command.command("show")
@click.argument("series")
@click.option("--place", "places", multiple=True, help="Only this place, by name or ISO code; may be given again.")
@click.option("--year", "years", multiple=True, type=int, help="Only this year; may be given again.")
@with_debug
def show(series: str, places: tuple[str, ...], years: tuple[int, ...]) -> int:
    """Show a series' figures, tab-separated: place, year, value."""
    from holdwater.errors import TableError
    from holdwater.tables.places import place_code, place_name
    from holdwater.tables.store import literal, one_of

    store = _store()
    if series not in store.series:
        near = ", ".join(match.series.id for match in store.catalogue.find(series.replace("_", " "), most=3))
        raise TableError(f"no series is called {series!r}", mend=f"the nearest are {near}" if near else "see the list")
    one = store.series[series]
    conditions = [f"series = {literal(series)}"]
    if places:
        conditions.append(f"iso3 IN {one_of([place_code(place) or place for place in places])}")
    if years:
        conditions.append(f"year IN {one_of(years)}")
    rows = store.ask(f"SELECT iso3, year, value FROM figures WHERE {' AND '.join(conditions)} ORDER BY iso3, year")
    say(f"# {_line(one)}")
    say("\n".join(f"{place_name(place)}\t{year}\t{value:g}" for place, year, value in rows) or "# no figures")
    return 0


def _store() -> Store:
    from pathlib import Path

    from holdwater.sources.statistics import open_store, tables_folder

    return open_store(tables_folder(Path.cwd()))


def _line(one: Series) -> str:
    parts: Iterable[str] = (
        f"{one.title} [{one.unit}]",
        f"{one.first}-{one.last}, {one.places} places",
        ", ".join(filter(None, (one.source, one.edition, one.licence))),
    )
    return f"{one.id}: " + "; ".join(filter(None, parts))
