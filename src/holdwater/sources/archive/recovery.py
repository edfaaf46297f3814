"""Brings an archive into order after a run that ended in the middle of things.

A group of records is on the disk before the catalogue hears of it. So what stands behind the last group that the
catalogue knows is either a whole group, which it only has to be told of, or the beginning of one, which is cut off.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from holdwater.errors import ArchiveError
from holdwater.sources.archive.groups import scan
from holdwater.sources.archive.locks import lock
from holdwater.sources.archive.members import Member, TornError
from holdwater.sources.archive.model import Group
from holdwater.sources.archive.writer import SUFFIX

_STEP = 2**20


@dataclass(frozen=True)
class Recovered:
    """What was found in one WARC file behind the end that was known: whole groups, and how many bytes were cut off.

    `end` is where the file now ends. `damage` says in one line what could not be read though it is no torn end: such
    bytes are left as they are, and `groups` are those around them.
    """

    file: str
    end: int
    groups: tuple[Group, ...] = ()
    cut: int = 0
    damage: str = ""


def recover(archive: Path, known_end: Callable[[str], int], take: Callable[[Recovered], None]) -> None:
    """Look at every WARC file that no living run writes to, beyond its known end; cut off what is torn.

    Args:
        archive: the folder of the WARC files; there need be none.
        known_end: by a file's name, the end of the last group of which the catalogue knows; 0 where it knows none. It
            is asked while the file is locked, so that of two processes only one takes the groups over.
        take: is handed what was found, while the file is locked; not called where there was nothing.

    Raises:
        ArchiveError: a file cannot be opened or changed.
    """
    for path in warc_files(archive):
        try:
            descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
            with open(descriptor, "r+b", buffering=0) as file:
                found = _look(file, path.name, known_end) if lock(descriptor, wait=False) else None
                if found and (found.groups or found.cut or found.damage):
                    take(found)
                if found and not found.end and not found.damage:
                    _remove_empty(path)
        except FileNotFoundError:
            continue  # another process has taken away an empty one
        except OSError as error:
            raise ArchiveError(f"cannot be looked through: {error.strerror}", where=str(path)) from error


def warc_files(archive: Path) -> tuple[Path, ...]:
    """The WARC files of an archive, by name."""
    return tuple(sorted(archive.glob(f"*{SUFFIX}"))) if archive.is_dir() else ()


def _look(file: BinaryIO, name: str, known_end: Callable[[str], int]) -> Recovered:
    size = os.fstat(file.fileno()).st_size
    known = known_end(name)
    if size <= known:
        return Recovered(name, size, damage="" if size == known else f"{known - size:,} bytes of its end are missing")
    groups: list[Group] = []
    damage = ""
    for found in scan(file, name, known, size):
        if isinstance(found, Group):
            groups.append(found)
        elif found.end == size and _is_torn(file, found.offset, name, found.fault):
            return Recovered(name, _cut(file, found.offset), tuple(groups), size - found.offset, damage)
        else:
            damage = damage or str(found.fault)
    return Recovered(name, size, tuple(groups), 0, damage)


def _is_torn(file: BinaryIO, offset: int, name: str, fault: ArchiveError) -> bool:
    """Whether a group that cannot be read is one that was never written to its end.

    It is, where the file ends in it, or where its members are not sound to the last (a disk that lost its power may
    show a file at its full length, with nothing in it). What is packed soundly was put there on purpose, by a newer
    version perhaps, and is not for us to take away.
    """
    if isinstance(fault, TornError):
        return True
    try:
        while True:
            member = Member(file, offset, name)
            if not member.is_gzip:
                return True
            while member.read(_STEP):
                pass
            offset = member.position
    except TornError:
        return offset < os.fstat(file.fileno()).st_size
    except ArchiveError:
        return True


def _cut(file: BinaryIO, end: int) -> int:
    os.ftruncate(file.fileno(), end)
    os.fsync(file.fileno())
    return end


def _remove_empty(path: Path) -> None:
    """A file in which no run has written anything; a run that has just made it sees that it is gone, and makes one."""
    with suppress(OSError):
        path.unlink()
