"""NUM202 and NUM203: a change beside the two values that it leads from and to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from holdwater.extract.quantities.model import Dimension, Quantity
from holdwater.findings.accounts.amounts import ends_alike, is_hedged, like, plain, reach, scaled, shown, slack, written
from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.findings.accounts.sketch import LOOSE, PLAIN, STOP, N, P, Sketch, V
from holdwater.patterns import waiting

RISES = (
    r"rose|rises?|risen|rising|grew|grows?|grown|growing|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas(?:es?|ed|ing)|"
    r"soar(?:s|ed|ing)?|surg(?:es?|ed|ing)|gain(?:s|ed|ing)?|went up|goes up|gone up|leap(?:s|ed|t)?|swelled|expanded|"
    r"improved|advanced|was raised|were raised|raised"
)
FALLS = (
    r"fell|falls?|fallen|falling|dropp(?:ed|ing)|drops?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|shrank|shrunk|"
    r"shrinks?|"
    r"sank|went down|goes down|gone down|plung(?:es?|ed|ing)|slump(?:s|ed|ing)?|plummeted|dwindled|slipped|was cut|"
    r"were cut|was reduced|were reduced|tumbled"
)
_CHANGE = (
    r"(?:increase|rise|gain|jump|growth|surge|climb|leap|hike|decrease|fall|drop|decline|reduction|cut|loss|saving|"
    r"improvement|change|slump|plunge|difference|addition)"
)
_ENDS = rf"from (?P<a>{N}){LOOSE}{{0,60}}?\bto (?P<b>{N})"
_BACK = rf"\bto (?P<b>{N}){LOOSE}{{0,30}}?,? from (?P<a>{N})"
_GAP = rf"(?P<gap>{LOOSE}{{0,80}}?)"
_MORE = r"(?:more|less|fewer|higher|lower|larger|smaller|up|down)"
_LOST = r"(?:lost|shed|gained|added|saved|won)"
_BY = rf"(?:{_LOST}|{_CHANGE}(?: in \w+| \w+ing)? (?:of|by)|by|up|down|or|up by|down by|(?:{RISES}|{FALLS})(?: by)?)"
_GONE = rf" (?:was|were|(?:has|have|had) been) (?:{_LOST}|cut down|destroyed|felled)"
_STATED = rf"(?:\b{_BY} (?P<c>{N})|(?P<d>{V})(?:[ -](?:{_CHANGE}|{_MORE})|{_GONE})\b)"
_FIRST_AT = r"(?:bought|purchased|acquired|valued|priced|assessed|opened|started|began|stood)"
_THEN_AT = r"(?:sold|resold|valued|priced|assessed|closed|ended|finished|stood)"
_DATED = rf"\b(?:in|on|at|by|since|until|before) {P}"
_PATTERNS = tuple(
    waiting(pattern)
    for pattern in (
        # from A to B, an increase of C; from A to B, C more; from A to B, or by C
        rf"{_ENDS}{_GAP}{_STATED}",
        rf"{_BACK}{_GAP}{_STATED}",
        # rose by C, from A to B; a C rise, from A to B; an increase of C, from A to B; rose C from A to B
        rf"{_STATED}{_GAP}{_ENDS}",
        rf"{_STATED}{_GAP}{_BACK}",
        rf"\bfrom (?P<a>{N}){_GAP} by (?P<c>{N}),? to (?P<b>{N})(?P<d>(?!))?",
        rf"\b(?:{RISES}|{FALLS}) (?:by )?(?P<c>{N})(?P<gap>,?) to (?P<b>{N}),? from (?P<a>{N})(?P<d>(?!))?",
        # A in 1990 and B in 2000, an increase of C; in 1990 A, in 2000 B: C more
        rf"(?P<a>{N}){LOOSE}{{0,40}}?{_DATED}{LOOSE}{{0,40}}?(?P<b>{N}){LOOSE}{{0,40}}?{_DATED}{_GAP}{_STATED}",
        rf"{_DATED}{LOOSE}{{0,40}}?(?P<a>{N}){LOOSE}{{0,50}}?{_DATED}{LOOSE}{{0,40}}?(?P<b>{N}){_GAP}{_STATED}",
        # A now B, C more; in 1990 A. In 2000 it had risen to B, an increase of C
        rf"(?P<a>{N}){LOOSE}{{0,30}}?\b(?:now|today){LOOSE}{{0,20}}? (?P<b>{N})(?P<gap>, | \(| — | – )(?:or "
        rf")?{_STATED}",
        rf"(?P<a>{V}){LOOSE}{{0,40}}?{STOP}{LOOSE}{{0,60}}?\b(?:{RISES}|{FALLS}) to (?P<b>{V}){_GAP}{_STATED}",
        # B, C more than the A of last year; B, down from A, a fall of C
        rf"(?P<b>{V}){LOOSE}{{0,30}}?(?P<gap>, |: | \(| — | – )(?P<c>{V}) {_MORE} than (?:the |its |in "
        rf"[^\ue000-\uf8ff]{{0,10}})?(?P<a>{V})"
        rf"(?P<d>(?!))?",
        # bought for A, sold for B, a gain of C; the lead, A to B, is now C
        rf"\b{_FIRST_AT} (?:for|at) (?P<a>{N}){LOOSE}{{0,60}}?\b{_THEN_AT} (?:for|at) (?P<b>{N}){_GAP}{_STATED}",
        rf"\b(?:lead|margin|gap|difference|majority)\b{PLAIN}{{0,40}}?[,(] ?(?P<b>{V}) (?:to|against) (?P<a>{V})"
        rf"(?P<gap>[,)] (?:is|was|stands at|stood at|came to|(?:has|had) grown to)(?: now| then)?) (?P<c>{V})"
        rf"(?P<d>(?!))?",
        rf"(?P<b>{N}){LOOSE}{{0,30}}?\b(?:where|against|compared (?:with|to)|instead of|up from|down "
        rf"from){LOOSE}{{0,20}}? "
        rf"(?P<a>{N}){LOOSE}{{0,30}}?(?P<gap>, | \(| — | – )(?:or )?{_STATED}",
    )
)
_VALUES, _STOPS = waiting(N), waiting(STOP)
_OTHER_CLAUSE = waiting(
    r"\b(?:and(?! so)|but|while|whereas|with|compared|than|among|because|when"
    r"|as(?! (?:an?|of|the|much|many|well)\b))\b|;"
)
_TAKEN_UP = waiting(
    r"; (?:it|they|this|that|the (?:number|figure|total|count|population|share|rate|price|amount|sum)) "
    r"(?:(?:has|have|had|is|was|thus|therefore|so) )*"
)
"""A clause of its own about the same thing: "from 260 to 130; it has thus lost half"."""
_OF_WHAT = waiting(
    r" of (?:its|their|his|her|the) (?!(?:former |old |original |entire |total )?(?:area|size|volume|value|length|"
    r"height|width|depth|weight|mass|population|number|members?(?:hip)?|staff|workforce|inhabitants|surface|stock|"
    r"capacity|price|worth|strength|territory|extent)\b)"
)
"""What is lost is a part of something else: "it has lost a third of its fish"."""
_SCALE = waiting(r"\b(?:scales?|rang(?:e|es|ed|ing)|scor(?:ed|ing))\b[^\ue000-\uf8ff.;]{0,24}?\b(?:from|of) $")
"""The ends of a scale are those of no change: "0.9 points lower on a scale from 14 to 70"."""
_OTHER_VERB = (
    rf"(?:(?:{RISES}|{FALLS}|ranges?|rang(?:ed|ing)|var(?:y|ies|ied|ying)|differs?|differed|goes|go|went|going|r[au]ns?|"
    r"running|extend(?:s|ed)?|stretch(?:es|ed)?|reach(?:es|ed)?|spans?|lies?|came|comes?|changed|moved|swung)\b)"
)
"""The verb of a noun that looks like one: "gains fell from 40 to 30", "the saving per drop ranges from 33 to 44"."""
_DIRECTED = waiting(
    rf"(?<!\bper )(?<!\beach )(?<!\bevery )\b(?:(?P<up>{RISES})|(?P<down>{FALLS}))(?: (?!{_OTHER_VERB})\w+)? {_ENDS}"
)
_NEAR_PERCENT = 1.0
"""Percentage points that a computed relative change may be off the stated one, besides the rounding of all three."""
_UNLIKE = 0.25
"""How far, as a part of it, the relative change must be from a stated one that is just the difference."""
_SAME_PERCENT = 0.02
"""The same as a part of the stated change: "350%" for 347 %."""


def changes(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """The changes of a paragraph that their endpoints do not give.

    Args:
        sketch: the paragraph.
        text: the document's text.
    """
    done: set[int] = set()
    for pattern in _PATTERNS:
        for found in pattern.finditer(sketch.words):
            if _OTHER_CLAUSE.search(_TAKEN_UP.sub("", found["gap"])) or _OF_WHAT.match(sketch.words, found.end()):
                continue
            if _SCALE.search(sketch.words, 0, found.start("a")):
                continue
            start, end = ends_alike(sketch.quantity(found["a"]), sketch.quantity(found["b"]), text)
            change = _change(start, end, sketch.quantity(found["c"] or found["d"]))
            if change.stated.span.start in done or not change.is_one():
                continue
            done.add(change.stated.span.start)
            if found["c"] and sketch.words[: found.start("c")].endswith(" or ") and change.is_more_than_both():
                continue
            for discrepancy in change.discrepancy(text):
                if not any(_follows(one, end, change.stated, text) for one in _earlier(sketch, found.start("a"))):
                    yield discrepancy
    for found in _DIRECTED.finditer(sketch.words):
        yield from _turned(sketch, found, text)


def _earlier(sketch: Sketch, at: int) -> list[Quantity]:
    """The values of a sentence before a place: of "from A in 2019 to B in 2020 and C in 2021" the change may be A's."""
    first = max((stop.end() for stop in _STOPS.finditer(sketch.words, 0, at)), default=0)
    return [sketch.quantity(code[0]) for code in _VALUES.finditer(sketch.words, first, at)]


