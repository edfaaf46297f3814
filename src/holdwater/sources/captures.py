"""Captures of a source's files: what bytes they had."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from holdwater.errors import ReadError
from holdwater.sources.filenames import printable
from holdwater.sources.model import Snapshot

_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Capture:
    """The snapshot of a source, its files' bytes one after the other, and the SHA-256 of each file by itself."""

    snapshot: Snapshot
    digests: tuple[bytes, ...]


def capture(paths: Sequence[Path]) -> Capture:
    """What bytes the files have. Raises ReadError where one cannot be opened."""
    whole, size = hashlib.sha256(), 0
    digests = []
    for path in paths:
        own = hashlib.sha256() if len(paths) > 1 else whole
        try:
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    whole.update(chunk)
                    size += len(chunk)
                    if own is not whole:
                        own.update(chunk)
        except OSError as error:
            raise ReadError(f"cannot be opened: {error.strerror or error}", where=str(path)) from error
        digests.append(own.digest())
    named = ", ".join(printable(str(path)) for path in paths)
    return Capture(Snapshot(named, whole.hexdigest(), size), tuple(digests))
