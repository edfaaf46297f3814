"""One quantity of the document with what tells which of a source's quantities speaks of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Measured, Period, Quantity
from holdwater.findings.figures.carried import with_unit
from holdwater.findings.figures.confidence import is_confidence, is_interval
from holdwater.findings.figures.stems import stems_in, stems_of
from holdwater.findings.figures.wholes import is_part
from holdwater.patterns import waiting

OTHER_WORDS = 0.4
"""What a word of the sentence outside the figure's own clause counts, against one of the clause."""
_FEW = 2
"""With fewer words than this of its own ("It rose to 96%") a sentence is read with the one before."""
_BEFORE = 240

FROM, TO = "from", "to"
BEFORE = 16
"""Characters before a figure in which "from", "to" and "by" stand."""
_PART_OF_IT = waiting(r",?\s(?:of|among|from|including)\s(?:whom|which|them|these|those)\b", re.IGNORECASE)
"""What follows tells of a part of the figure before alone: "900 navvies, of whom 75 died in the winter of 1871"."""
_ANOTHER = waiting(r",\s(?:and|but)\s(?:more|fewer|many|several|some|other)\s(?!than\b)[a-z]", re.IGNORECASE)
"""What follows is another thing, of which no number is told: "900 navvies, and more carters"."""
_NUMERAL = waiting(r"(?<![\w.,])\d[\d,.]*\d(?![\w%])")
_FROM_OR_TO = waiting(r"\b(from|to)\s(?:(?:about|some|nearly|almost|over|only|just|around)\s)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """A claimed quantity: the stems of its words with what each counts, that of its noun, and its periods.

    `beside` are the other quantities of its sentence, each with the unit that it carries on, and `numerals` the numbers
    in figures that stand there besides, read as quantities or not: a figure of the source that one of them repeats is
    not its. `named` are all periods of its sentence. `role` says whether a change goes "from" it or "to" it.
    `is_confidence` says that it is the level of a confidence interval, `is_interval` that it is such an interval.
    `before` are the stems of the words before its sentence, which may have named what it is of. `is_part` says that it
    is told as a part of a whole ("90 of the beds").
    """

    quantity: Quantity
    stems: dict[str, float]
    noun: str
    places: tuple[str, ...]
    periods: tuple[Period, ...]
    beside: tuple[Quantity, ...] = ()
    role: str = ""
    numerals: frozenset[str] = frozenset()
    named: tuple[Period, ...] = ()
    is_confidence: bool = False
    is_interval: bool = False
    before: frozenset[str] = frozenset()
    is_part: bool = False

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
    before = tuple(stems_in(text[max(0, quantity.sentence.start - _BEFORE) : quantity.sentence.start]))
    if len(stems) < _FEW:
        for one in before:
            stems.setdefault(one, OTHER_WORDS)
    for year in frame.ages:
        if year > 0:
            stems[str(year)] = 1.0
    end = _own_end(text, quantity)
    another = _ANOTHER.search(text, quantity.span.end, quantity.sentence.end)
    if another:
        rest, own_words = text[another.start() : quantity.sentence.end], text[quantity.sentence.start : another.start()]
        cited |= {*stems_in(rest)} - {*stems_in(own_words)}
    if is_interval(text, quantity):
        stems = dict.fromkeys(stems, 1.0)  # in its brackets it has no words of its own
    kept = {one: counts for one, counts in stems.items() if one not in cited}
    periods = tuple(measured.periods[at] for at in frame.periods[:1] if measured.periods[at].span.start < end)
    named = tuple(one for one in measured.periods if one.sentence == quantity.sentence)
    apart = (quantity.span, *(one.span for one in named), *without)
    return Claim(
        quantity,
        kept,
        noun_of(quantity),
        stems_of(frame.places),
        periods,
        _beside(text, quantity, measured),
        role(text, quantity),
        frozenset(_numerals(text, quantity.sentence, apart)),
        named,
        is_confidence(text, quantity),
        is_interval(text, quantity),
        frozenset(before),
        is_part(text, quantity),
    )


def _beside(text: str, quantity: Quantity, measured: Measured) -> tuple[Quantity, ...]:
    """The other quantities of a quantity's sentence: "47 minutes there and 52 here" has minutes twice."""
    found: list[Quantity] = []
    for one in measured.quantities:
        if one.sentence == quantity.sentence:
            found.append(with_unit(text, one, found))
    return tuple(one for one in found if one.span != quantity.span)


def _numerals(text: str, sentence: Span, apart: Sequence[Span]) -> Iterator[str]:
    """The numbers of two figures and more in a sentence, as plain digits; what stands `apart` has none."""
    for match in _NUMERAL.finditer(text, sentence.start, sentence.end):
        if not any(span.start <= match.start() < span.end for span in apart):
            yield digits(match.group())


def digits(number: str) -> str:
    """A number as written, without what groups its digits."""
    return number.rstrip(".,").replace(",", "")


def _own_end(text: str, quantity: Quantity) -> int:
    """Where what is told of a quantity itself ends: with its sentence, or before what is told of a part of it."""
    match = _PART_OF_IT.search(text, quantity.span.end, quantity.sentence.end)
    return match.start() if match else quantity.sentence.end


def role(text: str, one: Quantity) -> str:
    """Whether a number is what a change goes from or to: "from", "to" or ""; told by the word before it."""
    match = _FROM_OR_TO.search(text, max(one.sentence.start, one.span.start - BEFORE), one.span.start)
    return match[1].lower() if match else ""


def _outside(text: str, quantity: Quantity) -> str:
    """The words of a quantity's sentence, without the quantity and what is told of a part of it."""
    end = _own_end(text, quantity)
    return f"{text[quantity.sentence.start : quantity.span.start]} {text[quantity.span.end : end]}"


def _is_counted(quantity: Quantity) -> bool:
    return quantity.unit.dimension is Dimension.COUNT


def noun_of(quantity: Quantity) -> str:
    """The stem of the head of what a quantity counts or measures; "" where nothing is named."""
    words = quantity.unit.name if _is_counted(quantity) else quantity.frame.noun
    found = stems_of([words])
    return found[-1] if found else ""
