"""Takes somebody's WACZ or WARC file into a project: its pages into the archive, their works into the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from holdwater.errors import ArchiveError, CatalogueError
from holdwater.sources.archive.taking import Taken, take_in
from holdwater.sources.archive.writer import ArchiveWriter
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, HowHad, Work
from holdwater.sources.catching_up import held_of
from holdwater.sources.fetch.tmp import own_folder
from holdwater.sources.folder import PACKED
from holdwater.sources.project import Layout


@dataclass(frozen=True)
class Unpacked:
    """What came of it: the snapshots that are new, how many were there before, and what was passed over and why."""

    new: tuple[tuple[Work, Held], ...] = ()
    known: int = 0
    passed_over: Mapping[str, str] = field(default_factory=dict)


def is_packed(path: Path) -> bool:
    """Whether a file is called as those are that hold several pages."""
    return path.name.lower().endswith(PACKED)


def unpack(path: Path, layout: Layout, catalogue: Catalogue, writer: ArchiveWriter) -> Unpacked:
    """Take the pages of a WACZ or WARC file in, each as a snapshot of a work.

    A file of our own says which works they are of; of another, each address is a work. What is known already by its
    address, moment and content is not made a snapshot twice.

    Raises:
        ArchiveError: as `take_in` does.
        CatalogueError: a work in it is none.
    """
    there = {(one.place.record_id, one.place.payload_sha256) for one in catalogue.snapshots() if one.work}
    with own_folder(layout.tmp) as folder:
        taken_in = take_in(path, writer, folder, lambda one: (one.id, one.payload_sha256) in there)
    new: list[tuple[Work, Held]] = []
    known = taken_in.known
    passed_over = dict(taken_in.passed_over)
    for one in taken_in.taken:
        catalogue.note_end(one.group.place.file, one.group.place.end)
        try:
            held = _held(one, layout)
        except ArchiveError as fault:
            passed_over[one.asked] = fault.what
            continue
        if _is_known(held, catalogue):
            known += 1
        else:
            new.append(_put(held, one.work, catalogue))
    return Unpacked(tuple(new), known, passed_over)


def _held(one: Taken, layout: Layout) -> Held:
    """The snapshot that was taken, of no work yet. Raises ArchiveError where it is none."""
    if one.held is not None:
        return replace(one.held, how=HowHad.PACKED)
    status = one.group.answers[-1].status if one.group.answers else 200
    if not 200 <= status < 300:
        raise ArchiveError(f"its record is an answer of {status}")
    found = held_of(one.group, layout)
    return replace(found, how=HowHad.PACKED, url=one.asked or found.url, title=one.title or found.title)


def _is_known(held: Held, catalogue: Catalogue) -> bool:
    same = catalogue.snapshots(sha256=held.sha256)
    return any((one.url, one.at) == (held.url, held.at) and one.work for one in same)


def _put(held: Held, csl: Mapping[str, object] | None, catalogue: Catalogue) -> tuple[Work, Held]:
    with catalogue.together():
        work = catalogue.put_work(csl or _described(held))
        return work, catalogue.add(replace(held, work=work.id))


def _described(held: Held) -> dict[str, object]:
    """What a page of somebody's says of its work."""
    if not held.url.startswith(("http://", "https://")):
        if not held.name:
            raise CatalogueError("a page without an address or a name")
        return {"type": "document", "title": held.title or held.name}
    title = {"title": held.title} if held.title and held.title != held.url else {}
    return {"type": "webpage", "URL": held.url, **title}