def _follows(start: Quantity, end: Quantity, stated: Quantity, text: str) -> bool:
    """Whether a stated change is that from another value."""
    change = _change(*ends_alike(start, end, text), stated)
    return change.is_one() and not any(change.discrepancy(text))


def _turned(sketch: Sketch, found: re.Match[str], text: str) -> Iterator[Discrepancy]:
    """A rise whose end lies below its start, or a fall whose end lies above."""
    start, end = ends_alike(sketch.quantity(found["a"]), sketch.quantity(found["b"]), text)
    if not like(start, end) or is_hedged(start) or is_hedged(end) or _signed(text, start) or _signed(text, end):
        return
    up = found["up"] is not None
    if (scaled(end) < scaled(start)) is up and scaled(end) != scaled(start):
        way = "below" if up else "above"
        yield Discrepancy(
            DiscrepancyKind.CHANGE,
            end.span,
            (start.span,),
            shown(end, text),
            f"{found['up'] or found['down']} from {shown(start, text)}",
            f"{shown(end, text)} is {way} {shown(start, text)}",
        )


def _signed(text: str, quantity: Quantity) -> bool:
    """Whether a sign or "minus" stands before a number that was read without it."""
    before = text[max(0, quantity.span.start - 6) : quantity.span.start].rstrip().lower()
    return before.endswith(("-", "−", "–", "minus")) or quantity.value < 0


