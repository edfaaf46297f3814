"""The words of files: kept from an earlier run, or else read, folded, and kept for the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from holdwater.document import Document
from holdwater.match import Words
from holdwater.sources.captures import Capture, capture
from holdwater.sources.entry import NO_STAMP, Entry
from holdwater.sources.kept import Kept
from holdwater.sources.model import Snapshot
from holdwater.sources.parts import parts_of
from holdwater.sources.stamps import key_of, looks_beside, stamp_of

Paths = tuple[Path, ...]
Read = Callable[[Paths], tuple[Document, Snapshot]]


class Folded:
    """Gives the words of files that stand on a shelf. What is kept of a file is good while its bytes are the same."""

    def __init__(self, kept: Kept, *, ocr: bool) -> None:
        self._kept, self._ocr = kept, ocr
        self._stamps: dict[tuple[Path, ...], bytes | None] = {}

    def words(self, paths: Paths, read: Read, *, afresh: bool = False) -> tuple[Words, Snapshot]:
        """The words of files that are read as one text, and the snapshot they were taken from.

        Args:
            paths: the files.
            read: reads them; called where nothing is kept of them.
            afresh: do not take what is kept.

        Raises:
            ReadError: what `read` raises.
        """
        taken = _captured(paths)
        if taken is None:
            document, snapshot = read(paths)
            return Words.of(document.text), snapshot
        key = key_of([path.name for path in paths], taken.digests, ocr=self._ocr)
        entry = None if afresh else self._kept.find(key)
        if entry and entry.beside in (NO_STAMP, self._stamp(paths)):
            return Words(entry.text, entry.tokens), taken.snapshot
        stamp = self._stamp(paths)  # before the files are read: what changes after that is then noticed
        document, snapshot = read(paths)
        words = Words.of(document.text)
        beside = _beside(document, taken, stamp)
        if beside is not None:
            self._kept.keep(key, Entry(words.text, words.tokens, beside))
        return words, snapshot

    def _stamp(self, paths: Paths) -> bytes | None:
        """A stamp of the files' folders, as they were when they were first asked about."""
        folders = tuple(sorted({path.parent for path in paths}))
        if folders not in self._stamps:
            self._stamps[folders] = stamp_of(folders)
        return self._stamps[folders]


def _captured(paths: Paths) -> Capture | None:
    """The bytes of the files; None where their words are not kept: files of plug-ins, and such as will be refused."""
    from holdwater.read.decoding import MAX_FILE
    from holdwater.read.formats import plug_in_format

    if any(plug_in_format(path.name.lower().removesuffix(".gz")) for path in paths):
        return None
    try:
        fit = all(path.is_file() and path.stat().st_size <= MAX_FILE for path in paths)
    except OSError:
        return None
    return capture(paths) if fit else None


def _beside(document: Document, taken: Capture, stamp: bytes | None) -> bytes | None:
    """What the folder must be like for the text to be the same again; None where that cannot be said."""
    parts = parts_of(document)
    if [one.metadata.get("sha256") for one in parts] != [digest.hex() for digest in taken.digests]:
        return None  # the files have changed meanwhile
    curious = [looks_beside(one) for one in parts]
    if None in curious:
        return None
    return stamp if any(curious) else NO_STAMP
