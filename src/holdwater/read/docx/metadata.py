"""What a Word file says of itself: title, authors, date, language."""

from __future__ import annotations

from collections.abc import Mapping

from holdwater.read.xml import Element

_FIELDS = (
    ("dc:title", "title"), ("dc:creator", "author"), ("dc:language", "lang"), ("dc:subject", "subject"),
    ("cp:keywords", "keywords"), ("dc:description", "description"),
)  # fmt: skip


def metadata_of(properties: Element | None, title: str, language: str) -> Mapping[str, str]:
    """The metadata of a file's core properties; `title` and `language` are the text's own, for want of others."""
    found: dict[str, str] = {}
    for tag, name in _FIELDS:
        child = properties.first(tag) if properties is not None else None
        words = child.words() if child is not None else ""
        if words:
            found[name] = words
    if "author" in found:
        found["author"] = "; ".join(filter(None, (one.strip() for one in found["author"].split(";"))))
    created = properties.first("dcterms:created") if properties is not None else None
    if created is not None and created.words():
        found["date"] = created.words()[:10]
    for name, words in (("title", title), ("lang", language)):
        if words:
            found.setdefault(name, words)
    return {name: words for name, words in found.items() if words}
