"""Claims made out of the packaged figures themselves: true ones pass, false ones are told, whichever series it is."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from holdwater.sources.statistics import open_store
from holdwater.tables.model import Claim, ClaimKind, Decision, Dimension, Outcome, Series
from holdwater.tables.ruling import plausible_series, rule_on
from holdwater.tables.store import Store
from holdwater.tables.traits import measure_of, sex_in

AT_ODDS = {Decision.DIFFERS, Decision.CONTRADICTED}
CLAIMS = 300


@pytest.fixture(scope="module")
def store() -> Store:
    return open_store()


def level_claims(store: Store, factor: float) -> list[tuple[Series, Claim]]:
    """One figure of each of many series, times `factor`, as a sentence with the series' title would claim it."""
    chance = random.Random(5)
    rows = store.ask(
        "SELECT series, iso3, year, value FROM figures WHERE abs(value) > 0.5 AND iso3 <> 'WLD' ORDER BY ALL"
    )
    made = []
    for series, place, year, value in chance.sample(rows, CLAIMS):
        one = store.series[series]
        said = float(f"{value * factor:.3g}")
        step = 0.5 * 10 ** (len(f"{abs(said):.0f}") - 3)
        claim = Claim(
            one.title, ClaimKind.LEVEL, (place,), (year,), said, said, (step,), measure_of(one.unit), sex_in(one.title)
        )
        made.append((one, claim))
    return made


def test_a_figure_of_a_series_is_never_at_odds_with_it(store: Store) -> None:
    wrong = [(one.id, claim) for one, claim in level_claims(store, 1.0) if rule_on(claim, store).outcome in AT_ODDS]
    assert wrong == []


def test_its_own_series_is_among_those_a_title_may_mean(store: Store) -> None:
    claims = [claim for _, claim in level_claims(store, 1.0) if claim.measure.dimension is not Dimension.MONEY]
    found = Counter(bool(plausible_series(claim, store)) for claim in claims)
    assert found[True] >= 0.9 * len(claims)


@pytest.mark.parametrize("factor", [0.4, 2.5])
def test_a_figure_far_off_is_told_where_a_table_could_deny_it(store: Store, factor: float) -> None:
    rulings = [rule_on(claim, store) for _, claim in level_claims(store, factor)]
    sure = [ruling for ruling in rulings if any(reading.outcome is not Outcome.UNSURE for reading in ruling.readings)]
    told = [ruling for ruling in sure if ruling.outcome in AT_ODDS]
    assert len(sure) > CLAIMS / 2
    assert len(told) >= 0.9 * len(sure)
