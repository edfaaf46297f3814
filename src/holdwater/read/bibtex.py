"""BibTeX and BibLaTeX entries as CSL-JSON items."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING

from holdwater.errors import CatalogueError

if TYPE_CHECKING:
    from bibtexparser.model import ParsingFailedBlock

TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "manual": "report",
    "mastersthesis": "thesis",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "www": "webpage",
}
"""CSL types by entry type of BibTeX and BibLaTeX; others become "document"."""

_FIELDS = {
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
    "number": "number",
    "issue": "issue",
    "pages": "page",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "note": "note",
    "abstract": "abstract",
    "language": "language",
    "shorttitle": "title-short",
}
_PEOPLE = {"author": "author", "editor": "editor", "translator": "translator"}
_INHERITED = ("editor", "year", "date", "publisher", "address", "isbn", "volume", "edition")

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
"""The combining sign of each accent command."""
LETTERS = {
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å",
    "AA": "Å", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ",
}  # fmt: skip
"""Letters that have a command of their own."""
_PRINTED = LETTERS | {
    "i": "i", "j": "j", "textendash": "–", "textemdash": "—", "textquoteright": "’", "ldots": "…", "dots": "…",
}  # fmt: skip
_ACCENT = re.compile(
    r"""\\([`'^~=".])\s{0,9}\{?\s{0,9}(\\[ij]|[^\W\d_])|\\([uvHtcdbkr])(?:\s{1,9}|\s{0,9}\{\s{0,9})(\\[ij]|[^\W\d_])"""
)
_COMMAND = re.compile(r"\\([A-Za-z]{1,20})\*?(?:\s+|(?=[^A-Za-z])|$)")
_ESCAPED = re.compile(r"\\([&%$#_{}\s-])")
_FILE_PART = re.compile(r"(?<!\\);")
_FILE_COLON = re.compile(r"(?<!\\):")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def items(text: str, where: str) -> list[dict[str, object]]:
    """The entries of a `.bib` file as CSL-JSON items, each with the `files` that it names, as written.

    Args:
        text: the file, decoded.
        where: its path, for the errors.

    Raises:
        CatalogueError: an entry is broken or two share a key; the message names the line and the entry.
    """
    from bibtexparser.entrypoint import parse_string  # costs 60 ms, and most folders have no .bib

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it logs each fault; we raise the first
    library = parse_string(text)
    for block in library.failed_blocks:
        raise _broken(block, where)
    strings = {string.key.lower(): str(string.value) for string in library.strings}
    entries: dict[str, dict[str, str]] = {}
    for entry in library.entries:
        for field in entry.fields:
            _refuse_run_on(field.value, field.start_line, f"entry {entry.key!r}, field {field.key!r}", where)
        entries[entry.key] = {field.key.lower(): _joined(str(field.value), strings) for field in entry.fields}
    return [_item(entry.key, entry.entry_type.lower(), _with_parent(entries, entry.key)) for entry in library.entries]


_MENDS = {
    "DuplicateBlockKeyBlock": "give each entry a key of its own",
    "DuplicateFieldKeyBlock": "keep one of the two fields",
}


def _broken(block: ParsingFailedBlock, where: str) -> CatalogueError:
    raw = (block.raw or "")[:200]
    key = re.match(r"\s*@\s*\w+\s*[{(]\s*([^\s,{}=]{1,80})", raw)
    entry = f", entry {key[1]!r}" if key else ""
    reason = str(getattr(block.error, "abort_reason", block.error))
    said = " ".join(reason.split("\n")[0].split("Note:")[0].split())[:200].rstrip(" .")
    mend = _MENDS.get(type(block).__name__, "see to its braces, quotes and commas")
    return CatalogueError(f"line {(block.start_line or 0) + 1}{entry}: {said}", where=where, mend=mend)


def _joined(value: str, strings: Mapping[str, str]) -> str:
    """A value with `#` joins the values of @string names and of pieces in quotes or braces."""
    if "#" not in value or (value[:1] not in '"{' and not re.match(r"\w+\s{0,9}#", value)):
        return value
    pieces = (piece.strip() for piece in value.split("#"))
    return "".join(strings.get(piece.lower(), piece.strip('"{}')) for piece in pieces)


def _refuse_run_on(value: object, line: int | None, place: str, where: str) -> None:
    """The parser takes `"a" year = 3` for one bare value; bare values are numbers, names and joins with `#`."""
    text = str(value)
    if text[:1] in ('"', "{") and "#" not in text and "=" in text:
        raise CatalogueError(
            f"line {(line or 0) + 1}, {place}: expected a comma", where=where, mend="put a comma after the value"
        )


def _with_parent(entries: Mapping[str, Mapping[str, str]], key: str) -> dict[str, str]:
    fields = dict(entries[key])
    parent = entries.get(fields["crossref"]) if fields.get("crossref", key) != key else None
    if parent:
        fields.setdefault("booktitle", parent.get("title", ""))
        for name in _INHERITED:
            if name in parent:
                fields.setdefault(name, parent[name])
    return fields


def _item(key: str, kind: str, fields: Mapping[str, str]) -> dict[str, object]:
    item: dict[str, object] = {"id": key, "type": TYPES.get(kind, "document")}
    for name, csl_name in _FIELDS.items():
        if value := plain(fields.get(name, "")):
            item.setdefault(csl_name, _verbatim(fields[name]) if name in ("doi", "url") else value)
    if subtitle := plain(fields.get("subtitle", "")):
        item["title"] = f"{item.get('title', '')}: {subtitle}"
    for name, csl_name in _PEOPLE.items():
        if names := people(fields.get(name, "")):
            item[csl_name] = names
    if issued := _issued(fields):
        item["issued"] = {"date-parts": [issued]}
    item |= _online(fields)
    if paths := file_paths(fields.get("file", "")):
        item["files"] = paths
    return item


def _verbatim(value: str) -> str:
    r"""DOIs and addresses are not typeset: only `\url{…}` and escapes are taken away."""
    inner = re.sub(r"\\url\s*\{([^{}]*)\}", r"\1", value).strip().strip("{}")
    return re.sub(r"\\([&%$#_~{}-])", r"\1", inner)


def _issued(fields: Mapping[str, str]) -> list[int]:
    written = plain(fields.get("date", "")) or plain(fields.get("year", ""))
    found = re.search(r"\b(\d{4})(?:-(\d\d))?(?:-(\d\d))?", written)
    if not found:
        return []
    parts = [int(part) for part in found.groups() if part]
    month = fields.get("month", "").strip('{}" ').lower()[:3]
    return [*parts, _MONTHS.index(month) + 1] if len(parts) == 1 and month in _MONTHS else parts


def _online(fields: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").strip("{}").lower()
    eprint = fields.get("eprint", "").strip("{} ")
    if eprint and (archive == "arxiv" or re.fullmatch(r"\d{4}\.\d{4,5}(?:v\d+)?", eprint)):
        found["arXiv"] = eprint
    link = re.search(r"\\url\s*\{([^{}]{1,2000})\}", fields.get("howpublished", "") + fields.get("note", ""))
    if link and "url" not in fields:
        found["URL"] = _verbatim(link[1])
    return found


def plain(latex: str) -> str:
    """A field's value without braces, with its accents as letters and its commands' words kept."""
    text = _ACCENT.sub(_accented, latex)
    text = _COMMAND.sub(lambda found: _PRINTED.get(found[1], ""), text)
    text = re.sub(r"(?<!\\)[{}$]", "", text).replace("~", " ")
    text = _ESCAPED.sub(r"\1", text).replace("\\", "")
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _accented(found: re.Match[str]) -> str:
    accent, letter = (found[1], found[2]) if found[1] else (found[3], found[4])
    return letter.removeprefix("\\") + ACCENTS.get(accent, "")


def people(value: str) -> list[dict[str, object]]:
    """A BibTeX list of names ("Doe, Jane and {Ministry of Water} and others") as CSL names."""
    names = (name.strip() for name in _split_outside_braces(value))
    return [_name(name) for name in names if name and name != "others"]


def _split_outside_braces(value: str) -> Iterable[str]:
    depth, start = 0, 0
    for found in re.finditer(r"[{}]|(?<=\s)and(?=\s)", value):
        if found[0] == "and":
            if depth == 0:
                yield value[start : found.start()]
                start = found.end()
        else:
            depth += 1 if found[0] == "{" else -1
    yield value[start:]


def _name(name: str) -> dict[str, object]:
    if _in_one_brace(name):
        return {"literal": plain(name)}
    if "," in name:
        family, _, given = name.partition(",")
        return {"family": plain(family), "given": plain(given.rpartition(",")[2])}
    words = plain(name).split()
    if len(words) < 2:
        return {"family": plain(name)}
    start = next((i for i, word in enumerate(words[:-1]) if i and word[0].islower()), len(words) - 1)
    return {"family": " ".join(words[start:]), "given": " ".join(words[:start])}


def _in_one_brace(name: str) -> bool:
    """Whether the brace that opens the name is closed at its very end: "{Ministry of {W}ater}", an institution."""
    if not name.startswith("{"):
        return False
    depths = accumulate({"{": 1, "}": -1}.get(char, 0) for char in name)
    return 0 not in list(depths)[:-1]


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
