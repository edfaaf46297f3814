"""Single questions to services (web archives, catalogues, authorities for time), each answered before the next step.

All questions of one conversation keep to the same pace for each host, whichever thread puts them, over connections
that stay open. What is asked goes through the same checks as the pages that are fetched.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import httpcore
import httpx

from holdwater.errors import ArchiveError, FetchError
from holdwater.sources.archive.decoding import codings_of, decoded
from holdwater.sources.archive.model import Exchange
from holdwater.sources.fetch.addresses import read_target, refusal
from holdwater.sources.fetch.asking import Asker
from holdwater.sources.fetch.fetcher import Following
from holdwater.sources.fetch.model import Wanted
from holdwater.sources.fetch.network import CheckedBackend, CheckedTransport, Resolve, resolve
from holdwater.sources.fetch.settings import FetchSettings

MAX_ANSWER = 20_000_000
"""Bytes of one answer, packed or not: the list of a front page's hundred thousand captures (see `mementos`)."""

T = TypeVar("T")
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True)
class Reply:
    """What a service answered. `headers` are by their names in lower case, of each the first; `body` is unpacked."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Conversation:
    """Puts questions; `conversing` makes one. May be used by several threads."""

    def __init__(self, loop: asyncio.AbstractEventLoop, following: Following, asker: Asker, *, private: bool) -> None:
        self._loop, self._following, self._asker, self._private = loop, following, asker, private

    def get(self, url: str, headers: Mapping[str, str] = _NONE) -> Reply:
        """Ask an address with these headers, and follow where it leads. Raises FetchError where nothing is answered."""
        fetched = self._wait(self._following.follow(Wanted(url, headers=tuple(headers.items()))))
        try:
            if fetched.failure is not None or fetched.answer is None:
                raise FetchError(fetched.detail or "no answer", where=url[:200])
            return _reply(fetched.answer)
        finally:
            fetched.drop()

    def post(self, url: str, sent: bytes, media_type: str) -> Reply:
        """Send something to an address, once; redirects are not followed. Raises FetchError as `get` does."""
        target = read_target(url)
        if why := refusal(target, allow_private=self._private):
            raise FetchError(why, where=url[:200])
        answer = self._wait(self._asker.ask(target, httpx.Cookies(), {"Content-Type": media_type}, sent))
        try:
            if answer.fault is not None or answer.exchange is None:
                raise FetchError(answer.fault.detail if answer.fault else "no answer", where=url[:200])
            return _reply(answer.exchange)
        finally:
            answer.drop()

    def _wait(self, asked: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(asked, self._loop).result()


@contextmanager
def conversing(
    settings: FetchSettings,
    folder: Path | None = None,
    *,
    resolve: Resolve = resolve,
    under: httpcore.AsyncNetworkBackend | None = None,
) -> Iterator[Conversation]:
    """A conversation for as long as the block lasts.

    Args:
        settings: how services are asked; answers of more than `MAX_ANSWER` are refused whatever they say.
        folder: where answers are put on their way in; the system's own if None.
        resolve: gives the IP addresses of hosts' names.
        under: makes the connections.

    Raises:
        FetchError: the settings' authority cannot be read.
    """
    bounded = replace(settings, max_bytes=min(settings.max_bytes, MAX_ANSWER))
    transport = CheckedTransport(bounded, CheckedBackend(bounded.allow_private, resolve, under))
    loop = asyncio.new_event_loop()
    going = asyncio.Event()
    going.set()
    with TemporaryDirectory(prefix="answers-", dir=folder) as bodies, ThreadPoolExecutor(1, "services") as thread:
        asker = Asker(bounded, transport, Path(bodies))
        thread.submit(loop.run_forever)
        try:
            yield Conversation(loop, Following(bounded, asker, going), asker, private=bounded.allow_private)
        finally:
            asyncio.run_coroutine_threadsafe(transport.aclose(), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.shutdown()
            loop.close()


def _reply(exchange: Exchange) -> Reply:
    headers = {name.lower(): value for name, value in reversed(exchange.headers)}
    if exchange.body is None:
        return Reply(exchange.status, headers)
    try:
        with exchange.body.open("rb") as file:
            pieces = decoded(file, codings_of(exchange.headers), most=MAX_ANSWER, where=exchange.url)
            return Reply(exchange.status, headers, b"".join(pieces))
    except ArchiveError as error:
        raise FetchError(f"the answer cannot be read: {error.what}", where=exchange.url[:200]) from error
