"""What an HTML page says of itself: title, author, date, address, publisher, DOI, language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice

from holdwater.document import Part
from holdwater.read.html.index import HEAD_TAGS, Index
from holdwater.read.html.parts import part_of
from holdwater.read.html.tree import Element, Text, walk, words_of

_NAMES = {
    "citation_title": "title",
    "dc.title": "title",
    "og:title": "title",
    "twitter:title": "title",
    "citation_author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "parsely-author": "author",
    "sailthru.author": "author",
    "author": "author",
    "article:author": "author",
    "byl": "author",
    "citation_publication_date": "date",
    "citation_date": "date",
    "article:published_time": "date",
    "dc.date": "date",
    "dc.date.issued": "date",
    "dcterms.date": "date",
    "dcterms.issued": "date",
    "parsely-pub-date": "date",
    "sailthru.date": "date",
    "date": "date",
    "citation_doi": "doi",
    "prism.doi": "doi",
    "bepress_citation_doi": "doi",
    "dc.identifier": "identifier",
    "og:url": "url",
    "og:site_name": "site",
    "citation_journal_title": "site",
    "citation_publisher": "publisher",
    "dc.publisher": "publisher",
    "description": "description",
    "og:description": "description",
}
_LINKED = {
    "headline": "title",
    "title": "title",
    "name": "title",
    "datePublished": "date",
    "published": "date",
    "author": "author",
    "authors": "author",
    "creator": "author",
    "publisher": "site",
    "doi": "doi",
}
_WORKS = frozenset({"headline", "author", "authors", "datePublished"})
_MAX_VALUE = 1000
_MAX_JSON = 200_000


def metadata_of(index: Index, saved: str = "") -> dict[str, str]:
    """The page's own details, the more careful word first; `saved` is the address that it was saved from.

    Scholarly meta tags speak before JSON-LD, that before other meta tags, and these before what the page's own markup
    names (microdata, hCard, `rel=author`, `<title>`, a lone `<h1>`).
    """
    meta: dict[str, str] = {}
    linked: dict[str, str] = {}
    shown: dict[str, str] = {}
    for element in _telling(index):
        if element.tag == "meta" and not element.get("itemprop"):
            _take_meta(element, meta)
        elif element.tag == "script":
            _take_json(element, linked)
        elif element.tag == "html":
            meta["lang"] = element.get("lang") or element.get("xml:lang")
        elif element.tag == "link" and "canonical" in element.tokens("rel"):
            meta["canonical"] = element.get("href").strip()[:_MAX_VALUE]
        else:
            _take_shown(element, shown)
    found = {**shown, **_ranked(meta), **{key: value for key, value in linked.items() if key != "title"}}
    found.update({key: meta[name] for name, key in _NAMES.items() if name.startswith("citation_") and name in meta})
    title = _ranked(meta).get("title") or linked.get("title") or shown.get("title") or shown.get("heading", "")
    url = meta.get("canonical") or found.get("url", "") or saved
    found.update({"title": title, "url": url, "saved": saved if saved != url else "", "lang": meta.get("lang", "")})
    return {key: value for key, value in found.items() if value and key != "heading"}


_PROPERTIES = {"headline": "heading", "author": "author", "datepublished": "date", "publisher": "site"}
_CLASSES = {"p-name": "heading", "p-author": "author", "dt-published": "date", "entry-title": "heading"}
_FAR = 12


def _telling(index: Index) -> Iterator[Element]:
    """The elements that say something of the page."""
    for node in index.heads:
        if node.tag == "title" and node.parent is not None and node.parent.tag != "head":
            continue
        if node.tag != "script" or _is_json(node):
            yield node
    yield from (node for node in index.classed if node.tag not in HEAD_TAGS and _tells(node))


def _tells(element: Element) -> bool:
    attributes = element.attributes
    return (
        "itemprop" in attributes
        or (element.tag in ("a", "address") and "author" in element.tokens("rel"))
        or ("class" in attributes and not _CLASSES.keys().isdisjoint(element.tokens("class")))
    )


def _is_json(script: Element) -> bool:
    kind = script.get("type").lower()
    return kind == "application/ld+json" or (
        kind == "text/json" and script.parent is not None and script.parent.tag == "d-front-matter"
    )


def _take_shown(element: Element, shown: dict[str, str]) -> None:
    """What an element's own markup says it is: the first of each kind, and nothing out of comments."""
    if element.tag == "title":
        shown.setdefault("title", words_of(element, _MAX_VALUE)[:_MAX_VALUE])
        return
    names = [_PROPERTIES.get(one, "") for one in element.tokens("itemprop")]
    names += [_CLASSES.get(one, "") for one in element.tokens("class")]
    names += ["heading"] if element.tag == "h1" else []
    names += ["author"] if "author" in element.tokens("rel") else []
    for name in filter(None, names):
        if name not in shown and not _in_a_comment(element):
            words = element.get("content") or (element.get("datetime") if name == "date" else "") or _name_in(element)
            shown[name] = " ".join(words.split())[:_MAX_VALUE]


def _name_in(element: Element) -> str:
    """An element's words, or those of the name in it, where it describes a person or a publisher."""
    for node in islice(walk(element), _FAR):
        if isinstance(node, Element) and "name" in node.tokens("itemprop"):
            return node.get("content") or words_of(node, 300)
    return words_of(element, 300)


def _in_a_comment(element: Element) -> bool:
    return any(part_of(one, Part.BODY) is Part.COMMENTS for one in islice(element.ancestors(), _FAR))


def _take_meta(element: Element, meta: dict[str, str]) -> None:
    name = (element.get("name") or element.get("property")).lower()
    value = " ".join(element.get("content").split())[:_MAX_VALUE]
    if name not in _NAMES or not value or (_NAMES[name] == "author" and value.startswith(("http://", "https://"))):
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
        for name, key in _LINKED.items():
            words = _words(entry.get(name))
            if words and not (key in ("author", "site") and words.startswith(("http://", "https://"))):
                found.setdefault(key, words)


def _entries(value: object) -> Iterator[Mapping[str, object]]:
    """The entries of JSON-LD that describe a written work."""
    entries = value if isinstance(value, list) else [value]
    for entry in entries[:50]:
        if not isinstance(entry, dict):
            continue
        graph = entry.get("@graph")
        inner = graph if isinstance(graph, list) else [entry]
        yield from (one for one in inner[:50] if isinstance(one, dict) and not _WORKS.isdisjoint(one))


def _words(value: object) -> str:
    """A JSON-LD value as words: a string, a thing's name, or several of them."""
    if isinstance(value, str):
        return " ".join(value.split())[:_MAX_VALUE]
    if isinstance(value, dict):
        name = value.get("name") or value.get("author")
        return " ".join(name.split())[:_MAX_VALUE] if isinstance(name, str) else ""
    if isinstance(value, list):
        return "; ".join(words for one in value[:20] if not isinstance(one, list) and (words := _words(one)))
    return ""
