"""Ties where one side says little: a citation by author and year, a short title, a file that only has a name."""

from __future__ import annotations

from holdwater.sources.titles import REFUSED, Likeness, named_in, strangers, year_known
from holdwater.sources.words import ARTICLES, Words, is_year, places_of
from holdwater.sources.works import GENERIC, MONTHS, ReferenceWork, SourceWork, telling

_OF_THE_FILE = frozenset("copy draft final pdf text full scan ocr v1 v2 1 2".split())  # in its name, not of the work
_NOT_OF_A_TITLE = frozenset(MONTHS) | frozenset(
    "about chapter part section volume vol issue number no note notes appendix website online archive version file "
    "copy pdf html text introduction preface foreword".split()
)
"""Words that many titles have, and that as often say where in a work, or how it was had."""
_NO = Likeness(0.0, "nothing in common")


def by_author_and_year(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """A reference without a title, such as (Doe 2019b): the same authors, year and letter, and nothing else.

    They may stand in the text's byline, where nothing else names them.
    """
    people, year = source.people or source.byline, source.year or source.byline_year
    if year is None or year not in reference.years or not people:
        return _NO
    if reference.title is not None and reference.title.telling:
        return _NO
    words = reference.bag | reference.names
    named = [named_in(person, words) for person in people]
    known = source.site.bag.union(*(person.words for person in people))
    if (
        _names_another(reference, source, known)
        or strangers(words - known, source)
        or not named[0]
        or (len(named) == 2 and not named[1])
    ):
        return _NO
    if reference.suffix != source.suffix and not source.id.endswith(f"{year}{reference.suffix or '-'}"):
        return Likeness(REFUSED, f"the year's letter differs ({year}{source.suffix})")
    return Likeness(0.85, "author and year alike, and the reference gives no title (0.85)", enough=True)


def _names_another(reference: ReferenceWork, source: SourceWork, known: frozenset[str]) -> bool:
    """Whether what else the reference says is such a title as many works have, and not the source's."""
    said = (reference.bag & GENERIC) - known - _NOT_OF_A_TITLE
    if not said or not source.titles:
        return False
    words = source.titles[0].words
    return not said <= words.bag or any(year not in reference.years for year, _ in words.years)


def by_short_title(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """A short form such as "Doe, Water Works, 12": the author, the first words of the title, and nothing else."""
    if not source.people or not named_in(source.people[0], reference.bag) or year_known(reference, source).clash:
        return _NO
    for title in source.titles:
        texts = title.words.texts
        for start, end in reference.raw.segments():
            short = reference.raw.texts[start:end]
            is_short = texts[: len(short)] == short and telling(short)
            if is_short and not strangers(reference.bag - set(short), source):
                return Likeness(0.86, "author and short title alike (0.86)", enough=True)
    return _NO


def by_file_name(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """A file of which only the name is known ("doe-2019-water"): the reference has all its words, the author first."""
    words = [word for word in source.name.texts if not is_year(word)]
    years = source.name.years
    lead = reference.names or frozenset(reference.raw.texts[:2])
    if not words or words[0] not in lead or not reference.bag.issuperset(words):
        return _NO
    rest = tuple(word for word in words if word not in lead)
    if years:
        return _by_dated_name(reference, rest, years[0])
    at_the_start = any(
        reading.opens(place.start) for reading in reference.readings for place in places_of(rest, reading)
    )
    if len(rest) > 1 and telling(rest) > 1 and at_the_start:
        return Likeness(0.84, "author and title words in the file's name (0.84)", enough=True)
    return _NO


def _by_dated_name(reference: ReferenceWork, rest: tuple[str, ...], year: tuple[int, str]) -> Likeness:
    if year[0] not in reference.years or year[1] != reference.suffix:
        return _NO
    if rest and not set(rest) <= GENERIC:
        return Likeness(0.88, "author, year and title words in the file's name (0.88)", enough=True)
    return Likeness(0.82, "author and year in the file's name (0.82)", enough=True, thin=True)


def by_dated_name(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """A citation by author and year alone, and a text with a title but no author or year in a file named by both.

    Whatever else its name says must be said by the text itself, and nothing that the text says may differ.
    """
    words = source.dated_name
    if not words.years or (reference.title is not None and reference.title.telling):
        return _NO
    at = next(index for index, word in enumerate(words.texts) if is_year(word))
    people = words.texts[:at]
    said = source.opening.bag.union(*(title.words.bag for title in source.titles))
    known = said | _OF_THE_FILE | {word for person in source.people for word in person.words}
    if people[0] not in reference.names or not reference.bag.issuperset(people):
        return _NO
    if not known.issuperset(words.texts[at + 1 :]) or strangers(reference.bag - known - set(people), source):
        return _NO
    named = source.people or source.byline
    if named and not named_in(named[0], reference.bag):
        return _NO
    year = None if source.made else source.year
    if (year or source.byline_year) not in (None, words.years[0][0]):
        return _NO
    return _by_dated_name(reference, (), words.years[0])


def by_opening(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """A text that names no title of its own: the reference's title stands at its top, or near it with the author."""
    title, opening = reference.title, source.opening
    if title is None or title.telling < 2 or not len(opening):
        return _NO
    years = [year for year, _ in opening.years]
    if years and reference.years and not any(abs(ours - year) <= 1 for ours in reference.years for year in years):
        return _NO
    authors = any(named_in(person, opening.bag) for person in reference.people)
    for place in places_of(title.words.texts, opening):
        strong = title.telling > 2 and len(title.words) > 3
        near_top = place.start <= 12 and (authors or (strong and not reference.people))
        if near_top and _stands_alone(opening, place.start, place.end):
            score = 0.92 if authors else 0.82
            return Likeness(score, f"the title{' and author' * authors} at the head of the text ({score})", enough=True)
    return _NO


def _stands_alone(words: Words, start: int, end: int) -> bool:
    return words.opens(start) and words.closes(end - 1) and not set(words.all[start].lead) - ARTICLES
