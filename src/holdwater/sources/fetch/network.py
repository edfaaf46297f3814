"""Connections: a host's name is resolved once, all its addresses are checked, and one of those is connected to.

An answer of the DNS that turns private between the check and the connection is of no use, since nothing is resolved a
second time: httpcore hands the name to this backend, and the socket is given an IP address.
"""

from __future__ import annotations

import asyncio
import select
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from ipaddress import ip_address
from typing import Any

import httpcore
import httpx

from holdwater.errors import FetchError
from holdwater.sources.fetch.ranges import Address, is_translated, refused_address
from holdwater.sources.fetch.settings import FetchSettings

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the IP addresses of a host's name, best first; raises `socket.gaierror` where there are none."""

MOST_TRIED = 4
"""Of a host's addresses; a name with more of them does not get more time."""

MOST_IDLE = 32
"""Hosts whose connections are kept open while nothing is asked of them, for what else is cited from there."""


class RefusedAddressError(FetchError):
    """A host that leads to an address that is not asked for."""


class NoSuchHostError(FetchError):
    """A host whose name nobody knows: the DNS says so, and was not merely silent."""


async def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host's name as this computer's own resolver gives them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Resolves, checks and connects, in that order. `under` makes the connections, and is given IP addresses only."""

    def __init__(
        self,
        allow_private: bool = False,
        resolve: Resolve = resolve,
        under: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self._allow_private, self._resolve = allow_private, resolve
        self._under = under or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to one of the host's addresses.

        Raises:
            RefusedAddressError: one of the host's addresses is not asked for. No connection is attempted then.
            NoSuchHostError: the name is not known.
            httpcore.ConnectError, httpcore.ConnectTimeout: none of the addresses could be connected to.
        """
        addresses = await self._checked(host, port, timeout)
        each = timeout / min(len(addresses), MOST_TRIED) if timeout else None
        failure: Exception = httpcore.ConnectError("no address")
        for address in addresses[:MOST_TRIED]:
            try:
                stream = await self._under.connect_tcp(
                    str(address), port, timeout=each, local_address=local_address, socket_options=socket_options
                )
                return _Connection(stream, stream.get_extra_info("server_addr"), stream.get_extra_info("socket"))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Never: no page is on a socket of this computer. Raises RefusedAddressError."""
        raise RefusedAddressError("a socket of this computer is not asked")

    async def sleep(self, seconds: float) -> None:
        """Wait, as the client asks for between its tries."""
        await asyncio.sleep(seconds)

    async def _checked(self, host: str, port: int, timeout: float | None) -> list[Address]:
        addresses = _mixed([ip_address(one) for one in await self._addresses(host, port, timeout)])
        # What a translator stands for is among the answers itself, unless the network has nothing but translation.
        plain = [one for one in addresses if not is_translated(one)] or addresses
        for one in plain:
            if why := refused_address(one, allow_private=self._allow_private):
                raise RefusedAddressError(f"{host} leads to {one}, which is not asked for: {why}")
        if not plain:
            raise NoSuchHostError(f"{host} has no address")
        return plain

    async def _addresses(self, host: str, port: int, timeout: float | None) -> Sequence[str]:
        try:
            return [str(ip_address(host))]
        except ValueError:
            pass
        try:
            async with asyncio.timeout(timeout):
                return await self._resolve(host, port)
        except TimeoutError:
            raise httpcore.ConnectTimeout(f"the address of {host} could not be had in time") from None
        except socket.gaierror as error:
            raise _unresolved(host, error) from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the address of {host} could not be had") from error


class _Connection(httpcore.AsyncNetworkStream):
    """A connection that remembers what it is connected to.

    The pool asks every idle connection, before each request, whether its socket is readable; what is under this looks
    the socket up anew each time, which costs more than all the rest of a request where many hosts are asked.
    """

    def __init__(self, under: httpcore.AsyncNetworkStream, peer: object, sock: socket.socket | None) -> None:
        self._under, self._peer, self._socket = under, peer, sock

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._under.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._under.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._under.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return _Connection(await self._under.start_tls(ssl_context, server_hostname, timeout), self._peer, self._socket)

    def get_extra_info(self, info: str) -> Any:
        if info == "server_addr":
            return self._peer
        if info == "is_readable" and self._socket is not None:
            return _is_readable(self._socket)
        return self._under.get_extra_info(info)


def _is_readable(sock: socket.socket) -> bool:
    """Whether something came in, or the connection was ended: an idle one is of no use then."""
    if sock.fileno() < 0:
        return True
    if not hasattr(select, "poll"):
        return bool(select.select([sock], [], [], 0)[0])
    poll = select.poll()
    poll.register(sock.fileno(), select.POLLIN)
    return bool(poll.poll(0))


def _unresolved(host: str, error: socket.gaierror) -> Exception:
    """Only the DNS's own word that there is no such name says anything of the host."""
    unknown = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}
    if error.errno in unknown:
        return NoSuchHostError(f"there is no host of the name {host}")
    return httpcore.ConnectError(f"the address of {host} could not be had: {error.strerror}")


