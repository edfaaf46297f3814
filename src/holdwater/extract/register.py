"""The works that a document names, looked up by label, identifier, or author and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from holdwater.document import Span
from holdwater.extract.case_short_forms import ShortForm, volumes_cited
from holdwater.extract.model import Reference
from holdwater.extract.people import families
from holdwater.extract.short_titles import ShortTitles

_MOST_IN_VOLUME = 64  # decisions of one volume that are looked through
_OPENING = 4  # words from which on the beginning of a description tells it from others
_LONGEST_OPENING = 200  # characters
_MOST_ALIKE = 32  # descriptions with one beginning that are looked through


class Register:
    """Collects a document's references, one for each work as far as the document itself shows it."""

    def __init__(self) -> None:
        self._references: dict[str, Reference] = {}
        self._labels: dict[str, str] = {}
        self._identifiers: dict[str, str] = {}
        self._authors: dict[str, list[str]] = {}
        self._titles: dict[str, list[str]] = {}
        self._volumes: dict[tuple[str, str], list[tuple[int, str]]] = {}
        self._openings: dict[tuple[str, ...], list[str]] = {}
        self._short_titles = ShortTitles()
        self._taken: dict[str, int] = {}
        self.dated = False  # whether some entry can be cited by author and year
        self.numbered = False  # whether the entries are numbered

    def add(self, reference: Reference, label: str = "") -> str:
        """Take up a reference and return its id, changed where another has it already."""
        identity = self._free(reference.id)
        if identity != reference.id:
            reference = Reference(identity, reference.span, reference.raw, reference.csl, reference.identifiers)
        self._references[identity] = reference
        if label:
            self._labels.setdefault(_folded(label), identity)
            self.numbered = self.numbered or label.isdigit()
        for identifier in reference.identifiers:
            self._identifiers.setdefault(identifier, identity)
        for family in families(reference.csl.get("author") or reference.csl.get("editor")):
            self._authors.setdefault(_folded(family), []).append(identity)
        title = reference.csl.get("title")
        if isinstance(title, str):
            self._titles.setdefault(plain_title(title), []).append(identity)
        self._short_titles.add(reference)
        self._openings.setdefault(_opening(plain_title(reference.raw[:_LONGEST_OPENING])), []).append(identity)
        for volume, page in volumes_cited(reference.raw):
            self._volumes.setdefault(volume, []).append((page, identity))
        return identity

    def add_part(self, reference: Reference) -> str:
        """Take up a reference to a part of a work that is known already, and under which alone it is looked up."""
        identity = self._free(reference.id)
        self._references[identity] = Reference(
            identity, reference.span, reference.raw, reference.csl, reference.identifiers
        )
        return identity

    def restate(self, reference: Reference) -> str:
        """Put another description in the place of the reference with this id."""
        self._references[reference.id] = reference
        return reference.id

    def named(self, identifier: str, span: Span, raw: str) -> str:
        """The id of the reference with this identifier, made from it where the document has no entry for it."""
        known = self._identifiers.get(identifier)
        if known is not None:
            return known
        raw = raw if any(letter.isalpha() for letter in raw) else identifier.partition(":")[2]
        return self.add(Reference(identifier, span, raw, _from_identifier(identifier, raw), (identifier,)))

    def describe(self, reference: str, csl: Mapping[str, object], label: str) -> None:
        """Put fields that are known for certain before those read out of a reference's words, under a further label."""
        old = self._references[reference]
        self._references[reference] = Reference(old.id, old.span, old.raw, {**old.csl, **csl}, old.identifiers)
        if label:
            self._labels.setdefault(_folded(label), reference)

    def same_work(self, csl: Mapping[str, object]) -> str | None:
        """The reference with the same title and first author, and the same year if both give one."""
        title = csl.get("title")
        for each in self._titles.get(plain_title(title), []) if isinstance(title, str) else []:
            other = self._references[each]
            by_same = families(other.csl.get("author"))[:1] == families(csl.get("author"))[:1]
            years = {year_of(other)[:4], year_in(csl)[:4]} - {""}
            if by_same and len(years) < 2:
                return each
        return None

    def also(self, reference: str, identifiers: Iterable[str]) -> None:
        """Note further identifiers of a reference: parallel citations, the address behind a link."""
        old = self._references[reference]
        new = tuple(dict.fromkeys((*old.identifiers, *identifiers)))
        self._references[reference] = Reference(old.id, old.span, old.raw, old.csl, new)
        for identifier in new:
            self._identifiers.setdefault(identifier, reference)

    def labelled(self, label: str) -> str | None:
        """The id of the entry with this label."""
        return self._labels.get(_folded(label))

    def identified(self, identifiers: Iterable[str]) -> str | None:
        """The id of the first reference that has one of these identifiers."""
        return next((self._identifiers[each] for each in identifiers if each in self._identifiers), None)

    def by_author(self, family: str, year: str = "") -> list[str]:
        """The ids of the works of an author, of one year if given: with its letter ("2019a") where one has it."""
        ids = self._authors.get(_folded(family), [])
        exact = [each for each in ids if not year or year_of(self._references[each]) == year]
        return exact or [each for each in ids if year_of(self._references[each]) == year[:4]]

    def abbreviated(self, letters: str, year: str) -> list[str]:
        """The ids of the works of a year by the one body whose name has these initials: "WHO"."""
        if not (letters.isupper() and letters.isalpha() and len(letters) > 1):
            return []
        bodies: dict[str, list[str]] = {}
        for reference in self._references.values():
            for name in families(reference.csl.get("author")):
                if year_of(reference) == year and _initials(name) == letters.lower():
                    bodies.setdefault(name, []).append(reference.id)
        return next(iter(bodies.values())) if len(bodies) == 1 else []

    def has_title(self, title: str) -> bool:
        """Whether `title` is the title of a work that the document refers to."""
        return plain_title(title) in self._titles

    def titled(self, title: str) -> list[str]:
        """The ids of the works with this title."""
        return self._titles.get(plain_title(title), [])

    def person(self, family: str) -> str:
        """The name in full of the author with this family name; "" where the document refers to none or to several."""
        names = {_full_name(self._references[each], family) for each in self._authors.get(_folded(family), [])}
        return names.pop() if len(names) == 1 else ""

    def beginning(self, words: str) -> str | None:
        """The id of the one work whose description begins with these words; None without one and with several."""
        plain = plain_title(words)
        if len(_opening(plain)) < _OPENING:
            return None
        same = self._openings.get(_opening(plain), [])[:_MOST_ALIKE]
        found = [each for each in same if f"{plain_title(self._references[each].raw)} ".startswith(f"{plain} ")]
        return found[0] if len(found) == 1 and len(same) < _MOST_ALIKE else None

    def pass_over(self, text: str) -> None:
        """Note words that may describe a work which could not be made out."""
        self._short_titles.pass_over(text)

    def called(self, text: str) -> str | None:
        """The id of the one work that a note calls by the beginning of its body's name or title: "Estimates, p. 3"."""
        return self._short_titles.meant(text)

    def decision(self, short: ShortForm) -> str | None:
        """The id of the decision that a short form means: the one named that begins last before the page."""
        party = plain_title(short.party)
        found = [
            (page, each)
            for page, each in self._volumes.get(short.volume, [])[:_MOST_IN_VOLUME]
            if page <= short.first_page and party in plain_title(self._references[each].raw)
        ]
        return max(found)[1] if found else None

    def get(self, reference: str) -> Reference:
        """The reference with this id."""
        return self._references[reference]

    def all(self) -> tuple[Reference, ...]:
        """Every reference, in the order in which the document describes them."""
        return tuple(sorted(self._references.values(), key=lambda each: each.span))

    def _free(self, wanted: str) -> str:
        count = self._taken.get(wanted, 0) + 1
        self._taken[wanted] = count
        if count == 1 and wanted not in self._references:
            return wanted
        return f"{wanted}~{count}"


