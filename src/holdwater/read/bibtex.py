"""BibTeX and BibLaTeX entries as CSL-JSON items."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from holdwater.errors import CatalogueError
from holdwater.patterns import waiting
from holdwater.read.bibtex_fields import csl_of
from holdwater.read.bibtex_values import GrowthError, RunOnError, Values

if TYPE_CHECKING:
    from bibtexparser.model import Entry, ParsingFailedBlock

MAX_ENTRIES = 100_000
MAX_ENTRY = 4_000_000
"""Characters of one entry; an abstract and all of its keywords come to a thousandth of that."""

_OPENING = waiting(r"@\s{0,9}\w{1,60}\s{0,9}[{(]")
_INHERITED = ("editor", "year", "date", "publisher", "address", "isbn", "volume", "edition")


def items(text: str, where: str) -> list[dict[str, object]]:
    """The entries of a `.bib` file as CSL-JSON items, each with the `files` that it names, as written.

    Args:
        text: the file, decoded.
        where: its path, for the errors.

    Raises:
        CatalogueError: an entry is broken or two share a key; the message names the line and the entry.
    """
    found, faults = read_entries(text, where)
    if faults:
        raise faults[0]
    return found


def read_entries(text: str, where: str, *, rich: bool = False) -> tuple[list[dict[str, object]], list[CatalogueError]]:
    """Like `items`, with the faults of broken entries beside those that are sound.

    With `rich`, italics and the like become CSL-JSON's tags and the particles of names stand apart, so that nothing is
    lost that the format holds; otherwise the words are plain, as a document prints them.

    Raises:
        CatalogueError: the file as a whole cannot be read.
    """
    if sum(1 for _ in _OPENING.finditer(text)) > MAX_ENTRIES:  # before the parser makes a block of each
        raise CatalogueError(f"more than {MAX_ENTRIES:,} entries", where=where, mend="split the list")
    from bibtexparser.entrypoint import parse_string  # costs 60 ms, and most folders have no .bib

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it logs each fault; we tell them
    library = parse_string(text, parse_stack=[])
    faults = [_broken(block, where) for block in library.failed_blocks]
    try:
        values = Values({string.key: str(string.value) for string in library.strings})
        entries = dict(_fields_of(library.entries, values, where, faults.append))
        found = [
            csl_of(entry.key, entry.entry_type.lower(), _with_parent(entries, entry.key, values), rich=rich)
            for entry in library.entries
            if entry.key in entries
        ]
    except RunOnError:
        raise CatalogueError("an @string is broken", where=where, mend="see to its braces and quotes") from None
    except GrowthError:
        raise CatalogueError("its abbreviations come to too much", where=where, mend="write them out") from None
    return found, faults


def _fields_of(
    entries: list[Entry], values: Values, where: str, tell: Callable[[CatalogueError], None]
) -> Iterator[tuple[str, dict[str, str]]]:
    for entry in entries:
        if len(entry.raw or "") > MAX_ENTRY:
            place = f"line {(entry.start_line or 0) + 1}, entry {entry.key!r}"
            size = f"larger than {MAX_ENTRY // 1_000_000} MB"
            tell(CatalogueError(f"{place}: {size}", where=where, mend="shorten it, or see to its braces"))
            continue
        fields: dict[str, str] = {}
        for field in entry.fields:
            try:
                fields[field.key.lower()] = values.of(str(field.value))
            except RunOnError:
                place = f"line {(field.start_line or 0) + 1}, entry {entry.key!r}, field {field.key!r}"
                tell(CatalogueError(f"{place}: expected a comma", where=where, mend="put a comma after the value"))
                break
        else:
            yield entry.key, fields


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


def _with_parent(entries: Mapping[str, Mapping[str, str]], key: str, values: Values) -> dict[str, str]:
    fields = dict(entries[key])
    parent = entries.get(fields["crossref"]) if fields.get("crossref", key) != key else None
    if parent:
        taken = {name: parent[name] for name in _INHERITED if name in parent and name not in fields}
        if "booktitle" not in fields:
            taken["booktitle"] = parent.get("title", "")
        fields |= {name: values.inherit(value) for name, value in taken.items()}
    return fields
