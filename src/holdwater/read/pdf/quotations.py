"""Quotations set off from the text: set in from its margins, line for line, with nothing else that explains it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.pdf.page import Line
from holdwater.read.pdf.paragraphs import Paragraph, Typography

_SAME_EDGE = 1.2
_GAP = 1.2
_LEAST_IN, _MOST_IN = 0.9, 0.35
"""A quotation is set in by so many type sizes at least, and by such a share of the measure at most."""
_SHORT = 0.7
_FULL = 0.7
_FEWEST_WORDS = 4
_ABSTRACT = waiting(r"(?:abstract|summary|zusammenfassung|r[ée]sum[ée]|resumen|keywords?)\W*", re.I)
_SENTENCE = waiting(r"^[“‘\"'«„]|[.!?…][”’\"'»)\]]*\W*\d{0,3}$")
_FORMULA = waiting(r"[=<>≤≥∑∫√±×∈→]")


@dataclass(frozen=True)
class Measure:
    """The margins of running text: its left edge, its right one, how many lines begin there, and where others do
    that are set in from there in the same column."""

    left: float
    right: float
    lines: int
    within: frozenset[int] = frozenset()


def name_quotations(paragraphs: list[Paragraph], type_of: Typography) -> None:
    """Make those paragraphs of the body quotations that are set off as such.

    All lines are set in on the left alike, and on the right as well or with room above and below; a single line has to
    be set in on both sides with room around it. Items' own paragraphs, centred lines, verse, code and formulas are
    none. Where a document sets paragraphs in by ever other measures, that says less: only those set in on both sides
    with room around them are quotations.
    """
    measures, steps = _measures(paragraphs), _first_line_steps(paragraphs)
    indent, telling = _usual_indent(steps), _is_telling(paragraphs)
    known: set[int] = set()
    single: list[tuple[Paragraph, float]] = []
    item: float | None = None
    for index, one in enumerate(paragraphs):
        if one.kind is BlockKind.LIST_ITEM:
            item = _item_text(one)
            continue
        if one.kind is not BlockKind.PARAGRAPH or one.part not in (Part.BODY, Part.FRONT):
            continue
        margins = _margins(one, measures)
        inward = min(line.x0 for line in one.lines) - margins.left
        if len(one.lines) <= 2 and abs(inward - indent) < 2 * _SAME_EDGE and one.size > 0.97 * type_of.body:
            continue
        if inward < _LEAST_IN * one.size:
            item = None
            continue
        before = paragraphs[index - 1] if index else None
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if not _may_be_one(one, inward, margins, type_of) or (before and _ABSTRACT.fullmatch(before.text.strip())):
            continue
        short = max(line.x1 for line in one.lines) < margins.right - _SHORT * max(one.size, 0.7 * inward)
        inside = item is not None and abs(one.lines[-1].x0 - item) < _SAME_EDGE
        apart = not inside and _apart(before, one, type_of) and _apart(one, after, type_of)
        if len(one.lines) == 1 and short and apart and telling and _SENTENCE.search(one.text):
            single.append((one, inward))
        elif len(one.lines) > 1 and _filled(one, inward, margins) and short + apart + telling >= 2:
            one.kind, one.quoted = BlockKind.QUOTE, 1
            known.add(round(inward))
    _name_single(single, known, steps, measures)


def _is_telling(paragraphs: list[Paragraph]) -> bool:
    """Whether paragraphs that are set in are so by one or two measures, as far as most of them go."""
    edges: Counter[int] = Counter()
    for one in paragraphs:
        inward = min(line.x0 for line in one.lines) - one.left
        if one.kind is BlockKind.PARAGRAPH and len(one.lines) > 1 and inward > _LEAST_IN * one.size:
            edges[round(inward / 2)] += 1
    return edges.total() <= 2 or 2 * sum(number for _, number in edges.most_common(2)) >= edges.total()


def _name_single(
    single: list[tuple[Paragraph, float]], known: set[int], steps: Counter[int], measures: list[Measure]
) -> None:
    """Of the single lines, those set in as other quotations are, or plainly neither centred nor as first lines are."""
    for one, inward in single:
        alike = any(abs(inward - other) <= _SAME_EDGE for other in known)
        first = any(abs(inward - step) <= 2 * _SAME_EDGE for step in steps)
        if alike or not (first or _centred(one.lines[0], _margins(one, measures))):
            one.kind, one.quoted = BlockKind.QUOTE, 1


def _first_line_steps(paragraphs: list[Paragraph]) -> Counter[int]:
    """How far first lines are set in from the second ones, and how often."""
    return Counter(round(one.lines[0].x0 - one.lines[1].x0) for one in paragraphs if len(one.lines) > 1)


def _usual_indent(steps: Counter[int]) -> float:
    """How far the first lines of most paragraphs are set in; below 0 where they are not."""
    number, step = max(((number, step) for step, number in steps.items() if step > 4), default=(0, 0))
    return step if number >= 2 and 4 * number >= steps.total() else -100.0


def _measures(paragraphs: list[Paragraph]) -> list[Measure]:
    """The margins that many lines of paragraphs keep to, by how many."""
    lines = [
        line
        for one in paragraphs
        if one.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and len(one.lines) > 1
        for line in one.lines
    ]
    edges = Counter(round(line.x0) for line in lines)
    inner: dict[int, set[int]] = {}
    for one in paragraphs:
        left = min(line.x0 for line in one.lines)
        if len(one.lines) > 1 and left > one.left + _LEAST_IN * one.size:
            inner.setdefault(round(one.left + 0.5), set()).add(round(left))
    found = []
    for edge, number in edges.most_common(12):
        rights = sorted(line.x1 for line in lines if abs(line.x0 - edge) <= _SAME_EDGE)
        if number >= max(3, 0.05 * len(lines)):
            within = frozenset(inner.get(edge, ()))
            found.append(Measure(edge - 0.5, rights[int(0.95 * (len(rights) - 1))], number, within))
    return found


def _margins(one: Paragraph, measures: list[Measure]) -> Measure:
    """The margins of the text that a paragraph stands in: its column's, or where that has no other text, the usual."""
    own = Measure(one.left, one.right, 0)
    left, right = min(line.x0 for line in one.lines), max(line.x1 for line in one.lines)
    if left - own.left > _LEAST_IN * one.size:
        wider = [m for m in measures if abs(m.left - own.left) <= _SAME_EDGE and m.right > own.right]
        return wider[0] if wider else own
    here = next((m.lines for m in measures if abs(m.left + 0.5 - left) <= _SAME_EDGE), 0)
    for measure in measures:
        inward = left - measure.left
        if measure.right < right - one.size or not _LEAST_IN * one.size < inward < _MOST_IN * (
            measure.right - measure.left
        ):
            continue
        on_both_sides = measure.right - max(right, one.right) > 0.5 * inward
        seen = any(abs(left - edge) <= _SAME_EDGE for edge in measure.within)
        if measure.lines > (0.25 if on_both_sides or seen else 1.0) * here:
            return measure
    return own


