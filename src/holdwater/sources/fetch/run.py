"""Read this first: a run of capturing, from addresses to snapshots in the archive and the catalogue.

What was captured before is not asked for again, nor what was asked for lately in vain. Each answer is in the archive
before the catalogue hears of it, so that a run may be ended at any moment and the next one goes on from there.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import httpcore

from holdwater.errors import ArchiveError, FetchError
from holdwater.sources.archive.decoding import codings_of, decoded
from holdwater.sources.archive.model import Exchange, Place
from holdwater.sources.archive.reading import MAX_PAYLOAD
from holdwater.sources.archive.writer import ArchiveWriter
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, HowHad
from holdwater.sources.catalogue.moments import utc_now
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.catching_up import catch_up, notes_of
from holdwater.sources.fetch.addresses import read_target
from holdwater.sources.fetch.fetcher import Progress, fetch_all
from holdwater.sources.fetch.model import Fetched, Wanted
from holdwater.sources.fetch.network import Resolve, resolve
from holdwater.sources.fetch.pages import beginning_of, type_of
from holdwater.sources.fetch.seeking import Sought
from holdwater.sources.fetch.settings import FetchSettings
from holdwater.sources.fetch.tmp import own_folder
from holdwater.sources.fetch.unchanged import unchanged_since
from holdwater.sources.project import Layout
from holdwater.sources.standing.classify import try_of
from holdwater.sources.standing.head import head_of
from holdwater.sources.standing.history import APART, due, settled, standing_of
from holdwater.sources.standing.mementos import captured_at
from holdwater.sources.standing.model import Memento, Standing, Try


@dataclass(frozen=True)
class Captured:
    """What became of one address that was sought: how it stood, and the snapshot that there is now, if any.

    `passed_over` says why it was not asked for this time, "" if it was. `unchanged` says that it was asked for and gave
    the very same page as when `held` was captured.
    """

    url: str
    works: tuple[str, ...]
    tried: Try | None = None
    held: Held | None = None
    passed_over: str = ""
    unchanged: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of a run: every address that was sought, in that order; and what is damaged in the archive."""

    addresses: tuple[Captured, ...]
    damage: tuple[str, ...] = ()

    @property
    def standings(self) -> Mapping[Standing, int]:
        """How many of the addresses that were asked for stood how."""
        return Counter(one.tried.standing for one in self.addresses if one.tried and not one.passed_over)


def planned(
    sought: Iterable[Sought], catalogue: Catalogue | None, *, again: bool = False, now: datetime
) -> tuple[Captured, ...]:
    """What `capture` would do with these addresses; those that it would ask for have `passed_over` "".

    `catalogue` is the project's, None where there is none. Nothing is asked for, and nothing written.
    """
    addresses = _gathered(sought)
    if catalogue is not None and not again:
        _pass_over_known(addresses, catalogue, now)
    return tuple(one.captured() for one in addresses.values())


def capture(
    sought: Iterable[Sought],
    project: Path,
    settings: FetchSettings,
    progress: Progress | None = None,
    *,
    again: bool = False,
    now: Callable[[], datetime] = utc_now,
    resolve: Resolve = resolve,
    under: httpcore.AsyncNetworkBackend | None = None,
) -> Outcome:
    """Ask for addresses, and keep what they answer in a project's archive and catalogue.

    Args:
        sought: the addresses and the works that they are of, which are in the catalogue.
        project: the project's root; its catalogue is made if there is none.
        settings: how they are asked for.
        progress: told after each address that was asked for.
        again: whether addresses are asked for that were captured, or asked for lately.
        now: the clock by which "lately" is told.
        resolve: gives the IP addresses of hosts' names.
        under: makes the connections.

    Raises:
        ArchiveError: the archive or the catalogue cannot be written, is damaged or newer. What was captured is kept.
        FetchError: there is no room for the bodies.
        CatalogueError: a work is not in the catalogue.
    """
    layout = Layout(project)
    with ExitStack() as open_things:
        catalogue = open_things.enter_context(open_catalogue(project, create=True))
        damage = catch_up(layout, catalogue)
        folder = open_things.enter_context(own_folder(layout.tmp))
        writer = open_things.enter_context(ArchiveWriter(layout.archive))
        keeper = _Keeper(catalogue, layout.archive, writer, _gathered(sought))
        wanted = keeper.still_wanted(now(), again=again)
        with closing(keeper):
            fetch_all(
                wanted, settings, keeper.take, folder=folder, settle=keeper.settle, progress=progress,
                resolve=resolve, under=under,
            )  # fmt: skip
            keeper.end()
    return Outcome(tuple(one.captured() for one in keeper.addresses.values()), damage)


