"""NUM204: a portion beside the part and the whole it is of, and what falls to each beside what is shared out.

admitted 2,000 of its 10,000 applicants, or one in four      2,000 / 10,000 = 20%
40 applicants for 8 places, six for each place               40 / 8 = 5
outnumbered them by four to one: 150 to 50                   150 / 50 = 3
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from holdwater.extract.quantities.model import Dimension, Quantity
from holdwater.extract.quantities.reading import read_measured
from holdwater.findings.accounts.amounts import factor_of, is_hedged, like, plain, reach, scaled, shown, slack
from holdwater.findings.accounts.model import Discrepancy, DiscrepancyKind
from holdwater.findings.accounts.sketch import PLAIN, R, Sketch, V
from holdwater.patterns import waiting

_ROUNDED = 0.12
"""How far off, as a part of it, a portion in words may be: "a quarter" for 22 to 28 percent."""
_POINT = 1.0
"""The same of one in figures, in percentage points."""
_EVEN = 0.5
"""From how far off "six for each" is not what falls to each, rounded."""
_COUNTED = frozenset({Dimension.COUNT, Dimension.NUMBER})
_ONE_OF = waiting(
    r"(?P<part>\d[\d,.]*) (?:out )?of (?:the |its |their |his |her |our |all )?(?P<whole>\d[\d,.]*)(?!\S)"
)
_THAT_IS = r"(?:or|that is|i\. ?e\.|which is|that makes|making|just|only|exactly)"
_END = r"(?= of (?:them|these|those|all|the (?:whole|total))\b| ?[.,;:)]|$)"
_WITHIN = waiting(rf"(?P<one>{V}){PLAIN}{{0,50}}?(?:,|;| \(| [—–]) ?(?P<that>{_THAT_IS},? )?(?P<s>{V}){_END}")
_AMONG = waiting(
    rf"\b(?:out )?of (?:the|its|their|his|her|our|all|these|those) (?P<b>{V}){PLAIN}{{0,30}}?, (?P<a>{V})"
    rf"{PLAIN}{{0,40}}?(?:,|;| \(| [—–]) ?{_THAT_IS},? (?P<s>{V}){_END}"
)
_TURNED = waiting(
    rf"(?P<s>{V}) of (?:the|its|their|his|her|our|all|these|those) (?P<b>{V}){PLAIN}{{0,20}}?(?:,|;| \(| [—–]) ?"
    rf"(?:{_THAT_IS},? )?(?P<a>{V})(?= [a-z]+[,;)]|[,;)])"
)
_HALF_THE = waiting(
    rf"(?P<a>{V}){PLAIN}{{0,30}}?(?:,| \(| [—–]) ?(?:or |only |just |exactly )?(?P<s>{V})"
    rf" (?:of )?(?:the|its|their) (?P<b>{V})"
)
_BRACKETED = waiting(
    rf"\b(?:out )?of (?:the |its |their |his |her |our |all |these |those )?(?P<b>{V}){PLAIN}{{0,30}}?, (?P<a>{V})"
    rf"{PLAIN}{{0,20}}? \((?P<s>{V})\)"
    rf"|(?P<c>{V})(?: [a-z]+)? \((?P<t>{V})\) (?:out )?of (?:the |its |their |our |all )?(?P<w>{V})"
)
_EACH = waiting(
    rf"(?P<a>{V}){PLAIN}{{0,30}}? (?:for|among|between|in|on|to) (?P<b>{V})(?:,|;|:| \(| [—–]| or)(?: \w+)? (?P<c>{V})"
    rf"(?: [a-z]+)? (?:for|to|in|on|per) (?:each |every |an? )?(?P<what>[a-z]+)"
)
_SCORED = waiting(
    rf"\b(?:outnumber\w*|outvot\w+|ratio|odds|majority){PLAIN}{{0,40}}? (?P<r>{R})(?: ?[:,—–] ?| \()(?P<n>{R})"
)


def portions(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """The portions of a paragraph that the numbers beside them do not make.

    Args:
        sketch: the paragraph.
        text: the document's text.
    """
    for part, whole, share in _shares(sketch, text):
        if not _is_portion(part, whole, share):
            continue
        low, high = (reach(part)[0] / reach(whole)[1] * 100, reach(part)[1] / reach(whole)[0] * 100)
        words = not any(map(str.isdigit, share.span.of(text)))
        free = share.value * _ROUNDED if words else max(_POINT, slack(share))
        if not low - free <= share.value <= high + free:
            real = plain(scaled(part) / scaled(whole) * 100)
            formula = f"{plain(part.value)} / {plain(whole.value)} = {real}%"
            yield _off(share, (part, whole), f"{real}%", formula, text)
    yield from _handed_out(sketch, text)
    for found in _SCORED.finditer(sketch.words):
        said, given = sketch.quantity(found["r"]), sketch.quantity(found["n"])
        if " to " in given.span.of(text) and abs(factor_of(said) / factor_of(given) - 1) > _ROUNDED:
            value = plain(factor_of(given))
            yield _off(said, (given,), f"{value} to 1", f"{shown(given, text)} is {value} to 1", text)


def _shares(sketch: Sketch, text: str) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Parts, wholes, and the portion that the one is said to be of the other."""
    for found in _WITHIN.finditer(sketch.words):
        one, share = sketch.quantity(found["one"]), sketch.quantity(found["s"])
        ends = _ONE_OF.search(one.span.of(text))
        of_them = sketch.words.startswith((" of them", " of these", " of those"), found.end())
        if ends is None or not (found["that"] or of_them):
            continue
        part, whole = (_alone(ends[name]) for name in ("part", "whole"))
        if part is not None and whole is not None:
            yield replace(part, span=one.span, hedge=one.hedge), replace(whole, span=one.span), share
    for pattern in (_AMONG, _TURNED, _HALF_THE):
        for found in pattern.finditer(sketch.words):
            yield sketch.quantity(found["a"]), sketch.quantity(found["b"]), sketch.quantity(found["s"])
    for found in _BRACKETED.finditer(sketch.words):
        names = (found["a"] or found["c"], found["b"] or found["w"], found["s"] or found["t"])
        part, whole, share = map(sketch.quantity, names)
        yield part, whole, share


