"""The pairs as they are written and reviewed: three lines each, under headings of their kinds.

    # initials: given names as initials in one of the two
    buried-loggers: initials against full given names
      {a van Ostade, J. C.} ({y 2014}). {t Thermal drift}. {c J. Hydrol.}, {v 512}, {p 118–129}.
      Crossref | a Jan Cornelis /van Ostade/ | =tvp | c Journal of Hydrology | y 2014-05-12

First the pair's id and why it is sound or wrong; then the reference as a document writes it, each stretch marked with
the letter of its field (`FIELDS`), with "[book] " before it where it is no journal article; then the service and what
its record gives, field by field. In a record `=tvp` stands for what the reference has in those fields, `T` is a type
other than the reference's, `Y` are all years that the record gives, and `w` is an identifier of another version.

A name is "Family, Given" or has its family name between slashes ("Jan /van Ostade/", "/Brandau/ S"); without either, or
after "!", it is one literal. Jr., Sr., II, III and IV are suffixes; what stands in square brackets before the family
name is a particle kept apart. A record of Crossref or DataCite without a DOI gets one made of the pair's id.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDER = Path(__file__).with_name("rows")
LABELS = ("sound", "wrong")

FIELDS = {
    "a": "author",
    "e": "editor",
    "b": "translator",
    "t": "title",
    "O": "original-title",
    "c": "container-title",
    "k": "container-title-short",
    "s": "collection-title",
    "m": "event-title",
    "y": "issued",
    "o": "original-date",
    "v": "volume",
    "n": "issue",
    "p": "page",
    "N": "number",
    "P": "publisher",
    "L": "publisher-place",
    "E": "edition",
    "g": "genre",
    "d": "DOI",
}
"""The letters of the marks, and the CSL fields that they stand for."""
_NAMES = frozenset("aeb")
_DATES = frozenset("yo")
_MARK = re.compile(r"\{([A-Za-z]) ([^{}]+)\}")
_TYPE = re.compile(r"\[([a-z-]+)\] ")
_FAMILY = re.compile(r"/([^/]+)/")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")
_PARTICLE = re.compile(r"\[([^\]]+)\] ")

Row = dict[str, object]


def rows(label: str, second: bool) -> Iterator[Row]:
    """The pairs of one label, of the first or the second set, as the JSON Lines file has them, in the rows' order.

    Raises ValueError for what is not of the form.
    """
    name = f"{label}_second.txt" if second else f"{label}.txt"
    kind = ""
    for block in (FOLDER / name).read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        if lines[0].startswith("# "):
            kind = lines.pop(0).removeprefix("# ").partition(":")[0]
        for at in range(0, len(lines), 3):
            yield _row(label, kind, lines[at : at + 3])


def _row(label: str, kind: str, lines: list[str]) -> Row:
    shaped = len(lines) == 3 and not lines[0].startswith(" ") and all(line.startswith("  ") for line in lines[1:])
    if not shaped or ": " not in lines[0]:
        raise ValueError(f"not a pair: {lines}")
    identity, _, why = lines[0].partition(": ")
    reference = reference_of(lines[1].strip())
    record = record_of(identity, lines[2].strip(), reference["csl"])  # type: ignore[arg-type]
    return {"id": identity, "kind": kind, "label": label, "why": why, "reference": reference, "record": record}


def reference_of(marked: str) -> Row:
    """A marked reference: its `raw` string, and the `csl` that the marks say."""
    written = _TYPE.match(marked)
    csl: Row = {"type": written[1] if written else "article-journal"}
    text = marked[written.end() :] if written else marked
    for mark in _MARK.finditer(text):
        _put(csl, mark[1], mark[2])
    if "page" in csl:
        csl["page"] = re.sub("[–—−]", "-", str(csl["page"]))
    raw = _MARK.sub(lambda mark: _plain(mark[1], mark[2]), text)
    if "{" in raw or "}" in raw:
        raise ValueError(f"a mark that cannot be read: {marked}")
    return {"raw": raw, "csl": csl}


def record_of(identity: str, written: str, reference: Mapping[str, object]) -> Row:
    """A record as written in the rows, for the reference with this CSL-JSON."""
    service, *items = written.split(" | ")
    csl: Row = {"type": reference["type"]}
    versions: list[str] = []
    years: list[int] = []
    for item in items:
        if item.startswith("="):
            _take_over(csl, reference, item[1:])
            continue
        letter, _, value = item.partition(" ")
        if letter == "T":
            csl["type"] = value
        elif letter == "Y":
            years = [int(year) for year in value.split()]
        elif letter == "w":
            versions.append(value)
        else:
            _put(csl, letter, value)
    if service in ("Crossref", "DataCite"):
        csl.setdefault("DOI", f"10.5555/{identity}")
    key, url, identifiers = _keyed(service, identity, csl)
    return {
        "service": service,
        "key": key,
        "url": url,
        "csl": csl,
        "identifiers": identifiers,
        "versions": versions,
        "years": years or _year(csl),
    }


def _put(csl: Row, letter: str, value: str) -> None:
    if letter not in FIELDS:
        raise ValueError(f"no field is marked {letter}: {value}")
    field = FIELDS[letter]
    if letter in _NAMES:
        names = csl.setdefault(field, [])
        assert isinstance(names, list)
        names.append(name_of(value))
    elif field in csl:
        raise ValueError(f"two of {field}: {value}")
    elif letter in _DATES:
        csl[field] = {"date-parts": [[int(part) for part in value.split("-")]]}
    else:
        csl[field] = value


def _take_over(csl: Row, reference: Mapping[str, object], letters: str) -> None:
    for field in (FIELDS[letter] for letter in letters):
        if field in csl or field not in reference:
            raise ValueError(f"{field} is given twice, or the reference has none: {reference}")
        csl[field] = reference[field]


def name_of(written: str) -> dict[str, str]:
    """A name as a CSL name."""
    if written.startswith("!"):
        return {"literal": written[1:]}
    if marked := _FAMILY.search(written):
        family, rest = marked[1], written[: marked.start()] + " " + written[marked.end() :]
    elif "," in written:
        family, _, rest = written.partition(",")
    else:
        return {"literal": written}
    words = rest.replace(",", " ").split()
    suffix = next((word for word in words if _SUFFIX.fullmatch(word)), "")
    particle = _PARTICLE.match(family)
    parts = {
        "family": family[particle.end() :] if particle else family,
        "given": " ".join(word for word in words if word != suffix),
        "non-dropping-particle": particle[1] if particle else "",
        "suffix": suffix,
    }
    return {part: words for part, words in parts.items() if words}


def _plain(letter: str, value: str) -> str:
    return value.replace("/", "").removeprefix("!") if letter in _NAMES else value


def _keyed(service: str, identity: str, csl: Mapping[str, object]) -> tuple[str, str, list[str]]:
    """What the service calls the work, where its record stands, and its identifiers in canonical form.

    The numbers of OpenAlex, Open Library and PubMed are longer than those that are in use, and so belong to no work.
    """
    number = zlib.crc32(identity.encode())
    doi = [f"doi:{str(csl['DOI']).lower()}"] if "DOI" in csl else []
    match service:
        case "Crossref" | "DataCite":
            return str(csl["DOI"]), f"https://doi.org/{csl['DOI']}", doi
        case "OpenAlex":
            return f"W9{number:011}", f"https://openalex.org/W9{number:011}", doi
        case "Open Library":
            return f"OL9{number:010}W", f"https://openlibrary.org/works/OL9{number:010}W", []
        case "PubMed":
            key = f"9{number:010}"
            return key, f"https://pubmed.ncbi.nlm.nih.gov/{key}/", [f"pmid:{key}", *doi]
        case "arXiv":
            key = str(csl["number"]).removeprefix("arXiv:")
            return key, f"https://arxiv.org/abs/{key}", [f"arxiv:{key}"]
    raise ValueError(f"{identity}: no service is called {service}")


def _year(csl: Mapping[str, object]) -> list[int]:
    issued = csl.get("issued")
    return [issued["date-parts"][0][0]] if isinstance(issued, dict) else []
