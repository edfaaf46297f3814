"""Fetches many addresses at once: redirects by hand, every one of them checked; tries again; polite to every host.

The asking runs in a thread of its own; what comes of it is taken in the caller's, one at a time, so that whoever writes
it down need know nothing of that.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import httpcore
import httpx

from holdwater.errors import FetchError
from holdwater.sources.archive.model import Exchange
from holdwater.sources.fetch.addresses import Target, next_target, read_target, refusal
from holdwater.sources.fetch.asking import REDIRECTS, Answer, Asker
from holdwater.sources.fetch.faults import Fault
from holdwater.sources.fetch.handing import Handing
from holdwater.sources.fetch.model import Fetched, Wanted
from holdwater.sources.fetch.network import CheckedBackend, CheckedTransport, Resolve, resolve
from holdwater.sources.fetch.pages import refresh_of
from holdwater.sources.fetch.politeness import Host, back_off, retry_after
from holdwater.sources.fetch.robots import Robots
from holdwater.sources.fetch.settings import FetchSettings
from holdwater.sources.standing.model import Failure

Take = Callable[[Fetched], None]
Progress = Callable[[int, int, str], None]
"""Is told how many addresses are done, of how many, and which one was the last."""

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may be others when one asks again (RFC 9110, section 15; RFC 6585; RFC 8470)."""

MOST_TOGETHER = 32
"""Answers that are settled together at most."""


def fetch_all(
    wanted: Iterable[Wanted | str],
    settings: FetchSettings,
    take: Take,
    *,
    folder: Path,
    settle: Callable[[], None] = lambda: None,
    progress: Progress | None = None,
    resolve: Resolve = resolve,
    under: httpcore.AsyncNetworkBackend | None = None,
) -> None:
    """Ask for every address, and hand over what comes of each, as it comes.

    Args:
        wanted: the addresses; one that was written twice is asked for once.
        settings: how.
        take: is given what came of each address, in the caller's thread, one after another. The files of the bodies
            are gone when it returns.
        folder: where those files are until then; it must be there.
        settle: is called when all that has come in was taken, before anything is waited for, and after `MOST_TOGETHER`
            in any case: what is dear to do for each address can be done for several there.
        progress: is called after each.
        resolve: gives the IP addresses of hosts' names.
        under: makes the connections.

    Raises:
        FetchError: the run cannot go on: a body cannot be written, or the settings' authority cannot be read.
        Exception: whatever `take` and `settle` raise. All that was under way is given up then.
    """
    every = _distinct(wanted)

    async def run(handing: Handing) -> None:
        transport = CheckedTransport(settings, CheckedBackend(settings.allow_private, resolve, under))
        try:
            asking = Following(settings, Asker(settings, transport, Path(bodies)), handing.open)
            await _all(every, asking, handing)
        finally:
            await transport.aclose()

    with TemporaryDirectory(prefix="bodies-", dir=folder) as bodies, Handing(run) as handing:
        for done, fetched in enumerate(handing, 1):
            take(fetched)
            fetched.drop()
            if handing.is_empty or done % MOST_TOGETHER == 0:
                settle()
            if progress is not None:
                progress(done, len(every), fetched.wanted.url)


def _distinct(wanted: Iterable[Wanted | str]) -> tuple[Wanted, ...]:
    """Each address once, under the first way it was written; cited once is cited."""
    found: dict[str, Wanted] = {}
    for one in wanted:
        named = Wanted(one) if isinstance(one, str) else one
        try:
            key = read_target(named.url).url
        except FetchError:
            key = named.url
        known = found.setdefault(key, named)
        found[key] = replace(known, crawled=known.crawled and named.crawled)
    return tuple(found.values())


async def _all(wanted: Sequence[Wanted], asking: Following, handing: Handing) -> None:
    async def one(address: Wanted) -> None:
        handing.give(await asking.follow(address))

    try:
        async with asyncio.TaskGroup() as group:
            for address in wanted:
                group.create_task(one(address))
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None


