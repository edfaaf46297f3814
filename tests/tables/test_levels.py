"""Levels, changes and ratios: which readings of a claim hold, come near, differ."""

from __future__ import annotations

from math import inf

import pytest
from table_factory import series, store_of

from holdwater.tables.model import Claim, ClaimKind, Decision, Dimension, Measure, Ruling
from holdwater.tables.ruling import rule_on
from holdwater.tables.store import Store

PERCENT = Measure(Dimension.PERCENT, 100.0)
KENYA = {2000: 40.0, 2001: 41.0, 2002: 45.0, 2010: 60.0, 2015: 66.0}


def tea(*, edition: dict[int, float] | None = None) -> Store:
    """Tea drinkers in one edition, or in two."""
    tables = [(series("tea", "Tea drinkers"), {"KEN": KENYA, "UGA": {2000: 20.0, 2010: 15.0}})]
    if edition is not None:
        tables.append((series("tea_b", "Tea drinkers"), {"KEN": edition}))
    return store_of(tables)


def claim(low: float, high: float | None = None, *years: int, **given: object) -> Claim:
    given = {"kind": ClaimKind.LEVEL, "places": ("KEN",), "measure": PERCENT, "half_steps": (0.5,), **given}
    return Claim("tea drinkers", years=years or (2000,), low=low, high=low if high is None else high, **given)  # type: ignore[arg-type]


def ruled(asked: Claim, store: Store | None = None) -> Ruling:
    return rule_on(asked, store or tea())


def test_a_level_as_it_was_rounded_is_supported() -> None:
    assert ruled(claim(40.4)).outcome is Decision.SUPPORTED
    [reading] = ruled(claim(40.4)).held
    assert (reading.value, reading.definition) == (40.0, "level 2000")


def test_the_rows_the_query_and_the_whole_line_are_kept() -> None:
    [reading] = ruled(claim(40)).readings
    assert [(row.place, row.year, row.value) for row in reading.rows] == [("KEN", 2000, 40.0)]
    assert {figure.year: figure.value for figure in reading.line} == KENYA
    assert tea().ask(reading.query) == list(KENYA.items())


def test_a_level_within_a_twentieth_comes_near_and_one_beyond_differs() -> None:
    assert ruled(claim(42.4)).outcome is Decision.PARTLY
    assert ruled(claim(36.6)).outcome is Decision.DIFFERS
    assert ruled(claim(48)).outcome is Decision.CONTRADICTED


def test_a_figure_of_the_year_before_or_after_comes_near() -> None:
    assert ruled(claim(44.5, None, 2001)).outcome is Decision.PARTLY


def test_what_one_edition_has_is_not_contradicted_by_the_other() -> None:
    ruling = ruled(claim(52), tea(edition={2000: 52.0}))
    assert ruling.outcome is Decision.SUPPORTED
    assert [reading.series.id for reading in ruling.held] == ["tea_b"]


def test_editions_that_are_far_apart_allow_what_lies_between_them() -> None:
    assert ruled(claim(46), tea(edition={2000: 52.0})).outcome is Decision.PARTLY
    assert ruled(claim(90), tea(edition={2000: 52.0})).outcome is Decision.CONTRADICTED


def test_a_hedge_that_is_open_holds_on_its_own_side_only() -> None:
    over = {"half_steps": ()}
    assert ruled(claim(35, inf, **over)).outcome is Decision.SUPPORTED
    assert ruled(claim(70, inf, **over)).outcome is Decision.CONTRADICTED


def test_another_year_can_bear_a_claim_out_and_not_deny_it() -> None:
    assert ruled(claim(60, None, 2012)).outcome is Decision.SUPPORTED
    assert ruled(claim(20, None, 2012)).outcome is Decision.UNSURE


def test_a_year_or_a_place_without_figures_is_no_data() -> None:
    assert ruled(claim(60, None, 1980)).outcome is Decision.NO_DATA
    assert ruled(claim(60, places=("FRA",))).outcome is Decision.NO_DATA


def test_words_that_no_series_has_are_no_data() -> None:
    asked = Claim("umbrellas sold", ClaimKind.LEVEL, ("KEN",), (2000,), 40, 40, (0.5,), PERCENT)
    assert ruled(asked).outcome is Decision.NO_DATA


def test_a_unit_that_the_series_cannot_have_is_no_data() -> None:
    people = Measure(Dimension.COUNT, of="people")
    assert ruled(claim(40, measure=people)).outcome is Decision.NO_DATA


def test_a_rate_is_told_in_the_claim_s_own_unit() -> None:
    store = store_of([(series("loss", "Tea spoilt", "per 1,000 chests"), {"KEN": {2000: 45.0}})])
    asked = Claim("tea spoilt", ClaimKind.LEVEL, ("KEN",), (2000,), 4.5, 4.5, (0.05,), PERCENT)
    [reading] = rule_on(asked, store).held
    assert reading.value == pytest.approx(4.5)


def test_a_bare_number_cannot_deny_a_rate() -> None:
    store = store_of([(series("loss", "Tea spoilt", "per 1,000 chests"), {"KEN": {2000: 45.0}})])
    asked = Claim("tea spoilt", ClaimKind.LEVEL, ("KEN",), (2000,), 9, 9, (0.5,), Measure(Dimension.NUMBER))
    assert rule_on(asked, store).outcome is Decision.UNSURE


