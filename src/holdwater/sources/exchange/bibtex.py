"""Works written as a `.bib` file that both BibTeX and BibLaTeX read.

Types and fields are those of `holdwater.read.bibtex_fields`, turned round. What neither program has a field for stands
under the name of its CSL variable: both ignore fields they do not know. What BibTeX cannot hold is left out: `custom`
and other values that are no text, names or date.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping, Sequence

from holdwater.patterns import waiting
from holdwater.read.bibtex_fields import DATES, FIELDS, IN_PERIODICALS, IN_SERIES, PEOPLE, TYPES
from holdwater.read.csl_schema import DATES as CSL_DATES
from holdwater.read.csl_schema import NAMES, WORDS
from holdwater.sources.exchange.dates import Date, date_of, edtf_of
from holdwater.sources.exchange.keys import with_ids
from holdwater.sources.exchange.names import bibtex_name, names_of
from holdwater.sources.exchange.tex import marked_up, tex_of

_ENTRY_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "graphic": "artwork",
    "manuscript": "unpublished",
    "motion_picture": "movie",
    "paper-conference": "inproceedings",
    "pamphlet": "booklet",
    "post": "online",
    "post-weblog": "online",
    "report": "techreport",
    "review-book": "review",
    "song": "audio",
    "webpage": "online",
} | {csl: entry for entry, csl in TYPES.items() if entry == csl}
"""Entry types by CSL type; others become @misc, and `entrysubtype` says which they are."""
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}

_BY_VARIABLE = {variable: field for field, variable in reversed(FIELDS.items())}
_PUBLISHERS = {"techreport": "institution", "thesis": "school", "phdthesis": "school", "mastersthesis": "school"}
_PUBLISHERS |= {"online": "organization"}
_ROLES = {role: field for field, role in PEOPLE.items()}
_DATE_FIELDS = {variable: field for field, variable in DATES.items()}
_VERBATIM = {"DOI", "URL"}
_NO_KEY = waiting(r"[\s,{}()=\"#%~\\'@&$^]+")
_DOCTORAL = waiting(r"\bph\.?\s?d\b|doctor|dissertation", re.IGNORECASE)
_MASTERS = waiting(r"\bmaster|\bm\.?\s?(?:sc|a)\b", re.IGNORECASE)


def bibtex_of(items: Sequence[Mapping[str, object]]) -> str:
    """Works as a `.bib` file, in their order.

    Args:
        items: CSL-JSON; `files` of an item are paths relative to where the list will stand.
    """
    keyed = with_ids({**item, "id": _NO_KEY.sub("-", str(item.get("id", ""))).strip("-")} for item in items)
    return "\n".join(_entry(str(item["id"]), item) for item in keyed)


def _entry(key: str, item: Mapping[str, object]) -> str:
    kind = _kind(item)
    fields = "".join(f"  {field} = {{{value}}},\n" for field, value in _fields(kind, item) if value)
    return f"@{kind}{{{key},\n{fields}}}\n"


def _kind(item: Mapping[str, object]) -> str:
    csl_type = item.get("type")
    if csl_type != "thesis":
        return _ENTRY_TYPES.get(str(csl_type), "misc")
    genre = str(item.get("genre", ""))
    if _MASTERS.search(genre):
        return "mastersthesis"
    return "phdthesis" if _DOCTORAL.search(genre) else "thesis"


def _fields(kind: str, item: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for role in NAMES:
        yield _ROLES.get(role, role), " and ".join(bibtex_name(name, tex_of) for name in names_of(item.get(role)))
    csl_type = str(item.get("type", "document"))
    if TYPES.get(kind, "document") != csl_type:
        yield "entrysubtype", _SUBTYPES.get(csl_type, tex_of(csl_type))
    for variable in WORDS:
        value = item.get(variable)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            yield _field(kind, variable), _value(variable, str(value))
    yield from _arxiv(item)
    for variable in CSL_DATES:
        yield from _date(variable, date_of(item.get(variable)))
    yield "file", ";".join(_file(path) for path in _paths(item.get("files")))


def _field(kind: str, variable: str) -> str:
    if variable == "container-title":
        return "journal" if kind in IN_PERIODICALS else "booktitle"
    if variable == "publisher":
        return _PUBLISHERS.get(kind, "publisher")
    counted = "issue" if kind in IN_PERIODICALS else "collection-number" if kind in IN_SERIES else "number"
    if variable == counted:
        return "number"
    return "eid" if variable == "number" else _BY_VARIABLE.get(variable, variable.lower())


def _value(variable: str, text: str) -> str:
    if variable in _VERBATIM:
        return re.sub(r"[\\{}\s]", lambda sign: f"%{ord(sign[0]):02X}", text.strip())
    if variable == "page":
        return re.sub(r"(?<=\w)-(?=\w)", "–", tex_of(text)).replace("–", "--")
    return marked_up(text, keep_case=variable == "title")


def _arxiv(item: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    if isinstance(number := item.get("arXiv"), str):
        yield "eprint", tex_of(number)
        yield "archiveprefix", "arXiv"


def _date(variable: str, date: Date) -> Iterator[tuple[str, str]]:
    """BibTeX's own styles know `year` and `month` only; BibLaTeX prefers `date` where there is one."""
    field = _DATE_FIELDS.get(variable, variable)
    if variable != "issued":
        yield field, edtf_of(date) if date.first else tex_of(date.literal)
        return
    if not date.first:
        yield "year", tex_of(date.literal)
        return
    yield "year", str(date.first[0])
    if len(date.first) > 1:
        yield "month", str(date.first[1])
    plain = Date(date.first[:2])
    if date != plain or date.first[0] < 1000:
        yield "date", edtf_of(date)


def _paths(value: object) -> list[str]:
    return [path for path in value if isinstance(path, str)] if isinstance(value, list | tuple) else []


def _file(path: str) -> str:
    kind = mimetypes.guess_type(path)[0] or ""
    return ":".join((_escaped(path.rpartition("/")[2]), _escaped(path), kind))


def _escaped(path: str) -> str:
    return re.sub(r"([\\:;{}])", r"\\\1", path)
