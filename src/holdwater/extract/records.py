"""Works that the file itself describes field by field: what it says goes before what can be read out of its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from holdwater.document import Document, Mark, MarkKind, Record, Span
from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.model import Reference
from holdwater.extract.register import Register, year_in
from holdwater.patterns import waiting

_MOST = 2000  # characters of one field, and people of one list
_NAMES = ("author", "editor", "translator", "container-author", "collection-editor", "director", "interviewer")
_DATES = ("issued", "accessed", "original-date", "event-date")
_WRITTEN = waiting(r"(?<!\d)(1[0-9]\d\d|20\d\d)(?!\d)(?:-(\d\d?)(?:-(\d\d?))?)?")
_PERSON = ("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle")


class Records:
    """The records of a document, by the place of the words that print them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._records = sorted(document.records, key=lambda record: record.span)
        self._starts = [record.span.start for record in self._records]
        self._by_id = {record.id: record for record in reversed(self._records) if record.id}
        self._taken: set[int] = set()

    def printed_in(self, span: Span) -> Iterator[Record]:
        """The records whose words begin in `span`; each counts as taken up from then on."""
        index = bisect_left(self._starts, span.start)
        while index < len(self._records) and self._starts[index] < max(span.end, span.start + 1):
            if len(self._records[index].span):
                self._taken.add(index)
                yield self._records[index]
            index += 1

    def called(self, id: str) -> Record | None:  # noqa: A002 - Record's own word
        """The record of this id; None where there is none."""
        return self._by_id.get(id)

    def add_unprinted(self, register: Register) -> None:
        """Take up every record that no entry and no note prints; one of a known work says more of that work."""
        for index, record in enumerate(self._records):
            inside = self._document.note_at(record.span.start) if len(record.span) else None
            if index in self._taken or inside is not None:
                continue
            self._taken.add(index)
            take_up(record, register, self._document)


def take_up(record: Record, register: Register, document: Document) -> str:
    """The id of the reference that a record makes, or of the known one that it says more of."""
    csl = sound(record.csl)
    identifiers = identifiers_of(csl)
    known = register.identified(identifiers) or register.same_work(csl)
    if known is not None:
        register.describe(known, csl, record.id)
        register.also(known, identifiers)
        return known
    raw = " ".join(record.span.of(document.text).split()) or _described(csl)
    return register.add(Reference(f"record:{record.id}", record.span, raw, csl, identifiers), record.id)


def _described(csl: Mapping[str, object]) -> str:
    """A work that the text does not print, in the words of its record: "Doe, The Water Works, 1999"."""
    people = csl.get("author") or csl.get("editor")
    names = [str(one.get("family") or one["literal"]) for one in people] if isinstance(people, list) else []
    family = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    year = year_in(csl)
    parts = (family, csl.get("title"), csl.get("container-title"), year)
    return ", ".join(str(part) for part in parts if part)


def cited_in(document: Document, span: Span) -> Iterator[Mark]:
    """The format's own citations in a stretch of text."""
    first = bisect_left(document.marks, span.start, key=lambda mark: mark.span.start)
    for mark in document.marks[first:]:
        if mark.span.start >= max(span.end, span.start + 1):
            return
        if mark.kind is MarkKind.CITATION:
            yield mark


def identifiers_of(csl: Mapping[str, object]) -> tuple[str, ...]:
    """The identifiers of a CSL item: those of its DOI, ISBN, number and address."""
    written = [
        *_words(csl, "DOI", "https://doi.org/"),
        *_words(csl, "ISBN", "ISBN "),
        *_words(csl, "number", ""),
        *_words(csl, "URL", ""),
    ]
    found = (one for words in written for one in identifiers_in(words))
    return tuple(dict.fromkeys(one for one in found if not one.startswith("file:")))


def _words(csl: Mapping[str, object], name: str, lead: str) -> Iterator[str]:
    value = csl.get(name)
    if isinstance(value, str) and value.strip():
        plain = value.strip()
        yield plain if lead and plain.lower().startswith(("http://", "https://", "isbn")) else lead + plain


def sound(csl: Mapping[str, object]) -> dict[str, object]:
    """A CSL item without what is none: fields that are no text, people without a name, dates that are no dates."""
    kept: dict[str, object] = {}
    for name, value in csl.items():
        if name in _NAMES:
            people = _people(value)
            if people:
                kept[name] = people
        elif name in _DATES:
            date = _date(value)
            if date:
                kept[name] = date
        elif isinstance(value, str) and value.strip():
            kept[str(name)] = " ".join(value[:_MOST].split())
        elif isinstance(value, int) and not isinstance(value, bool):
            kept[str(name)] = str(value)
    return kept


def _people(value: object) -> list[dict[str, str]]:
    people = []
    for one in value[:_MOST] if isinstance(value, list) else []:
        if isinstance(one, Mapping):
            person = {part: one[part][:200].strip() for part in _PERSON if isinstance(one.get(part), str)}
            person = {part: words for part, words in person.items() if words}
            if "family" in person or "literal" in person:
                people.append(person)
    return people


def _date(value: object) -> dict[str, object]:
    if not isinstance(value, Mapping):
        return {}
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(part) for part in first[:3] if isinstance(part, int) or (isinstance(part, str) and part.isdigit())]
    if numbers and abs(numbers[0]) < 10_000:
        return {"date-parts": [numbers]}
    written = value.get("raw") or value.get("literal")
    found = _WRITTEN.search(written[:100]) if isinstance(written, str) else None
    return {"date-parts": [[int(part) for part in found.groups() if part]]} if found else {}
