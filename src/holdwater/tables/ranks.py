"""Readings of ranks and superlatives: "no country raised it more" over all definitions and sets of countries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdwater.tables.model import Claim, Figure, Order, Outcome, Reading, Series
from holdwater.tables.store import (
    Store,
    change_query,
    level_query,
    one_of,
    populous_query,
    ranking_query,
    yearly_query,
)

MILLION = 1_000_000
FEWEST = 5
"""Fewer places than this make no ranking."""

SPAN = 2 / 3
"""The share of a period that a place's own first and last figure must span to count in "a year on average"."""


DEAD_HEAT = 0.01
"""The share of a figure within which two places may stand the other way round in another edition."""


@dataclass(frozen=True, slots=True)
class _Measured:
    definition: str
    query: str


def rank_readings(claim: Claim, plausible: Sequence[Series], store: Store) -> tuple[Reading, ...]:
    """Every reading of a rank: each series, absolute, relative and yearly change (or the level), each set of places."""
    readings = []
    for series in plausible:
        line = store.line(series.id, claim.places[0])
        for measured in _measures(claim, series):
            for population, where in _populations(claim):
                reading = _rank(claim, series, measured, population, where, store, line)
                readings.extend([reading] if reading else [])
    return tuple(readings)


def _measures(claim: Claim, series: Series) -> Iterator[_Measured]:
    first, last = claim.years[0], claim.years[-1]
    if not claim.changing:
        yield _Measured(f"level {first}", level_query(series.id, first))
        return
    years = f"{first}-{last}"
    yield _Measured(f"absolute change {years}", change_query(series.id, first, last, relative=False))
    yield _Measured(f"relative change {years}", change_query(series.id, first, last, relative=True))
    least = max(int((last - first) * SPAN), 1)
    yield _Measured(f"yearly change within {years}", yearly_query(series.id, first, last, least))


def _populations(claim: Claim) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sets of places that may be meant: all, and those with over a million people, of the group that is named."""
    group = f"in {claim.group or 'the group'}" if claim.among else "all countries"
    members = (f"iso3 IN {one_of(sorted({*claim.among, *claim.places[:1]}))}",) if claim.among else ()
    yield group, members
    large = f"iso3 IN ({populous_query(claim.years[-1], MILLION)})"
    yield f"{group}, over a million people", (*members, large)


def _rank(
    claim: Claim,
    series: Series,
    measured: _Measured,
    population: str,
    where: Sequence[str],
    store: Store,
    line: tuple[Figure, ...],
) -> Reading | None:
    order = "DESC" if claim.order is Order.HIGHEST else "ASC"
    query = ranking_query(measured.query, order, claim.places[0], where)
    rows = tuple(store.ask(query))
    own = next((row for row in rows if row[0] == claim.places[0]), None)
    if own is None or own[3] < FEWEST:
        return None
    wanted, rank = int(claim.low), own[2]
    there = [value for _, value, at, _ in rows if at == wanted]
    near = bool(there) and abs(own[1] - there[0]) <= DEAD_HEAT * abs(there[0])
    outcome = Outcome.HOLDS if rank == wanted else Outcome.NEAR if near else Outcome.DIFFERS
    year = claim.years[-1]
    return Reading(
        series,
        f"{measured.definition}, {population}",
        outcome,
        rank,
        of=own[3],
        rows=tuple(Figure(place, year, value, rank=at) for place, value, at, _ in rows),
        query=query,
        line=line,
        distance=abs(rank - wanted),
    )
