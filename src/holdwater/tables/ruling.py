"""Read this first: a claim, every plausible reading of it, and what the tables in hand say of it together."""

from __future__ import annotations

from holdwater.tables.catalogue import MODIFIERS, Match, what_is_measured
from holdwater.tables.levels import level_readings
from holdwater.tables.model import Claim, ClaimKind, Decision, Dimension, Measure, Outcome, Reading, Ruling, Series
from holdwater.tables.ranks import rank_readings
from holdwater.tables.store import Store
from holdwater.tables.traits import measure_of, ratio_of_units

ALIKE = 0.7
"""Series whose score is at least this share of the best's are as plausible as it, whatever they measure."""

KINDRED = 0.3
"""… and at least this share, where they measure the same thing in other words."""

KNOWN, COVERED = 0.3, 0.8
"""How much of a title must be covered, with a concept in common and without one."""

MOST_SERIES = 6
FAR = 2.0
"""A claim this many tolerances from every reading is outside all of them."""

CLOSE_RANKS = 2
"""Places of a ranking that are not far off."""


def rule_on(claim: Claim, store: Store) -> Ruling:
    """Try every plausible reading of a claim, and say which held.

    "Contradicted" only where the claim is outside every matching series, definition and edition by more than they
    differ among themselves; where one comes within twice that, it differs.
    """
    plausible = plausible_series(claim, store)
    read = rank_readings if claim.kind is ClaimKind.RANK else level_readings
    readings = read(claim, plausible, store)
    return Ruling(claim, _decide(claim, readings), readings)


def plausible_series(claim: Claim, store: Store) -> tuple[Series, ...]:
    """The series that a claim may speak of, the best first; () where none is meant with confidence."""
    measure = claim.measure if claim.kind in (ClaimKind.LEVEL, ClaimKind.CHANGE) else Measure()
    if claim.kind is ClaimKind.POINT_CHANGE:
        measure = Measure(Dimension.PERCENT, 100.0)
    found = store.catalogue.find(claim.words, measure=measure, sex=claim.sex, ages=claim.ages, most=20)
    found = tuple(match for match in found if ratio_of_units(measure, measure_of(match.series.unit)))
    fitting = [match for match in found if match.fits]
    if not fitting or fitting[0].score < ALIKE * found[0].score or not _confident(fitting[0]):
        return ()
    best = fitting[0]
    fitting = [match for match in fitting if match.plain or not best.plain]
    kept = [match for match in fitting if match.score >= ALIKE * best.score or _kindred(match, best)]
    return tuple(match.series for match in kept[:MOST_SERIES])


def _confident(match: Match) -> bool:
    return match.coverage >= KNOWN if match.plain else match.literal >= COVERED


def _kindred(match: Match, best: Match) -> bool:
    """Whether a series measures what the best one does, and nothing besides that nobody asked for."""
    asked = best.concepts | match.concepts | what_is_measured(best.series.title)[0]
    if (match.ages and best.ages and match.ages != best.ages) or not what_is_measured(match.series.title)[0] <= asked:
        return False
    shared = match.concepts & best.concepts - MODIFIERS
    return bool(shared) and match.score >= KINDRED * best.score


def _decide(claim: Claim, readings: tuple[Reading, ...]) -> Decision:
    outcomes = [reading.outcome for reading in readings]
    held = outcomes.count(Outcome.HOLDS)
    if not outcomes:
        return Decision.NO_DATA
    if held:
        return Decision.SUPPORTED if 2 * held >= len(outcomes) else Decision.PARTLY
    if Outcome.NEAR in outcomes:
        return Decision.PARTLY
    if Outcome.DIFFERS not in outcomes:
        return Decision.UNSURE
    limit = CLOSE_RANKS if claim.kind is ClaimKind.RANK else FAR
    far = all(reading.distance > limit and reading.outcome is Outcome.DIFFERS for reading in readings)
    return Decision.CONTRADICTED if far else Decision.DIFFERS
