"""Readings of levels, changes and ratios: what one place's line, or two, say of a claimed number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from holdwater.tables.catalogue import what_is_measured
from holdwater.tables.concepts import concepts_in
from holdwater.tables.kinship import LINES, LOOSE
from holdwater.tables.model import Claim, ClaimKind, Dimension, Figure, Outcome, Reading, Series
from holdwater.tables.nearness import HOUSE, NEIGHBOURS, at, distance, spread, within
from holdwater.tables.places import place_name
from holdwater.tables.store import Store, line_query
from holdwater.tables.terms import stems
from holdwater.tables.traits import measure_of, ratio_of_units

REACH = 2
"""Years from the one claimed to the nearest that has a figure; such a reading can bear a claim out, not deny it."""


@dataclass(frozen=True, slots=True)
class _Worked:
    """A value worked out of a table, before it is laid against the claim."""

    definition: str
    value: float
    rows: tuple[Figure, ...]
    nearby: tuple[float, ...] = ()  # the same, a year before and after
    sure: bool = True


def level_readings(claim: Claim, plausible: Sequence[Series], store: Store) -> tuple[Reading, ...]:
    """Every reading of a level, change or ratio, series by series; none where a table has no figure.

    Tolerance is the larger of a share of the figure and of how far the series are apart in it.
    """
    worked = [(series, one) for series in plausible for one in _worked(claim, series, store)]
    readings = []
    for series, one in worked:
        siblings = [other.value for kin, other in worked if other.definition == one.definition and _alike(kin, series)]
        tolerance = max(HOUSE * abs(one.value), spread(siblings))
        readings.append(_reading(claim, series, one, tolerance, store))
    return tuple(readings)


def _alike(one: Series, other: Series) -> bool:
    """Whether two series measure one thing in one unit, as editions do: then how far they are apart says something.

    Money is left out: its editions are in prices of different years.
    """
    left, right = measure_of(one.unit), measure_of(other.unit)
    units = (left.dimension, left.per, left.base) == (right.dimension, right.per, right.base)
    return (
        units and left.dimension is not Dimension.MONEY and what_is_measured(one.title) == what_is_measured(other.title)
    )


def _worked(claim: Claim, series: Series, store: Store) -> Iterator[_Worked]:
    match claim.kind:
        case ClaimKind.LEVEL:
            yield from _level(claim, series, store)
        case ClaimKind.RATIO | ClaimKind.TIMES_MORE:
            yield from _ratios(claim, series, store)
        case _:
            yield from _changes(claim, series, store)


def _level(claim: Claim, series: Series, store: Store) -> Iterator[_Worked]:
    factor = ratio_of_units(claim.measure, measure_of(series.unit))
    line = store.line(series.id, claim.places[0])
    figure = at(line, claim.years[0], REACH)
    if not factor or figure is None:
        return
    nearby = tuple(one.value * factor for one in line if abs(one.year - figure.year) <= NEIGHBOURS)
    sure = figure.year == claim.years[0] and not _vague(claim, series)
    yield _Worked(f"level {figure.year}", figure.value * factor, (figure,), nearby, sure)


def _vague(claim: Claim, series: Series) -> bool:
    """Whether the claim leaves open what is meant: prices of which year, a bare number per what, whose poverty line."""
    measure = measure_of(series.unit)
    concepts = what_is_measured(series.title)[0]
    if (
        concepts & LOOSE
        and not LINES & concepts_in(stems(claim.words)).keys() & concepts_in(stems(series.title)).keys()
    ):
        return True
    bare = claim.measure.dimension is Dimension.NUMBER
    scaled = measure.dimension is Dimension.INDEX or bool(measure.per)
    return measure.dimension is Dimension.MONEY or (bare and scaled)


def _ends(claim: Claim, series: Series, store: Store) -> tuple[Figure, Figure] | None:
    line = store.line(series.id, claim.places[0])
    first, last = at(line, claim.years[0], REACH), at(line, claim.years[-1], REACH)
    return (first, last) if first and last and first.year < last.year else None


def _changes(claim: Claim, series: Series, store: Store) -> Iterator[_Worked]:
    ends = _ends(claim, series, store) if len(claim.years) > 1 else None
    if ends is None:
        return
    first, last = ends
    measure = measure_of(series.unit)
    years = f"{first.year}-{last.year}"
    sure = (first.year, last.year) == (claim.years[0], claim.years[-1]) and not _vague(claim, series)
    percent = measure.dimension is Dimension.PERCENT
    relative = claim.kind is ClaimKind.RELATIVE_CHANGE
    if relative and first.value:
        yield _Worked(f"relative change {years}", 100 * (last.value / first.value - 1), ends, (), sure)
    if (claim.kind is ClaimKind.POINT_CHANGE or relative) and percent:
        yield _Worked(f"change in points {years}", last.value - first.value, ends, (), sure)
    factor = ratio_of_units(claim.measure, measure)
    if claim.kind is ClaimKind.CHANGE and factor:
        yield _Worked(f"absolute change {years}", (last.value - first.value) * factor, ends, (), sure)


def _ratios(claim: Claim, series: Series, store: Store) -> Iterator[_Worked]:
    pair = _pair(claim, series, store)
    if pair is None or not pair[1].value:
        return
    over, under = pair
    ratio = over.value / under.value
    two = over.place != under.place
    definition = (
        f"{place_name(over.place)} to {place_name(under.place)} {over.year}" if two else f"{under.year}-{over.year}"
    )
    sure = {over.year, under.year} == set(claim.years)
    yield _Worked(f"ratio {definition}", ratio, (under, over), (), sure)
    if claim.kind is ClaimKind.TIMES_MORE:
        yield _Worked(f"more by, {definition}", ratio - 1, (under, over), (), sure)


def _pair(claim: Claim, series: Series, store: Store) -> tuple[Figure, Figure] | None:
    """What is over and what is under the line of a ratio: two places in a year, or a later year and an earlier one."""
    if len(claim.places) == 1:
        ends = _ends(claim, series, store) if len(claim.years) > 1 else None
        return (ends[1], ends[0]) if ends else None
    over, under = (at(store.line(series.id, place), claim.years[0], REACH) for place in claim.places[:2])
    return (over, under) if over and under else None


def _reading(claim: Claim, series: Series, one: _Worked, tolerance: float, store: Store) -> Reading:
    off = distance(claim, one.value)
    if not off:
        outcome = Outcome.HOLDS
    elif off <= tolerance or within(claim, one.nearby):
        outcome = Outcome.NEAR
    else:
        outcome = Outcome.DIFFERS if one.sure else Outcome.UNSURE
    place = claim.places[0]
    return Reading(
        series,
        one.definition,
        outcome,
        one.value,
        tolerance=tolerance,
        rows=one.rows,
        query="; ".join(line_query(series.id, place) for place in claim.places[:2]),
        line=tuple(replace(figure, rank=0) for figure in store.line(series.id, place)),
        distance=off / tolerance if tolerance else off,
    )
