"""Reading a file or bytes: decompressed, sniffed, decoded, and handed to the reader of its format.

A reader is given what its parameters name:

| parameter | what it is |
|---|---|
| `raw` | the file's decoded content, for a format that is text |
| `data` | the file's bytes, for one that is not; a reader asks for one of the two |
| `name` | what reports call the file |
| `format` | the name of the format, for a reader of several |
| `beside` | gives the decoded text of a file in the document's folder or below it; None for bytes without a folder |
| `head` | whether only the beginning is wanted, to learn what the document is; a reader may then stop early |
| `ocr` | whether pages without a text layer are to be read with an installed tesseract |
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from holdwater.document import Document
from holdwater.errors import ReadError
from holdwater.read.decoding import MAX_FILE, bounded, decode, unpack
from holdwater.read.formats import needs, plug_in_format, reader
from holdwater.read.sniffing import format_of_bytes, format_of_text

Beside = Callable[[str], str | None]
"""Gives the decoded text of a file that stands in the document's own folder, None where it cannot be had."""


class Wanted(NamedTuple):
    """How a file is to be read: as what format (told by its content if None), how far, and with OCR or without."""

    format: str | None = None
    head: bool = False
    ocr: bool = False


def read_file(
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the public face's word
    head: bool = False,
    ocr: bool = False,
) -> Document:
    """Read a file as a document.

    Args:
        path: the file; gzip is unpacked.
        format: the name of its reader; told from its content and its name if None.
        head: only the beginning is wanted, to learn what the document is.
        ocr: read pages without a text layer with an installed tesseract.

    Returns:
        The document; `name` is the path as given, `metadata` has the file's `sha256` and its size in `bytes`.

    Raises:
        ReadError: there is no such file, it may not be read, it is too large or damaged.
        UnreadableError: no text can be had of it.
    """
    data = _file_bytes(Path(path), str(path))
    return _read(data, str(path), Wanted(format, head, ocr), partial(_beside, Path(path).parent))


def read_bytes(
    data: bytes,
    name: str,
    *,
    format: str | None = None,  # noqa: A002
    head: bool = False,
    ocr: bool = False,
) -> Document:
    """Read bytes as a document called `name`; otherwise as `read_file`, but no other file is looked at."""
    return _read(data, name, Wanted(format, head, ocr), None)


def _read(data: bytes, name: str, wanted: Wanted, beside: Beside | None) -> Document:
    content = unpack(data, name)
    plain_name = name[:-3] if name.lower().endswith(".gz") else name
    chosen = wanted.format or plug_in_format(plain_name)
    if chosen is None or "data" not in needs(reader(chosen)):
        binary = format_of_bytes(content, name)
        if binary is not None and chosen is not None:
            raise ReadError(f"this is {binary.upper()}, not {chosen}", where=name, mend="leave --format out")
        chosen = binary or chosen
    raw = ""
    if chosen is None or "data" not in needs(reader(chosen)):
        raw = decode(content, name)
        chosen = chosen or format_of_text(raw, plain_name)
    function = reader(chosen)
    offered = {
        "raw": raw, "data": content, "name": name, "format": chosen, "beside": beside,
        "head": wanted.head, "ocr": wanted.ocr,
    }  # fmt: skip
    with _uncollected():
        document = function(**{need: offered[need] for need in needs(function) if need in offered})
    facts = {"sha256": sha256(data).hexdigest(), "bytes": str(len(data))}
    return replace(document, metadata={**document.metadata, **facts})


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the garbage collector while a document is put together.

    A reader makes hundreds of thousands of small objects that all stay; looking through them for cycles again and again
    takes a fifth of its time. What cycles it leaves are found at the next collection.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _file_bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise ReadError("this is a folder", where=name, mend="name a file in it")
        if path.exists() and not path.is_file():
            raise ReadError("not an ordinary file", where=name, mend="give a text file")
        with path.open("rb") as file:
            return bounded(file.read(MAX_FILE + 1), name, most=MAX_FILE)
    except FileNotFoundError as fault:
        raise ReadError("no such file", where=name, mend="check the path") from fault
    except PermissionError as fault:
        raise ReadError("may not be read", where=name, mend="check its permissions") from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ReadError(f"cannot be read ({reason})", where=name, mend="check the path") from fault


def _beside(folder: Path, relative: str) -> str | None:
    """The text of `relative` in or below `folder`; None where it leads out of it, is not there, or is no text."""
    try:
        home = folder.resolve()
        path = (home / relative).resolve()
        if not path.is_relative_to(home) or not path.is_file():
            return None
        return decode(unpack(_file_bytes(path, relative), relative), relative)
    except (ReadError, OSError, ValueError):
        return None
