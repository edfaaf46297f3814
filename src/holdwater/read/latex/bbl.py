r"""The bibliography that biblatex and biber prepare (`.bbl` with `\entry`), as CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.patterns import waiting
from holdwater.read.bibtex_fields import TYPES
from holdwater.read.bibtex_text import plain
from holdwater.read.latex.tex import Tex

_ENTRY = waiting(r"\\entry\{([^{}]{1,300})\}\{(\w{1,40})\}")
_FIELD = waiting(r"\\(?:field|strng|verb)\{(\w{1,40})\}")
_NAME = waiting(r"\\name\{(author|editor|translator)\}")
_PERSON = waiting(r"\b(family|given|prefix)=")
_VERB = waiting(r"\s*\\verb[ ]([^\n]{0,2000})")
_LIST = waiting(r"\\list\{(publisher|location|institution)\}\{\d{1,3}\}")
_PAGES = waiting(r"\\bibrangedash\s?")
_FIELDS = {
    "title": "title", "journaltitle": "container-title", "booktitle": "container-title", "volume": "volume",
    "number": "number", "edition": "edition", "pages": "page", "doi": "DOI", "url": "URL", "isbn": "ISBN",
}  # fmt: skip
_LISTS = {"publisher": "publisher", "institution": "publisher", "location": "publisher-place"}
_MAX_ENTRY = 50_000


def bbl_items(text: str) -> Iterator[dict[str, object]]:
    """The works of a prepared bibliography."""
    heads = list(_ENTRY.finditer(text))
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else len(text)
        yield _item(head[1], head[2], Tex(text[head.end() : min(end, head.end() + _MAX_ENTRY)]))


def _item(key: str, kind: str, tex: Tex) -> dict[str, object]:
    item: dict[str, object] = {"id": key, "type": TYPES.get(kind.lower(), "document")}
    date: dict[str, int] = {}
    for name, value in _fields(tex):
        if name in ("year", "month", "day") and value.isdigit():
            date.setdefault(name, int(value[:4]))
        elif name == "subtitle":
            item["title"] = f"{item.get('title', '')}: {value}"
        elif name in _FIELDS:
            item.setdefault(_FIELDS[name], value)
    for found in _LIST.finditer(tex.text):
        if value := _first(tex, found.end()):
            item.setdefault(_LISTS[found[1]], value)
    for found in _NAME.finditer(tex.text):
        if people := _people(tex, found.end()):
            item[found[1]] = people
    if "year" in date:
        parts = [date[name] for name in ("year", "month", "day") if name in date]
        item["issued"] = {"date-parts": [parts]}
    return item


def _fields(tex: Tex) -> Iterator[tuple[str, str]]:
    for found in _FIELD.finditer(tex.text):
        verb = _VERB.match(tex.text, found.end())
        if verb:
            yield found[1], verb[1].strip()
            continue
        value = tex.braced(found.end())
        if value is not None:
            yield found[1], plain(_PAGES.sub("–", tex.of(value)))


def _first(tex: Tex, at: int) -> str:
    outer = tex.braced(at)
    inner = tex.braced(outer.start) if outer else None
    return plain(tex.of(inner or outer))


def _people(tex: Tex, at: int) -> list[dict[str, object]]:
    number = tex.braced(at)
    options = tex.braced(number.after) if number else None
    names = tex.braced(options.after) if options else None
    people: list[dict[str, object]] = []
    at = names.start if names else 0
    while names is not None and len(people) < 200 and (one := tex.braced(at)) is not None and one.end < names.end:
        person = {}
        for found in _PERSON.finditer(tex.text, one.start, one.end):
            value = tex.braced(found.end())
            if value is not None:
                person[found[1]] = plain(tex.of(value))
        if "prefix" in person:
            person["family"] = f"{person.pop('prefix')} {person.get('family', '')}".strip()
        people.append(dict(person) if "given" in person else {"literal": person.get("family", "")})
        at = one.after
    return [one for one in people if any(one.values())]
