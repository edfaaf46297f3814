"""Dates that are one end of a period ("until May 2023", "since 2019", "by 2040"): whether the source names the same.

Another date in the source contradicts none of these: what held until May held in March, and "by 2040" is true of 2035.
"""

from __future__ import annotations

from holdwater.extract.quantities.model import Period
from holdwater.findings.figures.bind import Binder
from holdwater.findings.figures.dated import Dating
from holdwater.findings.figures.model import Judged, Relation
from holdwater.findings.figures.stretches import named_end, named_ends


def is_bound(period: Period) -> bool:
    """Whether a period names one of its ends alone, as a day, a month or a year."""
    return bool(named_end(period)) and not period.relative and not period.impossible


def judge_bound(dating: Dating, binder: Binder) -> Judged:
    """Whether a source names the end that a date of the document names."""
    claimed = named_end(dating.period)
    for one in binder.searched.measured.periods:
        if any(end[: len(claimed)] == claimed for end in named_ends(one)):
            return Judged(Relation.ENTAILED, (one.sentence,))
    return Judged(Relation.UNSURE, reason="nothing in its source can be told to be of the same event")
