"""Has what is cited: the pages, copies of those that are gone out of web archives, and what a browser shows of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

import httpcore

from holdwater.sources.archive.writer import ArchiveWriter
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.fetch.conversing import conversing
from holdwater.sources.fetch.copies import MOST_TRIED, Copies, find_copies, find_further_copies, wanting
from holdwater.sources.fetch.network import Resolve, resolve
from holdwater.sources.fetch.run import Captured, Outcome, capture
from holdwater.sources.fetch.seeking import Sought
from holdwater.sources.fetch.settings import FetchSettings
from holdwater.sources.fetch.tmp import own_folder
from holdwater.sources.project import Layout
from holdwater.sources.standing.mementos import Get


@dataclass(frozen=True)
class Way:
    """How the network is reached: what gives the addresses of names, and what makes the connections."""

    resolve: Resolve = resolve
    under: httpcore.AsyncNetworkBackend | None = None


@dataclass(frozen=True)
class Watching:
    """What is told of a long run: `doing` names a stage for as long as it lasts, `step` how far it has come."""

    doing: Callable[[str], AbstractContextManager[None]] = lambda _: nullcontext()
    step: Callable[[int, int], None] = lambda _done, _of: None


@dataclass(frozen=True)
class Wishes:
    """What is wanted: `again` what was had before as well; copies out of `archives`; what a `browser` shows."""

    again: bool = False
    archives: bool = True
    browser: bool = False


@dataclass(frozen=True)
class Obtained:
    """What came of it: every address, with the copy that was had in its place; what archives said of the others.

    `unshown` says by address why a browser did not show a page; `damage` what is damaged in the archive.
    """

    addresses: tuple[Captured, ...]
    copies: Copies | None = None
    unshown: Mapping[str, str] = field(default_factory=dict)
    damage: tuple[str, ...] = ()


def obtain(
    sought: Sequence[Sought],
    project: Path,
    settings: FetchSettings,
    wishes: Wishes,
    *,
    when: Callable[[str], date | None] = lambda _: None,
    way: Way | None = None,
    watching: Watching | None = None,
) -> Obtained:
    """Capture addresses, and copies of those that were not had.

    Args:
        sought: the addresses, each with its work, which is in the catalogue.
        project: the project's root.
        settings: how addresses and services are asked.
        wishes: what is wanted besides.
        when: the day on which an address was cited; the copy nearest to it is taken.
        way: how the network is reached.
        watching: told how far it has come.

    Raises:
        ArchiveError, FetchError, CatalogueError: as `run.capture` does; or a browser is wanted and there is none.
    """
    way, watching = way or Way(), watching or Watching()
    if wishes.browser:
        from holdwater.sources.fetch.browsing import require_browser
        from holdwater.sources.standing.browser import BrowserSettings

        require_browser(BrowserSettings())
    had = _captured(sought, project, settings, way, watching, "fetching", again=wishes.again)
    addresses, copies = had.addresses, None
    if wishes.archives and (gone := wanting(addresses)):
        ask = partial(_asked_archives, project=project, settings=settings, when=when, way=way, watching=watching)
        copies = ask(partial(find_copies, gone))
        for turn in range(MOST_TRIED):
            if not (sought := copies.sought(wanting(addresses), turn)):
                break
            again = _captured(sought, project, settings, way, watching, "fetching copies", again=wishes.again)
            addresses = _with_copies(addresses, again.addresses)
            lacking = [one for one in again.addresses if one.held is None and not one.passed_over]
            if turn == 0 and lacking:
                copies = ask(partial(find_further_copies, copies, lacking))
    unshown = _browsed(addresses, project, settings, watching) if wishes.browser else {}
    return Obtained(addresses, copies, unshown, had.damage)


def _captured(
    sought: Sequence[Sought],
    project: Path,
    settings: FetchSettings,
    way: Way,
    watching: Watching,
    doing: str,
    *,
    again: bool,
) -> Outcome:
    with watching.doing(doing):
        return capture(
            sought,
            project,
            settings,
            lambda done, of, _: watching.step(done, of),
            again=again,
            resolve=way.resolve,
            under=way.under,
        )


Ask = Callable[[Catalogue, Get, Callable[[str], date | None], Callable[[int, int], None]], Copies]


def _asked_archives(
    ask: Ask,
    project: Path,
    settings: FetchSettings,
    when: Callable[[str], date | None],
    way: Way,
    watching: Watching,
) -> Copies:
    layout = Layout(project)
    with (
        watching.doing("asking web archives"),
        open_catalogue(project) as catalogue,
        own_folder(layout.tmp) as folder,
        conversing(settings, folder, resolve=way.resolve, under=way.under) as conversation,
    ):
        return ask(catalogue, conversation.get, when, watching.step)


def _with_copies(addresses: Iterable[Captured], copies: Iterable[Captured]) -> tuple[Captured, ...]:
    held = {one.url: one.held for one in copies}
    return tuple(replace(one, held=one.held or held.get(one.url)) for one in addresses)


def _browsed(
    addresses: Iterable[Captured], project: Path, settings: FetchSettings, watching: Watching
) -> Mapping[str, str]:
    from holdwater.sources.fetch.browsing import browse, shown_pages
    from holdwater.sources.standing.browser import BrowserSettings
    from holdwater.sources.standing.hosts import public_hosts

    layout = Layout(project)
    bounds = BrowserSettings(whole=settings.whole, max_bytes=settings.max_bytes)
    checked = public_hosts(allow_private=settings.allow_private)
    with (
        watching.doing("showing pages in a browser"),
        open_catalogue(project) as catalogue,
        ArchiveWriter(layout.archive) as writer,
        own_folder(layout.tmp) as folder,
    ):
        return browse(shown_pages(addresses), catalogue, writer, folder, checked, bounds, watching.step)
