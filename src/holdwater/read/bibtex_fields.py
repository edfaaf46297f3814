"""The fields of a BibTeX or BibLaTeX entry as CSL-JSON's variables.

Sources of the tables: "BibTeXing" (O. Patashnik, 1988, on BibTeX's own types and fields), the manual of the biblatex
package (sections 2.1 on types and 2.2 on fields), and CSL 1.0.2, Appendices III and IV.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from holdwater.patterns import waiting
from holdwater.read.bibtex_text import marked, plain, verbatim
from holdwater.read.csl_dates import date_said, edtf_date
from holdwater.read.csl_schema import NAMES, WORDS
from holdwater.read.csl_schema import TYPES as CSL_TYPES
from holdwater.read.personal_names import bibtex_people

TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""CSL types by entry type of BibTeX and BibLaTeX; others become "document"."""

_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
"""What `entrysubtype` of the standard styles says of an article (biblatex, 2.1.1)."""

FIELDS = {
    "title": "title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "note": "note",
    "abstract": "abstract",
    "language": "language",
    "langid": "language",
    "shorttitle": "title-short",
    "shortjournal": "container-title-short",
    "series": "collection-title",
    "shortseries": "collection-title-short",
    "chapter": "chapter-number",
    "volumes": "number-of-volumes",
    "pagetotal": "number-of-pages",
    "part": "part-number",
    "type": "genre",
    "keywords": "keyword",
    "annote": "annote",
    "annotation": "annote",
    "pubstate": "status",
    "eventtitle": "event-title",
    "venue": "event-place",
    "library": "call-number",
    "origtitle": "original-title",
    "origpublisher": "original-publisher",
    "origlocation": "original-publisher-place",
}
"""CSL's text variables by field; of two fields for one variable the first counts. `number` depends on the type."""

PEOPLE = {"author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author"}
DATES = {"urldate": "accessed", "origdate": "original-date", "eventdate": "event-date"}

_ADDRESSES = frozenset({"doi", "url"})
_OWN_WORDS = {name.lower(): name for name in WORDS if name.lower() not in FIELDS and name != "number"}
"""A field of no meaning to BibTeX that bears the name of a CSL variable is that variable."""
_VARIABLES = FIELDS | {"number": "number", "eid": "number"} | _OWN_WORDS
_RANK = {field: rank for rank, field in enumerate(_VARIABLES)}
_ROLES = PEOPLE | {name: name for name in NAMES if name not in PEOPLE.values()}
_OWN_DATES = ("submitted", "available-date")
_SUBTITLES = (
    ("subtitle", "title", "title"),
    ("booksubtitle", "booktitle", "container-title"),
    ("journalsubtitle", "journaltitle", "container-title"),
)

