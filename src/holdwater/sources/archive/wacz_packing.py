"""Packs snapshots of the archive into a WACZ, which anybody can open and check without Holdwater."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import uuid
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from holdwater.errors import ArchiveError
from holdwater.sources.archive import drafts, wacz
from holdwater.sources.archive.cdxj import Entry, entry_of, packed_index
from holdwater.sources.archive.groups import open_file, read_group
from holdwater.sources.archive.model import Group, Place
from holdwater.sources.archive.packing import packed
from holdwater.sources.archive.warc import open_record
from holdwater.sources.catalogue.model import Held
from holdwater.sources.catalogue.moments import utc_now

_STEP = 2**20


def pack(
    archive: Path,
    held: Sequence[Held],
    works: wacz.Works,
    out: Path,
    *,
    title: str = "",
    now: Callable[[], datetime] = utc_now,
) -> None:
    """Write a WACZ with these snapshots: their records as they are, an index, a list of pages, and all digests.

    Args:
        archive: the folder of the WARC files.
        held: the snapshots, in the order in which they are to be listed.
        works: the CSL-JSON of the works that they are of, by id.
        out: the file to write; it appears whole, or what was there before stays.
        title: what a reader shows at the top.
        now: the time (UTC) that it is said to be made at.

    Raises:
        ArchiveError: a record is not there or not sound, or the file cannot be written.
    """
    part = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            with zipfile.ZipFile(file, "w") as zipped:
                _fill(_Package(zipped, now()), archive, held, works, title)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        raise ArchiveError(f"cannot be written: {error.strerror}", where=str(out), mend="make room there") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@dataclass
class _Package:
    """A WACZ that is being written, and what its description will say of each part."""

    zipped: zipfile.ZipFile
    made: datetime
    parts: list[dict[str, object]] = field(default_factory=list)

    def add(self, path: str, pieces: Iterable[bytes], size: int, *, text: bool = False) -> None:
        """Add a part of `size` bytes; only lists of text are packed, for readers fetch stretches of the others.

        The fields of Zip64 stand in a member's own head only where they stand in the zip's directory too: readers
        that find none in the directory do not look for them (ReplayWeb.page), and miss the data by their length.
        """
        entry = zipfile.ZipInfo(path, self.made.timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED if text else zipfile.ZIP_STORED
        entry.external_attr = 0o644 << 16
        digest = hashlib.sha256()
        with self.zipped.open(entry, "w", force_zip64=size > zipfile.ZIP64_LIMIT) as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
        self.parts.append({"name": _name(path), "path": path, "hash": f"sha256:{digest.hexdigest()}", "bytes": size})

    def add_text(self, path: str, text: bytes) -> None:
        """Add a list or a description."""
        self.add(path, [text], len(text), text=True)


def _fill(package: _Package, archive: Path, held: Sequence[Held], works: wacz.Works, title: str) -> None:
    entries: list[Entry] = []
    groups: dict[Place, Group] = {}
    places = list(dict.fromkeys(one.place for one in held))
    # Its name is made of what follows, so that the same snapshots give the same file.
    of = " ".join([package.made.isoformat(), *(place.record_id for place in places)])
    own = uuid.uuid5(uuid.NAMESPACE_URL, of)
    info = packed(drafts.info(_name(wacz.WARC), drafts.software(), package.made, own))
    size = len(info) + sum(place.end - place.offset for place in places)
    package.add(wacz.WARC, _records(archive, places, info, entries, groups), size)
    index, blocks = packed_index(entries, _name(wacz.INDEX))
    package.add(wacz.INDEX, [index], len(index))
    package.add_text(wacz.INDEX_OF_BLOCKS, blocks)
    package.add_text(wacz.PAGES, _pages(held, groups, title).encode())
    package.add_text(wacz.SNAPSHOTS, wacz.snapshots_text(list(held), works).encode())
    made = f"{package.made:%Y-%m-%dT%H:%M:%SZ}"
    said = {
        "profile": "data-package",
        "title": title or "Sources",
        "created": made,
        "modified": made,
        "wacz_version": wacz.VERSION,
        "software": drafts.software(),
        "resources": list(package.parts),
    }
    description = json.dumps(said, indent=2).encode()
    package.add_text(wacz.DESCRIPTION, description)
    digest = {"path": wacz.DESCRIPTION, "hash": f"sha256:{hashlib.sha256(description).hexdigest()}"}
    package.add_text(wacz.DIGEST, json.dumps(digest, indent=2).encode())


def _records(
    archive: Path, places: Sequence[Place], info: bytes, entries: list[Entry], groups: dict[Place, Group]
) -> Iterator[bytes]:
    """The bytes of a WARC file with the groups at these places; lines of the index, and the groups, are noted."""
    yield info
    offset = len(info)
    for place in places:
        groups[place] = read_group(archive, place)
        with open_file(archive, place.file) as file:
            entries += _entries(file, place, _name(wacz.WARC), offset - place.offset)
            yield from _bytes(file, place)
        offset += place.end - place.offset


def _entries(file: BinaryIO, place: Place, name: str, moved: int) -> Iterator[Entry]:
    """The lines of the index for a group that stands `moved` bytes further on in the WARC file `name`."""
    offset = place.offset
    while offset < place.end:
        record = open_record(file, offset, place.file)
        end = record.finish()
        if record.kind in ("response", "resource"):
            yield entry_of(record, name, offset + moved, end - offset)
        offset = end


def _bytes(file: BinaryIO, place: Place) -> Iterator[bytes]:
    file.seek(place.offset)
    left = place.end - place.offset
    while left:
        piece = file.read(min(left, _STEP))
        if not piece:
            raise ArchiveError("changed while it was packed", where=place.file)
        left -= len(piece)
        yield piece


def _pages(held: Sequence[Held], groups: dict[Place, Group], title: str) -> str:
    """The list of pages: each snapshot under the address that was asked for (a page a line, json-pages-1.0)."""
    lines = [json.dumps({"format": "json-pages-1.0", "id": "pages", "title": title or "Pages"})]
    for one in held:
        group = groups[one.place]
        first = group.answers[0] if group.answers else group
        page = {
            "id": uuid.uuid5(uuid.NAMESPACE_URL, f"{one.place.record_id} {one.work}").hex,
            "url": first.url,
            "ts": f"{first.at:%Y-%m-%dT%H:%M:%S}.{first.at.microsecond // 1000:03d}Z",
            "title": one.title or one.name or first.url,
        }
        lines.append(json.dumps(page))
    return "\n".join(lines) + "\n"


def _name(path: str) -> str:
    return path.rpartition("/")[2]
