"""Which addresses are captured again: those of the pages that a document's works were captured from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import TieState
from holdwater.sources.citing import Cited
from holdwater.sources.fetch.seeking import Sought
from holdwater.sources.kept_ties import digest_of


def works_of(catalogue: Catalogue, document: str, cited: Iterable[Cited]) -> tuple[str, ...]:
    """The works that a document's references lead to: by the ties that are kept, or by their identifiers.

    Args:
        catalogue: of the project.
        document: what the catalogue calls it.
        cited: its references. A tie of words that it has no more does not count.
    """
    ties = catalogue.ties(document)
    untied = {(one.reference, one.work) for one in ties if one.state is TieState.UNTIED}
    kept = {one.reference: one.work for one in ties if one.state is not TieState.UNTIED}
    works: dict[str, None] = {}
    for one in cited:
        digest = digest_of(one.reference)
        found = [kept[digest]] if digest in kept else []
        found += [work.id for work in catalogue.find(one.reference.identifiers) if (digest, work.id) not in untied]
        works |= dict.fromkeys(found)
    return tuple(works)


def captured_before(catalogue: Catalogue, works: Iterable[str]) -> dict[Sought, datetime]:
    """The addresses that these works were captured at, and when each was last (UTC), or was last found unchanged.

    Files that a person has added have none, and copies of a web archive do not change.
    """
    found: dict[Sought, datetime] = {}
    for work in works:
        for one in catalogue.snapshots(work):
            if one.url.startswith(("http://", "https://")) and one.memento is None:
                sought = Sought(one.url, work)
                found[sought] = max(one.at, found.get(sought, one.at))
    return {one: max([at, *_seen(catalogue, one.url)]) for one, at in found.items()}


def _seen(catalogue: Catalogue, url: str) -> Iterator[datetime]:
    return (one.at for one in catalogue.tries(url) if one.standing.has_page)
