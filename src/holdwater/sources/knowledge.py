"""What a project's catalogue knows beside the sources in hand, as a check asks for it. No socket is opened here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import msgspec

from holdwater.extract.model import Reference
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, HowHad, KeptAnswer
from holdwater.sources.kept_ties import KeptTies
from holdwater.sources.known import Captured, Known
from holdwater.sources.project import Layout
from holdwater.sources.records.model import LookUp
from holdwater.sources.shelf import Shelf
from holdwater.sources.standing.model import Memento, Try

MEMENTOS = "web archives"
"""The service under which the catalogue keeps what web archives said that they hold."""

_LIVE = frozenset({HowHad.FETCHED, HowHad.BROWSER, HowHad.PACKED})


def knowledge_of(project: Path, document: Path | None, shelf: Shelf) -> Known:
    """What is known in a project.

    Args:
        project: the root of a project with a catalogue.
        document: the document under check; None where it has no path.
        shelf: the sources in hand, with the project's captures among them (see `holdings`).

    Raises:
        ArchiveError: the catalogue is damaged or newer.
    """
    from holdwater.sources.catalogue.opening import open_catalogue

    with open_catalogue(project, read_only=True) as catalogue:
        said = KeptTies(catalogue.ties(Layout(project).name_of(document))) if document else KeptTies()
        tries, snapshots = _by_address(catalogue.tries()), catalogue.snapshots()
        mementos = {url: found for url in tries if (found := kept_mementos(catalogue, url)) is not None}
    held = _latest(snapshots)
    return Known(
        tries=lambda url: tries.get(_plain(url), ()),
        held=lambda url: held.get(_plain(url)),
        mementos=lambda url: mementos.get(_plain(url)),
        captures=partial(_captures, shelf),
        said=said,
        look_up=partial(_look_up, project),
    )


def keep_mementos(catalogue: Catalogue, url: str, found: Sequence[Memento], at: datetime) -> None:
    """Keep what the web archives hold of an address; an empty list says that those that were asked have none."""
    catalogue.keep_answer(KeptAnswer(MEMENTOS, _plain(url), msgspec.json.encode(list(found)), at))


def kept_mementos(catalogue: Catalogue, url: str) -> tuple[Memento, ...] | None:
    """What web archives hold of an address, as far as they were asked; None where they never were."""
    kept = catalogue.answer(MEMENTOS, _plain(url))
    return None if kept is None else tuple(msgspec.json.decode(kept.body, type=list[Memento]))


def _plain(url: str) -> str:
    """An address as the catalogue compares it: without its fragment."""
    return url.partition("#")[0]


def _by_address(tries: Sequence[Try]) -> dict[str, list[Try]]:
    found: dict[str, list[Try]] = defaultdict(list)
    for one in tries:
        found[_plain(one.url)].append(one)
    return found


def _latest(snapshots: Sequence[Held]) -> dict[str, datetime]:
    """When each address was last captured. A copy from a web archive is a capture of it as well."""
    found: dict[str, datetime] = {}
    for one in snapshots:
        if one.url and (one.how in _LIVE or one.memento):
            found[_plain(one.url)] = max(one.at, found.get(_plain(one.url), one.at))
    return found


def _look_up(project: Path, reference: Reference) -> LookUp | None:
    """What the kept answers of services say of a reference."""
    from holdwater.sources.catalogue.opening import open_catalogue
    from holdwater.sources.records.kept_answers import kept_look_up

    with open_catalogue(project, read_only=True) as catalogue:
        return kept_look_up(catalogue)(reference)


def _captures(shelf: Shelf, source_id: str) -> tuple[Captured, ...]:
    """The earlier captures of a source that lie on the shelf beside it."""
    return tuple(
        Captured(one.captured, partial(_text, shelf, one.id))
        for one in shelf.sources.values()
        if one.of == source_id and one.captured is not None
    )


def _text(shelf: Shelf, source_id: str) -> str:
    return shelf.document(source_id).text
