"""A document's references as a person points at them, and as works for the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from holdwater.errors import CatalogueError
from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.model import CitationKind, Extraction, Reference
from holdwater.patterns import waiting
from holdwater.sources.identify import comparable
from holdwater.sources.words import Words

_NOT_THE_WORKS = frozenset({"locator", "label", "prefix", "suffix", "suppress-author", "author-only", "custom"})
"""Fields that say something of the citation, not of the work."""

_NUMBERED = waiting(r"(.+)\.(\d{1,3})", re.DOTALL)
_SHOWN = 60
_MOST_SHOWN = 12


def csl_of(reference: Reference) -> dict[str, object]:
    """What a reference says of its work, as CSL-JSON; its id is the citation key, if it has one."""
    csl = {name: value for name, value in reference.csl.items() if name not in _NOT_THE_WORKS and name != "id"}
    key = csl.get("citation-key")
    return {"id": key, **csl} if isinstance(key, str) and key else csl


class Labels:
    """What a person calls the references of one document: a note's number, a citation key, "[3]", "Doe 2019"."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._references = {one.id: one for one in extraction.references}

    def reference(self, label: str) -> Reference:
        """The one reference that `label` means.

        Of a note with several works, "14.2" is the second. A reference's own id is a label too, and so is its DOI,
        address or number.

        Raises:
            CatalogueError: there is none, or there are several; it names them.
        """
        found = self._called(label.strip())
        if not found:
            numbered = _NUMBERED.fullmatch(label.strip())
            within = self._called(numbered[1]) if numbered else []
            if numbered and 0 < int(numbered[2]) <= len(within):
                return within[int(numbered[2]) - 1]
            raise self._unknown(label.strip())
        if len(found) > 1:
            named = "; ".join(f"{label}.{number} is {shown(one)}" for number, one in enumerate(found[:_MOST_SHOWN], 1))
            raise CatalogueError(f"{label} names {len(found)} works: {named}", mend="say which")
        return found[0]

    def of(self, reference: Reference) -> str:
        """What a person would call a reference: the number of the first note that names it, or else what it has."""
        for label, named in self._notes.items():
            if reference.id in named:
                return label if len(named) == 1 else f"{label}.{named.index(reference.id) + 1}"
        key = reference.csl.get("citation-key")
        if isinstance(key, str) and key:
            return key
        scheme, _, value = reference.id.partition(":")
        if scheme == "entry" and value.isdigit():
            return f"[{value}]"
        return value if scheme == "entry" else reference.id

    @cached_property
    def _notes(self) -> dict[str, list[str]]:
        """The ids of the references that the notes of each number name, in their order."""
        notes: dict[str, list[str]] = {}
        for citation in self._extraction.citations:
            if citation.kind is CitationKind.NOTE:
                named = notes.setdefault(citation.label, [])
                named += (one for one in citation.references if one not in named)
        return notes

    def _called(self, label: str) -> list[Reference]:
        """The references that a label means, by the first way of meaning that finds any; a note's number means it."""
        if label in self._notes:
            return [self._references[one] for one in self._notes[label] if one in self._references]
        ways = (self._by_name, self._by_identifier, self._by_author_and_year)
        for way in ways:
            found = [self._references[one] for one in dict.fromkeys(way(label)) if one in self._references]
            if found:
                return found
        return []

    def _by_name(self, label: str) -> Iterator[str]:
        name = label.strip("[]").lstrip("@#").lower()
        for one in self._references.values():
            keys = (one.csl.get("citation-key"), one.csl.get("id"), one.id, one.id.removeprefix("entry:"))
            if name and name in [str(key).lower() for key in keys if key]:
                yield one.id

    def _by_identifier(self, label: str) -> Iterator[str]:
        wanted = set(comparable(identifiers_in(label)))
        return (one.id for one in self._references.values() if wanted & set(comparable(one.identifiers)))

    def _by_author_and_year(self, label: str) -> Iterator[str]:
        words = Words.of(label).texts
        for citation in self._extraction.citations:
            dated = citation.kind is CitationKind.AUTHOR_DATE and bool(words)
            if dated and Words.of(citation.label).texts[: len(words)] == words:
                yield from citation.references

    def _unknown(self, label: str) -> CatalogueError:
        if label in self._notes:
            what = f"no work could be read out of note {label}"
            return CatalogueError(what, mend="describe the work in the note, with its author, title and year")
        known = list(dict.fromkeys(self.of(one) for one in self._references.values()))
        more = ", …" if len(known) > _MOST_SHOWN else ""
        mend = f"there are {', '.join(known[:_MOST_SHOWN])}{more}" if known else "it names no works"
        return CatalogueError(f"the document has no note, entry or citation called {label!r}", mend=mend)


def shown(reference: Reference) -> str:
    """A reference's own words, cut to a line's part, between quotation marks."""
    words = " ".join(reference.raw.split()) or str(reference.csl.get("title") or reference.id)
    return f"“{words[: _SHOWN - 1].rstrip()}…”" if len(words) > _SHOWN else f"“{words}”"
