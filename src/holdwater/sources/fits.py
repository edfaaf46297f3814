"""Where a source's title stands in a reference, and how: whole, without its subtitle, inside a longer title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from holdwater.sources.abbreviations import written_out
from holdwater.sources.words import ARTICLES, ROMAN, Place, Words, is_year, places_of
from holdwater.sources.works import GENERIC, MONTHS, ReferenceWork, SourceWork, Title

REVIEWS = frozenset(
    "review reviews reply response comment comments commentary rejoinder erratum corrigendum correction summary "
    "abstract translation excerpt foreword introduction preface afterword supplement appendix index rezension "
    "critique".split()
)
"""Words after which "of X", "to X" names another work about X."""

_ABOUT_LINKS = frozenset(("of", "to", "on", "for", "zu", "von"))
PARTS = frozenset("part vol volume band tome book supplement appendix chapter section no number issue series".split())
"""Words that begin what a part of a work is called by."""


class Kind(StrEnum):
    """How a title stands in a reference."""

    WHOLE = "whole"
    MAIN = "without its subtitle"
    LONGER = "with a subtitle of its own"
    CONTAINER = "as the work that holds it"
    CUT = "cut short"
    UNBOUND = "inside a longer title"
    OTHER = "with another subtitle"
    ABOUT = "as the subject of another work"
    SHARED = "only in some words"


TITLE_SCORES = {
    Kind.WHOLE: 1.0,
    Kind.MAIN: 0.93,
    Kind.LONGER: 0.9,
    Kind.CONTAINER: 0.9,
    Kind.CUT: 0.9,
    Kind.UNBOUND: 0.75,
    Kind.OTHER: 0.7,
    Kind.ABOUT: 0.7,
    Kind.SHARED: 0.6,
}
"""What a title counts that stands in the reference so."""
_SLIP = 0.03


@dataclass(frozen=True, slots=True)
class Fit:
    """A title found in a reference: how, how well, which of its words, and the words of the reference beside it."""

    kind: Kind
    score: float
    words: tuple[str, ...]
    beside: frozenset[str]


def best_fit(reference: ReferenceWork, source: SourceWork) -> Fit | None:
    """The best way in which a title of the source stands in the reference; None if they share next to nothing."""
    fits = [fit for title in source.titles for fit in _fits(title, reference, source)]
    others = [fit for fit in fits if fit.kind in (Kind.OTHER, Kind.ABOUT)]
    if others:
        full = source.titles[0].words.texts
        fits = [fit for fit in fits if fit in others or fit.words == full or _takes_in(fit, others)]
    if not fits:
        fits = [_shared(title, reference) for title in source.titles]
    return max(fits, key=lambda fit: fit.score, default=None)


def _takes_in(fit: Fit, others: Iterable[Fit]) -> bool:
    """Whether what seemed another subtitle is the title's own, which the name of a site behind it had hidden."""
    taken_in = fit.kind in (Kind.WHOLE, Kind.MAIN)
    return taken_in and all(one.kind is Kind.OTHER and len(one.words) < len(fit.words) for one in others)


def _fits(title: Title, reference: ReferenceWork, source: SourceWork) -> Iterator[Fit]:
    for words in _readings(title, reference):
        for wanted in dict.fromkeys((title.words.texts, title.main)):
            for place in places_of(wanted, words):
                kind = _kind(title, words, place, source, without_subtitle=wanted is not title.words.texts)
                if title.span and kind is Kind.WHOLE:
                    kind = Kind.OTHER if _other_span(title, words, place) else Kind.MAIN
                yield _fit(kind, place, wanted, words)


def _readings(title: Title, reference: ReferenceWork) -> Iterator[Words]:
    yield from reference.readings
    if "v" in title.words.bag and not reference.bag.issuperset(title.words.texts):
        yield written_out(reference.raw, title.words.texts)


