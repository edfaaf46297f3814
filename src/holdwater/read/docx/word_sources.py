"""Word's own list of sources (`b:Sources`), as CSL-JSON by tag."""

from __future__ import annotations

import re
from collections.abc import Mapping

from holdwater.read.xml import Element

_TYPES = {
    "Book": "book", "BookSection": "chapter", "JournalArticle": "article-journal", "ArticleInAPeriodical":
    "article-magazine", "ConferenceProceedings": "paper-conference", "Report": "report", "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage", "Case": "legal_case", "Interview": "interview", "Film": "motion_picture",
    "Patent": "patent",
}  # fmt: skip
_FIELDS = (
    ("Title", "title"), ("Publisher", "publisher"), ("City", "publisher-place"), ("Volume", "volume"),
    ("Issue", "issue"), ("Pages", "page"), ("Edition", "edition"), ("URL", "URL"), ("DOI", "DOI"),
    ("StandardNumber", "number"), ("JournalName", "container-title"), ("BookTitle", "container-title"),
    ("PeriodicalTitle", "container-title"), ("InternetSiteTitle", "container-title"),
    ("ConferenceName", "container-title"), ("Institution", "publisher"), ("Comments", "note"),
)  # fmt: skip
_PEOPLE = (("Author", "author"), ("Editor", "editor"), ("Translator", "translator"), ("BookAuthor", "container-author"))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def word_sources(root: Element) -> Mapping[str, Mapping[str, object]]:
    """The works of a `b:Sources` part by their tags; none of any other part."""
    found: dict[str, Mapping[str, object]] = {}
    for source in root.elements("b:Source") if root.tag == "b:Sources" else ():
        tag = _words(source, "b:Tag")
        if tag:
            found.setdefault(tag, {"id": tag, **_csl(source)})
    return found


def _words(element: Element, tag: str) -> str:
    child = element.first(tag)
    return child.words() if child is not None else ""


def _csl(source: Element) -> dict[str, object]:
    csl: dict[str, object] = {"type": _TYPES.get(_words(source, "b:SourceType"), "document")}
    for theirs, ours in _FIELDS:
        words = _words(source, f"b:{theirs}")
        if words:
            csl.setdefault(ours, words)
    for theirs, ours in _PEOPLE:
        people = source.first("b:Author", f"b:{theirs}")
        named = _named(people) if people is not None else []
        if named:
            csl[ours] = named
    return csl | _issued(source)


def _named(people: Element) -> list[dict[str, str]]:
    body = _words(people, "b:Corporate")
    if body:
        return [{"literal": body}]
    named = []
    for person in people.walk("b:Person"):
        given = " ".join(filter(None, (_words(person, "b:First"), _words(person, "b:Middle"))))
        one = {"family": _words(person, "b:Last"), "given": given}
        named.append({key: words for key, words in one.items() if words})
    return [one for one in named if one]


def _issued(source: Element) -> dict[str, object]:
    year = re.match(r"\d{4}(?!\d)", _words(source, "b:Year"))
    if not year:
        return {}
    parts = [int(year[0])]
    month = _words(source, "b:Month").lower()
    number = int(month) if month.isdecimal() and len(month) < 3 else 0
    number = number or next((at for at, name in enumerate(_MONTHS, 1) if month.startswith(name)), 0)
    if 0 < number < 13:
        parts.append(number)
        day = _words(source, "b:Day")
        if day.isdecimal() and len(day) < 3:
            parts.append(int(day))
    return {"issued": {"date-parts": [parts]}}
