"""Citations of Papers: the XML that its fields carry, as CSL-JSON."""

from __future__ import annotations

from holdwater.errors import ReadError
from holdwater.patterns import waiting
from holdwater.read.docx.items import Item
from holdwater.read.xml import Element, grow

_BEGIN, _END = "<citation>", "</citation>"
_FIELDS = (
    ("title", "title"), ("volume", "volume"), ("number", "issue"), ("doi", "DOI"), ("url", "URL"),
    ("publisher", "publisher"), ("place", "publisher-place"),
)  # fmt: skip
_DATE = waiting(r"99(\d{4})\d*")
"""A date is a number: 99, the year, the month, the day, the hour …, the missing ones 0."""


def papers_items(data: str) -> list[Item]:
    """The works that a field's XML cites; none where it is damaged."""
    start, end = data.find(_BEGIN), data.rfind(_END)
    if not 0 <= start < end:
        return []
    try:
        root = grow(data[start : end + len(_END)], "citation")
    except ReadError:
        return []
    return [_item(one) for held in root.elements("publications") for one in held.elements("publication")]


def _words(element: Element, *path: str) -> str:
    found = element.first(*path)
    return found.words() if found is not None else ""


def _item(publication: Element) -> Item:
    csl: dict[str, object] = {ours: words for theirs, ours in _FIELDS if (words := _words(publication, theirs))}
    container = _words(publication, "bundle", "publication", "title")
    csl["type"] = "article-journal" if container and "volume" in csl else "chapter" if container else "book"
    if container:
        csl["container-title"] = container
    pages = [_words(publication, tag) for tag in ("startpage", "endpage")]
    if pages[0]:
        csl["page"] = "-".join(filter(None, pages))
    year = _DATE.fullmatch(_words(publication, "publication_date"))
    if year:
        csl["issued"] = {"date-parts": [[int(year[1])]]}
    for held, ours in (("authors", "author"), ("editors", "editor")):
        people = publication.first(held)
        named = [_person(one) for one in people.elements("author", "editor")] if people is not None else []
        if any(named):
            csl[ours] = [one for one in named if one]
    return Item(_words(publication, "uuid") or f"{csl.get('title')}", csl)


def _person(person: Element) -> dict[str, str]:
    given = " ".join(filter(None, (_words(person, "firstName"), _words(person, "middleNames"))))
    one = {"family": _words(person, "lastName"), "given": given}
    return {key: words for key, words in one.items() if words}
