"""Which windows are worth laying a quotation in: those in which enough of it could stand to be taken for the passage.

Of a quotation that is nowhere, most windows have a phrase and no more. They are told from the others for all questions
of a pass together (`ceiling`), before any is aligned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from holdwater.match.ceiling import Elsewhere, Hope, around, ceilings, could_stand, in_order
from holdwater.match.chain import Window
from holdwater.match.chance import least_share
from holdwater.match.lay import MOST_CELLS
from holdwater.match.place import FAR, Lead
from holdwater.match.presets import VERBATIM
from holdwater.match.question import Question
from holdwater.match.quoted import PLAIN, Element
from holdwater.match.words import Words

ROUNDING = 1e-6
"""Words: two sums that differ by no more are equal."""
HALVES = 2
"""Windows that a splice may be from."""

Asked = tuple[Question, Words, int]
"""A question, a text that it is put to, and the text's number."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A window of a lead, both by their numbers; `need` words of the quotation must stand to be found."""

    lead: int
    window: int
    need: float


def hopeful(asked: Sequence[Asked], leads: Sequence[Lead], elsewhere: Elsewhere, searched: int) -> list[Lead]:
    """The leads without the windows in which too little of a quotation could stand.

    Args:
        asked: the questions, with the text of each.
        leads: where their surest segments may stand.
        elsewhere: what else stands in the texts.
        searched: how many words all texts have together.
    """
    least = least_share(searched)
    segments: list[Sequence[Element]] = []
    hopes: list[Hope] = []
    undecided: list[_Open] = []
    for number, ((question, words, text), lead) in enumerate(zip(asked, leads, strict=True)):
        segment = question.quoted.segments[lead.segment]
        if not _may_be_in_vain(question, lead, least * len(segment)):
            continue
        need = least * question.quoted.words - _in_marks(question) - ROUNDING
        longest = MOST_CELLS // len(segment)
        for at, window in enumerate(lead.likely):
            start, end = around(words, window.start, window.end)
            if 0 < end - start <= longest:
                hopes.append(Hope(len(segments), words, start, end, text))
                undecided.append(_Open(number, at, need))
        segments.append(segment)
    low: list[tuple[_Open, float]] = []
    for one, hope, found in zip(undecided, hopes, ceilings(segments, hopes, elsewhere), strict=True):
        most = found.most
        if most >= one.need or asked[one.lead][0].quoted.gaps:
            most = min(most, in_order(segments[hope.segment], hope) + found.besides)
        if most < one.need:
            low.append((one, most))
    vain: set[tuple[int, int]] = set()
    for number, some in groupby(low, lambda pair: pair[0].lead):
        vain |= _in_vain(asked[number], leads[number], list(some), elsewhere)
    return [
        Lead(lead.segment, [one for at, one in enumerate(lead.likely) if (number, at) not in vain])
        for number, lead in enumerate(leads)
    ]


def _may_be_in_vain(question: Question, lead: Lead, enough: float) -> bool:
    """Whether it is worth asking.

    Where enough words stand in the runs of a window, or of two if the quotation is a splice, these are laid, and all
    others are soon given up.
    """
    if question.cited or question.is_short or question.preset is not VERBATIM:
        return False
    return sum(sorted([_standing(one) for one in lead.likely])[-HALVES:]) < enough


def _standing(window: Window) -> int:
    """How many words stand in a window in runs, as far as is known."""
    return sum([run[2] for run in window.runs]) if window.runs else 0


def _in_marks(question: Question) -> int:
    """Words in brackets, and words partly in brackets: they may stand, or count for more, in any window."""
    if not question.marked:
        return 0
    marks = [one for segment in question.quoted.segments for one in segment if one[0] is not PLAIN]
    return sum([len(one.key.split()) for one in marks])


def _in_vain(
    asked: Asked, lead: Lead, low: Sequence[tuple[_Open, float]], elsewhere: Elsewhere
) -> set[tuple[int, int]]:
    """Those of a lead's windows in which too little could stand, with all that its other segments could have there."""
    question, words, text = asked
    others = [one for at, one in enumerate(question.quoted.segments) if at != lead.segment]
    most = max(could - one.need for one, could in low)
    if others and most + sum(map(len, others)) >= 0:
        start = min(lead.likely[one.window].start for one, _ in low) - FAR * max(1, lead.segment)
        end = max(lead.likely[one.window].end for one, _ in low) + FAR * max(1, len(others) - lead.segment)
        place = Hope(0, words, max(0, start), min(len(words), end), text)
        if could_stand(others, place, elsewhere, -most):
            return set()
    return {(one.lead, one.window) for one, _ in low}
