"""The whole search: the quotations are indexed, the sources pass by, and what they vote for is laid and weighed.

A pass with runs of three words finds nearly everything. Runs of two, then single rare words, are asked only for the
quotations that are still without a place: damaged ones, and very short ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from holdwater.match.chain import Window
from holdwater.match.hopes import hopeful
from holdwater.match.index import Index, Integers
from holdwater.match.lay import WHOLE
from holdwater.match.library import Library
from holdwater.match.place import Lead
from holdwater.match.question import Places, Question
from holdwater.match.runs import LEAST, Compared, standing
from holdwater.match.survey import Surveyor
from holdwater.match.votes import Place, Votes
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
MOST_SOURCES = 3
"""Texts in which a quotation is laid in one pass; those that most speaks for."""
WORTH = 0.3
"""A text with less than this share of the best one's votes is not laid against."""
TOGETHER = 1 << 18
"""Words of the texts, or questions, whose windows are compared together."""
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
    surveyor = Surveyor(library)
    for one in passes:
        still = [question for question in questions if question.quoted.segments and _is_for(one, question, only)]
        if still:
            _pass(still, surveyor, one)


def _is_for(how: Pass, question: Question, only: Words | None) -> bool:
    """Whether a pass may find what was not found yet, or something nearer."""
    if only is not None and question.preset.places_only:
        return False
    if how.common:
        return question.common and (not question.found or question.found[0].score < 1.0)
    return not question.found


def _pass(questions: Sequence[Question], surveyor: Surveyor, how: Pass) -> None:
    segments = [segment for question in questions for segment in question.quoted.segments]
    counts = [len(question.quoted.segments) for question in questions]
    first = np.concatenate([[0], np.cumsum(counts)])
    index = Index.of(segments, how.length, least_letters=how.least_letters)
    if not len(index.runs):
        return
    owners = np.repeat(np.arange(len(counts)), counts)
    found = surveyor.survey(index, owners, how.most_places)
    for segment in found.common.tolist():
        questions[int(owners[segment])].common = True
    wanted = _by_source(found, owners, first)
    library = surveyor.library
    for some in _batches(_asked(questions, wanted, library)):
        leads = _leads(some, index, first)
        if surveyor.elsewhere is not None:
            leads = hopeful(
                [(one.question, one.words, one.number) for one in some], leads, surveyor.elsewhere, library.searched
            )
        for one, lead in zip(some, leads, strict=True):
            if lead.likely or one.question.marked:
                weigh(one.question, one.words, one.number, one.places, library.searched, lead)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question put to one text, number `number`, at some places. `which` is the question's own number."""

    question: Question
    which: int
    words: Words
    number: int
    places: Places


def _asked(
    questions: Sequence[Question], wanted: Mapping[int, Mapping[int, Places]], library: Library
) -> Iterator[_Asked]:
    for number, words in library.wanted(wanted):
        for which, places in wanted[number].items():
            fresh = questions[which].fresh(number, places)
            if fresh:
                yield _Asked(questions[which], which, words, number, fresh)


def _batches(asked: Iterable[_Asked]) -> Iterator[list[_Asked]]:
    """What is asked, so much together as may be held in memory with its texts."""
    some: list[_Asked] = []
    size = 0
    for one in asked:
        size += 0 if some and some[-1].words is one.words else len(one.words)
        some.append(one)
        if size >= TOGETHER or len(some) >= TOGETHER:
            yield some
            some, size = [], 0
    if some:
        yield some


def _leads(asked: Sequence[_Asked], index: Index, first: Integers) -> list[Lead]:
    """Where the surest segment of each question may stand, with the runs that stand there, of all together."""
    leads = [Lead.of(one.question.quoted, one.words, one.places) for one in asked]
    pairs = []
    for one, lead in zip(asked, leads, strict=True):
        own, hashes = index.spelt.segment(int(first[one.which]) + lead.segment), one.words.hashes
        if LEAST <= len(own) <= WHOLE:
            pairs += [Compared(own, hashes[window.start : window.end]) for window in lead.likely]
    found = iter(standing(pairs))
    return [
        Lead(lead.segment, [Window(one.start, one.end, one.weight, next(found)) for one in lead.likely])
        if LEAST <= len(question.question.quoted.segments[lead.segment]) <= WHOLE
        else lead
        for question, lead in zip(asked, leads, strict=True)
    ]


def _by_source(found: Votes, owners: Integers, first: Integers) -> dict[int, dict[int, Places]]:
    """The places by text, then by question, then by the number of the segment in its quotation."""
    by_question: dict[int, dict[int, dict[int, list[tuple[int, float]]]]] = {}
    found = found.only(found.fair_sources(owners, HALVES, WORTH))
    asking = owners[found.segment]
    within = found.segment - first[asking]
    columns = (asking, within, found.source, found.diagonal, found.weight)
    for owner, segment, source, low, weight in zip(*(column.tolist() for column in columns), strict=True):
        places = by_question.setdefault(owner, {}).setdefault(source, {})
        places.setdefault(segment, []).append((low, weight))
    by_source: dict[int, dict[int, Places]] = {}
    for owner, sources in by_question.items():
        for source in _worthwhile(sources) if len(sources) > 1 else sources:
            places = sources[source]
            by_source.setdefault(source, {})[owner] = {
                segment: [Place.near(low, weight) for low, weight in some] for segment, some in places.items()
            }
    return by_source


def _worthwhile(sources: Mapping[int, Mapping[int, Sequence[tuple[int, float]]]]) -> list[int]:
    """The texts that most speaks for, of those with a fair share of the best one's votes."""
    weights = {source: sum(map(_weight, places.values())) for source, places in sources.items()}
    ranked = sorted(weights, key=lambda source: (-weights[source], source))
    return [source for source in ranked[:MOST_SOURCES] if weights[source] >= WORTH * weights[ranked[0]]]


def _weight(places: Sequence[tuple[int, float]]) -> float:
    """What the best places of a segment in one text count together."""
    if len(places) == 1:
        return places[0][1]
    return sum(sorted([weight for _, weight in places], reverse=True)[:HALVES])
