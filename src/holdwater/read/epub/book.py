"""The chapters of a book as one tree over one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote

from holdwater.document import Part
from holdwater.errors import ReadError, UnreadableError
from holdwater.read.archive import Archive
from holdwater.read.epub.package import Item, Package, resolve
from holdwater.read.epub.pages import printed_pages
from holdwater.read.html.stream import Stream
from holdwater.read.html.tree import BLOCKS, Element, Text, grow, walk
from holdwater.read.source import Source

_MAX_PAGES = 20_000


@dataclass(slots=True, eq=False)
class Chapter:
    """A chapter: its path in the archive, its content and where that begins in the book's, its tree and its part."""

    path: str
    raw: str
    start: int
    root: Element
    stream: Stream
    part: Part | None = None


class Book:
    """All chapters that can be read, and a line for each that cannot."""

    def __init__(self, archive: Archive, package: Package, name: str) -> None:
        self._archive, self._package, self._name = archive, package, name
        self.chapters: list[Chapter] = []
        self.unread = list(package.unread)
        self.root = Element("#document", {})
        self._known: set[str] = set()
        self._length = 0

    def open_all(self, limit: int) -> None:
        """Read the chapters of the spine, then those that only links lead to, until `limit` characters are read."""
        waiting = list(self._package.spine)
        listed = {item.path: item for item in self._package.items.values() if item.is_page and item.path}
        while waiting:
            linked: list[Item] = []
            for item in waiting:
                chapter = self._open(item, limit) if item.path not in self._known else None
                if chapter is not None:
                    self.chapters.append(chapter)
                    linked += [listed[path] for path in self._paths_linked(chapter) if path in listed]
            waiting = [item for item in linked if item.path not in self._known]

    def _open(self, item: Item, limit: int) -> Chapter | None:
        self._known.add(item.path)
        where = f"{self._name}/{item.path}"
        if item.path not in self._archive:
            self.unread.append(f"{item.path}: not in the archive")
        elif self._length >= limit:
            self.unread.append(f"{item.path}: beyond the {limit:,} characters that are read of a book")
        else:
            try:
                raw = self._archive.text(item.path)
                stream = Stream(raw, where, xml=True)
            except UnreadableError as fault:
                if fault.what == "encrypted":
                    raise
                self.unread.append(f"{item.path}: {fault.what}")
            except ReadError as fault:
                self.unread.append(f"{item.path}: {fault.what}")
            else:
                return self._chapter(item, raw, stream)
        return None

    def _chapter(self, item: Item, raw: str, stream: Stream) -> Chapter:
        start = self._length
        ended = raw if raw.endswith("\n") else f"{raw}\n"  # lines are counted from each chapter's own first one
        self._length += len(ended)
        part = Part.NAVIGATION if "nav" in item.properties else self._package.parts.get(item.path)
        return Chapter(item.path, ended, start, grow(stream), stream, part)

    @staticmethod
    def _paths_linked(chapter: Chapter) -> list[str]:
        if chapter.part is Part.NAVIGATION:
            return []
        return [resolve(chapter.path, link.get("href"))[0] for link in _links(chapter.root)]

    def raw(self) -> str:
        """The contents of all chapters, one after the other."""
        return "".join(chapter.raw for chapter in self.chapters)

    def source(self) -> Source:
        """The words of all chapters, with their places in `raw()`."""
        starts: list[int] = []
        places: list[int] = []
        length = 0
        for chapter in self.chapters:
            source = chapter.stream.source
            starts += [length + start for start in source.starts]
            places += [chapter.start + place for place in source.places]
            length += len(source.text)
        return Source("".join(chapter.stream.source.text for chapter in self.chapters), starts, places)

    def join(self) -> None:
        """Put all chapters under one root: names of their own, links between them, pages, one order."""
        names = _Names(self.chapters)
        for chapter in self.chapters:
            for link in _links(chapter.root):
                names.aim(link, chapter.path)
            if chapter.part is not None:
                _set_apart(chapter.root)
        pages = printed_pages(self._archive, self._package, self._name, self.unread)
        for path, fragment, label in islice(pages, _MAX_PAGES):
            names.begin_page(path, fragment, label)
        length = 0
        for chapter in self.chapters:
            # A heading without words ends what the last heading of the chapter before has opened.
            chapter.root.children.insert(0, Element("h1", {}, chapter.root))
            chapter.root.parent = self.root
            self.root.children.append(chapter.root)
            for node in walk(chapter.root):
                if isinstance(node, Text) and node.place >= 0:
                    node.place += length
            length += len(chapter.stream.source.text)
        _number(self.root)


