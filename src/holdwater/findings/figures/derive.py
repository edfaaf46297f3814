"""A number that follows from two figures of one sentence, or of one row of a table, with the formula."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations
from math import isclose

from holdwater.document import Span
from holdwater.extract.quantities.model import Dimension, Direction, Hedge, Quantity, QuantityKind
from holdwater.findings.figures.bind import Binder, ends_of
from holdwater.findings.figures.claim import Claim, noun_of
from holdwater.findings.figures.columns import column_sums
from holdwater.findings.figures.compare import related, scale
from holdwater.findings.figures.confidence import is_interval
from holdwater.findings.figures.each import for_each
from holdwater.findings.figures.formulas import Worked, in_unit, shown, written
from holdwater.findings.figures.model import PASSING, Relation
from holdwater.findings.figures.ranges import is_wide
from holdwater.findings.figures.rates import rate_of, worked_rates
from holdwater.findings.figures.remainders import remainders
from holdwater.findings.figures.repeated import accounted, of_typed, repeated
from holdwater.findings.figures.stems import akin
from holdwater.patterns import waiting

LEAST_SHARED = 0.3
"""Of the claim's words, so much must stand in the sentence (or the row) that a number is derived from."""
SURE = 0.55
"""So much must stand there for a change that the figures do not bear out to be called another one."""
LITTLE = 0.1
"""A hedged number may be off the one that is worked out by so much of it."""
MOST_FIGURES = 8
"""A sentence or a row with more figures than this yields some number or other for every claim."""

_REST = waiting(r"\b(?:rest|remaining|remainder|others?|not|without|never|lack(?:ed|s|ing)?|outside|no longer)\b", re.I)
_APART = waiting(
    r"\b(?:difference|gap|more|fewer|less|longer|shorter|higher|lower|taller|older|younger|margin|lead|ahead|behind|"
    r"lost|gained|added|extra|increase|decrease|rise|fall|drop|growth|decline|net|profit|loss)\b",
    re.I,
)
_TOTALS = waiting(r"\b(?:total|together|combined|altogether|in all|all told|overall|sum|whole)\b", re.I)
_LESS = 0.05
_ADDED = {Dimension.COUNT, Dimension.NUMBER, Dimension.MONEY, Dimension.PHYSICAL, Dimension.TIME, Dimension.PERCENT}
_DOWN_FROM = waiting(r"\b(?:down|up)\s+from\b", re.IGNORECASE)
_CHANGES = {QuantityKind.RELATIVE_CHANGE, QuantityKind.POINT_CHANGE, QuantityKind.CHANGE}
_RATIOS = {QuantityKind.RATIO, QuantityKind.TIMES_MORE}


@dataclass(frozen=True)
class Derivation:
    """A number worked out from a source's figures: the formula as shown, and the relation of the claim to it.

    `names_terms` says of a sum that the claim names what each of its terms counts.
    """

    relation: Relation
    value: float
    formula: str
    sentence: Span
    shared: float
    names_terms: bool = False


def derived(claim: Claim, binder: Binder, wording: str) -> Derivation | None:
    """How a claimed number follows from two of the source's; None where it does not.

    `wording` is the claim's sentence: "the remaining 64 %", "30 more than".
    """
    if claim.is_interval or is_wide(claim.quantity):
        return None  # some number or other that two figures make lies in it
    found = [one for one in _derivations(claim, binder, wording) if _follows(claim, one, wording)]
    return max(found, key=lambda one: one.shared, default=None)


def _follows(claim: Claim, one: Derivation, wording: str) -> bool:
    """Whether a number that was worked out is the claimed one; a sum that nothing calls a total is so only exactly."""
    is_total = claim.quantity.kind is QuantityKind.TOTAL or one.names_terms or bool(_TOTALS.search(wording))
    if " + " in one.formula and not is_total:
        return isclose(one.value, claim.quantity.value, rel_tol=1e-6)
    return one.relation in PASSING


