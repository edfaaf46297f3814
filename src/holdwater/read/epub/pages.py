"""Where the printed pages of a book begin, by the list of them that the book itself has."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.errors import ReadError
from holdwater.read.archive import Archive
from holdwater.read.epub.package import Package, resolve
from holdwater.read.html.stream import Stream
from holdwater.read.html.tree import Element, walk, words_of
from holdwater.read.html.tree import grow as grow_page
from holdwater.read.xml import grow

_MAX_LABEL = 12


def printed_pages(archive: Archive, package: Package, name: str) -> Iterator[tuple[str, str, str]]:
    """The path, the fragment and the label of each page in the page list of the navigation document or the NCX."""
    navigation, ncx = package.navigation(), package.ncx()
    try:
        if navigation is not None and navigation.path in archive:
            yield from _listed(archive.text(navigation.path), navigation.path, name)
        elif ncx is not None and ncx.path in archive:
            yield from _in_ncx(archive.text(ncx.path), ncx.path, name)
    except ReadError:
        return  # a book reads as well without its list of pages


def _listed(raw: str, path: str, name: str) -> Iterator[tuple[str, str, str]]:
    root = grow_page(Stream(raw, f"{name}/{path}", xml=True))
    for node in walk(root):
        if isinstance(node, Element) and node.tag == "nav" and _lists_pages(node):
            for link in walk(node):
                if isinstance(link, Element) and link.tag == "a" and link.get("href"):
                    yield (*resolve(path, link.get("href")), words_of(link, _MAX_LABEL)[:_MAX_LABEL])


def _lists_pages(nav: Element) -> bool:
    return "page-list" in nav.tokens("epub:type") or nav.get("role") == "doc-pagelist"


def _in_ncx(raw: str, path: str, name: str) -> Iterator[tuple[str, str, str]]:
    for target in grow(raw, f"{name}/{path}").walk("pageTarget"):
        content, label = target.first("content"), target.first("navLabel")
        if content is not None:
            words = label.words() if label is not None else target.get("value")
            yield (*resolve(path, content.get("src")), words[:_MAX_LABEL])