class Following:
    """Follows addresses to where they lead: what all requests of one run share, the pace of every host first of all.

    Used on one event loop. While `going` is not set, nothing is asked for.
    """

    def __init__(self, settings: FetchSettings, asker: Asker, going: asyncio.Event) -> None:
        self._settings, self._asker, self._going = settings, asker, going
        self._slots = asyncio.Semaphore(settings.concurrency)
        self._hosts: dict[str, Host] = {}
        self._robots = Robots(lambda target: self._follow(Wanted(target.url), target))

    async def follow(self, wanted: Wanted) -> Fetched:
        """Ask for an address and whatever it redirects to. Raises FetchError only where no body can be written."""
        try:
            target = read_target(wanted.url)
        except FetchError as error:
            return Fetched(wanted, (), Failure.REFUSED, str(error))
        return await self._follow(wanted, target)

    async def _follow(self, wanted: Wanted, first: Target) -> Fetched:
        """Ask for an address and whatever it redirects to, up to the end or a fault."""
        trail = _Trail(wanted)
        target: Target | None = first
        while target is not None:
            if fault := await self._objection(target, trail):
                return trail.end(fault)
            answer = await self._ask(target, trail)
            try:
                target = trail.onward(target, answer)
            except FetchError as error:
                return trail.end(Fault(Failure.REFUSED, f"a redirect leads off the web: {error}"))
        return trail.end(answer.fault)

    async def _objection(self, target: Target, trail: _Trail) -> Fault | None:
        """Why `target` is not asked for, now that it is its turn."""
        if why := refusal(target, allow_private=self._settings.allow_private):
            return Fault(Failure.REFUSED, f"a redirect leads to what is not asked for: {why}" if trail.hops else why)
        if trail.returns(target):
            return Fault(Failure.ENDLESS, "the redirects go round in a circle")
        if len(trail.hops) > self._settings.max_redirects:
            return Fault(Failure.ENDLESS, f"more than {self._settings.max_redirects} redirects")
        if trail.wanted.crawled:
            rules = await self._robots.rules(target)
            self._host(target).slow_down(rules.delay)
            if not rules.allow(target):
                return Fault(Failure.ROBOTS, f"the robots.txt of {target.host} asks that it is not crawled")
        return None

    async def _ask(self, target: Target, trail: _Trail) -> Answer:
        """Ask for one address, and again where that may help."""
        host = self._host(target)
        for failures in itertools.count(1):
            async with host.turn(), self._slots:
                await self._going.wait()
                trail.requests += 1
                answer = await self._asker.ask(target, trail.cookies, dict(trail.wanted.headers))
            wait = self._wait(answer, failures)
            if wait is None:
                break
            answer.drop()
            if answer.header("retry-after"):
                host.rest(wait)
            await asyncio.sleep(wait)
        return answer

    def _wait(self, answer: Answer, failures: int) -> float | None:
        """Seconds until the next try; None if there is to be none."""
        busy = answer.exchange is not None and answer.exchange.status in BUSY
        again = answer.fault.again if answer.fault else busy
        if not again or failures > self._settings.retries:
            return None
        asked = retry_after(answer.header("retry-after")) or 0.0
        wait = max(asked, back_off(self._settings.back_off, failures))
        return wait if wait <= self._settings.longest_wait else None

    def _host(self, target: Target) -> Host:
        if target.host not in self._hosts:
            self._hosts[target.host] = Host(self._settings.per_host, self._settings.host_delay)
        return self._hosts[target.host]


def _in_utf8(header: str) -> str:
    """A header's value read as UTF-8 where it is that: addresses are written so though headers are not."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


class _Trail:
    """Where one address has led so far."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.hops: list[Exchange] = []
        self.cookies = httpx.Cookies()
        self.requests = 0
        self._been: set[object] = set()

    def returns(self, target: Target) -> bool:
        """Whether this very request was made before; one with other cookies is another."""
        jar = frozenset((one.domain, one.path, one.name, one.value) for one in self.cookies.jar)
        before = len(self._been)
        self._been.add((target.url, jar))
        return len(self._been) == before

    def onward(self, target: Target, answer: Answer) -> Target | None:
        """Note an answer; where it sends us, None if nowhere. Raises FetchError if that is no address of the web."""
        if answer.exchange is None:
            return None
        self.hops.append(answer.exchange)
        location = _in_utf8(answer.header("location")) if answer.exchange.status in REDIRECTS else ""
        if not location and answer.fault is None:
            location = refresh_of(answer.exchange)
        return next_target(target, location) if location else None

    def end(self, fault: Fault | None) -> Fetched:
        failure, detail = (fault.failure, fault.detail) if fault else (None, "")
        return Fetched(self.wanted, tuple(self.hops), failure, detail, self.requests)