def _may_be_one(one: Paragraph, inward: float, margins: Measure, type_of: Typography) -> bool:
    """Whether a paragraph that is set in by `inward` has words and lines as a quotation has."""
    words = one.text
    if not 0.75 * type_of.body <= one.size <= 1.1 * type_of.body or any(line.mono for line in one.lines):
        return False
    if inward > _MOST_IN * (margins.right - margins.left) or any(len(line.cells) > 1 for line in one.lines):
        return False
    if len(words) < 20 or words.count(" ") < _FEWEST_WORDS - 1 or sum(map(str.isalpha, words)) < 0.6 * len(words):
        return False
    if len(one.lines) == 1:
        return not _FORMULA.search(words)
    rest = {round(line.x0 / _SAME_EDGE) for line in one.lines[1:]}
    even = max(rest) - min(rest) <= 1 and abs(one.lines[0].x0 - one.lines[1].x0) < 3 * one.size
    return even and not (len(one.lines) > 2 and _all_centred(one))


def _all_centred(one: Paragraph) -> bool:
    lefts = {round(line.x0) for line in one.lines}
    return len(lefts) > 1 and len({round(line.x0 + line.x1) // 4 for line in one.lines}) == 1


def _filled(one: Paragraph, inward: float, margins: Measure) -> bool:
    """Whether most lines but the last go on to the right as far as there is room, as prose does and verse does not."""
    room = margins.right - margins.left - 2 * inward
    full = [line.x1 - line.x0 > _FULL * room for line in one.lines[:-1]]
    return 2 * sum(full) > len(full)


def _centred(line: Line, margins: Measure) -> bool:
    return abs(line.x0 + line.x1 - margins.left - margins.right) < 2 * line.size


def _apart(one: Paragraph | None, after: Paragraph | None, type_of: Typography) -> bool:
    """Whether there is room between two paragraphs, or the end of a page or column."""
    if one is None or after is None:
        return True
    last, first = one.lines[-1], after.lines[0]
    if last.page != first.page or first.base >= last.base:
        return True
    return last.base - first.base > _GAP * type_of.leading_of(max(last.size, first.size))


def _item_text(one: Paragraph) -> float:
    """Where an item's own words begin."""
    if len(one.lines) > 1 or one.lines[0].dotted:
        return one.lines[-1].x0
    units = one.lines[0].units
    return next((unit.x0 for unit in units[1:] if unit.spaced), units[0].x0)
