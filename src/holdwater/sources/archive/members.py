"""One record's bytes out of a WARC file, unpacked in bounded steps.

A WARC file is a row of gzip members, one a record (WARC 1.1, Annex D.2); a plain one has the records themselves. Both
come from outside as often as not: no step here unpacks more than it was asked for.
"""

from __future__ import annotations

import zlib
from typing import BinaryIO, Protocol

from holdwater.errors import ArchiveError

STEP = 64 * 1024
"""Bytes that are read from a file at once."""

GZIP = b"\x1f\x8b"


class TornError(ArchiveError):
    """A record that ends before it is whole, as it does where a run was killed while it wrote."""


class Stream(Protocol):
    """Bytes that are read once, from their beginning."""

    def read(self, most: int) -> bytes:
        """The next bytes, `most` of them or fewer; b"" only at the end. Raises ArchiveError."""


class Lines:
    """A stream that is read by lines, too."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._held, self._at = b"", 0

    @property
    def ahead(self) -> int:
        """How many bytes were read from the stream and not given out yet."""
        return len(self._held) - self._at

    def read(self, most: int) -> bytes:
        """The next bytes, `most` of them or fewer; b"" only at the end. Raises as the stream does."""
        if not self.ahead:
            return self._stream.read(most)
        piece = self._held[self._at : self._at + most]
        self._at += len(piece)
        return piece

    def line(self, most: int) -> bytes:
        """The bytes to the next line end, which is one of them; but no more than `most`. Raises as the stream does."""
        pieces: list[bytes] = []
        while most > 0:
            if not self.ahead:
                self._held, self._at = self._stream.read(STEP), 0
                if not self._held:
                    break
            found = self._held.find(b"\n", self._at, self._at + most)
            pieces.append(self.read(found + 1 - self._at if found >= 0 else most))
            most -= len(pieces[-1])
            if found >= 0:
                break
        return b"".join(pieces)


class Member:
    """What one gzip member of a file holds, from `offset` on; of a plain file, all that comes after `offset`."""

    def __init__(self, file: BinaryIO, offset: int, name: str) -> None:
        """`name` is the file's, for what is said of faults. Raises TornError where there is nothing at `offset`."""
        self._file, self._name, self._offset = file, name, offset
        file.seek(offset)
        self._ahead = file.read(STEP)
        if not self._ahead:
            raise TornError("a record that is not there", where=f"{name} at {offset}")
        self._read = len(self._ahead)
        self._packed = zlib.decompressobj(wbits=31) if self._ahead.startswith(GZIP) else None

    @property
    def is_gzip(self) -> bool:
        """Whether the record is packed on its own."""
        return self._packed is not None

    @property
    def position(self) -> int:
        """The offset in the file of the first byte that has not been used; after the last `read`, the member's end."""
        if self._packed is not None and self._packed.eof:
            return self._offset + self._read - len(self._packed.unused_data)
        return self._offset + self._read - len(self._ahead)

    def read(self, most: int) -> bytes:
        """The next bytes, `most` of them or fewer; b"" only at the end.

        Raises:
            TornError: the file ends within the member.
            ArchiveError: the member is damaged.
        """
        return self._plain(most) if self._packed is None else self._unpack(self._packed, most)

    def _plain(self, most: int) -> bytes:
        if not self._ahead:
            self._refill(STEP)
        piece, self._ahead = self._ahead[:most], self._ahead[most:]
        return piece

    def _unpack(self, packed: zlib._Decompress, most: int) -> bytes:
        while not packed.eof:
            if not self._ahead:
                self._refill(STEP)
            exhausted = not self._ahead
            try:
                piece = packed.decompress(self._ahead, most)  # which may still hold back what it had read before
            except zlib.error as fault:
                raise ArchiveError("a damaged record", where=f"{self._name} at {self._offset}") from fault
            self._ahead = packed.unconsumed_tail
            if piece:
                return piece
            if exhausted and not packed.eof:
                raise TornError("a record that breaks off", where=f"{self._name} at {self._offset}")
        return b""

    def _refill(self, size: int) -> None:
        self._file.seek(self._offset + self._read)
        self._ahead = self._file.read(size)
        self._read += len(self._ahead)
