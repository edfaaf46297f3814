"""What the words of a source depend on, as digests: its bytes, how they are read, by what, and what lay beside it."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from holdwater.document import Document
from holdwater.errors import ReadError
from holdwater.match.folding import FOLDING_VERSION
from holdwater.sources.entry import NO_STAMP
from holdwater.sources.folder import MAX_FILES

_ROOMS = ("document", "read")
"""Our own code that makes a text of a file. It is told by its files, so that work on it voids what was kept before."""
_PACKAGES = ("pypdfium2", "selectolax")
_PROGRAMS = ("pandoc", "tesseract")


def key_of(names: Iterable[str], digests: Iterable[bytes], *, ocr: bool) -> bytes:
    """The key under which a source's words are kept, 32 bytes.

    Args:
        names: its files' names without their folders; a suffix may tell the format.
        digests: the SHA-256 of each file.
        ocr: whether pages without a text layer are read by a program.
    """
    return _digest([str(FOLDING_VERSION), _reading(), str(ocr), *names, *(digest.hex() for digest in digests)])


def rough_key_of(digests: Iterable[bytes]) -> bytes:
    """The key under which files' rough words are kept, 32 bytes: those of their bytes as they stand there."""
    return _digest(["rough", str(FOLDING_VERSION), _reading(), *(digest.hex() for digest in digests)])


def note_key_of(name: str, digest: bytes) -> bytes:
    """The key under which is kept what a file says of its work, 32 bytes; `digest` is that of what was read of it."""
    return _digest(["note", _reading(), _noting(), name, digest.hex()])


def looks_beside(document: Document) -> bool | None:
    """Whether the reader of a document's format may have looked at other files; None for a reader that is not ours."""
    from holdwater.read.formats import needs, reader

    try:
        return "beside" in needs(reader(document.format))
    except ReadError:
        return None


def stamp_of(folders: Iterable[Path]) -> bytes | None:
    """A stamp of all files in these folders and below: 32 bytes; None where they are too many or cannot be seen."""
    lines: list[str] = []
    try:
        for folder in folders:
            for path, found in _files(str(folder)):
                lines.append(f"{path}\0{found.st_size}\0{found.st_mtime_ns}")
                if len(lines) > MAX_FILES:
                    return None
    except OSError:
        return None
    return _digest(sorted(lines)) if lines else NO_STAMP


@cache
def _reading() -> str:
    """What makes a text of a file's bytes: our readers, the packages and programs they use, Python's own tables."""
    house = Path(__file__).parents[1]
    own = [stamp_of([house / room]) or b"" for room in _ROOMS]
    programs = [_program(name) for name in _PROGRAMS]
    return _digest([sys.version, sys.byteorder, *(stamp.hex() for stamp in own), *_versions(), *programs]).hex()


@cache
def _noting() -> str:
    """What makes facts about a work of a text: this room."""
    return (stamp_of([Path(__file__).parent]) or b"").hex()


def _versions() -> Iterator[str]:
    """The names of the packages' folders of facts, which end in their versions; importing those would take longer."""
    for package in _PACKAGES:
        spec = find_spec(package)
        if spec and spec.origin:
            beside = Path(spec.origin).parent.parent
            yield from sorted(path.name for path in beside.glob(f"{package}-*.dist-info"))


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        return ""
    found = os.stat(path)
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting += [entry.path] if entry.name != "__pycache__" else []
                else:
                    yield entry.path, entry.stat(follow_symlinks=False)


def _digest(parts: Sequence[str]) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape")
        digest.update(b"%d:" % len(data) + data)
    return digest.digest()
