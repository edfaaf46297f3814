"""The works of a project's catalogue on a shelf: what was captured of them, taken out of the archive as files.

A work that lies in the sources' folder as well stands there under the folder's name, with its captures beside it. The
latest capture of a work stands for it; earlier ones of another content are on the shelf as captures of it, and are
searched with it. No socket is opened here: what is not in the archive is not in hand.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from holdwater.errors import ArchiveError
from holdwater.sources.catalogue.merging import same_work
from holdwater.sources.catalogue.model import Held, HowHad, Work
from holdwater.sources.filenames import printable
from holdwater.sources.identify import comparable, of_csl
from holdwater.sources.model import Source
from holdwater.sources.project import Layout
from holdwater.sources.shelf import Shelf

if TYPE_CHECKING:
    from holdwater.sources.kept import Kept

MOST_CAPTURES = 8
"""Captures of one work that are searched, each of another content."""

_NO_TEXT = ("image/", "audio/", "video/", "font/")
_CHUNK = 2**20

TakeOut = Callable[[Held], Path]
"""Gives the payload of a snapshot as a file. Raises ArchiveError where it cannot be had."""

Progress = Callable[[int, int], None]


def shelf_of(
    project: Path,
    shelf: Shelf | None = None,
    progress: Progress | None = None,
    *,
    ocr: bool = False,
    kept: Kept | None = None,
    take_out: TakeOut | None = None,
) -> Shelf:
    """A shelf with what `shelf` holds, and the works of a project's catalogue of which there are snapshots.

    Args:
        project: the root of a project with a catalogue.
        shelf: the sources that are in hand besides; none if None.
        progress: told how many works are done.
        ocr: as for `open_shelf`, where no `shelf` is given; and so is `kept`.
        take_out: takes payloads out of the archive; out of the project's own if None.

    Raises:
        ArchiveError: there is no catalogue, or it is damaged or newer. What is wrong with a single snapshot is told by
            `Shelf.unreadable`.
    """
    from holdwater.sources.catalogue.opening import open_catalogue

    with open_catalogue(project, read_only=True) as catalogue:
        works, snapshots = catalogue.works(), catalogue.snapshots()
    captured: dict[str, list[Held]] = defaultdict(list)
    for one in snapshots:
        captured[one.work].append(one)
    shelf = shelf or Shelf({}, {}, ocr=ocr, kept=kept)
    arranging = _Arranging(shelf, take_out or payloads_of(Layout(project)), _contents(shelf, snapshots))
    held = [work for work in works if captured[work.id]]
    for done, work in enumerate(held):
        if progress:
            progress(done, len(held))
        arranging.take(work, captured[work.id])
    return shelf.rearranged(arranging.in_order(), arranging.paths, arranging.unreadable)


def payloads_of(layout: Layout) -> TakeOut:
    """Takes payloads out of a project's archive, each once: into the project's folder, or else into the user's own."""
    from holdwater.sources.archive.reading import find_payload, take_out
    from holdwater.sources.kept import usual_folder

    own = usual_folder()
    folders = [layout.payloads, *([own / "payloads"] if own else [])]

    def taken(held: Held) -> Path:
        for folder in folders:
            found = find_payload(folder, held.sha256)
            if found:
                return found
        folder = next((folder for folder in folders if _is_writable(folder)), folders[0])
        return take_out(layout.archive, held.place, folder, name=held.name or held.final_url or held.url).path

    return taken


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _contents(shelf: Shelf, snapshots: Iterable[Held]) -> dict[str, str]:
    """The sources of the shelf that are one file of the same content as a snapshot, by digest."""
    sizes = {one.size for one in snapshots}
    found: dict[str, str] = {}
    for source_id, paths in shelf.paths.items():
        if len(paths) == 1 and _size(paths[0]) in sizes:
            with suppress(OSError):
                found.setdefault(_digest(paths[0]), source_id)
    return found


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _digest(path: Path) -> str:
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            whole.update(chunk)
    return whole.hexdigest()


