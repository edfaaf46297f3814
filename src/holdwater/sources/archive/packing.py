"""Records as gzip members at the end of a WARC file, written all or none."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO, RawIOBase
from pathlib import Path
from typing import BinaryIO, Protocol

from holdwater.errors import ArchiveError
from holdwater.sources.archive.drafts import Draft

_STEP = 2**20
_BLOCK = "response"
"""What every record is to warcio, which writes no block of what it knows for a revisit; the headers say what it is."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes of a WARC file that are whole records: gzip members, or not packed yet."""

    path: Path
    offset: int
    end: int
    packed: bool = True


class Out:
    """A file that is appended to; what a failure leaves behind can be taken away again."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.end = os.lseek(descriptor, 0, os.SEEK_END)

    def write(self, data: bytes) -> None:
        """Append all of the bytes. Raises OSError, and may then have written some of them."""
        left = memoryview(data)
        while left:
            written = os.write(self.descriptor, left)
            left = left[written:]
            self.end += written

    def settle(self) -> None:
        """Wait until everything is on the disk. Raises OSError."""
        os.fsync(self.descriptor)

    def cut(self, end: int) -> None:
        """Take away all that is behind an offset. Raises OSError."""
        os.ftruncate(self.descriptor, end)
        self.end = os.lseek(self.descriptor, end, os.SEEK_SET)
        with suppress(OSError):
            self.settle()


class Sink(Protocol):
    """Where bytes are written to."""

    def write(self, data: bytes, /) -> object:
        """Write all of the bytes. May raise OSError."""


def packed(draft: Draft) -> bytes:
    """A record as a gzip member in memory. Raises ArchiveError where its bytes cannot be read."""
    sink = BytesIO()
    _pack(sink, draft)
    return sink.getvalue()


def append(out: Out, record: Draft | Stretch) -> int:
    """Append one record, or those of a stretch, and return the offset at which it begins.

    Raises:
        OSError: it cannot be written.
        ArchiveError: its bytes cannot be read, or are not those that they were when its digests were taken.
    """
    offset = out.end
    if isinstance(record, Stretch):
        _copy(out, record)
    else:
        _pack(out, record)
    return offset


def _pack(out: Sink, draft: Draft) -> None:
    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    headers = StatusAndHeaders("", list(draft.headers), protocol="WARC/1.1")
    with _Block(draft) as block:
        # Without its HTTP head apart, which warcio would write anew, in ASCII.
        record = ArcWarcRecord(
            "warc", _BLOCK, headers, block, None, headers.get_header("Content-Type"), draft.length
        )  # fmt: skip
        # What is packed already grows no smaller: to try that on 500 MB took 34 s, to leave it 4 s.
        member = _Member(out, 0 if draft.packed else 6)
        WARCWriter(member, gzip=False, warc_version="1.1").write_record(record)
        if block.given != draft.length:
            raise ArchiveError("changed while it was put into the archive", where=str(draft.body))


class _Member:
    """What is written becomes one gzip member."""

    def __init__(self, out: Sink, level: int) -> None:
        self._out = out
        self._packer = zlib.compressobj(level, zlib.DEFLATED, 31)

    def write(self, data: bytes) -> None:
        if packed := self._packer.compress(data):
            self._out.write(packed)

    def flush(self) -> None:
        self._out.write(self._packer.flush())


class _Block(RawIOBase):
    """A record's block as a stream: its head, then the file."""

    def __init__(self, draft: Draft) -> None:
        self._head = draft.head
        self._file: BinaryIO | None = _opened(draft.body) if draft.body else None
        self.given = 0

    def read(self, size: int = -1, /) -> bytes:
        if self._head:
            piece, self._head = self._head, b""
        else:
            try:
                piece = self._file.read(_STEP) if self._file else b""
            except OSError as error:
                raise ArchiveError(f"cannot be read: {error.strerror}") from error
        self.given += len(piece)
        return piece

    def close(self) -> None:
        if self._file:
            self._file.close()
        super().close()


def _copy(out: Out, stretch: Stretch) -> None:
    with _opened(stretch.path) as file:
        file.seek(stretch.offset)
        left = stretch.end - stretch.offset
        member = None if stretch.packed else _Member(out, 6)
        while left:
            piece = file.read(min(_STEP, left))
            if not piece:
                raise ArchiveError("changed while it was put into the archive", where=str(stretch.path))
            left -= len(piece)
            (member or out).write(piece)
        if member:
            member.flush()


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise ArchiveError(f"cannot be read: {error.strerror}", where=str(path)) from error
