"""MediaWiki's XML export: the wikitext of its first page, and where each character of it stands in the XML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from holdwater.document import Run, RunBuilder
from holdwater.errors import ReadError
from holdwater.read.xml import Element, grow


@dataclass(frozen=True)
class Export:
    """The page that is read of an export: its wikitext, where that stands in the XML, what is said of it and left."""

    text: str
    runs: Sequence[Run]
    metadata: Mapping[str, str]
    unread: Sequence[str]


def is_export(raw: str) -> bool:
    """Whether a file is an export and no bare wikitext."""
    head = raw[:2000].lstrip("\ufeff \t\r\n")
    return head.startswith("<mediawiki") or (head.startswith("<?xml") and "<mediawiki" in head)


def unpacked(raw: str, name: str) -> Export:
    """The last revision of an export's first page. Raises ReadError where the XML is broken or has no page."""
    root = grow(raw, name)
    pages = list(root.elements("page"))
    first = next((page for page in pages if _words(page, "ns") in ("", "0")), pages[0] if pages else None)
    revisions = list(first.elements("revision")) if first is not None else []
    if first is None or not revisions:
        raise ReadError("an export without a page", where=name, mend="export it again, with the page's name")
    text = revisions[-1].first("text")
    builder = RunBuilder()
    for stretch in text.texts() if text is not None else ():
        stretch.into(builder)
    unread = [f"{len(pages) - 1} other pages of the export: only the first is read"] if len(pages) > 1 else []
    metadata = _metadata(root, first, revisions[-1])
    return Export(builder.text(), builder.runs(), metadata, unread)


def _words(page: Element, *path: str) -> str:
    one = page.first(*path)
    return one.words() if one is not None else ""


def _metadata(root: Element, page: Element, revision: Element) -> dict[str, str]:
    found = {
        "title": _words(page, "title"),
        "date": _words(revision, "timestamp"),
        "site": _words(root, "siteinfo", "sitename"),
        "lang": root.get("xml:lang") or root.get("lang"),
    }
    return {key: value for key, value in found.items() if value}