IN_PERIODICALS = frozenset({"article", "periodical", "suppperiodical", "review"})
"""Entry types whose `number` is that of an issue."""
IN_SERIES = frozenset(
    "book mvbook inbook bookinbook suppbook collection mvcollection incollection suppcollection proceedings "
    "mvproceedings inproceedings conference reference mvreference inreference".split()
)
"""Entry types whose `number` is that of the volume in a series (biblatex, 2.2.2)."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FILE_PART = waiting(r"(?<!\\);")
_FILE_COLON = waiting(r"(?<!\\):")


def csl_of(key: str, kind: str, fields: Mapping[str, str], *, rich: bool = False) -> dict[str, object]:
    """An entry as a CSL-JSON item, with the `files` that it names.

    Args:
        key: its citation key.
        kind: its type, in small letters.
        fields: its values by field in small letters, abbreviations resolved.
        rich: whether italics and the like are kept as tags, and names' particles stand apart.
    """
    text = marked if rich else plain
    item: dict[str, object] = {"id": key, "type": _type(kind, plain(fields.get("entrysubtype", "")))}
    table = _VARIABLES | {"number": _number(kind)}
    for field in sorted(fields.keys() & table.keys(), key=_RANK.__getitem__):
        written = fields[field]
        if value := verbatim(written) if field in _ADDRESSES else text(written):
            item.setdefault(table[field], value)
    _join_subtitles(item, fields, text)
    if "page" in item:
        item["page"] = str(item["page"]).replace("–", "-")
    for field in fields.keys() & _ROLES.keys():
        if names := bibtex_people(fields[field], apart=rich):
            item[_ROLES[field]] = names
    return item | _dates(fields) | _online(fields) | _files(fields)


def _type(kind: str, subtype: str) -> str:
    if subtype in CSL_TYPES:
        return subtype
    return _SUBTYPES.get(subtype.lower()) or TYPES.get(kind, "document")


def _number(kind: str) -> str:
    if kind in IN_PERIODICALS:
        return "issue"
    return "collection-number" if kind in IN_SERIES else "number"


def _join_subtitles(item: dict[str, object], fields: Mapping[str, str], text: Callable[[str], str]) -> None:
    for field, beside, variable in _SUBTITLES:
        subtitle = text(fields.get(field, ""))
        if subtitle and (beside in fields or variable not in item):
            item[variable] = f"{item.get(variable, '')}: {subtitle}"


def _dates(fields: Mapping[str, str]) -> dict[str, object]:
    found = {"issued": _issued(fields)}
    found |= {variable: _date(fields.get(field, "")) for field, variable in DATES.items()}
    found |= {variable: _date(fields.get(variable, "")) for variable in _OWN_DATES}
    return {variable: date for variable, date in found.items() if date}


def _date(value: str) -> dict[str, object]:
    """The date in a field, whose `~` says "about" in an EDTF date and is white space elsewhere."""
    return edtf_date(value.strip("{} ")) or date_said(plain(value))


def _issued(fields: Mapping[str, str]) -> dict[str, object]:
    date = _date(fields.get("date", "")) or _date(fields.get("year", ""))
    parts = date.get("date-parts")
    if isinstance(parts, list) and len(parts) == 1 and len(parts[0]) == 1 and "season" not in date:
        month = plain(fields.get("month", "")).lower()
        number = int(month) if month.isdecimal() and len(month) < 3 else 0
        number = number or next((at for at, name in enumerate(_MONTHS, 1) if month.startswith(name)), 0)
        if 0 < number < 13:
            day = plain(fields.get("day", ""))
            parts[0] += [number, int(day)] if day.isdecimal() and 0 < int(day[:3]) < 32 else [number]
    return date


def _online(fields: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").strip("{}").lower()
    eprint = fields.get("eprint", "").strip("{} ")
    if eprint and (archive == "arxiv" or re.fullmatch(r"\d{4}\.\d{4,5}(?:v\d+)?", eprint)):
        found["arXiv"] = eprint
    elif eprint and archive == "pubmed":
        found["PMID"] = eprint
    link = re.search(r"\\url\s*\{([^{}]{1,2000})\}", fields.get("howpublished", "") + fields.get("note", ""))
    if link and "url" not in fields:
        found["URL"] = verbatim(link[1])
    return found


def _files(fields: Mapping[str, str]) -> dict[str, object]:
    paths = file_paths(fields.get("file", ""))
    return {"files": paths} if paths else {}


def file_paths(value: str) -> list[str]:
    """The paths in a `file` field, in its order.

    A field is one path, or several with `;` between, each perhaps with a description and a type around it:
    "Full Text:files/12/doe.pdf:application/pdf" (Zotero), ":papers/doe.pdf:PDF" (JabRef).
    """
    paths = (_path(part) for part in _FILE_PART.split(value.strip().removeprefix("{").removesuffix("}")))
    return [path for path in paths if path]


def _path(part: str) -> str:
    pieces = _FILE_COLON.split(part.strip())
    path = pieces[1] if len(pieces) >= 3 else ":".join(pieces)
    return re.sub(r"\\([:;\\_&%#${}])", r"\1", path).strip()
