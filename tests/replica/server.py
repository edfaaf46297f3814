"""The replica: its servers in a thread of their own, or in a process of their own for measuring."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.request
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import httpcore
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from replica import faults, gone, http2, pages, services
from replica.certificates import Certificates
from replica.recorded import Ledger, Recorded, Seen

LOOPBACK = "127.0.0.1"


class _Connection(H11Protocol):
    """Lets a path write to its connection by hand (see faults.Raw)."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        app = self.app

        async def with_transport(scope: Scope, receive: Receive, send: Send) -> None:
            await app({**scope, "replica.transport": transport}, receive, send)

        self.app = with_transport


class _App:
    """Notes every request, answers what was recorded for its host and path, and leaves the rest to the routes."""

    def __init__(self, recorded: Iterable[Recorded]) -> None:
        self.ledger = Ledger()
        self.recorded = {(one.host, one.path): one for one in recorded}
        control = [Route("/_counts", self._counts)]
        self._routes = Starlette(routes=[*control, *pages.ROUTES, *faults.ROUTES, *gone.ROUTES])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope)
        seen = Seen(
            scope["method"],
            request.url.hostname or "",
            scope["path"],
            scope["query_string"].decode("latin-1"),
            tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in scope["headers"]),
            scope["http_version"],
        )
        if seen.path == "/_counts":
            await self._routes(scope, receive, send)
            return
        self.ledger.begin(seen)
        try:
            await self._answer({**scope, "replica.ledger": self.ledger}, seen, receive, send)
        finally:
            self.ledger.end(seen)

    async def _answer(self, scope: Scope, seen: Seen, receive: Receive, send: Send) -> None:
        query = f"?{seen.query}" if seen.query else ""
        found = self.recorded.get((seen.host, seen.path + query)) or self.recorded.get((seen.host, seen.path))
        if found is None:
            await self._routes(scope, receive, send)
            return
        headers = {"Content-Type": found.media_type, **dict(found.headers)}
        if (tag := headers.get("ETag")) and seen.header("If-None-Match") == tag:
            await Response(status_code=304, headers={"ETag": tag})(scope, receive, send)
            return
        await Response(found.body, found.status, headers)(scope, receive, send)

    async def _counts(self, request: Request) -> Response:
        return JSONResponse(
            {
                "paths": Counter(f"{one.path}" for one in self.ledger.seen),
                "urls": Counter(f"{one.host}{one.path}?{one.query}" for one in self.ledger.seen),
                "busiest": self.ledger.busiest,
            }
        )


