"""Ids for the works of a list, each its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from holdwater.sources.catalogue.merging import free_id


def with_ids(items: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """The items, each with an id of its own: its id, its citation key, or author, year and a word of its title."""
    taken: dict[str, int] = {}
    for item in items:
        named = item if item.get("id") else {**item, "id": item.get("citation-key")}
        own = _numbered(free_id(named, lambda _: False), taken)
        taken[own] = 1
        yield {**item, "id": own}


def _numbered(wanted: str, taken: dict[str, int]) -> str:
    """`wanted`, with the next number where it is taken; the count of each is kept, for lists where many are alike."""
    own = wanted
    while own in taken:
        taken[wanted] += 1
        own = f"{wanted}-{taken[wanted]}"
    return own
