"""The document's own figures asked of tables: what becomes a claim, and what the verdict keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf

import pytest

from holdwater.document import Document, Span
from holdwater.extract.model import Extraction, Quotation, QuotationKind
from holdwater.extract.quantities.model import (
    Dimension,
    Direction,
    Frame,
    Grain,
    Hedge,
    Interval,
    Measured,
    Period,
    Quantity,
    QuantityKind,
    Unit,
)
from holdwater.findings.model import Status
from holdwater.findings.statistic_claims import ClaimReader
from holdwater.findings.statistics import StatisticVerdict, ask_tables, shown
from holdwater.sources.statistics import open_store
from holdwater.tables.model import Claim, Order
from holdwater.tables.store import Store

YEARS = Unit(Dimension.TIME, "year", "second", 31556952.0)
PERCENT = Unit(Dimension.PERCENT, "percent")


@pytest.fixture(scope="module")
def store() -> Store:
    return open_store()


def measured(
    text: str,
    words: str,
    value: float,
    *,
    unit: Unit = YEARS,
    kind: QuantityKind = QuantityKind.LEVEL,
    hedge: Hedge = Hedge.NONE,
    period: str = "2015",
    years: tuple[int, int] = (2015, 2015),
    grain: Grain = Grain.YEAR,
    **frame: object,
) -> Measured:
    """One quantity, standing at `words` in the one sentence of `text`, bound to one period."""
    whole = Span(0, len(text))
    at = Span(text.index(words), text.index(words) + len(words))
    when = Span(text.index(period), text.index(period) + len(period))
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    one = Quantity(
        at,
        at,
        value,
        Interval(value, value),
        (0.5,),
        hedge,
        unit,
        kind,
        Frame(periods=(0,), **frame),
        whole,  # type: ignore[arg-type]
    )
    return Measured((one,), (Period(when, first, last, grain, whole, is_range=years[0] != years[1]),))


def verdicts(store: Store, text: str, *given: object, **named: object) -> tuple[StatisticVerdict, ...]:
    found = measured(text, *given, **named)  # type: ignore[arg-type]
    return ask_tables(Document(text, "draft.md"), Extraction(), found, store)


def claimed(text: str, *given: object, **named: object) -> Claim | None:
    return ClaimReader(text, measured(text, *given, **named)).claim(0)  # type: ignore[arg-type]


KENYA = "In Kenya, life expectancy at birth was 81 years in 2015."


def test_a_figure_that_no_edition_has_is_contradicted_and_the_rows_are_kept(store: Store) -> None:
    [verdict] = verdicts(store, KENYA, "81 years", 81)
    assert (verdict.status, verdict.place, verdict.claimed) == (Status.CONTRADICTED, "Kenya", "81 years")
    [table] = verdict.tables
    assert (table.series, table.says, table.holds) == ("gm_lex", "67 years in 2015", False)
    assert table.licence == "CC-BY-4.0"
    assert [(row.place, row.year, row.value) for row in table.rows] == [("Kenya", 2015, 67.0)]
    assert table.claimed == ((2015, 81.0),)
    assert len(store.ask(table.query)) == len(table.line) > 50


def test_a_figure_as_the_table_has_it_is_supported(store: Store) -> None:
    [verdict] = verdicts(store, KENYA.replace("81", "67"), "67 years", 67)
    assert (verdict.status, verdict.held, verdict.tried) == (Status.SUPPORTED, 1, 1)


def test_a_figure_within_a_quotation_is_the_quoted_writer_s(store: Store) -> None:
    found = measured(KENYA, "81 years", 81)
    quotation = Quotation(0, Span(0, len(KENYA)), QuotationKind.MARKED, (Span(0, len(KENYA)),))
    assert ask_tables(Document(KENYA, "draft.md"), Extraction(quotations=(quotation,)), found, store) == ()


def test_a_change_says_by_how_much_and_where_it_would_end(store: Store) -> None:
    text = "Child mortality in Ethiopia fell by 30% between 1990 and 2015."
    frame = {"direction": Direction.DOWN, "places": ("Ethiopia",)}
    kind, years = QuantityKind.RELATIVE_CHANGE, (1990, 2015)
    [verdict] = verdicts(
        store, text, "30%", 30, unit=PERCENT, kind=kind, period="between 1990 and 2015", years=years, **frame
    )
    assert verdict.status is Status.CONTRADICTED
    table = verdict.tables[0]
    assert table.says.endswith("percent less")
    (first, start), (last, end) = table.claimed
    assert (first, last) == years
    assert end == pytest.approx(0.7 * start)


def test_a_superlative_keeps_the_ranking(store: Store) -> None:
    text = "No country raised life expectancy more than Oman between 1970 and 2010."
    one = Unit(Dimension.ORDINAL, "rank")
    [verdict] = verdicts(
        store,
        text,
        "No country",
        1,
        unit=one,
        kind=QuantityKind.SUPERLATIVE,
        period="between 1970 and 2010",
        years=(1970, 2010),
    )
    assert verdict.ranked
    assert verdict.tried == 6
    assert verdict.tables[0].says == "rank 27 of 158"
    assert [row.rank for row in verdict.tables[0].rows] == [1, 2, 3, 27]
    assert verdict.tables[0].rows[-1].place == "Oman"


@pytest.mark.parametrize(
    "text",
    [
        "Life expectancy at birth was 81 years in 2015.",
        "In Kenya and Uganda, life expectancy at birth was 81 years in 2015.",
        "In rural Kenya, life expectancy at birth was 81 years in 2015.",
        "Life expectancy at birth in Kenya will be 81 years, they said in 2015.",
        "It is a myth that in Kenya life expectancy at birth was 81 years in 2015.",
        "Of the patients in Kenya, life expectancy at birth was 81 years in 2015.",
        "In Africa, life expectancy at birth was 81 years in 2015.",
    ],
)
def test_a_sentence_that_is_not_plain_claims_nothing(text: str) -> None:
    assert claimed(text, "81 years", 81) is None


@pytest.mark.parametrize("grain", [Grain.DAY, Grain.DECADE, Grain.CENTURY])
def test_a_day_or_a_decade_is_no_year(grain: Grain) -> None:
    assert claimed(KENYA, "81 years", 81, grain=grain) is None


def test_parts_of_a_country_count_where_they_are_what_is_measured() -> None:
    text = "In Kenya, the urban population was 25 percent in 2015."
    assert claimed(text, "25 percent", 25, unit=PERCENT) is not None


def test_the_place_a_quantity_is_bound_to_is_meant_where_two_are_named() -> None:
    text = "Kenya borders Uganda, and life expectancy was 81 years in 2015."
    claim = claimed(text, "81 years", 81, places=("kenya",))
    assert claim is not None
    assert claim.places == ("KEN",)


def test_the_clause_of_a_figure_says_what_is_measured() -> None:
    text = "In Kenya, life expectancy was 81 years in 2015, while child mortality was 40."
    claim = claimed(text, "81 years", 81)
    assert claim is not None
    assert "mortality" not in claim.words


def test_a_level_at_an_end_of_a_change_has_that_end_s_year() -> None:
    text = "Between 1990 and 2015, life expectancy in Kenya rose from 58 to 67 years."
    found = measured(text, "67 years", 67, period="1990 and 2015", years=(1990, 2015))
    whole = replace(found.quantities[0], kind=QuantityKind.CHANGE, frame=Frame(start=-1, end=0))
    claim = ClaimReader(text, Measured((*found.quantities, whole), found.periods)).claim(0)
    assert claim is not None
    assert claim.years == (2015,)
    assert ClaimReader(text, found).claim(0) is None


@pytest.mark.parametrize(
    ("hedge", "low", "high"),
    [(Hedge.ABOUT, 72.9, 89.1), (Hedge.NEARLY, 72.9, 81), (Hedge.JUST_OVER, 81, 89.1), (Hedge.NONE, 81, 81)],
)
def test_a_hedge_opens_the_claim(hedge: Hedge, low: float, high: float) -> None:
    claim = claimed(KENYA, "81 years", 81, hedge=hedge)
    assert claim is not None
    assert (claim.low, claim.high) == pytest.approx((low, high))


def test_halved_is_said_of_more_than_half_too() -> None:
    text = "Ethiopia halved child mortality between 1990 and 2015."
    frame = {"direction": Direction.DOWN}
    kind = QuantityKind.RELATIVE_CHANGE
    claim = claimed(
        text, "halved", 50, unit=PERCENT, kind=kind, period="between 1990 and 2015", years=(1990, 2015), **frame
    )
    assert claim is not None
    assert (claim.low, claim.high) == (-inf, -50)


def ranked(text: str, words: str, value: float = 1, **given: object) -> Claim | None:
    given = {"period": "2010", "years": (2010, 2010), **given}
    return claimed(text, words, value, unit=Unit(Dimension.ORDINAL, "rank"), kind=QuantityKind.RANK, **given)


def test_a_rank_counts_from_the_end_that_is_named() -> None:
    low = ranked("In 2010 Niger had the second-lowest literacy rate in Africa.", "second-lowest", 2)
    high = ranked("In 2010 Niger had the highest fertility rate in the world.", "the highest")
    assert low is not None
    assert high is not None
    assert (low.order, low.low, low.group) == (Order.LOWEST, 2, "Africa")
    assert (high.order, high.low, high.among) == (Order.HIGHEST, 1, ())


def test_a_rank_of_falls_counts_the_largest_fall_first() -> None:
    text = "Between 1990 and 2010 no country reduced child mortality more than Oman."
    claim = ranked(text, "no country", period="Between 1990 and 2010", years=(1990, 2010))
    assert claim is not None
    assert (claim.order, claim.changing) == (Order.LOWEST, True)


@pytest.mark.parametrize(
    "text",
    [
        "In 2010 Niger had one of the highest fertility rates.",
        "In 2010 the highest fertility rate was Niger's or Mali's.",
        "In 2010 the highest fertility rate was somewhere else.",
        "In 2010 Niger saw the highest fertility rate and the increase went on.",
    ],
)
def test_a_superlative_that_is_not_plain_claims_nothing(text: str) -> None:
    assert ranked(text, "highest") is None


@pytest.mark.parametrize(
    ("value", "words"),
    [(66.942, "66.94"), (0.0471, "0.0471"), (435990338, "435,990,338"), (1234.5, "1,234"), (-3.0, "-3")],
)
def test_figures_are_shown_with_the_digits_that_say_something(value: float, words: str) -> None:
    assert shown(value) == words