class _Arranging:
    """Puts works and their captures beside the sources of a shelf."""

    def __init__(self, shelf: Shelf, take_out: TakeOut, contents: Mapping[str, str]) -> None:
        self._own = dict(shelf.sources)
        self._works: dict[str, Source] = {}
        self.paths = dict(shelf.paths)
        self.unreadable = dict(shelf.unreadable)
        self._take_out, self._contents = take_out, contents
        self._bearers: dict[str, list[str]] = defaultdict(list)
        for source in self._own.values():
            for identifier in comparable(source.identifiers):
                self._bearers[identifier].append(source.id)

    def in_order(self) -> dict[str, Source]:
        """All sources: the catalogue's works first, then what was on the shelf."""
        return {**self._works, **self._own}

    def take(self, work: Work, snapshots: Sequence[Held]) -> None:
        """Take a work with what was captured of it, the latest first."""
        twin = self._twin(work, snapshots)
        if twin is None:
            name = self._free(work.id)
            self._take_by_itself(work, snapshots, name, (work.id,) if name != work.id else ())
            return
        source = self._own[twin]
        csl = {**work.csl, **source.csl}
        if not source.file or twin in self.unreadable:  # a list knows it, and has no file that can be read
            del self._own[twin]
            self.paths.pop(twin, None)
            self.unreadable.pop(twin, None)
            self._take_by_itself(replace(work, csl=csl), snapshots, twin, (work.id,) if twin != work.id else ())
            return
        identifiers = tuple(dict.fromkeys((*source.identifiers, *_identifiers(work))))
        known_as = (*source.also_called, *((work.id,) if work.id != twin else ()))
        self._own[twin] = replace(source, csl=csl, identifiers=identifiers, also_called=known_as)
        others = [one for one in snapshots if self._contents.get(one.sha256) != twin]
        for held, path in self._taken(others)[0]:
            self._put_capture(work, held, path, twin)

    def _twin(self, work: Work, snapshots: Iterable[Held]) -> str | None:
        """The source of the shelf that is this work: the same by its description, or by what is in its file."""
        candidates = (source_id for one in work.identifiers for source_id in self._bearers.get(one, ()))
        for source_id in dict.fromkeys((work.id, *candidates)):
            source = self._own.get(source_id)
            if source and same_work(work, source.csl, comparable(source.identifiers)):
                return source_id
        return next((self._contents[one.sha256] for one in snapshots if one.sha256 in self._contents), None)

    def _take_by_itself(self, work: Work, snapshots: Sequence[Held], name: str, also_called: tuple[str, ...]) -> None:
        taken, fault = self._taken(snapshots)
        held, path = taken[0] if taken else (snapshots[0], None)
        self._works[name] = replace(_source(work, held, name), also_called=also_called)
        if path is None:
            self.unreadable[name] = fault
            return
        self.paths[name] = (path,)
        for held, path in taken[1:]:
            self._put_capture(work, held, path, name)

    def _put_capture(self, work: Work, held: Held, path: Path, of: str) -> None:
        name = self._free(f"{of}@{held.at:%Y-%m-%dT%H:%MZ}")
        self._works[name] = replace(_source(work, held, name), of=of)
        self.paths[name] = (path,)

    def _free(self, name: str) -> str:
        wanted, number = name, 1
        while wanted in self._own or wanted in self._works:
            number += 1
            wanted = f"{name}#{number}"
        return wanted

    def _taken(self, snapshots: Iterable[Held]) -> tuple[list[tuple[Held, Path]], str]:
        """The snapshots that can be had, each with its file; and what is wrong with the first that cannot."""
        found: list[tuple[Held, Path]] = []
        fault = "nothing that was captured of it holds text"
        faults: list[str] = []
        for held in _worth_reading(snapshots):
            if len(found) == MOST_CAPTURES:
                break
            try:
                found.append((held, self._take_out(held)))
            except ArchiveError as error:
                faults.append(f"its capture cannot be had from the archive: {error.what}")
        return found, next(iter(faults), fault)


def _worth_reading(snapshots: Iterable[Held]) -> Iterator[Held]:
    """Snapshots in the order in which they stand for their work, each content once.

    What a person put in comes before what was fetched, and the latest first.
    """
    seen: set[str] = set()
    for one in sorted(snapshots, key=lambda held: held.how is not HowHad.ADDED):
        if one.sha256 in seen or not 200 <= one.status < 300 or one.media_type.startswith(_NO_TEXT):
            continue
        seen.add(one.sha256)
        yield one


def _source(work: Work, held: Held, name: str) -> Source:
    """A work as a source; its file is called by where it was had: the payload's own path tells nobody anything."""
    copy = held.final_url if held.how is HowHad.MEMENTO else ""
    file = printable(copy or held.url or held.name or name)
    csl = work.csl if work.csl.get("title") or not held.title else {**work.csl, "title": held.title}
    return Source(name, file, csl, _identifiers(work), captured=held.memento or held.at)


def _identifiers(work: Work) -> tuple[str, ...]:
    """The work's identifiers, its addresses as they are written."""
    written = of_csl(work.csl)
    known = set(comparable(written))
    return (*written, *(one for one in work.identifiers if one not in known))
