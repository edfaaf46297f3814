"""The sources in hand: which there are, and their texts, read when they are asked for."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from holdwater.document import Document
from holdwater.errors import CatalogueError, ReadError, UnreadableError
from holdwater.sources.filenames import printable
from holdwater.sources.model import Snapshot, Source
from holdwater.sources.parts import joined, kind

MAX_KEPT = 30_000_000
"""Characters of read sources that are kept for the next question, unless told otherwise."""

Progress = Callable[[int, int], None]
"""Told how far the work has come: done, of how many."""


class Shelf:
    """The sources in hand, by id. Texts are read on demand and the latest are kept, up to `max_kept` characters.

    `sources` keeps the order of the catalogue, then of the file names. `skipped` says of files in the folder that are
    no sources why not.
    """

    def __init__(
        self,
        sources: Mapping[str, Source],
        paths: Mapping[str, tuple[Path, ...]],
        *,
        unreadable: Mapping[str, str] | None = None,
        skipped: Mapping[str, str] | None = None,
        max_kept: int = MAX_KEPT,
        ocr: bool = False,
    ) -> None:
        self.sources: Mapping[str, Source] = MappingProxyType(dict(sources))
        self.skipped: Mapping[str, str] = MappingProxyType(dict(skipped or {}))
        self._paths = dict(paths)
        self._unreadable = dict(unreadable or {})
        self._snapshots: dict[str, Snapshot] = {}
        self._given: dict[str, Document] = {}
        self._kept: OrderedDict[tuple[Path, ...], tuple[Document, Snapshot]] = OrderedDict()
        self._max_kept, self._ocr = max_kept, ocr
        # A source is asked for by each quotation that is looked for in it, one after the other.
        self._last_lowered: tuple[str | None, bytes] = (None, b"")

    @classmethod
    def empty(cls) -> Shelf:
        """A shelf with nothing on it."""
        return cls({}, {})

    @classmethod
    def from_documents(cls, documents: Mapping[str, Document] | Iterable[tuple[Source, Document]]) -> Shelf:
        """A shelf of texts that are already in hand.

        Args:
            documents: documents by source id (the title and author they give of themselves are taken), or pairs of
                a source and its document.
        """
        if isinstance(documents, Mapping):
            pairs = [(_source_of(source_id, document), document) for source_id, document in documents.items()]
        else:
            pairs = [(_with_file(source, document), document) for source, document in documents]
        shelf = cls({source.id: source for source, _ in pairs}, {})
        for source, document in pairs:
            data = document.text.encode("utf-8", "surrogatepass")
            shelf._given[source.id] = document
            shelf._snapshots[source.id] = Snapshot(source.file, hashlib.sha256(data).hexdigest(), len(data))
        return shelf

    @property
    def unreadable(self) -> Mapping[str, str]:
        """Why no text could be had of a source, by id, as far as has been found out."""
        return dict(self._unreadable)

    @property
    def snapshots(self) -> Mapping[str, Snapshot]:
        """The captures that were read, by source id."""
        return dict(self._snapshots)

    def readable_ids(self, exclude: Iterable[str] = ()) -> Iterator[str]:
        """The ids of sources that may be read, in order, one a file, without `exclude` and what shares its files.

        A source that turns out to be unreadable when it is asked for is still among them.
        """
        seen = {self._paths.get(source_id) for source_id in exclude} - {None}
        left_out = set(exclude)
        for source_id, source in self.sources.items():
            paths = self._paths.get(source_id)
            if source_id in left_out or source_id in self._unreadable or not source.file or paths in seen:
                continue
            if paths:
                seen.add(paths)
            yield source_id

    def lowered(self, source_id: str) -> bytes:
        """A source's bytes as they stand in its file, markup and all, with ASCII letters in lower case.

        Having these is much faster than reading the source, so they serve to leave most of a large shelf unread. A file
        whose bytes do not show its words (PDF, Word, an e-book) is read. Nothing is returned for a source that cannot
        be opened or read.
        """
        if self._last_lowered[0] != source_id:
            self._last_lowered = source_id, self._in_lower_case(source_id)
        return self._last_lowered[1]

    def _in_lower_case(self, source_id: str) -> bytes:
        contents = [_lowered(path) for path in self._paths.get(source_id, ())]
        if source_id in self._given or None in contents:
            try:
                return self.document(source_id).text.lower().encode("utf-8", "surrogatepass")
            except UnreadableError:
                return b""
        return b" ".join(content for content in contents if content)

    def document(self, source_id: str) -> Document:
        """The text of a source.

        Raises:
            KeyError: there is no such source.
            UnreadableError: no text can be had of it; `unreadable` then says why.
        """
        source = self.sources[source_id]
        if source_id in self._given:
            return self._given[source_id]
        if source_id in self._unreadable:
            raise UnreadableError(self._unreadable[source_id], where=source.file)
        try:
            document, self._snapshots[source_id] = self._first_copy(self._paths.get(source_id, ()))
        except ReadError as error:
            self._unreadable[source_id] = error.what
            raise UnreadableError(error.what, where=source.file) from error
        return document

    def _first_copy(self, paths: tuple[Path, ...]) -> tuple[Document, Snapshot]:
        """The first copy of a work that can be read: files of one kind are its parts, of another kind a copy."""
        faults = []
        for suffix in dict.fromkeys(kind(path.name) for path in paths):
            try:
                return self._read(tuple(path for path in paths if kind(path.name) == suffix))
            except ReadError as error:
                faults.append(error)
        raise faults[0] if faults else UnreadableError("its list of sources names no file for it")

    def _read(self, paths: tuple[Path, ...]) -> tuple[Document, Snapshot]:
        if paths in self._kept:
            self._kept.move_to_end(paths)
        else:
            from holdwater.read import read_file

            self._kept[paths] = joined([read_file(path, ocr=self._ocr) for path in paths]), _snapshot(paths)
            self._forget()
        return self._kept[paths]

    def _forget(self) -> None:
        size = sum(len(document.text) for document, _ in self._kept.values())
        while size > self._max_kept and len(self._kept) > 1:
            _, (document, _) = self._kept.popitem(last=False)
            size -= len(document.text)


def _snapshot(paths: tuple[Path, ...]) -> Snapshot:
    """The bytes of the files, one after the other."""
    digest, size = hashlib.sha256(), 0
    for path in paths:
        try:
            with path.open("rb") as file:
                while chunk := file.read(2**20):
                    digest.update(chunk)
                    size += len(chunk)
        except OSError as error:
            raise ReadError(f"cannot be opened: {error.strerror or error}", where=str(path)) from error
    return Snapshot(", ".join(printable(str(path)) for path in paths), digest.hexdigest(), size)


def _lowered(path: Path) -> bytes | None:
    """A file's bytes, unpacked, ASCII letters in lower case; nothing where they cannot be had, None where packed."""
    from holdwater.read.decoding import unpack
    from holdwater.read.sniffing import format_of_bytes

    try:
        data = unpack(path.read_bytes(), path.name)
        return data.lower() if format_of_bytes(data, path.name) is None else None
    except (OSError, ReadError):
        return b""