def is_worked_out(wording: str) -> bool:
    """Whether a sentence's words say that its number is a difference or a sum: "lost 24 seats", "together"."""
    return bool(_APART.search(wording) or _TOTALS.search(wording))


def worked_out(wording: str) -> frozenset[str]:
    """The words of a text that say of a number that it is a difference, a sum, or what is left, in lower case."""
    return frozenset(match.group().lower() for each in (_APART, _TOTALS, _REST) for match in each.finditer(wording))


def denied_change(claim: Claim, binder: Binder) -> Derivation | None:
    """The change that the source's figures make where the claim gives another: "from 36 to 96 %" is no rise by a half.

    Only of the one sentence about it that gives both ends, and those as ends.
    """
    if claim.quantity.kind not in _CHANGES:
        return None
    found: list[Derivation] = []
    for sentence, group in _groups(binder):
        ends = [(_end(group, binder, one.frame.start), _end(group, binder, one.frame.end)) for one in group]
        ends += [_at_ends(claim, group, binder), *_down_from(group, binder.searched.text)]
        pairs = {(first.span, last.span): (first, last) for first, last in ends if first and last}
        shared = max(binder.credit(claim, sentence, group).values(), default=0.0)
        few = len(pairs) == 1 and len(group) <= MOST_FIGURES // 2
        if few and shared >= SURE and not _is_of_other_years(claim, sentence, binder):
            first, last = next(iter(pairs.values()))
            worked = _made_of_ends(claim.quantity, first, last, binder.searched.text)
            found.extend(_as(claim, each, sentence, shared) for each in worked)
    one = found[0] if len(found) == 1 else None
    return one if one and one.relation not in PASSING and one.relation is not Relation.UNSURE else None


def _is_of_other_years(claim: Claim, sentence: Span, binder: Binder) -> bool:
    """Whether a claim is of a change between two years of which a sentence of the source names one at most."""
    claimed = {end.year for one in claim.named for end in (one.first, one.last) if end}
    given = {
        end.year
        for one in binder.searched.measured.periods
        if one.sentence == sentence
        for end in (one.first, one.last)
        if end
    }
    return len(claimed) > 1 and bool(given) and not claimed <= given


def _made_of_ends(claimed: Quantity, first: Quantity, last: Quantity, text: str) -> Iterator[Worked]:
    if claimed.kind is QuantityKind.RELATIVE_CHANGE and first.value:
        yield from _change(text, first, last)
    points = claimed.unit.dimension is Dimension.POINT and first.unit.dimension is Dimension.PERCENT
    level = scale(claimed.unit, first.unit)
    if claimed.kind is not QuantityKind.RELATIVE_CHANGE and (points or level is not None):
        yield _difference(text, first, last, level or 1.0 / claimed.unit.factor)


def _down_from(group: Sequence[Quantity], text: str) -> Iterator[tuple[Quantity, Quantity]]:
    """The ends of "63 per cent, down from 71": the second figure is the first end."""
    for last, first in pairwise(group):
        if _DOWN_FROM.search(text, last.span.end, first.span.start) and scale(first.unit, last.unit) is not None:
            yield first, last


def _at_ends(claim: Claim, group: Sequence[Quantity], binder: Binder) -> tuple[Quantity | None, Quantity | None]:
    """The figures of the two years between which the claimed change lies, where there is one of each in one unit."""
    period = claim.periods[0] if claim.periods else None
    if period is None or not period.is_range or period.first is None or period.last is None:
        return None, None
    found: list[list[Quantity]] = [[], []]
    for one in group:
        years = [binder.searched.measured.periods[at] for at in one.frame.periods[:1]]
        for year, listed in zip((period.first.year, period.last.year), found, strict=True):
            if years and years[0].first and years[0].last and years[0].first.year == years[0].last.year == year:
                listed.append(one)
    if len(found[0]) != 1 or len(found[1]) != 1 or scale(found[0][0].unit, found[1][0].unit) is None:
        return None, None
    return found[0][0], found[1][0]


