"""Lists of sources (CSL-JSON, BibTeX, RIS, Zotero's RDF), read into entries with the files that they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import msgspec

from holdwater.errors import CatalogueError
from holdwater.sources.attachments import MAX_PATH, is_absolute, leads_out
from holdwater.sources.exchange.keys import with_ids
from holdwater.sources.identify import of_csl

MAX_BYTES = 32 * 2**20
"""The largest list that is read."""

MAX_ENTRIES = 100_000
MAX_DEPTH = 12
"""How deep the values of a CSL-JSON item may nest; the schema itself needs five."""

_MANAGED = (".bib", ".ris", ".rdf")
"""Lists that reference managers write, with the absolute paths of their own store: see `Attachments`."""


@dataclass(frozen=True)
class Entry:
    """One work of a list: its CSL-JSON, the relative paths of its files as written, and which list it stands in."""

    id: str
    catalogue: Path
    csl: Mapping[str, object] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listed:
    """What a list says, before it is checked: its items, where each stands, and the faults of those it spoils."""

    items: list[object]
    places: list[str]
    faults: list[CatalogueError] = field(default_factory=list)


def read_catalogue(path: Path) -> tuple[Entry, ...]:
    """The entries of the list at `path`: BibTeX, RIS or Zotero's RDF if its name says so, else CSL-JSON.

    CSL-JSON is an array of items, or an object whose `items` is one; an item may have `file` (a relative path) or
    `files` (several: those of one suffix are parts of the work, those of another suffix another copy of it).

    Raises:
        CatalogueError: the list cannot be read, is broken, gives an id twice, or names a file outside its folder.
    """
    found = listed(path)
    if found.faults:
        raise found.faults[0]
    entries = [entry_of(item, path, place) for item, place in zip(found.items, found.places, strict=True)]
    refuse_twins(entries)
    return tuple(entries)


def listed(path: Path, *, rich: bool = False) -> Listed:
    """The items of the list at `path`, unchecked; with `rich`, as much of BibTeX as CSL-JSON can say.

    Raises:
        CatalogueError: the list as a whole cannot be read.
    """
    where = str(path)
    data = _bytes(path)
    suffix = _suffix_of(path, data)
    faults: list[CatalogueError] = []
    if suffix == ".bib":
        from holdwater.read.bibtex import read_entries

        entries, faults = read_entries(_decoded(data, where), where, rich=rich)
        items: list[object] = list(entries)
    elif suffix == ".ris":
        from holdwater.sources.exchange.ris import read_ris

        items = list(with_ids(read_ris(_decoded(data, where), where)))
    elif suffix == ".rdf":
        from holdwater.sources.exchange.zotero_rdf import read_rdf

        items = list(with_ids(read_rdf(_decoded(data, where), where)))
    else:
        items = _json_items(data, where)
    if len(items) > MAX_ENTRIES:
        raise CatalogueError(f"more than {MAX_ENTRIES:,} sources", where=where, mend="split the list")
    return Listed(items, [_called(item, number, suffix) for number, item in enumerate(items, 1)], faults)


def _suffix_of(path: Path, data: bytes) -> str:
    """The suffix that says which format a list is in: its own, or by its first sign where that is none of ours."""
    suffix = path.suffix.lower()
    if suffix in (*_MANAGED, ".json"):
        return suffix
    head = data[:4096].lstrip()
    signs = {b"@": ".bib", b"%": ".bib", b"<": ".rdf", b"T": ".ris"}
    return signs.get(head[:1], ".json")


def _called(item: object, number: int, suffix: str) -> str:
    """What faults call an item: by its number in JSON, by its key in a list that has keys."""
    if suffix in _MANAGED and isinstance(item, dict):
        return f"entry {item.get('id')!r}"
    return f"item {number}"


def refuse_twins(entries: Iterable[Entry]) -> None:
    """Raise CatalogueError if two entries share an id."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        twin = seen.setdefault(entry.id, entry)
        if twin is not entry:
            also = "" if twin.catalogue == entry.catalogue else f", here and in {twin.catalogue}"
            raise CatalogueError(
                f"two sources have the id {entry.id!r}{also}", where=str(entry.catalogue), mend="give each its own id"
            )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise CatalogueError("there is no such list of sources", where=str(path), mend="check its path") from None
    except OSError as error:
        raise CatalogueError(f"cannot be opened: {error.strerror}", where=str(path)) from error
    if len(data) > MAX_BYTES:
        raise CatalogueError(f"larger than {MAX_BYTES // 2**20} MB", where=str(path), mend="split the list")
    return data.removeprefix(b"\xef\xbb\xbf")


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{_place(data, error.start)}: not UTF-8", where=where, mend="save it as UTF-8") from None


