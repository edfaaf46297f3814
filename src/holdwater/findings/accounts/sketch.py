"""A paragraph with one letter in the place of each quantity and period, so that frames are patterns over words.

    “Sales grew from 200 to 250, an increase of 30%.”   ->   “sales grew from V to V, an increase of V.”

The letters are private-use code points, a range for each class; which quantity a letter stands for is kept. Sentence
ends are letters too (`STOP`), so a pattern says itself whether it may go from one sentence to the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Grain, Hedge, Measured, Period, Quantity, QuantityKind
from holdwater.extract.quantities.reading import read_measured
from holdwater.findings.accounts.calendar import grain_end, grain_start
from holdwater.patterns import waiting

SIZE = 0x400
"""Letters in a class: the most quantities of that class in one paragraph; those beyond it stay words."""

V = "[\ue000-\ue3ff]"  # a number, with or without a unit
R = "[\ue400-\ue7ff]"  # times: three times, twice, doubled, tenfold
D = "[\ue800-\uebff]"  # a duration or an age
N = "[\ue000-\ue3ff\ue800-\uebff]"  # a number or a length of time
P = "[\uec00-\uefff]"  # a date, year or period
G = "[\uf000-\uf3ff]"  # a period with two ends
W = "[\uf400-\uf7fe]"  # a number with two ends
STOP = "\uf8ff"
PLAIN = "[^\ue000-\uf8ff]"  # a character of the words
LOOSE = "[^\ue000-\ue7ff\uf400-\uf8ff]"  # the same, dates and durations let through

_FIRST = {"V": 0xE000, "R": 0xE400, "D": 0xE800, "P": 0xEC00, "G": 0xF000, "W": 0xF400}
_PRIVATE = waiting("[\ue000-\uf8ff]")
_SPACE = waiting(r"\s+")
_TIMES = waiting(r"(?i)doubl|trebl|tripl|quadrupl|quintupl|halv|fold\b|times\b|\btwice\b|\bthrice\b|half\b")

_LEAD = waiting(r"(?i)(?:until|till|by|before|since|after|from|to|up to|through|as of|not until|prior to)\s+")
_MIDDLE = waiting(r"\s+to\s+")

_YEARS = waiting(r"\(([1-9]\d{3}) ?[–—-] ?([1-9]\d{3})\)")
_LATEST = 2100
"""The last year that a number in brackets is taken for."""

Item = Quantity | Period


@dataclass(frozen=True, slots=True)
class Sketch:
    """One paragraph's words in lower case with their letters; `items` are the quantities and periods by letter."""

    words: str
    items: dict[str, Item]
    span: Span

    def quantity(self, letter: str) -> Quantity:
        """The quantity that a letter stands for. Raises TypeError for a period's letter."""
        item = self.items[letter]
        if not isinstance(item, Quantity):
            raise TypeError(f"no quantity: {item}")
        return item

    def period(self, letter: str) -> Period:
        """The period that a letter stands for. Raises TypeError for a quantity's letter."""
        item = self.items[letter]
        if not isinstance(item, Period):
            raise TypeError(f"no period: {item}")
        return item

    def quantities(self, letters: str) -> list[Quantity]:
        """The quantities among the letters of a stretch of the sketch."""
        found = (self.items.get(letter) for letter in letters)
        return [item for item in found if isinstance(item, Quantity)]


