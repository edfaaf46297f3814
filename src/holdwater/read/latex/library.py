"""The works that a document's bibliography files describe, each read when it is first cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from holdwater.errors import CatalogueError
from holdwater.patterns import waiting
from holdwater.read.bibtex import items
from holdwater.read.bibtex_text import plain
from holdwater.read.latex.bbl import bbl_items
from holdwater.read.latex.files import Files
from holdwater.read.latex.flat import Flat

_NAMED = waiting(
    r"^([^%\n]*?)\\(?:bibliography|addbibresource|addglobalbib|addsectionbib)\s{0,9}(?:\[[^\]]{0,200}\])?"
    r"\s{0,9}\{([^{}]{1,2000})\}",
    re.M,
)
_ENTRY = waiting(r"^[ \t]*@[ \t]*(\w{1,60})[ \t]*[{(][ \t]*([^\s,{}()\"]{0,300})", re.M)
_PARENT = waiting(r"\bcrossref\s{0,9}=\s{0,9}[{\"]([^{}\"\s]{1,300})[}\"]", re.I)
_LABEL = waiting(r"(.{1,300}?)\s?\((\d{4}[a-z]?)\)")
_MAX_ENTRY = 200_000
_MAX_STRINGS = 200_000


class _Place(NamedTuple):
    text: str
    start: int
    end: int
    file: str


class Library:
    """Works by their keys."""

    def __init__(self, files: Files, flat: Flat) -> None:
        self._files = files
        self._places: dict[str, _Place] = {}
        self._strings: dict[str, str] = {}
        self._items: dict[str, Mapping[str, object] | None] = {}
        self._labels = _labels(flat)
        self._read(flat)

    def _read(self, flat: Flat) -> None:
        named = [name.strip() for found in _NAMED.finditer(flat.text) for name in found[2].split(",")]
        missing = [name for name in named if name and not self._add(name)]
        if missing and not self._labels:
            prepared = self._files.text(self._files.stem, ".bbl")
            if prepared:
                self._items |= {str(item["id"]): item for item in bbl_items(prepared)}
        if missing and not self._items and not self._labels:
            for name in missing:
                self._files.note(f"{name.removesuffix('.bib')[:120]}.bib: not read: no such file beside the document")

    def _add(self, name: str) -> bool:
        file = name if name.endswith(".bib") else f"{name}.bib"
        text = self._files.text(file, ".bib")
        if text is None:
            return False
        heads = list(_ENTRY.finditer(text))
        for index, head in enumerate(heads):
            end = heads[index + 1].start() if index + 1 < len(heads) else len(text)
            kind = head[1].lower()
            if kind == "string":
                strings = self._strings.get(file, "") + text[head.start() : min(end, head.start() + 2000)]
                self._strings[file] = strings[:_MAX_STRINGS]
            elif kind not in ("comment", "preamble"):
                place = _Place(text, head.start(), min(end, head.start() + _MAX_ENTRY), file)
                self._places.setdefault(head[2], place)
        return True

    def item(self, key: str) -> Mapping[str, object] | None:
        """The work that is called `key`, as CSL-JSON; None where no bibliography describes it."""
        if key not in self._items:
            self._items[key] = self._parsed(key)
        return self._items[key]

    def _parsed(self, key: str) -> Mapping[str, object] | None:
        place = self._places.get(key)
        if place is None:
            return None
        text = place.text[place.start : place.end]
        parent = _PARENT.search(text)
        other = self._places.get(parent[1]) if parent and parent[1] != key else None
        if other is not None:
            text += "\n" + other.text[other.start : other.end]
        try:
            found = items(f"{self._strings.get(place.file, '')}\n{text}", place.file)
        except CatalogueError as fault:
            what = fault.what.partition(": ")[2] or fault.what
            self._files.note(f"{place.file}: the entry {key!r} is not read: {what}")
            return None
        chosen = next((item for item in found if item["id"] == key), None)
        return {name: value for name, value in chosen.items() if name != "files"} if chosen else None

    def names(self, key: str) -> str:
        """The family names of a work's authors, as running text names them; the key itself where they are not known."""
        if key in self._labels:
            return self._labels[key][0]
        item = self.item(key) or {}
        names = _families(item.get("author") or item.get("editor"))
        if not names:
            return str(item.get("title") or key)
        if len(names) > 2:
            return f"{names[0]} et al."
        return " and ".join(names)

    def year(self, key: str) -> str:
        """The year of a work; "" where it is not known."""
        if key in self._labels:
            return self._labels[key][1]
        issued = (self.item(key) or {}).get("issued")
        parts = issued.get("date-parts") if isinstance(issued, dict) else None
        return str(parts[0][0]) if parts and parts[0] else ""

    def title(self, key: str) -> str:
        return str((self.item(key) or {}).get("title") or key)

    def entry(self, key: str) -> str:
        """A work as a note names it: author, title, where it appeared, year; the key itself where it is not known."""
        item = self.item(key)
        if item is None:
            known = key in self._labels
            return f"{self._labels[key][0]} {self._labels[key][1]}" if known else key
        place = [str(item[name]) for name in ("publisher-place", "publisher") if item.get(name)]
        said = [_full_names(item.get("author") or item.get("editor")), str(item.get("title") or "")]
        said += [str(item.get("container-title") or ""), ": ".join(place), self.year(key)]
        return ", ".join(part for part in said if part) or key


def _families(people_of: object) -> list[str]:
    found = [one for one in people_of if isinstance(one, dict)] if isinstance(people_of, list) else []
    return [str(one.get("family") or one.get("literal") or "") for one in found]


def _full_names(people_of: object) -> str:
    found = [one for one in people_of if isinstance(one, dict)] if isinstance(people_of, list) else []
    names = [str(one.get("literal") or f"{one.get('given', '')} {one.get('family', '')}".strip()) for one in found]
    if len(names) > 3:
        return f"{names[0]} et al."
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _labels(flat: Flat) -> dict[str, tuple[str, str]]:
    r"""What `\bibitem[Doe(1999)]{doe}` says of each key: names and year."""
    labels: dict[str, tuple[str, str]] = {}
    at = 0
    while (at := flat.find("\\bibitem", at)) >= 0:
        at += len("\\bibitem")
        label = flat.optional(at)
        key = flat.braced(label.after if label else at)
        if key is None:
            continue
        written = plain(flat.of(label)) if label and label.end - label.start < 1000 else ""
        found = _LABEL.match(written)
        labels[flat.of(key).strip()] = (found[1], found[2]) if found else (flat.of(key).strip(), "")
    return labels


def keys_in(written: str) -> Iterable[str]:
    """The keys in the argument of a citation command."""
    return [key for one in written.split(",")[:500] if (key := one.strip())]
