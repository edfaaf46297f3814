"""Notes that name a work which leads nowhere beside one that does: a number of theirs may be either's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from holdwater.document import Document, Span
from holdwater.extract.model import Citation
from holdwater.extract.note_pieces import pieces_of
from holdwater.patterns import waiting

LONGEST = 60
"""Characters of a piece of a note that may be a work's short form: "Marlowe, Q4", "Harbour Board, press release"."""
_NAME = r"[A-ZÀ-Þ][\w’'.-]{1,30}"
_SHORT_FORM = waiting(rf"[“\"‘]?({_NAME}(?:\s(?:(?:of|and|for|de|van|von)\s(?:the\s)?)?{_NAME}){{0,5}}),\s?[\w“\"§]")


def names_untold(document: Document, citations: Iterable[Citation]) -> bool:
    """Whether the note of one of these citations names more works than references came of it."""
    notes = {note.id: note.span for note in document.notes}
    for one in citations:
        span = notes.get(one.note)
        if span is not None and one.references and sum(_new_works(document.text, span)) > len(one.references):
            return True
    return False


def _new_works(text: str, note: Span) -> Iterator[bool]:
    """Of each piece of a note, whether it names a work that none before it does: the first does, whatever it is."""
    before = ""
    for index, piece in enumerate(pieces_of(text, note)):
        words = piece.of(text)
        named = _SHORT_FORM.match(words) if len(words) <= LONGEST else None
        yield not index or bool(named and named[1] not in before)
        before += f"{words} "
