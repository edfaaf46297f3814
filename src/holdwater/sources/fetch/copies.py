"""Copies of what is not there any more: what web archives hold of addresses, asked once and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.fetch.run import Captured
from holdwater.sources.fetch.seeking import Sought
from holdwater.sources.knowledge import keep_mementos, kept_mementos
from holdwater.sources.standing.mementos import Get, by_nearness, find_mementos
from holdwater.sources.standing.model import Memento, Standing
from holdwater.sources.standing.route import archived_address

WANTING = frozenset({Standing.SOFT_404, Standing.BLOCKED, Standing.NOT_THERE, Standing.DEAD, Standing.NO_ANSWER})
"""Standings of addresses of which a copy is worth looking for."""

AT_ONCE = 2
"""Addresses that archives are asked about at once; what one host is asked is kept apart by the conversation anyway."""


@dataclass(frozen=True)
class Copies:
    """What archives hold: the copy nearest the citation's day, by address; and which archives failed, and why.

    An address that is in neither is one of which they hold nothing.
    """

    nearest: Mapping[str, Memento] = field(default_factory=dict)
    failed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def sought(self, captured: Iterable[Captured]) -> list[Sought]:
        """The copies to capture, each for all works of its address."""
        return [
            Sought(one.url, work, self.nearest[one.url])
            for one in captured
            if one.url in self.nearest
            for work in one.works
        ]


def wanting(captured: Iterable[Captured]) -> tuple[Captured, ...]:
    """The addresses that were not had, and of which an archive may hold a copy; copies themselves are none."""
    return tuple(
        one
        for one in captured
        if one.held is None and one.tried and one.tried.standing in WANTING and not archived_address(one.url)
    )


def find_copies(
    captured: Iterable[Captured],
    catalogue: Catalogue,
    get: Get,
    when: Callable[[str], date | None],
    step: Callable[[int, int], None] | None = None,
) -> Copies:
    """Ask web archives of what they hold, and keep in the catalogue what they say.

    Args:
        captured: the addresses (see `wanting`). Of one that was not asked for again this time, what is kept counts.
        catalogue: of the project.
        get: asks an address; by several threads.
        when: the day of an address's citation.
        step: told how many are done, of how many.
    """
    asked = list(captured)
    nearest: dict[str, Memento] = {}
    failed: dict[str, Mapping[str, str]] = {}
    open_questions: list[str] = []
    for one in asked:
        kept = kept_mementos(catalogue, one.url) if one.passed_over else None
        if kept is None:
            open_questions.append(one.url)
        elif kept:
            nearest[one.url] = by_nearness(kept, when(one.url))[0]
    with ThreadPoolExecutor(AT_ONCE, "copies") as threads:
        answers = threads.map(lambda url: find_mementos(url, when(url), get), open_questions)
        for done, (url, said) in enumerate(zip(open_questions, answers, strict=True), 1):
            if said.mementos or len(said.failed) < len(said.asked):
                keep_mementos(catalogue, url, said.mementos, datetime.now(UTC))
            if said.nearest:
                nearest[url] = said.nearest
            elif said.failed:
                failed[url] = said.failed
            if step:
                step(done, len(open_questions))
    return Copies(nearest, failed)
