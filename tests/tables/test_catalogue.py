"""Which series words speak of, over titles made for it and over the packaged ones."""

from __future__ import annotations

import pytest
from table_factory import series

from holdwater.sources.statistics import packaged_series
from holdwater.tables.catalogue import Catalogue, what_is_measured
from holdwater.tables.model import Dimension, Measure

TEA = Catalogue(
    [
        series("tea", "Tea drinkers, adults (% of people aged 15+)"),
        series("tea_female", "Tea drinkers, female"),
        series("tea_male", "Tea drinkers, male"),
        series("tea_sold", "Tea sold in shops", "kilograms"),
        series("coffee", "Coffee drinkers", last=2010),
        series("coffee_new", "Coffee drinkers", last=2020),
        series("bridges", "Bridges in use", "bridges", keywords="crossings over rivers"),
    ]
)
MATERNAL = {"gm_mmr_who", "owid_maternal_mortality", "maternal_mortality_ratio_per_100000_live_births"}
PACKAGED = Catalogue(packaged_series())


def found(words: str, catalogue: Catalogue = TEA, **asked: object) -> list[str]:
    return [match.series.id for match in catalogue.find(words, **asked)]  # type: ignore[arg-type]


def test_the_title_that_words_cover_best_comes_first() -> None:
    assert found("people who drink tea: tea drinkers")[0] == "tea"
    assert found("tea sold")[0] == "tea_sold"


def test_words_that_no_title_has_find_nothing() -> None:
    assert found("the price of umbrellas") == []
    assert found("") == []


def test_the_sex_that_is_asked_for_comes_first_and_the_other_one_does_not_fit() -> None:
    matches = {match.series.id: match for match in TEA.find("women who are tea drinkers")}
    assert next(iter(matches)) == "tea_female"
    assert matches["tea_female"].fits
    assert not matches["tea_male"].fits


def test_no_sex_asked_is_everybody() -> None:
    matches = {match.series.id: match.fits for match in TEA.find("tea drinkers")}
    assert matches["tea"]
    assert not matches["tea_female"]


def test_a_unit_that_cannot_be_the_figure_s_holds_a_series_back() -> None:
    kilograms = Measure(Dimension.PHYSICAL, base="kilogram")
    assert found("tea", measure=kilograms)[0] == "tea_sold"
    assert not any(match.fits for match in TEA.find("tea drinkers", measure=kilograms) if match.series.unit == "%")


def test_of_equal_titles_the_one_that_goes_on_longest_comes_first() -> None:
    assert found("coffee drinkers") == ["coffee_new", "coffee", "tea", "tea_female", "tea_male"]


def test_keywords_count_as_the_title_does() -> None:
    assert found("river crossings") == ["bridges"]


def test_names_of_places_do_not_count() -> None:
    named = Catalogue([series("a", "Tea drinkers"), series("b", "Kenya coffee drinkers")])
    assert found("tea drinkers in Kenya", named)[0] == "a"


def test_no_more_are_returned_than_wanted() -> None:
    assert len(found("drinkers", most=2)) == 2


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("maternal mortality", MATERNAL),
        ("women lost in childbirth per 100,000 live births in Kenya", MATERNAL),
        ("child mortality", {"gm_child_mortality_0_5_year_olds_dying_per_1000_born"}),
        ("life expectancy", {"gm_lex"}),
        ("how long French women can expect to live, in years", {"life_expectancy_female"}),
        ("GDP per capita", {"gdppercapita_us_inflation_adjusted", "gm_gdp_pcap"}),
        ("the average Pole earned less: income per person", {"gdppercapita_us_inflation_adjusted", "gm_gdp_pcap"}),
        ("literacy of adult women", {"owid_adult_literacy_female", "wb_se_adt_litr_fe_zs"}),
        ("children per woman", {"gm_children_per_woman_total_fertility"}),
        ("internet users, percent of people", {"internet_users", "owid_share_of_individuals_using_the_internet"}),
        ("homes connected to the electricity grid", {"owid_share_of_the_population_with_access_to_electricity"}),
        ("the jobless rate", {"aged_15plus_unemployment_rate_percent"}),
        ("youth unemployment", {"aged_15_24_unemployment_rate_percent"}),
        ("defence spending as a share of GDP", {"military_expenditure_percent_of_gdp"}),
        ("people living on less than $1.90 a day", {"owid_share_of_the_population_living_in_extreme_poverty"}),
        ("tonnes of carbon dioxide per head", {"gm_co2_pcap_terr", "gm_co2_pcap_cons"}),
        ("employment in agriculture", {"agriculture_workers_percent_of_employment"}),
        ("girls vaccinated against measles", {"gm_mcv1_vacc", "owid_share_of_children_vaccinated_against_measles"}),
    ],
)
def test_packaged_series_are_found_in_other_words(words: str, wanted: set[str]) -> None:
    assert found(words, PACKAGED)[0] in wanted


def test_editions_measure_one_thing_and_other_definitions_another() -> None:
    whole = what_is_measured("Maternal mortality ratio")
    assert whole == what_is_measured("Maternal Mortality Ratio (WHO)")
    assert whole != what_is_measured("Maternal deaths and child mortality")
    assert what_is_measured("Tea drinkers, female") != what_is_measured("Tea drinkers")


def test_infant_mortality_is_not_taken_for_child_mortality() -> None:
    assert not any(match.fits for match in PACKAGED.find("infant mortality") if "child_mortality" in match.series.id)


def test_words_that_only_hint_at_a_concept_are_not_plain() -> None:
    assert PACKAGED.find("poverty in Kenya")[0].plain
    assert not any(match.plain for match in PACKAGED.find("the poor of Kenya"))
