"""The archive's own check: every record of every file against its digests, and every place that the catalogue knows.

And that of a WACZ or WARC file, which needs no project.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from holdwater.errors import ArchiveError
from holdwater.sources.archive.cdxj import url_key
from holdwater.sources.archive.groups import open_file, scan
from holdwater.sources.archive.locks import lock
from holdwater.sources.archive.members import TornError
from holdwater.sources.archive.model import Group, Place
from holdwater.sources.archive.recovery import warc_files
from holdwater.sources.archive.wacz_opening import open_packed
from holdwater.sources.archive.warc import open_record


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in the archive: in which file, at which offset, and what, in a few words."""

    file: str
    offset: int
    what: str


@dataclass(frozen=True)
class Checked:
    """How many files, groups and places were looked at, and what is wrong with them."""

    files: int
    groups: int
    places: int
    faults: tuple[Fault, ...]


def check_archive(archive: Path, places: Collection[Place] = ()) -> Checked:
    """Read the whole archive and check every digest; and that at every one of `places` stands what they say.

    The end of a file that a run is writing to just now is no fault. Never raises for what the archive holds.
    """
    files = warc_files(archive)
    faults: list[Fault] = []
    seen: set[Place] = set()
    for path in files:
        for found in _read(archive, path.name):
            if isinstance(found, Fault):
                faults.append(found)
            else:
                seen.add(found)
    faults += (
        Fault(place.file, place.offset, "the record that the catalogue knows is not there, or is another")
        for place in places
        if place not in seen
    )
    return Checked(len(files), len(seen), len(places), tuple(faults))


@dataclass(frozen=True, slots=True)
class CheckedPack:
    """How many pages a WACZ or WARC file lists, and how many records its index leads to."""

    pages: int
    records: int


def check_packed(path: Path, tmp: Path) -> CheckedPack:
    """Check every part of a WACZ against its digests, and every record that its index (or a WARC file) has.

    Args:
        path: the file.
        tmp: a folder for what is unpacked on the way.

    Raises:
        ArchiveError: something of it is not as it was written; or it cannot be read, or is of a newer version.
    """
    with open_packed(path, tmp) as contents:
        for entry in contents.entries:
            with contents.files[entry.file].open("rb") as file:
                record = open_record(file, entry.offset, f"{path.name}/{entry.file}")
                if url_key(record.url) != url_key(entry.url):
                    where = f"{path.name}/{entry.file} at {entry.offset}"
                    raise ArchiveError("an index that does not fit its records", where=where)
                record.finish()
        return CheckedPack(len(contents.pages), len(contents.entries))


def _read(archive: Path, name: str) -> Iterator[Place | Fault]:
    try:
        with open_file(archive, name) as file:
            size = os.fstat(file.fileno()).st_size
            for found in scan(file, name, 0, size):
                if isinstance(found, Group):
                    yield found.place
                elif not (isinstance(found.fault, TornError) and _is_written_to(file)):
                    yield Fault(name, found.offset, found.fault.what)
    except ArchiveError as error:
        yield Fault(name, 0, error.what)
    except OSError as error:
        yield Fault(name, 0, f"cannot be read: {error.strerror}")


def _is_written_to(file: BinaryIO) -> bool:
    try:
        return not lock(file.fileno(), wait=False)
    except OSError:
        return False
