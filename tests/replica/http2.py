"""HTTP/2 over TLS for the replica's application: as much of it as answers a GET."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable

import h2.config
import h2.connection
import h2.events
from starlette.types import ASGIApp, Message

DROP, GARBAGE, RESET = "/goaway", "/garbage-frames", "/reset-stream"
"""Paths without an answer: the connection is ended by GOAWAY and hung up; frames that are none follow the headers; the
stream is reset in the middle of its body."""


class Http2(asyncio.Protocol):
    """One connection. Each request is a task that runs the ASGI application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._h2 = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
        self._room = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._h2.initiate_connection()
        self._flush()

    def data_received(self, data: bytes) -> None:
        for event in self._h2.receive_data(data):
            match event:
                case h2.events.RequestReceived():
                    self._begin(event)
                case h2.events.WindowUpdated():
                    self._room.set()
                case h2.events.DataReceived():
                    self._h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        self._flush()

    def connection_lost(self, exc: Exception | None) -> None:
        for task in self._tasks:
            task.cancel()

    def _flush(self) -> None:
        self._transport.write(self._h2.data_to_send())

    def _begin(self, event: h2.events.RequestReceived) -> None:
        headers = dict(event.headers)
        path, _, query = headers[":path"].partition("?")
        if path in (DROP, GARBAGE, RESET):
            self._misbehave(path, event.stream_id)
            return
        given = [(key.encode(), value.encode()) for key, value in event.headers if not key.startswith(":")]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "2",
            "method": headers[":method"],
            "scheme": "https",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(b"host", headers[":authority"].encode()), *given],
            "server": self._transport.get_extra_info("sockname")[:2],
            "client": self._transport.get_extra_info("peername")[:2],
        }
        task = asyncio.ensure_future(self._app(scope, self._receive, self._sender(event.stream_id)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _misbehave(self, path: str, stream: int) -> None:
        if path == DROP:
            self._h2.close_connection(error_code=11)
            self._flush()
            self._transport.close()
            return
        self._h2.send_headers(stream, [(":status", "200"), ("content-length", "10000")])
        self._h2.send_data(stream, bytes(1000))
        if path == RESET:
            self._h2.reset_stream(stream, error_code=2)
        self._flush()
        if path == GARBAGE:
            self._transport.write(b"\x00\x00\x09\x00\x00\xff\xff\xff\xff" + bytes(range(256)) * 4)

    async def _receive(self) -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    def _sender(self, stream: int) -> Callable[[Message], object]:
        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [(key.decode("latin-1"), value.decode("latin-1")) for key, value in message["headers"]]
                self._h2.send_headers(stream, [(":status", str(message["status"])), *headers])
            else:
                await self._send_body(stream, message.get("body", b""), last=not message.get("more_body", False))
            self._flush()

        return send

    async def _send_body(self, stream: int, body: bytes, *, last: bool) -> None:
        while body:
            room = min(self._h2.local_flow_control_window(stream), self._h2.max_outbound_frame_size)
            if room <= 0:
                self._room.clear()
                self._flush()
                await self._room.wait()
                continue
            self._h2.send_data(stream, body[:room])
            body = body[room:]
        if last:
            self._h2.end_stream(stream)


async def serve(app: ASGIApp, sock: socket.socket, context: ssl.SSLContext) -> asyncio.Server:
    """Begin to answer on `sock`."""
    return await asyncio.get_running_loop().create_server(lambda: Http2(app), sock=sock, ssl=context)
