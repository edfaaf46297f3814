"""What pandoc says of a document: its title, authors, date; and the works it lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdwater.document import Record, Span
from holdwater.read.pandoc.tree import as_list, kind, nodes, plain

_KEPT = {
    "title": "title", "subtitle": "subtitle", "author": "author", "date": "date", "lang": "lang", "doi": "doi",
    "url": "url", "publisher": "publisher", "language": "lang", "keywords": "keywords", "creator": "author",
}  # fmt: skip
_MAX_VALUE = 1000
_MAX_DEPTH = 20


def metadata_of(meta: object) -> dict[str, str]:
    """Title, author, date and the like, by the names that documents have for them."""
    found: dict[str, str] = {}
    if isinstance(meta, Mapping):
        for name, key in _KEPT.items():
            words = "; ".join(filter(None, _words(meta.get(name))))[:_MAX_VALUE]
            if words:
                found.setdefault(key, words)
    return found


def _words(value: object, depth: int = 0) -> Iterator[str]:
    """The words of a value, of each in a list."""
    if not isinstance(value, Mapping) or depth > _MAX_DEPTH:
        return
    sort, content = kind(value), value.get("c")
    if sort == "MetaString" and isinstance(content, str):
        yield content
    elif sort == "MetaInlines":
        yield plain(nodes(content))
    elif sort == "MetaBlocks":
        yield " ".join(plain(nodes(one.get("c"))) for one in nodes(content))
    elif sort == "MetaList":
        for one in as_list(content):
            yield from _words(one, depth + 1)
    elif sort == "MetaMap" and isinstance(content, Mapping):
        yield from _words(content.get("name"), depth + 1)


def records_of(meta: object) -> list[Record]:
    """The works that a document lists under `references`, as CSL-JSON."""
    listed = meta.get("references") if isinstance(meta, Mapping) else None
    works = as_list(listed.get("c")) if isinstance(listed, Mapping) else []
    found: list[Record] = []
    for work in works:
        csl = _value(work)
        if isinstance(csl, dict):
            found.append(Record(str(csl.get("id", "")), Span(0, 0), csl))
    return found


def _value(value: object, depth: int = 0) -> object:
    if not isinstance(value, Mapping) or depth > _MAX_DEPTH:
        return ""
    sort, content = kind(value), value.get("c")
    if sort == "MetaMap" and isinstance(content, Mapping):
        return {str(key): _value(one, depth + 1) for key, one in content.items()}
    if sort == "MetaList":
        return [_value(one, depth + 1) for one in as_list(content)]
    if sort == "MetaBool":
        return content is True
    return " ".join(_words(value))
