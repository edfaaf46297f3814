"""What is kept of how a document's references were tied: what people confirmed and untied, and what was proposed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from holdwater.sources.catalogue.model import KeptTie, TieState
from holdwater.sources.identify import comparable
from holdwater.sources.project import Layout, project_of
from holdwater.sources.words import Words
from holdwater.sources.works import telling

if TYPE_CHECKING:
    from holdwater.extract.model import Reference

TELLING = 3
"""Words of its own that a reference needs to be known again by them."""


def digest_of(reference: Reference) -> str:
    """A digest by which a reference is known again, whatever changes around it.

    It is taken of its own words, without regard to letter case, accents and punctuation. Of one that has next to none
    (a link's "here", `[@doe]`, "RFC 2119") it is taken of the address, the citation key or the number instead.
    """
    return hashlib.sha256("\n".join(_own(reference)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _own(reference: Reference) -> tuple[str, ...]:
    words = Words.of(normalize("NFC", reference.raw)).texts
    identifiers = sorted(comparable(reference.identifiers))
    if identifiers and reference.id.partition("~")[0] in reference.identifiers:  # it is nothing but its identifier
        return ("identifiers", *identifiers)
    if telling(words) >= TELLING:
        return ("words", *words)
    key = reference.csl.get("citation-key")
    if isinstance(key, str) and key:
        return ("key", key)
    return ("identifiers", *identifiers) if identifiers else ("words", *words)


@dataclass(frozen=True)
class Said:
    """What is kept of one reference: the tie a person confirmed, the one proposed, what a person untied it from."""

    confirmed: KeptTie | None = None
    proposed: KeptTie | None = None
    untied: frozenset[str] = frozenset()


class KeptTies:
    """The kept ties of one document."""

    def __init__(self, ties: Iterable[KeptTie] = ()) -> None:
        self._by_reference: dict[str, list[KeptTie]] = defaultdict(list)
        for one in ties:
            self._by_reference[one.reference].append(one)

    def of(self, reference: Reference) -> Said:
        """What is kept of a reference."""
        if not self._by_reference:
            return Said()
        states: dict[TieState, list[KeptTie]] = defaultdict(list)
        for one in self._by_reference.get(digest_of(reference), ()):
            states[one.state].append(one)
        confirmed, proposed = states[TieState.CONFIRMED], states[TieState.PROPOSED]
        return Said(
            confirmed[-1] if confirmed else None,
            proposed[-1] if proposed else None,
            frozenset(one.work for one in states[TieState.UNTIED]),
        )


NO_TIES = KeptTies()


def ties_of(document: Path) -> KeptTies:
    """The kept ties of the document at this path, in the catalogue of its project; none where it has no catalogue.

    Raises ArchiveError where the catalogue is damaged or newer.
    """
    project = project_of(document.absolute().parent)
    if project is None:
        return NO_TIES
    from holdwater.sources.catalogue.opening import open_catalogue

    with open_catalogue(project, read_only=True) as catalogue:
        return KeptTies(catalogue.ties(Layout(project).name_of(document)))
