"""What a document's quantities claim that a table of statistics could bear out.

Only what is plain becomes a claim: the words for what is measured, one country, and the year or years. Everything
else (forecasts, parts of a country, a place that is only mentioned) is let be, as nothing could be said of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from holdwater.extract.quantities.model import (
    Dimension,
    Direction,
    Grain,
    Hedge,
    Measured,
    Period,
    Quantity,
    QuantityKind,
    Unit,
)
from holdwater.patterns import waiting
from holdwater.tables import model as table
from holdwater.tables.concepts import concepts_in
from holdwater.tables.places import Mention, mentions
from holdwater.tables.terms import stems
from holdwater.tables.traits import sex_in

ABOUT = 0.1
"""What "about" and "nearly" allow of a figure; a table's own tolerance comes on top."""

LONGEST = 400
"""Characters of a sentence; a longer one is a list or the words of a page's frame."""

_OPEN = waiting(
    r"\b(?:will|would|could|should|(?-i:may)|might|if|unless|targets?|goals?|aims?|plans?|pledges?|forecasts?|projected"
    r"|expected|hopes?|promised?|assum\w+|suppose\w*|imagine|nearly every|not|never|denie[sd]|myth)\b",
    re.IGNORECASE,
)
"""Words of sentences that do not say how things are or were."""

_PARTS = frozenset(
    stems(
        "rural urban city town village province provincial district county region capital north northern south "
        "southern east eastern west western prison prisoner soldier student pupil patient migrant immigrant minority "
        "indigenous black white poorest richest respondent surveyed polled survey poll sample household"
    )
)
"""Words that narrow a figure to a part of the people, but where they are part of what is measured."""

_AMONG = waiting(r"\b(?:one of|among(?:st)?|some of|near(?:ly)?|almost|perhaps|probably|arguably)\b", re.IGNORECASE)
_CLAUSES = waiting(r";|:|, and\b|,? (?:while|whereas|but|although|though|even as)\b")
_UP = r"rais\w+|rise[ns]?|rose|rising|increas\w+|gr[eo]w\w*|growth|gain\w*|expan\w+|climb\w*|jump\w*"
_DOWN = r"reduc\w+|f[ae]ll\w*|drop\w*|cut\w*|declin\w+|shr[aiu]nk\w*|lowered|lowering|slash\w*|decreas\w+"
_RISING, _FALLING = waiting(rf"\b(?:{_UP})\b", re.IGNORECASE), waiting(rf"\b(?:{_DOWN})\b", re.IGNORECASE)
_LEAST = waiting(r"\b(?:least|lowest|fewest|smallest|slowest|lower|fewer|smaller|bottom)\b", re.IGNORECASE)

_KINDS: Mapping[QuantityKind, table.ClaimKind] = {
    QuantityKind.LEVEL: table.ClaimKind.LEVEL,
    QuantityKind.SHARE: table.ClaimKind.LEVEL,
    QuantityKind.TOTAL: table.ClaimKind.LEVEL,
    QuantityKind.AGE: table.ClaimKind.LEVEL,
    QuantityKind.DURATION: table.ClaimKind.LEVEL,
    QuantityKind.CHANGE: table.ClaimKind.CHANGE,
    QuantityKind.RELATIVE_CHANGE: table.ClaimKind.RELATIVE_CHANGE,
    QuantityKind.POINT_CHANGE: table.ClaimKind.POINT_CHANGE,
    QuantityKind.RATIO: table.ClaimKind.RATIO,
    QuantityKind.TIMES_MORE: table.ClaimKind.TIMES_MORE,
    QuantityKind.RANK: table.ClaimKind.RANK,
    QuantityKind.SUPERLATIVE: table.ClaimKind.RANK,
}
_CHANGES = frozenset({table.ClaimKind.CHANGE, table.ClaimKind.RELATIVE_CHANGE, table.ClaimKind.POINT_CHANGE})
_WORDED = frozenset({table.ClaimKind.RELATIVE_CHANGE, table.ClaimKind.RATIO})
"""Kinds that a word alone may say: doubled, halved, twice as many."""

