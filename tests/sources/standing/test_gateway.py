"""The browser's only way out: what it lets through, and what it does not."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from holdwater.errors import FetchError
from holdwater.sources.standing.gateway import Gateway

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nferry"


class Server:
    """A server on loopback that answers every connection once, and keeps what it was sent."""

    def __init__(self, says: bytes = ANSWER) -> None:
        self.says, self.heard = says, []
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        try:
            while True:
                one, _ = self.door.accept()
                one.settimeout(5)
                self.heard.append(one.recv(65_536))
                one.sendall(self.says)
                one.close()
        except OSError:
            return


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.door.close()


def checked(host: str, port: int) -> Sequence[str]:
    if host == "ferry.example":
        return ["127.0.0.1"]
    raise FetchError(f"{host} is not asked for")


@contextmanager
def asking(request: bytes, *, max_bytes: int = 1_000_000, seconds: float = 10) -> Iterator[tuple[Gateway, bytes]]:
    """What a gateway answers to this request."""
    with Gateway(checked, max_bytes=max_bytes, deadline=time.monotonic() + seconds) as gateway:
        host, _, port = gateway.address.partition(":")
        with socket.create_connection((host, int(port)), timeout=10) as one:
            one.sendall(request)
            answer = b""
            while more := one.recv(65_536):
                answer += more
        yield gateway, answer


def test_a_request_for_an_allowed_host_is_handed_on_in_the_form_that_a_server_expects(server: Server) -> None:
    head = f"GET http://ferry.example:{server.port}/a?b=1 HTTP/1.1\r\nHost: ferry.example\r\n"
    with asking(f"{head}Proxy-Connection: keep-alive\r\nAccept: */*\r\n\r\n".encode()) as (gateway, answer):
        assert answer == ANSWER
        assert gateway.refused == {}
    assert server.heard == [b"GET /a?b=1 HTTP/1.1\r\nHost: ferry.example\r\nAccept: */*\r\nConnection: close\r\n\r\n"]


def test_a_tunnel_carries_bytes_as_they_are(server: Server) -> None:
    with asking(f"CONNECT ferry.example:{server.port} HTTP/1.1\r\n\r\n\x16\x03".encode()) as (_, answer):
        assert answer == b"HTTP/1.1 200 Connection established\r\n\r\n" + ANSWER
    assert server.heard == [b"\x16\x03"]


@pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "localhost", "[::1]", "router.local"])
@pytest.mark.parametrize("method", ["GET", "CONNECT"])
def test_a_host_that_is_not_allowed_is_never_connected_to(
    host: str, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected = []
    create = socket.create_connection

    def watching(address: tuple[str, int], **given: float) -> socket.socket:
        connected.append(address[0])
        return create(address, **given)

    monkeypatch.setattr(socket, "create_connection", watching)
    target = f"{host}:80" if method == "CONNECT" else f"http://{host}/"
    with asking(f"{method} {target} HTTP/1.1\r\n\r\n".encode()) as (gateway, answer):
        assert answer.startswith(b"HTTP/1.1 502 Bad Gateway\r\n")
        assert list(gateway.refused) == [host.strip("[]")]
    assert connected == ["127.0.0.1"]  # the gateway itself


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET file:///etc/hosts HTTP/1.1\r\n\r\n",
        b"GET http://[::1 HTTP/1.1\r\n\r\n",
        b"CONNECT ferry.example HTTP/1.1\r\n\r\n",
        b"CONNECT ferry.example:99999 HTTP/1.1\r\n\r\n",
        b"\xff\xfe\r\n\r\n",
    ],
)
def test_what_is_no_request_for_a_host_is_answered_so(request_: bytes) -> None:
    with asking(request_) as (_, answer):
        assert answer.startswith(b"HTTP/1.1 400 Bad Request\r\n")


def test_a_host_that_cannot_be_reached_is_told_of() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with asking(f"CONNECT ferry.example:{port} HTTP/1.1\r\n\r\n".encode()) as (gateway, answer):
        assert b"could not be connected to" in answer
        assert gateway.refused == {}


def test_a_head_without_an_end_is_given_up() -> None:
    with asking(b"GET http://ferry.example/ HTTP/1.1\r\n" + b"a: b\r\n" * 40_000) as (_, answer):
        assert answer == b""


def test_no_more_comes_in_than_is_allowed() -> None:
    server = Server(ANSWER + b"x" * 500_000)
    with asking(f"GET http://ferry.example:{server.port}/ HTTP/1.1\r\n\r\n".encode(), max_bytes=100_000) as (
        gateway,
        answer,
    ):
        assert len(answer) <= 100_000
        assert gateway.spent


def test_nothing_is_carried_beyond_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        start = time.monotonic()
        request = f"CONNECT ferry.example:{silent.getsockname()[1]} HTTP/1.1\r\n\r\n".encode()
        with asking(request, seconds=0.5) as (_, answer):
            assert answer.endswith(b"established\r\n\r\n")
        assert time.monotonic() - start < 5


def test_a_gateway_that_is_closed_lets_nothing_in(server: Server) -> None:
    with Gateway(checked, max_bytes=1, deadline=time.monotonic() + 5) as gateway:
        host, _, port = gateway.address.partition(":")
    with pytest.raises(OSError, match=r".*"):
        socket.create_connection((host, int(port)), timeout=2)
