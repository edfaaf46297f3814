"""Entries of an unnumbered list of works that the body names in parentheses, in the entry's own words.

    “… nobody owns” (Wend Gazette, “A Clerk Remembers”).        - Wend Gazette, “A Clerk Remembers”. https://…
    … nine pumps (A Clerk Remembers).                           - A Clerk Remembers. https://…

The words in parentheses are the head of the entry or its title, and of no other entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.document import Span
from holdwater.extract.csl import without_signal
from holdwater.extract.drafts import Draft
from holdwater.extract.locators import locator_in
from holdwater.extract.model import CitationKind, Reference
from holdwater.extract.quotation_marks import OpenMarks
from holdwater.extract.register import Register, plain_title
from holdwater.patterns import waiting

_ASIDE = waiting(r"\((?P<words>(?:[Ss]ee |[Cc]f\. )?[A-ZÀ-Þ\d\"“‘*_][^()\n]{5,200})\)")
_SEGMENT = waiting(r"[^\s.,;:\"“”‘*_()[\]<>|–—][^.,;:\"“”*_()[\]<>|–—\n]*")
_PLACE = waiting(r",\s(?:pp?\.|pages?|§|sections?|paras?\.?|chapters?|ch\.)\s?[\w.–-]{1,12}$")
_BEHIND_QUOTATION = waiting(r"[\"”’»][\s.,;!?]{0,3}$")
_ENDS_SENTENCE = waiting(r"[\"”’»]?\s*(?:[.!?;]|$|\n)")
_YEAR = waiting(r"(?:1[5-9]|20)\d\d[a-z]?")
_LEAST_WORDS = 2
_MOST_SEGMENTS = 6
_MOST_ENTRIES = 500

Segments = tuple[str, ...]


class EntryNames:
    """The names that the entries of a document's unnumbered list go by; none where its entries have numbers."""

    def __init__(self, register: Register) -> None:
        self._owners: dict[Segments, set[str]] = {}
        self._titled: set[Segments] = set()
        entries = [each for each in register.all() if each.id.startswith("entry:")]
        if register.numbered or len(entries) > _MOST_ENTRIES:
            return
        for entry in entries:
            title = entry.csl.get("title")
            titled = _segments(title) if isinstance(title, str) else ()
            for name in _names(entry, titled):
                self._owners.setdefault(name, set()).add(entry.id)
                if titled and name[-len(titled) :] == titled:
                    self._titled.add(name)

    def find(self, text: str, span: Span) -> Iterator[Draft]:
        """The citations in `span` that are an entry's name in parentheses: behind a quotation, or at a sentence's end
        where the title is in it (a name alone may say who somebody is)."""
        if not self._owners:
            return
        marks = OpenMarks(text, span.start)
        for match in _ASIDE.finditer(text, span.start, span.end):
            place = _PLACE.search(match["words"])
            words = match["words"][: place.start()] if place else match["words"]
            name = _segments(words[without_signal(words) :])
            owners = self._owners.get(name, set())
            if len(owners) != 1 or marks.at(match.start()):
                continue
            behind = _BEHIND_QUOTATION.search(text, max(span.start, match.start() - 8), match.start())
            if not behind and not (name in self._titled and _ENDS_SENTENCE.match(text, match.end(), span.end)):
                continue
            locator = locator_in(place[0]) if place else None
            yield Draft(Span(*match.span()), CitationKind.BRACKET, match[0], tuple(owners), locator=locator)


def _names(entry: Reference, title: Segments) -> set[Segments]:
    """What an entry may be called by: its first words up to any stop, and its title; author and year are none."""
    segments = _segments(entry.raw)[:_MOST_SEGMENTS]
    names = {title, *(segments[:count] for count in range(1, len(segments) + 1))}
    names = {name for name in names if name and not _YEAR.fullmatch(name[-1])}
    return {name for name in names if sum(len(each.split()) for each in name) >= _LEAST_WORDS}


def _segments(words: str) -> Segments:
    """The stretches between the stops and the marks, in lower case."""
    plain: Sequence[str] = [plain_title(found[0]) for found in _SEGMENT.finditer(" ".join(words.split()))]
    return tuple(each for each in plain if each)
