"""RIS files read into CSL-JSON items, and written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from holdwater.errors import CatalogueError
from holdwater.patterns import waiting
from holdwater.sources.exchange import ris_tags
from holdwater.sources.exchange.dates import Date, csl_date, date_of, date_of_ris, ris_of
from holdwater.sources.exchange.names import name_of_ris, names_of, ris_name

MAX_RECORDS = 100_000
MAX_RECORD = 4_000_000
"""Characters of one record; an abstract and all of its keywords come to a thousandth of that."""

_LINE = waiting(r"([A-Z][A-Z0-9])\s{1,3}-(?:\s(.*)|)\s*", re.DOTALL)
_BREAK = waiting(r"\r\n|\r|\n")
_ISSN = waiting(r"(?:ISSN:?\s*)?\d{4}-?\d{3}[\dXx]\b(?!-?\d)", re.ASCII)
_DOI = waiting(r"10\.\d{4,9}/\S{1,500}", re.ASCII)
_RANGE = waiting(r"([^\s,;&-]+)-([^\s,;&-]+)")
_MOST_PEOPLE = 5_000
_TAG_OF = {variable: tag for tag, variable in reversed(ris_tags.TAGS.items())}
_TYPE_OF = {csl: ris for ris, csl in ris_tags.TYPES.items()} | ris_tags.FIRST_CHOICE

_Record = list[tuple[str, str]]


def read_ris(text: str, where: str) -> list[dict[str, object]]:
    """The records of a RIS file as CSL-JSON items, each with the `files` that it names.

    Lines that begin with no tag carry the value before them on; a record without its `ER` ends where the next begins.

    Raises:
        CatalogueError: there is no record in it, there are more than `MAX_RECORDS`, or one is longer than `MAX_RECORD`.
    """
    found: list[dict[str, object]] = []
    for record in _records(text, where):
        if len(found) >= MAX_RECORDS:
            raise CatalogueError(f"more than {MAX_RECORDS:,} records", where=where, mend="split the list")
        found.append(_item(record))
    if not found and text.strip():
        raise CatalogueError("no RIS record in it", where=where, mend="records begin with a line `TY  - …`")
    return found


def _records(text: str, where: str) -> Iterator[_Record]:
    record: list[tuple[str, list[str]]] = []
    begun = size = 0
    for number, line in enumerate(_BREAK.split(text), 1):
        tagged = _LINE.fullmatch(line.lstrip("\ufeff \t"))
        tag = tagged[1] if tagged else ""
        if tag in ("TY", "ER") and record:
            yield _joined(record)
            record = []
        if not record:
            begun, size = number, 0
        size += len(line)
        if size > MAX_RECORD:
            what = f"line {begun}: a record larger than {MAX_RECORD // 1_000_000} MB"
            raise CatalogueError(what, where=where, mend="shorten it, or end each record with `ER`")
        if tagged and (record or tag == "TY") and tag != "ER":
            record.append((tag, [(tagged[2] or "").strip()]))
        elif not tagged and record and line.strip():
            record[-1][1].append(line.strip())
    if record:
        yield _joined(record)


def _joined(record: list[tuple[str, list[str]]]) -> _Record:
    return [(tag, " ".join(lines).strip()) for tag, lines in record]


def _item(record: _Record) -> dict[str, object]:
    kind = record[0][1].upper()
    item: dict[str, object] = {"type": ris_tags.TYPES.get(kind, "document")}
    values: dict[str, list[str]] = {}
    for tag, value in record[1:]:
        if value:
            values.setdefault(tag, []).append(value)
    for tag, variable in ris_tags.TAGS.items():
        if tag in values:
            item.setdefault(
                variable, ris_tags.JOINED[tag].join(values[tag]) if tag in ris_tags.JOINED else values[tag][0]
            )
    _settle(item, kind, values)
    item |= _people(record)
    for tag, variable in ris_tags.DATES.items():
        if tag in values and (date := csl_date(date_of_ris(values[tag][0]))):
            item.setdefault(variable, date)
    return item


def _settle(item: dict[str, object], kind: str, values: Mapping[str, list[str]]) -> None:
    """What a tag says where that depends on the type or on other tags."""
    if "BT" in values:  # the title of a book as a whole, or of the book that a chapter stands in (2001)
        is_whole = kind in ris_tags.SERIES_IN_T2 or "title" not in item
        item.setdefault("title" if is_whole else "container-title", values["BT"][0])
    if kind in ris_tags.SERIES_IN_T2 and "collection-title" not in item and "container-title" in item:
        item["collection-title"] = item.pop("container-title")
    if kind in ("CPAPER", "CONF") and "C3" in values:
        if "container-title" in item:
            item["event-title"] = item["container-title"]
        item["container-title"] = values["C3"][0]
    if kind in ris_tags.IN_SERIES and "number" in item:
        item["collection-number"] = item.pop("number")
    if kind in ris_tags.SERIALS and "C2" in values:
        item["PMCID"] = values["C2"][0]
    if _DOI.fullmatch(str(item.get("genre", ""))) and "DOI" not in item:  # where publishers wrote it before `DO`
        item["DOI"] = item.pop("genre")
    item |= _pages(kind, values) | _numbers(kind, values.get("SN", []))
    files = [path for tag in ("L1", "L2") for value in values.get(tag, []) for path in _paths(value)]
    addresses = [one for tag in ("L1", "L2", "L3") for one in values.get(tag, []) if _is_address(one)]
    if files:
        item["files"] = files
    if addresses:
        item.setdefault("URL", addresses[0])


def _pages(kind: str, values: Mapping[str, list[str]]) -> dict[str, object]:
    first, last = values.get("SP", [""])[0], values.get("EP", [""])[0]
    if not first:
        return {}
    if last:
        return {"page": f"{first}-{last}"}
    return {"number-of-pages" if kind in ris_tags.PAGES_IN_SP else "page": first}


def _numbers(kind: str, written: Iterable[str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for number in written:
        digits = re.sub(r"[^\dXx]", "", number)
        is_serial = _ISSN.match(number) is not None or (len(digits) < 10 and kind in ris_tags.SERIALS)
        found.setdefault("ISSN" if is_serial else "ISBN", number)
    return found


def _people(record: _Record) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for tag, value in record:
        people = found.setdefault(ris_tags.PEOPLE[tag], []) if tag in ris_tags.PEOPLE else []
        if tag in ris_tags.PEOPLE and len(people) < _MOST_PEOPLE and (name := name_of_ris(value)):
            people.append(name)
    return {role: people for role, people in found.items() if people}


def _is_address(value: str) -> bool:
    return value.lower().startswith(("http://", "https://"))


def _paths(value: str) -> list[str]:
    """The paths of a link tag: "files/1/doe.pdf", "file:///C:/doe.pdf", "internal-pdf://12/doe.pdf", several by ";"."""
    return [path for one in value.split(";") if (path := path_of_link(one.strip())) and not _is_address(one.strip())]


def path_of_link(link: str) -> str:
    """The path that a link to a file says; one without a scheme is a path itself."""
    scheme, colon, rest = link.partition("://")
    if not colon:
        return unquote(link.removeprefix("file:")) if link.startswith("file:") else link
    if scheme.lower() == "file":
        try:
            path = unquote(urlsplit(link).path)
        except ValueError:
            return ""
        return path[1:] if re.match(r"/[A-Za-z]:", path) else path
    return unquote(rest) if scheme.lower() == "internal-pdf" else ""


def ris_text(items: Sequence[Mapping[str, object]]) -> str:
    """Works as a RIS file, in their order; its lines end as the format demands, with CR LF.

    RIS has no place for a variable without a tag (`ris_tags.TAGS`), for roles beyond those of `ris_tags.PEOPLE`, and
    for a container of a work that stands in a series only.

    Args:
        items: CSL-JSON; `files` of an item are paths relative to where the list will stand.
    """
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _record(item))


def _record(item: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    kind = _TYPE_OF.get(str(item.get("type")), "GEN")
    yield "TY", kind
    for tag, value in _written(kind, item):
        line = " ".join(value.split())
        if line:
            yield tag, line
    yield "ER", ""


def _written(kind: str, item: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor", "collection-editor", "translator"):
        tag = next(tag for tag, one in ris_tags.PEOPLE.items() if one == role)
        yield from ((tag, ris_name(name)) for name in names_of(item.get(role)))
    words = {variable: str(value) for variable, value in item.items() if _is_word(value)}
    for variable, tag in _TAG_OF.items():
        if variable in words and not _has_no_place(variable, kind):
            yield from _lines(_placed(variable, tag, kind, words), words[variable])
    if kind in ris_tags.IN_SERIES:
        yield "M1", words.get("collection-number", "")
    if kind == "CPAPER" and "event-title" in words:
        yield "T2", words["event-title"]
    if kind in ris_tags.SERIALS:
        yield "C2", words.get("PMCID", "")
    yield from _page_lines(kind, words)
    yield from (("SN", words.get(variable, "")) for variable in ("ISBN", "ISSN"))
    yield from _date_lines(item)
    files = item.get("files")
    yield from (("L1", str(path)) for path in (files if isinstance(files, list | tuple) else ()))


def _is_word(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _has_no_place(variable: str, kind: str) -> bool:
    in_series = kind in ris_tags.IN_SERIES and variable == "number"
    return in_series or (kind in ris_tags.SERIES_IN_T2 and variable == "container-title")


def _placed(variable: str, tag: str, kind: str, words: Mapping[str, str]) -> str:
    """Beside a conference's name, which is `T2`, the proceedings' title is `C3` (2011)."""
    return "C3" if variable == "container-title" and kind == "CPAPER" and "event-title" in words else tag


def _lines(tag: str, value: str) -> Iterator[tuple[str, str]]:
    yield from ((tag, one) for one in (re.split(r"\s*[,;]\s*", value) if tag == "KW" else [value]))


def _page_lines(kind: str, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if kind in ris_tags.PAGES_IN_SP and "number-of-pages" in words:
        yield "SP", words["number-of-pages"]
        return
    page = words.get("page", "").replace("–", "-")
    found = _RANGE.fullmatch(page)
    if found:
        yield "SP", found[1]
        yield "EP", found[2]
    elif kind not in ris_tags.PAGES_IN_SP:
        yield "SP", page


def _date_lines(item: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    issued, accessed = date_of(item.get("issued")), date_of(item.get("accessed"))
    year = Date(issued.first[:1], literal=issued.literal)
    yield "PY", ris_of(year).rstrip("/")
    if issued != year:
        yield "DA", ris_of(issued)
    yield "Y2", ris_of(accessed)