def _other_span(title: Title, words: Words, place: Place) -> bool:
    """Whether the title's place goes on with years as the source's does, and others: "1820–1831"."""
    behind = words.texts[place.end : place.end + 2]
    between = len(behind) == 2 and words.all[place.end].after.strip() in ("-", "–", "—", "/")
    return between and is_year(behind[0]) and behind[1].isdigit() and behind != title.span


def _shared(title: Title, reference: ReferenceWork) -> Fit:
    shared = title.words.bag & reference.bag
    share = len(shared) / len(title.words.bag)
    return Fit(Kind.SHARED, TITLE_SCORES[Kind.SHARED] * share, (), frozenset())


def _fit(kind: Kind, place: Place, wanted: tuple[str, ...], words: Words) -> Fit:
    beside = frozenset(words.texts[: place.start] + words.texts[place.end :])
    return Fit(kind, TITLE_SCORES[kind] - _SLIP * place.slips, wanted, beside)


def _kind(title: Title, words: Words, place: Place, source: SourceWork, *, without_subtitle: bool) -> Kind:
    first, last = words.all[place.start], words.all[place.end - 1]
    if place.start and _ABOUT_LINKS.intersection(first.link) and words.texts[place.start - 1] in REVIEWS:
        return Kind.ABOUT
    led_to = set(first.lead) - ARTICLES - set(title.words.all[0].link)
    if not words.opens(place.start) or (led_to and first.link[0] != "in"):
        return Kind.UNBOUND
    if not _ends(words, place.end, source):
        return Kind.CUT if source.titled_by_name and len(place_words(words, place)) > 3 else Kind.UNBOUND
    follower = words.texts[place.end] if place.end < len(words) else ""
    goes_on = follower and _leads_on(last.after)
    if follower in ROMAN or (goes_on and (without_subtitle or follower in PARTS or follower.isdigit())):
        return Kind.OTHER
    if goes_on:
        return Kind.LONGER
    if _holds_another(words, place, follower):
        return Kind.CONTAINER
    return Kind.MAIN if without_subtitle else Kind.WHOLE


def place_words(words: Words, place: Place) -> tuple[str, ...]:
    """The words at a place."""
    return words.texts[place.start : place.end]


def _leads_on(gap: str) -> bool:
    """Whether a title goes on after this gap with a subtitle: a colon or a dash, and nothing that ends it."""
    marks = gap.strip().lstrip(")]")
    return bool(marks) and marks[0] in ":–—-" and not any(mark in marks for mark in '"”“»).')


def _ends(words: Words, end: int, source: SourceWork) -> bool:
    """Whether a title may end before word `end`: at a break, or where the source's container or a month follows."""
    if words.closes(end - 1):
        return words.all[end - 1].after.strip() != ")"  # "Control Protocol (CP) over Wet String" goes on
    if words.texts[end] in MONTHS or words.texts[end] in source.container.texts[:1]:
        return True
    return _ends_at_page(words, end)


def _ends_at_page(words: Words, end: int) -> bool:
    """Whether a page and then the year in brackets follow, as in law reviews: "Essays on Notice 45 (1978)"."""
    page, year = words.texts[end], words.texts[end + 1 : end + 2]
    written = page.isdigit() and len(page) < 5 and bool(year) and is_year(year[0]) and "(" in words.all[end].after
    return written and words.texts[end - 1] not in GENERIC | PARTS


def _holds_another(words: Words, place: Place, follower: str) -> bool:
    """Whether the title is that of a volume or journal that holds the work cited: "in X", "“Work”, X", "X 12(3)"."""
    first = words.all[place.start]
    if place.start < 3:
        return False
    numbers = words.texts[place.end : place.end + 2]
    if "in" in first.link[:1] or (len(numbers) == 2 and all(map(str.isdigit, numbers)) and not is_year(follower)):
        return True
    return any(mark in first.before for mark in "”»") or '"' in first.before.rstrip()[:-1]
