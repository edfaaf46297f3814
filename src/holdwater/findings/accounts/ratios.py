"""NUM204: "three times as many", "doubled", "halved" beside the two values that they compare.

"Three times more" may mean three times as many or four times as many; both are let pass, and only a ratio that is
neither is a discrepancy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from holdwater.extract.quantities.model import Dimension, Hedge, Quantity, QuantityKind
from holdwater.findings.accounts.amounts import ends_alike, factor_of, like, plain, reach, scaled, shown, written
from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.findings.accounts.sketch import LOOSE, PLAIN, STOP, P, R, Sketch, V
from holdwater.patterns import waiting

_FREE = 0.1
"""How far off, as a part of it, a ratio may be that is not hedged: "three times" for 2.7 to 3.3."""
_ROUGH = 0.2
"""The same with "about"; "nearly" and "over" allow it on their own side."""
_FAR = 1.0
"""How far above "more than three times" the ratio may be: up to six times."""
_AS = (
    r"(?:as (?:many|much|large|big|high|long|great|heavy|old|tall|deep|wide|fast|likely|expensive|costly|populous)|the|"
    r"that|what|more|larger|bigger|higher|longer|greater|heavier|its|those|of|their|his|her)"
)
_ENDS = rf"from (?P<a>{V}){LOOSE}{{0,60}}?\bto (?P<b>{V})"
_TO_RATIO = (
    waiting(rf"(?P<r>{R})(?:,| \w+)?{LOOSE}{{0,40}}?,? ?\(?{_ENDS}"),
    waiting(rf"{_ENDS}{LOOSE}{{0,60}}?[,;(—–:] ?(?:or |thus |more than |an? |by ){{0,2}}(?P<r>{R})"),
)
_RISEN = waiting(rf"(?P<a>{V})(?P<gap>{LOOSE}{{0,40}}?)(?P<r>{R}) to (?P<b>{V})")
_FIRST = waiting(
    rf"(?P<r>{R}) (?:as|more|higher|larger)\b(?P<left>{PLAIN}{{0,60}}?): ?{LOOSE}{{0,40}}?(?P<a>{V}){LOOSE}{{0,40}}?"
    rf"\b(?:against|to|and|compared (?:with|to)|versus)\b{LOOSE}{{0,30}}?(?P<b>{V})"
)
_BOUND = (
    r"(?:(?:which|who|that) \w+(?: \w+)?|(?:when|where) (?:\w+ ){1,3}\w+|with|had|has|have|was|is|were|at|of|the|"
    r"only|just|"
    r"as|than|'s|’s|\(|its|their)"
)
_COMPARED = waiting(
    rf"(?P<a>{V})(?P<left>{LOOSE}{{0,60}}?)(?P<r>{R}) {_AS}\b(?P<gap>{LOOSE}{{0,80}}?){_BOUND} ?(?P<b>{V})"
)
_DIRECT = waiting(
    rf"(?P<a>{V})(?P<left>{LOOSE}{{0,60}}?)(?P<r>{R}) (?:the |that of |more than |as (?:many|much) as )?(?P<b>{V})"
)
_BOTH = waiting(
    rf"(?P<a>{V})(?P<gap>{LOOSE}{{0,60}}?)(?:\b|(?<=[;,]))(?:and|to|against|compared (?:with|to)|versus|but|"
    rf"while|(?<=;)|(?<=,))(?: only| just)?(?P<more>{LOOSE}{{0,40}}?) ?(?P<b>{V})"
    rf"(?P<left>{LOOSE}{{0,40}}?)[,;(:—–] ?{LOOSE}{{0,40}}?(?P<r>{R}) (?P<as>(?:as|more|less|fewer|higher|larger|"
    rf"ratio|the)\b)"
)
_RATIO_OF = waiting(
    rf"(?P<a>{V}){LOOSE}{{0,60}}?[ ,;](?P<b>{V}){LOOSE}{{0,40}}?[,;:(—–] ?(?:\w+ ){{0,2}}ratio"
    rf"(?: of| is| was| being| stands at)(?: some| about)? (?P<r>{R})"
)
_AGAINST = waiting(
    rf"(?P<a>{V})(?P<gap>{LOOSE}{{0,40}}?)\b(?:against|up from|compared (?:with|to)) (?P<b>{V})"
    rf"(?P<left>{LOOSE}{{0,40}}?)[,;:(—–] ?(?:which (?:is|was) |or |that is |thus |making )?(?:an? )?(?P<r>{R})"
    r"(?= (?:increase|rise|growth|jump|surge)\b"
    r"(?! (?:is|are|was|in|by|of|on|over|from|per|that|since|compared|relative|against)\b))"
)
"""What two values are said to be right behind the second: "90 tons, against 30 in 1910, a threefold increase"."""
_TAIL = 60
_OTHER = waiting(r"(?: [\w-]+){0,3} (?:as|than)\b")
_THAN = waiting(r"(?: [\w-]+){0,3} (?:as|than) (?:the |in )?([^\W\d]{4,})\b")
_WORDS = waiting(r"[^\W\d]+")
_GROWTH = waiting(r" (?:increase|rise|growth|gain|jump|surge)\b")
_APART = waiting(r"\band\b|;|\bbut\b|\bwhile\b|\bwhereas\b|\bper\b|\bthough\b")


def ratios(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """The ratios of a paragraph that the values they compare do not have.

    Args:
        sketch: the paragraph.
        text: the document's text.
    """
    if not re.search(R, sketch.words):
        return
    done: set[int] = set()
    for ratio in _compared(sketch, text):
        if ratio.times.span.start in done or not ratio.is_one():
            continue
        done.add(ratio.times.span.start)
        if not ratio.holds():
            yield ratio.discrepancy(text)


@dataclass(frozen=True, slots=True)
class _Ratio:
    """`first` is said to be so many times `second`; where the words do not say which is which, `either` way will do."""

    first: Quantity
    second: Quantity
    times: Quantity
    either: bool = False
    change: bool = False
    folded: bool = False  # "a threefold increase": to three times, or by three times

    def is_one(self) -> bool:
        """Whether the two values can be divided by each other."""
        if not like(self.first, self.second) or factor_of(self.times) <= 0 or self.times.is_range:
            return False
        if self.first.is_range or self.second.is_range:
            return False
        return min(scaled(self.first), scaled(self.second)) > 0

    def readings(self) -> list[float]:
        """The ratios that the words may mean."""
        times = factor_of(self.times)
        if self.times.kind is QuantityKind.TIMES_MORE:
            return [times, times + 1]
        if self.change and self.folded:
            return [times, times + 1]
        return [times, 1 / times] if self.either else [times]

    def holds(self) -> bool:
        """Whether any reading has the values' ratio."""
        (low, high), (least, most) = reach(self.first), reach(self.second)
        if least <= 0:
            return True
        return any(self._within(low / most, high / least, times) for times in self.readings())

    def _within(self, low: float, high: float, times: float) -> bool:
        down, up = _FREE, _FREE
        match self.times.hedge:
            case Hedge.ABOUT:
                down, up = _ROUGH, _ROUGH
            case Hedge.NEARLY | Hedge.UNDER | Hedge.AT_MOST:
                down, up = _ROUGH, 0.02
            case Hedge.JUST_OVER:
                down, up = 0.02, _ROUGH
            case Hedge.OVER | Hedge.AT_LEAST:
                down, up = 0.02, _FAR
            case Hedge.NONE:
                pass
        if self.change and times < 1 and self.times.hedge in (Hedge.OVER, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST):
            down, up = 1.0, 1.0  # "by more than half" is to less than half
        elif times < 1:
            down, up = down * 1.5, up * 1.5
        return low <= times * (1 + up) and high >= times * (1 - down)

    def discrepancy(self, text: str) -> Discrepancy:
        """The ratio with the division shown."""
        above, below = self.first, self.second
        value = scaled(above) / scaled(below)
        if self.either and (value < 1) is not (factor_of(self.times) < 1):
            above, below, value = below, above, 1 / value
        figures = f"{written(scaled(above), above, text)} / {written(scaled(below), below, text)}"
        note = ""
        if self.times.kind is QuantityKind.TIMES_MORE:
            one, other = self.readings()
            note = f"neither as {plain(one)} times as much nor as {plain(other)} times as much"
        others = tuple(sorted((above.span, below.span)))
        return Discrepancy(
            DiscrepancyKind.RATIO,
            self.times.span,
            others,
            shown(self.times, text),
            f"{plain(value)} times",
            f"{figures} = {plain(value)}",
            note,
        )


