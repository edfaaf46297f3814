"""The works that a note names: full descriptions, "Ibid.", "op. cit." and short titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from holdwater.document import Document, Note, Record, Span
from holdwater.extract.csl import parse_reference, without_signal
from holdwater.extract.entries import emphasised, linked_identifiers
from holdwater.extract.identifiers import find_identifiers, identifiers_in
from holdwater.extract.locators import bare_page, locator_in
from holdwater.extract.model import Locator, Reference
from holdwater.extract.people import families, people_in
from holdwater.extract.records import Records, cited_in, take_up
from holdwater.extract.reference.quoted import goes_on, quoted_in
from holdwater.extract.register import Register, plain_title
from holdwater.extract.shapes import LONGEST, YEAR, looks_like_work, low_share
from holdwater.patterns import waiting

_TELLING_TITLE = 3  # words from which on a title alone tells works apart
_IBID = waiting(r"^\W{0,3}(?:ibid(?:em)?|id)\b\.?", re.IGNORECASE)
_BACK = waiting(r"\b(?:op\.? ?cit|loc\.? ?cit|supra|as above|cited above)\b", re.IGNORECASE)
_BACK_NOTE = waiting(r"\b(?:notes?|n\.)\s?(\d{1,4})\b(?:\s(?:above|supra))?")
_FAMILY = waiting(
    r"^(?:[A-Z]\.\s?){0,3}(?:[A-ZÀ-Þ][\w'’-]+\s){0,2}?([A-ZÀ-Þ][\w'’-]{1,40})(?:,|\s\(?\d|\s(?:and|&)\s|$|\.)"
)
_DETAILS = waiting(r",\s?(?=(?:pp?|secs?|chs?|chap|paras?|vol|nn?|art)\.|§|\d|at\s\d)")
_PROSE_LEAD = waiting(r"^[A-ZÀ-Þ][^\"“”.;()]{6,100}?\b(?:in|by|from|see)\s(?=[A-ZÀ-Þ][\w.'’-]*\s[A-ZÀ-Þ])")
_WITHIN = waiting(r"(?<=\d);\s?\d")  # "2019;4:12-20": the year, volume and pages of one article
_TITLE_WORD = waiting(r"[^\W\d_]{3,}")
_NEXT_WORK = waiting(r"(?<=[.”\"’)])\s+(?=(?:[Ss]ee|Cf\.|Also)\s[^.]{3})")


IsInHand = Callable[[Reference], bool]
"""Whether words that may be prose name a source in hand."""


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A work named in a note: the reference it resolves to, where, and the page given for it."""

    reference: str
    span: Span
    locator: Locator | None = None


class NoteReader:
    """Reads the notes of a document in their order, since "Ibid." and short titles look back."""

    def __init__(self, document: Document, register: Register, records: Records, is_in_hand: IsInHand) -> None:
        self._document, self._register, self._records, self._is_in_hand = document, register, records, is_in_hand
        self._last: NamedWork | None = None
        self._ahead: dict[str, str] = {}  # works that a note cites and a later one describes, by their records' ids
        self._by_note: dict[str, tuple[NamedWork, ...]] = {}

    def read(self, note: Note) -> tuple[NamedWork, ...]:
        """The works that `note` names, each put into the register where it is new."""
        works = tuple(work for piece in pieces_of(self._document.text, note.span) for work in self._works(note, piece))
        self._by_note[note.label] = works
        if works:
            self._last = works[-1]
        return works

    def _works(self, note: Note, piece: Span, quoted: str = "") -> Iterator[NamedWork]:
        """The works of one piece of a note; `quoted` describes a work that the piece's own quotes."""
        stated = list(self._stated(piece))
        if stated:
            yield from stated
            return
        text = piece.of(self._document.text)
        through = quoted_in(text)
        if through:
            in_hand = list(self._works(note, Span(piece.start + through[1], piece.end), text[: through[0]]))
            if in_hand:
                yield from in_hand
                return
        back = self._look_back(text, piece)
        if back is not None:
            yield back
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

    def _look_back(self, text: str, piece: Span) -> NamedWork | None:
        locator = locator_in(text)
        if _IBID.match(text):
            if self._last is None:
                return None
            return NamedWork(self._last.reference, piece, locator or bare_page(text) or self._last.locator)
        backward = _BACK.search(text)
        pointed = _BACK_NOTE.search(text) if backward or len(text) < 80 else None
        if backward and pointed and self._by_note.get(pointed[1]):
            rest = text[pointed.end() :]
            return NamedWork(self._by_note[pointed[1]][0].reference, piece, locator_in(rest) or bare_page(rest))
        if backward or not looks_like_work(text) or len(text) < 80:
            short = self._short_form(text, bool(backward))
            if short:
                return NamedWork(short, piece, locator or bare_page(text))
        return None

    def _short_form(self, text: str, backward: bool) -> str | None:
        """The earlier work that "Doe, The Water Works" or "Doe 1999" means."""
        family = _FAMILY.match(text) if len(text) <= LONGEST else None
        if family is None or re.search(r"\([^()]*:[^()]*\d{4}\)", text):
            return None
        year = re.search(rf"\b({YEAR}[a-z]?)\b", text)
        known = self._register.by_author(family[1], year[1] if year else "")
        if not known:
            return None
        words = plain_title(_DETAILS.split(text[family.end() :])[0])
        titled = [each for each in known if words and _shares_title(words, self._register.get(each))]
        if titled:
            return titled[-1]
        other = len(_TITLE_WORD.findall(words)) > 1  # the author has another title of that year
        return known[-1] if backward or not words or (year and not other) else None

    def _described(self, note: Note, piece: Span, quoted: str) -> NamedWork:
        text = piece.of(self._document.text)
        found = (*identifiers_in(text), *linked_identifiers(self._document, piece))
        known = self._register.identified(found)
        locator = locator_in(re.sub(r"https?://\S+", "", text)) or _final_page(text)
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


def pieces_of(text: str, span: Span) -> Iterator[Span]:
    """A note's text parted at the semicolons and signals that begin another work, without words such as "See also".

    A semicolon before "quoted in" parts nothing: the work quoted and the one in hand are one citation.
    """
    for start, end in _parts(text, span):
        piece = text[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        begin += without_signal(text[begin:end])
        stop = start + len(piece.rstrip())
        if begin < stop:
            yield Span(begin, stop)


def _parts(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start, depth, quoted = span.start, 0, False
    cuts = {match.end() for match in _NEXT_WORK.finditer(text, span.start, span.end)}
    for offset in range(span.start, span.end):
        char = text[offset]
        if offset in cuts and not depth and not quoted:
            yield start, offset
            start = offset
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char in "“”":
            quoted = char == "“"
        elif (
            char == ";"
            and not depth
            and not quoted
            and not _WITHIN.match(text, offset)
            and not goes_on(text, offset + 1)
        ):
            yield start, offset
            start = offset + 1
    yield start, span.end


def _joins(text: str, offset: int) -> bool:
    """Whether the semicolon at `offset` stands within one citation: "2019;4:12-20", "…; quoted in …"."""
    return _WITHIN.match(text, offset) is not None or goes_on(text, offset + 1)


def _shares_title(words: str, reference: Reference) -> bool:
    title = plain_title(str(reference.csl.get("title", "")))
    return bool(title) and (words in title or title in words)


def _final_page(text: str) -> Locator | None:
    match = re.search(r"\)[,:]\s?(\d{1,5}(?:[-–]\d{1,5})?)\.?$", text.strip())
    return Locator("page", match[1]) if match else None
