"""The works that a file's bibliographies describe: `.bib`, CSL-JSON and CSL-YAML files beside it, as far as cited."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping

from holdwater.errors import CatalogueError
from holdwater.patterns import waiting
from holdwater.read.bibtex import items
from holdwater.read.markdown.front_matter import FrontMatter, csl_records
from holdwater.read.markdown.yaml import read_yaml

Work = Mapping[str, object]

_ENTRY = waiting(r"^[ \t]*@[ \t]*(\w{1,60})[ \t]*[{(][ \t]*([^\s,{}()\"]{0,300})", re.M)
_PARENT = waiting(r"\bcrossref\s{0,9}=\s{0,9}[{\"]([^{}\"\s]{1,300})[}\"]", re.I)
_LONGEST_ENTRY = 200_000
_MOST_FILES = 50


class Bibliography:
    """The works of a file's own list and of the bibliographies that it names; `unread` says what could not be read."""

    def __init__(self, front: FrontMatter, beside: Callable[[str], str | None] | None) -> None:
        self.unread: list[str] = []
        self._front, self._beside = front, beside

    def works(self, cited: Collection[str]) -> list[Work]:
        """The file's own records, and the works with these keys from its bibliographies, the first of each key."""
        found = {str(work["id"]): work for work in self._front.records}
        for name in self._front.bibliographies[:_MOST_FILES]:
            for work in self._from_file(name, cited):
                found.setdefault(str(work["id"]), work)
        return list(found.values())

    def _from_file(self, name: str, cited: Collection[str]) -> Iterator[Work]:
        text = self._beside(name) if self._beside else None
        if text is None:
            self.unread.append(f"{name[:120]}: not read: no such file beside the document")
            return
        suffix = name.rpartition(".")[2].lower()
        if suffix in ("json", "csljson"):
            works: Iterator[Work] = self._json(name, text)
        elif suffix in ("yaml", "yml"):
            works = csl_records(read_yaml(text).get("references", ""))
        else:
            works = self._bibtex(name, text, cited)
        yield from (work for work in works if work["id"] in cited)

    def _json(self, name: str, text: str) -> Iterator[Work]:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            self.unread.append(f"{name[:120]}: not read: no valid JSON")
            return
        entries = found.get("items", []) if isinstance(found, dict) else found
        for one in entries if isinstance(entries, list) else ():
            if isinstance(one, dict) and "id" in one:
                yield {**one, "id": str(one["id"])}

    def _bibtex(self, name: str, text: str, cited: Collection[str]) -> Iterator[Work]:
        entries: dict[str, str] = {}
        strings: list[str] = []
        heads = list(_ENTRY.finditer(text))
        for index, head in enumerate(heads):
            end = heads[index + 1].start() if index + 1 < len(heads) else len(text)
            entry = text[head.start() : min(end, head.start() + _LONGEST_ENTRY)]
            if head[1].lower() == "string":
                strings.append(entry[:2000])
            else:
                entries.setdefault(head[2], entry)
        abbreviations = "".join(strings)[:_LONGEST_ENTRY]
        for key in sorted(cited & entries.keys()):
            yield from self._entry(name, key, entries, abbreviations)

    def _entry(self, name: str, key: str, entries: Mapping[str, str], abbreviations: str) -> Iterator[Work]:
        entry = entries[key]
        parent = _PARENT.search(entry)
        if parent and parent[1] != key:
            entry += "\n" + entries.get(parent[1], "")
        try:
            works = items(f"{abbreviations}\n{entry}", name)
        except CatalogueError as fault:
            self.unread.append(f"{name[:120]}: entry {key[:80]!r} not read: {fault}"[:400])
            return
        yield from (work for work in works if work.get("id") == key)
