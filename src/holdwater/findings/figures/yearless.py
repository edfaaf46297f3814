"""Days that the document names without their year ("from 1 July to 31 August"), against a source's month and day."""

from __future__ import annotations

from holdwater.extract.quantities.model import Grain, Hedge, Period
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.claim import OTHER_WORDS
from holdwater.findings.figures.dated import LEAST_WORDS, MARGIN, SAME_SENTENCE, SLIP, SURE, Dating, score_of
from holdwater.findings.figures.model import Judged, Relation
from holdwater.findings.figures.stretches import named_ends
from holdwater.patterns import waiting

_SAYS_MONTH = waiting(r"[^\W\d_]{3}|\d{4}-\d\d-\d\d")
"""A date in figures alone may have its day or its month first."""
_DAY_PARTS = 3

Days = tuple[tuple[int, int], ...]
"""The month and the day of a date, or of both ends of a stretch."""


def is_yearless(period: Period) -> bool:
    """Whether a period is a day, or a stretch of days, that is written without its year."""
    return bool(period.yearless) and not period.impossible and period.hedge is Hedge.NONE


def judge_yearless(dating: Dating, binder: Binder) -> Judged:
    """Whether a source names the days that the document names, or gives the one event of its words other ones.

    A source that names the days anywhere denies nothing.
    """
    searched, claimed = binder.searched, dating.period.yearless
    given = [(one, days) for one in searched.measured.periods if (days := _days_of(one, searched.text))]
    scored = sorted(((score_of(dating, one, searched), one, days) for one, days in given), key=lambda each: -each[0])
    for score, one, days in scored:
        if days == claimed and (score >= SLIP or _may_be_one_year(dating.period, one)):
            return Judged(Relation.ENTAILED, (one.sentence,))
    named = {day for _, days in given for day in days}
    others = [each for each in scored if _is_other(dating, each[1], each[2])]
    if not others or named >= set(claimed):
        return _unsure()
    score, best, days = others[0]
    shared = len(set(days) & set(claimed))
    least = 1 if shared and searched.is_whole else LEAST_WORDS
    if score < (SLIP if shared else SURE) or _words_spoken_of(dating, binder) < least:
        return _unsure()
    if any(_is_rival(others[0], each) for each in others[1:]):
        return _unsure()
    return Judged(Relation.CONTRADICTED, (best.sentence,), best.span.of(searched.text), best.span)


def _days_of(one: Period, text: str) -> Days:
    """The month and the day of a source's date, or of the ends of its stretch; () if it names none for sure."""
    if one.yearless:
        return one.yearless
    if one.grain is not Grain.DAY or one.relative or not _SAYS_MONTH.search(one.span.of(text)):
        return ()
    ends = named_ends(one)
    if any(len(end) != _DAY_PARTS for end in ends):
        return ()
    found = tuple((end[1], end[2]) for end in ends)
    return found if one.is_range else found[:1]


def _is_other(dating: Dating, given: Period, days: Days) -> bool:
    """Whether a source's date can be that of the claim's event: as many days, of its year, and not given with another
    date of the claim. Of a stretch one end must be the same: otherwise it may be told of another part of the time.
    """
    claimed = dating.period
    if len(days) != len(claimed.yearless) or given.hedge is not Hedge.NONE:
        return False
    if len(days) > 1 and not set(days) & set(claimed.yearless):
        return False
    taken = any(one.yearless == days or (one.first, one.last) == (given.first, given.last) for one in dating.beside)
    return not taken and _may_be_one_year(claimed, given)


def _may_be_one_year(claimed: Period, given: Period) -> bool:
    """Whether the year that the dates before it lend to the document's day is the source's, or one is not known."""
    if claimed.first is None or given.first is None:
        return True
    return claimed.first.year == given.first.year


def _words_spoken_of(dating: Dating, binder: Binder) -> int:
    """How many of the words of the date's own clause the source has."""
    return sum(counts > OTHER_WORDS and bool(binder.searched.places(one)) for one, counts in dating.stems.items())


def _is_rival(best: tuple[float, Period, Days], other: tuple[float, Period, Days]) -> bool:
    """Whether another day of the source may be meant as well."""
    margin = SAME_SENTENCE if best[1].sentence == other[1].sentence else MARGIN
    return best[2] != other[2] and best[0] - other[0] < margin


def _unsure() -> Judged:
    return Judged(Relation.UNSURE, reason="nothing in its source can be told to be of the same event")
