"""What an HTML page says of itself: title, author, date, address, publisher, DOI, language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from holdwater.read.html.tree import Element, Text, walk, words_of

_NAMES = {
    "citation_title": "title",
    "dc.title": "title",
    "og:title": "title",
    "twitter:title": "title",
    "citation_author": "author",
    "dc.creator": "author",
    "author": "author",
    "article:author": "author",
    "citation_publication_date": "date",
    "citation_date": "date",
    "article:published_time": "date",
    "dc.date": "date",
    "date": "date",
    "citation_doi": "doi",
    "dc.identifier": "identifier",
    "og:url": "url",
    "og:site_name": "site",
    "citation_journal_title": "site",
    "citation_publisher": "publisher",
    "dc.publisher": "publisher",
    "description": "description",
    "og:description": "description",
}
_MAX_VALUE = 1000
_MAX_JSON = 200_000


def metadata_of(root: Element) -> dict[str, str]:
    """The page's own details, the more careful word first: scholarly meta tags, JSON-LD, OpenGraph, `<title>`."""
    meta: dict[str, str] = {}
    linked: dict[str, str] = {}
    titles: list[str] = []
    for element in _head_elements(root):
        if element.tag == "meta":
            _take_meta(element, meta)
        elif element.tag == "title" and not titles:
            titles.append(words_of(element, _MAX_VALUE)[:_MAX_VALUE])
        elif element.tag == "link" and "canonical" in element.tokens("rel"):
            meta["canonical"] = element.get("href").strip()[:_MAX_VALUE]
        elif element.tag == "script" and element.get("type").lower() == "application/ld+json":
            _take_json(element, linked)
        elif element.tag == "html":
            meta["lang"] = element.get("lang") or element.get("xml:lang")
    found = {**_ranked(meta), **{key: value for key, value in linked.items() if key not in ("title",)}}
    found.update({key: meta[name] for name, key in _NAMES.items() if name.startswith("citation_") and name in meta})
    title = found.get("title") or linked.get("title") or (titles[0] if titles else "")
    found.update({"title": title, "url": meta.get("canonical") or found.get("url", ""), "lang": meta.get("lang", "")})
    return {key: value for key, value in found.items() if value}


def _head_elements(root: Element) -> Iterator[Element]:
    for node in walk(root):
        if isinstance(node, Element) and node.tag in ("meta", "title", "link", "script", "html"):
            if node.tag == "title" and node.parent is not None and node.parent.tag != "head":
                continue
            yield node


def _take_meta(element: Element, meta: dict[str, str]) -> None:
    name = (element.get("name") or element.get("property")).lower()
    value = " ".join(element.get("content").split())[:_MAX_VALUE]
    if name not in _NAMES or not value:
        return
    if _NAMES[name] == "author" and name in meta and len(meta[name]) < _MAX_VALUE:
        meta[name] = f"{meta[name]}; {value}"
    else:
        meta.setdefault(name, value)


def _ranked(meta: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, key in _NAMES.items():
        if name in meta:
            found.setdefault(key, meta[name])
    return found


def _take_json(element: Element, found: dict[str, str]) -> None:
    text = "".join(node.value for node in element.children if isinstance(node, Text))
    if len(text) > _MAX_JSON:
        return
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return
    for entry in _entries(value):
        for name, key in (
            ("headline", "title"),
            ("datePublished", "date"),
            ("author", "author"),
            ("publisher", "site"),
        ):
            words = _words(entry.get(name))
            if words:
                found.setdefault(key, words)


def _entries(value: object) -> Iterator[Mapping[str, object]]:
    """The entries of JSON-LD that describe a written work."""
    entries = value if isinstance(value, list) else [value]
    for entry in entries[:50]:
        if not isinstance(entry, dict):
            continue
        graph = entry.get("@graph")
        inner = graph if isinstance(graph, list) else [entry]
        yield from (one for one in inner[:50] if isinstance(one, dict) and ("headline" in one or "author" in one))


def _words(value: object) -> str:
    """A JSON-LD value as words: a string, a thing's name, or several of them."""
    if isinstance(value, str):
        return " ".join(value.split())[:_MAX_VALUE]
    if isinstance(value, dict):
        name = value.get("name")
        return " ".join(name.split())[:_MAX_VALUE] if isinstance(name, str) else ""
    if isinstance(value, list):
        return "; ".join(words for one in value[:20] if not isinstance(one, list) and (words := _words(one)))
    return ""