def _place(data: bytes, offset: int) -> str:
    before = data[:offset]
    start = before.rfind(b"\n") + 1
    line, column = before.count(b"\n") + 1, len(before[start:].decode("utf-8", "replace")) + 1
    return f"line {line}, column {column}"


def _json_items(data: bytes, where: str) -> list[object]:
    _decoded(data, where)
    decoded = _json(data, where)
    if isinstance(decoded, dict) and isinstance(decoded.get("items"), list):
        decoded = decoded["items"]
    if not isinstance(decoded, list):
        raise CatalogueError(
            f"expected an array of sources, found {_kind(decoded)}", where=where, mend='write [ … ] or {"items": [ … ]}'
        )
    return decoded


def _json(data: bytes, where: str) -> object:
    try:
        return msgspec.json.decode(data)
    except RecursionError:
        raise CatalogueError("nested too deep to be a list of sources", where=where) from None
    except msgspec.DecodeError as error:
        raise _broken_json(data, str(error), where) from None


def _broken_json(data: bytes, message: str, where: str) -> CatalogueError:
    if "truncated" in message or not data.strip():
        return CatalogueError(
            f"{_place(data, len(data.rstrip()))}: the file ends too early",
            where=where,
            mend="close its brackets and quotes",
        )
    said, _, byte = message.removeprefix("JSON is malformed: ").rpartition(" (byte ")
    offset = int(byte.rstrip(")")) if byte.rstrip(")").isdigit() else 0
    offset -= said == "trailing characters"  # msgspec counts one on there
    return CatalogueError(
        f"{_place(data, offset)}: {said or message}", where=where, mend="mend the JSON there, or just before"
    )


def _kind(value: object) -> str:
    names = {dict: "an object", list: "an array", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def entry_of(item: object, catalogue: Path, place: str) -> Entry:
    """An item of the list at `catalogue`, checked; `place` is what faults call it.

    Raises:
        CatalogueError: it is no CSL-JSON item, has no id, or names a file outside the list's folder.
    """
    where = str(catalogue)
    if not isinstance(item, dict):
        raise CatalogueError(f"{place}: expected an object, found {_kind(item)}", where=where)
    if too_deep(item):
        raise CatalogueError(f"{place}: nested too deep to be CSL-JSON", where=where)
    files = _files(item, place, where)
    csl = {name: value for name, value in item.items() if name not in ("file", "files")}
    return Entry(_id(item, files, place, where), catalogue, csl, files, of_csl(csl))


def too_deep(value: object) -> bool:
    """Whether a JSON value nests deeper than `MAX_DEPTH`."""
    layer = [value]
    for _ in range(MAX_DEPTH):
        layer = [inner for one in layer for inner in _children(one)]
        if not layer:
            return False
    return True


def _children(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _id(item: Mapping[str, object], files: tuple[str, ...], place: str, where: str) -> str:
    value = item.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None and files:
        value = PurePosixPath(files[0]).stem
    if not isinstance(value, str) or not value.strip():
        raise CatalogueError(f"{place}: has no id", where=where, mend="give it one, such as its citation key")
    if len(value) > 500 or not value.isprintable():
        raise CatalogueError(f"{place}: its id is too long or has unprintable characters", where=where)
    return value.strip()


def _files(item: Mapping[str, object], place: str, where: str) -> tuple[str, ...]:
    if "file" in item and "files" in item:
        raise CatalogueError(f"{place}: has both `file` and `files`", where=where, mend="keep one of them")
    named = item.get("files", item.get("file"))
    values = [] if named is None else named if isinstance(named, list) else [named]
    for value in values:
        if not isinstance(value, str) or not value.strip():
            raise CatalogueError(
                f"{place}: `file` is {_kind(value)}, not a path", where=where, mend='write "file": "name.html"'
            )
    return tuple(_relative(str(value), place, where) for value in values)


def _relative(path: str, place: str, where: str) -> str:
    """The path with forward slashes."""
    written = path.strip().replace("\\", "/")
    if "\0" in written or len(written) > MAX_PATH:
        raise CatalogueError(f"{place}: `file` is not a path", where=where)
    if is_absolute(written) and not where.lower().endswith(_MANAGED):
        raise CatalogueError(
            f"{place}: `file` is an absolute path: {written}", where=where, mend="give it relative to the folder"
        )
    if not is_absolute(written) and leads_out(written):
        raise CatalogueError(
            f"{place}: `file` leads out of the folder: {written}", where=where, mend="copy the file into the folder"
        )
    return written
