"""Zip files that come from outside: every name is looked at, every member bounded, nothing unpacked elsewhere."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from holdwater.errors import ArchiveError
from holdwater.sources.archive.members import Stream

MAX_MEMBERS = 20_000
"""The most files that an archive may list; a crawl of years has some hundred WARC files."""

MAX_RATIO, SMALL = 60, 2**26
"""How many times its own size a zip file may unpack to, all in all, and the bytes that any may. WARC files are packed
already; the lists beside them, which are not, pack to a twentieth."""

_STEP = 2**20
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OverflowError)


class Zipped:
    """A zip file on the disk; a context manager."""

    def __init__(self, path: Path) -> None:
        """Raises ArchiveError where it cannot be opened, is no zip file, or lists names that lead out of it."""
        self._name = path.name
        try:
            self._file = path.open("rb")
            self._room = MAX_RATIO * path.stat().st_size + SMALL
        except OSError as error:
            raise ArchiveError(f"cannot be read: {error.strerror}", where=str(path)) from error
        try:
            self._zip = zipfile.ZipFile(self._file)
            self._members = self._checked(self._zip.infolist())
        except _FAULTS as fault:
            self._file.close()
            raise ArchiveError("a damaged or truncated zip file", where=self._name, mend="fetch it again") from fault
        except ArchiveError:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()
        self._file.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names, folders left out."""
        return tuple(self._members)

    def digest(self, name: str, algorithm: str, into: Path | None = None) -> str:
        """The digest of a member, hexadecimal; its bytes are written to `into` too. Raises ArchiveError, OSError."""
        digest = hashlib.new(algorithm)
        with self.stream(name) as stream:
            out = into.open("xb") if into else None
            try:
                while piece := stream.read(_STEP):
                    digest.update(piece)
                    if out:
                        out.write(piece)
            finally:
                if out:
                    out.close()
        return digest.hexdigest()

    def read(self, name: str, most: int) -> bytes:
        """A member's bytes, which must not be more than `most`. Raises ArchiveError."""
        pieces: list[bytes] = []
        left = most
        with self.stream(name) as stream:
            while piece := stream.read(_STEP):
                left -= len(piece)
                if left < 0:
                    raise ArchiveError(f"larger than {most // 2**20} MB", where=f"{self._name}/{name}")
                pieces.append(piece)
        return b"".join(pieces)

    @contextmanager
    def stream(self, name: str) -> Iterator[Stream]:
        """A member as a stream. Raises ArchiveError where there is none, and so does the stream where it is damaged."""
        member = self._members.get(name)
        where = f"{self._name}/{name}"
        if member is None:
            raise ArchiveError("lacks " + name[:100], where=self._name)
        if member.flag_bits & 1 or member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ArchiveError("encrypted, or packed in a way that none of its kind is", where=where)
        try:
            with self._zip.open(member) as file:
                yield _Bounded(self, file, where)
        except _FAULTS as fault:
            raise ArchiveError("damaged or truncated", where=where, mend="fetch it again") from fault

    def take(self, size: int, where: str) -> None:
        """Note that so many bytes were unpacked. Raises ArchiveError where it is more than any sound file gives."""
        self._room -= size
        if self._room < 0:
            raise ArchiveError("unpacks to more than it can rightly hold", where=where)

    def _checked(self, listed: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(listed) > MAX_MEMBERS:
            raise ArchiveError(f"lists more than {MAX_MEMBERS:,} files", where=self._name)
        members: dict[str, zipfile.ZipInfo] = {}
        for member in listed:
            name = member.filename
            if name.endswith("/"):
                continue
            if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/") or not name.isprintable():
                raise ArchiveError(f"lists a file outside of it: {name[:100]!a}", where=self._name)
            if name in members:
                raise ArchiveError(f"lists a file twice: {name[:100]}", where=self._name)
            members[name] = member
        return members


class _Bounded:
    """A member's stream, which takes off what it gives from the archive's room, and gives ArchiveErrors."""

    def __init__(self, of: Zipped, file: IO[bytes], where: str) -> None:
        self._of, self._file, self._where = of, file, where

    def read(self, most: int) -> bytes:
        try:
            piece = self._file.read(most)
        except _FAULTS as fault:
            raise ArchiveError("damaged or truncated", where=self._where, mend="fetch it again") from fault
        self._of.take(len(piece), self._where)
        return piece
