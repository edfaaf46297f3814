"""Note marks that are glued to words, in a Markdown file that has a numbered list and no other marks: "trees.1 It"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.markdown.blocks import Leaf
from holdwater.read.markdown.parts import numbers_of, opened_part
from holdwater.read.plain.marks import candidates
from holdwater.read.plain.order import settle
from holdwater.read.source import Source

_MARKED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_OTHER_MARKS = waiting(r"\[\^|\[\d{1,3}[\],;–-]|<sup|\^\d|[¹²³⁴⁵⁶⁷⁸⁹]|【\d|\^\[|\(\d{1,3}\)\]")
_MOST_CANDIDATES = 20_000


@dataclass(frozen=True, slots=True)
class GluedMarks:
    """Where in the file glued marks stand, in order, and the end of each."""

    places: Sequence[int] = ()
    ends: Mapping[int, int] = field(default_factory=dict)

    def within(self, source: Source) -> Mapping[int, int]:
        """The marks in some content: where each begins in it, and its end."""
        found: dict[int, int] = {}
        if not self.places:
            return found
        at = 0
        for text, place in source.pieces(0, len(source.text)):
            for index in range(bisect_left(self.places, place), len(self.places)):
                first = self.places[index]
                if first >= place + len(text):
                    break
                found[at + first - place] = at + self.ends[first] - place
            at += len(text)
        return found


def glued_marks(raw: str, leaves: Sequence[Leaf]) -> GluedMarks:
    """The glued marks of a file whose notes or works are numbered under a heading of their own.

    Their running order settles what they are, as in plain text. A file with marks of any other kind has none.
    """
    body, numbers, works = _parted(leaves)
    if not numbers or any(_OTHER_MARKS.search(leaf.source.text) for leaf in body):
        return GluedMarks()
    found = candidates(raw, _lines(body), brackets=False, limit=_MOST_CANDIDATES)
    marks = settle(found, numbers, again=works).marks
    return GluedMarks([mark.start for mark in marks], {mark.start: mark.end for mark in marks})


def _parted(leaves: Sequence[Leaf]) -> tuple[list[Leaf], list[int], bool]:
    """The body's leaves, the numbers of the entries under headings, and whether those are works."""
    body: list[Leaf] = []
    numbers: list[int] = []
    part, level, works = Part.BODY, 0, False
    for leaf in leaves:
        if leaf.note is not None:
            return [], [], False
        opened = opened_part(leaf)
        if opened is not None:
            part, level = opened
        elif leaf.setting.kind is BlockKind.HEADING and leaf.setting.level <= level:
            part = Part.BODY
        if part is not Part.BODY:
            numbers += numbers_of(leaf)
            works = works or part is Part.REFERENCES
        elif leaf.setting.kind in _MARKED and leaf.syntax == "inline":
            body.append(leaf)
    return body, numbers, works


def _lines(leaves: Sequence[Leaf]) -> Iterator[tuple[int, int]]:
    """Where in the file the lines of these leaves stand."""
    for leaf in leaves:
        for text, place in leaf.source.pieces(0, len(leaf.source.text)):
            at = place
            for line in text.split("\n"):
                if line:
                    yield at, at + len(line)
                at += len(line) + 1
