"""The whole search: the quotations are indexed, the sources pass by, and what they vote for is laid and weighed.

A pass with runs of three words finds nearly everything. Runs of two, then single rare words, are asked only for the
quotations that are still without a place: damaged ones, and very short ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from holdwater.match.index import Index, Integers
from holdwater.match.library import Library
from holdwater.match.question import Places, Question
from holdwater.match.votes import Hits, Place, Votes, votes
from holdwater.match.weigh import weigh
from holdwater.match.words import Words


@dataclass(frozen=True)
class Pass:
    """One time through the sources: with runs of `length` words, single ones of at least so many letters.

    A run that stands at more than `most_places` places of one stretch of text says too little about where. `common`
    passes are also for the quotations that have such runs and were not found word for word.
    """

    length: int
    most_places: int
    least_letters: int = 0
    common: bool = False


PASSES = (Pass(3, 100), Pass(3, 5_000, common=True), Pass(2, 100), Pass(1, 30, least_letters=5))
MOST_PLACES = 6
"""Places in all texts that are looked at for one segment in one pass."""
MOST_WAITING = 4_000_000
"""Runs found that wait for the rest of the texts to be counted with them; it says how much memory they may take."""
MOST_SOURCES = 3
"""Texts in which a quotation is laid in one pass; those that most speaks for."""
WORTH = 0.3
"""A text with less than this share of the best one's votes is not laid against."""
HALVES = 2
"""Places of one segment in one text that count for the text: a quotation may be stitched together."""


def search(questions: Sequence[Question], library: Library, passes: Sequence[Pass] = PASSES) -> None:
    """Look for all quotations in all texts of a library; what is found is left with the questions.

    One that is asked for many times is looked for once.
    """
    asked: dict[tuple[str, str, int, str], Question] = {}
    for question in questions:
        asked.setdefault(_key(question), question)
    _search(list(asked.values()), library, passes)
    if len(asked) == len(questions):
        return
    for question in questions:
        same = asked[_key(question)]
        question.found, question.cited = list(same.found), same.cited
        question.doubtful, question.common = same.doubtful, same.common


def _key(question: Question) -> tuple[str, str, int, str]:
    """What is the same of questions that have the same answer."""
    sought = question.sought
    return sought.text, sought.after, id(sought.prefer), question.preset.name


def _search(questions: Sequence[Question], library: Library, passes: Sequence[Pass]) -> None:
    only = library.only
    if only is not None:
        library.searched = len(only)
        for question in questions:
            question.cited = True
            weigh(question, only, 0, None, library.searched)
    for one in passes:
        still = [question for question in questions if question.quoted.segments and _is_for(one, question, only)]
        if still:
            _pass(still, library, one)


def _is_for(how: Pass, question: Question, only: Words | None) -> bool:
    """Whether a pass may find what was not found yet, or something nearer."""
    if only is not None and question.preset.places_only:
        return False
    if how.common:
        return question.common and (not question.found or question.found[0].score < 1.0)
    return not question.found


def _pass(questions: Sequence[Question], library: Library, how: Pass) -> None:
    segments = [segment for question in questions for segment in question.quoted.segments]
    counts = [len(question.quoted.segments) for question in questions]
    first = np.concatenate([[0], np.cumsum(counts)])
    index = Index.of(segments, how.length, least_letters=how.least_letters)
    if not len(index.runs):
        return
    owners = np.repeat(np.arange(len(counts)), counts)
    found = _survey(index, owners, library, how.most_places)
    for segment in found.common.tolist():
        questions[int(owners[segment])].common = True
    wanted = _by_source(found, owners, first)
    for number, words in library.wanted(wanted):
        for which, places in wanted[number].items():
            fresh = questions[which].fresh(number, places)
            if fresh:
                weigh(questions[which], words, number, fresh, library.searched)


def _survey(index: Index, owners: Integers, library: Library, most_places: int) -> Votes:
    """Where in the library the quotations may stand; `owners` says which segments are of one quotation."""
    found: list[Votes] = []
    waiting: list[tuple[Hits, Integers]] = []
    places = np.zeros(len(index.runs), np.int64)
    for stretch in library.stretches():
        hashes = [words.hashes for _, words in stretch]
        first = np.cumsum([0, *(len(one) for one in hashes[:-1])])
        hits = Hits.in_stretch(index, np.concatenate(hashes), first, most_places)
        waiting.append((hits, np.array([number for number, _ in stretch], np.int64)))
        places += hits.places(index)
        if sum(len(one.words) for one, _ in waiting) > MOST_WAITING:
            found.append(_counted(index, owners, waiting, places))
            waiting = []
    return Votes.together([*found, _counted(index, owners, waiting, places)], MOST_PLACES)


def _counted(index: Index, owners: Integers, waiting: Sequence[tuple[Hits, Integers]], places: Integers) -> Votes:
    """The votes of some stretches, whose sources have these numbers; a run counts by its places in all of them."""
    found = [(votes(index, hits, places, owners=owners), numbers) for hits, numbers in waiting]
    return Votes.together([replace(one, source=numbers[one.source]) for one, numbers in found], MOST_PLACES)


def _by_source(found: Votes, owners: Integers, first: Integers) -> dict[int, dict[int, Places]]:
    """The places by text, then by question, then by the number of the segment in its quotation."""
    by_question: dict[int, dict[int, Places]] = {}
    asking = owners[found.segment]
    within = found.segment - first[asking]
    columns = (asking, within, found.source, found.diagonal, found.weight)
    for owner, segment, source, low, weight in zip(*(column.tolist() for column in columns), strict=True):
        places = by_question.setdefault(owner, {}).setdefault(source, {})
        places.setdefault(segment, []).append(Place.near(low, weight))
    by_source: dict[int, dict[int, Places]] = {}
    for owner, sources in by_question.items():
        for source in _worthwhile(sources):
            by_source.setdefault(source, {})[owner] = sources[source]
    return by_source


def _worthwhile(sources: dict[int, Places]) -> list[int]:
    """The texts that most speaks for, of those with a fair share of the best one's votes."""
    weights = {
        source: sum(sum(sorted((place.weight for place in some), reverse=True)[:HALVES]) for some in places.values())
        for source, places in sources.items()
    }
    ranked = sorted(weights, key=lambda source: (-weights[source], source))
    return [source for source in ranked[:MOST_SOURCES] if weights[source] >= WORTH * weights[ranked[0]]]