_DIMENSIONS: Mapping[Dimension, table.Dimension] = {
    Dimension.NUMBER: table.Dimension.NUMBER,
    Dimension.COUNT: table.Dimension.COUNT,
    Dimension.MONEY: table.Dimension.MONEY,
    Dimension.TIMES: table.Dimension.ANY,
    Dimension.ORDINAL: table.Dimension.ANY,
}


@dataclass(frozen=True)
class ClaimReader:
    """Reads the claims of one text's quantities. `own_places` are names of places in the user's tables."""

    text: str
    measured: Measured
    own_places: frozenset[str] = frozenset()

    def claim(self, number: int) -> table.Claim | None:
        """What this quantity claims, None if it is nothing that a table could bear out."""
        quantity = self.measured.quantities[number]
        sentence = quantity.sentence.of(self.text)
        kind = _KINDS.get(quantity.kind)
        if kind is None or len(sentence) > LONGEST or _OPEN.search(sentence):
            return None
        named = mentions(sentence, self.own_places)
        if kind is table.ClaimKind.RANK:
            return self._ranked(quantity, sentence, named)
        places = self._places(quantity, sentence, named)
        years = self._years(number, kind)
        paired = kind in (table.ClaimKind.RATIO, table.ClaimKind.TIMES_MORE) and len(places) == 2
        if not years or _narrowed(_without(sentence, named)) or not (len(places) == 1 or paired):
            return None
        return self._claim(quantity, kind, places, years)

    def _claim(
        self, quantity: Quantity, kind: table.ClaimKind, places: tuple[str, ...], years: tuple[int, ...]
    ) -> table.Claim:
        low, high = _interval(quantity)
        clause = self.clause(quantity)
        if kind in _WORDED and not any(map(str.isdigit, quantity.number.of(self.text))):
            low, high = (low, inf) if quantity.value >= 1 else (-inf, high)  # "halved" is said of more than half too
        falls = kind in _CHANGES and quantity.frame.direction is Direction.DOWN
        return table.Claim(
            words=clause,
            kind=kind,
            places=places,
            years=years,
            low=-high if falls else low,
            high=-low if falls else high,
            half_steps=quantity.half_steps,
            measure=measure_of(quantity.unit),
            sex=sex_in(clause),
            ages=quantity.frame.ages,
        )

    def clause(self, quantity: Quantity) -> str:
        """The words for what is measured: the part of the sentence in which the quantity stands."""
        start = quantity.sentence.start
        breaks = [match.start() for match in _CLAUSES.finditer(self.text, start, quantity.sentence.end)]
        first = max((one for one in breaks if one <= quantity.span.start), default=start)
        last = min((one for one in breaks if one >= quantity.span.end), default=quantity.sentence.end)
        return self.text[first:last]

    def _places(self, quantity: Quantity, sentence: str, named: Sequence[Mention]) -> tuple[str, ...]:
        """The countries spoken of: those that the quantity is bound to, or the sentence's; the compared one last."""
        countries = [mention for mention in named if not mention.region]
        bound = [one for one in countries if sentence[one.start : one.end].lower() in quantity.frame.places]
        compared = quantity.frame.compared.lower()
        against = [one for one in countries if compared and sentence[one.start : one.end].lower() in compared]
        codes = dict.fromkeys(one.codes[0] for one in (bound or countries) if one not in against)
        return (*codes, *dict.fromkeys(one.codes[0] for one in against if one.codes[0] not in codes))

    def _years(self, number: int, kind: table.ClaimKind) -> tuple[int, ...]:
        """The year of a level, or the first and the last one of a change; () where they are not plain."""
        quantity = self.measured.quantities[number]
        years = [_years_of(self.measured.periods[index]) for index in quantity.frame.periods]
        if kind is table.ClaimKind.LEVEL:
            end = self._ends.get(number)
            single = next((one for one in years[:1] if len(one) == 1), ())
            whole = next((one for one in years if len(one) == 2), ())
            return single or ((whole[end],) if whole and end is not None else ())
        whole = next((one for one in years if len(one) == 2), ())
        if whole:
            return whole
        singles = sorted({one[0] for one in years if len(one) == 1})
        if kind in _CHANGES:
            return (singles[0], singles[-1]) if len(singles) == 2 else ()
        return (singles[0], singles[-1]) if len(singles) == 2 else tuple(singles) if len(singles) == 1 else ()

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Quantities that a change goes from (0) or to (1), by their number."""
        found: dict[int, int] = {}
        for quantity in self.measured.quantities:
            found.update({quantity.frame.start: 0, quantity.frame.end: 1})
        return found

    def _ranked(self, quantity: Quantity, sentence: str, named: Sequence[Mention]) -> table.Claim | None:
        """A rank or superlative: of changes where the sentence has a verb of change and two years."""
        places = tuple(dict.fromkeys(one.codes[0] for one in named if not one.region and not one.world))
        group = next((one for one in named if one.region), None)
        periods = [_years_of(self.measured.periods[index]) for index in quantity.frame.periods]
        years = next((one for one in periods if one), ())
        rising, falling = bool(_RISING.search(sentence)), bool(_FALLING.search(sentence))
        changing = rising != falling
        if len(places) != 1 or not years or (len(years) == 2) != changing or _AMONG.search(sentence):
            return None
        lowest = falling if changing else bool(_LEAST.search(sentence))
        clause = self.clause(quantity)
        return table.Claim(
            words=clause,
            kind=table.ClaimKind.RANK,
            places=places,
            years=years,
            low=max(quantity.value, 1.0),
            high=max(quantity.value, 1.0),
            sex=sex_in(clause),
            ages=quantity.frame.ages,
            order=table.Order.LOWEST if lowest else table.Order.HIGHEST,
            changing=changing,
            among=group.codes if group else (),
            group=group.name if group else "",
        )


def _without(sentence: str, named: Sequence[Mention]) -> str:
    """A sentence without the names of places: South Korea is no part of a country."""
    for mention in reversed(named):
        sentence = sentence[: mention.start] + " " + sentence[mention.end :]
    return sentence


def _narrowed(sentence: str) -> bool:
    """Whether a sentence speaks of a part of a country or of its people, which is not what is measured itself."""
    words = stems(sentence)
    measured = {place for places in concepts_in(words).values() for place in places}
    return any(word in _PARTS and place not in measured for place, word in enumerate(words))


def _years_of(period: Period) -> tuple[int, ...]:
    """The year that a period is, or the first and last year that it names; () for decades and days."""
    if period.grain is not Grain.YEAR or period.first is None or period.last is None:
        return ()
    if period.hedge not in (Hedge.NONE, Hedge.AT_MOST):  # "by 2010" is read as in 2010
        return ()
    first, last = period.first.year, period.last.year
    if period.is_range:
        return (first, last) if first < last else ()
    return (first,) if first == last else ()


def _interval(quantity: Quantity) -> tuple[float, float]:
    """The numbers that a quantity's words allow, "about" and "nearly" put in figures."""
    value = quantity.value
    spare = abs(value) * ABOUT
    match quantity.hedge:
        case Hedge.ABOUT:
            return value - spare, value + spare
        case Hedge.NEARLY:
            return value - spare, value
        case Hedge.JUST_OVER:
            return value, value + spare
    return quantity.interval.low, quantity.interval.high


def measure_of(unit: Unit) -> table.Measure:
    """A quantity's unit as tables compare it."""
    match unit.dimension:
        case Dimension.PERCENT | Dimension.POINT:
            return table.Measure(table.Dimension.PERCENT, 100.0)
        case Dimension.RATE:
            per = unit.per.replace(",", "")
            if unit.name == "percent":
                return table.Measure(table.Dimension.PERCENT, 100.0)
            return table.Measure(table.Dimension.RATE, float(per) if per.isdigit() else 0.0, unit.per)
        case Dimension.TIME:
            return table.Measure(table.Dimension.TIME, base="second", factor=unit.factor)
        case Dimension.PHYSICAL:
            return table.Measure(table.Dimension.PHYSICAL, base=unit.base, factor=unit.factor)
    return table.Measure(_DIMENSIONS.get(unit.dimension, table.Dimension.ANY), of=unit.name)
