"""The words of files: kept from an earlier run, or else read, folded, and kept for the next.

Of a file that nobody has read yet, its rough words can be had at a tenth of the price: those of its bytes as they
stand there, with markup, page heads and all. They tell in which files words may stand; never how they stand there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from holdwater.document import Document
from holdwater.errors import ReadError
from holdwater.match import Words
from holdwater.sources.captures import Capture, capture
from holdwater.sources.entry import NO_STAMP, Entry
from holdwater.sources.kept import Kept
from holdwater.sources.model import Snapshot
from holdwater.sources.parts import parts_of
from holdwater.sources.stamps import key_of, looks_beside, rough_key_of, stamp_of

Paths = tuple[Path, ...]
Read = Callable[[Paths], tuple[Document, Snapshot]]


class Folded:
    """Gives the words of files that stand on a shelf. What is kept of a file is good while its bytes are the same.

    A file's bytes are looked at once in a run. Without a place where words are `kept`, all are made anew.
    """

    def __init__(self, kept: Kept | None, *, ocr: bool) -> None:
        self._kept, self._ocr = kept, ocr
        self._captures: dict[Paths, Capture | None] = {}
        self._stamps: dict[Paths, bytes | None] = {}

    def words(self, paths: Paths, read: Read, *, afresh: bool = False) -> tuple[Words, Snapshot]:
        """The words of files that are read as one text, and the snapshot they were taken from.

        Args:
            paths: the files.
            read: reads them; called where nothing is kept of them.
            afresh: do not take what is kept.

        Raises:
            ReadError: what `read` raises.
        """
        taken = self._capture(paths)
        if self._kept is None or taken is None:
            document, snapshot = read(paths)
            return Words.of(document.text), snapshot
        key = self._key(paths, taken)
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

    def is_kept(self, paths: Paths) -> bool:
        """Whether the words of files are kept, as far as can be told without looking at what is kept."""
        taken = self._capture(paths) if self._kept else None
        return self._kept is not None and taken is not None and self._kept.has(self._key(paths, taken))

    def rough(self, paths: Paths) -> tuple[Words, Snapshot] | None:
        """The rough words of files, and the snapshot; None where their bytes do not show words, or cannot be had."""
        taken = self._capture(paths)
        if taken is None:
            return None
        key = rough_key_of(taken.digests)
        entry = self._kept.find(key) if self._kept else None
        if entry:
            return Words(entry.text, entry.tokens), taken.snapshot
        found = [_decoded(path) for path in paths]
        texts = [text for text, _ in found if text is not None]
        if len(texts) < len(paths):
            return None
        words = Words.of("\n\n".join(texts))
        if self._kept and tuple(digest for _, digest in found) == taken.digests:
            self._kept.keep(key, Entry(words.text, words.tokens))
        return words, taken.snapshot

    def _key(self, paths: Paths, taken: Capture) -> bytes:
        return key_of([path.name for path in paths], taken.digests, ocr=self._ocr)

    def _capture(self, paths: Paths) -> Capture | None:
        """The bytes of the files; None where no words are made of them here: plug-ins', and such as will be refused."""
        if paths not in self._captures:
            self._captures[paths] = _captured(paths)
        return self._captures[paths]

    def _stamp(self, paths: Paths) -> bytes | None:
        """A stamp of the files' folders, as they were when they were first asked about."""
        folders = tuple(sorted({path.parent for path in paths}))
        if folders not in self._stamps:
            self._stamps[folders] = stamp_of(folders)
        return self._stamps[folders]


def _captured(paths: Paths) -> Capture | None:
    from holdwater.read.decoding import MAX_FILE
    from holdwater.read.formats import plug_in_format

    try:
        if any(plug_in_format(path.name.lower().removesuffix(".gz")) for path in paths):
            return None
        fit = paths and all(path.is_file() and path.stat().st_size <= MAX_FILE for path in paths)
        return capture(paths) if fit else None
    except (OSError, ReadError):
        return None


def _beside(document: Document, taken: Capture, stamp: bytes | None) -> bytes | None:
    """What the folder must be like for the text to be the same again; None where that cannot be said."""
    parts = parts_of(document)
    if [one.metadata.get("sha256") for one in parts] != [digest.hex() for digest in taken.digests]:
        return None  # the files have changed meanwhile
    curious = [looks_beside(one) for one in parts]
    if None in curious:
        return None
    return stamp if any(curious) else NO_STAMP


def _decoded(path: Path) -> tuple[str | None, bytes]:
    """A file's bytes as a text, unpacked, and their digest; None for what is no text, or cannot be had."""
    from holdwater.read.decoding import decode, unpack
    from holdwater.read.sniffing import format_of_bytes

    try:
        data = path.read_bytes()
        content = unpack(data, path.name)
        text = decode(content, path.name) if format_of_bytes(content, path.name) is None else None
    except (OSError, ReadError):
        return None, b""
    return text, hashlib.sha256(data).digest()
