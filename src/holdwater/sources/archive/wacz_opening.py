"""Opens a WACZ or a WARC file of anybody's: checks its digests and its index, and says what it holds.

Nothing of it is believed: a name, an offset or a version that cannot be right is told of in one line, and nothing is
taken.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from holdwater.errors import ArchiveError
from holdwater.patterns import waiting
from holdwater.sources.archive import wacz
from holdwater.sources.archive.cdxj import Entry, entry_of, read_entries
from holdwater.sources.archive.decoding import Bytes, decoded
from holdwater.sources.archive.groups import fields_of
from holdwater.sources.archive.members import Lines
from holdwater.sources.archive.warc import Record, open_record
from holdwater.sources.archive.zipped import Zipped
from holdwater.sources.catalogue.model import Held

MAX_DESCRIPTION = 2**24
MAX_SNAPSHOTS = 2**26
MAX_INDEX = 2**28
MAX_PAGE = 2**24
"""Bytes of a page's line, which may have the page's words in it."""

MAX_PAGES = 20_000
MAJOR = 1
"""The major version of WACZ that is read (Semantic Versioning: what has the same one does not break its readers)."""

_MAJOR = waiting(r"(\d{1,9})(?=\.|\d|$)", re.A)
_HASH = waiting(r"(sha256|sha512|sha1|md5):([0-9a-fA-F]{32,128})")
_INDEX = waiting(r"indexes/[^/]+\.cdxj?(?:\.gz)?")
_WARC = waiting(r"archive/(.+\.warc(?:\.gz)?)")
_DOCUMENTS = waiting(r"text/(?:html|plain|markdown|xml)|application/(?:pdf|xhtml\+xml|xml|epub\+zip|vnd\..*)")


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as the list of pages has it: its address, when it was captured (UTC, if told), and its title."""

    url: str
    at: datetime | None = None
    title: str = ""


@dataclass(frozen=True)
class Contents:
    """What a WACZ or WARC file holds: its WARC files by the names that the index has for them, the index, the pages.

    `own` says that it was written by us, `works` and `held` (by their records' names) are what we had noted in it.
    """

    files: Mapping[str, Path]
    entries: tuple[Entry, ...]
    pages: tuple[Listed, ...]
    own: bool = False
    works: wacz.Works = field(default_factory=dict)
    held: Mapping[str, Held] = field(default_factory=dict)


@contextmanager
def open_packed(path: Path, tmp: Path) -> Iterator[Contents]:
    """What a WACZ or a WARC file holds: its bytes tell which it is. Raises as `open_wacz` and `open_warc` do."""
    if _starts(path).startswith(b"PK"):
        with open_wacz(path, tmp) as contents:
            yield contents
    else:
        yield open_warc(path)


def _starts(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4)
    except OSError as error:
        raise ArchiveError(f"cannot be read: {error.strerror}", where=str(path)) from error


@contextmanager
def open_wacz(path: Path, tmp: Path) -> Iterator[Contents]:
    """What a WACZ holds; its WARC files are unpacked into a folder in `tmp`, which goes when the context is left.

    Raises:
        ArchiveError: it is no WACZ, damaged, of a newer version, does not agree with its own digests, or has an index
            that points outside of it; or there is no room in `tmp`.
    """
    try:
        tmp.mkdir(parents=True, exist_ok=True)
        folder = tempfile.TemporaryDirectory(prefix="wacz-", dir=tmp, ignore_cleanup_errors=True)
    except OSError as error:
        raise ArchiveError(f"cannot be written: {error.strerror}", where=str(tmp)) from error
    with folder as name:
        yield _unpacked(path, Path(name))


def open_warc(path: Path) -> Contents:
    """What a WARC file holds: every page, PDF or other text that was had is one of its pages.

    Raises:
        ArchiveError: it cannot be read, is no WARC file, or is damaged.
    """
    entries: list[Entry] = []
    own = False
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            offset = 0
            while offset < size:
                record = open_record(file, offset, path.name)
                if record.kind == "warcinfo":
                    own = own or fields_of(record).get("software", "").startswith("holdwater/")
                end = record.finish()
                if _is_capture(record):
                    entries.append(entry_of(record, path.name, offset, end - offset))
                offset = end
    except OSError as error:
        raise ArchiveError(f"cannot be read: {error.strerror}", where=str(path)) from error
    pages = tuple(
        Listed(entry.url, _stamp(entry.stamp))
        for entry in entries
        if entry.status == 200 and _DOCUMENTS.match(entry.mime)
    )
    return Contents({path.name: path}, tuple(entries), pages[:MAX_PAGES], own)


def _is_capture(record: Record) -> bool:
    return record.kind == "resource" or (record.kind in ("response", "revisit") and record.head is not None)


def _stamp(stamp: str) -> datetime:
    return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _unpacked(path: Path, folder: Path) -> Contents:
    try:
        with Zipped(path) as zipped:
            digests = _described(zipped, path.name)
            files = _files(zipped, digests, folder, path.name)
            entries = tuple(_entries(zipped, files, path.name))
            own = wacz.SNAPSHOTS in zipped.names
            works, held = _noted(zipped, path.name) if own else ({}, {})
            return Contents(files, entries, tuple(_pages(zipped, path.name)), own, works, held)
    except OSError as error:
        raise ArchiveError(f"cannot be unpacked: {error.strerror}", where=str(path), mend="make room there") from error