def _source_of(source_id: str, document: Document) -> Source:
    from holdwater.sources.described import csl_of, identifiers_of

    return Source(source_id, document.name or source_id, csl_of(document), identifiers_of(document))


def _with_file(source: Source, document: Document) -> Source:
    """A source without a file counts as not in hand, and this one is."""
    return source if source.file else Source(source.id, document.name or source.id, source.csl, source.identifiers)


def open_shelf(
    folder: str | Path,
    catalogue: str | Path | None = None,
    progress: Progress | None = None,
    *,
    max_kept: int = MAX_KEPT,
    ocr: bool = False,
) -> Shelf:
    """The sources in a folder: what its lists name, and every other file of it.

    Args:
        folder: where the files are. `sources.json` (CSL-JSON) and every `.bib` at its top are read as lists.
        catalogue: a list to read instead of those; its files are looked for in `folder`, then beside it.
        progress: told (done, total) while files are looked into.
        max_kept: how many characters of read sources to keep.
        ocr: whether pages without a text layer are read with an installed tesseract.

    Raises:
        CatalogueError: the folder or a list cannot be read, or says what cannot be.
    """
    from holdwater.sources.catalogue import read_catalogue, refuse_twins
    from holdwater.sources.folder import look_through
    from holdwater.sources.shelving import Shelving

    found = look_through(Path(folder))
    lists = [Path(catalogue)] if catalogue is not None else found.lists
    entries = [entry for one in lists for entry in read_catalogue(one)]
    try:
        refuse_twins(entries)
    except CatalogueError as error:
        raise CatalogueError(error.what, where=error.where, mend="or name one list with --catalogue") from None
    shelving = Shelving(found)
    shelving.take_entries(entries)
    shelving.take_files()
    shelving.look_into(progress)
    return Shelf(
        shelving.sources,
        shelving.paths,
        unreadable=shelving.unreadable,
        skipped=found.skipped,
        max_kept=max_kept,
        ocr=ocr,
    )
