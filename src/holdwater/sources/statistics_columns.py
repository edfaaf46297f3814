"""Which columns of a table are place, year and value: said by a description, or plain from their names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from holdwater.errors import TableError
from holdwater.patterns import waiting

_NAMES: Mapping[str, tuple[str, ...]] = {
    "place": (
        "iso3",
        "iso 3",
        "iso code",
        "country code",
        "ref area",
        "entity",
        "country",
        "country name",
        "country or area",
        "geo",
        "area",
        "location",
        "place",
        "territory",
        "region",
        "code",
    ),
    "year": ("year", "time period", "time", "period", "date"),
    "value": ("value", "obs value", "figure", "observation", "amount", "rate", "percent", "share"),
    "sex": ("sex", "gender"),
    "age": ("age", "age group", "ages"),
    "unit": ("unit", "unit measure", "unit of measure", "units"),
}
"""Names of columns by what they hold, the likeliest first; SDMX-CSV has REF_AREA, TIME_PERIOD and OBS_VALUE."""

OBLIGATORY = ("place", "year", "value")
_YEAR = waiting(r"(?:1[5-9]|20)\d\d")
_ID = waiting(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Columns:
    """The names of a table's columns; "" where it has none such."""

    place: str = ""
    year: str = ""
    value: str = ""
    sex: str = ""
    age: str = ""
    unit: str = ""

    def named(self) -> dict[str, str]:
        """The columns that there are, by what they hold."""
        return {one.name: name for one in fields(self) if (name := getattr(self, one.name))}


@dataclass(frozen=True)
class Description:
    """What a user says of a table; every field may be left open."""

    title: str = ""
    unit: str = ""
    source: str = ""
    licence: str = ""
    edition: str = ""
    origin: str = ""
    keywords: str = ""
    columns: Columns = field(default_factory=Columns)


@dataclass(frozen=True)
class Table:
    """A file being taken in: where it is, what DuckDB reads it with, and its columns."""

    file: Path
    reader: str
    columns: Columns
    header: tuple[str, ...]

    def cell(self, column: str) -> str:
        """What a column is called once it is loaded, whatever its own name is."""
        return f"c{self.header.index(column)}"


def read_own(file: Path) -> Description:
    """The user's description: a TOML file with these words and, under `[columns]`, names of columns.

    Raises TableError: it cannot be read, is no TOML, or says something that is not asked.
    """
    try:
        given = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TableError(f"not a description: {error}", where=str(file), mend="it is a TOML file") from error
    named = given.pop("columns", {})
    known = {one.name for one in fields(Description)} - {"columns"}
    strange = [key for key in given if key not in known]
    strange += [f"columns.{key}" for key in named if key not in Columns.__dataclass_fields__]
    if strange:
        raise TableError(f"{strange[0]!r} is nothing that is asked", where=str(file), mend=f"known: {_listed(known)}")
    wrong = [key for key, value in {**given, **named}.items() if not isinstance(value, str)]
    if wrong:
        raise TableError(f"{wrong[0]!r} is not text", where=str(file), mend="put it between quotation marks")
    return Description(**given, columns=Columns(**named))


def settle(described: Columns, header: Sequence[str], where: str) -> Columns:
    """The columns of a table with this header: those described, the others by their names.

    Raises TableError naming the column that is not there or cannot be told.
    """
    for kind, name in described.named().items():
        if name not in header:
            raise TableError(
                f"there is no column {name!r} for the {kind}", where=where, mend=f"there are {_listed(header)}"
            )
    guessed = {kind: _guess(kind, header) for kind in _NAMES if not getattr(described, kind)}
    found = replace(described, **{kind: name for kind, name in guessed.items() if name})
    if not found.value:
        left = [name for name in header if name not in found.named().values() and not _aside(name)]
        found = replace(found, value=left[0]) if len(left) == 1 else found
    missing = [kind for kind in OBLIGATORY if not getattr(found, kind)]
    if missing:
        raise TableError(f"no column for the {missing[0]} can be told", where=where, mend=_mend(missing[0], header))
    return found


def _guess(kind: str, header: Sequence[str]) -> str:
    plain = {_ID.sub(" ", name.lower()).strip(): name for name in header}
    return next((plain[name] for name in _NAMES[kind] if name in plain), "")


def _aside(name: str) -> bool:
    """Whether a column is a code or name that stands beside the place: "Code" beside "Entity"."""
    return _ID.sub(" ", name.lower()).strip() in _NAMES["place"]


def _mend(kind: str, header: Sequence[str]) -> str:
    if kind == "year" and sum(bool(_YEAR.fullmatch(name)) for name in header) > 1:
        return "each year has a column of its own here; a row for each place and year is needed"
    return f'name it with --{kind} or in a description ([columns] {kind} = "…"); there are {_listed(header)}'


def _listed(names: Sequence[str] | set[str]) -> str:
    shown = [repr(name) for name in (sorted(names) if isinstance(names, set) else names)]
    return ", ".join(shown[:12]) + (" …" if len(shown) > 12 else "")


def series_id(name: str) -> str:
    """A name as the id of a series and of its file: lower-case letters, digits and underscores."""
    return _ID.sub("_", name.lower()).strip("_")[:60]
