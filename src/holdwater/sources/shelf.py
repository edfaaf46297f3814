"""The sources in hand: which there are, and their texts, read when they are asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from holdwater.document import Document
from holdwater.errors import ReadError, UnreadableError
from holdwater.sources.captures import capture
from holdwater.sources.latest import Latest
from holdwater.sources.model import Snapshot, Source
from holdwater.sources.parts import joined, kind

if TYPE_CHECKING:
    from holdwater.match import Words
    from holdwater.sources.folded import Folded
    from holdwater.sources.kept import Kept

_T = TypeVar("_T")
_Paths = tuple[Path, ...]

MAX_KEPT = 30_000_000
"""Characters of read sources, and of sources' words, that are held in memory for the next question."""

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
        kept: Kept | None = None,
    ) -> None:
        self.sources: Mapping[str, Source] = MappingProxyType(dict(sources))
        self.skipped: Mapping[str, str] = MappingProxyType(dict(skipped or {}))
        self._paths = dict(paths)
        self._unreadable = dict(unreadable or {})
        self._snapshots: dict[str, Snapshot] = {}
        self._given: dict[str, Document] = {}
        self._read_before: Latest[_Paths, tuple[Document, Snapshot]] = Latest(max_kept)
        self._words: Latest[tuple[str, bool], Words] = Latest(max_kept)  # by source, and whether they are rough
        self._kept, self._ocr, self._max_kept = kept, ocr, max_kept
        self._unproven: set[str] = set()  # sources whose words have not been held against their text
        self._doubted: set[str] = set()

    def __getstate__(self) -> dict[str, object]:
        """For another process: without what is held in memory, which is had again as quickly as it would be sent."""
        empty = {name: getattr(self, name).emptied() for name in ("_read_before", "_words")}
        return {**self.__dict__, **empty, "sources": dict(self.sources), "skipped": dict(self.skipped)}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self.sources, self.skipped = MappingProxyType(dict(self.sources)), MappingProxyType(dict(self.skipped))

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

    def rearranged(
        self, sources: Mapping[str, Source], paths: Mapping[str, tuple[Path, ...]], unreadable: Mapping[str, str]
    ) -> Shelf:
        """A shelf with these sources in the place of its own; read in the same way, and nothing of it read yet.

        Texts that were in hand already (`from_documents`) stay under their ids.
        """
        shelf = Shelf(
            sources,
            paths,
            unreadable=unreadable,
            skipped=self.skipped,
            max_kept=self._max_kept,
            ocr=self._ocr,
            kept=self._kept,
        )
        shelf._given = dict(self._given)
        shelf._snapshots = {source_id: self._snapshots[source_id] for source_id in self._given}
        return shelf

    def calling(self, names: Mapping[str, str]) -> Shelf:
        """The same shelf with sources called by these names, by id; what is read of one is read of the other."""
        if not names:
            return self
        shelf = object.__new__(type(self))
        shelf.__dict__.update(self.__dict__)
        called = {one.id: replace(one, called=names.get(one.id, one.called)) for one in self.sources.values()}
        shelf.sources = MappingProxyType(called)
        return shelf

    @property
    def paths(self) -> Mapping[str, tuple[Path, ...]]:
        """The files of each source that has any, by its id."""
        return dict(self._paths)

    @property
    def unreadable(self) -> Mapping[str, str]:
        """Why no text could be had of a source, by id, as far as has been found out."""
        return dict(self._unreadable)

    @property
    def snapshots(self) -> Mapping[str, Snapshot]:
        """The captures that were read, by source id."""
        return dict(self._snapshots)

    @property
    def doubted(self) -> frozenset[str]:
        """Sources whose words were kept of another text, as it turned out when they were read.

        What was found in those words is void; `words` gives the right ones since.
        """
        return frozenset(self._doubted)

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

    def document(self, source_id: str) -> Document:
        """The text of a source.

        Raises:
            KeyError: there is no such source.
            UnreadableError: no text can be had of it; `unreadable` then says why.
        """
        if source_id in self._given:
            return self._given[source_id]
        document = self._first_copy(source_id, self._read)
        if source_id in self._unproven:
            self._prove(source_id, document)
        return document

    def words(self, source_id: str) -> Words:
        """The words of a source; without its being read, where they are kept from an earlier run.

        Raises: as `document`.
        """
        words = self._words.get((source_id, False))
        if words is None:
            words = self._fold(source_id)
            self._words.put((source_id, False), words, len(words.text))
        return words

    def _fold(self, source_id: str) -> Words:
        from holdwater.match import Words

        if source_id in self._given:
            return Words.of(self._given[source_id].text)
        afresh = source_id in self._doubted
        if self._kept is not None:
            self._unproven.add(source_id)
        return self._first_copy(source_id, lambda paths: self._folded.words(paths, self._read, afresh=afresh))

    def is_ready(self, source_id: str) -> bool:
        """Whether the words of a source can be had without its being read, as far as can be told."""
        if source_id in self._given or source_id in self._unreadable:
            return True
        paths = next(iter(self._copies(source_id)), ())
        return self._read_before.get(paths) is not None or self._folded.is_kept(paths)

    def rough_words(self, source_id: str) -> Words:
        """The words of a source as they stand in its file, markup, page heads and all.

        Having these is much faster than reading the source, so they serve to leave most of a large shelf unread. A file
        whose bytes do not show its words (PDF, Word, an e-book) is read. Raises: as `document`.
        """
        words = self._words.get((source_id, True))
        if words is not None:
            return words
        found = None if source_id in self._given else self._folded.rough(next(iter(self._copies(source_id)), ()))
        if found is None:
            return self.words(source_id)
        words, self._snapshots[source_id] = found
        self._words.put((source_id, True), words, len(words.text))
        return words

    @cached_property
    def _folded(self) -> Folded:
        from holdwater.sources.folded import Folded

        return Folded(self._kept, ocr=self._ocr)

    def _prove(self, source_id: str, document: Document) -> None:
        """Hold a source's words against its text, now that it has been read."""
        from holdwater.match import Words

        words = self.words(source_id)
        self._unproven.discard(source_id)
        if words.text is document.text:
            return
        self._words.drop((source_id, False))
        if words.text == document.text:
            self._words.put((source_id, False), Words(document.text, words.tokens), len(words.text))
        else:
            self._doubted.add(source_id)

    def _first_copy(self, source_id: str, read: Callable[[_Paths], tuple[_T, Snapshot]]) -> _T:
        """What `read` makes of the first copy of a work that can be read. Raises as `document`."""
        source = self.sources[source_id]
        if source_id in self._unreadable:
            raise UnreadableError(self._unreadable[source_id], where=source.file)
        fault: ReadError | None = None
        for paths in self._copies(source_id):
            try:
                found, self._snapshots[source_id] = read(paths)
            except ReadError as error:
                fault = fault or error
            else:
                return found
        fault = fault or UnreadableError("its list of sources names no file for it")
        self._unreadable[source_id] = fault.what
        raise UnreadableError(fault.what, where=source.file) from fault

    def _copies(self, source_id: str) -> Iterator[_Paths]:
        """The copies of a work: files of one kind are its parts, of another kind a copy."""
        paths = self._paths.get(source_id, ())
        for suffix in dict.fromkeys(kind(path.name) for path in paths):
            yield tuple(path for path in paths if kind(path.name) == suffix)

    def _read(self, paths: _Paths) -> tuple[Document, Snapshot]:
        found = self._read_before.get(paths)
        if found is None:
            from holdwater.read import read_file

            found = joined([read_file(path, ocr=self._ocr) for path in paths]), capture(paths).snapshot
            self._read_before.put(paths, found, len(found[0].text))
        return found


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
    kept: Kept | None = None,
) -> Shelf:
    """The sources in a folder: what its lists name, and every other file of it.

    Args:
        folder: where the files are. `sources.json` (CSL-JSON) and every `.bib` at its top are read as lists;
            where there is none, `.ris` and Zotero's `.rdf`.
        catalogue: a list to read instead of those; its files are looked for in `folder`, then beside it.
        progress: told (done, total) while files are looked into.
        max_kept: how many characters of read sources to keep.
        ocr: whether pages without a text layer are read with an installed tesseract.
        kept: where the words of sources are kept from one run to the next; nowhere if None.

    Raises:
        CatalogueError: the folder or a list cannot be read, or says what cannot be.
    """
    from holdwater.sources.shelving import shelve

    shelving = shelve(Path(folder), None if catalogue is None else Path(catalogue), progress, kept)
    return Shelf(
        shelving.sources,
        shelving.paths,
        unreadable=shelving.unreadable,
        skipped=shelving.skipped,
        max_kept=max_kept,
        ocr=ocr,
        kept=kept,
    )
