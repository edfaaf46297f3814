"""OpenURL descriptions of works (COinS), as MediaWiki and library catalogues hide them in pages, as CSL-JSON."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

from holdwater.patterns import waiting

_MAX = 20_000  # characters of one description
_MAX_FIELDS = 200
_TYPES = {
    "article": "article-journal",
    "preprint": "article",
    "proceeding": "paper-conference",
    "conference": "paper-conference",
    "book": "book",
    "bookitem": "chapter",
    "report": "report",
    "document": "document",
    "dissertation": "thesis",
    "patent": "patent",
}
_FIELDS = {
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "pub": "publisher",
    "place": "publisher-place",
    "isbn": "ISBN",
    "issn": "ISSN",
    "series": "collection-title",
    "inst": "publisher",
    "number": "number",
}
_DATE = waiting(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_RANGE = waiting(r"\s*[-–—]+\s*")


def csl_of(openurl: str) -> dict[str, object]:
    """The work that an OpenURL describes, as CSL-JSON without an id; {} where it describes none."""
    try:
        found = parse_qs(openurl[:_MAX], max_num_fields=_MAX_FIELDS)
    except ValueError:
        return {}
    said = {name.removeprefix("rft."): values for name, values in found.items() if name.startswith("rft")}
    values = {name: " ".join(some[0].split()) for name, some in said.items()}
    item: dict[str, object] = {**_titles(values)}
    if not item:
        return {}
    item["type"] = _type(values, item)
    people = _people(said)
    if people:
        item["author"] = people
    issued = _DATE.match(values.get("date", ""))
    if issued:
        item["issued"] = {"date-parts": [[int(part) for part in issued.groups() if part]]}
    item.update({csl: values[name] for name, csl in _FIELDS.items() if values.get(name)})
    item.update(_pages(values))
    item.update(_identifiers(said.get("rft_id", [])))
    return item


def _titles(values: Mapping[str, str]) -> dict[str, object]:
    title = values.get("atitle") or values.get("btitle") or values.get("title") or values.get("jtitle")
    holder = values.get("jtitle") or values.get("stitle") or (values.get("btitle") if values.get("atitle") else "")
    if not title:
        return {}
    return {"title": title, "container-title": holder} if holder and holder != title else {"title": title}


def _type(values: Mapping[str, str], item: Mapping[str, object]) -> str:
    genre = values.get("genre", "")
    if genre in _TYPES:
        return "chapter" if genre == "book" and "container-title" in item else _TYPES[genre]
    format_ = values.get("rft_val_fmt", "")
    if genre == "unknown":
        return "webpage"
    return "book" if format_.endswith(":book") else "article-journal" if format_.endswith(":journal") else "document"


def _people(said: Mapping[str, list[str]]) -> list[dict[str, str]]:
    names = [_person(" ".join(name.split())) for name in said.get("au", [])[:50] if name.strip()]
    last, first = said.get("aulast", [""])[0].strip(), said.get("aufirst", said.get("auinit", [""]))[0].strip()
    if last:
        own = {"family": last, "given": first} if first else {"family": last}
        if not names or (names[0] != own and last not in str(names[0])):
            names.insert(0, own)
    if not names:
        names = [{"literal": name} for name in said.get("aucorp", [])[:50] if name.strip()]
    return names


def _person(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma and given.strip() else {"literal": name}


def _pages(values: Mapping[str, str]) -> dict[str, object]:
    first, last = values.get("spage", ""), values.get("epage", "")
    pages = f"{first}-{last}" if first and last and first != last else first or values.get("pages", "")
    return {"page": _RANGE.sub("-", pages)} if pages else {}


def _identifiers(ids: list[str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for one in ids:
        if one.startswith("info:doi/"):
            found.setdefault("DOI", one.removeprefix("info:doi/"))
        elif one.startswith("info:pmid/"):
            found.setdefault("PMID", one.removeprefix("info:pmid/"))
        elif one.startswith(("http://", "https://")):
            found.setdefault("URL", one.partition("#")[0] if "#id-name" in one else one)
    return found
