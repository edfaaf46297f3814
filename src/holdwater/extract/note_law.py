"""The works of law that a note names in the way of law: by number, by reporter and page, and in short forms of these.

    H.R. Rep. No. 104-12, at 7 (1995).   43 U.S.C. § 2953(a).   Id. § 2954.   538 U.S. 611, 613 (2003).
    Harlan, 412 W.D. at 214.

A decision may be named in the text alone, and its note give no more than the place: then the words before the note's
mark say whose decision it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from holdwater.document import Document, MarkKind, Note, Span
from holdwater.extract.case_names import case_name
from holdwater.extract.case_short_forms import (
    LONGEST_CASE,
    FullForm,
    ShortForm,
    full_form_in,
    full_forms,
    short_form_in,
)
from holdwater.extract.ibidem import again_in
from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.law_documents import LawDocument, another_section, law_document_in
from holdwater.extract.model import Locator, Reference
from holdwater.extract.note_memory import NamedWork
from holdwater.extract.register import Register, plain_title
from holdwater.extract.shapes import low_share

_BEFORE_MARK = 300  # characters of the text before a note's mark in which the decision is named
_MOST = 2000  # decisions cited in the body


@dataclass(frozen=True, slots=True)
class _Decision:
    """A decision cited by volume, reporter and page, and the words in which its parties are named."""

    reference: str
    full: FullForm
    named: str


class NoteLaw:
    """Reads the pieces of notes that cite law, and keeps the decisions that they cite."""

    def __init__(self, document: Document, register: Register) -> None:
        self._document, self._register = document, register
        self._decisions: list[_Decision] = []
        self._short: dict[tuple[str, tuple[str, str]], str] = {}

    def read(self, note: Note, piece: Span, last: Sequence[NamedWork]) -> NamedWork | None:
        """The work of law that a piece of a note cites; None where it cites none. `last` are the works cited last."""
        text = piece.of(self._document.text)
        document = self._again(text, last) or law_document_in(text)
        if document:
            return NamedWork(self._numbered(document, note, piece), piece, document.place)
        full = full_form_in(text)
        if full:
            place = Locator("page", full.pages) if full.pages else None
            return NamedWork(self._cited(full, note, piece), piece, place)
        short = short_form_in(text)
        meant = self._meant(short, note, piece) if short else None
        return NamedWork(meant, piece, Locator("page", short.pages)) if short and meant else None

    def _again(self, text: str, last: Sequence[NamedWork]) -> LawDocument | None:
        """The section that "Id. § 2954" names of the code cited last."""
        if "§" not in text[:80] or again_in(text) is None or len(last) != 1:
            return None
        identifiers = self._register.get(last[0].reference).identifiers
        return next(filter(None, (another_section(each, text) for each in identifiers)), None)

    def _numbered(self, document: LawDocument, note: Note, piece: Span) -> str:
        known = self._register.identified((document.identifier,))
        if known:
            return known
        csl: dict[str, object] = {"type": document.kind, "title": document.title}
        raw = document.title if document.kind == "legislation" else piece.of(self._document.text)
        return self._register.add(Reference(f"note:{note.id}", piece, raw, csl, (document.identifier,)))

    def _cited(self, full: FullForm, note: Note, piece: Span) -> str:
        """The decision whose place in the reports is all that a note gives."""
        identifiers = identifiers_in(full.written)
        known = self._register.identified(identifiers) or self._known_at(full)
        if known is None:
            raw = piece.of(self._document.text)
            known = self._register.add(Reference(f"note:{note.id}", piece, raw, _csl(full), identifiers))
        self._decisions.append(_Decision(known, full, self._before_mark(note)))
        return known

    def _known_at(self, full: FullForm) -> str | None:
        return next((each.reference for each in self._decisions if each.full.place == full.place), None)

    def _before_mark(self, note: Note) -> str:
        """The words of the text before the marks of a note, as far as their paragraphs go."""
        return " ".join(self._leading_up(offset) for offset in self._marked.get(note.id, ()))

    def _leading_up(self, offset: int) -> str:
        block = self._document.block_at(offset) or self._document.block_at(max(0, offset - 1))
        start = block.span.start if block else offset
        return self._document.text[max(start, offset - _BEFORE_MARK) : offset]

    @cached_property
    def _marked(self) -> dict[str, list[int]]:
        marked: dict[str, list[int]] = defaultdict(list)
        for mark in self._document.marks_of(MarkKind.NOTE):
            marked[mark.target].append(mark.span.start)
        return marked

    def _meant(self, short: ShortForm, note: Note, piece: Span) -> str | None:
        """The decision that a short form means: one cited in the notes, in the body, or nowhere else; None in prose."""
        known = self._register.decision(short) or _last_before(self._decisions, short) or self._in_body(short)
        if known or low_share(short.party):
            return known
        key = plain_title(short.party), short.volume
        if key not in self._short:
            volume, reporter = short.volume
            csl: dict[str, object] = {"type": "legal_case", "volume": volume, "container-title": reporter}
            csl |= {"locator": short.pages} | ({"title": short.party} if short.party else {})
            raw = piece.of(self._document.text)
            self._short[key] = self._register.add(Reference(f"note:{note.id}", piece, raw, csl))
        return self._short[key]

    def _in_body(self, short: ShortForm) -> str | None:
        found = _last_before(self._body, short)
        if found is None:
            return None
        cited = next(each for each in self._body if each.reference == found)
        identifiers = identifiers_in(cited.full.written)
        known = self._register.identified(identifiers)
        if known is None:
            name = case_name(self._document.text, cited.full.span.start).full
            csl = _csl(cited.full) | ({"title": name} if name else {})
            raw = f"{name}, {cited.full.written}" if name else cited.full.written
            identity = identifiers[0] if identifiers else f"decision:{cited.full.span.start}"
            known = self._register.add(Reference(identity, cited.full.span, raw, csl, identifiers))
        return known

    @cached_property
    def _body(self) -> list[_Decision]:
        """The decisions that the text itself cites, outside its notes; each is its own reference until it is needed."""
        text, notes = self._document.text, [note.span for note in self._document.notes]
        first = min((note.start for note in notes), default=len(text))
        cited = (
            each
            for each in full_forms(text)
            if each.span.start < first or not any(note.overlaps(each.span) for note in notes)
        )
        return [
            _Decision(f"body:{full.span.start}", full, self._leading_up(full.span.start))
            for full, _ in zip(cited, range(_MOST), strict=False)
        ]


def _last_before(decisions: Iterable[_Decision], short: ShortForm) -> str | None:
    """Of decisions in the volume of a short form, the one named so that begins last before its page."""
    party = plain_title(short.party)
    found = [
        (each.full.page, each.reference)
        for each in decisions
        if each.full.volume == short.volume
        and each.full.page <= short.first_page <= each.full.page + LONGEST_CASE
        and f" {party} " in f" {plain_title(each.named)} "
    ]
    return max(found)[1] if found else None


def _csl(full: FullForm) -> dict[str, object]:
    volume, reporter = full.volume
    csl: dict[str, object] = {
        "type": "legal_case",
        "volume": volume,
        "container-title": reporter,
        "page": str(full.page),
    }
    return csl | ({"issued": {"date-parts": [[full.year]]}} if full.year else {})
