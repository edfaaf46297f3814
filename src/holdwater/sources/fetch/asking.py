"""One request and its answer, the body straight to a file: never more than was allowed, never into memory."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import httpx

from holdwater.errors import FetchError
from holdwater.sources.archive.model import Exchange
from holdwater.sources.fetch.addresses import Target
from holdwater.sources.fetch.faults import ON_THE_WIRE, Fault, fault_of
from holdwater.sources.fetch.network import CheckedTransport
from holdwater.sources.fetch.settings import FetchSettings
from holdwater.sources.standing.model import Failure

T = TypeVar("T")

REDIRECTS = frozenset({301, 302, 303, 307, 308})  # RFC 9110, section 15.4
MOST_OF_REDIRECT = 1_000_000
"""Bytes that are kept of the body of a redirect, which nobody reads."""

ACCEPTED = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Language": "*",  # a page is cited in the language that its server gives it in
    "Accept-Encoding": "gzip, deflate",
}

_NONE: Mapping[str, str] = {}


@dataclass(frozen=True)
class Answer:
    """What one request brought: an answer, a fault, or both (a part of an answer)."""

    exchange: Exchange | None
    fault: Fault | None = None

    def header(self, name: str) -> str:
        """The first value of a header of the answer, "" if there is none."""
        headers = self.exchange.headers if self.exchange else ()
        return next((value for key, value in headers if key.lower() == name), "")

    def drop(self) -> None:
        """Give up the body's file."""
        if self.exchange is not None and self.exchange.body is not None:
            self.exchange.body.unlink(missing_ok=True)


class Asker:
    """Sends requests one at a time; bodies go to files in `folder`."""

    def __init__(self, settings: FetchSettings, transport: CheckedTransport, folder: Path) -> None:
        self._settings, self._transport, self._folder = settings, transport, folder
        self._headers = {"User-Agent": settings.user_agent, **ACCEPTED}
        self._numbers = itertools.count()

    async def ask(
        self,
        target: Target,
        cookies: httpx.Cookies,
        headers: Mapping[str, str] = _NONE,
        sent: bytes | None = None,
    ) -> Answer:
        """Ask for `target`, or send it something (POST). Raises FetchError only where no body can be written."""
        request = self._request(target, cookies, headers, sent)
        course = _Course(request, self._folder / f"body-{next(self._numbers)}")
        try:
            async with asyncio.timeout(self._settings.whole) as limit:
                await self._exchange(course, cookies)
        except ON_THE_WIRE as error:
            course.fail(fault_of(error, target.host, answered=course.head is not None))
            if limit.expired():  # it did answer, and would be as slow again
                course.fail(Fault(Failure.TIMED_OUT, f"{target.host} took more than {self._settings.whole:g} seconds"))
        except BaseException:
            course.body.unlink(missing_ok=True)
            raise
        return Answer(course.exchange(), course.fault)

    def _request(
        self, target: Target, cookies: httpx.Cookies, headers: Mapping[str, str], sent: bytes | None
    ) -> httpx.Request:
        wait = {"connect": self._settings.connect, "read": self._settings.silence, "write": self._settings.silence}
        method = "GET" if sent is None else "POST"
        every = {**self._headers, **headers}
        request = httpx.Request(method, target.url, headers=every, content=sent, extensions={"timeout": wait})
        if request.url.raw_host.decode("ascii") != target.host:  # what was checked is what is asked
            raise FetchError(f"{target.url} can be read in two ways")
        if cookies.jar:
            cookies.set_cookie_header(request)
        return request

    async def _exchange(self, course: _Course, cookies: httpx.Cookies) -> None:
        response = await self._transport.handle_async_request(course.request)
        try:
            course.begin(response)
            if "set-cookie" in response.headers:
                cookies.extract_cookies(response)
            await self._read(course, response)
        finally:
            await response.aclose()

    async def _read(self, course: _Course, response: httpx.Response) -> None:
        redirects = response.status_code in REDIRECTS
        most = min(self._settings.max_bytes, MOST_OF_REDIRECT) if redirects else self._settings.max_bytes
        told = response.headers.get("content-length", "")
        if told.isascii() and told.isdigit() and int(told[:20]) > most:
            course.cut("length", f"{int(told[:20]):,} bytes are more than {most:,}", counts=not redirects)
            return
        with self._on_disk(lambda: course.body.open("xb", buffering=0)) as file:
            async for piece in response.aiter_raw():
                if course.size + len(piece) > most:
                    course.cut("length", f"more than {most:,} bytes", counts=not redirects)
                    return
                course.size += self._on_disk(partial(file.write, piece))

    def _on_disk(self, act: Callable[[], T]) -> T:
        """Do something with a file. What the disk refuses is the end of the run, not a fault of the server's."""
        try:
            return act()
        except OSError as error:
            what = f"what is fetched cannot be written: {error.strerror}"
            raise FetchError(what, where=str(self._folder)) from error


class _Course:
    """A request on its way, and what has come of it so far."""

    def __init__(self, request: httpx.Request, body: Path) -> None:
        self.request, self.body, self.started = request, body, datetime.now(UTC)
        self.head: httpx.Response | None = None
        self.fault: Fault | None = None
        self.size = 0
        self._truncated, self._ip = "", ""

    def begin(self, response: httpx.Response) -> None:
        response.request = self.request
        self.head = response
        stream = response.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream is not None else None
        self._ip = str(peer[0]) if peer else ""

    def cut(self, why: str, detail: str, *, counts: bool) -> None:
        self._truncated = why
        if counts:
            self.fault = Fault(Failure.TOO_LARGE, detail)

    def fail(self, fault: Fault) -> None:
        self._truncated = "time" if fault.failure is Failure.TIMED_OUT else "disconnect"
        self.fault = fault

    def exchange(self) -> Exchange | None:
        """What was said; None where nothing was answered."""
        if self.head is None:
            self.body.unlink(missing_ok=True)
            return None
        if not self.size:
            self.body.unlink(missing_ok=True)
        return Exchange(
            url=str(self.request.url),
            method=self.request.method,
            request_headers=_headers(self.request.headers),
            status=self.head.status_code,
            reason=_latin(self.head.extensions.get("reason_phrase", b"")),
            headers=_headers(self.head.headers),
            body=self.body if self.size else None,
            started=self.started,
            http_version=_latin(self.head.extensions.get("http_version", b"HTTP/1.1")),
            ip=self._ip,
            truncated=self._truncated,
        )


def _headers(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    return tuple((_latin(name), _latin(value)) for name, value in headers.raw)


def _latin(data: bytes) -> str:
    return data.decode("latin-1")
