"""What the package file of an EPUB says: which chapters there are, in what order, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, normpath
from urllib.parse import unquote

from holdwater.document import Part
from holdwater.errors import ReadError, UnreadableError
from holdwater.read.archive import Archive
from holdwater.read.xml import Element, grow

CONTAINER, ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
}
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
_FONT_KEYS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_NO_TEXT = ("image/", "font/", "audio/", "video/", "text/css", "application/vnd.ms-opentype", "application/font")
_PARTS = {
    "cover": Part.FRONT,
    "title-page": Part.FRONT,
    "titlepage": Part.FRONT,
    "copyright-page": Part.FRONT,
    "colophon": Part.FRONT,
    "imprint": Part.FRONT,
    "loi": Part.FRONT,
    "lot": Part.FRONT,
    "toc": Part.NAVIGATION,
    "bibliography": Part.REFERENCES,
}
_MAX_FALLBACKS = 8


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book as its manifest lists it: its path in the archive ("" if that leads out of it)."""

    path: str
    media_type: str
    properties: frozenset[str] = frozenset()
    fallback: str = ""

    @property
    def is_page(self) -> bool:
        """Whether the file is marked-up text."""
        return self.media_type in _PAGES or (
            self.media_type in ("", "application/xml", "text/xml") and self.path.lower().endswith((".xhtml", ".html"))
        )


@dataclass
class Package:
    """The package file's tree, the manifest by id, the spine in reading order, and what the guide says of files."""

    root: Element
    path: str
    items: dict[str, Item] = field(default_factory=dict)
    spine: list[Item] = field(default_factory=list)
    parts: dict[str, Part] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def navigation(self) -> Item | None:
        """The navigation document of an EPUB 3."""
        return next((item for item in self.items.values() if "nav" in item.properties), None)

    def ncx(self) -> Item | None:
        """The table of contents of an EPUB 2."""
        return next((item for item in self.items.values() if item.media_type == "application/x-dtbncx+xml"), None)


def open_package(archive: Archive, name: str) -> Package:
    """Read the container, the package file it names, and what is said of encryption.

    Raises:
        ReadError: there is no package file, or it is broken. The other two are done without where they are.
        UnreadableError: more is encrypted than fonts.
    """
    unread: list[str] = []
    path = _package_path(archive, name, unread)
    root = grow(archive.text(path), f"{name}/{path}", PREFIXES)
    package = Package(root, path, unread=unread)
    _take_manifest(package)
    _refuse_encrypted(archive, package, name)
    _take_spine(package)
    for reference in _within(root, "guide", "reference"):
        part = _PARTS.get(reference.get("type").lower())
        target, fragment = resolve(path, reference.get("href"))
        if part is not None and target and not fragment:
            package.parts[target] = part
    return package


def resolve(base: str, href: str) -> tuple[str, str]:
    """The path in the archive and the fragment that a link in the file at `base` leads to.

    The path is "" where it leads out of the archive: to another host, to an absolute path, or above the root.
    """
    path, _, fragment = href.strip().partition("#")
    if not path:
        return base, unquote(fragment)
    if ":" in path.split("/", 1)[0] or path.startswith(("/", "\\")):
        return "", ""
    joined = normpath(f"{dirname(base)}/{unquote(path.partition('?')[0])}".lstrip("/"))
    climbs = joined.startswith(("../", "/")) or joined in ("..", ".")
    return ("", "") if climbs or "\x00" in joined else (joined, unquote(fragment))


def _tree(archive: Archive, path: str, name: str, unread: list[str]) -> Element | None:
    """The tree of a file that a book can be read without; None where it has none, or a damaged one."""
    if path not in archive:
        return None
    try:
        return grow(archive.text(path), f"{name}/{path}")
    except ReadError as fault:
        unread.append(f"{path}: {fault.what}")
        return None


def _package_path(archive: Archive, name: str, unread: list[str]) -> str:
    container = _tree(archive, CONTAINER, name, unread)
    for rootfile in container.walk("rootfile") if container is not None else ():
        path, _ = resolve("", rootfile.get("full-path"))
        if path in archive:
            return path
    path = next((member for member in archive.members if member.lower().endswith(".opf")), "")
    if not path:
        raise ReadError("an EPUB without a package file", where=name, mend="fetch or export it again")
    return path


def _within(root: Element, holder: str, tag: str) -> Iterator[Element]:
    for one in root.elements(holder):
        yield from one.elements(tag)


def _take_manifest(package: Package) -> None:
    for element in _within(package.root, "manifest", "item"):
        path, _ = resolve(package.path, element.get("href"))
        item = Item(
            path,
            element.get("media-type").strip().lower(),
            frozenset(element.get("properties").split()),
            element.get("fallback"),
        )
        package.items.setdefault(element.get("id"), item)


def _take_spine(package: Package) -> None:
    """List the spine's files once each, in order, those out of line last."""
    taken: set[str] = set()
    aside: list[Item] = []
    for reference in _within(package.root, "spine", "itemref"):
        named = reference.get("idref")
        item = _page(package.items, named)
        if item is None or not item.path:
            package.unread.append(f"{named[:100]}: named in the spine, but not a text in the archive")
        elif item.path not in taken:
            taken.add(item.path)
            (aside if reference.get("linear").lower() == "no" else package.spine).append(item)
    package.spine += aside
    if not package.spine:
        package.spine = [item for item in package.items.values() if item.is_page and item.path]


def _page(items: Mapping[str, Item], named: str) -> Item | None:
    """The item of this id, or the first of its fallbacks that is text."""
    for _ in range(_MAX_FALLBACKS):
        item = items.get(named)
        if item is None or item.is_page:
            return item
        named = item.fallback
    return None


def _refuse_encrypted(archive: Archive, package: Package, name: str) -> None:
    """Refuse a book in which something else than fonts and pictures is encrypted."""
    encryption = _tree(archive, ENCRYPTION, name, package.unread)
    types = {item.path: item.media_type for item in package.items.values()}
    for data in encryption.walk("EncryptedData") if encryption is not None else ():
        method = data.first("EncryptionMethod")
        if method is not None and method.get("Algorithm") in _FONT_KEYS:
            continue
        paths = [resolve("", reference.get("URI"))[0] for reference in data.walk("CipherReference")]
        if not paths or not all(types.get(path, "").startswith(_NO_TEXT) for path in paths):
            raise UnreadableError("encrypted", where=name, mend="give a copy without copy protection")
