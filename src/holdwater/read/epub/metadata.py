"""What an EPUB's package file says of the book: title, authors, date, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.patterns import waiting
from holdwater.read.epub.package import Package
from holdwater.read.xml import Element

_MAX_VALUE = 1000
_AUTHORS = frozenset({"aut", "author", ""})
_DOI = waiting(r"(?:doi:|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S{1,200})", re.I)
_ISBN = waiting(r"(?:urn:)?(?:isbn[:\s]*)?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])", re.I)


def metadata_of(package: Package) -> dict[str, str]:
    """Title, author (joined by "; "), date, lang, publisher, and the identifiers that are known: isbn, doi, url."""
    found: dict[str, str] = {}
    roles = _refinements(package.root, "role")
    types = _refinements(package.root, "title-type")
    titles: list[str] = []
    authors: list[str] = []
    others: list[str] = []
    for element in _described(package.root):
        words = element.words()[:_MAX_VALUE]
        named = element.get("id")
        if not words:
            continue
        if element.tag == "dc:title":
            main = types.get(named, {"main"}) & {"main"}
            titles.insert(0 if main and len(types) else len(titles), words)
        elif element.tag == "dc:creator":
            role = roles.get(named) or {_role(element)}
            (authors if role & _AUTHORS else others).append(words)
        elif element.tag == "dc:identifier":
            _identify(words, element, found)
        elif element.tag == "dc:date":
            if _event(element) in ("", "publication", "original-publication"):
                found.setdefault("date", words)
        elif element.tag in ("dc:language", "dc:publisher", "dc:description"):
            key = element.tag.removeprefix("dc:")
            found.setdefault("lang" if key == "language" else key, words)
    found["title"] = titles[0] if titles else ""
    found["author"] = "; ".join(authors or others)[:_MAX_VALUE]
    return {key: value for key, value in found.items() if value}


def _described(root: Element) -> Iterator[Element]:
    for metadata in root.elements("metadata"):
        yield from (one for one in metadata.walk() if one.tag.startswith("dc:"))


def _refinements(root: Element, wanted: str) -> dict[str, set[str]]:
    """What `meta` elements say of others, by the id of the element they refine."""
    found: dict[str, set[str]] = {}
    for metadata in root.elements("metadata"):
        for meta in metadata.elements("meta"):
            if meta.get("property") == wanted and meta.get("refines").startswith("#"):
                found.setdefault(meta.get("refines")[1:], set()).add(meta.words().lower())
    return found


def _role(element: Element) -> str:
    return element.get("role").lower()


def _event(element: Element) -> str:
    return element.get("event").lower()


def _identify(words: str, element: Element, found: dict[str, str]) -> None:
    scheme = element.get("scheme").lower()
    doi, isbn = _DOI.fullmatch(words), _ISBN.fullmatch(words)
    if doi:
        found.setdefault("doi", doi[1])
    elif isbn and (scheme == "isbn" or "isbn" in words.lower() or len(re.sub(r"\D", "", isbn[1])) == 13):
        found.setdefault("isbn", re.sub(r"[- ]", "", isbn[1]).upper())
    elif words.startswith(("http://", "https://", "url:http")):
        found.setdefault("url", words.removeprefix("url:"))
