"""Takes off what a body was packed in on its way (RFC 9110, 8.4; RFC 9112, 7), never more than was asked for at once.

A few bytes can unpack to thousands of times as many: every step is bounded, and so is what all of them give together.
"""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator, Sequence
from importlib import import_module
from types import ModuleType

from holdwater.errors import ArchiveError
from holdwater.patterns import waiting
from holdwater.sources.archive.members import Lines, Stream, TornError

MAX_CODINGS = 4
"""How often a body may be packed; servers do it once, some by mistake twice."""

MAX_LINE = 1024
"""Bytes of the line before a chunk; its extensions are nothing that anybody uses."""

_STEP = 64 * 1024
_ZSTD_STEP = 512
"""Bytes that are given to zstandard at once, whose steps have no bound: a block's four make 128 KB at most (RFC 8878,
3.1.1.2), so that these make 16 MB."""

_GZIP = b"\x1f\x8b"
_CHUNK = waiting(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_IDENTITY = ("", "identity", "none", "utf-8")  # the last two are what servers write where they mean none


class Bytes:
    """A stream of pieces, each of which is read whole before the next is asked for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._piece = pieces, b""

    def read(self, most: int) -> bytes:
        """The next bytes, `most` of them or fewer; b"" only at the end."""
        while not self._piece:
            found = next(self._pieces, None)
            if found is None:
                return b""
            self._piece = found
        given, self._piece = self._piece[:most], self._piece[most:]
        return given


def decoded(body: Stream, codings: Sequence[str], *, chunked: bool = False, most: int, where: str) -> Iterator[bytes]:
    """The payload of a body, in pieces.

    Args:
        body: as it came.
        codings: those of Content-Encoding, in its order.
        chunked: whether the chunks of the transfer are still in it.
        most: bytes of the payload; a body that unpacks to more is refused when it has done so.
        where: what the body is of, for what is said of faults.

    Raises:
        TornError: it breaks off before its end.
        ArchiveError: it is damaged, unpacks to more than `most`, or is packed in a way that cannot be
            unpacked here.
    """
    stream: Stream = Bytes(_unchunked(body, where)) if chunked else body
    known = [coding.strip().lower() for coding in codings if coding.strip().lower() not in _IDENTITY]
    if len(known) > MAX_CODINGS:
        raise ArchiveError(f"packed {len(known)} times", where=where)
    for coding in reversed(known):
        stream = Bytes(_unpacked(stream, coding, where))
    left = most
    while piece := stream.read(_STEP):
        left -= len(piece)
        if left < 0:
            raise ArchiveError(f"unpacks to more than {most // 2**20} MB", where=where)
        yield piece


def codings_of(headers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The codings that the headers of an answer name, in the order in which they were put on."""
    given = ",".join(value for name, value in headers if name.lower() == "content-encoding")
    return tuple(coding.strip().lower() for coding in given.split(",") if coding.strip())


def _unpacked(packed: Stream, coding: str, where: str) -> Iterator[bytes]:
    if coding in ("gzip", "x-gzip"):
        return _gzip(packed, where)
    if coding == "deflate":
        return _deflate(packed, where)
    if coding == "br":
        return _brotli(packed, where)
    if coding == "zstd":
        return _zstandard(packed, where)
    raise ArchiveError(f"packed as {coding[:40]!r}, which is not known here", where=where)


def _gzip(packed: Stream, where: str) -> Iterator[bytes]:
    data = _two(packed, b"")
    if not data.startswith(_GZIP):
        yield from _plain(data, packed)  # a server that says so and sends none; browsers show it, too
        return
    while data.startswith(_GZIP):  # what follows the last member is no part of it (RFC 1952, 2.2)
        data = _two(packed, (yield from _zlib(packed, data, 31, where)))


def _deflate(packed: Stream, where: str) -> Iterator[bytes]:
    """With zlib's wrapping, as RFC 9110 has it, or without, as some servers send it."""
    data = _two(packed, b"")
    wrapped = len(data) > 1 and data[0] & 15 == 8 and (data[0] * 256 + data[1]) % 31 == 0  # RFC 1950, 2.2
    if data:
        yield from _zlib(packed, data, 15 if wrapped else -15, where)


def _two(packed: Stream, data: bytes) -> bytes:
    """At least the two bytes by which one tells a packing, unless the stream ends before."""
    while len(data) < 2 and (more := packed.read(_STEP)):
        data += more
    return data


def _zlib(packed: Stream, data: bytes, wbits: int, where: str) -> Generator[bytes, None, bytes]:
    """Yields what one packed member holds, from its first bytes `data` on; returns what was read beyond it."""
    unpacker = zlib.decompressobj(wbits=wbits)
    while not unpacker.eof:
        exhausted = not data
        try:
            piece = unpacker.decompress(data, _STEP)  # which may still hold back what it had read before
        except zlib.error as fault:
            raise ArchiveError("damaged compressed data", where=where) from fault
        data = unpacker.unconsumed_tail
        if piece:
            yield piece
        elif exhausted and not unpacker.eof:
            raise TornError("compressed data that break off", where=where)
        if not data and not unpacker.eof:
            data = packed.read(_STEP)
    return unpacker.unused_data


def _brotli(packed: Stream, where: str) -> Iterator[bytes]:
    brotli = _module("brotli", "br", where)
    if not hasattr(brotli.Decompressor, "can_accept_more_data"):  # before 1.2 nothing bounds a step
        raise ArchiveError("packed as 'br'", where=where, mend="install brotli 1.2 or newer and run it again")
    if not (data := packed.read(_STEP)):
        return
    unpacker, ended = brotli.Decompressor(), False
    while not unpacker.is_finished():
        try:
            piece = unpacker.process(data, output_buffer_limit=_STEP)  # which may hold back what it had read before
        except brotli.error as fault:
            raise ArchiveError("damaged compressed data", where=where) from fault
        if piece:
            yield piece
        elif ended and not unpacker.is_finished():
            raise TornError("compressed data that break off", where=where)
        data = packed.read(_STEP) if unpacker.can_accept_more_data() else b""
        ended = not data and unpacker.can_accept_more_data()


def _zstandard(packed: Stream, where: str) -> Iterator[bytes]:
    zstandard = _module("zstandard", "zstd", where)
    # 8 MB is the window that RFC 9659 allows on the web; a frame that asks for more memory is refused.
    frames = zstandard.ZstdDecompressor(max_window_size=2**23)
    data = packed.read(_ZSTD_STEP)
    while data:
        unpacker = frames.decompressobj()
        while not unpacker.eof:
            if not data:
                raise TornError("compressed data that break off", where=where)
            try:
                piece = unpacker.decompress(data)
            except zstandard.ZstdError as fault:
                raise ArchiveError("damaged compressed data", where=where) from fault
            if piece:
                yield piece
            data = unpacker.unused_data if unpacker.eof else packed.read(_ZSTD_STEP)
        data = data or packed.read(_ZSTD_STEP)


def _module(name: str, coding: str, where: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError:
        mend = f"install the package {name} and run it again"
        raise ArchiveError(f"packed as {coding!r}, which cannot be unpacked here", where=where, mend=mend) from None


def _plain(data: bytes, rest: Stream) -> Iterator[bytes]:
    while data:
        yield data
        data = rest.read(_STEP)


def _unchunked(body: Stream, where: str) -> Iterator[bytes]:
    """What the chunks of a transfer hold (RFC 9112, 7.1); a body that has none in spite of its headers, as it is."""
    lines = Lines(body)
    first = True
    while True:
        line = lines.line(MAX_LINE)
        size = _CHUNK.match(line)
        if not size:
            if not first:
                raise TornError("a body that breaks off between its chunks", where=where)
            yield from _plain(line, lines)
            return
        first = False
        left = int(size[1], 16)
        if not left:
            return
        while left:
            piece = lines.read(min(left, _STEP))
            if not piece:
                raise TornError("a body that breaks off within a chunk", where=where)
            left -= len(piece)
            yield piece
        lines.line(2)
