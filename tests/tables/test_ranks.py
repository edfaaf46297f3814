"""Ranks and superlatives: which place a country has, by every definition and among every set of countries."""

from __future__ import annotations

from time import perf_counter

import pytest
from table_factory import series, store_of

from holdwater.sources.statistics import open_store
from holdwater.tables.model import Claim, ClaimKind, Decision, Order, Outcome
from holdwater.tables.ruling import rule_on
from holdwater.tables.store import Store, change_query, literal, ranking_query

LARGE = ("KEN", "UGA", "TZA", "ETH", "RWA", "BDI")


def towns() -> Store:
    """Six large countries and a tiny one, which has gained most; Kenya is next in points, Rwanda in percent."""
    tea = {
        "KEN": {2000: 40.0, 2010: 60.0},
        "UGA": {2000: 30.0, 2010: 45.0},
        "TZA": {2000: 50.0, 2010: 52.0},
        "ETH": {2000: 20.0, 2010: 30.0},
        "RWA": {2000: 2.0, 2010: 8.0},
        "BDI": {2000: 10.0, 2010: 9.0},
        "MCO": {2000: 5.0, 2010: 95.0},
        "WLD": {2000: 1.0, 2010: 99.0},
    }
    people = {place: {2000: 4e6, 2010: 5e6} for place in LARGE} | {"MCO": {2000: 3e4, 2010: 3.5e4}}
    return store_of([(series("tea", "Tea drinkers"), tea), (series("gm_pop", "Population", "people"), people)])


def claim(place: str, rank: int = 1, *years: int, **given: object) -> Claim:
    given = {"changing": len(years) > 1, **given}
    return Claim("tea drinkers", ClaimKind.RANK, (place,), years or (2010,), rank, rank, **given)  # type: ignore[arg-type]


def test_a_superlative_that_some_readings_bear_out_says_which() -> None:
    ruling = rule_on(claim("KEN", 1, 2000, 2010), towns())
    assert [reading.definition for reading in ruling.held] == [
        "absolute change 2000-2010, all countries, over a million people",
        "yearly change within 2000-2010, all countries, over a million people",
    ]
    assert ruling.outcome is Decision.PARTLY
    assert {reading.of for reading in ruling.readings} == {6, 7}


def test_the_world_is_no_country() -> None:
    ruling = rule_on(claim("MCO", 1, 2000, 2010), towns())
    assert [reading.outcome for reading in ruling.readings] == [Outcome.HOLDS] * 3
    assert all(row.place != "WLD" for reading in ruling.readings for row in reading.rows)


def test_a_level_is_ranked_in_its_year() -> None:
    assert rule_on(claim("KEN", 2, 2010), towns()).held
    assert rule_on(claim("RWA", 1, 2010, order=Order.LOWEST), towns()).outcome is Decision.SUPPORTED


def test_a_fall_is_ranked_from_the_other_end() -> None:
    assert rule_on(claim("BDI", 1, 2000, 2010, order=Order.LOWEST), towns()).outcome is Decision.SUPPORTED


def test_a_place_in_no_reading_is_contradicted_and_one_not_far_off_differs() -> None:
    assert rule_on(claim("BDI", 1, 2000, 2010), towns()).outcome is Decision.CONTRADICTED
    assert rule_on(claim("UGA", 1, 2010), towns()).outcome is Decision.DIFFERS


def test_a_place_a_hair_behind_comes_near() -> None:
    figures = {place: {2010: value} for place, value in zip(LARGE, (84.0, 83.6, 70, 60, 50, 40), strict=True)}
    store = store_of([(series("tea", "Tea drinkers"), figures)])
    assert rule_on(claim("UGA", 1, 2010), store).outcome is Decision.PARTLY
    assert rule_on(claim("TZA", 1, 2010), store).outcome is Decision.DIFFERS


def test_a_group_is_compared_within_itself_with_the_place_asked_for() -> None:
    ruling = rule_on(claim("UGA", 1, 2010, among=("TZA", "ETH", "RWA", "BDI"), group="the neighbours"), towns())
    assert {reading.of for reading in ruling.readings} == {5}
    assert ruling.readings[0].definition == "level 2010, in the neighbours"
    assert ruling.readings[0].value == 2


def test_fewer_than_five_places_make_no_ranking() -> None:
    assert rule_on(claim("UGA", 1, 2010, among=("TZA",), group="two"), towns()).outcome is Decision.NO_DATA


def test_places_with_equal_figures_have_one_rank() -> None:
    store = store_of([(series("tea", "Tea drinkers"), {place: {2010: 5.0} for place in LARGE})])
    assert {reading.value for reading in rule_on(claim("UGA"), store).readings} == {1}


def test_the_query_that_is_shown_gives_the_rows_that_are_shown() -> None:
    store = towns()
    for reading in rule_on(claim("KEN", 1, 2000, 2010), store).readings:
        rows = [(place, rank) for place, _, rank, _ in store.ask(reading.query)]
        assert rows == [(row.place, row.rank) for row in reading.rows]
        assert "KEN" in [place for place, _ in rows]


def test_text_from_outside_cannot_leave_its_place_in_a_query() -> None:
    assert literal("x'; DROP TABLE figures; --") == "'x''; DROP TABLE figures; --'"
    assert towns().line("x' OR '1'='1", "KEN") == ()


@pytest.fixture(scope="module")
def packaged() -> Store:
    store = open_store()
    store.ask("SELECT 1")
    return store


def test_a_superlative_over_a_packaged_series_takes_less_than_a_twentieth_of_a_second(packaged: Store) -> None:
    query = ranking_query(change_query("gm_lex", 1970, 2010, relative=True), "DESC", "KEN")
    taken = []
    for _ in range(7):
        start = perf_counter()
        rows = packaged.ask(query)
        taken.append(perf_counter() - start)
    assert len(rows) >= 3
    assert min(taken) < 0.05