class _Names:
    """The elements of the book that links can lead to, and a name for each that no other chapter has."""

    def __init__(self, chapters: list[Chapter]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._owners: dict[str, str] = {}
        self._bodies: dict[str, Element] = {}
        self._given: dict[tuple[str, str], str] = {}
        self._numbers = {chapter.path: number for number, chapter in enumerate(chapters, 1)}
        for chapter in chapters:
            for node in walk(chapter.root):
                if isinstance(node, Element):
                    self._take(node, chapter.path)

    def _take(self, element: Element, path: str) -> None:
        if element.tag == "body":
            self._bodies.setdefault(path, element)
        for attribute in ("id", "name") if element.tag == "a" else ("id",):
            name = element.get(attribute)
            if name:
                self._elements.setdefault((path, name), element)
                self._owners.setdefault(name, path)

    def aim(self, link: Element, base: str) -> None:
        """Have a link that leads into the book lead to a name that is the only one of its kind in it."""
        path, fragment = resolve(base, link.get("href"))
        if path in self._numbers:
            name = self._name(path, fragment) if fragment else self._name_of_all(path)
            if name:
                link.attributes["href"] = f"#{quote(name)}"

    def _name(self, path: str, name: str) -> str:
        element = self._elements.get((path, name))
        if element is None or self._owners[name] == path:
            return name if element is not None or path not in self._numbers else ""
        given = self._given.get((path, name))
        if given is None:
            given = f"c{self._numbers[path]}-{name}"
            while given in self._owners:
                given += "-"
            self._owners[given] = path
            self._given[path, name] = given
            element.attributes["id"] = given
        return given

    def _name_of_all(self, path: str) -> str:
        """The name of a chapter's first block: a note may have a file of its own, which its mark leads to."""
        body = self._bodies.get(path)
        blocks = (
            [child for child in body.children if isinstance(child, Element) and child.tag in BLOCKS] if body else []
        )
        if not blocks:
            return ""
        name = blocks[0].get("id") or f"c{self._numbers[path]}-first"
        if not blocks[0].get("id"):
            blocks[0].attributes["id"] = name
            self._take(blocks[0], path)
        return self._name(path, name)

    def begin_page(self, path: str, fragment: str, label: str) -> None:
        """Have a page begin at an element."""
        element = self._elements.get((path, fragment)) if fragment else self._bodies.get(path)
        if element is None:
            return
        mark = Element("span", {"epub:type": "pagebreak", "title": label})
        if element.tag in ("a", "span", "hr") and element.parent is not None:
            holder, at = element.parent, element.parent.children.index(element)
        else:
            holder, at = element, 0
        mark.parent = holder
        holder.children.insert(at, mark)


def _links(root: Element) -> Iterator[Element]:
    for node in walk(root):
        if isinstance(node, Element) and node.tag == "a" and node.get("href"):
            yield node


def _set_apart(root: Element) -> None:
    """Let what the package says of a chapter hold for all of it, whatever its body element says."""
    for node in walk(root):
        if isinstance(node, Element) and node.tag == "body":
            node.tag = "main"


def _number(root: Element) -> None:
    """Number all elements in the order of the book."""
    elements = [root, *(node for node in walk(root) if isinstance(node, Element))]
    for order, element in enumerate(elements):
        element.order = element.last = order
        for index, child in enumerate(element.children):
            if isinstance(child, Element):
                child.index = index
    for element in reversed(elements):
        if element.parent is not None:
            element.parent.last = max(element.parent.last, element.last)
