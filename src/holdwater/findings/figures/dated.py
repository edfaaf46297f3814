"""Dates of events against a source: the day, month or year that it gives for what the claim's other words tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import month_name
from dataclasses import dataclass

from holdwater.extract.quantities.model import Grain, Hedge, Period
from holdwater.findings.figures.attribution import shares
from holdwater.findings.figures.bind import Binder, ends_of
from holdwater.findings.figures.claim import OTHER_WORDS
from holdwater.findings.figures.model import Judged, Relation
from holdwater.findings.figures.places import Searched
from holdwater.findings.figures.slips import is_slip
from holdwater.findings.figures.stems import places_of, stems_in
from holdwater.findings.figures.stretches import (
    has_other_end,
    is_on_one_day,
    is_same_stretch,
    is_stretch,
    lie_within,
    names_end,
    names_start,
)
from holdwater.patterns import waiting

SURE = 0.6
"""Of the claim's words, so much must stand in one sentence of the source for another date to be called another one."""
SLIP = 0.4
"""The same for a date that differs in one part from the claimed one."""
LEAST_WORDS = 2
MARGIN, SAME_SENTENCE = 0.2, 0.05
"""A date for which so much less speaks is another one's rival no more."""
_DAYS = {
    Grain.DAY: 1,
    Grain.WEEK: 7,
    Grain.MONTH: 31,
    Grain.QUARTER: 92,
    Grain.SEASON: 92,
    Grain.YEAR: 366,
    Grain.DECADE: 3653,
    Grain.CENTURY: 36525,
}
"""How long a period of each grain is at most."""
_PARTING = (";", ", and ", ", but ", "—")
_TELLING_MORE = (", when ", ", where ", ", which ", ", who ", ", whose ", ", while ", ", with ")
_TAKES_UP = waiting(r"(?:it|they|he|she|this|these|its|their|his|her)\b", re.IGNORECASE)
"""With one of these a sentence is told of what the sentence before names."""
_TAKEN_UP = 0.5
"""What a word of that sentence counts."""
_ORDER = [Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.YEAR, Grain.DECADE, Grain.CENTURY]


