"""What reports call a source whose text does not say which of its first lines is its title.

The first may be its author, its series or whoever published it. A reference that leads to the text says which it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from holdwater.sources.correspondence import letter_in
from holdwater.sources.explained import cited_words
from holdwater.sources.heads import Head
from holdwater.sources.model import Source, Tie
from holdwater.sources.words import Words, is_year, places_of
from holdwater.sources.works import ReferenceWork, SourceWork, telling

if TYPE_CHECKING:
    from holdwater.extract.model import Reference

_EARLY = 2
"""Stretches of a reference, between its marks, in which the title begins: the first, or the one behind the author."""


def names_of(references: Iterable[Reference], ties: Mapping[str, Tie], sources: Mapping[str, Source]) -> dict[str, str]:
    """The names of tied sources by the lines of their heads, by their ids; none of those called so already."""
    names: dict[str, str] = {}
    for reference in references:
        tie = ties.get(reference.id)
        for source in (sources[one] for one in (tie.leads_to if tie else ()) if one in sources and one not in names):
            head = SourceWork(source).head
            name = name_in(ReferenceWork(reference), head) if head.lines else ""
            if name and name != source.title:
                names[source.id] = name
    return names


def name_in(reference: ReferenceWork, head: Head) -> str:
    """The line of a head, or two that go together, which is the title that a reference gives; "" where none is sure."""
    lines = [(line, Words.of(line).texts) for line in head.lines]
    if letter_in(reference.reference.raw):
        return next((_bare(line) for line, _ in lines if letter_in(line)), "")
    title = reference.title
    wanted = (title.words.texts, title.main) if title else ()
    runs = [*lines, *((f"{one} {other}", (*a, *b)) for (one, a), (other, b) in pairwise(lines))]
    told = [run for run in runs if telling(run[1]) and any(_begins(_undated(run[1]), one) for one in wanted)]
    longest = max(told, key=lambda run: len(run[1]), default=None)
    return _bare(longest[0]) if longest else _by_order(cited_words(reference), lines)


def _by_order(raw: Words, lines: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """The line that stands whole at the front of a reference, behind who wrote it."""
    ends = [end for _, end in raw.segments()][:_EARLY]
    starts = {0: 0} | {end: number for number, end in enumerate(ends, 1)}
    found: dict[int, str] = {}
    for line, texts in lines:
        for place in places_of(_undated(texts), raw):
            whole = raw.opens(place.start) and raw.closes(place.end - 1) and not place.slips
            if whole and place.start in starts and len(texts) > 1:
                found.setdefault(starts[place.start], _bare(line))
    return found.get(1, "")


def _begins(texts: tuple[str, ...], title: tuple[str, ...]) -> bool:
    return texts in (_undated(title), title[: len(texts)])


def _undated(texts: tuple[str, ...]) -> tuple[str, ...]:
    return texts[:-1] if len(texts) > 1 and is_year(texts[-1]) else texts


def _bare(line: str) -> str:
    return line.strip("[]().,;: ")