def _compared(sketch: Sketch, text: str) -> Iterator[_Ratio]:
    for pattern in _TO_RATIO:
        for found in pattern.finditer(sketch.words):
            start, end = ends_alike(sketch.quantity(found["a"]), sketch.quantity(found["b"]), text)
            times = sketch.quantity(found["r"])
            around = sketch.words[found.start("r") + 1 : found.start("r") + 20]
            folded = times.unit.dimension is Dimension.TIMES or _GROWTH.match(around) is not None
            yield _Ratio(end, start, times, change=True, folded=folded)
    yield from _against(sketch, text)
    for found in _RISEN.finditer(sketch.words):
        if not _APART.search(found["gap"]):
            start, end = ends_alike(sketch.quantity(found["a"]), sketch.quantity(found["b"]), text)
            yield _Ratio(end, start, sketch.quantity(found["r"]), change=True)
    for found in _FIRST.finditer(sketch.words):
        second, first = ends_alike(sketch.quantity(found["b"]), sketch.quantity(found["a"]), text)
        yield _Ratio(first, second, sketch.quantity(found["r"]), either=True)
    for pattern in (_DIRECT, _COMPARED):
        for found in pattern.finditer(sketch.words):
            first, second, times = (sketch.quantity(found[name]) for name in "abr")
            gap = found.groupdict().get("gap") or ""
            verb = times.kind is QuantityKind.RELATIVE_CHANGE or ")" in found["left"]
            if not verb and not _APART.search(gap) and not _APART.search(found["left"]) and _same_thing(first, second):
                yield _Ratio(first, second, times)
    for found in _BOTH.finditer(sketch.words):
        second, first = ends_alike(sketch.quantity(found["b"]), sketch.quantity(found["a"]), text)
        times = sketch.quantity(found["r"])
        tail = sketch.words[found.end() : found.end() + _TAIL]
        alike = bool(re.search(P, found["left"])) is bool(re.search(P, found["gap"]))
        told = (
            sketch.words[max(0, found.start() - _TAIL) : found.start()].rsplit(STOP, 1)[-1]
            + found["gap"]
            + found["more"]
        )
        if alike and _names_both(first, second, tail, told):
            yield _Ratio(first, second, times, either=True)
    for found in _RATIO_OF.finditer(sketch.words):
        second, first = ends_alike(sketch.quantity(found["b"]), sketch.quantity(found["a"]), text)
        yield _Ratio(first, second, sketch.quantity(found["r"]), either=True)


