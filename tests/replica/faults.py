"""Paths that misbehave on the wire: slow, cut off, of a wrong length, endless, packed to burst, reset."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from email.utils import formatdate
from functools import cache

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from replica.pages import article, html

BODY = article("Cut off", 10_000).encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
CHUNK = bytes(64 * 1024)
LARGE = bytes(2**20)


class Raw(Response):
    """An answer that is written to the connection by hand, past all that would put it right."""

    def __init__(self, write: Callable[[asyncio.Transport], Awaitable[None]]) -> None:
        super().__init__()
        self._write = write

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._write(scope["replica.transport"])


def _closing(*parts: bytes) -> Raw:
    async def write(transport: asyncio.Transport) -> None:
        transport.write(b"".join(parts))
        transport.close()

    return Raw(write)


def _resetting(*parts: bytes) -> Raw:
    async def write(transport: asyncio.Transport) -> None:
        transport.write(b"".join(parts))
        await asyncio.sleep(0.05)  # so that what was written is there before the reset
        sock = transport.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()

    return Raw(write)


async def slow_headers(request: Request) -> Response:
    """/slow-headers?seconds=30: silence before the answer."""
    await asyncio.sleep(float(request.query_params.get("seconds", 30)))
    return html(article("At last"))


async def slow_body(request: Request) -> Response:
    """/slow-body?every=1&bytes=1000: a byte every second."""
    every, size = float(request.query_params.get("every", 1)), int(request.query_params.get("bytes", 1000))

    async def drip() -> AsyncIterator[bytes]:
        for place in range(size):
            yield BODY[place : place + 1]
            await asyncio.sleep(every)

    return StreamingResponse(drip(), headers={"Content-Length": str(size)}, media_type="text/html")


async def stalled(request: Request) -> Response:
    """/stalled: half of the page, then silence."""

    async def stall() -> AsyncIterator[bytes]:
        yield BODY[:5000]
        await asyncio.sleep(30)

    return StreamingResponse(stall(), headers={"Content-Length": "10000"}, media_type="text/html")


async def truncated(request: Request) -> Response:
    """/truncated: says 10,000 bytes, sends 5,000, and hangs up."""
    return _closing(HEAD, b"Content-Length: 10000\r\n\r\n", BODY[:5000])


async def truncated_once(request: Request) -> Response:
    """/truncated-once?key=K: truncated the first time, whole after that."""
    return html(article("Whole")) if _nth(request) > 1 else await truncated(request)


async def truncated_chunks(request: Request) -> Response:
    """/truncated-chunks: chunked, without the last chunk."""
    return _closing(HEAD, b"Transfer-Encoding: chunked\r\n\r\n1388\r\n", BODY[:5000], b"\r\n")


async def truncated_gzip(request: Request) -> Response:
    """/truncated-gzip: half of a gzip body, whose length is said to be that of the half."""
    half = gzip.compress(BODY)[:150]
    return Response(half, headers={"Content-Encoding": "gzip"}, media_type="text/html")


async def short_length(request: Request) -> Response:
    """/short-length: says 100 bytes, and sends the whole page."""
    return _closing(HEAD, b"Content-Length: 100\r\n\r\n", BODY)


async def two_lengths(request: Request) -> Response:
    """/two-lengths: says two different lengths."""
    return _closing(HEAD, b"Content-Length: 100\r\nContent-Length: 200\r\n\r\n", BODY)


async def silence(request: Request) -> Response:
    """/silence: hangs up without a word."""
    return _closing(b"")


async def garbage(request: Request) -> Response:
    """/garbage: an answer that is not HTTP."""
    return _closing(b"\x00\x01\x02 SSH-2.0-OpenSSH \r\n\r\n", bytes(range(256)))


async def endless_headers(request: Request) -> Response:
    """/endless-headers: one header after another, 1 MB of them."""
    return _closing(HEAD, b"".join(b"X-%d: %s\r\n" % (n, b"a" * 1000) for n in range(1000)))


async def odd_headers(request: Request) -> Response:
    """/odd-headers: bytes that are not ASCII, a header twice, a type that is none."""
    head = b"HTTP/1.1 200 \xc3\x96K\r\nContent-Type: text;;; charset\r\nX-Name: M\xfcller\r\nX-Name: again\r\n"
    return _closing(head, b"Content-Length: %d\r\n\r\n" % len(BODY), BODY)


async def reset(request: Request) -> Response:
    """/reset: the connection is reset in the middle of the page."""
    return _resetting(HEAD, b"Content-Length: 10000\r\n\r\n", BODY[:5000])


async def reset_now(request: Request) -> Response:
    """/reset-now: the connection is reset before any answer."""
    return _resetting(b"")


async def reset_once(request: Request) -> Response:
    """/reset-once?key=K: reset the first time, whole after that."""
    return html(article("Whole")) if _nth(request) > 1 else await reset_now(request)


async def loop(request: Request) -> Response:
    """/loop: to /loop/back, which leads to /loop."""
    back = request.url.path.endswith("/back")
    return Response(status_code=302, headers={"Location": "/loop" if back else "/loop/back"})


async def endless(request: Request) -> Response:
    """/endless/N: a redirect to /endless/N+1, for ever."""
    return Response(status_code=302, headers={"Location": f"/endless/{int(request.path_params['number']) + 1}"})


async def busy(request: Request) -> Response:
    """/busy?times=1&after=1&form=seconds|date|none&key=K: 429 the first times, then the page."""
    if _nth(request) > int(request.query_params.get("times", 1)):
        return html(article("Less busy"))
    after, form = float(request.query_params.get("after", 1)), request.query_params.get("form", "seconds")
    said = {"seconds": f"{after:g}", "date": formatdate(time.time() + after, usegmt=True)}.get(form)
    return html(article("Too many requests"), 429, {"Retry-After": said} if said else None)


async def shaky(request: Request) -> Response:
    """/shaky?times=1&status=503&key=K: 503 the first times, then the page."""
    if _nth(request) > int(request.query_params.get("times", 1)):
        return html(article("Up again"))
    return html(article("Service unavailable"), int(request.query_params.get("status", 503)))


@cache
def bomb(coding: str, size: int) -> bytes:
    """`size` zero bytes, packed; `twice` packs the packing."""
    if coding == "br":
        import brotli

        return brotli.compress(bytes(size), quality=5)
    if coding == "zstd":
        import zstandard

        return zstandard.compress(bytes(size))
    packer = zlib.compressobj(1, wbits=31 if coding != "deflate" else 15)
    parts = [packer.compress(LARGE) for _ in range(size // len(LARGE))]
    packed = b"".join([*parts, packer.flush()])
    return gzip.compress(packed) if coding == "twice" else packed


async def exploding(request: Request) -> Response:
    """/bomb/gzip|deflate|br|zstd|twice?bytes=N: a small body that unpacks to N bytes (200 MB)."""
    coding = request.path_params["coding"]
    body = await asyncio.to_thread(bomb, coding, int(request.query_params.get("bytes", 200_000_000)))
    names = "gzip, gzip" if coding == "twice" else coding
    return Response(body, headers={"Content-Encoding": names}, media_type="text/html")


async def wrong_encoding(request: Request) -> Response:
    """/wrong-encoding/NAME: says that it is packed so, and is not packed at all."""
    name = request.path_params["name"]
    return Response(BODY, headers={"Content-Encoding": name}, media_type="text/html; charset=utf-8")


async def huge(request: Request) -> Response:
    """/huge?bytes=500000000&form=length|chunked: very much, with its length said beforehand or not."""
    size = int(request.query_params.get("bytes", 500_000_000))

    async def much() -> AsyncIterator[bytes]:
        for _ in range(size // len(CHUNK)):
            yield CHUNK
        yield CHUNK[: size % len(CHUNK)]

    told = {"Content-Length": str(size)} if request.query_params.get("form", "length") == "length" else None
    return StreamingResponse(much(), headers=told, media_type="application/octet-stream")


def _nth(request: Request) -> int:
    key = request.query_params.get("key", "")
    return request.scope["replica.ledger"].nth(f"{request.url.hostname} {request.url.path} {key}")


ROUTES = [
    Route("/slow-headers", slow_headers),
    Route("/slow-body", slow_body),
    Route("/stalled", stalled),
    Route("/truncated", truncated),
    Route("/truncated-once", truncated_once),
    Route("/truncated-chunks", truncated_chunks),
    Route("/truncated-gzip", truncated_gzip),
    Route("/short-length", short_length),
    Route("/two-lengths", two_lengths),
    Route("/silence", silence),
    Route("/garbage", garbage),
    Route("/endless-headers", endless_headers),
    Route("/odd-headers", odd_headers),
    Route("/reset", reset),
    Route("/reset-now", reset_now),
    Route("/reset-once", reset_once),
    Route("/loop", loop),
    Route("/loop/back", loop),
    Route("/endless/{number:int}", endless),
    Route("/busy", busy),
    Route("/shaky", shaky),
    Route("/bomb/{coding}", exploding),
    Route("/wrong-encoding/{name}", wrong_encoding),
    Route("/huge", huge),
]