def _alone(figures: str) -> Quantity | None:
    """A number in figures read for itself."""
    read = read_measured(figures.rstrip(".,")).quantities
    return read[0] if len(read) == 1 else None


def _is_portion(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """Whether the portion can be that of the part, and all three are told exactly enough to say so."""
    exact = not (part.is_range or whole.is_range or share.is_range or is_hedged(share) or is_hedged(whole))
    return (
        exact and _is_of(part, whole) and share.unit.dimension is Dimension.PERCENT and 0 < scaled(part) < scaled(whole)
    )


def _is_of(part: Quantity, whole: Quantity) -> bool:
    """Whether one can be counted among the other, or is measured alike."""
    counted = part.unit.dimension in _COUNTED and whole.unit.dimension in _COUNTED
    return counted or (like(part, whole) and whole.unit.dimension in (Dimension.MONEY, Dimension.PHYSICAL))


def _handed_out(sketch: Sketch, text: str) -> Iterator[Discrepancy]:
    """So many for so many, and so many for each, where that comes out even or near it."""
    for found in _EACH.finditer(sketch.words):
        everything, takers, each = (sketch.quantity(found[name]) for name in "abc")
        if any(map(is_hedged, (everything, takers, each))) or not like(everything, each):
            continue
        named = takers.unit.dimension is Dimension.COUNT and _is_noun(takers.unit.name, found["what"])
        if named and takers.value > 0 and abs(everything.value / takers.value - each.value) >= _EVEN:
            value = plain(everything.value / takers.value)
            formula = f"{plain(everything.value)} / {plain(takers.value)} = {value}"
            yield _off(each, (everything, takers), value, formula, text)


def _is_noun(name: str, word: str) -> bool:
    return name.lower() in (word, word.removesuffix("s"))


def _off(said: Quantity, others: tuple[Quantity, ...], value: str, formula: str, text: str) -> Discrepancy:
    spans = tuple(sorted({one.span for one in others}))
    return Discrepancy(DiscrepancyKind.RATIO, said.span, spans, shown(said, text), value, formula)
