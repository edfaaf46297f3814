"""The unit and the scale of a bare number of a table, which the heads of its column or its row give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from holdwater.extract.quantities.model import Dimension, Direction, Interval, Quantity, QuantityKind, Unit
from holdwater.extract.quantities.reading import read_measured
from holdwater.patterns import waiting

_LONGEST_SIGN = 4
"""Characters of a currency's sign before its number."""
_UNITS = {Dimension.PERCENT, Dimension.POINT, Dimension.MONEY, Dimension.PHYSICAL, Dimension.TIME, Dimension.RATE}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "bn": 1e9, "m": 1e6, "k": 1e3}
_WORD_OF_SCALE = waiting(
    r"(?:^|[(\[,:;£$€¥]\s?|\bin |\b(?:USD|GBP|EUR|CHF) )(thousand|million|billion|trillion)s?\b|"
    r"\b(thousand|million|billion|trillion)s\b(?! of)|"
    r"(?:[£$€¥]|\b(?:USD|GBP|EUR|CHF))\s?(mn|m|bn|k)\b|[(,]\s*(mn|bn)\b",
    re.IGNORECASE,
)
_NOUGHTS = waiting(r"(?<![\d.,])(?:[’'‘x]\s?)?000(,000)?(?:[’']?s\b|\b)(?![\d.,])", re.IGNORECASE)
_CURRENCY = waiting(
    r"US\s?\$|A\$|C\$|[£€¥$]|\b(?:USD|GBP|EUR|CHF|JPY)\b|\b(?:pounds sterling|dollars|euros?)\b", re.IGNORECASE
)
_PERCENT = waiting(r"%|\bper ?cent\b|\bpct\b|\bpercentages?\b(?! points?)", re.IGNORECASE)
_AT_HAND = waiting(r"\(([^()]{1,40})\)|\[([^\[\]]{1,40})\]|,\s*([^,()]{1,40}?)(?=\s*(?:\(|$))|\bin\s+([^,()]{1,40})$")
_ONE = waiting(r"\s*(?:second|minute|hour|day|week|month|quarter|year|decade|century)\b", re.IGNORECASE)
"""What a head names in the singular is no unit: "Second dose", "Year", "Quarter"."""
_CHANGED = waiting(r"\bchanges?\b|\bgrowth\b|\bincreases?\b|\bdecreases?\b", re.IGNORECASE)
_FALLEN = waiting(r"\bdecreases?\b", re.IGNORECASE)


def in_heads_unit(one: Quantity, heads: Sequence[str], sign: str = "") -> Quantity:
    """A cell's number in the unit and the scale that the heads give it, the first that gives one; as it is without.

    Args:
        one: the number, read alone.
        heads: the heads' words, the nearest first.
        sign: the character that the number is written with first: a "+" says which way a change goes.
    """
    if one.unit.dimension is Dimension.PERCENT and any(_CHANGED.search(words) for words in heads[:1]):
        return _as_change(one, heads, sign)
    bare = one.unit.dimension is Dimension.NUMBER
    if not bare and one.unit.dimension is not Dimension.MONEY:
        return one
    scale = next((found for found in map(scale_of, heads) if found != 1.0), 1.0)
    if bare:
        unit, kind = next(filter(None, map(unit_of, heads)), (one.unit, one.kind))
        one = replace(one, unit=unit, kind=kind if one.kind is QuantityKind.LEVEL else one.kind)
        if one.kind is QuantityKind.RELATIVE_CHANGE:
            return _as_change(one, heads, sign)
    if scale == 1.0 or one.unit.dimension not in (Dimension.NUMBER, Dimension.MONEY) or abs(one.value) >= scale * 1e3:
        return one
    ends = one.interval
    return replace(
        one,
        value=one.value * scale,
        interval=Interval(ends.low * scale, ends.high * scale, ends.low_closed, ends.high_closed),
        half_steps=tuple(step * scale for step in one.half_steps),
    )


def _as_change(one: Quantity, heads: Sequence[str], sign: str) -> Quantity:
    """A share under "Change" as a change: "-22.3%" is a fall of 22.3 percent, "+22.3%" a rise.

    A number without a sign is told no way, and what a sign says under "Decrease" is open.
    """
    low, high = sorted((abs(one.interval.low), abs(one.interval.high)))
    way = Direction.DOWN if one.value < 0 else Direction.UP if sign == "+" else Direction.NONE
    if any(_FALLEN.search(words) for words in heads):
        way = Direction.NONE
    return replace(
        one,
        value=abs(one.value),
        interval=Interval(low, high),
        kind=QuantityKind.RELATIVE_CHANGE,
        frame=replace(one.frame, direction=way),
    )


@lru_cache(maxsize=512)
def scale_of(words: str) -> float:
    """What the numbers under a head are counted in ("(millions)", "£m", "in thousands", "'000"); 1 for ones."""
    noughts = _NOUGHTS.search(words)
    if noughts:
        return 1e6 if noughts[1] else 1e3
    found = _WORD_OF_SCALE.search(words)
    return _SCALES[next(filter(None, found.groups())).lower()] if found else 1.0


@lru_cache(maxsize=512)
def unit_of(words: str) -> tuple[Unit, QuantityKind] | None:
    """The unit of the numbers under a head ("Litres a second", "Rain, mm", "£m", "Change (%)"); None without one."""
    money = _CURRENCY.search(words)
    if money:
        return _read(f"{money[0]}5") or _read(f"5 {money[0]}")
    if _PERCENT.search(words):
        found = _read("5%")
        changed = found and _CHANGED.search(words)
        return (found[0], QuantityKind.RELATIVE_CHANGE) if found and changed else found
    return next((found for named in _named(words) if (found := _read(f"5 {named}"))), None)


def _named(words: str) -> Iterator[str]:
    for match in _AT_HAND.finditer(words):
        inner = next(filter(None, match.groups())).strip()
        if inner.lower() != "m":  # metres as well as millions
            yield inner.removeprefix("in ").lower() if len(inner) > 3 else inner
    if not _ONE.match(words):
        yield words.strip().lower()


def _read(words: str) -> tuple[Unit, QuantityKind] | None:
    """The unit that a number is read in that stands at the head of these words."""
    found = read_measured(words).quantities
    if not found or found[0].number.start > _LONGEST_SIGN or found[0].unit.dimension not in _UNITS:
        return None
    return found[0].unit, found[0].kind