def _mixed(addresses: Sequence[Address]) -> list[Address]:
    """IPv6 and IPv4 by turns, the first kind first, so that one kind without a way out does not take all the time."""
    distinct = list(dict.fromkeys(addresses))
    first = [one for one in distinct if one.version == distinct[0].version]
    other = [one for one in distinct if one.version != distinct[0].version]
    mixed = [one for pair in zip(first, other, strict=False) for one in pair]
    return mixed + first[len(other) :] + other[len(first) :]


class CheckedTransport(httpx.AsyncBaseTransport):
    """Carries httpx's requests over connections that a `CheckedBackend` makes. Exceptions are httpcore's.

    Each host has a pool of its own: one for all of them looks at every connection, and at each of them for every other
    one, whenever a request begins or ends.
    """

    def __init__(self, settings: FetchSettings, backend: httpcore.AsyncNetworkBackend) -> None:
        self._backend, self._settings = backend, settings
        self._pools: dict[bytes, _Pool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; redirects, cookies and retries are the fetcher's."""
        pool = self._taken(request.url)
        await self._make_room()
        response = await pool.send(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=_sent(request),
                extensions=request.extensions,
            )
        )
        assert not isinstance(response.stream, bytes)
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Stream(response, pool),
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        """Close every connection."""
        for one in self._pools.values():
            await one.pool.aclose()

    def _taken(self, url: httpx.URL) -> _Pool:
        """The pool of a host, which has a user more from now on; the latest one is the last of all."""
        place = url.raw_scheme + b":" + url.netloc
        found = self._pools.pop(place, None) or _Pool(self._new_pool(secure=url.scheme == "https"))
        found.users += 1
        self._pools[place] = found
        return found

    async def _make_room(self) -> None:
        """Close the connections to hosts that were not asked for the longest time, where there are many."""
        idle = [place for place, one in self._pools.items() if not one.users]
        for one in [self._pools.pop(place) for place in idle[: max(0, len(idle) - MOST_IDLE)]]:
            await one.pool.aclose()

    def _new_pool(self, *, secure: bool) -> httpcore.AsyncConnectionPool:
        return httpcore.AsyncConnectionPool(
            ssl_context=self._trust if secure else None,
            keepalive_expiry=5.0,
            http1=True,
            http2=True,
            network_backend=self._backend,
        )

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        return trust(self._settings)


@dataclass
class _Pool:
    """The connections to one host, and how many requests are using them."""

    pool: httpcore.AsyncConnectionPool
    users: int = 0

    async def send(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; whoever was given the pool is its user until this fails, or the answer is closed."""
        try:
            return await self.pool.handle_async_request(request)
        except BaseException:
            self.users -= 1
            raise


def _sent(request: httpx.Request) -> AsyncIterator[bytes]:
    assert isinstance(request.stream, httpx.AsyncByteStream)
    return request.stream.__aiter__()


class _Stream(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response, pool: _Pool) -> None:
        self._response, self._of = response, pool

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._response.aiter_stream():
            yield piece

    async def aclose(self) -> None:
        self._of.users -= 1
        await self._response.aclose()


def trust(settings: FetchSettings) -> ssl.SSLContext:
    """The authorities whose certificates are taken: those that httpx takes, and the settings' own."""
    context = httpx.create_ssl_context()
    if settings.ca_file is not None:
        try:
            context.load_verify_locations(cafile=settings.ca_file)
        except (OSError, ssl.SSLError) as error:
            raise FetchError(f"no certificates: {error}", where=str(settings.ca_file)) from error
    return context
