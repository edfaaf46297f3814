"""Puts what a folder holds and what its lists say together: one source for each entry and each file that none names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from holdwater.errors import CatalogueError
from holdwater.sources.attachments import Attachments
from holdwater.sources.described import look_into
from holdwater.sources.filenames import bare, described_by, identifiers_of, printable
from holdwater.sources.folder import Folder, look_through
from holdwater.sources.identify import comparable
from holdwater.sources.kept import Kept
from holdwater.sources.lists import Entry, read_catalogue, refuse_twins
from holdwater.sources.model import Source
from holdwater.sources.parts import kind

MAX_LOOKED_INTO = 400
"""How many files without a title or an identifier are opened to learn one (48 KB of each)."""


class Shelving:
    """Builds a shelf's `sources`, `paths` and `unreadable`: first the entries, then the files, then what is in them."""

    def __init__(self, folder: Folder) -> None:
        self.sources: dict[str, Source] = {}
        self.paths: dict[str, tuple[Path, ...]] = {}
        self.unreadable: dict[str, str] = {}
        self._folder = folder
        self._attachments = Attachments(folder.root, folder.files.values)
        self._claimed: set[Path] = set()
        self._unnamed: list[str] = []  # sources whose list or file name gives neither a title nor an identifier

    @property
    def skipped(self) -> dict[str, str]:
        """What of the folder can be no source, with the reason."""
        return self._folder.skipped

    def take_entries(self, entries: Iterable[Entry]) -> None:
        """Take the entries of lists, each with its files; one without any takes the file that bears its id or DOI."""
        entries = tuple(entries)
        for entry in entries:
            if entry.files:
                self._take_entry(entry)
        by_name = self._free_files() if any(not entry.files for entry in entries) else {}
        for entry in entries:
            if not entry.files:
                self._take_unfiled(entry, by_name)
        self.sources = {entry.id: self.sources[entry.id] for entry in entries}

    def _take_entry(self, entry: Entry) -> None:
        found: list[Path] = []
        lacking: dict[str, str] = {}  # the reason, by kind of file
        for file in entry.files:
            path, reason = self._attachments.find(file, entry.catalogue.parent)
            if path is None:
                lacking.setdefault(kind(file), reason)
            else:
                found.append(path)
        # Words that stand in a part that is not there would be called not found: such a copy is not read at all.
        found = [path for path in found if kind(path.name) not in lacking]
        if not found:
            self.unreadable[entry.id] = next(iter(lacking.values()))
        self._put(entry, tuple(found), printable(str(found[0]) if found else entry.files[0]))

    def _put(self, entry: Entry, paths: tuple[Path, ...], file: str) -> None:
        names = tuple(f"file:{printable(self._relative(path))}" for path in paths)
        self.sources[entry.id] = Source(entry.id, file, entry.csl, (*entry.identifiers, *names))
        self.paths[entry.id] = paths
        self._claimed.update(paths)
        if paths and not entry.csl.get("title"):
            self._unnamed.append(entry.id)

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._folder.root).as_posix() if path.is_relative_to(self._folder.root) else path.name

    def _free_files(self) -> dict[str, list[Path]]:
        """Files that no entry has claimed, by the bare name in small letters and by identifier."""
        found: dict[str, list[Path]] = defaultdict(list)
        for relative, path in self._folder.files.items():
            if path not in self._claimed:
                for name in {bare(relative).rpartition("/")[2].lower(), *comparable(identifiers_of(relative))}:
                    found[name].append(path)
        return found

    def _take_unfiled(self, entry: Entry, by_name: dict[str, list[Path]]) -> None:
        for name in (entry.id.lower(), *comparable(entry.identifiers)):
            if len(by_name.get(name, ())) == 1:
                path = by_name[name][0]
                self._put(entry, (path,), printable(str(path)))
                return
        self._put(entry, (), "")

    def take_files(self) -> None:
        """Take every file that no entry has claimed; its id is its relative path, without suffixes if they can go."""
        files = {relative: path for relative, path in self._folder.files.items() if path not in self._claimed}
        shared = Counter(bare(relative) for relative in files)
        for relative, path in files.items():
            short = bare(relative)
            source_id = self._free_id(printable(relative if shared[short] > 1 else short), printable(relative))
            identifiers = identifiers_of(relative)
            shown = printable(relative)
            self.sources[source_id] = Source(
                source_id, printable(str(path)), described_by(shown), (*identifiers, f"file:{shown}")
            )
            self.paths[source_id] = (path,)
            if not identifiers:
                self._unnamed.append(source_id)

    def _free_id(self, short: str, full: str) -> str:
        if short not in self.sources:
            return short
        wanted, number = full, 2
        while wanted in self.sources:
            wanted, number = f"{full}#{number}", number + 1
        return wanted

    def look_into(self, progress: object = None, kept: Kept | None = None) -> None:
        """Open the files about which the least is known, up to `MAX_LOOKED_INTO`, to learn title and identifiers."""
        chosen = self._unnamed[:MAX_LOOKED_INTO]
        for done, source_id in enumerate(chosen):
            if callable(progress):
                progress(done, len(chosen))
            self.sources[source_id] = look_into(self.sources[source_id], self.paths[source_id][0], kept)


def shelve(folder: Path, catalogue: Path | None, progress: object = None, kept: Kept | None = None) -> Shelving:
    """What a folder holds, put together with what its lists say; see `holdwater.sources.shelf.open_shelf`.

    Raises:
        CatalogueError: the folder or a list cannot be read, or says what cannot be.
    """
    found = look_through(folder)
    lists = [catalogue] if catalogue is not None else found.lists
    entries = [entry for one in lists for entry in read_catalogue(one)]
    try:
        refuse_twins(entries)
    except CatalogueError as error:
        raise CatalogueError(error.what, where=error.where, mend="or name one list with --catalogue") from None
    shelving = Shelving(found)
    shelving.take_entries(entries)
    shelving.take_files()
    shelving.look_into(progress, kept)
    return shelving