class Replica:
    """A running replica. `seen` and `record` are of a replica in a thread; counts are to be had of both kinds."""

    def __init__(self, ports: dict[str, int], ca_file: Path, app: _App | None) -> None:
        self._ports, self._app, self.ca_file = ports, app, ca_file

    def url(self, path: str = "/", *, host: str = LOOPBACK, tls: bool = False, http2: bool = False) -> str:
        """The address of `path` on this replica under the name `host`, with its port."""
        kind = "http2" if http2 else "tls" if tls else "plain"
        return f"{'http' if kind == 'plain' else 'https'}://{host}:{self._ports[kind]}{path}"

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        """Every name is loopback, but for those of hosts that are not there ("gone.…", ".invalid")."""
        if host.startswith("gone.") or host.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [LOOPBACK]

    def backend(self) -> httpcore.AsyncNetworkBackend:
        """Connects to loopback whatever it is asked for: port 80 and 443 are the replica's plain and TLS ports."""
        return _Rerouted(self._ports)

    def loopback(self) -> httpcore.AsyncNetworkBackend:
        """Connects to what it is asked for where that is loopback, and fails the test where it is anything else."""
        return _Rerouted({})

    @property
    def counts(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(self._told()["paths"])

    @property
    def counts_by_url(self) -> Counter[str]:
        """How often each "host/path?query" was asked for."""
        return Counter(self._told()["urls"])

    @property
    def busiest(self) -> Counter[str]:
        """The most requests that were under way at once, by host, and in all under ""."""
        return Counter(self._told()["busiest"])

    @property
    def seen(self) -> list[Seen]:
        """Every request, in the order they came."""
        assert self._app is not None, "a replica in a process keeps its requests to itself"
        return self._app.ledger.seen

    def record(self, *answers: Recorded) -> None:
        """Answer so from now on."""
        assert self._app is not None, "a replica in a process learns nothing new"
        self._app.recorded.update({(one.host, one.path): one for one in answers})

    def forget(self) -> None:
        """Begin to count anew."""
        assert self._app is not None
        self._app.ledger.__init__()  # type: ignore[misc]

    def _told(self) -> dict[str, Any]:
        with urllib.request.urlopen(self.url("/_counts"), timeout=10) as answer:
            return json.loads(answer.read())


class _Rerouted(httpcore.AsyncNetworkBackend):
    def __init__(self, ports: dict[str, int]) -> None:
        self._ports = {80: ports["plain"], 443: ports["tls"]} if ports else {}
        self._under = httpcore.AnyIOBackend()
        self.connected: list[tuple[str, int]] = []

    async def connect_tcp(self, host: str, port: int, **options: Any) -> httpcore.AsyncNetworkStream:
        self.connected.append((host, port))
        if not self._ports and not ip_address(host).is_loopback:
            raise AssertionError(f"a test would have connected to {host}")
        return await self._under.connect_tcp(LOOPBACK if self._ports else host, self._ports.get(port, port), **options)

    async def sleep(self, seconds: float) -> None:
        await self._under.sleep(seconds)


@contextlib.contextmanager
def replica(recorded: Iterable[Recorded] = (), *, process: bool = False) -> Iterator[Replica]:
    """A replica until the block ends, with `recorded` beside what services.py has. `process` gives it a process."""
    with tempfile.TemporaryDirectory(prefix="replica-") as folder:
        run = _in_process if process else _in_thread
        with run(Path(folder), (*services.recorded(), *recorded)) as server:
            yield server


@contextlib.contextmanager
def _in_thread(folder: Path, recorded: Sequence[Recorded]) -> Iterator[Replica]:
    app = _App(recorded)
    sockets = {kind: _socket() for kind in ("plain", "tls", "http2")}
    started, stop, loop = threading.Event(), asyncio.Event(), asyncio.new_event_loop()
    certificates = Certificates(folder)

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(_serve(app, sockets, certificates, started, stop))
        loop.close()

    thread = threading.Thread(target=run, name="replica", daemon=True)
    ports = {kind: one.getsockname()[1] for kind, one in sockets.items()}
    thread.start()
    assert started.wait(20), "the replica did not start"
    try:
        yield Replica(ports, certificates.ca_file, app)
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(20)


def _socket() -> socket.socket:
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((LOOPBACK, 0))
    made.listen(1024)
    return made


async def _serve(
    app: _App,
    sockets: dict[str, socket.socket],
    certificates: Certificates,
    started: threading.Event,
    stop: asyncio.Event,
) -> None:
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)  # connections that we break ourselves
    servers = []
    for kind in ("plain", "tls"):
        options: dict[str, Any] = {
            "ws": "none",
            "lifespan": "off",
            "log_level": 60,
            "access_log": False,
            "http": _Connection,
        }
        if kind == "tls":
            options["ssl_context_factory"] = lambda *_: certificates.context("http/1.1")
        server = uvicorn.Server(uvicorn.Config(app, timeout_graceful_shutdown=1, backlog=1024, **options))
        server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
        servers.append((server, asyncio.create_task(server.serve(sockets=[sockets[kind]]))))
    second = await http2.serve(app, sockets["http2"], certificates.context("h2"))
    while not all(server.started for server, _ in servers):
        await asyncio.sleep(0.01)
    started.set()
    await stop.wait()
    second.close()
    for server, task in servers:
        server.should_exit = server.force_exit = True
        await task


@contextlib.contextmanager
def _in_process(folder: Path, recorded: Sequence[Recorded]) -> Iterator[Replica]:
    tests = str(Path(__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([tests, os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, "-m", "replica"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    try:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        yield Replica(told["ports"], Path(told["ca_file"]), None)
    finally:
        process.terminate()
        process.wait(20)
        process.communicate()


def serve_alone() -> None:
    """Serve until the process is ended or the one that started it is gone."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with replica() as server:
        sys.stdout.write(json.dumps({"ports": server._ports, "ca_file": str(server.ca_file)}) + "\n")
        sys.stdout.flush()
        sys.stdin.read()
