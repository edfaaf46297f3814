"""EndNote's citations: the XML that its fields carry, as CSL-JSON."""

from __future__ import annotations

import re

from holdwater.errors import ReadError
from holdwater.read.docx.items import Item, located
from holdwater.read.xml import Element, grow

_BEGIN, _END = "<EndNote>", "</EndNote>"
_TYPES = {
    "journal article": "article-journal", "book": "book", "book section": "chapter", "edited book": "book",
    "newspaper article": "article-newspaper", "thesis": "thesis", "report": "report", "web page": "webpage",
    "magazine article": "article-magazine", "conference paper": "paper-conference", "case": "legal_case",
}  # fmt: skip
_FIELDS = (
    ("volume", "volume"), ("number", "issue"), ("pages", "page"), ("publisher", "publisher"), ("isbn", "ISBN"),
    ("pub-location", "publisher-place"), ("edition", "edition"), ("electronic-resource-num", "DOI"),
)  # fmt: skip


def endnote_items(data: str) -> list[Item]:
    """The works that a field's XML cites; none where it is damaged."""
    start = data.find(_BEGIN)
    end = data.find(_END, start)
    if start < 0 or end < 0:
        return []
    try:
        root = grow(data[start : end + len(_END)], "citation")
    except ReadError:
        return []
    return [_item(one) for one in root.elements("Cite")]


def _words(element: Element | None, *path: str) -> str:
    found = element.first(*path) if element is not None else None
    return found.words() if found is not None else ""


def _item(cite: Element) -> Item:
    record = cite.first("record")
    csl = _csl(record) if record is not None else {}
    if not csl:
        csl = _short(cite)
    number = _words(cite, "RecNum") or _words(record, "rec-number")
    key = record.first("foreign-keys", "key") if record is not None else None
    base = key.get("db-id") if key is not None else ""
    identity = f"{base}:{number}" if number else f"{_words(cite, 'Author')}:{_words(cite, 'Year')}:{csl.get('title')}"
    csl["id"] = number or f"{_words(cite, 'Author')}{_words(cite, 'Year')}"
    return Item(identity, csl, located("page", _words(cite, "Pages")) or _words(cite, "Suffix").lstrip(" ,:"))


def _short(cite: Element) -> dict[str, object]:
    """What the citation says of the work where the field has no record of it."""
    csl: dict[str, object] = {}
    if _words(cite, "Author"):
        csl["author"] = [{"family": _words(cite, "Author")}]
    return csl | _issued(_words(cite, "Year"))


def _issued(year: str) -> dict[str, object]:
    found = re.search(r"\d{4}", year)
    return {"issued": {"date-parts": [[int(found[0])]]}} if found else {}


def _csl(record: Element) -> dict[str, object]:
    kind = record.first("ref-type")
    csl: dict[str, object] = {"type": _TYPES.get(kind.get("name").lower() if kind is not None else "", "document")}
    for people, ours in (("authors", "author"), ("secondary-authors", "editor")):
        listed = record.first("contributors", people)
        named = [_person(one.words()) for one in listed.elements("author")] if listed is not None else []
        if named:
            csl[ours] = named
    title = _words(record, "titles", "title")
    container = _words(record, "titles", "secondary-title") or _words(record, "periodical", "full-title")
    csl |= {key: words for key, words in (("title", title), ("container-title", container)) if words}
    csl |= {ours: _words(record, theirs) for theirs, ours in _FIELDS if _words(record, theirs)}
    csl |= _issued(_words(record, "dates", "year"))
    address = _words(record, "urls", "related-urls", "url")
    return csl | ({"URL": address} if address else {})


def _person(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": name}