def sketches(text: str, paragraphs: Sequence[Span], measured: Measured, dropped: Sequence[Span]) -> Iterator[Sketch]:
    """The paragraphs that hold a quantity or a period, as sketches.

    Args:
        text: the document's text.
        paragraphs: its paragraphs' pieces, sorted.
        measured: its quantities and periods.
        dropped: what is left out of the words, such as citations; sorted.
    """
    items: list[Item] = sorted([*measured.quantities, *measured.periods], key=lambda item: item.span.start)
    starts = [item.span.start for item in items]
    gone = [span.start for span in dropped]
    for paragraph in paragraphs:
        inside = items[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        if inside:
            cut = dropped[bisect_left(gone, paragraph.start) : bisect_left(gone, paragraph.end)]
            yield _Writer(text, paragraph).write(inside, cut)


class _Writer:
    def __init__(self, text: str, paragraph: Span) -> None:
        self._text = text
        self._paragraph = paragraph
        self._items: dict[str, Item] = {}
        self._next = dict(_FIRST)

    def write(self, inside: Sequence[Item], cut: Sequence[Span]) -> Sketch:
        """The sketch of this paragraph with these quantities and periods, without the spans in `cut`."""
        inside = [_closed(_as_years(item, self._text), self._text) for item in inside]
        stops = {item.sentence.end for item in inside} | {item.sentence.start for item in inside}
        events = [(item.span.start, item.span.end, self._letter(item)) for item in inside]
        events += [(span.start, span.end, "") for span in cut]
        events = [split for event in events for split in self._split(event)]
        events += [(stop, stop, STOP) for stop in stops if stop < self._paragraph.end and stop > self._paragraph.start]
        pieces: list[str] = []
        at = self._paragraph.start
        for start, end, letter in sorted(events, key=lambda event: (event[0], event[1])):
            if start < at or letter == "?":
                continue
            pieces.extend((self._words(at, start), letter))
            # A span may begin with the space before its number; the words must not run together.
            if letter and letter != STOP and self._text[start : start + 1].isspace():
                pieces.insert(-1, " ")
            at = max(at, min(end, self._paragraph.end))
        pieces.append(self._words(at, self._paragraph.end))
        return Sketch(_SPACE.sub(" ", "".join(pieces)), self._items, self._paragraph)

    def _split(self, event: tuple[int, int, str]) -> list[tuple[int, int, str]]:
        """A range behind "from" as its two ends: "from 200 to 250" goes from one value to another."""
        start, end, letter = event
        item = self._items.get(letter)
        middle = _MIDDLE.search(self._text, start, end)
        if not isinstance(item, Quantity) or not item.is_range or middle is None or not self._is_after_from(start):
            return [event]
        first, last = self._read(start, middle.start(), item), self._read(middle.end(), end, item)
        if first is None or last is None:
            return [event]
        return [(one.span.start, one.span.end, self._letter(one)) for one in (first, last)]

    def _is_after_from(self, start: int) -> bool:
        return self._text[max(0, start - 6) : start].rstrip().lower().endswith("from")

    def _read(self, start: int, end: int, whole: Quantity) -> Quantity | None:
        read = read_measured(self._text, within=[Span(start, end)]).quantities
        if len(read) != 1 or read[0].is_range:
            return None
        unit = read[0].unit if read[0].unit.dimension is not Dimension.NUMBER else whole.unit
        return replace(read[0], unit=unit, frame=whole.frame, sentence=whole.sentence)

    def _words(self, start: int, end: int) -> str:
        return _PRIVATE.sub(" ", self._text[start:end]).lower()

    def _letter(self, item: Item) -> str:
        """The item's own letter, "?" for one that stays words: a rank, a superlative, or one too many."""
        kind = self._class(item)
        if not kind or self._next[kind] >= _FIRST[kind] + SIZE - 1:
            return "?"
        letter = chr(self._next[kind])
        self._next[kind] += 1
        self._items[letter] = item
        return letter

    def _class(self, item: Item) -> str:
        if isinstance(item, Period):
            return "G" if item.is_range else "P"
        if item.kind in (QuantityKind.RANK, QuantityKind.SUPERLATIVE) or item.unit.dimension is Dimension.ORDINAL:
            return ""
        if item.unit.dimension is Dimension.TIMES:
            return "R"
        if item.unit.dimension is Dimension.TIME:
            return "D"
        if item.kind is QuantityKind.RATIO and item.unit.dimension is Dimension.PERCENT:
            return "R"
        if item.kind in (QuantityKind.RELATIVE_CHANGE, QuantityKind.RATIO) and _TIMES.search(item.span.of(self._text)):
            return "R"
        return "W" if item.is_range else "V"


def _as_years(item: Item, text: str) -> Item:
    """Two numbers in brackets that can be years, as a period: "reigned for thirteen years (1471–1484)"."""
    if not isinstance(item, Quantity) or not item.is_range or item.unit.dimension is not Dimension.NUMBER:
        return item
    start, end = item.span.start, item.span.end
    years = _YEARS.fullmatch(text[max(0, start - 1) : end + 1])
    if years is None or not int(years[1]) < int(years[2]) <= _LATEST:
        return item
    first, last = date(int(years[1]), 1, 1), date(int(years[2]), 12, 31)
    return Period(item.span, first, last, Grain.YEAR, item.sentence, is_range=True)


def _closed(item: Item, text: str) -> Item:
    """A date with one open end as that date, its "until" or "since" left to the words."""
    if not isinstance(item, Period) or item.is_range:
        return item
    lead = _LEAD.match(text, item.span.start, item.span.end)
    if lead and item.impossible:
        return replace(item, span=Span(lead.end(), item.span.end))
    if (item.first is None) is (item.last is None):
        return item
    day = item.first or item.last
    if (
        lead is None
        or day is None
        or item.hedge not in (Hedge.NONE, Hedge.AT_MOST, Hedge.AT_LEAST, Hedge.OVER, Hedge.UNDER)
    ):
        return item
    span = Span(lead.end(), item.span.end)
    first, last = grain_start(day, item.grain), grain_end(day, item.grain)
    return replace(item, span=span, first=first, last=last, hedge=Hedge.NONE)
