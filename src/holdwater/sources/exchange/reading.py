"""Lists of works, and folders of them, taken in whole: what is broken is passed over and told, the rest is imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from holdwater.errors import CatalogueError
from holdwater.sources.attachments import Attachments
from holdwater.sources.exchange.filing import files_by_name
from holdwater.sources.exchange.keys import with_ids
from holdwater.sources.exchange.model import Imported, ImportedWork, PassedOver
from holdwater.sources.exchange.zotero_items import csl_of_item
from holdwater.sources.filenames import printable
from holdwater.sources.folder import look_through
from holdwater.sources.identify import of_csl
from holdwater.sources.lists import entry_of, listed

MAX_FILES = 500
"""Files of one work that are looked for."""
MAX_ALL_FILES = 100_000
"""Files of all works together that are looked for."""

_FIELDS_OF = {"doi": "DOI", "isbn": "ISBN", "url": "URL", "arxiv": "arXiv"}


def read_works(path: Path) -> Imported:
    """The works of a list, with the files that it names, or of a folder of sources.

    Args:
        path: a list (CSL-JSON, BibTeX, RIS, Zotero's RDF or JSON; known by its suffix, or else by its first sign) or a
            folder, whose lists and other files are taken as `holdwater check --sources` takes them.

    Raises:
        CatalogueError: the list as a whole, or the folder, cannot be read.
    """
    if path.is_dir():
        return _folder(path)
    found = listed(path, rich=True)
    passed_over = [PassedOver(path.name, fault.what) for fault in found.faults]
    sound: list[dict[str, object]] = []
    for item, place in zip(found.items, found.places, strict=True):
        try:
            sound.append(_checked(item, path, place))
        except CatalogueError as fault:
            passed_over.append(PassedOver(place, fault.what.removeprefix(f"{place}: ")))
    works = list(_with_files(with_ids(sound), path, passed_over))
    return Imported(tuple(works), tuple(passed_over))


def _checked(item: object, path: Path, place: str) -> dict[str, object]:
    """A sound item, its files as written under `files`."""
    if not isinstance(item, dict):
        entry_of(item, path, place)  # which says what is wrong with it
        return {}
    files = [str(file)[:5_000] for file in _files_of(item)]
    bare = {name: value for name, value in item.items() if name not in ("file", "files", "attachments")}
    csl = entry_of({"id": "-", **bare}, path, place).csl
    if "itemType" in csl and "type" not in csl:  # an item as Zotero itself keeps it
        csl = csl_of_item(csl)
    elif "id" not in bare:
        csl = {name: value for name, value in csl.items() if name != "id"}
    return {**csl, "files": files}


def _files_of(item: Mapping[str, object]) -> Iterator[object]:
    for name in ("file", "files", "attachments"):
        value = item.get(name)
        for one in value[:MAX_FILES] if isinstance(value, list) else [value]:
            file = one.get("path") or one.get("localPath") if isinstance(one, dict) else one
            if isinstance(file, str) and file.strip():
                yield file.strip().replace("\\", "/")


def _with_files(
    items: Iterable[Mapping[str, object]], path: Path, passed_over: list[PassedOver]
) -> Iterator[ImportedWork]:
    attachments = Attachments(path.parent, lambda: _files_in(path.parent))
    works: list[tuple[dict[str, object], list[Path]]] = []
    looked_for = 0
    for item in items:
        csl = {name: value for name, value in item.items() if name != "files"}
        written = item["files"] if isinstance(item["files"], list) else []
        looked_for += len(written)
        if looked_for > MAX_ALL_FILES:
            passed_over.append(PassedOver(str(csl["id"]), f"the list names more than {MAX_ALL_FILES:,} files"))
            written = []
        works.append((csl, list(_found(written, attachments, path, str(csl["id"]), passed_over))))
    beside = {} if looked_for else files_by_name([csl for csl, _ in works], path)
    yield from (ImportedWork(csl, tuple(found or beside.get(str(csl["id"]), ()))) for csl, found in works)


def _found(
    written: list[str], attachments: Attachments, path: Path, work: str, passed_over: list[PassedOver]
) -> Iterator[Path]:
    seen: set[Path] = set()
    for file in written:
        place, why = attachments.find(file, path.parent)
        if place is None:
            passed_over.append(PassedOver(f"{work}: {printable(file[:200])}", why))
        elif place not in seen:
            seen.add(place)
            yield place


def _files_in(folder: Path) -> Iterable[Path]:
    """The files of a folder; none where it is too large to be looked through."""
    try:
        return look_through(folder).files.values()
    except CatalogueError:
        return ()


def _folder(folder: Path) -> Imported:
    from holdwater.sources.shelving import shelve

    shelving = shelve(folder, None)
    works = []
    for source in shelving.sources.values():
        known = {one.partition(":")[0] for one in of_csl(source.csl)}
        said = (one.partition(":") for one in source.identifiers)
        fields = {
            _FIELDS_OF[scheme]: value for scheme, _, value in said if scheme in _FIELDS_OF and scheme not in known
        }
        works.append(ImportedWork({**source.csl, **fields, "id": source.id}, shelving.paths.get(source.id, ())))
    reasons = {**shelving.skipped, **shelving.unreadable}
    return Imported(tuple(works), tuple(PassedOver(what, why) for what, why in reasons.items()))
