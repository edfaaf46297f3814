"""What a project knows besides the sources in hand: of addresses, web archives, earlier captures and catalogues."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from holdwater.extract.model import Reference
from holdwater.sources.kept_ties import NO_TIES, KeptTies
from holdwater.sources.records.model import LookUp
from holdwater.sources.standing.model import Memento, Try


@dataclass(frozen=True)
class Captured:
    """An earlier capture of a source than the one in hand: when it was made (UTC), and how its text is had.

    `text` raises ReadError where no text can be had of it.
    """

    at: datetime
    text: Callable[[], str]


def _no_tries(_url: str) -> Sequence[Try]:
    return ()


def _no_moment(_url: str) -> datetime | None:
    return None


def _not_asked(_url: str) -> Sequence[Memento] | None:
    return None


def _no_captures(_source_id: str) -> Sequence[Captured]:
    return ()


def _never_looked_up(_reference: Reference) -> LookUp | None:
    return None


@dataclass(frozen=True)
class Known:
    """What is known of addresses and sources; each is asked only where a rule needs it, and none opens a socket.

    Attributes:
        tries: every try of an address.
        held: when the latest snapshot of an address in the archive was captured (UTC); None if there is none.
        mementos: what web archives hold of an address; None where they were not asked.
        captures: the earlier captures of a source, by its id on the shelf.
        said: what people have said of how the document's references are tied.
        look_up: what the services that were asked have of a reference; None where none was asked for it.
    """

    tries: Callable[[str], Sequence[Try]] = _no_tries
    held: Callable[[str], datetime | None] = _no_moment
    mementos: Callable[[str], Sequence[Memento] | None] = _not_asked
    captures: Callable[[str], Sequence[Captured]] = _no_captures
    said: KeptTies = NO_TIES
    look_up: Callable[[Reference], LookUp | None] = _never_looked_up