@dataclass
class _Address:
    """One address under all the ways that it is written, and all the works that it is of.

    Of a copy in a web archive, `of` is the address that it is a copy of; else it is the first one's writing.
    """

    of: str = ""
    memento: Memento | None = None
    urls: list[str] = field(default_factory=list)
    works: list[str] = field(default_factory=list)
    tried: Try | None = None
    held: Held | None = None
    passed_over: str = ""
    unchanged: bool = False

    def captured(self) -> Captured:
        return Captured(self.of, tuple(self.works), self.tried, self.held, self.passed_over, self.unchanged)

    @property
    def how(self) -> HowHad:
        return HowHad.MEMENTO if self.memento else HowHad.FETCHED


def _gathered(sought: Iterable[Sought]) -> dict[str, _Address]:
    found: dict[str, _Address] = defaultdict(_Address)
    for one in sought:
        address = found[_normal(one.asked)]
        address.of, address.memento = address.of or one.url, address.memento or one.memento
        address.urls += [one.asked] if one.asked not in address.urls else []
        address.works += [one.work] if one.work not in address.works else []
    return dict(found)


def _normal(url: str) -> str:
    try:
        return read_target(url).url
    except FetchError:
        return url


def _pass_over_known(addresses: Mapping[str, _Address], catalogue: Catalogue, now: datetime) -> None:
    """Note of each address what is known of it already, and where that is why it is not asked for."""
    held: dict[str, Held] = {}
    tries: dict[str, dict[Try, None]] = defaultdict(dict)
    for snapshot in catalogue.snapshots():
        if snapshot.url:
            held.setdefault(_normal(snapshot.url), snapshot)
    for tried in catalogue.tries():
        tries[_normal(tried.url)][tried] = None
    for key, address in addresses.items():
        _pass_over(address, held.get(key), list(tries.get(key, ())), now)


def _pass_over(address: _Address, held: Held | None, tries: list[Try], now: datetime) -> None:
    if held is not None:
        address.held, address.tried = held, tries[-1] if tries else None
        address.passed_over = f"captured on {held.at:%Y-%m-%d}"
        return
    when = _due(tries)
    if when is None or when > now:
        address.tried = tries[-1]
        on = f"asked for on {tries[-1].at:%Y-%m-%d}: {standing_of(tries)}"
        address.passed_over = f"{on}, to be asked for again from {when:%Y-%m-%d %H:%M} on" if when else on


class _Keeper:
    """Keeps what comes in: archive first, catalogue second, when what is in the archive is on the disk."""

    def __init__(
        self, catalogue: Catalogue, archive: Path, writer: ArchiveWriter, addresses: dict[str, _Address]
    ) -> None:
        self.addresses = addresses
        self._catalogue, self._archive, self._writer = catalogue, archive, writer
        self._reached = False
        self._absent: list[Try] = []
        self._untold: list[Callable[[], None]] = []

    def still_wanted(self, now: datetime, *, again: bool) -> list[Wanted]:
        """The addresses that are to be asked for; what is had of the others is of these works as well."""
        if not again:
            _pass_over_known(self.addresses, self._catalogue, now)
        for address in self.addresses.values():
            for work in filter(None, address.works) if address.held else ():
                assert address.held is not None
                self._catalogue.add(replace(address.held, work=work, id=0))
        return [Wanted(one.urls[0]) for one in self.addresses.values() if not one.passed_over]

    def take(self, fetched: Fetched) -> None:
        """Keep what came of one address: in the archive now, in the catalogue with the next `settle`."""
        address = self.addresses[_normal(fetched.wanted.url)]
        page = beginning_of(fetched.chain[-1]) if fetched.chain else ""
        tried = try_of(
            address.urls[0], fetched.chain, page, at=_asked_at(fetched), failure=fetched.failure, why=fetched.detail
        )
        self._reached = self._reached or bool(fetched.chain)
        payload = None
        if fetched.answer is not None and tried.standing.has_page:
            payload, tried = _payload(fetched.answer, tried)
        address.tried = tried
        if fetched.answer is None or fetched.failure is not None:
            self._untold.append(partial(self._keep_try, address, None))
            return
        title = head_of(page).shown_title if payload and page else ""
        copied = _copied(address, fetched)
        notes = notes_of(tried, tuple(address.works), address.how, title, copied)
        held = _held(fetched.answer, tried, payload, title, copied) if payload else None
        before = unchanged_since(fetched.answer, held, self._catalogue, self._archive) if held else None
        same_as = before.group if before else None
        place = self._writer.write(fetched.answer, hops=fetched.chain[:-1], fields=notes, same_as=same_as, settle=False)
        if held is None:
            self._untold.append(partial(self._keep_try, address, place))
        elif before:
            self._untold.append(partial(self._keep_look, address, before.held, place))
        else:
            self._untold.append(partial(self._keep_snapshot, address, replace(held, place=place)))

    def settle(self) -> None:
        """Tell the catalogue of what was taken since the last time, once it is on the disk."""
        if self._untold:
            self._writer.settle()
            with self._catalogue.together():
                for tell in self._untold:
                    tell()
            self._untold.clear()

    def end(self) -> None:
        """Keep what can be told of only at the run's end: hosts without a name, where nothing else was reached."""
        self.settle()
        with self._catalogue.together():
            for tried in settled(self._absent, reached=self._reached):
                self._catalogue.add_try(tried)
                address = self.addresses[_normal(tried.url)]
                address.tried = replace(tried, url=address.urls[0])
        self._absent.clear()

    def close(self) -> None:
        """Keep what was taken, however the run ended."""
        self.settle()

    def _keep_try(self, address: _Address, place: Place | None) -> None:
        assert address.tried is not None
        tries = [replace(address.tried, url=url) for url in address.urls]
        if address.tried.standing is Standing.NOT_THERE and not self._reached:
            self._absent += tries
            return
        for one in tries:
            self._catalogue.add_try(one, place)

    def _keep_look(self, address: _Address, before: Held, place: Place) -> None:
        """Know that a page is the same as before; what was captured then is of all these works."""
        assert address.tried is not None
        address.unchanged = True
        for work in reversed(address.works):
            address.held = self._catalogue.add(replace(before, work=work, id=0))
        for url in address.urls:
            self._catalogue.add_try(replace(address.tried, url=url), place)

    def _keep_snapshot(self, address: _Address, held: Held) -> None:
        assert address.tried is not None
        for work in reversed(address.works):
            address.held = self._catalogue.add(replace(held, work=work), address.tried)
        for url in address.urls[1:]:
            self._catalogue.add_try(replace(address.tried, url=url))


