"""One quantity of the document with what tells which of a source's quantities speaks of the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Measured, Period, Quantity
from holdwater.findings.figures.stems import stems_in, stems_of
from holdwater.patterns import waiting

OTHER_WORDS = 0.4
"""What a word of the sentence outside the figure's own clause counts, against one of the clause."""
_FEW = 2
"""With fewer words than this of its own ("It rose to 96%") a sentence is read with the one before."""
_BEFORE = 240

FROM, TO = "from", "to"
BEFORE = 16
"""Characters before a figure in which "from", "to" and "by" stand."""
_FROM_OR_TO = waiting(r"\b(from|to)\s(?:(?:about|some|nearly|almost|over|only|just|around)\s)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """A claimed quantity: the stems of its words with what each counts, that of its noun, and its periods.

    `beside` are the other quantities of its sentence: a figure of the source that one of them repeats is not its.
    `role` says whether a change goes "from" it or "to" it.
    """

    quantity: Quantity
    stems: dict[str, float]
    noun: str
    places: tuple[str, ...]
    periods: tuple[Period, ...]
    beside: tuple[Quantity, ...] = ()
    role: str = ""

    @property
    def telling(self) -> tuple[str, ...]:
        """The stems of the figure's own clause."""
        return tuple(one for one, counts in self.stems.items() if counts > OTHER_WORDS)


def claim_of(text: str, quantity: Quantity, measured: Measured, *, without: tuple[Span, ...] = ()) -> Claim:
    """What a quantity of the document says of what and when.

    Args:
        text: the document's text.
        quantity: one of its quantities.
        measured: what the same reading returned, into which the quantity's frame points.
        without: citations in the sentence; the names in them are not the figure's words.
    """
    frame = quantity.frame
    unit = [quantity.unit.per, "" if _is_counted(quantity) else quantity.unit.name]
    cited = {*stems_of(span.of(text) for span in without), *stems_of(unit)}
    own = [*stems_of([frame.noun, quantity.unit.name if _is_counted(quantity) else ""]), *stems_of(frame.subject)]
    if _is_counted(quantity):
        own += stems_in(text[quantity.number.end : quantity.span.end])
    stems = dict.fromkeys([*own, *stems_of(frame.places)], 1.0)
    for one in stems_in(_outside(text, quantity)):
        stems.setdefault(one, OTHER_WORDS)
    if len(stems) < _FEW:
        for one in stems_in(text[max(0, quantity.sentence.start - _BEFORE) : quantity.sentence.start]):
            stems.setdefault(one, OTHER_WORDS)
    for year in frame.ages:
        if year > 0:
            stems[str(year)] = 1.0
    kept = {one: counts for one, counts in stems.items() if one not in cited}
    periods = tuple(measured.periods[at] for at in frame.periods[:1])
    beside = tuple(one for one in measured.quantities if one.sentence == quantity.sentence and one is not quantity)
    return Claim(quantity, kept, noun_of(quantity), stems_of(frame.places), periods, beside, role(text, quantity))


def role(text: str, one: Quantity) -> str:
    """Whether a number is what a change goes from or to: "from", "to" or ""; told by the word before it."""
    match = _FROM_OR_TO.search(text, max(one.sentence.start, one.span.start - BEFORE), one.span.start)
    return match[1].lower() if match else ""


def _outside(text: str, quantity: Quantity) -> str:
    """The words of a quantity's sentence, without the quantity."""
    return f"{text[quantity.sentence.start : quantity.span.start]} {text[quantity.span.end : quantity.sentence.end]}"


def _is_counted(quantity: Quantity) -> bool:
    return quantity.unit.dimension is Dimension.COUNT


def noun_of(quantity: Quantity) -> str:
    """The stem of the head of what a quantity counts or measures; "" where nothing is named."""
    words = quantity.unit.name if _is_counted(quantity) else quantity.frame.noun
    found = stems_of([words])
    return found[-1] if found else ""
