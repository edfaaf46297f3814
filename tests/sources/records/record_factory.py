"""Records and references of works that nobody wrote, for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdwater.sources.records.comparing import compare
from holdwater.sources.records.model import Agreement, Comparison, Record

BRIDGES: dict[str, Any] = {
    "type": "article-journal",
    "title": "Stone bridges of the northern valleys: load, flood and repair",
    "author": [
        {"family": "Doe", "given": "Jane A."},
        {"family": "Müller", "given": "Karl"},
        {"family": "Roe", "given": "R."},
    ],
    "container-title": "Journal of Applied Masonry",
    "issued": {"date-parts": [[2014, 6]]},
    "volume": "12",
    "issue": "3",
    "page": "123-130",
    "DOI": "10.5555/jam.2014.12",
}


def reference(**changes: object) -> dict[str, Any]:
    """A sound reference to the article on bridges, with `changes`; a field that becomes None is left out."""
    return _changed(BRIDGES, changes)


def record(
    versions: tuple[str, ...] = (),
    years: tuple[int, ...] = (),
    identifiers: tuple[str, ...] = (),
    service: str = "Crossref",
    **changes: object,
) -> Record:
    """A service's record of the article on bridges, with `changes` in its CSL-JSON."""
    csl = _changed(BRIDGES, changes)
    return Record(service, "10.5555/jam.2014.12", "https://example.org/", csl, identifiers, versions, years)


def _changed(csl: Mapping[str, Any], changes: Mapping[str, object]) -> dict[str, Any]:
    named = {name.replace("_", "-"): value for name, value in changes.items()}
    return {name: value for name, value in {**csl, **named}.items() if value is not None}


def agreement(field: str, comparison: Comparison) -> Agreement | None:
    """How one field stands; None where neither side gives it."""
    return next((one.agreement for one in comparison.fields if one.field == field), None)


def stands(field: str, ours: Mapping[str, object], theirs: Record | None = None) -> Agreement | None:
    """How one field of a reference stands to a record (the one of bridges)."""
    return agreement(field, compare(ours, theirs or record()))


def passes(ours: Mapping[str, object], theirs: Record | None = None) -> bool:
    """Whether nothing of the reference differs, and the record is of its work."""
    found = compare(ours, theirs or record())
    return found.same_work and not found.different


def people(*names: str) -> list[dict[str, str]]:
    """CSL names: "Doe, Jane" is a person, "=World Health Organization" a body."""
    return [_named(name) for name in names]


def _named(name: str) -> dict[str, str]:
    if name.startswith("="):
        return {"literal": name[1:]}
    family, _, given = name.partition(",")
    return {"family": family.strip(), **({"given": given.strip()} if given else {})}
