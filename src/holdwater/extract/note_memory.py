"""What the notes read so far have named: what "Ibid." means next, and what the note of a number is about.

"Ibid." means the citation right before it. Where that one could not be made out, it means nothing that is known, and
never the work before that. Only a note about the wording ("Emphasis added.") is stepped over: any other may say in its
own way where something comes from ("A driver told me so.").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from holdwater.document import Document, MarkKind, Note, Span
from holdwater.extract.model import Locator
from holdwater.extract.shapes import begins_as_prose
from holdwater.patterns import waiting

_MOST = 4
"""Works of one note among which "Ibid." may mean any; of more, nobody can say which."""
_MOST_POINTED = 12  # works that one number may lead to
_KEPT = 2000  # characters of a note in which the names before its number are looked for
_NAME = waiting(r"[A-ZÀ-Þ][\w'’-]{1,40}")
_NAMES = 12  # capitalised words under which a work known through another is found
_WORDING = waiting(
    r"\W*(?:[Mm]y|[Oo]ur|[Aa]uthor['’]s)?\s?(?:[Ee]mphas[ei]s|[Ii]talics|[Tt]ranslations?|[Uu]nderlining|[Ss]pelling|"
    r"[Pp]unctuation|[Cc]apitals|[Tt]ranslated by (?:me|the author))(?:\s(?:is|are|in|the|all|have been|has been))*"
    r"(?:\s(?:added|mine|ours?|my own|original|modernised|modernized|as in the original|kept|supplied|removed|omitted|"
    r"by me|by the author))?\W*"
)
_CROSS_REFERENCE = waiting(
    r"(?:(?:[Bb]ut|[Ss]ee|[Aa]lso|[Cc]ompare|[Cc]ontrast|[Cc]f\.?|[Oo]n this)[\s,]+){0,3}"
    r"(?:above|below|supra|infra|my|(?:the\s)?(?:introduction|appendix|(?:foot|end)?notes?|nn?\.|chapters?|chs?\.|sections?|"
    r"secs?\.|parts?))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A work named in a note: the reference it resolves to, where, and the page given for it."""

    reference: str
    span: Span
    locator: Locator | None = None


@dataclass(frozen=True, slots=True)
class NoteRead:
    """A note: its words, the works it names, and where it describes works that it only knows through those."""

    id: str
    text: str
    works: tuple[NamedWork, ...]
    quoted: tuple[Span, ...]


class NoteMemory:
    """Keeps what the notes of a document say while they are read in their order."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._numbers = _numbers_of(document)
        self._given = frozenset(self._numbers.values())
        self._read: dict[int, NoteRead] = {}
        self._highest = 0
        self._before: tuple[NamedWork, ...] = ()
        self._described: dict[str, list[tuple[str, Span]]] = {}

    def begin(self, note: Note) -> None:
        """A note is going to be read, piece by piece."""
        self._note, self._last = note, self._before
        self._pieces: list[tuple[str, tuple[NamedWork, ...]]] = []
        self._quoted: list[Span] = []

    def take(self, piece: str, works: tuple[NamedWork, ...]) -> None:
        """A piece of the note has been read, and names these works."""
        self._pieces.append((piece, works))
        if self._counts(len(self._pieces) - 1):
            self._last = works

    def quotes(self, span: Span) -> None:
        """These words of the note describe a work that it only knows through another."""
        self._quoted.append(span)
        for name in set(_NAME.findall(span.of(self._text)[:_KEPT])[:_NAMES]):
            self._described.setdefault(name, []).append((self._note.id, span))

    def end(self) -> tuple[NamedWork, ...]:
        """The works that the note names, all of its pieces read."""
        works = tuple(work for _, named in self._pieces for work in named)
        words = self._note.span.of(self._text)[:_KEPT]
        number = self._numbers.get(self._note.id)
        if number is not None:
            if number <= self._highest:
                self._read.clear()  # the numbers begin anew, with a chapter
            self._highest = number
            self._read[number] = NoteRead(self._note.id, words, works, tuple(self._quoted))
        if works or not _WORDING.fullmatch(words):
            self._before = self._meant()
        return works

    def _meant(self) -> tuple[NamedWork, ...]:
        """What "Ibid." means after the note: any of its works; nothing where it cites what could not be made out."""
        counted = [named for index, (_, named) in enumerate(self._pieces) if self._counts(index)]
        works = one_of_each(work for named in counted for work in named)
        return works if all(counted) and len(works) <= _MOST else ()

    def _counts(self, index: int) -> bool:
        """Whether "Ibid." looks at a piece of the note: at the first always, at a remark behind it never."""
        piece, works = self._pieces[index]
        if index == 0:
            return True
        if _CROSS_REFERENCE.match(piece):
            return False
        return bool(works) or not _is_remark(piece)

    def cited_last(self) -> tuple[NamedWork, ...]:
        """What "Ibid." means here; nothing where the citation before it could not be made out."""
        return self._last

    def notes(self, numbers: Iterable[int]) -> Iterator[NoteRead]:
        """The notes of these numbers that have been read already."""
        return (self._read[number] for number in numbers if number in self._read)

    def of_notes(self, numbers: Iterable[int]) -> tuple[NamedWork, ...]:
        """The works of the notes of these numbers."""
        works = one_of_each(work for note in self.notes(numbers) for work in note.works)
        return works if len(works) <= _MOST_POINTED else ()

    def has_note(self, numbers: Sequence[int]) -> bool:
        """Whether the document has a note of one of these numbers, read already or not."""
        return not self._given.isdisjoint(numbers)

    def described_by(self, family: str) -> Sequence[tuple[str, Span]]:
        """The ids of the notes, and the words in them, that describe a work known through another under this name."""
        return self._described.get(family, [])[-_MOST_POINTED:]


def one_of_each(works: Iterable[NamedWork]) -> tuple[NamedWork, ...]:
    """Each work once, with the place given for it last."""
    return tuple({work.reference: work for work in works}.values())


def _is_remark(piece: str) -> bool:
    """Whether a piece behind a citation only says something of it: "the Board had known." """
    return begins_as_prose(piece) or (piece[:1].islower() and not any(char.isdigit() for char in piece))


def _numbers_of(document: Document) -> dict[str, int]:
    """The number of each note by its id: as printed, or counted in the order of the marks where none is printed."""
    if any(note.label.isdecimal() for note in document.notes):
        return {note.id: int(note.label) for note in document.notes if note.label.isdecimal()}
    known = {note.id for note in document.notes}
    marked = dict.fromkeys(mark.target for mark in document.marks_of(MarkKind.NOTE) if mark.target in known)
    return {note: number for number, note in enumerate(marked, 1)}
