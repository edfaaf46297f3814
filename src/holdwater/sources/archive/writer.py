"""Appends to the archive: what was said between us and servers, and files that a person puts in, as WARC records.

Each run has a WARC file of its own, which it holds locked and never rewrites. A group of records is whole and on the
disk before `write` returns, unless that is left to `settle`; where that fails, nothing of it is there. A group begins
with the record of what was had (a response, a file), and ends with a metadata record: that one tells after a kill that
the group is whole.
"""

from __future__ import annotations

import errno
import os
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from holdwater.errors import ArchiveError
from holdwater.sources.archive import drafts
from holdwater.sources.archive.drafts import Draft, Subject
from holdwater.sources.archive.locks import lock
from holdwater.sources.archive.model import Exchange, Group, Place
from holdwater.sources.archive.packing import Out, Stretch, append
from holdwater.sources.catalogue.moments import utc_now

SUFFIX = ".warc.gz"

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NONE: Mapping[str, str] = {}


class ArchiveWriter:
    """The run's own WARC file in the archive's folder, made when the first group is written.

    Every method may be called from several threads. A context manager: `close` lets go of the file.
    """

    def __init__(self, folder: Path, *, now: Callable[[], datetime] = utc_now) -> None:
        """`folder` is the archive's; it is made where there is none, but only when something is written."""
        self._folder, self._now = folder, now
        self._out: Out | None = None
        self._name = ""
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def write(
        self,
        exchange: Exchange,
        *,
        hops: Sequence[Exchange] = (),
        fields: Mapping[str, str] = _NONE,
        same_as: Group | None = None,
        settle: bool = True,
    ) -> Place:
        """Put an exchange into the archive as one group: response, request, and those of the redirects before it.

        Args:
            exchange: the last one, whose body is what was had.
            hops: the redirects that led there, the first one first.
            fields: what the metadata record notes beside: names of letters, digits and hyphens, values of one line.
            same_as: a group of this archive that has the very same body: then this one refers to it, and has none.
            settle: whether to wait until it is on the disk; if not, `settle` is to be called before anybody is told.

        Raises:
            ArchiveError: it cannot be written, the disk is full, or the body cannot be read. The archive is then as
                it was before.
        """
        answer = drafts.revisit(exchange, same_as) if same_as else drafts.response(exchange)
        group = [answer, drafts.request(exchange, answer.subject.id)]
        for hop in hops:
            redirect = drafts.response(hop, answer.subject.id)
            group += [redirect, drafts.request(hop, redirect.subject.id)]
        return self._append(answer.subject, group, fields, settle=settle)

    def settle(self) -> None:
        """Wait until all that was written is on the disk. Raises ArchiveError where that cannot be had."""
        with self._turn:
            try:
                if self._out:
                    self._out.settle()
            except OSError as error:
                raise self._refusal(error) from error

    def write_file(
        self,
        path: Path,
        name: str,
        media_type: str,
        *,
        url: str = "",
        at: datetime | None = None,
        fields: Mapping[str, str] = _NONE,
    ) -> Place:
        """Put a file into the archive as a resource record, under `url` if it is of one. Raises as `write` does.

        `name` is the file's own, without folders; it is noted in the field "name". `at` is now if not given.
        """
        of = drafts.resource(path, name, media_type, url, at or self._now())
        return self._append(of.subject, [of], {"name": name, **fields})

    def copy(self, of: Subject, stretches: Sequence[Stretch], fields: Mapping[str, str] | None) -> Place:
        """Put records of another WARC file into the archive, byte for byte; the caller has looked at them all.

        The first stretch is the record of `of` and nothing else. Without `fields` the stretches are a whole group of a
        writer's, with the record that closes it. Raises as `write` does.
        """
        return self._append(of, stretches, fields)

    def close(self) -> None:
        """Let go of the run's file. Writing again makes another."""
        with self._turn:
            self._let_go()

    def _append(
        self, of: Subject, group: Sequence[Draft | Stretch], fields: Mapping[str, str] | None, *, settle: bool = True
    ) -> Place:
        closing = [] if fields is None else [drafts.metadata(of, fields)]
        with self._turn:
            out = self._out or self._open()
            start = out.end
            done = False
            try:
                if not start:
                    append(out, drafts.info(self._name, drafts.software(), self._now()))
                offset = append(out, group[0])
                length = out.end - offset
                for record in (*group[1:], *closing):
                    append(out, record)
                if settle:
                    out.settle()
                done = True
            except OSError as error:
                raise self._refusal(error) from error
            finally:
                if not done:
                    self._take_back(out, start)
            return Place(self._name, offset, length, out.end, of.payload_sha256, of.id)

    def _open(self) -> Out:
        """A new file, which only this writer writes to."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            while self._out is None:
                self._name = f"holdwater-{self._now():%Y%m%d%H%M%S}-{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
                descriptor = os.open(self._folder / self._name, _NEW, 0o666)
                self._out = Out(descriptor)
                lock(descriptor, wait=True)
                if not os.fstat(descriptor).st_nlink:  # another run took it for a dead one's before it was locked
                    self._let_go()
            _settle_folder(self._folder)
        except OSError as error:
            self._let_go()
            raise self._refusal(error) from error
        return self._out

    def _take_back(self, out: Out, start: int) -> None:
        """Leave the file as it was; where even that fails, what is torn is for the next run to cut off."""
        try:
            out.cut(start)
        except OSError:
            self._let_go()
            return
        if not start:
            with suppress(OSError):
                (self._folder / self._name).unlink()
            self._let_go()

    def _let_go(self) -> None:
        if self._out:
            with suppress(OSError):
                os.close(self._out.descriptor)
        self._out = None

    def _refusal(self, error: OSError) -> ArchiveError:
        mend = "make room there and run it again" if error.errno in _NO_ROOM else ""
        return ArchiveError(f"cannot be written: {error.strerror}", where=str(self._folder / self._name), mend=mend)


def _settle_folder(folder: Path) -> None:
    """Wait until the folder's own entries are on the disk, where the platform lets one ask for that."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
