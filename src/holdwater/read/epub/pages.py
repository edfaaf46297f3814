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
_LONGEST_PATH = 100


def printed_pages(archive: Archive, package: Package, name: str, unread: list[str]) -> Iterator[tuple[str, str, str]]:
    """The path, the fragment and the label of each page in the page list of the navigation document or the NCX.

    A book reads as well without its list of pages; one that is damaged or missing is named in `unread`.
    """
    navigation, ncx = package.navigation(), package.ncx()
    one, listed = (navigation, _listed) if navigation is not None else (ncx, _in_ncx)
    if one is None:
        return
    try:
        yield from listed(archive.text(one.path), one.path, name)
    except ReadError as fault:
        line = f"{one.path[:_LONGEST_PATH] or 'the table of contents'}: {fault.what}"
        if not any(known.startswith(f"{one.path}: ") for known in unread):
            unread.append(line)


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
