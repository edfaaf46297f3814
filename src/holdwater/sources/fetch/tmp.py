"""A run's own folder for bodies on their way in, which is gone when the run is, however that ends."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from holdwater.errors import FetchError
from holdwater.sources.archive.locks import lock

_SUFFIX = ".lock"
_FLAGS = os.O_RDWR | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def own_folder(tmp: Path) -> Iterator[Path]:
    """A new folder in `tmp`, and a lock beside it that is held as long as the block lasts.

    What runs that are no more have left in `tmp` is taken away first. Raises FetchError where nothing can be written.
    """
    try:
        tmp.mkdir(parents=True, exist_ok=True)
        _sweep(tmp)
        descriptor, folder = _made(tmp)
    except OSError as error:
        raise FetchError(f"cannot be written: {error.strerror}", where=str(tmp)) from error
    try:
        yield folder
    finally:
        _clear(folder)
        os.close(descriptor)


def _made(tmp: Path) -> tuple[int, Path]:
    while True:
        folder = tmp / f"run-{os.getpid()}-{secrets.token_hex(4)}"
        descriptor = os.open(folder.with_name(folder.name + _SUFFIX), _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
        lock(descriptor, wait=True)
        if os.fstat(descriptor).st_nlink:
            folder.mkdir(mode=0o700)
            return descriptor, folder
        os.close(descriptor)  # another run took it for a dead one's before it was locked


def _sweep(tmp: Path) -> None:
    for path in sorted(tmp.glob(f"run-*{_SUFFIX}")):
        with suppress(FileNotFoundError):
            descriptor = os.open(path, _FLAGS)
            try:
                if lock(descriptor, wait=False):
                    _clear(path.with_name(path.name.removesuffix(_SUFFIX)))
            finally:
                os.close(descriptor)


def _clear(folder: Path) -> None:
    rmtree(folder, ignore_errors=True)
    folder.with_name(folder.name + _SUFFIX).unlink(missing_ok=True)