def test_money_in_prices_of_another_year_denies_nothing() -> None:
    store = store_of([(series("wage", "Wages of tea pickers", "constant US$"), {"KEN": {2000: 900.0}})])
    money = Measure(Dimension.MONEY)
    asked = Claim("wages of tea pickers", ClaimKind.LEVEL, ("KEN",), (2000,), 500, 500, (0.5,), money)
    assert rule_on(asked, store).outcome is Decision.UNSURE


@pytest.mark.parametrize(
    ("kind", "value", "definition"),
    [
        (ClaimKind.RELATIVE_CHANGE, 50, "relative change 2000-2010"),
        (ClaimKind.RELATIVE_CHANGE, 20, "change in points 2000-2010"),
        (ClaimKind.POINT_CHANGE, 20, "change in points 2000-2010"),
        (ClaimKind.CHANGE, 20, "absolute change 2000-2010"),
        (ClaimKind.RATIO, 1.5, "ratio 2000-2010"),
        (ClaimKind.TIMES_MORE, 0.5, "more by, 2000-2010"),
    ],
)
def test_a_change_is_read_by_every_definition_of_its_kind(kind: ClaimKind, value: float, definition: str) -> None:
    measure = Measure() if kind in (ClaimKind.RATIO, ClaimKind.TIMES_MORE) else PERCENT
    ruling = ruled(claim(value, None, 2000, 2010, kind=kind, measure=measure, half_steps=(0.05,)))
    assert definition in [reading.definition for reading in ruling.held]


def test_a_fall_said_to_be_a_rise_is_contradicted() -> None:
    fell = claim(-25, None, 2000, 2010, kind=ClaimKind.RELATIVE_CHANGE, places=("UGA",))
    rose = claim(25, None, 2000, 2010, kind=ClaimKind.RELATIVE_CHANGE, places=("UGA",))
    assert ruled(fell).outcome is not Decision.CONTRADICTED
    assert ruled(fell).held
    assert ruled(rose).outcome is Decision.CONTRADICTED


def test_a_ratio_of_two_places_is_of_one_year() -> None:
    asked = claim(2, None, 2000, kind=ClaimKind.RATIO, places=("KEN", "UGA"), measure=Measure(), half_steps=(0.05,))
    [reading] = ruled(asked).held
    assert reading.definition == "ratio Kenya to Uganda 2000"
    assert {row.place for row in reading.rows} == {"KEN", "UGA"}


def test_three_times_more_may_be_a_ratio_of_three_or_of_four() -> None:
    given = {"kind": ClaimKind.TIMES_MORE, "places": ("KEN", "UGA"), "measure": Measure(), "half_steps": (0.05,)}
    assert ruled(claim(4, None, 2010, **given)).held
    assert ruled(claim(3, None, 2010, **given)).held
    assert ruled(claim(7, None, 2010, **given)).outcome is Decision.CONTRADICTED


def test_a_change_from_nothing_has_no_share() -> None:
    store = store_of([(series("tea", "Tea drinkers"), {"KEN": {2000: 0.0, 2010: 3.0}})])
    ruling = rule_on(claim(300, None, 2000, 2010, kind=ClaimKind.RELATIVE_CHANGE), store)
    assert [reading.definition for reading in ruling.readings] == ["change in points 2000-2010"]


def test_a_coarser_rounding_counts_where_it_is_small() -> None:
    store = store_of([(series("n", "Tea bushes", "bushes"), {"KEN": {2000: 303.0}})])
    bushes = Measure(Dimension.COUNT, of="bush")
    asked = Claim("tea bushes", ClaimKind.LEVEL, ("KEN",), (2000,), 300, 300, (0.5, 5, 50), bushes)
    assert rule_on(asked, store).outcome is Decision.SUPPORTED
    assert rule_on(asked, store_of([(series("n", "Tea bushes", "bushes"), {"KEN": {2000: 345.0}})])).held == ()


def test_what_is_defined_in_many_ways_denies_nothing_but_where_its_line_is_named() -> None:
    store = store_of([(series("poor", "Poverty rate (% people below $4.20 a day)"), {"KEN": {2000: 40.0}})])
    given = {"kind": ClaimKind.LEVEL, "places": ("KEN",), "years": (2000,), "low": 70, "high": 70, "measure": PERCENT}
    assert rule_on(Claim("the poverty rate", **given), store).outcome is Decision.UNSURE
    assert rule_on(Claim("the poverty rate below $4.20 a day", **given), store).outcome is Decision.CONTRADICTED


def test_series_with_more_to_them_than_was_asked_are_not_meant() -> None:
    tables = [("all", "Literacy rate"), ("poor", "Literacy rate in slums"), ("f", "Literacy rate, female")]
    store = store_of([(series(name, title), {"KEN": {2000: 40.0}}) for name, title in tables])
    asked = Claim("literacy rate", ClaimKind.LEVEL, ("KEN",), (2000,), 40, 40, (0.5,), PERCENT)
    assert [reading.series.id for reading in rule_on(asked, store).readings] == ["all"]
