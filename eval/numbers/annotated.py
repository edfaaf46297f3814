"""The annotated texts: what each marked stretch says, and whether a quantity that was read says the same.

How they are written is told in `texts/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eval.numbers.units import unit_right
from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Hedge, Quantity, QuantityKind, Unit

FOLDER = Path(__file__).with_name("texts")
SECOND = Path(__file__).with_name("texts_second")
"""Texts written and labelled after the reading was mended by the first ones."""

KINDS = {
    "level": QuantityKind.LEVEL,
    "share": QuantityKind.SHARE,
    "change": QuantityKind.CHANGE,
    "relative": QuantityKind.RELATIVE_CHANGE,
    "points": QuantityKind.POINT_CHANGE,
    "ratio": QuantityKind.RATIO,
    "more": QuantityKind.TIMES_MORE,
    "rank": QuantityKind.RANK,
    "superlative": QuantityKind.SUPERLATIVE,
    "duration": QuantityKind.DURATION,
    "age": QuantityKind.AGE,
    "total": QuantityKind.TOTAL,
}
"""The annotation's words for kinds."""

_USUAL = {
    "percent": "share",
    "point": "points",
    "basis point": "points",
    "ordinal": "rank",
    "times": "ratio",
    **dict.fromkeys(("second", "minute", "hour", "day", "week", "month", "year"), "duration"),
}
_HEDGES = {hedge.value or "none": hedge for hedge in Hedge}
_MARK = re.compile(r"\{\{(?P<words>[^{}|]+)\|(?P<says>[^{}]+)\}\}")
_VALUE = re.compile(r'(?P<low>-?\d+(?:\.\d+)?)(?:\.\.(?P<high>-?\d+(?:\.\d+)?))? (?:"(?P<quoted>[^"]+)"|(?P<unit>\S+))')
_BARE = re.compile(r"[\d.,]+|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
"""A number with nothing beside it."""
_CLOSE = 2e-4
"""How far, as a share, a value may be off: a third is written 33.3333."""


@dataclass(frozen=True)
class Sense:
    """One right reading of a marked stretch."""

    low: float
    high: float
    unit: str
    kinds: frozenset[QuantityKind]
    hedges: frozenset[Hedge]
    bare: bool = False  # the text leaves out what is counted

    def value_right(self, quantity: Quantity) -> bool:
        """Whether a quantity has this value; of a range, both ends and the middle."""
        if self.low == self.high:
            return _near(quantity.value, self.low)
        ends = quantity.interval
        middle = _near(quantity.value, (self.low + self.high) / 2)
        return middle and _near(ends.low, self.low) and _near(ends.high, self.high)

    def fault(self, quantity: Quantity) -> str:
        """What of value, unit and kind is not as here, "" if all are."""
        if not self.value_right(quantity):
            return "value"
        if not self._unit_right(quantity.unit):
            return "unit"
        return "" if quantity.kind in self.kinds else "kind"

    def _unit_right(self, unit: Unit) -> bool:
        judged = QuantityKind.SUPERLATIVE not in self.kinds
        left_out = self.bare and unit.dimension is Dimension.NUMBER
        return not judged or left_out or unit_right(unit, self.unit)


def _near(found: float, wanted: float) -> bool:
    return abs(found - wanted) <= _CLOSE * abs(wanted)


@dataclass(frozen=True)
class Marked:
    """A marked stretch of a text. `sort` is "quantity", "note" or "open"."""

    span: Span
    words: str
    sort: str
    senses: tuple[Sense, ...] = ()


@dataclass(frozen=True)
class Annotated:
    """A text without its marks, and what was marked."""

    name: str
    text: str
    today: date
    about: str
    marked: tuple[Marked, ...]

    def of(self, sort: str) -> list[Marked]:
        """The marked stretches of one sort, in the text's order."""
        return [one for one in self.marked if one.sort == sort]


def texts(folder: Path = FOLDER) -> Iterator[Annotated]:
    """All annotated texts of a folder, by name."""
    for path in sorted(folder.glob("[0-9]*.md")):
        yield annotated(path.stem, path.read_text(encoding="utf-8"))


def annotated(name: str, content: str) -> Annotated:
    """A text as its file has it. Raises ValueError for an annotation that says nothing known."""
    head, body = content.split("\n---\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    parts: list[str] = []
    marked: list[Marked] = []
    at = length = 0
    for mark in _MARK.finditer(body):
        parts += [body[at : mark.start()], mark["words"]]
        start = length + mark.start() - at
        length = start + len(mark["words"])
        at = mark.end()
        marked.append(_marked(Span(start, length), mark["words"], mark["says"].strip()))
    text = "".join((*parts, body[at:]))
    if "{{" in text or "}}" in text:
        raise ValueError(f"{name}: a mark that cannot be read")
    return Annotated(name, text, date.fromisoformat(fields["today"]), fields["about"], tuple(marked))


def _marked(span: Span, words: str, says: str) -> Marked:
    if says == "note":
        return Marked(span, words, "note")
    if says == "?":
        return Marked(span, words, "open")
    return Marked(span, words, "quantity", tuple(_sense(one.strip(), words) for one in says.split("||")))


def _sense(says: str, words: str) -> Sense:
    first, *others = (one.strip() for one in says.split(";"))
    value = _VALUE.fullmatch(first)
    if value is None:
        raise ValueError(f"no value and unit: {says!r}")
    unit = value["quoted"] or value["unit"]
    kinds, hedges = [_USUAL.get(unit, "level")], ["none"]
    for other in others:
        names = other.split("/")
        if names[0] in KINDS:
            kinds = names
        else:
            hedges = names
    return Sense(
        float(value["low"]),
        float(value["high"] or value["low"]),
        unit,
        frozenset(KINDS[kind] for kind in kinds),
        frozenset(_HEDGES[hedge] for hedge in hedges),
        bool(_BARE.fullmatch(words)),
    )