def _end(group: Sequence[Quantity], binder: Binder, index: int) -> Quantity | None:
    """The quantity of a group that a frame points to; None if it points nowhere or out of the group."""
    if index < 0:
        return None
    one = binder.searched.measured.quantities[index]
    return one if one in group else None


def _derivations(claim: Claim, binder: Binder, wording: str) -> Iterator[Derivation]:
    for sentence, group in _groups(binder):
        shared = max(binder.credit(claim, sentence, group).values(), default=0.0)
        if len(group) > MOST_FIGURES:
            continue
        if shared < LEAST_SHARED:
            # The words of a sum are those of all its terms.
            covered = binder.coverage(claim, sentence)
            named = (one for one in _sums(claim, group, binder.searched.text, wording) if one.names_terms)
            yield from (_as(claim, one, sentence, covered) for one in named if covered >= LEAST_SHARED)
            continue
        words = binder.credit(claim, sentence, group)
        for worked in _worked(claim, group, binder, wording, words):
            yield _as(claim, worked, sentence, shared)
    yield from _spans_of_years(claim, binder)
    yield from _told_of(claim, binder, wording)


def _told_of(claim: Claim, binder: Binder, wording: str) -> Iterator[Derivation]:
    """What the claim's sentence makes of the figures that it gives of the source, wherever they stand there; and what
    the source leaves to be worked out itself."""
    given, text = repeated(claim, binder), binder.searched.text
    found: list[tuple[Span, Worked]] = []
    if len(given) > 1:
        words = dict.fromkeys((one.span for one in given), 1.0)
        worked = [*_worked(claim, given, binder, wording, words), *accounted(claim, given, text, wording)]
        found = [(given[0].sentence, one) for one in worked]
    for more in (of_typed(claim, binder, wording), remainders(claim, binder), column_sums(claim, binder)):
        found.extend(more)
    yield from (_as(claim, one, at, LEAST_SHARED) for at, one in found if _is_exactly(claim.quantity, one.value))


def _is_exactly(claimed: Quantity, value: float) -> bool:
    """Whether a number is the claimed one to the last digit that is written; one with a hedge, no more than near it."""
    if claimed.hedge is Hedge.NONE:
        return abs(claimed.value - value) <= min(claimed.half_steps, default=0.0) * (1 + 1e-9)
    return abs(claimed.value - value) <= LITTLE * abs(claimed.value)


def _as(claim: Claim, worked: Worked, sentence: Span, shared: float) -> Derivation:
    relation = related(claim.quantity, worked.value)
    return Derivation(relation, worked.value, worked.formula, sentence, shared, worked.names_terms)


def _groups(binder: Binder) -> Iterator[tuple[Span, Sequence[Quantity]]]:
    """The figures of each sentence, and of each row of a table."""
    rows: dict[Span, list[Quantity]] = {}
    for sentence, every in binder.sentences():
        quantities = [one for one in every if not _is_of_a_test(binder.searched.text, one)]
        if not quantities:
            continue
        placed = binder.searched.in_grid(sentence.start)
        if placed is None:
            yield sentence, quantities
        else:
            rows.setdefault(placed[0].row(placed[1])[0], []).extend(quantities)
    yield from rows.items()


def _is_of_a_test(text: str, one: Quantity) -> bool:
    """Whether a figure says how sure others are: a confidence interval, the ".001" of "p < .001"."""
    return is_interval(text, one) or text[one.span.start] in "<>"


