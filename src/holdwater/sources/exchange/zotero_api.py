"""A library of a running Zotero, read through its local API.

Source: "Zotero Local API" and "Web API v3: Basics" of Zotero's documentation. Zotero must allow it (Settings, Advanced,
"Allow other applications on this computer to communicate with Zotero"); it answers on this computer only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from holdwater.errors import CatalogueError
from holdwater.patterns import waiting
from holdwater.sources.attachments import is_file
from holdwater.sources.exchange.keys import with_ids
from holdwater.sources.exchange.model import Imported, ImportedWork, PassedOver
from holdwater.sources.exchange.zotero_items import csl_of_item, with_extra
from holdwater.sources.filenames import printable
from holdwater.sources.folder import inside
from holdwater.sources.lists import too_deep

LOCAL = "http://127.0.0.1:23119/api/users/0"
"""Where a running Zotero serves the library of its own user."""

PAGE = 100
"""Items asked for at a time; the Web API gives no more."""
MAX_ITEMS = 100_000
MAX_ANSWER = 32 * 2**20

_KEY = waiting(r"[A-Z0-9]{8}", re.ASCII)
_STORED = ("imported_file", "imported_url")
_NO_WORKS = frozenset({"attachment", "note", "annotation"})

_Item = Mapping[str, object]


def read_zotero(
    get: Callable[[str], bytes], *, base: str = LOCAL, collection: str = "", storage: Path | None = None
) -> Imported:
    """The works of a Zotero library, with the files that it stores for them.

    Args:
        get: answers a request for an address with the body; its errors are its own.
        base: the library: `…/api/users/0`, or `…/api/groups/<id>`.
        collection: the key of a collection, to read that alone.
        storage: Zotero's folder of stored files (`storage` in its data directory); without it no work has files.

    Raises:
        CatalogueError: an answer is not what the API's documentation says, or the library has more than `MAX_ITEMS`.
    """
    if collection and not _KEY.fullmatch(collection):
        raise CatalogueError("no key of a Zotero collection", where=collection[:80], mend="keys are eight signs")
    shelf = f"{base}/collections/{collection}" if collection else base
    regular: list[tuple[str, dict[str, object]]] = []
    attached: dict[str, list[_Item]] = {}
    for item in _items(get, f"{shelf}/items"):
        data = item["data"]
        if not isinstance(data, dict):
            continue
        kind, key = str(data.get("itemType")), str(item.get("key", ""))
        if kind not in _NO_WORKS:
            regular.append((key, _csl(item, data)))
        elif kind == "attachment":
            attached.setdefault(str(data.get("parentItem") or key), []).append({**data, "key": key})
    keys = {key for key, _ in regular}
    regular += [(key, _alone(one)) for key, (one, *_) in attached.items() if key not in keys]
    return _imported(regular, attached, storage)


def _imported(
    regular: list[tuple[str, dict[str, object]]], attached: Mapping[str, list[_Item]], storage: Path | None
) -> Imported:
    works: list[ImportedWork] = []
    passed_over: list[PassedOver] = []
    for (key, _), csl in zip(regular, with_ids(csl for _, csl in regular), strict=True):
        files: list[Path] = []
        for attachment in attached.get(key, ()):
            path, why = _file(attachment, storage)
            if path is not None:
                files.append(path)
            elif why:
                passed_over.append(PassedOver(f"{csl['id']}: {printable(str(attachment.get('title', '')))[:120]}", why))
        works.append(ImportedWork(csl, tuple(files)))
    return Imported(tuple(works), tuple(passed_over))


def _items(get: Callable[[str], bytes], address: str) -> Iterator[_Item]:
    for start in range(0, MAX_ITEMS + 1, PAGE):
        page = _page(get(f"{address}?include=data,csljson&limit={PAGE}&start={start}"), address)
        for item in page:
            if isinstance(item, dict) and "data" in item:
                yield item
        if len(page) < PAGE:
            return
    raise CatalogueError(f"more than {MAX_ITEMS:,} items", where=address, mend="import its collections one by one")


def _page(answer: bytes, address: str) -> list[object]:
    if len(answer) > MAX_ANSWER:
        raise CatalogueError(f"an answer larger than {MAX_ANSWER // 2**20} MB", where=address)
    try:
        page = msgspec.json.decode(answer)
    except (msgspec.DecodeError, RecursionError):
        page = None
    if not isinstance(page, list):
        raise CatalogueError("an answer that is no list of items", where=address, mend="see that it is Zotero's API")
    return page


def _csl(item: _Item, data: dict[str, object]) -> dict[str, object]:
    """The item as Zotero's own CSL-JSON where it comes along, else by its fields.

    The local API gives CSL-JSON as the text of a list of one, the Web API as an object.
    """
    given = item.get("csljson")
    if isinstance(given, str):
        try:
            given = msgspec.json.decode(given)
        except (msgspec.DecodeError, RecursionError):
            given = None
    if isinstance(given, dict) and isinstance(given.get("items"), list):
        given = given["items"]
    if isinstance(given, list):
        given = given[0] if given else None
    if isinstance(given, dict) and "type" in given and not too_deep(given):
        csl = with_extra({str(name): value for name, value in given.items()})
    else:
        csl = csl_of_item(data)
    own = data.get("citationKey") or csl.get("citation-key")
    return {**{name: value for name, value in csl.items() if name != "id"}, **({"id": own} if own else {})}


def _alone(attachment: _Item) -> dict[str, object]:
    return csl_of_item({**attachment, "itemType": "document"})


def _file(attachment: _Item, storage: Path | None) -> tuple[Path | None, str]:
    """The stored file of an attachment, or None and why there is none; no word of one that is a link to a page."""
    name, key, mode = str(attachment.get("filename") or ""), str(attachment.get("key")), attachment.get("linkMode")
    if mode == "linked_file":
        return None, "its file is linked, not stored by Zotero"
    if mode not in _STORED or not name:
        return None, ""
    if storage is None:
        return None, "Zotero's folder of stored files is not given"
    if not _KEY.fullmatch(key) or "/" in name or "\\" in name or name in (".", "..") or "\0" in name:
        return None, "its file's name is none"
    path = storage / key / name
    if not is_file(path):
        return None, f"there is no file {printable(name)} in {storage / key}"
    if not inside(path, storage.resolve()):
        return None, f"{printable(name)} is a link that leads out of the folder"
    return path, ""
