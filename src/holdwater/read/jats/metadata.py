"""What an article or a book says of itself: title, authors, date, journal, identifiers."""

from __future__ import annotations

from holdwater.read.xml import Element

_METAS = (
    ("front", "article-meta"),
    ("front-stub",),
    ("book-meta",),
    ("book-part-meta",),
    ("book-part", "book-part-meta"),
)
_IDS = {"doi": "doi", "pmid": "pmid", "pmc": "pmcid", "pmcid": "pmcid", "isbn": "isbn"}
_DATES = ("epub", "pub", "epub-ppub", "ppub", "collection", "epreprint")
_MAX_VALUE = 1000


def metadata_of(whole: Element) -> dict[str, str]:
    """Title, author (joined by "; "), date, lang, journal, publisher, volume, issue, page, and identifiers."""
    meta = next((one for path in _METAS if (one := whole.first(*path)) is not None), whole)
    journal = whole.first("front", "journal-meta")
    found = {
        "title": _title(meta),
        "author": "; ".join(_authors(meta))[:_MAX_VALUE],
        "date": _date(meta),
        "lang": whole.get("lang"),
        "journal": _within(journal, ("journal-title-group", "journal-title"), ("journal-title",)),
        "publisher": _within(journal, ("publisher", "publisher-name"))
        or _within(meta, ("publisher", "publisher-name")),
        "volume": _within(meta, ("volume",)),
        "issue": _within(meta, ("issue",)),
        "page": "\u2013".join(words for tag in ("fpage", "lpage") if (words := _within(meta, (tag,)))),
        "isbn": _within(meta, ("isbn",)),
    }
    for element in meta.elements("article-id", "book-id", "book-part-id"):
        kind = element.get("pub-id-type") or element.get("book-id-type") or element.get("book-part-id-type")
        if kind in _IDS and not found.get(_IDS[kind]):
            found[_IDS[kind]] = element.words()
    return {key: value[:_MAX_VALUE] for key, value in found.items() if value}


def _title(meta: Element) -> str:
    groups = [meta.first(name) for name in ("title-group", "book-title-group")]
    group = next((one for one in groups if one is not None), meta)
    titles = [_shown(one) for one in group.elements("article-title", "book-title", "title", "subtitle")]
    return ": ".join(words.rstrip(": ") for words in titles[:3] if words)


def _shown(title: Element) -> str:
    """A title's words without its notes and marks."""
    marked = {text for tag in ("fn", "xref") for one in title.walk(tag) for text in one.texts()}
    return " ".join("".join(text.value for text in title.texts() if text not in marked).split())


def _within(holder: Element | None, *paths: tuple[str, ...]) -> str:
    for path in paths:
        found = holder.first(*path) if holder is not None else None
        if found is not None:
            return found.words()[:_MAX_VALUE]
    return ""


def _authors(meta: Element) -> list[str]:
    names: list[str] = []
    for group in meta.elements("contrib-group"):
        for contrib in group.elements("contrib"):
            if contrib.get("contrib-type") in ("author", ""):
                name = _name(contrib)
                if name:
                    names.append(name)
    return names


def _name(contrib: Element) -> str:
    holder = contrib.first("name-alternatives") or contrib
    for tag in ("name", "string-name", "collab"):
        name = holder.first(tag)
        if name is not None:
            surname, given = name.first("surname"), name.first("given-names")
            if surname is None and given is None:
                return name.words()[:200]
            return " ".join(part.words() for part in (given, surname, name.first("suffix")) if part is not None)
    return ""


def _date(meta: Element) -> str:
    dates = {(one.get("pub-type") or one.get("date-type")).lower(): one for one in meta.elements("pub-date")}
    chosen = next((dates[kind] for kind in _DATES if kind in dates), None) or next(iter(dates.values()), None)
    if chosen is None:
        return ""
    year = _within(chosen, ("year",))
    if not year and chosen.get("iso-8601-date"):
        return chosen.get("iso-8601-date")
    month, day = _within(chosen, ("month",)), _within(chosen, ("day",))
    if month.isdecimal() and day.isdecimal():
        return f"{year}-{int(month):02d}-{int(day):02d}"
    return f"{year}-{int(month):02d}" if month.isdecimal() else year
