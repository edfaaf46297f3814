"""Reading a file or bytes: decompressed, decoded, sniffed, and handed to the reader of its format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from holdwater.document import Document
from holdwater.errors import ReadError
from holdwater.read.decoding import MAX_BYTES, bounded, decode, refuse_binary, unpack
from holdwater.read.formats import format_by_name, needs, reader, sniff

Beside = Callable[[str], str | None]
"""Gives the decoded text of a file that stands in the document's own folder, None where it cannot be had."""


def read_file(path: str | Path, *, format: str | None = None) -> Document:  # noqa: A002 - the public face's word
    """Read a file as a document.

    Args:
        path: the file; gzip is unpacked.
        format: the name of its reader; told from its content and its name if None.

    Returns:
        The document; `name` is the path as given, `metadata` has the file's `sha256` and its size in `bytes`.

    Raises:
        ReadError: there is no such file, it may not be read, it is too large or damaged.
        UnreadableError: no text can be had of it.
    """
    data = _file_bytes(Path(path), str(path))
    return _read(data, str(path), format, partial(_beside, Path(path).parent))


def read_bytes(data: bytes, name: str, *, format: str | None = None) -> Document:  # noqa: A002
    """Read bytes as a document called `name`; otherwise as `read_file`, but no other file is looked at."""
    return _read(data, name, format, None)


def _read(data: bytes, name: str, format: str | None, beside: Beside | None) -> Document:  # noqa: A002
    content = unpack(data, name)
    plain_name = name[:-3] if name.lower().endswith(".gz") else name
    chosen = format or format_by_name(plain_name)
    if chosen is None or "data" not in needs(reader(chosen)):
        refuse_binary(content, name)
        raw = decode(content, name)
        chosen = chosen or sniff(raw, plain_name)
    else:
        raw = ""
    function = reader(chosen)
    offered = {"raw": raw, "data": content, "name": name, "beside": beside}
    document = function(**{need: offered[need] for need in needs(function) if need in offered})
    facts = {"sha256": sha256(data).hexdigest(), "bytes": str(len(data))}
    return replace(document, metadata={**document.metadata, **facts})


def _file_bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise ReadError("this is a folder", where=name, mend="name a file in it")
        if path.exists() and not path.is_file():
            raise ReadError("not an ordinary file", where=name, mend="give a text file")
        with path.open("rb") as file:
            return bounded(file.read(MAX_BYTES + 1), name)
    except FileNotFoundError as fault:
        raise ReadError("no such file", where=name, mend="check the path") from fault
    except PermissionError as fault:
        raise ReadError("may not be read", where=name, mend="check its permissions") from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ReadError(f"cannot be read ({reason})", where=name, mend="check the path") from fault


def _beside(folder: Path, relative: str) -> str | None:
    """The text of `relative` in `folder`; None where it leads out of the folder, is not there, or is no text."""
    try:
        home = folder.resolve()
        path = (home / relative).resolve()
        if path.parent != home or not path.is_file():
            return None
        return decode(unpack(_file_bytes(path, relative), relative), relative)
    except (ReadError, OSError, ValueError):
        return None
