"""The only way out for a browser: a proxy on loopback that asks of every connection whether it is allowed.

A browser resolves names and opens connections by itself, for scripts and pictures as well. Behind this proxy it does
neither: it hands over a host's name, the name is resolved and checked once, and the address that was checked is the one
connected to. It speaks as much of RFC 9110 as a forward proxy has to: CONNECT for https, whole addresses for http.
"""

from __future__ import annotations

import re
import selectors
import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from holdwater.errors import FetchError
from holdwater.patterns import waiting

Checked = Callable[[str, int], Sequence[str]]
"""The IP addresses of a host that may be connected to, best first. Raises FetchError where it may not be asked."""

MAX_HEAD = 65_536  # bytes of a request's head
MAX_CONNECTIONS = 200  # at once
CONNECT_TIME = 10.0  # seconds for one address
IDLE_TIME = 30.0  # seconds without a byte from either side
_CHUNK = 65_536
_HOP_BY_HOP = waiting(rb"(?:proxy-[\w-]*|connection|keep-alive|te|trailer|upgrade):", re.IGNORECASE)


class Gateway:
    """A proxy for one browser, for as long as its block lasts.

    Args:
        checked: resolves and checks a host (see `Checked`).
        max_bytes: how much may come in in all; then every connection is closed.
        deadline: `time.monotonic()` at which every connection is closed.
    """

    def __init__(self, checked: Checked, *, max_bytes: int, deadline: float) -> None:
        self._checked, self._left, self._deadline = checked, max_bytes, deadline
        self._refused: dict[str, str] = {}
        self._turn = threading.Lock()
        self._open: set[socket.socket] = set()
        self._closed = False
        self._places = threading.BoundedSemaphore(MAX_CONNECTIONS)

    def __enter__(self) -> Self:
        self._door = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.address = f"127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._serve, name="gateway", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._turn:
            self._closed = True
            still_open = list(self._open)
        _shut(self._door, *still_open)

    @property
    def refused(self) -> dict[str, str]:
        """The hosts that were not connected to, and why."""
        with self._turn:
            return dict(self._refused)

    @property
    def spent(self) -> bool:
        """Whether more came than may."""
        with self._turn:
            return self._left < 0

    def _serve(self) -> None:
        with suppress(OSError):  # the door is shut
            while True:
                inner, _ = self._door.accept()
                if not self._places.acquire(blocking=False):
                    _shut(inner)
                    continue
                threading.Thread(target=self._attend, args=(inner,), name="gateway", daemon=True).start()

    def _attend(self, inner: socket.socket) -> None:
        outer: socket.socket | None = None
        try:
            self._keep(inner)
            outer = self._pass_on(inner)
            if outer is not None:
                self._relay(inner, outer)
        except OSError:  # either side went away
            pass
        finally:
            self._let_go(inner, outer)
            self._places.release()

    def _pass_on(self, inner: socket.socket) -> socket.socket | None:
        """Read a request's head, connect to where it wants to go, and hand on what was read."""
        head, rest = _read_head(inner)
        line, _, fields = head.partition(b"\r\n")
        method, _, target = line.decode("latin-1").partition(" ")
        target = target.partition(" ")[0]
        host, port, path = _where(method, target)
        if not host:
            inner.sendall(_answer("400 Bad Request", "not a request for a host"))
            return None
        try:
            outer = self._connected(host, port)
        except FetchError as fault:
            inner.sendall(_answer("502 Bad Gateway", fault.what))
            return None
        self._keep(outer)
        if method == "CONNECT":
            inner.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            outer.sendall(rest)
        else:
            kept = [field for field in fields.split(b"\r\n") if field and not _HOP_BY_HOP.match(field)]
            start = f"{method} {path} HTTP/1.1".encode("latin-1")
            outer.sendall(b"\r\n".join([start, *kept, b"Connection: close", b"", b""]) + rest)
        return outer

    def _connected(self, host: str, port: int) -> socket.socket:
        try:
            addresses = self._checked(host, port)
        except FetchError as fault:
            with self._turn:
                self._refused[host] = fault.what
            raise
        for address in addresses[:4]:
            with suppress(OSError):
                return socket.create_connection((address, port), timeout=CONNECT_TIME)
        raise FetchError(f"{host} could not be connected to")

    def _relay(self, inner: socket.socket, outer: socket.socket) -> None:
        """Carry bytes both ways until one side is done, nothing comes any more, or what is allowed is used up."""
        other = {inner: outer, outer: inner}
        with selectors.DefaultSelector() as waiting:
            for one in other:
                one.settimeout(IDLE_TIME)
                waiting.register(one, selectors.EVENT_READ)
            while ready := waiting.select(min(IDLE_TIME, self._deadline - time.monotonic())):
                for key, _ in ready:
                    source = inner if key.fileobj is inner else outer
                    data = source.recv(_CHUNK)
                    if not data or not self._may_take(len(data) if source is outer else 0):
                        return
                    other[source].sendall(data)

    def _may_take(self, size: int) -> bool:
        with self._turn:
            self._left -= size
            return self._left >= 0 and time.monotonic() < self._deadline

    def _keep(self, one: socket.socket) -> None:
        one.settimeout(CONNECT_TIME)
        with self._turn:
            if self._closed:
                raise OSError("the gateway is closed")
            self._open.add(one)

    def _let_go(self, *sockets: socket.socket | None) -> None:
        given = [one for one in sockets if one is not None]
        with self._turn:
            self._open.difference_update(given)
        _shut(*given)


def _read_head(inner: socket.socket) -> tuple[bytes, bytes]:
    """A request's head without its last empty line, and what was read beyond it. Raises OSError if there is none."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = inner.recv(_CHUNK)
        if not more or len(data) > MAX_HEAD:
            raise ConnectionError("no request")
        data += more
    head, _, rest = data.partition(b"\r\n\r\n")
    return head, rest


def _where(method: str, target: str) -> tuple[str, int, str]:
    """The host, port and path that a request is for; no host where it is for none."""
    try:
        parts = urlsplit(f"//{target}" if method == "CONNECT" else target)
        port = parts.port
    except ValueError:
        return "", 0, ""
    if method == "CONNECT":
        return (parts.hostname or "", port or 0, "") if port else ("", 0, "")
    if parts.scheme not in ("http", "ws"):
        return "", 0, ""
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    return parts.hostname or "", port or 80, path


def _answer(status: str, why: str) -> bytes:
    body = why.encode("utf-8", "replace")
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
    return head.encode("ascii") + b"Connection: close\r\n\r\n" + body


def _shut(*sockets: socket.socket) -> None:
    for one in sockets:
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        with suppress(OSError):
            one.close()
