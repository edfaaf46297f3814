"""What a project's catalogue knows beside the sources in hand, as a check asks for it. No socket is opened here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache, cached_property, partial
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
from holdwater.sources.standing.model import Memento

MEMENTOS = "web archives"
"""The service under which the catalogue keeps what web archives said that they hold."""

_LIVE = frozenset({HowHad.FETCHED, HowHad.BROWSER, HowHad.PACKED})


@contextmanager
def knowledge_of(project: Path, document: Path | None, shelf: Shelf) -> Iterator[Known]:
    """What is known in a project; each address is looked up when it is first asked for.

    The catalogue stays open, for reading, as long as the context does.

    Args:
        project: the root of a project with a catalogue.
        document: the document under check; None where it has no path.
        shelf: the sources in hand, with the project's captures among them (see `holdings`).

    Raises:
        ArchiveError: the catalogue is damaged or newer. So does what is asked for later, where that is damaged.
    """
    from holdwater.sources.catalogue.opening import open_catalogue

    with open_catalogue(project, read_only=True) as catalogue:
        yield Known(
            tries=cache(catalogue.tries),
            held=cache(lambda url: _latest(catalogue.snapshots(url=url))),
            mementos=cache(lambda url: kept_mementos(catalogue, url)),
            captures=_Captures(shelf),
            said=KeptTies(catalogue.ties(Layout(project).name_of(document))) if document else KeptTies(),
            look_up=partial(_look_up, catalogue),
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


def _latest(snapshots: Sequence[Held]) -> datetime | None:
    """When an address was last captured. A copy from a web archive is a capture of it as well."""
    return max((one.at for one in snapshots if one.how in _LIVE or one.memento), default=None)


def _look_up(catalogue: Catalogue, reference: Reference) -> LookUp | None:
    """What the kept answers of services say of a reference."""
    from holdwater.sources.records.kept_answers import kept_look_up

    return kept_look_up(catalogue)(reference)


class _Captures:
    """The earlier captures of sources, which lie on the shelf beside them; the shelf is gone through once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @cached_property
    def _by_source(self) -> Mapping[str, list[Captured]]:
        found: dict[str, list[Captured]] = defaultdict(list)
        for one in self._shelf.sources.values():
            if one.of and one.captured is not None:
                found[one.of].append(Captured(one.captured, partial(_text, self._shelf, one.id)))
        return found

    def __call__(self, source_id: str) -> Sequence[Captured]:
        """The earlier captures of a source."""
        return self._by_source.get(source_id, ())


def _text(shelf: Shelf, source_id: str) -> str:
    return shelf.document(source_id).text
