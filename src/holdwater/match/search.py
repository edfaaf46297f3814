"""The whole search: the quotations are indexed, the sources pass by, and what they vote for is laid and weighed.

A pass with runs of three words finds nearly everything. Runs of two, then single rare words, are asked only for the
quotations that are still without a place: damaged ones, and very short ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from holdwater.document import Span
from holdwater.match.brackets import owned_brackets, stands_literally
from holdwater.match.chance import expected, is_found
from holdwater.match.compose import composed, score_of
from holdwater.match.index import Index, Integers
from holdwater.match.library import Library
from holdwater.match.likeness import likeness_of
from holdwater.match.model import Alignment
from holdwater.match.place import Placement, placements
from holdwater.match.quoted import Quoted
from holdwater.match.votes import Place, Votes, votes
from holdwater.match.words import Words

Prefer = Callable[[Span], bool]


@dataclass(frozen=True)
class Sought:
    """A quotation to look for.

    `text` are the words quoted, without the outer quotation marks; `after` is what follows them in the document: where
    they end a sentence, and notes such as "(emphasis added)". `prefer` says which of equally good passages of one text
    to take (the cited page's, say).
    """

    text: str
    after: str = ""
    prefer: Prefer | None = None


@dataclass(frozen=True)
class _Pass:
    """One time through the sources: with runs of `length` words, single ones of at least so many letters.

    A run that stands at more than `most_places` places of one stretch of text says too little about where.
    """

    length: int
    most_places: int
    least_letters: int = 0


_PASSES = (_Pass(3, 100), _Pass(2, 100), _Pass(1, 30, least_letters=5))
MOST_PLACES = 6
"""Places in all texts that are looked at for one segment in one pass."""
MOST_SOURCES = 3
"""Texts in which a quotation is laid in one pass; those that most speaks for."""
WORTH = 0.3
"""A text with less than this share of the best one's votes is not laid against."""
MOST_FOUND = 2
"""Alignments that are kept of each quotation: the best, and the runner-up."""


EQUALLY = 1e-9
"""Changed words: placements whose costs differ by no more than this are equally good."""
_MARKED = re.compile(r"[\[(…*]|\.\s?\.")


@dataclass
class Question:
    """One quotation and what was found for it so far, best first.

    `least` is the score that a place must have; `doubtful` says that one had it which chance might give as well, or
    that some of its words stand nearly everywhere.
    """

    sought: Sought
    quoted: Quoted
    least: float
    found: list[Alignment] = field(default_factory=list)
    doubtful: bool = False

    def take(self, alignment: Alignment) -> None:
        """Keep an alignment if it is one of the best."""
        self.found = sorted([*self.found, alignment], key=lambda one: -one.score)[:MOST_FOUND]

    def wants(self, score: float) -> bool:
        """Whether an alignment of this score would be kept."""
        return score >= self.least and (len(self.found) < MOST_FOUND or score > self.found[-1].score)


def search(questions: Sequence[Question], library: Library) -> None:
    """Look for all quotations in all texts of a library; what is found is left with the questions."""
    only = library.only
    if only is not None:
        library.searched = len(only)
        for question in questions:
            _lay(question, library, only, 0, None)
    for one in _PASSES:
        still = [question for question in questions if not question.found and question.quoted.segments]
        if not still:
            return
        _pass(still, library, one)


def _pass(questions: Sequence[Question], library: Library, how: _Pass) -> None:
    segments = [segment for question in questions for segment in question.quoted.segments]
    counts = [len(question.quoted.segments) for question in questions]
    first = np.concatenate([[0], np.cumsum(counts)])
    index = Index.of(segments, how.length, least_letters=how.least_letters)
    if not len(index.runs):
        return
    found = _survey(index, library, how.most_places)
    for segment in found.common.tolist():
        questions[int(np.searchsorted(first, segment, "right")) - 1].doubtful = True
    wanted = _by_source(found, first)
    for number, words in library.wanted(wanted):
        for which, places in wanted[number].items():
            _lay(questions[which], library, words, number, places)


def _survey(index: Index, library: Library, most_places: int) -> Votes:
    """Where in the library the quotations may stand."""
    found = []
    for stretch in library.stretches():
        hashes = [words.hashes for _, words in stretch]
        begins = np.cumsum([0, *(len(one) for one in hashes[:-1])])
        at, runs = index.pass_through(np.concatenate(hashes) if len(hashes) > 1 else hashes[0])
        numbers = np.array([number for number, _ in stretch], np.int64)
        some = votes(index, at, runs, begins, most_places)
        found.append(replace(some, source=numbers[some.source]))
    return Votes.together(found, MOST_PLACES)


_Places = dict[int, list[Place]]


def _by_source(found: Votes, first: Integers) -> dict[int, dict[int, _Places]]:
    """The places by text, then by question, then by the number of the segment in its quotation."""
    by_question: dict[int, dict[int, _Places]] = {}
    owners = np.searchsorted(first, found.segment, "right") - 1
    within = found.segment - first[owners]
    columns = (owners, within, found.source, found.diagonal, found.weight)
    for owner, segment, source, low, weight in zip(*(column.tolist() for column in columns), strict=True):
        places = by_question.setdefault(owner, {}).setdefault(source, {})
        places.setdefault(segment, []).append(Place.near(low, weight))
    by_source: dict[int, dict[int, _Places]] = {}
    for owner, sources in by_question.items():
        for source in _worthwhile(sources):
            by_source.setdefault(source, {})[owner] = sources[source]
    return by_source


def _worthwhile(sources: dict[int, _Places]) -> list[int]:
    """The texts that most speaks for, of those with a fair share of the best one's votes."""
    weights = {
        source: sum(max(place.weight for place in some) for some in places.values())
        for source, places in sources.items()
    }
    ranked = sorted(weights, key=lambda source: (-weights[source], source))
    return [source for source in ranked[:MOST_SOURCES] if weights[source] >= WORTH * weights[ranked[0]]]


def _lay(question: Question, library: Library, words: Words, number: int, places: _Places | None) -> None:
    """Lay a quotation in the places of one text, or wherever it stands unaltered, and keep what is good."""
    sought = question.sought
    quoted, found = _laid_out(sought, question.quoted, words, places)
    for placement in _preferred(found, words, sought.prefer)[:MOST_FOUND]:
        if not quoted.words or not question.wants(score_of(placement, quoted.words)):
            continue
        chance = expected(likeness_of(quoted.segments, placement.laid, words), library.searched)
        cited = library.only is not None
        if is_found(chance, cited=cited) or (cited and placement.cost == 0.0):
            composed_one = composed(quoted, placement, words, sought.after)
            question.take(replace(composed_one, passage=number, chance=chance))
        else:
            question.doubtful = True


def _laid_out(sought: Sought, quoted: Quoted, words: Words, places: _Places | None) -> tuple[Quoted, list[Placement]]:
    """A quotation, with its brackets told from the source's own, and its placements."""
    if _MARKED.search(sought.text) and stands_literally(sought.text, words):
        whole = Quoted.literally(sought.text)
        return whole, placements(whole, words)
    found = placements(quoted, words, places)
    owned = owned_brackets(quoted, found[0], words) if found and "[" in sought.text else set[int]()
    if owned:
        quoted = Quoted.of(sought.text, after=sought.after, owned=owned)
        found = placements(quoted, words, places)
    return quoted, found


def _preferred(found: list[Placement], words: Words, prefer: Prefer | None) -> list[Placement]:
    """Of the placements that are as good as the first, a preferred one to the front."""
    if prefer is None:
        return found
    for index, one in enumerate(found):
        if one.cost - found[0].cost > EQUALLY:
            break
        if prefer(words.span(one.start, one.end)):
            return [one, *found[:index], *found[index + 1 :]]
    return found