def _change(start: Quantity, end: Quantity, stated: Quantity) -> _Change:
    """The three, with "degrees" beside temperatures taken as degrees of their scale."""
    if stated.unit.name == "degree" and start.unit.name.startswith("degree"):
        stated = replace(stated, unit=start.unit)
    return _Change(start, end, stated)


@dataclass(frozen=True, slots=True)
class _Change:
    start: Quantity
    end: Quantity
    stated: Quantity

    def is_one(self) -> bool:
        """Whether the three can be laid against each other at all."""
        if not like(self.start, self.end) or scaled(self.start) <= 0 or self.start.is_range or self.end.is_range:
            return False
        return self.stated.unit.dimension in (Dimension.PERCENT, Dimension.POINT) or like(self.start, self.stated)

    def is_more_than_both(self) -> bool:
        """Whether it is a total: "$14m in 1991 and $38m in 1992, or $52m in two years". No difference is so large."""
        relative = self.stated.unit.dimension in (Dimension.PERCENT, Dimension.POINT)
        return not relative and scaled(self.stated) > max(scaled(self.start), scaled(self.end))

    def discrepancy(self, text: str) -> Iterator[Discrepancy]:
        """What the endpoints give instead of the stated change, if that is something else."""
        shares = self.start.unit.dimension is Dimension.PERCENT
        relative = self.stated.unit.dimension is Dimension.PERCENT
        points = self.stated.unit.dimension is Dimension.POINT
        if points and not shares:
            return
        if relative and self._fits_relative() and not (shares and self._is_difference()):
            return
        if not relative and self._fits_difference():
            return
        if shares and relative and self._fits_difference():
            yield self._made(DiscrepancyKind.POINTS, self._points(), text)
        elif points and self._fits_relative():
            yield self._made(DiscrepancyKind.POINTS, self._relative(), text)
        elif relative:
            yield self._made(DiscrepancyKind.CHANGE, self._relative(), text)
        else:
            yield self._made(DiscrepancyKind.CHANGE, self._points() if points else self._difference(text), text)

    def _fits_relative(self) -> bool:
        low, high = reach(self.start)
        least, most = reach(self.end)
        if low <= 0:
            return True
        first, last = sorted((abs(least / high - 1), abs(most / low - 1)))
        if (least / high - 1) * (most / low - 1) < 0:
            first = 0.0
        said_low, said_high = reach(self.stated)
        free = max(_NEAR_PERCENT, abs(self.stated.value) * _SAME_PERCENT)
        return said_low - free <= last * 100 and first * 100 <= said_high + free

    def _is_difference(self) -> bool:
        """Whether the stated change is just the difference of two shares, and nothing like the relative change."""
        a, b = self.start.value, self.end.value
        relative, stated = abs(b - a) / a * 100, self.stated.value
        return abs(abs(b - a) - stated) < 1e-9 and abs(relative - stated) > max(_NEAR_PERCENT, stated * _UNLIKE)

    def _fits_difference(self) -> bool:
        low, high = reach(self.start)
        least, most = reach(self.end)
        first, last = sorted((abs(least - high), abs(most - low)))
        if (least - high) * (most - low) < 0:
            first = 0.0
        said_low, said_high = reach(self.stated)
        if self.stated.unit.dimension in (Dimension.PERCENT, Dimension.POINT):
            said_low, said_high = said_low - slack(self.stated), said_high + slack(self.stated)
        return said_low - 1e-9 <= last and first <= said_high + 1e-9

    def _relative(self) -> tuple[str, str]:
        a, b = scaled(self.start), scaled(self.end)
        value = f"{plain(abs(b - a) / a * 100)}%"
        more, less = (self.end, self.start) if b >= a else (self.start, self.end)
        terms = f"({plain(more.value)} − {plain(less.value)}) / {plain(self.start.value)}"
        return value, f"{terms} = {value}"

    def _points(self) -> tuple[str, str]:
        more, less = sorted((self.start.value, self.end.value), reverse=True)
        value = f"{plain(more - less)} percentage points"
        return value, f"{plain(more)}% − {plain(less)}% = {value}"

    def _difference(self, text: str) -> tuple[str, str]:
        more, less = (self.end, self.start) if scaled(self.end) >= scaled(self.start) else (self.start, self.end)
        value = written(scaled(more) - scaled(less), self.stated, text)
        return value, f"{written(scaled(more), more, text)} − {written(scaled(less), less, text)} = {value}"

    def _made(self, kind: DiscrepancyKind, computed: tuple[str, str], text: str) -> Discrepancy:
        value, formula = computed
        note = ""
        if kind is DiscrepancyKind.POINTS and self.stated.unit.dimension is Dimension.PERCENT:
            note = f"as a relative change it is {self._relative()[0]}"
        others = tuple(sorted((self.start.span, self.end.span)))
        return Discrepancy(kind, self.stated.span, others, shown(self.stated, text), value, formula, note)
