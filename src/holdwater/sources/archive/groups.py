"""Groups of records as the writer makes them: what was had, how, and the metadata that close them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from holdwater.errors import ArchiveError
from holdwater.sources.archive.drafts import FIELDS
from holdwater.sources.archive.model import Answer, Group, Place
from holdwater.sources.archive.warc import Record, open_record

MAX_RECORDS = 200
"""Records of one group: a browser follows 20 redirects, each of which is two records."""

_MAX_METADATA = 2**22
_OPENING = ("response", "resource", "revisit")
_STEP = 2**20
_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00"


@dataclass(frozen=True)
class Unread:
    """Bytes of a WARC file, from `offset` to `end`, in which no whole group could be read, and why."""

    offset: int
    end: int
    fault: ArchiveError


def group_at(file: BinaryIO, offset: int, name: str) -> Group:
    """The group that begins at an offset of an open WARC file of the writer's; every digest is checked.

    Raises:
        TornError: the file ends before the group is whole.
        ArchiveError: it is damaged, or is no group of the writer's.
    """
    first = open_record(file, offset, name)
    where = f"{name} at {offset}"
    if first.kind not in _OPENING:
        raise ArchiveError(f"a record of the kind {first.kind[:20]!r} where a page's or a file's is", where=where)
    answers = [first.answer()] if first.kind != "resource" else []
    end = length_end = first.finish()
    for _ in range(MAX_RECORDS):
        record = open_record(file, end, name)
        if record.kind == "metadata" and record.header("WARC-Concurrent-To") == first.id:
            fields = fields_of(record)
            place = Place(name, offset, length_end - offset, record.finish(), first.payload_sha256, first.id)
            return _group(first, answers, place, fields)
        if record.kind == "response":
            answers.append(record.answer())
        elif record.kind in _OPENING or record.kind == "warcinfo":
            raise ArchiveError("a group of records that is not closed", where=where)
        end = record.finish()
    raise ArchiveError(f"a group of more than {MAX_RECORDS} records", where=where)


def scan(file: BinaryIO, name: str, offset: int, size: int) -> Iterator[Group | Unread]:
    """All groups of an open WARC file of the writer's from an offset on, and what is between them and cannot be read.

    After a fault it goes on with the next group that is whole. Raises OSError.
    """
    while offset < size:
        try:
            offset = offset or _skip_info(file, name)
            if offset < size:
                group = group_at(file, offset, name)
                offset = group.place.end
                yield group
        except ArchiveError as fault:
            following = _next_group(file, offset + 1, size, name)
            yield Unread(offset, following, fault)
            offset = following


def _skip_info(file: BinaryIO, name: str) -> int:
    """The offset behind the record that describes the file, if it begins with one."""
    record = open_record(file, 0, name)
    return record.finish() if record.kind == "warcinfo" else 0


def _next_group(file: BinaryIO, offset: int, size: int, name: str) -> int:
    """The offset of the next whole group, or the file's end if none follows."""
    for start in _members(file, offset, size):
        try:
            group_at(file, start, name)
        except ArchiveError:
            continue
        return start
    return size


def _members(file: BinaryIO, offset: int, size: int) -> Iterator[int]:
    """Where gzip members may begin: at a header as the writer makes it (RFC 1952, 2.3; no flags, no time)."""
    while offset < size:
        file.seek(offset)
        piece = file.read(_STEP)
        at = -1
        while (at := piece.find(_HEADER, at + 1)) >= 0:
            yield offset + at
        offset += max(len(piece) - len(_HEADER) + 1, 1)


def fields_of(record: Record) -> Mapping[str, str]:
    """What a record of `application/warc-fields` says, as far as it is read here. Raises as `Record.read` does."""
    if record.header("Content-Type").partition(";")[0].strip().lower() != FIELDS:
        return {}
    block = b""
    while len(block) < _MAX_METADATA and (piece := record.read(_MAX_METADATA - len(block))):
        block += piece
    lines = (line.partition(":") for line in block.decode("utf-8", "replace").split("\r\n"))
    return {name.strip(): value.strip() for name, colon, value in lines if colon}


def open_file(archive: Path, name: str) -> BinaryIO:
    """A WARC file of the archive. Raises ArchiveError where there is none of this name."""
    try:
        if Path(name).name != name or "\\" in name:
            raise FileNotFoundError
        return (archive / name).open("rb")
    except (OSError, ValueError) as error:
        raise ArchiveError("is not in the archive", where=name[:200]) from error


def read_group(archive: Path, place: Place) -> Group:
    """The group at a place. Raises ArchiveError where it is not there or not sound."""
    with open_file(archive, place.file) as file:
        group = group_at(file, place.offset, place.file)
    if group.place != place:
        raise ArchiveError("another record than the catalogue says", where=f"{place.file} at {place.offset}")
    return group


def _group(first: Record, answers: list[Answer], place: Place, fields: Mapping[str, str]) -> Group:
    media_type = "" if answers else first.header("Content-Type").lower()
    name = "" if answers else fields.get("name", "")
    same_as = first.header("WARC-Refers-To") if first.kind == "revisit" else ""
    return Group(place, first.url, first.at, (*answers[1:], *answers[:1]), media_type, name, fields, same_as)
