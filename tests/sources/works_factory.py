"""Small makers of sources and references for the tests of this folder. All works here are invented."""

from __future__ import annotations

from holdwater.document import Span
from holdwater.extract.model import Reference
from holdwater.sources.model import Source, Tie
from holdwater.sources.tie import tie


def source(
    source_id: str, title: str = "", author: str = "", year: int | None = None, *, ids: str = "", **csl: object
) -> Source:
    """A source; `author` holds "Family, Given" names with ";" between, names without a comma are institutions."""
    item: dict[str, object] = dict(csl)
    if title:
        item["title"] = title
    if author:
        item["author"] = [person(name) for name in author.split("; ")]
    if year:
        item["issued"] = {"date-parts": [[year]]}
    return Source(source_id, f"{source_id}.html", item, tuple(ids.split("|")) if ids else ())


def person(name: str) -> dict[str, str]:
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}


def reference(raw: str, *, ids: str = "", reference_id: str = "r1", **csl: object) -> Reference:
    """A reference with this raw text, identifiers ("|" between) and CSL fields."""
    return Reference(reference_id, Span(0, len(raw)), raw, dict(csl), tuple(ids.split("|")) if ids else ())


def tied(raw: str | Reference, *sources: Source) -> Tie:
    """The tie of one reference."""
    one = raw if isinstance(raw, Reference) else reference(raw)
    return tie([one], {each.id: each for each in sources})[one.id]
