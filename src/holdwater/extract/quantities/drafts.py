"""A quantity while it is read: number, unit and hedge are known, its kind and its frame are not yet."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from holdwater.document import Span
from holdwater.extract.quantities.model import Direction, Hedge, QuantityKind, Unit
from holdwater.extract.quantities.numerals import Form
from holdwater.patterns import waiting

_TOKEN = waiting(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d[\d.,]*|[,;:()—–%]|[$€£]")


class Words:
    """The words of one sentence with where they stand; punctuation that ends a clause counts as a word."""

    __slots__ = ("every", "lower", "span", "starts", "written")

    def __init__(self, text: str, span: Span) -> None:
        self.span = span
        found = list(_TOKEN.finditer(text, span.start, span.end))
        self.written = [match[0] for match in found]
        self.lower = list(map(str.lower, self.written))
        self.every = frozenset(self.lower)
        self.starts = [match.start() for match in found]

    def end(self, index: int) -> int:
        """Where the word at an index ends."""
        return self.starts[index] + len(self.written[index])

    def first_from(self, offset: int) -> int:
        """The index of the first word that begins at or behind `offset`."""
        return bisect_left(self.starts, offset)


@dataclass(slots=True)
class Draft:
    """What is known of a quantity so far. `start` and `end` cover hedge, number and unit; `low` and `high` differ in a
    range only. `pair` is the draft at the other end of a change, "from" this one or "to" it."""

    start: int
    end: int
    number: tuple[int, int]
    value: float
    low: float
    high: float
    half_steps: tuple[float, ...]
    form: Form
    unit: Unit
    words: Words
    hedge: Hedge = Hedge.NONE
    kind: QuantityKind | None = None
    noun: str = ""
    direction: Direction = Direction.NONE
    is_range: bool = False
    starts_at: Draft | None = None
    ends_at: Draft | None = None
    ends: tuple[float, float, bool, bool] | None = None  # low, high, and whether each belongs to it: of two hedges
    before: int = field(default=0)  # index of the first of the sentence's words that this quantity covers
    behind: int = field(default=0)  # index of the first word behind it