@dataclass(frozen=True)
class Dating:
    """A period that the document gives, with the stems of the words of its sentence and what each counts.

    `beside` are the other periods of the sentence: a date of the source that one of them repeats is not its.
    """

    period: Period
    stems: dict[str, float]
    beside: tuple[Period, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """How its year may be written: every date of that year has it; of a day without a year the day itself."""
        if self.period.yearless:
            return tuple(form for month, day in self.period.yearless for form in _written_days(month, day))
        named = self.period.first or self.period.last
        return (str(named.year),) if named else ()


def _written_days(month: int, day: int) -> tuple[str, ...]:
    name = month_name[month].lower()
    return (f"{day} {name}", f"{name} {day}", f"{day}th of {name}")


def dating_of(text: str, period: Period, cited: frozenset[str], beside: tuple[Period, ...] = ()) -> Dating:
    """A date of the document and what its sentence tells of it: the clause around it in full, the rest less."""
    low, high = _clause(text, period)
    stems = dict.fromkeys(stems_in(f"{text[low : period.span.start]} {text[period.span.end : high]}"), 1.0)
    rest = f"{text[period.sentence.start : low]} {text[high : period.sentence.end]}"
    for one in stems_in(rest):
        stems.setdefault(one, OTHER_WORDS)
    return Dating(period, {one: counts for one, counts in stems.items() if one not in cited}, beside)


def _clause(text: str, period: Period) -> tuple[int, int]:
    """The clause that a date stands in: to the next semicolon, or "and" with a comma, on either side.

    Behind a date that the words before it tell of, it ends where they are told more of: "…, when", "…, which".
    """
    before = max(text.rfind(mark, period.sentence.start, period.span.start) for mark in _PARTING)
    low = max(before, period.sentence.start)
    told = len(list(stems_in(text[low : period.span.start]))) >= LEAST_WORDS
    marks = (*_PARTING, *_TELLING_MORE) if told else _PARTING
    behind = [text.find(mark, period.span.end, period.sentence.end) for mark in marks]
    return low, min((one for one in behind if one >= 0), default=period.sentence.end)


def checkable(period: Period) -> bool:
    """Whether a date is one that a source can give otherwise: known, and not counted from the document's own."""
    known = period.first is not None and period.last is not None
    return known and not period.relative and not period.impossible and period.hedge in (Hedge.NONE, Hedge.ABOUT)


def judge_date(dating: Dating, binder: Binder) -> Judged:
    """What a source says of a date."""
    searched = binder.searched
    scored = sorted(
        (
            (score_of(dating, one, searched), index)
            for index, one in enumerate(searched.measured.periods)
            if one.first or one.last
        ),
        key=lambda pair: -pair[0],
    )
    periods = searched.measured.periods
    agreeing = [(score, periods[at]) for score, at in scored if _agrees(dating.period, periods[at])]
    bearing = [one for one in agreeing if _bears_out(dating.period, *one)]
    same = next((one for one in bearing if not _is_coarser(one[1], dating.period)), bearing[0] if bearing else None)
    if is_stretch(dating.period) and same is None:
        same = _by_ends(dating.period, [(score, periods[at]) for score, at in scored], searched)
    others = [
        (score, periods[at])
        for score, at in scored
        if not _agrees(dating.period, periods[at])
        and not _is_taken(dating, periods[at])
        and _can_deny(dating.period, periods[at], [periods[at] for _, at in scored])
    ]
    vague = same[1] if same and _is_coarser(same[1], dating.period) else None
    slip = _slip(dating, others, searched) if same is None or vague else None
    if slip and (vague is None or _agrees(slip, vague)):
        return Judged(Relation.CONTRADICTED, (slip.sentence,), slip.span.of(searched.text), slip.span)
    best = others[0] if others else None
    if best is None or not _is_sure(dating, best, searched):
        return _borne_out(dating, same[1]) if same else _unsure()
    if same and best[0] - same[0] < (MARGIN if same[1].sentence == best[1].sentence else 2 * MARGIN):
        return _borne_out(dating, same[1])
    if (
        same and dating.beside and same[1].sentence == best[1].sentence
    ):  # of several dates here and there: which is which
        return _unsure()
    rivals = [one for score, one in others[1:] if _rivals(best, (score, one))]
    if rivals:
        return _unsure()
    return Judged(Relation.CONTRADICTED, (best[1].sentence,), best[1].span.of(searched.text), best[1].span)


def _is_coarser(given: Period, claimed: Period) -> bool:
    """Whether a date of the source is given less exactly than the claimed one: its month, its year or its decade."""
    single = not given.is_range and not claimed.is_range
    return single and _ORDER.index(given.grain) > _ORDER.index(claimed.grain)


def _borne_out(dating: Dating, given: Period) -> Judged:
    """The month of a day bears out the month, and nothing of the day."""
    if _is_coarser(given, dating.period):
        return Judged(Relation.UNSURE, reason=f"its source names the {given.grain} alone")
    return Judged(Relation.ENTAILED, (given.sentence,))


def _bears_out(claimed: Period, score: float, given: Period) -> bool:
    """Whether a date of the source that the claimed one lies in bears it out: one with an open end by its named end
    alone, a longer stretch of days only where the claim's words speak for it.

    "Until March 2023" is no date of what happened in August 2022.
    """
    if given.hedge not in (Hedge.NONE, Hedge.ABOUT) or given.first is None or given.last is None:
        named = given.first or given.last
        first, last = (end.toordinal() for end in ends_of(claimed))
        return named is not None and first - _DAYS[given.grain] <= named.toordinal() <= last + _DAYS[given.grain]
    return claimed.is_range or not given.is_range or score >= SLIP


def _by_ends(claimed: Period, scored: list[tuple[float, Period]], searched: Searched) -> tuple[float, Period] | None:
    """Two dates of the source that are the ends of a claimed stretch: the later one, with its score.

    Both are told by some of the claim's words, or in one paragraph; neither is the end of another stretch.
    """
    alone = [(score, one) for score, one in scored if not is_stretch(one)]
    starts = [(score, one) for score, one in alone if names_start(claimed, one)]
    ends = [(score, one) for score, one in alone if names_end(claimed, one)]
    for first, start in starts:
        for last, end in ends:
            if (first and last) or end.span.start in searched.paragraph(start.span.start):
                return last, end
    return None


def _can_deny(claimed: Period, given: Period, every: list[Period]) -> bool:
    """Whether a date of the source that is not the claimed one speaks against it.

    Against a stretch, one that lies in it, or in which it lies, does so only where one end is the same, and where the
    source names the claimed other end nowhere.
    """
    if not is_stretch(claimed):
        return True
    if not is_stretch(given):
        return not lie_within(claimed, given)
    if not lie_within(claimed, given):
        return True
    return has_other_end(claimed, given) and not (
        any(names_start(claimed, one) for one in every) and any(names_end(claimed, one) for one in every)
    )


def _is_taken(dating: Dating, given: Period) -> bool:
    """Whether the claim's sentence gives a date of the source, rightly or with a slip, with another of its own."""
    if any(one.grain is given.grain and ends_of(one) == ends_of(given) for one in dating.beside):
        return True
    return not _differs_little(dating.period, given) and any(_differs_little(one, given) for one in dating.beside)


def _slip(dating: Dating, others: list[tuple[float, Period]], searched: Searched) -> Period | None:
    """The one date of the source that is told of by the claim's words and differs from its date in one part only.

    Words of the claim that the source lacks matter less then: two dates of one year and one month, or of one day and
    one year, are seldom of two events that share words.
    """
    close = [(score, one) for score, one in others if _differs_little(dating.period, one)]
    if len({(one.first, one.last) for _, one in close}) != 1 or close[0][0] < SLIP:
        return None
    known = [one for one, counts in dating.stems.items() if counts > OTHER_WORDS and searched.places(one)]
    return close[0][1] if len(known) >= (1 if searched.is_whole else LEAST_WORDS) else None


def _differs_little(claimed: Period, given: Period) -> bool:
    """Whether two days, months or years differ in the day, the month or the year alone; years by a slip of digits.

    Two stretches do where one of their ends is the same day.
    """
    if claimed.first is None or given.first is None or claimed.grain is not given.grain:
        return False
    if is_stretch(claimed) and is_stretch(given):
        return has_other_end(claimed, given) and is_on_one_day(claimed, given)
    if claimed.is_range or given.is_range or given.hedge is not Hedge.NONE or given.relative:
        return False
    mine, its = claimed.first, given.first
    if claimed.grain is Grain.YEAR:
        return is_slip(mine.year, its.year) and sorted(str(mine.year)) == sorted(str(its.year))
    if claimed.grain not in (Grain.DAY, Grain.MONTH):
        return False
    return (mine.year != its.year) + (mine.month != its.month) + (mine.day != its.day) == 1


def _unsure() -> Judged:
    return Judged(Relation.UNSURE, reason="nothing in its source can be told to be of the same event")


def _rivals(best: tuple[float, Period], other: tuple[float, Period]) -> bool:
    """Whether another date of the source may be meant as well; in one sentence its words tell which."""
    margin = SAME_SENTENCE if best[1].sentence == other[1].sentence else MARGIN
    return best[0] - other[0] < margin and not _agrees(other[1], best[1])


def _is_sure(dating: Dating, best: tuple[float, Period], searched: Searched) -> bool:
    """Whether a date of the source is that of the very event, and as exact as the claim can be held against."""
    score, period = best
    words = [one for one, counts in dating.stems.items() if counts > OTHER_WORDS and searched.places(one)]
    comparable = period.is_range is dating.period.is_range and period.hedge in (Hedge.NONE, Hedge.ABOUT)
    return score >= SURE and len(words) >= LEAST_WORDS and comparable and not period.relative


def score_of(dating: Dating, period: Period, searched: Searched) -> float:
    """How much of the claim's words speaks for one of the source's dates, 0 to 1."""
    whole = sum(counts * searched.weight(one) for one, counts in dating.stems.items())
    beside = [one.span for one in searched.measured.periods if one.sentence == period.sentence]
    before = searched.before(period.sentence) if _TAKES_UP.match(searched.text, period.sentence.start) else ""
    held = 0.0
    for one, counts in dating.stems.items():
        at = searched.places(one)
        places = at[bisect_left(at, period.sentence.start) : bisect_left(at, period.sentence.end)]
        given = [shares(searched.text, beside, place)[beside.index(period.span)] for place in places]
        taken_up = _TAKEN_UP if not given and before and places_of(before, one, most=1) else 0.0
        held += counts * searched.weight(one) * max(given, default=taken_up)
    return held / whole if whole else 0.0


def _agrees(claimed: Period, given: Period) -> bool:
    """Whether one of two dates lies within the other, or they overlap where one is given by its ends."""
    mine, its = ends_of(claimed), ends_of(given)
    if is_stretch(claimed):
        return is_same_stretch(claimed, given)
    if given.hedge not in (Hedge.NONE, Hedge.ABOUT) or claimed.is_range != given.is_range:
        return mine[0] <= its[1] and its[0] <= mine[1]
    if claimed.is_range:
        return (mine[0] <= its[0] and its[1] <= mine[1]) or (its[0] <= mine[0] and mine[1] <= its[1])
    if _ORDER.index(claimed.grain) >= _ORDER.index(given.grain):
        return mine[0] <= its[0] and its[1] <= mine[1]
    return its[0] <= mine[0] and mine[1] <= its[1]
