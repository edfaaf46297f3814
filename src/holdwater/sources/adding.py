"""Puts a person's files into the archive and the catalogue."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from holdwater.errors import CatalogueError
from holdwater.read.decoding import MAX_FILE
from holdwater.read.formats import suffix_format
from holdwater.read.sniffing import format_of_bytes
from holdwater.sources.archive.model import Place
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, HowHad, Work
from holdwater.sources.catalogue.moments import utc_now
from holdwater.sources.filenames import bare, described_by, identifiers_of, printable
from holdwater.sources.identify import comparable
from holdwater.sources.model import Source
from holdwater.sources.project import Layout

if TYPE_CHECKING:
    from holdwater.sources.archive.writer import ArchiveWriter

HOW = "how"
"""What the archive notes beside a file, so that the catalogue can be told of it after a run that was killed."""

_HEAD = 4096
_CHUNK = 2**20
_MEDIA_TYPES = {
    "html": "text/html",
    "pdf": "application/pdf",
    "plain": "text/plain",
    "markdown": "text/markdown",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "epub": "application/epub+zip",
    "latex": "application/x-tex",
    "rtf": "application/rtf",
}
"""The media types of formats, as IANA registers them; that of TeX as it is in use."""


@dataclass(frozen=True)
class Brought:
    """A file that is in the archive, at `place`: `sha256` and `size` are its bytes'.

    `known` is the snapshot that it was already.
    """

    path: Path
    sha256: str
    size: int
    media_type: str
    place: Place
    known: Held | None = None


def bring(path: Path, catalogue: Catalogue, writer: ArchiveWriter) -> Brought:
    """Put a file into the archive, unless its very bytes are there already as a snapshot.

    Raises:
        CatalogueError: it cannot be opened, is larger than a source may be, empty, or of a kind that holds no text.
        ArchiveError: it cannot be written.
    """
    head, sha256, size = _digest(path)
    form = format_of_bytes(head, str(path)) or suffix_format(path.name)
    media_type = _MEDIA_TYPES.get(form or "") or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    known = catalogue.snapshots(sha256=sha256)
    if known:
        return Brought(path, sha256, size, media_type, known[0].place, known[0])
    place = writer.write_file(path, printable(path.name), media_type, fields={HOW: HowHad.ADDED.value})
    return Brought(path, sha256, size, media_type, place)


def _digest(path: Path) -> tuple[bytes, str, int]:
    """The file's first bytes, its digest and its size."""
    where = str(path)
    whole, size, head = hashlib.sha256(), 0, b""
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                head = head or chunk[:_HEAD]
                whole.update(chunk)
                size += len(chunk)
                if size > MAX_FILE:
                    raise CatalogueError(f"larger than {MAX_FILE // 2**20} MB", where=where, mend="split it into parts")
    except OSError as error:
        mend = "name a file" if path.is_dir() else "check its path"
        raise CatalogueError(f"cannot be opened: {error.strerror or error}", where=where, mend=mend) from error
    if not size:
        raise CatalogueError("is empty", where=where)
    return head, whole.hexdigest(), size


def described(path: Path) -> tuple[dict[str, object], tuple[str, ...]]:
    """What a file's name and its own head say of the work in it, as CSL-JSON and identifiers."""
    from holdwater.sources.described import look_into

    name = printable(path.name)
    source = look_into(Source(name, name, described_by(name), identifiers_of(name)), path)
    csl = {field: value for field, value in source.csl.items() if field != "custom"}
    csl.setdefault("title", bare(name))
    return csl, comparable(source.identifiers)


def keep(brought: Brought, work: Work, catalogue: Catalogue, *, at: datetime | None = None) -> Held:
    """Know a file that was brought as a snapshot of a work."""
    if brought.known and brought.known.work == work.id:
        return brought.known
    held = Held(
        work.id,
        "",
        at or utc_now(),
        HowHad.ADDED,
        brought.place,
        brought.sha256,
        brought.size,
        brought.media_type,
        name=printable(brought.path.name),
    )
    return catalogue.add(held)


@dataclass(frozen=True)
class Added:
    """A file that was added: its work, its snapshot, and whether it was there before."""

    path: Path
    work: Work
    held: Held
    was_known: bool


def add_file(
    path: Path,
    catalogue: Catalogue,
    writer: ArchiveWriter,
    *,
    csl: Mapping[str, object] | None = None,
    identifiers: Iterable[str] = (),
) -> Added:
    """Add a file of a work that `csl` and `identifiers` describe, or that its own name and head do. Raises as `bring`.

    A file whose very bytes are there already stays with the work that it is of, if nothing describes another one.
    """
    brought = bring(path, catalogue, writer)
    with catalogue.together():
        own = catalogue.work(brought.known.work) if brought.known and csl is None else None
        if own is None:
            said, found = described(path)
            own = catalogue.put_work({**said, **(csl or {})}, (*found, *identifiers))
        return Added(path, own, keep(brought, own, catalogue), brought.known is not None)


def open_archive(layout: Layout) -> ArchiveWriter:
    """The writer for a project's archive, which makes no file until something is written."""
    from holdwater.sources.archive.writer import ArchiveWriter

    return ArchiveWriter(layout.archive)
