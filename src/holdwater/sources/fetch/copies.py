"""Copies of what is not there any more: what web archives hold of addresses, asked once and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date

from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.moments import utc_now
from holdwater.sources.fetch.run import Captured
from holdwater.sources.fetch.seeking import Sought
from holdwater.sources.knowledge import keep_mementos, kept_mementos
from holdwater.sources.standing.mementos import ARCHIVES, Get, LookedUp, by_nearness, find_mementos
from holdwater.sources.standing.model import Memento, Standing
from holdwater.sources.standing.route import archived_address

WANTING = frozenset({Standing.SOFT_404, Standing.BLOCKED, Standing.NOT_THERE, Standing.DEAD, Standing.NO_ANSWER})
"""Standings of addresses of which a copy is worth looking for."""

AT_ONCE = 2
"""Addresses that archives are asked about at once; what one host is asked is kept apart by the conversation anyway."""


MOST_TRIED = 3
"""Copies of one address that are asked for, until one of them is had."""


@dataclass(frozen=True)
class Copies:
    """What archives hold: the copies nearest the citation's day, by address; and which archives failed, and why.

    An address that is in neither is one of which they hold nothing.
    """

    nearest: Mapping[str, tuple[Memento, ...]] = field(default_factory=dict)
    failed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def sought(self, captured: Iterable[Captured], turn: int = 0) -> list[Sought]:
        """The copies to capture at the first turn, at the second …, each for all works of its address."""
        return [
            Sought(one.url, work, self.nearest[one.url][turn])
            for one in captured
            if len(self.nearest.get(one.url, ())) > turn
            for work in one.works
        ]


def _worth_trying(mementos: Iterable[Memento], when: date | None) -> tuple[Memento, ...]:
    """The copies to try, the nearest first. Of one day only the nearest: what was no page then was none all day."""
    days: dict[date, Memento] = {}
    for one in by_nearness(mementos, when):
        days.setdefault(one.at.date(), one)
    return tuple(days.values())[:MOST_TRIED]


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
    nearest: dict[str, tuple[Memento, ...]] = {}
    failed: dict[str, Mapping[str, str]] = {}
    open_questions: list[str] = []
    for one in asked:
        kept = kept_mementos(catalogue, one.url) if one.passed_over else None
        if kept is None:
            open_questions.append(one.url)
        elif kept:
            nearest[one.url] = _worth_trying(kept, when(one.url))
    for url, said in _answers(open_questions, lambda url: find_mementos(url, when(url), get), step):
        if said.mementos or len(said.failed) < len(said.asked):
            keep_mementos(catalogue, url, said.mementos, utc_now())
        if said.mementos:
            nearest[url] = _worth_trying(said.mementos, when(url))
        elif said.failed:
            failed[url] = said.failed
    return Copies(nearest, failed)


def find_further_copies(
    copies: Copies,
    captured: Iterable[Captured],
    catalogue: Catalogue,
    get: Get,
    when: Callable[[str], date | None],
    step: Callable[[int, int], None] | None = None,
) -> Copies:
    """Ask for the whole lists of copies of addresses of which an archive named one copy, and that could not be had.

    Args:
        copies: what is known so far; what is found besides comes after it.
        captured: the addresses. As for the others, see `find_copies`.
    """
    lists = [replace(archive, availability="") for archive in ARCHIVES]
    urls = [one.url for one in captured if len(copies.nearest.get(one.url, ())) == 1]
    nearest = dict(copies.nearest)
    for url, said in _answers(urls, lambda url: find_mementos(url, when(url), get, lists), step):
        if said.mementos:
            first = copies.nearest[url][0]
            keep_mementos(catalogue, url, (first, *said.mementos), utc_now())
            others = (one for one in said.mementos if one.at.date() != first.at.date())
            nearest[url] = (first, *_worth_trying(others, when(url)))[:MOST_TRIED]
    return Copies(nearest, copies.failed)


def _answers(
    urls: Sequence[str], ask: Callable[[str], LookedUp], step: Callable[[int, int], None] | None
) -> Iterator[tuple[str, LookedUp]]:
    with ThreadPoolExecutor(AT_ONCE, "copies") as threads:
        for done, (url, said) in enumerate(zip(urls, threads.map(ask, urls), strict=True), 1):
            yield url, said
            if step:
                step(done, len(urls))