def _worked(
    claim: Claim, group: Sequence[Quantity], binder: Binder, wording: str, words: Mapping[Span, float]
) -> Iterator[Worked]:
    claimed, text = claim.quantity, binder.searched.text
    if claimed.unit.dimension is Dimension.PERCENT and _REST.search(wording):
        yield from (_rest(text, one) for one in group if one.unit.dimension is Dimension.PERCENT)
    yield from _sums(claim, group, text, wording)
    yield from _parts(claimed, group, text)
    yield from for_each(claim, group, text, wording)
    yield from _rates(claimed, group, text, wording)
    for first, last in permutations(group, 2):
        factor = scale(first.unit, last.unit)
        if factor is None or not first.value or not _goes(claimed, first, last, binder):
            continue
        if not _is_share(claimed, first) or _speaks_for(words, last, first):
            yield from _of_two(claimed, first, last, text, wording)


def _is_share(claimed: Quantity, whole: Quantity) -> bool:
    level = claimed.kind is not QuantityKind.RELATIVE_CHANGE
    return level and claimed.unit.dimension is Dimension.PERCENT and whole.unit.dimension is not Dimension.PERCENT


def _speaks_for(words: Mapping[Span, float], part: Quantity, whole: Quantity) -> bool:
    """Whether the claim's words speak for this part of a whole, rather than for another figure beside it."""
    others = [share for span, share in words.items() if span not in (part.span, whole.span)]
    return words[part.span] >= max([LEAST_SHARED, *(share - _LESS for share in others)])


def _of_two(claimed: Quantity, first: Quantity, last: Quantity, text: str, wording: str) -> Iterator[Worked]:
    """What two figures make: a change, a ratio, a share, a difference."""
    dimension, kind = claimed.unit.dimension, claimed.kind
    if kind is QuantityKind.RELATIVE_CHANGE:
        yield from _change(text, first, last)
    elif dimension is Dimension.PERCENT and first.unit.dimension is not Dimension.PERCENT:
        if last.value < first.value:
            yield _share(text, last, first)
    elif dimension is Dimension.TIMES or kind in _RATIOS:
        yield from _ratio(kind, text, first, last)
    elif kind in (QuantityKind.CHANGE, QuantityKind.POINT_CHANGE) or _APART.search(wording) or _REST.search(wording):
        level = scale(claimed.unit, first.unit)
        points = dimension is Dimension.POINT and first.unit.dimension is Dimension.PERCENT
        if level is not None or points:
            yield _difference(text, first, last, level or 1.0 / claimed.unit.factor)


def _share(text: str, part: Quantity, whole: Quantity) -> Worked:
    value = 100 * in_unit(whole, part) / whole.value
    return Worked(value, f"{written(text, part)} / {written(text, whole)} = {shown(value)} %")


def _rest(text: str, one: Quantity) -> Worked:
    return Worked(100 - one.value, f"100 − {written(text, one)} = {shown(100 - one.value)} %")


def _change(text: str, first: Quantity, last: Quantity) -> Iterator[Worked]:
    """The change from one figure to another, in percent of the first."""
    value = 100 * (in_unit(first, last) - first.value) / first.value
    yield Worked(
        abs(value), f"({written(text, last)} − {written(text, first)}) / {written(text, first)} = {shown(value)} %"
    )


def _ratio(kind: QuantityKind, text: str, first: Quantity, last: Quantity) -> Iterator[Worked]:
    """How many times as much one figure is as another; "times more" may mean that, or the excess alone."""
    value = in_unit(first, last) / first.value
    formula = f"{written(text, last)} / {written(text, first)} = {shown(value)}"
    yield Worked(value, formula)
    if kind is QuantityKind.TIMES_MORE:
        yield Worked(value - 1, f"{formula}, less one")


def _difference(text: str, first: Quantity, last: Quantity, level: float) -> Worked:
    value = abs(in_unit(first, last) - first.value) * level
    high, low = (last, first) if in_unit(first, last) >= first.value else (first, last)
    return Worked(value, f"{written(text, high)} − {written(text, low)} = {shown(value)}")