def _against(sketch: Sketch, text: str) -> Iterator[_Ratio]:
    """A value held against the one before it, and the growth that this is said to be."""
    for found in _AGAINST.finditer(sketch.words):
        start, end = ends_alike(sketch.quantity(found["b"]), sketch.quantity(found["a"]), text)
        if not _APART.search(found["gap"]) and not _APART.search(found["left"]) and _same_thing(end, start):
            yield _Ratio(end, start, sketch.quantity(found["r"]), change=True, folded=True)


def _names_both(first: Quantity, second: Quantity, tail: str, told: str) -> bool:
    """Whether "… as many …" compares just these two: it names both, or nothing else and they are of one kind.

    `told` are the words before the two numbers: in "Chad has 60 and Mali 10, so Chad has six times as many as Mali" the
    names are there.
    """
    named = _THAN.match(tail)
    if named and named[1] in _WORDS.findall(told):
        return _same_thing(first, second)
    if _OTHER.match(tail):
        return all(one.frame.noun and one.frame.noun in tail for one in (first, second))
    return _same_thing(first, second)


def _same_thing(first: Quantity, second: Quantity) -> bool:
    """Whether two counts are of one noun, or the second's is left out."""
    if first.unit.dimension is Dimension.COUNT and second.unit.dimension is Dimension.COUNT:
        return first.unit.name == second.unit.name
    return True