def _described(zipped: Zipped, where: str) -> Mapping[str, str]:
    """The digests of the parts, by name, as the description gives them. Raises ArchiveError."""
    if wacz.DESCRIPTION not in zipped.names:
        raise ArchiveError("no WACZ: it does not describe what is in it", where=where)
    text = zipped.read(wacz.DESCRIPTION, MAX_DESCRIPTION)
    said = _object(text, f"{where}/{wacz.DESCRIPTION}")
    version = str(said.get("wacz_version", ""))
    major = _MAJOR.match(version)
    if not major or int(major[1]) != MAJOR:
        mend = "update Holdwater" if major and int(major[1]) > MAJOR else ""
        raise ArchiveError(f"a WACZ of a version that is not known ({version[:20]!r})", where=where, mend=mend)
    if wacz.DIGEST in zipped.names:
        given = str(_object(zipped.read(wacz.DIGEST, MAX_DESCRIPTION), f"{where}/{wacz.DIGEST}").get("hash", ""))
        if given != f"sha256:{hashlib.sha256(text).hexdigest()}":
            raise ArchiveError("its description is not that of its digest", where=where)
    try:
        return {str(part["path"]): str(part["hash"]) for part in said["resources"]}
    except (KeyError, TypeError) as fault:
        raise ArchiveError("its description is damaged", where=where) from fault


def _files(zipped: Zipped, digests: Mapping[str, str], folder: Path, where: str) -> dict[str, Path]:
    """Check every part against its digest; the WARC files are unpacked, and given by what the index calls them."""
    for name in digests.keys() - set(zipped.names):
        raise ArchiveError(f"lacks {name[:100]!a}, which its description lists", where=where)
    files: dict[str, Path] = {}
    for name in zipped.names:
        warc = _WARC.fullmatch(name)
        if name not in digests and (warc or _INDEX.fullmatch(name) or name in (wacz.PAGES, wacz.SNAPSHOTS)):
            raise ArchiveError(f"its description does not list {name[:100]}", where=where)
        if name not in digests:
            continue
        given = _HASH.fullmatch(digests[name])
        if not given:
            raise ArchiveError(f"a digest of a kind that is not known: {digests[name][:40]!a}", where=where)
        into = folder / str(len(files)) if warc else None
        if zipped.digest(name, given[1], into) != given[2].lower():
            raise ArchiveError("is not that of its digest", where=f"{where}/{name[:100]}")
        if warc and into:
            files[warc[1]] = into
    return files


def _entries(zipped: Zipped, files: Mapping[str, Path], where: str) -> Iterator[Entry]:
    """The lines of the index, none of which points outside of the WARC files. Raises ArchiveError."""
    sizes = {name: path.stat().st_size for name, path in files.items()}
    indexes = [name for name in zipped.names if _INDEX.fullmatch(name)]
    if not indexes:
        raise ArchiveError("has no index", where=where)
    for name in indexes:
        at = f"{where}/{name}"
        with zipped.stream(name) as packed:
            codings = ("gzip",) if name.endswith(".gz") else ()
            for entry in read_entries(Bytes(decoded(packed, codings, most=MAX_INDEX, where=at)), at):
                size = sizes.get(entry.file, -1)
                if not (0 <= entry.offset < size and 0 < entry.length <= size - entry.offset):
                    raise ArchiveError(f"an index that points outside: {entry.file[:60]!a}", where=at)
                yield entry


def _pages(zipped: Zipped, where: str) -> Iterator[Listed]:
    at = f"{where}/{wacz.PAGES}"
    if wacz.PAGES not in zipped.names:
        raise ArchiveError("lists no pages", where=where)
    with zipped.stream(wacz.PAGES) as stream:
        lines = Lines(stream)
        for _ in range(MAX_PAGES + 1):
            line = lines.line(MAX_PAGE)
            if not line:
                return
            said = _object(line, at) if line.strip() else {}
            if "format" not in said and said.get("url"):
                yield Listed(str(said["url"]), _time(said.get("ts")), str(said.get("title") or "")[:500])
    raise ArchiveError(f"lists more than {MAX_PAGES:,} pages", where=where)


def _noted(zipped: Zipped, where: str) -> tuple[wacz.Works, Mapping[str, Held]]:
    return wacz.read_snapshots(zipped.read(wacz.SNAPSHOTS, MAX_SNAPSHOTS), f"{where}/{wacz.SNAPSHOTS}")


def _object(text: bytes, where: str) -> dict[str, Any]:
    """A JSON object. Raises ArchiveError where the text is none."""
    try:
        said = json.loads(text)
        if not isinstance(said, dict):
            raise ValueError
    except (ValueError, RecursionError) as fault:
        raise ArchiveError("damaged", where=where) from fault
    return said


def _time(written: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(written))
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