def _copied(address: _Address, fetched: Fetched) -> Memento | None:
    """The copy that was had, of the day that its archive says; None where the page itself was asked for."""
    if address.memento is None or fetched.answer is None:
        return None
    said = captured_at(fetched.answer.url, fetched.answer.headers)
    return Memento(fetched.answer.url, said or address.memento.at, address.of)


def _asked_at(fetched: Fetched) -> datetime | None:
    return fetched.chain[0].started if fetched.chain else None


def _due(tries: list[Try]) -> datetime | None:
    """When an address without a snapshot is to be asked for; None for never again."""
    if not tries or tries[-1].standing is Standing.REFUSED:  # by settings, perhaps, that are others now
        return datetime.min.replace(tzinfo=UTC)
    if standing_of(tries) is Standing.DEAD:
        return None
    return due(tries) or tries[-1].at + APART


@dataclass(frozen=True, slots=True)
class _Payload:
    sha256: str
    size: int


def _payload(answer: Exchange, tried: Try) -> tuple[_Payload | None, Try]:
    """The digest of what an answer holds when it is unpacked; where that cannot be had, the try that says so."""
    if answer.body is None:
        return None, replace(tried, standing=Standing.NO_ANSWER, detail=f"{tried.detail}, and not a byte of a page")
    digest, size = hashlib.sha256(), 0
    try:
        with answer.body.open("rb") as file:
            for piece in decoded(file, codings_of(answer.headers), most=MAX_PAYLOAD, where=answer.url):
                digest.update(piece)
                size += len(piece)
    except ArchiveError as error:
        standing = Standing.REFUSED if size >= MAX_PAYLOAD - 2**20 else Standing.NO_ANSWER
        return None, replace(tried, standing=standing, detail=f"cannot be read: {error.what}")
    return _Payload(digest.hexdigest(), size), tried


_NOWHERE = Place("", 0, 0, 0, "")


def _held(answer: Exchange, tried: Try, payload: _Payload, title: str, copied: Memento | None) -> Held:
    """What is captured, of no work and at no place of the archive yet."""
    media_type, charset = type_of(answer)
    return Held(
        work="",
        url=copied.original if copied else tried.url,
        at=answer.started,
        how=HowHad.MEMENTO if copied else HowHad.FETCHED,
        place=_NOWHERE,
        sha256=payload.sha256,
        size=payload.size,
        media_type=media_type,
        charset=charset,
        final_url=tried.final_url,
        status=tried.status,
        title=title,
        memento=copied.at if copied else None,
    )