def _sums(claim: Claim, group: Sequence[Quantity], text: str, wording: str) -> Iterator[Worked]:
    """All figures of a sentence or row that can be added, or, of a total, any two beside each other."""
    claimed = claim.quantity
    if claimed.kind in (QuantityKind.RELATIVE_CHANGE, QuantityKind.AGE) or claimed.unit.dimension not in _ADDED:
        return
    terms = [one for one in group if scale(claimed.unit, one.unit) is not None and one.kind is not QuantityKind.AGE]
    runs = [terms] if len(terms) > 1 else []
    if len(terms) > 2:
        runs.extend(list(pair) for pair in pairwise(terms) if len(terms) > 2)
    for run in runs:
        value = sum(in_unit(claimed, one) for one in run)
        yield Worked(value, f"{' + '.join(written(text, one) for one in run)} = {shown(value)}", _names_all(claim, run))


def _names_all(claim: Claim, terms: Sequence[Quantity]) -> bool:
    """Whether a claim names what each of several figures counts, which is not the same: "leaders and teachers"."""
    nouns = [noun_of(one) for one in terms]
    apart = len(set(nouns)) == len(nouns) > 1 and not any(akin(one, other) for one, other in combinations(nouns, 2))
    return apart and all(noun and any(akin(noun, word) for word in claim.stems) for noun in nouns)


def _rates(claimed: Quantity, group: Sequence[Quantity], text: str, wording: str) -> Iterator[Worked]:
    """An amount by the time it took, or a rate for another time."""
    rate = rate_of(claimed, wording)
    for value, made_of in worked_rates(rate, group) if rate else ():
        terms = " / ".join(" ".join(one.span.of(text).split()) for one in made_of)
        yield Worked(value, f"{terms} = {shown(value)} {claimed.unit.name}".rstrip())


def _parts(claimed: Quantity, group: Sequence[Quantity], text: str) -> Iterator[Worked]:
    """A share of a number: "a third of the 900 pupils"."""
    if claimed.unit.dimension not in (Dimension.COUNT, Dimension.NUMBER, Dimension.MONEY):
        return
    for share in group:
        if share.unit.dimension is not Dimension.PERCENT or share.kind is QuantityKind.RELATIVE_CHANGE:
            continue
        for whole in group:
            if scale(claimed.unit, whole.unit) is not None:
                value = share.value / 100 * in_unit(claimed, whole)
                yield Worked(value, f"{written(text, share)} of {written(text, whole)} = {shown(value)}")


def _goes(claimed: Quantity, first: Quantity, last: Quantity, binder: Binder) -> bool:
    """Whether a claimed change goes the way from `first` to `last`: by their years, or by their order in the text."""
    way = claimed.frame.direction
    if way is Direction.NONE or claimed.kind is QuantityKind.RATIO:
        return True
    periods = binder.searched.measured.periods
    years = [ends_of(periods[one.frame.periods[0]])[0] for one in (first, last) if one.frame.periods]
    ordered = years[0] <= years[1] if len(years) == 2 and years[0] != years[1] else first.span.start < last.span.start
    return ordered and (in_unit(first, last) > first.value) is (way is Direction.UP)


def _spans_of_years(claim: Claim, binder: Binder) -> Iterator[Derivation]:
    """A duration in years from two dates of one sentence: "twelve years" from "1990 to 2002"."""
    aged = claim.quantity.kind is QuantityKind.AGE
    if claim.quantity.unit.name != "year" and not aged:
        return
    by_sentence: dict[Span, list[int]] = {}
    for period in binder.searched.measured.periods:
        for end in (period.first, period.last) if period.is_range else (period.first,):
            if end:
                by_sentence.setdefault(period.sentence, []).append(end.year)
    for sentence, years in by_sentence.items():
        shared = binder.coverage(claim, sentence)
        if len(set(years)) < 2 or shared < LEAST_SHARED:
            continue
        first, last = min(years), max(years)
        if len(set(years)) == 2:
            # Whoever died before the birthday was a year younger than the years make it.
            for passed in (last - first, last - first - 1)[: 1 + aged]:
                yield _as(claim, Worked(passed, f"{last} − {first} = {last - first}"), sentence, shared)