def year_of(reference: Reference) -> str:
    """The year of a reference with its letter: "2019a"; "" without one."""
    return year_in(reference.csl)


def year_in(csl: Mapping[str, object]) -> str:
    """The year of a CSL item with its letter: "2019a"; "" without one."""
    issued = csl.get("issued")
    try:
        year = str(issued["date-parts"][0][0])  # type: ignore[index]
    except (TypeError, KeyError, IndexError):
        return ""
    return year + str(csl.get("year-suffix", ""))


def _full_name(reference: Reference, family: str) -> str:
    authors = reference.csl.get("author")
    for person in authors if isinstance(authors, list) else []:
        if _folded(person.get("family", "")) == _folded(family):
            return f"{person.get('given', '')} {person['family']}".strip()
    return family


def _opening(plain: str) -> tuple[str, ...]:
    return tuple(plain.split(" ", _OPENING)[:_OPENING])


def plain_title(title: str) -> str:
    """A title's words in lower case, for comparison."""
    return " ".join(re.findall(r"\w+", title.lower()))


def _initials(name: str) -> str:
    """The first letters of a body's telling words, in lower case."""
    return "".join(word[0] for word in name.split() if word not in ("of", "for", "the", "and", "on", "in", "to", "&"))


def _folded(label: str) -> str:
    return re.sub(r"[\s\[\]’'.]+", "", label).lower()


def _from_identifier(identifier: str, raw: str) -> dict[str, object]:
    scheme, _, value = identifier.partition(":")
    match scheme:
        case "rfc":
            return {"type": "standard", "title": f"RFC {value}", "number": f"RFC {value}"}
        case "doi":
            return {"type": "document", "DOI": value}
        case "url":
            return {"type": "webpage", "URL": value}
        case "arxiv":
            return {"type": "article", "number": f"arXiv:{value}"}
        case "isbn":
            return {"type": "book", "ISBN": value}
        case "reporter":
            return {"type": "legal_case", "references": value}
        case _:
            return {"type": "document", "title": " ".join(raw.split())[:300]}
