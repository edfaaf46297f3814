"""The works that a note names: full descriptions, "Ibid.", "op. cit." and short titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from holdwater.document import Document, Note, Record, Span
from holdwater.extract.csl import parse_reference
from holdwater.extract.entries import emphasised, linked_identifiers
from holdwater.extract.ibidem import again_in
from holdwater.extract.identifiers import find_identifiers, identifiers_in
from holdwater.extract.locators import bare_page, locator_in
from holdwater.extract.model import Locator, Reference
from holdwater.extract.note_law import NoteLaw
from holdwater.extract.note_memory import NamedWork, NoteMemory
from holdwater.extract.note_pieces import described_in, pieces_of
from holdwater.extract.note_pointers import Pointer, agrees, pointer_in
from holdwater.extract.note_volumes import NoteVolumes
from holdwater.extract.people import families, people_in
from holdwater.extract.records import Records, cited_in, take_up
from holdwater.extract.reference.quoted import quoted_in
from holdwater.extract.register import Register, plain_title, year_of
from holdwater.extract.shapes import LONGEST, YEAR, looks_like_work, low_share
from holdwater.extract.short_titles import of_another_issue, only_a_place
from holdwater.patterns import waiting

_TELLING_TITLE = 3  # words from which on a title alone tells works apart
_BACK = waiting(r"\b(?:op\.? ?cit|loc\.? ?cit|supra|as above|cited above)\b", re.IGNORECASE)
_FAMILY = waiting(
    r"^(?:[A-Z]\.\s?){0,3}(?:[A-ZÀ-Þ][\w'’-]+\s){0,2}?([A-ZÀ-Þ][\w'’-]{1,40})(?:\set\sal\b\.?)?(?:,|\s\(?\d|\s(?:and|&)\s|$|\.)"
)
_DETAILS = waiting(
    r",[”\"’']?\s?(?=(?:pp?|secs?|chs?|chap|paras?|vol|nn?|art|fols?)\.|§|\d|[IVX]{1,5}:\d|at\s\d|Q\.?\s?\d|"
    r"(?:sections?|chapters?|parts?|tables?|paragraphs?|para)\s\d|passim\b)"
)
_PROSE_LEAD = waiting(r"^[A-ZÀ-Þ][^\"“”.;()]{6,100}?\b(?:in|by|from|see)\s(?=[A-ZÀ-Þ][\w.'’-]*\s[A-ZÀ-Þ])")
_ONE_YEAR = waiting(rf"(?<![-–])\b({YEAR}[a-z]?)\b(?!\s?[-–]\s?\d)")
_YEARS = waiting(rf",\s?{YEAR}\s?[-–]\s?{YEAR}")
_TITLE_WORD = waiting(r"[^\W\d_]{3,}")


IsInHand = Callable[[Reference], bool]
"""Whether words that may be prose name a source in hand."""


class NoteReader:
    """Reads the notes of a document in their order, since "Ibid." and short titles look back."""

    def __init__(self, document: Document, register: Register, records: Records, is_in_hand: IsInHand) -> None:
        self._document, self._register, self._records, self._is_in_hand = document, register, records, is_in_hand
        self._ahead: dict[str, str] = {}  # works that a note cites and a later one describes, by their records' ids
        self._memory = NoteMemory(document)
        self._law = NoteLaw(document, register)
        self._volumes = NoteVolumes(register)

    def read(self, note: Note) -> tuple[NamedWork, ...]:
        """The works that `note` names, each put into the register where it is new."""
        self._memory.begin(note)
        for piece in pieces_of(self._document.text, note.span):
            text = piece.of(self._document.text)
            works = list(self._works(note, piece))
            cited = [part for work in works for part in self._volumes.of(work, text)] if len(works) == 1 else works
            self._memory.take(text, tuple(cited))
            if not works:
                self._register.pass_over(text)
        return self._memory.end()

    def _works(self, note: Note, piece: Span, quoted: str = "") -> Iterator[NamedWork]:
        """The works of one piece of a note; `quoted` describes a work that the piece's own quotes."""
        stated = list(self._stated(piece))
        if stated:
            yield from stated
            return
        law = self._law.read(note, piece, self._memory.cited_last())
        if law is not None:
            yield law
            return
        text = piece.of(self._document.text)
        through = quoted_in(text)
        if through:
            self._memory.quotes(Span(piece.start, piece.start + len(text[: through[0]].rstrip(" ,;.(["))))
            in_hand = list(self._works(note, Span(piece.start + through[1], piece.end), text[: through[0]]))
            if in_hand:
                yield from in_hand
                return
        back = self._look_back(text, piece)
        if back is not None:
            yield from back
        elif looks_like_work(text) or self._names_one_in_hand(note, piece):
            yield self._described(note, piece, quoted)
        else:
            yield from self._mentioned(piece)

    def _names_one_in_hand(self, note: Note, piece: Span) -> bool:
        """Whether a piece that might be prose, "Tidal Mills, 12", names a work that is in hand."""
        text = piece.of(self._document.text)
        if len(text) > LONGEST:
            return False
        return self._is_in_hand(Reference(f"note:{note.id}", piece, text, {}, tuple(identifiers_in(text))))

    def _mentioned(self, piece: Span) -> Iterator[NamedWork]:
        """The works whose identifiers or addresses stand in prose, or behind its links."""
        text = piece.of(self._document.text)
        locator = locator_in(text[:LONGEST])
        found = list(find_identifiers(self._document.text, piece.start, piece.end, prose=True))
        for one in found:
            known = self._register.named(one.identifier, one.span, one.span.of(self._document.text))
            yield NamedWork(known, one.span, locator)
        if not found:
            for identifier in dict.fromkeys(linked_identifiers(self._document, piece)):
                yield NamedWork(self._register.named(identifier, piece, text), piece, locator)

    def _stated(self, piece: Span) -> Iterator[NamedWork]:
        """The works that the file itself states here: by a record, or by the format's own citations."""
        text = piece.of(self._document.text)
        records = list(self._records.printed_in(piece))
        for record in records:
            added = self._ahead.get(record.id) or take_up(record, self._register, self._document)
            yield NamedWork(added, record.span, locator_in(_after(record, piece, self._document.text)))
        for mark in cited_in(self._document, piece):
            known = self._cited(mark.target.lstrip("#@")) if mark.target else None
            if known and not records:
                yield NamedWork(known, mark.span, locator_in(mark.label) or locator_in(text))

    def _cited(self, target: str) -> str | None:
        """The work of this key, one that the file describes only further on included."""
        known = self._register.labelled(target)
        record = self._records.called(target) if known is None else None
        if record is not None:
            known = self._ahead[record.id] = take_up(record, self._register, self._document)
        return known

    def _look_back(self, text: str, piece: Span) -> Sequence[NamedWork] | None:
        """The earlier works that a piece of a note means; none where it means one not known, None where it does not."""
        again = again_in(text)
        if again is not None:
            return [
                NamedWork(work.reference, piece, again.locator or (work.locator if again.bare else None))
                for work in self._memory.cited_last()
            ]
        pointer = pointer_in(text)
        if pointer is not None:
            pointed = self._pointed(pointer, piece)
            if pointed is not None:
                return pointed
        backward = bool(_BACK.search(text))
        if pointer is not None:
            text = pointer.without_number
        if backward or not looks_like_work(text) or len(text) < 80:
            unclear = pointer is not None and (not pointer.numbers or self._memory.has_note(pointer.numbers))
            short = self._short_form(text, backward, by_title=unclear)
            short = short or self._begun(text) or (None if unclear else self._register.called(text))
            if short:
                return [NamedWork(short, piece, self._place(text, short))]
        return None

    def _pointed(self, pointer: Pointer, piece: Span) -> Sequence[NamedWork] | None:
        """The works of the notes whose numbers a note gives; None where its words alone may tell."""
        if not pointer.lead.strip(" ,(["):
            return [
                NamedWork(each.reference, piece, pointer.locator) for each in self._memory.of_notes(pointer.numbers)
            ]
        found: list[str] = []
        for note in self._memory.notes(pointer.numbers):
            known = [each.reference for each in note.works]
            described = " ".join([note.text, *(self._register.get(each).raw for each in known)])
            if agrees(pointer.lead, described):
                quoted = [each for span in note.quoted if (each := self._quoted_work(note.id, span, pointer.lead))]
                named = quoted or [each for each in known if agrees(pointer.lead, self._register.get(each).raw)]
                found.extend(named or known)
        return [NamedWork(each, piece, pointer.locator) for each in dict.fromkeys(found)] or None

    def _quoted_work(self, note: str, span: Span, lead: str, title: str = "") -> str | None:
        """The work that a note only knew through another and `lead` names (and `title`), put into the register."""
        text = span.of(self._document.text)
        if not (looks_like_work(text) and agrees(lead, text)):
            return None
        csl = parse_reference(text, emphasised(self._document, span))
        if title and not _shares_title(title, csl):
            return None
        known = self._register.same_work(csl)
        return known or self._register.add(Reference(f"note:{note}", span, text, csl, identifiers_in(text)))

    def _place(self, text: str, reference: str) -> Locator | None:
        """The page or the like that a short form gives: not the years of the title ("Ports, 1780–1830") or the work."""
        year = year_of(self._register.get(reference))[:4]
        undated = re.sub(rf",[”\"’']?\s{year}", "", text) if year else text
        return locator_in(text) or bare_page(_YEARS.sub("", undated))

    def _short_form(self, text: str, backward: bool, by_title: bool) -> str | None:
        """The earlier work that "Doe, The Water Works" or "Doe 1999" means; `by_title`: only if the title tells it."""
        family = _FAMILY.match(text) if len(text) <= LONGEST else None
        if family is None or re.search(r"\([^()]*:[^()]*\d{4}\)", text):
            return None
        year = _ONE_YEAR.search(text)
        known = self._by_author(family[1], year[1] if year else "")
        alone = not by_title and len(set(known)) == 1 and not self._memory.described_by(family[1])
        if alone and only_a_place(text[family.end() :]):
            return known[0]
        words = plain_title(_DETAILS.split(text[family.end() :])[0])
        titled = [each for each in known if words and _shares_title(words, self._register.get(each).csl)]
        if titled:
            return titled[-1]
        if words:
            quoted = (self._quoted_work(note, span, text, words) for note, span in self._memory.described_by(family[1]))
            first = next(filter(None, quoted), None)
            if first:
                return first
        if by_title or not known:
            return None
        other = len(_TITLE_WORD.findall(words)) > 1  # the author has another title of that year
        return known[-1] if backward or not words or (year and not other) else None

    def _begun(self, text: str) -> str | None:
        """The earlier work whose description begins as a short form does, if it is no other volume or year of it."""
        known = self._register.beginning(_DETAILS.split(text[:LONGEST])[0])
        return None if known and of_another_issue(text, self._register.get(known).raw) else known

    def _by_author(self, family: str, year: str) -> list[str]:
        """The works of an author and a year, which may be the year of a title: "Roe, The Flood of 1881"."""
        known = self._register.by_author(family, year)
        if known or not year:
            return known
        every = self._register.by_author(family)
        return [each for each in every if year in str(self._register.get(each).csl.get("title", ""))]

    def _described(self, note: Note, piece: Span, quoted: str) -> NamedWork:
        text = piece.of(self._document.text)
        found = (*identifiers_in(text), *linked_identifiers(self._document, piece))
        known = self._register.identified(found)
        own = described_in(text)
        locator = locator_in(re.sub(r"https?://\S+", "", own))
        if locator is None or locator.label == "volume":
            locator = _final_page(own) or locator
        if known is None:
            piece = _without_prose(self._document, piece)
            text = piece.of(self._document.text)
            csl = parse_reference(text, emphasised(self._document, piece))
            if looks_like_work(quoted.strip(" ,;.(")):
                csl["custom"] = {"quotes": parse_reference(quoted)}
            identity = f"note:{note.id}"
            known = self._same_work(csl) or self._register.add(
                Reference(identity, piece, text, csl, tuple(dict.fromkeys(found)))
            )
        return NamedWork(known, piece, locator)

    def _same_work(self, csl: dict[str, object]) -> str | None:
        """The work already described with the same author, title and year."""
        title, authors = csl.get("title"), families(csl.get("author"))
        if not isinstance(title, str) or len(title.split()) < _TELLING_TITLE:
            return None
        for each in self._register.titled(title):
            other = self._register.get(each).csl
            by_same = families(other.get("author"))[:1] == authors[:1]
            in_same = other.get("container-title") == csl.get("container-title")
            if by_same and in_same and csl.get("issued") in (other.get("issued"), None):
                return each
        return None


def _after(record: Record, piece: Span, text: str) -> str:
    """What a piece of a note says after the words of a record."""
    return text[min(record.span.end, piece.end) : piece.end]


def _without_prose(document: Document, piece: Span) -> Span:
    """ "The quarrel is surveyed in Jane Doe, …" from the name on; a title ("Notes from Wend Harbour") stays whole."""
    lead = _PROSE_LEAD.match(piece.of(document.text))
    if lead is None or sum(word.islower() for word in lead[0].split()) < 3 or low_share(lead[0]) * 2 <= 1:
        return piece
    before = Span(piece.start, piece.start + lead.end())
    if emphasised(document, before) or people_in(lead[0].partition(",")[0]):
        return piece
    return Span(before.end, piece.end)


def _shares_title(words: str, csl: Mapping[str, object]) -> bool:
    title = plain_title(str(csl.get("title", "")))
    return bool(title) and (f" {words} " in f" {title} " or f" {title} " in f" {words} ")


def _final_page(text: str) -> Locator | None:
    match = re.search(r"\)[,:]\s?(\d{1,5}(?:[-–]\d{1,5})?)\.?$", text.strip())
    return Locator("page", match[1]) if match else None
